# cython: boundscheck=False, wraparound=False
"""The containers around each block, and what else on the page is written alike."""

import math

from onrecord.body.columns import CONTAINER, DRESS, LEVELS, WITHIN
from onrecord.body.numbers import Numbers, Wholes, numbers, wholes
from onrecord.body.tally import Tally

__all__ = ["fill_containers", "fill_dress"]

_LITTLE = 1e-6
"""Added to what is divided by, where that may be 0."""


def fill_containers(tally: Tally, out: Numbers, at: int) -> int:
    """Fill the columns named in `columns.CONTAINER`, and then in `WITHIN`, for each of `LEVELS` containers around a block.

    From the cell ``at`` on; where the next column begins.
    """
    levels = _levels(tally)
    table = numbers(_CONTAINER * len(tally.around.up))
    _describe(tally, table)
    _spread(levels, table, out, at, tally.total)
    at += _CONTAINER * _LEVELS * tally.total
    _fill_within(tally, levels, out, at)
    return at + _WITHIN * _LEVELS * tally.total


_CONTAINER, _WITHIN, _LEVELS = len(CONTAINER), len(WITHIN), LEVELS


def _describe(tally: Tally, table: Numbers) -> None:
    """What is said of each container: one row of ``table`` each."""
    held, first, end = tally.held, tally.around.first, tally.around.end
    size, linked, good, kept = held.size, held.linked, held.good, held.kept
    prose, headings, items, stops = held.prose, held.headings, held.items, held.stops
    page = len(size) - 1
    kept_of_all, good_of_all = kept[page] + _LITTLE, good[page] + _LITTLE
    for n in range(len(size)):
        row = _CONTAINER * n
        count = end[n] - first[n]
        blocks, length = count + _LITTLE, size[n] + _LITTLE
        table[row] = kept[n] / kept_of_all
        table[row + 1] = good[n] / good_of_all
        table[row + 2] = math.log1p(count)
        table[row + 3] = math.log1p(size[n])
        table[row + 4] = linked[n] / length
        table[row + 5] = good[n] / length
        table[row + 6] = prose[n] / blocks
        table[row + 7] = headings[n] / blocks
        table[row + 8] = items[n] / blocks
        table[row + 9] = stops[n] / length


def _spread(levels: Wholes, table: Numbers, out: Numbers, at: int, total: int) -> None:
    """Write to each block what ``table`` says of the containers around it."""
    for level in range(_LEVELS):
        for n in range(total):
            row = _CONTAINER * levels[level * total + n]
            cell = at + level * _CONTAINER * total + n
            for k in range(_CONTAINER):
                out[cell + k * total] = table[row + k]


def _levels(tally: Tally) -> Wholes:
    """The containers around each block, each larger than the one before: one row a level."""
    inside, up, first, end = tally.inside, tally.around.up, tally.around.first, tally.around.end
    total = tally.total
    levels = found = wholes(_LEVELS * total)
    for n in range(total):
        container = inside[n]
        if end[container] - first[container] < 2:  # noqa: PLR2004
            container = up[container]
        for level in range(_LEVELS):
            found[level * total + n] = container
            container = up[container]
    return levels


def _fill_within(tally: Tally, levels: Wholes, out: Numbers, at: int) -> None:
    """Where a block stands in each of the containers."""
    first, end, total = tally.around.first, tally.around.end, tally.total
    held, before, kept = tally.held.kept, tally.sums.kept, tally.kept
    kept_of_all = before[total] + _LITTLE
    for level in range(_LEVELS):
        for n in range(total):
            container = levels[level * total + n]
            begin = first[container]
            cell = at + level * _WITHIN * total + n
            out[cell] = (n - begin) / float(end[container] - begin)
            out[cell + total] = (before[n] - before[begin]) / (held[container] + _LITTLE)
            out[cell + 2 * total] = (held[container] - kept[n]) / kept_of_all


_DRESS = len(DRESS)


def fill_dress(tally: Tally, kinds: Wholes, out: Numbers, at: int) -> int:
    """Fill the columns named in `columns.DRESS`: of all blocks whose containers are alike, which ``kinds`` tells.

    From the cell ``at`` on; where the next column begins.
    """
    total, inside = tally.total, tally.inside
    size, linked, kept, before = tally.size, tally.linked, tally.kept, tally.sums.kept
    most = len(kinds)  # there are no more kinds than containers
    count_of, size_of, link_of, kept_of = numbers(most), numbers(most), numbers(most), numbers(most)
    for n in range(total):
        kind = kinds[inside[n]]
        count_of[kind] += 1
        size_of[kind] += size[n]
        link_of[kind] += size[n] * linked[n]
        kept_of[kind] += kept[n]
    kept_of_all = before[total] + _LITTLE
    for n in range(total):
        kind = kinds[inside[n]]
        length = size_of[kind] + _LITTLE
        out[at + n] = kept_of[kind] / kept_of_all
        out[at + total + n] = count_of[kind] / float(total)
        out[at + 2 * total + n] = link_of[kind] / length
        out[at + 3 * total + n] = math.log1p(size_of[kind] / count_of[kind])
        out[at + 4 * total + n] = kept_of[kind] / length
        out[at + 5 * total + n] = math.log1p(count_of[kind])
    return at + _DRESS * total
