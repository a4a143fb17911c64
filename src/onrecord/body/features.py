"""What is counted about each block of a page: one row a block, one column a feature, all by wide operations.

A page of eighty blocks costs as much in the number of operations as in their size: so columns are made in groups,
by one operation for the whole group where that can be. The columns' names and families are in `COLUMNS`; a model
file names the columns it was trained on, and is refused where they differ.
"""

from dataclasses import dataclass

import numpy as np

from onrecord.body.blocks import Cut
from onrecord.body.columns import COLUMNS, HINTS, PASSED
from onrecord.body.frames import container_columns, dress_columns
from onrecord.body.nearby import neighbour_columns, window_columns
from onrecord.body.position import Core, find_core, place_columns
from onrecord.body.tally import Floats, Ints, Tally
from onrecord.body.wording import wording_columns
from onrecord.page import Page

__all__ = ["Features", "count"]


@dataclass(frozen=True)
class Features:
    """What was counted about a `Cut`."""

    matrix: Floats
    """One row a block, one column each of `COLUMNS`."""
    headline: int
    """The index of the block that is the headline; -1 where none is."""
    around: Ints
    """The hints that hold for each block: of the containers around it that are not most of the page."""
    good: Floats
    """Length of each block that reads like prose and does not stand aside; 0 of the others."""
    size: Floats
    """Length of each block; a character of Chinese, Japanese or Korean counts as two and a half."""
    core: tuple[int, int]
    """The blocks of the smallest container that holds half of the good text: the first, and the one after the last."""

    def column(self, name: str) -> Floats:
        """The column of that name."""
        return self.matrix[:, _AT[name]]


def count(page: Page, cut: Cut) -> Features:
    """Count what the model judges by; ``cut`` has at least one block."""
    tally = Tally(page, cut)
    core = find_core(tally)
    return Features(
        _matrix(tally, core), tally.headline, tally.named, tally.kept, tally.size, (core.first, core.end)
    )


def _matrix(tally: Tally, core: Core) -> Floats:
    matrix = np.empty((tally.total, len(COLUMNS)), np.float32)
    at = 0
    for group in (
        wording_columns(tally), _kinds(tally), container_columns(tally), dress_columns(tally, tally.around.dress),
        dress_columns(tally, tally.around.pair), neighbour_columns(tally), window_columns(tally), place_columns(tally, core),
        _names(tally), _passed(tally, core.first_good),
    ):  # fmt: skip
        matrix[:, at : at + group.shape[1]] = group
        at += group.shape[1]
    return matrix


def _kinds(tally: Tally) -> Floats:
    out = np.empty((tally.total, 6), np.float32)
    out[:, :5] = tally.kinds[:, None] == _FIVE
    out[:, 5] = [b.level or 0 for b in tally.blocks]
    return out


def _names(tally: Tally) -> Floats:
    """What the tags, classes and ids around each block say: its own, those near it, and all that can be believed."""
    around, inside = tally.around, tally.inside
    out = np.empty((tally.total, 3, len(HINTS)), np.float32)
    for n, bits in enumerate((around.own.take(inside), tally.near, around.around.take(inside))):
        out[:, n] = (bits[:, None] >> _BITS) & 1
    return out.reshape(tally.total, -1)


def _passed(tally: Tally, first_good: int) -> Floats:
    """How many blocks of each family have gone by since the article's first prose."""
    seen = np.cumsum((tally.near[:, None] & _PASSED_BITS) != 0, axis=0)
    since: Floats = np.log1p(np.maximum(seen - seen[first_good], 0)).astype(np.float32)
    return since


_AT = {name: n for n, (_, name) in enumerate(COLUMNS)}
_FIVE = np.arange(1, 6)
_BITS = np.arange(len(HINTS))
_PASSED_BITS = np.array(PASSED)
