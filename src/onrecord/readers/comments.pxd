cpdef bint opens_comments(str text) except -1
