"""Stories: articles that tell of one event, near in time, that share names and rare words.

A new article is looked up by its terms (`gist`) among those of the days around it; the few that share most are compared
with it, and it joins the story whose articles are likest, or begins one. Every step is bounded, so the cost of an
article does not grow with the archive. How a term is weighed is told by how many articles of those days have it.
"""

import math
import sqlite3
from collections import defaultdict
from collections.abc import Container, Iterable
from typing import NamedTuple

from onrecord.archive.gist import NAME, NUMBER, WORD, Gist, gist_of_texts, pack_gist, unpack_gist
from onrecord.search import index
from onrecord.search.asking import cell, column
from onrecord.search.periods import whole_days

STORIES = """
CREATE TABLE story (
    -- One event, as articles tell it; most have one article.
    number INTEGER PRIMARY KEY,
    articles INTEGER NOT NULL,
    first_day INTEGER NOT NULL,  -- of its first article; days since 0001-01-01, plus one
    last_day INTEGER NOT NULL
);
CREATE INDEX story_of_many ON story (last_day) WHERE articles > 1;
CREATE TABLE story_article (
    -- Which story an article tells, by the first version that could be read.
    article INTEGER PRIMARY KEY REFERENCES article (number),
    story INTEGER NOT NULL REFERENCES story (number),
    day INTEGER NOT NULL,  -- published, else seen
    weight REAL NOT NULL,  -- of all its terms, when it came
    name_weight REAL NOT NULL,  -- of its names and numbers
    gist BLOB NOT NULL  -- hashes of its names, numbers and rare words
);
CREATE INDEX story_has ON story_article (story);
CREATE INDEX story_on ON story_article (day);
CREATE TABLE story_term (
    -- Which articles have a term, day by day: what finds those that may tell one story.
    term INTEGER NOT NULL,
    day INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (term, day, article)
) WITHOUT ROWID;
"""


# What follows is settled by measuring (``make bench-stories``), on the first half of cases/stories alone.
_DAYS = 4
"""Between two articles that are compared."""
_JOINED = 0.22
"""Likeness from which an article joins a story."""
_ACROSS = 0.3
"""The same, of names and numbers alone, for articles in two languages."""
_FADING = 0.1
"""Of the likeness, for each day between two articles."""
_MEMBERS = 2
"""Articles of a story, the likest, that speak for it."""

_POSTED = 20
"""Terms of an article by which it is found: 32 found no more."""
_POSTINGS = 64
"""Articles that are looked at for one term: what more have is common in those days."""
_COMPARED = 16
"""Articles that are compared."""
_COUNTED = 4_000
"""Articles of the days around that are counted at most."""

_BACKGROUND = 500
"""Articles that a small archive is thought to stand among: a word that two of ten have is not common for that."""
_EXPECTED = {NAME: 0.02, NUMBER: 0.01, WORD: 0.02}
"""Share of those that have a term of a kind."""


class _Around(NamedTuple):
    """The articles of the days around one."""

    total: int
    having: dict[int, int]
    """Term → how many of them have it."""


class _Met(NamedTuple):
    article: int
    story: int
    day: int
    weight: float
    name_weight: float
    gist: Gist


def keep_story(connection: sqlite3.Connection, article: int, day: int, gist: Gist) -> None:
    """Put a new article into its story, made where there is none; one that is there already stays where it is."""
    if connection.execute("SELECT 1 FROM story_article WHERE article = ?", (article,)).fetchone():
        return
    met, around = _look_up(connection, article, day, gist)
    weights = _weights(gist, around)
    mine = _Met(article, 0, day, _total(gist, weights), _total(gist, weights, names=True), gist)
    likeness = {other.article: _likeness(mine, other, weights) for other in met}
    stories = _stories(met, likeness)
    story = stories[0] if stories else _begin(connection, day)
    for other in stories[1:]:
        if _one_event(connection, story, other, around):
            connection.execute("UPDATE story_article SET story = ? WHERE story = ?", (story, other))
            _recount(connection, other)
    connection.execute(
        "INSERT INTO story_article (article, story, day, weight, name_weight, gist) VALUES (?, ?, ?, ?, ?, ?)",
        (article, story, day, mine.weight, mine.name_weight, pack_gist(gist)),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO story_term (term, day, article) VALUES (?, ?, ?)",
        ((term.hash, day, article) for term in gist.terms[:_POSTED]),
    )
    _recount(connection, story)


