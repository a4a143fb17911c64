"""One WARC file → its rows and its manifest, both whole or neither there."""

import contextlib
import errno
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from onrecord import limits
from onrecord.bulk.folder import Folder
from onrecord.bulk.manifest import Entry
from onrecord.bulk.pieces import Piece
from onrecord.bulk.places import local
from onrecord.bulk.reading import PieceFailed, Reader
from onrecord.bulk.wanted import Task, Wanted
from onrecord.export.columns import columns, columns_of, rows_of, table_of, writer

if TYPE_CHECKING:
    import pyarrow as pa


class Done(msgspec.Struct, frozen=True):
    """What became of a piece in one try."""

    piece: Piece
    fates: dict[str, int] = {}
    """How many records of the WARC had which fate."""
    rows: int = 0
    failure: str | None = None
    """Why it was not read to its end; then nothing of it is kept."""
    stop: bool = False
    """The failure is not the piece's: nothing can be written."""


def do_piece(piece: Piece, folder: Folder, wanted: Wanted, reader: Reader) -> Done:
    """Read ``piece`` and write what it gives; a failure is told, not raised."""
    try:
        with local(piece.location) as path, _writing(folder, piece) as files:
            task = Task(path=str(path), file=piece.location, wanted=wanted)
            for entry, lines in reader.read(task):
                files.add(entry, lines)
    except (OSError, PieceFailed) as error:
        reason = " ".join((str(error) or type(error).__name__).split())
        return Done(piece, failure=reason, stop=isinstance(error, OSError) and error.errno in _FULL)
    return Done(piece, dict(files.fates), files.rows)


def counted(piece: Piece, folder: Folder) -> Done:
    """What became of a piece that is finished, by what it left."""
    from pyarrow import parquet

    # Not `read_table`, which brings in pyarrow's data sets, and those pandas: a third of a second.
    with parquet.ParquetFile(folder.manifest(piece)) as file:
        fates = Counter(file.read(columns=["fate"]).column(0).to_pylist())
    return Done(piece, dict(fates), parquet.read_metadata(folder.rows(piece)).num_rows)


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


class _Table:
    """A Parquet file that grows a row group at a time."""

    def __init__(
        self, path: Path, schema: "pa.Schema", made: Callable[[Sequence[bytes], "pa.Schema"], "pa.Table"]
    ) -> None:
        """``made`` makes rows of what is added."""
        self._schema, self._made = schema, made
        self._file = writer(path, schema)
        self._waiting: list[bytes] = []
        self._size = self._rows = 0

    def add(self, lines: Sequence[bytes], rows: int) -> None:
        self._waiting += lines
        self._size += sum(map(len, lines))
        self._rows += rows
        if self._size >= limits.ROW_GROUP_BYTES or self._rows >= limits.ROW_GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._waiting:
            self._file.write_table(self._made(self._waiting, self._schema))
        self._waiting, self._size, self._rows = [], 0, 0

    def close(self) -> None:
        self._flush()
        self._file.close()


class _Files:
    """The two files of a piece, as they are written."""

    def __init__(self, rows: Path, manifest: Path) -> None:
        self._rows = _Table(rows, columns(), rows_of)
        self._manifest = _Table(manifest, columns_of(Entry), table_of)
        self.fates: Counter[str] = Counter()
        self.rows = 0

    def add(self, entry: Entry, lines: Sequence[bytes]) -> None:
        if lines:
            self._rows.add(lines, entry.rows)
        self._manifest.add((msgspec.json.encode(entry),), 1)
        self.fates[entry.fate] += 1
        self.rows += entry.rows

    def close(self) -> None:
        self._rows.close()
        self._manifest.close()


@contextlib.contextmanager
def _writing(folder: Folder, piece: Piece) -> Iterator[_Files]:
    """Both files under other names; given their own at the end, the rows last, for they say that all is done."""
    rows, manifest = (folder.work(f"{piece.name}.{what}.{os.getpid()}") for what in ("rows", "manifest"))
    files = _Files(rows, manifest)
    try:
        yield files
        files.close()
        folder.put(manifest, folder.manifest(piece))
        folder.put(rows, folder.rows(piece))
    except BaseException:
        with contextlib.suppress(OSError, ValueError):  # of pyarrow, where writing failed before
            files.close()
        rows.unlink(missing_ok=True)
        manifest.unlink(missing_ok=True)
        raise
