"""Gathering: sites served here, on loopback, followed by ``onrecord gather`` in a process of its own."""

import contextlib
import datetime as dt
import email.utils
import gzip
import itertools
import os
import pty
import random
import re
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

import pytest
from fastwarc.warc import ArchiveIterator

from gathered import CONTACT, Gathered, finish, gather, start, until
from made_archive import PARAGRAPHS, page
from onrecord import Archive, limits
from onrecord.archive import Version
from served import Answer, Asked, Site, self_signed, serve

XML = (("Content-Type", "application/xml"),)


def xml(text: str, *headers: tuple[str, str]) -> Answer:
    return Answer(f'<?xml version="1.0" encoding="UTF-8"?>{text}'.encode(), headers=(*XML, *headers))


def article(headline: str, wait_s: float = 0) -> Answer:
    body = page(
        f"{headline}: so the harbour board of Tarnmouth said on Friday.", *PARAGRAPHS, headline=headline
    )
    return Answer(body, wait_s=wait_s)


def to(location: str, status: int = 302) -> Answer:
    return Answer(b"", status, (("Location", location),))


def failing(times: int, answer: Answer, then: Answer) -> Callable[[Asked], Answer]:
    """``answer`` the first times, ``then`` from then on."""
    left = [times]

    def route(_: Asked) -> Answer:
        left[0] -= 1
        return answer if left[0] >= 0 else then

    return route


def with_etag(body: bytes, tag: str, kind: str) -> Callable[[Asked], Answer]:
    def route(asked: Asked) -> Answer:
        headers = (("Content-Type", kind), ("ETag", tag), ("Set-Cookie", "reader=1; Path=/"))
        return (
            Answer(b"", 304, headers)
            if asked.headers.get("if-none-match") == tag
            else Answer(body, 200, headers)
        )

    return route


def packed(data: bytes) -> Answer:
    return Answer(gzip.compress(data), headers=(("Content-Type", "text/html"), ("Content-Encoding", "gzip")))


def warcs(archive: Path) -> list[Path]:
    return sorted(Path(f"{archive}.warc").glob("*.warc.gz"))


class Record(NamedTuple):
    """One record, as fastwarc reads it."""

    kind: str
    url: str
    headers: dict[str, str]
    block: bytes
    offset: int
    file: str


def records(archive: Path) -> Iterator[Record]:
    for path in warcs(archive):
        with path.open("rb") as file:
            for one in ArchiveIterator(file, parse_http=False):
                headers = dict(one.headers.asdict())
                kind, url = headers["WARC-Type"], headers.get("WARC-Target-URI", "")
                yield Record(kind, url, headers, one.reader.read(), one.stream_pos, str(path))


def check(archive: Path) -> None:
    """``warcio check`` finds every digest right."""
    done = subprocess.run(
        [sys.executable, "-m", "warcio.cli", "check", *map(str, warcs(archive))], capture_output=True, text=True, check=False
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


# One crawl of many hosts, looked at from many sides


@dataclass(frozen=True)
class Press:
    """What was crawled, and what came of it."""

    main: Site
    troubled: Site
    shut: Site
    slow: Site
    archive: Path
    first: Gathered
    second: Gathered


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Press]:
    folder = tmp_path_factory.mktemp("press")
    main, troubled, shut, slow = (Site(f"127.0.0.{number}") for number in (2, 3, 4, 5))
    with serve(main, troubled, shut, slow):
        _fill(main, troubled, shut, slow)
        plan = folder / "press.toml"
        plan.write_text(_plan(main, troubled, shut, slow))
        lists = folder / "pages.txt"
        with_user = f"{main.base}/listed".replace("//", "//desk:secret@")
        lists.write_text(f"# given by hand\n{main.base}/listed\n{with_user}\n")
        archive = folder / "press.db"
        first = gather(archive, str(plan), str(lists))
        before = {site.host: len(site.asked) for site in (main, troubled, shut, slow)}
        second = gather(archive, f"{main.base}/rss", f"{main.base}/index.xml")
        main.routes["asked before the second run"] = Answer(str(before[main.host]).encode())
        yield Press(main, troubled, shut, slow, archive, first, second)


def _plan(main: Site, troubled: Site, shut: Site, slow: Site) -> str:
    addresses = (f"{main.base}/opml", f"{main.base}/index.xml", f"{main.base}/", f"{troubled.base}/feed", f"{shut.base}/a", f"{slow.base}/feed")  # fmt: skip
    sources = "".join(f'[[sources]]\nurl = "{address}"\n' for address in addresses)
    return f"""[limits]
pause_s = 0.02
timeout_s = 3
backoff_s = 0.1
retries = 1
max_bytes = 300_000
redirects = 4
{sources}"""


