"""What the index is given of a version, and what it keeps of it to show and to check."""

import zlib

import msgspec

from onrecord.record import Record
from onrecord.values.addresses import bare_host
from onrecord.values.moments import value_of


class Document(msgspec.Struct, frozen=True):
    """A version of an article, as the archive hands it in."""

    number: int
    """The archive's own key of the version."""
    record: Record
    captured: str | None
    """ISO 8601."""
    current: bool
    """The newest version of its article. Others are found only by ``versions:all``."""
    silent_edit: bool
    """It differs from the version before it and does not say so."""
    copy_of: int | None
    """The number of the version it is a copy of."""


class Utterance(msgspec.Struct, frozen=True, array_like=True):
    """One statement: who made it, and its words as spans of the body."""

    speaker: str | None
    content: tuple[tuple[int, int], ...]


class Stored(msgspec.Struct, frozen=True, array_like=True):
    """What the index keeps of a version. Every text is as the record has it; None: the page does not say."""

    number: int
    id: str
    url: str | None
    headline: str | None
    standfirst: str | None
    """Else the description."""
    body: str | None
    authors: tuple[str, ...]
    publisher: str | None
    """Its name, else the host of the address."""
    sections: tuple[str, ...]
    keywords: tuple[str, ...]
    language: str | None
    published: str | None
    """ISO 8601, as precise as the page is."""
    statements: tuple[Utterance, ...]


def stored(document: Document) -> Stored:
    """What is kept of ``document``."""
    record = document.record
    said = (Utterance(s.speaker.name or s.speaker.mention, s.content) for s in record.statements or ())
    return Stored(
        number=document.number,
        id=record.id,
        url=record.canonical_url or record.url,
        headline=record.headline,
        standfirst=record.standfirst or record.description,
        body=record.article_body,
        authors=tuple(author.name for author in record.author),
        publisher=(record.publisher and record.publisher.name)
        or bare_host(record.canonical_url or record.url),
        sections=record.article_section,
        keywords=record.keywords,
        language=record.in_language,
        published=value_of(record.date_published),
        statements=tuple(said),
    )


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Stored)


def pack(kept: Stored) -> bytes:
    """``kept`` as bytes, some third of its text's size."""
    return zlib.compress(_ENCODER.encode(kept), 6)


def unpack(data: bytes) -> Stored:
    """What `pack` was given; `zlib.error` or `msgspec.DecodeError` where ``data``, out of a damaged row, is not that."""
    try:
        return _DECODER.decode(zlib.decompress(data))
    except (TypeError, UnicodeDecodeError) as error:
        raise msgspec.DecodeError(str(error)) from error
