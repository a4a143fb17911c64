cimport cython


cdef int _ASCII


cdef class Needles:
    cdef object pattern
    cdef tuple words
    cdef Py_ssize_t width
    cdef const unsigned short[::1] columns, ways, sizes, which
    cdef const unsigned char[::1] ends

    @cython.locals(row=Py_ssize_t, column=Py_ssize_t, node=Py_ssize_t, other=Py_ssize_t)
    cdef list _linked(self, list ways)
    @cython.locals(node=Py_ssize_t, at=Py_ssize_t, code=int)
    cpdef find(self, str text, Py_ssize_t start, Py_ssize_t stop)
    @cython.locals(node=Py_ssize_t, at=Py_ssize_t, c=Py_UCS4, counts=list)
    cpdef dict count(self, str text, Py_ssize_t stop)


@cython.locals(before=Py_ssize_t, at=Py_ssize_t)
cpdef Py_ssize_t find_by(str letter, str text, str word, Py_ssize_t start=*) except? -1

@cython.locals(word=str)
cpdef bint holds_any(str text, tuple words) except -1
