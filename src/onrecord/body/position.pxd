cimport cython
cimport libc.math as math


cdef double _LITTLE, _UNKNOWN
cdef int _PLACE, _HEADING
cdef Py_ssize_t _LISTED
cdef const double[::1] _LOGS


@cython.locals(n=Py_ssize_t, core=Py_ssize_t, enough=double)
cdef Py_ssize_t _smallest(const double[::1] kept, const double[::1] size) except -1

cpdef Py_ssize_t fill_places(tally, core, out, Py_ssize_t at) except -1

@cython.locals(total=Py_ssize_t, size=double[::1], kept=double[::1], whole=double, blocks=double, length=double, n=Py_ssize_t)
cdef _in_order(tally, Py_ssize_t first_good, Py_ssize_t last_good, float[::1] out, Py_ssize_t at)

@cython.locals(
    total=Py_ssize_t, kept=double[::1], headings=double[::1], kinds=(longlong[::1]), dress=(longlong[::1]), inside=(longlong[::1]),
    headline=Py_ssize_t, whole=double, start=Py_ssize_t, behind=Py_ssize_t, worn=cython.longlong, high=Py_ssize_t, alike=Py_ssize_t,
    n=Py_ssize_t,
)
cdef _by_headline(tally, float[::1] out, Py_ssize_t at)

cdef bint _is_high(level) except -1

@cython.locals(
    total=Py_ssize_t, held=double[::1], inside=(longlong[::1]), depth=(longlong[::1]), article=(longlong[::1]), chain=(longlong[::1]),
    levels=(longlong[::1]), whole=double, container=Py_ssize_t, end=Py_ssize_t, core_share=double, core_part=double,
    mine=cython.longlong, its=cython.longlong, n=Py_ssize_t, level=Py_ssize_t,
)
cdef _by_core(tally, core, float[::1] out, Py_ssize_t at)

@cython.locals(
    first=(longlong[::1]), end=(longlong[::1]), found=(longlong[::1]), level=Py_ssize_t, n=Py_ssize_t, total=Py_ssize_t,
)
cdef _levels(tally, core, const long long[::1] chain)

@cython.locals(
    total=Py_ssize_t, size=double[::1], linked=double[::1], kept=double[::1], good=Py_ssize_t, n=Py_ssize_t,
)
cdef _since_good(tally, float[::1] out, Py_ssize_t at)

@cython.locals(total=Py_ssize_t, given=bint, n=Py_ssize_t, held=list)
cdef _in_data(tally, float[::1] out, Py_ssize_t at)

cdef double _signed_log(Py_ssize_t distance) except? -2
cdef double _log(Py_ssize_t count) except? -2
