"""Captures into an archive: read in as many processes as asked for, written in this one, a batch at a time."""

import functools
import itertools
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from onrecord import limits
from onrecord.archive.adding import Fate, Outcome, Writer, known
from onrecord.archive.prepared import Ready, prepare
from onrecord.archive.store import Store
from onrecord.capture import Captured, Given, Lost, Redirected, Revisited
from onrecord.jobs import Work, in_order

__all__ = ["Item", "fill", "refill"]

T = TypeVar("T")

Item = Captured | Given | Revisited | Redirected | Lost | Outcome

_BATCH_S = 2.0
"""A batch is written after this time even where it is small, so that little is lost and others may write."""


def fill(store: Store, items: Iterable[Item], *, jobs: int, statements: bool) -> Iterator[Outcome]:
    """Add ``items``; what became of each, in order, once its batch is written."""
    writer = Writer(store.folder)
    ready = in_order(_work(statements=statements), _unknown(store, items), jobs)
    try:
        for batch in _batches(ready):
            with store.writing() as connection:
                outcomes = writer.write(connection, batch)
            yield from outcomes
    finally:
        ready.close()


def refill(
    store: Store, captures: Iterable[tuple[int, Captured]], *, jobs: int, statements: bool
) -> Iterator[Outcome]:
    """Read again captures that are in the archive, each with its number there."""
    writer = Writer(store.folder)
    first, second = itertools.tee(captures)
    ready = in_order(_work(statements=statements), (captured for _, captured in first), jobs)
    numbers = (number for number, _ in second)
    try:
        for batch in _batches(zip(numbers, ready, strict=True)):
            with store.writing() as connection:
                outcomes = writer.again(
                    connection, [(n, item) for n, item in batch if not isinstance(item, Outcome)]
                )
            yield from outcomes
    finally:
        ready.close()


def _work(*, statements: bool) -> Work[Item, Ready | Outcome]:
    return Work(functools.partial(_do, statements=statements), _lost, _stays)


def _do(item: Item, *, statements: bool) -> Ready | Outcome:
    return prepare(item, statements=statements) if isinstance(item, Captured | Given) else item


def _lost(item: Item) -> Ready | Outcome:
    return Lost(item.name, "the process that read it died (killed, or out of memory)")


def _stays(item: Item) -> bool:
    return not isinstance(item, Captured | Given)


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
