"""Captures into an archive: read in as many processes as asked for, written in this one, a batch at a time."""

import functools
import itertools
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from onrecord import limits
from onrecord.archive.adding import Fate, Outcome, Waiting, again, write
from onrecord.archive.dictionaries import Against, due, find_against, keep, learn, pages_to_learn_from
from onrecord.archive.kept import load_bytes
from onrecord.archive.lineup import now
from onrecord.archive.prepared import Ready, prepare
from onrecord.archive.rows import known
from onrecord.archive.store import Store
from onrecord.capture import Captured, Given, Lost, Redirected, Revisited
from onrecord.causes import DIED
from onrecord.jobs import Work, in_order

T = TypeVar("T")

Item = Captured | Given | Revisited | Redirected | Lost | Outcome
_Task = tuple[Item, Against]

_BATCH_S = 2.0
"""A batch is written after this time even where it is small, so that little is lost and others may write."""


def fill(store: Store, items: Iterable[Item], *, jobs: int, statements: bool) -> Iterator[Outcome]:
    """Add ``items``; what became of each, in order, once its batch is written: of revisits of what came later, at the end."""
    against = _Against(store)
    ready = in_order(_work(statements=statements), against.with_each(_unknown(store, items)), jobs)
    waiting = Waiting()
    try:
        for batch in _batches(ready):
            with store.writing() as connection:
                outcomes = write(connection, store.folder, batch, waiting)
            against.learn_if_due()
            yield from outcomes
        for later in _batches(waiting.items):
            with store.writing() as connection:
                outcomes = write(connection, store.folder, later)
            yield from outcomes
    finally:
        ready.close()


def refill(
    store: Store, captures: Iterable[tuple[int, Captured | Lost]], *, jobs: int, statements: bool
) -> Iterator[Outcome]:
    """Read again captures that are in the archive, each with its number there."""
    first, second = itertools.tee(captures)
    ready = in_order(
        _work(statements=statements), _Against(store).with_each(captured for _, captured in first), jobs
    )
    numbers = (number for number, _ in second)
    try:
        for batch in _batches(zip(numbers, ready, strict=True)):
            with store.writing() as connection:
                read = [(number, item) for number, item in batch if not isinstance(item, Outcome)]
                outcomes = again(connection, store.folder, read)
            yield from outcomes
    finally:
        ready.close()


class _Against:
    """The dictionaries to pack with, which change when the archive has learnt another."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._find()

    def _find(self) -> None:
        with self._store.reading() as connection:
            self._now = find_against(connection)

    def with_each(self, items: Iterable[Item]) -> Iterator[_Task]:
        """Each item with the dictionaries of its moment."""
        return ((item, self._now) for item in items)

    def learn_if_due(self) -> None:
        """Learn what pages share once there are enough of them."""
        with self._store.reading() as connection:
            if not due(connection):
                return
            numbers = pages_to_learn_from(connection)
            learnt = learn(load_bytes(connection, self._store.folder, number) for number in numbers)
        with self._store.writing() as connection:
            keep(connection, "page", learnt, now())
        self._find()


def _work(*, statements: bool) -> Work[_Task, Ready | Outcome]:
    return Work(functools.partial(_do, statements=statements), _lost, _stays)


def _do(task: _Task, *, statements: bool) -> Ready | Outcome:
    item, against = task
    return prepare(item, against, statements=statements) if isinstance(item, Captured | Given) else item


def _lost(task: _Task) -> Ready | Outcome:
    return Lost(task[0].name, DIED)


def _stays(task: _Task) -> bool:
    return not isinstance(task[0], Captured | Given)


def _unknown(store: Store, items: Iterable[Item]) -> Iterator[Item]:
    """What is in the archive already is not read again."""
    for item in items:
        if isinstance(item, Captured | Given):
            with store.reading() as connection:
                there = known(connection, item)
            if there:
                file, offset = (item.file, item.offset) if isinstance(item, Captured) else (None, None)
                yield Outcome(item.name, Fate.KNOWN, file=file, offset=offset)
                continue
        yield item


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    """``items`` in batches by number and by time."""
    batch: list[T] = []
    began = time.monotonic()
    for item in items:
        batch.append(item)
        if len(batch) >= limits.BATCH or time.monotonic() - began > _BATCH_S:
            yield batch
            batch, began = [], time.monotonic()
    if batch:
        yield batch
