cimport cython


cdef Py_ssize_t _SLACK, _LONGEST, _LONGEST_NAME, _SHORTEST_MORE


@cython.locals(places=list, containers=tuple)
cpdef list places_of(page, blocks)

@cython.locals(start=Py_ssize_t, end=Py_ssize_t)
cdef _plainly(tags, block, tuple containers)
@cython.locals(text=str, start=Py_ssize_t, end=Py_ssize_t)
cdef _wholly(tags, block, element, str tag)
@cython.locals(size=Py_ssize_t)
cdef bint _is_tag_next(str text, Py_ssize_t at) except -1
@cython.locals(stop=Py_ssize_t, opened=Py_ssize_t)
cdef Py_ssize_t _behind_inline(str text, Py_ssize_t at) except? -1
@cython.locals(name=str)
cdef bint _closes_inline(str text, Py_ssize_t at) except -1
@cython.locals(end=Py_ssize_t, stop=Py_ssize_t, name=str)
cdef str _inline_name(str text, Py_ssize_t at)
cdef bint _is_end(Py_UCS4 c) except -1
@cython.locals(start=Py_ssize_t, end=Py_ssize_t)
cpdef bint _closes(str text, Py_ssize_t at, str tag) except -1
cdef Py_ssize_t _behind_tag_before(tags, text) except? -1
cdef bint _is_tag_after(tags, text, Py_ssize_t at) except -1
@cython.locals(n=Py_ssize_t, size=Py_ssize_t, stop=Py_ssize_t, sign=Py_ssize_t)
cdef Py_ssize_t _read_on(str text, Py_ssize_t at, str words) except? -1
@cython.locals(behind=Py_ssize_t)
cdef bint _says(str text, Py_ssize_t at, Py_ssize_t end, str words) except -1
@cython.locals(size=Py_ssize_t, c=Py_UCS4)
cdef Py_ssize_t _read_piece(str source, str words, Py_ssize_t n) except? -1
@cython.locals(closes=bint, start=Py_ssize_t, c=Py_UCS4)
cdef Py_ssize_t _tag_end(str text, Py_ssize_t at, Py_ssize_t stop) except? -1
cdef Py_ssize_t _most(Py_ssize_t size) except -1
