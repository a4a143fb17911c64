cimport cython


cdef bint _LOOPS
cdef Py_UCS4 _NOT_LATIN, _SOFT_HYPHEN


cdef class Reading:
    cdef readonly str raw, signature
    cdef readonly object language, country
    cdef readonly bint whole
    cdef readonly list pieces

    @cython.locals(start=Py_ssize_t, end=Py_ssize_t)
    cpdef str text(self, Py_ssize_t at)


@cython.locals(c=Py_UCS4, at=Py_ssize_t, stop=Py_ssize_t, size=Py_ssize_t, pieces=list, group=str)
cpdef list cut(str text)

@cython.locals(stop=Py_ssize_t, size=Py_ssize_t)
cdef Py_ssize_t _latin_word_end(str text, Py_ssize_t at) except -2

cdef Py_ssize_t _cut_one(str text, Py_ssize_t at, list pieces) except -1

@cython.locals(
    pieces=list, kinds=list, at=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, until=Py_ssize_t, number_ends=Py_ssize_t,
    size=Py_ssize_t, group=str, kind=str,
)
cdef str _read(str text, language, list found)

cdef str _folded(str word)
