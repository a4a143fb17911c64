"""The blocks before and after each block."""

import numpy as np

from onrecord.body.columns import NEXT, STEPS, WINDOW, WINDOWS
from onrecord.body.tally import ASIDE, Floats, Tally

__all__ = ["neighbour_columns", "window_columns"]


def neighbour_columns(tally: Tally) -> Floats:
    """The columns named in `NEXT`, for the blocks at each of `STEPS` from a block."""
    total, letters = tally.total, tally.letters
    dress, up = tally.around.dress.take(tally.inside), tally.around.up.take(tally.inside)
    base = np.zeros((total + 4, len(NEXT)), np.float32)
    body = base[2:-2]
    body[:, 0] = np.log1p(tally.size)
    body[:, 1] = tally.linked
    body[:, 2] = tally.good > 0
    body[:, 3] = tally.heading
    body[:, 4] = (tally.near & ASIDE) != 0
    body[:, 7] = letters.ended
    body[:, 8] = letters.digits / letters.seen
    body[:, 9] = letters.signs / letters.seen
    out = np.empty((total, len(STEPS), len(NEXT)), np.float32)
    worn = np.full(total + 4, -1)
    stands = np.full(total + 4, -1)
    worn[2:-2] = dress
    stands[2:-2] = up
    for n, step in enumerate(STEPS):
        out[:, n] = base[2 + step : 2 + step + total]
        out[:, n, 5] = worn[2 + step : 2 + step + total] == dress
        out[:, n, 6] = stands[2 + step : 2 + step + total] == up
    return out.reshape(total, -1)


def window_columns(tally: Tally) -> Floats:
    """The columns named in `WINDOW`, for each of `WINDOWS`: sums over stretches before and after a block."""
    total = tally.total
    bounds = np.clip(tally.index[None, :, None] + _BOUNDS[:, None, :], 0, total)
    at = tally.sums.take(bounds, axis=0)
    held = at[:, :, 1] - at[:, :, 0]
    size = held[:, :, 1] + 1e-6
    out = np.empty((total, len(WINDOWS), len(WINDOW)), np.float32)
    out[:, :, 0] = np.log1p(held[:, :, 1]).T
    out[:, :, 1] = (held[:, :, 2] / size).T
    out[:, :, 2] = (held[:, :, 4] / size).T
    out[:, :, 3] = held[:, :, 6].T
    return out.reshape(total, -1)


_BOUNDS = np.array(WINDOWS)
