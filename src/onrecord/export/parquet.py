"""Records as Parquet, for pandas, Polars, DuckDB and the like: one row a record, nested parts as structs and lists.

Columns bear the record's own names. Dates are three columns each (``date_published``, ``date_published_precision``,
``date_published_zone``), for a column of timestamps would make days into midnights.
"""

import enum
import io
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from onrecord.export.columns import pyarrow
from onrecord.export.sayings import words_at
from onrecord.record import Record, Statement

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["schema", "to_parquet"]

_ROWS = 1_000
"""Of a row group: some megabytes."""

_TEXTS = (
    "id", "schema_version", "url", "canonical_url", "headline", "alternative_headline", "description", "standfirst",
    "genre", "dateline", "in_language", "page_type", "credited_agency", "date_captured", "article_body",
)  # fmt: skip
_MOMENTS = ("date_published", "date_created", "date_modified")


def schema() -> "pa.Schema":
    """The columns and their types; `MissingExtra` where pyarrow is not installed."""
    pa = pyarrow()
    text, number = pa.string(), pa.int64()
    texts = pa.list_(text)
    span = pa.list_(pa.struct([("start", number), ("end", number)]))
    place = [("start", number), ("end", number), ("css", text), ("json", text)]
    columns = [(name, text) for name in _TEXTS]
    for name in _MOMENTS:
        columns += [(name, text), (f"{name}_precision", text), (f"{name}_zone", text), (f"{name}_raw", text)]
    columns += [
        ("extractor", text),
        ("article_section", texts),
        ("keywords", texts),
        ("speakable", texts),
        ("is_accessible_for_free", pa.bool_()),
        ("copyright_year", number),
        ("word_count", number),
        ("author", pa.list_(pa.struct([("name", text), ("type", text), ("url", text), ("raw", text)]))),
        ("publisher", pa.struct([(n, text) for n in ("name", "legal_name", "url", "email", "telephone", "logo")])),
        ("blocks", pa.list_(pa.struct([("kind", text), ("level", number), ("time", text), ("start", number), ("end", number)]))),
        ("images", pa.list_(pa.struct([("url", text), ("width", number), ("height", number), ("caption", text), ("credit", text)]))),
        ("links", pa.list_(pa.struct([("url", text), ("text", text), ("start", number), ("end", number), ("rel", text)]))),
        ("corrections", texts),
        (
            "statements",
            pa.list_(
                pa.struct(
                    [
                        ("words", text), ("speaker", text), ("role", text), ("mention", text), ("kind", text),
                        ("content", span), ("source", span), ("cue", span), ("method", text), ("confidence", pa.float64()),
                    ]
                )
            ),
        ),
        ("capture", pa.struct([("file", text), ("record_id", text), ("offset", number), ("digest", text), ("status", number), ("encoding", text)])),
        ("conflicts", pa.list_(pa.struct([("field", text), ("what", text), ("values", texts)]))),
        ("troubles", pa.list_(pa.struct([("code", text), ("detail", text)]))),
        (
            "evidence",
            pa.list_(
                pa.struct([("field", text), ("value", text), ("raw", text), ("source", text), *place, ("chosen", pa.bool_()), ("rule", text)])
            ),
        ),
    ]  # fmt: skip
    return pa.schema(columns)


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
    return row | {
        "extractor": record.extractor.version,
        "article_section": record.article_section,
        "keywords": record.keywords,
        "speakable": record.speakable,
        "is_accessible_for_free": record.is_accessible_for_free,
        "copyright_year": record.copyright_year,
        "word_count": record.word_count,
        "author": _rows(record.author),
        "publisher": record.publisher
        and {**_plain(record.publisher), "logo": record.publisher.logo and record.publisher.logo.url},
        "blocks": _rows(record.blocks),
        "images": _rows(record.images),
        "links": _rows(record.links),
        "corrections": [correction.text for correction in record.corrections],
        "statements": None
        if record.statements is None
        else [_statement(record.article_body or "", s) for s in record.statements],
        "capture": _plain(record.capture),
        "conflicts": _rows(record.conflicts),
        "troubles": _rows(record.troubles),
        "evidence": [
            {
                "field": field,
                **_plain(c),
                **_plain(c.place),
                "value": None if c.value is None else str(c.value),
            }
            for field, candidates in record.evidence.items()
            for c in candidates
        ],
    }


def _statement(body: str, statement: Statement) -> dict[str, object]:
    spans = {
        name: [{"start": start, "end": end} for start, end in getattr(statement, name)]
        for name in ("content", "source", "cue")
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


def _rows(parts: Iterable[msgspec.Struct]) -> list[dict[str, object]]:
    return [_plain(part) for part in parts]


def _plain(part: msgspec.Struct) -> dict[str, object]:
    return {name: _text(value) for name, value in msgspec.structs.asdict(part).items()}


def _text(value: object) -> object:
    """Enums as the words they are."""
    return str(value) if isinstance(value, enum.Enum) else value
