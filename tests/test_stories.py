"""Articles of one event together: found while adding, in any order, and undone where they go."""

import random
import sqlite3
from pathlib import Path

import msgspec
import pytest

from onrecord.archive import Archive, Report, Story, stories
from onrecord.archive.gist import MOST, NAME, NUMBER, Gist, gist_of, pack_gist, terms_in, unpack_gist
from onrecord.archive.schema import TABLES, VIEWS, run_script
from onrecord.errors import NotFound
from onrecord.record import PageType, Record
from onrecord.search import index
from small_press import moment
from told import article

TUNNEL = (
    "A lorry with tyres caught fire in the Greil tunnel on Monday. Eleven people were taken to hospital in Sarn.\n\n"
    "“The signs on the walls saved lives,” said Reto Hasler, who commands the fire brigade."
)
SMOKE = (
    "Motorists fled the smoke in the Greil tunnel after a lorry burned. In Sarn eleven of them are in hospital.\n\n"
    "“The signs on the walls saved lives and nothing else did,” said Hasler, whose brigade was there in minutes. “We were lucky,” he said."
)
BRAND = "Im Greiltunnel brannte ein Lastwagen. Elf Menschen kamen ins Spital Sarn, sagte Reto Hasler. Der Greil bleibt zu."
LIBRARY = (
    "Children were the first readers in the library of Portwyn on Monday. Mayor Ines Calder cut a ribbon of paper.\n\n"
    "The building has room for books, a studio and a café. A lottery paid half of what the glass and oak cost. A pipe had burst."
)
RESIGNS = (
    "Ines Calder stepped down as mayor of Portwyn on Thursday over a housing contract that auditors had found odd.\n\n"
    "Her brother owns a third of the firm that won. Bids of rivals were never opened. The police read the report of the tender."
)


def report(name: str, body: str, day: str, publisher: str, *said: tuple[str | None, str | None, str], language: str = "en") -> Record:  # fmt: skip
    return article(
        name,
        body,
        *said,
        publisher=publisher,
        published=day,
        headline=body.partition(".")[0],
        language=language,
    )


def records() -> list[Record]:
    signs, more = (
        "The signs on the walls saved lives",
        "The signs on the walls saved lives and nothing else did",
    )
    return [
        report("fire", TUNNEL, "2024-03-11T09:00:00+01:00", "Valley Courier", ("Reto Hasler", None, signs)),
        report("smoke", SMOKE, "2024-03-11T11:00:00+01:00", "Alpine Wire", ("Reto Hasler", "Hasler", more), (None, "he", "We were lucky")),
        report("brand", BRAND, "2024-03-12T06:00:00+01:00", "Sarner Bote", language="de"),
        report("library", LIBRARY, "2024-03-11T15:00:00+00:00", "Portwyn Argus"),
        report("resigns", RESIGNS, "2024-03-14T10:00:00+00:00", "Portwyn Argus"),
    ]  # fmt: skip


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    made = Archive(tmp_path / "press.db")
    made.add(*records())
    return made


def addresses(reports: tuple[Report, ...]) -> list[str]:
    return [str(one.url).rpartition("/")[2] for one in reports]


def test_articles_of_one_event_are_listed_together_in_time(archive: Archive) -> None:
    (story,) = archive.stories()
    assert (story.articles, story.languages) == (3, ("en", "de"))
    assert story.publishers == ("Valley Courier", "Alpine Wire", "Sarner Bote")
    assert (story.first, story.last) == ("2024-03-11T08:00:00Z", "2024-03-12T05:00:00Z")
    told = archive.story("https://sarnerbote.example/brand")
    assert told == archive.story(story.number)
    assert addresses(told.reports) == ["fire", "smoke", "brand"]
    assert [one.first for one in told.reports] == [True, False, False]
    assert {"Greil", "Sarn", "Hasler"} <= set(told.names)


