"""What news agencies and press offices write around a text: slugs, corrections, datelines, signs of the end, their house."""

import re
from collections.abc import Iterator, Sequence

from onrecord.evidence import Evidence
from onrecord.readers.flattened import prose
from onrecord.readers.flattened.lines import Line, evidence
from onrecord.readers.flattened.prose import Unit
from onrecord.values.agencies import agency_of
from onrecord.values.moments import find_moments

_SHORT = 160
"""Code points of the longest line that may be one of these."""
_LAST = re.compile(
    r"[-–—]{1,2}(?:0|30|end|ende|fin)[-–—]{1,2}|#{2,}|\((?:end|ende|fin)\)(?:\s.{0,40})?|\(more(?: to come| follows)?\)",
    re.IGNORECASE,
)
"""What stands behind the last paragraph."""
_RELEASE = re.compile(
    r"for immediate release|(?:press|news|media) release|(?:press|media) contacts?\b|contacts?:|medienmitteilung|"
    r"presse(?:mitteilung|information|kontakt|aussendung)|communiqué de presse|contacts? presse|nota de prensa|"
    r"comunicado de prensa|contacto de prensa|comunicato stampa|persbericht|#{3}",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"(?i:about|über|à propos d(?:e|u|es)|acerca de|sobre|informazioni su|over|om)\s[^\W\d_a-z][^.!?]{1,60}"
)
"""The heading over what a press office writes of its house below every release."""
_SLUG = re.compile(r"(?:[A-Z]{2}-){1,2}-\S")
_SIGNS = re.compile(r"\s*=\s*(?:\([^()]{1,20}\)\s*=?)?\s*$")
_PLACED = re.compile(r"([^\W\d_][^()]{2,60}?)\s*\(([^()\d]{2,20})\)\s*[–—-]{1,2}")
_CORRECTS = re.compile(
    r"\((?:corrects|refiles|korrigiert|berichtigt|corrige|rectifie|corregido|corregida|corrigé)\b[^()]{3,150}\)",
    re.IGNORECASE,
)
_SENT = re.compile(r"\((?:end|ende|fin)\)\s+(\S.{1,40})", re.IGNORECASE)
_NUMBERED = re.compile(r"[A-Z]{3}\d{4}\s+")
_REPORTED = re.compile(r"\(reporting by ([^();:]{3,100})", re.IGNORECASE)


def is_release(units: Sequence[Unit]) -> bool:
    """Whether a line says that this is a press release, or whom the press may ask."""
    return any(len(unit.text) <= _SHORT and _RELEASE.match(unit.text) for unit in units)


def end_of(units: Sequence[Unit]) -> int:
    """Where all that may be the text ends: at a wire's last sign, or in a release at what it says of its house."""
    begun = next((i for i, unit in enumerate(units) if prose.is_prose(unit.text)), len(units))
    release = is_release(units)
    for i in range(begun + 1, len(units)):
        text = units[i].text
        if len(text) <= _SHORT and (_LAST.fullmatch(text) or (release and _HOUSE.fullmatch(text))):
            return i
    return len(units)


def is_slug(text: str) -> bool:
    """Whether a line is what a wire calls a story by: ``BC-UK--Harrow Bay-Fish Market, 1st Ld-Writethru``."""
    return _SLUG.match(text) is not None


def without_signs(line: Line) -> Line:
    """A headline without what agencies set behind it: ``=``, ``=(PHOTO)=``."""
    return line.part(0, len(_SIGNS.sub("", line.text)))


def said(line: Line) -> tuple[Evidence, ...] | None:
    """What a line of its own above the text says: a dateline, an agency, ``(Corrects spelling in paragraph 2)``."""
    if found := _PLACED.fullmatch(line.text):
        how = "a dateline by itself in a line"
        days = [evidence("date_published", line.part(s, e), how) for s, e, _ in find_moments(line.text)[:1]]
        place, agency = (line.part(*found.span(n)) for n in (1, 2))
        return (evidence("dateline", place, how), evidence("credited_agency", agency, how), *days)
    if agency_of(line.text):
        return (evidence("credited_agency", line, "an agency by itself in a line"),)
    if _CORRECTS.fullmatch(line.text):
        return (evidence("corrections", line, "in brackets above the text"),)
    return None


def behind(units: Sequence[Unit]) -> Iterator[Evidence]:
    """The agency behind a wire's last sign and the day below it; a day behind a wire's number.

    ``(END) Dow Jones Newswires``, ``OTS0045    2024-06-04/09:12``.
    """
    ended = False
    for line in (unit.lines[0] for unit in units if len(unit.lines) == 1 and len(unit.text) <= _SHORT):
        if found := _SENT.fullmatch(line.text):
            ended = True
            yield evidence("credited_agency", line.part(*found.span(1)), "behind a wire's last sign")
            continue
        numbered = _NUMBERED.match(line.text)
        for start, end, _ in find_moments(line.text)[:1] if ended or numbered else ():
            if start == (numbered.end() if numbered else 0):
                yield evidence(
                    "date_published", line.part(start, end), "where a wire says when it sent the text"
                )
                return


def reported(line: Line) -> Iterator[Evidence]:
    """Who reported, as a wire says behind the text: ``(Reporting by Ida Kroll; Editing by Tomas Weir)``."""
    if found := _REPORTED.match(line.text):
        yield evidence("author", line.part(*found.span(1)), "who reported, behind the text")
