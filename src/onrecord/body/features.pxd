cimport cython
cimport libc.math as math


cdef int _MARKED, _HINTS, _KIND_OF, _LEVEL, _OWN_OF, _NEAR_BY

@cython.locals(n=Py_ssize_t, kind=Py_ssize_t)
cdef Py_ssize_t _fill_kinds(const long long[::1] bits, Py_ssize_t total, float[::1] out, Py_ssize_t at) except -1

@cython.locals(row=Py_ssize_t, n=Py_ssize_t, held=cython.longlong, column=Py_ssize_t)
cdef Py_ssize_t _fill_names(const long long[::1] bits, Py_ssize_t total, float[::1] out, Py_ssize_t at) except -1

@cython.locals(n=Py_ssize_t, column=Py_ssize_t, bit=cython.longlong, passed=Py_ssize_t, log=double)
cdef _fill_passed(const long long[::1] bits, Py_ssize_t total, Py_ssize_t first_good, float[::1] out, Py_ssize_t at)
