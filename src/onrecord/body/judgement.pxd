cimport cython
cimport libc.math as math


@cython.locals(n=Py_ssize_t)
cdef _fill(const float[::1] sums, float[::1] out, Py_ssize_t at)

cpdef double probable(double total) except? -1
