"""Who is quoted: the speakers of an archive, and what each of them said, in the newest version of each article."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from onrecord.archive.lineup import in_utc_sql
from onrecord.errors import PeriodError
from onrecord.export.citation import link_to_words
from onrecord.search import index
from onrecord.search.asking import cell
from onrecord.search.periods import whole_days
from onrecord.spacing import collapse
from onrecord.values.addresses import bare_host
from onrecord.values.speakers import speaker_key


class Person(msgspec.Struct, frozen=True):
    """A person, an organisation, or a group that is described, who is quoted; what was asked for is counted."""

    key: str
    """The name, folded: it finds the speaker again."""
    name: str
    """As most articles write it."""
    names: tuple[str, ...]
    """As articles write it, the most frequent first; at most five."""
    named: bool
    """False: only described, as "the harbour board"; those described alike need not be the same."""
    role: str | None
    """The most frequent one."""
    statements: int
    articles: int
    publishers: int
    first: str | None
    """Of the first article that quotes them: published, else seen; ISO 8601."""
    last: str | None


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """One statement where it stands. What the article does not tell is None."""

    id: str
    """Of the record."""
    number: int
    """Of the statement in its record, from 1: ``onrecord cite ID --statement NUMBER``."""
    speaker: str | None
    """As the article names them; else the words that describe them."""
    role: str | None
    kind: str
    """direct, indirect or mixed."""
    words: str
    """On one line; pieces that do not touch are joined by `` … ``."""
    headline: str | None
    publisher: str | None
    """Its name, else the host of the address."""
    language: str | None
    date_published: str | None
    """ISO 8601, as precise as the page is."""
    at: str
    """Published, else seen, as the page tells it; the order of time is that of UTC."""
    url: str | None
    link: str | None
    """``url`` with a text fragment: a browser goes to the words."""
    confidence: float


class Asked(NamedTuple):
    """Which statements are meant; None: all."""

    publisher: str | None = None
    since: str | None = None
    until: str | None = None


_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def asked(publisher: str | None, since: str | None, until: str | None) -> Asked:
    """What a caller asks for, checked: `PeriodError` where ``since`` or ``until`` is no day, month or year."""
    for name, value in (("since", since), ("until", until)):
        if value is not None and not (_DAY.fullmatch(value) and whole_days(value)):
            raise PeriodError(name, value)
    return Asked(publisher, since, until)


_AT = "coalesce(v.date_published, v.at)"
"""As the page tells it: its day is the day that is asked for and shown."""
_IN_TIME = f"coalesce({in_utc_sql('v.date_published')}, v.at)"
"""What the order of time is made by."""

_PUBLISHER = "coalesce(v.publisher, bare_host(v.url))"
"""Who states no name is known by host, as in facets."""


def _condition(asked: Asked) -> tuple[str, tuple[str, ...]]:
    """Of the newest versions of articles ``v``, those that are asked for."""
    parts, values = ["v.current = 1"], list[str]()
    if asked.publisher is not None:
        parts.append(f"{_PUBLISHER} = ? COLLATE NOCASE")
        values.append(asked.publisher)
    if asked.since is not None:
        parts.append(f"{_AT} >= ?")
        values.append(asked.since)
    if asked.until is not None:
        parts.append(f"substr({_AT}, 1, {len(asked.until)}) <= ?")
        values.append(asked.until)
    return " AND ".join(parts), tuple(values)


def people(
    connection: sqlite3.Connection, asked: Asked, *, named: bool | None, limit: int, offset: int
) -> Iterator[Person]:
    """Who is quoted most; ``named`` leaves those that are only described out, or the others."""
    condition, values = _condition(asked)
    # What is not asked for is mostly little: so most statements are counted in the index of speakers alone.
    left_out = f"SELECT v.number FROM version v WHERE ({condition}) IS NOT TRUE"  # noqa: S608  # our own words
    having = ""
    having_values: tuple[str, ...] = ()
    if named is not None:
        named_once = f"EXISTS (SELECT 1 FROM statement n WHERE n.who = s.who AND n.speaker IS NOT NULL AND n.version NOT IN ({left_out}))"  # noqa: S608
        having, having_values = f" HAVING {'' if named else 'NOT '}{named_once}", values
    rows = connection.execute(
        f"SELECT s.who FROM statement s WHERE s.who IS NOT NULL AND s.version NOT IN ({left_out})"  # noqa: S608
        f" GROUP BY s.who{having} ORDER BY count(*) DESC, s.who LIMIT ? OFFSET ?",
        (*values, *having_values, limit, offset),
    ).fetchall()
    for (number,) in rows:
        if person := _person(connection, number, asked):
            yield person


_OF = "FROM statement s JOIN version v ON v.number = s.version"


def _person(connection: sqlite3.Connection, number: int, asked: Asked) -> Person | None:
    condition, values = _condition(asked)
    where = f"{_OF} WHERE s.who = ? AND {condition}"
    told = connection.execute(
        f"SELECT (SELECT key FROM speaker WHERE number = s.who), max(s.speaker IS NOT NULL), count(*),"  # noqa: S608
        f" count(DISTINCT s.version), count(DISTINCT {_PUBLISHER}),"
        f" min({_IN_TIME} || ' ' || {_AT}), max({_IN_TIME} || ' ' || {_AT}) {where}",
        (number, *values),
    ).fetchone()
    if told is None or not told[2]:
        return None
    names, roles = Counter[str](), Counter[str]()
    for name, role, articles in connection.execute(
        f"SELECT coalesce(s.speaker, s.mention), s.role, count(DISTINCT s.version) {where} GROUP BY 1, 2 ORDER BY 1, 2",
        (number, *values),
    ):
        names[name] += articles
        if role:
            roles[role] += articles
    written = tuple(name for name, _ in names.most_common(5))
    role = next((role for role, _ in roles.most_common(1)), None)
    key, is_named, *counts = told[:5]
    times = (in_time.partition(" ")[2] for in_time in told[5:])
    return Person(key, written[0], written, bool(is_named), role, *counts, *times)


def find_person(connection: sqlite3.Connection, name: str, asked: Asked) -> Person | None:
    """The speaker of that name or key; None where nobody of it is quoted in what is asked for."""
    number = cell(connection, int, "SELECT number FROM speaker WHERE key = ?", speaker_key(name))
    return _person(connection, number, asked) if number else None


def remarks(
    connection: sqlite3.Connection,
    key: str,
    asked: Asked,
    *,
    newest: bool,
    limit: int | None,
    offset: int = 0,
) -> Iterator[Remark]:
    """What the speaker of ``key`` said, in order of time; ``newest`` turns it round."""
    condition, values = _condition(asked)
    turn = "DESC" if newest else "ASC"
    rows = connection.execute(
        f"SELECT {_COLUMNS} {_OF} WHERE s.who = (SELECT number FROM speaker WHERE key = ?) AND {condition}"  # noqa: S608
        f" ORDER BY {_IN_TIME} {turn}, v.number {turn}, s.position {turn} LIMIT ? OFFSET ?",
        (speaker_key(key), *values, -1 if limit is None else limit, offset),
    ).fetchall()
    yield from _told(connection, rows)


def remarks_in(connection: sqlite3.Connection, version: int) -> Iterator[Remark]:
    """All statements of a version, in the order of its text."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} {_OF} WHERE s.version = ? ORDER BY s.position",  # our own words
        (version,),
    ).fetchall()
    yield from _told(connection, rows)


_COLUMNS = (
    f"s.version, v.id, s.position + 1, coalesce(s.speaker, s.mention), s.role, s.kind, s.content, v.headline, v.publisher,"
    f" v.in_language, v.date_published, {_AT}, v.url, NULL, s.confidence"
)
"""A version, and the fields of a `Remark` in it, in their order."""


def _told(connection: sqlite3.Connection, rows: list[tuple[Any, ...]]) -> Iterator[Remark]:
    version, text = None, None
    for of, *fields in rows:
        if of != version:  # those of one article mostly come together
            version, text = of, index.kept(connection, of)
        one = Remark(**dict(zip(Remark.__struct_fields__, fields, strict=True)))
        yield msgspec.structs.replace(
            one,
            words=collapse(one.words),
            publisher=one.publisher or bare_host(one.url),
            link=_link(one, text),
        )


def _link(one: Remark, text: index.Stored | None) -> str | None:
    if one.url is None or text is None or one.number > len(text.statements):
        return one.url
    above = (text.headline, text.standfirst)
    return link_to_words(one.url, above, text.body or "", text.statements[one.number - 1].content)
