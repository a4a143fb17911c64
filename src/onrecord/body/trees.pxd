cimport cython


cdef int _BATCH

@cython.locals(begin=Py_ssize_t, count=Py_ssize_t, n=Py_ssize_t)
cdef _fill(trees, const float[::1] cells, Py_ssize_t total, Py_ssize_t first, Py_ssize_t end, float[::1] out)

@cython.locals(width=Py_ssize_t, question=Py_ssize_t, cell=Py_ssize_t, border=float, row=Py_ssize_t, n=Py_ssize_t)
cdef _answer(
    const float[::1] cells, Py_ssize_t total, Py_ssize_t first, Py_ssize_t count, const unsigned short[::1] columns,
    const float[::1] borders, unsigned char[::1] answers,
)

@cython.locals(
    trees=Py_ssize_t, width=Py_ssize_t, used=Py_ssize_t, tree=Py_ssize_t, row=Py_ssize_t, n=Py_ssize_t, level=Py_ssize_t,
    leaf=Py_ssize_t,
)
cdef _fall(
    Py_ssize_t depth, const unsigned short[::1] asked, const float[::1] leaves, const unsigned long long[::1] answers,
    unsigned long long[::1] eights, const unsigned char[::1] fallen, Py_ssize_t count, float[::1] out, Py_ssize_t at,
)
