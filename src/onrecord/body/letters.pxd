cimport cython


cdef int _COUNTED, _COUNTS, _FIELD, _ENDED_ROW, _SMALL_ROW, _ODD_ROW
cdef unsigned int _KNOWN

@cython.locals(
    total=Py_ssize_t, n=Py_ssize_t, length=Py_ssize_t, seen=Py_ssize_t, text=str, c=Py_UCS4, code=cython.uint, first=int,
    last=int, field=int, sums=cython.longlong,
)
cdef _fill(long long[::1] cells, list texts, const unsigned short[::1] table, const long long[::1] fields)
