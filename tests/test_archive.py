"""The archive: what goes in comes out, once; versions in time; what leaves, leaves; what is damaged is told."""

import gzip
import itertools
import json
import re
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

import onrecord
from made_archive import PARAGRAPHS, captured, page
from made_warcs import record as warc_record
from made_warcs import response, write_warc_file
from onrecord import limits
from onrecord.archive import Archive, connecting, dictionaries
from onrecord.archive.datasette import metadata
from onrecord.archive.dictionaries import learn
from onrecord.archive.prepared import mark_before, mark_of
from onrecord.archive.schema import MIGRATIONS
from onrecord.archive.shingles import shared, shingled
from onrecord.capture import Captured, Given, Redirected, Revisited
from onrecord.errors import ArchiveError, NotFound, QueryError
from onrecord.extraction import extract, extract_all
from onrecord.record import Extractor, Record
from onrecord.warc import read_warc

if TYPE_CHECKING:
    from onrecord.archive.adding import Outcome

URL = "https://tarnpost.example/eels"
CASES = Path(__file__).parents[1] / "cases"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "press.db")


def sql(archive: Archive, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(archive.path) as connection:
        rows = connection.execute(query).fetchall()
    connection.close()
    return rows


# In and out


def test_a_record_comes_out_as_it_was_read(archive: Archive) -> None:
    item = Captured("a", page(), url=URL, captured="2024-05-03T10:00:00Z", headers=((":status", "200"),))
    assert archive.add(item).added == 1
    record = archive.get(URL)
    assert record == extract(page(), url=URL, captured="2024-05-03T10:00:00Z", headers={":status": "200"})
    (back,) = archive.captures(URL)
    assert (back.data, back.url, back.captured, back.headers) == (item.data, URL, item.captured, item.headers)


@pytest.mark.parametrize("count", [-1, 10**30, 1.5, "3"])
def test_what_counts_nothing_is_refused(archive: Archive, count: int) -> None:
    archive.add(captured(page()))
    for told, asked in (
        ("limit", lambda: archive.search("eel", limit=count)),
        ("skip", lambda: archive.search("eel", skip=count)),
        ("limit", lambda: next(archive.people(limit=count))),
        ("offset", lambda: next(archive.remarks("anybody", offset=count))),
        ("limit", lambda: next(archive.stories(limit=count))),
    ):
        with pytest.raises(ValueError, match=f"^{told}: {count!r} is no number from 0 to "):
            asked()
    assert len(list(archive.search("eel", limit=sys.maxsize, skip=0))) == 1
    assert not list(archive.search("eel", limit=sys.maxsize, skip=sys.maxsize))


@pytest.mark.parametrize("when", ["2024-05-03T10:00:00Z", "2024-05-03T10:00:00.25Z"])
def test_what_went_out_as_a_warc_is_known_where_it_was(archive: Archive, tmp_path: Path, when: str) -> None:
    records = (response(number).replace(b"2024-05-03T10:00:00Z", when.encode(), 1) for number in (1, 2))
    archive.add(write_warc_file(tmp_path / "in.warc.gz", *records))
    archive.export(tmp_path / "out.warc.gz", form="warc")
    done = archive.add(tmp_path / "out.warc.gz")
    assert (done.added, done.known, done.failed) == (0, 2, ())
    with Archive(tmp_path / "other.db") as other:
        assert other.add(tmp_path / "out.warc.gz", tmp_path / "in.warc.gz").added == 2


def test_a_revisit_that_went_out_as_a_warc_is_known_where_it_was(archive: Archive, tmp_path: Path) -> None:
    url, of = "https://tarnpost.example/eels/1", "WARC-Refers-To-Date: 2024-05-03T10:00:00Z\r\n"
    again = warc_record(b"", url, 2, "revisit", of).replace(b"2024-05-03", b"2024-05-04", 1)
    archive.add(write_warc_file(tmp_path / "in.warc.gz", response(1), again))
    archive.export(tmp_path / "out.warc.gz", form="warc")
    done = archive.add(tmp_path / "out.warc.gz")
    assert (done.added, done.known, archive.status().captures) == (0, 2, 2)
    with Archive(tmp_path / "other.db") as other:
        assert other.add(tmp_path / "out.warc.gz").added == 2
        done = other.add(tmp_path / "in.warc.gz")
        assert (done.added, done.known, other.status().captures) == (0, 2, 2)


def test_the_public_name_is_there() -> None:
    assert onrecord.Archive is Archive


def test_nothing_is_added_twice(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page())
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(page("Another story altogether.", headline="Other")))
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "a.html").write_bytes(page())
    first = archive.add(tmp_path)
    assert (first.added, first.known, first.failed) == (2, 1, ())
    again = archive.add(tmp_path, jobs=2)
    assert (again.added, again.known) == (0, 3)
    assert archive.status().captures == 2


def test_gzip_around_a_page_is_no_other_capture(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page())
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(page()))
    assert archive.add(tmp_path / "a.html").added == 1
    assert archive.add(tmp_path / "a.html.gz").known == 1


def test_what_cannot_be_read_is_told_and_the_rest_is_done(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page())
    (tmp_path / "b.html").write_bytes(b"")
    outcomes: list[str] = []
    done = archive.add(
        tmp_path, tmp_path / "nosuch", each=lambda o: outcomes.append(f"{o.fate} {Path(o.name).name}")
    )
    assert done.added == 1
    assert [reason for _, reason in done.failed] == ["empty", "no such file"]
    assert outcomes == ["added a.html", "failed b.html", "failed nosuch"]


def test_records_made_elsewhere(archive: Archive, tmp_path: Path) -> None:
    made = extract(page(), url=URL)
    lines = b"\n".join([made.to_json(), b"{nonsense", b'{"id": 5}', made.to_json()])
    (tmp_path / "records.jsonl").write_bytes(lines)
    done = archive.add(tmp_path / "records.jsonl")
    assert (done.added, done.known) == (1, 1)
    assert [name.rpartition(", ")[2] for name, _ in done.failed] == ["line 2", "line 3"]
    assert archive.get(made.id) == made
    assert archive.status().without_bytes == 1
    assert list(archive.captures()) == []


def test_ids_prefixes_and_addresses(archive: Archive) -> None:
    archive.add(
        captured(page()), captured(page("Something else was said here."), "https://tarnpost.example/other")
    )
    record = archive.get(URL)
    for key in (
        record.id,
        record.id[:8],
        URL,
        "http://m.tarnpost.example/eels/amp?utm_source=x#top",
        "tarnpost.example/eels",
    ):
        assert archive.get(key).id == record.id, key
    for key in ("0000", "https://tarnpost.example/none", "nonsense", "", "%", "' OR 1"):
        with pytest.raises(NotFound):
            archive.get(key)


def test_an_ambiguous_prefix_names_two(archive: Archive) -> None:
    made = extract(page(), url=URL)
    other = msgspec.structs.replace(made, id=made.id[:8] + "0" * 12, url=URL + "2", canonical_url=None)
    archive.add(made, other)
    with pytest.raises(NotFound, match="several ids begin with"):
        archive.get(made.id[:8])


def test_pages_without_an_article_are_kept_and_labelled(archive: Archive) -> None:
    gone = Captured(
        "x", b"<h1>Not found</h1>", url=URL, captured="2024-06-01T00:00:00Z", headers=((":status", "404"),)
    )
    archive.add(captured(page(), when="2024-05-03T00:00:00Z"), gone)
    assert archive.get(URL).page_type == "article", (
        "an error page captured later does not take the article's place"
    )
    assert [v.page_type for v in archive.versions(URL)] == ["article", "error"]
    assert [hit.url for hit in archive.search("eel OR found")] == [URL]
    archive.add(captured(page(*PARAGRAPHS, "A line more."), when="2024-06-02T00:00:00Z"))
    first, error, last = (version.id for version in archive.versions(URL))
    assert [(diff.before, diff.after, diff.silent) for diff in archive.changes(URL)] == [
        (first, last, True)
    ], "the article was edited while it was gone, and no edit made it an error page"
    taken_off = archive.diff(first, error)
    assert taken_off is not None
    assert (taken_off.changed, taken_off.silent) == (True, False)


