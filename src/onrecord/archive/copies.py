"""Copies: the same story in other articles, cut, extended, under another headline, with other quotation marks.

A few hashes of each article's runs of words stand in a table (`shingles.samples`). A new article is looked up by its
own, the few that share most are compared with it exactly, over all runs, and what is found is kept as pairs. Each step
is bounded, so the cost of an article does not grow with the archive.
"""

import functools
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from onrecord.archive.lineup import in_utc, is_before
from onrecord.archive.shingles import Shares, shared, shingled
from onrecord.search import index
from onrecord.search.asking import cell, column

LEAST = 0.4
"""Share of one of the two articles that stands in the other, from which they are kept as a pair."""
HALF = 0.5
"""Share from which the later is a copy of the earlier, which a search may hide."""

_LEAST_WORDS = 40
"""Words that are shared at least: less is a quotation, or a notice that many pages carry."""
POSTINGS = 20
"""Articles that are looked at for one hash, the earliest: what everybody repeats finds no more than these."""
CHECKED = 6
"""Articles that are compared exactly."""
_FAMILY = 2_000
"""Members of a family that are looked at for one of them."""

Compare = Callable[[int, int], Shares]
"""What two versions share."""


def comparing(text: Callable[[int], str | None]) -> Compare:
    """Compares what ``text`` gives of versions; of the last few hundred the runs of words are remembered."""
    runs = functools.lru_cache(maxsize=400)(lambda version: shingled(text(version) or ""))
    return lambda version, other: shared(runs(version), runs(other))


class Found(NamedTuple):
    """Another version that shares text with the one asked for."""

    version: int
    shares: Shares
    root: int | None
    """What it is itself a copy of."""


def find_copies(
    connection: sqlite3.Connection,
    article: int,
    version: int,
    samples: Iterable[int],
    compare: Compare,
) -> Iterator[Found]:
    """Versions of other articles that share text with ``version``, the most alike first."""
    met: Counter[int] = Counter()
    for sample in samples:
        met.update(column(connection, "SELECT version FROM sample WHERE hash = ? LIMIT ?", sample, POSTINGS))
    tried: dict[int, Found | None] = {}
    for candidate, _ in sorted(met.items(), key=lambda item: (-item[1], item[0])):
        row = connection.execute(
            "SELECT article, copy_of FROM version WHERE number = ?", (candidate,)
        ).fetchone()
        if row is None or row[0] == article:
            continue
        for other, root in ((candidate, row[1]), (row[1], None)):
            if other is None or other in tried or len(tried) >= CHECKED:
                continue
            if root is not None or _article(connection, other) != article:
                tried[other] = _checked(version, other, root, compare)
        if len(tried) >= CHECKED:
            break
    found = [hit for hit in tried.values() if hit]
    found.sort(key=lambda hit: (-max(hit.shares.first, hit.shares.second), hit.version))
    yield from found


def _article(connection: sqlite3.Connection, version: int) -> int | None:
    return cell(connection, int, "SELECT article FROM version WHERE number = ?", version)


def _checked(version: int, other: int, root: int | None, compare: Compare) -> Found | None:
    shares = compare(version, other)
    return Found(other, shares, root) if is_copy(shares) else None


def is_copy(shares: Shares) -> bool:
    """Whether two articles share enough to be named together."""
    return shares.words >= _LEAST_WORDS and max(shares.first, shares.second) >= LEAST


def _is_half(shares: Shares) -> bool:
    return is_copy(shares) and max(shares.first, shares.second) >= HALF


