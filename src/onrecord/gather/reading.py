"""What an answer is, told from its bytes: a feed, a sitemap, a list of feeds, a page."""

import re

from onrecord.decoding import unpack
from onrecord.gather.discovery import read_front
from onrecord.gather.elements import narrow
from onrecord.gather.feeds import read_feed, read_json_feed
from onrecord.gather.listing import Kind, Listing
from onrecord.gather.opml import read_opml
from onrecord.gather.sitemaps import read_sitemap
from onrecord.values.addresses import is_front

__all__ = ["read_listing"]

_HEAD = 8_192
_ROOT = re.compile(
    rb"\s*+(?:(?:<\?(?:[^?]|\?(?!>)){0,4000}+\?>|<!--(?:[^-]|-(?!->)){0,4000}+-->|<!DOCTYPE[^>\[]{0,2000}+(?:\[[^\]]{0,4000}+\]\s*+)?>)\s*+)*+<([\w:.-]{1,100})",
    re.IGNORECASE,
)
_KINDS = {b"rss": "feed", b"feed": "feed", b"rdf": "feed", b"urlset": "sitemap", b"sitemapindex": "sitemap", b"opml": "opml"}  # fmt: skip
_JSON_FEED = re.compile(rb'\s*+\{(?:.{0,4000}?)"version"\s*+:\s*+"https?:\\?/\\?/jsonfeed\.org', re.DOTALL)


def read_listing(body: bytes, url: str, headers: dict[str, str], *, front: bool | None = None) -> Listing:
    """What ``body``, answered from ``url``, leads to; of a page nothing, of a front page the sources it names.

    ``headers`` have names in lower case. ``front`` says whether a page is a front page; told from ``url`` where None.
    """
    data = unpack(body, headers.get("content-encoding")).data
    content_type = headers.get("content-type")
    kind = _kind(data)
    if kind == "feed":
        return read_feed(data, url, content_type)
    if kind == "sitemap":
        return read_sitemap(data, url)
    if kind == "opml":
        return read_opml(data, url)
    if kind == "json feed":
        return read_json_feed(data, url)
    return (
        read_front(data, url, content_type)
        if (is_front(url) if front is None else front)
        else Listing(Kind.PAGE)
    )


def _kind(data: bytes) -> str | None:
    head = narrow(data[: 4 * _HEAD])[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if _JSON_FEED.match(head):
        return "json feed"
    root = _ROOT.match(head)
    return _KINDS.get(root[1].rpartition(b":")[2].lower()) if root else None
