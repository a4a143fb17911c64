"""``make bench-bulk``: many pages, from WARC to Parquet: how fast, how it grows, and what it survives.

    python bench/bulk.py [PART...] [--pages N] [--rounds N]

Parts: ``speed`` (1 and 2 workers, local, beside a plain loop, and the share of CPU time that is extraction), ``ray`` (the
same on a cluster started here), ``memory``, ``kills``, ``crash``, ``peer`` (trafilatura and warcio). All where none is
named. Every figure is of whole commands, their start included.
"""

import argparse
import contextlib
import glob
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from pyarrow import parquet

from bulk_warcs import DEADLY, page_source, write_files
from command import run_command
from process_tree import Spent, adopt_orphans, descendants, measured

PEERS = Path(".peers/bin/python")
FILES = 16
MONTH_FILES, MONTH_BYTES = 500, 1_000_000_000
CORE_HOUR = 0.05
"""Dollars: what clouds ask for a shared core an hour, in the large; set your own."""
PORT = 6391
LOOP = "n = 0\nfor i in range(60_000_000): n += i & 7"
KILLS = 6

# Put before the path of every Python that is started: of these, only the child that reads pages does anything.
PLANTED = f"""
import sys
if sys.orig_argv[-1] == "onrecord.bulk.child":
    import os
    import onrecord.capture as capture
    real = capture.read_capture
    def read_capture(captured, **more):
        if {DEADLY!r} in captured.data:
            os.abort()
        return real(captured, **more)
    capture.read_capture = read_capture
"""