def _fill(main: Site, troubled: Site, shut: Site, slow: Site) -> None:
    names = ("rss-1", "atom-1", "json-1", "map-1", "news-1", "front-1", "robots-1", "end", "listed")
    # Slow enough for several to be answered at one time, were several asked for.
    main.routes |= {f"/{name}": article(f"About {name}", wait_s=0.2) for name in names}
    rss = f"<rss version='2.0'><channel><title>T</title>{_items(main, 'rss-1', 'start', 'circle-1', 'outside', 'secret/1', 'many-0')}</channel></rss>"
    main.routes |= {
        "/robots.txt": packed(f"User-agent: *\nDisallow: /secret/\nSitemap: {main.base}/robots-map.xml\n".encode()),
        "/opml": xml(f"<opml version='2.0'><body><outline text='a'><outline xmlUrl='{main.base}/rss'/><outline xmlUrl='/atom'/></outline><outline xmlUrl='{main.base}/json'/></body></opml>"),
        "/rss": with_etag(rss.encode(), '"one"', "application/rss+xml"),
        "/atom": xml(f"<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><link href='{main.base}/atom-1'/><updated>2024-05-03T06:00:00Z</updated></entry></feed>"),
        "/json": Answer(f'{{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{{"id": "1", "url": "{main.base}/json-1"}}]}}'.encode(), headers=(("Content-Type", "application/feed+json"),)),
        "/index.xml": xml(f"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>{main.base}/map.xml.gz</loc></sitemap><sitemap><loc>{main.base}/news.xml</loc></sitemap></sitemapindex>"),
        "/map.xml.gz": Answer(gzip.compress(_urlset(main, "map-1")), headers=(("Content-Type", "application/gzip"),)),
        "/news.xml": Answer(_urlset(main, "news-1", more="<news:news xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><news:publication_date>2024-05-03</news:publication_date></news:news>")),
        "/": Answer(b'<html><head><link rel="alternate" type="application/rss+xml" href="front.rss"></head><body>News</body></html>'),
        "/front.rss": xml(f"<rss version='2.0'><channel><title>T</title>{_items(main, 'front-1')}</channel></rss>"),
        "/robots-map.xml": Answer(_urlset(main, "robots-1")),
        "/start": to("/middle", 301), "/middle": to("end"),
        "/circle-1": to("/circle-2"), "/circle-2": to("/circle-1"),
        "/outside": to("http://127.0.0.9:9/"),
        **{f"/many-{n}": to(f"/many-{n + 1}") for n in range(9)},
    }  # fmt: skip
    soon = email.utils.format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=2), usegmt=True)
    pages = ("patience", "date", "broken", "gone", "bomb", "large", "always", "cut", "head")
    troubled.routes |= {
        "/feed": xml(f"<rss version='2.0'><channel><title>T</title>{_items(troubled, *pages)}</channel></rss>"),
        "/patience": failing(1, Answer(b"wait", 429, (("Retry-After", "1"),)), article("Patience pays")),
        "/date": failing(1, Answer(b"wait", 503, (("Retry-After", soon),)), article("Dates pass")),
        "/broken": Answer(page()[:200], announced=5_000),
        "/gone": Answer(b"gone", 410),
        "/bomb": packed(page("Rain.") + b" " * 80_000_000),
        "/large": Answer(b"<p>" + b"x" * 400_000),
        "/head": Answer(page(), headers=(("Content-Type", "text/html"), *(("X-Lines", "without end" * 9),) * 3_000)),
        "/always": Answer(b"no", 500),
        "/cut": Answer(gzip.compress(page())[:-200], headers=(("Content-Type", "text/html"), ("Content-Encoding", "gzip"))),
    }  # fmt: skip
    shut.routes |= {"/robots.txt": Answer(b"later", 503), "/a": article("Never seen")}
    slow.routes |= {
        "/robots.txt": to("/rules"),
        "/rules": Answer(b"User-agent: onrecord\nCrawl-delay: 1\n\nUser-agent: *\nDisallow: /\n"),
        "/feed": xml(
            f"<rss version='2.0'><channel><title>T</title>{_items(slow, 'one', 'drip')}</channel></rss>"
        ),
        "/one": article("At its own pace"),
        "/drip": Answer(page() * 10, drip_s=0.05),
    }


def _items(site: Site, *names: str) -> str:
    return "".join(f"<item><link>{site.base}/{name}</link></item>" for name in names)


def _urlset(site: Site, *names: str, more: str = "") -> bytes:
    urls = "".join(f"<url><loc>{site.base}/{name}</loc>{more}</url>" for name in names)
    return f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{urls}</urlset>".encode()


@pytest.mark.parametrize(
    "name", ["rss-1", "atom-1", "json-1", "map-1", "news-1", "front-1", "robots-1", "listed"]
)
def test_pages_of_every_kind_of_source_are_in_the_archive(press: Press, name: str) -> None:
    with Archive(press.archive, create=False) as archive:
        assert archive.get(f"{press.main.base}/{name}").headline == f"About {name}"


