cimport cython


cdef int LEVELS


cdef class Setting:
    cdef public object around
    cdef public dict known

    @cython.locals(_n=int)
    cpdef bint holds(self, element, tags, long long names) except -1
    @cython.locals(bits=cython.longlong)
    cdef _said(self, element)