def test_large_bytes_lie_beside_the_file(archive: Archive) -> None:
    noise = "".join(f"{n * 2654435761 % 2**64:x} " for n in range(40_000))
    archive.add(captured(page(around=noise)))
    (file,) = archive.path.with_name("press.db.bytes").glob("*/*.zst")
    (back,) = archive.captures()
    assert back.data == page(around=noise)
    file.unlink()
    assert archive.get(URL).headline == "Eel season opens in Tarnmouth", "the record does not need them"
    (fault,) = archive.verify()
    assert fault.what == "bytes"
    assert fault.reason == f"press.db.bytes/{file.parent.name}/{file.name}: no such file or directory"


def test_pages_are_packed_with_what_the_archive_has_learnt(archive: Archive) -> None:
    around = "".join(
        f'<a class="menu__item menu__item--{n * 7919 % 1000}" href="/section/{n * 104729 % 9973}">x</a>'
        for n in range(80)
    )
    for number in range(260):
        archive.add(captured(page(f"Story {number}.", *PARAGRAPHS, around=around), f"{URL}/{number}"))
    before, after = sql(
        archive,
        "SELECT avg(length(packed)), dictionary FROM bytes GROUP BY dictionary IS NULL ORDER BY 2 NULLS FIRST",
    )
    assert isinstance(after[0], float) and isinstance(before[0], float)  # noqa: PT018
    assert after[0] < 0.75 * before[0]
    assert list(archive.verify()) == []
    learnt = sql(archive, "SELECT number FROM dictionary WHERE kind = 'page'")
    assert len(learnt) == 1


def test_what_is_packed_is_packed_against_the_newest_dictionary_of_each_kind(archive: Archive) -> None:
    with archive._store.writing() as connection:  # noqa: SLF001
        taken_along = dictionaries.find_against(connection)
        assert taken_along.page is None
        assert taken_along.record.ready().data == dictionaries.scaffold()
        for data in (b'<a class="older">', b'<a class="newer">'):
            dictionaries.keep(connection, "page", data, "2024-05-03T00:00:00Z")
        found = dictionaries.find_against(connection)
        assert found.record == taken_along.record
        assert found.page is not None
        assert found.page.ready().data == b'<a class="newer">'
        assert found.page.ready() is dictionaries.dictionary(connection, found.page.number)


def test_an_archive_whose_pages_share_nothing_goes_on(archive: Archive) -> None:
    """As one does that watches a single article, or holds texts without mark-up."""
    first, *rest = [
        captured(page(*PARAGRAPHS, f"Boat {n} came back."), when=f"2024-05-03T10:{n // 60:02}:{n % 60:02}Z")
        for n in range(102)
    ]
    archive.add(first, *rest[:-1])
    assert sql(archive, "SELECT count(*) FROM dictionary WHERE kind = 'page'") == [(1,)]
    assert archive.add(rest[-1]).added == 1
    assert list(archive.verify()) == []
    assert [one.data for one in archive.captures()] == [first.data, *(one.data for one in rest)]


def test_no_words_of_articles_are_learnt() -> None:
    """Three pages share all they hold: only what speaks to browsers is kept."""
    told = (
        '<p class="text lead">The court heard on Monday, that Jorvik Tannenquist stole (in May) the spoons.</p>',
        '<h1>Tannenquist "guilty"</h1><p>Two words, Tannenquist = thief; and so on</p>',
        '<meta name="description" content="Tannenquist, guilty">',
        "<img alt='Tannenquist' src=/a.jpg><i title=Tannenquist><i data-of='A Tannenquist'>",
        '<a href="/2024/the-theft-of-tannenquist">',
        '<script type="application/ld+json">{"name":"Tannenquist", "articleBody": "He (Tannenquist, 40) \\"stole\\""}</script>',
        "<script>// don't\nlet said = `Tannenquist {said}`, other = 'Tannenquist (40)';\n// by Jane Tannenquist (x)\n</script>",
        '<script>unclosed("Tannenquist (40)',
    )
    useful = '<nav class="menu menu--wide" data-of="7"><script>window.started = Date.now();function go(x){</script>'
    page = (useful + "".join(told)).encode()
    learnt = learn([page] * 3)
    for piece in (
        b'<nav class="menu menu--wide" data-of="7">',
        b"window.started = Date.now();",
        b'<p class="text lead">',
    ):
        assert piece in learnt
    for word in (b"tannenquist", b"court", b"spoons", b"guilty"):
        assert word not in learnt.lower()


def test_an_archive_made_anew_where_one_was_deleted_packs_with_its_own_dictionary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dictionaries, "_LEARN_AT", (3,))
    path, aside = tmp_path / "press.db", tmp_path / "aside.db"
    for site in ("alpha", "beta"):
        path.unlink(missing_ok=True)
        around = "".join(
            f'<a class="{site}-menu__item--{n * 7919 % 1000}" href="/{site}">x</a>' for n in range(80)
        )
        with Archive(path) as archive:
            for number in range(9):
                archive.add(captured(page(f"Story {number}.", *PARAGRAPHS, around=around), f"{URL}/{number}"))
            assert list(archive.verify()) == []
    path.rename(aside)
    with Archive(aside) as archive:
        assert list(archive.verify()) == [], "wherever it lies"


def test_a_text_of_several_articles_leaves_once_and_comes_in_again(archive: Archive, tmp_path: Path) -> None:
    archive.add(CASES / "export-three-articles" / "page.txt")
    assert archive.status().captures == 3
    out = tmp_path / "out.warc.gz"
    archive.export(out, form="warc")
    with out.open("rb") as file:
        (found,) = read_warc(file, "a.warc")
    assert isinstance(found, Captured)
    assert (found.url, found.data) == (None, (CASES / "export-three-articles" / "page.txt").read_bytes())
    with Archive(tmp_path / "other.db") as other:
        assert other.add(out).added == 3
        assert [r.id for r in other.records()] == [r.id for r in archive.records()]


def test_a_capture_is_marked_by_its_record_in_a_warc_and_by_which_article_of_a_text_it_is() -> None:
    marks = {mark_of(Captured("a", page(), url=URL, record_id=f"urn:uuid:{n}")) for n in range(2)}
    assert len(marks) == 2
    text = (CASES / "export-three-articles" / "page.txt").read_bytes()
    given = [Given(record.id, record) for record in extract_all(text)]
    assert [mark_before(one) for one in given] == [mark_of(one, one.record.id) for one in given]
    assert len({mark_before(one) for one in given}) == 3


# Versions


def test_records_come_as_they_came_and_those_of_a_query_the_newest_first(archive: Archive) -> None:
    for name, day in (("b", 2), ("c", 3), ("a", 1), ("c", 3)):
        said = page(*PARAGRAPHS, f"Seen in {name}.", published=f"2024-05-0{day}T06:00:00+00:00")
        archive.add(captured(said, f"https://tarnpost.example/{name}", f"2024-05-0{day}T08:00:00Z"))
    archive.add(captured(page("Nothing of the kind."), "https://tarnpost.example/d"))
    archive.add(captured(page(*PARAGRAPHS, "No more."), "https://tarnpost.example/b", "2024-05-09T00:00:00Z"))

    def found(query: str | None = None) -> str:
        return "".join(str(record.url)[-1] for record in archive.records(query))

    assert (found(), found("harbour"), found("seen")) == ("bcad", "bca", "ca")
    assert found('"seen in b" versions:all') == "b"
    with pytest.raises(QueryError):
        next(archive.records("harbour AND"))


