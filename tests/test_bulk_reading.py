"""A WARC read by a child: every record answered once, whatever becomes of the child."""

import gzip
import itertools
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from made_warcs import http, record, response, write_warc_file
from onrecord.bulk import frames
from onrecord.bulk.manifest import Fate
from onrecord.bulk.reading import CHILD, Answer, PieceFailed, Reader
from onrecord.bulk.wanted import Task, Wanted

# A child in which pages that hold certain words do what no page should.
PLANTED = """
import os, signal, sys, time
from pathlib import Path
from onrecord.bulk import child
real = child.read_capture
def read_capture(captured, **more):
    if b"CRASH" in captured.data:
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"ONCE" in captured.data and not (mark := Path(sys.argv[1])).exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if b"HANG" in captured.data:
        with Path(sys.argv[1]).with_suffix(".tries").open("ab") as tries:
            tries.write(b".")
        time.sleep(3600)
    if b"FAULT" in captured.data:
        raise ZeroDivisionError("planted")
    if b"GREED" in captured.data:
        held = [bytearray(1 << 30) for _ in range(8)]
    print("noise on standard output")
    return real(captured, **more)
child.read_capture = read_capture
child.main()
"""


def read(path: Path, *, seconds: float = 60.0, wanted: Wanted = Wanted()) -> list[Answer]:  # noqa: B008  # frozen
    return list(answered(path, seconds, wanted))


def answered(path: Path, seconds: float = 60.0, wanted: Wanted = Wanted()) -> Iterator[Answer]:  # noqa: B008
    reader = Reader((sys.executable, "-c", PLANTED, str(path.with_suffix(".mark"))), seconds)
    try:
        yield from reader.read(Task(path=str(path), file="w.warc.gz", wanted=wanted))
    finally:
        reader.close()


def fates(answers: list[Answer]) -> list[str]:
    return [str(answer.entry.fate) for answer in answers]


def rows(answers: list[Answer]) -> int:
    assert all(len(answer.lines) == 2 * answer.entry.rows for answer in answers)
    return sum(answer.entry.rows for answer in answers)


