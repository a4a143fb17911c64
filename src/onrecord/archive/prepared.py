"""What can be done with a capture before it is written, in any process: read, packed, cut into runs of words."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from onrecord import limits
from onrecord.archive.dictionaries import Against
from onrecord.archive.gist import Gist, gist_of
from onrecord.archive.kept import Bytes, digest_of, leaning_text
from onrecord.archive.packing import pack, pack_after
from onrecord.archive.shingles import samples, shingled
from onrecord.capture import Captured, Given, Lost, Redirected, Revisited, read_capture
from onrecord.causes import fault
from onrecord.errors import MissingExtra
from onrecord.evidence import Source
from onrecord.record import READABLE, Record
from onrecord.values.iso_times import iso_time

_LEAST_WORDS = 40
"""Words under which a text is not looked for in others: captions and notices repeat by themselves."""

_INTEGERS = 1 << 63
_ID = re.compile(r"[0-9a-f]{20}")
_TIME = re.compile(
    r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?", re.ASCII
)


@dataclass(frozen=True)
class Prepared:
    """A capture with its record, ready to be written."""

    source: Captured | Given
    """Without its data."""
    mark: bytes
    own_mark: bytes
    """That of the article alone, where the bytes hold several."""
    data: Bytes | None
    record: bytes
    """JSON."""
    packed: bytes
    """The record, after its dictionary, the bytes it was read from, and its text."""
    dictionary: int
    after_bytes: bool
    after_text: bool
    substance: bytes
    samples: tuple[int, ...]
    gist: Gist | None
    """What the article is about; None where the page holds none."""
    turn: int | None = None
    """Of a text that holds several articles: which of them, from 0."""
    others: tuple["Prepared", ...] = ()
    """Those after the first, which are written with it or not at all."""


Ready = Prepared | Revisited | Redirected | Lost


def mark_of(source: Captured | Given, article: str = "") -> bytes:
    """What makes a capture one and not another: its bytes, its address, its time, its record in a WARC.

    The file it lies in is none of it: the same bytes found again in another folder are the same capture. ``article``
    is the id of a record where the bytes hold several.
    """
    more = (article,) if article else ()
    if isinstance(source, Captured):
        return mark_of_bytes(digest_of(source.data), source, *more)
    record = source.record
    digest = (record.capture.digest or "").removeprefix("sha256:") or substance_of(record).hex()
    return hash_of(digest, record.url, record.date_captured, record.capture.record_id, *more)


def mark_of_bytes(digest: bytes, source: Captured | Revisited, *more: str) -> bytes:
    """The mark of a capture by the digest of its bytes, which a revisit names without having them."""
    return hash_of(digest.hex(), source.url, source.captured, source.record_id, *more)


def mark_before(source: Captured | Given) -> bytes:
    """The mark by which a capture is known before it is read: that of its bytes, or of one of a text's several articles."""
    return mark_of(source, source.record.id if isinstance(source, Given) and of_text(source) else "")


def mark_of_revisit(source: Captured | Revisited) -> bytes:
    """The same of a revisit in a WARC; one that was taken out again (`write_warc`) has its bytes, and still this mark."""
    return hash_of("revisit", source.url, source.captured, source.record_id)


def hash_of(*parts: str | None) -> bytes:
    """A hash of ``parts`` in their order, 16 bytes."""
    return hashlib.blake2b("\0".join(part or "" for part in parts).encode(), digest_size=16).digest()


def prepare(item: Captured | Given, against: Against, *, statements: bool = False) -> Prepared | Lost:
    """Read and pack one capture."""
    if isinstance(item, Given):
        return _given(item, against)
    try:
        records = list(read_capture(item, statements=statements))
    except MissingExtra:
        raise
    except Exception as error:  # noqa: BLE001  # the loop over many pages: one that breaks onrecord must not stop it
        return Lost(item.name, fault(error))
    if not records:
        return Lost(item.name, f"this version reads no article number {(item.turn or 0) + 1} in it")
    several = len(records) > 1
    kept = _packed(item.data, b"" if several else leaning_text(records[0]), against)
    first, *others = (
        _prepared(item, record, (item.data, kept), against, turn=turn if several else item.turn)
        for turn, record in enumerate(records)
    )
    return replace(first, others=tuple(others))


def _given(item: Given, against: Against) -> Prepared | Lost:
    """A record made elsewhere. Of a text there may be others that came from the same bytes."""
    if wrong := _wrong(item.record):
        return Lost(item.name, f"not a record: {wrong}")
    ready = _prepared(item, item.record, None, against)
    return replace(ready, mark=ready.own_mark) if of_text(item) else ready


