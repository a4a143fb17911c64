"""Care of an archive: what is in it, whether it is whole, what must leave it."""

import functools
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from onrecord.archive import kept
from onrecord.archive.adding import tell_marks
from onrecord.archive.copies import orphan
from onrecord.archive.lineup import in_utc_sql, now
from onrecord.archive.packing import Damaged
from onrecord.archive.rows import marks_of
from onrecord.archive.speakers import drop_speakers
from onrecord.archive.store import Store
from onrecord.archive.stories import drop_article
from onrecord.errors import ArchiveError
from onrecord.search import index
from onrecord.search.asking import cell, column


class Fault(msgspec.Struct, frozen=True):
    """Something that is not as it was kept."""

    what: str
    """``file``, ``bytes``, ``record``."""
    name: str
    """Digest of bytes, id of a record."""
    reason: str


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """What is in an archive."""

    articles: int
    versions: int
    changed: int
    """Versions that say other words than the one before them."""
    silent_edits: int
    copies: int
    """Articles that are copies of another."""
    captures: int
    without_bytes: int
    """Captures whose record was made elsewhere."""
    statements: int
    forgotten: int
    """Tombstones."""
    by_type: dict[str, int]
    """Kind of page → articles."""
    extractors: dict[str, int]
    """Version of onrecord → versions it read."""
    first_published: str | None
    last_published: str | None
    last_added: str | None
    captured_bytes: int
    """Size of what was captured, each once, unpacked."""
    file_bytes: int
    folder_bytes: int


def status(store: Store) -> Status:
    """Count it all."""
    with store.reading() as connection:
        published = f"FROM version WHERE date_published IS NOT NULL ORDER BY {in_utc_sql('date_published')}"
        kinds = "SELECT page_type, count(*) FROM articles GROUP BY page_type ORDER BY 2 DESC"
        extractors = (
            "SELECT e.version, count(*) FROM version v JOIN extractor e ON e.number = v.extractor GROUP BY 1"
        )
        return Status(
            **{name: cell(connection, int, sql) or 0 for name, sql in _COUNTS.items()},
            by_type=dict(connection.execute(kinds)),
            extractors=dict(connection.execute(extractors)),
            first_published=cell(connection, str, f"SELECT date_published {published} LIMIT 1"),
            last_published=cell(connection, str, f"SELECT date_published {published} DESC LIMIT 1"),
            last_added=cell(connection, str, "SELECT max(added) FROM capture"),
            file_bytes=_size(store.path) + _size(store.path.with_name(store.path.name + "-wal")),
            folder_bytes=sum(_size(path) for path in store.folder.glob("*/*.zst")),
        )


_COUNTS = {
    "articles": "SELECT count(*) FROM article WHERE current IS NOT NULL",
    "versions": "SELECT count(*) FROM version",
    "changed": "SELECT count(*) FROM version WHERE changed = 1",
    "silent_edits": "SELECT count(*) FROM version WHERE silent_edit = 1",
    "copies": "SELECT count(*) FROM version WHERE current = 1 AND copy_of IS NOT NULL",
    "captures": "SELECT count(*) FROM capture",
    "without_bytes": "SELECT count(*) FROM capture WHERE bytes IS NULL",
    "statements": "SELECT count(*) FROM statement",
    "forgotten": "SELECT count(*) FROM tombstone",
    "captured_bytes": "SELECT sum(size) FROM bytes",
}


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


# Whole?


def verify(store: Store) -> Iterator[Fault]:
    """Check the file's structure, hash every kept byte again, read every record again."""
    with store.reading() as connection:
        yield from _structure(store, connection)
        rows = connection.execute("SELECT number, digest FROM bytes").fetchall()
        for number, digest in rows:
            name = f"sha256:{digest.hex()}" if isinstance(digest, bytes) else f"number {number}"
            yield from _fault(
                "bytes", name, functools.partial(kept.load_bytes, connection, store.folder, number)
            )
        rows = connection.execute(
            "SELECT r.capture, r.version, v.id FROM reading r JOIN version v ON v.number = r.version"
        ).fetchall()
        for capture, version, name in rows:
            yield from _fault(
                "record",
                str(name),
                functools.partial(_check_record, store, connection, capture, version, name),
            )


def _fault(what: str, name: str, check: Callable[[], object]) -> Iterator[Fault]:
    """What ``check`` fails with. That may be anything: in damaged rows anything may stand, and the next are to be checked."""
    try:
        check()
    except Exception as error:  # noqa: BLE001
        yield Fault(what, name, str(error) or type(error).__name__)


def _structure(store: Store, connection: sqlite3.Connection) -> Iterator[Fault]:
    try:
        for (line,) in connection.execute("PRAGMA integrity_check"):
            if line != "ok":
                yield Fault("file", store.name, str(line))
    except sqlite3.Error as error:
        yield Fault("file", store.name, str(error))


