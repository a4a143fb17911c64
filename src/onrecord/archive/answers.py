"""What the archive answers: an article by its name, its versions in time, its copies."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from onrecord.archive.copies import comparing, is_copy, original, related
from onrecord.archive.identity import article_at
from onrecord.archive.kept import load_record
from onrecord.archive.lineup import is_before, moment_of
from onrecord.errors import NotFound
from onrecord.record import READABLE, Record
from onrecord.values.addresses import bare_host
from onrecord.values.agencies import AGENCIES, UPPER_ONLY, agency_of
from onrecord.values.moments import value_of

__all__ = [
    "ALIKE",
    "Copy",
    "Version",
    "article_of",
    "before",
    "comparable",
    "copies",
    "find",
    "lined_up",
    "tags",
    "uncompared",
    "version",
    "versions",
]


class Version(msgspec.Struct, frozen=True):
    """What an article said from one time on."""

    number: int
    """The archive's own key."""
    id: str
    """Of the record."""
    key: str
    """What it is asked for by: its id; with ``@`` and ``at`` behind it where a later version says the same words."""
    at: str
    """UTC, or a day alone: when captured, else modified, else published, else added."""
    captured: str | None
    """ISO 8601, of its first capture; None: nobody says."""
    captures: int
    """How many captures said this."""
    url: str | None
    headline: str | None
    date_published: str | None
    date_modified: str | None
    page_type: str
    changed: bool
    """It says other words than the version before it."""
    silent_edit: bool
    """It changed, and neither a newer modified time nor a new correction note says so."""
    current: bool
    copy_of: str | None
    """Id of the article whose copy it is: of those that were there before it, the first."""
    extractor: str
    """The version of onrecord that read it."""


class Copy(msgspec.Struct, frozen=True):
    """An article among those that share text with the one asked for, which is itself among them."""

    id: str
    url: str | None
    headline: str | None
    publisher: str | None
    """Its name, else the host of its address."""
    date_published: str | None
    at: str
    """UTC, or a day alone: published, else when it was seen; the list is in this order."""
    first: bool
    """It was there before all others; of none where pages of that day state no time."""
    share: float
    """How much of this article's words stand in the one asked for, 0 to 1."""
    other_share: float
    """How much of the words of the one asked for stand in this article."""
    credits: tuple[str, ...]
    """Whom it names: news agencies, and publishers of the others."""
    asked: bool
    """It is the one asked for."""


ALIKE = "onrecord reextract, with --statements if these were ever read, makes all alike"
"""What to do where versions are not compared."""

_VERSION = """
SELECT v.number, v.id,
    v.id || CASE WHEN v.number <> (SELECT number FROM version WHERE id = v.id ORDER BY at DESC, number DESC LIMIT 1)
    THEN '@' || v.at ELSE '' END, v.at, v.captured, (SELECT count(*) FROM reading WHERE version = v.number), v.url, v.headline,
    v.date_published, v.date_modified, v.page_type, v.changed, v.silent_edit, v.current,
    NULL, e.version
FROM version v JOIN extractor e ON e.number = v.extractor
"""

_ID = re.compile(r"[0-9a-f]{4,20}")


def find(connection: sqlite3.Connection, name: str, key: str) -> int:
    """The version that ``key`` means: an id, a unique prefix of one of four letters or more, or an address.

    Of several versions that say the same words an id means the last in time; behind it may stand ``@`` and a time, or the
    beginning of one: then the last of then.
    `NotFound` says why there is none; ``name`` is the archive's.
    """
    key = key.strip()
    begin, _, at = key.partition("@")
    if _ID.fullmatch(begin):
        found = connection.execute(
            "SELECT id, number FROM (SELECT id, number, row_number() OVER (PARTITION BY id ORDER BY at DESC, number DESC)"
            " AS turn FROM version WHERE id >= ? AND id < ? AND substr(at, 1, ?) = ?) WHERE turn = 1 LIMIT 3",
            (begin, begin + "g", len(at), at),
        ).fetchall()
        if len(found) > 1:
            raise NotFound(name, f"several ids begin with {key}, such as {found[0][0]} and {found[1][0]}")
        if found:
            return int(found[0][1])
        raise NotFound(name, f"no record has the id {key}")
    article = article_at(connection, key if "://" in key else f"https://{key}") if "." in key else None
    row = connection.execute("SELECT current FROM article WHERE number = ?", (article,)).fetchone()
    if row is None or row[0] is None:
        what = f"no article of the address {key}" if "." in key else f"{key!r} is no id and no address"
        raise NotFound(name, what)
    return int(row[0])


