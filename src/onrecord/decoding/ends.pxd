cimport cython


@cython.locals(size=Py_ssize_t, at=Py_ssize_t, lone=cython.uchar)
cdef bint _holds_lone(const unsigned char[::1] data) except -1
