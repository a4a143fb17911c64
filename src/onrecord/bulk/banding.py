"""Which rows may be copies of which, as joins: over bands of a sketch, then of the pairs found with their texts.

A sketch is the archive's own samples (`archive.shingles.samples`), and a band of it is one sample: rows that share one
are joined. Bands of several, as MinHash has them, would see only what is alike as a whole; what the archive finds, half
a story in a longer page, they would lose (docs/decisions/0031-copies-as-joins.md).
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.archive.copies import POSTINGS
from onrecord.archive.shingles import shared, shingled

if TYPE_CHECKING:
    import pyarrow as pa


def candidates(sketches: Sequence[Path], versions: "pa.Table") -> "pa.Table":
    """Pairs of rows of different articles that share samples: ``number``, an earlier ``other``, ``met`` (how many).

    ``versions`` names the rows that count, with their articles. The best of each row first. Of the rows that share a
    sample the earliest alone are paired with the others, so what everybody repeats makes no square of pairs.
    """
    import daft
    from daft import Window, col, lit
    from daft.functions import row_number

    samples = (
        daft.read_parquet([str(path) for path in sketches])
        .select("number", "hashes")
        .explode("hashes")
        .where(col("hashes").not_null())
        .join(daft.from_arrow(versions), on="number")
        .select(col("number"), col("article"), col("hashes").alias("hash"))
    )
    order = Window().partition_by("hash").order_by("number")
    earliest = (
        samples.with_column("at", row_number().over(order))
        .where(col("at") <= lit(POSTINGS))
        .select(col("hash"), col("number").alias("other"), col("article").alias("other_article"))
    )
    pairs = (
        samples.join(earliest, on="hash")
        .where((col("other") < col("number")) & (col("other_article") != col("article")))
        .groupby("number", "other")
        .agg(col("hash").count().alias("met"))
    )
    return pairs.sort(["number", "met", "other"], desc=[False, True, False]).to_arrow()


def shares(sketches: Sequence[Path], pairs: "pa.Table", workers: int) -> "pa.Table":
    """Of ``pairs`` of ``number`` and ``other`` the ``id`` and ``other_id``, how much of each text stands in the other, exactly, and how many words."""
    import daft
    from daft import DataType, Series, col

    texts = daft.read_parquet([str(path) for path in sketches]).select("number", "id", "text")
    kind = DataType.struct(
        {"first": DataType.float64(), "second": DataType.float64(), "words": DataType.int64()}
    )

    class Compared:
        @daft.method.batch(return_dtype=kind)
        def __call__(self, text: Series, other: Series) -> list[dict[str, float]]:
            both = zip(text.to_pylist(), other.to_pylist(), strict=True)
            return [shared(shingled(a), shingled(b))._asdict() for a, b in both]

    compared = daft.cls(Compared, max_concurrency=workers, use_process=True)()
    joined = (
        daft.from_arrow(pairs)
        .join(texts, on="number")
        .join(
            texts.select(
                col("number").alias("other"), col("id").alias("other_id"), col("text").alias("other_text")
            ),
            on="other",
        )
    )
    told = joined.select(col("id"), col("other_id"), compared(col("text"), col("other_text")).alias("share"))
    return told.select("id", "other_id", daft.col("share").unnest()).to_arrow()
