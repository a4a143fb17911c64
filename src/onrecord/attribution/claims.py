"""Claims that somebody repeats, denies or reports, and that are another's: "claims made by two engineers that ..."."""

import re
from collections.abc import Iterator, Sequence

from onrecord.attribution.attribution import Attribution
from onrecord.attribution.pieces import CONTENT, Piece

__all__ = ["nested"]

_CLAIM = re.compile(
    r"\b(?P<cue>(?:claim|allegation|accusation|assertion|complaint|suggestion|warning|rumou?r|prediction|contention)s?"
    r"(?: (?:made|raised|levell?ed|spread|put forward|issued|repeated|circulated|voiced))? by) "
    r"(?P<source>(?:[^\W\d_][\w’'&-]*,? ){1,8}?)(?P<content>(?:that|about|regarding|concerning)\b [^\n.;!?]{3,400})"
)
_SURE = 0.7
"""Confidence of a claim found by its form alone."""
_CLOSERS = '”"’»'


def nested(text: str, pieces: Sequence[Piece]) -> Iterator[Attribution]:
    """The claims of others in ``text``; a content that the tagger found there tells where the claim ends."""
    contents = [p for p in pieces if p.role == CONTENT]
    for found in _CLAIM.finditer(text):
        start, end = found.span("content")
        ends = [p.end for p in contents if p.start < end and start < p.end <= end]
        end = max(ends, default=end)
        if text[end : end + 1] and text[end] in _CLOSERS:
            end += 1
        source = found.start("source"), found.start("source") + len(found["source"].rstrip(" ,"))
        yield Attribution(((start, end),), (source,), (found.span("cue"),), _SURE)