def test_the_record_points_into_the_warc(press: Press) -> None:
    with Archive(press.archive, create=False) as archive:
        capture = archive.get(f"{press.main.base}/map-1").capture
    at = {(one.file, one.offset): one for one in records(press.archive)}
    assert capture.file
    assert capture.offset
    there = at[capture.file, capture.offset]
    assert there.kind == "response"
    assert there.headers["WARC-Record-ID"] == f"<{capture.record_id}>"
    assert b"About map-1" in there.block


def test_a_page_added_from_the_warcs_alone_is_the_same(press: Press, tmp_path: Path) -> None:
    with Archive(tmp_path / "again.db") as again, Archive(press.archive, create=False) as archive:
        again.add(*warcs(press.archive))
        name = f"{press.main.base}/rss-1"
        assert [v.id for v in again.versions(name)] == [v.id for v in archive.versions(name)]
        assert again.get(name).capture == archive.get(name).capture


def test_redirects_are_followed_and_remembered(press: Press) -> None:
    with Archive(press.archive, create=False) as archive:
        assert archive.get(f"{press.main.base}/start").headline == "About end"
        assert archive.get(f"{press.main.base}/start").url == f"{press.main.base}/end"


def test_redirects_in_a_circle_and_too_many_end(press: Press) -> None:
    assert press.first.why(f"{press.main.base}/circle-1") == "redirects in a circle"
    assert press.first.why(f"{press.main.base}/many-0") == "more than 4 redirects"
    assert press.main.paths().count("/circle-2") == 1


def test_no_user_is_told_to_a_site(press: Press) -> None:
    why = press.first.why(f"{press.main.base}/listed".replace("//", "//desk:secret@"))
    assert why == "no address that can be asked: a user's name or password stands in it, and none is sent"


def test_a_redirect_to_a_private_address_is_refused(press: Press) -> None:
    assert press.first.why(f"{press.main.base}/outside") == "refused: 127.0.0.9 is a loopback address"


def test_robots_txt_is_obeyed_though_it_comes_packed(press: Press) -> None:
    assert press.first.why(f"{press.main.base}/secret/1") == "robots.txt forbids it"
    assert "/secret/1" not in press.main.paths()


def test_where_robots_txt_cannot_be_had_nothing_is_asked(press: Press) -> None:
    assert press.first.why(f"{press.shut.base}/a") == "its robots.txt cannot be had"
    assert set(press.shut.paths()) == {"/robots.txt"}


def test_crawl_delay_is_kept(press: Press) -> None:
    asked = [one for one in press.slow.asked if one.path not in {"/robots.txt", "/rules"}]
    assert len(asked) >= 3
    assert min(b.when - a.when for a, b in itertools.pairwise(asked)) > 0.5, (
        "a second was asked for, where the pause is a fiftieth"
    )


def test_one_request_at_a_time(press: Press) -> None:
    assert [site.together for site in (press.main, press.troubled)] == [1, 1]


@pytest.mark.parametrize(("path", "least_s"), [("/patience", 0.5), ("/date", 0.0)])
def test_the_server_says_when_to_ask_again(press: Press, path: str, least_s: float) -> None:
    first, second = (one for one in press.troubled.asked if one.path == path)
    assert second.when - first.when >= least_s
    between = [one for one in press.troubled.asked if first.when < one.when < first.when + least_s]
    assert not between, "the whole host waits"
    (retry,) = press.first.of(press.troubled.base + path, "retry")
    assert retry["status"] in {429, 503}
    assert press.first.of(press.troubled.base + path, "fetched")


def test_failures_are_told_and_stop_no_other(press: Press) -> None:
    base = press.troubled.base
    assert press.first.why(f"{base}/broken") == "the answer broke off"
    assert press.first.why(f"{base}/large") == "larger than is taken"
    assert press.first.why(f"{base}/head") == "larger than is taken"
    assert press.first.why(f"{base}/gone") == "410 Gone"
    assert press.first.why(f"{base}/always") == "500 Internal Server Error"
    assert press.troubled.paths().count("/always") == 2, "once again, then given up"
    assert press.troubled.paths().count("/gone") == 1
    assert press.first.why(f"{press.slow.base}/drip") == "took too long"
    assert press.first.code == 1


def test_bombs_are_kept_as_they_came_and_read_within_bounds(press: Press) -> None:
    (bomb,) = (one for one in records(press.archive) if one.url.endswith("/bomb") and one.kind == "response")
    assert len(bomb.block) < 100_000
    assert zlib.decompressobj(wbits=31).decompress(bomb.block.partition(b"\r\n\r\n")[2], 9) == b"<!DOCTYPE"
    with Archive(press.archive, create=False) as archive:
        assert "page-too-large" in {
            trouble.code for trouble in archive.get(f"{press.troubled.base}/bomb").troubles
        }
        assert archive.get(f"{press.troubled.base}/cut").headline == "Eel season opens in Tarnmouth"


