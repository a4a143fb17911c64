"""Prepared captures, written: a batch is one transaction, and what is there already is left as it is."""

import datetime as dt
import enum
import functools
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from onrecord import limits
from onrecord.archive import kept, rows
from onrecord.archive.copies import Runs, keep_copies, part, runs_of, succeed
from onrecord.archive.identity import article_at, article_for, keys_of, learn_redirect, merge
from onrecord.archive.lineup import beside, in_utc, line_up, moment_of
from onrecord.archive.prepared import Prepared, Ready, hash_of, sampled
from onrecord.archive.stories import day_of, keep_story
from onrecord.capture import Lost, Redirected, Revisited
from onrecord.record import READABLE, Record
from onrecord.search import index
from onrecord.values.addresses import page_key
from onrecord.values.moments import value_of

__all__ = ["Fate", "Outcome", "Writer", "now", "tell_marks"]


class Fate(enum.StrEnum):
    """What became of one input."""

    ADDED = "added"
    """A new capture."""
    KNOWN = "known"
    """It was there already."""
    NOTED = "noted"
    """No page, but it says something: a redirect, a revisit of a page that is here."""
    SKIPPED = "skipped"
    """No page, and not meant as one; or it was forgotten, and stays so."""
    FAILED = "failed"
    """It was to hold a page and could not be read."""


class Outcome(NamedTuple):
    """What became of one input."""

    name: str
    fate: Fate
    reason: str | None = None
    """Of what failed or was left out, for a person to read."""
    file: str | None = None
    offset: int | None = None
    id: str | None = None
    """Of the record."""


