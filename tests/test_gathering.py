"""What is done with one answer: without a network, against a real frontier."""

import asyncio
import datetime as dt
import gzip
import io
import sqlite3
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from scrapy import Request, exceptions, signals
from scrapy.http import Response
from scrapy.settings import Settings
from scrapy.signalmanager import SignalManager

from made_archive import page
from onrecord import limits
from onrecord.capture import Captured, Lost, Revisited
from onrecord.gather.events import Event, Tally, What
from onrecord.gather.frontier import Frontier, Visit
from onrecord.gather.gathering import Gathering
from onrecord.gather.manners import Manners
from onrecord.gather.plan import Plan, Source
from onrecord.gather.reach import Reach
from onrecord.gather.recording import Answer, Earlier, Kept, Recording, cut_torn
from onrecord.gather.shelf import Shelf
from onrecord.gather.spider import Recorder, Refused, Visitor
from onrecord.warc import read_warc

URL = "https://tarnpost.example/a"


class Run:
    """A run with one page in it, whose turn it is."""

    def __init__(self, folder: Path, **source: Any) -> None:  # noqa: ANN401  # as a plan has them
        self.events: list[Event] = []
        self.frontier = Frontier(folder / "frontier.db")
        self.gathering = Gathering(
            Plan(sources=(Source(url=URL, **source),)),
            self.frontier,
            Shelf(self.frontier, lambda _: None, folder),
            self.events.append,
        )
        self.gathering.begin()
        self.visit = self.turn()

    def turn(self, after_s: float = 1) -> Visit:
        visit = self.frontier.take(self.gathering.began + after_s, per_host=1)
        assert visit is not None
        return visit

    def answer(self, status: int = 200, *headers: tuple[str, str], body: bytes | None = None, hops: tuple[str, ...] = ()) -> str | None:  # fmt: skip
        answer = Answer(URL, "/a", (), status, "", headers, page() if body is None else body, None)
        kept = Kept(
            "x.warc.gz", 100, 50, "urn:uuid:1", "2024-05-03T06:00:00Z", "sha1:A", revisit=status == 304
        )
        return asyncio.run(self.gathering.answered(self.visit, answer, kept, hops))


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    made = Run(tmp_path)
    yield made
    made.frontier.close()


def test_what_is_written_and_what_is_due_change_as_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError

    with monkeypatch.context() as patched:
        patched.setattr(run.frontier, "landed", killed)
        with pytest.raises(sqlite3.OperationalError):
            run.answer()
    assert list(run.frontier.unread()) == [], "else the page would come twice"
    assert run.frontier.whole() == {}
    run.answer()
    assert [written.offset for written in run.frontier.unread()] == [100]
    assert run.frontier.whole() == {"x.warc.gz": 150}


def written(folder: Path) -> Kept:
    """A page in a WARC."""
    recording = Recording(folder, Manners(), lambda _: None)
    kept = recording.write(Answer(URL, "/a", (), 200, "OK", (("Content-Type", "text/html"),), page(), None))
    recording.close()
    return kept


def test_what_was_not_read_is_taken_in_from_wherever_the_next_run_is_started(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "warc").mkdir()
    monkeypatch.chdir(tmp_path)
    kept = written(Path("warc"))
    run.frontier.wrote(kept.file, kept.offset, kept.length, read=True)
    run.frontier.wrote(f"a.db.warc/{kept.file}", kept.offset, kept.length, read=True)  # as it was noted once
    monkeypatch.chdir(tmp_path / "warc")
    found: list[object] = []
    Shelf(run.frontier, found.extend, Path("../warc")).hand_on_now()
    assert [one.file for one in found if isinstance(one, Captured)] == [f"../warc/{kept.file}"] * 2
    assert list(run.frontier.unread()) == []


