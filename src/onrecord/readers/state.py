"""Dates in the state that a page's scripts carry: what an application drew the page from.

Asked only where no other place names a published time: such a state may hold many articles, and the first date in it
is this page's more often than not, but not always.
"""

import re
from collections.abc import Iterator

from onrecord.evidence import Evidence, Place, Source
from onrecord.page import Page

__all__ = ["read"]

_DATE = re.compile(
    r"""\\?["'](?P<key>date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time|at)|first_?publi(?:shed|cation)_?(?:at|date)"""
    r"""|date_?posted|pub_?date|posted_?at)\\?["']\s*:\s*\\?["'](?P<date>\d{4}-\d\d-\d\d[^"'\\]{0,25})\\?["']""",
    re.IGNORECASE,
)


def read(page: Page) -> Iterator[Evidence]:
    """The first published time that a script names."""
    for element in page.elements("script"):
        span = page.inside(element)
        if span and (found := _DATE.search(page.text, *span)):
            place = Place(found.start("date"), found.end("date"), page.css(element))
            yield Evidence("date_published", found["date"], Source.STATE, place)
            return
