cimport cython


cdef class _Kept:
    cdef public list choices, indices, blocks, places

    cpdef last(self, Py_ssize_t count)
    @cython.locals(n=Py_ssize_t)
    cpdef leave(self, which, why)

@cython.locals(other=list, kept=_Kept, at=object)
cpdef read_article(page, seen=*)
@cython.locals(blocks=list, at=Py_ssize_t, end=Py_ssize_t)
cpdef tuple joined(kept, places)
@cython.locals(places=list, starts=list, ends=list)
cpdef span_of(blocks)
