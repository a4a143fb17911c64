"""Lists that go on over several pages: where the page before and the one after are."""

from typing import TypedDict
from urllib.parse import urlencode

from starlette.requests import Request

__all__ = ["LAST", "Turns", "turns"]

LAST = 100
"""The last page of a list that can be reached."""


class Turns(TypedDict):
    """Addresses; None where there is no such page."""

    newer: str | None
    older: str | None


def turns(request: Request, number: int, *, more: bool) -> Turns:
    """The page before page ``number`` and the page after it; ``more``: there is something to show on that."""

    def at(page: int) -> str:
        told = {**request.query_params, "p": str(page)}
        return f"{request.url.path}?{urlencode(told)}"

    return {
        "newer": at(number - 1) if number > 1 else None,
        "older": at(number + 1) if more and number < LAST else None,
    }
