# cython: boundscheck=False, wraparound=False
"""The blocks before and after each block."""

import math

from onrecord.body.columns import NEXT, STEPS, WINDOW, WINDOWS
from onrecord.body.numbers import Numbers
from onrecord.body.tally import ASIDE, HEADING_KIND, Tally

__all__ = ["fill_neighbours", "fill_windows"]

_ASIDE, _HEADING = ASIDE, HEADING_KIND
_NEXT, _WINDOW = len(NEXT), len(WINDOW)


def fill_neighbours(tally: Tally, out: Numbers, at: int) -> int:
    """Fill the columns named in `columns.NEXT`, for the blocks at each of `STEPS` from a block; 0 where there is none.

    From the cell ``at`` on; where the next column begins.
    """
    total, logs, linked, good, kinds = tally.total, tally.logs, tally.linked, tally.good, tally.kinds
    near, inside, dress, up = tally.near, tally.inside, tally.around.dress, tally.around.up
    letters = tally.letters
    seen, ended, digits, signs = letters.seen, letters.ended, letters.digits, letters.signs
    for step in STEPS:
        for n in range(max(0, -step), total - max(0, step)):
            other = n + step
            mine, its = inside[n], inside[other]
            of = float(seen[other])
            out[at + n] = logs[other]
            out[at + total + n] = linked[other]
            out[at + 2 * total + n] = good[other] > 0
            out[at + 3 * total + n] = kinds[other] == _HEADING
            out[at + 4 * total + n] = (near[other] & _ASIDE) != 0
            out[at + 5 * total + n] = dress[its] == dress[mine]
            out[at + 6 * total + n] = up[its] == up[mine]
            out[at + 7 * total + n] = ended[other]
            out[at + 8 * total + n] = digits[other] / of
            out[at + 9 * total + n] = signs[other] / of
        at += _NEXT * total
    return at


def fill_windows(tally: Tally, out: Numbers, at: int) -> int:
    """Fill the columns named in `columns.WINDOW`, for each of `WINDOWS`: sums over stretches before and after a block.

    From the cell ``at`` on; where the next column begins.
    """
    total, sums = tally.total, tally.sums
    size, linked, kept, headings = sums.size, sums.linked, sums.kept, sums.headings
    for first, end in WINDOWS:
        for n in range(total):
            begin, stop = min(max(n + first, 0), total), min(max(n + end, 0), total)
            length = size[stop] - size[begin]
            some = length + 1e-6
            out[at + n] = math.log1p(length)
            out[at + total + n] = (linked[stop] - linked[begin]) / some
            out[at + 2 * total + n] = (kept[stop] - kept[begin]) / some
            out[at + 3 * total + n] = headings[stop] - headings[begin]
        at += _WINDOW * total
    return at
