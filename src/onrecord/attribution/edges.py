"""Where a source, a cue and a content begin and end, where the net's labels miss it by a word or two.

::

    [the university. Tan] warned        two sources, parted by a sentence        [said Holt on] Friday   no preposition ends one
    said [mayor] Ada Brill              the name of whom it calls is its own     [it rained in] Ostrel.  nor a content
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from onrecord.attribution.asides import narrated
from onrecord.attribution.names import NAME, in_headline
from onrecord.attribution.pieces import CONTENT, CUE, SOURCE, Piece
from onrecord.attribution.quotations import Quotation
from onrecord.attribution.roles import WEEKDAY
from onrecord.attribution.titles import UNSHORTENED, is_honorific, is_title
from onrecord.values.forenames import is_forename
from onrecord.values.wordlists import listed

SENTENCE_END: Final = re.compile(
    # The mark first: a pattern that begins with what stands before it is tried at every letter.
    rf"[.!?…]{UNSHORTENED}[\"”’')\]]{{0,3}}(?=\s+[\"“‘'(\[]?[A-Z0-9]|[\"“]?[A-Z][a-z])"
)

_SPACE = " \t\r\n\xa0.,;…—–-•*|"
_NOT_FIRST = {SOURCE: _SPACE + ":?!)]}”»", CUE: _SPACE + "?!)]}”»", CONTENT: _SPACE + ":?!)]}”»"}
_NOT_LAST = {SOURCE: " \t\r\n\xa0.;…—–•*|:([{“„«", CUE: _SPACE + "([{“„«", CONTENT: _SPACE + ":([{“„«"}
"""What no piece of a role begins or ends with. A content has the marks of its quotation, a cue may be a colon, and a
source keeps the comma that closes an apposition."""


_DATED = re.compile(
    r"\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?[:.]? +"
    r"|[A-Z][A-Z.’' -]+[A-Z](?:, [^\n()–—-]{1,40})?(?: \([^()\n]{2,30}\))? ?(?:--|[–—-]) +(?![a-zà-þ])"
)
"""Where and when something was written, before its words: an entry of a live blog, "OSTREL, May 3 (Arden News) - ". A sentence follows: else
it is a name of capitals with an aside, "NATO – the alliance – must"."""


def mended(text: str, pieces: Sequence[Piece], quotations: Sequence[Quotation]) -> list[Piece]:
    """``pieces`` in the order of the text, none of which overlap, from the first to the last word of each."""
    pieces = _with_surnames(text, pieces)
    limits = [*(p.start for p in pieces), len(text)][1:]
    whole = (
        part
        for piece, limit in zip(pieces, limits, strict=True)
        for part in _whole(text, _stripped(text, piece), limit, quotations)
    )
    return [part for part in whole if part.start < part.end]


_SURNAME = re.compile(r"[A-Z][\w’'-]+ (?=[a-z])")


def _with_surnames(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; a verb in small letters before which a surname stands begins behind it: "Theresa", "May said"."""
    kept = list(pieces)
    for at in range(1, len(kept)):
        source, cue = kept[at - 1], kept[at]
        if source.role == SOURCE and cue.role == CUE and source.end + 1 == cue.start:
            first = text[source.start : source.end].split()[-1:]
            found = _SURNAME.match(text, cue.start, cue.end) if first and is_forename(first[0]) else None
            if found and not in_headline(text, cue.start, 1):
                kept[at] = cue._replace(start=found.end())
    return kept


def _stripped(text: str, piece: Piece) -> Piece:
    words = text[piece.start : piece.end]
    end = piece.start + len(words.rstrip(_NOT_LAST[piece.role]))
    end += text[end : end + 1] == "." and _INITIALS.search(text, piece.start, end) is not None
    line = text.rfind("\n", 0, piece.start) + 1
    dated = _DATED.match(text, piece.start, piece.end) or _DATED.match(text, line, piece.end)
    begin = max(piece.start, dated.end()) if dated else piece.start
    start = piece.end - len(text[begin : piece.end].lstrip(_NOT_FIRST[piece.role]))
    return piece._replace(start=start, end=end)


