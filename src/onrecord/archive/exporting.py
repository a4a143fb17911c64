"""What leaves the archive: records in another format, the captured bytes as WARC."""

import datetime as dt
import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from onrecord.archive.answers import article_of
from onrecord.archive.captures import Told, captures
from onrecord.archive.kept import load_record
from onrecord.archive.prepared import mark_of
from onrecord.archive.store import Store
from onrecord.capture import Captured
from onrecord.causes import in_words
from onrecord.errors import ArchiveError
from onrecord.export.feeds import Feed
from onrecord.export.folder import write_folder
from onrecord.export.trimming import Kept
from onrecord.export.writing import Format, pieces
from onrecord.record import Record
from onrecord.search import index
from onrecord.warc import write_warc
from onrecord.whole_file import whole_file

_FOLDER = "markdown"
"""The format that is a folder of files, not one document."""
WARC = "warc"
"""The format that holds what was captured, not what was read in it."""
FORMS = (*(str(form) for form in Format), _FOLDER, WARC)
"""All that an archive can be exported to."""


def records(store: Store, query: str | None) -> Iterator[Record]:
    """The newest record of every article, in the order they came; those that answer ``query``, the newest first."""
    with store.reading() as connection:
        for number in _numbers(connection, query):
            yield load_record(connection, store.folder, number)


def _numbers(connection: sqlite3.Connection, query: str | None) -> Iterator[int]:
    if query is None:
        rows = connection.execute("SELECT current FROM article WHERE current IS NOT NULL ORDER BY number")
        return (row[0] for row in rows)
    return (hit.number for hit in index.search(connection, query, limit=None, order="date"))


def document(
    store: Store, query: str | None, form: str, evidence: str, told: Told | None = None
) -> Iterator[bytes]:
    """One document, piece by piece, of any of `FORMS` but the folder. Errors of the query come at once.

    Without ``told``, which is about captured bytes, `ArchiveError` at a capture whose bytes are damaged. `ValueError`
    where ``form`` or ``evidence`` is none there is.
    """
    if form == WARC:
        return write_warc(_each_once(_captures(store, query, told)))
    feed = Feed(f"onrecord: {query or 'all articles'}", dt.datetime.now(dt.UTC))
    as_form, kept = _one_of(Format, "form", form, FORMS), _one_of(Kept, "evidence", evidence, Kept)
    return pieces(records(store, query), as_form, kept=kept, feed=feed)


_Choice = TypeVar("_Choice", Format, Kept)


def _one_of(kind: type[_Choice], name: str, value: str, there: Iterable[str]) -> _Choice:
    try:
        return kind(value)
    except ValueError:
        raise ValueError(f"{name} is one of {', '.join(there)}, not {value!r}") from None


def _captures(store: Store, query: str | None, told: Told | None) -> Iterator[Captured]:
    if query is None:
        yield from (captured for _, captured in captures(store, told=told))
        return
    with store.reading() as connection:
        wanted = dict.fromkeys(article_of(connection, number) for number in _numbers(connection, query))
    for article in wanted:
        yield from (captured for _, captured in captures(store, article, told))


def _each_once(found: Iterable[Captured]) -> Iterator[Captured]:
    """Each capture; a text that holds several articles once, though each of them is a capture of it."""
    seen: set[bytes] = set()
    for captured in found:
        if captured.turn is not None:
            mark = mark_of(captured)
            if mark in seen:
                continue
            seen.add(mark)
        yield captured


def write(store: Store, out: str | os.PathLike[str], query: str | None, form: str, evidence: str) -> None:
    """The same in a file, which appears when it is whole; Markdown as files in a folder.

    `ArchiveError`, naming ``out``, where it cannot be written.
    """
    path = Path(out)
    refuse_own(store, out)
    try:
        if form == _FOLDER:
            write_folder(path, records(store, query))
        else:
            with whole_file(path) as file:
                file.writelines(document(store, query, form, evidence))
    except OSError as error:
        raise ArchiveError(os.fspath(out), in_words(error)) from error


def refuse_own(store: Store, out: str | os.PathLike[str]) -> None:
    """`ArchiveError` where ``out`` is the archive's own file, what SQLite keeps beside it, or the folder of its bytes."""
    asked = os.path.realpath(out)
    own = os.path.realpath(store.path)
    if asked in (own, f"{own}-wal", f"{own}-shm", f"{own}-journal") or _is_same(asked, own):
        raise ArchiveError(os.fspath(out), "is the archive itself; write to another file")
    if Path(asked).is_relative_to(os.path.realpath(store.folder)):
        raise ArchiveError(os.fspath(out), "is where the archive keeps its bytes; write elsewhere")


def _is_same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)  # by another name: a link, or a file system without case
    except OSError:
        return False