def keep_copies(
    connection: sqlite3.Connection,
    article: int,
    version: int,
    samples: Iterable[int],
    compare: Compare,
) -> int | None:
    """Find the copies of a new version and keep the pairs and its samples; what it is a copy of, None where of none.

    Of a family it is the article that came first, in its newest version: every other is one of it, if it shares half with
    that itself. An article that has copies is none.
    """
    chosen = tuple(samples)
    first: tuple[int, int] | None = None
    for hit in find_copies(connection, article, version, chosen, compare):
        connection.execute(
            "INSERT OR REPLACE INTO copy (version, other, share, other_share) VALUES (?, ?, ?, ?)",
            (version, hit.version, round(hit.shares.first, 4), round(hit.shares.second, 4)),
        )
        other = _newest(connection, hit.version) if hit.root is None and _is_half(hit.shares) else None
        # What it says now may be another thing than what was copied.
        if (
            other
            and (first is None or other < first)
            and (other[1] == hit.version or _is_half(compare(version, other[1])))
        ):
            first = other
    root = first[1] if first and not _has_copies(connection, article) else None
    connection.executemany(
        "INSERT OR IGNORE INTO sample (hash, version) VALUES (?, ?)", ((h, version) for h in chosen)
    )
    if root is not None:
        connection.execute("UPDATE version SET copy_of = ? WHERE number = ?", (root, version))
    return root


def _newest(connection: sqlite3.Connection, version: int) -> tuple[int, int] | None:
    """The article of ``version`` and its newest version; None where that is itself a copy."""
    row = connection.execute(
        "SELECT a.number, a.current FROM version v JOIN article a ON a.number = v.article"
        " JOIN version c ON c.number = a.current WHERE v.number = ? AND c.copy_of IS NULL",
        (version,),
    ).fetchone()
    return (int(row[0]), int(row[1])) if row else None


def _has_copies(connection: sqlite3.Connection, article: int) -> bool:
    copies = "SELECT 1 FROM version WHERE copy_of IN (SELECT number FROM version WHERE article = ?) LIMIT 1"
    return cell(connection, bool, copies, article) is not None


def succeed(
    connection: sqlite3.Connection, old: int, new: int, compare: Compare, *, same_words: bool
) -> list[int]:
    """Let version ``new`` be what its article is named by, as ``old`` was; gives the versions whose marks are others now.

    What was a copy of the old one is a copy of the new one, if it shares half with that too. Where both say the same words
    the new one takes over all that was found of the old one.
    """
    if not same_words:
        root = column(connection, "SELECT coalesce(copy_of, number) FROM version WHERE number = ?", new)
        return _regroup(connection, [old], compare, root)
    touched = column(
        connection, "UPDATE version SET copy_of = ? WHERE copy_of = ? RETURNING number", new, old
    )
    for table, side in (("sample", "version"), ("copy", "version"), ("copy", "other")):
        connection.execute(f"UPDATE OR REPLACE {table} SET {side} = ? WHERE {side} = ?", (new, old))  # noqa: S608  # our own words
    connection.execute(
        "UPDATE version SET copy_of = (SELECT copy_of FROM version WHERE number = ?1)"
        " WHERE number = ?2 AND copy_of IS NULL",
        (old, new),
    )
    return [*touched, new]


def orphan(connection: sqlite3.Connection, gone: Iterable[int]) -> list[int]:
    """Let what were copies of versions that are ``gone`` be copies of the first among them; gives those versions."""
    return _regroup(connection, gone, comparing(functools.partial(index.text, connection)), [])


def _regroup(
    connection: sqlite3.Connection, olds: Iterable[int], compare: Compare, roots: list[int]
) -> list[int]:
    """Let what were copies of ``olds`` be copies of the first of ``roots`` that they share half with; gives those versions.

    The newest version of an article that shares half with none is one of them, for those of the articles after it.
    """
    marked = [
        (article, number, current)
        for old in olds
        for article, number, current in connection.execute(
            "SELECT article, number, current FROM version WHERE copy_of = ?", (old,)
        )
    ]
    for article, number, current in sorted(marked):
        others = (root for root in roots if _article(connection, root) != article)
        root = next((one for one in others if _is_half(compare(number, one))), None)
        connection.execute("UPDATE version SET copy_of = ? WHERE number = ?", (root, number))
        if root is None and current and len(roots) < CHECKED:
            roots.append(number)
    return [number for _, number, _ in marked]


