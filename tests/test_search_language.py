"""The examples of docs/search.md, asked of the small press; and queries that cannot be read."""

import re
import sqlite3
from pathlib import Path

import pytest

from onrecord import limits
from onrecord.errors import QueryError
from onrecord.search import index
from onrecord.search.query import parse
from onrecord.search.tree import Node, Not, Said, Words, nodes
from small_press import filled, names

DOCS = (Path(__file__).parent.parent / "docs" / "search.md").read_text("utf-8")
EXAMPLES = [
    tuple(line.split(" → "))
    for block in re.findall(r"```query\n(.*?)```", DOCS, re.DOTALL)
    for line in block.splitlines()
]


@pytest.fixture(scope="module")
def press() -> sqlite3.Connection:
    return filled()


def test_the_docs_have_examples() -> None:
    assert len(EXAMPLES) > 50


@pytest.mark.parametrize(("query", "expected"), EXAMPLES, ids=[query for query, _ in EXAMPLES])
def test_an_example_finds_what_the_docs_say(press: sqlite3.Connection, query: str, expected: str) -> None:
    wanted = [] if expected == "nothing" else sorted(expected.split(", "))
    assert sorted(names(index.search(press, query))) == wanted
    assert sorted(names(index.search(press, query, order="date", limit=None))) == wanted
    assert index.facets(press, query).total == len(wanted)


UNREADABLE = {
    "": (0, "nothing to look for"),
    "  & ": (4, "nothing to look for"),
    '"heavy rain': (0, "never closed"),
    "“heavy rain": (0, "never closed"),
    'rain "': (5, "never closed"),
    "rain (snow": (5, "never closed"),
    "rain (": (5, "never closed"),
    "((rain)": (0, "never closed"),
    "rain)": (4, "no bracket is open"),
    ")": (0, "nothing stands before"),
    "()": (0, "nothing stands between"),
    '""': (0, "no word"),
    "rain AND": (5, "after AND"),
    "rain AND OR snow": (5, "after AND"),
    "OR rain": (0, "before OR"),
    "NOT": (0, "after NOT"),
    "rain NEAR/5": (5, "after NEAR/5"),
    "rain NEAR/1001 snow": (5, "at most"),
    "rain NEAR/3 (snow AND ice)": (13, "only words"),
    "/s rain": (0, "before /s"),
    "rain /s headline:snow": (8, "only words"),
    "rain /p NOT snow": (8, "before NOT"),
    "colour:red": (0, "no field colour:"),
    "headline:": (0, "after headline:"),
    "headline: AND rain": (0, "after headline:"),
    "headline:(author:roe)": (10, "inside another"),
    "author:(ana /s roe)": (12, "cannot stand in a name"),
    "author:(NOT roe)": (8, "needs a word"),
    "date:soon": (5, "no period"),
    "date:2022-13": (5, "no period"),
    "date:2023..2022": (5, "no period"),
    "date:(2022)": (5, "one value"),
    "has:wings": (4, "not one of"),
    "type:book": (5, "not one of"),
    "copies:show": (7, "not one of"),
    "NOT copies:hide": (4, "whole query"),
    "rain OR versions:all": (8, "whole query"),
    "atleast0(rain)": (0, "from 1"),
    "atleast2(rain snow)": (9, "counts one word"),
    "ra*in": (2, "only at the end"),
    "r*": (0, "two letters"),
    "(" * 21 + "rain" + ")" * 21: (20, "brackets within brackets"),
    "rain " * 201: (0, "more than 200 words"),
    "a" * 4_001: (4_000, "longer than"),
}


@pytest.mark.parametrize("query", UNREADABLE, ids=lambda query: query[:20])
def test_what_cannot_be_read_is_said_with_its_place(query: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    position, reason = UNREADABLE[query]
    assert caught.value.position == position
    assert reason in caught.value.reason
    assert "\n" not in caught.value.reason


def test_positions_are_those_of_the_query() -> None:
    query = 'rain AND NOT headline:"heavy snow*"'
    tree = parse(query)
    words = [node for node in nodes(tree) if isinstance(node, Words)]
    assert [query[node.start : node.end] for node in words] == ["rain", '"heavy snow*"']
    assert [query[node.start : node.end] for node in nodes(tree) if isinstance(node, Not)] == [
        'NOT headline:"heavy snow*"'
    ]


def test_brackets_and_blanks_change_nothing() -> None:
    def shape(node: Node) -> object:
        return (
            type(node).__name__,
            [shape(part) for part in list(nodes(node))[1:]],
            getattr(node, "words", None),
        )

    assert shape(parse("( rain  (snow OR ice) )")) == shape(parse("rain AND (snow OR ice)"))
    assert shape(parse("a OR b c")) == shape(parse("a OR (b AND c)"))
    assert shape(parse("a OR b c")) != shape(parse("(a OR b) c"))


INJECTIONS = (
    "'; DROP TABLE search_versions; --",
    '" OR 1=1 --',
    "rain') UNION SELECT 1,2,3 --",
    'headline:rain" OR "x',
    "rain} : x",
    "author:roe') --",
    "language:de' OR '1'='1",
    "language:%",
    "-search_words:x",
    "^rain + NEAR(a b)",
    "\x00rain",
    "\ue000s",
)


@pytest.mark.parametrize("query", INJECTIONS)
def test_nothing_of_a_query_reaches_the_sql(query: str) -> None:
    connection = filled()
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    plain: set[str] = set()
    try:
        list(index.search(connection, query))
        list(index.search(connection, "rain " + query.replace('"', "")))
    except QueryError:
        plain.add("refused")
    assert connection.execute("SELECT count(*) FROM search_versions").fetchone() == (9,)
    assert not [
        s for s in statements if s.lstrip().upper().startswith(("DROP", "DELETE", "UPDATE", "INSERT"))
    ]


def test_a_language_is_no_pattern(press: sqlite3.Connection) -> None:
    for none in ("language:%", "language:d_"):
        with pytest.raises(QueryError, match="no language"):
            index.search(press, none)


def test_what_has_a_speaker_of_its_own_in_brackets_is_said_by_nobody_else() -> None:
    query = "speaker:lund (said:ferry OR (speaker:roe said:rain))"
    ferry, rain = (node.speakers for node in nodes(parse(query)) if isinstance(node, Said))
    assert [[word.words for word in speakers if isinstance(word, Words)] for speakers in (ferry, rain)] == [
        [("lund",)],
        [("roe",)],
    ]


def test_limits_are_named() -> None:
    assert limits.QUERY_WORDS == 200
    assert limits.QUERY_DEPTH == 20
