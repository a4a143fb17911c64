"""Prepared captures, written: a batch is one transaction, and what is there already is left as it is."""

import enum
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from onrecord import limits
from onrecord.archive import kept, rows
from onrecord.archive.copies import comparing, keep_copies, part, succeed
from onrecord.archive.dictionaries import dictionary
from onrecord.archive.identity import article_at, article_for, keys_of, learn_redirect, merge
from onrecord.archive.lineup import beside, in_utc, line_up, moment_of, now
from onrecord.archive.packing import pack_after
from onrecord.archive.prepared import Prepared, Ready, mark_of_bytes, mark_of_revisit, sampled
from onrecord.archive.stories import day_of, keep_story
from onrecord.capture import Lost, Redirected, Revisited
from onrecord.record import READABLE, Record
from onrecord.search import index
from onrecord.search.asking import cell, column
from onrecord.values.addresses import page_key
from onrecord.values.moments import value_of


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


def write(
    connection: sqlite3.Connection,
    folder: Path,
    batch: Iterable["Ready | Outcome"],
    waiting: "Waiting | None" = None,
) -> list[Outcome]:
    """Write a batch inside the caller's transaction; what became of each, in order. An outcome stays what it is.

    ``folder`` is where large bytes lie. Of a text that holds several articles, each has an outcome. Revisits of what is
    not here are left ``waiting``, where it is given, and have none: it may come yet.
    """
    written = Batch(connection, folder)
    outcomes: list[Outcome] = []
    for item in batch:
        if isinstance(item, Revisited) and waiting is not None and waiting.take(connection, item):
            continue
        several = (item, *item.others) if isinstance(item, Prepared) else (item,)
        outcomes += map(written.one, several)
    written.index()
    return outcomes


def again(
    connection: sqlite3.Connection, folder: Path, captures: Iterable[tuple[int, Ready]]
) -> list[Outcome]:
    """Write what a newer extractor read in captures that are here; what others read stays."""
    written = Batch(connection, folder)
    outcomes = [outcome for number, item in captures if (outcome := written.once_more(number, item))]
    written.index()
    return outcomes


class Waiting:
    """Revisits of what is not here yet, as many as there is memory for."""

    def __init__(self) -> None:
        self.items: list[Revisited] = []
        self._bytes = 0

    def take(self, connection: sqlite3.Connection, item: Revisited) -> bool:
        """Keep one; false where what it is of is here, or there is no room."""
        size = _REVISIT + sum(_HEADER + len(name) + len(value) for name, value in item.headers)
        if self._bytes + size > limits.REVISITS_BYTES or _earlier(connection, item) is not None:
            return False
        self._bytes += size
        self.items.append(item)
        return True


