"""What the API is asked and what it answers, typed: the document at ``/api/openapi.json`` is made of these types.

A parameter that is not given is UNSET, which no value of a query string can be.
"""

import itertools
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onrecord import limits
from onrecord.archive.answers import Version
from onrecord.archive.coverage import Coverage, Story
from onrecord.archive.people import Person, Remark
from onrecord.archive.retold import Retold
from onrecord.archive.sharing import Copy
from onrecord.errors import NotFound
from onrecord.export.citation import Citation, cite
from onrecord.export.prose import to_text
from onrecord.export.trimming import Kept, trim
from onrecord.record import Record
from onrecord.search.hits import Facets, Hit

if TYPE_CHECKING:
    from onrecord.archive import Archive

T = TypeVar("T")

Key = Annotated[
    str,
    Meta(
        min_length=1, max_length=2_000, description="A record's id, the first letters of one, or an address."
    ),
]
Name = Annotated[
    str, Meta(min_length=1, max_length=200, description="A speaker, however the name is written.")
]
Publisher = Annotated[
    str,
    Meta(min_length=1, max_length=200, description="A publisher's name; of one that states none its host."),
]
Day = Annotated[
    str,
    Meta(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", description="A day, a month or a year; it is part of what is asked for."),
]  # fmt: skip
Limit = Annotated[int, Meta(ge=1, le=100, description="How many are given at most.")]
Offset = Annotated[int, Meta(ge=0, le=10_000, description="How many are passed over first.")]


class _Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Parameters of a request."""


class _Listed(_Asked, frozen=True, kw_only=True):
    """Those of a list, of which a part is given."""

    limit: Limit = 50
    offset: Offset = 0


class _Dated(_Listed, frozen=True, kw_only=True):
    """Those of a list of what was published in a time."""

    since: Day | UnsetType = UNSET
    until: Day | UnsetType = UNSET


# Searching


class AskedSearch(_Asked, frozen=True):
    """What to search for."""

    q: Annotated[
        str, Meta(min_length=1, max_length=limits.QUERY_CHARACTERS, description="A query, in the language of docs/search.md.")
    ]  # fmt: skip
    limit: Limit = 20
    offset: Offset = 0
    order: Annotated[Literal["rank", "date"], Meta(description="The best first, or the newest.")] = "rank"
    facets: Annotated[bool, Meta(description="Count publishers, languages, months and speakers too.")] = False


class Found(msgspec.Struct, frozen=True):
    """Hits, and with ``facets`` how many of all that answer have what."""

    hits: tuple[Hit, ...]
    more: bool
    """There are further hits."""
    facets: Facets | None


def found(archive: "Archive", asked: AskedSearch) -> Found:
    """Articles that answer a query, the best or the newest first."""
    hits = archive.search(asked.q, limit=asked.limit + 1, order=asked.order, skip=asked.offset)
    page, more = _page(hits, asked.limit)
    return Found(page, more, archive.facets(asked.q) if asked.facets else None)


def _page(items: Iterable[T], limit: int, offset: int = 0) -> tuple[tuple[T, ...], bool]:
    """The first of ``items`` after ``offset``, and whether there are more."""
    taken = tuple(itertools.islice(items, offset, offset + limit + 1))
    return taken[:limit], len(taken) > limit


# One article


class AskedRecord(_Asked, frozen=True):
    """Which record."""

    key: Key
    evidence: Annotated[
        Kept, Meta(description="Every candidate of every field, the chosen ones, or none.")
    ] = Kept.FULL


class AskedArticle(_Listed, frozen=True):
    """Which article, and how much of the answer."""

    key: Key


class Versions(msgspec.Struct, frozen=True):
    """The versions of an article in time."""

    versions: tuple[Version, ...]
    more: bool


class Copies(msgspec.Struct, frozen=True):
    """Articles that share text with the one asked for, itself among them, the first published first."""

    copies: tuple[Copy, ...]
    more: bool


class AskedCitation(_Asked, frozen=True):
    """What to cite."""

    key: Key
    statement: (
        Annotated[int, Meta(ge=1, le=100_000, description="The number of a statement, from 1.")] | UnsetType
    ) = UNSET


class Cited(msgspec.Struct, frozen=True):
    """A citation in parts, and as a sentence."""

    citation: Citation
    text: str


def record(archive: "Archive", asked: AskedRecord) -> Record:
    """A record: what the page says, with the evidence for every field. Of an address the newest."""
    return trim(archive.get(asked.key), asked.evidence)


def versions(archive: "Archive", asked: AskedArticle) -> Versions:
    """The versions of an article in time, which changed, and which were edited without a word."""
    return Versions(*_page(archive.versions(asked.key), asked.limit, asked.offset))


def copies(archive: "Archive", asked: AskedArticle) -> Copies:
    """Who ran the same story: who first, who credits whom, and how much of it each keeps."""
    return Copies(*_page(archive.copies(asked.key), asked.limit, asked.offset))


def cited(archive: "Archive", asked: AskedCitation) -> Cited:
    """How to cite a record, or one statement in it, with a link that leads to its words."""
    number = None if asked.statement is UNSET else asked.statement
    try:
        citation = cite(archive.get(asked.key), statement=number, archive=archive.path.name)
    except IndexError as error:
        raise NotFound(archive.path.name, str(error)) from error
    return Cited(citation, to_text(citation))


# Who said what


class Statements(msgspec.Struct, frozen=True):
    """Statements, each with its place and a link to the words."""

    statements: tuple[Remark, ...]
    more: bool


class AskedPeople(_Dated, frozen=True):
    """Which speakers."""

    publisher: Publisher | UnsetType = UNSET
    named: (
        Annotated[bool, Meta(description="Only those who are named, or only those who are described.")]
        | UnsetType
    ) = UNSET


class People(msgspec.Struct, frozen=True):
    """Who is quoted, the most quoted first."""

    people: tuple[Person, ...]
    more: bool


class AskedPerson(_Dated, frozen=True):
    """Which speaker, and which of their statements."""

    name: Name
    publisher: Publisher | UnsetType = UNSET
    newest: Annotated[bool, Meta(description="The newest first.")] = False


class PersonTold(msgspec.Struct, frozen=True):
    """A speaker with what they said."""

    person: Person
    statements: tuple[Remark, ...]
    """In order of time."""
    more: bool
    retold: tuple[Retold, ...]
    """The same words as several publishers report them, the newest first; at most twenty, on the first page alone."""


_RETOLD = 20


def statements(archive: "Archive", asked: AskedArticle) -> Statements:
    """Every statement of an article, in the order of its text; none where they were not asked for when it was added."""
    return Statements(*_page(archive.remarks_in(asked.key), asked.limit, asked.offset))


def people(archive: "Archive", asked: AskedPeople) -> People:
    """Who is quoted most."""
    found = archive.people(
        publisher=_or_none(asked.publisher), since=_or_none(asked.since), until=_or_none(asked.until),
        named=_or_none(asked.named), limit=asked.limit + 1, offset=asked.offset,
    )  # fmt: skip
    return People(*_page(found, asked.limit))


def person(archive: "Archive", asked: AskedPerson) -> PersonTold:
    """What one speaker said, in order of time, and the same words as others report them."""
    publisher, since, until = _or_none(asked.publisher), _or_none(asked.since), _or_none(asked.until)
    who = archive.person(asked.name, publisher=publisher, since=since, until=until)
    said = archive.remarks(
        asked.name, publisher=publisher, since=since, until=until, newest=asked.newest, limit=asked.limit + 1,
        offset=asked.offset,
    )  # fmt: skip
    again = () if asked.offset else archive.retold(asked.name, since=since, until=until)
    return PersonTold(who, *_page(said, asked.limit), tuple(itertools.islice(again, _RETOLD)))


def _or_none(value: T | UnsetType) -> T | None:
    return None if isinstance(value, UnsetType) else value


# Stories


class AskedStories(_Dated, frozen=True):
    """Which stories."""

    least: Annotated[int, Meta(ge=2, le=1_000, description="How many articles tell of it at least.")] = 2


class Stories(msgspec.Struct, frozen=True):
    """Events that several articles tell of, the newest first."""

    stories: tuple[Story, ...]
    more: bool


class AskedStory(_Asked, frozen=True):
    """Whose story."""

    key: Key


def stories(archive: "Archive", asked: AskedStories) -> Stories:
    """Events that several articles tell of, the newest first."""
    found = archive.stories(
        since=_or_none(asked.since), until=_or_none(asked.until), least=asked.least, limit=asked.limit + 1,
        offset=asked.offset,
    )  # fmt: skip
    return Stories(*_page(found, asked.limit))


def story(archive: "Archive", asked: AskedStory) -> Coverage:
    """The story of an article: who tells it, who was first, which statements are in all and which in one."""
    return archive.story(asked.key)