@pytest.mark.parametrize("pipe", ["wide", "narrow"])
def test_a_row_may_be_longer_than_the_pipe(
    tmp_path: Path, pipe: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if pipe == "narrow":  # as where a person's pipes hold all they may
        monkeypatch.setattr("onrecord.bulk.frames._widened", lambda _: False)
    words = " ".join(f"The ferry of day {n} stayed in the harbour." for n in range(60_000))
    answers = read(write_warc_file(tmp_path / "w.warc.gz", response(1), response(2, words), response(3)))
    assert fates(answers) == ["kept"] * 3
    assert rows(answers) == 3
    assert len(b"".join(answers[1].lines)) > 2 * frames._PIPE  # noqa: SLF001  # else nothing is tried


def test_every_record_is_answered(tmp_path: Path) -> None:
    url = "https://tarnpost.example/x"
    answers = read(
        write_warc_file(
            tmp_path / "w.warc.gz",
            record(b"software: x\r\n", url, kind="warcinfo"),
            response(1),
            response(2, status="404 Not Found"),
            record(http(b"", "301 Moved", more="Location: /y\r\n"), url, 3),
            record(http(b"\x89PNG....", kind="image/png"), url, 4),
            record(http(b"Words.", kind="text/plain"), url, 5),
            record(http(b"<html><h1>Rain</h1><p>All day.</p></html>", kind=""), url, 6),
            record(
                b"",
                url,
                7,
                "revisit",
                f"WARC-Refers-To-Target-URI: {url}\r\nWARC-Refers-To-Date: 2024-05-01T10:00:00Z\r\n",
            ),
            record(b"no http at all", url, 8),
            response(9),
            record(http(b"<html>", more=f"X: {'x' * 70_000}\r\n"), url, 10),
        )
    )
    told = [(a.entry.record_id, str(a.entry.fate), a.entry.reason) for a in answers]
    assert told == [
        ("urn:uuid:1", "kept", None),
        ("urn:uuid:2", "left-out", "status 404"),
        ("urn:uuid:3", "left-out", "redirects to https://tarnpost.example/y"),
        ("urn:uuid:4", "left-out", "holds no page"),
        ("urn:uuid:5", "left-out", "no HTML but text/plain"),
        ("urn:uuid:6", "kept", None),
        ("urn:uuid:7", "left-out", f"a revisit: the bytes are those of {url}, captured 2024-05-01T10:00:00Z"),
        ("urn:uuid:8", "damaged", "malformed: no HTTP response in it"),
        ("urn:uuid:9", "kept", None),
        ("urn:uuid:10", "damaged", "malformed: its HTTP head has more than 65,536 bytes"),
    ]
    assert rows(answers) == 3
    assert all(a.entry.offset is not None for a in answers)


@pytest.mark.parametrize("words", ["CRASH", "GREED", "FAULT"])
def test_a_page_that_ends_its_process_costs_one_entry(tmp_path: Path, words: str) -> None:
    answers = read(
        write_warc_file(
            tmp_path / "w.warc.gz", response(1), response(2, words), response(3), response(4, words)
        )
    )
    assert fates(answers) == ["kept", "set-aside", "kept", "set-aside"]
    assert rows(answers) == 2
    assert answers[1].entry.url == "https://tarnpost.example/eels/2"
    assert answers[1].entry.reason


def test_records_of_one_gzip_member_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "w.warc.gz"
    words = ("", "CRASH", "", "ONCE", "CRASH", "CRASH", "")
    numbered = list(enumerate(words, 1))
    packed = gzip.compress(b"".join(response(number, word) for number, word in numbered[1:]))
    path.write_bytes(gzip.compress(response(*numbered[0])) + b"damage" + packed)
    answers = read(path)
    told = [(a.entry.record_id, str(a.entry.fate)) for a in answers]
    assert told == [
        ("urn:uuid:1", "kept"),
        (None, "damaged"),
        ("urn:uuid:2", "set-aside"),
        ("urn:uuid:3", "kept"),
        ("urn:uuid:4", "kept"),
        ("urn:uuid:5", "set-aside"),
        ("urn:uuid:6", "set-aside"),
        ("urn:uuid:7", "kept"),
    ]


@pytest.mark.parametrize("sizes", [(2, 1, 4), (1, 1, 5)], ids=str)
def test_gzip_members_may_hold_one_record_and_several(tmp_path: Path, sizes: tuple[int, ...]) -> None:
    path = tmp_path / "w.warc.gz"
    words = ("", "CRASH", "", "CRASH", "ONCE", "CRASH", "")
    records = [response(number, word) for number, word in enumerate(words, 1)]
    ends = list(itertools.accumulate(sizes))
    members = [b"".join(records[end - size : end]) for end, size in zip(ends, sizes, strict=True)]
    path.write_bytes(b"".join(map(gzip.compress, members)))
    answers = list(itertools.islice(answered(path), 20))
    fates = ("kept", "set-aside", "kept", "set-aside", "kept", "set-aside", "kept")
    told = [(a.entry.record_id, str(a.entry.fate)) for a in answers]
    assert told == [(f"urn:uuid:{number}", fate) for number, fate in enumerate(fates, 1)]


def test_a_page_that_takes_too_long_costs_one_entry(tmp_path: Path) -> None:
    path = write_warc_file(tmp_path / "w.warc.gz", response(1), response(2, "HANG"), response(3))
    answers = read(path, seconds=8.0)
    assert fates(answers) == ["kept", "set-aside", "kept"]
    assert answers[1].entry.reason == "not read after 8 s"
    assert path.with_suffix(".tries").read_bytes() == b"."  # a minute is enough


def test_a_child_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    answers = read(write_warc_file(tmp_path / "w.warc.gz", response(1), response(2, "ONCE"), response(3)))
    assert fates(answers) == ["kept", "kept", "kept"]
    assert [a.entry.record_id for a in answers] == ["urn:uuid:1", "urn:uuid:2", "urn:uuid:3"]


def test_a_file_that_is_left_in_the_middle_leaves_nothing_for_the_next(tmp_path: Path) -> None:
    left = write_warc_file(tmp_path / "left.warc.gz", *(response(number) for number in range(100)))
    then = write_warc_file(tmp_path / "then.warc.gz", response(7))
    reader = Reader()
    answers = reader.read(Task(path=str(left), file="left", wanted=Wanted()))
    next(answers)
    del answers  # as where a row cannot be written
    try:
        (answer,) = reader.read(Task(path=str(then), file="then", wanted=Wanted()))
    finally:
        reader.close()
    assert (answer.entry.file, answer.entry.record_id) == ("then", "urn:uuid:7")


def test_a_child_whose_worker_is_gone_ends_quietly(tmp_path: Path) -> None:
    path = write_warc_file(tmp_path / "w.warc.gz", response(1))
    child = subprocess.Popen(CHILD, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    with child.stdin, child.stderr:
        child.stdin.write(msgspec.json.encode(Task(path=str(path), file="w", wanted=Wanted())) + b"\n")
        child.stdin.flush()
        assert child.stderr.read() == b""
    assert child.wait(30) == 1


def test_damage_is_told_and_reading_goes_on(tmp_path: Path) -> None:
    path = write_warc_file(tmp_path / "w.warc.gz", response(1), response(2), response(3))
    data = bytearray(path.read_bytes())
    second = data.index(b"\x1f\x8b", 20)
    data[second + 60 : second + 90] = bytes(30)
    path.write_bytes(data)
    answers = read(path)
    assert fates(answers)[0] == fates(answers)[-1] == "kept"
    assert Fate.DAMAGED in fates(answers)
    assert {a.entry.record_id for a in answers if a.lines} == {"urn:uuid:1", "urn:uuid:3"}


def test_pages_without_an_article_are_left_out_where_asked(tmp_path: Path) -> None:
    listing = "".join(
        f'<li><a href="/a/{n}">Headline number {n} of the harbour news today</a></li>' for n in range(60)
    )
    pages = (
        response(1),
        record(
            http(f"<html><body><ul>{listing}</ul></body></html>".encode()), "https://tarnpost.example/", 2
        ),
    )
    path = write_warc_file(tmp_path / "w.warc.gz", *pages)
    assert rows(read(path)) == 2
    answers = read(path, wanted=Wanted(articles_only=True))
    assert fates(answers) == ["kept", "left-out"]
    assert answers[1].entry.reason == "no article: listing"
    assert answers[1].entry.page_type == "listing"


def test_a_file_that_is_not_there_fails(tmp_path: Path) -> None:
    with pytest.raises(PieceFailed, match="No such file"):
        read(tmp_path / "nosuch.warc.gz")


def test_a_child_that_cannot_start_fails(tmp_path: Path) -> None:
    path = write_warc_file(tmp_path / "w.warc.gz", response(1))
    reader = Reader((sys.executable, "-c", "raise SystemExit(3)"))
    with pytest.raises(PieceFailed, match="ended with code 3"):
        list(reader.read(Task(path=str(path), file="w", wanted=Wanted())))
