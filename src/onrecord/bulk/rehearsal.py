"""Rows taken in as the archive takes them, in their order, into an archive that is thrown away after.

What an article is a copy of hangs on what was there before it, on what its original says now, and on which of its own
versions is the newest: the archive's own code tells it. It is spared most of its work: rows that share nothing with
another article are left out, and texts that it is likely to compare were compared before, by all workers
(`banding.shares`).
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.archive.adding import Batch
from onrecord.archive.dictionaries import scaffold
from onrecord.archive.packing import unpack_after
from onrecord.archive.prepared import Prepared
from onrecord.archive.shingles import Shares
from onrecord.archive.store import Store
from onrecord.capture import Given
from onrecord.record import Record

if TYPE_CHECKING:
    import sqlite3

    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

_BATCH = 200
"""Rows of one transaction: their records, and those they are compared with, are in memory at once."""
_COLUMNS = ["number", "id", "hashes", "mark", "substance", "packed"]

Known = Mapping[tuple[str, str], Shares]
"""What two records share, by their ids."""


def rehearse(
    store: Store,
    sketches: Sequence[Path],
    taken: "NDArray[np.bool_]",
    known: Known,
) -> None:
    """Take in the rows that are ``taken``; those that are there stay, so a walk that was stopped is gone on with."""
    from pyarrow import parquet

    before = scaffold()
    for path in sketches:
        with parquet.ParquetFile(path) as file:
            for rows in file.iter_batches(_BATCH, columns=_COLUMNS):
                mask = taken[rows["number"].to_numpy()]
                if mask.any():
                    with store.writing() as connection:
                        batch = _batch(connection, store.folder, known)
                        for row in rows.filter(mask).to_pylist():
                            batch.one(_prepared(row, before))


def _batch(connection: "sqlite3.Connection", folder: Path, known: Known) -> Batch:
    """One that compares only what is not known."""
    batch = Batch(connection, folder)
    exact = batch.compare

    def compare(version: int, other: int) -> Shares:
        rows = connection.execute("SELECT number, id FROM version WHERE number IN (?, ?)", (version, other))
        ids = dict(rows.fetchall())
        return known.get((ids[version], ids[other])) or exact(version, other)

    batch.compare = compare
    return batch


def _prepared(row: dict[str, Any], before: bytes) -> Prepared:
    line = unpack_after(row["packed"], before)
    return Prepared(
        source=Given(row["id"], Record.from_json(line)),
        mark=row["mark"], own_mark=row["mark"], data=None, record=line, packed=row["packed"], dictionary=1,
        after_bytes=False, after_text=False, substance=row["substance"], samples=tuple(row["hashes"]), gist=None,
    )  # fmt: skip


def roots(store: Store, sketches: Sequence[Path]) -> "pa.Table":
    """For each row the id of what it is a copy of, ``root``; null where of none, or where it was left out."""
    import pyarrow as pa
    from pyarrow import parquet

    found: list[str | None] = []
    with store.reading() as connection:
        for path in sketches:
            for mark in parquet.read_table(path, columns=["mark"])["mark"].to_pylist():
                row = connection.execute(_ROOT, (mark,)).fetchone()
                found.append(row and row[0])
    return pa.table({"root": pa.array(found, pa.string())})


_ROOT = """
SELECT root.id FROM capture c JOIN reading r ON r.capture = c.number JOIN version v ON v.number = r.version
JOIN version root ON root.number = v.copy_of WHERE c.mark = ?
"""


def found_pairs(store: Store) -> "pa.Table":
    """Records that share enough to be named together: ``id``, that of an earlier ``other``, how much of each stands in the other."""
    import pyarrow as pa

    names = ("id", "other", "share", "other_share")
    with store.reading() as connection:
        rows = connection.execute(
            "SELECT v.id, o.id, share, other_share FROM copy JOIN version v ON v.number = copy.version"
            " JOIN version o ON o.number = other ORDER BY copy.version, other"
        )
        told = [dict(zip(names, row, strict=True)) for row in rows]
    kinds = (pa.string(), pa.string(), pa.float64(), pa.float64())
    return pa.Table.from_pylist(told, schema=pa.schema(zip(names, kinds, strict=True)))
