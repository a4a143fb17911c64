# cython: boundscheck=False, wraparound=False
"""The blocks before and after each block."""

import math

from onrecord.body.columns import NEXT, STEPS, WINDOW, WINDOWS
from onrecord.body.letters import DIGITS, ENDED, SEEN, SIGNS
from onrecord.body.numbers import Numbers
from onrecord.body.surroundings import DRESS, UP
from onrecord.body.tally import (
    ASIDE,
    GOOD,
    HEADING_KIND,
    INSIDE,
    KIND,
    LINKED,
    LOG,
    NEAR_BY,
    SUM_HEADINGS,
    SUM_KEPT,
    SUM_LINKED,
    Tally,
)  # fmt: skip

_ASIDE, _HEADING = ASIDE, HEADING_KIND
_NEXT, _WINDOW = len(NEXT), len(WINDOW)


def fill_neighbours(tally: Tally, out: Numbers, at: int) -> int:
    """Fill the columns named in `columns.NEXT`, for the blocks at each of `STEPS` from a block; 0 where there is none.

    From the cell ``at`` on; where the next column begins.
    """
    total, width, whole, blocks, around = tally.total, tally.width, tally.wholes, tally.numbers, tally.around
    for step in STEPS:
        for n in range(max(0, -step), total - max(0, step)):
            other = n + step
            mine, its = whole[_INSIDE * total + n], whole[_INSIDE * total + other]
            of = float(whole[_SEEN * total + other])
            out[at + n] = blocks[_LOG * total + other]
            out[at + total + n] = blocks[_LINKED * total + other]
            out[at + 2 * total + n] = blocks[_GOOD * total + other] > 0
            out[at + 3 * total + n] = whole[_KIND * total + other] == _HEADING
            out[at + 4 * total + n] = (whole[_NEAR_BY * total + other] & _ASIDE) != 0
            out[at + 5 * total + n] = around[_DRESS * width + its] == around[_DRESS * width + mine]
            out[at + 6 * total + n] = around[_UP * width + its] == around[_UP * width + mine]
            out[at + 7 * total + n] = whole[_ENDED * total + other]
            out[at + 8 * total + n] = whole[_DIGITS * total + other] / of
            out[at + 9 * total + n] = whole[_SIGNS * total + other] / of
        at += _NEXT * total
    return at


_SEEN, _ENDED, _DIGITS, _SIGNS = SEEN, ENDED, DIGITS, SIGNS
_LOG, _LINKED, _GOOD, _KIND, _INSIDE, _NEAR_BY, _DRESS, _UP = (
    LOG,
    LINKED,
    GOOD,
    KIND,
    INSIDE,
    NEAR_BY,
    DRESS,
    UP,
)


def fill_windows(tally: Tally, out: Numbers, at: int) -> int:
    """Fill the columns named in `columns.WINDOW`, for each of `WINDOWS`: sums over stretches before and after a block.

    From the cell ``at`` on; where the next column begins.
    """
    total, sums = tally.total, tally.sums
    linked, kept, headings = SUM_LINKED * (total + 1), SUM_KEPT * (total + 1), SUM_HEADINGS * (total + 1)
    for first, end in WINDOWS:
        for n in range(total):
            begin, stop = min(max(n + first, 0), total), min(max(n + end, 0), total)
            length = sums[stop] - sums[begin]
            some = length + 1e-6
            out[at + n] = math.log1p(length)
            out[at + total + n] = (sums[linked + stop] - sums[linked + begin]) / some
            out[at + 2 * total + n] = (sums[kept + stop] - sums[kept + begin]) / some
            out[at + 3 * total + n] = sums[headings + stop] - sums[headings + begin]
        at += _WINDOW * total
    return at
