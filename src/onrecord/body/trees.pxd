cimport cython


cdef Py_ssize_t _BATCH, _WIDE
cdef int _DEPTH


cdef class _Laid:
    cdef unsigned short[::1] columns, ends, rows
    cdef float[::1] borders, leaves
    cdef signed char[::1] marks
    cdef double bias


@cython.locals(
    begin=Py_ssize_t, count=Py_ssize_t, n=Py_ssize_t, width=Py_ssize_t, sums=float[::1], counts=int[::1], ranks=(schar[::1]),
    fallen=(schar[::1]), bias=double,
)
cdef _fill(_Laid laid, const float[::1] cells, Py_ssize_t total, Py_ssize_t first, Py_ssize_t end, float[::1] out)

@cython.locals(
    columns=(ushort[::1]), ends=(ushort[::1]), borders=float[::1], width=Py_ssize_t, begin=Py_ssize_t, row=Py_ssize_t, cell=Py_ssize_t,
    stop=Py_ssize_t, n=Py_ssize_t, border=Py_ssize_t, a=float, b=float, c=float, d=float, value=float,
)
cdef _rank(_Laid laid, const float[::1] cells, Py_ssize_t total, Py_ssize_t first, int[::1] counts, signed char[::1] ranks)

@cython.locals(
    rows=(ushort[::1]), marks=(schar[::1]), leaves=float[::1], theirs=float[::1], width=Py_ssize_t, tree=Py_ssize_t, k=Py_ssize_t, at=Py_ssize_t,
    to=Py_ssize_t, one=Py_ssize_t, two=Py_ssize_t, three=Py_ssize_t, four=Py_ssize_t, five=Py_ssize_t, n=Py_ssize_t,
    before=cython.schar, a=cython.schar, b=cython.schar, c=cython.schar, d=cython.schar, e=cython.schar,
)
cdef _fall(_Laid laid, const signed char[::1] ranks, signed char[::1] fallen, float[::1] sums)
