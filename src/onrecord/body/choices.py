"""What the blocks of a page are to its article."""

import enum

import msgspec

MODEL = "trees-4"
"""What records say of the model that chose their text. A model that gives other texts gets another name."""


class Part(enum.StrEnum):
    """What a block is to the article."""

    ARTICLE = "article"
    STANDFIRST = "standfirst"
    CAPTION = "caption"
    CORRECTION = "correction"
    BYLINE = "byline"
    RELATED = "related"
    OTHER = "other"


class Choice(msgspec.Struct, frozen=True, gc=False):
    """What a block was taken for."""

    part: Part
    reason: str
    """The rule that took it, or that the model did, for a person to read."""


class Chosen(msgspec.Struct, frozen=True):
    """A page's blocks, judged."""

    choices: tuple[Choice, ...]
    """One for each block of the cut."""
    main: int
    """The index of the container that holds the article; -1 where the page has none."""
