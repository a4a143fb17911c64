"""Seven made-up articles that the examples of docs/search.md are asked of, and an index of them."""

import sqlite3
from collections.abc import Iterable

from onrecord.evidence import NOWHERE
from onrecord.record import (
    Author,
    Block,
    BlockKind,
    Capture,
    Conflict,
    Correction,
    Extractor,
    PageType,
    Publisher,
    Record,
    Speaker,
    Statement,
    StatementKind,
)
from onrecord.search import index
from onrecord.values.moments import Moment, parse_moment
from onrecord.values.people import Kind

FERRY = (
    "The night ferry to Harrow Bay will stop in March, the Tarn Line said on Tuesday. Fares had risen twice since "
    "summer.\n\n"
    "“We cannot run an empty ferry all winter,” said Ana Lund, who heads the company. The council asked for talks.\n\n"
    "The mayor, Bo Roe, called the plan a blow to the town. Heavy rain kept the ferry in port on Monday."
)
FLOOD = (
    "Heavy rain flooded the old market of Tarn on Monday night. Two bridges were closed.\n\n"
    "“The water came within an hour,” said Bo Roe, the mayor. The market stays shut until Friday.\n\n"
    "Rain is expected again; so is snow."
)
BUDGET = (
    "The council of Harrow Bay will spend less on roads. Taxes stay as they are, though the mayor had asked for more.\n\n"
    "“There is no money for a new bridge,” said Ana Lund."
)
STRASSE = "Die Straße nach Köln bleibt gesperrt. Der Bürgermeister bat um Geduld."
TOKYO = "東京都は木曜日、新しい橋の計画を発表した。雨で工事が遅れている。"
BANGKOK = "ข่าวไทยรัฐรายงานว่าเรือเฟอร์รี่หยุดเดินเรือ"

QUOTES = {
    FERRY: (("Ana Lund", "We cannot run an empty ferry all winter"),),
    FLOOD: (("Bo Roe", "The water came within an hour"),),
    BUDGET: (("Ana Lund", "There is no money for a new bridge"),),
}


def record(name: str, headline: str, body: str, **others: object) -> Record:
    """One article; ``name`` ends its address."""
    author = others.pop("author", "Cleo Hart")
    publisher = others.pop("publisher", "Tarn Post")
    found: dict[str, object] = {
        "headline": headline,
        "article_body": body,
        "author": (Author(str(author), Kind.PERSON, None, f"By {author}"),),
        "publisher": Publisher(name=str(publisher)),
        "in_language": "en",
        "blocks": tuple(blocks(body)),
        "statements": tuple(statement(body, *said) for said in QUOTES.get(body, ())),
        "capture": Capture(digest="sha256:" + "5" * 64),
        "date_captured": "2024-06-01T08:00:00+00:00",
    }
    url = f"https://tarnpost.example/{name}"
    addresses = {"url": url, "canonical_url": url}
    return Record(
        id=(name.encode().hex() + "0" * 20)[:20], extractor=Extractor("0.1", {}),
        **{**addresses, **found, **others},  # type: ignore[arg-type]
    )  # fmt: skip


def blocks(body: str) -> Iterable[Block]:
    at = 0
    for part in body.split("\n\n"):
        yield Block(BlockKind.PARAGRAPH, None, None, at, at + len(part), NOWHERE)
        at += len(part) + 2


def statement(body: str, speaker: str, words: str) -> Statement:
    at, by = body.index(words), body.index(speaker)
    return Statement(
        content=((at, at + len(words)),),
        source=((by, by + len(speaker)),),
        cue=(),
        kind=StatementKind.DIRECT,
        speaker=Speaker(speaker, None, speaker),
        method="by hand",
        confidence=1.0,
    )


def moment(raw: str) -> Moment:
    found = parse_moment(raw)
    assert found is not None
    return found


def press() -> tuple[Record, ...]:
    return (
        record(
            "ferry", "Night ferry to stop in March", FERRY, date_published=moment("2022-02-10T09:13:00+01:00"),
            date_modified=moment("2022-02-11T10:00:00+01:00"), article_section=("Transport",),
            keywords=("ferries", "Harrow Bay"), standfirst="The last boat leaves at ten.",
            corrections=(Correction("An earlier version named the wrong port.", NOWHERE),),
        ),
        record(
            "flood", "Rain floods the market", FLOOD, date_published=moment("2022-03-01"), author="Ana Roe",
            article_section=("Weather",), keywords=("rain", "floods"),
            conflicts=(Conflict("date_published", "a day apart", ("2022-03-01", "2022-03-02"), (NOWHERE, NOWHERE)),),
        ),
        record(
            "budget", "No bridge this year", BUDGET, date_published=moment("2022-03"), publisher="Harrow Herald",
            article_section=("Politics",),
        ),
        record("strasse", "Straße gesperrt", STRASSE, in_language="de-AT", date_published=moment("2023-05-04T12:00:00+02:00")),
        record("tokyo", "東京の橋", TOKYO, in_language="ja", date_published=moment("2023-06-01")),
        record("bangkok", "เรือหยุด", BANGKOK, in_language="th"),
        record("start", "Tarn Post: front page", "Heavy rain. Night ferry.", page_type=PageType.LISTING),
    )  # fmt: skip


def filled(connection: sqlite3.Connection | None = None) -> sqlite3.Connection:
    """An index of `press`: numbers from 1, and of ``flood`` an older version (8) and a copy elsewhere (9)."""
    connection = connection or sqlite3.connect(":memory:")
    index.create(connection)
    records = press()
    documents = [
        index.Document(n, one, one.date_captured, True, one.url == "https://tarnpost.example/budget", None)
        for n, one in enumerate(records, 1)
    ]
    older = record("flood-older", "Rain in Tarn", FLOOD.replace("Two bridges", "One bridge"))
    copy = record(
        "flood-copy",
        "Market under water",
        FLOOD,
        publisher="Harrow Herald",
        date_published=moment("2022-03-02"),
    )
    index.put(connection, documents)
    index.put(
        connection,
        [
            index.Document(8, older, "2022-03-01T08:00:00+00:00", False, False, None),
            index.Document(9, copy, "2022-03-03", True, False, 2),
        ],
    )
    return connection


def names(hits: Iterable[index.Hit]) -> list[str]:
    return [str(hit.url).rpartition("/")[2] for hit in hits]
