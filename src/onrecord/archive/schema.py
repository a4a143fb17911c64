"""The archive's tables, as SQL that a person can read, and the way from older ones.

SQLite keeps the comments inside a CREATE statement: who opens the file with Datasette or ``sqlite3`` and asks for its
schema reads them there. Tables are what is kept, in the singular; views, in the plural, are what to look at.
"""

import sqlite3
from collections.abc import Callable

from onrecord.archive import dictionaries, speakers, stories
from onrecord.archive.lineup import now
from onrecord.search import index

APPLICATION_ID = 0x6F6E7265
"""``onre``: what tells an archive from any other SQLite file (sqlite.org/pragma.html#pragma_application_id)."""

TABLES = """
CREATE TABLE extractor (
    -- What made records. Only records of one extractor are compared with one another.
    number INTEGER PRIMARY KEY,  -- grows: the highest is the newest
    version TEXT NOT NULL,  -- of onrecord
    models TEXT NOT NULL,  -- JSON: the name of each model → its version
    UNIQUE (version, models)
);
CREATE TABLE article (
    -- One article, however often it was captured and changed.
    number INTEGER PRIMARY KEY,
    current INTEGER  -- the version to show where none is named
);
CREATE TABLE address (
    -- The addresses an article is known by: scheme, www, mobile and AMP forms, tracking parameters left out.
    key TEXT PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (number)
) WITHOUT ROWID;
CREATE INDEX address_of_article ON address (article);
CREATE TABLE redirect (
    -- Addresses that a server answered with another one; both in the form of address.key.
    key TEXT PRIMARY KEY,
    target TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX redirect_to ON redirect (target);
CREATE TABLE dictionary (
    -- What frames are packed with, so that they leave out what is the same in many.
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,  -- page: mark-up that pages of this archive share; record: what records share
    data BLOB NOT NULL,  -- a Zstandard frame
    made TEXT NOT NULL
);
CREATE TABLE bytes (
    -- What was captured, each kept once.
    number INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,  -- SHA-256 of the bytes, 32 bytes
    size INTEGER NOT NULL,  -- of the bytes as captured
    packed BLOB,  -- a Zstandard frame (RFC 8878); NULL: a file in the folder beside this one, named by its digest
    dictionary INTEGER REFERENCES dictionary (number)  -- what the frame is packed with
);
CREATE TABLE capture (
    -- When and from where bytes came. Never changed once it is here.
    number INTEGER PRIMARY KEY,
    mark BLOB NOT NULL UNIQUE,  -- what makes it one: digest, address, time and record, hashed
    article INTEGER NOT NULL REFERENCES article (number),
    bytes INTEGER REFERENCES bytes (number),  -- NULL: the record was made elsewhere and came without them
    url TEXT,
    captured TEXT,  -- ISO 8601 as stated; NULL: nobody says
    status INTEGER,  -- of HTTP
    headers TEXT,  -- JSON: the HTTP headers that came with it, as pairs
    file TEXT,  -- the input it was read from
    record_id TEXT,  -- of the WARC record
    "offset" INTEGER,  -- of the WARC record, in bytes
    turn INTEGER,  -- which article of a text that holds several, from 0; NULL: it holds one
    added TEXT NOT NULL  -- when it came into this archive, UTC
);
CREATE INDEX capture_of_article ON capture (article);
CREATE INDEX capture_of_bytes ON capture (bytes);
CREATE TABLE version (
    -- What an article said, by one extractor. A capture that says nothing new makes none.
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (number),
    extractor INTEGER NOT NULL REFERENCES extractor (number),
    id TEXT NOT NULL,  -- of the record
    substance BLOB NOT NULL,  -- hash of all that the record says but where on the page it says it
    at TEXT NOT NULL,  -- UTC: when captured, else modified, else published, else added; orders the versions
    captured TEXT,  -- ISO 8601 as stated, of its first capture
    url TEXT,
    headline TEXT,
    publisher TEXT,
    in_language TEXT,
    page_type TEXT NOT NULL,
    date_published TEXT,  -- only as precise as the page
    date_modified TEXT,
    word_count INTEGER,
    changed INTEGER NOT NULL DEFAULT 0,  -- 1: says other words than the version before it
    silent_edit INTEGER NOT NULL DEFAULT 0,  -- 1: changed, with no new modified time and no correction note
    current INTEGER NOT NULL DEFAULT 0,  -- 1: the article's newest
    copy_of INTEGER  -- a version of another article that this one keeps half of, or that keeps half of it
);
CREATE INDEX version_of_article ON version (article);
CREATE INDEX version_by_id ON version (id);
CREATE INDEX version_copy_of ON version (copy_of) WHERE copy_of IS NOT NULL;
CREATE TABLE record (
    -- The whole record of a version with its evidence, as JSON in a Zstandard frame.
    version INTEGER PRIMARY KEY REFERENCES version (number),
    packed BLOB NOT NULL,
    dictionary INTEGER NOT NULL REFERENCES dictionary (number),  -- the frame is packed after this one's data and
    after INTEGER  -- after the bytes of this number, where there are some: a record repeats its page's words
);
CREATE TABLE reading (
    -- What an extractor read in a capture.
    capture INTEGER NOT NULL REFERENCES capture (number),
    version INTEGER NOT NULL REFERENCES version (number),
    packed BLOB,  -- this capture's own record, with the version's as dictionary; NULL: it is the version's
    PRIMARY KEY (capture, version)
) WITHOUT ROWID;
CREATE INDEX reading_of_version ON reading (version);
CREATE TABLE author (
    version INTEGER NOT NULL REFERENCES version (number),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,  -- person or organization
    PRIMARY KEY (version, position)
) WITHOUT ROWID;
CREATE TABLE statement (
    -- Who said what, where that was asked for.
    version INTEGER NOT NULL REFERENCES version (number),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,  -- direct, indirect, mixed
    speaker TEXT,
    role TEXT,
    mention TEXT,  -- the words used for the speaker here
    content TEXT NOT NULL,
    confidence REAL NOT NULL,
    PRIMARY KEY (version, position)
) WITHOUT ROWID;
CREATE TABLE sample (
    -- A few hashes of five words in a row, of each article: what finds copies.
    hash INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (hash, version)
) WITHOUT ROWID;
CREATE TABLE copy (
    -- Pairs of articles that share text, found while adding. A family of many is held together by its first.
    version INTEGER NOT NULL REFERENCES version (number),
    other INTEGER NOT NULL REFERENCES version (number),
    share REAL NOT NULL,  -- how much of the version's words stand in the other, 0 to 1
    other_share REAL NOT NULL,  -- how much of the other's words stand in this version
    PRIMARY KEY (version, other)
) WITHOUT ROWID;
CREATE INDEX copy_other ON copy (other);
CREATE TABLE tag (
    article INTEGER NOT NULL REFERENCES article (number),
    tag TEXT NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (article, tag)
) WITHOUT ROWID;
CREATE INDEX tagged ON tag (tag);
CREATE TABLE note (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (number),
    text TEXT NOT NULL,
    made TEXT NOT NULL
);
CREATE INDEX note_of_article ON note (article);
CREATE TABLE saved_search (
    name TEXT PRIMARY KEY,
    query TEXT NOT NULL,
    made TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE tombstone (
    -- An article that was taken out, and why. Nothing of what it said is kept.
    number INTEGER PRIMARY KEY,
    captures INTEGER NOT NULL,  -- how many went with it
    reason TEXT,
    forgotten TEXT NOT NULL
);
CREATE TABLE tombstone_mark (
    -- SHA-256 of its bytes, addresses and ids, each with what it is: so that adding it again is refused.
    mark BLOB PRIMARY KEY,
    tombstone INTEGER NOT NULL REFERENCES tombstone (number)
) WITHOUT ROWID;
"""

