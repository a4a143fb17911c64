"""Which captures are of one article: what addresses it is known by.

Two captures are of one article where they share an address, scheme, ``www``, mobile and AMP forms and tracking
parameters apart: the one they came from, or the canonical one that the page states; or where one address led to the
other by redirect and only one of them was captured.
"""

import sqlite3
from collections.abc import Iterable

from onrecord.archive.stories import move_article
from onrecord.record import Record
from onrecord.values.addresses import is_front, page_key, same_site


def keys_of(record: Record, *urls: str | None) -> tuple[str, ...]:
    """The addresses that a capture speaks for, in the archive's form; empty where nobody states one.

    A canonical address counts where it belongs to the same site: elsewhere it names whose copy this is. That of a
    front page counts only for a front page: many sites name it on every page.
    """
    given = [url for url in (*urls, record.url) if url]
    canonical = record.canonical_url
    if canonical and (
        not given or (same_site(canonical, given[0]) and (is_front(given[0]) or not is_front(canonical)))
    ):
        given.append(canonical)
    keys = (page_key(url) for url in given)
    return tuple(dict.fromkeys(key for key in keys if key))


def article_at(connection: sqlite3.Connection, url: str) -> int | None:
    """The article that is known by ``url``, or that a redirect from it led to; None where there is none."""
    key = page_key(url)
    if not key:
        return None
    found = _articles(connection, (key,)) or _led_to(connection, (key,), (key,))
    return found[0] if found else None


def article_for(
    connection: sqlite3.Connection, keys: tuple[str, ...], answered: str | None
) -> tuple[int, list[int]]:
    """The article known by ``keys``, made where there is none; and others that turn out to be the same one.

    ``answered`` is the key of the address that the page came from: wherever that led once, it has a page of its own.
    Redirects are asked only where no address is known: of two articles that were captured they say no more than that one
    was not to be had. Without keys it is a new one.
    """
    leading = tuple(key for key in keys if key != answered)
    found = _articles(connection, keys) or _led_to(connection, leading, keys)
    number = found[0] if found else connection.execute("INSERT INTO article DEFAULT VALUES").lastrowid or 0
    connection.executemany(
        "INSERT OR IGNORE INTO address (key, article) VALUES (?, ?)", ((key, number) for key in keys)
    )
    return number, found[1:]


_FORWARD = "SELECT target FROM redirect WHERE key = ?"
_BACK = "SELECT key FROM redirect WHERE target = ? LIMIT 50"


def _led_to(connection: sqlite3.Connection, leading: tuple[str, ...], led: tuple[str, ...]) -> list[int]:
    """The article that ``leading`` addresses led to, or the one that led to those ``led`` to; where several did, to a wall."""
    for keys, step in ((leading, _FORWARD), (led, _BACK)):
        found = _articles(connection, _followed(connection, keys, step))
        if len(found) == 1:
            return found
    return []


def _followed(connection: sqlite3.Connection, keys: tuple[str, ...], step: str) -> tuple[str, ...]:
    """What redirects lead to from ``keys``, in three steps."""
    found = dict.fromkeys(keys)
    fresh: Iterable[str] = keys
    for _ in range(3):
        reached = dict.fromkeys(row[0] for key in fresh for row in connection.execute(step, (key,)))
        fresh = [key for key in reached if key not in found]
        found.update(dict.fromkeys(fresh))
    return tuple(found)


def _articles(connection: sqlite3.Connection, keys: Iterable[str]) -> list[int]:
    """Articles known by ``keys``, the oldest first."""
    found = {
        row[0]
        for key in keys
        for row in connection.execute("SELECT article FROM address WHERE key = ?", (key,))
    }
    return sorted(found)


def learn_redirect(connection: sqlite3.Connection, url: str, target: str) -> bool:
    """Remember that ``url`` led to ``target``; false where that says nothing, such as one to the front page."""
    key, led = page_key(url), page_key(target)
    if not key or not led or key == led or (is_front(target) and not is_front(url)):
        return False
    connection.execute("INSERT OR REPLACE INTO redirect (key, target) VALUES (?, ?)", (key, led))
    return True


def merge(connection: sqlite3.Connection, number: int, others: Iterable[int]) -> None:
    """Make ``others`` parts of article ``number``: a capture showed that they are one."""
    for other in others:
        for table in ("address", "capture", "version", "note"):
            connection.execute(f"UPDATE {table} SET article = ? WHERE article = ?", (number, other))  # noqa: S608  # our own words
        connection.execute("UPDATE OR IGNORE tag SET article = ? WHERE article = ?", (number, other))
        connection.execute("DELETE FROM tag WHERE article = ?", (other,))
        move_article(connection, other, number)
        connection.execute("DELETE FROM article WHERE number = ?", (other,))
