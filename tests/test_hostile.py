"""Pages that mean harm, or are merely enormous: each gives a record in time, without much memory, and says what was left out."""

import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from hostile_child import read_apart
from hostile_pages import PAGES
from onrecord.extraction import extract

SECONDS = 4
"""Of CPU time, the writing of the record's JSON among them: twice what is promised, since a busy machine's seconds hold
less."""

MEGABYTES = 500
"""At the peak of a process that reads nothing else."""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_gives_a_record_in_time(name: str) -> None:
    hostile, told = PAGES[name], read(name)
    assert told["seconds"] < SECONDS
    assert told["megabytes"] < MEGABYTES
    if hostile.trouble:
        assert hostile.trouble in told["troubles"]
    if hostile.found:
        assert told["headline"] == "Rain in May"
        assert "Ana Roe" in " ".join(told["authors"])


def read(name: str) -> dict[str, Any]:
    """What a process of its own tells of a page. What takes for ever is a failure, not a run that never ends."""
    done = read_apart(name)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_many_pages_take_no_more_memory_than_few() -> None:
    """Nothing of a page outlives it: the caches are bounded, and hold no page."""

    def read(numbers: range) -> None:
        for i in numbers:
            words = " ".join(f"word{i}x{k}" for k in range(20))
            extract(
                f'<html lang=en-{i}><h1 class="c{i}">Rain {i}</h1><div class="by{i}">By Ana Roe{i}</div><p>{words}</p>'
            )

    tracemalloc.start()
    try:
        read(range(3_000))
        first = tracemalloc.get_traced_memory()[0]
        read(range(3_000, 6_000))
        assert tracemalloc.get_traced_memory()[0] - first < 1_000_000
    finally:
        tracemalloc.stop()
