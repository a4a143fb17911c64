"""A query as a frozen tree: what is asked for, and where in the query each part of it stands.

It holds only folded words, dates and names from closed sets. ``query`` makes it of what a person typed.
"""

import datetime as dt
import enum
from collections.abc import Iterator

import msgspec

from onrecord.record import PageType


class Unit(enum.StrEnum):
    """What words must stand in together."""

    SENTENCE = "s"
    PARAGRAPH = "p"


class Column(enum.StrEnum):
    """The texts of an article that are searched; a word without a field is looked for in all."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BODY = "body"


class Name(enum.StrEnum):
    """The names of an article that are searched by field only."""

    AUTHOR = "author"
    PUBLISHER = "publisher"
    SECTION = "section"
    KEYWORD = "keyword"
    SPEAKER = "speaker"


class Time(enum.StrEnum):
    """The times of an article, and the fields that ask for them."""

    PUBLISHED = "date"
    MODIFIED = "modified"
    CAPTURED = "captured"


class Feature(enum.StrEnum):
    """What an article may have."""

    SILENT_EDIT = "silent-edit"
    CONFLICT = "conflict"
    CORRECTION = "correction"
    STATEMENT = "statement"


class Toggle(enum.StrEnum):
    """What changes which versions are looked at, not what they must hold."""

    HIDE_COPIES = "copies:hide"
    ALL_VERSIONS = "versions:all"


class _Node(msgspec.Struct, frozen=True, kw_only=True):
    start: int
    """Code point of the query where it begins."""
    end: int
    """Exclusive."""


class Words(_Node, frozen=True, tag=True):
    """One word, or several that follow one another; ``prefix``: the last is only a beginning."""

    words: tuple[str, ...]
    prefix: bool


class And(_Node, frozen=True, tag=True):
    """All of them."""

    parts: tuple["Node", ...]


class Or(_Node, frozen=True, tag=True):
    """One of them at least."""

    parts: tuple["Node", ...]


class Not(_Node, frozen=True, tag=True):
    """Not this."""

    part: "Node"


class Near(_Node, frozen=True, tag=True):
    """All of them in one stretch, with at most ``distance`` words between the first and the last."""

    parts: tuple[Words, ...]
    distance: int


class Within(_Node, frozen=True, tag=True):
    """All of them in one sentence, or in one paragraph."""

    unit: Unit
    parts: tuple["Node", ...]


class AtLeast(_Node, frozen=True, tag=True):
    """The word or phrase, ``count`` times or more."""

    count: int
    part: Words


class In(_Node, frozen=True, tag=True):
    """In one text of the article only."""

    column: Column
    part: "Node"


class Said(_Node, frozen=True, tag=True):
    """In the words of one statement; by a speaker who answers all of ``speakers``, asked for beside it."""

    part: "Node"
    speakers: tuple["Node", ...] = ()


class Named(_Node, frozen=True, tag=True):
    """In one name of this kind."""

    name: Name
    part: "Node"


class Dates(_Node, frozen=True, tag=True):
    """On a day from ``first`` to ``last``, both included; None where it has no bound."""

    time: Time
    first: dt.date | None
    last: dt.date | None


class Language(_Node, frozen=True, tag=True):
    """In this language: a BCP 47 tag in lower case, which stands for all that begin with it."""

    language: str


class Has(_Node, frozen=True, tag=True):
    """With this feature."""

    feature: Feature


class Type(_Node, frozen=True, tag=True):
    """A page of this type; None: of any."""

    page_type: PageType | None


class Switch(_Node, frozen=True, tag=True):
    """Holds for every article; what it changes is for the whole query."""

    toggle: Toggle


Node = (
    Words
    | And
    | Or
    | Not
    | Near
    | Within
    | AtLeast
    | In
    | Said
    | Named
    | Dates
    | Language
    | Has
    | Type
    | Switch
)


def nodes(node: Node) -> Iterator[Node]:
    """``node`` and all below it."""
    yield node
    match node:
        case And(parts=parts) | Or(parts=parts) | Within(parts=parts) | Near(parts=parts):
            for part in parts:
                yield from nodes(part)
        case Not(part=part) | In(part=part) | Said(part=part) | Named(part=part) | AtLeast(part=part):
            yield from nodes(part)
