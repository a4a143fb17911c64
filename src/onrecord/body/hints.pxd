cimport cython


cdef dict _TOLD
cdef Py_ssize_t _MOST, _READ

@cython.locals(left=Py_ssize_t, bits=cython.longlong, asked=str)
cpdef tuple of_attributes(element, tag)

cdef long long _said(str attribute, value, tag) except -1

cpdef of_name(str name)
