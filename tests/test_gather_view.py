"""What a person is told of a crawl while it goes and at its end, and what a program."""

import io
import json
import logging
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from onrecord.archive.adding import Fate, Outcome
from onrecord.cli.gather_view import View, logging_to, shown
from onrecord.gather.events import Event, What


class Terminal(io.StringIO):
    """What a person looks at."""

    def isatty(self) -> bool:
        return True


def waiting(**hosts: int) -> Any:  # noqa: ANN401  # no crawl, and like one
    """A crawl in which so many addresses of each host wait."""
    limits = SimpleNamespace(max_wait_s=60)
    frontier = SimpleNamespace(waiting=lambda _until, _since: hosts)
    return SimpleNamespace(plan=SimpleNamespace(limits=limits), frontier=frontier, since=None)


def happened(what: What, host: str, why: str | None = None, size: int | None = None) -> Event:
    time = "2024-05-03T06:00:00Z"
    return Event(what=what, url=f"https://{host}/a", host=host, source="s", time=time, why=why, bytes=size)


def test_every_host_where_something_failed_is_told_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    view = View(log_json=False)
    for number in range(30):
        view.tell(happened(What.FETCHED, f"good{number:02}.example", size=50_000))
        view.tell(happened(What.FAILED, f"bad{number:02}.example", "410 Gone"))
        view.tell(happened(What.FAILED, f"bad{number:02}.example", "took too long"))
        view.tell(happened(What.FAILED, f"bad{number:02}.example", "410 Gone"))
    view.kept(Outcome("a", Fate.ADDED))
    view.summarise(as_json=False)
    told = capsys.readouterr()
    _, *rows, more, words = told.out.splitlines()
    assert [row.split()[0] for row in rows] == [f"bad{number:02}.example" for number in range(30)]
    assert rows[0].split() == [
        "bad00.example",
        "0",
        "0",
        "0",
        "0",
        "3",
        "410",
        "Gone",
        "(2);",
        "took",
        "too",
        "long",
    ]
    assert (more, words) == ("and 30 more", "30 pages fetched, 1 capture added, 90 failed; 1.5 MB")
    assert told.err.splitlines()[0] == "onrecord: https://bad00.example/a: 410 Gone"
    assert view.failed


def test_long_reasons_take_no_other_column_s_place(capsys: pytest.CaptureFixture[str]) -> None:
    view = View(log_json=False)
    for why in (
        "refused: 127.0.0.1 is a loopback [red] address",
        "the answer broke off",
        "302 Found, to no web address",
    ):
        for _ in range(20):
            view.tell(happened(What.FAILED, "tarnpost.example", f"{why}, said the server"))
    view.summarise(as_json=False)
    head, row, _ = capsys.readouterr().out.splitlines()
    assert head.split() == ["host", "pages", "unchanged", "sources", "waiting", "failed", "why"]
    assert row.split()[:6] == ["tarnpost.example", "0", "0", "0", "0", "60"]
    assert "refused: 127.0.0.1 is a loopback [red] address" in row
    assert row.endswith("…")


def test_of_many_hosts_where_all_went_well_some_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    view = View(log_json=False)
    for number in range(25):
        for _ in range(number + 1):
            view.tell(happened(What.UNCHANGED if number % 2 else What.FETCHED, f"host{number:02}.example"))
    view.summarise(as_json=False)
    _, first, *rows, more, words = capsys.readouterr().out.splitlines()
    assert first.split() == ["host24.example", "25", "0", "0", "0", "0"]
    assert (len(rows), more, words) == (19, "and 5 more", "169 pages fetched, 156 unchanged; 0.0 MB")
    assert not view.failed


def test_what_waits_is_told_as_it_was_last_seen(capsys: pytest.CaptureFixture[str]) -> None:
    view = View(log_json=False)
    view.tell(happened(What.RETRY, "a", "503 Service Unavailable"))
    view.look(waiting(a=3, b=1))
    view.look(waiting(a=2))
    assert view.waiting == 2
    view.summarise(as_json=False)
    _, *rows, words = capsys.readouterr().out.splitlines()
    assert [row.split()[:6] for row in rows] == [["a", "0", "0", "0", "2", "0"], ["b", *"00000"]]
    assert words == "0 pages fetched, 2 waiting for the next run; 0.0 MB"
    assert not view.failed


def test_what_the_archive_could_not_take_in_is_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    view = View(log_json=False)
    view.kept(Outcome("a.warc.gz, record at byte 9", Fate.FAILED, "cut short"))
    assert view.failed
    assert capsys.readouterr().err == "onrecord: a.warc.gz, record at byte 9: cut short\n"


def test_a_program_is_told_every_event(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    view = View(log_json=True)
    with logging_to(view):
        view.tell(happened(What.FETCHED, "a", size=20))
        view.kept(Outcome("a", Fate.ADDED, id="ab"))
        logging.getLogger("scrapy").warning("odd\n  thing")
    logging.getLogger("scrapy").warning("later")
    view.summarise(as_json=True)
    out, err = capfdbinary.readouterr()
    fetched, added, logged = map(json.loads, err.splitlines()[:3])
    assert (fetched["what"], fetched["bytes"], "why" in fetched) == ("fetched", 20, False)
    assert added == {"what": "archive-added", "name": "a", "id": "ab"}
    assert logged == {"what": "log", "level": "warning", "logger": "scrapy", "why": "odd thing"}
    told = json.loads(out)
    assert (told["bytes"], told["archive"]["added"], told["hosts"]["a"]["done"]) == (20, 1, 1)


def test_on_a_terminal_a_table_stands_below_what_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    view = View(log_json=False)
    with shown(view) as look:
        view.tell(happened(What.FAILED, "bad.example", "410 [bold]Gone\x1b[2J"))
        look(waiting(slow=7))
    assert "onrecord: https://bad.example/a: 410 [bold]Gone" in terminal.getvalue()
    assert "\x1b[2J" not in terminal.getvalue()
    assert "slow" in terminal.getvalue()
    for log_json, stream in ((True, terminal), (False, io.StringIO())):
        monkeypatch.setattr(sys, "stderr", stream)
        view = View(log_json=log_json)
        with shown(view) as look:
            assert look == view.look
