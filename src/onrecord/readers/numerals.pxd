cimport cython


cdef bint _LOOPS
cdef Py_ssize_t _YEAR
cdef Py_UCS4 _ASCII


cpdef bint has_date(str text) except -1

@cython.locals(found=list, at=Py_ssize_t, text=str)
cpdef list dated(list texts, Py_ssize_t longest)

@cython.locals(c=Py_UCS4, count=Py_ssize_t)
cpdef Py_ssize_t digits_in(str text) except -1

cdef bint _is_digit(Py_UCS4 c) noexcept

@cython.locals(c=Py_UCS4, at=Py_ssize_t, run=Py_ssize_t)
cdef bint _found(str text) except -1

cdef bint _is_behind_digit(str text, Py_ssize_t at) except -1
