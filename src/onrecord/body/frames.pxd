cimport cython
cimport libc.math as math


cdef double _LITTLE
cdef int _CONTAINER, _WITHIN, _LEVELS, _DRESS

cpdef Py_ssize_t fill_containers(tally, out, Py_ssize_t at) except -1

@cython.locals(
    first=(longlong[::1]), end=(longlong[::1]), size=double[::1], linked=double[::1], good=double[::1], kept=double[::1],
    prose=double[::1], headings=double[::1], items=double[::1], stops=double[::1], page=Py_ssize_t, kept_of_all=double,
    good_of_all=double, n=Py_ssize_t, row=Py_ssize_t, count=Py_ssize_t, blocks=double, length=double,
)
cdef _describe(tally, double[::1] table)

@cython.locals(level=Py_ssize_t, n=Py_ssize_t, row=Py_ssize_t, cell=Py_ssize_t, k=Py_ssize_t)
cdef _spread(const long long[::1] levels, const double[::1] table, float[::1] out, Py_ssize_t at, Py_ssize_t total)

@cython.locals(
    inside=(longlong[::1]), up=(longlong[::1]), first=(longlong[::1]), end=(longlong[::1]), total=Py_ssize_t, found=(longlong[::1]),
    n=Py_ssize_t, container=Py_ssize_t, level=Py_ssize_t,
)
cdef _levels(tally)

@cython.locals(
    first=(longlong[::1]), end=(longlong[::1]), total=Py_ssize_t, held=double[::1], before=double[::1], kept=double[::1],
    kept_of_all=double, level=Py_ssize_t, n=Py_ssize_t, container=Py_ssize_t, begin=Py_ssize_t, cell=Py_ssize_t,
)
cdef _fill_within(tally, const long long[::1] levels, float[::1] out, Py_ssize_t at)

@cython.locals(
    total=Py_ssize_t, inside=(longlong[::1]), size=double[::1], linked=double[::1], kept=double[::1], before=double[::1],
    most=Py_ssize_t, count_of=double[::1], size_of=double[::1], link_of=double[::1], kept_of=double[::1], n=Py_ssize_t,
    kind=Py_ssize_t, kept_of_all=double, length=double,
)
cpdef Py_ssize_t fill_dress(tally, const long long[::1] kinds, float[::1] out, Py_ssize_t at) except -1