def now() -> str:
    """The time, as the archive writes it."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Writer:
    """Writes batches into one archive; remembers only what makes the next batch cheaper."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is where large bytes lie."""
        self._folder = folder
        self._records: dict[int, Record] = {}
        self._runs: Runs | None = None
        self._extractors: dict[tuple[str, str], int] = {}
        self._waiting = 0

    def write(
        self,
        connection: sqlite3.Connection,
        batch: Iterable["Ready | Outcome"],
        early: list[Revisited] | None = None,
    ) -> list[Outcome]:
        """Write a batch inside the caller's transaction; what became of each, in order. An outcome stays what it is.

        Of a text that holds several articles, each has an outcome. Revisits of what is not here go into ``early``, where it
        is given, and have none: it may come yet.
        """
        self._begin(connection)
        written = _Written({}, set())
        outcomes: list[Outcome] = []
        for item in batch:
            if early is not None and isinstance(item, Revisited) and self._may_wait(connection, item):
                early.append(item)
            else:
                several = (item, *item.others) if isinstance(item, Prepared) else (item,)
                outcomes += [self._one(connection, one, written) for one in several]
        _index(connection, written)
        return outcomes

    def _may_wait(self, connection: sqlite3.Connection, item: Revisited) -> bool:
        size = _REVISIT + sum(_HEADER + len(name) + len(value) for name, value in item.headers)
        if self._waiting + size > limits.REVISITS_BYTES or _earlier(connection, item) is not None:
            return False
        self._waiting += size
        return True

    def again(self, connection: sqlite3.Connection, captures: Iterable[tuple[int, Ready]]) -> list[Outcome]:
        """Write what a newer extractor read in captures that are here; what others read stays."""
        self._begin(connection)
        written = _Written({}, set())
        outcomes = []
        for capture, item in captures:
            if not isinstance(item, Prepared):
                outcomes.append(self._one(connection, item, written))
                continue
            record = Record.from_json(item.record)
            row = connection.execute(
                "SELECT article, captured, added FROM capture WHERE number = ?", (capture,)
            ).fetchone()
            if row is None:  # forgotten meanwhile
                continue
            said = _Said(item, record, *row)
            version, fresh = self._version(connection, said, written)
            if fresh:
                self._fill(connection, said, version, written)
            self._reading(connection, item.record, capture, version, fresh=written.new.get(version) is record)
            outcomes.append(Outcome(item.source.name, Fate.ADDED, id=record.id))
        _index(connection, written)
        return outcomes

    def _begin(self, connection: sqlite3.Connection) -> None:
        self._records.clear()
        self._extractors.clear()  # a transaction that was undone took them along
        self._runs = runs_of(functools.partial(self.load, connection))

    def _one(self, connection: sqlite3.Connection, item: "Ready | Outcome", written: "_Written") -> Outcome:
        if isinstance(item, Outcome):
            return item
        if isinstance(item, Lost):
            return Outcome(item.name, Fate.FAILED if item.failed else Fate.SKIPPED, item.reason)
        if isinstance(item, Redirected):
            learnt = learn_redirect(connection, item.url, item.target)
            fate, why = (Fate.NOTED, None) if learnt else (Fate.SKIPPED, "a redirect that tells nothing")
            return Outcome(item.name, fate, why)
        if isinstance(item, Revisited):
            return self._revisit(connection, item, written)
        return self._capture(connection, item, written)

    def _capture(self, connection: sqlite3.Connection, item: Prepared, written: "_Written") -> Outcome:
        record = Record.from_json(item.record)
        row = rows.row_of(item, record)
        outcome = Outcome(item.source.name, Fate.ADDED, file=row.file, offset=row.offset, id=record.id)
        if rows.there(connection, item, record.id):
            return outcome._replace(fate=Fate.KNOWN)
        keys = keys_of(record, row.url)
        if item.turn:  # the text's own address leads to the first article in it
            keys = tuple(key for key in keys if row.url is None or key != page_key(row.url))
        digests = [item.data.digest] if item.data else []
        if rows.forgotten(connection, rows.marks_of(digests=digests, keys=keys, ids=[record.id])):
            return outcome._replace(fate=Fate.SKIPPED, reason="forgotten on request, and not taken in again")
        answered = page_key(row.url) if row.url else None
        article, others = article_for(connection, keys, answered)
        if others:
            self._merge(connection, article, others, written)
        said = _Said(item, record, article, row.captured, now())
        version, fresh = self._version(connection, said, written)
        held = None if item.data is None else kept.keep_bytes(connection, self._folder, item.data, version)
        capture = rows.insert_capture(connection, row, item.mark, article, held, said.added)
        if fresh:
            self._fill(connection, said, version, written)
        self._reading(connection, item.record, capture, version, fresh=written.new.get(version) is record)
        return outcome

    def _merge(
        self, connection: sqlite3.Connection, article: int, others: list[int], written: "_Written"
    ) -> None:
        """Make others parts of ``article``: their versions are of one line, and no copies of one another."""
        newest = [rows.current(connection, other) for other in (article, *others)]
        merge(connection, article, others)
        written.touched.update(part(connection, article))
        written.touched.update(line_up(connection, article, _Load(self, connection)))
        for old in newest:
            _succeed(connection, old, rows.current(connection, article), written, same_words=False)

    def _version(
        self, connection: sqlite3.Connection, said: "_Said", written: "_Written"
    ) -> tuple[int, bool]:
        """The version that says what was read, and whether its row was made now; then `_fill` is to follow.

        It is the one that stands where the capture stands in time. What says again what an earlier version said, after
        another one, is a version of its own. Of a capture that nobody dates it is any that says the same, the newest first.
        """
        extractor, substance = self._extractor(connection, said.record), said.item.substance
        at, dated = moment_of(said.captured, said.record, said.added), _is_dated(said.captured)
        readable = said.record.page_type in READABLE
        before, after = beside(connection, said.article, extractor, at, readable=readable)
        if before and before.substance == substance:
            return before.number, False
        if not dated and (any_time := rows.alike(connection, said.article, extractor, substance)):
            return any_time, False
        if dated and after and after.substance == substance and (before is None or before.at < at):
            connection.execute(
                "UPDATE version SET at = ?, captured = ? WHERE number = ?", (at, said.captured, after.number)
            )
            written.touched.add(after.number)
            return after.number, False
        version = rows.insert_version(
            connection, (said.article, extractor, substance), said.record, at, said.captured
        )
        if before:
            self._part(connection, before.number, at, written)
        return version, True

    def _part(self, connection: sqlite3.Connection, version: int, at: str, written: "_Written") -> None:
        """Give what ``version`` said again after the moment ``at``, when it said something else, a version of its own."""
        read = connection.execute(
            "SELECT c.number, c.captured FROM reading r JOIN capture c ON c.number = r.capture WHERE r.version = ?",
            (version,),
        )
        later = sorted(
            (when, number, captured)
            for number, captured in read.fetchall()
            if captured and (when := in_utc(captured)) and when > at
        )
        if not later:
            return
        when, capture, captured = later[0]
        again = self._repeat(connection, version, (capture, when, captured), written)
        for _, number, _ in later:
            own = kept.load_own_record(connection, self._folder, number, version).to_json()
            connection.execute("DELETE FROM reading WHERE capture = ? AND version = ?", (number, version))
            self._reading(connection, own, number, again, fresh=number == capture)

    def _repeat(
        self,
        connection: sqlite3.Connection,
        version: int,
        seen: tuple[int, str, str],
        written: "_Written",
    ) -> int:
        """Another version that says what ``version`` says: what it was ``seen`` in, when in UTC, and as stated.

        Its record stands alone, which takes more room than one that leans on its page; it is seldom made.
        """
        capture, at, captured = seen
        record = kept.load_own_record(connection, self._folder, capture, version)
        article, extractor, substance, shared = connection.execute(
            "SELECT article, extractor, substance, dictionary FROM version JOIN record ON version = number WHERE number = ?",
            (version,),
        ).fetchone()
        again = rows.insert_version(connection, (article, extractor, substance), record, at, captured)
        packed = kept.pack_alone(connection, record.to_json(), shared)
        rows.insert_record(connection, again, packed, shared)
        self._records[again] = written.new[again] = record
        rows.insert_people(connection, again, record)
        return again

    def _fill(self, connection: sqlite3.Connection, said: "_Said", version: int, written: "_Written") -> None:
        """All that belongs to a new version: its record, its people, its place in time, its copies."""
        item, record, article = said.item, said.record, said.article
        self._records[version] = record
        after = rows.bytes_of(connection, item) if item.after_bytes else None
        rows.insert_record(connection, version, item.packed, item.dictionary, after, text=item.after_text)
        rows.insert_people(connection, version, record)
        self._take_place(connection, article, version, item.samples, written)
        if item.gist and item.gist.terms:
            keep_story(connection, article, day_of(_shown(record) or said.added), item.gist)
        written.new[version] = record

    def _take_place(
        self,
        connection: sqlite3.Connection,
        article: int,
        version: int,
        samples: tuple[int, ...],
        written: "_Written",
    ) -> None:
        """Put a new version in its place among those of its article, and find its copies where its words are new."""
        newest = rows.current(connection, article)
        touched = line_up(connection, article, _Load(self, connection), version)
        written.touched.update(touched)
        changed = touched.get(version, False)
        if samples and (newest is None or changed) and self._runs:
            keep_copies(connection, article, version, samples, self._runs)
        if rows.current(connection, article) == version:
            _succeed(connection, newest, version, written, same_words=not changed)

    def _reading(
        self, connection: sqlite3.Connection, record: bytes, capture: int, version: int, *, fresh: bool
    ) -> None:
        """Tie a capture to its version; where the version was another capture's, with this one's own ``record``."""
        packed = None
        if not fresh:
            whole = self.load(connection, version).to_json()
            packed = None if whole == record else kept.pack_own(record, whole)
        connection.execute(
            "INSERT OR IGNORE INTO reading (capture, version, packed) VALUES (?, ?, ?)",
            (capture, version, packed),
        )

    def page(self, connection: sqlite3.Connection, version: int) -> bytes | None:
        """The bytes that a version was read in; None where they are not in the file."""
        return kept.load_page(connection, self._folder, version, self._records)

    def load(self, connection: sqlite3.Connection, version: int) -> Record:
        """The record of a version, which may be of the batch."""
        found = self._records.get(version)
        if found is None:
            found = kept.load_record(connection, self._folder, version)
            self._records[version] = found
        return found

    def _extractor(self, connection: sqlite3.Connection, record: Record) -> int:
        key = record.extractor.version, msgspec.json.encode(record.extractor.models, order="sorted").decode()
        number = self._extractors.get(key)
        if number is None:
            connection.execute("INSERT OR IGNORE INTO extractor (version, models) VALUES (?, ?)", key)
            row = connection.execute(
                "SELECT number FROM extractor WHERE version = ? AND models = ?", key
            ).fetchone()
            number = self._extractors[key] = int(row[0])
        return number

    def _revisit(self, connection: sqlite3.Connection, item: Revisited, written: "_Written") -> Outcome:
        """Another capture of bytes that are here: of the time the WARC names, else the last before it."""
        outcome = Outcome(item.name, Fate.NOTED, file=item.file, offset=item.offset)
        mark = hash_of("revisit", item.url, item.captured, item.record_id)
        if connection.execute("SELECT 1 FROM capture WHERE mark = ?", (mark,)).fetchone():
            return outcome._replace(fate=Fate.KNOWN)
        earlier = _earlier(connection, item)
        if earlier is None:
            # Of a picture or a feed, which are not kept, mostly: the answer to "has it changed?" seldom says what it is of.
            told = any(name == "content-type" for name, _ in item.headers)
            reason = "a revisit of a capture that is not in the archive"
            return outcome._replace(fate=Fate.FAILED if told else Fate.SKIPPED, reason=reason)
        row = rows.Row(item.url, item.captured, None, item.headers, item.file, item.record_id, item.offset)
        capture = rows.insert_capture(connection, row, mark, earlier.article, earlier.held, now())
        for version, packed in connection.execute(
            "SELECT version, packed FROM reading WHERE capture = ?", (earlier.number,)
        ).fetchall():
            again = self._seen_again(connection, version, (earlier.number, item.captured), written)
            if again == version:
                connection.execute(
                    "INSERT OR IGNORE INTO reading (capture, version, packed) VALUES (?, ?, ?)",
                    (capture, version, packed),
                )
            else:
                own = kept.load_own_record(connection, self._folder, earlier.number, version)
                self._reading(connection, own.to_json(), capture, again, fresh=written.new.get(again) == own)
        return outcome._replace(fate=Fate.ADDED)

    def _seen_again(
        self, connection: sqlite3.Connection, version: int, seen: tuple[int, str | None], written: "_Written"
    ) -> int:
        """The version that stands where what ``version`` says, as a capture read it, was seen again; made where none does."""
        capture, captured = seen
        article, extractor, substance, page_type = connection.execute(
            "SELECT article, extractor, substance, page_type FROM version WHERE number = ?", (version,)
        ).fetchone()
        at = in_utc(captured) if captured else None
        if captured is None or at is None:
            return version
        before, _ = beside(connection, article, extractor, at, readable=page_type in READABLE)
        if before is None:
            return version
        if before.substance == substance:
            return before.number
        again = self._repeat(connection, version, (capture, at, captured), written)
        self._take_place(connection, article, again, sampled(written.new[again]), written)
        return again


