"""What an assistant may ask of an archive, and what it is answered: typed, and never more than it can read.

The docstring of each tool is what the assistant is told of it.
"""

import itertools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple, TypeVar

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onrecord import limits
from onrecord.archive.people import Remark
from onrecord.errors import NotFound
from onrecord.export.bibtex import to_bibtex
from onrecord.export.citation import Citation, cite
from onrecord.export.prose import to_text
from onrecord.export.ris import to_ris
from onrecord.fields import known
from onrecord.record import Record
from onrecord.values.moments import value_of

if TYPE_CHECKING:
    from onrecord.archive import Archive

T = TypeVar("T")

CHARACTERS = 6_000
"""Code points of a text that are given at once, where nothing else is asked for."""
_SNIPPET = 400
_WORDS = 1_200
_CANDIDATES = 12
_LISTED = 20
"""Names, conflicts and the like of one record."""
_RAW = 300


class WrongCall(Exception):  # noqa: N818  # reads as what it says
    """A tool was called in a way that it cannot answer; the text says how to call it."""


Key = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=2_000,
        description="Which article: the id of a record as search gives it, the first letters of one, or an address (its newest version).",
    ),
]
Day = Annotated[str, Meta(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", description="A day, a month or a year, such as 2024-05.")]  # fmt: skip
Offset = Annotated[int, Meta(ge=0, le=10_000, description="How many to pass over: for the next page.")]


class _Call(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Arguments of a tool."""


def _cut(text: str | None, most: int) -> str | None:
    """``text``, with … at its end where it is longer."""
    return text if text is None or len(text) <= most else text[: most - 1] + "…"


def _page(found: Iterator[T], offset: int, limit: int) -> tuple[list[T], bool]:
    taken = list(itertools.islice(found, offset, offset + limit + 1))
    return taken[:limit], len(taken) > limit


# search


class SearchCall(_Call, frozen=True):  # noqa: D101  # its schema would tell it to assistants
    query: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=limits.QUERY_CHARACTERS,
            description='Words, "phrases", AND, OR, NOT, brackets, prefix*, NEAR/5, /s (in one sentence), /p (in one paragraph), '
            "and fields: headline: body: author: publisher: section: keyword: speaker: said: language: date:2024-02..2024-03 "
            "modified: captured: has:silent-edit has:conflict copies:hide.",
        ),
    ]
    order: Annotated[Literal["rank", "date"], Meta(description="The best first, or the newest.")] = "rank"
    limit: Annotated[int, Meta(ge=1, le=25)] = 10
    offset: Offset = 0


class FoundArticle(msgspec.Struct, frozen=True):
    """A version of an article that answers the query."""

    id: str
    url: str | None
    headline: str | None
    publisher: str | None
    date_published: str | None
    """ISO 8601, as precise as the page is."""
    language: str | None
    snippet: str
    """Words of the article around those of the query."""


class SearchResult(msgspec.Struct, frozen=True):
    """Articles that answer the query."""

    articles: list[FoundArticle]
    more: bool
    """Ask again with offset for further ones."""


def search(archive: "Archive", call: SearchCall) -> SearchResult:
    """Find news articles in the archive by words, phrases, speaker, publisher and date.

    Gives ids to use with the other tools. An article is found by its newest version only. If nothing is found, ask with
    fewer words.
    """
    found = archive.search(call.query, limit=call.limit + 1, order=call.order, skip=call.offset)
    hits, more = _page(found, 0, call.limit)
    articles = [
        FoundArticle(
            hit.id, hit.url, _cut(hit.headline, _RAW), hit.publisher, hit.date_published, hit.language,
            _cut(hit.snippet, _SNIPPET) or "",
        )
        for hit in hits
    ]  # fmt: skip
    return SearchResult(articles, more)


# record


class RecordCall(_Call, frozen=True):  # noqa: D101  # its schema would tell it to assistants
    key: Key
    start: Annotated[int, Meta(ge=0, le=10_000_000, description="Where in the text to begin, in characters: for the next part.")] = 0  # fmt: skip
    characters: Annotated[int, Meta(ge=0, le=30_000, description="How much of the text to give.")] = (
        CHARACTERS
    )
    why: (
        Annotated[
            str,
            Meta(
                max_length=60,
                description="A field, such as headline, author or date_published: gives every candidate for it and why it won or lost.",
            ),
        ]
        | UnsetType
    ) = UNSET


class Claim(msgspec.Struct, frozen=True):
    """What one place on the page says of a field."""

    value: str | int | bool | None
    raw: str
    """The page's own words."""
    source: str
    chosen: bool
    rule: str
    """Why it was chosen or left."""


class Contradiction(msgspec.Struct, frozen=True):
    """Sources on the page that cannot all be right."""

    field: str
    what: str
    values: list[str]


class RecordResult(msgspec.Struct, frozen=True, kw_only=True):
    """An article as the archive has it. Null means that the page does not say."""

    id: str
    url: str | None
    headline: str | None
    standfirst: str | None
    authors: list[str]
    publisher: str | None
    date_published: str | None
    """ISO 8601, as precise as the page is."""
    date_modified: str | None
    date_captured: str | None
    language: str | None
    page_type: str
    word_count: int | None
    text: str
    """The article's own words, from ``start`` on."""
    text_length: int
    """Of the whole text, in characters."""
    next_start: int | None
    """Where to go on; null at the end."""
    statements: int | None
    """How many there are; null where they were not read."""
    corrections: list[str]
    conflicts: list[Contradiction]
    troubles: list[str]
    """What is odd about the page."""
    why: list[Claim] | None
    """Where it was asked for."""


def record(archive: "Archive", call: RecordCall) -> RecordResult:
    """Read one article: its text, headline, authors, publisher, dates, corrections, and what on its page conflicts.

    The text comes in parts: call again with start = next_start. With ``why`` it also tells where on the page a field
    was read, and what else the page says of it.
    """
    found = archive.get(call.key)
    text = found.article_body or ""
    part = text[call.start : call.start + call.characters]
    end = call.start + len(part)
    return RecordResult(
        id=found.id,
        url=found.canonical_url or found.url,
        headline=_cut(found.headline, _WORDS),
        standfirst=_cut(found.standfirst, _WORDS),
        authors=[author.name for author in found.author[:_LISTED]],
        publisher=found.publisher.name if found.publisher else None,
        date_published=value_of(found.date_published),
        date_modified=value_of(found.date_modified),
        date_captured=found.date_captured,
        language=found.in_language,
        page_type=str(found.page_type),
        word_count=found.word_count,
        text=part,
        text_length=len(text),
        next_start=end if end < len(text) else None,
        statements=None if found.statements is None else len(found.statements),
        corrections=[_cut(one.text, _WORDS) or "" for one in found.corrections[:_LISTED]],
        conflicts=[
            Contradiction(
                one.field, _cut(one.what, _RAW) or "", [_cut(v, _RAW) or "" for v in one.values[:_LISTED]]
            )
            for one in found.conflicts[:_LISTED]
        ],
        troubles=[_cut(f"{one.code}: {one.detail}", _RAW) or "" for one in found.troubles[:_LISTED]],
        why=None if isinstance(call.why, UnsetType) else list(_claims(found, call.why)),
    )


def _claims(found: Record, field: str) -> Iterator[Claim]:
    if field not in known(found):
        raise WrongCall(f"no field {field!r}; there are: {', '.join(known(found))}")
    for one in found.why(field)[:_CANDIDATES]:
        value = _cut(one.value, _RAW) if isinstance(one.value, str) else one.value
        yield Claim(value, _cut(one.raw, _RAW) or "", str(one.source), one.chosen, one.rule)


# statements


class StatementsCall(_Call, frozen=True):  # noqa: D101  # its schema would tell it to assistants
    key: Key | UnsetType = UNSET
    speaker: (
        Annotated[str, Meta(min_length=1, max_length=200, description="Whose statements, in all articles, in order of time.")] | UnsetType
    ) = UNSET  # fmt: skip
    publisher: Annotated[str, Meta(min_length=1, max_length=200, description="With speaker: as reported by this publisher.")] | UnsetType = UNSET  # fmt: skip
    since: Day | UnsetType = UNSET
    until: Day | UnsetType = UNSET
    newest: Annotated[bool, Meta(description="With speaker: the newest first.")] = False
    limit: Annotated[int, Meta(ge=1, le=50)] = 20
    offset: Offset = 0


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """Who said what, where."""

    id: str
    """Of the record."""
    number: int
    """Of the statement in its record: for cite."""
    speaker: str | None
    role: str | None
    kind: str
    """direct: as spoken; indirect: as reported; mixed."""
    words: str
    """The article's own; cut at the end, with …, where they are very long."""
    headline: str | None
    publisher: str | None
    date_published: str | None
    link: str | None
    """Leads to the words on the page."""


class StatementsResult(msgspec.Struct, frozen=True):
    """Statements of one article, or of one speaker."""

    statements: list[Quote]
    more: bool
    """Ask again with offset for further ones."""


def statements(archive: "Archive", call: StatementsCall) -> StatementsResult:
    """Tell who said what: every statement in one article (key), or all of one speaker across articles (speaker).

    Give key or speaker, not both. ``words`` are the article's, not a summary: quote them as they are. Empty where
    statements were not read when the article was added.
    """
    if isinstance(call.key, str) == isinstance(call.speaker, str):
        raise WrongCall(
            "give key, for the statements of an article, or speaker, for those of a person; not both"
        )
    if isinstance(call.key, str):
        if any(isinstance(given, str) for given in (call.publisher, call.since, call.until)) or call.newest:
            raise WrongCall("publisher, since, until and newest go with speaker, not with key")
        found, more = _page(archive.remarks_in(call.key), call.offset, call.limit)
    else:
        said = archive.remarks(
            str(call.speaker), publisher=_given(call.publisher), since=_given(call.since), until=_given(call.until),
            newest=call.newest, limit=call.limit + 1, offset=call.offset,
        )  # fmt: skip
        found, more = _page(said, 0, call.limit)
    return StatementsResult([_quote(remark) for remark in found], more)


def _given(value: str | UnsetType) -> str | None:
    return value if isinstance(value, str) else None


def _quote(remark: Remark) -> Quote:
    told = {name: getattr(remark, name) for name in Quote.__struct_fields__}
    return Quote(**{**told, "words": _cut(remark.words, _WORDS), "headline": _cut(remark.headline, _RAW)})


# cite


class CiteCall(_Call, frozen=True):  # noqa: D101  # its schema would tell it to assistants
    key: Key
    statement: (
        Annotated[int, Meta(ge=1, le=100_000, description="The number of a statement, as the tool statements gives it.")] | UnsetType
    ) = UNSET  # fmt: skip
    style: Annotated[
        Literal["text", "bibtex", "ris"], Meta(description="For people, or for a reference manager.")
    ] = "text"


class CiteResult(msgspec.Struct, frozen=True):
    """A citation."""

    citation: str
    id: str
    """Of the record that is cited."""
    url: str | None
    """Of a statement: leads to its words on the page."""


_STYLES: dict[str, Callable[[Citation], str]] = {"text": to_text, "bibtex": to_bibtex, "ris": to_ris}


def cite_article(archive: "Archive", call: CiteCall) -> CiteResult:
    """Cite an article, or one statement in it: authors, headline, publisher, dates, address and the archived record.

    Use it whenever you refer to an article, so that a reader can check your words.
    """
    number = None if isinstance(call.statement, UnsetType) else call.statement
    try:
        citation = cite(archive.get(call.key), statement=number, archive=archive.path.name)
    except IndexError as error:
        raise NotFound(archive.path.name, str(error)) from error
    return CiteResult(_STYLES[call.style](citation), citation.id, citation.url)


class Tool(NamedTuple):
    """A tool: its name, its arguments, what it does, what it gives."""

    name: str
    title: str
    call: type[msgspec.Struct]
    work: Callable[..., msgspec.Struct]
    """Its docstring is what the assistant is told."""
    result: type[msgspec.Struct]


TOOLS = (
    Tool("search", "Search the archive", SearchCall, search, SearchResult),
    Tool("record", "Read an article", RecordCall, record, RecordResult),
    Tool("statements", "Who said what", StatementsCall, statements, StatementsResult),
    Tool("cite", "Cite an article or a statement", CiteCall, cite_article, CiteResult),
)
