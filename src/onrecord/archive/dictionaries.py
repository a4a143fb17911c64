"""What packed bytes are packed against: the words that records share, and the mark-up that an archive's pages share.

The second is learnt from the archive itself, once it holds some hundred pages, and again when it has grown tenfold: the
pieces of mark-up and script that stand on several articles' pages. Frames name the one they were packed with, so an
older one stays. No text goes in: what an article says must be able to leave the archive (`care.forget`).
"""

import functools
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from onrecord.archive import packing
from onrecord.archive.connecting import connect_to_read

__all__ = ["Against", "dictionary", "due", "find_against", "keep", "learn", "pages_to_learn_from", "scaffold"]

_LEARN_AT = (100, 1_000, 10_000, 100_000)
"""Pages in the archive at which it learns. From 300 of the data folder's, which are of 1,700 sites, pages pack 5% smaller;
where an archive is of few sites, to a half or less."""
_PAGES = 300
_SIZE = 200_000
_LEAST = 3
"""Articles on whose pages a piece stands."""
_LOOKED_AT = 2_000_000
"""Bytes of a page."""

_PIECES = re.compile(rb"(?<=>)|(?<=[;{}\n,])")
_MARKUP = re.compile(rb'[<={("]')


class Against(NamedTuple):
    """Where a process finds the dictionaries in use."""

    path: str
    record: int
    page: int | None


@functools.cache
def scaffold() -> bytes:
    """The words that records share, as a new archive takes them along."""
    return Path(__file__).with_name("scaffold.jsonl").read_bytes()


def keep(connection: sqlite3.Connection, kind: str, data: bytes, made: str) -> int:
    """Keep a dictionary; its number."""
    cursor = connection.execute(
        "INSERT INTO dictionary (kind, data, made) VALUES (?, ?, ?)", (kind, packing.pack(data), made)
    )
    return cursor.lastrowid or 0


def find_against(connection: sqlite3.Connection, path: Path) -> Against:
    """The newest dictionary of each kind."""
    found = dict(connection.execute("SELECT kind, max(number) FROM dictionary GROUP BY kind").fetchall())
    return Against(str(path), found["record"], found.get("page"))


@functools.lru_cache(maxsize=16)  # a number never means another dictionary
def dictionary(path: str, number: int) -> packing.Dictionary:
    """A kept dictionary, ready to pack with; found in the file by whichever process needs it."""
    connection = connect_to_read(Path(path))
    try:
        row = connection.execute("SELECT data FROM dictionary WHERE number = ?", (number,)).fetchone()
    finally:
        connection.close()
    if row is None:
        raise packing.Damaged(f"dictionary {number} is gone")
    return packing.Dictionary(packing.unpack(row[0]))


def due(connection: sqlite3.Connection) -> bool:
    """Whether the archive has grown so much that it should learn."""
    learnt = connection.execute("SELECT count(*) FROM dictionary WHERE kind = 'page'").fetchone()[0]
    if learnt >= len(_LEARN_AT):
        return False
    return int(connection.execute("SELECT max(number) FROM bytes").fetchone()[0] or 0) >= _LEARN_AT[learnt]


def learn(pages: Iterable[bytes]) -> bytes:
    """The mark-up that ``pages``, each of another article, share; the most frequent last, where it costs least."""
    seen: Counter[bytes] = Counter()
    for page in pages:
        seen.update({p for p in _PIECES.split(page[:_LOOKED_AT]) if 8 <= len(p) < 400 and _MARKUP.search(p)})  # noqa: PLR2004
    shared = sorted((count, piece) for piece, count in seen.items() if count >= _LEAST)
    return b"".join(piece for _, piece in shared)[-_SIZE:]


def pages_to_learn_from(connection: sqlite3.Connection) -> list[int]:
    """Numbers of kept bytes: the last page of each of the last articles."""
    rows = connection.execute(
        "SELECT max(c.bytes) FROM capture c JOIN bytes b ON b.number = c.bytes WHERE b.packed IS NOT NULL"
        " AND c.number > (SELECT max(number) FROM capture) - ? GROUP BY c.article ORDER BY 1 DESC LIMIT ?",
        (10 * _PAGES, _PAGES),
    )
    return [row[0] for row in rows]