def _check_record(
    store: Store, connection: sqlite3.Connection, capture: int, version: int, name: str
) -> None:
    record = kept.load_own_record(connection, store.folder, capture, version)
    if record.id != name:
        raise Damaged(f"its record has the id {record.id}")


# Out of it for good


def forget(store: Store, connection: sqlite3.Connection, article: int, reason: str | None) -> int:
    """Take an article out, inside the caller's transaction; what it leaves is zeroed in the file.

    Bytes that lie beside the file go with `clear`, once the transaction is done: it may still be undone.
    """
    versions = column(connection, "SELECT number FROM version WHERE article = ?", article)
    captures = column(connection, "SELECT number FROM capture WHERE article = ?", article)
    own, shared = _bytes_of(connection, article)
    marks = _remembered(connection, article, own)
    for number in shared:
        kept.stand_alone(connection, store.folder, number, versions)
    _drop(connection, article, versions)
    connection.executemany("DELETE FROM bytes WHERE number = ?", ((number,) for number in own))
    cursor = connection.execute(
        "INSERT INTO tombstone (captures, reason, forgotten) VALUES (?, ?, ?)", (len(captures), reason, now())
    )
    connection.executemany(
        "INSERT OR IGNORE INTO tombstone_mark (mark, tombstone) VALUES (?, ?)",
        ((mark, cursor.lastrowid) for mark in marks),
    )
    return len(captures)


def _bytes_of(connection: sqlite3.Connection, article: int) -> tuple[list[int], list[int]]:
    """The bytes of an article's captures: those that are its alone, and those that another's captures have too."""
    held = column(
        connection, "SELECT DISTINCT bytes FROM capture WHERE article = ? AND bytes IS NOT NULL", article
    )
    elsewhere = "SELECT 1 FROM capture WHERE bytes = ?1 AND article <> ?2 LIMIT 1"
    shared = [number for number in held if column(connection, elsewhere, number, article)]
    return [number for number in held if number not in shared], shared


def _remembered(connection: sqlite3.Connection, article: int, own: list[int]) -> list[bytes]:
    """What its tombstone is to remember; ``own`` are the bytes that are its alone."""
    digests = [d for n in own for d in column(connection, "SELECT digest FROM bytes WHERE number = ?", n)]
    keys = column(connection, "SELECT key FROM address WHERE article = ?", article)
    ids = column(connection, "SELECT DISTINCT id FROM version WHERE article = ?", article)
    return marks_of(digests=digests, keys=keys, ids=ids)


def _drop(connection: sqlite3.Connection, article: int, versions: list[int]) -> None:
    """Delete all rows of an article, and what others say of its ``versions``."""
    speakers = column(
        connection,
        "SELECT DISTINCT who FROM statement WHERE who IS NOT NULL AND version IN"
        " (SELECT number FROM version WHERE article = ?)",
        article,
    )
    index.remove(connection, versions)
    for table in ("record", "author", "statement", "sample", "copy", "reading"):
        connection.executemany(f"DELETE FROM {table} WHERE version = ?", ((v,) for v in versions))  # noqa: S608
    drop_speakers(connection, speakers)
    drop_article(connection, article)
    connection.executemany("DELETE FROM copy WHERE other = ?", ((v,) for v in versions))
    tell_marks(connection, orphan(connection, versions))
    of_article = "(SELECT key FROM address WHERE article = ?1)"
    connection.execute(
        f"DELETE FROM redirect WHERE key IN {of_article} OR target IN {of_article}",  # noqa: S608  # our own words
        (article,),
    )
    for table in ("version", "capture", "address", "tag", "note"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608
    connection.execute("DELETE FROM article WHERE number = ?", (article,))


def clear(store: Store) -> None:
    """Delete what forgotten articles left beside the file: their large bytes, and the log, which holds what it held before.

    Files are found by the tombstones, so that those go too which another run was killed before deleting. `ArchiveError`
    where the log must stay, because somebody is reading what it holds.
    """
    with store.reading() as connection:
        for digest, path in kept.files(store.folder):
            forgotten = column(
                connection,
                "SELECT 1 FROM tombstone_mark WHERE mark = ?1 AND NOT EXISTS (SELECT 1 FROM bytes WHERE digest = ?2)",
                *marks_of(digests=[digest]),
                digest,
            )
            if forgotten:
                path.unlink(missing_ok=True)
        emptied = _empty_log(connection)
    if not emptied:
        raise ArchiveError(
            store.name,
            "forgotten, but words of it are still in the file or its log, because another process is reading the archive:"
            " end that one, then run onrecord status, and they go",
        )


def _empty_log(connection: sqlite3.Connection) -> bool:
    try:
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname != "SQLITE_LOCKED":  # an iterator of this very thread reads
            raise
        return False
    return not busy
