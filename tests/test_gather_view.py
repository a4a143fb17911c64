"""What a person is told of a crawl at its end."""

import pytest

from onrecord.archive.adding import Fate, Outcome
from onrecord.cli.gather_view import View
from onrecord.gather.events import Event, What


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