def test_the_summary_counts_host_by_host(press: Press) -> None:
    told = press.first.summary["hosts"]
    assert told["127.0.0.3"]["done"] == 4  # patience, date, bomb, cut
    assert told["127.0.0.3"]["failed"] == 5
    assert told["127.0.0.3"]["why"]["the answer broke off"] == 2
    assert told["127.0.0.2"]["done"] == 9
    assert told["127.0.0.2"]["failed"] == 5
    assert press.first.summary["archive"]["added"] == 14


def test_the_second_time_nothing_comes_twice(press: Press) -> None:
    before = int(press.main.routes["asked before the second run"].body)  # type: ignore[union-attr]
    later = press.main.asked[before:]
    assert {one.path for one in later} == {"/robots.txt", "/rss", "/index.xml", "/map.xml.gz", "/news.xml"}
    (rss,) = (one for one in later if one.path == "/rss")
    assert rss.headers["if-none-match"] == '"one"'
    assert press.second.summary["archive"]["added"] == 0
    assert press.second.code == 0


def test_every_answer_is_in_the_warc_with_its_request(press: Press) -> None:
    check(press.archive)
    found = list(records(press.archive))
    info = next(one for one in found if one.kind == "warcinfo")
    assert b"Header lines of requests and responses are rebuilt" in info.block
    assert f"operator: {CONTACT}".encode() in info.block
    answered = [one for one in found if one.kind in {"response", "revisit"}]
    asked = {one.headers["WARC-Concurrent-To"]: one for one in found if one.kind == "request"}
    assert {one.headers["WARC-Record-ID"] for one in answered} == set(asked)
    assert {one.headers["WARC-IP-Address"] for one in answered} == {
        "127.0.0.2",
        "127.0.0.3",
        "127.0.0.4",
        "127.0.0.5",
    }
    statuses = {int(one.block.split(b" ", 2)[1]) for one in answered}
    assert {200, 301, 302, 304, 404, 410, 429, 500, 503} <= statuses
    for one in asked.values():
        assert one.block.startswith(b"GET /")
        assert re.search(rb"User-Agent: onrecord/\S+ \(news archiving; \+desk@tarnpost\.example\)", one.block)
        assert b"Cookie" not in one.block


def test_what_did_not_change_is_a_revisit_record(press: Press) -> None:
    found = list(records(press.archive))
    revisits = {one.url.removeprefix(press.main.base): one for one in found if one.kind == "revisit"}
    assert revisits["/rss"].headers["WARC-Profile"].endswith("/server-not-modified")
    assert revisits["/map.xml.gz"].headers["WARC-Profile"].endswith("/identical-payload-digest")
    for path, revisit in revisits.items():
        first = next(one for one in found if one.url == press.main.base + path and one.kind == "response")
        assert revisit.headers["WARC-Refers-To"] == first.headers["WARC-Record-ID"]
        assert revisit.headers["WARC-Refers-To-Date"] == first.headers["WARC-Date"]
        assert revisit.headers["WARC-Payload-Digest"] == first.headers["WARC-Payload-Digest"]


# Watching


