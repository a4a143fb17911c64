cimport cython


cdef int _LEVELS


cdef class Setting:
    cdef object tags, around
    cdef long long names
    cdef dict known

    @cython.locals(passed=list, far=int)
    cpdef bint holds(self, element) except -1
    @cython.locals(tag=str, left=Py_ssize_t)
    cdef int _says(self, node) except -2
