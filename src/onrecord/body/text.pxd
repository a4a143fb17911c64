cimport cython


@cython.locals(indices=list, other=list, kept=list, n=Py_ssize_t)
cpdef read_article(page)
@cython.locals(blocks=list, at=Py_ssize_t, end=Py_ssize_t)
cdef tuple _joined(kept, places)
@cython.locals(places=list, starts=list, ends=list)
cdef _span(blocks)
