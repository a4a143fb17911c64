"""Archives made by earlier versions of the schema: read as they were, and taken forward.

``archives/version-1.db.gz`` was made by onrecord when its schema was 1, of our own case pages: two versions of one page,
a third capture that says nothing new, a text that holds three articles, a page dictionary, tags, a note, a saved search, and
an article that was forgotten. ``version-1.json`` is what that onrecord said of it.
"""

import contextlib
import gzip
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from made_archive import PARAGRAPHS, captured, page
from onrecord.archive import Archive
from onrecord.archive.connecting import connect_to_read
from onrecord.archive.kept import digest_of
from onrecord.archive.schema import MIGRATIONS
from onrecord.errors import ArchiveError

FOLDER = Path(__file__).with_name("archives")
SAID: dict[str, Any] = json.loads((FOLDER / "version-1.json").read_text("utf-8"))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress((FOLDER / "version-1.db.gz").read_bytes()))
    return path


def told(archive: Archive) -> dict[str, Any]:
    """What the earlier onrecord was asked."""
    articles: list[dict[str, Any]] = [
        {"id": r.id, "headline": r.headline, "words": r.word_count} for r in archive.records()
    ]
    return {
        "schema": 1,
        "articles": articles,
        "versions": [v.id for v in archive.versions(articles[0]["id"])],
        "captures": sorted({digest_of(c.data).hex() for c in archive.captures()}),
        "found": sorted(hit.id for hit in archive.search("wall", limit=None)),
    }


def schema(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Name of each table, view and index → its columns with their types."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master ORDER BY name")]
        return {
            name: [row[1:4] for row in connection.execute(f"PRAGMA table_info({name})")] for name in names
        }


def version_of(path: Path) -> int:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_an_archive_of_version_1_says_what_it_said(old: Path) -> None:
    assert version_of(old) == 1
    with Archive(old) as archive:
        assert told(archive) == SAID
        first = SAID["articles"][0]["id"]
        assert archive.tags(first) == ("sea wall",)
        assert archive.notes(first) == ("asked the board for its figures",)
        assert archive.saved_searches() == {"walls": "wall AND board"}
        assert [v.silent_edit for v in archive.versions(first)] == [False, True]
        assert list(archive.verify()) == []
    assert version_of(old) == len(MIGRATIONS)


def test_taken_forward_it_is_what_a_new_one_is(old: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.db"
    for path in (old, new):
        Archive(path).close()
    assert schema(old) == schema(new)


def test_it_goes_on_as_an_archive_of_today(old: Path) -> None:
    with Archive(old) as archive:
        done = archive.add(captured(page(), when="2024-06-01T08:00:00Z"))
        again = archive.add(*archive.captures())
        assert (done.added, again.added) == (1, 0)
        archive.add(captured(page(*PARAGRAPHS[:3]), when="2024-06-02T08:00:00Z"))
        assert [v.silent_edit for v in archive.versions("https://tarnpost.example/eels")] == [False, True]
        assert list(archive.verify()) == []
        for article in SAID["articles"]:
            archive.forget(article["id"])
        assert archive.status().articles == 1
        assert list(archive.verify()) == []


def test_what_was_forgotten_stays_so(old: Path) -> None:
    case = Path(__file__).parents[1] / "cases" / "rdfa-only"
    with Archive(old) as archive:
        (_, reason), *_ = archive_says(archive, case)
    assert reason == "forgotten on request, and not taken in again"


def archive_says(archive: Archive, case: Path) -> list[tuple[str, str | None]]:
    outcomes: list[tuple[str, str | None]] = []
    archive.add(case / "page.html", each=lambda outcome: outcomes.append((outcome.name, outcome.reason)))
    return outcomes


def test_a_step_that_fails_leaves_the_archive_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(connection: sqlite3.Connection) -> None:
        MIGRATIONS[1](connection)
        connection.execute("SELECT * FROM no_such_table")

    before = schema(old)
    with monkeypatch.context() as patch:
        patch.setattr("onrecord.archive.store.MIGRATIONS", (MIGRATIONS[0], broken))
        with pytest.raises(ArchiveError):
            Archive(old)
    assert (schema(old), version_of(old)) == (before, 1)
    with Archive(old) as archive:
        assert told(archive) == SAID


def test_where_it_may_not_be_written_one_line_says_so(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.archive.store.connect", connect_to_read)
    with pytest.raises(ArchiveError, match="made by an older onrecord, and cannot be written to"):
        Archive(old)
