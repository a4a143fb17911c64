"""Exports of press archives, and mails: labels before headline, source, date, section and author, then the text.

An export may hold many articles. They are parted at what archives write between two documents (``3 of 12 DOCUMENTS``,
``End of Document``, a form feed, a rule), else where the labels begin again.
"""

import re
from collections.abc import Iterator, Sequence

from onrecord import limits
from onrecord.evidence import Evidence
from onrecord.readers.flattened import prose
from onrecord.readers.flattened.labels import BODY, END, Labelled, labelled, shares
from onrecord.readers.flattened.lines import Line, evidence, lines_of
from onrecord.readers.flattened.shapes import EMAIL, URL
from onrecord.values.moments import find_moments

__all__ = ["articles_in", "is_export", "is_mail", "read"]

_DOCUMENTS = (
    r"documents?|dokumente?n?|documentos?|documenti|documenten|artikeln?|articles?|artículos?|articoli|件|篇"
)
_START = re.compile(
    rf"(?:(?:{_DOCUMENTS}|文章)\s*)?\d{{1,6}}\s*(?:of|von|de|sur|van|av|di|из|/)\s*\d{{1,6}}(?:\s*(?:{_DOCUMENTS}))?",
    re.IGNORECASE,
)
_END = re.compile(
    r"end of (?:the )?document|ende des dokuments|fin du document|fin del documento|fim do documento|fine del documento|"
    r"einde van het document|конец документа|文档结尾|文書の終わり|(?:document|dokument|documento|документ|文件|문서|文書) [A-Z]{4,}[0-9a-z]{10,}",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-=_*~#—–─━]{8,}")
_ENOUGH = 3
"""Different labels that show an export."""
_TELLING = frozenset(
    ("headline", "author", "publisher", "date_published", "article_section", "dateline", END, BODY)
)


def is_export(lines: Sequence[Line]) -> bool:
    """Whether labels of some kinds stand among the lines, more of them than in a text that a person wrote."""
    told = [t for line in lines[: limits.LABELS] if (t := labelled(line)) and t.field in _TELLING]
    kinds = {t.label for t in told if t.value.text or t.field == BODY}
    return len(kinds) >= _ENOUGH or _codes(lines)


def is_mail(lines: Sequence[Line]) -> bool:
    """Whether a mail's head opens the lines."""
    told = {t.field for line in lines[:_HEAD] if (t := labelled(line, mail=True))}
    return {"headline", "from"} <= told


_HEAD = 12
"""Lines of a mail's head."""


def _codes(lines: Sequence[Line]) -> bool:
    return len(shares(lines[: limits.LABELS], codes=True)) > _ENOUGH


def articles_in(text: str) -> list[tuple[int, int]]:
    """The stretches of the articles in an export, in order; none where the text holds one article or is no export."""
    lines = lines_of(text, 0, len(text))
    if not is_export(lines):
        return []
    codes = _codes(lines)
    parts = _parted(lines, text)
    if len(parts) < 2:
        parts = _by_labels(lines, codes=codes)
    whole = [p for p in _joined(parts, codes=codes) if len(shares(p, codes=codes)) > 1]
    return [(p[0].start, p[-1].end) for p in whole[: limits.ARTICLES]] if len(whole) > 1 else []


def _parted(lines: Sequence[Line], text: str) -> list[list[Line]]:
    """Lines between what archives write between documents, which is left out."""
    parts: list[list[Line]] = [[]]
    last = 0
    for line in lines:
        if _END.fullmatch(line.text) or _RULE.fullmatch(line.text) or _START.fullmatch(line.text):
            parts.append([])
        else:
            if "\f" in text[last : line.start] and parts[-1]:
                parts.append([])
            parts[-1].append(line)
        last = line.end
    return [p for p in parts if p]


def _joined(parts: Sequence[list[Line]], *, codes: bool) -> list[list[Line]]:
    """The parts; one without labels belongs to the one before it, as a rule inside an article does."""
    out: list[list[Line]] = []
    for part in parts:
        told = shares(part, codes=codes)
        if out and not (len(told) > 1 and _heads(part, codes=codes)):
            out[-1].extend(part)
        else:
            out.append(part)
    return out


def _heads(part: Sequence[Line], *, codes: bool) -> bool:
    """Whether a part has what names an article, not only what ends one."""
    fields = {t.field for line in part if (t := labelled(line, codes=codes))}
    return bool(fields & {"headline", "date_published", "publisher", "author", "article_section", BODY})


def _by_labels(lines: Sequence[Line], *, codes: bool) -> list[list[Line]]:
    """Parts that begin where the first label of all stands again."""
    told = [labelled(line, codes=codes) for line in lines]
    first = next((t.label for t in told if t and t.field != END), None)
    parts: list[list[Line]] = [[]]
    for line, t in zip(lines, told, strict=True):
        if t and t.label == first and any(parts[-1]):
            parts.append([])
        parts[-1].append(line)
    return [p for p in parts if p]


def read(lines: Sequence[Line], *, mail: bool = False) -> Iterator[Evidence]:
    """All that one article of an export, or a mail, says."""
    codes = not mail and _codes(lines)
    lines = [line for line in lines if not (_START.fullmatch(line.text) or _END.fullmatch(line.text))]
    told = [labelled(line, mail=mail, codes=codes) for line in lines]
    first, last = _span(lines, told, mail=mail)
    named = False
    for at, t in enumerate(told):
        if t and not first <= at < last:
            named = named or t.field == "headline"
            yield from _labelled(t)
    yield from _unlabelled(
        [line for at, line in enumerate(lines[:first]) if not told[at]], named=named, mail=mail
    )
    run: list[Line] = []
    for at in range(first, last):
        if t := told[at]:  # a label parts the stretches of the text
            yield from prose.body_of(run, keep=not mail)
            run = [t.value] if t.field == BODY and t.value.text else []
        else:
            run.append(lines[at])
    yield from prose.body_of(run, keep=not mail)


def _span(lines: Sequence[Line], told: Sequence[Labelled | None], *, mail: bool) -> tuple[int, int]:
    """From which line to which the text stands: behind its label or the head, up to the labels that follow it."""
    marks = [i for i, t in enumerate(told) if t and t.field == BODY]
    if marks:
        first = marks[0] + (not told[marks[0]].value.text)  # type: ignore[union-attr]  # they are those with a label
    else:
        first = 0
        for i, t in enumerate(told):
            if i - first > _BETWEEN or (not t and first and prose.is_prose(lines[i].text)):
                break
            first = i + 1 if t else first
    last = len(lines)
    for i in range(first + 1, len(lines)):
        t = told[i]
        if t and t.field != BODY and not mail and (t.field in _AFTER or t.label in _CLOSING):
            last = i
            break
    return first, last


_BETWEEN = 6
"""Lines without a label that may stand between two of a head."""
_AFTER = frozenset((END, "in_language", "keywords", "copyright", "url", "headline"))
_CLOSING = frozenset(("load-date",))


def _labelled(t: Labelled) -> Iterator[Evidence]:
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
    if days:
        yield evidence("date_published", value.part(days[0][0], days[0][1]), how)
        name = name.part(0, len(_BEFORE_DAY.sub("", name.text)))
    if name.text:
        yield evidence("publisher", name.part(0, len(_PAGES.split(name.text, maxsplit=1)[0])), how)


_BEFORE_DAY = re.compile(r"[\s,;(]{1,9}(?:vom|of|dated|du|del|di|van|av|od|от)?[\s,;(]{0,9}$", re.IGNORECASE)
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


_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\)|urheberrecht|derechos de autor|版权所有)\s*(?:©|\(c\))?\s*(?P<year>(?:19|20)\d\d)?(?:\s*[-–]\s*(?:19|20)\d\d)?[,:\s]*"
    r"(?P<who>[^\n.|;]{2,80}?)?\s*(?:(?<=[\w)])\s*[.,|;–-]\s*)?(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|"
    r"todos os direitos reservados|tutti i diritti riservati|alle rechten voorbehouden|все права защищены|wszelkie prawa zastrzeżone)?\.?$",
    re.IGNORECASE,
)


