"""When and whether something is asked: addresses, robots.txt, waiting, revisits, and the frontier that remembers."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twisted.internet.address import IPv4Address

from onrecord import limits
from onrecord.errors import ArchiveError
from onrecord.gather.frontier import Frontier, Visit
from onrecord.gather.manners import Manners, is_contact
from onrecord.gather.patience import Later, again, retry_after
from onrecord.gather.reach import Reach
from onrecord.gather.resolver import CheckedResolver
from onrecord.gather.revisits import Revisits, next_visit
from onrecord.gather.robots import ALL, NONE, read_robots, robots_url

PRIVATE = (
    "127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",  # noqa: S104  # one that is refused
    "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
    "fec0::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:7f00:1", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
    "2001:0:4136:e378:8000:63bf:80ff:fffe", "2001:db8::1", "nonsense", "",
)  # fmt: skip
PUBLIC = ("93.184.216.34", "1.1.1.1", "2606:2800:220:1::1", "::ffff:1.1.1.1", "64:ff9b::101:101")


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_public_is_refused(address: str) -> None:
    assert Reach().refusal(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_public_is_not(address: str) -> None:
    assert Reach().refusal(address) is None


def test_only_the_allowed_network_is_allowed() -> None:
    reach = Reach.of(("127.0.0.2", "10.1.0.0/16"))
    assert (
        reach.refusal("127.0.0.2") is reach.refusal("10.1.255.1") is reach.refusal("::ffff:127.0.0.2") is None
    )
    assert reach.refusal("127.0.0.3")
    assert reach.refusal("10.2.0.1")


ROBOTS = b"""User-agent: other
Disallow: /
User-agent: onrecord
Crawl-delay: 2.5
Disallow: /private/*.html$
Allow: /private/open
Sitemap: https://tarnpost.example/map.xml
"""


def test_robots_txt() -> None:
    rules = read_robots(200, ROBOTS)
    assert rules.allows("https://tarnpost.example/a")
    assert not rules.allows("https://tarnpost.example/private/a.html")
    assert rules.allows("https://tarnpost.example/private/open")
    assert (rules.crawl_delay_s, rules.sitemaps) == (2.5, ("https://tarnpost.example/map.xml",))
    for encoding in ("utf-8-sig", "utf-16"):
        assert not read_robots(200, "User-agent: *\nDisallow: /a".encode(encoding)).allows("https://tarnpost.example/a")  # fmt: skip
    assert read_robots(200, b"User-agent: *\nCrawl-delay: 1e9").crawl_delay_s == limits.CRAWL_DELAY_S
    assert read_robots(200, b"User-agent: *\nRequest-rate: 1/30").crawl_delay_s == 30
    assert read_robots(200, b"User-agent: *\nRequest-rate: 1000/30d").crawl_delay_s == 2_592
    for asks in (b"Request-rate: 1/" + b"9" * 400, b"Crawl-delay: " + b"9" * 300):
        assert read_robots(200, b"User-agent: *\n" + asks).crawl_delay_s == limits.CRAWL_DELAY_S


@pytest.mark.parametrize(("status", "rules"), [(404, ALL), (403, ALL), (500, NONE), (503, NONE), (429, NONE)])
def test_robots_txt_that_is_not_there(status: int, rules: object) -> None:
    assert read_robots(status, ROBOTS) is rules


def test_robots_txt_that_is_no_text_forbids_nothing() -> None:
    assert read_robots(200, bytes(range(256)) * 10_000).allows("https://tarnpost.example/a")
    assert robots_url("https://me:pass@tarnpost.example:8000/a") == "https://tarnpost.example:8000/robots.txt"


@pytest.mark.parametrize(
    ("tries", "status", "asked_s", "later"),
    [
        (1, 500, None, Later(5, whole_host=False)),
        (3, None, None, Later(80, whole_host=False)),
        (1, 429, 7, Later(7, whole_host=True)),
        (2, 503, None, Later(20, whole_host=True)),
        (4, 500, None, None),
        (1, 404, 7, None),
        (1, 403, None, None),
    ],
)
def test_when_something_is_asked_again(
    tries: int, status: int | None, asked_s: float | None, later: Later | None
) -> None:
    assert again(Manners(retries=3, backoff_s=5), tries, status, asked_s) == later


@given(st.text() | st.none(), st.floats(0, 4e9))
def test_retry_after_is_bounded_whatever_it_says(raw: str | None, now: float) -> None:
    wait = retry_after(raw, now)
    assert wait is None or 0 <= wait <= limits.RETRY_AFTER_S


@pytest.mark.parametrize("raw", ["999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_retry_after_of_centuries_is_a_day(raw: str) -> None:
    assert retry_after(raw, 0) == limits.RETRY_AFTER_S


HOUR, DAY = 3_600.0, 86_400.0


def test_young_pages_are_visited_often_and_old_ones_seldom() -> None:
    waits = [
        next_visit(Revisits(), age) or 0 for age in (0, HOUR, 6 * HOUR, DAY, 7 * DAY, 90 * DAY, 300 * DAY)
    ]
    assert waits == [600, 600, 2_700, 3 * HOUR, 21 * HOUR, 11.25 * DAY, 30 * DAY]
    assert next_visit(Revisits(), 365 * DAY) is None
    assert next_visit(Revisits(until_days=0), 0) is None


def test_pages_that_change_are_visited_sooner_and_those_that_do_not_later() -> None:
    usual = next_visit(Revisits(), DAY) or 0
    assert next_visit(Revisits(), DAY, changed=True) == usual / 2
    assert [next_visit(Revisits(), DAY, unchanged=n) for n in (1, 2, 9)] == [usual, usual * 2, usual * 4]


@given(st.floats(-1e9, 1e12), st.booleans(), st.integers(0, 10_000))
def test_visits_keep_within_bounds(age: float, changed: bool, unchanged: int) -> None:  # noqa: FBT001  # Hypothesis's
    wait = next_visit(Revisits(), age, changed=changed, unchanged=unchanged)
    assert wait is None or 600 <= wait <= 30 * DAY


@pytest.mark.parametrize("text", ["me", "a b@c.de", "x@y.de\r\nEvil: 1", "https://", "", "@b.de", "ü@b.de"])
def test_what_is_no_contact(text: str) -> None:
    assert not is_contact(text)


# The frontier


def taken(frontier: Frontier, now: float, **more: float) -> Visit:
    visit = frontier.take(now, per_host=1, **more)
    assert visit is not None
    return visit


@pytest.fixture
def frontier(tmp_path: Path) -> Iterator[Frontier]:
    made = Frontier(tmp_path / "frontier.db")
    yield made
    made.close()


def test_one_at_a_time_of_each_host(frontier: Frontier) -> None:
    for path in ("a", "b"):
        assert frontier.put(f"https://one.example/{path}", "page", "s", 0)
    frontier.put("https://two.example/a", "page", "s", 0)
    hosts = {taken(frontier, 1).host, taken(frontier, 1).host}
    assert hosts == {"one.example", "two.example"}
    assert frontier.take(1, per_host=1) is None


def test_hosts_take_turns_and_none_is_forgotten_for_another(frontier: Frontier) -> None:
    for host in ("a.example", "b.example", "c.example"):
        for path in ("1", "2"):
            frontier.put(f"https://{host}/{path}", "page", "s", 0)
    hosts = []
    for now in range(6):
        visit = taken(frontier, now)
        hosts.append(visit.host[0])
        frontier.landed(visit, now, None)
        frontier.landed(visit, now, None)  # told twice, counted once
    assert hosts == ["a", "b", "c"] * 2
    assert frontier.flying.total() == 0


def test_what_was_being_asked_for_is_due_again_after_a_kill(frontier: Frontier, tmp_path: Path) -> None:
    frontier.put("https://one.example/a", "page", "s", 0)
    frontier.put("https://one.example/b", "page", "s", 0)
    first = taken(frontier, 1)
    frontier.landed(first, 1, None, etag='"x"')
    second = taken(frontier, 1)
    frontier.close()  # as a kill does: the visit never landed
    again_ = Frontier(tmp_path / "frontier.db")
    assert taken(again_, 2).key == second.key
    assert again_.take(2, per_host=2) is None
    again_.close()


def test_addresses_of_one_page_are_one(frontier: Frontier) -> None:
    assert frontier.put("https://www.one.example/a?utm_source=x", "page", "s", 0)
    assert not frontier.put("http://one.example/a#top", "page", "s", 0)
    assert not frontier.put("mailto:a@b.de", "page", "s", 0)


def test_a_host_that_asks_for_patience_waits(frontier: Frontier) -> None:
    for path in ("a", "b"):
        frontier.put(f"https://one.example/{path}", "page", "s", 0)
    frontier.later(taken(frontier, 0), 60, "429", hold="one.example")
    assert frontier.take(59, per_host=1) is None
    assert frontier.next_due(per_host=1) == 60
    assert frontier.waiting(1) == {"one.example": 2}
    assert {taken(frontier, 60).url[-1]} <= {"a", "b"}


def test_a_run_that_ends_visits_nothing_twice(frontier: Frontier) -> None:
    frontier.put("https://one.example/a", "page", "s", 0)
    frontier.landed(taken(frontier, 10), 10, 10.5)
    assert frontier.take(11, per_host=1, since=5) is None
    assert frontier.next_due(per_host=1, since=5) is None
    assert taken(frontier, 11, since=20)


def test_a_session_belongs_to_one_process(frontier: Frontier, tmp_path: Path) -> None:
    frontier.put("https://one.example/a", "page", "s", 0)
    with pytest.raises(ArchiveError, match="another gather is at work on it"):
        Frontier(tmp_path / "frontier.db")


def test_a_warc_is_never_thought_shorter_than_it_is(frontier: Frontier) -> None:
    assert frontier.wrote("a", 100, 50, read=True)
    assert frontier.wrote("a", 0, 100, read=False) is None
    frontier.wrote("earlier/versions/noted/paths/a", 0, 120, read=False)
    assert frontier.whole() == {"a": 150}
    (written,) = frontier.unread()
    frontier.was_read([written.number])
    assert list(frontier.unread()) == []


def test_a_frontier_of_an_earlier_version_is_gone_on_with(frontier: Frontier, tmp_path: Path) -> None:
    frontier.put("https://one.example/a", "page", "s", 0)
    frontier.close()
    with contextlib.closing(sqlite3.connect(tmp_path / "frontier.db")) as database:
        database.execute("ALTER TABLE address DROP COLUMN failing")
    again_ = Frontier(tmp_path / "frontier.db")
    again_.landed(taken(again_, 1), 1, 2, failing=1)
    assert taken(again_, 2).failing == 1
    again_.close()


class _Names:
    """Twisted's resolver, which answers as it is told, and what asked it."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.nameResolver = self

    def resolveHostName(self, receiver: Any, _host: str) -> None:  # noqa: N802, ANN401  # Twisted's
        receiver.resolutionBegan(None)
        for address in self.answers.pop(0):
            receiver.addressResolved(IPv4Address("TCP", address, 0))
        receiver.resolutionComplete()


class _Receiver:
    def __init__(self) -> None:
        self.got: list[str] = []

    def resolutionBegan(self, _: object) -> None:  # noqa: N802  # Twisted's
        """Nothing is kept of it."""

    def addressResolved(self, address: IPv4Address) -> None:  # noqa: N802  # Twisted's
        self.got.append(address.host)

    def resolutionComplete(self) -> None:  # noqa: N802  # Twisted's
        self.got.append("end")


@pytest.mark.parametrize("host", ["a..b", "a" * 64 + ".example"])
def test_what_is_no_name_leads_nowhere_at_once(host: str) -> None:
    names = _Names(["93.184.215.14"])
    CheckedResolver(names, Reach.of(()), {}).resolveHostName(receiver := _Receiver(), host)
    assert receiver.got == ["end"]


def test_a_name_that_leads_elsewhere_the_second_time_is_not_followed_there() -> None:
    names = _Names(["93.184.215.14"], ["10.0.0.7"], ["10.0.0.7", "93.184.215.14"])
    refused: dict[str, str] = {}
    resolver = CheckedResolver(names, Reach.of(()), refused)
    told = []
    for _ in range(3):
        resolver.resolveHostName(receiver := _Receiver(), "turning.example")
        told.append((receiver.got, dict(refused)))
    public = ["93.184.215.14", "end"]
    assert [got for got, _ in told] == [public, ["end"], public]
    assert [bool(why) for _, why in told] == [False, True, False]
