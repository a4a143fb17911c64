"""Every format an archive goes out in, read back by a reader that is not ours."""

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterable
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
import msgspec
import polars as pl
import pyarrow.parquet
import pytest
from pyld import jsonld

from onrecord.archive.hits import Hits
from onrecord.evidence import Place, Source
from onrecord.export.feeds import Feed
from onrecord.export.folder import file_name, write_folder
from onrecord.export.ninjs import to_ninjs
from onrecord.export.trimming import Kept, trim
from onrecord.export.writing import Format, pieces
from onrecord.record import Candidate, Image, Record, Size
from onrecord.search import index
from small_press import filled, press

NINJS = Path(__file__).parent.parent.parent / "shared" / "schemas" / "ninjs-schema_3.1.json"
MADE = dt.datetime(2024, 6, 1, 12, 0, tzinfo=dt.UTC)


def evident() -> Record:
    """A record with evidence, a picture and characters that formats trip over."""
    told = Candidate("Rain", "Rain", Source.JSON_LD, Place(3, 7, "title", "$.headline"), True, "most trusted")
    left = Candidate("Snow", "Snow", Source.META, Place(), False, "less trusted")
    return msgspec.structs.replace(
        press()[0],
        headline="=1+1 <b> & ]]> \x0b “q”",
        evidence={"headline": (told, left), "genre": (left,)},
        images=(
            Image(
                "https://tarnpost.example/a b.jpg", sizes=(Size(800, 600), Size(None, None)), caption="A boat"
            ),
        ),
    )


RECORDS = (*press(), evident())


def made(form: Format, records: Iterable[Record] = RECORDS, kept: Kept = Kept.FULL) -> bytes:
    return b"".join(pieces(records, form, kept=kept, feed=Feed("onrecord: rain & snow", MADE)))


def test_json_lines_are_records() -> None:
    lines = made(Format.JSONL, press()).splitlines()
    assert tuple(map(Record.from_json, lines)) == press()
    assert [json.loads(line)["headline"] for line in lines] == [record.headline for record in press()]


@pytest.mark.parametrize(("kept", "expected"), [(Kept.FULL, 3), (Kept.CHOSEN, 1), (Kept.NONE, 0)], ids=str)
def test_so_much_evidence_goes_out(kept: Kept, expected: int) -> None:
    assert sum(map(len, trim(evident(), kept).evidence.values())) == expected
    table = pyarrow.parquet.read_table(io.BytesIO(made(Format.PARQUET, [evident()], kept)))
    assert len(table["evidence"][0].as_py()) == expected


def test_parquet_reads_back() -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(made(Format.PARQUET)))
    rows = table.to_pylist()
    ferry = rows[0]
    assert [row["id"] for row in rows] == [record.id for record in RECORDS]
    assert ferry["date_published"] == "2022-02-10T09:13:00+01:00"
    assert ferry["date_published_precision"] == "minute" or ferry["date_published_precision"] == "second"
    assert ferry["author"] == [{"name": "Cleo Hart", "type": "person", "url": None, "raw": "By Cleo Hart"}]
    assert ferry["statements"][0]["words"] == "We cannot run an empty ferry all winter"
    assert ferry["article_body"] == press()[0].article_body
    assert rows[6]["page_type"] == "listing"
    evidence = rows[-1]["evidence"]
    assert evidence[0] == {
        "field": "headline", "value": "Rain", "raw": "Rain", "source": "json-ld", "start": 3, "end": 7, "css": "title",
        "json": "$.headline", "chosen": True, "rule": "most trusted",
    }  # fmt: skip
    frame = pl.read_parquet(io.BytesIO(made(Format.PARQUET)))
    assert frame.filter(pl.col("in_language") == "ja").height == 1


def test_parquet_of_nothing_has_its_columns() -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(made(Format.PARQUET, [])))
    assert table.num_rows == 0
    assert "article_body" in table.column_names


def test_parquet_is_written_in_pieces() -> None:
    many = (msgspec.structs.replace(press()[0], id=f"{n:020x}") for n in range(2_500))
    parts = [part for part in pieces(many, Format.PARQUET, kept=Kept.FULL, feed=Feed("", MADE)) if part]
    assert len(parts) >= 3
    table = pyarrow.parquet.read_table(io.BytesIO(b"".join(parts)))
    assert table.num_rows == 2_500


def test_csv_reads_back() -> None:
    rows = list(csv.DictReader(io.StringIO(made(Format.CSV).decode("utf-8"))))
    assert rows[0]["headline"] == "Night ferry to stop in March"
    assert rows[0]["article_body"] == press()[0].article_body
    assert rows[-1]["headline"].startswith("'=1+1"), "a spreadsheet would run it"


CONTEXT = {
    "@context": {"@vocab": "https://schema.org/", "url": {"@type": "@id"}, "relatedLink": {"@type": "@id"}}
}


def loader(url: str, _options: dict[str, Any]) -> dict[str, Any]:
    """A context of our own: schema.org's is on the web, and much longer."""
    assert url.rstrip("/") == "https://schema.org"
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT, "contentType": "application/ld+json"}


def test_jsonld_is_read_by_a_processor() -> None:
    document = json.loads(made(Format.JSONLD, press()))
    nodes = jsonld.expand(document, {"documentLoader": loader})
    assert len(nodes) == len(press())
    ferry = nodes[0]
    assert ferry["@type"] == ["https://schema.org/NewsArticle"]
    assert ferry["https://schema.org/headline"] == [{"@value": "Night ferry to stop in March"}]
    assert ferry["https://schema.org/url"] == [{"@id": "https://tarnpost.example/ferry"}]
    (author,) = ferry["https://schema.org/author"]
    assert author["https://schema.org/name"] == [{"@value": "Cleo Hart"}]
    triples = jsonld.to_rdf(document, {"documentLoader": loader, "format": "application/n-quads"})
    assert '<https://schema.org/datePublished> "2022-03-01"' in triples