def test_what_cannot_be_read_now_stays_for_the_next_run(run: Run, tmp_path: Path) -> None:
    kept = written(tmp_path)
    path = tmp_path / kept.file
    run.frontier.wrote(kept.file, kept.offset, kept.length, read=True)
    found: list[object] = []

    async def drain() -> None:
        await Shelf(run.frontier, found.extend, tmp_path).drain()

    away = path.rename(tmp_path / "away")
    asyncio.run(drain())
    Shelf(run.frontier, found.extend, tmp_path).hand_on_now()
    assert found == [Lost(str(path), "no such file or directory")] * 2
    assert len(list(run.frontier.unread())) == 1
    away.rename(path)
    asyncio.run(drain())
    assert isinstance(found[2], Captured)
    assert list(run.frontier.unread()) == []


def test_what_is_not_there_any_more_is_told(run: Run, tmp_path: Path) -> None:
    kept = written(tmp_path)
    run.frontier.wrote(kept.file, kept.offset, kept.length, read=True)
    with (tmp_path / kept.file).open("r+b") as file:
        file.truncate(kept.offset)
    found: list[object] = []
    Shelf(run.frontier, found.extend, tmp_path).hand_on_now()
    assert [type(one) for one in found] == [Lost], "the power failed before it was on the disk"


LONG, SHORT = gzip.compress(b"WARC/1.1\r\n" + b"x" * 200_000), gzip.compress(b"WARC/1.1\r\n")


@pytest.mark.parametrize("known", [0, len(LONG)])
@pytest.mark.parametrize("torn", [b"", LONG[:5], LONG[:-1], b"WARC/1.1\r\n", b"\0" * 99])
def test_what_is_torn_is_cut_off_and_nothing_else(tmp_path: Path, known: int, torn: bytes) -> None:
    path = tmp_path / "x.warc.gz"
    path.write_bytes(LONG + SHORT + torn)
    assert cut_torn(path, known) == len(LONG + SHORT)
    assert path.read_bytes() == LONG + SHORT


def test_a_file_without_a_whole_record_goes(tmp_path: Path) -> None:
    path = tmp_path / "x.warc.gz"
    path.write_bytes(LONG[:99])
    assert cut_torn(path, 0) == 0
    assert not path.exists()


def test_a_file_of_full_size_is_followed_by_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.gather.recording._FILE_BYTES", 3_000)
    begun: list[str] = []
    recording = Recording(tmp_path, Manners(), begun.append)
    answer = Answer(URL, "/a", (), 200, "OK", (("Content-Type", "text/html"),), page(), None)
    kept = [recording.write(answer) for _ in range(8)]
    recording.close()
    assert begun == list(dict.fromkeys(one.file for one in kept))
    assert len(begun) > 1
    assert all((tmp_path / one.file).stat().st_size >= 3_000 for one in kept if one.file != begun[-1])
    read = [one for name in begun for one in read_warc(io.BytesIO((tmp_path / name).read_bytes()), name)]
    assert [one.offset for one in read if isinstance(one, Captured)] == [one.offset for one in kept]


def test_what_is_the_same_as_before_is_written_as_a_revisit_of_it(tmp_path: Path) -> None:
    recording = Recording(tmp_path, Manners(contact="desk@tarnpost.example"), lambda _: None)
    asked = (("User-Agent", "onrecord"),)
    answer = Answer(
        URL, "/a?b=1", asked, 200, "OK", (("Content-Type", "text/html"),), page(), "93.184.216.34"
    )
    first = recording.write(answer)
    earlier = Earlier(URL, first.digest, first.record_id, first.captured)
    rest = [
        recording.write(answer, earlier),
        recording.write(answer._replace(status=304, reason="Not Modified", body=b""), earlier),
        recording.write(answer._replace(body=page("Other words.")), earlier),
        recording.write(answer._replace(status=404, reason="Not Found"), earlier),
    ]
    recording.close()
    assert [(one.revisit, one.digest == first.digest) for one in (first, *rest)] == [(False, True), (True, True), (True, True), (False, False), (False, True)]  # fmt: skip
    packed = (tmp_path / first.file).read_bytes()
    kinds = [type(one) for one in read_warc(io.BytesIO(packed), first.file)]
    assert kinds == [Captured, Revisited, Revisited, Captured, Captured], (
        "the page is gone, in the same words"
    )
    plain = gzip.decompress(packed)
    assert plain.startswith(b"WARC/1.1\r\n")
    for line, times in (
        (b"WARC-Type: warcinfo", 1), (b"operator: desk@tarnpost.example", 1), (b"WARC-Type: request", 5),
        (b"GET /a?b=1 HTTP/1.1", 5), (b"User-Agent: onrecord", 5), (b"WARC-IP-Address: 93.184.216.34", 5),
        (b"revisit/identical-payload-digest", 1), (b"revisit/server-not-modified", 1),
        (b"WARC-Refers-To: <" + first.record_id.encode() + b">", 2),
    ):  # fmt: skip
        assert plain.count(line) == times, line


