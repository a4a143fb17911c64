cimport cython


@cython.locals(c=Py_UCS4, apart=bint, blank=bint)
cdef bint _is_single(str text) except -1

@cython.locals(pieces=list, start=Py_ssize_t, n=Py_ssize_t, c=Py_UCS4, apart=bint)
cdef str _pieced(str text)

@cython.locals(c=Py_UCS4, apart=bint, blank=bint, count=Py_ssize_t)
cdef Py_ssize_t _counted(str text) except -1

@cython.locals(c=Py_UCS4)
cdef bint _all_seen(str text) except -1

cdef bint _is_space(Py_UCS4 c) noexcept
cdef bint _is_charwise(Py_UCS4 c) except -1
