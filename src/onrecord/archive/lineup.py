"""The versions of an article in time: which is the newest, which changed, which were edited without a word."""

import datetime as dt
import functools
import sqlite3
from typing import NamedTuple, Protocol

from onrecord.archive.changes import Diff
from onrecord.record import READABLE, Record


class Load(Protocol):
    """What is known of a version."""

    def record(self, version: int) -> Record:
        """Its record."""

    def page(self, version: int) -> bytes | None:
        """The bytes it was read from; None where they are not at hand."""


class _Row(NamedTuple):
    number: int
    extractor: int
    page_type: str
    at: str
    changed: int
    silent: int
    current: int


def moment_of(captured: str | None, record: Record, added: str) -> str:
    """When a version was what the address showed, UTC: captured, else modified, else published, else added."""
    stated = (captured, *(m.value for m in (record.date_modified, record.date_published) if m))
    return next((moment for raw in stated if raw and (moment := in_utc(raw))), added)


def now() -> str:
    """The time, as the archive writes it."""
    return dt.datetime.now(dt.UTC).strftime(_WRITTEN)


def in_utc(raw: str) -> str | None:
    """An ISO 8601 moment in UTC, to compare as text; a time without a zone is taken as UTC, a day stays one."""
    try:
        when = dt.datetime.fromisoformat(raw)
    except ValueError:
        return raw if raw[:4].isdigit() else None  # a year or a month: compares as what it begins with
    if len(raw) <= _DAY:
        return when.date().isoformat()
    try:
        whole = when.astimezone(dt.UTC) if when.tzinfo else when.replace(tzinfo=dt.UTC)
    except OverflowError:
        return None
    return whole.strftime(_WRITTEN)


_DAY = len("2024-05-03")
_WRITTEN = "%Y-%m-%dT%H:%M:%SZ"


def is_before(one: str, other: str) -> bool:
    """Whether one moment, as `in_utc` gives it, surely lies before another: a day alone may be any hour of it.

    >>> is_before("2024-05-02", "2024-05-03T08:00:00Z"), is_before("2024-05-03", "2024-05-03T08:00:00Z")
    (True, False)
    """
    known = min(len(one), len(other))
    return one[:known] < other[:known]


def in_utc_sql(column: str) -> str:
    """SQL that gives what ``column`` holds as `in_utc` would, to sort by: 01:30+09:00 comes before 18:00+01:00."""
    utc = f"strftime('{_WRITTEN}', {column})"
    return f"coalesce(CASE WHEN length({column}) > {_DAY} THEN {utc} END, {column})"


class Neighbour(NamedTuple):
    """A version next to a moment."""

    number: int
    substance: bytes
    at: str


def beside(
    connection: sqlite3.Connection, article: int, extractor: int, at: str, *, readable: bool
) -> tuple[Neighbour | None, Neighbour | None]:
    """What the article said up to the moment ``at``, and what it said next, by one extractor; None where nothing.

    Of pages that hold no article only such are neighbours: an error page between two captures is no other wording.
    """
    before = None
    for number, substance, when, page_type in connection.execute(
        "SELECT number, substance, at, page_type FROM version WHERE article = ? AND extractor = ? ORDER BY at, number",
        (article, extractor),
    ):
        if (page_type in READABLE) is not readable:
            continue
        if when > at:
            return before, Neighbour(number, substance, when)
        before = Neighbour(number, substance, when)
    return before, None


def line_up(
    connection: sqlite3.Connection, article: int, load: Load, new: int | None = None
) -> dict[int, bool]:
    """Put version ``new`` in its place in time; gives the versions whose marks are others now, and whether each is changed.

    Only the new one and the one after it can have changed: each is compared with the one before it. Where it is None all
    are: two articles have turned out to be one.
    """
    rows = [
        _Row(*row)
        for row in connection.execute(
            "SELECT number, extractor, page_type, at, changed, silent_edit, current FROM version WHERE article = ?"
            " ORDER BY at, number",
            (article,),
        )
    ]
    touched: dict[int, bool] = {}
    by_extractor: dict[int, list[_Row]] = {}
    for row in rows:
        if row.page_type in READABLE:
            by_extractor.setdefault(row.extractor, []).append(row)
    for alike in by_extractor.values():
        for at, row in enumerate(alike):
            earlier = alike[at - 1] if at else None
            if new is None or row.number == new or (earlier and earlier.number == new):
                _compare(connection, earlier, row, load, touched)
    _set_current(connection, article, rows, touched)
    return touched


def _compare(
    connection: sqlite3.Connection, before: _Row | None, row: _Row, load: Load, touched: dict[int, bool]
) -> None:
    changed = silent = False
    if before is not None:
        diff = compared(load, before.number, row.number)
        changed, silent = diff.changed, diff.silent
    if (changed, silent) != (bool(row.changed), bool(row.silent)):
        connection.execute(
            "UPDATE version SET changed = ?, silent_edit = ? WHERE number = ?", (changed, silent, row.number)
        )
        touched[row.number] = changed


def compared(load: Load, before: int, after: int) -> Diff:
    """What changed between two versions."""
    from onrecord.archive.beside import around  # with what reads pages: who searches needs none of it
    from onrecord.archive.differences import compare

    first, second = load.record(before), load.record(after)
    return compare(
        first,
        second,
        around(first, functools.partial(load.page, before)),
        around(second, functools.partial(load.page, after)),
    )


def _set_current(
    connection: sqlite3.Connection, article: int, rows: list[_Row], touched: dict[int, bool]
) -> None:
    """The newest that can be read, by the newest extractor; an error page captured later does not take its place."""
    best = max(rows, key=lambda r: (r.page_type in READABLE, r.at, r.extractor, r.number))
    for row in rows:
        if (row.number == best.number) != bool(row.current):
            connection.execute(
                "UPDATE version SET current = ? WHERE number = ?", (row.number == best.number, row.number)
            )
            touched.setdefault(row.number, bool(row.changed))
    connection.execute("UPDATE article SET current = ? WHERE number = ?", (best.number, article))
