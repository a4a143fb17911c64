"""A front page: the feeds and sitemaps that it names."""

from onrecord import limits
from onrecord.gather.listing import Kind, Listed, Listing, listed
from onrecord.page import PageKind, open_page

_FEEDS = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/json")
)


def read_front(data: bytes, url: str, content_type: str | None = None) -> Listing:
    """The feeds and sitemaps that a page's ``link`` elements name, in its order; none is guessed."""
    headers = {"content-type": content_type} if content_type else {}
    page = open_page(data, url=url, headers=headers, kind=PageKind.HTML)
    found: dict[str, Listed] = {}
    for element in page.elements("link"):
        if len(found) >= limits.DISCOVERED:
            break
        relations = (element.attr("rel") or "").lower().split()
        kind = (element.attr("type") or "").partition(";")[0].strip().lower()
        if "sitemap" in relations or ("alternate" in relations and kind in _FEEDS):
            one = listed(element.attr("href"), page.base)
            if one and one.url != url:
                found.setdefault(one.url, one)
    return Listing(Kind.FRONT, sources=tuple(found.values()))
