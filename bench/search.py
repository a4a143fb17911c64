"""Search at size: a fixed list of 200 queries over made articles, at 20,000 and at 200,000.

    python bench/search.py [COUNT] [--keep FILE]

First 20 hits by rank, and facets apart; each query three times, the middle one counts. Times are CPU milliseconds of
the whole call, hits and their snippets made; the two seconds after which a query is stopped are counted so too. ``queries.tsv`` holds the queries, a fifth each of: words among the 100
most frequent (some two at a time), middling words, rare words, words that must stand together (phrases, NEAR, one
sentence, one paragraph), fields and dates. The index is made in a folder of its own and thrown away, unless kept;
a kept one of that size is used again.
"""

import argparse
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

import made_articles
from command import run_command
from onrecord.search import index

QUERIES = Path(__file__).with_name("queries.tsv")
BATCH = 200
FIRST = 20_000
MOST = 200_000


def grow(connection: sqlite3.Connection, start: int, end: int) -> None:
    for low in range(start, end, BATCH):
        made = made_articles.articles(min(BATCH, end - low), start=low)
        index.put(
            connection,
            [
                index.Document(low + n, record, record.date_captured, True, False, None)
                for n, record in enumerate(made)
            ],
        )
        connection.commit()
        if sys.stderr.isatty():
            print(f"\r{low + BATCH:,} articles", end="", file=sys.stderr)


def timed(call: Callable[[], object]) -> float:
    """CPU milliseconds, the middle of three."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        call()
        spent.append((time.process_time() - start) * 1e3)
    return statistics.median(spent)


def row(name: str, values: list[float]) -> str:
    worst = max(values)
    p95 = statistics.quantiles(values, n=20)[-1]
    return f"  {name:28} {statistics.median(values):8.1f} {p95:8.1f} {worst:8.1f}"


def measure(connection: sqlite3.Connection, queries: Iterable[tuple[str, str]]) -> dict[str, list[float]]:
    """For each kind of query and for all: the times of hits and of facets; prints them as a table."""
    spent: dict[str, list[float]] = defaultdict(list)
    empty = 0
    for kind, query in queries:
        hits = list(index.search(connection, query, now=time.process_time))
        empty += not hits
        ranked = timed(lambda query=query: list(index.search(connection, query, now=time.process_time)))  # type: ignore[misc]
        counted = timed(lambda query=query: index.facets(connection, query, now=time.process_time))  # type: ignore[misc]
        for name in (f"hits, {kind}", "hits"):
            spent[name].append(ranked)
        for name in (f"facets, {kind}", "facets"):
            spent[name].append(counted)
        if "-v" in sys.argv:
            print(f"{ranked:8.1f} {counted:8.1f} {len(hits):3} {query}")
    for name in sorted(spent):
        print(row(name, spent[name]))
    print("  wanted: hits 20 in the middle, 150 at 95%; facets 300")
    print(f"  {empty} of the queries find nothing")
    return spent


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("count", nargs="?", type=int, default=MOST, help="articles")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="where to make the index, to use it again")
    parser.add_argument("-v", action="store_true", help="print every query")
    given = parser.parse_args()
    queries = [tuple(line.split("\t")) for line in QUERIES.read_text("utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "search.db"
        connection = sqlite3.connect(path)
        # As the archive has it.
        connection.execute("PRAGMA page_size = 2048")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        index.create(connection)
        here = connection.execute("SELECT count(*) FROM search_versions").fetchone()[0]
        sizes = sorted({min(FIRST, given.count), given.count})
        medians: list[float] = []
        for size in sizes:
            if here > size:
                continue
            start = time.process_time()
            grow(connection, here, size)
            spent = time.process_time() - start
            if size > here:
                print(
                    f"{size - here:,} articles made and indexed: {spent / (size - here) * 1e3:.2f} ms of CPU each"
                )
            here = size
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            print(f"{size:,} articles; the index takes {path.stat().st_size / size / 1e3:.2f} kB an article")
            print("  CPU milliseconds                median     95%  slowest")
            found = measure(connection, queries)  # type: ignore[arg-type]
            medians.append(statistics.median(found["hits"]))
        if len(medians) > 1:
            print(
                f"growth of the median from {sizes[0]:,} to {sizes[-1]:,}: {medians[-1] / medians[0]:.2f} times"
            )
        connection.close()
    return 0


if __name__ == "__main__":
    run_command(main)
