"""The archive as a caller has it: put pages in, ask for articles, versions, copies."""

import functools
import itertools
import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from onrecord import limits
from onrecord.archive import answers, captures, care, coverage, exporting, people, retold, sharing
from onrecord.archive.adding import Fate, Outcome
from onrecord.archive.answers import Version
from onrecord.archive.care import Fault, Status
from onrecord.archive.changes import Diff
from onrecord.archive.copies import first_of
from onrecord.archive.coverage import Coverage, Story
from onrecord.archive.filling import Item, fill, refill
from onrecord.archive.hits import Hits
from onrecord.archive.kept import Loading, load_record
from onrecord.archive.lineup import compared, now
from onrecord.archive.people import Person, Remark
from onrecord.archive.retold import Retold
from onrecord.archive.sharing import Copy
from onrecord.archive.store import Store
from onrecord.capture import Captured, Given, Lost, Said
from onrecord.errors import NotFound
from onrecord.gather.captures import find_captures
from onrecord.record import Record
from onrecord.search import index
from onrecord.search.asking import column


class Added(msgspec.Struct, frozen=True):
    """What an `Archive.add` did, as counts of captures."""

    added: int
    known: int
    """They were there already."""
    noted: int
    """Redirects."""
    skipped: int
    """No pages, or forgotten ones."""
    failed: tuple[tuple[str, str], ...]
    """Name and reason of each that could not be read."""


