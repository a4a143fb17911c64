"""The second pass: copies among all rows of a folder, marked in them. None is dropped.

Five steps, each of which leaves files and is not done again for the same rows: sketches (a file a part), candidates, shares,
a rehearsal of what the archive would find, marks. What has come to the folder since is taken in by running it again.
"""

import hashlib
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from onrecord.archive.copies import CHECKED
from onrecord.archive.shingles import Shares
from onrecord.archive.store import Store
from onrecord.bulk.banding import candidates, shares
from onrecord.bulk.dataflow import Engine
from onrecord.bulk.folder import Folder
from onrecord.bulk.lineup import Lineup, line_up
from onrecord.bulk.pieces import Piece
from onrecord.bulk.rehearsal import Known, found_pairs, rehearse, roots
from onrecord.bulk.sketches import Part, SketchWorker, parts_of
from onrecord.export.columns import COPY_OF, writer

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray


class Marked(msgspec.Struct, frozen=True):
    """What the pass came to."""

    rows: int
    copies: int
    """Rows that are a copy of an earlier one: ``copy_of`` names it."""
    pairs: int
    """Rows that share enough to be named together: ``_copies/pairs.parquet``."""


def mark_copies(folder: Folder, engine: Engine) -> Marked:
    """Find the copies among the rows and mark them. Called while the folder is `Folder.opened`."""
    parts = list(parts_of(folder))
    (folder.path / "_copies" / "sketches").mkdir(parents=True, exist_ok=True)
    unsketched = [
        Piece(str(p.first), str(p.path)) for p in parts if p.rows and not p.sketched(folder).exists()
    ]
    for _ in engine.each(SketchWorker, str(folder.path).encode(), unsketched):
        pass
    steps = _Steps(folder, [part.sketched(folder) for part in parts if part.rows])
    steps.sweep()
    rows = sum(part.rows for part in parts)
    if not rows:
        return Marked(0, 0, 0)
    steps.find(rows, engine.workers)
    found, pairs = steps.kept("roots")["root"].to_pylist(), steps.kept("pairs")
    with folder.whole(folder.path / "_copies" / "pairs.parquet") as path:
        _write(pairs, path)
    for part in parts:
        _mark(folder, part, found[part.first : part.first + part.rows])
    return Marked(len(found), len(found) - found.count(None), pairs.num_rows)


class _Steps:
    """The steps over all rows, whose results are kept under a name that stands for the rows they are of."""

    def __init__(self, folder: Folder, sketches: Sequence[Path]) -> None:
        self._folder, self._sketches = folder, sketches
        named = "\n".join(path.name for path in sketches)
        self._name = hashlib.blake2b(named.encode(), digest_size=6).hexdigest()

    def _path(self, name: str) -> Path:
        return self._folder.path / "_copies" / f"{self._name}.{name}"

    def kept(self, name: str) -> "pa.Table":
        """What is kept of a step."""
        from pyarrow import parquet

        return parquet.read_table(self._path(f"{name}.parquet"))

    def _keep(self, name: str, make: "Callable[[], pa.Table]") -> "pa.Table":
        """The same, made where it is not there yet."""
        path = self._path(f"{name}.parquet")
        if path.exists():
            return self.kept(name)
        table = make()
        with self._folder.whole(path) as part:
            _write(table, part)
        return table

    def sweep(self) -> None:
        """Delete what is of other rows or was made by another onrecord, and a rehearsal that is over."""
        over = self._path("roots.parquet").exists()
        for path in self._path("").parent.glob("*.*.*"):
            ours = path.name.startswith(f"{self._name}.")
            if not ours or (over and ".rehearsal." in path.name):
                path.unlink()
        for path in set(self._path("").with_name("sketches").iterdir()) - set(self._sketches):
            path.unlink()

    def find(self, rows: int, workers: int) -> None:
        """Keep ``roots``, of which record each row is a copy, and ``pairs``."""
        if self._path("roots.parquet").exists():
            return
        lineup = line_up(self._sketches, rows)
        pairs = self._keep("candidates", lambda: _candidates(self._sketches, lineup))
        number, other = (pairs[name].to_numpy() for name in ("number", "other"))
        likely = pairs.filter(_place(number) < CHECKED).select(["number", "other"])
        known = self._keep("shares", lambda: shares(self._sketches, likely, workers))
        taken = np.isin(lineup.article, lineup.article[np.concatenate([number, other])])
        with closing(Store(self._path("rehearsal.db"))) as store:
            rehearse(store, self._sketches, taken, _known(known))
            self._keep("pairs", lambda: found_pairs(store))
            self._keep("roots", lambda: roots(store, self._sketches))
        self.sweep()


def _candidates(sketches: Sequence[Path], lineup: Lineup) -> "pa.Table":
    """Pairs that may be copies, the best of each row first."""
    import pyarrow as pa

    # A capture that says what an earlier one said is no version of its own.
    numbers = np.flatnonzero(lineup.version == np.arange(len(lineup.version)))
    return candidates(sketches, pa.table({"number": numbers, "article": lineup.article[numbers]}))


def _place(number: "NDArray[np.int64]") -> "NDArray[np.int64]":
    """At which place each pair stands among those of its row, from 0."""
    begins = np.flatnonzero(np.diff(number, prepend=-1))
    return np.arange(len(number)) - np.repeat(begins, np.diff(begins, append=len(number)))


def _known(table: "pa.Table") -> Known:
    """What was compared, by both ids."""
    return {
        (row["id"], row["other_id"]): Shares(row["first"], row["second"], row["words"])
        for row in table.to_pylist()
    }


def _write(table: "pa.Table", path: Path) -> None:
    from pyarrow import parquet

    parquet.write_table(table, path, compression="zstd")


def _mark(folder: Folder, part: Part, roots: list[str | None]) -> None:
    """Write the column anew, where it says other things; a row group at a time, and the file whole."""
    import pyarrow as pa
    from pyarrow import parquet

    with parquet.ParquetFile(part.path) as file:
        if file.read(columns=[COPY_OF]).column(0).to_pylist() == roots:
            return
        with folder.whole(part.path) as path, writer(path, file.schema_arrow) as out:
            at = 0
            for group in range(file.num_row_groups):
                table = file.read_row_group(group)
                column = pa.array(roots[at : at + table.num_rows], pa.string())
                out.write_table(table.set_column(table.schema.get_field_index(COPY_OF), COPY_OF, column))
                at += table.num_rows
