"""What a source leads to: addresses of pages and of further sources."""

import datetime as dt
import enum
from collections.abc import Iterable
from typing import NamedTuple

from onrecord import limits
from onrecord.values.addresses import resolve
from onrecord.values.moments import Precision, parse_moment


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
    """A time of a source as seconds since 1970; a day is its midnight UTC; None where it is none, or less than a day.

    >>> moment("1970-01-02"), moment("Thu, 01 Jan 1970 01:00:00 +0100"), moment("yesterday")
    (86400.0, 0.0, None)
    """
    told = parse_moment(raw) if raw else None
    if told is None or told.precision in {Precision.YEAR, Precision.MONTH}:
        return None
    read = dt.datetime.fromisoformat(told.value)
    return (read if read.tzinfo else read.replace(tzinfo=dt.UTC)).timestamp()