def copyright_of(line: Line) -> Iterator[Evidence]:
    """Year and holder of a copyright line, or of what stands behind its label."""
    found = (
        _COPYRIGHT.match(line.text if _MARK.match(line.text) else "© " + line.text)
        if len(line.text) <= 200
        else None
    )
    if found is None:
        return
    shift = 0 if _MARK.match(line.text) else 2
    if found["year"]:
        yield evidence(
            "copyright_year",
            line.part(found.start("year") - shift, found.end("year") - shift),
            "a copyright line",
        )
    if found["who"]:
        yield evidence(
            "publisher", line.part(found.start("who") - shift, found.end("who") - shift), "a copyright line"
        )


_MARK = re.compile(r"copyright|©|\(c\)|urheberrecht|derechos de autor|版权所有", re.IGNORECASE)


def _unlabelled(lines: Sequence[Line], *, named: bool, mail: bool) -> Iterator[Evidence]:
    """What stands in an export's head without a label: headline, source, date and copyright, in that order.

    Or source, date and headline: one line stands before the date then, and one behind it.
    """
    if mail:
        return
    rest: list[Line] = []
    led = False
    for line in lines:
        days = find_moments(line.text) if len(line.text) <= 80 else ()
        if _MARK.match(line.text):
            yield from copyright_of(line)
        elif days and days[0][0] <= 12:  # a weekday may stand before it
            yield evidence("date_published", line.part(days[0][0], days[0][1]), "a date in the head")
            if rest and len(rest) > (0 if named else 1):
                yield evidence("publisher", rest.pop(), "the line before the date")
            led = led or len(rest) == 1
        elif not _RIGHTS.match(line.text) and not URL.match(line.text):
            rest.append(line)
    if not named and led and len(rest) == 2:
        yield evidence("publisher", rest.pop(0), "the line before the date")
    if not named and rest:
        yield evidence("headline", rest[0], "the first line of the head")


_RIGHTS = re.compile(
    r"all rights reserved|alle rechte|tous droits|todos los derechos|tutti i diritti", re.IGNORECASE
)
