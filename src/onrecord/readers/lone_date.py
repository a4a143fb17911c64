"""The one day that the lines of a page name: asked only where nothing else says when it was published.

Some templates set the date far from the headline, in a footer or beside the author's portrait. Where every short
line with a date names one and the same day, that is the page's; where they name several, they are other articles'.
"""

import itertools
from collections.abc import Iterator

from turbohtml import Element

from onrecord.body import hints
from onrecord.body.blocks import cut
from onrecord.evidence import Evidence, Source
from onrecord.page import Page, words
from onrecord.readers.surroundings import stands_in
from onrecord.readers.visible import HAS_DATE
from onrecord.readers.wording import UPDATED
from onrecord.values.moments import find_moments

__all__ = ["read"]

_NAV = frozenset(("nav",))
_OTHERS = hints.COMMENT | hints.RELATED | hints.NAV
_LINE = 60
"""Code points of a line that holds a date and little else."""
_BESIDE = 25
"""Code points beside the date, such as an author's name or ``Posted on``; in longer lines it is what they tell of."""
_TIMES = 40
"""Elements for times that are looked at."""
_DAY = len("2024-05-03")


def read(page: Page) -> Iterator[Evidence]:
    """``date_published`` from the lines and ``time`` elements of the page, where all of them name one day."""
    found = [*_times(page), *_lines(page)]
    if len({day for day, _ in found}) == 1:
        yield found[0][1]


def _times(page: Page) -> Iterator[tuple[str, Evidence]]:
    for element in itertools.islice(page.elements("time"), _TIMES):
        raw = element.attr("datetime")
        if not raw or stands_in(element, _NAV, _OTHERS) or UPDATED.search(element.text):
            continue
        for _, _, moment in find_moments(raw)[:1]:
            if len(moment.value) >= _DAY:
                place = page.attribute(element, "datetime")
                yield moment.value[:_DAY], Evidence("date_published", raw, Source.TIME, place, _ALONE)


def _lines(page: Page) -> Iterator[tuple[str, Evidence]]:
    for block in cut(page).blocks:
        text = block.text
        if len(text) > _LINE or not HAS_DATE.search(text) or UPDATED.search(text):
            continue
        element = block.first.parent
        dates = find_moments(text)
        if len(dates) != 1 or not isinstance(element, Element) or stands_in(element, _NAV, _OTHERS):
            continue
        start, end, moment = dates[0]
        if (
            len(moment.value) >= _DAY
            and len(text) - (end - start) <= _BESIDE
            and moment.raw in words(element)
        ):
            place = page.place(element, moment.raw)
            yield moment.value[:_DAY], Evidence("date_published", moment.raw, Source.VISIBLE, place, _ALONE)


_ALONE = (("how", "alone"),)
