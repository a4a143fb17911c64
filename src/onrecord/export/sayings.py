"""A record's statements one by one, each with the article it stands in: as objects, as rows of CSV, as text."""

from collections.abc import Iterator

import msgspec

from onrecord.export.cells import csv_line
from onrecord.record import Record, Speaker, StatementKind
from onrecord.values.moments import value_of

Span = tuple[int, int]


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """One statement, and where it stands. What the article does not tell is None."""

    id: str
    """The record's."""
    file: str | None
    """What the page was read from."""
    url: str | None
    headline: str | None
    publisher: str | None
    date_published: str | None
    """ISO 8601."""
    speaker: Speaker
    verb: str | None
    """The words that attribute it, mostly a verb."""
    words: str
    """The content; pieces that do not touch are joined by `` … ``."""
    kind: StatementKind
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    method: str
    confidence: float


COLUMNS = (
    "id", "file", "url", "headline", "publisher", "date_published", "speaker", "role", "mention", "verb", "words", "kind",
    "start", "end", "method", "confidence",
)  # fmt: skip
"""What the columns hold; ``start`` and ``end`` are those of the content as a whole, in ``article_body``."""


def sayings(record: Record) -> Iterator[Saying]:
    """The record's statements in their order; none where they were not asked for."""
    text = record.article_body or ""
    for said in record.statements or ():
        yield Saying(
            id=record.id,
            file=record.capture.file,
            url=record.canonical_url or record.url,
            headline=record.headline,
            publisher=record.publisher.name if record.publisher else None,
            date_published=value_of(record.date_published),
            speaker=said.speaker,
            verb=words_at(text, said.cue) or None,
            words=words_at(text, said.content),
            kind=said.kind,
            content=said.content,
            source=said.source,
            cue=said.cue,
            method=said.method,
            confidence=said.confidence,
        )


def words_at(text: str, spans: tuple[Span, ...]) -> str:
    """The words of ``spans`` on one line; pieces are joined by `` … ``."""
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)


def header() -> str:
    """The line that names the columns."""
    return csv_line(COLUMNS)


def rows(record: Record) -> Iterator[str]:
    """A line for each statement, ended by CRLF."""
    for said in sayings(record):
        yield csv_line(
            (
                said.id, said.file or "", said.url or "", said.headline or "", said.publisher or "",
                said.date_published or "", said.speaker.name or "", said.speaker.role or "", said.speaker.mention or "",
                said.verb or "", said.words, said.kind.value, str(said.content[0][0]), str(said.content[-1][1]),
                said.method, str(said.confidence),
            )
        )  # fmt: skip