def part(connection: sqlite3.Connection, article: int) -> list[int]:
    """Undo what was found between versions of one article, which were two; gives the versions whose marks are others now."""
    own = "(SELECT number FROM version WHERE article = ?1)"
    connection.execute(f"DELETE FROM copy WHERE version IN {own} AND other IN {own}", (article,))  # noqa: S608  # our own words
    sql = f"UPDATE version SET copy_of = NULL WHERE article = ?1 AND copy_of IN {own} RETURNING number"  # noqa: S608  # our own words
    return column(connection, sql, article)


def original(connection: sqlite3.Connection, version: int) -> str | None:
    """Id of what ``version`` is a copy of: of the articles that share half with it and were there before it, the first.

    They were there when they were published, else seen; where that does not tell, who came into the archive first was.
    """
    found = connection.execute(_HALVES, (version, HALF, _FAMILY)).fetchall()
    met = {number for *_, number in found}
    compare = comparing(functools.partial(index.text, connection))
    for number in _before(connection, version, (row[:3] for row in found)):
        # What was compared may have been an earlier version of it.
        if number in met or _is_half(compare(version, number)):
            return cell(connection, str, "SELECT id FROM version WHERE number = ?", number)
    return None


def first_of(connection: sqlite3.Connection, root: int) -> int:
    """Of version ``root`` and those that are marked as copies of it the one that was there first, as `original` tells it."""
    rows = connection.execute(
        "SELECT article, number, coalesce(date_published, at) FROM version WHERE copy_of = ? AND current LIMIT ?",
        (root, _FAMILY),
    )
    return next(iter(_before(connection, root, rows)), root)


def _before(
    connection: sqlite3.Connection, version: int, others: Iterable[tuple[int, int, str]]
) -> list[int]:
    """Those of the ``others`` (article, version, when) that were there before ``version``, the first comes first."""
    article, mine = connection.execute(
        "SELECT article, coalesce(date_published, at) FROM version WHERE number = ?", (version,)
    ).fetchone()
    at = in_utc(mine) or mine
    found = [
        (when, other, number)
        for other, number, told in others
        for when in (in_utc(told) or told,)
        if other != article and (is_before(when, at) or (other < article and not is_before(at, when)))
    ]
    return [number for *_, number in sorted(found)]


_HALVES = """
SELECT a.number, c.number, coalesce(c.date_published, c.at), v.number FROM (
    SELECT other AS number FROM copy WHERE version = ?1 AND max(share, other_share) >= ?2
    UNION SELECT version FROM copy WHERE other = ?1 AND max(share, other_share) >= ?2
    UNION SELECT copy_of FROM version WHERE number = ?1
    UNION SELECT number FROM version WHERE copy_of = ?1
    LIMIT ?3
) JOIN version v USING (number) JOIN article a ON a.number = v.article JOIN version c ON c.number = a.current
"""


_PAIRED = (
    "SELECT other FROM copy WHERE version = ?1 UNION SELECT version FROM copy WHERE other = ?1"
    " UNION SELECT number FROM version WHERE copy_of = ?1 LIMIT ?2"
)


def related(connection: sqlite3.Connection, version: int) -> list[int]:
    """Versions that pairs lead to in two steps from those of the article of ``version``.

    They are its family, and what only a member shares with; none is of that article itself.
    """
    of_article = "SELECT number FROM version WHERE article = (SELECT article FROM version WHERE number = ?)"
    own = column(connection, of_article, version)
    seen = dict.fromkeys(own)
    fresh = own
    for _ in range(2):
        reached = dict.fromkeys(
            other for number in fresh for other in column(connection, _PAIRED, number, _FAMILY)
        )
        fresh = [number for number in reached if number not in seen]
        seen.update(dict.fromkeys(fresh[: max(0, _FAMILY - len(seen))]))
    return list(seen)[len(own) :]
