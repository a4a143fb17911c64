cimport cython
cimport libc.math as math


cdef int _TEXT, _LINE, _TELLING, _POINTER, _OPENING

@cython.locals(total=Py_ssize_t, texts=list, blocks=tuple, n=Py_ssize_t, text=str, title=str, description=str, told=bint)
cpdef Py_ssize_t fill_wording(tally, float[::1] out, Py_ssize_t at) except -1

@cython.locals(
    total=Py_ssize_t, texts=list, blocks=tuple, logs=double[::1], linked=double[::1], good=double[::1], seen=(longlong[::1]), spaces=(longlong[::1]),
    capitals=(longlong[::1]), digits=(longlong[::1]), stops=(longlong[::1]), dense=(longlong[::1]), signs=(longlong[::1]),
    ended=(longlong[::1]), small=(longlong[::1]), odd=(longlong[::1]), n=Py_ssize_t, of=double, bold=double, length=Py_ssize_t,
)
cdef _fill_counts(tally, float[::1] out, Py_ssize_t at)

@cython.locals(folded=str)
cdef double _in_title(str text, str title) except -1

@cython.locals(end=Py_ssize_t, most=Py_ssize_t)
cdef bint _opens(str text, str description) except -1
cdef bint _points(str text) except -1
