"""Sitemaps (sitemaps.org), as XML and as plain lists, news sitemaps, and indexes of them."""

from onrecord import limits
from onrecord.gather.elements import Enough, read_elements
from onrecord.gather.listing import Kind, Listed, Listing, listed, moment, newest_first


def read_sitemap(data: bytes, url: str | None) -> Listing:
    """The pages of a sitemap with the times it states, or the sitemaps of an index, the newest first."""
    reading = _Reading(url)
    fault = read_elements(data, reading.begun, reading.ended)
    reading.over()
    pages, sources = (newest_first(reading.found[name]) for name in ("url", "sitemap"))
    kind = Kind.INDEX if sources else Kind.SITEMAP
    return Listing(kind, pages, sources[: limits.SITEMAPS], fault=fault)


def read_list(data: bytes, url: str | None) -> Listing:
    """The pages of a sitemap that is a text with an address a line."""
    lines = data.split(b"\n", limits.LISTING)[: limits.LISTING]
    found = (listed(line.decode("utf-8", "replace"), url) for line in lines)
    return Listing(Kind.SITEMAP, tuple(one for one in found if one))


class _Reading:
    """What an entry says, until the next begins: where one ends, a fault in it may have hidden."""

    def __init__(self, url: str | None) -> None:
        self._url = url
        self._entry = "url"
        self._said: dict[str, str] = {}
        self.found: dict[str, list[Listed]] = {"url": [], "sitemap": []}
        """Pages, and sitemaps."""

    def begun(self, name: str, _attributes: dict[str, str]) -> None:
        if name in self.found:
            self.over()
            self._entry = name
            if sum(map(len, self.found.values())) == limits.LISTING:
                raise Enough

    def ended(self, name: str, within: str, words: str) -> None:
        if name == "publication_date" or (name in {"loc", "lastmod"} and within in self.found):
            self._said.setdefault(name, words)  # no address of a picture

    def over(self) -> None:
        # The time of publication comes before that of the last change: it is the page's age that counts.
        when = moment(self._said.get("publication_date") or self._said.get("lastmod"))
        if one := listed(self._said.get("loc"), self._url, when):
            self.found[self._entry].append(one)
        self._said = {}
