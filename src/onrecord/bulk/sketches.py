"""What copies are found by, of every row of a Parquet file: its samples, its article's addresses, its record and text."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from onrecord.archive.dictionaries import scaffold
from onrecord.archive.identity import keys_of
from onrecord.archive.packing import pack_after
from onrecord.archive.prepared import mark_before, sampled, substance_of
from onrecord.bulk.folder import Folder
from onrecord.capture import Given
from onrecord.export.columns import read_records
from onrecord.export.trimming import Kept, trim
from onrecord.record import Record
from onrecord.version import __version__

_ROWS = 2_000
_MADE_BY = f"{__version__}-2"
"""Stands in the names of sketches: the version whose samples they hold, and how many shapes their rows have had."""


class Part(NamedTuple):
    """A finished Parquet file of the folder."""

    path: Path
    first: int
    """The number of its first row: rows are numbered through all files, in the order of their names."""
    rows: int

    def sketched(self, folder: Folder) -> Path:
        """Where its sketches lie. When files before it are added its numbers change, and so does this name; by others it is made anew."""
        return folder.path / "_copies" / "sketches" / f"{self.path.stem}.{self.first}.{_MADE_BY}.parquet"


def parts_of(folder: Folder) -> Iterator[Part]:
    """The finished files, in order."""
    from pyarrow import parquet

    first = 0
    for path in sorted(folder.path.glob("[!_.]*.parquet")):
        rows = parquet.read_metadata(path).num_rows
        yield Part(path, first, rows)
        first += rows


class SketchWorker:
    """Sketches parts, in one of Daft's processes."""

    def __init__(self, told: bytes) -> None:
        """``told`` is the folder's path."""
        self._folder = Folder(told.decode())

    def __call__(self, name: str, location: str) -> bytes:
        """Sketch the part at ``location`` whose first row has the number ``name``."""
        sketch(Part(Path(location), int(name), 0), self._folder)
        return b""


def sketch(part: Part, folder: Folder) -> None:
    """Write the sketches of a part, a row each."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema(
        [("number", pa.int64()), ("id", pa.string()), ("hashes", pa.list_(pa.int64())), ("keys", pa.list_(pa.string())),
         ("version", pa.binary()), ("text", pa.string()), ("mark", pa.binary()), ("substance", pa.binary()), ("packed", pa.binary())]
    )  # fmt: skip
    with (
        folder.whole(part.sketched(folder)) as path,
        parquet.ParquetWriter(path, schema, compression="zstd") as file,
    ):
        rows: list[dict[str, object]] = []
        before = scaffold()
        for number, record in enumerate(read_records(part.path), part.first):
            rows.append(_row(number, record, before))
            if len(rows) == _ROWS:
                file.write_table(pa.Table.from_pylist(rows, schema=schema))
                rows = []
        file.write_table(pa.Table.from_pylist(rows, schema=schema))


def _row(number: int, record: Record, before: bytes) -> dict[str, object]:
    hashes, substance, given = sampled(record), substance_of(record), Given("", record)
    return {
        "number": number,
        "id": record.id,
        "hashes": hashes,
        "keys": keys_of(record),
        "version": substance + msgspec.json.encode(record.extractor),
        "text": record.article_body if hashes else None,
        "mark": mark_before(given),
        "substance": substance,
        "packed": pack_after(trim(record, Kept.NONE).to_json(), before),
    }