def test_articles_that_are_not_listed_are_counted(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = archive.story("https://sarnerbote.example/brand")
    monkeypatch.setattr("onrecord.archive.coverage._MOST", 1)
    told = archive.story("https://sarnerbote.example/brand")
    assert addresses(told.reports) == ["fire"]
    assert told.story == whole.story == next(archive.stories())


def test_one_person_in_two_events_is_two_stories(archive: Archive) -> None:
    library, resigns = (
        archive.story("https://portwynargus.example/library"),
        archive.story("https://portwynargus.example/resigns"),
    )
    assert library.story.number != resigns.story.number
    assert (library.story.articles, resigns.story.articles) == (1, 1)


def test_statements_of_all_and_of_one(archive: Archive) -> None:
    both, alone = archive.story("https://alpinewire.example/smoke").statements
    assert (both.speaker, both.reports, both.in_all) == ("Reto Hasler", 2, True)
    assert [remark.publisher for remark in both.remarks] == ["Valley Courier", "Alpine Wire"]
    assert (alone.speaker, alone.reports, alone.in_all) == ("he", 1, False)


def test_who_told_it_first_is_told_by_utc(tmp_path: Path) -> None:
    fire, smoke, *_ = records()
    east = {"date_published": moment("2024-03-11T16:30:00+09:00")}  # 07:30 in UTC, and fire is of 08:00
    with Archive(tmp_path / "zones.db") as archive:
        archive.add(fire, msgspec.structs.replace(smoke, **east))
        told = archive.story("https://alpinewire.example/smoke")
        assert addresses(told.reports) == ["smoke", "fire"]
        assert [remark.publisher for remark in told.statements[0].remarks] == [
            "Alpine Wire",
            "Valley Courier",
        ]


@pytest.mark.parametrize("number", [0, -1, 999, 2**63, -(2**63) - 1, 10**40])
def test_there_is_no_story_of_that_number(archive: Archive, number: int) -> None:
    with pytest.raises(NotFound):
        archive.story(number)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_adding_does_not_part_them(tmp_path: Path, seed: int) -> None:
    shuffled = random.Random(seed).sample(records(), 5)
    with Archive(tmp_path / "a.db") as archive:
        archive.add(*shuffled)
        assert [story.articles for story in archive.stories()] == [3]


def test_stories_can_be_asked_by_time_and_size(archive: Archive) -> None:
    def found(**asked: object) -> list[int]:
        return [story.articles for story in archive.stories(**asked)]  # type: ignore[arg-type]

    assert (
        found(since="2024-03-12") == found(until="2024-03-11") == found(since="2024", until="2024-03") == [3]
    )
    assert found(since="2024-03-13") == found(until="2024-02") == found(least=4) == found(offset=1) == []
    with pytest.raises(ValueError, match="until"):
        found(until="2024-13")


def test_who_was_first_is_not_told_where_a_page_states_only_the_day(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        archive.add(*(report(name, body, day, publisher) for name, body, day, publisher in (
            ("fire", TUNNEL, "2024-03-11", "Valley Courier"), ("smoke", SMOKE, "2024-03-11T11:00:00Z", "Alpine Wire"),
        )))  # fmt: skip
        reports = archive.story("https://alpinewire.example/smoke").reports
        assert [(one.at, one.first) for one in reports] == [
            ("2024-03-11", False),
            ("2024-03-11T11:00:00Z", False),
        ]


def test_the_same_words_a_month_later_are_another_story(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        archive.add(records()[0], report("again", SMOKE, "2024-04-11T09:00:00+01:00", "Alpine Wire"))
        assert list(archive.stories()) == []


def test_a_page_that_holds_no_article_has_no_story(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        page = msgspec.structs.replace(records()[0], page_type=PageType.LISTING)
        archive.add(page)
        with pytest.raises(NotFound, match="it is no article"):
            archive.story(page.id)
        with pytest.raises(NotFound, match="no story 99"):
            archive.story(99)


def test_what_is_forgotten_leaves_its_story_and_no_term(archive: Archive) -> None:
    archive.forget("https://valleycourier.example/fire")
    (story,) = archive.stories()
    assert story.articles == 2
    archive.forget("https://alpinewire.example/smoke", "https://sarnerbote.example/brand")
    assert list(archive.stories()) == []
    with sqlite3.connect(archive.path) as connection:
        left = connection.execute("SELECT count(DISTINCT article) FROM story_term").fetchone()[0]
        stories = connection.execute("SELECT articles FROM story").fetchall()
    assert (left, stories) == (2, [(1,), (1,)])


def test_two_articles_that_turn_out_to_be_one_are_one_in_the_story(tmp_path: Path) -> None:
    first, second, *_ = records()
    amp = "https://m.alpinewire.example/other"
    with Archive(tmp_path / "a.db") as archive:
        archive.add(first, msgspec.structs.replace(second, url=amp, canonical_url=amp), second)
        assert [story.articles for story in archive.stories()] == [3]
        both = msgspec.structs.replace(
            second, url=amp, article_body=SMOKE + " It rained.", date_captured="2024-06-02"
        )
        archive.add(both)
        assert [story.articles for story in archive.stories()] == [2]


def test_an_archive_made_before_there_were_stories_has_them_after(archive: Archive) -> None:
    """A file as the second version of the schema made it: what came later taken out again."""
    kept: list[Story] = list(archive.stories())
    archive.close()
    with sqlite3.connect(archive.path) as connection:
        for table in ("story", "story_article", "story_term"):
            connection.execute(f"DROP TABLE {table}")  # of this test
        connection.execute("DROP VIEW speakers")
        connection.execute("DROP INDEX statement_of_speaker")
        connection.execute("DROP TABLE speaker")
        connection.execute("ALTER TABLE statement DROP COLUMN who")
        connection.execute("PRAGMA user_version = 2")
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    fresh = sqlite3.connect(":memory:")
    run_script(fresh, TABLES)
    index.create(fresh)
    run_script(fresh, VIEWS.partition("DROP VIEW IF EXISTS speakers")[0])
    assert names == {row[0] for row in fresh.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.close()
    with Archive(archive.path) as again:
        assert [story.articles for story in again.stories()] == [story.articles for story in kept]
        assert again.person("reto hasler").statements == 2


def test_a_gist_is_names_numbers_and_rare_words_in_any_language() -> None:
    terms = terms_in(
        "Fire in Sarn",
        "On Monday 14,000 francs burned in Sarn, said Reto Hasler in 2024, 7 years after 1,987 did. The Fire said more.",
    )
    kinds = {word: term.kind for term, word in terms}
    assert kinds["Sarn"] == kinds["Reto"] == kinds["Hasler"] == NAME
    assert kinds["14000"] == NUMBER
    assert kinds["1987"] == NUMBER, "with its comma it is no year"
    assert not kinds.keys() & {"Monday", "said", "The", "2024", "7", "in", "more"}
    assert {word for _, word in terms_in("", "三依市の地震、テレビが伝えた。")} >= {"三依", "地震", "テレ"}


def test_a_gist_is_bounded_and_survives_packing() -> None:
    record = article("long", " ".join(f"Nam{n}e word{n}s" for n in range(5_000)), headline="")
    gist = gist_of(record)
    assert len(gist.terms) == MOST
    assert unpack_gist(pack_gist(gist)) == Gist(
        "en", tuple(t._replace(stress=round(t.stress, 2)) for t in gist.terms)
    )
    assert gist_of(article("empty", "", headline="")).terms == ()


def test_an_article_costs_a_bounded_number_of_rows_however_many_share_its_words() -> None:
    """Forty articles of one day or four hundred: what is looked at for the next one is bounded by the same numbers."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE article (number INTEGER PRIMARY KEY)")
    run_script(connection, stories.STORIES)
    gist = gist_of(records()[0])
    compared: list[int] = []
    for number in range(1, 400):
        stories.keep_story(connection, number, 738_000, gist)
        met, _ = stories._look_up(connection, 1_000, 738_000, gist)  # noqa: SLF001
        compared.append(len(met))
    assert max(compared) == 16
    assert connection.execute("SELECT count(*) FROM story").fetchone()[0] == 1