_REVISIT, _HEADER = 800, 200
"""Bytes that a revisit, and each of its headers, take beside their letters."""


class _Earlier(NamedTuple):
    """A capture with its bytes."""

    number: int
    article: int
    held: int


def _earlier(connection: sqlite3.Connection, item: Revisited) -> _Earlier | None:
    """What it is a revisit of; the time that a WARC names it by may be cut to seconds."""
    row = connection.execute(
        "SELECT number, article, bytes FROM capture WHERE article = ?1 AND bytes IS NOT NULL"
        " AND (substr(captured, 1, 19) = substr(?2, 1, 19) OR ?2 IS NULL)"
        " AND (captured <= ?3 OR ?3 IS NULL OR captured IS NULL)"
        " ORDER BY captured = ?2 DESC, captured DESC, number DESC LIMIT 1",
        (article_at(connection, item.earlier_url), item.earlier_captured, item.captured),
    ).fetchone()
    return _Earlier(*row) if row else None


def _succeed(
    connection: sqlite3.Connection, old: int | None, new: int | None, written: "_Written", *, same_words: bool
) -> None:
    if old is not None and new is not None and old != new:
        written.touched.update(succeed(connection, old, new, same_words=same_words))


def _index(connection: sqlite3.Connection, written: "_Written") -> None:
    """Hand the new versions to the search index, and the marks that changed on others."""
    index.put(
        connection,
        [
            index.Document(number=number, record=record, **rows.standing(connection, number)._asdict())
            for number, record in written.new.items()
        ],
    )
    tell_marks(connection, written.touched - written.new.keys())


def tell_marks(connection: sqlite3.Connection, versions: Iterable[int]) -> None:
    """Tell the search index what the archive says of ``versions`` now."""
    for number in sorted(versions):
        index.mark(connection, number, **rows.standing(connection, number)._asdict())


class _Load(NamedTuple):
    """Versions as the writer knows them, those of its batch too."""

    writer: Writer
    connection: sqlite3.Connection

    def record(self, version: int) -> Record:
        return self.writer.load(self.connection, version)

    def page(self, version: int) -> bytes | None:
        return self.writer.page(self.connection, version)


class _Said(NamedTuple):
    """What was read in a capture, and of which article, when."""

    item: Prepared
    record: Record
    article: int
    captured: str | None
    added: str


class _Written(NamedTuple):
    """What a batch did, for the index."""

    new: dict[int, Record]
    touched: set[int]


def _is_dated(captured: str | None) -> bool:
    return captured is not None and in_utc(captured) is not None


def _shown(record: Record) -> str | None:
    """When the article came out, as the page says, else when it was captured."""
    return value_of(record.date_published) or record.date_captured
