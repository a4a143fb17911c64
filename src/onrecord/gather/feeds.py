"""Feeds: RSS of all versions, Atom, JSON Feed."""

import msgspec

from onrecord import limits
from onrecord.gather.elements import Element, read_elements
from onrecord.gather.listing import Kind, Listed, Listing, listed, moment, newest_first

__all__ = ["read_feed", "read_json_feed"]

_DATES = ("pubdate", "published", "issued", "date", "updated", "modified")
"""What entries say of when, by the names of all dialects; the first that is said is believed: the publication."""


def read_feed(text: str, url: str | None) -> Listing:
    """The pages of an RSS or Atom feed, the newest first."""
    reading = _Reading()
    fault = read_elements(text, url, reading.each)
    fault = f"not a readable feed: {fault}" if fault and not reading.found else None
    return Listing(Kind.FEED, newest_first(reading.found), fault=fault)


class _Reading:
    """What an entry says, until it ends."""

    def __init__(self) -> None:
        self._links: dict[str, Listed] = {}
        self._said: dict[str, str] = {}
        self.found: list[Listed] = []

    def each(self, element: Element) -> bool:
        if element.name in {"item", "entry"}:
            link = next((self._links[name] for name in ("link", "guid") if name in self._links), None)
            when = next((self._said[name] for name in _DATES if name in self._said), None)
            if link:
                self.found.append(link._replace(moment=moment(when)))
            self._links, self._said = {}, {}
        elif element.within in {"item", "entry"}:
            if link := _link(element):
                self._links.setdefault(element.name, link)
            elif element.words:
                self._said.setdefault(element.name, element.words)
        return len(self.found) < limits.LISTING


def _link(element: Element) -> Listed | None:
    """The page that an element of an entry names: RSS by its words, Atom by an attribute."""
    name, attributes = element.name, element.attributes
    if name == "guid":  # an address unless it says that it is none
        address = element.words if attributes.get("ispermalink", "true").lower() == "true" else ""
        return listed(address, element.base) if address.lower().startswith("http") else None
    if name != "link" or attributes.get("rel", "alternate") != "alternate" or "html" not in attributes.get("type", "html"):  # fmt: skip
        return None
    return listed(attributes.get("href") or element.words, element.base)


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


def read_json_feed(text: str, url: str | None) -> Listing:
    """The pages of a JSON Feed, the newest first."""
    try:
        feed = msgspec.json.decode(text, type=_JsonFeed)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        return Listing(Kind.FEED, fault=f"not a readable JSON Feed: {error}")
    pages = (_page(item, url) for item in feed.items[: limits.LISTING])
    return Listing(Kind.FEED, newest_first(page for page in pages if page))


def _page(raw: msgspec.Raw, url: str | None) -> Listed | None:
    try:
        item = msgspec.json.decode(raw, type=_Item)
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return None
    when = moment(_text(item.date_published) or _text(item.date_modified))
    return listed(_text(item.url) or _text(item.external_url), url, when)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
