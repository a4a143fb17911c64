"""``make fuzz``: pages mutated in their bytes, tags, attributes, JSON and encodings, each read and its record checked.

    python bench/fuzz.py [--pages N] [--seed N] [--jobs N] [--minutes N] [--again NUMBER]

Made from the cases and, where it is present, the data folder; the same seed gives the same pages. Each is read in a child
process that a page may kill: what raises, kills, takes two seconds of CPU time or 500 MB is counted, named and
saved in ``fuzz-failures/``. ``--again`` reads one page of a run by itself.
"""

import argparse
import json
import os
import queue
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import fuzz_child
from command import run_command

CHILD = Path(__file__).with_name("fuzz_child.py")
FAILURES = Path("fuzz-failures")
SECONDS = 2.0
MEGABYTES = 500
PROGRESS = 2_000


@dataclass
class Tally:
    """What a run has found so far."""

    seed: int
    pages: int = 0
    exceptions: int = 0
    crashes: int = 0
    over: int = 0
    slowest: tuple[float, int] = (0.0, -1)
    largest: tuple[int, int] = (0, -1)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, number: int, told: dict[str, Any]) -> None:
        with self.lock:
            self.pages += 1
            self.slowest = max(self.slowest, (told["seconds"], number))
            self.largest = max(self.largest, (told["megabytes"], number))
            if told["fault"]:
                self.exceptions += 1
                self.keep(number, told["fault"])
            if told["seconds"] > SECONDS or told["megabytes"] > MEGABYTES:
                self.over += 1
                self.keep(number, f"{told['seconds']:.2f} s of CPU time, {told['megabytes']} MB")
            if self.pages % PROGRESS == 0:
                print(
                    f"{self.pages:,} pages, {self.exceptions + self.crashes + self.over} failures",
                    file=sys.stderr,
                )

    def crashed(self, number: int, status: int) -> None:
        with self.lock:
            self.pages += 1
            self.crashes += 1
            self.keep(number, f"the process died ({status})")

    def keep(self, number: int, why: str) -> None:
        """Save a page and say why; the name holds what makes it again."""
        FAILURES.mkdir(exist_ok=True)
        name = f"seed{self.seed}-page{number}"
        data, said = fuzz_child.made(self.seed, number)
        (FAILURES / f"{name}.html").write_bytes(data)
        (FAILURES / f"{name}.txt").write_text(f"{why}\nread with {said!r}\n", "utf-8", "backslashreplace")
        print(
            f"page {number}: {why}  (saved as {FAILURES}/{name}.html)".encode(
                "ascii", "backslashreplace"
            ).decode(),
            file=sys.stderr,
        )


def worker(seed: int, numbers: "queue.SimpleQueue[int | None]", tally: Tally, until: float) -> None:
    """Feed one child after another until the numbers or the time are used up."""
    while True:
        with subprocess.Popen(
            [sys.executable, CHILD, str(seed)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as child:
            if child.stdin is None or child.stdout is None:
                raise SystemExit("no pipes to the child")
            while (number := numbers.get()) is not None and time.monotonic() < until:
                try:
                    child.stdin.write(f"{number}\n")
                    child.stdin.flush()
                    line = child.stdout.readline()
                except BrokenPipeError:
                    line = ""
                if not line:
                    tally.crashed(number, child.wait())
                    break
                tally.note(number, json.loads(line))
            else:
                return


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--minutes", type=float, default=40, help="stop after so many, done or not")
    parser.add_argument("--again", type=int, metavar="NUMBER", help="read this page of the run alone")
    args = parser.parse_args()
    if args.again is not None:
        print(fuzz_child.tried(*fuzz_child.made(args.seed, args.again)))
        return 0
    start = time.monotonic()
    tally = run(args)
    print(
        f"fuzz: {tally.pages:,} of {args.pages:,} pages, seed {args.seed}, {time.monotonic() - start:.0f} s"
    )
    print(f"  exceptions and broken promises   {tally.exceptions}")
    print(f"  crashes                          {tally.crashes}")
    print(f"  over {SECONDS:.0f} s or {MEGABYTES} MB               {tally.over}")
    print(
        f"  slowest: page {tally.slowest[1]}, {tally.slowest[0]:.2f} s of CPU time; largest: page {tally.largest[1]}, {tally.largest[0]} MB"
    )
    return 1 if tally.exceptions or tally.crashes or tally.over else 0


def run(args: argparse.Namespace) -> Tally:
    tally = Tally(args.seed)
    numbers: queue.SimpleQueue[int | None] = queue.SimpleQueue()
    for number in (*range(args.pages), *[None] * args.jobs):
        numbers.put(number)
    until = time.monotonic() + 60 * args.minutes
    threads = [
        threading.Thread(target=worker, args=(args.seed, numbers, tally, until)) for _ in range(args.jobs)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally


if __name__ == "__main__":
    run_command(main)
