"""A process of ``make fuzz``: for each number on stdin a page is made, read and checked; a line of JSON on stdout each.

    python bench/fuzz_child.py SEED < NUMBERS

It dies of a page that takes ten seconds of CPU time, and may not have more than 2 GB: the parent then knows which
page it was, and starts another.
"""

import json
import random
import resource
import signal
import sys
import time
from pathlib import Path
from typing import Any

from command import run_command
from fuzz_corpus import corpus, read
from fuzz_mutations import mutated
from onrecord.evidence import Place
from onrecord.extraction import record_of
from onrecord.page import Page, open_page
from onrecord.record import Record

KILLED = 10
"""CPU seconds after which a page kills this process."""

ADDRESS_SPACE = 2_000_000_000


class BrokenPromise(Exception):  # noqa: N818  # what the record promises does not hold
    """What a record promises does not hold."""


def made(seed: int, number: int) -> tuple[bytes, dict[str, Any]]:
    """Page ``number`` of the run with ``seed``, and what the caller says beside it. The same whenever it is asked for."""
    die = random.Random(f"{seed}:{number}")  # that it can be foretold is the point
    paths = corpus()
    page, other = (read(die.choice(die.choice(paths))) for _ in range(2))
    said: dict[str, Any] = {}
    if die.random() < 0.7:
        said["url"] = die.choice(
            (
                "https://news.example/2024/05/03/rain",
                "http://[::1",
                "rain.html",
                "https://news.example/\u202e",
                "",
            )
        )
    if die.random() < 0.3:
        said["headers"] = {
            "content-type": die.choice(
                ("text/html", "text/html; charset=shift_jis", "text/plain; charset=utf-16", "\x00")
            ),
            "content-encoding": die.choice(("gzip", "br", "deflate", "gzip, gzip", "identity")),
            ":status": die.choice(("200", "404", "x")),
        }
    return mutated(page, other, die), said


def checked(page: Page, record: Record) -> None:
    """What every record promises and can be checked at next to no cost."""
    if Record.from_json(record.to_json()) != record:
        raise BrokenPromise("JSON does not give the record back")
    body, at = record.article_body or "", 0
    for block in record.blocks:
        if not at <= block.start < block.end <= len(body):
            raise BrokenPromise(f"block at {block.start} to {block.end} after {at} of {len(body)}")
        at = block.end
        _inside(page, block.place)
    for link in record.links:
        if (link.start is None) != (link.end is None) or not 0 <= (link.start or 0) <= (link.end or 0) <= len(
            body
        ):
            raise BrokenPromise(f"link at {link.start} to {link.end}")
    for field, rows in record.evidence.items():
        chosen = [c.chosen for c in rows]
        if not rows or chosen != sorted(chosen, reverse=True):
            raise BrokenPromise(f"{field}: the chosen do not stand first")
        for candidate in rows:
            _inside(page, candidate.place)
    for trouble in record.troubles:
        _inside(page, trouble.place)


def _inside(page: Page, place: Place) -> None:
    if (place.start is None) != (place.end is None) or not 0 <= (place.start or 0) <= (place.end or 0) <= len(
        page.text
    ):
        raise BrokenPromise(f"place {place.start} to {place.end} of {len(page.text)}")


def tried(data: bytes, said: dict[str, Any]) -> dict[str, Any]:
    """What reading took, and what went wrong: ``fault`` is None where nothing did."""
    _forget_peak()
    fault = None
    start = time.process_time()
    spent = 0.0
    try:
        page = open_page(data, **said)
        record = record_of(page)
        spent = time.process_time() - start
        checked(page, record)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is what this run looks for
        fault = f"{type(error).__name__}: {error}"
    return {
        "seconds": spent or time.process_time() - start,
        "megabytes": _peak(),
        "bytes": len(data),
        "fault": fault,
    }


def _forget_peak() -> None:
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:  # where that is not allowed the peak is that of all pages so far
        return


def _peak() -> int:
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) // 1024


def main() -> None:
    seed = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)  # by default it kills, and no loop in C can hold it off
    for line in sys.stdin:
        data, said = made(seed, int(line))
        signal.setitimer(signal.ITIMER_PROF, KILLED)
        told = tried(data, said)
        signal.setitimer(signal.ITIMER_PROF, 0)
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    run_command(main)
