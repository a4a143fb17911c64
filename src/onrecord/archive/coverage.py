"""A story as publishers cover it: its articles in time, who was first, which statements are in all and which in one."""

import sqlite3
from collections import Counter
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from onrecord.archive.copies import original
from onrecord.archive.gist import NAME, terms_in
from onrecord.archive.lineup import in_utc, is_before
from onrecord.archive.people import Remark, remarks_in
from onrecord.archive.retold import alike
from onrecord.archive.stories import day_of, last_day_of
from onrecord.search import index
from onrecord.search.asking import cell
from onrecord.search.words import words_alone
from onrecord.values.addresses import bare_host
from onrecord.values.speakers import speaker_key


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """One event that several articles tell of."""

    number: int
    """The archive's own key. A story that turns out to be part of another loses it."""
    headline: str | None
    """Of the article that came first."""
    articles: int
    publishers: tuple[str, ...]
    """In the order in which they came with it."""
    languages: tuple[str, ...]
    first: str
    """When its first article was published, else seen; ISO 8601, UTC where a zone is stated."""
    last: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """An article of a story, by its newest version."""

    id: str
    """Of the record."""
    url: str | None
    headline: str | None
    publisher: str | None
    """Its name, else the host of the address."""
    language: str | None
    date_published: str | None
    """ISO 8601, as precise as the page is."""
    at: str
    """Published, else seen, in UTC where it names a time of the day: the order."""
    first: bool
    """It was there before all others; of none where pages of that day state no time."""
    copy_of: str | None
    """Id of the article whose copy it is: of those that were there before it, the first."""
    statements: int


class SharedStatement(msgspec.Struct, frozen=True, kw_only=True):
    """Words that one article or several report, at most once for each article."""

    speaker: str | None
    remarks: tuple[Remark, ...]
    """In order of time: the first told them first."""
    reports: int
    """How many articles have them."""
    in_all: bool
    """Every article that quotes anybody has them."""

    @property
    def wordings(self) -> tuple[tuple[Remark, ...], ...]:
        """The remarks, those together that have the very same words, marks and case apart: what is alike may differ in a number."""
        groups: dict[tuple[str, ...], list[Remark]] = {}
        for remark in self.remarks:
            groups.setdefault(tuple(words_alone(remark.words)), []).append(remark)
        return tuple(map(tuple, groups.values()))


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """A story with its articles and what is said in them."""

    story: Story
    names: tuple[str, ...]
    """Names that two or more of its articles share, those of most articles first; at most twelve."""
    reports: tuple[Report, ...]
    """In order of time, copies too; the first 200, as are those whose statements are told."""
    statements: tuple[SharedStatement, ...]
    """Those that most articles have first, then in order of time. Words in two languages are two statements."""


_MOST = 200
"""Articles of a story that are listed, the first."""
_COUNTED = 10_000
"""Those that are counted."""
_NAMED = 40
"""Articles whose names are counted."""
_NAMES = 12


def stories(
    connection: sqlite3.Connection,
    *,
    since: str | None,
    until: str | None,
    least: int,
    limit: int,
    offset: int,
) -> Iterator[Story]:
    """Stories of at least ``least`` articles that were told between two days, the newest first."""
    low = day_of(since) if since else 0
    high = last_day_of(until) if until else _NEVER
    rows = connection.execute(
        "SELECT number FROM story WHERE articles >= ? AND articles > 1 AND last_day >= ? AND first_day <= ?"
        " ORDER BY last_day DESC, number DESC LIMIT ? OFFSET ?",
        (least, low, high, limit, offset),
    ).fetchall()
    for (number,) in rows:
        if found := story(connection, number):
            yield found


_NEVER = 1 << 40


def story_of(connection: sqlite3.Connection, article: int) -> int | None:
    """The story of an article; None where it holds no article."""
    return cell(connection, int, "SELECT story FROM story_article WHERE article = ?", article)


def story(connection: sqlite3.Connection, number: int) -> Story | None:
    """Story ``number`` without what is told of it; None where there is none."""
    told = _told(connection, number)
    return _story(number, told) if told else None


