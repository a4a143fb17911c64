"""Many records in one of the formats, piece by piece: nothing here holds them all."""

import enum
import itertools
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.export import table
from onrecord.export.feeds import Feed, atom, rss
from onrecord.export.jsonld import to_jsonld
from onrecord.export.ninjs import to_ninjs
from onrecord.export.parquet import to_parquet
from onrecord.export.trimming import Kept, trim
from onrecord.record import Record


class Format(enum.StrEnum):
    """The formats of one file that hold many records."""

    JSONL = "jsonl"
    """The record's own JSON, one a line."""
    PARQUET = "parquet"
    CSV = "csv"
    JSONLD = "jsonld"
    """One JSON-LD document with all as its graph."""
    NINJS = "ninjs"
    """IPTC ninjs, one object a line."""
    ATOM = "atom"
    RSS = "rss"


def pieces(records: Iterable[Record], form: Format, *, kept: Kept, feed: Feed) -> Iterator[bytes]:
    """The document, in order; ``kept`` is about JSON lines and Parquet, which alone hold evidence, ``feed`` about feeds.

    `MissingExtra` where the format needs a part that is not installed.
    """
    match form:
        case Format.JSONL:
            yield from (trim(record, kept).to_json() + b"\n" for record in records)
        case Format.PARQUET:
            yield from to_parquet(trim(record, kept) for record in records)
        case Format.NINJS:
            yield from (msgspec.json.encode(to_ninjs(record)) + b"\n" for record in records)
        case Format.JSONLD:
            yield from _graph(records)
        case Format.CSV:
            yield from _encoded(table.rows(records))
        case Format.ATOM:
            yield from _encoded(atom(records, feed))
        case Format.RSS:
            yield from _encoded(rss(records, feed))


def _graph(records: Iterable[Record]) -> Iterator[bytes]:
    yield b'{"@context": "https://schema.org", "@graph": [\n'
    for record, comma in zip(records, itertools.chain([b""], itertools.repeat(b",\n")), strict=False):
        node = to_jsonld(record)
        yield comma + msgspec.json.encode({name: value for name, value in node.items() if name != "@context"})
    yield b"\n]}\n"


def _encoded(parts: Iterator[str]) -> Iterator[bytes]:
    return (part.encode("utf-8", "replace") for part in parts)
