"""A record in a caller's hands, and what is asked wrongly: told at once, and in words that say what was wrong."""

import asyncio
import copy
import datetime as dt
import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord import Archive, Record

PAGE = "<title>Rain in May</title><h1>Rain in May</h1><p>By Ana Roe<p>It rained on the third of May, all day."
URL = "https://news.example/rain"


def read(_: int = 0) -> Record:
    return onrecord.extract(PAGE, url=URL)


def test_equal_records_are_one_in_a_set() -> None:
    record = read()
    others = (read(), copy.copy(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record)))  # noqa: S301
    assert {record, *others} == {record}
    assert len({record, onrecord.extract(PAGE, url="https://news.example/other")}) == 2


def test_a_record_is_shown_in_a_line() -> None:
    record = read()
    assert repr(record) == f"<Record {record.id} 'Rain in May' {URL}>"
    assert repr(onrecord.extract("")) == f"<Record {onrecord.extract('').id} None>"


def test_an_archive_is_shown_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Archive("press.db") as archive:
        assert repr(archive) == "<Archive press.db>"


def test_threads_and_tasks_read_the_same() -> None:
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(read, range(16))) == {read()}

    async def together() -> list[Record]:
        return await asyncio.gather(*(asyncio.to_thread(read) for _ in range(4)))

    assert set(asyncio.run(together())) == {read()}


@pytest.mark.parametrize("way", ["spawn", "fork"])
def test_processes_read_the_same(way: str) -> None:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context(way)) as pool:
        assert pool.submit(onrecord.extract, PAGE, url=URL).result() == read()


def test_a_field_that_records_do_not_have_is_no_silence_of_the_page() -> None:
    assert read().why("genre") == ()
    assert read().why("publisher.logo") == ()
    with pytest.raises(ValueError, match="a record has no field 'title'"):
        read().why("title")


@pytest.mark.parametrize(
    ("given", "named", "said"),
    [
        (Path("page.html"), {}, "a page is bytes or text, not PosixPath"),
        (None, {}, "a page is bytes or text, not NoneType"),
        (PAGE, {"url": b"https://news.example/"}, "url is text, not bytes"),
        (PAGE, {"headers": ["Content-Type: text/html"]}, "headers are pairs of a name and a value"),
        (PAGE, {"headers": {b"content-type": b"text/html"}}, "headers are pairs of a name and a value"),
        (PAGE, {"captured": dt.date(2024, 5, 3)}, "captured is a datetime or text, not date"),
    ],
)
def test_what_no_page_can_be(given: Any, named: dict[str, Any], said: str) -> None:  # noqa: ANN401
    with pytest.raises(TypeError, match=said):
        onrecord.extract(given, **named)


def test_statements_are_of_a_text() -> None:
    with pytest.raises(TypeError, match="statements are read in a text, not Record"):
        onrecord.statements(read())  # type: ignore[arg-type]


def test_an_order_that_there_is_none_of(tmp_path: Path) -> None:
    with Archive(tmp_path / "press.db") as archive, pytest.raises(ValueError, match="order: 'newest'"):
        archive.search("rain", order="newest")  # type: ignore[arg-type]