def coverage(connection: sqlite3.Connection, number: int) -> Coverage | None:
    """Story ``number`` with all that is told of it; None where there is none."""
    told = _told(connection, number) if 0 < number <= _LARGEST else []
    if not told:
        return None
    shown = told[:_MOST]
    quoting = [version for version, one in shown if one.statements]
    remarks = [remark for version in quoting for remark in remarks_in(connection, version)]
    return Coverage(
        story=_story(number, told),
        names=_names(connection, [version for version, _ in told[:_NAMED]]),
        reports=tuple(
            replace(one, first=_is_first(one, told), copy_of=original(connection, version))
            for version, one in shown
        ),
        statements=tuple(_shared(remarks, len(quoting))),
    )


_LARGEST = (1 << 63) - 1
"""The largest number that SQLite holds."""


def _told(connection: sqlite3.Connection, number: int) -> list[tuple[int, Report]]:
    """The articles of story ``number`` in order of time, each by its version; who was first, and what is a copy, is not told yet."""
    rows = connection.execute(
        "SELECT v.number, v.id, v.url, v.headline, v.publisher, v.in_language, v.date_published, v.at, FALSE, NULL,"
        " (SELECT count(*) FROM statement WHERE version = v.number)"
        " FROM story_article s JOIN article a ON a.number = s.article JOIN version v ON v.number = a.current"
        " WHERE s.story = ? ORDER BY s.day, s.article LIMIT ?",
        (number, _COUNTED),
    )
    told = []
    for version, *fields in rows:
        one = Report(**dict(zip(Report.__struct_fields__, fields, strict=True)))
        shown = one.date_published or one.at
        publisher = one.publisher or bare_host(one.url)
        told.append((version, replace(one, publisher=publisher, at=in_utc(shown) or shown)))
    return sorted(told, key=lambda pair: (pair[1].at, pair[0]))


def _is_first(one: Report, told: list[tuple[int, Report]]) -> bool:
    return all(other is one or is_before(one.at, other.at) for _, other in told)


def _story(number: int, told: list[tuple[int, Report]]) -> Story:
    reports = [one for _, one in told]
    return Story(
        number=number,
        headline=reports[0].headline,
        articles=len(reports),
        publishers=tuple(dict.fromkeys(one.publisher for one in reports if one.publisher)),
        languages=tuple(dict.fromkeys(one.language for one in reports if one.language)),
        first=reports[0].at,
        last=reports[-1].at,
    )


def _names(connection: sqlite3.Connection, versions: list[int]) -> tuple[str, ...]:
    counts: Counter[int] = Counter()
    written: dict[int, str] = {}
    for version in versions:
        if text := index.kept(connection, version):
            for term, word in terms_in(text.headline or "", text.body or ""):
                if term.kind == NAME:
                    counts[term.hash] += 1
                    written.setdefault(term.hash, word)
    most = sorted((h for h in counts if counts[h] > 1), key=lambda h: (-counts[h], written[h]))
    return tuple(written[h] for h in most[:_NAMES])


def _shared(remarks: list[Remark], quoting: int) -> Iterator[SharedStatement]:
    """Statements with the same words as one, those of most articles first."""
    found = []
    for group in alike(sorted(remarks, key=lambda remark: in_utc(remark.at) or remark.at)):
        for one in _by_speaker(group):
            each = tuple({remark.id: remark for remark in reversed(one)}.values())[::-1]
            found.append(
                SharedStatement(
                    speaker=next((r.speaker for r in each if r.speaker), None),
                    remarks=each,
                    reports=len(each),
                    in_all=len(each) == quoting > 1,
                )
            )
    yield from sorted(found, key=lambda one: -one.reports)


def _by_speaker(group: list[Remark]) -> list[list[Remark]]:
    """A group parted by speaker; those who are only described go with whoever said the same words."""
    keys = [speaker_key(remark.speaker or "") for remark in group]
    surnames = {key.split()[-1] for key in keys if key}
    if len(surnames) <= 1:
        return [group]
    parted: dict[str, list[Remark]] = {}
    for remark, key in zip(group, keys, strict=True):
        parted.setdefault(key.split()[-1] if key else "", []).append(remark)
    return list(parted.values())
