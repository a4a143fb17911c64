cimport cython


cdef Py_ssize_t _BATCH, _WIDE

@cython.locals(
    begin=Py_ssize_t, count=Py_ssize_t, n=Py_ssize_t, width=Py_ssize_t, sums=float[::1], bias=double, answers=(uchar[::1]),
    where=(longlong[::1]),
)
cdef _fill(trees, const float[::1] cells, Py_ssize_t total, Py_ssize_t first, Py_ssize_t end, float[::1] out)

@cython.locals(
    width=Py_ssize_t, row=Py_ssize_t, column=int, cell=Py_ssize_t, differs=int, question=Py_ssize_t, border=float,
    n=Py_ssize_t,
)
cdef _answer(
    const float[::1] cells, Py_ssize_t total, Py_ssize_t first, Py_ssize_t count, const unsigned short[::1] columns,
    const float[::1] borders, unsigned char[::1] answers, long long[::1] where,
)

@cython.locals(
    asks=Py_ssize_t, depth=Py_ssize_t, trees=Py_ssize_t, tree=Py_ssize_t, level=Py_ssize_t, one=Py_ssize_t, two=Py_ssize_t, three=Py_ssize_t,
    four=Py_ssize_t, n=Py_ssize_t, k=Py_ssize_t, ask=Py_ssize_t, a=cython.ulonglong, b=cython.ulonglong, c=cython.ulonglong,
    d=cython.ulonglong,
)
cdef _fall(
    const unsigned short[::1] asked, const float[::1] leaves, const unsigned long long[::1] answers, const long long[::1] where,
    long long[::1] rows, float[::1] sums, Py_ssize_t eights,
)