ADDED = speakers.SPEAKERS + stories.STORIES
"""Tables that came later, each beside the code that fills it."""

VIEWS = """
DROP VIEW IF EXISTS articles;
CREATE VIEW articles AS
    -- One row an article: its newest version.
    SELECT v.id, v.headline, v.publisher, v.date_published, v.date_modified,
        (SELECT group_concat(name, ', ') FROM author WHERE version = v.number) AS author,
        v.in_language, v.page_type, v.word_count, v.url,
        (SELECT count(*) FROM version WHERE article = a.number AND extractor = v.extractor) AS versions,
        (SELECT count(*) FROM capture WHERE article = a.number) AS captures,
        (SELECT group_concat(tag, ', ') FROM tag WHERE article = a.number) AS tags,
        (SELECT id FROM version WHERE number = v.copy_of) AS copy_of,
        a.number AS article
    FROM article a JOIN version v ON v.number = a.current;
DROP VIEW IF EXISTS versions;
CREATE VIEW versions AS
    -- Every version of every article, in time.
    SELECT v.id, v.at, v.headline, v.date_published, v.date_modified, v.captured, v.changed, v.silent_edit, v.current,
        v.word_count, v.page_type, v.url, e.version AS extractor,
        (SELECT count(*) FROM reading WHERE version = v.number) AS captures,
        v.article, v.number AS version
    FROM version v JOIN extractor e ON e.number = v.extractor
    ORDER BY v.article, v.at, v.number;
DROP VIEW IF EXISTS statements;
CREATE VIEW statements AS
    -- Who said what in the newest version of each article.
    SELECT s.speaker, s.role, s.kind, s.content, v.headline, v.publisher, v.date_published, v.url, v.id, s.position,
        s.confidence
    FROM statement s JOIN version v ON v.number = s.version WHERE v.current = 1;
DROP VIEW IF EXISTS people;
CREATE VIEW people AS
    -- Who wrote and who is quoted, by name as written: two people of one name are one row.
    SELECT name, sum(wrote) AS articles_written, sum(said) AS statements_made FROM (
        SELECT name, 1 AS wrote, 0 AS said FROM author JOIN version v ON v.number = version
            WHERE v.current = 1 AND type = 'person'
        UNION ALL
        SELECT speaker, 0, 1 FROM statement JOIN version v ON v.number = version
            WHERE v.current = 1 AND speaker IS NOT NULL
    ) GROUP BY name;
DROP VIEW IF EXISTS speakers;
CREATE VIEW speakers AS
    -- Who is quoted in the newest version of each article, however the name is written there.
    SELECT p.key, min(coalesce(s.speaker, s.mention)) AS written, count(*) AS statements,
        count(DISTINCT s.version) AS articles, count(DISTINCT v.publisher) AS publishers,
        min(coalesce(v.date_published, v.at)) AS first, max(coalesce(v.date_published, v.at)) AS last
    FROM speaker p JOIN statement s ON s.who = p.number JOIN version v ON v.number = s.version
    WHERE v.current = 1 GROUP BY p.number;
"""
"""Made anew by every migration, so that they always show the tables as they are."""

