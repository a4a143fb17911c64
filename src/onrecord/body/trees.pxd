cimport cython


cdef Py_ssize_t _BATCH, _WIDE
cdef int _HIGH
cdef unsigned long long _HIGHS, _ONES

@cython.locals(
    begin=Py_ssize_t, count=Py_ssize_t, n=Py_ssize_t, width=Py_ssize_t, sums=float[::1], bias=double,
)
cdef _fill(laid, const float[::1] cells, Py_ssize_t total, Py_ssize_t first, Py_ssize_t end, float[::1] out)

@cython.locals(
    width=Py_ssize_t, begin=Py_ssize_t, row=Py_ssize_t, cell=Py_ssize_t, stop=Py_ssize_t, n=Py_ssize_t,
    border=Py_ssize_t, a=float, b=float, c=float, d=float, value=float,
)
cdef _rank(
    const float[::1] cells, Py_ssize_t total, Py_ssize_t first, const unsigned short[::1] columns,
    const unsigned short[::1] ends, const float[::1] borders, int[::1] counts, unsigned char[::1] ranks,
)

@cython.locals(
    asks=Py_ssize_t, depth=Py_ssize_t, width=Py_ssize_t, unused=int, tree=Py_ssize_t, one=Py_ssize_t, two=Py_ssize_t,
    three=Py_ssize_t, four=Py_ssize_t, n=Py_ssize_t, k=Py_ssize_t, ask=Py_ssize_t, a=cython.ulonglong, b=cython.ulonglong,
    c=cython.ulonglong, d=cython.ulonglong,
)
cdef _fall(
    const unsigned short[::1] rows, const unsigned char[::1] marks, const float[::1] leaves,
    const unsigned long long[::1] ranks, Py_ssize_t columns, unsigned long long[::1] asked, float[::1] sums, Py_ssize_t eights,
)
