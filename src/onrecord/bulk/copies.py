"""The second pass: copies among all rows of a folder, marked in them. None is dropped.

Four steps, each of which leaves files and is not done again for the same rows: sketches (a file a part), candidates,
shares (by rounds), marks. What has come to the folder since is taken in by running it again.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from onrecord.archive.shingles import Shares
from onrecord.bulk.banding import candidates, shares
from onrecord.bulk.dataflow import Engine
from onrecord.bulk.families import Families, Pair, settle
from onrecord.bulk.folder import Folder
from onrecord.bulk.lineup import Lineup, line_up
from onrecord.bulk.pieces import Piece
from onrecord.bulk.sketches import Part, SketchWorker, parts_of
from onrecord.export.columns import COPY_OF, writer

if TYPE_CHECKING:
    import pyarrow as pa


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
    unsketched = [Piece(str(p.first), str(p.path)) for p in parts if not p.sketched(folder).exists()]
    for _ in engine.each(SketchWorker, str(folder.path).encode(), unsketched):
        pass
    sketches = [part.sketched(folder) for part in parts if part.rows]
    rows = sum(part.rows for part in parts)
    lineup = line_up(sketches, rows)
    stage = _Stages(folder, sketches)
    pairs = stage.candidates(lineup)
    families = stage.settled(pairs, engine.workers)
    ids = _ids(sketches, rows)
    _write_pairs(folder, families, ids)
    roots = [families.root.get(int(version)) for version in lineup.version]
    for part in parts:
        _mark(
            folder, part, [None if r is None else ids[r] for r in roots[part.first : part.first + part.rows]]
        )
    return Marked(rows, sum(root is not None for root in roots), len(families.pairs))


class _Stages:
    """The steps whose results are kept, under a name that stands for the rows they are of."""

    def __init__(self, folder: Folder, sketches: list[Path]) -> None:
        self._folder, self._sketches = folder, sketches
        named = "\n".join(path.name for path in sketches)
        self._name = hashlib.blake2b(named.encode(), digest_size=6).hexdigest()

    def _kept(self, name: str) -> "pa.Table | None":
        from pyarrow import parquet

        path = self._path(name)
        return parquet.read_table(path) if path.exists() else None

    def _keep(self, name: str, table: "pa.Table") -> "pa.Table":
        from pyarrow import parquet

        with self._folder.whole(self._path(name)) as path:
            parquet.write_table(table, path, compression="zstd")
        return table

    def _path(self, name: str) -> Path:
        return self._folder.path / "_copies" / f"{self._name}.{name}.parquet"

    def candidates(self, lineup: Lineup) -> "pa.Table":
        """Pairs that may be copies, the best of each row first."""
        import pyarrow as pa

        kept = self._kept("candidates")
        if kept is not None:
            return kept
        # A capture that says what an earlier one said is no version of its own.
        numbers = np.flatnonzero(lineup.version == np.arange(len(lineup.version)))
        versions = pa.table({"number": numbers, "article": lineup.article[numbers]})
        return self._keep("candidates", candidates(self._sketches, versions))

    def settled(self, pairs: "pa.Table", workers: int) -> Families:
        """Who is a copy of whom: rounds of comparing what is still missing."""
        known: dict[Pair, Shares] = {}
        number = 0
        while (families := settle(pairs, known)).missing:
            number += 1
            table = self._kept(f"shares{number}")
            if table is None:
                missing = sorted(families.missing)
                table = self._keep(f"shares{number}", shares(self._sketches, _table(missing), workers))
            known.update(_known(table))
        return families


def _table(pairs: list[Pair]) -> "pa.Table":
    import pyarrow as pa

    return pa.table({"number": [number for number, _ in pairs], "other": [other for _, other in pairs]})


def _known(table: "pa.Table") -> Iterable[tuple[Pair, Shares]]:
    for row in table.to_pylist():
        yield (row["number"], row["other"]), Shares(row["first"], row["second"], row["words"])


def _ids(sketches: list[Path], rows: int) -> list[str]:
    from pyarrow import parquet

    ids: list[str] = []
    for path in sketches:
        ids += parquet.read_table(path, columns=["id"]).column(0).to_pylist()
    if len(ids) != rows:
        raise ValueError(f"{len(ids)} sketches of {rows} rows")
    return ids


def _write_pairs(folder: Folder, families: Families, ids: list[str]) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    rows = [
        {
            "id": ids[number],
            "other": ids[other],
            "share": round(told.first, 4),
            "other_share": round(told.second, 4),
        }
        for (number, other), told in sorted(families.pairs.items())
    ]
    schema = pa.schema(
        [("id", pa.string()), ("other", pa.string()), ("share", pa.float64()), ("other_share", pa.float64())]
    )
    with folder.whole(folder.path / "_copies" / "pairs.parquet") as path:
        parquet.write_table(pa.Table.from_pylist(rows, schema=schema), path)


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
