"""Who speaks, as a narrator's clause beside a quotation tells it, whatever its verb: “...,” sighed Holt.

A clause that a comma joins to the quotation and that begins with a word in small letters has its verb there, and then
whoever speaks; one that ends in a colon before the quotation begins with them. So verbs that nobody listed are read, in
all languages that have capitals.
"""

import re
from collections.abc import Sequence
from typing import Final

from onrecord.attribution.attribution import Span
from onrecord.attribution.names import NAME, paragraph_around
from onrecord.attribution.pronouns import PRONOUN_LEFT_OUT, SLAVIC, pronoun_gender
from onrecord.attribution.quotations import Quotation
from onrecord.attribution.roles import DETERMINERS, LINKS
from onrecord.attribution.subjects import (
    BEGINNINGS,
    CONJUNCTIONS,
    has_capital,
    is_adjunct,
    is_small,
    main_clause,
    span,
    subject_after,
)
from onrecord.attribution.titles import is_title
from onrecord.values.forenames import is_forename
from onrecord.values.wordlists import listed

Beside = tuple[tuple[Span, ...], tuple[Span, ...]]
"""The words for whoever speaks, and those that attribute."""

_CLAUSE: Final = 160
"""Code points of the longest narrator's clause."""
_END = re.compile(r"[.!?;:…](?=\s|$)|[\n“„«”»\"]|\s[—–-]\s")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_HELPING: Final = listed(
    "a ai ont est sont avait avaient s’est s'est se si sich się sa ha han hat haben habe hatte hatten ist is heeft had har er "
    "om había habían aveva avevano tinha tinham"
)
"""Small words that stand between or before the parts of a verb: auxiliaries and reflexives."""
_HEARD: Final = listed(
    "heard hears hörte hört las liest vernahm entendit entend entendu lut lu oyó oye escuchó leyó udì sente sentì sentito lesse letto ouviu ouve leu hoorde hoort leest "
    "hörde hör läste läser hørte hører læste læser leste leser kuuli kuulee luki usłyszał usłyszała słyszy przeczytał przeczytała uslyšel uslyšela slyší přečetl přečetla "
    "услышал услышала слышит прочитал прочитала почув почула чує прочитав прочитала duydu okudu hallotta olvasta auzit citit άκουσε διάβασε"
)
"""Verbs of those who hear or read what another says."""


_AGENTS: Final = frozenset({"par", "por", "door", "przez", "per"})
"""By whom something was done: no speaker."""
_OF_OTHERS: Final = LINKS | _AGENTS


def aside_after(
    text: str, quotation: Quotation, ceiling: int, language: str, *, sure: bool = True
) -> Beside | None:
    """Who speaks by the clause behind ``quotation``: its verb, then its subject, or in this order turned round.

    ``sure`` tells that the quotation is one, and no title. Of what may be a title, a language without articles does not
    tell that a noun stands behind it ("«Крыша», дебют Ивана Петрова"), but where a dash or a comma inside the marks does.
    """
    clause = _clause(text, quotation, ceiling, sure=sure)
    words = [*_WORD.finditer(text, *clause)] if clause else []
    if not clause or not words or words[0].start() != clause[0]:
        return None
    first = words[0][0]
    if len(words) == 1:  # "confessa"
        alone = language in PRONOUN_LEFT_OUT and is_small(first) and not leads_elsewhere(first, language)
        return ((), (words[0].span(),)) if alone else None
    if not is_small(first):
        return _subject_first(text, *clause)
    if pronoun_gender(first, language)[0]:
        return (words[0].span(),), (words[1].span(),)
    told = sure or language not in _NO_ARTICLES or _DASH.search(text, quotation.end, clause[0])
    if not (told or text[quotation.inner_end - 1] == ",") or leads_elsewhere(first, language):
        return None
    at = _subject_at(text, words, clause[1], language, sure=sure)
    source = span(text, *subject_after(text, words[at].start(), clause[1], language)) if at else ()
    return (source, ((clause[0], words[at - 1].end()),)) if source else None


