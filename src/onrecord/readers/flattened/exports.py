"""Exports of press archives, and mails: labels before headline, source, date, section and author, then the text."""

import re
from collections.abc import Iterator, Sequence

from onrecord.evidence import Evidence
from onrecord.readers.flattened import imprints, prose
from onrecord.readers.flattened.labels import BODY, END, Labelled, has_codes, is_unknown, labelled
from onrecord.readers.flattened.lines import Line, evidence
from onrecord.readers.flattened.parting import numbers, parts_documents
from onrecord.readers.flattened.shapes import EMAIL, URL
from onrecord.readers.names import is_name
from onrecord.values.moments import find_moments


def read(lines: Sequence[Line], *, mail: bool) -> Iterator[Evidence]:
    """All that one article of an export, or a mail, says."""
    codes = not mail and has_codes(lines)
    lines = lines[next((i for i, line in enumerate(lines) if not parts_documents(line)), len(lines)) :]
    told = _told(lines, mail=mail, codes=codes)
    first, last = _span(lines, told, mail=mail)
    named = False
    for at, t in enumerate(told):
        if t and not first <= at < last:
            named = named or t.field == "headline"
            yield from said_by(t)
    holders = [line for at, line in enumerate(lines[last:], last) if not told[at] and _MARK.match(line.text)]
    known = {t.value.text.casefold() for t in told if t and t.field == "article_section"}
    head = [
        line for at, line in enumerate(lines[:first]) if not told[at] and line.text.casefold() not in known
    ]
    signed = any(t.field == "author" for t in told if t)
    yield from _unlabelled(head, holders, named=named, signed=signed) if not mail else ()
    run: list[Line] = []
    for at in range(first, last):
        if t := told[at]:  # a label parts the stretches of the text
            yield from prose.body_of(run, keep=not mail)
            run = [t.value] if t.field == BODY and t.value.text else []
        else:
            run.append(lines[at])
    yield from prose.body_of(run, keep=not mail)
    for line in holders if not mail else ():
        yield from copyright_of(line)


def _told(lines: Sequence[Line], *, mail: bool, codes: bool) -> list[Labelled | None]:
    """What each line's label says; a label alone in its line is told the next line, which is then no other's.

    Right below a label stands another one, known or not: what an unknown one says is no text.
    """
    told = [labelled(line, mail=mail, codes=codes) for line in lines]
    known = {t.label for t in told if t}
    titled = any(t and t.field == "headline" and t.label != "rubrik" for t in told)
    for at, t in enumerate(told):
        if t is None:
            above = told[at - 1] if at and not (codes or lines[at].gap) else None
            if (
                imprints.is_count(lines[at].text)
                or parts_documents(lines[at])
                or (above and above.field != BODY and is_unknown(lines[at]))
            ):
                told[at] = Labelled(END, lines[at].text, lines[at])
            continue
        if t.label == "rubrik" and (titled or known & _GERMAN):
            told[at] = t._replace(field="article_section")  # in Swedish it is the headline
        elif t.label in _DATED and not find_moments(t.value.text):
            told[at] = None
        elif t.label == "last updated" and known & _DATABASES:
            told[at] = t._replace(field=END)  # the database's entry was
        elif not t.value.text and t.field not in {BODY, END} and at + 1 < len(lines) and not told[at + 1]:
            below = lines[at + 1]
            if not (below.gap and prose.is_prose(below.text)):  # else the label is empty, and the text begins
                told[at] = t._replace(value=below)
                told[at + 1] = Labelled(END, t.label, below.part(0, 0))
        elif t.field in _FOLDED and not lines[at].inset:
            _fold(lines, told, at, t)
    return told


def _fold(lines: Sequence[Line], told: list[Labelled | None], at: int, t: Labelled) -> None:
    """What a label says goes on in the lines below it that are set in."""
    value = t.value
    for below in range(at + 1, min(at + _FOLDS, len(lines))):
        line = lines[below]
        if told[below] or line.gap or not line.inset:
            break
        value = Line(f"{value.text} {line.text}", value.start, line.end, value.gap)
        told[below] = Labelled(END, t.label, line.part(0, 0))
    told[at] = t._replace(value=value)


