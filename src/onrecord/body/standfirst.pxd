cimport cython


cdef long long _LEAD, _NEVER
cdef Py_ssize_t _BEFORE

@cython.locals(found=list, n=Py_ssize_t)
cdef list _above(const float[::1] judged, double least)

@cython.locals(around=(longlong[::1]), headline=Py_ssize_t, start=Py_ssize_t, found=list, n=Py_ssize_t)
cdef list _named(cut, seen, judged, Py_ssize_t body)

cdef bint _is_named(cut, judged, Py_ssize_t n) except -1
