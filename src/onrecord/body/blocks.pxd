cimport cython


cdef int _NOT, _INLINE, _PLAIN, _BOLD, _LINK, _BREAK, _RULE, _BLOCK, _H, _LI, _LIST, _QUOTE, _PRE, _TR, _STORY, _FOOT
cdef Py_ssize_t _DEEPEST, _MOST, _FULL
cdef dict _WAYS


cdef class _Cutter:
    cdef public list blocks, containers, parts, marks
    cdef public dict troubles, unseen
    cdef public Py_ssize_t elements, inside, lists, articles, bold, breaks, linked, bolded
    cdef public object kind, level, href, first, last
    cdef public bint broken

    @cython.locals(data=str, ways=dict, tag=str, way=int)
    cpdef walk(self, tuple children, int depth)
    cdef _read(self, int way, child, str tag, int depth)
    cdef _add(self, node, str data)
    cdef _mark(self, mark)
    cdef _stop(self, int depth)
    cdef read_break(self)
    cdef read_inline(self, child, str tag, int depth)
    @cython.locals(children=tuple, data=str)
    cdef read_link(self, child, int depth)
    @cython.locals(left=Py_ssize_t)
    cdef bint _is_unseen(self, element) except -1
    cdef bint _names_unseen(self, str name) except -1
    @cython.locals(children=tuple, containers=list, blocks=list, index=Py_ssize_t, outer=Py_ssize_t, first=Py_ssize_t)
    cdef read_block(self, child, str tag, int depth)
    @cython.locals(data=str, text=str, first=Py_ssize_t)
    cdef _read_text(self, child, str tag, only)
    cdef read_list(self, child, str tag, int depth)
    cdef read_as(self, kind, level, child, str tag, int depth)
    cdef read_row(self, row, int depth)
    @cython.locals(data=str, way=int)
    cdef _cell(self, cell, int depth)
    @cython.locals(marks=list, raw=str, text=str)
    cpdef flush(self)
    cdef _fill(self)

@cython.locals(c=Py_UCS4)
cdef bint _is_blank(str data) except -1
