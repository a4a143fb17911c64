"""The record's names and shapes: DESIGN's list, the JSON, the published schema and the round trip agree."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

import onrecord
from onrecord.evidence import Place, Source, Trouble
from onrecord.record import (
    Author,
    Block,
    BlockKind,
    Candidate,
    Capture,
    Conflict,
    Correction,
    Extractor,
    Image,
    Link,
    Logo,
    PageType,
    Publisher,
    Record,
    Rel,
    Size,
    Speaker,
    Statement,
    StatementKind,
)
from onrecord.values.moments import Moment, Precision, Zone
from onrecord.values.people import Kind

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "docs" / "record.schema.json"

FIELDS = [
    "id",
    "schema_version",
    "extractor",
    "url",
    "canonical_url",
    "headline",
    "alternative_headline",
    "description",
    "standfirst",
    "genre",
    "article_section",
    "keywords",
    "dateline",
    "in_language",
    "is_accessible_for_free",
    "copyright_year",
    "speakable",
    "page_type",
    "author",
    "publisher",
    "credited_agency",
    "date_published",
    "date_created",
    "date_modified",
    "date_captured",
    "article_body",
    "blocks",
    "images",
    "links",
    "corrections",
    "word_count",
    "capture",
    "evidence",
    "conflicts",
    "troubles",
    "statements",
]

SHAPES: dict[type, str] = {
    Extractor: "version models",
    Author: "name type url raw",
    Publisher: "name legal_name url email telephone logo",
    Logo: "url width height",
    Moment: "value precision zone raw",
    Block: "kind level time start end place",
    Image: "url width height sizes caption credit",
    Size: "width height",
    Link: "url text start end rel",
    Correction: "text place",
    Capture: "file record_id offset digest status encoding encoding_source",
    Candidate: "value raw source place chosen rule",
    Place: "start end css json",
    Conflict: "field what values places",
    Trouble: "code detail place",
    Statement: "content source cue kind speaker method confidence",
    Speaker: "name role mention",
}

WORDS: dict[type, str] = {
    PageType: "article liveblog listing consent paywall error bot-check other",
    Kind: "person organization",
    Precision: "year month day minute second",
    Zone: "stated assumed none",
    Rel: "inline related",
    StatementKind: "direct indirect mixed",
    BlockKind: "paragraph heading list-item quotation preformatted table-row live-entry",
}

HERE = Place(3, 9, "h1", None)
FULL = Record(
    id="0" * 20,
    extractor=Extractor("1", {"body": "rules-1"}),
    url="https://news.example/a?b=1&c=<",
    canonical_url="https://news.example/a",
    headline="Rain \u2028 “in” May \U0001f327",
    alternative_headline="Rain",
    description="It rained.",
    standfirst="All day long.",
    genre="News",
    article_section=("World", "Weather"),
    keywords=("rain",),
    dateline="HARROW BAY",
    in_language="en-GB",
    is_accessible_for_free=False,
    copyright_year=2024,
    speakable=("/html/head/title",),
    page_type=PageType.BOT_CHECK,
    author=(Author("Ana Roe", Kind.PERSON, "https://news.example/ana", "By Ana Roe"),),
    publisher=Publisher(
        "News", "News Ltd", "https://news.example", "a@news.example", "+44", Logo("https://l", 1, 2)
    ),
    credited_agency="dpa",
    date_published=Moment(
        value="2024-05-03T15:42:00+01:00",
        precision=Precision.MINUTE,
        zone=Zone.STATED,
        raw="3 May 2024, 15:42 BST",
    ),
    date_created=Moment(value="2024-05", precision=Precision.MONTH, zone=Zone.NONE, raw="May 2024"),
    date_modified=Moment(
        value="2024-05-03T15:42:07", precision=Precision.SECOND, zone=Zone.ASSUMED, raw="2024-05-03T15:42:07"
    ),
    date_captured="2024-05-04T00:00:00+00:00",
    article_body="It rained.\n\nAll day.",
    blocks=(
        Block(BlockKind.HEADING, 2, None, 0, 10, HERE),
        Block(BlockKind.LIVE_ENTRY, None, "2024", 12, 20, HERE),
    ),
    images=(Image("https://i", 4, 3, (Size(4, 3), Size(2, None)), "Rain", "Bo Roe"),),
    links=(Link("https://r", "rained", 3, 9, Rel.INLINE), Link("https://s", "more", None, None, Rel.RELATED)),
    corrections=(Correction("It was May.", HERE),),
    word_count=4,
    capture=Capture("a.warc.gz", "<urn:uuid:1>", 7, "sha256:00", 200, "utf-8", "http"),
    evidence={
        "headline": (Candidate("Rain", "Rain", Source.HEADING, HERE, True, "most votes"),),
        "copyright_year": (
            Candidate(2024, "2024", Source.JSON_LD, Place(0, 1, "script", "$.y"), True, "only one"),
        ),
        "is_accessible_for_free": (Candidate(False, "False", Source.META, Place(), False, "left"),),
        "dateline": (Candidate(None, "?", Source.VISIBLE, HERE, False, "cannot be read"),),
    },
    conflicts=(Conflict("headline", "headlines differ", ("a", "b"), (HERE, Place())),),
    troubles=(Trouble("odd", "very", HERE),),
    statements=(
        Statement(
            ((0, 2),),
            ((3, 4),),
            ((5, 6),),
            StatementKind.MIXED,
            Speaker("Ana Roe", None, "she"),
            "rules",
            0.5,
        ),
    ),
)
EMPTY = Record(id="0" * 20, extractor=Extractor("1", {}))


def test_the_schema_in_the_docs_is_the_records() -> None:
    made = json.dumps(onrecord.json_schema(), indent=1, ensure_ascii=False) + "\n"
    remake = "python -c 'import json, onrecord; print(json.dumps(onrecord.json_schema(), indent=1, ensure_ascii=False))'"
    assert made == SCHEMA.read_text("utf-8"), f"the record's shape changed: look, then {remake} > {SCHEMA}"


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(onrecord.json_schema())


CASES = sorted((ROOT / "cases").glob("*/page.html"))


def _validator() -> Any:  # noqa: ANN401  # jsonschema's own type is not exported
    return jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


@pytest.mark.parametrize("page", CASES, ids=lambda p: p.parent.name)
def test_every_cases_record_is_valid_and_survives_json(page: Path) -> None:
    case = json.loads((page.parent / "case.json").read_text("utf-8"))
    record = onrecord.extract(page.read_bytes(), url=case["url"])
    _validator().validate(json.loads(record.to_json()))
    assert Record.from_json(record.to_json()) == record


@pytest.mark.parametrize("record", [FULL, EMPTY], ids=["full", "empty"])
def test_a_record_is_valid_and_survives_json(record: Record) -> None:
    line = record.to_json()
    assert b"\n" not in line
    _validator().validate(json.loads(line))
    assert Record.from_json(line) == record
    assert Record.from_json(line.decode()).to_json() == line


@pytest.mark.parametrize(
    "wrong",
    [{"id": 7}, {"page_type": "poem"}, {"blocks": [{}]}, {"date_published": "2024-05-03"}, {"author": "Ana"}],
)
def test_the_schema_and_the_reader_refuse_what_is_no_record(wrong: dict[str, object]) -> None:
    data = {**json.loads(FULL.to_json()), **wrong}
    assert not _validator().is_valid(data)
    with pytest.raises(msgspec.ValidationError, match=r"\$\."):
        Record.from_json(json.dumps(data))


@pytest.mark.parametrize("record", [FULL, EMPTY], ids=["full", "empty"])
def test_json_has_exactly_the_fields_in_their_order(record: Record) -> None:
    assert list(json.loads(record.to_json())) == FIELDS
    assert list(Record.__struct_fields__) == FIELDS


@pytest.mark.parametrize(("shape", "names"), SHAPES.items(), ids=lambda x: getattr(x, "__name__", ""))
def test_shapes(shape: Any, names: str) -> None:  # noqa: ANN401  # any struct
    assert list(shape.__struct_fields__) == names.split()


@pytest.mark.parametrize(("words", "names"), WORDS.items(), ids=lambda x: getattr(x, "__name__", ""))
def test_closed_sets_of_words(words: Any, names: str) -> None:  # noqa: ANN401  # any enum
    assert {str(w.value) for w in words} == set(names.split())


def test_shapes_reach_json_as_they_are() -> None:
    """Absent parts are null, not left out; tuples are arrays; words are their plain form."""
    data = json.loads(FULL.to_json())
    assert data["date_published"] == {
        "value": "2024-05-03T15:42:00+01:00", "precision": "minute", "zone": "stated", "raw": "3 May 2024, 15:42 BST",
    }  # fmt: skip
    assert data["author"] == [
        {"name": "Ana Roe", "type": "person", "url": "https://news.example/ana", "raw": "By Ana Roe"}
    ]
    assert data["images"][0]["sizes"] == [{"width": 4, "height": 3}, {"width": 2, "height": None}]
    assert data["links"][1] == {
        "url": "https://s",
        "text": "more",
        "start": None,
        "end": None,
        "rel": "related",
    }
    place = {"start": 3, "end": 9, "css": "h1", "json": None}
    assert data["blocks"][0] == {
        "kind": "heading",
        "level": 2,
        "time": None,
        "start": 0,
        "end": 10,
        "place": place,
    }
    assert data["evidence"]["headline"] == [
        {
            "value": "Rain",
            "raw": "Rain",
            "source": "heading",
            "place": place,
            "chosen": True,
            "rule": "most votes",
        }
    ]
    assert data["evidence"]["copyright_year"][0]["value"] == 2024
    assert data["conflicts"][0]["places"][1] == {"start": None, "end": None, "css": None, "json": None}
    assert data["troubles"] == [{"code": "odd", "detail": "very", "place": place}]
    assert data["statements"][0]["content"] == [[0, 2]]
    assert json.loads(EMPTY.to_json())["statements"] is None
