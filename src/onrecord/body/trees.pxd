cimport cython


cdef Py_ssize_t _BATCH, _WIDE

@cython.locals(begin=Py_ssize_t, n=Py_ssize_t, width=Py_ssize_t, sums=float[::1], bias=double)
cdef _fill(trees, const float[::1] cells, Py_ssize_t total, Py_ssize_t first, Py_ssize_t end, float[::1] out)

@cython.locals(width=Py_ssize_t, question=Py_ssize_t, cell=Py_ssize_t, border=float, row=Py_ssize_t, n=Py_ssize_t)
cdef _answer(
    const float[::1] cells, Py_ssize_t total, Py_ssize_t first, const unsigned short[::1] columns,
    const float[::1] borders, unsigned char[::1] answers,
)

@cython.locals(
    depth=Py_ssize_t, width=Py_ssize_t, trees=Py_ssize_t, tree=Py_ssize_t, leaf=Py_ssize_t, level=Py_ssize_t, n=Py_ssize_t,
    k=Py_ssize_t, eight=cython.ulonglong, other=cython.ulonglong,
)
cdef _fall(
    const unsigned short[::1] asked, const float[::1] leaves, const unsigned long long[::1] answers, long long[::1] rows,
    float[::1] sums,
)
