"""The index against the plain reading of every article: put, found, changed and taken out."""

import functools
import random
import re
import sqlite3
import time
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import limits
from onrecord.errors import QueryTooSlow
from onrecord.search import index
from onrecord.search.passages import sentence_at, sentences
from onrecord.search.words import fold, sought, words_alone, words_of
from small_press import FLOOD, filled, moment, names, press, record

WORDS = ("ferry", "rain", "Tarn", "Köln", "market", "snow", "mayor")


def texts(rng: random.Random, count: int) -> Iterator[str]:
    for _ in range(count):
        paragraphs = (
            " ".join(
                " ".join(rng.choices(WORDS, k=rng.randrange(2, 7))).capitalize() + "."
                for _ in range(rng.randrange(1, 5))
            )
            for _ in range(rng.randrange(1, 4))
        )
        yield "\n\n".join(paragraphs)


def index_of(bodies: list[str]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    index.create(connection)
    index.put(
        connection,
        [
            index.Document(n, record(str(n), "", body), None, True, False, None)
            for n, body in enumerate(bodies)
        ],
    )
    return connection


def found(connection: sqlite3.Connection, query: str) -> set[int]:
    by_date = {hit.number for hit in index.search(connection, query, limit=None)}
    assert {hit.number for hit in index.search(connection, query, limit=1_000)} == by_date
    return by_date


def plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()


def units(body: str, unit: str) -> list[str]:
    """Sentences or paragraphs, in the simplest way there is."""
    paragraphs = body.split("\n\n")
    return paragraphs if unit == "p" else [s for p in paragraphs for s in re.split(r"(?<=\.) ", p)]


@given(st.integers(0, 10_000), st.sampled_from(WORDS), st.sampled_from(WORDS), st.integers(0, 6))
@settings(max_examples=60, deadline=None)
def test_it_finds_what_reading_finds(seed: int, one: str, other: str, distance: int) -> None:
    bodies = list(texts(random.Random(seed), 12))
    connection = index_of(bodies)
    a, b = plain(one), plain(other)
    cut = [re.findall(r"\w+", plain(body)) for body in bodies]

    def holding(test: object) -> set[int]:
        return {n for n in range(len(bodies)) if test(n)}  # type: ignore[operator]

    assert found(connection, one) == holding(lambda n: a in cut[n])
    assert found(connection, f"{one} {other}") == holding(lambda n: a in cut[n] and b in cut[n])
    assert found(connection, f"{one} OR {other}") == holding(lambda n: a in cut[n] or b in cut[n])
    assert found(connection, f"{one} -{other}") == holding(lambda n: a in cut[n] and b not in cut[n])
    assert found(connection, f'"{one} {other}"') == holding(lambda n: f" {a} {b} " in f" {' '.join(cut[n])} ")
    assert found(connection, f"atleast3({one})") == holding(lambda n: cut[n].count(a) >= 3)
    for unit in "sp":
        together = holding(
            lambda n, u=unit: any(
                {a, b} <= set(re.findall(r"\w+", plain(part))) for part in units(bodies[n], u)
            )
        )
        assert found(connection, f"{one} /{unit} {other}") == together
        assert found(connection, f"({one} /{unit} {other}) OR snow") == together | holding(
            lambda n: "snow" in cut[n]
        )
        assert (
            found(connection, f"tarn NOT ({one} /{unit} {other})")
            == holding(lambda n: "tarn" in cut[n]) - together
        )
    if a != b:
        near = holding(
            lambda n: any(
                abs(i - j) <= distance + 1
                for i, w in enumerate(cut[n])
                if w == a
                for j, v in enumerate(cut[n])
                if v == b
            )
        )
        assert found(connection, f"{one} NEAR/{distance} {other}") == near


def test_words_far_apart_in_one_long_sentence_are_found() -> None:
    """The index looks near by first; longer sentences and paragraphs must not be lost to that."""
    far = "Ferry " + "and so on " * 60 + "snow."
    paragraph = "Ferry left. " + "It rained. " * 120 + "Then snow."
    connection = index_of([far, paragraph, "Ferry. " + "Rain. " * 70 + "Snow."])
    assert found(connection, "ferry /s snow") == {0}
    assert found(connection, "ferry /p snow") == {0, 1, 2}


@given(st.text(st.sampled_from("aZ ß.’é\u0301\u00ad東京ーทาั้ 1½ıİﬁæ\n"), max_size=40))
def test_words_are_cut_alike_with_and_without_places(text: str) -> None:
    cut = list(words_of(text))
    assert [word.word for word in cut] == words_alone(text)
    for word in cut:
        assert 0 <= word.start < word.end <= len(text)
        assert (
            word.word == "".join(words_alone(text[word.start : word.end])[:1])
            or not text[word.start : word.end].isascii()
        )


@pytest.mark.parametrize(
    ("text", "query"),
    [("Straße", "STRASSE"), ("Łódź", "lodz"), ("Crème brûlée", "creme brulee"), ("İstanbul", "istanbul"),
     ("Ｔｏｋｙｏ", "tokyo"), ("cafe\u0301", "café"), ("Ёлка", "елка"), ("Ærø", "aero"), ("مُحَمَّد", "محمد"), ("हिन्दी", "हिन्दी"),
     ("新しい東京都庁", "東京"), ("新しい東京都庁", "庁"), ("ประเทศไทยวันนี้", "ไทย"), ("한국어 신문", "한국어"), ("ｶﾅ", "カナ")],
)  # fmt: skip
def test_scripts_and_accents(text: str, query: str) -> None:
    connection = index_of([text, "something else"])
    assert found(connection, f'"{query}"') == {0}
    (hit,) = index.search(connection, f'"{query}"')
    assert hit.marks, "what was found is marked"


def test_a_letter_that_is_another_is_no_accent() -> None:
    assert fold("Йод") == "йод"
    assert found(index_of(["мой", "мои"]), "мой") == {0}


def test_half_of_a_thai_syllable_is_not_it() -> None:
    assert sought("ไทย").words == ("ไท", "ทย")


def test_marks_stand_where_the_words_are() -> None:
    (hit,) = index.search(filled(), "headline:night ferry fares")
    assert [hit.snippet[a:b].casefold() for a, b in hit.marks] == ["ferry", "fares", "ferry"][
        : len(hit.marks)
    ]
    assert hit.headline is not None
    assert [hit.headline[a:b] for a, b in hit.headline_marks] == ["Night", "ferry"]


def test_a_sentence_asked_for_is_shown() -> None:
    (hit,) = index.search(filled(), "mayor /s blow")
    assert "The mayor, Bo Roe, called the plan a blow to the town." in hit.snippet


def test_the_headline_weighs_more() -> None:
    assert names(index.search(filled(), "rain"))[0] == "flood"


def test_by_date_the_newest_comes_first_and_the_undated_last() -> None:
    hits = names(index.search(filled(), "type:article", order="date"))
    assert hits == ["tokyo", "strasse", "flood-copy", "budget", "flood", "ferry", "bangkok"]


def test_of_one_day_the_later_comes_first() -> None:
    connection = sqlite3.connect(":memory:")
    index.create(connection)
    times = ("2022-02-10T09:00:00Z", "2022-02-10", "2022-02-10T23:00:00Z", "2022-02-10T12:30:00Z")
    for n, clock in enumerate(times):  # one by one: their keys are in the order they came
        index.put(
            connection,
            [
                index.Document(
                    n, record(str(n), "", "rain", date_published=moment(clock)), None, True, False, None
                )
            ],
        )
    assert [hit.number for hit in index.search(connection, "rain", order="date")] == [2, 3, 0, 1]


def test_it_forgets_all_of_what_is_taken_out() -> None:
    connection = filled()
    index.remove(connection, [1, 99])
    assert names(index.search(connection, "ferry")) == []
    assert connection.execute("SELECT count(*) FROM search_names WHERE name = 'ferries'").fetchone() == (0,)
    assert connection.execute("SELECT count(*) FROM search_names WHERE name = 'Ana Lund'").fetchone() == (1,)
    index.remove(connection, range(20))
    tables = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'search%'"
        )
        if not re.search(r"_(config|data|idx|docsize)$", row[0]) and "words" not in row[0]
    ]
    assert len(tables) == 5
    for table in tables:
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608  # ours
    index.compact(connection)
    left = b"".join(row[0] for row in connection.execute("SELECT block FROM search_words_data"))
    assert b"ferry" not in left


