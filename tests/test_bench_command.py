"""Scripts of bench/ that are cut short say nothing of it: no traceback where nobody reads on, or at Ctrl-C."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPT = """
import sys
from command import run_command

def main():
    print("begun", flush=True)
    {}

run_command(main)
"""


def ended(rest: str, after: str = "") -> tuple[int, bytes]:
    """What a script's end is, with half of its output read, and what it complained of."""
    command = f'"{sys.executable}" -c "$SCRIPT" {after}'
    environment = os.environ | {"PYTHONPATH": str(ROOT / "bench"), "SCRIPT": SCRIPT.format(rest)}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], env=environment, capture_output=True, check=False
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    "rest", ["print('x' * 9_000_000)", "print('x')", "sys.stdout.write('x' * 9_000_000)"]
)
def test_nobody_reads_on(rest: str) -> None:
    assert ended(rest, "| head -c 1") == (0, b"")


@pytest.mark.parametrize(
    ("rest", "status"),
    [("return 3", 3), ("return None", 0), ("raise SystemExit(2)", 2), ("raise KeyboardInterrupt", 130)],
)
def test_a_script_ends_with_what_it_gives(rest: str, status: int) -> None:
    assert ended(rest) == (status, b"")


def test_every_script_ends_so() -> None:
    scripts = {path.name: path.read_text("utf-8") for path in (ROOT / "bench").glob("*.py")}
    own = {name: text for name, text in scripts.items() if '__name__ == "__main__"' in text}
    assert [name for name, text in own.items() if "\n    run_command(main)\n" not in text] == []