LATER = {
    ("bytes", "text"): (
        "INTEGER REFERENCES version (number)",
        "the frame leaves out the text of this version too, which search_stored keeps",
    ),
    ("record", "text"): (
        "INTEGER NOT NULL DEFAULT 0",
        "1: the frame leaves out the version's text too, which search_stored keeps",
    ),
}
"""Columns that came after the first version: table and name → type, and what it holds."""


def _first(connection: sqlite3.Connection) -> None:
    run_script(connection, TABLES)
    dictionaries.keep(connection, "record", dictionaries.scaffold(), now())
    index.create(connection)


def _texts_once(connection: sqlite3.Connection) -> None:
    """Frames may leave out the text that the index keeps. Those that are there stay as they are."""
    for table, column in (("bytes", "text"), ("record", "text")):
        kind, comment = LATER[table, column]
        connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind} /* {comment} */")


def _quoted_and_told(connection: sqlite3.Connection) -> None:
    """Who is quoted, however the name is written, and which articles are of one event."""
    run_script(connection, ADDED)
    speakers.tie_all(connection)
    stories.keep_all(connection)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first, _texts_once, _quoted_and_told)
"""From each version of the schema to the next; the number of those done is the file's ``user_version``.

A new archive goes through all of them too, so one that was taken forward is no other than a new one. What is here is never
changed: there are archives that were made by it.
"""


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Run several statements inside the caller's transaction, which ``executescript`` would end."""
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            connection.execute(waiting)
            waiting = ""
