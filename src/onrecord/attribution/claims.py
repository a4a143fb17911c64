"""Claims that are another's than the sentence's: "claims made by two engineers that ...", "they keep making claims that ..."."""

import re
from collections.abc import Iterator, Sequence

from onrecord.attribution.attribution import BY_FORM, Attribution, Span
from onrecord.attribution.pieces import CONTENT, Piece

_OF_OTHERS = re.compile(
    r"\b(?P<cue>(?:claim|allegation|accusation|assertion|complaint|suggestion|warning|rumou?r|prediction|contention)s?"
    r"(?: (?:made|raised|levell?ed|spread|put forward|issued|repeated|circulated|voiced))? by) "
    r"(?P<source>(?:[^\W\d_][\w’'&-]*,? ){1,8}?)(?P<content>(?:that|about|regarding|concerning)\b [^\n.;!?]{3,400})"
)
_MADE = re.compile(
    r"\b(?P<cue>(?:mak(?:e|es|ing)|made|repeat(?:s|ed|ing)?|spread(?:s|ing)?|voic(?:e|es|ed|ing)) (?:\w+ ){0,2}?"
    r"(?:claims|allegations|accusations|assertions|predictions|warnings|threats)) (?P<content>that [^,.;:!?\n]{3,300})"
)
_SUBJECT = re.compile(
    r"(?:^|(?<=[.!?\n\"”] )|(?<=[.!?\n\"”]))(?P<subject>[A-Z][^,.;:!?\n\"“”]{2,80}?) (?:have|has|had|are|is|were|was|keep|keeps|kept|continue|continued)\b"
)
_SENTENCE = 300
"""Code points before a claim in which its sentence begins."""
_SURE = 0.7
"""Confidence of a claim found by its form alone, where that names whose it is."""
_CLOSERS = '”"’»'


def nested(text: str, pieces: Sequence[Piece]) -> Iterator[Attribution]:
    """The claims of others in ``text``; a content that the tagger found there tells where the claim ends."""
    contents = [p for p in pieces if p.role == CONTENT]
    for found in _OF_OTHERS.finditer(text):
        start, end = found.span("content")
        ends = [p.end for p in contents if p.start < end and start < p.end <= end]
        end = max(ends, default=end)
        if text[end : end + 1] and text[end] in _CLOSERS:
            end += 1
        source = found.start("source"), found.start("source") + len(found["source"].rstrip(" ,"))
        yield Attribution(((start, end),), (source,), (found.span("cue"),), _SURE)
    for found in _MADE.finditer(text):
        if subject := _subject(text, found.start()):
            start = found.start("content")
            content = start, start + len(found["content"].rstrip())
            yield Attribution((content,), (subject,), (found.span("cue"),), BY_FORM)


def _subject(text: str, end: int) -> Span | None:
    """With whom the sentence begins that goes on at ``end``."""
    subjects = [*_SUBJECT.finditer(text, max(0, end - _SENTENCE), end)]
    return subjects[-1].span("subject") if subjects else None
