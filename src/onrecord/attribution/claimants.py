"""Whose claims are meant where somebody "makes" or "repeats" them: "officials have been making claims that ..."."""

import re
from collections.abc import Iterator, Sequence

from onrecord.attribution.attribution import BY_FORM, Attribution, Span

__all__ = ["with_claimants"]

_CLAIM = re.compile(
    r"\b(?P<cue>(?:mak(?:e|es|ing)|made|repeat(?:s|ed|ing)?|spread(?:s|ing)?|voic(?:e|es|ed|ing)) (?:\w+ ){0,2}?"
    r"(?:claims|allegations|accusations|assertions|predictions|warnings|threats)) (?P<content>that [^,.;:!?\n]{3,300})"
)
_SUBJECT = re.compile(
    r"(?:^|(?<=[.!?\n\"”] )|(?<=[.!?\n\"”]))(?P<subject>[A-Z][^,.;:!?\n\"“”]{2,80}?) (?:have|has|had|are|is|were|was|keep|keeps|kept|continue|continued)\b"
)
_SENTENCE = 300
"""Code points before the claim in which its sentence begins."""


def with_claimants(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """``found`` with the claims of that form: those without a source get their sentence's subject as source."""
    told = list(found)
    for claim, subject in _claims(text):
        span = _trimmed(text, *claim.span("content"))
        at = next((i for i, a in enumerate(told) if 2 * _shared(a, span) >= span[1] - span[0]), None)
        if at is None:
            told = [rest for a in told if (rest := _without(a, span))]
            told.append(Attribution((span,), (subject,), (claim.span("cue"),), BY_FORM))
        elif not told[at].source:
            known = told[at]
            told[at] = Attribution(
                known.content, (subject,), known.cue or (claim.span("cue"),), known.confidence
            )
    return told


def _shared(attribution: Attribution, span: Span) -> int:
    return sum(max(0, min(end, span[1]) - max(start, span[0])) for start, end in attribution.content)


def _without(attribution: Attribution, span: Span) -> Attribution | None:
    """The attribution without the pieces of its content that reach into ``span``; None where nothing is left."""
    kept = tuple((s, e) for s, e in attribution.content if e <= span[0] or span[1] <= s)
    if kept == attribution.content:
        return attribution
    return Attribution(kept, attribution.source, attribution.cue, attribution.confidence) if kept else None


def _claims(text: str) -> Iterator[tuple[re.Match[str], Span]]:
    for claim in _CLAIM.finditer(text):
        subjects = list(_SUBJECT.finditer(text, max(0, claim.start() - _SENTENCE), claim.start()))
        if subjects:
            yield claim, subjects[-1].span("subject")


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