def _wrong(record: Record) -> str | None:
    """What ``docs/record.md`` says of every record and is not so of this one: others build on it, file names too."""
    if not _ID.fullmatch(record.id):
        return "an id is 20 hex digits"
    for name in ("date_published", "date_created", "date_modified"):
        moment = getattr(record, name)
        if moment and not _is_time(moment.value):
            return f"{name} is no ISO 8601 time"
    if not _fits(msgspec.to_builtins(record)):
        return "a number in it is larger than 64 bits hold"
    if (record.word_count or 0) < 0:
        return "a text of fewer words than none"
    size = len(record.article_body or "")
    if not all(0 <= start <= end <= size for start, end in _spans(record)):
        return "a span in it lies outside its text"
    return None


def _spans(record: Record) -> Iterator[tuple[int, int]]:
    """All that counts in its text."""
    yield from ((block.start, block.end) for block in record.blocks or ())
    for link in record.links:
        if link.start is not None and link.end is not None:
            yield link.start, link.end
    for said in record.statements or ():
        yield from (*said.content, *said.source, *said.cue)


def _fits(told: object) -> bool:
    """Whether SQLite and Parquet hold every number in it."""
    if isinstance(told, int):
        return -_INTEGERS <= told < _INTEGERS
    if isinstance(told, dict):
        return all(map(_fits, told.values()))
    return not isinstance(told, list | tuple) or all(map(_fits, told))


def _is_time(value: str) -> bool:
    whole_day = value + "-01-01"[len(value) - len("2024") :]
    return _TIME.fullmatch(value) is not None and iso_time(whole_day) is not None


def of_text(item: Captured | Given) -> bool:
    """Whether it is a record of a text without mark-up, the only pages that may hold several articles."""
    if isinstance(item, Captured):
        return False
    return any(c.source == Source.FLATTENED for c in item.record.evidence.get("article_body", ()))


def _prepared(
    source: Captured | Given,
    record: Record,
    data: tuple[bytes, Bytes] | None,
    against: Against,
    turn: int | None = None,
) -> Prepared:
    """Pack a record that was read already; ``data`` are the bytes it was read from, as they are and packed."""
    line = record.to_json()
    raw, kept = data or (None, None)
    # Bytes that become a file of their own may be lost without the archive: its record is not to go with them.
    inside = kept is not None and len(kept.packed) <= limits.INLINE_BYTES
    before = against.record.ready().data
    page = raw if inside and raw else b""
    leaning = leaning_text(record)
    return Prepared(
        source=source if isinstance(source, Given) else replace(source, data=b""),
        mark=mark_of(source, record.id if turn else ""),
        own_mark=mark_of(source, record.id),
        data=kept,
        record=line,
        packed=pack_after(line, before + page + leaning),
        dictionary=against.record.number,
        after_bytes=inside,
        after_text=bool(leaning),
        substance=substance_of(record),
        samples=sampled(record),
        gist=gist_of(record) if record.page_type in READABLE else None,
        turn=turn,
    )


def sampled(record: Record) -> tuple[int, ...]:
    """What copies of it are looked for by; empty where it holds no article, or hardly any words."""
    if record.page_type not in READABLE:
        return ()
    runs = shingled(record.article_body or "")
    return samples(runs) if runs.words >= _LEAST_WORDS else ()


def _packed(data: bytes, text: bytes, against: Against) -> Bytes:
    number, shared = (against.page.number, against.page.ready()) if against.page else (None, None)
    packed = pack(data, shared, text)
    after_text = bool(text) and len(packed) <= limits.INLINE_BYTES
    if text and not after_text:  # what becomes a file of its own needs no text to be read
        packed = pack(data, shared)
    return Bytes(digest_of(data), len(data), packed, number, after_text)


def substance_of(record: Record) -> bytes:
    """A hash of all that a record says of the article, and of nothing that only says where on the page it says it."""
    said = (
        record.id, record.alternative_headline, record.description, record.standfirst, record.genre,
        record.article_section, record.keywords, record.dateline, record.in_language, record.page_type,
        [(a.name, a.type) for a in record.author], record.publisher, record.credited_agency, record.date_created,
        [c.text for c in record.corrections], record.statements,
    )  # fmt: skip
    return hashlib.blake2b(msgspec.json.encode(said), digest_size=16).digest()