_FOLDED = frozenset(("headline", "alternative_headline", "publisher", "keywords", "description"))
"""What may go on in lines set in from its label."""
_FOLDS = 8
"""Lines that it stands in, at most."""


_GERMAN = frozenset(("länge", "autor", "quelle", "ausgabe", "zeitung", "seite"))
_DATED = frozenset(("update",))
"""Labels that count with a date alone: they also open what is said anew."""
_DATABASES = frozenset(("database", "proquest document id", "document id", "accession number"))


def _span(lines: Sequence[Line], told: Sequence[Labelled | None], *, mail: bool) -> tuple[int, int]:
    """From which line to which the text stands: behind its label or the head, up to the labels that follow it.

    Where all labels stand at the end it is the prose above them.
    """
    marks = [i for i, t in enumerate(told) if t and t.field == BODY]
    first = 0
    if marks:
        first = marks[0] + (not told[marks[0]].value.text)  # type: ignore[union-attr]  # they are those with a label
    elif (label := next((i for i, t in enumerate(told) if t), 0)) and prose.is_text(lines[:label]):
        return _prose(lines, label)
    else:
        for i, t in enumerate(told):
            if i - first > _BETWEEN or (not t and first and prose.is_prose(lines[i].text)):
                break
            first = i + 1 if t else first
        first += _unlabelled_head(lines[first : first + _BETWEEN + 1])
    last = len(lines)
    for i in range(first + 1, len(lines)):
        t = told[i]
        if numbers(lines[i]) and any(prose.is_prose(line.text) for line in lines[i + 1 :]):
            continue  # a page's number: articles were parted before
        if t and t.field != BODY and not mail and (t.field in _AFTER or t.label in _CLOSING):
            last = i
            break
    return first, last


def _unlabelled_head(lines: Sequence[Line]) -> int:
    """How many of the lines behind the labels are of the head too: those before the first prose, where one is an imprint."""
    prosy = next(
        (i for i, line in enumerate(lines) if prose.is_prose(line.text) and not imprints.said(line)), 0
    )
    return prosy if any(imprints.said(line) for line in lines[:prosy]) else 0


def _prose(lines: Sequence[Line], end: int) -> tuple[int, int]:
    """From the first line of prose to the last one before ``end``, and the short sentences below that."""
    rows = [i for i in range(end) if prose.is_prose(lines[i].text) and imprints.said(lines[i]) is None]
    while rows and rows[-1] + 1 < end and prose.goes_on(lines[rows[-1] + 1].text):
        rows.append(rows[-1] + 1)
    return (rows[0], rows[-1] + 1) if rows else (end, end)


_BETWEEN = 6
"""Lines without a label that may stand between two of a head."""
_AFTER = frozenset((END, "in_language", "keywords", "copyright", "url", "headline"))
_CLOSING = frozenset(("load-date",))


def said_by(t: Labelled) -> Iterator[Evidence]:
    """What a labelled line says: of a source its day, too, and no page of a section."""
    value, how = t.value, f"behind the label {t.label!r}"
    if not value.text or t.field in {END, BODY}:
        return
    if t.field == "from":
        yield from _sender(value)
    elif t.field == "copyright":
        yield from copyright_of(value)
    elif t.field in {"date_published", "date_modified"}:
        days = find_moments(value.text)
        yield evidence(t.field, value.part(days[0][0], days[0][1]) if days else value, how)
    elif t.field == "publisher":
        yield from _source(value, how)
    elif t.field == "article_section":
        yield evidence(t.field, value.part(0, len(_PAGES.split(value.text, maxsplit=1)[0])), how)
    elif t.field == "url":
        if found := URL.search(value.text):
            yield evidence("url", value.part(*found.span()), how)
    else:
        yield evidence(t.field, value, how)


def _source(value: Line, how: str) -> Iterator[Evidence]:
    """A publisher; the day of its issue may stand behind it: ``Uferbote vom 22.11.2024, S. 3``."""
    days = find_moments(value.text)
    name = value.part(0, days[0][0]) if days else value
    name = name.part(0, len(name.text.partition(";")[0]))  # behind it stands its place
    if days:
        yield evidence("date_published", value.part(days[0][0], days[0][1]), how)
        name = name.part(0, len(imprints.BEFORE_DAY.sub("", name.text)))
    if name.text:
        yield evidence("publisher", name.part(0, len(_PAGES.split(name.text, maxsplit=1)[0])), how)