FORMATS = jsonschema.FormatChecker(formats=())


@FORMATS.checks("uri")
def is_uri(value: object) -> bool:
    """An address with a scheme, in the characters of RFC 3986."""
    return re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*", str(value)) is not None


@FORMATS.checks("date-time")
def is_time(value: object) -> bool:
    return dt.datetime.fromisoformat(str(value)).tzinfo is not None


@pytest.mark.skipif(not NINJS.exists(), reason="the schema of ninjs is not in the project")
@pytest.mark.parametrize("record", RECORDS, ids=lambda record: str(record.url))
def test_ninjs_is_valid(record: Record) -> None:
    schema = json.loads(NINJS.read_text("utf-8"))
    node = json.loads(made(Format.NINJS, [record]))
    validator = jsonschema.validators.validator_for(schema)
    validator(schema, format_checker=FORMATS).validate(node)


def test_ninjs_says_what_the_record_says() -> None:
    node = to_ninjs(RECORDS[0])
    assert node["uri"] == "https://tarnpost.example/ferry"
    assert node["bodies"][0]["value"] == RECORDS[0].article_body  # type: ignore[index]
    assert node["contentCreated"] == "2022-02-10T09:13:00+01:00"
    assert node["versionCreated"] == "2022-02-11T10:00:00+01:00"
    assert node["edNote"] == "An earlier version named the wrong port."
    wired = to_ninjs(msgspec.structs.replace(RECORDS[0], credited_agency="Alpine Wire"))
    agency = {"name": "Alpine Wire", "role": "https://cv.iptc.org/newscodes/contentprodpartytype/provider"}
    assert wired["infoSources"][-1] == agency  # type: ignore[index]
    assert "contentCreated" not in to_ninjs(RECORDS[1]), "a day is no time"
    assert to_ninjs(evident())["associations"][0]["uri"] == "https://tarnpost.example/a%20b.jpg"  # type: ignore[index]


@pytest.mark.parametrize("form", [Format.ATOM, Format.RSS])
def test_feeds_of_two_queries_are_two_feeds(form: Format) -> None:
    queries = ("storm frost", "storm -frost", '"storm frost"', "мороз", "буря", "霜", "")

    def named(query: str) -> str:
        told = feedparser.parse(
            b"".join(pieces(RECORDS, form, kept=Kept.FULL, feed=Feed(f"onrecord: {query}", MADE)))
        ).feed
        return str(told.id if form is Format.ATOM else told.link)

    assert len({named(query) for query in queries}) == len(queries)
    assert named("霜") == named("霜")


@pytest.mark.parametrize("form", [Format.ATOM, Format.RSS])
def test_feeds_are_read_by_a_feed_reader(form: Format) -> None:
    feed = feedparser.parse(made(form))
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == ("atom10" if form is Format.ATOM else "rss20")
    assert feed.feed.title == "onrecord: rain & snow"
    ferry = feed.entries[0]
    assert ferry.title == "Night ferry to stop in March"
    assert ferry.link == "https://tarnpost.example/ferry"
    assert ferry.id == f"urn:onrecord:{press()[0].id}"
    assert ferry.author == "Cleo Hart"
    assert ferry.summary == "The last boat leaves at ten."
    assert ferry.published_parsed[:5] == (2022, 2, 10, 8, 13)
    assert [tag.term for tag in ferry.tags] == ["ferries", "Harrow Bay"]
    assert len(feed.entries) == len(RECORDS)
    assert "“q”" in feed.entries[-1].title


def test_an_rss_date_is_one_of_mail() -> None:
    text = made(Format.RSS, press()[:1]).decode()
    date = text.split("<pubDate>")[1].split("<")[0]
    assert parsedate_to_datetime(date).isoformat() == "2022-02-10T09:13:00+01:00"


def test_a_folder_has_a_file_for_each_record(tmp_path: Path) -> None:
    write_folder(tmp_path / "new", RECORDS)
    written = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert written == sorted({file_name(record) for record in RECORDS})
    ferry = tmp_path / "new" / "2022-02-10-night-ferry-to-stop-in-march-66657272.md"
    assert "# Night ferry to stop in March" in ferry.read_text("utf-8")


@pytest.mark.parametrize("headline", ["../../etc/passwd", "a/b\\c:d", "\x00", "." * 300, "東京の橋", "CON"])
def test_no_headline_chooses_where_its_file_lies(headline: str) -> None:
    name = file_name(msgspec.structs.replace(press()[0], headline=headline, id="../" * 7))
    assert "/" not in name
    assert "\\" not in name
    assert "\x00" not in name
    assert not name.startswith(".")
    assert len(name.encode()) < 255


def test_hits_become_tables() -> None:
    connection = filled()
    table = Hits(index.search(connection, "rain", limit=None)).to_arrow()
    assert set(table["publisher"].to_pylist()) == {"Tarn Post", "Harrow Herald"}
    frame = table.to_pandas()
    assert list(frame["url"]) == table["url"].to_pylist()
    found = pl.from_arrow(table)
    assert found.height == table.num_rows == 3  # type: ignore[union-attr]
    assert Hits(iter(())).to_arrow().column_names == table.column_names
