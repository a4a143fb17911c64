cimport cython


cdef Py_ssize_t _STAMP, _ENTRY, _CLOCKED, _LOOKED_AT
cdef int _MORE


@cython.locals(n=Py_ssize_t)
cpdef bint are_timed(blocks, list stamps, Py_ssize_t least) except -1

@cython.locals(start=str, words=str, said=str, short=bint, told=list, at=Py_ssize_t)
cdef _when(block)

@cython.locals(first=Py_ssize_t, at=Py_ssize_t, c=Py_UCS4, behind=int)
cdef Py_ssize_t _first_number(str said) except? -2

@cython.locals(stamps=list, n=Py_ssize_t, main=Py_ssize_t, text=str, size=Py_ssize_t)
cpdef tuple marks(blocks)
