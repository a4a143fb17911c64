cimport cython


cdef double _SURE
cdef Py_ssize_t _FEW
cdef long long _COMMENT, _BESIDE, _NEVER

@cython.locals(
    likely=float[::1], around=(longlong[::1]), apart=list, n=Py_ssize_t,
)
cpdef overrule(article, cut, seen)