def keep_all(connection: sqlite3.Connection) -> None:
    """Put the articles of an archive that was made before there were stories into theirs, in the order they came."""
    rows = connection.execute(
        "SELECT a.number, v.number, coalesce(v.date_published, v.captured, v.at) FROM article a JOIN version v"
        " ON v.number = a.current WHERE v.page_type IN ('article', 'liveblog') ORDER BY a.number"
    ).fetchall()
    for article, version, moment in rows:
        if text := index.kept(connection, version):
            gist = gist_of_texts(text.headline, text.standfirst, text.body, text.language)
            if gist.terms:
                keep_story(connection, article, day_of(moment), gist)


def _look_up(
    connection: sqlite3.Connection, article: int, day: int, gist: Gist
) -> tuple[list[_Met], _Around]:
    """The articles of the days around that share most, and how many there have each term."""
    low, high = day - _DAYS, day + _DAYS
    counted = "SELECT count(*) FROM (SELECT 1 FROM story_article WHERE day BETWEEN ? AND ? LIMIT ?)"
    total = cell(connection, int, counted, low, high, _COUNTED) or 0
    having: dict[int, int] = {}
    scores: dict[int, float] = defaultdict(float)
    for term in gist.terms[:_POSTED]:
        rows = connection.execute(
            "SELECT article FROM story_term WHERE term = ? AND day BETWEEN ? AND ? ORDER BY day DESC LIMIT ?",
            (term.hash, low, high, _POSTINGS),
        ).fetchall()
        having[term.hash] = len(rows)
        weight = _weight(term.kind, len(rows), total)
        for (other,) in rows:
            scores[other] += weight
    best = sorted(scores, key=lambda other: (-scores[other], other))[:_COMPARED]
    mine = {term.hash for term in gist.terms}
    return [_met(connection, other, mine) for other in best if other != article], _Around(total, having)


def _met(connection: sqlite3.Connection, article: int, only: Container[int] | None = None) -> _Met:
    """An article of the table; of its terms those that may be shared, where ``only`` names them."""
    row = connection.execute(
        "SELECT article, story, day, weight, name_weight, gist FROM story_article WHERE article = ?",
        (article,),
    ).fetchone()
    number, story, day, weight, name_weight, gist = row
    return _Met(number, story, day, weight, name_weight, unpack_gist(gist, only))


def _weight(kind: int, having: int, total: int) -> float:
    """How much a term says: the less, the more articles of those days have it."""
    share = (having + _BACKGROUND * _EXPECTED[kind]) / (total + _BACKGROUND)
    return -math.log(min(share, 1.0))


def _weights(gist: Gist, around: _Around) -> dict[int, float]:
    """Those of the terms of ``gist``, among the articles around."""
    return {t.hash: _weight(t.kind, around.having.get(t.hash, 0), around.total) for t in gist.terms}


def _total(gist: Gist, weights: dict[int, float], *, names: bool = False) -> float:
    return sum(weights[t.hash] * t.stress for t in gist.terms if not names or t.kind != WORD)


def _likeness(mine: _Met, other: _Met, weights: dict[int, float]) -> float:
    """From 0 to about 1, in the measure of `_JOINED`."""
    days = abs(mine.day - other.day)
    if days > _DAYS:
        return 0.0
    theirs = {term.hash: term for term in other.gist.terms}
    shared = [(term, theirs[term.hash]) for term in mine.gist.terms if term.hash in theirs]
    across = bool(mine.gist.language and other.gist.language and mine.gist.language != other.gist.language)
    fresh = 1 - _FADING * days
    if across:
        shared = [(a, b) for a, b in shared if WORD not in {a.kind, b.kind}]
    said = sum(weights[a.hash] * math.sqrt(a.stress * b.stress) for a, b in shared)
    if across:
        least = min(mine.name_weight, other.name_weight)
        enough = least and len(shared) >= _NAMES
        return fresh * said / least * _JOINED / _ACROSS if enough else 0.0
    whole = math.sqrt(mine.weight * other.weight)
    return fresh * said / whole if whole and any(a.kind != NAME for a, _ in shared) else 0.0


