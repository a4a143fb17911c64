"""The times of a flattened block: created, published and modified, told by their order and by each other."""

from collections.abc import Iterator, Sequence

from onrecord.evidence import Evidence
from onrecord.readers.flattened.block import Block
from onrecord.readers.flattened.lines import Line, evidence
from onrecord.readers.flattened.shapes import Shape, moment_of
from onrecord.values.moments import instant


def read(block: Block) -> Iterator[Evidence]:
    """What each time is: created, published, modified, in this order where headline and text stand around them.

    In another order the latest is when the page was modified. Of two, created is not told; one alone is when it was
    published. A day in a crawler's own line is of little weight, so it comes last.
    """
    rows = times_of(block)
    known = {i for i, _ in rows}
    run = _run(block, [i for i, _ in rows])
    behind = bool(run) and any(
        len(line.text) > _HEADLINE and line.start < run[0].start for _, line in block.of(Shape.WORDS)
    )
    yield from _told(run, behind=behind and block.lines[block.body].start > run[0].start)
    for i, line in block.of(Shape.TIME, Shape.DATE):
        if i not in known:
            yield evidence("date_published", line, "a day in the first line")


def times_of(block: Block) -> list[tuple[int, Line]]:
    """The block's times with their indexes, without the day that a crawler wrote before the address."""
    rows = list(block.of(Shape.TIME, Shape.DATE))
    return [
        (i, line) for i, line in rows if len(rows) == 1 or i >= _HEAD or len(line.text) > len("2024-05-03")
    ]


_HEADLINE = 20
"""Code points of words before the times that show them to be in schema.org's order."""
_HEAD = 3
"""Pieces of a first line in which a crawler writes its own day."""


def _run(block: Block, places: Sequence[int]) -> list[Line]:
    """The longest run of times without another line between, three at most; the first of those that are as long."""
    runs: list[list[int]] = []
    for i in places:
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    best = max(runs, key=len, default=[])
    if len(best) == 1 and len(runs) > 1:
        best = [run[0] for run in runs[:2]]
    return [block.lines[i] for i in best[:3]]


def _told(lines: Sequence[Line], *, behind: bool) -> Iterator[Evidence]:
    if not lines:
        return
    if len(lines) == 1:
        yield evidence("date_published", lines[0], "the only time")
        return
    how = "in schema.org's order"
    latest = len(lines) - 1
    if not behind or (len(lines) > 2 and _key(lines[1]) > _key(lines[2])):
        latest = max(range(len(lines)), key=lambda i: (_key(lines[i]), i))
        how = "the latest of a run is the modified one"
    rest = [line for i, line in enumerate(lines) if i != latest]
    if len(rest) > 1:
        yield evidence("date_created", rest[0], how)
    yield evidence("date_published", rest[-1], how)
    yield evidence("date_modified", lines[latest], how)


def _key(line: Line) -> str:
    """What orders times: the instant in UTC where a zone is stated, else what the clock says."""
    moment = moment_of(line)
    at = instant(moment) if moment else None
    if at is not None:
        return f"{at.timestamp():020.3f}"
    return moment.value if moment else ""
