"""What a source leads to: addresses of pages and of further sources."""

import datetime as dt
import enum
from collections.abc import Iterable
from typing import NamedTuple

from onrecord import limits
from onrecord.values.addresses import resolve

__all__ = ["Kind", "Listed", "Listing", "listed", "moment", "newest_first"]


class Kind(enum.StrEnum):
    """What a source is."""

    FEED = "feed"
    SITEMAP = "sitemap"
    INDEX = "sitemap index"
    OPML = "list of feeds"
    FRONT = "front page"
    PAGE = "page"


class Listed(NamedTuple):
    """One address that a source names."""

    url: str
    moment: float | None = None
    """When it was published or last changed, as the source says; seconds since 1970."""


class Listing(NamedTuple):
    """What was read in a source."""

    kind: Kind
    pages: tuple[Listed, ...] = ()
    sources: tuple[Listed, ...] = ()
    fault: str | None = None
    """What is wrong with it; what could be read before is there."""


def listed(raw: str | None, base: str | None, when: float | None = None) -> Listed | None:
    """An address as a source writes it, read against the source's own; None where it is none.

    >>> listed(" /a#top ", "https://news.example/feed")
    Listed(url='https://news.example/a', moment=None)
    """
    if not raw or len(raw) > limits.ADDRESS_CHARACTERS:
        return None
    url = resolve(raw.strip(), base)
    return Listed(url.partition("#")[0], when) if url else None


def newest_first(found: Iterable[Listed]) -> tuple[Listed, ...]:
    """The newest first; those without a time after them, in their order.

    >>> [one.url for one in newest_first((Listed("a"), Listed("b", 1.0), Listed("c"), Listed("d", 2.0)))]
    ['d', 'b', 'a', 'c']
    """
    return tuple(sorted(found, key=lambda one: -one.moment if one.moment is not None else float("inf")))


def moment(raw: str | None) -> float | None:
    """A time of a source, ISO 8601, as seconds since 1970; a day is its midnight UTC; None where it is none.

    >>> moment("1970-01-02"), moment("1970-01-01T01:00:00+01:00"), moment("yesterday")
    (86400.0, 0.0, None)
    """
    try:
        read = dt.datetime.fromisoformat((raw or "").strip())
        return (read if read.tzinfo else read.replace(tzinfo=dt.UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
