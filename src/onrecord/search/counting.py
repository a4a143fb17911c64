"""How many of the versions that answer a query have what."""

import datetime as dt
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from onrecord import limits
from onrecord.search.finding import First, dated, found, source
from onrecord.search.hits import Facets
from onrecord.search.plan import DAY_BITS, Plan
from onrecord.search.watch import Watch
from onrecord.values.languages import parse_language
from onrecord.values.speakers import speaker_key

_SHOWN = 100
"""Values of a facet that are given, but of months all."""
_FORMS = 4
"""Names looked at for each speaker that is given: some are one speaker's."""

_Row = tuple[int, int | None, int | None]
"""Key, publisher and language of a version."""


def count(connection: sqlite3.Connection, planned: Plan, watch: Watch, first: First) -> Facets:
    """The facets of ``planned``: exact, save where each version must be read; then of the newest that were."""
    if planned.check is None:
        return _counted(connection, planned, first)
    statement = dated(planned)
    newest = statement._replace(sql=f"{statement.sql} LIMIT {limits.READ_FOR_FACETS + 1}")
    held = connection.execute(f"SELECT count(*) FROM ({newest.sql})", newest.values).fetchone()[0]  # noqa: S608
    newest = statement._replace(sql=f"{statement.sql} LIMIT {limits.READ_FOR_FACETS}")
    ask = "SELECT key, publisher, language FROM search_versions WHERE key = ?"
    rows = [
        connection.execute(ask, (row.key,)).fetchone()
        for row in found(connection, planned, newest, watch, first)
    ]
    return _of_rows(connection, rows, complete=held <= limits.READ_FOR_FACETS)


def _counted(connection: sqlite3.Connection, planned: Plan, first: First) -> Facets:
    origin, order, values = source(planned)
    columns = "v.key, v.publisher, v.language, v.number, coalesce(v.copy_of, v.number)"
    rows = connection.execute(f"SELECT {columns} {origin}", values).fetchall()
    if planned.hide_copies:
        groups: dict[int, dict[int, _Row]] = {}
        for *row, number, group in rows:
            groups.setdefault(group, {})[number] = tuple(row)
        one_each = [
            members.get(first(group) if len(members) > 1 else 0, max(members.values()))
            for group, members in groups.items()
        ]
        return _of_rows(connection, one_each, complete=True)
    newest = f"SELECT v.key AS key {origin} ORDER BY {order} DESC LIMIT {limits.READ_FOR_SPEAKERS}"
    speakers = connection.execute(
        f"SELECT s.name, count(*) FROM ({newest}) n JOIN search_speakers s ON s.key = n.key"  # noqa: S608
        " GROUP BY s.name ORDER BY 2 DESC LIMIT ?",
        (*values, _SHOWN * _FORMS),
    )
    return _facets(connection, [row[:3] for row in rows], dict(speakers.fetchall()), complete=True)


def _of_rows(connection: sqlite3.Connection, rows: list[_Row], *, complete: bool) -> Facets:
    newest = sorted((key for key, *_ in rows), reverse=True)[: limits.READ_FOR_SPEAKERS]
    speakers = connection.execute(
        "SELECT s.name, count(*) FROM json_each(?) n JOIN search_speakers s ON s.key = n.value GROUP BY s.name",
        (msgspec.json.encode(newest).decode(),),
    )
    return _facets(connection, rows, dict(speakers.fetchall()), complete=complete)


def _facets(
    connection: sqlite3.Connection,
    rows: list[_Row],
    speakers: Mapping[int, int],
    *,
    complete: bool,
) -> Facets:
    days = Counter(key >> DAY_BITS for key, _, _ in rows)
    months: Counter[str] = Counter()
    for day, number in days.items():
        if day > 0:
            months[f"{dt.date.fromordinal(day):%Y-%m}"] += number
    dated = sorted(day for day in days if day > 0)
    near = bool(dated) and dated[-1] - dated[0] < limits.FACET_DAYS
    return Facets(
        total=len(rows),
        complete=complete,
        publisher=_named(connection, Counter(row[1] for row in rows)),
        language=tuple((_usual(tag), n) for tag, n in _named(connection, Counter(row[2] for row in rows))),
        month=tuple(sorted(months.items())),
        day=tuple((dt.date.fromordinal(day).isoformat(), days[day]) for day in dated) if near else (),
        speaker=_as_one(_named(connection, speakers, _SHOWN * _FORMS))[:_SHOWN],
    )


def _usual(tag: str) -> str:
    """A language's tag, which is kept in lower case, in its usual one."""
    usual = parse_language(tag)
    return usual if usual and usual.lower() == tag else tag


def _as_one(speakers: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Speakers whose names differ in case or a leading article as one, by the most frequent name."""
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for name, number in speakers:
        key = speaker_key(name) or name
        names.setdefault(key, name)
        counts[key] += number
    return tuple(sorted(((names[key], n) for key, n in counts.items()), key=lambda pair: (-pair[1], pair[0])))


def _named(
    connection: sqlite3.Connection,
    counts: Mapping[int | None, int] | Mapping[int, int],
    most: int = _SHOWN,
) -> tuple[tuple[str, int], ...]:
    """Numbers of names made names, the most frequent first, then by name."""
    top = sorted(((n, number) for number, n in counts.items() if number is not None), reverse=True)[:most]
    names = [
        (connection.execute("SELECT name FROM search_names WHERE number = ?", (number,)).fetchone()[0], n)
        for n, number in top
    ]
    return tuple(sorted(names, key=lambda pair: (-pair[1], pair[0])))
