cimport cython


cdef int _LABELS
cdef double _NEVER


@cython.locals(
    none=double, s1=double, s2=double, c1=double, c2=double, t1=double, t2=double, top=double,
    o=double, bs=double, fs=double, bc=double, fc=double, bt=double, ft=double,
    ends=double[::1], at=Py_ssize_t, label=Py_ssize_t, n=Py_ssize_t, labels=list,
)
cpdef list path(list scores)
