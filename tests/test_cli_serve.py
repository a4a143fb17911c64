"""``onrecord serve``: what it says, where it listens, and what it cannot do."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from onrecord.archive import Archive
from onrecord.capture import Captured


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "press.db"
    with Archive(made) as archive:
        archive.add(Captured("a", b"<h1>Rain in May</h1><p>It rained all day.", url="https://news.example/a"))
    return made


def serve(*arguments: str) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "onrecord", "serve", *arguments],
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip


def first_line(server: "subprocess.Popen[str]") -> str:
    assert server.stderr
    return server.stderr.readline()


def stop(server: "subprocess.Popen[str]") -> tuple[str, str]:
    server.send_signal(signal.SIGINT)
    return server.communicate(timeout=60)


def test_it_says_where_it_is_and_answers_there(file: Path) -> None:
    server = serve("--archive", str(file), "--port", "0")
    try:
        found = re.fullmatch(
            r"onrecord: reading room at (http://127\.0\.0\.1:\d+/) \(Ctrl-C stops it\)\n", first_line(server)
        )
        assert found
        with urllib.request.urlopen(found[1], timeout=30) as answer:  # noqa: S310  # our own
            assert "Rain in May" in answer.read().decode()
            assert "uvicorn" not in str(answer.headers).lower()
    finally:
        out, rest = stop(server)
    assert (out, rest) == ("", "onrecord: stopped\n")
    assert server.returncode == 130


def test_an_open_door_is_said_aloud(file: Path) -> None:
    server = serve("--archive", str(file), "--port", "0", "--host", "0.0.0.0")  # noqa: S104  # it is what is tested
    try:
        assert "http://0.0.0.0:" in first_line(server)
        assert "it is open to every machine that reaches 0.0.0.0" in first_line(server)
    finally:
        stop(server)


def run(*arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "serve", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stderr


def test_what_cannot_be_done_is_one_line(file: Path, tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    assert run("--archive", str(missing)) == (
        1,
        f"onrecord: {missing}: no such archive; onrecord add makes one\n",
    )
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, said = run("--archive", str(file), "--port", str(port))
    assert code == 1
    assert said == f"onrecord: cannot listen at 127.0.0.1, port {port}: address already in use\n"
    code, said = run("--archive", str(file), "--host", "no such host.example")
    assert code == 1
    assert said.startswith("onrecord: cannot listen at no such host.example, port 8010: ")
    assert len(said.splitlines()) == 1
    assert run("--port", "70000")[0] == 2
