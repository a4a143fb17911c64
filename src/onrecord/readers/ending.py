"""What ends an article's text: the agency that it is from, ``(dpa)`` or ``/ritzau/``."""

import re
from collections.abc import Iterator

from onrecord.evidence import Evidence, Place, Source
from onrecord.page import Page
from onrecord.readers.opening import within
from onrecord.values.agencies import AGENCY_LEADS, agency_of
from onrecord.values.byline_words import CREDITS
from onrecord.values.bylines import merged
from onrecord.values.people import Kind, parse_byline

_LONGEST = 40
"""Code points of a line that does nothing but sign."""
_SIGNED = re.compile(r"[.!?…\"'’”“»]\s*(?:\(([^()]{2,40})\)|/([^/]{2,40})/)\W{0,2}\Z")
"""What is set apart behind the last sentence."""
_ENDING = 3
"""Code points of the sign that closes it, and of what may follow."""
_OTHER_WORK = CREDITS - merged(AGENCY_LEADS)
"""With one of these before a colon, a picture is signed."""
_AROUND = " ()[]/–—-"


def read(page: Page, text: str, place: Place) -> Iterator[Evidence]:
    """The agencies that ``text``, the last block of an article, is signed with; ``place`` is where it stands."""
    ends = text[-_ENDING:]
    signed = _SIGNED.search(text, max(len(text) - 2 * _LONGEST, 0)) if ")" in ends or "/" in ends else None
    if signed is None and len(text) > _LONGEST:
        return
    words = (signed[1] or signed[2]).strip() if signed else text.strip(_AROUND)
    if words.partition(":")[0].strip().lower() in _OTHER_WORK:
        return
    byline = parse_byline(words)
    # A line by itself that names others, too, may be a picture's: "Getty Images/AFP".
    others = (
        a for a in byline.authors if not agency_of(a.name) and (signed is None or a.kind is not Kind.PERSON)
    )
    if byline.agencies and not any(others):
        yield Evidence("credited_agency", words, Source.BODY, within(page, words, place))
