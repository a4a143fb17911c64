cimport cython


cdef int _ASCII
cdef unsigned int _LAST, _STEP
cdef bint _LOOPS


cdef class Needles:
    cdef object pattern
    cdef tuple words
    cdef Py_ssize_t width, ends
    cdef unsigned short[::1] columns, ways

    cdef list _ways(self, list nodes, list letters)
    @cython.locals(
        columns=(ushort[::1]), ways=(ushort[::1]), ends=Py_ssize_t, node=Py_ssize_t, at=Py_ssize_t, code=int, size=Py_ssize_t,
    )
    cpdef find(self, str text, Py_ssize_t start, Py_ssize_t stop)
    @cython.locals(
        columns=(ushort[::1]), ways=(ushort[::1]), ends=Py_ssize_t, node=Py_ssize_t, c=Py_UCS4, counts=list,
    )
    cpdef dict count(self, str text, Py_ssize_t stop)


@cython.locals(before=Py_ssize_t, at=Py_ssize_t)
cpdef Py_ssize_t find_by(str letter, str text, str word, Py_ssize_t start=*) except? -1

@cython.locals(word=str)
cpdef bint holds_any(str text, tuple words) except -1

@cython.locals(c=Py_UCS4, first=uint, second=uint, third=uint, two=uint, word=str, told=list)
cdef tuple _told_by_threes(str text, tuple words, unsigned char[::1] cells)

@cython.locals(c=Py_UCS4, first=uint, second=uint, third=uint, two=uint)
cdef bint _may_hold(unsigned char[::1] cells, str word) except -1

cpdef Py_ssize_t count_letter(str letter, str text) except -1

@cython.locals(count=int, c=Py_UCS4)
cdef int _counted(Py_UCS4 letter, str text) except -1
