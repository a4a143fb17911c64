cimport cython


cdef int _LEVELS, _UNASKED


@cython.locals(passed=list, far=int, told=int)
cpdef bint is_said(node, dict known, says, int most) except -1


cdef class Setting:
    cdef object tags, around
    cdef long long names
    cdef dict known

    cpdef bint holds(self, element) except -1
    @cython.locals(tag=str, left=Py_ssize_t)
    cpdef int says(self, node) except -2
