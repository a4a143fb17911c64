"""CSV: RFC 4180, and no cell that a spreadsheet would run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.evidence import Place, Trouble
from onrecord.export.table import COLUMNS, header, row, rows
from onrecord.record import Author, Conflict, Extractor, PageType, Publisher, Record
from onrecord.values.moments import Moment, Precision, Zone
from onrecord.values.people import Kind


def record(**fields: object) -> Record:
    return Record(id="0" * 20, extractor=Extractor("0.1", {}), **fields)  # type: ignore[arg-type]


def cells(made: Record) -> dict[str, str]:
    (read,) = csv.reader(io.StringIO(row(made), newline=""), strict=True)
    return dict(zip(COLUMNS, read, strict=True))


def test_header_names_the_columns() -> None:
    assert header() == (
        "id,file,url,canonical_url,headline,author,publisher,date_published,date_modified,date_created,in_language,"
        "article_section,keywords,page_type,word_count,conflicts,troubles,description,article_body\r\n"
    )


def test_rows_begin_with_the_header() -> None:
    assert list(rows([record(), record()])) == [header(), row(record()), row(record())]


def test_values_and_lists() -> None:
    made = cells(
        record(
            headline='The "quiet", harbour',
            author=tuple(Author(name, Kind.PERSON, None, name) for name in ("Ada Byrne", "Bo Roe")),
            keywords=("a", "b"),
            word_count=0,
            page_type=PageType.PAYWALL,
            conflicts=(Conflict("headline", "x", (), ()), Conflict("headline", "y", (), ())),
            troubles=(Trouble("odd", "x", Place()),),
            article_body="one\n\ntwo",
        )
    )
    assert made["headline"] == 'The "quiet", harbour'
    assert made["author"] == "Ada Byrne; Bo Roe"
    assert made["word_count"] == "0"
    assert made["page_type"] == "paywall"
    assert made["conflicts"] == "headline"
    assert made["troubles"] == "odd"
    assert made["article_body"] == "one\n\ntwo"
    assert made["publisher"] == made["date_published"] == ""


def test_every_text_is_in_the_column_of_its_name() -> None:
    names = ("url", "canonical_url", "headline", "in_language", "description", "article_body")
    dates = ("date_published", "date_modified", "date_created")
    days = {name: f"2024-05-0{n}" for n, name in enumerate(dates, start=1)}
    moments = {
        name: Moment(value=day, precision=Precision.DAY, zone=Zone.NONE, raw=day)
        for name, day in days.items()
    }
    lists = {name: (name,) for name in ("article_section", "keywords")}
    made = cells(
        record(**{name: name for name in names}, **lists, **moments, publisher=Publisher("publisher"))
    )
    assert {name: made[name] for name in (*names, *lists, "publisher")} == {
        n: n for n in (*names, *lists, "publisher")
    }
    assert {name: made[name] for name in dates} == days


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_formulas_are_not_run(start: str) -> None:
    made = cells(record(headline=start + "HYPERLINK(1)", keywords=(start, "b")))
    assert made["headline"] == "'" + start + "HYPERLINK(1)"
    assert made["keywords"].startswith("'")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives(text: str) -> None:
    assert cells(record(description=text))["description"].removeprefix("'") == text.removeprefix("'")
    assert row(record(description=text)).endswith("\r\n")
