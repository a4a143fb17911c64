"""Speech that dashes mark, and narrators inside quotation marks, in the languages whose papers write so.

::

    – Vi vågade inte, säger hon. Det är ett djur.        —No sé —dijo Paz—. Mire usted.
    « Un câble qui chante, dit-elle, va casser. »        «Мы дойдём, — сказал Сухов, — до суда».

Both are given as what they are: stretches that are spoken, with the narrator's clause between them.
"""

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.attribution.asides import leads_elsewhere
from onrecord.attribution.attribution import Span
from onrecord.attribution.names import NAME
from onrecord.attribution.quotations import Quotation
from onrecord.attribution.subjects import has_capital, subject_after
from onrecord.attribution.titles import is_title
from onrecord.attribution.verbs import INVERTED, speech_verbs
from onrecord.values.wordlists import listed

_DASHED: Final = listed(
    "be bg ca cs da el es et fi fr gl hr hu is it lt lv nb nn no pl pt ro ru sk sl sr sv tr uk"
)
"""Languages in whose papers a dash may open what somebody says (Unicode CLDR has quotation marks alone)."""

_LINE = re.compile(r"^[^\S\n]*(?:[—–]|-(?=\s))[^\S\n]*(?=[^\W\d_]|[¿¡«“\"„”…])", re.MULTILINE)
_ASIDE = re.compile(
    r"(?P<last>[,!?…]?)(?P<dash>\s+[—–-]\s?|\s*[—–]\s)(?=[^\W\d_])|(?P<comma>[,!?…])\s+(?=[^\W\d_])"
)
"""What stands before a narrator's clause."""
_END = re.compile(r"(?P<stop>[.!?…](?=\s|$))|(?P<comma>,)(?=\s)|\s?[—–-](?=[\s.,;])")
_AND = re.compile(r"\s(?:men|och|og|mutta|ja|mais|et|pero|y|ma|mas|e|ale|i|a|но|и|а|але|та)\s")
"""What leads on from a narrator to the rest of what is said."""
_BETWEEN = re.compile(r"[\s,.;:—–-]*")
_HELPING: Final = r"(?:(?:a|ai|ont|est|s[’']est|se|si|się|sa|ha|han|har)\s+)?"
_MOST = 8
"""Narrators' clauses in one paragraph."""


_LEAD = re.compile(r":\s*[“”«»„\"]")
"""Before words that somebody else is quoted with."""
_NARRATED = re.compile(r"[^\s—–-][.!?…]\s*\Z")
"""The end of a narrator's clause from which no dash leads back to what is said."""
_UNRESUMED: Final = listed("da et fi is nb nn no sv")
"""Languages in which no dash leads back from a narrator's clause: its full stop does."""


def with_narrators(text: str, quotations: Sequence[Quotation], language: str) -> tuple[Quotation, ...]:
    """``quotations`` with what dashes mark as spoken, each cut where a narrator's clause stands in it."""
    if language not in _DASHED:
        return tuple(quotations)
    lines = [piece for line in _LINE.finditer(text) for piece in _line(text, line.end(), language)]
    starts = [line.start for line in lines]
    around = [bisect_right(starts, q.start) - 1 for q in quotations]
    kept = [q for q, at in zip(quotations, around, strict=True) if at < 0 or q.end > lines[at].end]
    cut = [piece for q in kept for piece in (_cut(text, q, language) if q.depth == 0 else (q,))]
    return tuple(sorted((*lines, *cut), key=lambda q: (q.start, -q.end)))


def _line(text: str, start: int, language: str) -> Iterator[Quotation]:
    end = text.find("\n", start)
    end = start + len(text[start : end if end >= 0 else len(text)].rstrip())
    clauses = [*_clauses(text, start, end, language, quoted=False)]
    if clauses:
        for first, last in _around(text, (start, end), clauses):
            if first > start and (
                (language not in _UNRESUMED and _NARRATED.search(text, start, first))
                or _LEAD.search(text, first, last)
            ):
                return
            yield Quotation(first, last, first, last, closed=True, depth=0)


