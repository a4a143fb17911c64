"""What packed bytes are packed against: the words that records share, and the mark-up that an archive's pages share.

The second is learnt from the archive itself, once it holds some hundred pages, and again when it has grown tenfold: the
tags, and the pieces of code, that stand on several articles' pages. Frames name the one they were packed with, so an
older one stays. No words for people go in, wherever on a page they stand: what an article says must be able to leave the
archive (`care.forget`).
"""

import functools
import itertools
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.archive import packing
from onrecord.search.asking import cell, column

_LEARN_AT = (100, 1_000, 10_000, 100_000)
"""Pages in the archive at which it learns. From 300 of the data folder's, which are of 1,700 sites, pages pack 6% smaller;
where all are of one site, a quarter (made of six real pages, their words exchanged)."""
_PAGES = 300
_SIZE = 200_000
_LEAST = 3
"""Articles on whose pages a piece stands."""
_LOOKED_AT = 2_000_000
"""Bytes of a page."""

_TAG = re.compile(
    rb"""
    </?[a-z][\w:-]*+
    (?: \s++
        (?! (?: abbr | alt | aria-(?:label|placeholder|roledescription|valuetext) | content | download | label
              | placeholder | srcdoc | title | value ) \b )
        [\w:@.-]++
        (?: = (?: (?: (?<=\sclass=) | (?<=\srel=) | (?<=\sstyle=) | (?<=\ssizes=) | (?<=\sviewbox=) | (?<=\sd=) ) "[^"<>]*+"
                | "[^"\s<>]*+" | '[^'\s<>]*+' | [^\s"'<>=`]++ ) )?+
    )*+
    (?: \s*+ /?+ > )?+
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A tag with nothing for people in it: none of the attributes that a translator would be given (the HTML Standard, under
``translate``, and WAI-ARIA name them), and no values with blanks but of those that list names or numbers."""
_SCRIPTS = re.compile(
    rb"<(?:script|style)\b[^<>]*+>(.*?)(?:</(?:script|style)|\Z)", re.IGNORECASE | re.DOTALL
)
_STRING = re.compile(
    rb""" "(?:[^"\\\n]|\\.)*+"?+ | '(?:[^'\\\n]|\\.)*+'?+ | `(?:[^`\\]|\\.)*+`?+ """, re.DOTALL | re.VERBOSE
)
_PIECES = re.compile(rb"(?<=[;}\n])")
_CODE = re.compile(rb"[][=(){}_$|&]|:\S")
"""What sentences hardly hold."""
_WORDS = re.compile(
    rb"[\x80-\xff] | [a-z]{2,}+\ [a-z]{2,}+\ [a-z]{2} | /(?:[a-z\d]++[-_+]){3}[a-z\d]",
    re.IGNORECASE | re.VERBOSE,
)
"""Words for people after all: in letters that code is not written in, three in a row, or as an address repeats a headline."""
_SHORTEST, _LONGEST = 8, 2_000


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


# By its bytes: another archive may come to lie at the path of one that is gone.
@functools.lru_cache(maxsize=16)
def _ready(packed: bytes) -> packing.Dictionary:
    return packing.Dictionary(packing.unpack(packed))


def due(connection: sqlite3.Connection) -> bool:
    """Whether the archive has grown so much that it should learn."""
    learnt = cell(connection, int, "SELECT count(*) FROM dictionary WHERE kind = 'page'") or 0
    if learnt >= len(_LEARN_AT):
        return False
    return (cell(connection, int, "SELECT max(number) FROM bytes") or 0) >= _LEARN_AT[learnt]


def learn(pages: Iterable[bytes]) -> bytes:
    """The mark-up that ``pages``, each of another article, share; the most frequent last, where it costs least."""
    seen: Counter[bytes] = Counter()  # in the order of the pages, where neighbours stand together
    for page in pages:
        seen.update(dict.fromkeys(_markup(page[:_LOOKED_AT]), 1))
    shared = sorted((piece for piece in seen if seen[piece] >= _LEAST), key=seen.__getitem__)
    return b"".join(shared)[-_SIZE:]


def _markup(page: bytes) -> Iterator[bytes]:
    """Tags, and pieces of scripts and style sheets; what these hold in quotation marks is data, not code."""
    code = (part for script in _SCRIPTS.findall(page) for part in _STRING.split(script))
    pieces = (piece for part in code for piece in _PIECES.split(part) if _CODE.search(piece))
    for piece in itertools.chain(_TAG.findall(page), pieces):
        if _SHORTEST <= len(piece) < _LONGEST and not _WORDS.search(piece):
            yield piece


def pages_to_learn_from(connection: sqlite3.Connection) -> list[int]:
    """Numbers of kept bytes: the last page of each of the last articles."""
    sql = (
        "SELECT max(c.bytes) FROM capture c JOIN bytes b ON b.number = c.bytes WHERE b.packed IS NOT NULL"
        " AND c.number > (SELECT max(number) FROM capture) - ? GROUP BY c.article ORDER BY 1 DESC LIMIT ?"
    )
    return column(connection, sql, 10 * _PAGES, _PAGES)
