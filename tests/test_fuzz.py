"""A short run of ``make fuzz``, always with the same seed: mutated pages raise nothing, kill nothing, and take their time."""

import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

import fuzz_child
from onrecord.extraction import record_of
from onrecord.page import open_page

ROOT = Path(__file__).parent.parent
PAGES = 300


def test_mutated_pages_give_records() -> None:
    done = subprocess.run(
        [sys.executable, "bench/fuzz.py", "--pages", str(PAGES), "--jobs", "1", "--seed", "7"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert f"fuzz: {PAGES} of {PAGES} pages" in done.stdout


def test_a_page_of_a_run_is_the_same_whenever_it_is_made() -> None:
    assert fuzz_child.made(7, 3) == fuzz_child.made(7, 3)
    assert fuzz_child.made(7, 3) != fuzz_child.made(8, 3)


def test_a_broken_promise_is_noticed() -> None:
    page = open_page(
        b"<h1>Rain in May</h1><p>It rained all day long in Harrow Bay, and the ferries stayed.</p>"
    )
    record = record_of(page)
    fuzz_child.checked(page, record)
    with pytest.raises(fuzz_child.BrokenPromise):
        fuzz_child.checked(page, replace(record, article_body="It"))