def _cut(text: str, quotation: Quotation, language: str) -> Iterator[Quotation]:
    inner = quotation.inner_start, quotation.inner_end
    clauses = [*_clauses(text, *inner, language, quoted=True)]
    if not clauses:
        yield quotation
        return
    for first, last in _around(text, inner, clauses):
        yield Quotation(
            quotation.start if first == inner[0] else first,
            quotation.end if last == inner[1] else last,
            first,
            last,
            closed=True,
            depth=0,
        )


def _around(text: str, whole: Span, clauses: Sequence[Span]) -> Iterator[Span]:
    """What is left of a stretch between the narrator's clauses in it."""
    edges = [whole[0], *(edge for clause in clauses for edge in clause), whole[1]]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        if any(map(str.isalnum, text[first:last])):
            yield first, last


def _clauses(text: str, start: int, end: int, language: str, *, quoted: bool) -> Iterator[Span]:
    """Each narrator's clause with the marks around it."""
    at = start
    for _ in range(_MOST):
        found = next(
            (f for f in _ASIDE.finditer(text, at, end) if _narrates(text, (at, end), f, language)), None
        )
        if found is None:
            return
        verb = _verb(language).match(text, found.end(), end)
        subject = _subject(text, verb.end() if verb else found.end(), end, language)
        closed = _closed(text, max(subject, found.end()), end, quoted=quoted, dash=bool(found["dash"]))
        last = found["last"] or found["comma"]
        yield found.start() + (last in ("!", "?", "…")), closed
        at = closed


@functools.cache
def _verb(language: str) -> re.Pattern[str]:
    pattern = speech_verbs(language)
    inverted = f"|{INVERTED.pattern}" if language == "fr" else ""
    return re.compile(f"(?:{_HELPING}(?:{pattern.pattern}){inverted})", pattern.flags)


def _narrates(text: str, line: Span, found: re.Match[str], language: str) -> bool:
    at, end = found.end(), line[1]
    if not text[at].islower():
        return False
    if _verb(language).match(text, at, end):
        return True
    words = len(text[line[0] : found.start()].split())
    if found["comma"] and words >= _SENTENCE and _NAME_ALONE.match(text, at, end):
        verb = text[at:end].partition(" ")[0]
        return not (leads_elsewhere(verb, language) or is_title(verb))  # "..., muttrar Bo Lind."
    # "– Concert – sings Ada Brill" is an entry of a list.
    marked = found["comma"] or (found["last"] or "") in {"!", "?", "…"}
    if not found["dash"] or not (marked or words >= _FEW):
        return False
    # Any verb, where somebody's name comes after it, and nothing but a dash or a full stop after that.
    named = _VERB_AND_NOUNS.match(text, at, end)
    if not named or not named[0].islower() or not has_capital(text[named.end() : named.end() + 1]):
        return False
    subject = _subject(text, named.end(), end, language)
    return _END.match(text, subject, end) is not None or not text[subject:end].strip(" .")


_NAME_ALONE = re.compile(rf"[^\W\d_]+ (?=\S+ \S){NAME.pattern}\.$")
"""Any verb and a full name, with which the line ends."""
_SENTENCE = 3
"""Words before such a clause of which a comma may part it."""
_FEW = 2
"""Words from which what a dash opens may be said, whatever ends it: one alone is a thing in a list."""
_VERB_AND_NOUNS = re.compile(r"(?:[^\W\d_]+\s){1,5}?(?=[^\W\d_])(?![a-zà-ÿа-я])")
"""A verb, and what somebody is before their name."""


def _subject(text: str, start: int, end: int, language: str) -> int:
    """Where the subject ends that begins at ``start``, within its sentence."""
    stop = next((s for s in _END.finditer(text, start, end) if not s["comma"]), None)
    return subject_after(text, start, stop.start() if stop else end, language)[1]


def _closed(text: str, at: int, end: int, *, quoted: bool, dash: bool) -> int:
    """Where the clause ends in which ``at`` stands, and what parts it from the words that follow."""
    for stop in _END.finditer(text, max(at - 1, 0), end):
        if stop["comma"] and (dash or not quoted) and not _AND.match(text, stop.end(), end):
            continue
        between = _BETWEEN.match(text, stop.start(), end)
        return between.end() if between else stop.end()
    return end
