"""Feeds: RSS and Atom by feedparser, JSON Feed by hand."""

import calendar
import io
import re
from xml.sax import SAXException

import msgspec

from onrecord import limits
from onrecord.gather.elements import narrow
from onrecord.gather.listing import Kind, Listed, Listing, listed, moment, newest_first

__all__ = ["read_feed", "read_json_feed"]


def read_feed(data: bytes, url: str | None, content_type: str | None = None) -> Listing:
    """The pages of an RSS or Atom feed, the newest first.

    Document types are not read. One that declares entities gives nothing.
    """
    import feedparser  # there where anything is gathered (`crawl.need_extra`)

    plain = _without_doctype(narrow(data))
    if plain is None:
        return Listing(Kind.FEED, fault="entities are declared in it, which are not read")
    told = content_type if content_type and plain is data else "application/xml"
    # Relative addresses are read against xml:base, and that against the feed's own address (RFC 4287, 2).
    headers = {"content-type": told, "content-location": url or ""}
    # A stream: of bytes feedparser would first try whether they are the name of a file.
    read = feedparser.parse(
        io.BytesIO(plain), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    pages = []
    for entry in read.entries[: limits.LISTING]:
        when = entry.get("published_parsed") or entry.get("updated_parsed")
        if one := listed(entry.get("link"), url, _seconds(when)):
            pages.append(one)
    whole = read.version and not isinstance(read.get("bozo_exception"), SAXException)
    fault = None if whole or pages else f"not a readable feed: {_cause(read)}"
    return Listing(Kind.FEED, newest_first(pages), fault=fault)


def _cause(read: dict[str, object]) -> str:
    return " ".join(str(read.get("bozo_exception") or "it holds no entries").split())[:200]


def _seconds(when: object) -> float | None:
    try:
        return float(calendar.timegm(when)) if when else None  # type: ignore[arg-type]  # a struct_time in UTC
    except (ValueError, TypeError, OverflowError):
        return None


_DOCTYPE = re.compile(rb"<!DOCTYPE\b[^\[>]{0,2000}([\[>]?)", re.IGNORECASE)


def _without_doctype(data: bytes) -> bytes | None:
    """``data`` without its document type; None where that declares something."""
    if b"<!ENTITY" in data.upper()[:100_000]:
        return None
    found = _DOCTYPE.search(data[:100_000])
    if found is None:
        return data
    return data[: found.start()] + data[found.end() :] if found[1] == b">" else None


class _Item(msgspec.Struct):
    """An item of a JSON Feed (jsonfeed.org, version 1.1): texts, where it is right; what else it holds is left."""

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
        feed = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_JsonFeed)
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
    return listed(_text(item.url) or _text(item.external_url), url, when)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
