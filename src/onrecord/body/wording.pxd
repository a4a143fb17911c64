cimport cython
cimport libc.math as math


cdef int _TEXT, _LINE, _TELLING, _OPENING, _ALIKE, _LOOKED
cdef int _SEEN, _SPACES, _CAPITALS, _DIGITS, _STOPS, _DENSE, _SIGNS, _ENDED, _SMALL, _ODD, _LOG, _LINKED, _BOLD, _GOOD

@cython.locals(total=Py_ssize_t, texts=list, description=str)
cpdef Py_ssize_t fill_wording(tally, out, Py_ssize_t at) except -1

@cython.locals(total=Py_ssize_t, whole=(longlong[::1]), blocks=double[::1], n=Py_ssize_t, of=double, spaces=cython.longlong)
cdef _fill_counts(tally, float[::1] out, Py_ssize_t at)

@cython.locals(alike=(longlong[::1]), times=dict, text=str, n=Py_ssize_t)
cdef _fill_times(list texts, float[::1] out, Py_ssize_t at)

@cython.locals(length=Py_ssize_t)
cdef Py_ssize_t _looks(str text) except -1

cdef bint _holds_all(str text, list marks) except -1

@cython.locals(length=Py_ssize_t, marks=list, text=str, n=Py_ssize_t)
cdef _fill_titled(list texts, str title, float[::1] out, Py_ssize_t at)

@cython.locals(text=str, n=Py_ssize_t)
cdef _fill_told(list texts, str description, float[::1] out, Py_ssize_t at)

@cython.locals(total=Py_ssize_t, n=Py_ssize_t)
cdef _fill_points(list texts, const double[::1] blocks, float[::1] out, Py_ssize_t at)

cdef double _in_title(str folded, str title) except -1

@cython.locals(end=Py_ssize_t, most=Py_ssize_t)
cdef bint _opens(str text, str description) except -1
