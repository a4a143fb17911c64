"""The tables of the index, and documents put into them, changed and taken out."""

import datetime as dt
import re
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.search.asking import cell, column
from onrecord.search.passages import paragraphs, sentences
from onrecord.search.periods import whole_days
from onrecord.search.plan import (
    DAY_BITS,
    FEATURES,
    LONG_PARAGRAPH,
    LONG_SENTENCE,
    PARAGRAPH_WORDS,
    SENTENCE_WORDS,
)
from onrecord.search.stored import Document, Stored, pack, stored, unpack
from onrecord.search.tree import Feature, Name
from onrecord.search.words import words_alone
from onrecord.values.moments import value_of
from onrecord.values.speakers import speaker_key

_NAMES = ", ".join(Name)
_LANGUAGE = "language"
"""The kind of name that is not searched by its words."""

_TABLES = (
    """CREATE TABLE IF NOT EXISTS search_versions (
    -- Every version that is searched. key: the day of publication (days since 0001-01-01, plus one) times 2^17, and the
    -- version's turn on that day; negative where the page names no day. Days elsewhere are counted alike.
    key INTEGER PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE, -- the archive's key of the version
    publisher INTEGER, -- of search_names
    language INTEGER, -- of search_names
    clock INTEGER, -- minute of the day of publication
    last_day INTEGER, -- where only a month or a year is known: its last day
    modified INTEGER, -- day
    captured INTEGER, -- day
    page_type TEXT NOT NULL,
    current INTEGER NOT NULL, -- 1: the newest version of its article
    features INTEGER NOT NULL, -- bits: 1 silent edit, 2 conflict, 4 correction, 8 statement
    copy_of INTEGER -- number of the version it is a copy of
)""",
    """CREATE TABLE IF NOT EXISTS search_stored (
    -- What a hit shows: MessagePack of its texts and names, deflated.
    key INTEGER PRIMARY KEY,
    data BLOB NOT NULL
)""",
    """CREATE TABLE IF NOT EXISTS search_names (
    -- Every author, publisher, section, keyword, speaker and language, once.
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (kind, name)
)""",
    """CREATE TABLE IF NOT EXISTS search_named (
    -- Which version bears which name, but for publisher and language.
    name INTEGER NOT NULL,
    key INTEGER NOT NULL,
    PRIMARY KEY (name, key)
) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS search_speakers (
    -- Who speaks in which version: search_named the other way round, to count them.
    key INTEGER NOT NULL,
    name INTEGER NOT NULL,
    PRIMARY KEY (key, name)
) WITHOUT ROWID""",
    # Folded words, parted by blanks; nothing else is in them, so the plainest tokenizer does.
    """CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(
    headline, standfirst, body, content='', tokenize='ascii')""",
    f"""CREATE VIRTUAL TABLE IF NOT EXISTS search_name_words USING fts5(
    {_NAMES}, content='', columnsize=0, tokenize='ascii')""",
)

TABLES = tuple(re.findall(r"EXISTS (\w+)", "".join(_TABLES)))
"""The names of the index's tables."""


def create(connection: sqlite3.Connection) -> None:
    """Make the index's tables where they are missing. All their names begin with ``search_``."""
    for table in _TABLES:
        connection.execute(table)


def put(connection: sqlite3.Connection, documents: Iterable[Document]) -> None:
    """Add versions; one whose number is there already takes the other's place.

    Many at once cost far less than one by one: each call writes one piece of the full-text index.
    """
    given = {document.number: document for document in documents}
    remove(connection, given)
    slots = _Slots(connection)
    names = _Names(connection)
    rows = sorted((_row(document, slots) for document in given.values()), key=lambda row: row.key)
    connection.executemany(
        "INSERT INTO search_versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_columns(row, names) for row in rows],
    )
    connection.executemany(
        "INSERT INTO search_stored VALUES (?, ?)", [(row.key, pack(row.kept)) for row in rows]
    )
    # In the order of their keys: out of it, FTS5 would write a piece of the index for each.
    connection.executemany(
        "INSERT INTO search_words (rowid, headline, standfirst, body) VALUES (?, ?, ?, ?)",
        [(row.key, *_texts(row.kept)) for row in rows],
    )
    for row in rows:
        borne = [(names.number(name, said), row.key) for name, said in _names_of(row.kept)]
        connection.executemany("INSERT OR IGNORE INTO search_named VALUES (?, ?)", borne)
        speakers = [(row.key, names.number(Name.SPEAKER, said)) for said in _each_once(row.kept)]
        connection.executemany("INSERT OR IGNORE INTO search_speakers VALUES (?, ?)", speakers)


