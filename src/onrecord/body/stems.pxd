cimport cython


cdef int _LETTERS, _HYPHEN, _LONG, _A, _SMALL, _ENDS, _DEPTH
cdef Py_ssize_t _TOKEN, _NAME
cdef bint _LOOPS
cdef long long _ASK


cdef class Stems:
    cdef public list ways, marks, sizes
    cdef public dict unlike
    cdef object of_token
    cdef unsigned short[::1] rows
    cdef const unsigned char[::1] depths
    cdef const long long[::1] within, opening, closing, alone, paired

    cdef _spell(self)
    cdef _learn(self, str written, bit)
    cdef _node(self, str letters)
    cdef _child(self, node, str letter)
    @cython.locals(
        unlike=dict, within=list, closing=list, shorter=list, waiting=list, node=Py_ssize_t, other=Py_ssize_t, letter=Py_ssize_t,
        further=Py_ssize_t, later=Py_ssize_t,
    )
    cdef _link(self, unsigned short[::1] ways)
    @cython.locals(token=str, bits=cython.longlong)
    cpdef bits_of(self, str name)
    @cython.locals(
        bits=cython.longlong, paired=Py_ssize_t, at=Py_ssize_t, end=Py_ssize_t, stop=Py_ssize_t, node=Py_ssize_t, n=Py_ssize_t, depth=int,
    )
    cpdef long long _of_classes(self, str name, Py_ssize_t size) except -1
    @cython.locals(n=Py_ssize_t)
    cdef Py_ssize_t _walk(self, str name, Py_ssize_t at, Py_ssize_t stop, Py_ssize_t node) except -1
    @cython.locals(further=Py_ssize_t)
    cdef Py_ssize_t _further(self, Py_ssize_t node, Py_ssize_t letter) except -1
    @cython.locals(bits=cython.longlong)
    cdef long long _of_stems(self, str name, Py_ssize_t at, Py_ssize_t stop, Py_ssize_t size, Py_ssize_t node) except -1
    cdef long long _unless(self, str rest, Py_ssize_t node) except -1


@cython.locals(stop=Py_ssize_t, small=Py_ssize_t)
cdef Py_ssize_t _word_end(str name, Py_ssize_t at, Py_ssize_t end) except -1
