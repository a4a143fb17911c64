"""Dates in the state that a page's scripts carry: what an application drew the page from.

Asked only where no other place names a published time: such a state may hold many articles, and the first date in it
is this page's more often than not, but not always. JSON-LD has a reader of its own, which tells whose date it is: the
first one in it is asked for here only where that could make nothing of the script.
"""

import re
from collections.abc import Iterable, Iterator

from onrecord.evidence import Evidence, Place, Source, Trouble
from onrecord.needles import Needles
from onrecord.page import Page
from onrecord.readers.jsonld import is_jsonld

_KEY = r"(?:date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time|at)|first_?publi(?:shed|cation)_?(?:at|date|time)|date_?posted|pub_?date|posted_?at)"
_VALUE = r"(?P<date>(?:19|20)\d\d(?:-\d\d-\d\d[^\"'\\&]{0,25}|[01]\d[0-3]\d))"
_IN_SCRIPT = re.compile(rf"""(?:\\?["']|\b){_KEY}(?:\\?["'])?\s*:\s*\\?["']{_VALUE}\\?["']""", re.IGNORECASE)
_IN_ATTRIBUTE = re.compile(rf"&quot;(?i:{_KEY})&quot;:(?:\[0,)?&quot;{_VALUE}&quot;")
"""As an application's components carry it: the quotation marks are escaped, so nothing else on a page reads like this.

Only the key is read in any case: an expression that begins with plain letters is looked for by them."""


def read(page: Page, troubles: Iterable[Trouble]) -> Iterator[Evidence]:
    """The first published time that a script names, else the first in an attribute that holds a component's state.

    ``troubles`` are those of the page's other readers.
    """
    unread = {t.place for t in troubles if t.code == "json-ld-unreadable"}
    for element in page.elements("script"):
        span = page.inside(element)
        if span and (found := _in_script(page.text, *span)):
            if is_jsonld(element) and page.place_inside(element) not in unread:
                continue
            place = Place(found.start("date"), found.end("date"), page.css(element))
            yield Evidence("date_published", found["date"], Source.STATE, place)
            return
    if "&quot;" in page.text and (found := _IN_ATTRIBUTE.search(page.text)):
        yield Evidence("date_published", found["date"], Source.STATE, Place(*found.span("date")))


def _in_script(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first time that `_IN_SCRIPT` finds, which is asked only about where a piece of a key stands."""
    at = start
    while piece := _PIECES.find(text, at, end):
        stop = piece[1] + _STRETCH
        if found := _IN_SCRIPT.search(text, max(start, piece[0] - _BEFORE), min(end, stop)):
            return found
        at = stop - _LONGEST
    return None


_PIECES = Needles(("publish", "publication", "posted", "pubdate", "pub_date"))
_BEFORE = len("'first_")
"""Characters that may stand before such a piece in a key."""
_STRETCH = 400
"""Characters behind it that are searched at once."""
_LONGEST = 200
"""Characters of the longest key with its value, and white space between them."""
