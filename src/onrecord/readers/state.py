"""Dates in the state that a page's scripts carry: what an application drew the page from.

Asked only where no other place names a published time: such a state may hold many articles, and the first date in it
is this page's more often than not, but not always.
"""

import re
from collections.abc import Iterator

from onrecord.evidence import Evidence, Place, Source
from onrecord.page import Page

__all__ = ["read"]

_KEY = r"(?:date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time|at)|first_?publi(?:shed|cation)_?(?:at|date|time)|date_?posted|pub_?date|posted_?at)"
_VALUE = r"(?P<date>(?:19|20)\d\d(?:-\d\d-\d\d[^\"'\\&]{0,25}|[01]\d[0-3]\d))"
_IN_SCRIPT = re.compile(rf"""(?:\\?["']|\b){_KEY}(?:\\?["'])?\s*:\s*\\?["']{_VALUE}\\?["']""", re.IGNORECASE)
_IN_ATTRIBUTE = re.compile(rf"&quot;{_KEY}&quot;:(?:\[0,)?&quot;{_VALUE}&quot;", re.IGNORECASE)
"""As an application's components carry it: the quotation marks are escaped, so nothing else on a page reads like this."""


def read(page: Page) -> Iterator[Evidence]:
    """The first published time that a script names, else the first in an attribute that holds a component's state."""
    for element in page.elements("script"):
        span = page.inside(element)
        if span and (found := _IN_SCRIPT.search(page.text, *span)):
            place = Place(found.start("date"), found.end("date"), page.css(element))
            yield Evidence("date_published", found["date"], Source.STATE, place)
            return
    if "&quot;" in page.text and (found := _IN_ATTRIBUTE.search(page.text)):
        yield Evidence("date_published", found["date"], Source.STATE, Place(*found.span("date")))
