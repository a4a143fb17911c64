"""``make bench-archive``: what an archive costs and whether it holds, each part in a folder of its own that goes again.

    python bench/archive.py [PART...] [--articles N] [--minutes N] [--keep FILE] [--kills N] [--seed N]

Parts: ``adding`` (rates), ``growth`` (the cost of an article late and early), ``disk`` (over the data folder's pages),
``kills`` (killed at random moments), ``copies`` and ``versions`` (found and not found). All of them where none is named.
"""

import argparse
import contextlib
import gzip
import itertools
import os
import random
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from made_articles import articles, html
from made_copies import Case, cases, truth
from made_versions import KINDS, MENDED_ON
from onrecord.archive import Archive
from onrecord.capture import Captured
from pages import folder as data_folder
from pages import known_pages

STEP = 1_000
"""Articles that are timed together."""
EARLY, WINDOW = 10, 10
"""In steps: around 10,000 articles, and over how many."""
PAGES = 2_000
PAIRS = 500
FAMILIES = 600


@contextlib.contextmanager
def workshop() -> Iterator[Path]:
    """A folder of one's own."""
    path = Path(tempfile.mkdtemp(prefix="onrecord-bench-"))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


class Watch:
    """CPU seconds, of this process and of those it started and that have ended, and clock seconds since it was made."""

    def __init__(self) -> None:
        self.cpu, self.clock = _cpu(), time.perf_counter()

    def read(self) -> tuple[float, float]:
        return _cpu() - self.cpu, time.perf_counter() - self.clock


def _cpu() -> float:
    return sum(os.times()[:4])


def adding(_: argparse.Namespace) -> None:
    """Articles a second from pages, by two processes, and from records."""
    with workshop() as here:
        pages = here / "pages"
        pages.mkdir()
        for number, record in enumerate(articles(PAGES)):
            (pages / f"{number:05}.html").write_bytes(html(record))
        for jobs in (1, 2):
            with Archive(here / f"pages{jobs}.db") as archive:
                watch = Watch()
                done = archive.add(pages, jobs=jobs)
                cpu, clock = watch.read()
                print(
                    f"adding: {done.added / clock:.0f} articles a second from HTML with {jobs} job(s)"
                    f" ({done.added} pages, {1e3 * cpu / done.added:.1f} ms CPU each, over all processes)"
                )
        ready = list(articles(PAGES))
        with Archive(here / "records.db") as archive:
            watch = Watch()
            done = archive.add(*ready)
            cpu, clock = watch.read()
            print(
                f"adding: {done.added / clock:.0f} articles a second from ready records"
                f" ({done.added} records, {1e3 * cpu / done.added:.1f} ms CPU each)"
            )