def test_what_came_from_where_nothing_may_be_asked_is_refused(run: Run) -> None:
    crawler = SimpleNamespace(spider=Visitor(run.gathering, NOTHING, Reach(), {}))

    def came_from(address: str) -> Response:
        response = Response(URL, body=page(), ip_address=ip_address(address))
        return Recorder(crawler).process_response(Request(URL), response)

    with pytest.raises(Refused, match=r"10\.0\.0\.8 is a private address"):
        came_from("10.0.0.8")
    assert came_from("93.184.216.34").body == page()


def test_a_page_that_the_user_gave_is_revisited_as_one(run: Run) -> None:
    run.answer(200, ("ETag", '"x"'))
    due = run.frontier.next_due(per_host=1)
    assert due is not None
    assert due - run.gathering.began == pytest.approx(600, abs=60)
    assert [event.what for event in run.events] == [What.FETCHED]


def test_a_page_of_any_age_is_tried_for_a_week_from_its_first_failure(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def visited(day: int, status: int) -> float | None:
        """In how many days it is visited again."""
        now = run.gathering.began + day * 86_400 + 1
        monkeypatch.setattr("onrecord.gather.gathering.time", SimpleNamespace(time=lambda: now))
        run.visit = run.turn(day * 86_400 + 1)
        run.answer(status)
        due = run.frontier.next_due(per_host=1)
        return None if due is None else round((due - now) / 86_400)

    run.answer()
    assert [visited(day, 404) for day in range(60, 65)] == [1] * 5
    assert visited(65, 200) == 4
    assert [visited(day, 404) for day in range(80, 88)] == [1] * 7 + [None]


FEED = b"<rss version='2.0'><channel><item><link>https://tarnpost.example/%d</link></item></channel></rss>"


def test_what_the_user_gave_is_told_from_each_answer(run: Run) -> None:
    for body in (FEED % 1, page(), page(), FEED % 2):
        run.answer(body=body)
        run.visit = run.turn(after_s=1_000)  # as soon as a feed's next is, not a page's
        assert (run.visit.url, run.visit.role) == (URL, "source")
    assert [event.what for event in run.events] == [What.LISTED, What.FETCHED, What.FETCHED, What.LISTED]
    assert run.frontier.waiting(run.gathering.began + 1_000)["tarnpost.example"] == 3, "itself and two pages"


def test_a_page_that_becomes_a_feed_is_one_from_then_on(run: Run) -> None:
    run.answer()
    run.visit = run.turn(after_s=1_000)
    assert run.visit.role == "page"
    run.answer(body=FEED % 1)
    assert [event.what for event in run.events] == [What.FETCHED, What.LISTED]
    assert run.turn(after_s=1_000).role == "source"


def test_redirects_are_given_back(run: Run) -> None:
    assert run.answer(301, ("Location", "/b#part")) == "https://tarnpost.example/b"
    assert run.answer(301, ("Location", "/b"), hops=("https://tarnpost.example/b",)) is None
    assert run.events[-1].why == "redirects in a circle"


def test_a_redirect_that_leads_nowhere_is_a_failure(run: Run) -> None:
    assert run.answer(302, ("Location", "javascript:alert(1)")) is None
    assert [(event.what, event.why) for event in run.events] == [
        (What.FAILED, "302 Found, to no web address")
    ]


def told(run: Run, *names: str) -> list[tuple[object, ...]]:
    return [tuple(getattr(event, name) for name in ("what", *names)) for event in run.events]


def test_each_thing_that_happens_is_told_with_what_is_known_of_it(run: Run) -> None:
    run.answer(301, ("Location", "/b"))
    run.answer(body=FEED % 1)
    run.visit = run.turn(after_s=1_000)
    run.answer(304)
    assert told(run, "url", "source", "status", "bytes", "pages", "why") == [
        (What.REDIRECTED, URL, URL, 301, None, None, None),
        (What.LISTED, URL, URL, 200, len(FEED % 1), 1, None),
        (What.UNCHANGED, URL, URL, 304, len(page()), None, None),
    ]


def test_a_chain_of_redirects_ends(run: Run) -> None:
    hops = tuple(f"https://tarnpost.example/{n}" for n in range(Manners().redirects))
    assert run.answer(301, ("Location", "/b"), hops=hops[1:]) == "https://tarnpost.example/b"
    assert run.answer(301, ("Location", "/b"), hops=hops) is None
    assert run.answer(301, ("Location", "/" + "b" * 9_000)) is None
    assert [why for what, why in told(run, "why") if what is What.FAILED] == [
        f"more than {len(hops)} redirects",
        "redirects to an address of more than 4,000 characters",
    ]


def test_a_server_that_asks_to_wait_is_asked_nothing_else_before(run: Run) -> None:
    now = run.gathering.began
    run.frontier.put("https://tarnpost.example/other", "page", URL, now)
    run.answer(503, ("retry-after", "3600"), body=b"busy")
    assert told(run, "status", "wait_s") == [(What.RETRY, 503, 3600)]
    assert run.frontier.take(now + 3_000, per_host=1) is None
    assert run.frontier.next_due(per_host=1) == pytest.approx(now + 3_600, abs=60)
    assert run.turn(after_s=3_700).tries in {0, 1}
    assert run.frontier.waiting(now)["tarnpost.example"] == 2, "that which failed is told as waiting too"


def test_what_one_page_failed_with_holds_no_other_up(run: Run) -> None:
    now = run.gathering.began
    run.frontier.put("https://tarnpost.example/other", "page", URL, now)
    run.answer(500, body=b"no")
    assert told(run, "status") == [(What.RETRY, 500)]
    assert run.turn().url == "https://tarnpost.example/other"


def test_a_feed_of_more_than_is_taken_at_once_is_asked_for_whole_again(tmp_path: Path) -> None:
    run = Run(tmp_path, max_pages=2)
    items = b"".join(b"<item><link>/%d</link></item>" % n for n in range(5))
    feed, pages = b"<rss version='2.0'><channel>" + items + b"</channel></rss>", []
    for _ in range(4):
        run.answer(200, ("ETag", '"x"'), body=feed)
        pages.append(run.events[-1].pages)
        run.visit = run.turn(after_s=1_000)
    assert pages == [2, 2, 1, 0]
    assert run.visit.etag == '"x"'
    run.frontier.close()


def test_what_is_older_than_is_wanted_is_not_taken_in(tmp_path: Path) -> None:
    run = Run(tmp_path, max_age_days=2)
    entry = "<url><loc>https://tarnpost.example/{}</loc>{}</url>"
    young = dt.datetime.fromtimestamp(run.gathering.began - 86_400, dt.UTC).isoformat()
    dates = ("", "<lastmod>1999-01-01</lastmod>", f"<lastmod>{young}</lastmod>")
    run.answer(body=f"<urlset>{''.join(map(entry.format, 'abc', dates))}</urlset>".encode())
    assert run.events[-1].pages == 1 + 1, "without a date it may be young"
    run.frontier.close()


def test_a_front_page_leads_to_what_it_and_robots_txt_name(tmp_path: Path) -> None:
    run = Run(tmp_path, front=True)
    run.answer()
    assert told(run, "why") == [(What.FAILED, "a front page that names no feed and no sitemap")]
    run.visit = run.turn(after_s=1_000)
    run.gathering.sitemaps["tarnpost.example"] = ("https://tarnpost.example/map.xml", URL)
    run.answer()
    assert run.events[-1].what is What.LISTED
    run.visit = run.turn(after_s=1)
    assert (run.visit.url, run.visit.parent) == ("https://tarnpost.example/map.xml", URL)
    run.answer()
    assert told(run, "why")[-1] == (What.FAILED, f"{URL} names it, and it is no feed and no sitemap")
    run.frontier.close()


def test_what_a_source_led_to_is_asked_for_with_it_though_it_says_nothing_new(run: Run) -> None:
    run.answer(
        body=b"<sitemapindex><sitemap><loc>https://tarnpost.example/1.xml</loc></sitemap></sitemapindex>"
    )
    run.visit = run.turn()
    run.answer(body=b"<urlset><url><loc>https://tarnpost.example/p</loc></url></urlset>")
    run.visit = run.turn(after_s=1_000)
    assert run.visit.url == URL
    run.answer(304)
    assert run.turn(after_s=1_000).url == "https://tarnpost.example/1.xml"


def test_sources_that_lead_one_to_the_next_end(run: Run) -> None:
    for number in range(limits.SOURCES_DEEP + 1):
        run.answer(body=b"<sitemapindex><sitemap><loc>/%d.xml</loc></sitemap></sitemapindex>" % number)
        if number < limits.SOURCES_DEEP:
            run.visit = run.turn()
    assert [event.what for event in run.events] == [What.LISTED] * limits.SOURCES_DEEP + [What.FAILED]
    assert run.frontier.take(run.gathering.began + 1, per_host=1, since=run.gathering.began) is None


def test_a_clock_that_was_set_back_makes_nothing_wait(run: Run) -> None:
    ahead = run.gathering.began + 400 * 86_400
    run.frontier.put(f"{URL}/p", "page", URL, ahead)
    run.frontier.landed(run.visit, ahead, ahead)
    run.frontier.hold("tarnpost.example", ahead)
    run.gathering.begin()
    began = run.gathering.began
    turns = [run.frontier.take(began, per_host=2, since=began) for _ in range(2)]
    assert {turn.url for turn in turns if turn} == {URL, f"{URL}/p"}


def test_a_source_that_is_broken_from_its_beginning_has_failed(run: Run) -> None:
    run.answer(body=b"<urlset><url><loc>")
    assert run.events[-1].what is What.FAILED
    assert (run.events[-1].why or "").startswith("broken XML")
    run.visit = run.turn(after_s=1_000)
    run.answer(body=b"<urlset><url><loc>https://tarnpost.example/1</loc></url><url>")
    assert (run.events[-1].what, run.events[-1].pages) == (What.LISTED, 1)
    assert (run.events[-1].why or "").startswith("broken XML")


def test_a_source_of_another_run_is_asked_for_only_where_it_is_given_again(run: Run) -> None:
    run.answer(body=FEED % 1)
    other = "https://fenecho.example/feed"
    run.frontier.begin()
    run.frontier.put(other, "source", other, run.gathering.began, wake=True)
    hosts = run.frontier.waiting(run.gathering.began + 10_000)
    assert hosts == {"tarnpost.example": 1, "fenecho.example": 1}, "the page, and not its feed"


def test_what_scrapy_drops_gives_its_turn_back(run: Run) -> None:
    crawler: Any = SimpleNamespace(signals=SignalManager(), settings=Settings())
    visitor = Visitor.from_crawler(crawler, run.gathering, None, None, {})
    crawler.signals.send_catch_log(
        signals.request_dropped, request=Request(URL, cb_kwargs={"visit": run.visit}), spider=visitor
    )
    assert run.frontier.flying.total() == 0
    assert [event.what for event in run.events] == [What.FAILED]


def came(run: Run, write: Callable[..., Kept]) -> None:
    """An answer, which ``write`` writes."""

    async def ask() -> None:
        recording: Any = SimpleNamespace(write=write)
        response = Response(URL, request=Request(URL, meta={"answer": None}))
        assert [
            one async for one in Visitor(run.gathering, recording, NOTHING, {}).came(response, run.visit, ())
        ] == []

    asyncio.run(ask())


NOTHING: Any = None
"""Nowhere to write, and nothing to reach."""

KEPT = Kept("x.warc.gz", 100, 50, "urn:uuid:1", "2024-05-03T06:00:00Z", "sha1:A", revisit=False)


def failing(error: BaseException) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def test_a_page_that_breaks_onrecord_fails_alone(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.gathering, "answered", failing(ValueError("odd")))
    came(run, lambda *_: KEPT)
    why = "onrecord failed on it, which is a fault in onrecord (ValueError: odd)"
    assert told(run, "why") == [(What.FAILED, why)]
    assert run.gathering.fault is None
    assert run.frontier.whole() == {"x.warc.gz": 150}, "what is kept of it is noted"


def test_a_full_disk_ends_the_run_and_is_no_page_s_failure(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    full = sqlite3.OperationalError("database or disk is full")
    monkeypatch.setattr(run.gathering, "answered", failing(full))
    came(run, lambda *_: KEPT)
    assert (run.gathering.fault, run.events) == (full, [])


def test_two_faults_at_once_end_the_run(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    full = sqlite3.OperationalError("database or disk is full")
    monkeypatch.setattr(run.gathering, "answered", failing(ValueError("odd")))
    monkeypatch.setattr(run.frontier, "wrote", failing(full))
    came(run, lambda *_: KEPT)
    assert (run.gathering.fault, run.events) == (full, [])


@pytest.mark.parametrize("fault", [OSError("no space left on device"), sqlite3.OperationalError("full")])
def test_what_cannot_be_written_ends_the_run(run: Run, fault: Exception) -> None:
    came(run, failing(fault))
    assert (run.gathering.fault, run.events) == (fault, [])


@pytest.mark.parametrize(
    ("error", "url", "why", "passing"),
    [
        (exceptions.CannotResolveHostError("no"), URL, "its name leads to no address", True),
        (exceptions.CannotResolveHostError("no"), "http://a..example/", "its name leads to no address", False),
        (exceptions.CannotResolveHostError("no"), "http://inside.example/", "refused: a private address", False),
        (exceptions.DownloadConnectionRefusedError("no"), URL, "the connection was refused", True),
        (exceptions.DownloadTimeoutError("no"), URL, "took too long", True),
        (exceptions.DownloadCancelledError("no"), URL, "larger than is taken", False),
        (exceptions.ResponseDataLossError("no"), URL, "the answer broke off", True),
        (Exception("[('SSL routines', '', 'wrong version')]"), URL, "its certificate or encryption is not right: wrong version", False),
        (Exception("bad certificate"), URL, "its certificate or encryption is not right: bad certificate", False),
        (KeyError("what\n is this"), URL, "KeyError: 'what\\n is this'", True),
        (Refused("robots.txt forbids it"), URL, "robots.txt forbids it", False),
    ],
)  # fmt: skip
def test_why_no_answer_came_is_told_in_words(
    run: Run,
    error: Exception,
    url: str,
    why: str,
    passing: bool,  # noqa: FBT001
) -> None:
    visitor = Visitor(run.gathering, NOTHING, NOTHING, {"inside.example": "a private address"})
    assert visitor.cause(error, url) == (why, passing)


def test_nothing_lands_once_the_run_has_a_fault(run: Run) -> None:
    run.gathering.end_of(OSError("no room"))
    run.gathering.failed(run.visit, "it could not be written")
    assert run.events == []


def test_the_tally_counts(run: Run) -> None:
    run.answer(500, body=b"no")
    tally = Tally()
    for event in run.events:
        tally.count(event)
    host = tally.hosts["tarnpost.example"]
    assert (host.retries, host.failed, host.why["500 Internal Server Error"], tally.bytes) == (1, 0, 1, 2)
    assert tally.failed == 0
    last = run.events[-1]
    for what in (What.FETCHED, What.UNCHANGED, What.LISTED, What.FAILED):
        tally.count(msgspec.structs.replace(last, what=what))
    assert (host.done, host.unchanged, host.sources, host.failed, tally.failed) == (1, 1, 1, 1, 1)
    for number in (*range(200), 7):
        tally.count(msgspec.structs.replace(last, why=f"reason {number}"))
    assert (len(host.why), host.why["reason 7"], host.why["500 Internal Server Error"]) == (100, 2, 5)
    tally.wait({"tarnpost.example": 3, "other.example": 1})
    assert (host.waiting, tally.hosts["other.example"].waiting) == (3, 1)
