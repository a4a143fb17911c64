"""What becomes of an address after a failure: asked again, and when; or not. Pure: times are given."""

import datetime as dt
import email.utils
import http.client
from collections.abc import Iterable
from typing import NamedTuple

from onrecord import limits
from onrecord.gather.manners import Manners

PASSING = frozenset((408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524))
"""Answers that another time may be better ones."""

_ASKED_FOR = frozenset((429, 503))
"""Answers that speak for the whole host."""


class Later(NamedTuple):
    """When to ask again."""

    wait_s: float
    whole_host: bool
    """Whether nothing else is asked of the host before."""


def again(
    manners: Manners, tries: int, status: int | None = None, asked_s: float | None = None
) -> Later | None:
    """When an address is asked again that failed for the ``tries``-th time; None where it is given up.

    ``status`` is None where no answer came; ``asked_s`` is how long the server asked to wait.

    >>> again(Manners(backoff_s=5), 2, 503)
    Later(wait_s=20.0, whole_host=True)
    >>> again(Manners(), 1, 404) is None, again(Manners(retries=3), 4) is None
    (True, True)
    """
    if (status is not None and status not in PASSING) or tries > manners.retries:
        return None
    return Later(wait_s(manners, tries) if asked_s is None else asked_s, status in _ASKED_FOR)


def wait_s(manners: Manners, tries: int) -> float:
    """How long is waited after the ``tries``-th failure in a row where the server does not say: at most a day too."""
    return min(manners.backoff_s * 4.0 ** min(tries - 1, 20), limits.RETRY_AFTER_S)


def refusal(status: int, headers: Iterable[tuple[str, str]]) -> str:
    """What an answer that is no page says, for a person to read.

    >>> refusal(404, ()), refusal(302, (("Location", "file:///etc/hosts"),))
    ('404 Not Found', '302 Found, to no web address')
    """
    elsewhere = 300 <= status < 400 and any(name.lower() == "location" for name, _ in headers)  # noqa: PLR2004
    phrase = f"{status} {http.client.responses.get(status, '')}".strip()
    return f"{phrase}, to no web address" if elsewhere else phrase


def retry_after(raw: str | None, now: float) -> float | None:
    """The seconds that a ``Retry-After`` header asks to wait, at most a day; None where it asks for nothing readable.

    >>> retry_after("120", 0), retry_after("Thu, 01 Jan 1970 00:02:00 GMT", 60), retry_after("soon", 0)
    (120.0, 60.0, None)
    >>> retry_after("Thu, 01 Jan 1970 00:02:00 -0000", 99), retry_after("²", 0), retry_after("9" * 400, 0)
    (21.0, None, 86400.0)
    """
    text = (raw or "").strip()
    if text.isascii() and text.isdigit():
        wait = float(text[:10])
    else:
        try:
            moment = email.utils.parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError):
            return None
        wait = (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).timestamp() - now
    return min(max(wait, 0.0), limits.RETRY_AFTER_S)