def test_a_number_put_again_takes_the_place_of_the_other() -> None:
    connection = filled()
    index.put(
        connection, [index.Document(1, record("new", "Snow", "Snow in Tarn."), None, True, False, None)]
    )
    assert names(index.search(connection, "ferry")) == []
    assert names(index.search(connection, "headline:snow")) == ["new"]


def test_marks_of_the_archive_change() -> None:
    connection = filled()
    for number, current, silent, copy_of in (
        (2, True, True, 9),
        (1, False, False, None),
        (3, True, False, None),
        (99, True, False, None),
    ):
        index.mark(
            connection, number, captured="2024-05-03", current=current, silent_edit=silent, copy_of=copy_of
        )
    assert names(index.search(connection, "has:silent-edit")) == ["flood"]
    assert names(index.search(connection, "ferry")) == []
    assert names(index.search(connection, "ferry versions:all")) == ["ferry"]
    assert names(index.search(connection, "captured:2024-05-03")) == ["budget", "flood"]


def test_an_original_out_of_sight_does_not_hide_its_copy() -> None:
    connection = filled()
    assert names(index.search(connection, "publisher:herald snow copies:hide")) == ["flood-copy"]
    assert names(index.search(connection, "snow copies:hide", order="date")) == ["flood"]


def test_facets_ask_which_of_copies_is_shown_only_where_there_are_several() -> None:
    asked: list[int] = []

    def first(root: int) -> int:
        asked.append(root)
        return root

    index.facets(filled(), "copies:hide", first=first)
    assert asked == [2]


