cimport cython


cdef Py_ssize_t _SLACK, _LONGEST


@cython.locals(start=Py_ssize_t, end=Py_ssize_t)
cdef _plainly(tags, block)
cdef Py_ssize_t _behind_tag_before(tags, text) except? -1
cdef bint _is_tag_after(tags, text, Py_ssize_t at) except -1
@cython.locals(n=Py_ssize_t, size=Py_ssize_t, stop=Py_ssize_t, sign=Py_ssize_t)
cdef Py_ssize_t _read_on(str text, Py_ssize_t at, str words) except? -1
@cython.locals(size=Py_ssize_t, c=Py_UCS4)
cdef Py_ssize_t _read_piece(str source, str words, Py_ssize_t n) except? -1
@cython.locals(closes=bint, start=Py_ssize_t, name=str, c=Py_UCS4)
cdef Py_ssize_t _tag_end(str text, Py_ssize_t at, Py_ssize_t stop) except? -1
cdef Py_ssize_t _most(Py_ssize_t size) except -1