_INITIALS = re.compile(r"\b[A-Z]\.(?:[A-Z]\.)*[A-Z]$")
"""What the full stop behind belongs to: "the S.E.C."."""


def _whole(text: str, piece: Piece, limit: int, quotations: Sequence[Quotation]) -> Iterator[Piece]:
    """``piece`` in one or more; the next begins at ``limit``."""
    if piece.role == SOURCE:
        yield from _sources(text, piece, limit)
    elif piece.role == CONTENT:
        ended = piece._replace(end=_to_a_mark(text, piece, limit))
        yield from _without_narrator(text, ended, quotations)
    else:
        yield piece


def _sources(text: str, piece: Piece, limit: int) -> Iterator[Piece]:
    """A source for each of the sentences over which the net goes, the last of them to the end of a name."""
    start = piece.start
    for stop in SENTENCE_END.finditer(text, start, piece.end):
        yield piece._replace(start=start, end=stop.start())
        start = stop.end()
        while text[start].isspace():
            start += 1
    end = piece.end
    last = text.rfind(" ", start, end)
    if text[last + 1 : end] in _DANGLING and last > start:
        yield piece._replace(start=start, end=last)
    else:
        yield piece._replace(start=start, end=_to_name(text, start, end, limit))


_REST_OF_NAME = re.compile(rf"(?:(?<=-)|[ -](?!{WEEKDAY}))[A-ZÀ-Þ][\w’'-]*(?<!['’]s)")


def _to_name(text: str, start: int, end: int, limit: int) -> int:
    """``end``, or where the name ends in the midst of which it lies, or before which: "said mayor Ada Brill"."""
    last = text[max(start, text.rfind(" ", start, end) + 1) : end]
    whole = begin = end + (last[:1].islower() and text[end : end + 1] == "," and is_title(last))
    while found := _REST_OF_NAME.match(text, whole, limit):
        whole = found.end()
    name = text[begin:whole].split()
    named = len(name) > 1 and (is_forename(name[0]) or is_honorific(name[0]))
    called = last[:1].islower() and named and (begin == end or text[whole : whole + 1] in _CLOSES)
    return whole if called or (last[:1].isupper() and text[end - 1] not in ",.)") else end


_CLOSES = frozenset(("", *",.;\n"))
"""What an apposition ends with."""


_DANGLING = listed(
    "a an and as at by for from her his in into its my of on or our than that the their to with your"
)
"""Words that no source and no content ends with, prepositions above all."""
_TO_A_MARK = re.compile(r"(?:[^\S\n]+\w[\w’'-]*){1,12}(?=[^\S\n]*(?:[^\w\s]|\n))")
"""Twelve words at most to where something ends that runs on so."""


def _to_a_mark(text: str, piece: Piece, limit: int) -> int:
    """Where a content ends that the net ends before what its last word asks for: at the next mark."""
    dangles = not _DANGLING.isdisjoint(text[piece.start : piece.end].split()[-1:])
    found = _TO_A_MARK.match(text, piece.end, limit) if dangles else None
    return found.end() if found else piece.end


_START = attrgetter("start")
_A_NAME = re.compile(rf"{NAME.pattern},?$")
"""The end of words for somebody that end in a name."""


def _without_narrator(text: str, piece: Piece, quotations: Sequence[Quotation]) -> Iterator[Piece]:
    """The spoken words in a content that runs on over a narrator's clause.

    So in: “So,” sighed Holt, “it is.”
    """
    at = bisect_left(quotations, piece.start, key=_START)
    quotation = quotations[at] if at < len(quotations) else None
    if quotation is None or quotation.start != piece.start or quotation.end + 2 >= piece.end:
        yield piece
        return
    told = narrated(text, quotations, at) if text[quotation.inner_end - 1] == "," else None
    if not told or not _A_NAME.search(text, *told[0][0]):
        yield piece
        return
    yield piece._replace(end=quotation.end)
    following = next((q.start for q in quotations[at + 1 :] if q.start >= quotation.end), piece.end)
    if following < piece.end:
        yield from _without_narrator(text, piece._replace(start=following), quotations)
