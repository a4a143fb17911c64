"""Records as rows of Parquet and back, nothing lost: columns bear the record's names, nested parts are structs and lists.

Objects whose names are data (``evidence``, the extractor's ``models``) are JSON text. What analysts read with less
nesting is `parquet`'s; this form is for records on their way, as of a crawl.
"""

import types
import typing
from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.errors import MissingExtra
from onrecord.record import Candidate, Record

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow import parquet

COPY_OF = "copy_of"
"""A column beside the record's: the ``id`` of the record that this one is a copy of; null where it is none, and until
copies were looked for."""

_BATCH = 100
"""Rows in memory at once when records are read."""


def columns() -> "pa.Schema":
    """The columns and their types; `MissingExtra` where pyarrow is not installed."""
    pa = pyarrow()
    return columns_of(Record).append(pa.field(COPY_OF, pa.string()))


def columns_of(kind: type[msgspec.Struct]) -> "pa.Schema":
    """The columns of a struct's fields."""
    pa = pyarrow()
    return pa.schema([(name, type_of(part)) for name, part in typing.get_type_hints(kind).items()])


def type_of(kind: Any) -> "pa.DataType":  # noqa: ANN401  # a type, of any kind
    """The type of a column that holds ``kind``."""
    pa = pyarrow()
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        (kind,) = (part for part in typing.get_args(kind) if part is not type(None))
    if typing.get_origin(kind) is tuple:
        return pa.list_(type_of(typing.get_args(kind)[0]))
    if kind in _PLAIN:
        return getattr(pa, _PLAIN[kind])()
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return pa.struct([(name, type_of(part)) for name, part in typing.get_type_hints(kind).items()])
    # Enums are the words they are; objects whose names are data are JSON.
    return pa.string()


_PLAIN = {str: "string", int: "int64", float: "float64", bool: "bool_"}


def lines(record: Record) -> tuple[bytes, bytes]:
    """``record`` as a row: a line of JSON, and one that its evidence is.

    That is most of a record, and text in its column: so it need not be written as a string of JSON, nor read as one.
    """
    row: dict[str, object] = {name: getattr(record, name) for name in _BESIDE_EVIDENCE}
    models = msgspec.json.encode(record.extractor.models).decode()
    row["extractor"] = {"version": record.extractor.version, "models": models}
    return msgspec.json.encode(row), msgspec.json.encode(record.evidence)


_BESIDE_EVIDENCE = tuple(name for name in Record.__struct_fields__ if name != "evidence")


def rows_of(told: Sequence[bytes], schema: "pa.Schema") -> "pa.Table":
    """The rows that `lines` told, in their order; at least one."""
    pa = pyarrow()
    at = schema.get_field_index("evidence")
    said = told[1::2]
    # `pa.array` would bring in pandas where that is installed: a tenth of a second.
    ends = pa.py_buffer(array("i", accumulate(map(len, said), initial=0)))
    evidence = pa.Array.from_buffers(pa.string(), len(said), [None, ends, pa.py_buffer(b"".join(said))])
    return table_of(told[::2], schema).set_column(at, schema.field(at), evidence)


def table_of(told: Sequence[bytes], schema: "pa.Schema") -> "pa.Table":
    """The rows of lines of JSON, in their order; at least one."""
    pa = pyarrow()
    from pyarrow import json

    block = b"\n".join((*told, b""))
    return json.read_json(
        pa.BufferReader(block),
        # One block: a row must not be longer than a block, and nothing says how long a page's text is.
        read_options=json.ReadOptions(block_size=len(block) + 1, use_threads=False),
        parse_options=json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error"),
    )


def writer(path: Path, schema: "pa.Schema") -> "parquet.ParquetWriter":
    """A file of such rows, to be written and closed.

    Of what records hold hardly a word comes again: dictionaries would make the file larger, and cost time.
    """
    pyarrow()
    from pyarrow import parquet

    return parquet.ParquetWriter(path, schema, compression="zstd", use_dictionary=False)


def record_of(row: dict[str, Any]) -> Record:
    """The record of a row, as it was; `msgspec.ValidationError` where it is no such row."""
    told = {name: row[name] for name in Record.__struct_fields__ if name in row}
    try:
        told["evidence"] = _EVIDENCE.decode(told["evidence"])
        told["extractor"] = {**told["extractor"], "models": msgspec.json.decode(told["extractor"]["models"])}
    except KeyError as error:
        raise msgspec.ValidationError(f"no column {error}") from None
    except TypeError:  # structs and lists, as `parquet` writes them for other tools
        raise msgspec.ValidationError("evidence and models are no text there") from None
    evidence = told.pop("evidence")
    return msgspec.structs.replace(msgspec.convert(told, Record), evidence=evidence)


_EVIDENCE = msgspec.json.Decoder(dict[str, tuple[Candidate, ...]])


def read_records(path: Path) -> Iterator[Record]:
    """The records of a Parquet file of this form, in its order, some hundred in memory at once."""
    pyarrow()
    from pyarrow import parquet

    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=_BATCH):
            yield from map(record_of, batch.to_pylist())


def pyarrow() -> "pa":
    """pyarrow; `MissingExtra` where it is not installed."""
    try:
        import pyarrow as pa
    except ImportError:
        raise MissingExtra("Parquet needs the extra 'parquet': pip install 'onrecord[parquet]'") from None
    return pa