def _subject_at(text: str, words: Sequence[re.Match[str]], end: int, language: str, *, sure: bool) -> int:
    """Which of a clause's words its subject begins with; 0 where none may."""
    at = next(i for i in range(1, len(words)) if i == len(words) - 1 or not _goes_on_to(words, i, language))
    if _speaks_from(text, words[at], end, language):
        return at
    # "veut croire l’adjointe"
    further = sure and at + 1 < len(words) and is_small(words[at][0]) and words[at][0] not in _OF_OTHERS
    return at + 1 if further and may_speak(text, words[at + 1].start(), end, language) else 0


def _speaks_from(text: str, word: re.Match[str], end: int, language: str) -> bool:
    if may_speak(text, word.start(), end, language):
        return True
    noun = word[0] not in _OF_OTHERS and word[0] not in CONJUNCTIONS and not is_adjunct(word[0])
    return noun and _NOUN_AND_NAME.match(text, word.start(), end) is not None


_NO_ARTICLES: Final = SLAVIC | listed("et fi lt lv tr")
_DASH = re.compile(r"[—–]")


def goes_on(text: str, quotation: Quotation, *, sure: bool = False) -> bool:
    """Whether a quotation's sentence goes on behind it, joined by a comma or the like; of one that is no title by a dash."""
    last = text[quotation.inner_end - 1]
    behind = text[quotation.end : quotation.end + _NEAR].lstrip(" ")
    if last in ",，" or behind[:1] in {",", "，"}:
        return len(behind) > 1
    unmarked = quotation.end == quotation.inner_end
    parted = last in "!?…" or ((unmarked or sure) and behind[:1] in {"—", "–", "-"})
    return parted and behind.lstrip("—–- ")[:1].islower()


_NEAR: Final = 6
"""Code points behind a quotation in which its sentence goes on, if it does."""


def _clause(text: str, quotation: Quotation, ceiling: int, *, sure: bool) -> Span | None:
    """The clause that goes on behind a quotation."""
    if not goes_on(text, quotation, sure=sure):
        return None
    start = quotation.end
    while start < ceiling and not text[start].isalnum():
        if text[start] in "\n.([;:":
            return None
        start += 1
    stop = _END.search(text, start, min(ceiling, start + _CLAUSE))
    return start, stop.start() if stop else min(ceiling, start + _CLAUSE)


def _subject_first(text: str, start: int, end: int) -> Beside | None:
    """Subject and verb of a clause that is no more than a name, a verb and an adverb: “...,” Holt sighed."""
    name = NAME.match(text, start, end)
    if not name:
        return None
    rest = text[name.end() : end].partition(",")[0].split()
    if not rest or len(rest) > 2 or not all(map(is_small, rest)):  # noqa: PLR2004 (a verb and an adverb)
        return None
    verb = text.index(rest[0], name.end())
    return (name.span(),), ((verb, verb + len(rest[0])),)


def leads_elsewhere(word: str, language: str) -> bool:
    """Whether a clause that begins so begins with no verb."""
    known = word in DETERMINERS or word in LINKS or word in CONJUNCTIONS or word in _HEARD or is_adjunct(word)
    return known and not _helps(word, language)


def _goes_on_to(words: Sequence[re.Match[str]], at: int, language: str) -> bool:
    """Whether a verb goes on from the word before to this: "s’est écrié", "śmieje się"."""
    word, before = words[at][0], words[at - 1][0]
    return is_small(word) and (_helps(word, language) or _helps(before, language))


def _helps(word: str, language: str) -> bool:
    return word in _HELPING and (word != "a" or language in {"fr", "ro"})


_NOUN_AND_NAME = re.compile(
    r"(?:[^\W\d_]+ ){1,2}(?=[^\W\d_]+ (?:[a-zà-ÿ’']{1,3} ){0,2}[^\W\d_])[A-ZÀ-ÞА-ЯЁІЇЄ]"
)
"""A noun and a full name after it: "buurtbewoner Achmed el Khattabi"."""


def _articles(language: str) -> frozenset[str]:
    """What joins a noun in some languages, and is an article in this."""
    return frozenset({"de": ("der",), "nl": ("de",), "sv": ("en",)}.get(language, ()))


