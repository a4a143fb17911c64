cimport cython


cdef bint _LOOPS
cdef int _ASCII
cdef unsigned long long[128] _BITS
cdef unsigned long long _FIRST, _LAST


@cython.locals(name=str, found=list)
cpdef list named(list elements, Py_ssize_t most)

cpdef bint is_named(str name) except -1

@cython.locals(c=Py_UCS4, code=Py_UCS4, read=cython.ulonglong)
cdef bint _found(str name) except -1
