"""The file: opened, told from other files, brought up to date, written in transactions; large bytes beside it.

Whatever is not written when a process dies is as if it had never begun: rows are written in transactions of SQLite's
write-ahead log, and bytes that lie in files are there, whole and under their name, before the row that speaks of them.
"""

import contextlib
import os
import sqlite3
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec

from onrecord.archive.connecting import BUSY_S, connect
from onrecord.archive.packing import Damaged
from onrecord.archive.schema import APPLICATION_ID, MIGRATIONS, VIEWS, run_script
from onrecord.causes import in_words
from onrecord.errors import ArchiveError

T = TypeVar("T")

_MAGIC = b"SQLite format 3\0"


@dataclass(eq=False)
class _Own:
    """A thread's connection."""

    connection: sqlite3.Connection
    thread: threading.Thread = field(default_factory=threading.current_thread)
    blocks: int = 0
    """Of `Store.reading` and `Store.writing`, not left yet: an iterator may go on in another thread."""


class Store:
    """One archive file, as connections: one for each thread that asks. Use `reading` and `writing`."""

    def __init__(self, path: str | os.PathLike[str], *, create: bool = True) -> None:
        """Open the archive at ``path``; where there is none it is made, unless ``create`` is false.

        `ArchiveError` where the file is something else, cannot be read, or was made by a newer onrecord.
        """
        self.name = os.fspath(path)
        self.path = Path(self.name).absolute()
        self.folder = Path(f"{self.path}.bytes")
        """Where bytes lie that are too large for the file."""
        self._local = threading.local()
        self._all: list[_Own] = []
        self._guard = threading.Lock()
        self._closed = False
        with self.faults():
            self._check(create=create)
            self._update(self._own().connection)

    def close(self) -> None:
        """Close every connection. Iterators that still read from one fail from here on."""
        with self._guard:
            self._closed = True
            for own in self._all:
                own.connection.close()
            self._all.clear()

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection, to read with."""
        with self.faults(), self._held() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection inside a transaction, which ends with the block; an exception undoes it all."""
        with self.faults(), self._held() as connection:
            connection.execute("BEGIN IMMEDIATE")  # to wait here for other writers, not at the first row
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # a full disk ends it by itself
                    connection.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def faults(self) -> Iterator[None]:
        """What SQLite and the file system complain of, and damage, as `ArchiveError` in a person's words."""
        try:
            yield
        except sqlite3.Error as error:
            raise ArchiveError(self.name, _in_words(error)) from error
        except OSError as error:
            raise ArchiveError(self.name, in_words(error)) from error
        except Damaged as error:
            raise ArchiveError(self.name, str(error)) from error
        except (zlib.error, msgspec.DecodeError) as error:  # of what the index keeps
            raise ArchiveError(self.name, f"damaged: {error}") from error

    def over(self, rows: Iterator[T]) -> Iterator[T]:
        """``rows``, and what goes wrong while they are fetched as `ArchiveError`."""
        with self.faults():
            yield from rows

    def _check(self, *, create: bool) -> None:
        """Look at the first bytes before SQLite does: it would take an empty or foreign file for its own."""
        if self.path.is_dir():
            raise ArchiveError(self.name, "a folder, not an archive")
        try:
            with self.path.open("rb") as file:
                head = file.read(len(_MAGIC))
        except FileNotFoundError:
            if not create:
                raise ArchiveError(self.name, "no such archive; onrecord add makes one") from None
            if not self.path.parent.is_dir():
                raise ArchiveError(self.name, "cannot be made: there is no such folder") from None
            return
        if head and head != _MAGIC:
            raise ArchiveError(self.name, "not an archive: the file is something else")

    @contextlib.contextmanager
    def _held(self) -> Iterator[sqlite3.Connection]:
        own = self._own()
        with self._guard:
            own.blocks += 1
        try:
            yield own.connection
        finally:
            with self._guard:
                own.blocks -= 1

    def _own(self) -> "_Own":
        found = getattr(self._local, "own", None)
        if isinstance(found, _Own) and not self._closed:
            return found
        with self._guard:
            if self._closed:
                raise ArchiveError(self.name, "closed")
            self._close_left()
            own = _Own(self._open())
            self._all.append(own)
        self._local.own = own
        return own

    def _close_left(self) -> None:
        """Close what threads that have ended left: a server's come and go."""
        for own in [own for own in self._all if not own.blocks and not own.thread.is_alive()]:
            own.connection.close()
            self._all.remove(own)

    def _open(self) -> sqlite3.Connection:
        connection = connect(self.path)
        # Adding looks up hashes, which lie anywhere in their table: what is kept in memory is not read again.
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA synchronous = NORMAL")  # with a write-ahead log: a crash tears nothing
        # The index merges its pieces while adding, and words lie in those it leaves behind: `care.forget` comes too late
        # for them. Many builds of SQLite zero them anyway; what it costs is within what two runs differ by.
        connection.execute("PRAGMA secure_delete = ON")
        return connection

    def _update(self, connection: sqlite3.Connection) -> None:
        """Make it an archive where the file is empty; bring an older one up to date."""
        done = self._told(connection)
        if done == len(MIGRATIONS):
            return
        if done == 0:
            # The last page of each blob is half empty: smaller pages than SQLite's 4,096 bytes save 1.5% of the file,
            # and smaller ones than these make the pieces of the full-text index many.
            connection.execute("PRAGMA page_size = 2048")
            _patiently(connection, "PRAGMA journal_mode = WAL")
        with self.writing():
            done = self._told(connection)  # another process may have been quicker
            if done < len(MIGRATIONS):
                self._forward(connection, done)

    def _forward(self, connection: sqlite3.Connection, done: int) -> None:
        try:
            for migrate in MIGRATIONS[done:]:
                migrate(connection)
            run_script(connection, VIEWS)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        except sqlite3.OperationalError as error:
            if done and error.sqlite_errorname.startswith("SQLITE_READONLY"):
                said = "made by an older onrecord, and cannot be written to: open it once where it can"
                raise ArchiveError(self.name, said) from error
            raise

    def _told(self, connection: sqlite3.Connection) -> int:
        """The version of the file's schema; 0 where it is empty."""
        (kind,) = connection.execute("PRAGMA application_id").fetchone()
        (done,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if kind != APPLICATION_ID and (kind or done or tables):
            raise ArchiveError(self.name, "not an archive: a SQLite database of something else")
        if done > len(MIGRATIONS):
            raise ArchiveError(self.name, "made by a newer onrecord; this one cannot read it")
        return int(done)


def _patiently(connection: sqlite3.Connection, pragma: str) -> None:
    """SQLite does not wait for a lock where a pragma changes the journal."""
    until = time.monotonic() + BUSY_S
    while True:
        try:
            connection.execute(pragma)
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


_WORDS = (
    ("SQLITE_FULL", "the disk is full; nothing of the last batch was kept, all before it was"),
    ("SQLITE_IOERR_WRITE", "cannot be written to: no room left, or the device fails"),
    ("SQLITE_IOERR", "the device fails to read or write"),
    ("SQLITE_READONLY", "read-only: nothing can be added"),
    ("SQLITE_CANTOPEN", "cannot be opened: no permission, or its folder cannot be written to"),
    ("SQLITE_BUSY", "another process has been writing to it for a minute"),
    ("SQLITE_LOCKED", "another process has been writing to it for a minute"),
    ("SQLITE_NOTADB", "not an archive: the file is something else, or damaged"),
    ("SQLITE_CORRUPT", "damaged: restore it from a copy, or add its pages to a new one"),
    ("SQLITE_PERM", "no permission"),
)


def _in_words(error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if isinstance(error, sqlite3.ProgrammingError) and "closed database" in str(error):
        return "closed"
    return next((words for prefix, words in _WORDS if name.startswith(prefix)), f"SQLite says: {error}")
