"""The archive when things go wrong: killed, two at once, no room, no permission."""

import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from made_archive import PARAGRAPHS, captured, page
from onrecord.archive import Archive
from onrecord.errors import ArchiveError

COUNT = 120
ADD = [sys.executable, "-m", "onrecord", "add", "--archive"]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(COUNT):
        url = f"https://tarnpost.example/{number}"
        said = page(
            f"Report number {number} of the harbour board.",
            *PARAGRAPHS,
            canonical=url,
            around="x" * 20 * number,
        )
        (folder / f"{number:03}.html").write_bytes(said)
    return folder


def whole(file: Path) -> int:
    """How many captures there are; fails where anything is damaged, half there or there twice."""
    connection = sqlite3.connect(file)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'capture'").fetchone():
            return 0
        counts = [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in ("capture", "bytes", "version", "record", "reading", "article", "search_versions")
        ]
    finally:
        connection.close()
    assert len(set(counts)) == 1, counts
    return int(counts[0])


def test_killed_at_any_moment_it_goes_on_where_it_stopped(tmp_path: Path, pages: Path) -> None:
    rng = random.Random(9)
    file, before = tmp_path / "press.db", 0
    program = (
        "import sys; from onrecord import limits; limits.BATCH = 7\n"
        "from onrecord.archive import Archive\n"
        "with Archive(sys.argv[1]) as archive: archive.add(sys.argv[2])"
    )
    for _ in range(12):
        process = subprocess.Popen([sys.executable, "-c", program, str(file), str(pages)])
        time.sleep(rng.uniform(0.15, 0.7))
        process.send_signal(signal.SIGKILL)
        process.wait()
        if file.exists():
            now = whole(file)
            assert now >= before
            before = now
    with Archive(file) as archive:
        done = archive.add(pages)
        assert (done.known, done.added) == (before, COUNT - before)
        assert list(archive.verify()) == []
    assert whole(file) == COUNT


def test_two_processes_at_once_add_each_page_once(tmp_path: Path, pages: Path) -> None:
    file = tmp_path / "press.db"
    both = [
        subprocess.Popen(
            [*ADD, str(file), str(pages), "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    for process in both:
        _, errors = process.communicate(timeout=120)
        assert (process.returncode, errors) == (0, b"")
    assert whole(file) == COUNT


def _little_room() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))


def test_no_room_is_one_line_and_loses_nothing(tmp_path: Path, pages: Path) -> None:
    file = tmp_path / "press.db"
    for number in range(400):
        said = page(
            f"Report {number * 7919}.",
            *PARAGRAPHS,
            around="".join(f"{n * 2654435761 * (number + 3) % 2**61:x} " for n in range(400)),
        )
        (pages / f"more-{number}.html").write_bytes(said)
    done = subprocess.run(
        [*ADD, str(file), str(pages)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_little_room,
        timeout=120,
    )
    assert done.returncode == 1
    assert done.stderr.startswith(f"onrecord: {file}: ")
    assert "no room left" in done.stderr or "the disk is full" in done.stderr
    assert done.stderr.count("\n") == 1
    kept = whole(file)
    with Archive(file) as archive:
        again = archive.add(pages)
        assert again.known == kept
        assert again.added == COUNT + 400 - kept
        assert list(archive.verify()) == []


def test_words_that_stay_because_another_reads_are_told_of(
    tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.archive.connecting.BUSY_S", 0.1)
    file, log = tmp_path / "press.db", tmp_path / "press.db-wal"
    with Archive(file) as archive:
        archive.add(
            captured(page("Quimbleforth owed ice.")),
            pages / "008.html",
            pages / "009.html",
            pages / "010.html",
        )
        other = sqlite3.connect(file)
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM version").fetchone()
        with pytest.raises(ArchiveError, match="forgotten, but words of it are still in the file"):
            archive.forget("https://tarnpost.example/eels")
        assert b"uimbleforth" in log.read_bytes()
        hits = archive.search("harbour")
        next(hits)
        other.close()
        with pytest.raises(ArchiveError, match="forgotten, but words"):
            archive.forget("https://tarnpost.example/8")
        del hits
    assert not log.exists()
    assert b"uimbleforth" not in file.read_bytes()


@pytest.mark.parametrize("command", [["search", "dawn", "--csv"], ["export"], ["status"]])
def test_no_room_for_what_is_printed_is_one_line(tmp_path: Path, pages: Path, command: list[str]) -> None:
    with Archive(tmp_path / "press.db") as archive:
        archive.add(next(pages.iterdir()))
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "onrecord", *command, "--archive", str(tmp_path / "press.db")],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, "onrecord: standard output: no space left on device\n")


# Root may write anything, so as root the command gives that up, once all it needs is loaded.
AS_NOBODY = """
import os, sys
import onrecord.archive, onrecord.cli, onrecord.extraction, turbohtml.detect
onrecord.extract("<h1>Rain in May</h1><p>It rained.")
if os.geteuid() == 0:
    os.setuid(65534)
sys.argv[0] = "onrecord"
onrecord.cli.main()
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user may look into, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp())
    yield folder
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("folder_too", [False, True])
def test_read_only_is_one_line_and_can_still_be_read(open_folder: Path, folder_too: bool) -> None:  # noqa: FBT001
    (open_folder / "a.html").write_bytes(page())
    file = open_folder / "press.db"
    with Archive(file) as archive:
        archive.add(open_folder / "a.html")
    (open_folder / "b.html").write_bytes(page("Another story."))
    file.chmod(0o444)
    open_folder.chmod(0o555 if folder_too else 0o777)
    (open_folder / "a.html").chmod(0o444)

    def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-c", AS_NOBODY, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)

    done = run("add", str(open_folder / "b.html"), "--archive", str(file))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "read-only" in done.stderr
    shown = run("status", "--archive", str(file), "--json")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert '"articles":1' in shown.stdout


def test_a_dead_process_s_pages_are_failures_not_the_end(tmp_path: Path) -> None:
    """What a page does to its reader is its own: tests/test_jobs.py; here only that the archive goes on."""
    (tmp_path / "a.html").write_bytes(page())
    with Archive(tmp_path / "press.db") as archive:
        assert archive.add(tmp_path / "a.html", jobs=2).added == 1


def test_stopped_by_the_user_it_ends_with_130_and_goes_on_later(tmp_path: Path, pages: Path) -> None:
    file = tmp_path / "press.db"
    for number in range(COUNT, 6 * COUNT):
        (pages / f"{number}.html").write_bytes(page(f"Report number {number}.", *PARAGRAPHS))
    process = subprocess.Popen(
        [*ADD, str(file), str(pages)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    while not file.exists() and process.poll() is None:
        time.sleep(0.01)
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    out, errors = process.communicate(timeout=60)
    assert (process.returncode, out, errors) == (130, "", "onrecord: stopped\n")
    with Archive(file) as archive:
        assert archive.add(pages).failed == ()
        assert archive.status().captures == 6 * COUNT
        assert list(archive.verify()) == []