def test_an_original_stands_at_its_own_time_not_at_its_copy_s() -> None:
    connection = filled()
    between = record("between", "Snow again", FLOOD, date_published=moment("2022-03-01T20:00:00+00:00"))
    index.put(connection, [index.Document(10, between, between.date_captured, True, False, None)])
    assert names(index.search(connection, "snow copies:hide", order="date")) == ["between", "flood"]


def test_languages_are_counted_in_their_usual_case() -> None:
    connection = filled()
    for number, tag in enumerate(("zh-Hant-TW", "iw", "x-Klingon"), 10):
        made = record(f"l{number}", "Ferry", FLOOD, in_language=tag)
        index.put(connection, [index.Document(number, made, made.date_captured, True, False, None)])
    told = [tag for tag, _ in index.facets(connection, "ferry -language:en").language]
    assert told == ["iw", "x-klingon", "zh-Hant-TW"]
    assert all(index.facets(connection, f"language:{tag}").total == 1 for tag in told)


def test_facets_count() -> None:
    counted = index.facets(filled(), "rain OR bridge")
    assert counted.total == 4
    assert counted.complete
    assert counted.publisher == (("Harrow Herald", 2), ("Tarn Post", 2))
    assert counted.language == (("en", 4),)
    assert counted.month == (("2022-02", 1), ("2022-03", 3))
    assert counted.speaker == (("Ana Lund", 2), ("Bo Roe", 2))
    hidden = index.facets(filled(), "(rain OR bridge) copies:hide")
    assert (hidden.total, hidden.publisher) == (3, (("Tarn Post", 2), ("Harrow Herald", 1)))
    assert hidden.speaker == (("Ana Lund", 2), ("Bo Roe", 1))


@pytest.mark.parametrize(
    "query", ["said:rain", "rain said:rain", "said:rain OR said:snow", "speaker:roe said:rain"]
)
def test_no_text_is_read_for_what_was_said_where_nobody_says_anything(query: str) -> None:
    connection = index_of(["Rain and snow."] * 3)
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    assert not list(index.search(connection, query))
    assert not [sql for sql in asked if "search_stored" in sql]


