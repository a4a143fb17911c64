"""The frontier: what is to be asked for and when, kept in a file of its own so that a kill loses nothing.

What is being asked for is remembered nowhere but in memory: after a kill it is due as before. Times are seconds
since 1970, and given.
"""

import contextlib
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from onrecord import limits
from onrecord.errors import ArchiveError
from onrecord.values.addresses import host_of, page_key

Role = Literal["page", "source"]


class Visit(NamedTuple):
    """An address whose turn it is, with what is known of it from earlier visits."""

    key: str
    url: str
    host: str
    role: Role
    source: str
    """The name of the source that led to it."""
    parent: str | None
    """The key of the source that led to this source; None for what the user gave."""
    moment: float | None
    """When it was published, as its source says."""
    found: float
    tries: int
    final: str | None
    """Where the last whole answer came from, redirects followed."""
    etag: str | None
    modified: str | None
    digest: str | None
    """Of the body of the last whole answer, as it was sent."""
    record_id: str | None
    captured: str | None
    unchanged: int
    """Visits in a row that found it as it was."""
    failing: float | None
    """When the first failed of the visits that failed last; None where the last one did not."""


class Written(NamedTuple):
    """A record of a WARC that is not in the archive yet."""

    number: int
    file: str
    """Its name within the folder."""
    offset: int
    length: int


_SCHEMA = """
CREATE TABLE IF NOT EXISTS address (
    key TEXT PRIMARY KEY, url TEXT NOT NULL, host TEXT NOT NULL, role TEXT NOT NULL, source TEXT NOT NULL, parent TEXT,
    moment REAL, found REAL NOT NULL, tries INTEGER NOT NULL DEFAULT 0, final TEXT, etag TEXT, modified TEXT, digest TEXT,
    record_id TEXT, captured TEXT, unchanged INTEGER NOT NULL DEFAULT 0, due REAL, visited REAL, why TEXT, failing REAL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS due ON address (host, due) WHERE due IS NOT NULL;
CREATE INDEX IF NOT EXISTS parents ON address (parent) WHERE parent IS NOT NULL;
CREATE TABLE IF NOT EXISTS host (name TEXT PRIMARY KEY, free REAL NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS written (number INTEGER PRIMARY KEY, file TEXT NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS warc (file TEXT PRIMARY KEY, bytes INTEGER NOT NULL) WITHOUT ROWID;
"""
_COLUMNS = ", ".join(Visit._fields)


