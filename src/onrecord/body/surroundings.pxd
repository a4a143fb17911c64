cimport cython


cdef int _ROWS, _IS_ARTICLE, _IS_WHOLE
cdef int _END, _UP, _DEPTH, _OWN, _NEAR, _AROUND, _DRESS, _PAIR, _ARTICLE, _PARENT, _KIND, _SAID, _ATTRIBUTES
cdef long long _NAMES_BITS
cdef dict _TAG_BITS, _KINDS


@cython.locals(
    width=Py_ssize_t, end=Py_ssize_t, own=Py_ssize_t, dress=Py_ssize_t, parents=Py_ssize_t, kinds=Py_ssize_t, said=Py_ssize_t, lefts=Py_ssize_t,
    elements=list, tags=list, names=list, dresses=dict, n=Py_ssize_t, tag=str, name=str, worn=Py_ssize_t,
)
cdef Py_ssize_t _read(long long[::1] cells, tuple containers) except -1

@cython.locals(
    width=Py_ssize_t, end=Py_ssize_t, up=Py_ssize_t, depth=Py_ssize_t, own=Py_ssize_t, near=Py_ssize_t, around=Py_ssize_t,
    dress=Py_ssize_t, pair=Py_ssize_t, article=Py_ssize_t, parents=Py_ssize_t, kinds=Py_ssize_t, half=double, pairs=dict,
    n=Py_ssize_t, parent=Py_ssize_t, bits=cython.longlong, worn=cython.longlong, told=int, begin=Py_ssize_t, stop=Py_ssize_t,
    larger=bint, grand=Py_ssize_t, whole=bint,
)
cdef Py_ssize_t _nest(long long[::1] cells, const double[::1] weights, Py_ssize_t headline) except -1