def article_of(connection: sqlite3.Connection, number: int) -> int:
    """The article of a version."""
    return int(connection.execute("SELECT article FROM version WHERE number = ?", (number,)).fetchone()[0])


def version(connection: sqlite3.Connection, number: int) -> Version:
    """One version."""
    return _version(connection, connection.execute(_VERSION + "WHERE v.number = ?", (number,)).fetchone())


def _version(connection: sqlite3.Connection, row: tuple[Any, ...]) -> Version:
    told = dict(zip(Version.__struct_fields__, row, strict=True))
    flags = {flag: bool(told[flag]) for flag in ("changed", "silent_edit", "current")}
    return Version(**{**told, **flags, "copy_of": original(connection, told["number"])})


def versions(connection: sqlite3.Connection, number: int) -> Iterator[Version]:
    """Those of the article of version ``number``, by the extractor of its current one, in time."""
    rows = connection.execute(
        _VERSION + "WHERE v.article = ?1 AND v.extractor = (SELECT c.extractor FROM article a JOIN version c"  # noqa: S608  # our own words
        " ON c.number = a.current WHERE a.number = ?1) ORDER BY v.at, v.number",
        (article_of(connection, number),),
    )
    yield from (_version(connection, row) for row in rows)


def lined_up(versions: Iterable[Version]) -> list[Version]:
    """Those that are compared, each with the one before it: what holds an article, where nothing does all."""
    every = list(versions)
    return [one for one in every if one.page_type in READABLE] or every


def uncompared(connection: sqlite3.Connection, number: int) -> int:
    """How many captures of the article of version ``number`` only other extractors read: their versions are left out."""
    row = connection.execute(
        "SELECT count(*) FROM article a JOIN version n ON n.number = a.current JOIN capture c ON c.article = a.number"
        " WHERE a.number = ? AND NOT EXISTS (SELECT 1 FROM reading r JOIN version v ON v.number = r.version"
        " WHERE r.capture = c.number AND v.extractor = n.extractor)",
        (article_of(connection, number),),
    ).fetchone()
    return int(row[0])


def before(connection: sqlite3.Connection, number: int) -> int | None:
    """The version before, by the same extractor; pages that hold no article are passed over."""
    rows = connection.execute(
        "SELECT o.number, o.page_type FROM version v JOIN version o ON o.article = v.article AND o.extractor = v.extractor"
        " WHERE v.number = ? AND (o.at, o.number) < (v.at, v.number) ORDER BY o.at DESC, o.number DESC",
        (number,),
    )
    return next((row[0] for row in rows if row[1] in READABLE), None)


def same_words_before(connection: sqlite3.Connection, number: int) -> int | None:
    """The version before, where it has the same id: the same words at the same times, by others or with another note."""
    row = connection.execute(
        "SELECT o.number FROM version o JOIN version v ON o.id = v.id WHERE o.number = ? AND v.number = ?",
        (before(connection, number), number),
    ).fetchone()
    return None if row is None else int(row[0])


def comparable(connection: sqlite3.Connection, first: int, second: int) -> bool:
    """Whether one extractor made both."""
    rows = connection.execute(
        "SELECT count(DISTINCT extractor) FROM version WHERE number IN (?, ?)", (first, second)
    )
    return bool(rows.fetchone()[0] == 1)


def capture_of(connection: sqlite3.Connection, number: int) -> int | None:
    """The capture that the record of version ``number`` was read in; None where it has no bytes."""
    row = connection.execute(
        "SELECT c.number FROM reading r JOIN capture c ON c.number = r.capture"
        " WHERE r.version = ? AND r.packed IS NULL AND c.bytes IS NOT NULL ORDER BY c.number LIMIT 1",
        (number,),
    ).fetchone()
    return None if row is None else int(row[0])


