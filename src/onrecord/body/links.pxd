cimport cython


cdef class Addresses:
    cdef public object page, root

    cpdef of(self, str href)
    cdef _from_root(self, str href)


@cython.locals(links=list, words=str, at=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t)
cpdef tuple links_inside(Addresses addresses, pieces, blocks)

@cython.locals(links=list, seen=set)
cpdef list links_beside(Addresses addresses, pieces, inside)

@cython.locals(start=Py_ssize_t, at=Py_ssize_t)
cdef bint _is_absolute(str href) except -1
cdef bint _is_of_host(Py_UCS4 c) except -1
cdef bint _is_written(str href, Py_ssize_t at) except -1