def text(connection: sqlite3.Connection, number: int) -> str | None:
    """The body of a version, as it was put in; None where it has none or is not there."""
    found = kept(connection, number)
    return found.body if found else None


def remove(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Take versions out; numbers that are not there are passed over. Names that no version bears go too.

    Words of what was taken out may stay in the file's unused pages until `compact` and a ``VACUUM``.
    """
    for number in numbers:
        found = connection.execute(
            "SELECT key, publisher, language FROM search_versions WHERE number = ?", (number,)
        ).fetchone()
        if found:
            _remove(connection, *found)


def compact(connection: sqlite3.Connection) -> None:
    """Write the full-text index anew, without what was taken out. Takes minutes where the archive is large."""
    connection.execute("INSERT INTO search_words (search_words) VALUES ('optimize')")
    connection.execute("INSERT INTO search_name_words (search_name_words) VALUES ('optimize')")


def mark(
    connection: sqlite3.Connection,
    number: int,
    *,
    captured: str | None,
    current: bool,
    silent_edit: bool,
    copy_of: int | None,
) -> None:
    """Change what the archive says of a version, as of a `Document`. A number that is not there is passed over."""
    bit = FEATURES[Feature.SILENT_EDIT]
    change = "features | ?" if silent_edit else "features & ~?"
    connection.execute(
        f"UPDATE search_versions SET captured = ?, current = ?, copy_of = ?, features = {change} WHERE number = ?",  # noqa: S608
        (_days(captured)[0], current, copy_of, bit, number),
    )


def kept(connection: sqlite3.Connection, number: int) -> Stored | None:
    """What is kept of version ``number``: its texts, names and statements; None where it is not there."""
    data = "SELECT s.data FROM search_versions v JOIN search_stored s ON s.key = v.key WHERE v.number = ?"
    return cell(connection, unpack, data, number)


class _Row(NamedTuple):
    key: int
    kept: Stored
    document: Document
    last_day: int | None
    clock: int | None


def _row(document: Document, slots: "_Slots") -> _Row:
    kept = stored(document)
    first, last = _days(kept.published)
    return _Row(slots.next(first), kept, document, last if last != first else None, _clock(kept.published))


def _columns(row: _Row, names: "_Names") -> tuple[object, ...]:
    record, document, kept = row.document.record, row.document, row.kept
    return (
        row.key,
        document.number,
        names.number(Name.PUBLISHER, kept.publisher) if kept.publisher else None,
        names.number(_LANGUAGE, kept.language.lower()) if kept.language else None,
        row.clock,
        row.last_day,
        _days(value_of(record.date_modified))[0],
        _days(document.captured)[0],
        str(record.page_type),
        document.current,
        _features(document),
        document.copy_of,
    )


def _features(document: Document) -> int:
    has = {
        Feature.SILENT_EDIT: document.silent_edit,
        Feature.CONFLICT: bool(document.record.conflicts),
        Feature.CORRECTION: bool(document.record.corrections),
        Feature.STATEMENT: bool(document.record.statements),
    }
    return sum(FEATURES[feature] for feature, there in has.items() if there)


def _days(value: str | None) -> tuple[int | None, int | None]:
    """The first and the last day of an ISO 8601 date or time, as its own zone counts them."""
    days = whole_days(value[:10]) if value else None
    return (days[0].toordinal(), days[1].toordinal()) if days else (None, None)


def _clock(value: str | None) -> int | None:
    try:
        time = dt.time.fromisoformat(value[11:16]) if value and len(value) > 10 else None  # noqa: PLR2004
    except ValueError:
        return None
    return time.hour * 60 + time.minute if time else None


def _texts(kept: Stored) -> tuple[str, str, str]:
    """What full-text search is given; the same for the same texts, or nothing could be taken out again."""
    return (
        " ".join(words_alone(kept.headline or "")),
        " ".join(words_alone(kept.standfirst or "")),
        " ".join((*words_alone(kept.body or ""), *_lengths(kept))),
    )


def _lengths(kept: Stored) -> Iterator[str]:
    """Marks that say that a sentence or a paragraph of it is long."""
    found = [
        (part, len(words_alone(part)))
        for text in (kept.standfirst or "", kept.body or "")
        for part in (text[start:end] for start, end in paragraphs(text))
    ]
    doubtful = (part for part, words in found if words > SENTENCE_WORDS)
    if any(len(words_alone(part[a:b])) > SENTENCE_WORDS for part in doubtful for a, b in sentences(part)):
        yield LONG_SENTENCE
    if any(words > PARAGRAPH_WORDS for _, words in found):
        yield LONG_PARAGRAPH


def _speakers(kept: Stored) -> Iterator[str]:
    return (statement.speaker for statement in kept.statements if statement.speaker)


def _each_once(kept: Stored) -> Iterable[str]:
    """Speakers to count: one who is named in two ways, as "The board" and "the board", by the first."""
    return {speaker_key(name) or name: name for name in reversed(tuple(_speakers(kept)))}.values()


def _names_of(kept: Stored) -> Iterator[tuple[Name, str]]:
    yield from ((Name.AUTHOR, name) for name in kept.authors)
    yield from ((Name.SECTION, name) for name in kept.sections)
    yield from ((Name.KEYWORD, name) for name in kept.keywords)
    yield from ((Name.SPEAKER, name) for name in _speakers(kept))


class _Slots:
    """Keys that are free, day by day."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.taken: dict[int, int] = {}

    def next(self, day: int | None) -> int:
        """A free key of ``day``; of a later one where all of its are taken."""
        while day and self._after(first := day << DAY_BITS, last := (day + 1 << DAY_BITS) - 1) > last:
            day += 1
        if not day:
            first, last = -(1 << 62), -1
        self.taken[first] = self._after(first, last)
        return self.taken[first]

    def _after(self, first: int, last: int) -> int:
        """The key after those that are taken."""
        if first not in self.taken:
            highest = "SELECT max(key) FROM search_versions WHERE key BETWEEN ? AND ?"
            found = cell(self.connection, int, highest, first, last)
            self.taken[first] = first - 1 if found is None else found
        return self.taken[first] + 1


class _Names:
    """The numbers of names; one that is new gets one and goes into the full-text index of names."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.known: dict[tuple[str, str], int] = {}

    def number(self, kind: str, name: str) -> int:
        key = kind, name
        if key not in self.known:
            self.known[key] = self._find(kind, name) or self._make(kind, name)
        return self.known[key]

    def _find(self, kind: str, name: str) -> int | None:
        number = "SELECT number FROM search_names WHERE kind = ? AND name = ?"
        return cell(self.connection, int, number, kind, name)

    def _make(self, kind: str, name: str) -> int:
        new = "INSERT INTO search_names (kind, name) VALUES (?, ?)"
        made = self.connection.execute(new, (kind, name)).lastrowid or 0
        if kind != _LANGUAGE:
            self.connection.execute(
                f"INSERT INTO search_name_words (rowid, {Name(kind)}) VALUES (?, ?)",  # noqa: S608
                (made, " ".join(words_alone(name))),
            )
        return made


def _remove(connection: sqlite3.Connection, key: int, publisher: int | None, language: int | None) -> None:
    (kept,) = map(unpack, column(connection, "SELECT data FROM search_stored WHERE key = ?", key))
    connection.execute(
        "INSERT INTO search_words (search_words, rowid, headline, standfirst, body) VALUES ('delete', ?, ?, ?, ?)",
        (key, *_texts(kept)),
    )
    names = _Names(connection)
    numbers = {names.number(kind, name) for kind, name in _names_of(kept)}
    connection.executemany("DELETE FROM search_named WHERE name = ? AND key = ?", [(n, key) for n in numbers])
    connection.execute("DELETE FROM search_speakers WHERE key = ?", (key,))
    connection.execute("DELETE FROM search_stored WHERE key = ?", (key,))
    connection.execute("DELETE FROM search_versions WHERE key = ?", (key,))
    for number in numbers | ({publisher, language} - {None}):
        _forget_name(connection, number)


def _forget_name(connection: sqlite3.Connection, number: int | None) -> None:
    kind, name = connection.execute(
        "SELECT kind, name FROM search_names WHERE number = ?", (number,)
    ).fetchone()
    of_version = kind in (Name.PUBLISHER, _LANGUAGE)
    where = f"search_versions WHERE {kind} = ?" if of_version else "search_named WHERE name = ?"
    if connection.execute(f"SELECT 1 FROM {where} LIMIT 1", (number,)).fetchone():  # noqa: S608
        return
    if kind != _LANGUAGE:
        connection.execute(
            f"INSERT INTO search_name_words (search_name_words, rowid, {Name(kind)}) VALUES ('delete', ?, ?)",  # noqa: S608
            (number, " ".join(words_alone(name))),
        )
    connection.execute("DELETE FROM search_names WHERE number = ?", (number,))
