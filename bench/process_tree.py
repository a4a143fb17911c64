"""What a command and all it starts take: CPU seconds, clock seconds, memory. Linux alone."""

import ctypes
import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

__all__ = ["Spent", "adopt_orphans", "descendants", "measured"]

_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER
_STEP_S = 0.2


class Spent(NamedTuple):
    """What a command took, with all it started."""

    clock: float
    cpu: float
    peak_mb: float
    """Memory of all its processes at one time, what they share counted once (PSS)."""


def adopt_orphans() -> None:
    """Processes whose parents died before them become ours, so that what they took is counted when they end."""
    if ctypes.CDLL(None, use_errno=True).prctl(_SUBREAPER, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "no subreaper")


def measured(
    command: Sequence[str],
    environment: dict[str, str] | None = None,
    *,
    memory: bool = False,
    orphans: bool = True,
) -> Spent:
    """Run ``command`` to its end, which must be a good one; without ``orphans`` those it leaves are not waited for."""
    before, began = _reaped(), time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    watch = _Memory(process.pid) if memory else None
    code = process.wait()
    clock = time.perf_counter() - began
    peak = watch.stop() if watch else 0.0
    if code:
        raise SystemExit(f"{' '.join(command)} ended with {code}")
    if orphans:
        _reap_all()
    return Spent(clock, _reaped() - before, peak)


def _reaped() -> float:
    """CPU seconds of all processes that ended under us."""
    times = os.times()
    return times.children_user + times.children_system


def _reap_all() -> None:
    """Wait for orphans: the last of them end when nobody is at the other end of their pipes."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            if os.waitpid(-1, os.WNOHANG) == (0, 0):
                time.sleep(0.05)
        except ChildProcessError:
            return


class _Memory:
    """Looks at a process and its descendants again and again."""

    def __init__(self, pid: int) -> None:
        self._pid, self._peak, self._ended = pid, 0.0, threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def _look(self) -> None:
        while not self._ended.wait(_STEP_S):
            self._peak = max(self._peak, sum(map(_pss, [self._pid, *descendants(self._pid)])))

    def stop(self) -> float:
        self._ended.set()
        self._thread.join()
        return self._peak / 1024


def _pss(pid: int) -> int:
    """KiB."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)


def descendants(pid: int) -> Iterable[int]:
    """Processes that ``pid`` started, and that those started, who live."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text("ascii", "replace")
            except OSError:
                continue
            parents.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(folder.name))
    waiting = [pid]
    while waiting:
        children = parents.get(waiting.pop(), [])
        waiting += children
        yield from children


def end(pids: Iterable[int]) -> None:
    """Kill processes of ours."""
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
