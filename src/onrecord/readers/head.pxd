cimport cython


cdef Py_ssize_t _AFTER, _BEFORE, _LONG, _PROSE, _SENTENCE, _NAME, _LEAST, _MOST
cdef int _WRAPS
cdef long long _BYLINE
cdef frozenset _CREDIT_OPENS, _OF_AUTHORS, _SILENT, _STOPS


cdef class Line:
    cdef public object element, first
    cdef public str text
    cdef public bint bare, under


@cython.locals(title=str, data=str, text=str)
cpdef line_of_title(page)

@cython.locals(first=Py_ssize_t, end=Py_ssize_t, at=Py_ssize_t, blocks=tuple, below=str)
cpdef tuple lines_around(pieces, main)

@cython.locals(tag=str)
cdef tuple _within(pieces, main)

@cython.locals(_=int)
cdef bint _stands_in(block, element) except -1

cdef bint _is_line_below(block, str said) except -1

@cython.locals(lines=list, blocks=tuple, containers=tuple, prose=Py_ssize_t, n=Py_ssize_t, text=str, line=Line)
cdef list _lines(pieces, numbers, main, str below, Py_ssize_t first, Py_ssize_t end)

cdef list _of_block(pieces, block, inner)

cdef bint _is_told(str text) except -1

@cython.locals(told=list, line=Line, text=str, expecting=bint, bare=bint, signed=bint, dated=bint)
cpdef list telling(list lines, setting, under)

cdef bint _opens_credits(str text) except -1

cdef bint _is_byline(Line line) except -1

cdef _author_link(element)

cdef _named_around(link, line)

@cython.locals(parts=list, n=Py_ssize_t)
cpdef bint leads_to_author(link) except -1

cpdef str name_of(element)

@cython.locals(left=Py_ssize_t, name=str, ident=str, test=str)
cpdef long long said_of(element) except -1
