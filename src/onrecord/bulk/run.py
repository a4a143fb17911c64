"""A whole run: every piece that is not finished, tried three times at most, and what became of all of them."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import msgspec

from onrecord import limits
from onrecord.bulk.dataflow import Engine, Work, WorkersDied
from onrecord.bulk.folder import Folder
from onrecord.bulk.piece import Done, counted
from onrecord.bulk.pieces import Piece
from onrecord.bulk.places import is_elsewhere


class Outcome(msgspec.Struct, frozen=True):
    """What a run came to."""

    done: int
    """Pieces read in this run."""
    before: int
    """Pieces that were finished before it."""
    rows: int
    """Written in this run."""
    fates: dict[str, int]
    """How many records of the WARC files read in this run had which fate."""
    aside: tuple[tuple[str, str], ...]
    """Location and last reason of each piece that failed too often, in this run or before."""


def run(pieces: Iterable[Piece], engine: Engine, work: Work, each: Callable[[Done], None]) -> Outcome:
    """Do what is not finished. ``each`` is called with every piece that ends, also with those that fail.

    Called while the folder is `Folder.opened`. Raises `OSError` where nothing can be written, `WorkersDied` where none can work.
    """
    folder = Folder(work.folder)
    given = sorted(set(pieces))
    there = {piece for piece in given if folder.finished(piece)}
    deaths, pause_s, stumbled = 0, limits.STUMBLE_S, set[Piece]()
    while waiting := [p for p in given if not folder.finished(p) and len(folder.failures(p)) < limits.TRIES]:
        if stumbled.intersection(waiting):
            time.sleep(pause_s)
            pause_s *= 4
        try:
            for done in _round(waiting, engine, work, folder):
                if done.stop:
                    raise OSError(done.failure)
                if done.failure is not None:
                    folder.fail(done.piece, done.failure)
                    if is_elsewhere(done.piece.location):
                        stumbled.add(done.piece)
                each(done)
        except WorkersDied:  # none of them at a piece
            deaths = 0 if any(map(folder.finished, waiting)) else deaths + 1
            if deaths == limits.TRIES:
                raise
    new = [counted(piece, folder) for piece in given if piece not in there and folder.finished(piece)]
    fates: Counter[str] = Counter()
    for done in new:
        fates.update(done.fates)
    aside = [(p.location, folder.failures(p)[-1]) for p in given if not folder.finished(p)]
    return Outcome(len(new), len(there), sum(done.rows for done in new), dict(fates), tuple(aside))


def _round(waiting: list[Piece], engine: Engine, work: Work, folder: Folder) -> Iterator[Done]:
    """Each once. Where a worker died, those that were begun and not ended are tried one by one, to find the one to blame."""
    try:
        yield from engine.run(waiting, work)
    except WorkersDied:
        suspects = [piece for piece in waiting if folder.begun(piece)]
        if not suspects:
            raise
    else:
        return
    for piece in suspects:
        folder.end(piece)
        if folder.finished(piece):
            continue
        try:
            yield from engine.run([piece], work)
        except WorkersDied as death:
            folder.end(piece)
            yield Done(piece, failure=f"its worker died: {death}")
