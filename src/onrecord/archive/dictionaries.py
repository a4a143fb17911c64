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

__all__ = [
    "Against",
    "Shared",
    "dictionary",
    "due",
    "find_against",
    "keep",
    "learn",
    "pages_to_learn_from",
    "scaffold",
]

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


class Shared(NamedTuple):
    """A dictionary as the archive keeps it."""

    number: int
    packed: bytes

    def ready(self) -> packing.Dictionary:
        """It, ready to pack with."""
        return _ready(self.packed)


class Against(NamedTuple):
    """The dictionaries in use, for whichever process packs."""

    record: Shared
    page: Shared | None


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


def find_against(connection: sqlite3.Connection) -> Against:
    """The newest dictionary of each kind."""
    # Beside max() SQLite gives the other columns of that row (sqlite.org/lang_select.html, 2.5).
    rows = connection.execute("SELECT kind, max(number), data FROM dictionary GROUP BY kind").fetchall()
    found = {kind: Shared(number, data) for kind, number, data in rows}
    return Against(found["record"], found.get("page"))


def dictionary(connection: sqlite3.Connection, number: int) -> packing.Dictionary:
    """A kept dictionary, ready to pack with."""
    row = connection.execute("SELECT data FROM dictionary WHERE number = ?", (number,)).fetchone()
    if row is None:
        raise packing.Damaged(f"dictionary {number} is gone")
    return _ready(row[0])


@functools.lru_cache(
    maxsize=16
)  # by its bytes: another archive may come to lie at the path of one that is gone
def _ready(packed: bytes) -> packing.Dictionary:
    return packing.Dictionary(packing.unpack(packed))


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
