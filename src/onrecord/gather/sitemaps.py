"""Sitemaps (sitemaps.org), news sitemaps, and indexes of them."""

from onrecord import limits
from onrecord.gather.elements import Element, read_elements
from onrecord.gather.listing import Kind, Listed, Listing, listed, moment, newest_first

__all__ = ["read_sitemap"]


def read_sitemap(data: bytes, url: str | None) -> Listing:
    """The pages of a sitemap with the times it states, or the sitemaps of an index, the newest first."""
    reading = _Reading(url)
    fault = read_elements(data, reading.each)
    if reading.root == "sitemapindex":
        return Listing(Kind.INDEX, sources=newest_first(reading.found)[: limits.SITEMAPS], fault=fault)
    return Listing(Kind.SITEMAP, pages=newest_first(reading.found), fault=fault)


class _Reading:
    """What an entry says, until it ends."""

    def __init__(self, url: str | None) -> None:
        self._url = url
        self._said: dict[str, str] = {}
        self.found: list[Listed] = []
        self.root = ""

    def each(self, depth: int, element: Element) -> bool:
        name, _, words = element
        if depth == 1 and name in {"url", "sitemap"}:
            self.root = "sitemapindex" if name == "sitemap" else "urlset"
            # The time of publication comes before that of the last change: it is the page's age that counts.
            when = moment(self._said.get("publication_date") or self._said.get("lastmod"))
            if one := listed(self._said.get("loc"), self._url, when):
                self.found.append(one)
            self._said = {}
        elif name in {"lastmod", "publication_date"} or (name == "loc" and depth == 2):  # noqa: PLR2004  # not those of images
            self._said.setdefault(name, words)
        return len(self.found) < limits.LISTING
