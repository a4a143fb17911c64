cimport cython
cimport libc.math as math


cdef long long _ASIDE
cdef int _NEXT, _WINDOW, _HEADING
cdef int _SEEN, _ENDED, _DIGITS, _SIGNS, _LOG, _LINKED, _GOOD, _KIND, _INSIDE, _NEAR_BY, _DRESS, _UP

@cython.locals(
    total=Py_ssize_t, width=Py_ssize_t, whole=(longlong[::1]), blocks=double[::1], around=(longlong[::1]), step=Py_ssize_t,
    n=Py_ssize_t, other=Py_ssize_t, mine=Py_ssize_t, its=Py_ssize_t, of=double,
)
cpdef Py_ssize_t fill_neighbours(tally, float[::1] out, Py_ssize_t at) except -1

@cython.locals(
    total=Py_ssize_t, sums=double[::1], linked=Py_ssize_t, kept=Py_ssize_t, headings=Py_ssize_t, first=Py_ssize_t,
    end=Py_ssize_t, n=Py_ssize_t, begin=Py_ssize_t, stop=Py_ssize_t, length=double, some=double,
)
cpdef Py_ssize_t fill_windows(tally, float[::1] out, Py_ssize_t at) except -1
