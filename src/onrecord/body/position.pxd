cimport cython
cimport libc.math as math


cdef double _LITTLE, _UNKNOWN
cdef int _PLACE, _HEADING, _HIGH, _END, _UP, _DEPTH, _DRESS, _ARTICLE, _KEPT, _KIND, _LEVEL, _INSIDE
cdef int _LINKED_IN, _KEPT_IN, _HEADINGS_IN
cdef Py_ssize_t _LISTED
cdef const double[::1] _LOGS


@cython.locals(kept=Py_ssize_t, core=Py_ssize_t, enough=double, n=Py_ssize_t)
cdef Py_ssize_t _smallest(const double[::1] held, Py_ssize_t width) except -1

@cython.locals(total=Py_ssize_t, blocks=double[::1], one=Py_ssize_t, other=Py_ssize_t)
cdef tuple _good_ends(tally, Py_ssize_t first, Py_ssize_t end)

cpdef Py_ssize_t fill_places(tally, core, out, Py_ssize_t at) except -1

@cython.locals(total=Py_ssize_t, sums=double[::1], kept=Py_ssize_t, whole=double, blocks=double, length=double, n=Py_ssize_t)
cdef _in_order(tally, Py_ssize_t first_good, Py_ssize_t last_good, float[::1] out, Py_ssize_t at)

@cython.locals(
    total=Py_ssize_t, width=Py_ssize_t, headline=Py_ssize_t, sums=double[::1], blocks=(longlong[::1]), around=(longlong[::1]),
    kept=Py_ssize_t, headings=Py_ssize_t, dress=Py_ssize_t, whole=double, start=Py_ssize_t, behind=Py_ssize_t,
    worn=cython.longlong, high=Py_ssize_t, alike=Py_ssize_t, n=Py_ssize_t,
)
cdef _by_headline(tally, float[::1] out, Py_ssize_t at)

@cython.locals(
    around=(longlong[::1]), total=Py_ssize_t, width=Py_ssize_t, held=double[::1], blocks=(longlong[::1]), depth=Py_ssize_t,
    article=Py_ssize_t, kept=Py_ssize_t, chain=(longlong[::1]), levels=(longlong[::1]), whole=double, container=Py_ssize_t,
    end=Py_ssize_t, core_share=double, core_part=double, mine=cython.longlong, its=cython.longlong, n=Py_ssize_t,
    level=Py_ssize_t, inside=Py_ssize_t,
)
cdef _by_core(tally, core, float[::1] out, Py_ssize_t at)

cdef _outwards(const long long[::1] around, Py_ssize_t width, Py_ssize_t container)

@cython.locals(level=Py_ssize_t, n=Py_ssize_t)
cdef _find_levels(
    const long long[::1] around, Py_ssize_t width, const long long[::1] chain, Py_ssize_t first, Py_ssize_t end,
    long long[::1] levels,
)

@cython.locals(total=Py_ssize_t, sums=double[::1], blocks=double[::1], linked=Py_ssize_t, good=Py_ssize_t, n=Py_ssize_t)
cdef _since_good(tally, float[::1] out, Py_ssize_t at)

cdef _in_data(tally, out, Py_ssize_t at)

@cython.locals(n=Py_ssize_t)
cdef _fill_data(Py_ssize_t total, bint given, Py_ssize_t first, Py_ssize_t last, float[::1] out, Py_ssize_t at)

cdef double _signed_log(Py_ssize_t distance) except? -2
cdef double _log(Py_ssize_t count) except? -2
