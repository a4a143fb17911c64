cimport cython


cdef int _LETTERS, _HYPHEN, _LONG, _A, _SMALL
cdef long long _ASK


cdef class Stems:
    cdef public list ways, marks
    cdef public dict unlike
    cdef object of_token
    cdef const unsigned short[::1] rows
    cdef const long long[::1] within, opening, closing, alone, paired

    cdef _learn(self, str written, bit)
    cdef _node(self, str letters)
    @cython.locals(token=str, bits=cython.longlong)
    cpdef bits_of(self, str name)
    @cython.locals(at=Py_ssize_t, stop=Py_ssize_t, paired=Py_ssize_t, node=Py_ssize_t, bits=cython.longlong)
    cpdef long long _of_token(self, str token) except -1
    @cython.locals(n=Py_ssize_t, c=Py_UCS4)
    cdef Py_ssize_t _walk(self, str token, Py_ssize_t at, Py_ssize_t stop, Py_ssize_t node) except -1
    @cython.locals(first=Py_ssize_t, n=Py_ssize_t, node=Py_ssize_t, bits=cython.longlong)
    cdef long long _of_word(self, str token, Py_ssize_t start, Py_ssize_t stop) except -1
    cdef long long _unless(self, str rest, Py_ssize_t node) except -1


@cython.locals(stop=Py_ssize_t, small=Py_ssize_t)
cdef Py_ssize_t _word_end(str token, Py_ssize_t at) except -1
