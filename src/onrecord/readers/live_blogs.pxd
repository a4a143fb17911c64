cimport cython


cdef Py_ssize_t _STAMP, _ENTRY, _CLOCKED, _LOOKED_AT
cdef int _MORE


@cython.locals(n=Py_ssize_t)
cpdef bint are_timed(blocks, list stamps, Py_ssize_t least) except -1

@cython.locals(start=str, said=str, short=bint, told=list)
cdef _when(block)

@cython.locals(c=Py_UCS4, behind=int)
cdef bint _may_tell(str said) except -1

@cython.locals(stamps=list, n=Py_ssize_t, main=Py_ssize_t, text=str, size=Py_ssize_t)
cpdef tuple marks(blocks)