def may_speak(text: str, start: int, end: int, language: str) -> bool:
    """Whether a subject begins here: a name, an article, a title, a pronoun."""
    first = text[start:end].partition(",")[0].split()[0]
    if first in LINKS:
        return first in _articles(language)
    if first in DETERMINERS or first[:2] in {"l’", "l'"}:
        return True
    return has_capital(first) or pronoun_gender(first, language)[0] or is_title(first)


def lead_before(text: str, floor: int, quotation: Quotation, language: str) -> Beside | None:
    """Who speaks by the clause that leads up to ``quotation`` with a colon: it begins with its subject.

    Where the subject cannot be told, the colon still says that somebody speaks who spoke not last.
    """
    end = floor + len(text[floor : quotation.start].rstrip())
    if end <= floor or text[end - 1] not in ":：":
        return None
    source = _first_subject(text, floor, end - 1, language)
    return span(text, *source) if source else (), ((end - 1, end),)


def _first_subject(text: str, floor: int, end: int, language: str) -> Span | None:
    """The subject with a name in it with which the clause begins that ends at ``end``; None where none is told."""
    stops = [s.end() for s in _END.finditer(text, max(floor, end - 2 * _CLAUSE), end) if s[0].strip(" —–-")]
    begin = _WORD.search(text, main_clause(text, stops[-1] if stops else floor, end), end)
    if (
        not begin
        or not may_speak(text, begin.start(), end, language)
        or begin[0].casefold() in BEGINNINGS | LINKS - _articles(language)
    ):
        return None
    source = subject_after(text, begin.start(), end, language)
    told = source[1] < end or _was_named(text, *source)
    return source if told and NAME.search(text, *source) else None


def _was_named(text: str, start: int, end: int) -> bool:
    """Whether words are the last name of somebody whom the text before gives a first name, where it first names them."""
    name, at = f" {text[start:end]}", -1
    for _ in range(_MENTIONS):
        if (at := text.find(name, at + 1, start)) < 0:
            return False
        first = _FIRST_NAME.search(text, max(0, at - _LONGEST_NAME), at)
        if first and not text[at + len(name)].isalnum():
            return is_forename(first[0])
    return False


_MENTIONS, _LONGEST_NAME = 8, 30
"""Mentions of a name that are looked at, and the code points of a first name before it."""
_FIRST_NAME = re.compile(r"[^\W\d_]+\Z")


def narrated(text: str, quotations: Sequence[Quotation], at: int, cue: Sequence[Span] = ()) -> Beside | None:
    """Who speaks, in English, by the clause behind the quotation at ``at``, or before its colon, if the cue is there too."""
    quotation = quotations[at]
    floor, ceiling = paragraph_around(text, quotation.start)
    rest = (quotations[n].start for n in range(at + 1, len(quotations)))
    following = next((start for start in rest if start >= quotation.end), ceiling)
    aside = aside_after(text, quotation, min(ceiling, following), "en")
    if aside and (not cue or (cue[0][0] <= aside[1][0][1] and aside[1][0][0] <= cue[0][1])):
        return aside
    before = max((q.end for q in quotations[:at] if q.end <= quotation.start), default=floor)
    lead = lead_before(text, max(floor, before), quotation, "en")
    return lead if lead and lead[0] and (not cue or cue[0][1] <= quotation.start) else None


_THAT = re.compile(
    r"(?P<clause>[^\W\d_][^\n.!?:;]*?),? (?:że|iż|že|что|що|che|que|dass|dat|att|at|hogy|că|ότι|πως) $"
)
"""A clause that goes on with what somebody says or thinks."""


def report_before(text: str, floor: int, quotation: Quotation, language: str) -> Beside | None:
    """Who speaks by the clause of which ``quotation`` is the end or a part, whatever its verb: "zapewnił, że „wróci”"."""
    if not text[quotation.inner_start].islower():
        return None  # a name or a title
    found = _THAT.search(text, max(floor, quotation.start - _CLAUSE), quotation.start)
    source = _first_subject(text, floor, found.end("clause"), language) if found else None
    verb = _WORD.match(text, source[1] + 1, found.end("clause")) if source and found else None
    if not source or not verb or not is_small(verb[0]):
        return None
    said = span(text, *source)
    return (said, (verb.span(),)) if said else None
