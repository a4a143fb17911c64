cimport cython
cimport libc.math as math


cdef int _GOOD_FROM, _WORD, _HEADING_KIND, _ITEM_KIND, _WHOLE_ROWS, _NUMBER_ROWS, _SUM_ROWS
cdef int _SIZE, _LOG, _LINKED, _BOLD, _GOOD, _KEPT, _KIND, _LEVEL, _INSIDE, _OWN_OF, _NEAR_BY, _NAMED
cdef int _SEEN, _STOPS, _DENSE, _END, _OWN, _NEAR, _AROUND
cdef double _FEW_LINKS
cdef long long _ASIDE


cdef class Tally:
    cdef public object page, wholes, numbers, around, sums, held, data
    cdef public list texts
    cdef public Py_ssize_t total, width, headline

    @cython.locals(
        total=Py_ssize_t, wholes=(longlong[::1]), numbers=double[::1], texts=list, n=Py_ssize_t, text=str, linked=double, bold=double,
        length=Py_ssize_t,
    )
    cdef _read(self, tuple blocks)
    @cython.locals(
        total=Py_ssize_t, wholes=(longlong[::1]), numbers=double[::1], texts=list, n=Py_ssize_t, size=double, good=double, reads=bint,
    )
    cdef _measure(self, double[::1] before)
    @cython.locals(
        total=Py_ssize_t, width=Py_ssize_t, around=(longlong[::1]), wholes=(longlong[::1]), numbers=double[::1], kept_of_all=double,
        n=Py_ssize_t, at=Py_ssize_t,
    )
    cdef _surround(self, double good_of_all)
    @cython.locals(
        total=Py_ssize_t, width=Py_ssize_t, around=(longlong[::1]), wholes=(longlong[::1]), numbers=double[::1], sums=double[::1],
        held=double[::1], row=Py_ssize_t, n=Py_ssize_t, size=double, good=double, kind=int, first=Py_ssize_t, end=Py_ssize_t,
        k=Py_ssize_t,
    )
    cdef _sum(self)


cdef int _number_of(kind) except -1
