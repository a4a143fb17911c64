cimport cython


cdef frozenset _FIRST_WORDS


cpdef bint tells_update(str text) except -1

cpdef opens_byline(str text)

@cython.locals(at=Py_ssize_t, c=Py_UCS4)
cdef str _first_word(str text)
