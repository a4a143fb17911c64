cimport cython


cdef int _SMALL, _THREE, _AUT, _BYL, _DAT, _HEA, _POS, _PUB, _TIT
cdef Py_ssize_t _LONGEST


@cython.locals(name=str, found=list, known=dict)
cpdef list named(list elements, anyway)

@cython.locals(at=Py_ssize_t, c=Py_UCS4, three=int)
cdef bint _found(str name) except -1

cdef bint _goes_on(str name, Py_ssize_t at) except -1
