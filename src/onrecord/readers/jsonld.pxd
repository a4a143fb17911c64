cimport cython


cdef class _Node:
    cdef public dict object
    cdef public str path
    cdef public object script
    cdef public tuple types
    cdef public bint listed


@cython.locals(queue=list, where=str, inside=bint, depth=Py_ssize_t, i=Py_ssize_t, types=tuple, key=str)
cdef bint _walk(value, script, list nodes) except -1
@cython.locals(names=object)
cdef tuple _types(dict item)
cpdef str step(str path, str key)
@cython.locals(found=list, node=_Node, name=str, where=str)
cdef list _page_types(list nodes, article)
cdef _place(_Node node, str path)
@cython.locals(obj=dict, path=str, found=list, name=str, raw=str, where=str)
cdef list _thing(_Node node, source, dict known)
@cython.locals(obj=dict, found=list, name=str, field=str, raw=str, where=str)
cdef list _plain(_Node node, source)
@cython.locals(found=list, i=Py_ssize_t, key=str)
cdef list _strings(value, str path)
@cython.locals(found=list, i=Py_ssize_t)
cdef list _objects(value, str path, _Node node, dict known)
@cython.locals(found=list, where=str, kind=str, said=list, raw=str, at=str)
cdef list _people(value, str path, _Node node, source, dict known)
cdef list _publishers(value, str path, _Node node, source, dict known)
@cython.locals(found=list, name=str, field=str, said=list, raw=str, at=str, where=str)
cdef list _organization(dict obj, str path, _Node node, source)
@cython.locals(found=list, where=str)
cdef list _images(value, str path, _Node node, source, dict known)
@cython.locals(key=str, addresses=list, raw=str, where=str, said=tuple, k=str, v=str)
cdef list _picture(str field, dict obj, str path, _Node node, source)
@cython.locals(said=list)
cdef str _first(value)
@cython.locals(found=list, path=str, key=str, where=str)
cdef list _identity(_Node node, source)
@cython.locals(found=list, key=str, raw=str, where=str, at=str)
cdef list _speakable(value, str path, _Node node, source, dict known)
cdef list _site(_Node node)
