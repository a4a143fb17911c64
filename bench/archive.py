"""``make bench-archive``: what an archive costs and whether it holds, each part in a folder of its own that goes again.

    python bench/archive.py [PART...] [--articles N] [--minutes N] [--keep FILE] [--kills N] [--seed N] [--pairs N]

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

from command import run_command
from made_articles import articles, html
from made_copies import Case, cases, truth
from made_versions import KINDS, MENDED_ON
from onrecord.archive import Archive
from onrecord.capture import Captured
from onrecord.record import Record
from pages import folder as data_folder
from pages import known_pages

EARLY = 10_000
STEP, COMPARED = 1_000, 10
"""Articles that are timed together, and how often."""
PAGES = 2_000
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
    """The cost of an article in a large archive beside that in one of 10,000: the same articles, one after the other.

    Side by side, so that whatever else the machine does weighs on both alike. With --keep it goes on where it was.
    """
    with workshop() as here:
        file = asked.keep or here / "press.db"
        early = file.with_name(f"{file.name}.early")
        with Archive(early) as archive:
            _grow(archive, EARLY, asked.minutes)
        with Archive(file) as archive:
            _grow(archive, asked.articles - COMPARED * STEP, asked.minutes)
        shutil.copy(early, here / "small.db")
        with Archive(here / "small.db") as small, Archive(file) as large:
            _side_by_side(small, large)


def _grow(archive: Archive, count: int, minutes: float) -> None:
    """Fill it up to ``count`` articles, or as far as it comes in so many minutes."""
    until = time.monotonic() + 60 * minutes
    here = archive.status().articles
    made = articles(max(0, count - here), start=here)
    while (batch := list(itertools.islice(made, STEP))) and time.monotonic() < until:
        archive.add(*batch)
        here += len(batch)
        if here % 20_000 == 0:
            print(f"growth: {here:,} articles, {archive.path.stat().st_size / 1e9:.2f} GB", flush=True)
    if here < count:
        print(f"growth: stopped after {minutes:.0f} minutes at {here:,} of {count:,}")


def _side_by_side(small: Archive, large: Archive) -> None:
    sizes = [archive.status().articles for archive in (small, large)]
    spent: list[tuple[float, float]] = []
    made = articles(COMPARED * STEP, start=sizes[1])
    while batch := list(itertools.islice(made, STEP)):
        spent.append((_cost(small, batch), _cost(large, batch)))
    early, late = (statistics.mean(row[n] for row in spent) for n in (0, 1))
    ratios = statistics.quantiles((b / a for a, b in spent), n=4)
    print(
        f"growth: {early:.2f} ms CPU an article in an archive of {sizes[0]:,}, {late:.2f} in one of {sizes[1]:,}:"
        f" {late / early:.2f} times (at most 1.3); of each thousand {ratios[1]:.2f} ({ratios[0]:.2f} to {ratios[2]:.2f})"
    )


def _cost(archive: Archive, batch: list[Record]) -> float:
    """CPU milliseconds an article."""
    watch = Watch()
    archive.add(*batch)
    return 1e3 * watch.read()[0] / len(batch)


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
            for what, make, right in (("frame", boilerplate, 0), ("sentence", sentence, asked.pairs)):
                changed, silent = _named(make, seed, asked.pairs)
                print(
                    f"versions: {kind} ({drawn}): {asked.pairs} pairs with another {what}: {changed} named as changed"
                    f" ({right} is right), {silent} as silent edits",
                    flush=True,
                )


def _named(
    make: Callable[[int, int], tuple[str, tuple[bytes, bytes]]], seed: int, pairs: int
) -> tuple[int, int]:
    """How many of the pairs are named as changed, how many as silent edits."""
    changed = silent = 0
    with workshop() as here, Archive(here / "press.db") as archive:
        for number in range(pairs):
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
    parser.add_argument(
        "--minutes", type=float, default=60, help="that growth takes to fill one archive (default: 60)"
    )
    parser.add_argument(
        "--keep",
        type=Path,
        help="where growth leaves its archives, to go on with them; bench/search.py --keep takes one too",
    )
    parser.add_argument(
        "--seed", type=int, default=29, help="of versions that nobody looked at (default: 29)"
    )
    parser.add_argument("--pairs", type=int, default=500, help="of versions (default: 500)")
    parser.add_argument("--kills", type=int, default=200)
    asked = parser.parse_args()
    for part in asked.parts or PARTS:
        PARTS[part](asked)
    return 0


if __name__ == "__main__":
    run_command(main)
