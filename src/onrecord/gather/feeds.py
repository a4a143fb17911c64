"""Feeds: RSS and Atom by feedparser, JSON Feed by hand."""

import calendar
import io
from typing import Any, NamedTuple
from xml.sax import SAXException

import msgspec

from onrecord import limits
from onrecord.causes import one_line
from onrecord.gather.elements import with_ampersands, without_doctype
from onrecord.gather.listing import Kind, Listed, Listing, listed, moment, newest_first
from onrecord.jobs import Work, in_time
from onrecord.values.addresses import is_web


class _Feed(NamedTuple):
    data: bytes
    url: str | None
    content_type: str | None


def read_feed(data: bytes, url: str | None, content_type: str | None = None) -> Listing:
    """The pages of an RSS or Atom feed, the newest first.

    Read in another process, for so long and no longer: a few kilobytes can be made to keep feedparser busy for minutes.
    Document types are not read. One that declares entities gives nothing.
    """
    plain = without_doctype(data)
    if plain is None:
        return Listing(Kind.FEED, fault="entities are declared in it, which are not read")
    return in_time(
        Work(_parsed, _too_slow), _Feed(with_ampersands(plain), url, content_type), limits.FEED_SECONDS
    )


def _too_slow(_: _Feed) -> Listing:
    return Listing(
        Kind.FEED,
        fault=f"not a readable feed: it takes more than {limits.FEED_SECONDS:g} seconds or too much memory",
    )


def _parsed(feed: _Feed) -> Listing:
    import feedparser  # there where anything is gathered (`crawl.need_extra`)

    # Relative addresses are read against xml:base, and that against the feed's own address (RFC 4287, 2).
    headers = {"content-type": feed.content_type or "application/xml", "content-location": feed.url or ""}
    # A stream: of bytes feedparser would first try whether they are the name of a file.
    read = feedparser.parse(
        io.BytesIO(feed.data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    found = (listed(entry.get("link"), feed.url, _when(entry)) for entry in read.entries[: limits.LISTING])
    pages = [one for one in found if one]
    whole = read.version and not isinstance(read.get("bozo_exception"), SAXException)
    cause = one_line(read.get("bozo_exception") or "it holds no entries")
    fault = None if whole or pages else f"not a readable feed: {cause}"
    return Listing(Kind.FEED, newest_first(pages), fault=fault)


def _when(entry: dict[str, Any]) -> float | None:
    """What feedparser reads as a time, else what pages write as one."""
    read = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        if read:  # in UTC
            return float(calendar.timegm(read))
    except (ValueError, TypeError, OverflowError):
        return None
    return moment(entry.get("published") or entry.get("updated"))


class _Item(msgspec.Struct):
    """An item of a JSON Feed (jsonfeed.org, version 1.1): texts, where it is right; what else it holds is left."""

    id: object = None
    url: object = None
    external_url: object = None
    date_published: object = None
    date_modified: object = None


class _JsonFeed(msgspec.Struct):
    version: str
    items: list[msgspec.Raw] = []
    """Each read by itself: a wrong one spoils no other."""


def read_json_feed(data: bytes, url: str | None) -> Listing:
    """The pages of a JSON Feed, the newest first."""
    try:
        feed = msgspec.json.decode(data, type=_JsonFeed)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        return Listing(Kind.FEED, fault=f"not a readable JSON Feed: {error}")
    pages = (_page(item, url) for item in feed.items[: limits.LISTING])
    return Listing(Kind.FEED, newest_first(page for page in pages if page))


def _page(raw: msgspec.Raw, url: str | None) -> Listed | None:
    try:
        item = msgspec.json.decode(raw, type=_Item)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None
    when = moment(_text(item.date_published) or _text(item.date_modified))
    own = _text(item.id) or ""  # which may be its address
    return listed(_text(item.url) or _text(item.external_url) or (own if is_web(own) else None), url, when)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
