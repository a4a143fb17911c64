"""Sitemaps (sitemaps.org), as XML and as plain lists, news sitemaps, and indexes of them."""

from onrecord import limits
from onrecord.gather.elements import Element, read_elements
from onrecord.gather.listing import Kind, Listed, Listing, listed, moment, newest_first

__all__ = ["read_list", "read_sitemap"]


def read_sitemap(text: str, url: str | None) -> Listing:
    """The pages of a sitemap with the times it states, or the sitemaps of an index, the newest first."""
    reading = _Reading()
    fault = read_elements(text, url, reading.each)
    pages, sources = (newest_first(reading.found[name]) for name in ("url", "sitemap"))
    kind = Kind.INDEX if sources else Kind.SITEMAP
    return Listing(kind, pages, sources[: limits.SITEMAPS], fault=fault)


def read_list(text: str, url: str | None) -> Listing:
    """The pages of a sitemap that is a text with an address a line."""
    found = (listed(line, url) for line in text.split("\n", limits.LISTING)[: limits.LISTING])
    return Listing(Kind.SITEMAP, tuple(one for one in found if one))


class _Reading:
    """What an entry says, until it ends."""

    def __init__(self) -> None:
        self._said: dict[str, str] = {}
        self.found: dict[str, list[Listed]] = {"url": [], "sitemap": []}
        """Pages, and sitemaps."""

    def each(self, element: Element) -> bool:
        name = element.name
        if name in self.found:
            # The time of publication comes before that of the last change: it is the page's age that counts.
            when = moment(self._said.get("publication_date") or self._said.get("lastmod"))
            if one := listed(self._said.get("loc"), element.base, when):
                self.found[name].append(one)
            self._said = {}
        elif name == "publication_date" or (name in {"loc", "lastmod"} and element.within in self.found):
            self._said.setdefault(name, element.words)  # no address of a picture
        return sum(map(len, self.found.values())) < limits.LISTING
