cimport cython


cdef dict _TOLD
cdef frozenset _ASKED
cdef Py_ssize_t _MOST, _READ

@cython.locals(bits=cython.longlong, name=str)
cpdef beside_class(element, tag)

cdef long long _said(str attribute, str value, tag) except -1

cpdef of_name(str name)
