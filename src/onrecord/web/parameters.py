"""What the address of a page of the reading room asks for, and who asks."""

from starlette.requests import Request

_DIGITS = 5
"""Of the largest number that an address names; no list of a page is as long."""


def number(raw: str | None, digits: int = _DIGITS) -> int | None:
    """The number that ``raw`` is in ASCII digits, at most so many; None of anything else.

    >>> number("12"), number("-1"), number("١٢"), number("100000"), number(None)
    (12, None, None, None, None)
    """
    told = raw is not None and raw.isascii() and raw.isdigit() and len(raw) <= digits
    return int(raw) if told and raw else None


def page_number(request: Request, last: int) -> int:
    """The page of a list that ``p`` asks for, from 1 to ``last``; what is no number is the first."""
    asked = number(request.query_params.get("p"))
    return 1 if asked is None else min(max(asked, 1), last)


def words(request: Request, name: str) -> str | None:
    """What ``name`` says, without the white space around it; None where it says nothing."""
    return request.query_params.get(name, "").strip() or None


def is_for_htmx(request: Request) -> bool:
    """Whether a page of ours asks for a part of itself."""
    return request.headers.get("hx-request") == "true"
