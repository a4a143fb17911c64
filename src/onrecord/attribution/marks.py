"""Who said what, as quotation marks and the words beside them tell it: for languages that have no tagger.

What stands in marks is spoken where it is long, or where a verb of speech stands beside it; who speaks is told by the
words on the other side of that verb. Indirect speech is left out: marks do not settle it.
"""

import re
from collections.abc import Sequence

from onrecord.attribution.attribution import Attribution, Span
from onrecord.attribution.quotations import Quotation
from onrecord.attribution.quoted_names import is_quoted_name
from onrecord.attribution.register import paragraph_around
from onrecord.attribution.subjects import is_auxiliary, skip, span, subject_after, subject_before
from onrecord.attribution.verbs import according_to, speech_verbs

__all__ = ["spoken"]

_LONG = 6
"""Words from which a quotation is spoken whatever stands beside it: of six words or more 97 to 99 in a hundred lie in
what somebody is said to have said, of one word 56."""
_CLAUSE = 220
"""Code points beside a quotation in which its verb and its speaker are looked for."""
_BESIDE = 60
"""Code points between a quotation and its verb."""

_STOPS = re.compile(r"[.!?;:…](?:\s|$)|[。！？；\n]")
_CLITIC = re.compile(r"-(?:t-)?(ils?|elles?|on)\b", re.IGNORECASE)

_JOINED = {"ja": re.compile("(?:など)?と|って"), "ko": re.compile("[가-힣]+")}
"""What is joined to the closing mark to say that the words are quoted, before whoever speaks or the verb."""


def spoken(text: str, quotations: Sequence[Quotation], language: str | None) -> tuple[Attribution, ...]:
    """The statements that marks and their neighbours settle, in the order of the text.

    ``confidence`` is 0.9 where verb and speaker stand beside the marks, 0.6 where the marks alone tell.
    """
    code = (language or "").partition("-")[0]
    outer = [q for q in quotations if q.depth == 0 and not is_quoted_name(text, q, code)]
    found: list[Attribution] = []
    waiting: Attribution | None = None
    for at, quotation in enumerate(outer):
        if waiting and _continues(text, outer[at - 1], quotation):
            found[-1] = Attribution(
                (*found[-1].content, (quotation.start, quotation.end)),
                found[-1].source,
                found[-1].cue,
                found[-1].confidence,
            )
            continue
        beside = _beside(text, outer, at, code)
        waiting = None
        if beside:
            waiting = Attribution(((quotation.start, quotation.end),), *beside, 0.9 if beside[0] else 0.6)
            found.append(waiting)
        elif _words(text, quotation) >= _LONG:
            found.append(Attribution(((quotation.start, quotation.end),), (), (), 0.6))
    return tuple(found)


def _words(text: str, quotation: Quotation) -> int:
    inner = text[quotation.inner_start : quotation.inner_end]
    unspaced = sum("\u3040" <= letter <= "\u9fff" for letter in inner)
    return len(inner.split()) + unspaced // 2


def _continues(text: str, before: Quotation, quotation: Quotation) -> bool:
    """Whether only "she said," stands between two quotations: then they are one statement."""
    between = text[before.end : quotation.start]
    return (
        len(between) < _CLAUSE
        and "\n" not in between
        and between.rstrip().endswith((",", "–", "—", "，"))
        and not _STOPS.search(between)
    )


def _beside(
    text: str, outer: Sequence[Quotation], at: int, code: str
) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """Source and cue beside a quotation: after it, else before it."""
    quotation = outer[at]
    floor, ceiling = paragraph_around(text, quotation.start)
    if at:
        floor = max(floor, outer[at - 1].end)
    if at + 1 < len(outer):
        ceiling = min(ceiling, max(quotation.end, outer[at + 1].start))
    return _after(text, quotation, ceiling, code) or _before(text, quotation, floor, code)


def _after(
    text: str, quotation: Quotation, ceiling: int, code: str
) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    start = quotation.end
    ends_sentence = (
        text[quotation.inner_end - 1 : quotation.inner_end] in {".", "。"} and text[start : start + 1] != ","
    )
    stop = _STOPS.search(text, start, min(ceiling, start + _CLAUSE))
    end = stop.start() if stop else min(ceiling, start + _CLAUSE)
    while start < end and not text[start].isalnum():
        start += 1
    if (ends_sentence and text[start : start + 1].isupper()) or start >= end:
        return None
    if (according := according_to(code)) and (named := according.match(text, start, end)):
        return span(text, *subject_after(text, named.end(), end, code)), (named.span(),)
    verb = speech_verbs(code).search(text, start, min(end, start + _BESIDE))
    if not verb:
        return None
    if clitic := _CLITIC.search(text, start, end):
        return ((clitic.start(1), clitic.end(1)),), (verb.span(),)
    joined = _JOINED[code].match(text, quotation.end, verb.start()) if code in _JOINED else None
    if joined:
        start = joined.end()
    if text[start : verb.start()].strip() and not is_auxiliary(text[start : verb.start()]):
        return span(text, start, verb.start()), (verb.span(),)
    last = verb
    while following := speech_verbs(code).match(text, skip(text, last.end()), end):
        last = following
    source = span(text, *subject_after(text, last.end(), end, code))
    return (source, ((verb.start(), last.end()),)) if source or joined else None


def _before(
    text: str, quotation: Quotation, floor: int, code: str
) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    start = max(floor, quotation.start - _CLAUSE)
    for stop in _STOPS.finditer(text, start, quotation.start):
        if text[stop.end() : quotation.start].strip():
            start = stop.end()
    verbs = list(speech_verbs(code).finditer(text, start, quotation.start))
    if not verbs:
        according = according_to(code)
        named = according.search(text, start, quotation.start) if according else None
        source = span(text, *subject_after(text, named.end(), quotation.start, code)) if named else ()
        return (source, (named.span(),)) if named and source else None
    verb = verbs[-1]
    direct = text[start : quotation.start].rstrip().endswith((":", "：", ","))
    if not direct and quotation.start - verb.end() > _BESIDE:
        return None
    subject = span(text, *subject_before(text, start, verb.start()))
    if not subject:
        subject = span(text, *subject_after(text, verb.end(), quotation.start, code))
    return (subject, (verb.span(),)) if subject else None
