"""What a citation says of a record, or of one statement in it, before it takes a form."""

from collections.abc import Iterable

import msgspec

from onrecord.export.fragments import fragment_link
from onrecord.export.sayings import words_at
from onrecord.quantities import quantity
from onrecord.record import Author, Record
from onrecord.values.moments import value_of

MARKS = frozenset('"“”„‟«»‹›「」『』‘’‚')
"""What quotations stand in."""


class Quoted(msgspec.Struct, frozen=True):
    """The statement that is cited."""

    words: str
    """Pieces parted by `` … ``."""
    speaker: str | None
    role: str | None
    number: int | None = None
    """Which of the record's statements it is, from 1."""

    @property
    def marked(self) -> str:
        """The words in quotation marks; those that stand in marks of their own get no others."""
        within = self.words[:1] in MARKS and self.words.rstrip(",.")[-1:] in MARKS
        return self.words if within else f"“{self.words}”"


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """A record as others refer to it. None, or empty: the page, or the capture, does not say."""

    id: str
    headline: str | None
    author: tuple[Author, ...]
    publisher: str | None
    published: str | None
    """ISO 8601, as precise as the page is."""
    modified: str | None
    accessed: str | None
    """ISO 8601: when the page was captured."""
    url: str | None
    """Of a statement: with a text fragment that leads to its words."""
    language: str | None
    section: str | None
    abstract: str | None
    digest: str | None
    """Of the captured bytes: ``sha256:`` and hex digits."""
    archive: str | None
    """Where the capture is kept; the record is there under ``id``."""
    quoted: Quoted | None

    @property
    def key(self) -> str:
        """What tells it from other citations in one file: the record's id, behind it the statement's number."""
        number = self.quoted.number if self.quoted else None
        return f"{self.id}-{number}" if number else self.id


def cite(record: Record, *, statement: int | None = None, archive: str | None = None) -> Citation:
    """The citation of ``record``, or of its statement number ``statement``, from 1; `IndexError` where it has no such one.

    ``archive`` names where it is kept.
    """
    url = record.canonical_url or record.url
    quoted = None
    if statement is not None:
        quoted, url = _quoted(record, statement, url)
    return Citation(
        id=record.id,
        headline=record.headline,
        author=record.author,
        publisher=record.publisher.name if record.publisher else None,
        published=value_of(record.date_published),
        modified=value_of(record.date_modified),
        accessed=record.date_captured,
        url=url,
        language=record.in_language,
        section=next(iter(record.article_section), None),
        abstract=record.standfirst or record.description,
        digest=record.capture.digest,
        archive=archive,
        quoted=quoted,
    )


def _quoted(record: Record, number: int, url: str | None) -> tuple[Quoted, str | None]:
    known = record.statements or ()
    if not 1 <= number <= len(known):
        raise IndexError(f"the record has {quantity(len(known), 'statement') if known else 'no statements'}")
    statement = known[number - 1]
    body = record.article_body or ""
    if url:
        url = link_to_words(url, (record.headline, record.standfirst), body, statement.content)
    speaker = statement.speaker
    return Quoted(
        words_at(body, statement.content), speaker.name or speaker.mention, speaker.role, number
    ), url


def link_to_words(url: str, above: Iterable[str | None], body: str, spans: Iterable[tuple[int, int]]) -> str:
    """``url`` with a text fragment that leads to ``spans`` of ``body``.

    ``above`` is what stands before the body, headline and standfirst: a browser looks from the top of the page.
    """
    before = "".join(f"{part}\n\n" for part in above if part)
    return fragment_link(
        url, before + body, [(start + len(before), end + len(before)) for start, end in spans]
    )
