"""Who else ran it: the articles that share text with one, who was first, and whom each credits."""

import functools
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec

from onrecord.archive.answers import article_of
from onrecord.archive.copies import Compare, comparing, is_copy, related
from onrecord.archive.kept import load_record
from onrecord.archive.lineup import is_before, moment_of
from onrecord.record import Record
from onrecord.values.addresses import bare_host
from onrecord.values.agencies import AGENCIES, UPPER_ONLY, agency_of
from onrecord.values.moments import value_of


class Copy(msgspec.Struct, frozen=True):
    """An article among those that share text with the one asked for, which is itself among them."""

    id: str
    url: str | None
    headline: str | None
    publisher: str | None
    """Its name, else the host of its address."""
    date_published: str | None
    at: str
    """UTC, or a day alone: published, else when it was seen; the list is in this order."""
    first: bool
    """It was there before all others; of none where pages of that day state no time."""
    share: float
    """How much of this article's words stand in the one asked for, 0 to 1."""
    other_share: float
    """How much of the words of the one asked for stand in this article."""
    credits: tuple[str, ...]
    """Whom it names: news agencies, and publishers of the others."""
    asked: bool
    """It is the one asked for."""


def copies(connection: sqlite3.Connection, folder: Path, number: int) -> Iterator[Copy]:
    """The newest version of each article that shares enough with version ``number``, and that one; first comes first."""
    load = functools.cache(functools.partial(load_record, connection, folder))
    members = _members(connection, comparing(lambda version: load(version).article_body), number)
    seen = {member: _seen(connection, member, load(member)) for member in members}
    order = sorted(members, key=lambda member: (seen[member], member))
    alone = all(is_before(seen[order[0]], seen[member]) for member in order[1:])
    names = {member: _publisher(load(member)) for member in members}
    for member in order:
        record, (here, there) = load(member), members[member]
        others = {name for name in names.values() if name and name != names[member]}
        yield Copy(
            id=record.id, url=record.canonical_url or record.url, headline=record.headline, publisher=names[member],
            date_published=value_of(record.date_published), at=seen[member], first=alone and member == order[0],
            share=round(here, 4), other_share=round(there, 4), credits=_credits(record, others),
            asked=member == number,
        )  # fmt: skip


def _members(connection: sqlite3.Connection, compare: Compare, number: int) -> dict[int, tuple[float, float]]:
    """Version ``number`` and the newest of each article that shares enough with it: how much of each stands in the other."""
    members = {number: (1.0, 1.0)}
    articles = {article_of(connection, number)}
    for other in related(connection, number):
        article, newest = connection.execute(
            "SELECT number, current FROM article WHERE number = ?", (article_of(connection, other),)
        ).fetchone()
        if article in articles:
            continue
        articles.add(article)
        shares = compare(newest, number)
        if is_copy(shares):
            members[newest] = (shares.first, shares.second)
    return members


def has_copies(connection: sqlite3.Connection, number: int) -> bool:
    """Whether version ``number`` shares text with another article."""
    return bool(related(connection, number))


def _seen(connection: sqlite3.Connection, number: int, record: Record) -> str:
    (at,) = connection.execute("SELECT at FROM version WHERE number = ?", (number,)).fetchone()
    return moment_of(value_of(record.date_published), record, at)


def _publisher(record: Record) -> str | None:
    named = record.publisher and record.publisher.name
    return named or bare_host(record.canonical_url or record.url)


_EDGE = 600
"""Code points at the beginning and the end of a text in which it says whose it is."""


def _credits(record: Record, others: set[str]) -> tuple[str, ...]:
    """Whom an article credits: the agency its byline names, and agencies and publishers named where a text says that."""
    body = record.article_body or ""
    edges = body if len(body) <= 2 * _EDGE else f"{body[:_EDGE]}\n{body[-_EDGE:]}"
    found = [record.credited_agency] if record.credited_agency else []
    found += [
        AGENCIES[m[1].casefold()]
        for m in _AGENCY.finditer(edges)
        if m[1].casefold() not in UPPER_ONLY or m[1].isupper()
    ]
    found += [agency for m in _BRACKETED.finditer(edges) if (agency := agency_of(m[1]))]
    found += [
        name
        for name in sorted(others)
        if name in edges
        and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", edges)  # few are: no pattern for the rest
    ]
    return tuple(dict.fromkeys(found))


# By its full name anywhere; by two letters, which are words of other languages, only in brackets.
_SHORT = 2
_AGENCY = re.compile(
    r"(?<!\w)("
    + "|".join(re.escape(n) for n in sorted(AGENCIES, key=len, reverse=True) if len(n) > _SHORT)
    + r")(?!\w)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\(([^()\n]{2,30})\)")
