# cython: boundscheck=False, wraparound=False
"""The containers around each block, and what else on the page is written alike."""

import math

from onrecord.body.columns import CONTAINER, DRESS, LEVELS, WITHIN
from onrecord.body.numbers import Numbers, Wholes, numbers, wholes
from onrecord.body.surroundings import END, UP
from onrecord.body.tally import (
    INSIDE,
    KEPT,
    LINKED,
    SIZE,
    SUM_GOOD,
    SUM_HEADINGS,
    SUM_ITEMS,
    SUM_KEPT,
    SUM_LINKED,
    SUM_PROSE,
    SUM_STOPS,
    Tally,
)  # fmt: skip

_LITTLE = 1e-6
"""Added to what is divided by, where that may be 0."""


def fill_containers(tally: Tally, out: Numbers, at: int) -> int:
    """Fill the columns named in `columns.CONTAINER`, and then in `WITHIN`, for each of `LEVELS` containers around a block.

    From the cell ``at`` on; where the next column begins.
    """
    total = tally.total
    levels, table = wholes(_LEVELS * total), numbers(_CONTAINER * tally.width)
    _find_levels(tally, levels)
    _describe(tally, table)
    _spread(levels, table, out, at, total)
    at += _CONTAINER * _LEVELS * total
    _fill_within(tally, levels, out, at)
    return at + _WITHIN * _LEVELS * total


_CONTAINER, _WITHIN, _LEVELS = len(CONTAINER), len(WITHIN), LEVELS


def _describe(tally: Tally, table: Numbers) -> None:
    """What is said of each container: one row of ``table`` each."""
    held, around, width = tally.held, tally.around, tally.width
    page = width - 1
    kept_of_all, good_of_all = (
        held[_KEPT_IN * width + page] + _LITTLE,
        held[_GOOD_IN * width + page] + _LITTLE,
    )
    for n in range(width):
        row = _CONTAINER * n
        count = around[_END * width + n] - around[n]
        size, good = held[n], held[_GOOD_IN * width + n]
        blocks, length = count + _LITTLE, size + _LITTLE
        table[row] = held[_KEPT_IN * width + n] / kept_of_all
        table[row + 1] = good / good_of_all
        table[row + 2] = math.log1p(count)
        table[row + 3] = math.log1p(size)
        table[row + 4] = held[_LINKED_IN * width + n] / length
        table[row + 5] = good / length
        table[row + 6] = held[_PROSE_IN * width + n] / blocks
        table[row + 7] = held[_HEADINGS_IN * width + n] / blocks
        table[row + 8] = held[_ITEMS_IN * width + n] / blocks
        table[row + 9] = held[_STOPS_IN * width + n] / length


def _spread(levels: Wholes, table: Numbers, out: Numbers, at: int, total: int) -> None:
    """Write to each block what ``table`` says of the containers around it."""
    for level in range(_LEVELS):
        for n in range(total):
            row = _CONTAINER * levels[level * total + n]
            cell = at + level * _CONTAINER * total + n
            for k in range(_CONTAINER):
                out[cell + k * total] = table[row + k]


def _find_levels(tally: Tally, levels: Wholes) -> None:
    """The containers around each block, each larger than the one before: one row a level."""
    blocks, around, total, width = tally.wholes, tally.around, tally.total, tally.width
    for n in range(total):
        container = blocks[_INSIDE * total + n]
        if around[_END * width + container] - around[container] < 2:  # noqa: PLR2004
            container = around[_UP * width + container]
        for level in range(_LEVELS):
            levels[level * total + n] = container
            container = around[_UP * width + container]


def _fill_within(tally: Tally, levels: Wholes, out: Numbers, at: int) -> None:
    """Where a block stands in each of the containers."""
    around, held, total, width = tally.around, tally.held, tally.total, tally.width
    blocks, sums = tally.numbers, tally.sums
    before = _KEPT_IN * (total + 1)
    kept_of_all = sums[before + total] + _LITTLE
    for level in range(_LEVELS):
        for n in range(total):
            container = levels[level * total + n]
            begin, end = around[container], around[_END * width + container]
            kept = held[_KEPT_IN * width + container]
            cell = at + level * _WITHIN * total + n
            out[cell] = (n - begin) / float(end - begin)
            out[cell + total] = (sums[before + n] - sums[before + begin]) / (kept + _LITTLE)
            out[cell + 2 * total] = (kept - blocks[_KEPT * total + n]) / kept_of_all


_DRESS = len(DRESS)


def fill_dress(tally: Tally, row: int, out: Numbers, at: int) -> int:
    """Fill the columns named in `columns.DRESS`: of all blocks whose containers are alike, which a row of ``around`` tells.

    From the cell ``at`` on; where the next column begins.
    """
    kinds = numbers(4 * tally.width)  # there are no more kinds than containers
    _fill_dress(tally, row * tally.width, kinds, out, at)
    return at + _DRESS * tally.total


def _fill_dress(tally: Tally, row: int, kinds: Numbers, out: Numbers, at: int) -> None:
    total, around = tally.total, tally.around
    whole, blocks, sums = tally.wholes, tally.numbers, tally.sums
    for n in range(total):
        kind = 4 * around[row + whole[_INSIDE * total + n]]
        size = blocks[_SIZE * total + n]
        kinds[kind] += 1
        kinds[kind + 1] += size
        kinds[kind + 2] += size * blocks[_LINKED * total + n]
        kinds[kind + 3] += blocks[_KEPT * total + n]
    kept_of_all = sums[_KEPT_IN * (total + 1) + total] + _LITTLE
    for n in range(total):
        kind = 4 * around[row + whole[_INSIDE * total + n]]
        count, size, kept = kinds[kind], kinds[kind + 1], kinds[kind + 3]
        length = size + _LITTLE
        out[at + n] = kept / kept_of_all
        out[at + total + n] = count / float(total)
        out[at + 2 * total + n] = kinds[kind + 2] / length
        out[at + 3 * total + n] = math.log1p(size / count)
        out[at + 4 * total + n] = kept / length
        out[at + 5 * total + n] = math.log1p(count)


_SIZE, _LINKED, _KEPT, _INSIDE, _END, _UP = SIZE, LINKED, KEPT, INSIDE, END, UP
_LINKED_IN, _GOOD_IN, _KEPT_IN, _PROSE_IN = SUM_LINKED, SUM_GOOD, SUM_KEPT, SUM_PROSE
_HEADINGS_IN, _ITEMS_IN, _STOPS_IN = SUM_HEADINGS, SUM_ITEMS, SUM_STOPS
