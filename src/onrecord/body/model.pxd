cimport cython


cdef double _LEAST, _NEARLY
cdef Py_ssize_t _LONG, _NEAR, _CREDIT, _NOTE
cdef long long _ELSEWHERE, _APART, _SIGNED, _NOTED, _POINTED, _SIDE, _CAPTIONED

@cython.locals(
    threshold=double, blocks=tuple, choices=list, likely=list, headline=Py_ssize_t, prose=double[::1], times=float[::1], n=Py_ssize_t,
    kept=list,
)
cpdef choose_by(cut, seen, judged, settled)

@cython.locals(n=Py_ssize_t, probability=double)
cdef list _likely(tuple blocks, article, double threshold)

cdef bint _goes_on(before, after) except -1

@cython.locals(follower=Py_ssize_t, n=Py_ssize_t)
cdef _follow(cut, const double[::1] sizes, list choices, list likely)

@cython.locals(at=Py_ssize_t)
cdef Py_ssize_t _scope(cut, Py_ssize_t n) except? -1

@cython.locals(around=(longlong[::1]), n=Py_ssize_t)
cdef _name_others(cut, seen, list choices, list kept)

@cython.locals(size=Py_ssize_t)
cdef _named(block, long long around)

@cython.locals(text=str)
cdef _by_words(block)