def test_captures_of_one_article_line_up_in_time(archive: Archive) -> None:
    later = page(*PARAGRAPHS[:3], "Ice was plentiful.", modified="2024-05-04T08:00:00+00:00")
    archive.add(
        captured(later, "https://www.tarnpost.example/eels?utm_medium=x", "2024-05-05T00:00:00Z"),
        captured(page(), "https://m.tarnpost.example/eels/amp", "2024-05-03T12:00:00Z"),
        captured(page(canonical=URL), "https://tarnpost.example/?p=771", "2024-05-03T18:00:00Z"),
    )
    assert archive.status().articles == 1
    found = list(archive.versions(URL))
    assert [v.at for v in found] == ["2024-05-03T12:00:00Z", "2024-05-03T18:00:00Z", "2024-05-05T00:00:00Z"]
    assert [v.changed for v in found] == [False, False, True]
    assert [v.current for v in found] == [False, False, True]
    assert not any(v.silent_edit for v in found)
    assert archive.get(URL).id == found[2].id


def test_a_capture_of_which_the_day_is_known_comes_before_those_of_its_hours(archive: Archive) -> None:
    archive.add(captured(page(*PARAGRAPHS[:3]), when="2024-05-03T09:00:00+02:00"))
    archive.add(captured(page(*PARAGRAPHS[:2]), when="2024-05-03"))
    archive.add(captured(page(), when="2024-05-02T23:00:00Z"))
    versions = [*archive.versions(URL)]
    assert [v.captured for v in versions] == [
        "2024-05-02T23:00:00Z",
        "2024-05-03",
        "2024-05-03T09:00:00+02:00",
    ]
    assert archive.get(versions[1].id).date_captured == "2024-05-03"
    assert [hit.id for hit in archive.search("captured:2024-05-03")] == [archive.get(URL).id]


def test_a_version_that_comes_late_is_put_in_its_place(archive: Archive) -> None:
    def said(what: str) -> bytes:
        return page(*PARAGRAPHS[:2], what)

    archive.add(captured(said("Alpha was there."), when="2024-05-01T00:00:00Z"))
    archive.add(captured(said("Alpha was there."), when="2024-05-03T00:00:00Z"))
    assert [v.captures for v in archive.versions(URL)] == [2]
    archive.add(captured(said("Completely different words stand here now."), when="2024-05-02T00:00:00Z"))
    archive.add(captured(said("Gamma, a third thing, was reported."), when="2024-05-04T00:00:00Z"))
    found = list(archive.versions(URL))
    assert [v.at[:10] for v in found] == ["2024-05-01", "2024-05-02", "2024-05-03", "2024-05-04"]
    assert [(v.changed, v.silent_edit) for v in found] == [(False, False), *[(True, True)] * 3]
    (hit,) = archive.search("has:silent-edit")
    assert hit.id == archive.get(URL).id
    assert list(archive.verify()) == []


@pytest.mark.parametrize("days", [*itertools.permutations((1, 2, 3))])
def test_captures_of_one_run_line_up_whichever_comes_first(archive: Archive, days: tuple[int, ...]) -> None:
    said = {1: "It cost nine million.", 2: "It cost twelve million.", 3: "It cost nine million."}
    archive.add(*(captured(page(*PARAGRAPHS, said[day]), when=f"2024-05-0{day}T00:00:00Z") for day in days))
    assert [(v.at[:10], v.silent_edit, v.captures) for v in archive.versions(URL)] == [
        ("2024-05-01", False, 1),
        ("2024-05-02", True, 1),
        ("2024-05-03", True, 1),
    ]
    assert len(list(archive.search('"nine million" versions:all'))) == 2
    assert list(archive.verify()) == []


NINE, TWELVE = (page(*PARAGRAPHS, f"It cost {price} million.") for price in ("nine", "twelve"))


def test_what_is_said_again_is_a_version_of_its_own(archive: Archive) -> None:
    archive.add(captured(NINE, when="2024-05-01T00:00:00Z"))
    archive.add(captured(TWELVE, when="2024-05-02T00:00:00Z"), captured(NINE, when="2024-05-03T00:00:00Z"))
    archive.add(captured(NINE, when="2024-05-04T00:00:00Z"))
    found = list(archive.versions(URL))
    assert [(v.captures, v.silent_edit, v.current) for v in found] == [
        (1, False, False),
        (1, True, False),
        (2, True, True),
    ]
    assert archive.get(URL).date_captured == "2024-05-03T00:00:00+00:00"
    assert [hit.number for hit in archive.search("nine million")] == [found[2].number]
    assert not list(archive.search("twelve million"))
    assert [diff.silent for diff in archive.changes(URL)] == [True, True]
    first, _, last = found
    assert first.id == last.id == last.key
    assert first.key == f"{first.id}@2024-05-01T00:00:00Z"
    for key in (first.key, f"{first.id[:6]}@2024-05-01"):
        assert archive.get(key).date_captured == "2024-05-01T00:00:00+00:00"
        assert archive.version(key).key == first.key
    with pytest.raises(NotFound):
        archive.get(f"{first.id}@2024-05-02")


def test_an_error_page_between_is_no_other_wording(archive: Archive) -> None:
    gone = (
        b"<!DOCTYPE html><title>404 Not Found</title><h1>Page not found</h1><p>This page is no longer there."
    )
    for day, data in ((1, page()), (2, gone), (3, page().replace(b"<nav>", b"<nav>More ")), (4, gone)):
        archive.add(captured(data, when=f"2024-05-0{day}T00:00:00Z"))
    assert [(v.page_type, v.captures, v.current) for v in archive.versions(URL)] == [
        ("article", 2, True),
        ("error", 2, False),
    ]


def test_a_revisit_after_a_change_is_a_version_of_its_own(archive: Archive) -> None:
    archive.add(captured(NINE, when="2024-05-01T00:00:00Z"), captured(TWELVE, when="2024-05-02T00:00:00Z"))
    for day, captures in ((1, 2), (3, 1), (4, 2)):
        when = f"2024-05-0{day}T06:00:00Z"
        archive.add(iter((Revisited("r", URL, when, URL, "2024-05-01T00:00:00Z"),)))
        assert [v.captures for v in archive.versions(URL) if v.at[:10] in {"2024-05-01", "2024-05-03"}][
            -1
        ] == captures
    found = list(archive.versions(URL))
    assert [(v.at[:10], v.silent_edit, v.current) for v in found] == [
        ("2024-05-01", False, False),
        ("2024-05-02", True, False),
        ("2024-05-03", True, True),
    ]
    assert list(archive.verify()) == []


def test_a_capture_before_the_first_moves_its_version_back(archive: Archive) -> None:
    archive.add(captured(NINE, when="2024-05-10T00:00:00Z"))
    archive.add(captured(NINE, when="2024-05-02T00:00:00Z"))
    assert [(v.at[:10], v.captures) for v in archive.versions(URL)] == [("2024-05-02", 2)]
    assert len(list(archive.search("captured:2024-05-02"))) == 1
    archive.add(captured(TWELVE, when="2024-05-05T00:00:00Z"))
    assert [(v.at[:10], v.silent_edit, v.captures) for v in archive.versions(URL)] == [
        ("2024-05-02", False, 1),
        ("2024-05-05", True, 1),
        ("2024-05-10", True, 1),
    ]


def test_what_nobody_dates_is_no_version_of_its_own_when_said_again(archive: Archive) -> None:
    first, second = page(*PARAGRAPHS), page(*PARAGRAPHS[:2])
    archive.add(captured(first, when=None), captured(second, when=None))
    archive.add(captured(first.replace(b"<nav>", b"<nav>More "), when=None))
    assert sorted(v.captures for v in archive.versions(URL)) == [1, 2]


