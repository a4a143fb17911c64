cimport cython


@cython.locals(pieces=list, lines=list, line=str, piece=str)
cpdef str broken_text(str raw, marks)

@cython.locals(
    anchors=list, start=Py_ssize_t, at=Py_ssize_t, end=Py_ssize_t, n=Py_ssize_t, apart=bint, fresh=bint, c=Py_UCS4,
)
cpdef tuple anchors_of(str raw, marks, Py_ssize_t size, bint pre)
