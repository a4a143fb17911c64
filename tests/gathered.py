"""`onrecord gather` as a process of its own, for the tests: there is one reactor in a process."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CONTACT = "desk@tarnpost.example"


@dataclass(frozen=True)
class Gathered:
    """What a run gave."""

    code: int
    summary: dict[str, Any]
    events: list[dict[str, Any]]
    stderr: str = field(repr=False)

    def of(self, url: str, what: str) -> list[dict[str, Any]]:
        return [event for event in self.events if event.get("url") == url and event["what"] == what]

    def why(self, url: str) -> str:
        """Why an address failed."""
        return "; ".join(event["why"] for event in self.of(url, "failed"))


def start(archive: Path, *arguments: str, most_bytes: int | None = None) -> subprocess.Popen[str]:
    """A run, going on. Only 127.0.0.2 to 127.0.0.7 may be asked; no file it writes may pass ``most_bytes``."""
    fixed = ("--archive", str(archive), "--contact", CONTACT, "--log-json", "--json", "--allow-private", "127.0.0.2/31", "--allow-private", "127.0.0.4/30")  # fmt: skip
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    begin = (
        f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({most_bytes},) * 2); "
        if most_bytes
        else ""
    )
    code = f"{begin}from onrecord.cli import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", code, "gather", *fixed, *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip


def finish(process: subprocess.Popen[str]) -> Gathered:
    """Its end. It is killed where it takes for ever."""
    try:
        out, err = process.communicate(timeout=120)
    except subprocess.TimeoutExpired:
        process.kill()
        raise
    events = [json.loads(line) for line in err.splitlines()]  # JSON is all that a program is told
    return Gathered(process.returncode, json.loads(out) if out.startswith("{") else {}, events, err)


def gather(archive: Path, *arguments: str) -> Gathered:
    """A whole run."""
    return finish(start(archive, *arguments))


def until(true: Callable[[], object], process: subprocess.Popen[str]) -> None:
    """Wait for something that a run does; fail where it ends before."""
    limit = time.monotonic() + 60
    while not true():
        assert process.poll() is None, finish(process).stderr
        assert time.monotonic() < limit
        time.sleep(0.02)
