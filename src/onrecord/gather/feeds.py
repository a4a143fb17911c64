"""Feeds: RSS and Atom by feedparser, JSON Feed by hand."""

import calendar
import io
import re

import msgspec

from onrecord import limits
from onrecord.errors import MissingExtra
from onrecord.gather.listing import Kind, Listing, listed, moment

__all__ = ["read_feed", "read_json_feed"]


def read_feed(data: bytes, url: str | None, content_type: str | None = None) -> Listing:
    """The pages of an RSS or Atom feed, in its order; `MissingExtra` where feedparser is not installed.

    Document types are not read. One that declares entities gives nothing.
    """
    try:
        import feedparser
    except ImportError:
        raise MissingExtra("feeds need the extra 'gather': pip install 'onrecord[gather]'") from None
    plain = _without_doctype(_narrow(data))
    if plain is None:
        return Listing(Kind.FEED, fault="entities are declared in it, which are not read")
    headers = {"content-type": content_type} if content_type and plain is data else {}
    # A stream: of bytes feedparser would first try whether they are the name of a file.
    read = feedparser.parse(
        io.BytesIO(plain), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    pages = []
    for entry in read.entries[: limits.LISTING]:
        when = entry.get("published_parsed") or entry.get("updated_parsed")
        link = entry.get("link") or (entry.get("id") if entry.get("guidislink") else None)
        if one := listed(link, read.feed.get("link") or url, _seconds(when)):
            pages.append(one)
    fault = None if read.version or pages else f"not a readable feed: {_cause(read)}"
    return Listing(Kind.FEED, tuple(pages), fault=fault)


def _cause(read: dict[str, object]) -> str:
    return " ".join(str(read.get("bozo_exception") or "it holds no entries").split())[:200]


def _seconds(when: object) -> float | None:
    try:
        return float(calendar.timegm(when)) if when else None  # type: ignore[arg-type]  # a struct_time in UTC
    except (ValueError, TypeError, OverflowError):
        return None


def _narrow(data: bytes) -> bytes:
    """UTF-16 and UTF-32 as UTF-8, so that a document type is seen in them too."""
    if b"\0" not in data[:64]:
        return data
    wide = "utf-32" if data[:4] in {b"\xff\xfe\0\0", b"\0\0\xfe\xff"} or data[:64].count(0) > 40 else "utf-16"  # noqa: PLR2004
    text = data.decode(wide, "replace").removeprefix("\ufeff")
    return re.sub(r"<\?xml[^>]{0,200}\?>", "", text, count=1).encode()


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
    """An item of a JSON Feed (jsonfeed.org, version 1.1); what else it holds is left."""

    url: str | None = None
    external_url: str | None = None
    date_published: str | None = None
    date_modified: str | None = None


class _JsonFeed(msgspec.Struct):
    version: str
    items: list[_Item] = []


def read_json_feed(data: bytes, url: str | None) -> Listing:
    """The pages of a JSON Feed, in its order."""
    try:
        feed = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_JsonFeed)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        return Listing(Kind.FEED, fault=f"not a readable JSON Feed: {error}")
    pages = (
        listed(item.url or item.external_url, url, moment(item.date_published or item.date_modified))
        for item in feed.items[: limits.LISTING]
    )
    return Listing(Kind.FEED, tuple(page for page in pages if page))
