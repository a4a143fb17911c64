"""OPML: a list of feeds, as feed readers export it."""

from onrecord import limits
from onrecord.gather.elements import Element, read_elements
from onrecord.gather.listing import Kind, Listed, Listing, listed

__all__ = ["read_opml"]


def read_opml(text: str, url: str | None = None) -> Listing:
    """The feeds that the outlines name, each once."""
    found: dict[str, Listed] = {}

    def each(element: Element) -> bool:
        if element.name == "outline" and (one := listed(element.attributes.get("xmlurl"), element.base)):
            found.setdefault(one.url, one)
        return len(found) < limits.LISTING

    fault = read_elements(text, url, each)
    return Listing(Kind.OPML, sources=tuple(found.values()), fault=fault)
