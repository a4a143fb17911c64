"""``make bench-web``: how fast the reading room answers, over 20,000 made-up articles, through its own server.

Each page is asked once, one after another, as a person would, over a loopback connection: what is timed is the whole
answer. The goal is 150 ms for 95 of 100 pages. CPU time, which others on the machine do not lengthen, is told beside it.
The articles are kept in .bench/ for the next run.
"""

import contextlib
import http.client
import os
import random
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import made_articles
from command import run_command
from onrecord.archive import Archive
from served_room import served

COUNT = 20_000
GOAL_MS = 150.0
SHARE = 0.95
EACH = 40
"""Pages of each kind."""
FILE = Path(__file__).parent.parent / ".bench" / f"press-{COUNT}.db"


def main() -> int:
    fill(FILE)
    took: dict[str, list[Took]] = {}
    with Archive(FILE, create=False) as archive:
        asked = list(pages(archive))
    random.Random(1).shuffle(asked)
    with served(FILE) as address:
        connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=60)
        with contextlib.closing(connection):
            for kind, path in asked:
                took.setdefault(kind, []).append(timed(connection, path))
    return report(took)


def fill(file: Path) -> None:
    """Make the archive, if it is not there whole."""
    if file.exists():
        with Archive(file) as archive:
            if archive.status().articles >= COUNT:
                return
    file.parent.mkdir(exist_ok=True)
    print(f"making {COUNT:,} articles in {file.name}, once ...", file=sys.stderr)
    with Archive(file) as archive:
        archive.add(*made_articles.articles(COUNT))


def pages(archive: Archive) -> Iterator[tuple[str, str]]:
    """Kind and address of what is asked."""
    rng = random.Random(7)
    words = made_articles.tongue("en").words
    common, rare = words[5:60], words[2_000:40_000]
    facets = archive.facets("type:article")
    ids = [archive.get(made_articles.article(rng.randrange(COUNT)).id).id for _ in range(EACH)]
    for number in range(EACH):
        month = rng.choice(facets.month)[0]
        publisher, speaker = rng.choice(facets.publisher)[0], rng.choice(facets.speaker)[0]
        first, second = rng.choice(common), rng.choice(common)
        yield "first page", "/" if number % 2 else f"/?p={rng.randrange(2, 30)}"
        yield "search, a rare word", search(rng.choice(rare))
        yield "search, a common word", search(first)
        yield "search, two words and a month", search(f"{first} {second} date:{month}")
        yield "search, narrowed", search(f'{rng.choice(rare)} publisher:"{publisher}"')
        yield "search, a speaker", search(f'speaker:"{speaker}"')
        yield "record", f"/record/{ids[number]}"
        yield "versions", f"/record/{ids[number]}/versions"
        yield "cite", f"/record/{ids[number]}/cite?statement=1"
        yield "people", f"/people?p={1 + number % 4}"
        yield "one speaker", f"/person?{urlencode({'name': speaker})}"
        yield "stories", f"/stories?p={1 + number % 4}"
        yield "help", "/help"


def search(query: str) -> str:
    return "/?" + urlencode({"q": query})


class Took(NamedTuple):
    """Milliseconds of a whole answer."""

    wall: float
    cpu: float
    """Of this process: the server's, and the little that asking takes."""


def timed(connection: http.client.HTTPConnection, path: str) -> Took:
    start, busy = time.perf_counter(), time.process_time()
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    took = Took((time.perf_counter() - start) * 1_000, (time.process_time() - busy) * 1_000)
    if answer.status not in (200, 404):  # an article in which nobody is quoted has no statement to cite
        raise SystemExit(f"{path}: {answer.status}")
    return took


def report(took: dict[str, list[Took]]) -> int:
    print(
        f"{'ms, over ' + format(COUNT, ',') + ' articles':32} {'median':>8} {'95%':>8} {'worst':>8} {'CPU, 95%':>10}"
    )
    for kind, pages in sorted(took.items()):
        times, busy = [one.wall for one in pages], [one.cpu for one in pages]
        print(
            f"{kind:32} {statistics.median(times):8.1f} {share(times, SHARE):8.1f} {max(times):8.1f}"
            f" {share(busy, SHARE):10.1f}"
        )
    every = [one for pages in took.values() for one in pages]
    within = sum(one.wall <= GOAL_MS for one in every) / len(every)
    busy_within = sum(one.cpu <= GOAL_MS for one in every) / len(every)
    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    print(
        f"within {GOAL_MS:.0f} ms: {within:.1%} of {len(every)} pages (goal {SHARE:.0%}); of CPU time {busy_within:.1%}"
    )
    print(f"load of the machine in the last minute: {load:.1f} a processor")
    return 0 if within >= SHARE else 1


def share(times: list[float], part: float) -> float:
    """The time within which ``part`` of them lie."""
    return sorted(times)[min(len(times) - 1, int(part * len(times)))]


if __name__ == "__main__":
    run_command(main)
