"""Who is quoted, with what, and how others report the same words."""

import sqlite3
import threading
from pathlib import Path

import msgspec
import pytest

from onrecord.archive import Archive, Kind, people
from onrecord.archive.schema import TABLES, run_script
from onrecord.archive.speakers import SPEAKERS, number_of, tie_all
from onrecord.errors import NotFound
from onrecord.export.citation import cite
from onrecord.record import Record
from onrecord.values.speakers import speaker_key
from told import article

HARBOUR = "We had waited for this since the winter storms"
BRANDT = f"Boats left at dawn. “{HARBOUR},” said Odile Brandt. The quota stands, the board said. “No more boats,” she said."
LATER = (
    "The auction is over. “The quota was never the trouble,” said Odile Brandt. Prices rose, The Board said."
)
OTHER = "“We had waited for this since those long winter storms,” Brandt told the Herald. Nets were full, the mayor said."


def records() -> tuple[Record, ...]:
    return (
        article(
            "eels", BRANDT,
            ("Odile Brandt", "Odile Brandt", HARBOUR), (None, "the board", "The quota stands"), (None, "she", "No more boats"),
        ),
        article(
            "auction", LATER,
            ("Odile Brandt", "Odile Brandt", "The quota was never the trouble"), (None, "The Board", "Prices rose"),
            published="2024-06-01T08:00:00+00:00",
        ),
        article(
            "herald-eels", OTHER,
            ("ODILE BRANDT", "Brandt", "We had waited for this since those long winter storms"),
            (None, "the mayor", "Nets were full"),
            publisher="Harrow Herald", published="2024-05-04T09:00:00+00:00",
        ),
    )  # fmt: skip


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    made = Archive(tmp_path / "press.db")
    made.add(*records())
    return made


def test_names_that_differ_in_case_or_article_are_one_speaker(archive: Archive) -> None:
    found = {person.key: person for person in archive.people()}
    assert list(found) == ["odile brandt", "board", "mayor"]
    brandt, board = found["odile brandt"], found["board"]
    assert (brandt.name, brandt.statements, brandt.articles, brandt.publishers) == ("Odile Brandt", 3, 3, 2)
    assert set(brandt.names) == {"Odile Brandt", "ODILE BRANDT"}
    assert (brandt.first, brandt.last) == ("2024-05-03T08:00:00+00:00", "2024-06-01T08:00:00+00:00")
    assert (brandt.named, board.named, board.statements) == (True, False, 2)
    assert dict(archive.facets("date:2024").speaker) == {
        "Odile Brandt": 3,
        "The Board": 2,
        "the mayor": 1,
        "she": 1,
    }


def test_the_order_of_time_is_that_of_utc(tmp_path: Path) -> None:
    with Archive(tmp_path / "zones.db") as archive:
        archive.add(
            article("eels", BRANDT, ("Odile Brandt", None, HARBOUR), published="2024-03-04T18:00:00+01:00"),
            article("auction", LATER, ("Odile Brandt", None, "The quota was never the trouble"), published="2024-03-05T01:30:00+09:00"),
            article("day", OTHER, ("Odile Brandt", None, "Nets were full"), published="2024-03-05"),
            article("year", "“No,” she said.", ("Odile Brandt", None, "No"), published="2022"),
        )  # fmt: skip
        said = list(archive.remarks("Odile Brandt"))
        in_time = ["2022", "2024-03-05T01:30:00+09:00", "2024-03-04T18:00:00+01:00", "2024-03-05"]
        assert [remark.at for remark in said] == in_time
        assert list(archive.remarks("Odile Brandt", newest=True)) == said[::-1]
        (brandt,) = archive.people()
        assert (brandt.first, brandt.last) == ("2022", "2024-03-05")
        (in_spring,) = archive.people(until="2024-03-04")
        assert in_spring.last == "2024-03-04T18:00:00+01:00"  # the day is the page's own
        status = archive.status()
        assert (status.first_published, status.last_published) == ("2022", "2024-03-05")


def test_people_can_be_asked_by_publisher_and_time(archive: Archive) -> None:
    assert {p.key for p in archive.people(publisher="harrow herald")} == {"odile brandt", "mayor"}
    assert [p.statements for p in archive.people(since="2024-05-04", until="2024-05", named=True)] == [1]
    assert [p.key for p in archive.people(named=False)] == ["board", "mayor"]
    assert [p.key for p in archive.people(limit=1, offset=1)] == ["board"]
    assert archive.person("the ODILE brandt", until="2024-05-03").statements == 1
    with pytest.raises(NotFound):
        archive.person("Odile Brandt", since="2025")
    with pytest.raises(ValueError, match="since: 'May' is no day"):
        list(archive.people(since="May"))


def test_a_speaker_beside_brackets_said_what_is_in_them(archive: Archive) -> None:
    def found(query: str) -> set[str]:
        return {str(hit.url).rpartition("/")[2] for hit in archive.search(query)}

    assert found("speaker:brandt (said:stands OR said:prices)") == set()
    assert found("speaker:board (said:stands OR said:prices)") == {"eels", "auction"}
    assert found("speaker:board ((said:stands language:en) OR said:storms)") == {"eels"}
    assert found("speaker:brandt -said:stands") == {"eels", "auction", "herald-eels"}


