"""What is done with one answer: without a network, against a real frontier."""

import asyncio
import gzip
import io
import sqlite3
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from scrapy import Request, signals
from scrapy.http import Response
from scrapy.settings import Settings
from scrapy.signalmanager import SignalManager

from made_archive import page
from onrecord.capture import Captured, Lost
from onrecord.gather.events import Event, Tally, What
from onrecord.gather.frontier import Frontier, Visit
from onrecord.gather.gathering import Gathering
from onrecord.gather.manners import Manners
from onrecord.gather.plan import Plan, Source
from onrecord.gather.reach import Reach
from onrecord.gather.recording import Answer, Kept, Recording, cut_torn
from onrecord.gather.shelf import Shelf
from onrecord.gather.spider import Recorder, Refused, Visitor
from onrecord.warc import read_warc

URL = "https://tarnpost.example/a"


class Run:
    """A run with one page in it, whose turn it is."""

    def __init__(self, folder: Path) -> None:
        self.events: list[Event] = []
        self.frontier = Frontier(folder / "frontier.db")
        self.gathering = Gathering(
            Plan(sources=(Source(url=URL),)),
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


def test_what_came_from_where_nothing_may_be_asked_is_not_kept(run: Run, tmp_path: Path) -> None:
    recording = Recording(tmp_path, Manners(), lambda _: None)
    crawler = SimpleNamespace(spider=Visitor(run.gathering, recording, Reach(), {}))

    def came_from(address: str) -> Response:
        response = Response(URL, body=page(), ip_address=ip_address(address))
        return Recorder(crawler).process_response(Request(URL), response)

    with pytest.raises(Refused, match=r"10\.0\.0\.8 is a private address"):
        came_from("10.0.0.8")
    assert list(tmp_path.glob("*.warc.gz")) == []
    assert came_from("93.184.216.34").body == page()
    recording.close()
    assert len(list(tmp_path.glob("*.warc.gz"))) == 1


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
    assert [event.what for event in run.events] == [What.FAILED]


def test_what_scrapy_drops_gives_its_turn_back(run: Run) -> None:
    crawler: Any = SimpleNamespace(signals=SignalManager(), settings=Settings())
    visitor = Visitor.from_crawler(crawler, run.gathering, None, None, {})
    crawler.signals.send_catch_log(
        signals.request_dropped, request=Request(URL, cb_kwargs={"visit": run.visit}), spider=visitor
    )
    assert run.frontier.flying.total() == 0
    assert [event.what for event in run.events] == [What.FAILED]


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
    assert (host.retries, host.failed, host.why["500"], tally.bytes) == (1, 0, 1, 2)
    assert tally.failed == 0
    last = run.events[-1]
    for what in (What.FETCHED, What.UNCHANGED, What.LISTED, What.FAILED):
        tally.count(msgspec.structs.replace(last, what=what))
    assert (host.done, host.unchanged, host.sources, host.failed, tally.failed) == (1, 1, 1, 1, 1)
    for number in (*range(200), 7):
        tally.count(msgspec.structs.replace(last, why=f"reason {number}"))
    assert (len(host.why), host.why["reason 7"], host.why["500"]) == (100, 2, 5)
    tally.wait({"tarnpost.example": 3, "other.example": 1})
    assert (host.waiting, tally.hosts["other.example"].waiting) == (3, 1)
