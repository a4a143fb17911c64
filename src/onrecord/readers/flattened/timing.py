"""The times of a flattened block: created, published and modified, told by their order and by each other."""

from collections.abc import Iterator, Sequence

from onrecord.evidence import Evidence
from onrecord.readers.flattened.block import Block
from onrecord.readers.flattened.lines import Line, evidence
from onrecord.readers.flattened.shapes import Shape, moment_of
from onrecord.values.moments import instant

__all__ = ["read", "times_of"]


def read(block: Block) -> Iterator[Evidence]:
    """What each time is. The latest of a run is when the page was modified; before it stand created, then published.

    Of two, the earlier is when it was published; one alone is that. A day in a crawler's own line is of little weight,
    so it comes last.
    """
    rows = times_of(block)
    yield from _told(_run(block, [line for _, line in rows]))
    for i, line in block.of(Shape.TIME):
        if (i, line) not in rows:
            yield evidence("date_published", line, "a day in the first line")


def times_of(block: Block) -> list[tuple[int, Line]]:
    """The block's times with their indexes, without the day that a crawler wrote before the address."""
    rows = list(block.of(Shape.TIME))
    return [(i, line) for i, line in rows if len(rows) == 1 or i >= _HEAD or len(line.text) > len("2024-05-03")]


_HEAD = 3
"""Pieces of a first line in which a crawler writes its own day."""


def _run(block: Block, own: Sequence[Line]) -> list[Line]:
    """The longest run of times without another line between, three at most; the first of those that are as long."""
    runs: list[list[Line]] = []
    places = [i for i, line in block.of(Shape.TIME) if line in own]
    for i in places:
        if runs and block.lines[i - 1] is runs[-1][-1]:
            runs[-1].append(block.lines[i])
        else:
            runs.append([block.lines[i]])
    best = max(runs, key=len, default=[])
    if len(best) == 1 and len(runs) > 1:
        best = [run[0] for run in runs[:2]]
    return best[:3]


def _told(lines: Sequence[Line]) -> Iterator[Evidence]:
    if not lines:
        return
    if len(lines) == 1:
        yield evidence("date_published", lines[0], "the only time")
        return
    latest = max(range(len(lines)), key=lambda i: (_key(lines[i]), i))
    modified = lines[latest]
    rest = [line for i, line in enumerate(lines) if i != latest]
    if len(rest) > 1:
        yield evidence("date_created", rest[0], "the first of three times")
    yield evidence("date_published", rest[-1], "the time before the latest" if len(rest) > 1 else "the earlier of two times")
    yield evidence("date_modified", modified, f"the latest of {len(lines)} times")


def _key(line: Line) -> str:
    """What orders times: the instant in UTC where a zone is stated, else what the clock says."""
    moment = moment_of(line)
    at = instant(moment) if moment else None
    if at is not None:
        return f"{at.timestamp():020.3f}"
    return moment.value if moment else ""
