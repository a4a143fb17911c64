"""Records as Parquet rows: what went in comes out, to the byte."""

from pathlib import Path

import pytest
from hypothesis import given
from pyarrow import parquet

from made_pages import whole
from onrecord import extract
from onrecord.export.columns import COPY_OF, columns, lines, read_records, record_of, rows_of
from onrecord.record import Record

ROOT = Path(__file__).parent.parent
CASES = sorted(path for path in (ROOT / "cases").glob("*/page.*"))


def read_back(*records: Record) -> list[Record]:
    table = rows_of([told for record in records for told in lines(record)], columns())
    assert table.schema == columns()
    return [record_of(row) for row in table.to_pylist()]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_every_case_comes_back_as_it_was(path: Path) -> None:
    record = extract(path.read_bytes(), url="https://tarnpost.example/a", statements=True)
    (back,) = read_back(record)
    assert back.to_json() == record.to_json()


def test_the_columns_bear_the_records_names() -> None:
    assert columns().names == [*Record.__struct_fields__, COPY_OF]


def test_rows_keep_their_order_and_nulls(tmp_path: Path) -> None:
    records = [
        extract(b"<h1>\xff\x00 Rain</h1>"),
        extract(b""),
        *(extract(path.read_bytes()) for path in CASES),
    ]
    table = rows_of([told for record in records for told in lines(record)], columns())
    parquet.write_table(table, tmp_path / "a.parquet", row_group_size=7)
    assert [r.to_json() for r in read_records(tmp_path / "a.parquet")] == [r.to_json() for r in records]


@given(whole)
def test_any_page_comes_back_as_it_was(page: str) -> None:
    record = extract(page, statements=True)
    (back,) = read_back(record)
    assert back.to_json() == record.to_json()
