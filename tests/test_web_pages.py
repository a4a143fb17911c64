"""The reading room without a browser: what each page says, and what its forms change."""

import codecs
import csv
import html
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from made_room import CASES, COPY
from onrecord import limits
from onrecord.archive import Archive
from onrecord.capture import Captured
from onrecord.extraction import extract_all
from onrecord.record import Record
from reading_room import OWN, WALL, application, client


@pytest.fixture(scope="module")
def archive(room_file: Path) -> Iterator[Archive]:
    with Archive(room_file, create=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def room(archive: Archive) -> Iterator[TestClient]:
    with client(application(archive)) as made:
        yield made


@pytest.fixture
def own(room_file: Path, tmp_path: Path) -> Iterator[tuple[TestClient, Archive]]:
    """An archive of one's own, to change."""
    file = shutil.copy(room_file, tmp_path / "own.db")
    with Archive(file) as opened, client(application(opened)) as made:
        yield made, opened


@pytest.fixture(scope="module")
def wall(archive: Archive) -> Record:
    return archive.get(WALL)


def titles(page: str) -> list[str]:
    found = re.findall(r'<a class="title"[^>]*>(.*?)</a>', page)
    return [re.sub("<[^>]+>", "", title) for title in found]


# Search


def test_hits_are_in_the_page_without_a_script(room: TestClient) -> None:
    page = room.get("/", params={"q": "headline:breach"}).text
    assert sorted(titles(page)) == [
        "Port Ellery to build £41m sea wall after storm breach",
        "Port Ellery to build £46m sea wall, dearer, after storm breach",
    ]
    assert "storm <mark>breach</mark>" in page
    assert "2 articles" in page


def test_without_a_query_the_newest_come_first(room: TestClient, archive: Archive) -> None:
    page = room.get("/").text
    newest = archive.search("type:article OR type:liveblog", limit=20, order="date")
    assert [html.unescape(title) for title in titles(page)] == [hit.headline or hit.url for hit in newest]
    assert "the newest first" in page


def test_facets_count_and_narrow(room: TestClient) -> None:
    page = room.get("/", params={"q": "wall"}).text
    link = re.search(
        r'href="(/\?q=wall[^"]*)"><span class="name" dir="auto">Harrow Times</span> <span class="n">1<', page
    )
    assert link
    narrowed = room.get(link[1].replace("&amp;", "&")).text
    assert titles(narrowed) == ["Port Ellery to build £41m sea wall after storm breach"]
    assert 'aria-label="Take off publisher:&#34;Harrow Times&#34;"' in narrowed


def test_a_range_of_days_becomes_part_of_the_query(room: TestClient) -> None:
    answer = room.get("/", params={"q": "wall date:2020", "from": "2024-05", "to": "2024-06"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/?q=wall+date%3A2024-05..2024-06")
    answer = room.get("/", params={"q": "wall", "from": "2024-05-03 OR x", "to": ""})
    assert answer.headers["location"] == "/?q=wall"


def test_bars_stand_for_months_and_lead_to_them(room: TestClient) -> None:
    page = room.get("/", params={"q": "wall"}).text
    assert re.search(r'<a href="/\?q=wall\+date%3A2024-05[^"]*" tabindex="-1" data-period="2024-05', page)


def test_pages_follow_one_another_and_overlap_nowhere(room: TestClient, archive: Archive) -> None:
    total = archive.facets("type:article OR type:liveblog").total
    seen: list[str] = []
    for number in range(1, 9):
        page = room.get("/", params={"p": number}).text
        seen += re.findall(r'<a class="title" href="/record/(\w+)"', page)
        if 'rel="next"' not in page:
            break
    assert len(seen) == len(set(seen)) == total


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999", "²", "1e3"])
def test_a_page_that_is_none_is_the_first_or_the_last(room: TestClient, page: str) -> None:
    assert room.get("/", params={"p": page}).status_code == 200


def test_order(room: TestClient) -> None:
    page = room.get("/", params={"q": "harbour", "order": "date"}).text
    days = re.findall(r'<p class="about">.*?<time datetime="(\d{4}-\d\d-\d\d)', page)
    assert len(days) > 3
    assert days == sorted(days, reverse=True)
    assert '<a href="/?q=harbour&amp;order=date" aria-current="true">newest</a>' in page


def test_a_query_that_cannot_be_read_says_where(room: TestClient) -> None:
    answer = room.get("/", params={"q": "rain AND (snow"})
    assert answer.status_code == 400
    assert "This bracket is never closed" in answer.text
    assert "rain AND <mark>(snow</mark>" in answer.text


@pytest.mark.parametrize(("path", "headers", "status"), [("/", {}, 503), ("/", {"HX-Request": "true"}, 400), ("/export", {}, 503), ("/feed.rss", {}, 503)])  # fmt: skip
def test_a_query_that_takes_too_long_is_told(
    room: TestClient, monkeypatch: pytest.MonkeyPatch, path: str, headers: dict[str, str], status: int
) -> None:
    monkeypatch.setattr(limits, "QUERY_SECONDS", -1)
    answer = room.get(path, params={"q": "harbour"}, headers=headers)
    assert answer.status_code == status
    assert "he query took longer than -1 seconds" in answer.text


def test_no_result_says_what_to_leave_out(room: TestClient) -> None:
    page = room.get("/", params={"q": "wall language:sw"}).text
    assert "No article answers this" in page
    assert re.search(r'href="/\?q=wall">without <q dir="auto">language:sw</q></a>: \d+ article', page)


def test_an_empty_archive_says_how_to_fill_it(tmp_path: Path) -> None:
    with Archive(tmp_path / "empty.db") as empty, client(application(empty)) as room:
        page = room.get("/").text
        assert "Nothing is in this archive yet" in page
        assert "onrecord add --archive empty.db" in page
        assert room.get("/help").status_code == 200
        assert room.get("/export").content.startswith(b"\xef\xbb\xbfid,file,url")


def test_the_help_panel_takes_no_words_of_pages_without_a_headline(tmp_path: Path) -> None:
    with Archive(tmp_path / "plain.db") as plain, client(application(plain)) as room:
        plain.add(Captured("page", b"<title></title><p>" + b"It rained all day long in Harrow Bay. " * 20))
        assert [hit.headline for hit in plain.search("rained")] == [None]
        assert room.get("/help").status_code == 200


def test_every_example_of_the_help_panel_finds_something(room: TestClient, archive: Archive) -> None:
    page = room.get("/help").text
    links = [link.replace("&amp;", "&") for link in re.findall(r'<tr><td><a href="([^"]+)"', page)]
    assert len(links) > 10
    for link in links:
        assert titles(room.get(link).text), link
    speaker = archive.facets("type:article OR type:liveblog").speaker[0][0]
    assert f"speaker:&#34;{speaker}&#34;" in page
    panel = room.get("/help", headers={"HX-Request": "true"}).text
    assert "<html" not in panel
    assert 'class="examples"' in panel


# What is taken away


def test_export(room: TestClient) -> None:
    answer = room.get("/export", params={"q": "headline:breach", "form": "csv"})
    assert answer.content.startswith(codecs.BOM_UTF8), "else a spreadsheet takes it for another encoding"
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == 2
    assert all("breach" in row["headline"] for row in rows)
    assert "attachment" in answer.headers["content-disposition"]
    lines = room.get("/export", params={"q": "headline:breach", "form": "jsonl"}).content.splitlines()
    assert [Record.from_json(line).url for line in lines]
    assert len(lines) == 2
    assert room.get("/export", params={"form": "exe"}).status_code == 404
    assert room.get("/export", params={"q": "(("}).status_code == 400


def test_an_export_has_a_limit(room: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "EXPORTED", 3)
    assert len(room.get("/export", params={"form": "jsonl"}).content.splitlines()) == 3


def test_a_search_is_a_feed(room: TestClient) -> None:
    answer = room.get("/feed.rss", params={"q": "headline:breach"})
    assert answer.headers["content-type"].startswith("application/rss+xml")
    assert len(ET.fromstring(answer.content).findall("channel/item")) == 2  # noqa: S314  # our own
    assert 'type="application/rss+xml"' in room.get("/", params={"q": "headline:breach"}).text


# A record


def test_a_record_shows_its_text_and_its_kinds(room: TestClient, wall: Record) -> None:
    page = room.get(f"/record/{wall.id}").text
    assert re.search(r'<h1 lang="en-GB" dir="ltr">Port Ellery to build £46m', page)
    assert '<p class="standfirst" lang="en-GB"' in page
    shown = re.sub('<a class="ref".*?</a>|<[^>]+>', "", page)
    assert "“You want a wall that the town forgets about most days,” said Kofi Lascelles" in shown


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("headings-lists-table", ("<ul><li", "<table><tr><td>", '<h2 class="level')),
        ("correction-and-note", ('<span class="kind">Correction</span>',)),
        ("figures-and-credits", ('<p class="caption">', '<span class="credit">', ">image address</a>")),
        ("live-blog", ('<section class="live"><p class="time"><time',)),
        ("hebrew-rtl", ('lang="he" dir="rtl"',)),
    ],
)
def test_kinds_of_text(room: TestClient, archive: Archive, case: str, said: tuple[str, ...]) -> None:
    record = next(r for r in archive.records() if r.capture.file and f"/{case}/" in r.capture.file)
    page = room.get(f"/record/{record.id}").text
    for part in said:
        assert part in page
    assert "<img" not in page


def test_evidence_has_every_candidate_of_every_field(room: TestClient, wall: Record) -> None:
    page = room.get(f"/record/{wall.id}").text
    for field, candidates in wall.evidence.items():
        table = page.partition(f'<div id="of-{field}"')[2].partition("</details>")[0]
        assert table.count("<tr class=") == len(candidates), field
        for candidate in candidates:
            assert candidate.rule in table
    assert page.count("✓ chosen") == sum(c.chosen for found in wall.evidence.values() for c in found)


def test_evidence_shows_the_words_of_the_page_around_it(
    room: TestClient, archive: Archive, wall: Record
) -> None:
    captured = archive.page(wall.id)
    assert captured
    source = " ".join(captured.data.decode().split())
    excerpts = re.findall(
        r'<code class="excerpt" dir="ltr">(.*?)</code>', room.get(f"/record/{wall.id}").text
    )
    assert len(excerpts) > len(wall.evidence)
    assert all(" ".join(html.unescape(excerpt).strip("…").split()) in source for excerpt in excerpts)


def test_conflicts_come_before_the_text(room: TestClient, wall: Record) -> None:
    page = room.get(f"/record/{wall.id}").text
    assert page.index("Before you rely on it") < page.index('<div class="text"')
    assert page.index('<a href="#of-date_published"><b>date_published</b></a>: sources differ') > 0


def test_the_source_is_text_with_the_value_marked(room: TestClient, wall: Record) -> None:
    number, chosen = next((n, c) for n, c in enumerate(wall.why("date_published")) if not c.place.json)
    page = room.get(f"/record/{wall.id}/source", params={"field": "date_published", "n": number}).text
    assert f'<mark id="here">{chosen.raw}</mark>' in page
    assert "&lt;meta property=" in page
    assert room.get(f"/record/{wall.id}/source?field=date_published&n=99").status_code == 404
    assert room.get(f"/record/{wall.id}/source?field=nonsense").status_code == 404
    assert room.get(f"/record/{wall.id}/source?trouble=99").status_code == 404
    assert '<mark id="here">' not in room.get(f"/record/{wall.id}/source").text


def test_a_long_source_is_shown_around_the_place(tmp_path: Path) -> None:
    filling = "<!-- padding -->\n" * 20_000
    page = f"<html><head><title>Far</title></head><body>{filling}<h1>Far down the page</h1><p>{'It rained in May. ' * 20}</p>{filling}</body></html>"
    with Archive(tmp_path / "a.db") as archive, client(application(archive)) as room:
        archive.add(Captured("a", page.encode(), url="https://news.example/far"))
        record = archive.get("https://news.example/far")
        number = next(n for n, c in enumerate(record.why("headline")) if c.source.value == "heading")
        answer = room.get(f"/record/{record.id}/source", params={"field": "headline", "n": number}).text
        assert "Far down the page</mark>" in answer
        assert len(answer) < 2 * limits.SOURCE_SHOWN
        assert "Shown from line" in answer


def test_statements_are_marked_and_lead_to_their_speakers(room: TestClient, wall: Record) -> None:
    page = room.get(f"/record/{wall.id}").text
    assert wall.statements
    for number in range(1, len(wall.statements) + 1):
        assert page.count(f'id="s{number}"') == 1
        assert page.count(f'id="statement-{number}"') == 1
    assert 'title="Kofi Lascelles">“You want a wall' in page


def test_versions_and_copies_stand_beside(room: TestClient, archive: Archive, wall: Record) -> None:
    page = room.get(f"/record/{wall.id}").text
    assert page.count('class="compare"') == 2
    assert page.count('<span class="badge warn">silent edit</span>') == 1
    assert f'href="/record/{wall.id}/copies"' in page
    for headers in ({}, {"HX-Request": "true"}):
        copies = room.get(f"/record/{wall.id}/copies", headers=headers).text
        assert f'href="/record/{archive.get(COPY).id}" dir="auto">Harrow Times' in copies
        assert ("<html" in copies) is not bool(headers)


def test_a_prefix_and_an_address_lead_to_the_record(room: TestClient, wall: Record) -> None:
    assert room.get(f"/record/{wall.id[:8]}").headers["location"] == f"/record/{wall.id}"
    assert room.get("/record", params={"url": WALL}).headers["location"] == f"/record/{wall.id}"


@pytest.mark.parametrize(
    "address",
    [
        "/record/ffffffffffff",
        "/record/nonsense",
        "/record?url=https://x.example/",
        "/record",
        "/nothing",
        "/diff/ffff1111/ffff2222",
    ],
)
def test_what_is_not_there_is_not_found(room: TestClient, address: str) -> None:
    answer = room.get(address)
    assert answer.status_code == 404
    assert "Search the archive" in answer.text


def test_a_record_made_elsewhere_has_no_source(tmp_path: Path, wall: Record) -> None:
    with Archive(tmp_path / "a.db") as archive, client(application(archive)) as room:
        archive.add(wall)
        page = room.get(f"/record/{wall.id}").text
        assert "The page itself is not kept here." in page
        assert f"/record/{wall.id}/source" not in page
        assert room.get(f"/record/{wall.id}/source").status_code == 404


# Versions


def test_two_versions_side_by_side(room: TestClient, archive: Archive) -> None:
    first, second, third = (version.id for version in archive.versions(WALL))
    page = room.get(f"/diff/{first}/{second}").text
    assert '<span class="badge warn">silent edit</span>' in page
    rows = re.findall(r'<div class="cell">(.*?)</div>\s*<div class="cell">(.*?)</div>', page, re.DOTALL)
    assert any("£<del>41m</del>" in left and "£<ins>46m</ins>" in right for left, right in rows)
    assert "unchanged paragraph" in page
    after = room.get(f"/diff/{second}/{third}").text
    assert "silent edit" not in after
    assert "<del>2024-05-04T08:15:00+01:00</del> → <ins>2024-05-07T08:15:00+01:00</ins>" in after


def test_versions_that_share_an_id_are_told_apart(own: tuple[TestClient, Archive]) -> None:
    room, archive = own
    url = "https://tarnpost.example/signed"
    signed = b"<h1>Rain in May</h1><p class=byline>By Odile Brandt</p><p>It rained all day in Tarn, and nobody was hurt."
    for day, data in (
        (1, b"<h1>Rain</h1><p>It rained."),
        (2, signed),
        (3, signed.replace(b"Odile Brandt", b"Bo Roe")),
    ):
        archive.add(Captured("x", data, url=url, captured=f"2024-05-0{day}T00:00:00Z"))
    key = archive.get(url).id
    page = room.get(f"/record/{key}/versions").text
    told = re.findall(r'<p class="told">(.*?)</p>', page)
    assert [line.split(" · ")[0] for line in told] == ["first seen", "silent edit", "other author"]
    assert "Odile Brandt" in room.get(f"/diff/{key}/{key}").text


def test_a_page_that_holds_no_article_is_no_edit(own: tuple[TestClient, Archive], wall: Record) -> None:
    room, archive = own
    before = [version.id for version in archive.versions(wall.id)]
    headers = ((":status", "404"),)
    archive.add(
        Captured("x", b"<h1>Not found</h1>", url=WALL, captured="2024-05-05T00:00:00Z", headers=headers),
        statements=True,
    )
    now = [version.id for version in archive.versions(wall.id)]
    (gone,) = set(now) - set(before)
    assert now.index(gone) == 1
    versions, record = room.get(f"/record/{wall.id}/versions").text, room.get(f"/record/{wall.id}").text
    assert versions.count('<p class="told">no article: error</p>') == record.count("no article: error") == 1
    assert f"/diff/{before[0]}/{before[1]}" in versions
    assert f"/diff/{before[0]}/{before[1]}" in record
    assert gone not in re.findall(r"/diff/(\w+)/(\w+)", record + versions)


def test_what_another_extractor_read_is_said_not_to_be_compared(
    own: tuple[TestClient, Archive], wall: Record
) -> None:
    room, archive = own
    assert "not compared" not in room.get(f"/record/{wall.id}/versions").text
    archive.add(Captured("x", b"<h1>Wall</h1><p>It fell.", url=WALL, captured="2025-05-05T00:00:00Z"))
    newest = archive.get(WALL).id
    for page in (f"/record/{newest}/versions", f"/record/{newest}"):
        assert "3 captures not compared, read by another extractor" in room.get(page).text


def test_versions_that_are_not_laid_out_are_counted(
    room: TestClient, archive: Archive, wall: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = len(list(archive.versions(wall.id)))
    monkeypatch.setattr("onrecord.web.version_pages._SHOWN", count - 1)
    page = room.get(f"/record/{wall.id}/versions").text
    assert f"<h1>{count} versions</h1>" in page
    assert f"The first {count - 1} are laid out here" in page
    assert page.count('<li id="version-') == count - 1


def test_versions_on_a_line_of_time(room: TestClient, wall: Record) -> None:
    page = room.get(f"/record/{wall.id}/versions").text
    places = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', page)]
    assert places == sorted(places)
    assert len(places) == 3
    assert page.count('class="silent"') == 2  # on the line and in the list
    assert "silent edit · new headline · 2 sentences changed" in page


# Citing


def test_citations(room: TestClient, wall: Record) -> None:
    page = room.get(f"/record/{wall.id}/cite").text
    for form in ("@article{onrecord-", "TY  - NEWS", "&#34;type&#34;: &#34;article-newspaper&#34;"):
        assert form in page
    statement = room.get(
        f"/record/{wall.id}/cite", params={"statement": 3}, headers={"HX-Request": "true"}
    ).text
    assert "<html" not in statement
    assert "We cannot ask people to sleep another winter" in statement
    assert ":~:text=" in statement
    assert room.get(f"/record/{wall.id}/cite", params={"statement": 99}).status_code == 404


# People and stories


def test_who_is_quoted_most(room: TestClient, archive: Archive) -> None:
    page = room.get("/people").text
    names = [html.unescape(name) for name in re.findall(r'<a href="/person[^"]*" data-step>(.*?)</a>', page)]
    assert names == [one.name for one in archive.people(named=True, limit=50)]
    assert "Kofi Lascelles" in names
    described = room.get("/people?kind=described").text
    assert "Householders" in described
    assert "Kofi Lascelles" not in described
    assert "Kofi Lascelles" not in room.get("/people", params={"publisher": "North Quay Echo"}).text
    assert room.get("/people", params={"since": "last Friday"}).status_code == 400


def test_a_speaker_has_every_statement_in_order_of_time(room: TestClient, archive: Archive) -> None:
    page = room.get("/person", params={"name": "Kofi Lascelles"}).text
    said = list(archive.remarks("Kofi Lascelles"))
    listed = page.partition('<ol class="remarks"')[2]
    assert re.findall(r'href="/record/(\w+)#s(\d+)" data-step', listed) == [
        (one.id, str(one.number)) for one in said
    ]
    assert len(said) == 5
    for one in said:
        assert room.get(f"/record/{one.id}").text.count(f'id="s{one.number}"') == 1
    gazette = room.get("/person", params={"name": "Kofi Lascelles", "publisher": "Coast Gazette"}).text
    assert gazette.partition('<ol class="remarks"')[2].count("<blockquote") == 1
    assert room.get("/person", params={"name": "Nobody At All"}).status_code == 404
    assert room.get("/person").status_code == 404


def test_the_same_words_are_told_side_by_side(room: TestClient) -> None:
    page = room.get("/person", params={"name": "Kofi Lascelles"}).text
    told = page.partition('id="retold"')[2].partition('id="said"')[0]
    assert "not the same words" in told
    assert "<ins>" in told
    assert "Harrow Times" in told


def test_a_story_across_publishers(room: TestClient, archive: Archive, wall: Record) -> None:
    number = archive.story(wall.id).story.number
    assert f'<a href="/story/{number}" data-step>Sea wall at Port' in room.get("/stories").text
    assert f'<a href="/story/{number}">4 articles tell of it</a>' in room.get(f"/record/{wall.id}").text
    page = room.get(f"/story/{number}").text
    order = re.findall(r'<span class="publisher" dir="auto">(.*?)</span>', page)
    assert order == ["North Quay Echo", "The Ellery Courier", "Harrow Times", "Coast Gazette"]
    assert page.count('<span class="badge">first</span>') == 1
    several, _, one = page.partition('aria-label="Quoted by several"')[2].partition(
        'aria-label="Quoted by one only"'
    )
    assert "Marian Tolley" in several
    assert "My cellar has been wet since January" in one
    assert "My cellar has been wet since January" not in several
    shared = archive.story(wall.id).statements[0]
    assert len({remark.words for remark in shared.remarks}) > 1
    for remark in shared.remarks:
        assert f">{remark.words}</blockquote>" in html.unescape(page), "each publisher's own words"
    for none in ("0", "x", "999999", str(2**63 - 1), str(2**63), "9" * 30, "9" * 5_000):
        assert room.get(f"/story/{none}").status_code == 404
    assert room.get("/stories", params={"since": "x"}).status_code == 400


def test_what_comes_in_is_counted_at_once(own: tuple[TestClient, Archive]) -> None:
    room, archive = own
    assert "2 articles" in room.get("/", params={"q": "headline:breach"}).text
    page = "<h1>Another breach in the wall</h1><p>The sea came in on Monday night, and nobody was hurt.</p>"
    archive.add(Captured("b", page.encode(), url="https://news.example/breach"))
    assert "3 articles" in room.get("/", params={"q": "headline:breach"}).text
    archive.forget("https://news.example/breach")
    assert "2 articles" in room.get("/", params={"q": "headline:breach"}).text


def test_the_api_stands_beside_the_pages(room: TestClient, wall: Record) -> None:
    answer = room.get("/api/record", params={"key": wall.id})
    assert Record.from_json(answer.content) == wall
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert room.get("/api/openapi.json").json()["openapi"].startswith("3.1")
    assert room.get("/api/nothing").status_code == 404
    assert f'href="/api/record?key={wall.id}"' in room.get(f"/record/{wall.id}").text


# Trying


def test_a_page_is_tried_and_not_kept(own: tuple[TestClient, Archive]) -> None:
    room, archive = own
    before = archive.status()
    page = (CASES / "visible-only" / "page.html").read_bytes()
    answer = room.post("/try", files={"file": ("page.html", page)}, data={"page": "", "url": ""}, headers=OWN)
    assert answer.status_code == 200
    assert "Jost Behrendsen" in answer.text
    assert "Von Jost Behrendsen" in answer.text
    assert "not kept" in answer.text
    assert "/source" not in answer.text
    after = archive.status()
    assert (after.captures, after.articles, after.versions) == (
        before.captures,
        before.articles,
        before.versions,
    )


def test_of_a_text_of_several_articles_the_first_is_shown_and_the_others_named(room: TestClient) -> None:
    text = (CASES / "export-three-articles" / "page.txt").read_bytes()
    answer = room.post(
        "/try", files={"file": ("export.txt", text)}, data={"page": "", "url": ""}, headers=OWN
    )
    first, *others = (one.headline for one in extract_all(text))
    assert len(others) == 2
    assert f"{first}</h1>" in answer.text
    for headline in others:
        assert headline
        assert headline in answer.text


def test_pasted_text_is_tried(room: TestClient) -> None:
    data = {"page": "<h1>Rain in May</h1><p>It rained.", "url": "https://news.example/rain"}
    answer = room.post("/try", data=data, headers=OWN)
    assert '<h1 lang="' in answer.text
    assert "Rain in May" in answer.text
    assert "https://news.example/rain" in answer.text
    assert room.post("/try", data={"page": "  "}, headers=OWN).status_code == 400


# What changes


def test_tags_and_notes(own: tuple[TestClient, Archive]) -> None:
    room, archive = own
    record = archive.get(WALL)
    answer = room.post(f"/record/{record.id}/tags", data={"tag": "walls, <b>sea</b>"}, headers=OWN)
    assert answer.status_code == 303
    assert archive.tags(record.id) == ("<b>sea</b>", "walls")
    room.post(f"/record/{record.id}/notes", data={"text": "Ask the board."}, headers=OWN)
    page = room.get(answer.headers["location"]).text
    assert "&lt;b&gt;sea&lt;/b&gt;" in page
    assert "Ask the board." in page
    room.post(f"/record/{record.id}/notes/drop", data={"text": "Ask the board."}, headers=OWN)
    assert archive.notes(record.id) == ()
    room.post(f"/record/{record.id}/tags/drop", data={"tag": "walls"}, headers=OWN)
    assert archive.tags(record.id) == ("<b>sea</b>",)


def test_searches_are_saved_and_dropped(own: tuple[TestClient, Archive]) -> None:
    room, archive = own
    room.post("/searches", data={"name": "Walls", "query": "headline:breach"}, headers=OWN)
    assert archive.saved_searches() == {"Walls": "headline:breach"}
    assert ">Walls</a>" in room.get("/").text
    assert room.post("/searches", data={"name": "Bad", "query": "(("}, headers=OWN).status_code == 400
    room.post("/searches/drop", data={"name": "Walls"}, headers=OWN)
    assert archive.saved_searches() == {}


@pytest.mark.parametrize("form", [{}, {"text": " "}, {"text": "x" * (limits.NOTE_CHARACTERS + 1)}])
def test_a_form_without_its_field_changes_nothing(
    own: tuple[TestClient, Archive], form: dict[str, str]
) -> None:
    room, archive = own
    record = archive.get(WALL)
    assert room.post(f"/record/{record.id}/notes", data=form, headers=OWN).status_code == 400
    assert archive.notes(record.id) == ()


def test_an_address_in_the_search_field_leads_to_its_record(room: TestClient, wall: Record) -> None:
    asked = {"q": f" {wall.url} "}
    answer = room.get("/", params=asked)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/record/{wall.id}")
    typed = room.get("/", params=asked, headers={"HX-Request": "true"})
    assert (typed.status_code, typed.headers["hx-redirect"]) == (200, f"/record/{wall.id}")
    unknown = {"q": "https://elsewhere.example/<a>"}
    for headers, status in (({}, 404), ({"HX-Request": "true"}, 400)):  # htmx shows no other
        answer = room.get("/", params=unknown, headers=headers)
        assert answer.status_code == status
        assert "No article of the address https://elsewhere.example/&lt;a&gt;." in answer.text
        assert 'id="results"' in answer.text


def test_the_older_of_two_versions_that_say_the_same_has_its_own_pages(
    own: tuple[TestClient, Archive],
) -> None:
    room, archive = own
    url = "https://tarnpost.example/kiln"
    for day, words in ((1, "nine"), (2, "twelve"), (3, "nine")):
        page = f"<html lang=en><h1>The kiln is lit</h1><p>It holds {words} hundred pots, said the potter who built it.</p><!-- {day} -->"
        archive.add(Captured("kiln", page.encode(), url=url, captured=f"2024-05-0{day}T00:00:00Z"))
    first, second, last = archive.versions(url)
    assert first.id == last.id
    versions = room.get(f"/record/{last.id}/versions").text
    for link in (
        f"/record/{quote(first.key, safe='')}",
        f"/diff/{quote(first.key, safe='')}/{second.key}",
        f"/diff/{second.key}/{last.key}",
    ):
        assert f'href="{link}"' in versions
        assert room.get(link).status_code == 200
    assert "&lt;!-- 1 --&gt;" in room.get(f"/record/{first.key}/source").text
    assert "&lt;!-- 3 --&gt;" in room.get(f"/record/{last.key}/source").text
    assert (
        room.get(f"/record/{first.key[:31]}", follow_redirects=False).headers["location"]
        == f"/record/{quote(first.key)}"
    )
