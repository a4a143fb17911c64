"""``make speed``: a full record against trafilatura's, page by page in one run, and the memory of a process.

    python bench/speed.py [PAGES]

Both read the same page one after the other, each in a process of its own that reports its own CPU time: what the
machine does besides changes both alike, so the ratio of a page holds where the times do not. The pages are every
n-th of the data folder, 300 unless told. Each is read once, so that no cache has seen it; the first twenty, in which
both load what they need, do not count.
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import onrecord
from pages import Known, folder, known_pages

PEER = Path(__file__).with_name("peer_trafilatura.py")
PYTHON = Path(".peers/bin/python")
MEMORY_PAGES = 1_000
WARM = 20


def main() -> int:
    path = folder()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    pages = list(known_pages(path))
    chosen = pages[:: max(1, len(pages) // count)][:count]
    memory = memory_over(path)
    with subprocess.Popen([PYTHON, PEER], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as peer:
        if peer.stdin is None or peer.stdout is None:  # pipes were asked for
            return 1
        for page in chosen[:WARM]:
            timed(page, path, peer.stdin, peer.stdout)
        rows = [timed(page, path, peer.stdin, peer.stdout) for page in chosen[WARM:]]
        peer.stdin.close()
    ours, theirs = [a for a, _ in rows], [b for _, b in rows]
    ratios = [b / a for a, b in rows]
    print(f"{len(rows)} pages; CPU milliseconds a page: median, 95th percentile")
    print(f"  onrecord, full record with evidence             {quantiles(ours)}")
    print(f"  trafilatura, bare_extraction(with_metadata)     {quantiles(theirs)}")
    low, high = interval(ratios)
    print(
        f"  times faster, median of the pages' ratios       {statistics.median(ratios):.1f}  [{low:.1f}, {high:.1f}]"
    )
    print(f"memory of a process over {memory[1]} pages: {memory[0]:.0f} MB at its peak")
    return 0


def timed(page: Known, path: Path, ask: IO[bytes], answer: IO[bytes]) -> tuple[float, float]:
    """CPU milliseconds of ours and theirs on one page."""
    start = time.process_time()
    onrecord.extract(page.data, url=page.url).to_json()
    ours = (time.process_time() - start) * 1e3
    ask.write(json.dumps([str(path / "pages" / f"{page.id}.html.gz"), page.url]).encode() + b"\n")
    ask.flush()
    return ours, float(answer.readline())


def quantiles(values: list[float]) -> str:
    return f"{statistics.median(values):6.2f} {statistics.quantiles(values, n=20)[-1]:7.2f}"


def interval(values: list[float]) -> tuple[float, float]:
    """The middle half of the pages."""
    low, _, high = statistics.quantiles(values, n=4)
    return low, high


def memory_over(path: Path) -> tuple[float, int]:
    """Peak memory in MB of a process that reads pages one after the other, and how many it read."""
    program = (
        "import itertools, onrecord; from pages import known_pages; from pathlib import Path; n = 0\n"
        f"for page in itertools.islice(known_pages(Path({str(path)!r})), {MEMORY_PAGES}):\n"
        "    onrecord.extract(page.data, url=page.url).to_json(); n += 1\n"
        # Not getrusage: its peak is inherited from the process that started this one.
        "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0], n)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=None,
        env={"PYTHONPATH": str(Path(__file__).parent)},
    )  # fmt: skip
    peak, count = done.stdout.split()
    return int(peak) / 1024, int(count)


if __name__ == "__main__":
    sys.exit(main())
