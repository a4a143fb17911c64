"""Reads one hostile page in this process alone, and prints what it took: ``python hostile_child.py NAME``."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from hostile_pages import PAGES
from onrecord import Record, extract, limits


def read_apart(name: str) -> "subprocess.CompletedProcess[str]":
    """This run as a process of its own, which prints what page ``name`` took; one that takes a minute is stopped."""
    child = Path(__file__)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(child.parent), *sys.path])}
    return subprocess.run(
        [sys.executable, child, name], capture_output=True, text=True, check=False, env=env, timeout=60
    )


def main(name: str) -> None:
    body = PAGES[name].make()
    start = time.process_time()
    record = extract(body, url="https://news.example/rain")
    record.to_json()
    spent = time.process_time() - start
    within_limits(record)
    # Not getrusage: its peak is inherited from the process that started this one.
    peak = int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
    told = {
        "seconds": spent,
        "megabytes": peak // 1024,
        "troubles": sorted({t.code for t in record.troubles}),
        "headline": record.headline,
        "authors": [a.name for a in record.author],
    }
    print(json.dumps(told))  # noqa: T201  # for the test that started this


def within_limits(record: Record) -> None:
    assert len(record.article_body or "") <= limits.PAGE_CHARACTERS
    assert len(record.blocks) <= limits.BLOCKS
    assert len(record.images) <= limits.IMAGES
    assert len(record.links) <= limits.LINKS
    for name, rows in record.evidence.items():
        # A byline may name several people: a candidate each.
        assert len(rows) <= limits.CANDIDATES * (20 if name == "author" else 1), name
        assert all(len(c.raw) <= limits.RAW_CHARACTERS for c in rows if name != "article_body"), name
    assert all(
        len(c.place.css or "") <= limits.CSS_CHARACTERS for rows in record.evidence.values() for c in rows
    )


if __name__ == "__main__":
    main(sys.argv[1])
