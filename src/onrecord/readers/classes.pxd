cimport cython


cdef bint _LOOPS
cdef int _ASCII, _MORE_COUNT, _CAPTIONS, _ALL, _SURE
cdef unsigned long long[128] _BITS, _MORE_BITS
cdef unsigned long long _FIRST, _LAST, _MORE_FIRST, _MORE_LAST
cdef int[5] _MORE_ENDS, _MORE_KINDS


@cython.locals(name=str, found=list, said=int, n=Py_ssize_t, kind=int)
cpdef list named(list elements, tuple kinds)

@cython.locals(said=int)
cpdef int says(str name) except -1

@cython.locals(
    c=Py_UCS4, code=Py_UCS4, read=cython.ulonglong, more=cython.ulonglong, told=cython.ulonglong, ends=cython.ulonglong, said=int, n=int,
)
cdef int _found(str name) except -1
