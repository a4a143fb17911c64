"""What the archive answers: an article by its name, its versions in time."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from onrecord.archive.copies import original
from onrecord.archive.identity import article_at
from onrecord.errors import NotFound
from onrecord.record import READABLE
from onrecord.search.asking import cell, column


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
    newest = cell(connection, int, "SELECT current FROM article WHERE number = ?", article)
    if newest is None:
        what = f"no article of the address {key}" if "." in key else f"{key!r} is no id and no address"
        raise NotFound(name, what)
    return newest


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
    sql = (
        "SELECT count(*) FROM article a JOIN version n ON n.number = a.current JOIN capture c ON c.article = a.number"
        " WHERE a.number = ? AND NOT EXISTS (SELECT 1 FROM reading r JOIN version v ON v.number = r.version"
        " WHERE r.capture = c.number AND v.extractor = n.extractor)"
    )
    return cell(connection, int, sql, article_of(connection, number)) or 0


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
    sql = "SELECT o.number FROM version o JOIN version v ON o.id = v.id WHERE o.number = ? AND v.number = ?"
    return cell(connection, int, sql, before(connection, number), number)


def comparable(connection: sqlite3.Connection, first: int, second: int) -> bool:
    """Whether one extractor made both."""
    extractors = "SELECT count(DISTINCT extractor) FROM version WHERE number IN (?, ?)"
    return cell(connection, int, extractors, first, second) == 1


def capture_of(connection: sqlite3.Connection, number: int) -> int | None:
    """The capture that the record of version ``number`` was read in; None where it has no bytes."""
    sql = (
        "SELECT c.number FROM reading r JOIN capture c ON c.number = r.capture"
        " WHERE r.version = ? AND r.packed IS NULL AND c.bytes IS NOT NULL ORDER BY c.number LIMIT 1"
    )
    return cell(connection, int, sql, number)


def edition(connection: sqlite3.Connection) -> tuple[int, ...]:
    """The last numbers given out: of captures, versions and tombstones."""
    row = connection.execute(
        "SELECT (SELECT max(number) FROM capture), (SELECT max(number) FROM version), (SELECT max(number) FROM tombstone)"
    ).fetchone()
    return tuple(number or 0 for number in row)


def tags(connection: sqlite3.Connection, article: int) -> tuple[str, ...]:
    """The tags of an article."""
    return tuple(column(connection, "SELECT tag FROM tag WHERE article = ? ORDER BY tag", article))
