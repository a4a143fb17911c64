"""OPML: a list of feeds, as feed readers export it."""

from onrecord import limits
from onrecord.gather.elements import Enough, read_elements
from onrecord.gather.listing import Kind, Listed, Listing, listed


def read_opml(data: bytes, url: str | None = None) -> Listing:
    """The feeds that the outlines name, each once."""
    found: dict[str, Listed] = {}

    def begun(name: str, attributes: dict[str, str]) -> None:
        named = {key.lower(): value for key, value in attributes.items()} if name == "outline" else {}
        if one := listed(named.get("xmlurl"), url):
            found.setdefault(one.url, one)
            if len(found) == limits.LISTING:
                raise Enough

    fault = read_elements(data, begun, lambda *_: None)
    return Listing(Kind.OPML, sources=tuple(found.values()), fault=fault)
