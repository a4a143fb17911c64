cimport cython


cdef class _Laid:
    cdef unsigned short[::1] columns, asked
    cdef float[::1] borders, leaves
    cdef Py_ssize_t depth


@cython.locals(
    columns=(ushort[::1]), borders=float[::1], asked=(ushort[::1]), leaves=float[::1], depth=Py_ssize_t, names=Py_ssize_t,
    trees=Py_ssize_t, yes=(uchar[::1]), n=Py_ssize_t, tree=Py_ssize_t, leaf=Py_ssize_t, level=Py_ssize_t,
)
cdef _add_up(_Laid laid, const float[::1] row, float[::1] out)
