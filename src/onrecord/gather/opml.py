"""OPML: a list of feeds, as feed readers export it."""

from onrecord import limits
from onrecord.gather.elements import Element, read_elements
from onrecord.gather.listing import Kind, Listed, Listing, listed

__all__ = ["read_opml"]


def read_opml(data: bytes, url: str | None = None) -> Listing:
    """The feeds that the outlines name, each once."""
    found: dict[str, Listed] = {}

    def each(_depth: int, element: Element) -> bool:
        attributes = {name.lower(): value for name, value in element[1].items()}
        if element[0] == "outline" and (one := listed(attributes.get("xmlurl"), url)):
            found.setdefault(one.url, one)
        return len(found) < limits.LISTING

    fault = read_elements(data, each)
    return Listing(Kind.OPML, sources=tuple(found.values()), fault=fault)