def test_a_capture_that_says_nothing_new_is_kept_with_its_own_places(archive: Archive) -> None:
    archive.add(captured(page(), when="2024-05-03T00:00:00Z"))
    moved = page().replace(b"<nav>", b"<nav>And much more of it ")
    archive.add(captured(moved, when="2024-05-04T00:00:00Z"))
    (version,) = archive.versions(URL)
    assert version.captures == 2
    assert [c.data for c in archive.captures(URL)] == [page(), moved]
    assert list(archive.verify()) == []
    assert sql(archive, "SELECT count(packed) FROM reading") == [(1,)]


def test_a_canonical_address_elsewhere_or_of_the_front_page_is_no_identity(archive: Archive) -> None:
    archive.add(
        *(
            msgspec.structs.replace(
                extract(page(said), url=f"https://tarnpost.example/{at}"),
                canonical_url="https://tarnpost.example/",
            )
            for at, said in (("a", PARAGRAPHS[0]), ("b", PARAGRAPHS[1]))
        ),
        captured(page(canonical="https://tarnpost.example/a"), "https://elsewhere.example/copy"),
    )
    assert archive.status().articles == 3


def test_two_articles_that_turn_out_to_be_one(archive: Archive) -> None:
    one, two = "https://tarnpost.example/a", "https://tarnpost.example/b"
    archive.add(
        captured(page(), one, "2024-05-01T00:00:00Z"),
        captured(page(*PARAGRAPHS[:2]), two, "2024-05-02T00:00:00Z"),
    )
    archive.tag(one, "eels")
    archive.tag(two, "harbour")
    archive.add(captured(page(*PARAGRAPHS[1:], canonical=two), one, "2024-05-03T00:00:00Z"))
    assert archive.status().articles == 1
    assert archive.tags(two) == ("eels", "harbour")
    found = list(archive.versions(one))
    assert [(v.at[:10], v.changed, v.current) for v in found] == [
        ("2024-05-01", False, False),
        ("2024-05-02", True, False),
        ("2024-05-03", True, True),
    ]


def test_two_articles_that_turn_out_to_be_one_are_no_copies(archive: Archive) -> None:
    one, two, three = (f"https://tarnpost.example/{name}" for name in ("a", "b", "c"))
    story = PARAGRAPHS
    archive.add(
        captured(page(*story), one, "2024-05-01T00:00:00Z"),
        captured(page(*story, "More of it."), two, "2024-05-02T00:00:00Z"),
        captured(page(*story, "Less of it."), three, "2024-05-02T00:00:00Z"),
    )
    assert archive.status().copies == 2
    archive.add(captured(page(*story, canonical=two), one, "2024-05-01T06:00:00Z"))
    assert [v.current for v in archive.versions(two)] == [False, False, True]
    assert archive.status().copies == 1
    assert {copy.url for copy in archive.copies(three)} == {two, three}
    assert [hit.url for hit in archive.search("harbour copies:hide")] == [two]


MAYOR, MOVED, WALL = (f"https://tarnpost.example/{name}" for name in ("mayor", "moved", "subscribe"))


def moved(*pairs: tuple[str, str]) -> Iterator[Redirected]:
    return (Redirected("r", url, target) for url, target in pairs)


def test_an_article_that_has_moved_is_the_same_one(archive: Archive) -> None:
    archive.add(captured(page(), when="2024-05-01T00:00:00Z"))
    archive.add(moved((URL, MOVED)))
    archive.add(captured(page(*PARAGRAPHS[:2]), MOVED, "2024-05-02T00:00:00Z"))
    assert archive.status().articles == 1
    assert archive.get(URL).id == archive.get(MOVED).id


def test_what_many_articles_lead_to_is_none_of_them(archive: Archive) -> None:
    mayor = page("The mayor of Tarnmouth opened a bridge.", headline="Mayor")
    archive.add(captured(page()), captured(mayor, MAYOR))
    archive.add(moved((URL, WALL), (MAYOR, WALL)))
    archive.add(
        captured(page(*PARAGRAPHS[:2])),
        captured(page("Nothing but this stands here.", headline="Plans"), WALL),
    )
    assert archive.status().articles == 3
    assert [len(list(archive.versions(url))) for url in (URL, MAYOR, WALL)] == [2, 1, 1]


def test_two_articles_that_were_captured_are_not_made_one_by_a_redirect(archive: Archive) -> None:
    archive.add(captured(page()), captured(page("Nothing but this stands here.", headline="Plans"), WALL))
    archive.add(moved((URL, WALL)))
    archive.add(captured(page("Nothing but that stands here.", headline="Plans"), WALL))
    assert archive.status().articles == 2


def test_an_address_that_answers_again_is_its_own(archive: Archive) -> None:
    other = "https://fenecho.example/short"
    archive.add(captured(page()))
    archive.add(moved((other, URL)))
    assert archive.get(other).id == archive.get(URL).id
    archive.add(captured(page("Nothing of eels stands here.", headline="Frost"), other))
    assert archive.get(other).headline == "Frost"
    assert archive.get(URL).headline != "Frost"


def test_a_revisit_without_a_date_is_of_the_capture_before_it(archive: Archive) -> None:
    archive.add(
        captured(page(), when="2024-05-01T00:00:00Z"),
        captured(page(*PARAGRAPHS[:2]), when="2024-05-10T00:00:00Z"),
    )
    archive.add(iter((Revisited("r", URL, "2024-05-05T00:00:00Z", URL, None),)))
    assert [v.captures for v in archive.versions(URL)] == [2, 1]


