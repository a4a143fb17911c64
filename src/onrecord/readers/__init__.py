"""From a page to evidence: one file for each place a page speaks from.

A reader says what it saw and where. It does not ask what others saw and gives no score: choosing is the
judge's. `notices`, `teasers` and the others that tell kinds of pages, and `state`, are asked only where a page leaves
them something to say. To add one, write ``read(page)`` in a new file and name it in `READERS`.
"""

from collections.abc import Callable, Iterator

from onrecord.evidence import Evidence, Trouble
from onrecord.page import Page
from onrecord.readers import (
    address,
    headers,
    jsonld,
    metatags,
    microdata,
    opengraph,
    rdfa,
    site_name,
    visible,
)

__all__ = ["READERS"]

READERS: tuple[Callable[[Page], Iterator[Evidence | Trouble]], ...] = (
    jsonld.read,
    microdata.read,
    rdfa.read,
    opengraph.read,
    metatags.read,
    visible.read,
    site_name.read,
    address.read,
    headers.read,
)
