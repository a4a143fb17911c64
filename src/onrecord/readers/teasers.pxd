cimport cython


cdef Py_ssize_t _LONGEST
cdef bint _LOOPS


cpdef Py_ssize_t weight(str text) except -1

@cython.locals(c=Py_UCS4, count=Py_ssize_t)
cdef Py_ssize_t _dense_in(str text) except -1

@cython.locals(href=str)
cdef bint _leads_on(tuple marks) except -1
