cimport cython


@cython.locals(
    pieces=list, out=list, anchors=list, at=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, n=Py_ssize_t, count=Py_ssize_t,
    gap=bint, piece=str, text=str, whole=str,
)
cdef tuple _marked(str raw, marks, bint pre)
