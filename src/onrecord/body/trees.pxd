cimport cython


cdef Py_ssize_t _BATCH, _WIDE
cdef int _HIGH
cdef unsigned long long _HIGHS, _ONES


cdef class _Laid:
    cdef unsigned short[::1] columns, ends, rows
    cdef float[::1] borders, leaves
    cdef unsigned char[::1] marks
    cdef Py_ssize_t depth
    cdef double bias


@cython.locals(
    columns=Py_ssize_t, begin=Py_ssize_t, count=Py_ssize_t, n=Py_ssize_t, width=Py_ssize_t, sums=float[::1], bias=double,
)
cdef _fill(_Laid laid, const float[::1] cells, Py_ssize_t total, Py_ssize_t first, Py_ssize_t end, float[::1] out)

@cython.locals(
    columns=(ushort[::1]), ends=(ushort[::1]), borders=float[::1], width=Py_ssize_t, begin=Py_ssize_t, row=Py_ssize_t, cell=Py_ssize_t,
    stop=Py_ssize_t, n=Py_ssize_t, border=Py_ssize_t, a=float, b=float, c=float, d=float, value=float,
)
cdef _rank(_Laid laid, const float[::1] cells, Py_ssize_t total, Py_ssize_t first, int[::1] counts, unsigned char[::1] ranks)

@cython.locals(
    rows=(ushort[::1]), marks=(uchar[::1]), leaves=float[::1], asks=Py_ssize_t, depth=Py_ssize_t, width=Py_ssize_t, unused=int,
    tree=Py_ssize_t, one=Py_ssize_t, two=Py_ssize_t, three=Py_ssize_t, four=Py_ssize_t, n=Py_ssize_t, k=Py_ssize_t, ask=Py_ssize_t,
    a=cython.ulonglong, b=cython.ulonglong, c=cython.ulonglong, d=cython.ulonglong,
)
cdef _fall(_Laid laid, const unsigned long long[::1] ranks, unsigned long long[::1] asked, float[::1] sums, Py_ssize_t eights)
