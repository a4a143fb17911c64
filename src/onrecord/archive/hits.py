"""Hits of a search as they come, and as a table."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Self

import msgspec

from onrecord.errors import MissingExtra
from onrecord.search.hits import Hit

if TYPE_CHECKING:
    import pyarrow as pa


class Hits(Iterator[Hit]):
    """An iterator of hits: what is not asked for is not looked up."""

    def __init__(self, hits: Iterator[Hit]) -> None:
        self._hits = hits

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Hit:
        return next(self._hits)

    def to_arrow(self) -> "pa.Table":
        """The hits that are left as an Arrow table, a column for each field of `Hit`.

        pandas has it by ``.to_pandas()``, Polars by ``polars.from_arrow``. `MissingExtra` without pyarrow.
        """
        try:
            import pyarrow as pa
        except ImportError:
            raise MissingExtra("tables need the extra 'parquet': pip install 'onrecord[parquet]'") from None
        text, spans = pa.string(), pa.list_(pa.struct([("start", pa.int64()), ("end", pa.int64())]))
        types = {"number": pa.int64(), "marks": spans, "headline_marks": spans, "score": pa.float64()}
        schema = pa.schema([(name, types.get(name, text)) for name in Hit.__struct_fields__])
        return pa.Table.from_pylist([_row(hit) for hit in self], schema=schema)


def _row(hit: Hit) -> dict[str, object]:
    row = msgspec.structs.asdict(hit)
    for name in ("marks", "headline_marks"):
        row[name] = [{"start": start, "end": end} for start, end in row[name]]
    return row
