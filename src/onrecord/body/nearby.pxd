cimport cython
cimport libc.math as math


cdef long long _ASIDE
cdef int _NEXT, _WINDOW, _HEADING

@cython.locals(
    total=Py_ssize_t, logs=double[::1], linked=double[::1], good=double[::1], kinds=(longlong[::1]), near=(longlong[::1]),
    inside=(longlong[::1]), dress=(longlong[::1]), up=(longlong[::1]), seen=(longlong[::1]), ended=(longlong[::1]),
    digits=(longlong[::1]), signs=(longlong[::1]), step=Py_ssize_t, n=Py_ssize_t, other=Py_ssize_t, mine=Py_ssize_t,
    its=Py_ssize_t, of=double,
)
cpdef Py_ssize_t fill_neighbours(tally, float[::1] out, Py_ssize_t at) except -1

@cython.locals(
    total=Py_ssize_t, size=double[::1], linked=double[::1], kept=double[::1], headings=double[::1], first=Py_ssize_t,
    end=Py_ssize_t, n=Py_ssize_t, begin=Py_ssize_t, stop=Py_ssize_t, length=double, some=double,
)
cpdef Py_ssize_t fill_windows(tally, float[::1] out, Py_ssize_t at) except -1
