# cython: boundscheck=False, wraparound=False
"""What is counted about each block of a page: one row a block, one column a feature.

The columns' names and families are in `COLUMNS`, which is the order they are filled in; a model file names the columns
it was trained on, and is refused where they differ. The loops are compiled; without a compiler they do the same slower.
"""

import math
from typing import TYPE_CHECKING

import msgspec

from onrecord.body.blocks import Cut
from onrecord.body.columns import COLUMNS, HINTS, KIND, PASSED
from onrecord.body.frames import fill_containers, fill_dress
from onrecord.body.nearby import fill_neighbours, fill_windows
from onrecord.body.numbers import Numbers, Wholes, singles
from onrecord.body.position import fill_places, find_core
from onrecord.body.surroundings import DRESS, PAIR
from onrecord.body.tally import KEPT, LEVEL, NAMED, NEAR_BY, OWN_OF, SIZE, Tally
from onrecord.body.tally import KIND as KIND_OF
from onrecord.body.wording import fill_wording
from onrecord.page import Page

if TYPE_CHECKING:
    import numpy as np


class Features(msgspec.Struct, frozen=True):
    """What was counted about a `Cut`."""

    cells: Numbers
    """Single precision: of each of `COLUMNS` one number a block, one column after another."""
    headline: int
    """The index of the block that is the headline; -1 where none is."""
    around: Wholes
    """The hints that hold for each block: of the containers around it that are not most of the page."""
    good: Numbers
    """Length of each block that reads like prose and does not stand aside; 0 of the others."""
    size: Numbers
    """Length of each block; a character of Chinese, Japanese or Korean counts as two and a half."""
    core: tuple[int, int]
    """The blocks of the smallest container that holds half of the good text: the first, and the one after the last."""

    def column(self, name: str) -> Numbers:
        """The column of that name."""
        total = len(self.size)
        return self.cells[_AT[name] * total : (_AT[name] + 1) * total]

    @property
    def matrix(self) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
        """One row a block, one column each of `COLUMNS`; for training and for explanations, which need numpy."""
        import numpy as np

        return np.frombuffer(self.cells, np.float32).reshape(len(COLUMNS), -1).T


def count(page: Page, cut: Cut) -> Features:
    """Count what the model judges by; ``cut`` has at least one block."""
    tally = Tally(page, cut)
    core = find_core(tally)
    total, numbers, whole = tally.total, tally.numbers, tally.wholes
    cells = singles(len(COLUMNS) * total)
    at = fill_wording(tally, cells, 0)
    at = _fill_kinds(whole, total, cells, at)
    at = fill_containers(tally, cells, at)
    at = fill_dress(tally, DRESS, cells, at)
    at = fill_dress(tally, PAIR, cells, at)
    at = fill_neighbours(tally, cells, at)
    at = fill_windows(tally, cells, at)
    at = fill_places(tally, core, cells, at)
    at = _fill_names(whole, total, cells, at)
    _fill_passed(whole, total, core.first_good, cells, at)
    named, good, size = (
        whole[NAMED * total : (NAMED + 1) * total],
        numbers[KEPT * total : (KEPT + 1) * total],
        numbers[SIZE * total : (SIZE + 1) * total],
    )
    return Features(cells, tally.headline, named, good, size, (core.first, core.end))


_MARKED = len(KIND) - 1
"""Kinds that have a column; the last one of `KIND` is the level."""


def _fill_kinds(bits: Wholes, total: int, out: Numbers, at: int) -> int:
    """The columns named in `columns.KIND`."""
    for n in range(total):
        kind = bits[_KIND_OF * total + n]
        if kind:
            out[at + (kind - 1) * total + n] = 1
        out[at + _MARKED * total + n] = bits[_LEVEL * total + n]
    return at + (_MARKED + 1) * total


def _fill_names(bits: Wholes, total: int, out: Numbers, at: int) -> int:
    """A column for each of `HINTS`, of the container, of those near and of all around: 1 where its bit is set."""
    for row in range(_OWN_OF, _OWN_OF + 3):
        held = 0
        for n in range(total):
            held |= bits[row * total + n]
        for column in range(_HINTS):
            if held >> column & 1:  # most names are on no block of a page
                for n in range(total):
                    out[at + column * total + n] = bits[row * total + n] >> column & 1
        at += _HINTS * total
    return at


def _fill_passed(bits: Wholes, total: int, first_good: int, out: Numbers, at: int) -> None:
    """How many blocks of each family of `PASSED` have gone by since the article's first prose."""
    for column in range(len(PASSED)):
        bit, passed, log = PASSED[column], 0, 0.0
        for n in range(first_good + 1, total):
            if bits[_NEAR_BY * total + n] & bit:
                passed += 1
                log = math.log1p(passed)
            out[at + column * total + n] = log


_AT = {name: n for n, (_, name) in enumerate(COLUMNS)}
_HINTS = len(HINTS)
_KIND_OF, _LEVEL, _OWN_OF, _NEAR_BY = KIND_OF, LEVEL, OWN_OF, NEAR_BY