class Batch:
    """What is written in one transaction, and what of it the index is to be told."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._connection = connection
        self._folder = folder
        self._new: dict[int, Record] = {}
        self._touched: set[int] = set()
        """Versions that were here, of which the archive says something else now."""
        self._records: dict[int, Record] = {}
        self._extractors: dict[tuple[str, str], int] = {}
        self.compare = comparing(lambda version: self.record(version).article_body)

    def record(self, version: int) -> Record:
        """The record of a version, which may be of the batch."""
        if version not in self._records:
            self._records[version] = kept.load_record(self._connection, self._folder, version)
        return self._records[version]

    def own_record(self, capture: int, version: int) -> Record:
        """The record of a version, which may be of the batch, as it was read in ``capture``."""
        return kept.load_own_record(self._connection, self._folder, capture, version, self._records)

    def page(self, version: int) -> bytes | None:
        """The bytes that a version was read in; None where they are not in the file."""
        return kept.load_page(self._connection, self._folder, version, self._records)

    def index(self) -> None:
        """Hand the new versions to the search index, and the marks that changed on others."""
        index.put(
            self._connection,
            [
                index.Document(
                    number=number, record=record, **rows.standing(self._connection, number)._asdict()
                )
                for number, record in self._new.items()
            ],
        )
        tell_marks(self._connection, self._touched - self._new.keys())

    def one(self, item: "Ready | Outcome") -> Outcome:
        """Write one; what became of it."""
        if isinstance(item, Outcome):
            return item
        if isinstance(item, Lost):
            return Outcome(item.name, Fate.FAILED if item.failed else Fate.SKIPPED, item.reason)
        if isinstance(item, Redirected):
            learnt = learn_redirect(self._connection, item.url, item.target)
            fate, why = (Fate.NOTED, None) if learnt else (Fate.SKIPPED, "a redirect that tells nothing")
            return Outcome(item.name, fate, why)
        return self._revisit(item) if isinstance(item, Revisited) else self._capture(item)

    def once_more(self, capture: int, item: Ready) -> Outcome | None:
        """Write what was read anew in a capture that is here; None where it was forgotten meanwhile."""
        if not isinstance(item, Prepared):
            return self.one(item)
        row = self._connection.execute(
            "SELECT article, captured, added FROM capture WHERE number = ?", (capture,)
        ).fetchone()
        if row is None:
            return None
        record = Record.from_json(item.record)
        said = _Said(item, record, *row)
        version, fresh = self._version(said)
        if fresh:
            self._fill(said, version)
        self._reading(item.record, capture, version, fresh=self._new.get(version) is record)
        return Outcome(item.source.name, Fate.ADDED, id=record.id)

    def _capture(self, item: Prepared) -> Outcome:
        connection = self._connection
        record = Record.from_json(item.record)
        row = rows.row_of(item, record)
        outcome = Outcome(item.source.name, Fate.ADDED, file=row.file, offset=row.offset, id=record.id)
        if rows.there(connection, item, record.id):
            return outcome._replace(fate=Fate.KNOWN)
        answered = page_key(row.url) if row.url else None
        keys = keys_of(record, row.url)
        if item.turn and row.url is not None:  # the text's own address leads to the first article in it
            keys = tuple(key for key in keys if key != answered)
        digests = [item.data.digest] if item.data else []
        if rows.forgotten(connection, rows.marks_of(digests=digests, keys=keys, ids=[record.id])):
            return outcome._replace(fate=Fate.SKIPPED, reason="forgotten on request, and not taken in again")
        article, others = article_for(connection, keys, answered)
        if others:
            self._merge(article, others)
        said = _Said(item, record, article, row.captured, now())
        version, fresh = self._version(said)
        held = None if item.data is None else kept.keep_bytes(connection, self._folder, item.data, version)
        capture = rows.insert_capture(connection, row, item.mark, article, held, said.added)
        if fresh:
            self._fill(said, version)
        self._reading(item.record, capture, version, fresh=self._new.get(version) is record)
        return outcome

    def _merge(self, article: int, others: list[int]) -> None:
        """Make others parts of ``article``: their versions are of one line, and no copies of one another."""
        connection = self._connection
        newest = [rows.current(connection, other) for other in (article, *others)]
        merge(connection, article, others)
        self._touched.update(part(connection, article))
        self._touched.update(line_up(connection, article, self))
        for old in newest:
            self._succeed(old, rows.current(connection, article), same_words=False)

    def _succeed(self, old: int | None, new: int | None, *, same_words: bool) -> None:
        if old is not None and new is not None and old != new:
            self._touched.update(succeed(self._connection, old, new, self.compare, same_words=same_words))

    def _version(self, said: "_Said") -> tuple[int, bool]:
        """The version that says what was read, and whether its row was made now; then `_fill` is to follow.

        It is the one that stands where the capture stands in time. What says again what an earlier version said, after
        another one, is a version of its own. Of a capture that nobody dates it is any that says the same, the newest first.
        """
        connection = self._connection
        extractor, substance = self._extractor(said.record), said.item.substance
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
            self._touched.add(after.number)
            return after.number, False
        version = rows.insert_version(
            connection, (said.article, extractor, substance), said.record, at, said.captured
        )
        if before:
            self._part(before.number, at)
        return version, True

    def _part(self, version: int, at: str) -> None:
        """Give what ``version`` said again after the moment ``at``, when it said something else, a version of its own."""
        connection = self._connection
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
        repeated = self._repeat(version, (capture, when, captured))
        for _, number, _ in later:
            own = self.own_record(number, version).to_json()
            connection.execute("DELETE FROM reading WHERE capture = ? AND version = ?", (number, version))
            self._reading(own, number, repeated, fresh=number == capture)

    def _repeat(self, version: int, seen: tuple[int, str, str]) -> int:
        """Another version that says what ``version`` says: what it was ``seen`` in, when in UTC, and as stated.

        Its record stands alone, which takes more room than one that leans on its page; it is seldom made.
        """
        connection = self._connection
        capture, at, captured = seen
        record = self.own_record(capture, version)
        article, extractor, substance, shared = connection.execute(
            "SELECT article, extractor, substance, dictionary FROM version JOIN record ON version = number WHERE number = ?",
            (version,),
        ).fetchone()
        repeated = rows.insert_version(connection, (article, extractor, substance), record, at, captured)
        rows.insert_record(
            connection, repeated, pack_after(record.to_json(), dictionary(connection, shared).data), shared
        )
        self._records[repeated] = self._new[repeated] = record
        rows.insert_people(connection, repeated, record)
        return repeated

    def _fill(self, said: "_Said", version: int) -> None:
        """All that belongs to a new version: its record, its people, its place in time, its copies."""
        connection, item, record = self._connection, said.item, said.record
        self._records[version] = record
        after = rows.bytes_of(connection, item) if item.after_bytes else None
        rows.insert_record(connection, version, item.packed, item.dictionary, after, text=item.after_text)
        rows.insert_people(connection, version, record)
        self._take_place(said.article, version, item.samples)
        if item.gist and item.gist.terms:
            keep_story(connection, said.article, day_of(_shown(record) or said.added), item.gist)
        self._new[version] = record

    def _take_place(self, article: int, version: int, samples: tuple[int, ...]) -> None:
        """Put a new version in its place among those of its article, and find its copies where its words are new."""
        newest = rows.current(self._connection, article)
        touched = line_up(self._connection, article, self, version)
        self._touched.update(touched)
        changed = touched.get(version, False)
        if samples and (newest is None or changed):
            keep_copies(self._connection, article, version, samples, self.compare)
        last = rows.current(self._connection, article)
        if last not in (None, newest, version):  # what was said before, and again after it
            changed = True
            keep_copies(self._connection, article, last, sampled(self.record(last)), self.compare)
        self._succeed(newest, last, same_words=not changed)

    def _reading(self, record: bytes, capture: int, version: int, *, fresh: bool) -> None:
        """Tie a capture to its version; where the version was another capture's, with this one's own ``record``."""
        packed = None
        if not fresh:
            whole = self.record(version).to_json()
            packed = None if whole == record else pack_after(record, whole)
        self._tie(capture, version, packed)

    def _tie(self, capture: int, version: int, packed: bytes | None) -> None:
        self._connection.execute(
            "INSERT OR IGNORE INTO reading (capture, version, packed) VALUES (?, ?, ?)",
            (capture, version, packed),
        )

    def _extractor(self, record: Record) -> int:
        key = record.extractor.version, msgspec.json.encode(record.extractor.models, order="sorted").decode()
        if key not in self._extractors:
            self._connection.execute("INSERT OR IGNORE INTO extractor (version, models) VALUES (?, ?)", key)
            number = "SELECT number FROM extractor WHERE version = ? AND models = ?"
            (self._extractors[key],) = column(self._connection, number, *key)
        return self._extractors[key]

    def _revisit(self, item: Revisited) -> Outcome:
        """Another capture of bytes that are here: of the time the WARC names, else the last before it."""
        connection = self._connection
        outcome = Outcome(item.name, Fate.NOTED, file=item.file, offset=item.offset)
        mark, earlier = mark_of_revisit(item), _earlier(connection, item)
        taken_out = earlier and mark_of_bytes(earlier.digest, item)
        if cell(connection, bool, "SELECT 1 FROM capture WHERE mark IN (?, ?)", mark, taken_out):
            return outcome._replace(fate=Fate.KNOWN)
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
            seen = self._seen_again(version, earlier.number, item.captured)
            if seen == version:
                self._tie(capture, version, packed)
            else:
                own = self.own_record(earlier.number, version)
                self._reading(own.to_json(), capture, seen, fresh=self._new.get(seen) == own)
        return outcome._replace(fate=Fate.ADDED)

    def _seen_again(self, version: int, capture: int, captured: str | None) -> int:
        """The version that stands where what ``version`` says, as a capture read it, was seen again; made where none does."""
        connection = self._connection
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
        repeated = self._repeat(version, (capture, at, captured))
        self._take_place(article, repeated, sampled(self._new[repeated]))
        return repeated


_REVISIT, _HEADER = 800, 200
"""Bytes that a revisit, and each of its headers, take beside their letters."""


class _Earlier(NamedTuple):
    """A capture with its bytes."""

    number: int
    article: int
    held: int
    digest: bytes


def _earlier(connection: sqlite3.Connection, item: Revisited) -> _Earlier | None:
    """What it is a revisit of; the time that a WARC names it by may be cut to seconds."""
    row = connection.execute(
        "SELECT c.number, article, bytes, digest FROM capture c JOIN bytes b ON b.number = bytes WHERE article = ?1"
        " AND (substr(captured, 1, 19) = substr(?2, 1, 19) OR ?2 IS NULL)"
        " AND (captured <= ?3 OR ?3 IS NULL OR captured IS NULL)"
        " ORDER BY captured = ?2 DESC, captured DESC, c.number DESC LIMIT 1",
        (article_at(connection, item.earlier_url), item.earlier_captured, item.captured),
    ).fetchone()
    return _Earlier(*row) if row else None


def tell_marks(connection: sqlite3.Connection, versions: Iterable[int]) -> None:
    """Tell the search index what the archive says of ``versions`` now."""
    for number in sorted(versions):
        index.mark(connection, number, **rows.standing(connection, number)._asdict())


class _Said(NamedTuple):
    """What was read in a capture, and of which article, when."""

    item: Prepared
    record: Record
    article: int
    captured: str | None
    added: str


def _is_dated(captured: str | None) -> bool:
    return captured is not None and in_utc(captured) is not None


def _shown(record: Record) -> str | None:
    """When the article came out, as the page says, else when it was captured."""
    return value_of(record.date_published) or record.date_captured
