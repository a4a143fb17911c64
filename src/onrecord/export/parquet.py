"""Records as Parquet, for pandas, Polars, DuckDB and the like: one row a record, nested parts as structs and lists.

Columns bear the record's own names. Dates are three columns each (``date_published``, ``date_published_precision``,
``date_published_zone``), for a column of timestamps would make days into midnights.
"""

import enum
import io
import typing
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

import msgspec

from onrecord.evidence import Place, Trouble
from onrecord.export.columns import pyarrow, type_of
from onrecord.export.sayings import words_at
from onrecord.record import (
    Author,
    Block,
    Candidate,
    Capture,
    Conflict,
    Image,
    Link,
    Publisher,
    Record,
    Statement,
)

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS = 1_000
"""Of a row group: some megabytes."""

_TEXTS = (
    "id", "schema_version", "url", "canonical_url", "headline", "alternative_headline", "description", "standfirst",
    "genre", "dateline", "in_language", "page_type", "credited_agency", "date_captured", "article_body",
)  # fmt: skip
_MOMENTS = ("date_published", "date_created", "date_modified")
_PLAIN = (
    "article_section",
    "keywords",
    "speakable",
    "is_accessible_for_free",
    "copyright_year",
    "word_count",
)
_LISTS: dict[str, type[msgspec.Struct]] = {
    "author": Author, "blocks": Block, "images": Image, "links": Link, "conflicts": Conflict, "troubles": Trouble,
}  # fmt: skip
_SPANS = ("content", "source", "cue")
_LEFT_OUT = frozenset(("place", "places", "sizes", "encoding_source"))
"""Of the parts of a record."""


def schema() -> "pa.Schema":
    """The columns and their types; `MissingExtra` where pyarrow is not installed."""
    pa = pyarrow()
    text, number = pa.string(), pa.int64()
    span = pa.list_(pa.struct([("start", number), ("end", number)]))
    hints = typing.get_type_hints(Record)

    moments = [(name, *(f"{name}_{part}" for part in ("precision", "zone", "raw"))) for name in _MOMENTS]
    said = [("words", text), ("speaker", text), ("role", text), ("mention", text), ("kind", text)]
    said += [*((name, span) for name in _SPANS), ("method", text), ("confidence", pa.float64())]
    told = [("field", text), ("value", text), ("raw", text), ("source", text), *_parts(Place)]
    told += [("chosen", pa.bool_()), ("rule", text)]
    return pa.schema([
        *((name, text) for name in (*_TEXTS, *chain(*moments), "extractor")),
        *((name, type_of(hints[name])) for name in _PLAIN),
        *_listed("author"),
        ("publisher", pa.struct([(name, text) for name in Publisher.__struct_fields__])),
        *_listed("blocks", "images", "links"),
        ("corrections", pa.list_(text)),
        ("statements", pa.list_(pa.struct(said))),
        ("capture", pa.struct(_parts(Capture))),
        *_listed("conflicts", "troubles"),
        ("evidence", pa.list_(pa.struct(told))),
    ])  # fmt: skip


def _listed(*names: str) -> "Iterator[tuple[str, pa.DataType]]":
    pa = pyarrow()
    return ((name, pa.list_(pa.struct(_parts(_LISTS[name])))) for name in names)


def _parts(kind: type[msgspec.Struct]) -> "list[tuple[str, pa.DataType]]":
    """The fields of a part of a record, as they are nested."""
    hints = typing.get_type_hints(kind).items()
    return [(name, type_of(hint)) for name, hint in hints if name not in _LEFT_OUT]


def to_parquet(records: Iterable[Record]) -> Iterator[bytes]:
    """A Parquet file, piece by piece; memory does not grow with the number of records."""
    pa = pyarrow()
    from pyarrow import parquet

    columns = schema()
    sink = _Sink()
    rows = map(_row, records)
    with parquet.ParquetWriter(pa.PythonFile(sink, mode="w"), columns, compression="zstd") as writer:
        while batch := list(islice(rows, _ROWS)):
            writer.write_table(pa.Table.from_pylist(batch, schema=columns))
            yield sink.taken()
    yield sink.taken()


class _Sink(io.RawIOBase):
    """What pyarrow writes to: keeps what was written until it is taken."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        before = len(self._waiting)
        self._waiting += bytes(data)  # type: ignore[call-overload]  # a buffer
        return len(self._waiting) - before

    def taken(self) -> bytes:
        data = bytes(self._waiting)
        self._waiting.clear()
        return data


def _row(record: Record) -> dict[str, object]:
    row: dict[str, object] = {name: _text(getattr(record, name)) for name in _TEXTS}
    for name in _MOMENTS:
        moment = getattr(record, name)
        row[name] = moment and moment.value
        for part in ("precision", "zone", "raw"):
            row[f"{name}_{part}"] = moment and str(getattr(moment, part))
    publisher, statements = record.publisher, record.statements
    return (
        row
        | {name: getattr(record, name) for name in _PLAIN}
        | {name: [_plain(part) for part in getattr(record, name)] for name in _LISTS}
        | {
            "extractor": record.extractor.version,
            "publisher": publisher and {**_plain(publisher), "logo": publisher.logo and publisher.logo.url},
            "corrections": [correction.text for correction in record.corrections],
            "statements": statements and [_statement(record.article_body or "", s) for s in statements],
            "capture": _plain(record.capture),
            "evidence": [_claim(field, c) for field, found in record.evidence.items() for c in found],
        }
    )


def _claim(field: str, candidate: Candidate) -> dict[str, object]:
    value = None if candidate.value is None else str(candidate.value)
    return {"field": field, **_plain(candidate), **_plain(candidate.place), "value": value}


def _statement(body: str, statement: Statement) -> dict[str, object]:
    spans = {
        name: [{"start": start, "end": end} for start, end in getattr(statement, name)] for name in _SPANS
    }
    speaker = statement.speaker
    return {
        "words": words_at(body, statement.content),
        "speaker": speaker.name,
        "role": speaker.role,
        "mention": speaker.mention,
        "kind": str(statement.kind),
        "method": statement.method,
        "confidence": statement.confidence,
        **spans,
    }


def _plain(part: msgspec.Struct) -> dict[str, object]:
    return {name: _text(value) for name, value in msgspec.structs.asdict(part).items()}


def _text(value: object) -> object:
    """Enums as the words they are."""
    return str(value) if isinstance(value, enum.Enum) else value