_PAGES = re.compile(
    r"\s{0,9}[;,]?\s{0,9}\b(?:pg\.?|page|seite|s\.|p\.|pag\.?|pág\.?|str\.?)\s{0,9}\w?\d", re.IGNORECASE
)


def _sender(value: Line) -> Iterator[Evidence]:
    found = EMAIL.search(value.text)
    if found:
        yield evidence("publisher.email", value.part(*found.span()), "the sender of the mail")
    name = value.part(0, found.start() if found else len(value.text))
    name = name.part(0, len(name.text.rstrip(' <[("')))
    if name.text.startswith('"'):
        name = name.part(1, len(name.text))
    if name.text:
        yield evidence("publisher", name, "the sender of the mail")


_MARK = re.compile(r"copyright|©|\(c\)|urheberrecht|derechos de autor|版权所有", re.IGNORECASE)
_COPYRIGHT = re.compile(
    rf"(?:(?:{_MARK.pattern})\s*(?:©|\(c\))?\s*)?+(?P<year>(?:19|20)\d\d)?(?:\s*[-–]\s*(?:19|20)\d\d)?[,:\s]*"
    r"(?P<who>[^\n.|;]{2,80}?)?\s*(?:(?<=[\w)])\s*[.,|;–-]\s*)?(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|"
    r"todos os direitos reservados|tutti i diritti riservati|alle rechten voorbehouden|все права защищены|wszelkie prawa zastrzeżone)?\.?$",
    re.IGNORECASE,
)


def copyright_of(line: Line) -> Iterator[Evidence]:
    """Year and holder of a copyright line, or of what stands behind its label."""
    found = _COPYRIGHT.match(line.text) if len(line.text) <= 200 else None
    for field, part in (("copyright_year", "year"), ("publisher", "who")):
        if found and found[part]:
            yield evidence(field, line.part(*found.span(part)), "a copyright line")


def _unlabelled(
    lines: Sequence[Line], holders: Sequence[Line], *, named: bool, signed: bool
) -> Iterator[Evidence]:
    """What stands in an export's head without a label: headline, source, date and copyright, in that order.

    Or source, date and headline: one line stands before the date then, and one behind it. Of two lines before the
    date the source is the one that the copyright names, in the head or in ``holders``; else the nearer one.
    """
    rest: list[Line] = []
    led = False
    owners = " ".join(line.text.casefold() for line in (*lines, *holders) if _MARK.match(line.text))
    for at, line in enumerate(lines):
        days = find_moments(line.text) if len(line.text) <= 80 else ()
        if _MARK.match(line.text):
            yield from copyright_of(line)
        elif (
            told := imprints.said(line, rest[-1] if at == 1 and rest and not line.gap else None)
        ) is not None:
            yield from told
            rest = [r for r in rest if all(e.place.start != r.start for e in told)]
        elif days and days[0][0] <= 12:  # a weekday may stand before it
            yield evidence("date_published", line.part(days[0][0], days[0][1]), "a date in the head")
            if rest and len(rest) > (0 if named else 1):
                source = next(
                    (i for i, r in enumerate(rest) if r.text.casefold().partition(" (")[0] in owners), -1
                )
                yield evidence("publisher", rest.pop(source), "the line before the date")
            led = led or len(rest) == 1
        elif not (
            _RIGHTS.match(line.text)
            or URL.match(line.text)
            or imprints.is_edition(line.text)
            or prose.is_notice(line.text)
        ):
            rest.append(line)
    if not named and led and len(rest) > 1:
        yield evidence("publisher", rest.pop(0), "the line before the date")
    if not named and rest:
        name = rest[0].text.rstrip(" ;=")
        bare = name.lstrip("#*_ ")  # as Markdown marks a heading
        yield evidence(
            "headline", rest[0].part(len(name) - len(bare), len(name)), "the first line of the head"
        )
    names = [r for r in rest[0 if named else 1 :] if is_name(r.text)] if not signed else []
    yield from (evidence("author", name, "a name in the head") for name in names[:1])


_RIGHTS = re.compile(
    r"all rights reserved|alle rechte|tous droits|todos los derechos|tutti i diritti", re.IGNORECASE
)
