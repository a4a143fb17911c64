"""``--jobs``: a page that kills the process that reads it is one failure, and so is one that takes all its memory."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

# Read by every Python that starts with this folder on its path, so by the processes that read pages too.
KILLER = """
import os, signal, sys
try:
    from onrecord.gather.sources import Input
except ImportError:
    pass
else:
    read = Input.read
    def read_or_die(self):
        if self.name.endswith("dies.html"):
            os.kill(os.getpid(), signal.SIGKILL)
        if self.name.endswith("grows.html"):
            bytearray(40_000_000_000)
        return read(self)
    Input.read = read_or_die
"""
PAGE = "<title>Rain in May {0}</title><h1>Rain in May {0}</h1><p>It rained on the third of May, all day long, in Harrow Bay."


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("dies.html", "the process that read it died (killed, or out of memory)"),
        ("grows.html", "MemoryError"),
    ],
)
def test_a_killed_process_is_one_line_and_the_others_are_done(tmp_path: Path, bad: str, reason: str) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(9):
        (pages / f"{number}.html").write_text(PAGE.format(number))
    (pages / f"4-{bad}").write_text(PAGE.format("four"))
    (tmp_path / "sitecustomize.py").write_text(KILLER)
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "extract", "--jobs", "2", str(pages)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *filter(None, sys.path)])},
        timeout=120,
    )
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert line.startswith(f"onrecord: {pages}/4-{bad}: ")
    assert reason in line
    records = [json.loads(record) for record in done.stdout.splitlines()]
    assert [r["headline"] for r in records] == [f"Rain in May {n}" for n in range(9)]
