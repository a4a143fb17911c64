"""What can be done with a capture before it is written, in any process: read, packed, cut into runs of words."""

import hashlib
from dataclasses import dataclass, replace

import msgspec

from onrecord import limits
from onrecord.archive.dictionaries import Against, dictionary
from onrecord.archive.kept import digest_of
from onrecord.archive.packing import pack, pack_after
from onrecord.archive.shingles import samples, shingled
from onrecord.capture import Captured, Given, Lost, Redirected, Revisited, read_capture
from onrecord.errors import MissingExtra
from onrecord.record import PageType, Record

__all__ = ["READABLE", "Bytes", "Prepared", "Ready", "mark_of", "prepare", "substance_of"]

READABLE = frozenset((PageType.ARTICLE, PageType.LIVEBLOG))
"""Pages that hold an article: the others are kept and labelled, and are no versions of it."""

_LEAST_WORDS = 40
"""Words under which a text is not looked for in others: captions and notices repeat by themselves."""


@dataclass(frozen=True)
class Bytes:
    """Captured bytes, ready to be kept."""

    digest: bytes
    size: int
    packed: bytes
    dictionary: int | None


@dataclass(frozen=True)
class Prepared:
    """A capture with its record, ready to be written."""

    source: Captured | Given
    """Without its data."""
    mark: bytes
    data: Bytes | None
    record: bytes
    """JSON."""
    packed: bytes
    """The record, after its dictionary and the bytes it was read from."""
    dictionary: int
    after_bytes: bool
    substance: bytes
    samples: tuple[int, ...]


Ready = Prepared | Revisited | Redirected | Lost


def mark_of(source: Captured | Given) -> bytes:
    """What makes a capture one and not another: its bytes, its address, its time, its record in a WARC.

    The file it lies in is none of it: the same bytes found again in another folder are the same capture.
    """
    if isinstance(source, Captured):
        told = (digest_of(source.data).hex(), source.url, source.captured, source.record_id)
    else:
        record = source.record
        digest = (record.capture.digest or "").removeprefix("sha256:") or substance_of(record).hex()
        told = (digest, record.url, record.date_captured, record.capture.record_id)
    return hashlib.blake2b("\0".join(part or "" for part in told).encode(), digest_size=16).digest()


def prepare(item: Captured | Given, against: Against, *, statements: bool = False) -> Prepared | Lost:
    """Read and pack one capture."""
    if isinstance(item, Given):
        return _prepared(item, item.record, None, against)
    try:
        record = read_capture(item, statements=statements)
    except MissingExtra:
        raise
    except Exception as error:  # noqa: BLE001  # the loop over many pages: one that breaks onrecord must not stop it
        return Lost(
            item.name,
            f"onrecord failed on it, which is a fault in onrecord ({type(error).__name__}: {error})",
        )
    return _prepared(item, record, item.data, against)


def _prepared(source: Captured | Given, record: Record, data: bytes | None, against: Against) -> Prepared:
    """Pack a record that was read already; ``data`` are the bytes it was read from."""
    line = record.to_json()
    text = record.article_body or ""
    sampled = (
        samples(runs)
        if record.page_type in READABLE and (runs := shingled(text)).words >= _LEAST_WORDS
        else ()
    )
    kept = None if data is None else _packed(data, against)
    # Bytes that become a file of their own may be lost without the archive: its record is not to go with them.
    inside = kept is not None and len(kept.packed) <= limits.INLINE_BYTES
    before = dictionary(against.path, against.record).data
    return Prepared(
        source=source if isinstance(source, Given) else replace(source, data=b""),
        mark=mark_of(source),
        data=kept,
        record=line,
        packed=pack_after(line, before + data if inside and data else before),
        dictionary=against.record,
        after_bytes=inside,
        substance=substance_of(record),
        samples=sampled,
    )


def _packed(data: bytes, against: Against) -> Bytes:
    shared = None if against.page is None else dictionary(against.path, against.page)
    return Bytes(digest_of(data), len(data), pack(data, shared), against.page)


def substance_of(record: Record) -> bytes:
    """A hash of all that a record says of the article, and of nothing that only says where on the page it says it."""
    said = (
        record.id, record.alternative_headline, record.description, record.standfirst, record.genre,
        record.article_section, record.keywords, record.dateline, record.in_language, record.page_type,
        [(a.name, a.type) for a in record.author], record.publisher, record.credited_agency, record.date_created,
        [c.text for c in record.corrections], record.statements,
    )  # fmt: skip
    return hashlib.blake2b(msgspec.json.encode(said), digest_size=16).digest()
