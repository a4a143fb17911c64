"""What the tagger's labels add up to: stretches of text that are a source, a cue or a content."""

from typing import NamedTuple

SOURCE, CUE, CONTENT = 1, 3, 5
"""The roles, as the label of a role's first token; that of its further tokens is one more. 0 is no role."""


class Piece(NamedTuple):
    """A run of tokens with one role."""

    role: int
    start: int
    end: int
    """In code points of the text, end exclusive."""
    sure: float
    """Mean probability of the role over the tokens."""
    unsourced: float
    """Mean probability that its statement names no source; tells nothing where the piece is a source."""