def test_a_page_that_changes_three_times_has_three_versions(tmp_path: Path) -> None:
    site, archive = Site("127.0.0.6"), tmp_path / "watched.db"
    headlines = ("Ferry to stop in March", "Ferry to stop in April", "Ferry to stay")
    shown = [0]

    def route(asked: Asked) -> Answer:
        tag = f'"{min(shown[0] // 2, 2)}"'  # each is seen twice: as it is new, and as it has not changed
        shown[0] += 1
        if asked.headers.get("if-none-match") == tag:
            return Answer(b"", 304, (("ETag", tag),))
        body = page("The ferry company said so.", *PARAGRAPHS, headline=headlines[int(tag[1])])
        return Answer(body, headers=(("Content-Type", "text/html"), ("ETag", tag)))

    site.routes["/ferry"] = route
    plan = tmp_path / "plan.toml"
    with serve(site):
        plan.write_text(
            f'[limits]\npause_s = 0.1\n[revisits]\nyoungest_minutes = 0.01\n[[sources]]\nurl = "{site.base}/ferry"\n'
        )
        process = start(archive, "--watch", str(plan))
        until(lambda: site.paths().count("/ferry") >= 6, process)
        process.send_signal(signal.SIGINT)
        done = finish(process)
    assert done.code == 130
    assert "stopped" in done.stderr
    with Archive(archive, create=False) as opened:
        assert [opened.get(v.id).headline for v in _distinct(opened.versions(f"{site.base}/ferry"))] == list(
            headlines
        )
    diff = subprocess.run(
        [sys.executable, "-m", "onrecord", "diff", f"{site.base}/ferry", "--archive", str(archive)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "Ferry to [-stop in April-]{+stay+}" in diff.stdout
    check(archive)
    kinds = [one.kind for one in records(archive) if one.url.endswith("/ferry") and one.kind != "request"]
    assert kinds[:5] == ["response", "revisit", "response", "revisit", "response"]


def _distinct(versions: Iterator[Version]) -> list[Version]:
    return list({version.id: version for version in versions}.values())


# robots.txt that cannot be had


@pytest.mark.parametrize(
    ("status", "retry_after", "least_s"), [(429, "2", 1.9), (503, "2", 1.9), (500, None, 0.4)]
)
def test_the_whole_host_waits_for_its_robots_txt(tmp_path: Path, status: int, retry_after: str | None, least_s: float) -> None:  # fmt: skip
    site, plan = Site("127.0.0.6"), tmp_path / "plan.toml"
    headers = (("Retry-After", retry_after),) if retry_after else ()
    with serve(site):
        site.routes |= {f"/{name}": article(name) for name in "abc"}
        site.routes["/robots.txt"] = failing(1, Answer(b"", status, headers), Answer(b"User-agent: *"))
        sources = "".join(f'[[sources]]\nurl = "{site.base}/{name}"\n' for name in "abc")
        plan.write_text(f"[limits]\npause_s = 0\nbackoff_s = 0.5\n{sources}")
        done = gather(tmp_path / "a.db", str(plan))
    assert site.paths()[:2] == ["/robots.txt"] * 2
    assert sorted(site.paths()[2:]) == ["/a", "/b", "/c"]
    assert site.asked[1].when - site.asked[0].when > least_s
    assert done.code == 0


def test_robots_txt_is_asked_for_no_oftener_than_a_page(tmp_path: Path) -> None:
    site, plan = Site("127.0.0.6"), tmp_path / "plan.toml"
    with serve(site):
        site.routes["/robots.txt"] = Answer(b"", 500)
        sources = "".join(f'[[sources]]\nurl = "{site.base}/{name}"\n' for name in range(9))
        plan.write_text(f"[limits]\npause_s = 0\nretries = 2\nbackoff_s = 0.3\n{sources}")
        done = gather(tmp_path / "a.db", str(plan))
    assert site.paths() == ["/robots.txt"] * 3
    assert [done.why(f"{site.base}/{name}") for name in range(9)] == ["its robots.txt cannot be had"] * 9


def test_of_a_large_robots_txt_the_beginning_is_read(tmp_path: Path) -> None:
    site, plan = Site("127.0.0.6"), tmp_path / "plan.toml"
    rules = b"User-agent: *\nDisallow: /secret\n" + b"# and so on\n" * 80_000
    with serve(site):
        site.routes |= {"/robots.txt": Answer(rules), "/a": article("a"), "/secret": article("secret")}
        sources = "".join(f'[[sources]]\nurl = "{site.base}/{name}"\n' for name in ("a", "secret"))
        plan.write_text(f"[limits]\npause_s = 0\nmax_bytes = 20000\n{sources}")
        done = gather(tmp_path / "a.db", str(plan))
    assert done.why(f"{site.base}/secret") == "robots.txt forbids it"
    assert sorted(site.paths()) == ["/a", "/robots.txt"]
    (kept,) = (tmp_path / "a.db.warc").glob("*.warc.gz")
    assert gzip.decompress(kept.read_bytes()).count(b"WARC-Truncated: length") == 1


def test_why_robots_txt_cannot_be_had_is_told(tmp_path: Path) -> None:
    site = Site("127.0.0.6")
    with serve(site):
        site.routes |= {"/robots.txt": to("http://127.0.0.9/robots.txt"), "/a": article("a")}
        done = gather(tmp_path / "a.db", f"{site.base}/a")
    why = "its robots.txt cannot be had: refused: 127.0.0.9 is a loopback address"
    assert done.why(f"{site.base}/a") == why
    assert "/a" not in site.paths()


def test_a_retry_after_of_robots_txt_outlasts_the_run(tmp_path: Path) -> None:
    site = Site("127.0.0.6")
    with serve(site):
        site.routes["/robots.txt"] = Answer(b"", 429, (("Retry-After", "3600"),))
        addresses = [f"{site.base}/{name}" for name in "abc"]
        runs = [gather(tmp_path / "a.db", *addresses, "--pause", "0") for _ in range(2)]
    assert site.paths() == ["/robots.txt"]
    assert [run.code for run in runs] == [1, 1]
    assert runs[0].of(addresses[0], "retry")[0]["wait_s"] == 3600


# From one visit to the next


def test_what_one_visit_leaves_the_next_takes(tmp_path: Path) -> None:
    site, archive = Site("127.0.0.6"), tmp_path / "many.db"
    names = [f"page-{number}" for number in range(5)]
    with serve(site):
        site.routes |= {f"/{name}": article(f"About {name}") for name in names}
        feed = f"<rss version='2.0'><channel><title>T</title>{_items(site, *names)}</channel></rss>"
        site.routes["/feed"] = with_etag(feed.encode(), '"all"', "application/rss+xml")
        arguments = (f"{site.base}/feed", "--pause", "0.02", "--max-pages", "3")
        added = [gather(archive, *arguments).summary["archive"]["added"] for _ in range(2)]
    assert added == [3, 2]


def test_what_is_named_as_a_feed_and_is_none_is_no_page(tmp_path: Path) -> None:
    site, archive = Site("127.0.0.6"), tmp_path / "none.db"
    with serve(site):
        site.routes["/"] = Answer(b'<link rel="alternate" type="application/rss+xml" href="/feed">')
        site.routes["/feed"] = article("Sorry")
        done = gather(archive, f"{site.base}/", "--pause", "0.02")
    assert done.why(f"{site.base}/feed") == f"{site.base}/ names it, and it is no feed and no sitemap"
    assert done.summary["archive"]["added"] == 0


def test_a_slow_answer_makes_the_pauses_longer(tmp_path: Path) -> None:
    site = Site("127.0.0.6")
    once_slow = failing(1, article("Slow", wait_s=1.2), article("Quick"))
    with serve(site):
        site.routes |= {f"/page-{number}": once_slow for number in range(5)}
        gather(tmp_path / "slow.db", *(site.base + path for path in site.routes), "--pause", "0.02")
    asked = [one for one in site.asked if one.path != "/robots.txt"]
    assert len(asked) == 5
    # AutoThrottle takes the mean of the last pause and the last answer's time, of which the slow one's was 1.2 s.
    pauses = [b.when - a.when for a, b in itertools.pairwise(asked[1:])]
    assert pauses[0] > 0.25, pauses
    assert pauses[1] > 0.12, pauses


def test_heads_are_measured_one_by_one(tmp_path: Path) -> None:
    site = Site("127.0.0.6")
    cookies = tuple(("Set-Cookie", f"c{number}={'x' * 400}") for number in range(100))
    with serve(site):
        for path, target in (("/one", "/two"), ("/two", "/three"), ("/three", "/a")):
            site.routes[path] = Answer(b"", 302, (("Location", target), *cookies))
        site.routes["/a"] = article("A")
        done = gather(tmp_path / "p.db", "--once", "--pause", "0.02", f"{site.base}/one")
    assert done.code == 0, done.stderr
    assert site.paths() == ["/robots.txt", "/one", "/two", "/three", "/a"]


def test_a_long_address_is_asked_and_stalls_no_host(tmp_path: Path) -> None:
    site, archive = Site("127.0.0.6"), tmp_path / "long.db"
    long, longer = "a" * 2_100, "a" * (limits.ADDRESS_CHARACTERS + 1)
    with serve(site):
        items = _items(site, long, "to-long", "to-longer", "last")
        site.routes["/feed"] = xml(f"<rss version='2.0'><channel><title>T</title>{items}</channel></rss>")
        site.routes |= {
            f"/{long}": article("Long"),
            "/to-long": to(f"/{long}2"),
            "/to-longer": to(f"/{longer}"),
        }
        site.routes |= {f"/{long}2": article("Long too"), "/last": article("Last")}
        done = gather(archive, f"{site.base}/feed", "--pause", "0.02")
    assert done.why(f"{site.base}/to-longer") == "redirects to an address of more than 4,000 characters"
    assert done.summary["archive"]["added"] == 3


def test_names_that_are_none_fail_at_once_in_one_line(tmp_path: Path) -> None:
    site = Site("127.0.0.6")
    with serve(site):
        site.routes["/moved"] = to(f"http://{'a' * 70}.example/x")
        done = gather(tmp_path / "names.db", "http://a..b/", f"{site.base}/moved", "--pause", "0.02")
    assert not [event for event in done.events if event["what"] in {"retry", "log"}]
    assert done.why("http://a..b/") == done.why(f"{site.base}/moved") == "its name leads to no address"


def test_header_bytes_that_are_not_ascii_are_kept_and_followed_as_they_came(tmp_path: Path) -> None:
    site, archive = Site("127.0.0.6"), tmp_path / "raw.db"
    raw = "Zürich … Åland".encode()
    more = (("Content-Type", "text/html"), ("X-Title", raw.decode("latin-1")), ("ETag", '"\xc3\xbc"'))
    with serve(site):
        site.routes["/robots.txt"] = to("/règles".encode().decode("latin-1"))
        site.routes["/moved"] = to("/zürich".encode().decode("latin-1"))
        site.routes["/z%C3%BCrich"] = Answer(page(headline="In the city"), headers=more)
        for _ in range(2):
            gather(archive, f"{site.base}/moved", "--pause", "0.02")
    with Archive(archive, create=False) as opened:
        assert opened.get(f"{site.base}/moved").headline == "In the city"
    blocks = [one.block for one in records(archive) if one.kind == "response"]
    assert [b"X-Title: " + raw + b"\r\n" in block for block in blocks].count(True) == 1
    assert "/r%C3%A8gles" in site.paths()
    assert sum(b"Location: /z\xc3\xbcrich\r\n" in block for block in blocks) == 2
    assert site.asked[-1].headers["if-none-match"] == '"\xc3\xbc"'
    check(archive)


# Stopped and killed


def test_stopped_and_killed_at_any_moment_it_goes_on_and_doubles_nothing(tmp_path: Path) -> None:
    site, archive = Site("127.0.0.6"), tmp_path / "killed.db"
    names = [f"page-{number}" for number in range(24)]
    with serve(site):
        site.routes |= {f"/{name}": article(f"About {name}") for name in names}
        site.routes["/feed"] = xml(
            f"<rss version='2.0'><channel><title>T</title>{_items(site, *names)}</channel></rss>"
        )
        arguments = (f"{site.base}/feed", "--pause", "0.05")
        process = start(archive, *arguments)
        until(lambda: len(site.asked) >= 8, process)
        process.terminate()
        stopped = finish(process)
        assert stopped.code == 143
        process = start(archive, *arguments)
        until(lambda: len(site.asked) >= 18, process)
        process.kill()
        assert finish(process).code == -signal.SIGKILL
        torn = max(warcs(archive), key=lambda path: path.stat().st_mtime)
        whole = torn.read_bytes()
        whole += _first_record(whole)  # not noted in the frontier yet
        torn.write_bytes(whole + whole[:30])  # as if it had been writing
        done = gather(archive, *arguments)
    assert done.code == 0
    with Archive(archive, create=False) as opened:
        assert opened.status().captures == len(names)
        assert {opened.get(f"{site.base}/{name}").headline for name in names} == {
            f"About {name}" for name in names
        }
    check(archive)
    assert torn.read_bytes() == whole, "what was half written is cut off, and nothing else"
    counts = [site.paths().count(f"/{name}") for name in names]
    assert sum(counts) <= len(names) + 2, "at most what was on its way is asked for again"


def _first_record(warc: bytes) -> bytes:
    member = zlib.decompressobj(wbits=31)
    member.decompress(warc)
    return warc[: len(warc) - len(member.unused_data)]


def test_warcs_that_the_frontier_does_not_know_are_let_alone(tmp_path: Path) -> None:
    site, archive = Site("127.0.0.6"), tmp_path / "lost.db"
    folder = Path(f"{archive}.warc")
    with serve(site):
        site.routes["/a"] = article("A")
        gather(archive, f"{site.base}/a")
        for path in folder.glob("frontier.db*"):
            path.unlink()
        (ours,) = warcs(archive)
        (folder / "onrecord-copied.warc.gz").write_bytes(ours.read_bytes()[:-9])
        before = {path: path.read_bytes() for path in warcs(archive)}
        done = gather(archive, f"{site.base}/a")
    assert done.code == 0
    assert {path: path.read_bytes() for path in before} == before
    assert len(warcs(archive)) == 3


def test_a_full_disk_ends_the_run_in_one_line_and_the_next_goes_on(tmp_path: Path) -> None:
    site, archive = Site("127.0.0.6"), tmp_path / "full.db"
    names = [f"page-{number}" for number in range(6)]
    with serve(site):
        for name in names:
            noise = random.Random(name).randbytes(150_000).hex()
            body = page(*PARAGRAPHS, headline=f"About {name}", around=f"<!-- {noise} -->")
            site.routes[f"/{name}"] = Answer(body)
        site.routes["/feed"] = xml(
            f"<rss version='2.0'><channel><title>T</title>{_items(site, *names)}</channel></rss>"
        )
        arguments = (f"{site.base}/feed", "--pause", "0.02")
        full = finish(start(archive, *arguments, most_bytes=500_000))
        done = gather(archive, *arguments)
    assert full.code == 1
    assert full.events[-1]["why"] == f"{archive}.warc: cannot be written to: [Errno 27] File too large"
    assert done.code == 0
    check(archive)
    with Archive(archive, create=False) as opened:
        assert opened.status().captures == len(names)
        assert list(opened.verify()) == []


def test_two_do_not_work_on_one_folder(tmp_path: Path) -> None:
    site, archive = Site("127.0.0.6"), tmp_path / "both.db"
    with serve(site):
        site.routes["/a"] = Answer(page(), wait_s=30)
        process = start(archive, f"{site.base}/a")
        until(lambda: "/a" in site.paths(), process)
        second = gather(archive, f"{site.base}/a")
        process.send_signal(signal.SIGINT)
        began = time.monotonic()
        stopped = finish(process)
    assert second.code == 1
    assert second.events[-1]["why"].endswith("another gather is at work on it")
    assert time.monotonic() - began < 25, "it does not wait for an answer that does not come"
    assert stopped.code == 130
    assert stopped.events[-1] == {
        "what": "log", "level": "error", "logger": "onrecord", "why": "stopped; run it again to go on"
    }  # fmt: skip


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks /proc what a run has begun")
def test_stopped_it_does_not_wait_for_a_feed_that_takes_long_to_read(tmp_path: Path) -> None:
    site, archive = Site("127.0.0.6"), tmp_path / "slow.db"
    with serve(site):
        site.routes["/feed"] = xml(f"<rss><channel><item><author>{'a' * 300_000}</author>")
        process = start(archive, f"{site.base}/feed")
        until(lambda: len(_children(process.pid)) > 1, process)
        began = time.monotonic()
        process.terminate()
        stopped = finish(process)
        assert stopped.code == 143
        assert time.monotonic() - began < 15
        process = start(archive, f"{site.base}/feed")
        until(lambda: site.paths().count("/feed") == 2, process)  # it has not failed: it was not read
        process.kill()
        process.communicate()


def _children(parent: int) -> list[bytes]:
    """Processes that read feeds, and what looks after what processes share."""
    found = Path(f"/proc/{parent}/task").glob("*/children")  # those that each thread has begun
    return [child for path in found for child in path.read_bytes().split()]


# What a person sees


def test_on_a_terminal_a_table_shows_how_it_goes(tmp_path: Path) -> None:
    site = Site("127.0.0.6")
    ours, theirs = pty.openpty()
    with serve(site), os.fdopen(ours, "rb", buffering=0) as terminal:
        site.routes["/feed"] = xml(
            f"<rss version='2.0'><channel><title>T</title>{_items(site, 'a', 'b', 'gone')}</channel></rss>"
        )
        site.routes |= {"/a": article("A"), "/b": article("B")}
        arguments = (f"{site.base}/feed", "--pause", "1", "--archive", str(tmp_path / "a.db"), "--contact", CONTACT, "--allow-private", "127.0.0.6")  # fmt: skip
        process = subprocess.Popen(
            [sys.executable, "-m", "onrecord", "gather", *arguments],
            stdout=subprocess.PIPE,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "120"},
        )
        os.close(theirs)
        seen = b"".join(_read_all(terminal)).decode()
        out, _ = process.communicate(timeout=120)
    assert process.returncode == 1
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", seen)
    rows = {tuple(row.split()[1:6]) for row in re.findall(r"127\.0\.0\.6 [\d ]+", plain)}
    assert [row for row in rows if row[2] == "1" and int(row[3]) > 0], "some wait"
    assert ("2", "0", "1", "0", "1") in rows
    assert f"onrecord: {site.base}/gone: 404 Not Found" in plain
    assert out.decode().splitlines() == [
        "host       pages  unchanged  sources  waiting  failed  why",
        "127.0.0.6      2          0        1        0       1  404 Not Found",
        "2 pages fetched, 2 captures added, 1 failed; 0.0 MB",
    ]


def _read_all(terminal: IO[bytes]) -> Iterator[bytes]:
    with contextlib.suppress(OSError):  # how Linux tells that nobody writes any more
        while piece := terminal.read(4_096):
            yield piece


# What is refused


def test_only_public_addresses_and_allowed_ones_are_asked_and_no_false_certificates(tmp_path: Path) -> None:
    local, other = Site("127.0.0.1"), Site("127.0.0.9")
    false = Site("127.0.0.7", certificate=self_signed(tmp_path / "key.pem", "127.0.0.7"))
    with serve(local, other, false):
        named, plan = f"http://localhost:{local.port}/", tmp_path / "plan.toml"
        refused = (
            named,
            f"{local.base}/",
            f"{other.base}/",
            "http://[::ffff:127.0.0.1]:9/",
            "http://2130706433:9/",
        )
        plan.write_text("[limits]\nretries = 0\n" + "".join(f'[[sources]]\nurl = "{url}"\n' for url in (*refused, f"{false.base}/a")))  # fmt: skip
        done = gather(tmp_path / "p.db", str(plan))
    assert local.asked == other.asked == false.asked == []
    assert done.why(named).startswith("refused: ")
    assert done.why(f"{other.base}/") == "refused: 127.0.0.9 is a loopback address"
    assert [done.why(url).partition(":")[0] for url in refused] == ["refused"] * 5
    assert (
        done.why(f"{false.base}/a") == "its certificate or encryption is not right: certificate verify failed"
    )
    assert done.code == 1
