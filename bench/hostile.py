"""What the pages that mean harm take, each read in a process of its own: ``python bench/hostile.py``, part of ``make fuzz``.

The pages are those of ``tests/hostile_pages.py``, which the tests read too, with limits that a busy machine does not reach.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from command import run_command

TESTS = Path(__file__).parent.parent / "tests"
sys.path.insert(0, str(TESTS))

from hostile_child import read_apart  # noqa: E402  # stands beside the tests
from hostile_pages import PAGES  # noqa: E402  # so does this

SECONDS = 2.0
MEGABYTES = 500
TRIES = 2
"""Each page's time is the least of so many: what else the machine does can only add to it."""
SHOWN = 5


def read(name: str) -> dict[str, Any]:
    """What a process of its own tells of a page; ``seconds`` is infinite where it fails or takes a minute."""
    try:
        done = read_apart(name)
        done.check_returncode()
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        return {"seconds": float("inf"), "megabytes": 0, "fault": str(error)}
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def main() -> int:
    taken: dict[str, tuple[float, int]] = {}
    for name in PAGES:
        tries = [read(name) for _ in range(TRIES)]
        taken[name] = min(t["seconds"] for t in tries), max(t["megabytes"] for t in tries)
    over = [n for n, (seconds, size) in taken.items() if seconds > SECONDS or size > MEGABYTES]
    print(f"hostile pages: {len(taken)}, over {SECONDS:.0f} s or {MEGABYTES} MB: {len(over)}")
    for name, (seconds, size) in sorted(taken.items(), key=lambda t: -t[1][0])[:SHOWN]:
        print(f"  {seconds:5.2f} s of CPU time, {size:4d} MB   {name}")
    name, (_, size) = max(taken.items(), key=lambda t: t[1][1])
    print(f"  largest: {size} MB   {name}")
    return 1 if over else 0


if __name__ == "__main__":
    run_command(main)