class Frontier:
    """One file, in one process at a time; every method is a transaction, and so is what is done inside `step`."""

    def __init__(self, path: Path) -> None:
        """Open or make it; `ArchiveError` where it cannot be, or another process has it."""
        try:
            self._db = sqlite3.connect(path, timeout=0.5, isolation_level=None)
        except sqlite3.Error as error:
            raise ArchiveError(str(path), f"cannot be opened: {error}") from error
        try:
            self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._db.execute("PRAGMA journal_mode = WAL")
            # What the archive has, and so what lies in the WARC, is known here, even when the power fails.
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.executescript(_SCHEMA)
            self._complete()
            self._db.execute("BEGIN IMMEDIATE")  # the lock is taken, and kept
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            self._db.close()
            busy = "locked" in str(error)
            raise ArchiveError(
                str(path), "another gather is at work on it" if busy else str(error)
            ) from error
        self.flying: Counter[str] = Counter()
        """Hosts that are being asked, with how many requests."""
        self._taken: set[str] = set()
        self._turns: dict[str, int] = {}
        """Of each host when it had its last turn, counted in turns."""

    def _complete(self) -> None:
        """What frontiers made by earlier versions lack."""
        if "failing" not in {name for _, name, *_ in self._db.execute("PRAGMA table_info (address)")}:
            self._db.execute("ALTER TABLE address ADD COLUMN failing REAL")

    @contextlib.contextmanager
    def step(self) -> Iterator[None]:
        """What is done inside happens as a whole or, where the process is killed, not at all."""
        if self._db.in_transaction:
            yield
            return
        self._db.execute("BEGIN")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def close(self) -> None:
        """Close it; nothing is lost by not doing so."""
        self._db.close()

    # What is to be asked for

    def begin(self) -> None:
        """A run begins: sources of earlier runs are asked for only where they are given again."""
        self._db.execute("UPDATE address SET due = NULL WHERE role = 'source' AND parent IS NULL")

    def bring_near(self, now: float, longest_s: float) -> None:
        """Undo what a clock that went ahead and was set back left: no visit lies ahead, and no wait is longer than ``longest_s``."""
        with self.step():
            self._db.execute("UPDATE address SET visited = NULL WHERE visited > ?", (now,))
            self._db.execute("UPDATE address SET due = ?1 WHERE due > ?1 + ?2", (now, longest_s))
            self._db.execute("UPDATE host SET free = ?1 WHERE free > ?1 + ?2", (now, limits.RETRY_AFTER_S))

    def depth(self, key: str) -> int:
        """How many sources led, one to the next, to this one."""
        chain = (
            "WITH RECURSIVE chain (key) AS (VALUES (?) UNION SELECT parent FROM address JOIN chain USING (key)"
            " WHERE parent IS NOT NULL) SELECT count(*) - 1 FROM chain"
        )
        return int(self._db.execute(chain, (key,)).fetchone()[0])

    def put(self, url: str, role: Role, source: str, now: float, **more: object) -> bool:
        """Take an address in, due now; whether it is new. ``more``: ``parent``, ``moment``, ``wake``.

        One that is there stays as it is; with ``wake`` it becomes due.
        """
        key = url if role == "source" else page_key(url)
        host = host_of(url)
        if not key or not host:
            return False
        wake = bool(more.pop("wake", False))
        with self.step():
            self._db.execute("INSERT OR IGNORE INTO host (name) VALUES (?)", (host,))
            made = self._db.execute(
                "INSERT OR IGNORE INTO address (key, url, host, role, source, parent, moment, found, due)"
                # A page that the user gave is known by its whole address.
                " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 WHERE NOT EXISTS (SELECT 1 FROM address WHERE key = ?2 AND role = 'page')",
                (key, url, host, role, source, more.get("parent"), more.get("moment"), now, now),
            ).rowcount
            if wake and not made:
                self._db.execute(
                    "UPDATE address SET due = min(coalesce(due, ?1), ?1), source = ?2 WHERE key = ?3",
                    (now, source, key),
                )
        return bool(made)

    def wake_children(self, key: str, now: float) -> None:
        """The sources that a source led to are due with it: it may not say itself that they changed."""
        self._db.execute("UPDATE address SET due = ? WHERE parent = ? AND role = 'source'", (now, key))

    def take(self, now: float, *, per_host: int, since: float | None = None) -> Visit | None:
        """An address that is due, of a host that may be asked now; None where there is none.

        With ``since`` those that were visited after it are left: a run that ends by itself visits nothing twice.
        """
        hosts = [host for (host,) in self._db.execute("SELECT name FROM host WHERE free <= ?", (now,))]
        # The one that waits longest first.
        for host in sorted(hosts, key=lambda host: self._turns.get(host, 0)):
            if self.flying[host] >= per_host:
                continue
            rows = self._db.execute(
                f"SELECT {_COLUMNS} FROM address WHERE host = ? AND due <= ? AND (visited IS NULL OR visited < ?)"  # noqa: S608  # our own names
                " ORDER BY role DESC, due LIMIT ?",
                (host, now, _never(since), per_host + 1),
            )
            for row in rows:
                visit = Visit(*row)
                if visit.key not in self._taken:
                    self.flying[host] += 1
                    self._taken.add(visit.key)
                    self._turns[host] = max(self._turns.values(), default=0) + 1
                    return visit
        return None

    def next_due(self, *, per_host: int, since: float | None = None) -> float | None:
        """When something is due next of the hosts that could be asked; None: nothing ever."""
        soonest = None
        for host, free in self._db.execute("SELECT name, free FROM host").fetchall():
            if self.flying[host] >= per_host:
                continue
            rows = self._db.execute(
                "SELECT key, due FROM address WHERE host = ? AND due IS NOT NULL AND (visited IS NULL OR visited < ?)"
                " ORDER BY due LIMIT ?",
                (host, _never(since), per_host),
            )
            due = next((due for key, due in rows if key not in self._taken), None)
            if due is not None and (soonest is None or max(due, free) < soonest):
                soonest = max(due, free)
        return soonest

    def waiting(self, until: float, since: float | None = None) -> dict[str, int]:
        """How many addresses of each host are due by then, or failed and are to be asked for again."""
        rows = self._db.execute(
            "SELECT host, count(*) FROM address WHERE (due <= ? OR (due IS NOT NULL AND tries > 0))"
            " AND (visited IS NULL OR visited < ?) GROUP BY host",
            (until, _never(since)),
        )
        return dict(rows.fetchall())

    # What became of it

    def landed(self, visit: Visit, now: float, due: float | None, **found: object) -> None:
        """A visit is over. ``found``: columns that are known now; ``why`` and ``failing`` tell what failed, and since when."""
        self._back(visit)
        found = {"tries": 0, "why": None, "failing": None, "visited": now, **found, "due": due}
        names = ", ".join(f"{name} = ?" for name in found)
        self._db.execute(f"UPDATE address SET {names} WHERE key = ?", (*found.values(), visit.key))  # noqa: S608  # our own names

    def later(self, visit: Visit, due: float, why: str, *, hold: str | None) -> None:
        """A visit failed in a way that may pass; nothing else is asked of the host ``hold`` before."""
        self._back(visit)
        with self.step():
            self._db.execute(
                "UPDATE address SET due = ?, tries = tries + 1, why = ? WHERE key = ?", (due, why, visit.key)
            )
            if hold is not None:
                self.hold(hold, due)

    def hold(self, host: str, until: float) -> None:
        """Nothing is asked of a host before then."""
        self._db.execute(
            "INSERT INTO host (name, free) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET free = max(free, excluded.free)",
            (host, until),
        )

    def _back(self, visit: Visit) -> None:
        if visit.key in self._taken:
            self.flying[visit.host] -= 1
            self._taken.discard(visit.key)

    # What is written and not yet read

    def wrote(self, file: str, offset: int, length: int, *, read: bool) -> Written | None:
        """A WARC reaches to ``offset + length``; where its last part is to be ``read`` it is remembered until it was."""
        with self.step():
            self._db.execute(
                "INSERT INTO warc (file, bytes) VALUES (?, ?) ON CONFLICT (file) DO UPDATE SET bytes = max(bytes, excluded.bytes)",
                (file, offset + length),
            )
            number = None
            if read:
                number = self._db.execute(
                    "INSERT INTO written (file, offset, length) VALUES (?, ?, ?)", (file, offset, length)
                ).lastrowid
        return Written(number, file, offset, length) if number is not None else None

    def unread(self) -> Iterator[Written]:
        """What a killed run wrote and did not read."""
        rows = self._db.execute("SELECT number, file, offset, length FROM written ORDER BY number").fetchall()
        return (Written(number, _name(file), *where) for number, file, *where in rows)

    def was_read(self, numbers: list[int]) -> None:
        """It is in the archive."""
        self._db.executemany("DELETE FROM written WHERE number = ?", ((number,) for number in numbers))

    def whole(self) -> dict[str, int]:
        """Of each WARC how many bytes of it are noted: what a kill left after them is of no visit that is over."""
        rows = self._db.execute("SELECT file, bytes FROM warc ORDER BY bytes").fetchall()
        return {_name(file): whole for file, whole in rows}


def _name(file: str) -> str:
    """The name of a file within the folder; frontiers made by earlier versions hold paths, as they were given then."""
    return Path(file).name


def _never(since: float | None) -> float:
    return float("inf") if since is None else since
