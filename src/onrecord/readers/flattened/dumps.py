"""What a person copied, printed or dumped from a page: menus, headline, byline, date, the text, a footer.

Also a text with none of these: then there is a text and nothing else.
"""

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import NamedTuple

from onrecord.evidence import Evidence
from onrecord.readers.flattened import imprints, prose, wires
from onrecord.readers.flattened.exports import copyright_of, said_by
from onrecord.readers.flattened.labels import END, labelled
from onrecord.readers.flattened.lines import Line, evidence
from onrecord.readers.flattened.prose import Unit
from onrecord.readers.flattened.shapes import EMAIL, URL
from onrecord.readers.names import is_name
from onrecord.readers.teasers import weight
from onrecord.readers.wording import are_updates, opens_byline, tells_update
from onrecord.scripts import CHARWISE
from onrecord.values.moments import find_moments, parse_moment
from onrecord.values.people import parse_byline


class _Head(NamedTuple):
    """A unit above the text, or among its first ones, that says something about it."""

    at: int
    unit: Unit
    evidence: tuple[Evidence, ...]
    sure: bool = False
    """Whether it speaks of the article wherever it stands: what is above the headline may be the site's."""


def _without_holder(units: Sequence[Unit], first: int, last: int) -> int:
    """Where the text ends without a last line that names the holder of the copyright above it."""
    holder = units[last - 1].text.casefold().strip(" .") if last > first else ""
    owned = (unit.text.casefold() for unit in units[:first] if len(unit.text) <= _SHORT)
    said = len(holder) <= _SHORT and any(holder in text for text in owned if _COPYRIGHT.match(text))
    return last - said


_COPYRIGHT = re.compile(r"copyright|©|\(c\)")


def _under(units: Sequence[Unit], first: int, last: int) -> int:
    """The first paragraph of several lines in a column: short lines over it are headlines, with a full stop or without."""
    for at in range(first, last):
        if len(units[at].lines) > 1:
            return at
        if len(units[at].text) > _OVER:
            break
    return first


_OVER = 80


def read(lines: Sequence[Line]) -> Iterator[Evidence]:
    """All that such a text says."""
    units = _with_names(prose.units_of(lines))
    column = prose.are_column(lines)
    first, last = _span(units, column=column)
    notes = list(_notes(units, min(last, first + _INSIDE)))
    notes += _names(units, notes)
    notes.sort(key=lambda n: n.at)
    noted = {n.at for n in notes}
    top = first
    first = _beginning(units, (first, last), noted)
    title = _headline(units, (first, last), noted, column=column)
    notes += _beside_headline(units, title, notes)
    for at in title:
        name = wires.without_signs(_line(units[at]))
        yield evidence("headline", name, "the line above the text that is most like a headline")
    for at in [i for i in range(title[-1] + 1 if title else top, first) if i not in noted][:2]:
        if prose.is_prose(units[at].text) and not prose.is_notice(units[at].text):
            yield evidence("standfirst", _line(units[at]), "prose between the headline and the text")
    own = column or wires.is_release(units)  # a page saved from a site has the site's own date at its top
    near = units[title[-1]].start if title and not own else 0
    kept = [n for n in notes if n.at < first and (n.unit.start >= near or n.sure)]
    for note in kept:
        yield from note.evidence
    skipped = {n.at for n in notes if n.at < first}
    yield from prose.told([u for i, u in enumerate(units[first:last], first) if i not in skipped])
    for unit in units[last:]:
        yield from _behind(unit)
    yield from wires.behind(units[last:])
    if not any(e.field == "author" for note in kept for e in note.evidence):
        yield from (e for unit in units[last:] for e in wires.reported(_line(unit)))


def _span(units: Sequence[Unit], *, column: bool) -> tuple[int, int]:
    """From which unit to which the text may stand."""
    first, last = prose.stretch(units[: wires.end_of(units)])
    if first == last:
        return 0, len(units)
    last = _without_holder(units, first, last)
    return (_under(units, first, last) if column else first), last


def _notes(units: Sequence[Unit], end: int) -> Iterator[_Head]:
    """What the units before ``end`` say of the text, each by itself or in an archive's order."""
    counted = dict(_counted(units, end))
    for at in range(end):
        if at in counted:
            yield _Head(at, units[at], counted[at], sure=True)
        elif len(units[at].lines) == 1 and (
            (told := imprints.said(_line(units[at]), _above(units, at))) is not None
        ):
            yield _Head(at, units[at], told, sure=True)
        elif (found := _said(units[at])) is not None:
            yield _Head(at, units[at], found, sure=any(e.field == "url" for e in found))