_NAMES = 3
"""Names and numbers that articles in two languages share at least."""


def _stories(met: Iterable[_Met], likeness: dict[int, float]) -> list[int]:
    """The stories that an article is like enough to join, the likest first."""
    members: dict[int, list[float]] = defaultdict(list)
    for other in met:
        members[other.story].append(likeness[other.article])
    scores = {}
    for story, found in members.items():
        best = sorted(found, reverse=True)[:_MEMBERS]
        scores[story] = sum(best) / len(best)
    return sorted((s for s in scores if scores[s] >= _JOINED), key=lambda s: (-scores[s], s))


def _one_event(connection: sqlite3.Connection, story: int, other: int, around: _Around) -> bool:
    """Whether two stories that one article would join are one: a few articles of each are compared."""
    members = "SELECT article FROM story_article WHERE story = ? ORDER BY day DESC LIMIT ?"
    sides = [
        [_met(connection, article) for article in column(connection, members, one, _MEMBERS)]
        for one in (story, other)
    ]
    found = []
    for one in sides[0]:
        weights = _weights(one.gist, around)
        found += [_likeness(one, two, weights) for two in sides[1]]
    return bool(found) and sum(found) / len(found) >= _JOINED


def _begin(connection: sqlite3.Connection, day: int) -> int:
    cursor = connection.execute(
        "INSERT INTO story (articles, first_day, last_day) VALUES (0, ?, ?)", (day, day)
    )
    return cursor.lastrowid or 0


def _recount(connection: sqlite3.Connection, story: int) -> None:
    """Bring a story's row up to date; one without articles goes."""
    number, first, last = connection.execute(
        "SELECT count(*), min(day), max(day) FROM story_article WHERE story = ?", (story,)
    ).fetchone()
    if not number:
        connection.execute("DELETE FROM story WHERE number = ?", (story,))
        return
    connection.execute(
        "UPDATE story SET articles = ?, first_day = ?, last_day = ? WHERE number = ?",
        (number, first, last, story),
    )


def drop_article(connection: sqlite3.Connection, article: int) -> None:
    """Take an article out of its story, and its terms out of the table."""
    row = connection.execute(
        "SELECT story, day, gist FROM story_article WHERE article = ?", (article,)
    ).fetchone()
    if row is None:
        return
    story, day, gist = row
    connection.executemany(
        "DELETE FROM story_term WHERE term = ? AND day = ? AND article = ?",
        ((term.hash, day, article) for term in unpack_gist(gist).terms),
    )
    connection.execute("DELETE FROM story_article WHERE article = ?", (article,))
    _recount(connection, story)


def move_article(connection: sqlite3.Connection, article: int, into: int) -> None:
    """Of two articles that turn out to be one, leave the place of ``into``; where it has none, give it the other's."""
    if connection.execute("SELECT 1 FROM story_article WHERE article = ?", (into,)).fetchone():
        drop_article(connection, article)
        return
    row = connection.execute("SELECT day, gist FROM story_article WHERE article = ?", (article,)).fetchone()
    if row is None:
        return
    connection.execute("UPDATE story_article SET article = ? WHERE article = ?", (into, article))
    connection.executemany(
        "UPDATE story_term SET article = ? WHERE term = ? AND day = ? AND article = ?",
        ((into, term.hash, row[0], article) for term in unpack_gist(row[1]).terms),
    )


def day_of(moment: str) -> int:
    """The first day of an ISO 8601 moment, month or year, as its own zone counts it; 1 where it is none.

    Days since 0001-01-01, plus one.

    >>> day_of("2024-03-11T09:20:00+01:00") - day_of("2024-03"), last_day_of("2024-02") - day_of("2024-02"), day_of("?")
    (10, 28, 1)
    """
    days = whole_days(moment[:10])
    return days[0].toordinal() if days else 1


def last_day_of(moment: str) -> int:
    """The last day of it; 1 where it is none."""
    days = whole_days(moment[:10])
    return days[1].toordinal() if days else 1
