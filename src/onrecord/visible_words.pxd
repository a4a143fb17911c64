cimport cython


cdef int _DEEPEST
cdef frozenset _UNREAD, _BREAKS
cdef str _BREAK


@cython.locals(parts=list)
cpdef list lines(element)

@cython.locals(parts=list)
cpdef str words(element)

@cython.locals(out=list, part=str, before=str)
cdef str _joined(list parts)

cdef bint _set_apart(Py_UCS4 before, Py_UCS4 after) except -1

cdef bint _are_words(str before, str after) except -1

cdef bint _is_caseless(Py_UCS4 c) except -1

@cython.locals(tag=str)
cdef _gather(element, list parts, int depth, str sign)
