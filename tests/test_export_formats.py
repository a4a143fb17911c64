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
from onrecord.record import Author, Candidate, Image, Publisher, Record, Size
from onrecord.search import index
from onrecord.values.people import Kind
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


def test_ninjs_of_all_that_a_record_can_say_and_of_one_that_says_nothing() -> None:
    party = "https://cv.iptc.org/newscodes/contentprodpartytype/publisher"
    full = msgspec.structs.replace(
        press()[0],
        alternative_headline="No more boats", standfirst="Fares rose.", description="A ferry stops.", genre="News",
        author=(Author("Cleo Hart", Kind.PERSON, None, "Cleo Hart"), Author("Port Desk", Kind.ORGANIZATION, None, "Port Desk")),
        publisher=Publisher("Tarn Post", "Tarn Post Ltd", "https://tarnpost.example/", "desk@tarnpost.example", "+44 1"),
        copyright_year=2022, article_section=("Region",), keywords=("ferries",),
        images=(
            Image("/relative.jpg", 640, 480, credit="Ana Lund"),
            Image("https://tarnpost.example/a.jpg", sizes=(Size(800, 600), Size(400, None)), caption="A boat"),
        ),
    )  # fmt: skip
    node = to_ninjs(full)
    assert node["headlines"] == [
        {"role": "main", "contentType": "text/plain", "value": "Night ferry to stop in March"},
        {"role": "alternative", "contentType": "text/plain", "value": "No more boats"},
    ]
    assert [one["value"] for one in node["descriptions"]] == ["Fares rose.", "A ferry stops."]  # type: ignore[attr-defined]
    assert (node["by"], node["people"], node["organisations"]) == (
        "Cleo Hart, Port Desk", [{"name": "Cleo Hart", "rel": "author"}], [{"name": "Port Desk", "rel": "author"}],
    )  # fmt: skip
    assert node["infoSources"] == [{
        "name": "Tarn Post", "role": party, "uri": "https://tarnpost.example/",
        "contactInfo": [{"type": "email", "value": "desk@tarnpost.example"}, {"type": "phone", "value": "+44 1"}],
    }]  # fmt: skip
    assert (node["copyrightHolder"], node["copyrightNotice"]) == ("Tarn Post Ltd", "© 2022")
    assert node["subjects"] == [{"name": "Region", "rel": "section"}, {"name": "ferries", "rel": "keyword"}]
    assert node["genres"] == [{"name": "News"}]
    href = "https://tarnpost.example/a.jpg"
    assert node["associations"] == [
        {
            "name": "image 1", "rel": "image", "uri": "urn:onrecord:image:1", "type": "picture", "by": "Ana Lund",
            "renditions": [{"name": "640x480", "width": 640, "height": 480}],
        },
        {
            "name": "image 2", "rel": "image", "uri": href, "type": "picture",
            "descriptions": [{"role": "caption", "value": "A boat"}],
            "renditions": [
                {"name": "800x600", "href": href, "width": 800, "height": 600}, {"name": "main", "href": href, "width": 400},
            ],
        },
    ]  # fmt: skip
    bare = Record(id="0" * 20, extractor=press()[0].extractor)
    assert to_ninjs(bare) == {
        "uri": "urn:onrecord:" + "0" * 20, "standard": node["standard"], "type": "text", "representationType": "full",
        "altIds": [{"role": "onrecord", "value": "0" * 20}],
    }  # fmt: skip


@pytest.mark.parametrize("form", [Format.ATOM, Format.RSS])
def test_a_feed_has_an_entry_for_a_record_that_says_nothing(form: Format) -> None:
    bare = Record(id="0" * 20, extractor=press()[0].extractor)
    odd = msgspec.structs.replace(press()[0], date_published=None, date_modified=None, author=(), standfirst=None, description=None)  # fmt: skip
    long = msgspec.structs.replace(odd, article_body="Rain fell. " * 90, canonical_url=None)
    feed = feedparser.parse(made(form, [bare, odd, long]))
    assert not feed.bozo
    nothing, undated, cut = feed.entries
    assert (nothing.title, nothing.id) == ("0" * 20, "urn:onrecord:" + "0" * 20)
    assert undated.summary.replace("\n", " ").startswith("The night ferry to Harrow Bay will stop")
    assert cut.link == "https://tarnpost.example/ferry"
    assert cut.summary.endswith("fell. Rain …"), "cut between words"
    assert len(cut.summary) <= 502
    if form is Format.ATOM:
        assert (nothing.author, undated.author) == ("unknown", "Tarn Post")
        assert undated.updated == "2024-06-01T12:00:00+00:00", "when the feed was made"


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
    write_folder(tmp_path / "new", RECORDS[:1])
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == written
    bare = Record(id="0" * 20, extractor=press()[0].extractor)
    assert file_name(bare) == "undated-00000000.md"


def test_a_folder_that_cannot_be_written_to_keeps_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(tmp_path, RECORDS[:1])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(OSError, match="No space"):
            write_folder(tmp_path, RECORDS[1:])
    assert [path.name for path in tmp_path.iterdir()] == [file_name(RECORDS[0])]


@pytest.mark.parametrize(
    ("headline", "slug"), [("पानी की कमी", "पानी-की-कमी"), ("ไม่มีน้ำ", "ไม่มีน้ำ"), ("a_b  (c)", "a-b-c")]
)
def test_vowel_signs_stay_in_the_name_of_a_file(headline: str, slug: str) -> None:
    assert (
        file_name(msgspec.structs.replace(press()[0], headline=headline)).split("-", 3)[3]
        == f"{slug}-66657272.md"
    )


@pytest.mark.parametrize(
    "headline", ["../../etc/passwd", "a/b\\c:d", "\x00", "." * 300, "東京の橋", "CON", "𝐁" * 100]
)
def test_no_headline_chooses_where_its_file_lies(headline: str) -> None:
    name = file_name(msgspec.structs.replace(press()[0], headline=headline, id="../" * 7))
    assert "/" not in name
    assert "\\" not in name
    assert "\x00" not in name
    assert not name.startswith(".")
    assert len(f".{name}.{'0' * 16}.part".encode()) < 255  # as it is called while it is written


def test_hits_become_tables() -> None:
    connection = filled()
    table = Hits(index.search(connection, "rain", limit=None)).to_arrow()
    assert set(table["publisher"].to_pylist()) == {"Tarn Post", "Harrow Herald"}
    frame = table.to_pandas()
    assert list(frame["url"]) == table["url"].to_pylist()
    found = pl.from_arrow(table)
    assert found.height == table.num_rows == 3  # type: ignore[union-attr]
    assert Hits(iter(())).to_arrow().column_names == table.column_names
