cimport cython


cdef Py_ssize_t _NO_MORE, _NEAR


cdef class Tags:
    cdef public str text
    cdef public Py_ssize_t line, at, name, name_end, said, said_end

    @cython.locals(line=Py_ssize_t, column=Py_ssize_t, at=Py_ssize_t)
    cpdef Py_ssize_t start_of(self, element) except? -1
    @cython.locals(at=Py_ssize_t)
    cpdef Py_ssize_t behind(self, element) except? -1
    @cython.locals(at=Py_ssize_t)
    cpdef value(self, element, str name)
    @cython.locals(start=Py_ssize_t, end=Py_ssize_t)
    cdef bint _is_named(self, str name) except -1
    cdef Py_ssize_t _behind_name(self, Py_ssize_t at) except? -1
    @cython.locals(text=str, size=Py_ssize_t, sign=Py_ssize_t, c=Py_UCS4)
    cdef Py_ssize_t _behind_attribute(self, Py_ssize_t at) except? -1
    @cython.locals(text=str, size=Py_ssize_t, start=Py_ssize_t, c=Py_UCS4)
    cdef Py_ssize_t _behind_value(self, Py_ssize_t at) except? -1
    cdef Py_ssize_t _behind_blanks(self, Py_ssize_t at) except? -1


cdef bint _is_blank(Py_UCS4 c) except -1
cdef bint _is_end(Py_UCS4 c) except -1
cdef bint _may_repeat(Py_UCS4 c) except -1
