"""Rows of the archive's tables: what is asked of them while adding, and what is put into them."""

import hashlib
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from onrecord.archive.prepared import Prepared, mark_before, mark_of, mark_of_revisit
from onrecord.archive.speakers import number_of
from onrecord.capture import Captured, Given
from onrecord.export.sayings import words_at
from onrecord.record import Record
from onrecord.search.asking import cell
from onrecord.values.moments import value_of


class Row(NamedTuple):
    """A capture's columns."""

    url: str | None
    captured: str | None
    status: int | None
    headers: tuple[tuple[str, str], ...]
    file: str | None
    record_id: str | None
    offset: int | None
    turn: int | None = None


def row_of(item: Prepared, record: Record) -> Row:
    """What is known of the capture that ``item`` was read in."""
    source, capture = item.source, record.capture
    headers = source.headers if isinstance(source, Captured) else ()
    url = source.url if isinstance(source, Captured) else record.url
    captured = source.captured if isinstance(source, Captured) else record.date_captured
    return Row(
        url, captured, capture.status, headers, capture.file, capture.record_id, capture.offset, item.turn
    )


def known(connection: sqlite3.Connection, source: Captured | Given) -> bool:
    """Whether a capture is in the archive already."""
    return cell(connection, bool, "SELECT 1 FROM capture WHERE mark = ?", mark_before(source)) is not None


def there(connection: sqlite3.Connection, item: Prepared, id_: str) -> bool:
    """Whether this capture is here, or of a text that holds several articles this article."""
    revisit = mark_of_revisit(item.source) if isinstance(item.source, Captured) else item.mark
    marks = "SELECT 1 FROM capture WHERE mark IN (?, ?, ?)"
    if cell(connection, bool, marks, item.mark, item.own_mark, revisit):
        return True
    if not isinstance(item.source, Given) or item.mark != item.own_mark:
        return False
    holding = (
        "SELECT 1 FROM capture c JOIN reading r ON r.capture = c.number JOIN version v ON v.number = r.version"
        " WHERE c.mark = ? AND v.id = ?"
    )
    return cell(connection, bool, holding, mark_of(item.source), id_) is not None


def marks_of(
    *, digests: Iterable[bytes] = (), keys: Iterable[str] = (), ids: Iterable[str] = ()
) -> list[bytes]:
    """What a tombstone remembers: hashes that tell a thing again and say nothing of it."""
    told = (
        [b"bytes\0" + d for d in digests]
        + [b"key\0" + k.encode() for k in keys]
        + [b"id\0" + i.encode() for i in ids]
    )
    return [hashlib.sha256(one).digest() for one in told]


def forgotten(connection: sqlite3.Connection, marks: list[bytes]) -> bool:
    """Whether a tombstone remembers one of ``marks``."""
    return any(cell(connection, bool, "SELECT 1 FROM tombstone_mark WHERE mark = ?", m) for m in marks)


def insert_capture(
    connection: sqlite3.Connection, row: Row, mark: bytes, article: int, held: int | None, added: str
) -> int:
    """A row for a capture of ``article``, whose bytes are row ``held``; its number."""
    headers = msgspec.json.encode(row.headers).decode() if row.headers else None
    cursor = connection.execute(
        'INSERT INTO capture (mark, article, bytes, url, captured, status, headers, file, record_id, "offset", turn, added)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (mark, article, held, row.url, row.captured, row.status, headers, row.file, row.record_id, row.offset, row.turn, added),
    )  # fmt: skip
    return cursor.lastrowid or 0


def insert_version(
    connection: sqlite3.Connection, of: tuple[int, int, bytes], record: Record, at: str, captured: str | None
) -> int:
    """The row for what ``record`` says from ``at`` on; it is ``of`` an article, by an extractor, with a substance."""
    article, extractor, substance = of
    cursor = connection.execute(
        "INSERT INTO version (article, extractor, id, substance, at, captured, url, headline, publisher, in_language,"
        " page_type, date_published, date_modified, word_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article, extractor, record.id, substance, at, captured,
            record.canonical_url or record.url, record.headline, record.publisher and record.publisher.name,
            record.in_language, str(record.page_type), value_of(record.date_published),
            value_of(record.date_modified), record.word_count,
        ),
    )  # fmt: skip
    return cursor.lastrowid or 0


def insert_record(
    connection: sqlite3.Connection,
    version: int,
    packed: bytes,
    dictionary: int,
    after: int | None = None,
    *,
    text: bool = False,
) -> None:
    """The row of a version's record: what ``packed`` is packed after, bytes number ``after`` and its ``text`` too."""
    connection.execute(
        "INSERT INTO record (version, packed, dictionary, after, text) VALUES (?, ?, ?, ?, ?)",
        (version, packed, dictionary, after, text),
    )


def insert_people(connection: sqlite3.Connection, version: int, record: Record) -> None:
    """Rows for the authors and the statements of a version."""
    connection.executemany(
        "INSERT INTO author (version, position, name, type) VALUES (?, ?, ?, ?)",
        ((version, at, author.name, str(author.type)) for at, author in enumerate(record.author)),
    )
    body = record.article_body or ""
    connection.executemany(
        "INSERT INTO statement (version, position, kind, speaker, role, mention, content, confidence, who)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (version, at, str(s.kind), s.speaker.name, s.speaker.role, s.speaker.mention,
             words_at(body, s.content), s.confidence,
             number_of(connection, s.speaker.name, s.speaker.mention))
            for at, s in enumerate(record.statements or ())
        ),
    )  # fmt: skip


def bytes_of(connection: sqlite3.Connection, item: Prepared) -> int | None:
    """The row of the bytes that ``item`` was read in; None where they are not kept."""
    digest = item.data.digest if item.data else b""
    return cell(connection, int, "SELECT number FROM bytes WHERE digest = ?", digest)


def alike(connection: sqlite3.Connection, article: int, extractor: int, substance: bytes) -> int | None:
    """The newest version that says the same."""
    sql = "SELECT number FROM version WHERE article = ? AND extractor = ? AND substance = ? ORDER BY at DESC, number DESC"
    return cell(connection, int, sql, article, extractor, substance)


def current(connection: sqlite3.Connection, article: int) -> int | None:
    """The version to show; None of an article that has none yet."""
    return cell(connection, int, "SELECT current FROM article WHERE number = ?", article)


class Standing(NamedTuple):
    """What the search index is told of a version beside its record."""

    captured: str | None
    current: bool
    silent_edit: bool
    copy_of: int | None


def standing(connection: sqlite3.Connection, number: int) -> Standing:
    """The same of version ``number``."""
    captured, current, silent, copy_of = connection.execute(
        "SELECT captured, current, silent_edit, copy_of FROM version WHERE number = ?", (number,)
    ).fetchone()
    return Standing(captured, bool(current), bool(silent), copy_of)
