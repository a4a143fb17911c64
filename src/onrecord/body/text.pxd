cimport cython


@cython.locals(indices=list, other=list, kept=list, places=list, choices=list, n=Py_ssize_t, m=Py_ssize_t)
cpdef read_article(page, seen=*)
@cython.locals(blocks=list, at=Py_ssize_t, end=Py_ssize_t)
cdef tuple _joined(kept, places)
@cython.locals(places=list, starts=list, ends=list)
cdef _span(blocks)
