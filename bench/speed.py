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
from contextlib import ExitStack
from pathlib import Path

from command import run_command
from pages import folder

TIMED = Path(__file__).with_name("timed.py")
PEERS = Path(".peers/bin/python")
MEMORY_PAGES = 1_000
WARM = 20


class Side:
    """A tool in a process of its own."""

    def __init__(self, python: Path | str, name: str, stack: ExitStack) -> None:
        command = [str(python), str(TIMED), name]
        self.process = stack.enter_context(
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        )

    def spent(self, path: Path, url: str | None) -> float:
        """CPU milliseconds on one page."""
        if self.process.stdin is None or self.process.stdout is None:
            raise SystemExit("no pipes to the timed process")
        self.process.stdin.write(json.dumps([str(path), url]) + "\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())

    def stop(self) -> None:
        if self.process.stdin is not None:
            self.process.stdin.close()


def main() -> int:
    path = folder()
    with (path / "truth.jsonl").open(encoding="utf-8", newline="\n") as lines:
        known = [(row["id"], row.get("url")) for row in map(json.loads, lines)]
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    chosen = known[:: max(1, len(known) // count)][:count]
    with ExitStack() as stack:
        sides = Side(sys.executable, "onrecord", stack), Side(PEERS, "trafilatura", stack)
        rows = [
            [side.spent(path / "pages" / f"{page}.html.gz", url) for side in sides] for page, url in chosen
        ]
        for side in sides:
            side.stop()
    show([ours for ours, _ in rows[WARM:]], [theirs for _, theirs in rows[WARM:]])
    print("memory of a process over {1} pages: {0:.0f} MB at its peak".format(*memory_over(path)))
    return 0


def show(ours: list[float], theirs: list[float]) -> None:
    ratios = [b / a for a, b in zip(ours, theirs, strict=True)]
    low, middle, high = statistics.quantiles(ratios, n=4)
    print(f"{len(ratios)} pages; CPU milliseconds a page: median, 95th percentile")
    print(f"  onrecord, full record with evidence             {quantiles(ours)}")
    print(f"  trafilatura, bare_extraction(with_metadata)     {quantiles(theirs)}")
    print(
        f"  times faster: median of the pages' ratios       {middle:.1f}  (middle half {low:.1f} to {high:.1f})"
    )


def quantiles(values: list[float]) -> str:
    return f"{statistics.median(values):6.2f} {statistics.quantiles(values, n=20)[-1]:7.2f}"


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
        [sys.executable, "-c", program], capture_output=True, text=True, check=True,
        env={"PYTHONPATH": str(Path(__file__).parent)},
    )  # fmt: skip
    peak, count = done.stdout.split()
    return int(peak) / 1024, int(count)


if __name__ == "__main__":
    run_command(main)