def test_who_names_no_publisher_is_known_by_host(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        for record, url in zip(
            records(), ("https://www.tarn.example/eels", "https://tarn.example"), strict=False
        ):
            archive.add(msgspec.structs.replace(record, publisher=None, canonical_url=url, url=url))
        (brandt,) = archive.people(publisher="Tarn.example", named=True)
        assert (brandt.key, brandt.articles, brandt.publishers) == ("odile brandt", 2, 1)
        assert list(archive.people(publisher="%.example")) == []
        assert next(archive.remarks("Odile Brandt")).publisher == "tarn.example"


def test_a_name_and_a_role_are_those_of_most_articles(tmp_path: Path) -> None:
    told = [("Odile Brandt", role) for role in ("mayor", "skipper", "pilot")] * 2
    told += [("ODILE BRANDT", role) for role in ("clerk", "clerk", "clerk", "mayor", "mayor")]
    with Archive(tmp_path / "a.db") as archive:
        for n, (name, role) in enumerate(told):
            made = article(f"a{n}", BRANDT, (name, None, HARBOUR))
            (said,) = made.statements or ()
            speaker = msgspec.structs.replace(said.speaker, role=role)
            archive.add(
                msgspec.structs.replace(made, statements=(msgspec.structs.replace(said, speaker=speaker),))
            )
        (brandt,) = archive.people()
    assert (brandt.name, brandt.role) == ("Odile Brandt", "mayor")


def test_remarks_come_in_time_with_their_place_and_a_link(archive: Archive) -> None:
    said = list(archive.remarks("the odile brandt"))
    assert [remark.date_published and remark.date_published[:10] for remark in said] == [
        "2024-05-03",
        "2024-05-04",
        "2024-06-01",
    ]
    assert [remark.words for remark in archive.remarks("Odile Brandt", newest=True, limit=1)] == [
        "The quota was never the trouble"
    ]
    for remark in said:
        record = archive.get(remark.id)
        assert record.statements is not None
        cited = cite(record, statement=remark.number)
        assert (remark.link, remark.words) == (cited.url, cited.quoted and cited.quoted.words)
        assert remark.link is not None
        assert ":~:text=" in remark.link
    assert list(archive.remarks("nobody")) == []
    assert [remark.number for remark in archive.remarks_in(said[0].id)] == [1, 2, 3]


def test_the_same_words_are_told_side_by_side(archive: Archive) -> None:
    (both,) = archive.retold("Odile Brandt")
    assert (both.publishers, both.differs) == (2, True)
    first, second = both.tellings
    assert (first.remark.words, first.words) == (HARBOUR, ())
    assert [w.text for w in second.words if w.kind is Kind.REMOVED] == ["the"]
    assert [w.text for w in second.words if w.kind is Kind.ADDED] == ["those long"]
    assert list(archive.retold("board")) == []  # one publisher alone


def test_words_said_again_a_month_later_are_not_told_twice(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        for month in ("05", "07"):
            archive.add(
                article(
                    f"m{month}", BRANDT.replace("dawn", f"dawn of {month}"), ("Odile Brandt", None, HARBOUR),
                    publisher=f"Paper {month}", published=f"2024-{month}-01T00:00:00+00:00",
                )
            )  # fmt: skip
        assert len(list(archive.remarks("Odile Brandt"))) == 2
        assert list(archive.retold("Odile Brandt")) == []


def test_only_the_newest_version_speaks(archive: Archive) -> None:
    archive.add(
        article(
            "eels", BRANDT + " It rained.", ("Odile Brandt", None, HARBOUR),
        )
    )  # fmt: skip
    assert archive.person("board").statements == 1
    assert archive.person("Odile Brandt").statements == 3


def test_who_is_forgotten_leaves_no_name(archive: Archive) -> None:
    archive.forget("https://harrowherald.example/herald-eels")
    assert [p.key for p in archive.people()] == ["odile brandt", "board"]
    with sqlite3.connect(archive.path) as connection:
        assert [row[0] for row in connection.execute("SELECT key FROM speaker ORDER BY key")] == [
            "board",
            "odile brandt",
        ]


def test_an_archive_made_before_there_were_speakers_is_brought_up_to_date() -> None:
    connection = sqlite3.connect(":memory:")
    run_script(connection, TABLES)
    connection.executemany(
        "INSERT INTO statement (version, position, kind, speaker, mention, content, confidence) VALUES (1, ?, 'direct', ?, ?, 'x', 1)",
        [
            (0, "Bo Roe", "the mayor"),
            (1, None, "The board"),
            (2, None, "the board"),
            (3, None, "she"),
            (4, None, None),
        ],
    )
    run_script(connection, SPEAKERS)
    tie_all(connection)
    who = [row[0] for row in connection.execute("SELECT who FROM statement ORDER BY position")]
    assert who[1] == who[2] != who[0]
    assert who[3:] == [None, None]
    assert number_of(connection, "bo roe", None) == who[0]


def test_a_key_finds_its_speaker_again() -> None:
    for name in ("The Board", "U.N.", "L’association", "東京都", "Mr. Bo Roe", "Żółć"):
        key = speaker_key(name)
        assert key
        assert speaker_key(key) == key


def test_threads_may_ask_at_once(archive: Archive) -> None:
    answers: list[list[str]] = []

    def ask() -> None:
        answers.append([p.key for p in archive.people()])

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [["odile brandt", "board", "mayor"]] * 4


def test_the_condition_is_bound_not_pasted() -> None:
    sql, values = people._condition(people.Asked("'; DROP TABLE version; --", "2024", "2024-05"))  # noqa: SLF001
    assert "DROP" not in sql
    assert len(values) == 3
