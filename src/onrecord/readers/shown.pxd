cimport cython


cdef Py_ssize_t _LONG, _INDENTED, _FIRST


cdef class Shown:
    cdef public object page
    cdef public list found
    cdef set known

    cdef add(self, str field, str raw, source, element, tuple said=*)
    cdef add_value(self, str field, str value, source, element, name, tuple said)
    cdef bint is_new(self, str field, str raw) except -1
    @cython.locals(raw=str)
    cpdef heading(self, element, main=*)
    cpdef credits(self, element, str text)
    @cython.locals(raw=str)
    cpdef bint byline(self, element, how) except -1
    @cython.locals(shown=str, field=str)
    cpdef time(self, element)
    @cython.locals(raw=str, last=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, updated=bint, date=str)
    cpdef dates(self, element)
    @cython.locals(address=str, small=str, said=list)
    cpdef figure(self, element, setting)


cdef str _field_of(element, str shown)

@cython.locals(text=str)
cdef str _before(element)
