"""What the tagger finds: which words are attributed, to which words, by which words."""

import msgspec

Span = tuple[int, int]
"""Start and end in code points of the text, end exclusive."""

BY_FORM = 0.6
"""Confidence of what the form of a clause, or marks alone, tell."""


class Attribution(msgspec.Struct, frozen=True):
    """Words that somebody is said to have said or to believe, before it is known who that is."""

    content: tuple[Span, ...]
    """Never empty; in the order of the text."""
    source: tuple[Span, ...]
    """The words for the one who says it; empty where the text has none."""
    cue: tuple[Span, ...]
    """The words that attribute, mostly a verb; empty where there are none."""
    confidence: float
    """From 0 to 1."""
