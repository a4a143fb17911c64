"""A property that is worked out when it is first asked for, and kept in the object."""

from collections.abc import Callable
from typing import Generic, Self, TypeVar, overload

_Owner = TypeVar("_Owner")
_Value = TypeVar("_Value")


class Once(Generic[_Owner, _Value]):
    """As `functools.cached_property`, which takes a lock before Python 3.12, and twice the time: a page has many such.

    >>> class Page:
    ...     @Once
    ...     def title(self) -> str:
    ...         return print("read") or "Rain in May"
    >>> page = Page()
    >>> page.title, page.title
    read
    ('Rain in May', 'Rain in May')
    """

    def __init__(self, work: Callable[[_Owner], _Value]) -> None:
        """``work`` gives the value. Its name is the property's, and what it says of itself."""
        self.work = work
        self.name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, owner: None, kind: type[_Owner]) -> Self: ...
    @overload
    def __get__(self, owner: _Owner, kind: type[_Owner]) -> _Value: ...
    def __get__(self, owner: _Owner | None, kind: type[_Owner]) -> Self | _Value:
        """The value of ``owner``, from now on an attribute of its own, so that this is not asked again."""
        if owner is None:
            return self
        value = owner.__dict__[self.name] = self.work(owner)
        return value
