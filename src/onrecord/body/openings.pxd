cimport cython


cdef int _PAIRS, _SPACE, _ASCII, _A, _Z, _SMALL
cdef Py_ssize_t _POINTER, _NOTE
cdef Pairs _FIRST


cdef class Pairs:
    cdef unsigned char[::1] seen

    @cython.locals(one=int, other=int, c=Py_UCS4)
    cdef _add(self, str word)
    @cython.locals(one=int, other=int, n=Py_ssize_t)
    cpdef bint opens(self, str text, Py_ssize_t most) except -1


cdef int _pair(int one, int other) except -1

cpdef bint points(str text) except -1
cpdef bint corrects(str text) except -1

@cython.locals(start=str, begun=str, size=int)
cdef bint _may_open(str text) except -1
