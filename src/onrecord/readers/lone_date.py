"""A day that lines anywhere on a page name: asked only where neither its data nor its head says when it was published.

Some templates set the date far from the headline, in a footer, beside the author's portrait or under the text. A line
that says of a date that the article was published then is believed before any other that is shown. Else, where
nothing on the page is dated, every short line with a date must name one and the same day: where they name several,
they are other articles'.
"""

import itertools
import re
from collections.abc import Iterable, Iterator

from turbohtml import Element

from onrecord.body import hints
from onrecord.body.blocks import TextBlock, cut
from onrecord.evidence import Evidence, Source
from onrecord.page import Page, words
from onrecord.readers import comments
from onrecord.readers.dated import (
    PUBLISHED,
    holder,
    is_of_another,
    is_prose,
    says_another,
    says_today,
    tells_publishing,
    words_before,
)
from onrecord.readers.numerals import dated, has_date
from onrecord.readers.surroundings import stands_in
from onrecord.readers.wording import are_updates, opens_byline, tells_update
from onrecord.values.addresses import spells_site
from onrecord.values.moments import TO_DAY, find_moments

_NAV = frozenset(("nav",))
_OTHERS = hints.COMMENT | hints.RELATED | hints.NAV
_LINE = 60
"""Code points of a line that holds a date and little else."""
_BESIDE = 25
"""Code points beside the date, such as an author's name or ``Posted on``; in longer lines it is what they tell of."""
_TIMES = 40
"""Elements for times that are looked at."""


def read(page: Page) -> Iterator[Evidence]:
    """``date_published`` from the lines, the ``time`` elements and the title of the page, where all of them name one day."""
    yield from _of_one_day(itertools.chain(_times(page), _lines(page), _of_issue(page)))


def _of_one_day(found: Iterable[tuple[str, Evidence]]) -> Iterator[Evidence]:
    """The first of what is found, if all of it is of one day; what is behind another day is not looked for."""
    first: tuple[str, Evidence] | None = None
    for told in found:
        if first is None:
            first = told
        elif told[0] != first[0]:
            return
    if first is not None:
        yield first[1]


def _times(page: Page) -> Iterator[tuple[str, Evidence]]:
    for element in itertools.islice(page.elements("time"), _TIMES):
        raw = element.attr("datetime")
        if not raw or _is_others(element, element.text) or tells_update(element.text):
            continue
        if says_another(words_before(element)):
            continue
        for _, _, moment in find_moments(raw)[:1]:
            if len(moment.value) >= TO_DAY:
                place = page.attribute(element, "datetime")
                yield moment.value[:TO_DAY], Evidence("date_published", raw, Source.TIME, place, _ALONE)


def _lines(page: Page) -> Iterator[tuple[str, Evidence]]:
    blocks = cut(page).blocks
    blocks = blocks[: next((n for n, _ in comments.begin(blocks)), len(blocks))]
    for n in dated([b.text for b in blocks], _LINE):
        block = blocks[n]
        text = block.text
        if tells_update(text) or len(dates := find_moments(text)) != 1:
            continue
        start, end, moment = dates[0]
        if len(moment.value) < TO_DAY or len(text) - (end - start) > _BESIDE:
            continue
        if says_today(text[:start]) or says_another(text[:start]):
            continue
        element = _element(block)
        if element is not None and moment.raw in words(element) and not _is_others(element, moment.raw):
            place = page.place(element, moment.raw)
            yield moment.value[:TO_DAY], Evidence("date_published", moment.raw, Source.VISIBLE, place, _ALONE)


def _of_issue(page: Page) -> Iterator[tuple[str, Evidence]]:
    """The day in a title that is the site's name, a section's, perhaps, and that day: ``Harl Valley News - 3 May 1999``."""
    title, element = page.title or "", page.title_element
    if element is None or not has_date(title) or len(dates := find_moments(title)) != 1:
        return
    start, end, moment = dates[0]
    before, behind = title[:start].rstrip(), title[end:].lstrip()
    apart = before[-1:] in _SIGNS and behind[:1] in _SIGNS
    parts = [*_PARTING.split(before), *_PARTING.split(behind)]
    others = [part for part in parts if not spells_site(_ONLINE.sub("", part), page.url)]
    if (
        apart
        and len(moment.value) >= TO_DAY
        and len(others) < len(parts)
        and all(len(part) <= _SECTION for part in others)
    ):
        place = page.place(element, moment.raw)
        yield moment.value[:TO_DAY], Evidence("date_published", moment.raw, Source.VISIBLE, place, _ALONE)


_ONLINE = re.compile(r"\bon-?line\b", re.IGNORECASE)
_PARTING = re.compile(r"\s[-–—·](?:\s|$)|\s?[|:,](?:\s|$)")
_SECTION = 20
"""Code points of a section's name beside the site's."""
_SIGNS = ("", "-", "–", "—", "·", "|", ":", ",")


def _is_others(element: Element, date: str) -> bool:
    return stands_in(element, _NAV, _OTHERS) or is_of_another(element, date)


def _element(block: TextBlock) -> Element | None:
    first = block.first.parent
    return holder(first, block.text) if isinstance(first, Element) else None


_ALONE = (("how", "alone"),)


def read_labelled(page: Page) -> Iterator[Evidence]:
    """``date_published`` where a line says that the article was published then, if all that do name one day."""
    yield from _of_one_day(_labelled(page))


def _labelled(page: Page) -> Iterator[tuple[str, Evidence]]:
    blocks = cut(page).blocks
    for n in dated([b.text for b in blocks], _TOLD):
        before = blocks[n - 1].text if n else ""
        label = len(before) <= _LABEL and tells_publishing(before)
        if label or tells_publishing(blocks[n].text):
            yield from _told(page, blocks[n], label=label)


def read_signed(page: Page) -> Iterator[Evidence]:
    """``date_published`` where a line that opens as bylines do holds a date, if all that do name one day."""
    blocks = cut(page).blocks
    lines = (blocks[n] for n in dated([b.text for b in blocks], _TOLD))
    signed = (line for line in lines if opens_byline(line.text) and not is_prose(line.text))
    yield from _of_one_day(told for line in signed for told in _told(page, line, label=True))


def _told(page: Page, block: TextBlock, *, label: bool) -> Iterator[tuple[str, Evidence]]:
    """The first whole day behind words of publishing: in the line, or in the line before it, its ``label``."""
    found = find_moments(block.text)
    updates = are_updates(block.text, [(start, end) for start, end, _ in found])
    for (start, _, moment), updated in zip(found, updates, strict=True):
        said = PUBLISHED.every(block.text[:start])
        between = block.text[said[-1].end() : start] if said else block.text[:start] if label else None
        if updated or between is None or len(between) > _BETWEEN:
            continue
        element = _element(block)
        if len(moment.value) < TO_DAY or element is None or is_of_another(element, moment.raw):
            return
        if stands_in(element, _NAV, _OTHERS & ~hints.NAV):  # by its name it may hold a trail of links, too
            return
        if moment.raw in words(element):
            place = page.place(element, moment.raw)
            yield (
                moment.value[:TO_DAY],
                Evidence("date_published", moment.raw, Source.VISIBLE, place, _LABELLED),
            )
        return


_LABELLED = (("how", "labelled"),)
_TOLD = 200
"""Code points of a line that says when the article was published."""
_LABEL = 25
"""Code points of a line that says so of the next one."""
_BETWEEN = 40
"""Code points between such words and the date, for a name: ``Published by Ida Kroll on``."""
