"""Lists that go on over several pages: where the page before and the one after are."""

from collections.abc import Callable, Iterable
from typing import TypedDict, TypeVar
from urllib.parse import urlencode

from starlette.requests import Request

from onrecord.web.parameters import page_number

T = TypeVar("T")

_LAST = 100
"""The last page of a list that can be reached."""


class Turns(TypedDict):
    """The number of the first on a page, from 1, and addresses; None where there is no such page."""

    first: int
    newer: str | None
    older: str | None


def paged(request: Request, size: int, ask: Callable[..., Iterable[T]]) -> tuple[list[T], Turns]:
    """What stands on the page that ``p`` asks for, ``size`` at most, and what is told of it.

    ``ask`` takes how many are wanted (``limit``) and how many are passed over (``offset``).
    """
    number = page_number(request, _LAST)
    found = list(ask(limit=size + 1, offset=(number - 1) * size))

    def at(page: int) -> str:
        told = {**request.query_params, "p": str(page)}
        return f"{request.url.path}?{urlencode(told)}"

    return found[:size], {
        "first": (number - 1) * size + 1,
        "newer": at(number - 1) if number > 1 else None,
        "older": at(number + 1) if len(found) > size and number < _LAST else None,
    }