class Archive:
    """One archive file: captures, records, versions, copies.

    Usable from several threads at once, and from several processes; as a context manager it closes itself. Commands
    and methods that take a ``key`` take a record's id, a unique prefix of one, or an address. A ``limit``, ``skip`` or
    ``offset`` that is no number from 0 on is a `ValueError`.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "press.db") as archive:
    ...     done = archive.add(Captured("a", b"<h1>Rain in May</h1><p>It rained all day.", url="https://news.example/a"))
    ...     done.added, archive.get("https://news.example/a").headline
    (1, 'Rain in May')
    """

    def __init__(self, path: str | os.PathLike[str], *, create: bool = True) -> None:
        """Open the archive at ``path``, made where there is none unless ``create`` is false; else `ArchiveError`."""
        self._store = Store(path, create=create)

    def __repr__(self) -> str:
        return f"<Archive {self._store.name}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close it; iterators that it gave end with an `ArchiveError`."""
        self._store.close()

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._store.path

    # Into it

    def add(
        self,
        *what: str | os.PathLike[str] | Captured | Record | Iterator[Item],
        said: Said = Said(),  # noqa: B008  # frozen
        jobs: int = 1,
        statements: bool = False,
        each: Callable[[Outcome], None] | None = None,
    ) -> Added:
        """Add pages, folders, WARC, WACZ and MHTML files, JSON lines of records, captures and records, or iterators of these.

        What is there already is left as it is: killed at any moment and called again, it does what is missing. ``each``
        is called with every outcome once it is kept. With ``statements`` who said what is read too. ``jobs`` is how
        many processes read pages; more than one needs a script that is importable (``if __name__ == "__main__"``).
        `ArchiveError` where it cannot be written; `MissingExtra` where a part is not installed.
        """
        paths_or_more = (_items(one, said) for one in what)
        items = (item for group in paths_or_more for item in group)
        counts = dict.fromkeys(Fate, 0)
        failed: list[tuple[str, str]] = []
        for outcome in fill(self._store, items, jobs=jobs, statements=statements):
            counts[outcome.fate] += 1
            if outcome.fate is Fate.FAILED:
                failed.append((outcome.name, outcome.reason or ""))
            if each:
                each(outcome)
        return Added(
            counts[Fate.ADDED], counts[Fate.KNOWN], counts[Fate.NOTED], counts[Fate.SKIPPED], tuple(failed)
        )

    def reextract(
        self, *, jobs: int = 1, statements: bool = False, each: Callable[[Outcome], None] | None = None
    ) -> int:
        """Read again, from the kept bytes, what another extractor read; gives how many captures. Old records stay."""
        done = 0
        unread = captures.captures_to_read(self._store, statements=statements)
        for outcome in refill(self._store, unread, jobs=jobs, statements=statements):
            done += outcome.fate is Fate.ADDED
            if each:
                each(outcome)
        return done

    # Out of it

    def get(self, key: str) -> Record:
        """The record of that id, or the newest of that address; `NotFound` where there is none."""
        with self._store.reading() as connection:
            return load_record(connection, self._store.folder, self._version(connection, key))

    def version(self, key: str) -> Version:
        """What the archive knows of one version beside its record; `NotFound`."""
        with self._store.reading() as connection:
            return answers.version(connection, self._version(connection, key))

    def versions(self, key: str) -> Iterator[Version]:
        """The versions of an article in time, each by the newest extractor that read it; `NotFound`."""
        with self._store.reading() as connection:
            yield from answers.versions(connection, self._version(connection, key))

    def uncompared(self, key: str) -> int:
        """How many captures of an article are in none of its `versions`, since another extractor read them; `NotFound`.

        Another onrecord did, or one that read statements, or none: `reextract` makes all alike.
        """
        with self._store.reading() as connection:
            return answers.uncompared(connection, self._version(connection, key))

    def diff(self, key: str, other: str | None = None) -> Diff | None:
        """What changed between two versions; with one ``key``, from the version before it.

        An address means its newest version. None where there is no version before it. `NotFound`; `NotFound` too where
        the two were made by different extractors: then a difference may be theirs.
        """
        with self._store.reading() as connection:
            after = self._version(connection, key if other is None else other)
            before = answers.before(connection, after) if other is None else self._version(connection, key)
            if before == after:  # one id may be that of two
                before = answers.same_words_before(connection, after) or before
            if before is None:
                return None
            if not answers.comparable(connection, before, after):
                raise NotFound(
                    self._store.name,
                    f"the two were made by different extractors: {answers.ALIKE}",
                )
            diff = compared(Loading(connection, self._store.folder), before, after)
            if answers.article_of(connection, before) != answers.article_of(connection, after):
                # Of two articles neither is an edit of the other.
                return msgspec.structs.replace(diff, silent=False)
            return diff

    def changes(self, key: str) -> Iterator[Diff]:
        """Every step from an article's first version to its newest; pages that hold no article are passed over."""
        numbers = [version.number for version in answers.lined_up(self.versions(key))]
        with self._store.reading() as connection:
            for before, after in itertools.pairwise(numbers):
                yield compared(Loading(connection, self._store.folder), before, after)

    def copies(self, key: str) -> Iterator[Copy]:
        """The articles that share text with this one, the article itself among them, the first published first."""
        with self._store.reading() as connection:
            yield from sharing.copies(connection, self._store.folder, self._version(connection, key))

    def has_copies(self, key: str) -> bool:
        """Whether `copies` may name others, told without reading them; `NotFound`."""
        with self._store.reading() as connection:
            return sharing.has_copies(connection, self._version(connection, key))

    def search(
        self, query: str, *, limit: int | None = 20, order: index.Order = "rank", skip: int = 0
    ) -> Hits:
        """The versions that answer ``query``, the best or the newest first (docs/search.md): an iterator.

        The first ``skip`` are passed over.

        `QueryError` at once where it cannot be read, `ValueError` for another order; `QueryTooSlow` where the next hit takes
        too long.
        """
        _check_counts(limit=limit, skip=skip)
        with self._store.reading() as connection:
            first = functools.partial(first_of, connection)
            return Hits(
                self._store.over(
                    index.search(connection, query, limit=limit, order=order, skip=skip, first=first)
                )
            )

    def facets(self, query: str) -> index.Facets:
        """How many of the versions that answer ``query`` have which publisher, language, month and speaker."""
        with self._store.reading() as connection:
            return index.facets(connection, query, first=functools.partial(first_of, connection))

    def edition(self) -> tuple[int, ...]:
        """Numbers that are others whenever something came into the archive or left it; told at once."""
        with self._store.reading() as connection:
            return answers.edition(connection)

    # Who is quoted, and with what

    def people(  # filters, by name
        self, *, publisher: str | None = None, since: str | None = None, until: str | None = None,
        named: bool | None = None, limit: int = 50, offset: int = 0,
    ) -> Iterator[Person]:  # fmt: skip
        """Who is quoted most in the newest versions of articles: at most ``limit`` after the first ``offset``.

        ``publisher`` is a name, of one that states none its host; ``since`` and ``until``, both inclusive, a day, month
        or year (`PeriodError`). ``named``: True for those who are named, False for those who are only described.
        """
        _check_counts(limit=limit, offset=offset)
        what = people.asked(publisher, since, until)
        with self._store.reading() as connection:
            yield from people.people(connection, what, named=named, limit=limit, offset=offset)

    def person(
        self, name: str, *, publisher: str | None = None, since: str | None = None, until: str | None = None
    ) -> Person:
        """The speaker of that name, however it is written, or of that key; `NotFound` where nobody of it is quoted."""
        what = people.asked(publisher, since, until)
        with self._store.reading() as connection:
            found = people.find_person(connection, name, what)
        if found is None:
            raise NotFound(self._store.name, f"nobody of the name {name} is quoted")
        return found

    def remarks(  # noqa: PLR0913  # filters, by name
        self, name: str, *, publisher: str | None = None, since: str | None = None, until: str | None = None,
        newest: bool = False, limit: int | None = None, offset: int = 0,
    ) -> Iterator[Remark]:  # fmt: skip
        """What a speaker said, in order of time, each with its place and a link to the words; none where unknown."""
        _check_counts(limit=limit, offset=offset)
        what = people.asked(publisher, since, until)
        with self._store.reading() as connection:
            yield from people.remarks(connection, name, what, newest=newest, limit=limit, offset=offset)

    def remarks_in(self, key: str) -> Iterator[Remark]:
        """Every statement of an article, in the order of its text; `NotFound`."""
        with self._store.reading() as connection:
            yield from people.remarks_in(connection, self._version(connection, key))

    def retold(self, name: str, *, since: str | None = None, until: str | None = None) -> Iterator[Retold]:
        """The same words of a speaker as several publishers report them, the newest first."""
        newest = self.remarks(name, since=since, until=until, newest=True, limit=limits.RETOLD)
        yield from retold.retold(reversed(list(newest)))

    def stories(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        least: int = 2,
        limit: int = 50,
        offset: int = 0,
    ) -> Iterator[Story]:
        """Events that at least ``least`` articles tell of, two or more, the newest first.

        ``since`` and ``until``, both inclusive, are a day, month or year (`PeriodError`).
        """
        _check_counts(limit=limit, offset=offset)
        people.asked(None, since, until)
        with self._store.reading() as connection:
            yield from coverage.stories(
                connection, since=since, until=until, least=least, limit=limit, offset=offset
            )

    def story(self, key: str | int) -> Coverage:
        """The story of an article, or of that number: who tells it, who was first, who quotes what; `NotFound`.

        An article that nobody else tells of is a story of one.
        """
        with self._store.reading() as connection:
            number = (
                key if isinstance(key, int) else coverage.story_of(connection, self._article(connection, key))
            )
            found = None if number is None else coverage.coverage(connection, number)
        if found is None:
            raise NotFound(
                self._store.name,
                f"no story of {key}: it is no article" if number is None else f"no story {key}",
            )
        return found

    def story_of(self, key: str) -> Story | None:
        """The story of an article alone, told without reading its articles; None where it tells none. `NotFound`."""
        with self._store.reading() as connection:
            number = coverage.story_of(connection, self._article(connection, key))
            return None if number is None else coverage.story(connection, number)

    def records(self, query: str | None = None) -> Iterator[Record]:
        """The newest record of every article, in the order they came; those that answer ``query``, the newest first."""
        return exporting.records(self._store, query)

    def export(
        self,
        out: str | os.PathLike[str],
        query: str | None = None,
        *,
        form: str = "jsonl",
        evidence: str = "full",
    ) -> None:
        """Write records, or those that answer ``query``, to ``out`` (docs/export.md).

        ``form``: jsonl, parquet, csv, jsonld, ninjs, atom, rss, markdown (a folder), or warc for the captured bytes.
        ``evidence``, of jsonl and parquet: full, chosen or none. A file appears when it is whole. `ArchiveError` where
        it cannot be written, `MissingExtra` where a part is not installed, `ValueError` for another form.
        """
        exporting.write(self._store, out, query, form, evidence)

    def may_write(self, out: str | os.PathLike[str]) -> None:
        """`ArchiveError` where ``out`` is a file of the archive's own, which an export would destroy."""
        exporting.refuse_own(self._store, out)

    def document(
        self,
        query: str | None = None,
        *,
        form: str = "jsonl",
        evidence: str = "full",
        told: Callable[[Lost], object] | None = None,
    ) -> Iterator[bytes]:
        """What `export` writes, piece by piece, in any form but markdown.

        A capture whose bytes are damaged or gone is left out of a warc and ``told`` is called with it; without it the
        document stops there with `ArchiveError`.
        """
        with self._store.faults():
            yield from exporting.document(self._store, query, form, evidence, told)

    def captures(self, key: str | None = None) -> Iterator[Captured]:
        """The captures of an article, or all, with their bytes, in the order they came; those without bytes are left."""
        with self._store.reading() as connection:
            article = None if key is None else self._article(connection, key)
        yield from (captured for _, captured in captures.captures(self._store, article))

    def page(self, key: str) -> Captured | None:
        """The capture that the record of ``key`` was read from: its places count in these bytes.

        None where the record was made elsewhere and came without them. `NotFound`; `ArchiveError` where they are damaged.
        """
        with self._store.reading() as connection:
            capture = answers.capture_of(connection, self._version(connection, key))
        return None if capture is None else captures.capture(self._store, capture)

    # About it

    def tag(self, key: str, *tags: str) -> tuple[str, ...]:
        """Put ``tags`` on an article; gives all it has now."""
        with self._store.writing() as connection:
            article = self._article(connection, key)
            made = now()
            connection.executemany(
                "INSERT OR IGNORE INTO tag (article, tag, made) VALUES (?, ?, ?)",
                ((article, tag.strip(), made) for tag in tags if tag.strip()),
            )
            return answers.tags(connection, article)

    def untag(self, key: str, *tags: str) -> tuple[str, ...]:
        """Take ``tags`` off an article; gives those it still has."""
        with self._store.writing() as connection:
            article = self._article(connection, key)
            connection.executemany(
                "DELETE FROM tag WHERE article = ? AND tag = ?", ((article, tag.strip()) for tag in tags)
            )
            return answers.tags(connection, article)

    def tags(self, key: str) -> tuple[str, ...]:
        """The tags of an article, in order."""
        with self._store.reading() as connection:
            return answers.tags(connection, self._article(connection, key))

    def note(self, key: str, text: str) -> None:
        """Write a note on an article, without the white space around it; nothing where that is all."""
        with self._store.writing() as connection:
            article = self._article(connection, key)
            if told := _note(text):
                connection.execute(
                    "INSERT INTO note (article, text, made) VALUES (?, ?, ?)", (article, told, now())
                )

    def drop_note(self, key: str, text: str) -> bool:
        """Take a note off an article; whether it had one of that text."""
        with self._store.writing() as connection:
            article = self._article(connection, key)
            done = connection.execute(
                "DELETE FROM note WHERE number = (SELECT min(number) FROM note WHERE article = ? AND text = ?)",
                (article, _note(text)),
            )
            return done.rowcount > 0

    def notes(self, key: str) -> tuple[str, ...]:
        """The notes on an article, the oldest first."""
        with self._store.reading() as connection:
            article = self._article(connection, key)
            return tuple(
                column(connection, "SELECT text FROM note WHERE article = ? ORDER BY number", article)
            )

    def save_search(self, name: str, query: str) -> None:
        """Keep a query under a name; one of that name is replaced."""
        with self._store.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO saved_search (name, query, made) VALUES (?, ?, ?)",
                (name, query, now()),
            )

    def saved_searches(self) -> dict[str, str]:
        """Name → query of those that were saved."""
        with self._store.reading() as connection:
            return dict(connection.execute("SELECT name, query FROM saved_search ORDER BY name").fetchall())

    def drop_search(self, name: str) -> bool:
        """Forget a saved search; whether there was one of that name."""
        with self._store.writing() as connection:
            return connection.execute("DELETE FROM saved_search WHERE name = ?", (name,)).rowcount > 0

    def forget(self, *keys: str, reason: str | None = None) -> int:
        """Take articles out, with all captures, records and bytes that are theirs alone; gives how many captures went.

        A tombstone stays, which tells the article again by hashes alone, so that adding it later is refused. None of
        its words is left in the file: the index is written anew for that, which takes minutes in a large archive.
        `NotFound`, and nothing is forgotten, where one is not there; `ArchiveError` where all are, and words must stay in the
        file's log because it is being read.
        """
        with self._store.writing() as connection:
            # All are found before the first goes, each once: several keys may name one article.
            articles = {self._article(connection, key): None for key in keys}
            gone = sum(care.forget(self._store, connection, article, reason) for article in articles)
            index.compact(connection)
        care.clear(self._store)
        return gone

    def verify(self) -> Iterator[Fault]:
        """What is no longer as it was kept: bytes hashed again, records read again, the file checked."""
        yield from care.verify(self._store)

    def status(self) -> Status:
        """What is in it."""
        return care.status(self._store)

    def _version(self, connection: sqlite3.Connection, key: str) -> int:
        return answers.find(connection, self._store.name, key)

    def _article(self, connection: sqlite3.Connection, key: str) -> int:
        return answers.article_of(connection, self._version(connection, key))


def _check_counts(**told: int | None) -> None:
    """`ValueError` unless each is a number from 0 on that SQLite can hold, or None."""
    for name, count in told.items():
        if count is not None and not (isinstance(count, int) and 0 <= count <= sys.maxsize):
            raise ValueError(f"{name}: {count!r} is no number from 0 to {sys.maxsize:,}")


def _note(text: str) -> str:
    """As it is kept: browsers send other ends of lines than they were sent."""
    return "\n".join(text.splitlines()).strip()


def _items(one: str | os.PathLike[str] | Captured | Record | Iterator[Item], said: Said) -> Iterable[Item]:
    if isinstance(one, Iterator):
        return one
    if isinstance(one, Captured):
        return (one,)
    if isinstance(one, Record):
        return (Given(one.url or one.id, one),)
    return find_captures((os.fspath(one),), said)