class Bench:
    """What all parts share: a folder of their own, the pages, and how a run is started."""

    def __init__(self, here: Path, arguments: argparse.Namespace) -> None:
        self.here, self.rounds = here, arguments.rounds
        self.what, self.pages = page_source()
        self.count = arguments.pages - arguments.pages % FILES
        self.warcs = write_files(here / "warcs", self.pages, files=FILES, each=self.count // FILES)
        self._outs = 0

    def out(self) -> Path:
        self._outs += 1
        return self.here / f"out{self._outs}"

    def run(
        self, workers: int, *more: str, ray: str | None = None, memory: bool = False
    ) -> tuple[Spent, Path]:
        out = self.out()
        started = command(out, workers, *(more or (str(self.warcs),)), ray=ray)
        spent = measured(started, memory=memory, orphans=ray is None)
        return spent, out


def command(out: Path, workers: int, *inputs: str, ray: str | None = None) -> list[str]:
    more = ["--ray", ray] if ray else []
    return [
        sys.executable,
        "-m",
        "onrecord",
        "bulk",
        *inputs,
        "-o",
        str(out),
        "--workers",
        str(workers),
        *more,
    ]


def loop_speedup() -> float:
    """How much more two processes of a plain loop do than one, just now."""
    clocks = []
    for processes in (1, 2):
        began = time.perf_counter()
        started = [subprocess.Popen([sys.executable, "-c", LOOP]) for _ in range(processes)]
        for process in started:
            process.wait()
        clocks.append(time.perf_counter() - began)
    return 2 * clocks[0] / clocks[1]


def rows_in(out: Path) -> int:
    return sum(parquet.read_metadata(path).num_rows for path in out.glob("[!_]*.parquet"))


def extraction_s(out: Path) -> float:
    """CPU seconds that went into records, by the manifest."""
    spent = parquet.read_table(out / "_manifest", columns=["cpu_ms"]).column(0)
    return float(sum(value for value in spent.to_pylist() if value is not None)) / 1e3


Cluster = Callable[[int], contextlib.AbstractContextManager[str | None]]


def compare(bench: Bench, where: str, least: float, cluster: Cluster) -> None:
    ratios: list[float] = []
    shares: list[float] = []
    rates: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(bench.rounds):
        loops = [loop_speedup()]
        clocks = {}
        for workers in (1, 2):
            with cluster(workers) as address:
                spent, out = bench.run(workers, ray=address)
            check(rows_in(out) == bench.count, f"{rows_in(out)} rows of {bench.count} pages")
            clocks[workers] = spent.clock
            rates[workers].append(bench.count / spent.clock)
            if address is None:
                shares.append(extraction_s(out) / spent.cpu)
            shutil.rmtree(out)
        loops.append(loop_speedup())
        loop, ours = statistics.mean(loops), clocks[1] / clocks[2]
        ratios.append(ours / loop)
        print(
            f"{where}: two workers {ours:.2f} times one; two processes of a plain loop {loop:.2f} times one"
        )
    for workers in (1, 2):
        print(
            f"{where}: {statistics.median(rates[workers]):.1f} pages a second with {workers} worker(s), {bench.count} {bench.what}"
        )
    print(
        f"{where}: {statistics.median(ratios):.3f} of the loop's speed-up, median of {len(ratios)} (at least {least})"
    )
    if shares:
        month(bench, statistics.median(rates[2]))
        print(
            f"{where}: {statistics.median(shares):.3f} of the CPU time of all processes is extraction, median of"
            f" {len(shares)} runs, {min(shares):.3f} at the least (at least 0.8)"
        )


def month(bench: Bench, rate: float) -> None:
    """What a month of CC-NEWS takes at ``rate`` pages a second of two workers, by arithmetic that is shown."""
    each = sum(path.stat().st_size for path in bench.warcs.iterdir()) / bench.count
    pages = MONTH_FILES * MONTH_BYTES / each
    hours = pages / (rate / 2) / 3_600
    print(
        f"month: {MONTH_FILES} files of {MONTH_BYTES:,} bytes / {each:,.0f} bytes a page here = {pages:,.0f} pages;"
        f" / {rate / 2:.1f} pages a second and core / 3600 = {hours:,.0f} core hours;"
        f" at {CORE_HOUR} dollars a core hour {hours * CORE_HOUR:,.0f} dollars"
    )


def check(right: bool, what: str) -> None:  # noqa: FBT001  # reads as an assertion
    if not right:
        raise SystemExit(f"bench/bulk.py: {what}")


def speed(bench: Bench) -> None:
    """Local."""
    compare(bench, "local", 0.9, lambda _: contextlib.nullcontext())


def ray(bench: Bench) -> None:
    """On a cluster of one machine, which has as many CPUs as there are to be workers."""
    compare(bench, "ray", 0.8, cluster)


@contextlib.contextmanager
def cluster(workers: int) -> Iterator[str]:
    os.environ["RAY_AUTH_MODE"] = "disabled"  # else Ray writes a token into the home folder
    head = subprocess.Popen(
        [Path(sys.executable).with_name("ray"), "start", "--head", "--block", f"--port={PORT}", "--node-ip-address=127.0.0.1",
         f"--num-cpus={workers}", "--object-store-memory=200000000", "--include-dashboard=false", "--disable-usage-stats"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield f"127.0.0.1:{PORT}"
    finally:
        head.terminate()
        head.wait(60)


def memory(bench: Bench) -> None:
    """The same worker over ten times as much, in one file."""
    peaks = []
    for times in (1, 10):
        folder = write_files(bench.here / f"times{times}", bench.pages, files=1, each=300 * times)
        spent, out = bench.run(1, str(folder), memory=True)
        peaks.append(spent.peak_mb)
        print(
            f"memory: {rows_in(out)} pages in one file: {spent.peak_mb:.0f} MB at the peak, all processes together"
        )
    print(f"memory: ten times the pages take {peaks[1] / peaks[0]:.2f} times the memory")


def kills(bench: Bench) -> None:
    """Processes killed at random moments, then whole runs; the rows against those of a run that nobody harmed."""
    folder = write_files(bench.here / "killed", bench.pages, files=8, each=60)
    _, whole = bench.run(2, str(folder))
    rng = random.Random(9)
    for what, kill in (("a worker's process", _kill_one), ("the whole run", _kill_all)):
        same = deaths = 0
        for _ in range(KILLS):
            out = bench.out()
            deaths += kill(command(out, 2, str(folder)), out, rng)
            same += told(out) == told(whole)
        print(
            f"kills: {what} killed in {KILLS} runs ({deaths} kills): {same} of {KILLS} give the same rows and the same manifest"
        )


def told(out: Path) -> tuple[list[str], list[str]]:
    """Every row and every entry of the manifest, but for the time it took."""
    manifest = parquet.read_table(out / "_manifest").drop_columns(["cpu_ms"])
    rows = [
        str(row) for path in sorted(out.glob("[!_]*.parquet")) for row in parquet.read_table(path).to_pylist()
    ]
    return rows, sorted(map(str, manifest.to_pylist()))


def _kill_one(started: list[str], out: Path, rng: random.Random) -> int:
    process = subprocess.Popen(started, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _wait_begun(out)
    time.sleep(rng.uniform(0.1, 1.5))
    killed = 0
    working = [pid for pid in descendants(process.pid) if _works(pid)]
    if working and process.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(rng.choice(working), signal.SIGKILL)
            killed = 1
    check(process.wait(100) == 0, "a run that lost a process failed")
    return killed


def _works(pid: int) -> bool:
    try:
        line = Path(f"/proc/{pid}/cmdline").read_text("utf-8", "replace")
    except OSError:
        return False
    return "onrecord.bulk.child" in line


def _kill_all(started: list[str], out: Path, rng: random.Random) -> int:
    killed = 0
    for _ in range(2):
        process = subprocess.Popen(
            started, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        _wait_begun(out)
        time.sleep(rng.uniform(0.1, 1.0))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            killed += 1
        process.wait()
    subprocess.run(started, check=True, stdout=subprocess.DEVNULL)
    return killed


def _wait_begun(out: Path) -> None:
    deadline = time.monotonic() + 60
    while not glob.glob(f"{out}/_work/*.begun") and time.monotonic() < deadline:  # noqa: PTH207  # a path raises where the folder goes meanwhile
        time.sleep(0.02)


def crash(bench: Bench) -> None:
    """A page that ends its process each time it is read."""
    folder = write_files(bench.here / "deadly", bench.pages, files=2, each=50, deadly=True)
    planted = bench.here / "planted"
    planted.mkdir()
    (planted / "sitecustomize.py").write_text(PLANTED, "utf-8")
    out = bench.out()
    measured(command(out, 2, str(folder)), {**os.environ, "PYTHONPATH": str(planted)})
    manifest = parquet.read_table(out / "_manifest").to_pylist()
    aside = [entry for entry in manifest if entry["fate"] == "set-aside"]
    print(
        f"crash: of {len(manifest)} pages {rows_in(out)} are rows, {len(aside)} set aside: {[e['reason'] for e in aside]}"
    )


def peer(bench: Bench) -> None:
    """Trafilatura and warcio, two processes each."""
    files = sorted(map(str, bench.warcs.glob("*.warc.gz")))
    ratios = []
    for number in range(bench.rounds):
        ours = bench.run(2)[0].clock
        theirs = measured(
            [str(PEERS), "bench/bulk_peer.py", "2", str(bench.here / f"peer{number}"), *files]
        ).clock
        ratios.append(theirs / ours)
        print(
            f"peer: onrecord {bench.count / ours:.1f} pages a second, trafilatura and warcio {bench.count / theirs:.1f},"
            f" two processes each, {bench.count} {bench.what}"
        )
    print(
        f"peer: {statistics.median(ratios):.2f} times as many pages a second, median of {len(ratios)} (at least 8 is the goal)"
    )


PARTS: dict[str, Callable[[Bench], None]] = {
    part.__name__: part for part in (speed, ray, memory, kills, crash, peer)
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []])
    parser.add_argument("--pages", type=int, default=4_800)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    adopt_orphans()
    here = Path(tempfile.mkdtemp(prefix="onrecord-bulk-"))
    try:
        bench = Bench(here, arguments)
        for name in arguments.parts or PARTS:
            PARTS[name](bench)
    finally:
        shutil.rmtree(here, ignore_errors=True)


if __name__ == "__main__":
    run_command(main)
