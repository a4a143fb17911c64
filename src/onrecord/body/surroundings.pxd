cimport cython


cdef int _ROWS, _FIRST, _END, _UP, _DEPTH, _OWN, _NEAR, _AROUND, _DRESS, _PAIR, _ARTICLE
cdef long long _NAMES_BITS
cdef dict _TAG_BITS


@cython.locals(
    width=Py_ssize_t, end=Py_ssize_t, up=Py_ssize_t, depth=Py_ssize_t, own=Py_ssize_t, near=Py_ssize_t,
    around=Py_ssize_t, dress=Py_ssize_t, pair=Py_ssize_t, article=Py_ssize_t, half=double, dresses=dict, pairs=dict,
    n=Py_ssize_t, parent=Py_ssize_t, begin=Py_ssize_t, stop=Py_ssize_t, grand=Py_ssize_t, larger=bint, whole=bint,
    bits=cython.longlong, worn=cython.longlong, row=Py_ssize_t, last=cython.longlong,
)
cdef _fill(long long[::1] cells, tuple containers, const double[::1] weights, Py_ssize_t headline)
