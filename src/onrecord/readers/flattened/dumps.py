"""What a person copied, printed or dumped from a page: menus, headline, byline, date, the text, a footer.

Also a text with none of these: then there is a text and nothing else.
"""

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import NamedTuple

from onrecord.evidence import Evidence
from onrecord.readers.flattened import prose
from onrecord.readers.flattened.exports import copyright_of
from onrecord.readers.flattened.labels import END, labelled
from onrecord.readers.flattened.lines import Line, evidence, width_of
from onrecord.readers.flattened.names import is_name
from onrecord.readers.flattened.prose import Unit
from onrecord.readers.flattened.shapes import URL
from onrecord.readers.wording import are_updates, opens_byline, tells_update
from onrecord.values.moments import find_moments, parse_moment
from onrecord.values.people import parse_byline

__all__ = ["read"]


class _Head(NamedTuple):
    """A unit above the text, or among its first ones, that says something about it."""

    at: int
    unit: Unit
    evidence: tuple[Evidence, ...]


def read(lines: Sequence[Line]) -> Iterator[Evidence]:
    """All that such a text says."""
    units = prose.units_of(lines)
    first, last = prose.stretch(units)
    if first == last:
        first, last = 0, len(units)
    said = [_said(units[i]) for i in range(min(last, first + _INSIDE))]
    notes = [_Head(i, units[i], found) for i, found in enumerate(said) if found is not None]
    notes += [
        _Head(i, units[i], (evidence("author", _line(units[i]), "a name beside a date or the like"),))
        for i in _names(units, notes)
    ]
    notes.sort(key=lambda n: n.at)
    noted = {n.at for n in notes}
    top = first
    first = _beginning(units, (first, last), noted)
    title = _headline(units, (first, last), noted)
    for at in title:
        yield evidence("headline", _line(units[at]), "the line above the text that is most like a headline")
    above = [
        i
        for i in range(title[-1] + 1 if title else top, first)
        if i not in noted and prose.is_prose(units[i].text)
    ]
    for at in above[:2]:
        if not prose.is_notice(units[at].text):
            yield evidence("standfirst", _line(units[at]), "prose between the headline and the text")
    near = units[title[-1]].start if title else 0
    for note in notes:
        if note.at < first and (note.unit.start >= near or any(e.field == "url" for e in note.evidence)):
            yield from note.evidence
    skipped = {n.at for n in notes if n.at < first}
    yield from prose.told([u for i, u in enumerate(units[first:last], first) if i not in skipped])
    for unit in units[last:]:
        yield from _behind(unit)


def _names(units: Sequence[Unit], notes: Sequence[_Head]) -> list[int]:
    """Units that are a person's name, beside one that says when, where or how long."""
    known = {n.at for n in notes}
    if any(e.field == "author" for n in notes for e in n.evidence):
        return []
    near = sorted({at + step for at in known for step in (-1, 1)} - known)
    return [i for i in near if 0 <= i < len(units) and is_name(units[i].text)][:1]


_INSIDE = 8
"""Units of the text's beginning among which byline and date may stand: below a standfirst."""


def _beginning(units: Sequence[Unit], span: tuple[int, int], notes: set[int]) -> int:
    """Where the text begins: behind the byline and date that stand among its first units, below a standfirst."""
    first, last = span
    inside = [at for at in sorted(notes) if first <= at < min(last, first + _INSIDE)]
    if not inside:
        return first
    begin = inside[-1] + 1
    above = [i for i in range(first, begin) if i not in notes and prose.is_prose(units[i].text)]
    length = sum(len(units[i].text) for i in above)
    return first if begin >= last or len(above) > 2 or length > _STANDFIRST else begin


_STANDFIRST = 500
"""Code points of the longest standfirst."""


def _line(unit: Unit) -> Line:
    return Line(unit.text, unit.start, unit.end, unit.lines[0].gap)


def _headline(units: Sequence[Unit], span: tuple[int, int], notes: set[int]) -> list[int]:
    """The units that are the headline: the likeliest above the text, and those that repeat it; none where none is."""
    first, last = span
    body = {w for u in units[first:last][:20] for w in _words(u.text)}
    best, chosen = 0.0, -1
    above = [i for i in range(first) if i not in notes and _is_title(units[i].text)]
    for near, i in enumerate(reversed(above[-_ABOVE:])):
        words = _words(units[i].text)
        score = 1.0 + len(body.intersection(words)) / max(3, len(words)) + 0.8 / (1 + near)
        score += 0.6 * (sum(units[j].text == units[i].text for j in above) > 1) - 0.8 * (len(words) < 3)
        score -= 0.5 * (i > 0 and _is_menu(units, i))
        if score > best:
            best, chosen = score, i
    if chosen < 0 or best < _LEAST:
        return []
    return [i for i in above if units[i].text == units[chosen].text]


