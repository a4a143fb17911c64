"""Work shared out to processes: results in the order of the items, and one that kills its process harms no other."""

import contextlib
import faulthandler
import multiprocessing
import multiprocessing.process
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from onrecord import limits

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 4
"""Items in flight for each process: enough to keep it busy, few enough to hold in memory."""


@dataclass(frozen=True)
class Work(Generic[T, R]):
    """What is done with each item."""

    do: Callable[[T], R]
    """Runs in another process, so it must be importable, and the items and results picklable."""
    lost: Callable[[T], R]
    """The result for an item whose process died. Runs here."""
    stays: Callable[[T], bool] = lambda _: False
    """Whether an item cannot leave this process."""


def in_order(work: Work[T, R], items: Iterable[T], processes: int) -> Generator[R, None, None]:
    """The result for each item, in order. One process is this one; items are taken as there is room for them."""
    if processes == 1:
        yield from map(work.do, items)
        return
    pool = _pool(processes)
    flying: deque[tuple[T, Future[R]]] = deque()
    try:
        for item in items:
            if len(flying) == processes * _AHEAD:
                yield _landed(work, *flying.popleft())
            try:
                flying.append((item, _started(pool, work, item)))
            except BrokenProcessPool:
                pool = _pool(processes)
                flying.append((item, _started(pool, work, item)))
        while flying:
            yield _landed(work, *flying.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def in_time(work: Work[T, R], item: T, seconds: float) -> R:
    """The result for one item, from another process; that of ``lost`` where it takes longer or its process dies.

    The process serves the next call too: a new one would take longer than most items do.
    """
    pool = _waiting() or _pool(1)
    try:
        return pool.submit(_timed, work.do, item, seconds).result()
    except BrokenProcessPool:
        pool = _pool(1)  # which begins its process when it is asked
        return work.lost(item)
    finally:
        now = time.monotonic()
        _idle.append((now, pool))
        with contextlib.suppress(IndexError):  # other threads take from it
            while now - _idle[0][0] > _IDLE_S:
                _idle.pop(0)[1].shutdown(wait=False)


_idle: list[tuple[float, ProcessPoolExecutor]] = []
"""Since when each waits, of one process: as many as there were calls at once, and those that wait long go."""
_IDLE_S = 60.0


def end_processes() -> None:
    """End what works for this process, at once: what it does is lost."""
    for process in multiprocessing.active_children():
        process.kill()


def _waiting() -> ProcessPoolExecutor | None:
    """One that waits and lives: what killed it while it waited is no fault of the next item."""
    with contextlib.suppress(IndexError):
        while pool := _idle.pop()[1]:
            with contextlib.suppress(BrokenProcessPool):
                pool.submit(os.getpid).result()
                return pool
    return None


def _timed(do: Callable[[T], R], item: T, seconds: float) -> R:
    # Nothing in Python could end what one call into C takes: a thread of C ends the process, of which nobody is told.
    with Path(os.devnull).open("w") as nobody:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nobody)
        try:
            return do(item)
        finally:
            faulthandler.cancel_dump_traceback_later()


def _pool(processes: int) -> ProcessPoolExecutor:
    # Spawned, not forked: a fork copies locks that threads of this process hold, such as those of a progress bar.
    context = multiprocessing.get_context("spawn")
    main = sys.modules["__main__"]
    if getattr(main, "__file__", None) == "<stdin>":
        del main.__file__  # a script that is read there: no process could import it
    return ProcessPoolExecutor(processes, mp_context=context, initializer=prepare_process)


def prepare_process() -> None:
    """Leave Ctrl-C to the parent: it reaches every process of the terminal at once. Bound the memory, where that can be.

    A process of a pool ends with its parent: killed, that tells it nothing.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := multiprocessing.parent_process():
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    try:
        import resource
    except ImportError:  # no such bound on Windows
        return
    with contextlib.suppress(OSError, ValueError):  # a stricter bound stands already
        resource.setrlimit(resource.RLIMIT_AS, (limits.PROCESS_BYTES, resource.RLIM_INFINITY))


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _started(pool: ProcessPoolExecutor, work: Work[T, R], item: T) -> Future[R]:
    if not work.stays(item):
        return pool.submit(work.do, item)
    done: Future[R] = Future()
    done.set_result(work.do(item))
    return done


def _landed(work: Work[T, R], item: T, future: Future[R]) -> R:
    try:
        return future.result()
    except BrokenProcessPool:
        return _alone(work, item)


def _alone(work: Work[T, R], item: T) -> R:
    """When a process dies, all that was in flight is lost: each is done again by itself, to find the one to blame."""
    with _pool(1) as pool:
        try:
            return pool.submit(work.do, item).result()
        except BrokenProcessPool:
            return work.lost(item)