def edition(connection: sqlite3.Connection) -> tuple[int, ...]:
    """The last numbers given out: of captures, versions and tombstones."""
    row = connection.execute(
        "SELECT (SELECT max(number) FROM capture), (SELECT max(number) FROM version), (SELECT max(number) FROM tombstone)"
    ).fetchone()
    return tuple(number or 0 for number in row)


def tags(connection: sqlite3.Connection, article: int) -> tuple[str, ...]:
    """The tags of an article."""
    rows = connection.execute("SELECT tag FROM tag WHERE article = ? ORDER BY tag", (article,))
    return tuple(row[0] for row in rows)


# Copies


def copies(connection: sqlite3.Connection, folder: Path, number: int) -> Iterator[Copy]:
    """The newest version of each article that shares enough with version ``number``, and that one; first comes first."""
    records: dict[int, Record] = {}

    def load(version: int) -> Record:
        if version not in records:
            records[version] = load_record(connection, folder, version)
        return records[version]

    compare = comparing(lambda version: load(version).article_body)
    members = {number: (1.0, 1.0)}
    articles = {article_of(connection, number)}
    for other in related(connection, number):
        article, newest = connection.execute(
            "SELECT number, current FROM article WHERE number = ?", (article_of(connection, other),)
        ).fetchone()
        if article in articles:
            continue
        articles.add(article)
        shares = compare(newest, number)
        if is_copy(shares):
            members[newest] = (shares.first, shares.second)
    seen = {member: _seen(connection, member, load(member)) for member in members}
    order = sorted(members, key=lambda member: (seen[member], member))
    alone = all(is_before(seen[order[0]], seen[member]) for member in order[1:])
    names = {member: _publisher(load(member)) for member in members}
    for member in order:
        record, (here, there) = load(member), members[member]
        others = {name for name in names.values() if name and name != names[member]}
        yield Copy(
            id=record.id, url=record.canonical_url or record.url, headline=record.headline, publisher=names[member],
            date_published=value_of(record.date_published), at=seen[member], first=alone and member == order[0],
            share=round(here, 4), other_share=round(there, 4), credits=_credits(record, others),
            asked=member == number,
        )  # fmt: skip


def has_copies(connection: sqlite3.Connection, number: int) -> bool:
    """Whether version ``number`` shares text with another article."""
    return bool(related(connection, number))


def _seen(connection: sqlite3.Connection, number: int, record: Record) -> str:
    (at,) = connection.execute("SELECT at FROM version WHERE number = ?", (number,)).fetchone()
    return moment_of(value_of(record.date_published), record, at)


def _publisher(record: Record) -> str | None:
    named = record.publisher and record.publisher.name
    return named or bare_host(record.canonical_url or record.url)


_EDGE = 600
"""Code points at the beginning and the end of a text in which it says whose it is."""


def _credits(record: Record, others: set[str]) -> tuple[str, ...]:
    """Whom an article credits: the agency its byline names, and agencies and publishers named where a text says that."""
    body = record.article_body or ""
    edges = body if len(body) <= 2 * _EDGE else f"{body[:_EDGE]}\n{body[-_EDGE:]}"
    found = [record.credited_agency] if record.credited_agency else []
    found += [
        AGENCIES[m[1].casefold()]
        for m in _AGENCY.finditer(edges)
        if m[1].casefold() not in UPPER_ONLY or m[1].isupper()
    ]
    found += [agency for m in _BRACKETED.finditer(edges) if (agency := agency_of(m[1]))]
    found += [
        name
        for name in sorted(others)
        if name in edges
        and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", edges)  # few are: no pattern for the rest
    ]
    return tuple(dict.fromkeys(found))


# By its full name anywhere; by two letters, which are words of other languages, only in brackets.
_SHORT = 2
_AGENCY = re.compile(
    r"(?<!\w)("
    + "|".join(re.escape(n) for n in sorted(AGENCIES, key=len, reverse=True) if len(n) > _SHORT)
    + r")(?!\w)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\(([^()\n]{2,30})\)")
