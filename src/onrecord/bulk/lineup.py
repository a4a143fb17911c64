"""Which rows are of one article, and which say what an earlier one said: as the archive tells it, over all files."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Lineup:
    """Of every row, by its number: the article and the version it is of, each the number of its first row."""

    def __init__(self, rows: int) -> None:
        self.article: NDArray[np.int64] = np.arange(rows, dtype=np.int64)
        self.version: NDArray[np.int64] = np.arange(rows, dtype=np.int64)

    def find(self, number: int) -> int:
        """The article that ``number`` is of: followed to its end, and shortened on the way."""
        end = number
        while self.article[end] != end:
            end = int(self.article[end])
        while self.article[number] != end:
            self.article[number], number = end, int(self.article[number])
        return end


def line_up(sketches: Iterable[Path], rows: int) -> Lineup:
    """Rows in their order; two are of one article where they share an address.

    Memory: a dictionary of the addresses' hashes, some 200 bytes a row.
    """
    from pyarrow import parquet

    lineup = Lineup(rows)
    known: dict[int, int] = {}
    said: dict[tuple[int, bytes], int] = {}
    for path in sketches:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(columns=["number", "keys", "version"]):
                for row in batch.to_pylist():
                    number = row["number"]
                    _join(lineup, known, number, row["keys"])
                    version = said.setdefault((lineup.find(number), row["version"]), number)
                    lineup.version[number] = version
    for number in range(rows):
        lineup.find(number)
    return lineup


def _join(lineup: Lineup, known: dict[int, int], number: int, keys: Iterable[str]) -> None:
    own = {lineup.find(known[h]) for h in map(hash, keys) if h in known}
    first = min(own, default=number)
    for other in (*own, number):
        lineup.article[other] = first
    for key in keys:
        known.setdefault(hash(key), first)
