cimport cython


@cython.locals(c=Py_UCS4, at=Py_ssize_t, run=Py_ssize_t)
cdef bint _found(str text) except -1