def test_facets_of_what_must_be_read_say_when_they_are_not_all(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = index_of(["Rain and snow."] * 7)
    assert index.facets(connection, "rain /s snow") == index.facets(connection, "rain snow")
    monkeypatch.setattr(limits, "READ_FOR_FACETS", 5)
    counted = index.facets(connection, "rain /s snow")
    assert (counted.total, counted.complete) == (5, False)


def test_a_query_that_takes_too_long_is_stopped() -> None:
    connection = index_of(["rain"] * 3)
    times = iter([0.0, *[limits.QUERY_SECONDS + 1] * 100])
    with pytest.raises(QueryTooSlow, match="2 seconds"):
        list(index.search(connection, "rain", now=lambda: next(times)))
    slow = iter(range(0, 10_000, 3))
    with pytest.raises(QueryTooSlow):
        index.facets(index_of(["rain"] * 2_000), "NOT snow", now=lambda: float(next(slow)))
    assert len(list(index.search(connection, "rain"))) == 3, "the connection is as it was"


def test_hits_are_found_as_they_are_asked_for() -> None:
    connection = index_of(["rain and snow"] * 50)
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    hits = index.search(connection, "rain", limit=None)
    next(hits)
    read = [sql for sql in asked if "search_stored" in sql]
    assert len(read) == 1


def test_sentences_have_no_gaps_and_are_found_from_within() -> None:
    text = FLOOD + "\n\nRates rose by 3 p.c. in all. Dr. Roe came. “No!” she said. 雨が降る。雪も降る。\nSo."
    spans = list(sentences(text))
    assert "".join(text[a:b] for a, b in spans) == text
    assert {"Rates rose by 3 p.c. in all. ", "Dr. Roe came. "} <= {text[a:b] for a, b in spans}
    for start, end in spans:
        for at in range(start, end):
            if not text[at].isspace():
                assert sentence_at(text, at, at + 1) == (start, end)


def test_all_of_the_press_is_there() -> None:
    assert len(list(index.search(filled(), "type:any", limit=None))) == len(press()) + 1


@pytest.mark.parametrize(
    "leaf", ["rain", "date:2024", "language:en", "author:a", "has:conflict", "rain /s snow"]
)
@pytest.mark.parametrize("around", ["(date:2024 OR {})", "(rain NOT {})", "(rain AND {})", "-{}"])
def test_what_may_be_asked_is_no_deeper_than_sqlite_reads(leaf: str, around: str) -> None:
    levels = limits.QUERY_DEPTH // (2 if "NOT" in around else 1)  # of a bracket and of a NOT before it
    query = functools.reduce(lambda inner, _: around.format(inner), range(levels), leaf)
    list(index.search(filled(), query))


def test_what_is_shown_of_a_long_text_is_not_looked_for_in_all_of_it() -> None:
    connection = index_of(["Регн rain. " + "snow и ветер. " * 300_000])
    started = time.process_time()
    (hit,) = index.search(connection, " OR ".join(f"{a}{b}*" for a in "abr" for b in "abcdefgh"))
    assert hit.snippet.startswith("Регн rain.")
    assert hit.marks == ((5, 9),)
    assert time.process_time() - started < 3


def test_words_at_the_end_of_a_long_text_are_shown() -> None:
    (hit,) = index.search(index_of(["snow and wind. " * 20_000 + "Then rain."]), "rain")
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["rain"]
    (hit,) = index.search(
        index_of(["Rain. " + "Snow and wind. " * 20_000 + "Then rain and snow."]), "rain /s snow"
    )
    assert hit.snippet.endswith("Then rain and snow.")


@pytest.mark.parametrize(
    "body",
    ["a" + "\u0301" * 300_000, "\u0301" * 300_000, "rain snow " * 15_000, "rain. " * 25_000 + "snow", "雨" * 50_000,
     "rain" + "\u2014 " * 200_000 + "snow", "." * 300_000, '?!"' * 100_000],
    ids=["mark", "marks", "two words", "sentences", "unspaced", "gap", "stops", "ends"],
)  # fmt: skip
def test_hostile_texts_cost_no_more_than_their_length(body: str) -> None:
    started = time.process_time()
    connection = index_of([body])
    for query in (
        "rain /s snow",
        "rain /p snow",
        "(rain OR x) /s (snow OR y)",
        "(rain NEAR/3 snow) OR (x /s y)",
        "atleast9(rain)",
        "雨",
        "rain snow",
    ):
        list(index.search(connection, query, now=lambda: 0.0))
    assert time.process_time() - started < 20
