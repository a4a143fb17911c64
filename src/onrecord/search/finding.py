"""From a plan to the versions that answer it: by rank or by date, each checked where SQL alone cannot tell."""

import functools
import itertools
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from onrecord import limits
from onrecord.search.asking import cell
from onrecord.search.matching import Reading, matches
from onrecord.search.plan import DAY_BITS, Plan
from onrecord.search.stored import unpack
from onrecord.search.watch import Watch

First = Callable[[int], int]
"""Of the version that others are marked as copies of: which of all of them is shown in the place of the others."""


class Found(NamedTuple):
    """A version that answers a query."""

    key: int
    score: float | None
    """FTS5's bm25: the smaller the better."""
    reading: Reading


class Statement(NamedTuple):
    """SQL and the values of its question marks."""

    sql: str
    values: tuple[object, ...]
    by_day: bool
    """Its rows come by day, not yet by the time of the day."""


class _Row(NamedTuple):
    key: int
    number: int
    copy_of: int | None
    clock: int | None
    score: float | None
    told: tuple[bool, ...]


_COLUMNS = "v.key, v.number, v.copy_of, v.clock"
_WEIGHTS = "8, 3, 1"
"""Of a word in the headline, in the standfirst, in the body."""


def source(planned: Plan) -> tuple[str, str, tuple[object, ...]]:
    """What is searched: FROM and WHERE, the column it is ordered by, and the values of its question marks."""
    values: tuple[object, ...] = ()
    key, start = "v.key", "FROM search_versions v WHERE 1"
    if planned.match is not None:
        values = (planned.match,)
        key, start = (
            "search_words.rowid",
            "FROM search_words CROSS JOIN search_versions v ON v.key = search_words.rowid WHERE search_words MATCH ?",
        )
    given = [
        (sql, at)
        for sql, at in ((f"{key} >= ?", planned.lowest), (f"{key} <= ?", planned.highest))
        if at is not None
    ]
    bounds = "".join(f" AND {sql}" for sql, _ in given)
    return (
        f"{start}{bounds} AND {planned.where.sql}",
        key,
        (*values, *(at for _, at in given), *planned.where.values),
    )


def ranked(planned: Plan) -> Statement:
    """The newest that hold the words, the best first. Only for a plan with words."""
    told, told_values = _told(planned)
    origin, key, values = source(planned)
    sql = (
        f"SELECT * FROM (SELECT {_COLUMNS}, bm25(search_words, {_WEIGHTS}) AS score{told} {origin}"  # noqa: S608
        f" ORDER BY {key} DESC LIMIT {limits.RANKED}) ORDER BY score, key DESC"
    )
    return Statement(sql, (*told_values, *values), by_day=False)


def dated(planned: Plan) -> Statement:
    """All that hold the words, the newest day first."""
    told, told_values = _told(planned)
    origin, key, values = source(planned)
    sql = f"SELECT {_COLUMNS}, NULL{told} {origin} ORDER BY {key} DESC"
    return Statement(sql, (*told_values, *values), by_day=True)


def _told(planned: Plan) -> tuple[str, tuple[object, ...]]:
    sql = "".join(f", ({piece.sql}) IS TRUE" for _, piece in planned.told)
    return sql, tuple(value for _, piece in planned.told for value in piece.values)


def found(
    connection: sqlite3.Connection, planned: Plan, statement: Statement, watch: Watch, first: First
) -> Iterator[Found]:
    """The rows of ``statement`` that answer the query.

    Where copies are hidden, of a group only one: the ``first``, if it answers too.
    """
    rows = _rows(connection, statement)
    seen: set[int] = set()
    first = functools.cache(first)
    for row in _by_clock(rows) if statement.by_day else rows:
        watch.look()
        group = row.number if row.copy_of is None else row.copy_of
        if planned.hide_copies and group in seen:
            continue
        answer = _checked(connection, planned, row)
        if answer and planned.hide_copies:
            seen.add(group)
            if first(group) != row.number and (original := _original(connection, planned, first(group))):
                answer = original._replace(score=row.score)
                if statement.by_day:  # its own row comes in its own place
                    seen.discard(group)
                    continue
        if answer:
            yield answer


def _rows(connection: sqlite3.Connection, statement: Statement) -> Iterator[_Row]:
    for key, number, copy_of, clock, score, *told in connection.execute(statement.sql, statement.values):
        yield _Row(key, number, copy_of, clock, score, tuple(map(bool, told)))


def _checked(connection: sqlite3.Connection, planned: Plan, row: _Row) -> Found | None:
    reading = Reading(unpack(_stored(connection, row.key)))
    told = {node: answer for (node, _), answer in zip(planned.told, row.told, strict=True)}
    if planned.check is None or matches(planned.check, reading, told):
        return Found(row.key, row.score, reading)
    return None


def _original(connection: sqlite3.Connection, planned: Plan, number: int) -> Found | None:
    """Version ``number``, if it answers the query."""
    key = cell(connection, int, "SELECT key FROM search_versions WHERE number = ?", number)
    if key is None:
        return None
    narrow = planned._replace(
        lowest=max(key, key if planned.lowest is None else planned.lowest),
        highest=min(key, key if planned.highest is None else planned.highest),
    )
    row = next(_rows(connection, dated(narrow)), None)
    return row and _checked(connection, planned, row)


def _by_clock(rows: Iterable[_Row]) -> Iterator[_Row]:
    """Rows that come day by day, sorted by the time each page names; those without a day stay as they are."""
    for day, of_day in itertools.groupby(rows, key=lambda row: row.key >> DAY_BITS):
        if day < 0:
            yield from of_day
        else:
            yield from sorted(
                of_day, key=lambda row: (-1 if row.clock is None else row.clock, row.key), reverse=True
            )


def _stored(connection: sqlite3.Connection, key: int) -> bytes:
    (data,) = connection.execute("SELECT data FROM search_stored WHERE key = ?", (key,)).fetchone()
    return bytes(data)
