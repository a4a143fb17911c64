"""Who said what, as quotation marks and the words beside them tell it: for languages that have no tagger.

What stands in marks is spoken where it is long, or where a verb of speech or any narrator's clause stands beside it;
who speaks is told by the words on the other side of that verb. Indirect speech is left out: marks do not settle it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from onrecord.attribution.asides import Beside, aside_after, goes_on, lead_before, may_speak, report_before
from onrecord.attribution.attribution import BY_FORM, Attribution, Span
from onrecord.attribution.caseless import topic
from onrecord.attribution.names import paragraph_around
from onrecord.attribution.pronouns import PRONOUN_LEFT_OUT, SLAVIC
from onrecord.attribution.quotations import Quotation
from onrecord.attribution.quoted_names import is_quoted_name
from onrecord.attribution.subjects import has_capital, is_auxiliary, skip, span, subject_after, subject_before
from onrecord.attribution.verbs import INVERTED, according_to, speech_verbs

_LONG = 6
"""Words from which a quotation is spoken whatever stands beside it: of six words or more 97 to 99 in a hundred lie in
what somebody is said to have said, of one word 56."""
_CLAUSE = 220
"""Code points beside a quotation in which its verb and its speaker are looked for."""
_BESIDE = 60
"""Code points between a quotation and its verb."""
_BY_VERB = 0.9
"""Confidence where a verb of speech and its speaker stand beside the marks."""

_STOPS = re.compile(r"[.!?;:…](?:\s|$)|[。！？；\n]")
_JOINED = {
    "ja": re.compile("(?:など)?と[もは]?|って"),
    "ko": re.compile("[가-힣]+"),
    "tr": re.compile(r"\s?diye\b"),
}
"""What is joined to the closing mark to say that the words are quoted, before whoever speaks or the verb."""


def spoken(text: str, quotations: Sequence[Quotation], language: str | None) -> tuple[Attribution, ...]:
    """The statements that marks and their neighbours settle, in the order of the text.

    ``confidence`` is high where a verb of speech and its speaker stand beside the marks, `BY_FORM` where the marks or the
    form of a clause beside them tell: "heard Ada Brill" has the form of "said Ada Brill".
    """
    code = (language or "").partition("-")[0]
    outer = [q for q in quotations if q.depth == 0 and not is_quoted_name(text, q, code)]
    found: list[Attribution] = []
    waiting: Attribution | None = None
    for at, quotation in enumerate(outer):
        if waiting and _continues(text, outer[at - 1], quotation):
            content = (*found[-1].content, (quotation.start, quotation.end))
            found[-1] = msgspec.structs.replace(found[-1], content=content)
            continue
        beside = _beside(text, outer, at, code)
        waiting = None
        if beside:
            (source, cue), named = beside
            confidence = _BY_VERB if source and named else BY_FORM
            waiting = Attribution(((quotation.start, quotation.end),), source, cue, confidence)
            found.append(waiting)
        elif _words(text, quotation) >= _LONG or _follows(text, outer, at, found):
            found.append(Attribution(((quotation.start, quotation.end),), (), (), BY_FORM))
    return tuple(found)


def _follows(text: str, outer: Sequence[Quotation], at: int, found: Sequence[Attribution]) -> bool:
    """Whether a quotation is a sentence by itself that goes on with one of which it is known that it is spoken."""
    quotation = outer[at]
    if not at or not found or found[-1].content[-1][1] != outer[at - 1].end:
        return False
    between = text[outer[at - 1].end : quotation.start]
    behind = text[quotation.end : quotation.end + 2].strip(" ")[:1]
    alone = _ends(text, quotation) and behind in {"", ".", "\n", "«", "„", "“"}
    return alone and "\n" not in between and len(between) < _CLAUSE and between.rstrip(" –—-").endswith(".")


def _words(text: str, quotation: Quotation) -> int:
    inner = text[quotation.inner_start : quotation.inner_end]
    unspaced = sum("\u3040" <= letter <= "\u9fff" for letter in inner)
    return len(inner.split()) + unspaced // 2


def _continues(text: str, before: Quotation, quotation: Quotation) -> bool:
    """Whether only "she said," stands between two quotations: then they are one statement."""
    between = text[before.end : quotation.start]
    return (
        len(between) < _CLAUSE
        and not (before.end > before.inner_end and _has_ended(text, before))
        and "\n" not in between
        and between.rstrip().endswith((",", "–", "—", "，"))
        and not _STOPS.search(between)
    )


def _beside(text: str, outer: Sequence[Quotation], at: int, code: str) -> tuple[Beside, bool] | None:
    """Source and cue beside a quotation, after it, else before it; and whether a verb of speech tells of them."""
    quotation = outer[at]
    floor, ceiling = paragraph_around(text, quotation.start)
    if at:
        floor = max(floor, outer[at - 1].end)
    if at + 1 < len(outer):
        ceiling = min(ceiling, max(quotation.end, outer[at + 1].start))
    long = _words(text, quotation) >= _LONG or quotation.end == quotation.inner_end
    part_of_clause = code in _COMMA_BEFORE_VERB and not long and not _opens(text, quotation)
    whole = not part_of_clause or goes_on(text, quotation)
    if whole and (told := _after(text, quotation, ceiling, code)):
        return told, True
    if (long or _opens(text, quotation)) and (told := aside_after(text, quotation, ceiling, code, sure=long)):
        return told, False
    if told := _before(text, quotation, floor, code):
        return told, True
    if (long or _ends(text, quotation)) and (told := lead_before(text, floor, quotation, code)):
        return told, False
    return (told, False) if (told := report_before(text, floor, quotation, code)) else None


_COMMA_BEFORE_VERB = frozenset({"da", "de", "nb", "nl", "no", "sv"})
"""Languages that always part a quotation from the verb behind it: "Der Verein „X“ kündigte an" tells what a name does."""


def _opens(text: str, quotation: Quotation) -> bool:
    """Whether a quotation begins its sentence, as a title seldom does."""
    before = text[max(0, quotation.start - 3) : quotation.start].rstrip(" ")
    return before[-1:] in _BEFORE_SENTENCES


_BEFORE_SENTENCES = frozenset(("", *"\n.!?…”“»«"))


def _ends(text: str, quotation: Quotation) -> bool:
    """Whether a quotation ends its sentence."""
    inner, behind = text[quotation.inner_end - 1], text[quotation.end : quotation.end + 1]
    return inner in ".!?…" or behind == "."


_LEADS = (",", ":", "，", "：")
"""What stands before a quotation at the end of the words that lead up to it."""


def _has_ended(text: str, quotation: Quotation) -> bool:
    """Whether a sentence ends with the quotation, and no comma leads on from it."""
    return text[quotation.inner_end - 1] in ".。।" and text[quotation.end : quotation.end + 1] != ","


def _after(text: str, quotation: Quotation, ceiling: int, code: str) -> Beside | None:
    start = quotation.end
    ended = _has_ended(text, quotation)
    if ended and ceiling < len(text) and text[start:ceiling].rstrip().endswith(_LEADS):
        return None  # "“...。”警方说：“...”"
    stop = _STOPS.search(text, start, min(ceiling, start + _CLAUSE))
    end = stop.start() if stop else min(ceiling, start + _CLAUSE)
    while start < end and not text[start].isalnum():
        start += 1
    if (ended and text[start : start + 1].isupper()) or start >= end:
        return None
    according = according_to(code)
    named = according.match(text, start, end) if according else None
    if named and may_speak(text, skip(text, named.end()), end, code):
        return span(text, *subject_after(text, named.end(), end, code)), (named.span(),)
    verb = speech_verbs(code).search(text, start, min(end, start + _BESIDE))
    inverted = INVERTED.search(text, start, min(end, start + _BESIDE)) if code == "fr" else None
    if inverted and _is_aside(text[start : inverted.start()]):
        return (inverted.span("subject"),), (verb.span() if verb else inverted.span("verb"),)
    return _around(text, quotation, verb, (start, end), code) if verb else None


def _around(text: str, quotation: Quotation, verb: re.Match[str], clause: Span, code: str) -> Beside | None:
    """Whoever speaks by the clause behind a quotation: before ``verb`` or behind it."""
    start, end = clause
    if spoken_of := topic(text, _sentence(text, quotation), quotation.start, code):
        return (spoken_of,), (verb.span(),)
    joined = _JOINED[code].match(text, quotation.end, verb.start()) if code in _JOINED else None
    lead = text[joined.end() if joined else start : verb.start()]
    if lead.strip() and not is_auxiliary(lead):
        return span(text, verb.start() - len(lead), verb.start()), (verb.span(),)
    last = verb
    while following := speech_verbs(code).match(text, skip(text, last.end()), end):
        last = following
    reflexive = _REFLEXIVE.match(text, last.end(), end)
    source = span(text, *subject_after(text, reflexive.end() if reflexive else last.end(), end, code))
    if source and code in _PREPOSITIONAL and _OBJECT.match(text, *source[0]):
        source = ()
    if source and code == "tr" and not any(map(has_capital, text[slice(*source[0])].split())):
        source = ()  # the rest of a verb
    if not source and code in _VERB_LAST:
        source = _to_name(text, subject_before(text, _sentence(text, quotation), quotation.start), code)
    if code in _ARTICLED and source and not _is_subject(text, source[0], code):
        source = ()
    if source or joined:
        return source, ((verb.start(), last.end()),)
    return ((), ((verb.start(), last.end()),)) if code in PRONOUN_LEFT_OUT else None


def _to_name(text: str, phrase: Span, code: str) -> tuple[Span, ...]:
    """The words for whoever speaks; in Turkish, whose verbs come last, no further than a name in them goes."""
    start, end = phrase
    words = [*re.finditer(r"\S+", text[start:end])] if code == "tr" else []
    capitals = [word.end() for word in words if has_capital(word[0])]
    return span(text, start, start + capitals[-1] if capitals else end)


def _is_aside(words: str) -> bool:
    """Whether a clause with a French verb and its pronoun in it names nobody else and is one: "lui a-t-il répondu"."""
    return (
        "," not in words
        and not words.startswith(("et ", "mais "))
        and not any(map(has_capital, words.split()))
    )


def _is_subject(text: str, words: Span, code: str) -> bool:
    """Whether words behind a verb may be whoever speaks: not "después" in "añadió después"."""
    return may_speak(text, *words, code) or any(map(has_capital, text[slice(*words)].split()))


def _sentence(text: str, quotation: Quotation) -> int:
    """Where the sentence begins in which a quotation stands."""
    start = max(paragraph_around(text, quotation.start)[0], quotation.start - _CLAUSE)
    return max((s.end() for s in _STOPS.finditer(text, start, quotation.start)), default=start)


_REFLEXIVE = re.compile(r" (?:się|si|se|sa)\b")
_OBJECT = re.compile(
    r"(?:na|w|we|v|ve|po|o|do|z|ze|za|k|ke|s|při|před|podczas|przed|dla|в|во|на|о|об|из|с|со|у|по|при|для|перед|під|про|до|за|від|із|зі|στο|στη|στην|στον|στους|στις|με|για|από|σε)\b"
    r"|[^\W\d_]+(?:om|ům|ам|ям)\b"
)
_PREPOSITIONAL = SLAVIC | {"el"}
"""Languages in which that is so: a preposition, or a Slavic dative plural, tells where or to whom somebody speaks."""
_VERB_LAST = frozenset({"tr", "hi"})
"""Languages that put whoever speaks before the quotation, and the verb behind it."""
_ARTICLED = frozenset({"ca", "es", "gl", "it", "pt"})
"""Of those of `PRONOUN_LEFT_OUT` some that put an article before a noun: none without one speaks."""


def _before(text: str, quotation: Quotation, floor: int, code: str) -> Beside | None:
    start = max(floor, quotation.start - _CLAUSE)
    for stop in _STOPS.finditer(text, start, quotation.start):
        if text[stop.end() : quotation.start].strip(_BETWEEN):
            start = stop.end()
    end = start + len(text[start : quotation.start].rstrip(_BETWEEN))
    verbs = list(speech_verbs(code).finditer(text, start, end))
    inverted = [*INVERTED.finditer(text, start, end)] if code == "fr" else []
    if inverted and _is_aside(text[inverted[-1].end() : end].strip(" :,")):
        return (inverted[-1].span("subject"),), ((verbs[-1] if verbs else inverted[-1]).span(),)
    if not verbs:
        according = according_to(code)
        named = according.search(text, start, end) if according else None
        source = span(text, *subject_after(text, named.end(), end, code)) if named else ()
        return (source, (named.span(),)) if named and source else None
    verb = verbs[-1]
    first = next((v for v, after in pairwise(verbs[::-1]) if text[after.end() : v.start()].strip()), verbs[0])
    direct = text[start : quotation.start].rstrip().endswith((":", "：", ","))
    if not direct and quotation.start - verb.end() > _BESIDE:
        return None
    subject = _to_name(text, subject_before(text, start, first.start()), code)
    if not subject:
        subject = span(text, *subject_after(text, verb.end(), end, code))
    if subject:
        return subject, (verb.span(),)
    return ((), (verb.span(),)) if direct and verb.end() >= end - 1 and code in PRONOUN_LEFT_OUT else None


_BETWEEN = " \u00a0.…—–-"
"""What parts a quotation from the sentence before it."""
