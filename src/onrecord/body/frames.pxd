cimport cython
cimport libc.math as math


cdef double _LITTLE
cdef int _CONTAINER, _WITHIN, _LEVELS, _DRESS, _SIZE, _LINKED, _KEPT, _INSIDE, _END, _UP
cdef int _LINKED_IN, _GOOD_IN, _KEPT_IN, _PROSE_IN, _HEADINGS_IN, _ITEMS_IN, _STOPS_IN

cpdef Py_ssize_t fill_containers(tally, out, Py_ssize_t at) except -1

@cython.locals(
    held=double[::1], around=(longlong[::1]), width=Py_ssize_t, page=Py_ssize_t, kept_of_all=double, good_of_all=double,
    n=Py_ssize_t, row=Py_ssize_t, count=Py_ssize_t, size=double, good=double, blocks=double, length=double,
)
cdef _describe(tally, double[::1] table)

@cython.locals(level=Py_ssize_t, n=Py_ssize_t, row=Py_ssize_t, cell=Py_ssize_t, k=Py_ssize_t)
cdef _spread(const long long[::1] levels, const double[::1] table, float[::1] out, Py_ssize_t at, Py_ssize_t total)

@cython.locals(
    blocks=(longlong[::1]), around=(longlong[::1]), total=Py_ssize_t, width=Py_ssize_t, n=Py_ssize_t, container=Py_ssize_t,
    level=Py_ssize_t,
)
cdef _find_levels(tally, long long[::1] levels)

@cython.locals(
    around=(longlong[::1]), held=double[::1], total=Py_ssize_t, width=Py_ssize_t, blocks=double[::1], sums=double[::1],
    before=Py_ssize_t, kept_of_all=double, level=Py_ssize_t, n=Py_ssize_t, container=Py_ssize_t, begin=Py_ssize_t,
    end=Py_ssize_t, kept=double, cell=Py_ssize_t,
)
cdef _fill_within(tally, const long long[::1] levels, float[::1] out, Py_ssize_t at)

cpdef Py_ssize_t fill_dress(tally, Py_ssize_t row, out, Py_ssize_t at) except -1

@cython.locals(
    total=Py_ssize_t, around=(longlong[::1]), whole=(longlong[::1]), blocks=double[::1], sums=double[::1],
    n=Py_ssize_t, kind=Py_ssize_t, size=double, kept_of_all=double, count=double, kept=double, length=double,
)
cdef _fill_dress(tally, Py_ssize_t row, double[::1] kinds, float[::1] out, Py_ssize_t at)
