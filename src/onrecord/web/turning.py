"""Lists that go on over several pages: which page is asked for, and where the one before and after are."""

from typing import TypedDict
from urllib.parse import urlencode

from starlette.requests import Request

__all__ = ["Turns", "page_number", "turns"]

_MOST = 100
"""Pages that can be reached."""


class Turns(TypedDict):
    """Addresses; None where there is no such page."""

    newer: str | None
    older: str | None


def page_number(request: Request) -> int:
    """The page that ``p`` asks for, from 1; what is no number is the first."""
    raw = request.query_params.get("p", "")
    number = int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 6 else 1  # noqa: PLR2004
    return min(max(number, 1), _MOST)


def turns(request: Request, number: int, *, more: bool) -> Turns:
    """The page before page ``number`` and the page after it; ``more``: there is something to show on that."""

    def at(page: int) -> str:
        told = {**request.query_params, "p": str(page)}
        return f"{request.url.path}?{urlencode(told)}"

    return {
        "newer": at(number - 1) if number > 1 else None,
        "older": at(number + 1) if more and number < _MOST else None,
    }
