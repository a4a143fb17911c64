"""What an answer is, told from its bytes: a feed, a sitemap, a list of feeds, a page."""

import re
from collections.abc import Callable

from onrecord.gather.discovery import read_front
from onrecord.gather.elements import narrow
from onrecord.gather.feeds import read_feed, read_json_feed
from onrecord.gather.listing import Kind, Listing
from onrecord.gather.opml import read_opml
from onrecord.gather.sitemaps import read_list, read_sitemap
from onrecord.http_body import plain_body
from onrecord.values.addresses import is_front

_ROOT = re.compile(
    rb"\s*+(?:(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?>)\s*+)*+<(?:[\w.-]+:)?([\w.-]+)",
    re.DOTALL | re.IGNORECASE,
)
_READERS: dict[bytes, Callable[[bytes, str], Listing]] = {
    b"rss": read_feed, b"feed": read_feed, b"rdf": read_feed, b"urlset": read_sitemap, b"sitemapindex": read_sitemap, b"opml": read_opml,
}  # fmt: skip
"""By the name of the outermost element."""
_JSON_FEED = re.compile(rb'"version"\s*+:\s*+"https?:\\?/\\?/jsonfeed\.org')
_LIST = re.compile(rb"\s*+(?:https?://\S++\s++)*+(?:https?://\S++)?", re.IGNORECASE)


def read_listing(body: bytes, url: str, headers: dict[str, str], *, front: bool | None = None) -> Listing:
    """What ``body``, answered from ``url``, leads to; of a page nothing, of a front page the sources it names.

    ``headers`` have names in lower case. ``front`` says whether a page is a front page; told from ``url`` where None.
    """
    data = plain_body(body, headers)[0]
    content_type = headers.get("content-type")
    plain = narrow(data)
    read = _reader(plain)
    if read is read_feed:
        return read_feed(plain, url, content_type if plain is data else None)
    if read:
        return read(plain, url)
    if is_front(url) if front is None else front:
        return read_front(data, url, content_type)
    return Listing(Kind.PAGE)


def _reader(data: bytes) -> Callable[[bytes, str], Listing] | None:
    if root := _ROOT.match(data):
        return _READERS.get(root[1].lower())
    if data.lstrip()[:1] == b"{" and _JSON_FEED.search(data):
        return read_json_feed
    return read_list if data[:2_000].strip() and _LIST.fullmatch(data) else None
