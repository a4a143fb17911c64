"""What an answer is, told from its bytes: a feed, a sitemap, a list of feeds, a page."""

import re
from collections.abc import Callable

from onrecord.gather.discovery import read_front
from onrecord.gather.elements import text_of
from onrecord.gather.feeds import read_feed, read_json_feed
from onrecord.gather.listing import Kind, Listing
from onrecord.gather.opml import read_opml
from onrecord.gather.sitemaps import read_list, read_sitemap
from onrecord.http_body import plain_body
from onrecord.values.addresses import is_front

__all__ = ["read_listing"]

_ROOT = re.compile(
    r"\s*+(?:(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?>)\s*+)*+<(?:[\w.-]+:)?([\w.-]+)",
    re.DOTALL | re.IGNORECASE,
)
_READERS: dict[str, Callable[[str, str], Listing]] = {
    "rss": read_feed, "feed": read_feed, "rdf": read_feed, "urlset": read_sitemap, "sitemapindex": read_sitemap, "opml": read_opml,
}  # fmt: skip
"""By the name of the outermost element."""
_JSON_FEED = re.compile(r'"version"\s*+:\s*+"https?:\\?/\\?/jsonfeed\.org')
_LIST = re.compile(r"\s*+(?:https?://\S++\s++)*+(?:https?://\S++)?", re.IGNORECASE)


def read_listing(body: bytes, url: str, headers: dict[str, str], *, front: bool | None = None) -> Listing:
    """What ``body``, answered from ``url``, leads to; of a page nothing, of a front page the sources it names.

    ``headers`` have names in lower case. ``front`` says whether a page is a front page; told from ``url`` where None.
    """
    data = plain_body(body, headers)[0]
    content_type = headers.get("content-type")
    text = text_of(data, content_type)
    if read := _reader(text):
        return read(text, url)
    if is_front(url) if front is None else front:
        return read_front(data, url, content_type)
    return Listing(Kind.PAGE)


def _reader(text: str) -> Callable[[str, str], Listing] | None:
    if root := _ROOT.match(text):
        return _READERS.get(root[1].lower())
    if text.lstrip()[:1] == "{" and _JSON_FEED.search(text):
        return read_json_feed
    return read_list if text[:2_000].strip() and _LIST.fullmatch(text) else None