def _above(units: Sequence[Unit], at: int) -> Line | None:
    """The first unit of all where the second stands right below it: the name of a newspaper over its day and page."""
    over = at == 1 and not units[1].lines[0].gap and not prose.is_prose(units[0].text)
    return _line(units[0]) if over else None


def _counted(units: Sequence[Unit], end: int) -> Iterator[tuple[int, tuple[Evidence, ...]]]:
    """An archive's head without labels: author, count of words, day, time, source, code, page, language, copyright."""
    at = next((i for i in range(min(end, _COUNTED)) if imprints.is_count(units[i].text)), -1)
    if at < 1 or at + 2 >= len(units) or not _is_date(units[at + 1].text):
        return
    if is_name(units[at - 1].text):
        yield at - 1, (evidence("author", _line(units[at - 1]), "a name over a count of words"),)
    yield at, ()
    day, clock = _line(units[at + 1]), _line(units[at + 2])
    timed = _CLOCK.fullmatch(clock.text) is not None
    if timed and clock.start == day.end + 1:
        day = Line(f"{day.text} {clock.text}", day.start, clock.end, day.gap)
    yield at + 1, tuple(_dates(day))
    source = at + 2
    if timed:
        yield source, ()
        source += 1
    for i in range(source, min(end, source + _COUNTED)):
        if units[i].lines[0].gap or prose.is_prose(units[i].text):
            return
        how = "below the day and the count of words"
        yield i, (evidence("publisher", _line(units[i]), how),) if i == source else ()


_COUNTED = 12
"""Units above a count of words, and below it, that may belong to the head."""
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")


def _beside_headline(units: Sequence[Unit], title: Sequence[int], notes: Sequence[_Head]) -> Iterator[_Head]:
    """In an archive's head: the section right above the headline, and the author right below it."""
    if not title or not any(note.sure for note in notes):
        return
    above, below = title[0] - 1, title[-1] + 1
    said = {e.field for note in notes for e in note.evidence}
    noted = {note.at for note in notes}
    if above == 0 and "article_section" not in said and above not in noted and not units[1].lines[0].gap:
        section = evidence("article_section", _line(units[0]), "right above the headline")
        yield _Head(0, units[0], (section,), sure=True)
    if below < len(units) and "author" not in said and below not in noted and is_name(units[below].text):
        author = evidence("author", _line(units[below]), "a name right below the headline")
        yield _Head(below, units[below], (author,), sure=True)


def _names(units: Sequence[Unit], notes: Sequence[_Head]) -> list[_Head]:
    """A unit that is a person's name, beside one that says when, where or how long; none where an author is told."""
    known = {n.at for n in notes}
    if any(e.field == "author" for n in notes for e in n.evidence):
        return []
    named = {e.raw for n in notes for e in n.evidence}
    near = sorted({at + step for at in known for step in (-1, 1)} - known)
    names = [
        i for i in near if 0 <= i < len(units) and is_name(units[i].text) and units[i].text not in named
    ][:1]
    how = "a name beside a date or the like"
    return [_Head(i, units[i], (evidence("author", _line(units[i]), how),)) for i in names]


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


def _with_names(units: Sequence[Unit]) -> list[Unit]:
    """The units, a byline's first words that stand alone in their line as one with the names in the next."""
    whole: list[Unit] = []
    for unit in units:
        above = whole[-1] if whole else None
        if above is not None and len(above.lines) == 1 and _opens_alone(above.text) and _are_names(unit.text):
            whole[-1] = Unit((*above.lines, *unit.lines))
        else:
            whole.append(unit)
    return whole


def _opens_alone(text: str) -> bool:
    """Whether a line is what opens a byline, and no more."""
    opened = opens_byline(text)
    return opened is not None and opened.end() >= len(text) - 1  # a colon


def _are_names(text: str) -> bool:
    return len(text) <= _SHORT and not prose.is_prose(text) and bool(parse_byline(text).authors)


def _line(unit: Unit) -> Line:
    """A unit as a line, without the marks that Markdown sets around it."""
    line = unit.whole
    found = _MARKS.match(line.text) if line.text[0] in "#*_" else None
    return line.part(*found.span(2)) if found else line


