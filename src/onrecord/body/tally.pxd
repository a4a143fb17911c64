cimport cython
cimport libc.math as math


cdef int _GOOD, _WORD, _HEADING_KIND, _ITEM_KIND
cdef double _FEW_LINKS
cdef long long _ASIDE


cdef class Tally:
    cdef public object page, letters, size, logs, linked, good, kinds, around, inside, own, near, named, kept, sums, held, data
    cdef public tuple blocks
    cdef public list texts
    cdef public Py_ssize_t total, headline

    @cython.locals(
        size=double[::1], logs=double[::1], linked=double[::1], good=double[::1], kinds=(longlong[::1]), seen=(longlong[::1]), dense=(longlong[::1]),
        stops=(longlong[::1]), n=Py_ssize_t, length=Py_ssize_t, in_links=double, kind=int,
    )
    cdef _measure(self)
    @cython.locals(
        inside=(longlong[::1]), own=(longlong[::1]), near=(longlong[::1]), named=(longlong[::1]), good=double[::1], kept=double[::1],
        owns=(longlong[::1]), nears=(longlong[::1]), names=(longlong[::1]), page=Py_ssize_t, kept_of_all=double, n=Py_ssize_t, at=Py_ssize_t,
    )
    cdef _surround(self, double good_of_all)
    cdef _sum(self)


@cython.locals(n=Py_ssize_t)
cdef _add_up(const double[::1] values, double[::1] sums)

@cython.locals(n=Py_ssize_t)
cdef _differences(const double[::1] sums, const long long[::1] first, const long long[::1] end, double[::1] held)

@cython.locals(
    size=double[::1], linked=double[::1], good=double[::1], kept=double[::1], kinds=(longlong[::1]), stops=(longlong[::1]),
    sizes=double[::1], links=double[::1], goods=double[::1], kepts=double[::1], proses=double[::1], headings=double[::1],
    items=double[::1], stopped=double[::1], n=Py_ssize_t,
)
cdef _sum_up(Tally tally)

cdef int _number_of(kind) except -1
