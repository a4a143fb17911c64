"""The containers around each block, and what else on the page is written alike."""

import numpy as np

from onrecord.body.columns import CONTAINER, DRESS, LEVELS, WITHIN
from onrecord.body.tally import Floats, Ints, Tally

__all__ = ["container_columns", "dress_columns"]


def container_columns(tally: Tally) -> Floats:
    """The columns named in `CONTAINER` and then `WITHIN`, for each of `LEVELS` containers around a block."""
    inside = tally.held
    whole = inside[-1] + 1e-6
    count, size = inside[:, 0] + 1e-6, inside[:, 1] + 1e-6
    table = np.empty((len(inside), len(CONTAINER)), np.float32)
    table[:, 0] = inside[:, 4] / whole[4]
    table[:, 1] = inside[:, 3] / whole[3]
    table[:, 2] = np.log1p(inside[:, 0])
    table[:, 3] = np.log1p(inside[:, 1])
    table[:, 4] = inside[:, 2] / size
    table[:, 5] = inside[:, 3] / size
    table[:, 6] = inside[:, 5] / count
    table[:, 7] = inside[:, 6] / count
    table[:, 8] = inside[:, 7] / count
    table[:, 9] = inside[:, 8] / size
    levels = _levels(tally)
    around_each = table.take(levels.T.ravel(), axis=0).reshape(tally.total, -1)
    return np.concatenate((around_each, _within(tally, levels)), axis=1)


def _levels(tally: Tally) -> Ints:
    """The containers around each block, each larger than the one before: one row a level."""
    around = tally.around
    levels = np.empty((LEVELS, tally.total), np.int64)
    level = tally.inside
    single = tally.held[:, 0].take(level) < 2  # noqa: PLR2004
    level = np.where(single, around.up.take(level), level)
    for n in range(LEVELS):
        levels[n] = level
        level = around.up.take(level)
    return levels


def _within(tally: Tally, levels: Ints) -> Floats:
    """Where a block stands in each of the containers."""
    around, held, total = tally.around, tally.held, tally.total
    first = around.first.take(levels)
    kept = tally.sums[:, 4]
    before = kept[:-1] - kept.take(first)
    all_ = held[:, 4].take(levels)
    out = np.empty((len(WITHIN), LEVELS, total), np.float32)
    out[0] = (tally.index - first) / held[:, 0].take(levels)
    out[1] = before / (all_ + 1e-6)
    out[2] = (all_ - tally.kept) / (kept[-1] + 1e-6)
    return out.transpose(2, 1, 0).reshape(total, -1)


def dress_columns(tally: Tally, kinds: Ints) -> Floats:
    """The columns named in `DRESS`: of all blocks whose containers are alike, which ``kinds`` tells."""
    ids = kinds.take(tally.inside)
    size = int(kinds.max()) + 1
    base, whole = tally.base, tally.sums[-1] + 1e-6
    counts = np.bincount(ids, minlength=size)
    sizes = np.bincount(ids, base[:, 1], size)
    links = np.bincount(ids, base[:, 2], size)
    kept = np.bincount(ids, base[:, 4], size)
    table = np.empty((size, len(DRESS)), np.float32)
    some = np.maximum(counts, 1)
    table[:, 0] = kept / whole[4]
    table[:, 1] = counts / tally.total
    table[:, 2] = links / (sizes + 1e-6)
    table[:, 3] = np.log1p(sizes / some)
    table[:, 4] = kept / (sizes + 1e-6)
    table[:, 5] = np.log1p(counts)
    return table.take(ids, axis=0)