_MARKS = re.compile(r"(?:#{1,6}\s+|(?P<em>[*_]{1,2})(?=\S))(.*?)(?(em)(?P=em)?)$")


def _headline(units: Sequence[Unit], span: tuple[int, int], notes: set[int], *, column: bool) -> list[int]:
    """The units that are the headline: the likeliest above the text, and those that repeat it; none where none is.

    Over a printed ``column`` it may be a short sentence with its full stop.
    """
    first, last = span
    body = {w for u in units[first:last][:20] for w in _words(u.text)}
    scores: dict[int, float] = {}
    above = [i for i in range(first) if i not in notes and _is_title(units[i].text)]
    for near, i in enumerate(reversed(above[-_ABOVE:])):
        words = _words(units[i].text)
        score = 1.0 + len(body.intersection(words)) / max(3, len(words)) + 0.8 / (1 + near)
        score += 0.6 * (sum(units[j].text == units[i].text for j in above) > 1) - 0.8 * (len(words) < 3)
        score -= 0.5 * (i > 0 and _is_menu(units, i))
        scores[i] = score
    chosen = max(scores, key=lambda i: scores[i], default=-1)
    if chosen < 0 or scores[chosen] < _LEAST:
        over = first - 1
        return [over] if column and over >= 0 and over not in notes and len(units[over].text) <= _OVER else []
    while _is_below(units, chosen) and scores.get(chosen - 1, 0) > scores[chosen] - _NEARER:
        chosen -= 1
    return [i for i in above if units[i].text == units[chosen].text]


def _is_below(units: Sequence[Unit], at: int) -> bool:
    """Whether a line stands right below another of some words, or both are in capitals, as below a headline."""
    if at == 0 or len(_words(units[at - 1].text)) < 3:
        return False
    return not units[at].lines[0].gap or (units[at].text.isupper() and units[at - 1].text.isupper())


_NEARER = 0.6
"""How much less the line above may resemble the headline than the one right below it, which is nearer to the text."""
_ABOVE = 12
"""Units above the text among which the headline is looked for."""
_LEAST = 1.2


def _words(text: str) -> list[str]:
    """Words of some length; of a script written without spaces, or in short words, its characters' pairs."""
    if weight(text[:200]) > 1.5 * len(text[:200]) or CHARWISE.match(text):
        bare = "".join(_WORD.findall(text[:2_000]))
        return [bare[i : i + 2] for i in range(len(bare) - 1)]
    return [w for w in _WORD.findall(text.casefold()) if len(w) > 3]


_WORD = re.compile(
    r"(?:[^\W_]++[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e31-\u0ebc\u200c\u200d]*+)++"
)
"""Letters with the signs above and below them, which are no letters to Python."""


def _is_title(text: str) -> bool:
    """Whether a line may be a headline: some words, no full stop, no label, notice or address."""
    if not 12 <= weight(text) <= 250 or URL.search(text) or EMAIL.search(text) or prose.is_notice(text):
        return False
    if text.endswith((".", ",", ";", "。")) and not (text.endswith("...") or text.isupper()):
        return False
    if text.startswith(("* ", "• ", "- ", "(")) or wires.is_slug(text):
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
    if len(line.text) > _SHORT or (len(unit.lines) > 1 and not _opens_alone(unit.lines[0].text)):
        return None
    if (named := labelled(line)) and named.field != END and named.value.text:
        return tuple(said_by(named))
    if opens_byline(line.text) and parse_byline(line.text).authors and not prose.is_prose(line.text):
        return (evidence("author", line, "a line that opens as a byline"), *_dates(line))
    if pattern := next((p for p in _ALONE if p.fullmatch(line.text)), None):
        return (evidence(_ALONE[pattern], line, "by itself in a line"),)
    dated = _is_date(line.text) or (len(line.text) < 60 and _READING.search(line.text))
    return wires.said(line) or (tuple(_dates(line)) if dated else None)


_DOMAIN = re.compile(r"(?:www\.)?[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,20}){1,3}")
_ALONE = MappingProxyType({URL: "url", _DOMAIN: "publisher"})
_READING = re.compile(
    r"\b\d{1,3}\s{0,3}(?:–\d{1,3}\s{0,3})?(?:min(?:ute[ns]?|uto[s]?|uti|uten|uter|ut)?\.?\b|分|мин|분)",
    re.IGNORECASE,
)


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
        yield from said_by(told)