def growth(asked: argparse.Namespace) -> None:
    """The cost of an article when there are ten thousand, and at the end; with --minutes it stops where it has come."""
    with contextlib.ExitStack() as stack:
        file = asked.keep or stack.enter_context(workshop()) / "press.db"
        archive = stack.enter_context(Archive(file))
        spent: list[tuple[float, float]] = []
        for cost in itertools.islice(_costs(archive, asked.articles), asked.articles // STEP):
            spent.append(cost)
            done = len(spent) * STEP
            if done % 20_000 == 0:
                _tell(spent[-WINDOW:], done, archive)
            if sum(clock for _, clock in spent) * STEP / 1e3 > 60 * asked.minutes:
                print(f"growth: stopped after {asked.minutes} minutes, at {done:,} of {asked.articles:,}")
                break
    if len(spent) < 2 * EARLY:
        print(f"growth: stopped before {2 * EARLY * STEP:,} articles: nothing to compare")
        return
    early, late = _mean(spent[EARLY - WINDOW // 2 : EARLY + WINDOW // 2]), _mean(spent[-WINDOW:])
    since = _mean(spent[EARLY:])
    done = len(spent) * STEP
    print(
        f"growth: an article at {EARLY * STEP:,}: {early[0]:.2f} ms CPU, {early[1]:.2f} by the clock; at {done:,}:"
        f" {late[0]:.2f} and {late[1]:.2f}; all between, rewriting of the index included: {since[0]:.2f} and {since[1]:.2f}"
    )
    print(
        f"growth: {late[0] / early[0]:.2f} times by CPU, {late[1] / early[1]:.2f} by the clock (at most 1.3);"
        f" all between {since[0] / early[0]:.2f} and {since[1] / early[1]:.2f}"
    )


def _costs(archive: Archive, count: int) -> Iterator[tuple[float, float]]:
    """Milliseconds an article, by CPU and by the clock, of one `STEP` of them after another; making them not counted."""
    made = articles(count)
    while batch := list(itertools.islice(made, STEP)):
        watch = Watch()
        archive.add(*batch)
        cpu, clock = watch.read()
        yield 1e3 * cpu / len(batch), 1e3 * clock / len(batch)


def _tell(window: list[tuple[float, float]], done: int, archive: Archive) -> None:
    cpu, clock = _mean(window)
    size = archive.path.stat().st_size / 1e9
    print(f"growth: at {done:,}: {cpu:.2f} ms CPU, {clock:.2f} by the clock; file {size:.2f} GB", flush=True)


def _mean(rows: list[tuple[float, float]]) -> tuple[float, float]:
    return statistics.mean(r[0] for r in rows), statistics.mean(r[1] for r in rows)


def disk(_: argparse.Namespace) -> None:
    """The file and the folder beside it against the pages in gzip."""
    pages = list(known_pages(data_folder()))
    packed = sum(len(gzip.compress(page.data)) for page in pages)
    with workshop() as here:
        with Archive(here / "press.db") as archive:
            archive.add(*(Captured(page.id, page.data, url=page.url) for page in pages))
        with Archive(here / "press.db") as archive:
            status = archive.status()
        whole = status.file_bytes + status.folder_bytes
        print(
            f"disk: {len(pages)} pages, {packed / 1e6:.1f} MB in gzip; file {status.file_bytes / 1e6:.1f} MB, folder"
            f" {status.folder_bytes / 1e6:.1f} MB: {whole / packed:.2f} times (at most 1.3)"
        )
        with contextlib.closing(sqlite3.connect(here / "press.db")) as connection:
            rows = connection.execute(
                "SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 8"
            ).fetchall()
        for name, size in rows:
            print(f"disk:   {name:<24} {size / len(pages):7.0f} bytes a page")


ADD = "import sys; from onrecord.archive import Archive\nwith Archive(sys.argv[1]) as a: a.add(sys.argv[2])"


def kills(asked: argparse.Namespace) -> None:
    """Killed at random moments while adding, and run again: nothing lost, nothing doubled."""
    rng = random.Random(5)
    with workshop() as here:
        pages, file = here / "pages", here / "press.db"
        pages.mkdir()
        for number, record in enumerate(articles(PAGES)):
            (pages / f"{number:05}.html").write_bytes(html(record))
        command = [sys.executable, "-c", ADD, str(file), str(pages)]
        faults = runs = 0
        before = 0
        for _ in range(asked.kills):
            process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(rng.uniform(0.2, 4.0))
            process.send_signal(signal.SIGKILL)
            process.wait()
            runs += 1
            count = _checked(file)
            faults += count is None or count < before
            before = count or before
            if before == PAGES:  # begin anew, so that every kill meets an archive that is being filled
                for path in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
                    path.unlink(missing_ok=True)
                before = 0
        subprocess.run(command, check=True)
        with Archive(file) as archive:
            status = archive.status()
            bad = list(archive.verify())
        held = status.articles == status.captures == status.versions == PAGES
        print(
            f"kills: {runs} kills while adding {PAGES} pages: {faults} faults on the way; at the end {status.captures}"
            f" captures of {PAGES}, {'none doubled' if held else 'LOST OR DOUBLED'}, {len(bad)} faults found by verify"
        )


def _checked(file: Path) -> int | None:
    """How many captures there are; None where the file is damaged or says a thing twice."""
    if not file.exists():
        return 0
    with contextlib.closing(sqlite3.connect(file)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            return None
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'capture'").fetchone():
            return 0
        count, bytes_, versions, records, indexed = connection.execute(
            "SELECT (SELECT count(*) FROM capture), (SELECT count(*) FROM bytes), (SELECT count(*) FROM version),"
            " (SELECT count(*) FROM record), (SELECT count(*) FROM search_versions)"
        ).fetchone()
    return int(count) if count == bytes_ == versions == records == indexed else None


def copies(_: argparse.Namespace) -> None:
    """Copies found among generated ones, and chance pairs among the data folder's pages."""
    made = list(cases(FAMILIES))
    sure, doubtful = truth(made)
    with workshop() as here, Archive(here / "press.db") as archive:
        order = random.Random(3).sample(made, len(made))
        archive.add(*(case.record for case in order))
        number = {case.record.id: at for at, case in enumerate(made)}
        watch = Watch()
        found = set()
        for case in made:
            for copy in archive.copies(case.record.id):
                if not copy.asked:
                    found.add(tuple(sorted((number[case.record.id], number[copy.id]))))
        spent = 1e3 * watch.read()[0] / len(made)
    _score(made, found, sure, doubtful)
    print(f"copies: {spent:.1f} ms CPU to list the copies of one article")
    _chance()


def _score(
    made: list[Case], found: set[tuple[int, ...]], sure: set[tuple[int, ...]], doubtful: set[tuple[int, ...]]
) -> None:
    hits = len(found & sure)
    wrong = found - sure - doubtful
    print(
        f"copies: {len(made)} articles, {len(sure)} pairs that share half or more; precision"
        f" {hits / max(1, hits + len(wrong)):.4f} (at least 0.98), recall {hits / len(sure):.4f} (at least 0.95);"
        f" {len(doubtful)} pairs that share three to five tenths count for neither, {len(found & doubtful)} of them are shown"
    )
    for kind in sorted({case.kind for case in made if case.kind != "original"}):
        mine = {pair for pair in sure if kind in (made[pair[0]].kind, made[pair[1]].kind)}
        if mine:
            print(f"copies:   {kind:<22} recall {len(mine & found) / len(mine):.3f} of {len(mine)}")


def _chance() -> None:
    pages = list(known_pages(data_folder()))
    with workshop() as here, Archive(here / "press.db") as archive:
        archive.add(*(Captured(page.id, page.data, url=page.url) for page in pages))
        with contextlib.closing(sqlite3.connect(here / "press.db")) as connection:
            rows = connection.execute(
                "SELECT a.url, b.url, round(share, 2), round(other_share, 2) FROM copy JOIN version a ON a.number = version"
                " JOIN version b ON b.number = other"
            ).fetchall()
    print(f"copies: among {len(pages)} pages of the data folder {len(rows)} pairs are named:")
    for first, second, share, other in rows:
        print(f"copies:   {share:.2f} {other:.2f}  {first}  {second}")


def versions(asked: argparse.Namespace) -> None:
    """Pages changed around the article, and pages with a changed sentence: pairs that were looked at, and others."""
    for kind, (boilerplate, sentence) in KINDS.items():
        for seed in (MENDED_ON, asked.seed):
            drawn = "looked at while mending" if seed == MENDED_ON else f"not looked at, seed {seed}"
            for what, make, right in (("frame", boilerplate, 0), ("sentence", sentence, PAIRS)):
                changed, silent = _named(make, seed)
                print(
                    f"versions: {kind} ({drawn}): {PAIRS} pairs with another {what}: {changed} named as changed"
                    f" ({right} is right), {silent} as silent edits",
                    flush=True,
                )


def _named(make: Callable[[int, int], tuple[str, tuple[bytes, bytes]]], seed: int) -> tuple[int, int]:
    """How many of the pairs are named as changed, how many as silent edits."""
    changed = silent = 0
    with workshop() as here, Archive(here / "press.db") as archive:
        for number in range(PAIRS):
            url, pair = make(number, seed)
            for day, page in enumerate(pair, 1):
                archive.add(Captured(url, page, url=url, captured=f"2024-05-{day:02}T10:00:00+00:00"))
            changed += any(step.changed for step in archive.changes(url))
            silent += any(version.silent_edit for version in archive.versions(url))
    return changed, silent


PARTS: dict[str, Callable[[argparse.Namespace], None]] = {
    "versions": versions,
    "copies": copies,
    "disk": disk,
    "adding": adding,
    "kills": kills,
    "growth": growth,
}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[])
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--minutes", type=float, default=60, help="after which growth stops (default: 60)")
    parser.add_argument(
        "--keep", type=Path, help="where growth leaves its archive, for bench/search.py --keep"
    )
    parser.add_argument(
        "--seed", type=int, default=29, help="of versions that nobody looked at (default: 29)"
    )
    parser.add_argument("--kills", type=int, default=200)
    asked = parser.parse_args()
    for part in asked.parts or PARTS:
        PARTS[part](asked)
    return 0


if __name__ == "__main__":
    sys.exit(main())
