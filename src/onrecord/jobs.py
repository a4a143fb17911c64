"""Work shared out to processes: results in the order of the items, and one that kills its process harms no other."""

import contextlib
import multiprocessing
import multiprocessing.process
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord import limits

__all__ = ["Work", "in_order", "prepare_process"]

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


def _pool(processes: int) -> ProcessPoolExecutor:
    # Spawned, not forked: a fork copies locks that threads of this process hold, such as those of a progress bar.
    context = multiprocessing.get_context("spawn")
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