def test_a_revisit_of_what_comes_later_waits_for_it(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = [
        Revisited(f"r{n}", URL, f"2024-05-{n:02}T00:00:00Z", URL, "2024-05-01T00:00:00Z") for n in (5, 6, 7)
    ]
    cut = captured(page(), when="2024-05-01T00:00:00.250000Z")
    seen: list[Outcome] = []
    monkeypatch.setattr(limits, "REVISITS_BYTES", 2_000)
    archive.add(chain(again, (cut,)), each=seen.append)
    assert [(one.name, one.fate) for one in seen] == [
        ("r7", "skipped"), (cut.name, "added"), ("r5", "added"), ("r6", "added"),
    ]  # fmt: skip
    assert [v.captures for v in archive.versions(URL)] == [3]
    archive.add(captured(page(*PARAGRAPHS[:2]), when="2024-05-01T00:00:00.500000Z"))
    archive.add(iter((Revisited("r", URL, "2024-05-08T00:00:00Z", URL, "2024-05-01T00:00:00.250000Z"),)))
    assert [v.captures for v in archive.versions(URL)] == [1, 1, 3], "the exact time counts where it is there"


def test_a_revisit_of_nothing_fails_where_it_says_that_it_is_of_a_page(archive: Archive) -> None:
    bare = Revisited("r", URL, "2024-05-05T00:00:00Z", URL, None, headers=((":status", "304"),))
    of_page = replace(bare, headers=(*bare.headers, ("content-type", "text/html")))
    seen: list[Outcome] = []
    archive.add(iter((bare, of_page)), each=seen.append)
    assert [one.fate for one in seen] == ["skipped", "failed"]


def test_diff_names_a_silent_edit(archive: Archive) -> None:
    archive.add(captured(page(), when="2024-05-03T00:00:00Z"))
    assert archive.diff(URL) is None
    changed = page(
        *PARAGRAPHS[:1], PARAGRAPHS[1].replace("the best in nine years", "a fair one"), *PARAGRAPHS[2:]
    )
    archive.add(captured(changed, when="2024-05-04T00:00:00Z"))
    diff = archive.diff(URL)
    assert diff is not None
    assert diff.silent
    (sentence,) = diff.sentences
    assert sentence.kind == "reworded"
    assert archive.status().silent_edits == 1


def test_an_id_means_the_last_of_those_that_say_the_same_whichever_came_first(archive: Archive) -> None:
    other = page(*PARAGRAPHS[:2])
    for day, data in ((3, page()), (2, other), (1, page() + b"<!-- again -->")):
        archive.add(captured(data, when=f"2024-05-0{day}T00:00:00Z"))
    first, second, last = archive.versions(URL)
    assert (first.key, second.key, last.key) == (f"{last.id}@{first.at}", second.id, last.id)
    assert archive.version(last.id) == archive.version(URL) == last
    assert archive.version(f"{last.id[:8]}@2024-05-01") == first
    assert archive.version(f"{last.id[:8]}@2024-05") == last


def test_versions_that_share_an_id_are_compared(archive: Archive) -> None:
    """The id is of words and times: an author that is taken off is in neither."""
    signed = page().replace(b"</h1>", b'</h1><p class="byline">By Odile Brandt</p>')
    archive.add(captured(signed, when="2024-05-03T00:00:00Z"), captured(page(), when="2024-05-04T00:00:00Z"))
    first, second = (version.id for version in archive.versions(URL))
    assert first == second
    diff = archive.diff(first, second)
    assert diff is not None
    assert [(field.field, field.before, field.after) for field in diff.fields] == [
        ("author", "Odile Brandt", None)
    ]


def test_two_articles_are_no_edit_of_one_another(archive: Archive) -> None:
    other = "https://tarnpost.example/other"
    archive.add(captured(page()), captured(page(*PARAGRAPHS[:2]), other))
    diff = archive.diff(URL, other)
    assert diff is not None
    assert (diff.changed, diff.silent) == (True, False)


def test_records_of_two_extractors_are_not_compared(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.add(captured(page(), when="2024-05-03T00:00:00Z"))
    old = archive.get(URL).id
    monkeypatch.setattr("onrecord.extraction.EXTRACTOR", Extractor("99.0", {"body": "rules-99"}))
    archive.add(captured(page(*PARAGRAPHS[:2]), when="2024-05-04T00:00:00Z"))
    with pytest.raises(NotFound, match="different extractors"):
        archive.diff(old, archive.get(URL).id)
    assert archive.diff(URL) is None
    assert archive.uncompared(URL) == 1
    assert archive.reextract() == 1
    assert archive.uncompared(URL) == 0
    diff = archive.diff(URL)
    assert diff is not None
    assert [s.kind for s in diff.sentences] == ["removed", "removed"]
    assert archive.reextract() == 0
    assert archive.get(old).id == old, "the old record stays"
    assert archive.status().extractors == {"0.1.0": 1, "99.0": 2}


# Copies


def test_copies_say_who_was_first_and_who_credits_whom(archive: Archive) -> None:
    wire = page(*PARAGRAPHS, "TARNMOUTH (Reuters)", published="2024-05-03T05:00:00+00:00")
    cut = page(*PARAGRAPHS[:3], headline="Full nets", published="2024-05-03T09:00:00+00:00").replace(
        b"Tarn Post", b"Fen Echo"
    )
    archive.add(
        captured(cut, "https://fenecho.example/full-nets"),
        captured(wire, "https://wire.example/eels"),
        captured(
            page("Nothing of the kind was said in this one.", headline="Frost"),
            "https://fenecho.example/frost",
        ),
    )
    first, second = archive.copies("https://fenecho.example/full-nets")
    assert (first.url, first.first, first.asked) == ("https://wire.example/eels", True, False)
    assert "Reuters" in first.credits
    assert (second.publisher, second.first, second.asked) == ("Fen Echo", False, True)
    assert first.other_share == 1.0, "all of the cut one stands in the wire's"
    assert 0.5 < first.share < 1.0
    assert (archive.version(first.id).copy_of, archive.version(second.id).copy_of) == (None, first.id)
    for query in ("nets copies:hide", "copies:hide -frost"):
        assert [hit.id for hit in archive.search(query)] == [first.id], "which copy_of names"
        assert [name for name, _ in archive.facets(query).publisher] == ["Tarn Post"]
    assert [hit.id for hit in archive.search('publisher:"fen echo" nets copies:hide')] == [second.id]
    assert len(list(archive.copies("https://fenecho.example/frost"))) == 1


def test_an_agency_is_credited_at_the_edges_of_a_text_and_not_amid_it(archive: Archive) -> None:
    tides = [f"Tide {n * 7919} came in late and left the harbour of Tarnmouth early." for n in range(24)]

    def credits_of(edge: str, amid: str) -> tuple[str, ...]:
        url = f"{URL}/{edge[:4].strip()}"
        archive.add(captured(page(tides[0], edge, *tides[1:12], amid, *tides[12:]), url))
        return next(copy.credits for copy in archive.copies(url) if copy.asked)

    assert credits_of("An aap was seen on the quay.", "Nobody told Reuters of it.") == ()
    assert credits_of("The board told AAP and Reuters that no boat was lost.", "Nobody was told.") == (
        "AAP",
        "Reuters",
    )


def test_who_was_first_to_run_it_is_not_told_by_the_day_alone(archive: Archive) -> None:
    archive.add(
        captured(page(published="2024-05-03T05:00:00+00:00"), URL),
        captured(page(headline="Nets", published="2024-05-03"), FEN),
        captured(page(headline="Full nets", published="2024-05-02"), RIDGE),
    )
    assert [(copy.at, copy.first) for copy in archive.copies(URL)] == [
        ("2024-05-02", True), ("2024-05-03", False), ("2024-05-03T05:00:00Z", False),
    ]  # fmt: skip
    archive.forget(RIDGE)
    assert [copy.first for copy in archive.copies(URL)] == [False, False]
    assert (archive.version(URL).copy_of, archive.version(FEN).copy_of) == (None, archive.version(URL).id)


def test_half_a_story_in_another_is_a_copy_and_a_quotation_is_none(archive: Archive) -> None:
    own = (
        "The council of Fenbridge met on Monday to speak of its swimming baths, which have been shut since the boiler failed.",
        "A second boiler would cost more than the town has, the treasurer told a hall that had filled to the last seat.",
        "Whether the baths open again will be known in June, when three firms have said what they would ask for the work.",
        "The mayor asked for patience, and said that a pool in the next town would take in the schools until then.",
    )
    archive.add(
        captured(page(*PARAGRAPHS, *own[:1])),
        captured(page(*PARAGRAPHS[:3], *own, headline="Baths"), "https://fenecho.example/half"),
        captured(page(PARAGRAPHS[0], *own[1:], headline="Council"), "https://ridge.example/quoted"),
    )
    (found,) = [copy for copy in archive.copies(URL) if not copy.asked]
    assert found.url == "https://fenecho.example/half"
    assert 0.4 < found.share < 0.7 < found.other_share


def test_a_fifth_of_a_story_in_another_is_no_copy(archive: Archive) -> None:
    """More words than a quotation, and far less than the share from which articles are named together."""

    def other(town: str) -> tuple[str, ...]:
        return tuple(
            " ".join(
                f"The {town}{n}{k} of {town}{k}{n} met {k}{town}{n} and {n}{town}{k} to hear the {town} {k}{n}{town}."
                for k in "abcd"
            )
            for n in range(3, 8)
        )

    archive.add(
        captured(page(*PARAGRAPHS[:2], *other("fen"))),
        captured(page(*PARAGRAPHS[:2], *other("ridge"), headline="Wards"), "https://fenecho.example/wards"),
    )
    first, second = (archive.get(url).article_body or "" for url in (URL, "https://fenecho.example/wards"))
    shares = shared(shingled(first), shingled(second))
    assert shares.words >= 40
    assert 0.1 < max(shares.first, shares.second) < 0.35
    assert [copy.asked for copy in archive.copies(URL)] == [True]
    assert sql(archive, "SELECT * FROM copy") == []


FEN, RIDGE = "https://fenecho.example/full-nets", "https://ridge.example/nets"


@pytest.mark.parametrize("last", [*PARAGRAPHS[3:], "And this was added later."])
def test_a_newer_version_of_the_original_leads_its_copies(archive: Archive, last: str) -> None:
    archive.add(
        captured(page(), when="2024-05-03T00:00:00Z"),
        captured(page(headline="Nets"), FEN, "2024-05-04T00:00:00Z"),
        captured(
            page(*PARAGRAPHS[:3], last, modified="2024-05-05T00:00:00+00:00"), when="2024-05-05T00:00:00Z"
        ),
        captured(page(headline="Full nets"), RIDGE, "2024-05-06T00:00:00Z"),
    )
    newest = archive.version(URL)
    assert newest.copy_of is None
    assert [archive.version(url).copy_of for url in (FEN, RIDGE)] == [newest.id, newest.id]
    assert [hit.number for hit in archive.search("harbour copies:hide")] == [newest.number]
    assert {copy.id for copy in archive.copies(FEN)} == {archive.version(url).id for url in (URL, FEN, RIDGE)}
    assert archive.status().copies == 2
    assert not sql(
        archive,
        "SELECT 1 FROM copy JOIN version a ON a.number = copy.version JOIN version b ON b.number = copy.other"
        " WHERE a.article = b.article",
    )


def test_an_original_that_takes_up_another_story_is_no_copy_of_it(archive: Archive) -> None:
    other = [paragraph.replace("e", "y").replace("a", "o") for paragraph in PARAGRAPHS]
    archive.add(
        captured(page(), when="2024-05-03T00:00:00Z"),
        captured(page(headline="Nets"), FEN, "2024-05-04T00:00:00Z"),
        captured(page(*other, headline="Ytyrnol"), RIDGE, "2024-05-04T00:00:00Z"),
        captured(page(*PARAGRAPHS, *other), when="2024-05-05T00:00:00Z"),
    )
    assert RIDGE in {copy.url for copy in archive.copies(URL)}
    assert archive.version(URL).copy_of is None
    assert archive.version(FEN).copy_of == archive.version(URL).id


@pytest.mark.parametrize("late", [False, True], ids=["copied before", "copied after"])
def test_what_copied_words_that_its_original_has_left_is_no_copy_any_more(
    archive: Archive, *, late: bool
) -> None:
    other = [paragraph.replace("e", "y").replace("a", "o") for paragraph in PARAGRAPHS]
    first = captured(page(), when="2024-05-03T00:00:00Z")
    copies = [captured(page(headline=f"Nets {url}"), url, "2024-05-04T00:00:00Z") for url in (FEN, RIDGE)]
    rewritten = captured(page(*other[:3], "The harbour is closed."), when="2024-05-05T00:00:00Z")
    archive.add(*((first, rewritten, *copies) if late else (first, *copies, rewritten)))
    assert [copy.asked for copy in archive.copies(URL)] == [True]
    assert archive.version(FEN).copy_of is None
    assert archive.version(RIDGE).copy_of == archive.version(FEN).id
    assert {hit.url for hit in archive.search("harbour copies:hide")} == {URL, FEN}


@pytest.mark.parametrize("order", tuple(itertools.permutations(range(4))))
def test_what_copies_words_that_went_and_came_back_is_a_copy_in_any_order(
    archive: Archive, order: tuple[int, ...]
) -> None:
    other = [paragraph.replace("e", "y").replace("a", "o") for paragraph in PARAGRAPHS[:3]]
    days = (page(), page(*other, "The harbour is closed."), page())
    items = [captured(data, when=f"2024-05-0{day}T00:00:00Z") for day, data in enumerate(days, 1)]
    later = page(headline="Nets", published="2024-05-04T06:00:00+00:00")
    items.append(captured(later, FEN, "2024-05-04T12:00:00Z"))
    for at in order:
        archive.add(items[at])
    assert archive.version(FEN).copy_of == archive.version(URL).id
    assert [hit.url for hit in archive.search("harbour copies:hide")] == [URL]


def test_of_copies_that_are_left_none_is_of_words_that_are_no_longer_said(archive: Archive) -> None:
    other = [paragraph.replace("e", "y").replace("a", "o") for paragraph in PARAGRAPHS[:3]]
    archive.add(
        captured(page(), when="2024-05-03T00:00:00Z"),
        captured(page(headline="Nets"), FEN, "2024-05-04T00:00:00Z"),
        captured(page(headline="Full nets"), RIDGE, "2024-05-04T00:00:00Z"),
        captured(page(*other, "The harbour is closed."), FEN, "2024-05-05T00:00:00Z"),
    )
    archive.forget(URL)
    assert archive.version(RIDGE).copy_of is None
    assert {hit.url for hit in archive.search("harbour copies:hide")} == {FEN, RIDGE}
    assert sql(archive, "SELECT count(*) FROM version WHERE current = 1 AND copy_of IS NOT NULL") == [(0,)]


def test_what_stands_in_a_longer_original_that_is_cut_to_a_notice_is_no_copy(archive: Archive) -> None:
    archive.add(
        captured(page(), when="2024-05-03T00:00:00Z"),
        captured(page(headline="Nets"), FEN, "2024-05-04T00:00:00Z"),
        captured(page(PARAGRAPHS[0][:120]), when="2024-05-05T00:00:00Z"),
    )
    assert len(list(archive.copies(FEN))) == 1
    assert archive.version(FEN).copy_of is None
    assert {hit.url for hit in archive.search("harbour copies:hide")} <= {URL, FEN}


def test_a_newer_version_of_a_copy_is_a_copy(archive: Archive) -> None:
    archive.add(
        captured(page(), when="2024-05-03T00:00:00Z"),
        captured(page(headline="Nets"), FEN, "2024-05-04T00:00:00Z"),
        captured(page(headline="Nets", modified="2024-05-05T00:00:00+00:00"), FEN, "2024-05-05T00:00:00Z"),
    )
    assert len(list(archive.versions(FEN))) == 2
    assert archive.version(FEN).copy_of == archive.version(URL).id
    assert [hit.url for hit in archive.search("harbour copies:hide")] == [URL]
    assert len(list(archive.copies(URL))) == len(list(archive.copies(FEN))) == 2


def test_copies_of_what_is_forgotten_are_of_the_first_of_them(archive: Archive) -> None:
    archive.add(
        captured(page(), when="2024-05-03T00:00:00Z"),
        captured(page(headline="Nets"), FEN, "2024-05-04T00:00:00Z"),
        captured(page(headline="Full nets"), RIDGE, "2024-05-04T00:00:00Z"),
        captured(page(*PARAGRAPHS[:2], headline="Half"), "https://half.example/nets", "2024-05-04T00:00:00Z"),
    )
    archive.forget(URL)
    assert archive.version(FEN).copy_of is None
    assert archive.version(RIDGE).copy_of == archive.version(FEN).id
    assert [hit.url for hit in archive.search("harbour copies:hide")] == [FEN]
    archive.forget(FEN)
    archive.forget("https://half.example/nets")
    assert archive.version(RIDGE).copy_of is None
    assert [hit.url for hit in archive.search("harbour copies:hide")] == [RIDGE]


def test_what_is_read_again_keeps_its_copies(archive: Archive) -> None:
    archive.add(
        captured(page(), when="2024-05-03T00:00:00Z"),
        captured(page(headline="Nets"), FEN, "2024-05-04T00:00:00Z"),
        captured(page(headline="Full nets"), RIDGE, "2024-05-04T00:00:00Z"),
    )
    assert archive.reextract(statements=True) == 3
    newest = archive.version(URL)
    assert newest.number > 3
    assert [archive.version(url).copy_of for url in (FEN, RIDGE)] == [newest.id, newest.id]
    assert len(list(archive.copies(FEN))) == 3
    assert [hit.url for hit in archive.search("harbour copies:hide")] == [URL]
    archive.add(captured(page(headline="Again"), "https://late.example/nets", "2024-05-07T00:00:00Z"))
    assert archive.version("https://late.example/nets").copy_of == newest.id


# About it


def test_tags_notes_and_saved_searches(archive: Archive) -> None:
    archive.add(captured(page()))
    assert archive.tag(URL, "eels", "2024", "eels") == ("2024", "eels")
    assert archive.untag(URL, " 2024 ", "none") == ("eels",)
    archive.note(URL, " Ask the harbour board.\r\nAgain.\n")
    archive.note(URL, " \r\n ")
    assert archive.notes(URL) == ("Ask the harbour board.\nAgain.",)
    assert archive.drop_note(URL, "Ask the harbour board.\r\nAgain.")
    archive.save_search("eels", "eel* AND harbour")
    assert archive.saved_searches() == {"eels": "eel* AND harbour"}


def test_a_publisher_without_a_name_is_called_alike_by_search_and_copies(archive: Archive) -> None:
    bare = re.sub(rb'<meta property="og:site_name"[^>]*>', b"", page()).replace(b" | Tarn Post", b"")
    archive.add(captured(page()), captured(bare, "https://www.fenecho.example/eels"))
    found = {hit.publisher for hit in archive.search("eel")}
    assert found == {copy.publisher for copy in archive.copies(URL)} == {"Tarn Post", "fenecho.example"}


def test_forgetting_leaves_no_word_and_is_not_undone_by_adding(archive: Archive) -> None:
    secret = page(
        "Zanzarella Quimbleforth owed the market hall for eleven crates of ice.",
        headline="Quimbleforth in debt",
    )
    address = "https://tarnpost.example/quimbleforth-debt"
    archive.add(captured(page()), captured(secret, address))
    archive.add(moved(("https://tarnpost.example/q/quimbleforth", address), (address, f"{URL}/quimbleforth")))
    archive.tag(address, "quimbleforth")
    record = archive.get(address)
    assert archive.forget(record.id, reason="court order") == 1
    with pytest.raises(NotFound):
        archive.get(address)
    assert list(archive.search("quimbleforth")) == []
    assert archive.add(captured(secret, address)).skipped == 1
    assert archive.add(captured(secret, "https://tarnpost.example/again")).skipped == 1, "the bytes are known"
    assert archive.add(record).skipped == 1
    assert archive.status().forgotten == 1
    assert archive.get(URL)
    assert list(archive.verify()) == []
    archive.close()
    left = b"".join(path.read_bytes() for path in archive.path.parent.iterdir() if path.is_file()).lower()
    assert b"tarnmouth" in left
    for word in (b"quimbleforth", b"zanzarella", record.id.encode()):
        assert word not in left


def test_words_go_where_sqlite_by_itself_leaves_what_was_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As some builds of it do; the index has merged its pieces before anything is forgotten."""

    def opened(path: Path, mode: str) -> sqlite3.Connection:
        connection = plainly(path, mode)
        connection.execute("PRAGMA secure_delete = OFF")
        return connection

    plainly = connecting._connect  # noqa: SLF001
    monkeypatch.setattr(connecting, "_connect", opened)
    with Archive(tmp_path / "press.db") as archive:
        for number in range(40):
            archive.add(captured(page(f"Qzx{number * 7919}w owed ice."), f"{URL}/{number}"))
        archive.forget(*(f"{URL}/{number}" for number in range(0, 40, 3)))
    left = (tmp_path / "press.db").read_bytes()
    assert [number for number in range(0, 40, 3) if f"zx{number * 7919}w".encode() in left] == []


def large(words: str = "Rain fell.") -> bytes:
    """A page so large, and so little like itself, that its bytes lie beside the file."""
    return page(words, around="".join(f"{n * 2654435761 % 2**32:x}" for n in range(60_000)))


def test_the_same_article_named_twice_is_forgotten_once(archive: Archive) -> None:
    archive.add(captured(large()))
    assert archive.forget(archive.get(URL).id, URL) == 1
    assert list(archive.path.with_name("press.db.bytes").glob("*/*")) == []


def test_a_forget_that_fails_deletes_nothing(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    archive.add(captured(large()))
    with monkeypatch.context() as patch:
        patch.setattr("onrecord.search.index.compact", full)
        with pytest.raises(ArchiveError):
            archive.forget(URL)
    with pytest.raises(NotFound):
        archive.forget(URL, "https://tarnpost.example/nosuch")
    assert list(archive.verify()) == []
    assert archive.page(URL)


def test_what_a_killed_forget_left_goes_with_the_next(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_: object) -> None:
        raise KeyboardInterrupt

    other = "https://tarnpost.example/other"
    archive.add(captured(large()), captured(large("Snow fell."), other), captured(page(), f"{other}/again"))
    with monkeypatch.context() as patch:
        patch.setattr("onrecord.archive.care.clear", killed)
        with pytest.raises(KeyboardInterrupt):
            archive.forget(URL)
    archive.forget(f"{other}/again")
    assert len(list(archive.path.with_name("press.db.bytes").glob("*/*"))) == 1
    assert list(archive.verify()) == []


def test_bytes_that_two_articles_share_stay_for_the_other(archive: Archive) -> None:
    archive.add(captured(page()), captured(page(), "https://other.example/eels"))
    archive.forget(URL)
    (left,) = archive.captures()
    assert left.data == page()


def test_the_page_of_a_record_is_the_one_that_its_places_count_in(archive: Archive) -> None:
    read, again = page(), page(around="<p>Weather: rain.</p>" * 3)
    archive.add(extract(read, url=URL, captured="2024-05-03T10:00:00Z"))
    archive.add(captured(again, when="2024-05-04T10:00:00Z"))
    assert len(list(archive.versions(URL))) == 1
    assert archive.page(URL) is None, "the record came without its page, and another page is not its own"


def test_what_a_slow_source_gave_is_in_the_archive_while_the_next_is_waited_for(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly() -> Iterator[Captured]:
        for number in range(3):
            there.append(archive.status().captures)
            yield captured(page(f"Tide {number} came late."), f"{URL}/{number}")

    monkeypatch.setattr("onrecord.archive.filling._BATCH_S", 0)
    there: list[int] = []
    archive.add(slowly())
    assert there[0] == 0
    assert there[-1] > 0


def test_damage_is_told(archive: Archive) -> None:
    archive.add(captured(page()), captured(page("Other words."), "https://tarnpost.example/other"))
    assert list(archive.verify()) == []
    with sqlite3.connect(archive.path) as connection:
        connection.execute(
            "UPDATE bytes SET packed = CAST(substr(packed, 1, 40) || x'00' || substr(packed, 42) AS BLOB) WHERE number = 1"
        )
    connection.close()
    assert {fault.what for fault in archive.verify()} == {"bytes", "record"}


def test_a_text_is_kept_once(archive: Archive) -> None:
    """What page and record repeat of it is left out of their frames; a page that is hardly more packs to little."""
    words = " ".join(f"{n * 2654435761 % 2**32:x}" for n in range(800))
    archive.add(captured(page(words)))
    ((text, page_bytes, record_bytes),) = sql(
        archive,
        "SELECT b.text, length(b.packed), length(r.packed) FROM bytes b JOIN record r ON r.after = b.number WHERE r.text",
    )
    assert text == 1
    assert int(str(page_bytes)) < len(words) / 10
    assert int(str(record_bytes)) < len(words) / 10


def test_a_damaged_text_is_told(archive: Archive) -> None:
    archive.add(captured(page()), captured(page("Other words."), "https://tarnpost.example/other"))
    with sqlite3.connect(archive.path) as connection:
        connection.execute("UPDATE search_stored SET data = x'00'")
    connection.close()
    assert {fault.what for fault in archive.verify()} == {"bytes", "record"}
    with sqlite3.connect(archive.path) as connection:
        connection.execute("DELETE FROM search_stored")
        connection.execute("DELETE FROM search_versions")
    connection.close()
    assert all(fault.reason.endswith("is gone") for fault in archive.verify())


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE search_stored SET data = 'eels'",
        "UPDATE bytes SET packed = 7, text = NULL WHERE number = 1",
        "UPDATE bytes SET dictionary = 'eels' WHERE number = 1",
        "UPDATE record SET packed = 7.5 WHERE version = 1",
    ],
)
def test_what_a_damaged_row_holds_does_not_end_the_check(archive: Archive, damage: str) -> None:
    archive.add(captured(page()), captured(page("Other words."), "https://tarnpost.example/other"))
    record = archive.get(URL)
    with sqlite3.connect(archive.path) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE bytes SET digest = zeroblob(32) WHERE number = 2")
        connection.execute(damage)
    connection.close()
    assert {record.id, "sha256:" + "0" * 64} <= {fault.name for fault in archive.verify()}
    with pytest.raises(ArchiveError):
        archive.get(URL)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"id": "../../pwn"}, "not a record: an id is 20 hex digits"),
        ({"id": "0123456789abcdef0123\n"}, "not a record: an id is 20 hex digits"),
        ({"date_published": "99999-99-99T99:99:99"}, "not a record: date_published is no ISO 8601 time"),
        ({"date_modified": "0000-00-00"}, "not a record: date_modified is no ISO 8601 time"),
        ({"date_modified": "2024-02-30"}, "not a record: date_modified is no ISO 8601 time"),
        ({"word_count": 1 << 63}, "not a record: a number in it is larger than 64 bits hold"),
        ({"word_count": -1}, "not a record: a text of fewer words than none"),
        ({"article_body": "Short."}, "not a record: a span in it lies outside its text"),
        (
            {"links": [{"url": URL, "text": "eels", "start": -4, "end": 4, "rel": "inline", "place": {}}]},
            "not a record: a span in it lies outside its text",
        ),
        (
            {
                "statements": [
                    {
                        "content": [[9, 4]],
                        "source": [],
                        "cue": [],
                        "kind": "direct",
                        "speaker": {"name": None, "role": None, "mention": None},
                        "method": "",
                        "confidence": 1,
                    }
                ]
            },
            "not a record: a span in it lies outside its text",
        ),
        ({"capture": {"offset": -(10**30)}}, "not a record: a number in it is larger than 64 bits hold"),
    ],
)
def test_what_cannot_be_a_record_is_refused_with_one_line(
    archive: Archive, wrong: dict[str, object], told: str
) -> None:
    record = extract(page(modified="2024-05-04"), url=URL)
    whole = json.loads(record.to_json())
    for name, value in wrong.items():
        whole[name] = {**whole[name], "value": value} if name.startswith("date") else value
    done = archive.add(Record.from_json(json.dumps(whole)), record)
    assert (done.added, done.failed) == (1, ((URL, told),))


@pytest.mark.parametrize(
    "value", ["2024", "2024-05", "2024-05-04", "2024-05-04T10:00", "2024-05-04T10:00:00.25-03:30"]
)
def test_times_as_precise_as_their_source_are_taken_in(archive: Archive, value: str) -> None:
    record = extract(page(), url=URL)
    assert record.date_published
    moment = msgspec.structs.replace(record.date_published, value=value)
    assert archive.add(msgspec.structs.replace(record, date_published=moment)).added == 1


def test_a_person_can_read_the_tables(archive: Archive) -> None:
    archive.add(captured(page().replace(b"</h1>", b"</h1><p class='byline'>By Ana Roe</p>")))
    assert sql(archive, "SELECT headline, author, versions, captures FROM articles") == [
        ("Eel season opens in Tarnmouth", "Ana Roe", 1, 1)
    ]
    assert sql(archive, "SELECT name, articles_written FROM people") == [("Ana Roe", 1)]
    assert len(sql(archive, "SELECT * FROM versions")) == 1
    assert sql(archive, "SELECT * FROM statements") == []
    (schema,) = sql(archive, "SELECT sql FROM sqlite_master WHERE name = 'capture'")
    assert "-- When and from where bytes came" in str(schema[0])
    tables = metadata("press")["databases"]["press"]["tables"]  # type: ignore[index]
    assert tables["capture"]["columns"]["status"] == "of HTTP"
    assert {row[0] for row in sql(archive, "SELECT name FROM sqlite_master WHERE type = 'view'")} <= set(
        tables
    )
    json.dumps(tables)


def test_threads_each_have_their_own(archive: Archive) -> None:
    archive.add(captured(page()))
    faults: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for turn in range(5):
                archive.add(captured(page(f"Story {number} {turn}."), f"{URL}/{number}/{turn}"))
                assert archive.get(URL).headline
                assert sum(1 for _ in archive.records()) > 0
        except BaseException as error:  # noqa: BLE001  # told below
            faults.append(error)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    assert archive.status().articles == 21


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are counted in /proc")
def test_connections_of_threads_that_ended_are_closed(archive: Archive) -> None:
    archive.add(captured(page()), captured(page("Another."), f"{URL}/2"))
    records = archive.records()

    def within_a_thread(work: Callable[[], object]) -> None:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()

    within_a_thread(lambda: next(records))
    for _ in range(20):
        within_a_thread(archive.status)
    files = [file.resolve() for file in Path("/proc/self/fd").iterdir()]
    assert files.count(archive.path.resolve()) <= 3, "this thread's, that of the iterator, and the last"
    assert len(list(records)) == 1, "what a thread began to read another may read on"


# The file


def test_an_empty_archive_holds_nothing(archive: Archive) -> None:
    status = archive.status()
    assert (status.articles, status.versions, status.captures, status.captured_bytes) == (0, 0, 0, 0)
    assert (status.first_published, status.last_published, status.last_added) == (None, None, None)
    assert (list(archive.captures()), list(archive.verify())) == ([], [])


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    def why(path: Path, **options: bool) -> str:
        with pytest.raises(ArchiveError) as caught:
            Archive(path, **options)
        assert "\n" not in str(caught.value)
        return caught.value.reason

    (tmp_path / "text.db").write_text("not a database, but long enough to be looked at as one")
    assert why(tmp_path / "text.db") == "not an archive: the file is something else"
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE x (y)")
    other.commit()
    other.close()
    before = (tmp_path / "other.db").read_bytes()
    assert why(tmp_path / "other.db") == "not an archive: a SQLite database of something else"
    assert (tmp_path / "other.db").read_bytes() == before
    assert why(tmp_path) == why(Path("/")) == "a folder, not an archive"
    assert why(tmp_path / "none" / "press.db") == "cannot be made: there is no such folder"
    assert why(tmp_path / "nosuch.db", create=False).startswith("no such archive")
    assert not (tmp_path / "nosuch.db").exists()
    (tmp_path / "cut.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 300)
    assert "not an archive" in why(tmp_path / "cut.db")


def test_an_archive_of_a_newer_onrecord_is_left_alone(tmp_path: Path) -> None:
    Archive(tmp_path / "press.db").close()
    with sqlite3.connect(tmp_path / "press.db") as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(ArchiveError, match="newer onrecord"):
        Archive(tmp_path / "press.db")


def test_a_closed_archive_says_so(archive: Archive) -> None:
    archive.close()
    with pytest.raises(ArchiveError):
        archive.get(URL)


def test_a_record_of_any_page_survives(archive: Archive) -> None:
    odd = b"\xff\xfe<\x00p\x00>\x00" + "漁の季節が始まった。".encode("utf-16-le") + b"\xd8\x00"
    archive.add(captured(odd), captured(b"\0", "https://tarnpost.example/nul"))
    for record in archive.records():
        assert Record.from_json(record.to_json()) == record
    assert list(archive.verify()) == []