_ABOVE = 12
"""Units above the text among which the headline is looked for."""
_LEAST = 1.2


def _words(text: str) -> list[str]:
    """Words of some length; of a script written without spaces, or in short words, its characters' pairs."""
    if width_of(text[:200]) > 1.5 * len(text[:200]):
        bare = "".join(re.findall(r"[^\W_]+", text[:2_000]))
        return [bare[i : i + 2] for i in range(len(bare) - 1)]
    return [w for w in re.findall(r"[^\W_]+", text.casefold()) if len(w) > 3]


def _is_title(text: str) -> bool:
    """Whether a line may be a headline: some words, no full stop, no label, notice or address."""
    if not 12 <= width_of(text) <= 250 or URL.search(text) or prose.is_notice(text):
        return False
    if text.endswith((".", ",", ";", "。")) and not text.endswith("..."):
        return False
    return not (
        text.count(" | ") > 1 or text.count(" > ") > 0 or text.count(" · ") > 1 or text.count(" / ") > 1
    )


def _is_menu(units: Sequence[Unit], at: int) -> bool:
    """Whether short lines stand right above and right below, as in a menu."""
    around = [*units[max(0, at - 1) : at], *units[at + 1 : at + 2]]
    return len(units[at].text.split()) < 4 and all(len(u.text.split()) < 4 for u in around)


_SHORT = 160
"""Code points of the longest line that says who or when."""


def _said(unit: Unit) -> tuple[Evidence, ...] | None:
    """What a line says that is no part of the text: author, times, address, source; None where it is part of it."""
    line = _line(unit)
    if len(line.text) > _SHORT or len(unit.lines) > 1:
        return None
    if (told := labelled(line)) and told.field != END and told.value.text:
        return tuple(_labelled(told.field, told.value, told.label))
    if opens_byline(line.text) and parse_byline(line.text).authors and not prose.is_prose(line.text):
        return (evidence("author", line, "a line that opens as a byline"), *_dates(line))
    if pattern := next((p for p in _ALONE if p.fullmatch(line.text)), None):
        return (evidence(_ALONE[pattern], line, "by itself in a line"),)
    if _is_date(line.text) or (len(line.text) < 60 and _READING.search(line.text)):
        return tuple(_dates(line))
    return None


_DOMAIN = re.compile(r"(?:www\.)?[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,20}){1,3}")
_ALONE = MappingProxyType({URL: "url", _DOMAIN: "publisher"})
_READING = re.compile(
    r"\b\d{1,3}\s{0,3}(?:–\d{1,3}\s{0,3})?(?:min(?:ute[ns]?|uto[s]?|uti|uten|uter|ut)?\.?\b|分|мин|분)",
    re.IGNORECASE,
)


def _labelled(field: str, value: Line, label: str) -> Iterator[Evidence]:
    how = f"behind the label {label!r}"
    if field in {"date_published", "date_modified"}:
        for start, end, _ in find_moments(value.text)[:1]:
            yield evidence(field, value.part(start, end), how)
    elif field == "url":
        if found := URL.search(value.text):
            yield evidence(field, value.part(*found.span()), how)
    elif field == "copyright":
        yield from copyright_of(value)
    elif field in {"author", "publisher", "article_section", "keywords", "in_language", "headline"}:
        yield evidence(field, value, how)


def _is_date(text: str) -> bool:
    """Whether a line is a date and little else."""
    days = find_moments(text) if len(text) <= _SHORT else ()
    if not days:
        return False
    covered = sum(end - start for start, end, _ in days)
    return covered >= 0.45 * len(text) or (
        covered >= 0.3 * len(text) and (tells_update(text) or "|" in text or "·" in text)
    )


def _dates(line: Line) -> Iterator[Evidence]:
    """The dates in a line; one that it calls an update's is a modified time."""
    days = find_moments(line.text)
    if not days and (whole := parse_moment(line.text)):
        days = ((0, len(line.text), whole),)
    spans = [(start, end) for start, end, _ in days]
    for (start, end), updated in zip(spans, are_updates(line.text, spans), strict=True):
        field = "date_modified" if updated else "date_published"
        yield evidence(field, line.part(start, end), "a date in a line by itself")


def _behind(unit: Unit) -> Iterator[Evidence]:
    """What stands behind the text: the copyright, and the address it was printed from."""
    line = _line(unit)
    if len(line.text) > 200:
        return
    if "©" in line.text[:12] or line.text.casefold().startswith("copyright"):
        yield from copyright_of(line)
    elif (
        (told := labelled(line))
        and told.field in {"url", "publisher", "date_published", "author", "keywords"}
        and told.value.text
    ):
        yield from _labelled(told.field, told.value, told.label)
