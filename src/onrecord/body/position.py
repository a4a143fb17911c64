"""Where each block stands: in the page, to its headline, and to the core of its article."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.body.columns import PLACE
from onrecord.body.tally import Floats, Ints, Tally

__all__ = ["Core", "find_core", "place_columns"]


class Core(NamedTuple):
    """The smallest container that holds half of the page's good text, and where that begins and ends in it."""

    container: int
    first: int
    end: int
    first_good: int
    last_good: int


def find_core(tally: Tally) -> Core:
    """The core of the article; the page itself where none is smaller."""
    kept = tally.held[:, 4]
    big = kept >= 0.5 * (kept[-1] + 1e-6)
    core = int(np.where(big, tally.held[:, 1], np.inf).argmin()) if big.any() else len(kept) - 1
    first, end = int(tally.around.first[core]), int(tally.around.end[core])
    goods = np.flatnonzero(tally.kept[first:end]) + first
    return Core(core, first, end, *((int(goods[0]), int(goods[-1])) if len(goods) else (first, end - 1)))


def place_columns(tally: Tally, core: Core) -> Floats:
    """The columns named in `PLACE`."""
    out = np.empty((len(PLACE), tally.total), np.float32)
    _in_order(tally, core, out)
    _by_core(tally, core, out)
    _since_good(tally, out)
    _in_data(tally, out)
    return out.T


def _in_order(tally: Tally, core: Core, out: Floats) -> None:
    """Before and after what: the page's ends, the headline, the core's prose."""
    index, sums, total = tally.index, tally.sums, tally.total
    kept = sums[:, 4]
    whole = kept[-1] + 1e-6
    start = max(tally.headline, 0)
    out[0] = np.log1p(index)
    out[1] = index / total
    out[2] = kept[:-1] / whole
    out[3] = (whole - kept[1:]) / whole
    out[4] = _signed_log(index - start)
    out[5] = (kept[:-1] - kept[start]) / whole
    out[6] = _signed_log(index - core.first_good)
    out[7] = _signed_log(index - core.last_good)
    out[13] = sums[:-1, 6] - sums[min(start + 1, total), 6]
    out[14] = _high_headings(tally, start)
    out[21] = np.log1p(total)
    out[22] = np.log1p(whole)
    out[27] = _headline_dress(tally)
    out[28] = kept[1:] / (sums[1:, 1] + 1e-6)
    out[29] = tally.headline >= 0


def _by_core(tally: Tally, core: Core, out: Floats) -> None:
    """How far from the core: which of the containers around it is the first to hold the block too."""
    around, index = tally.around, tally.index
    last = len(around.up) - 1
    share = tally.held[:, 4] / (tally.sums[-1, 4] + 1e-6)
    chain = [core.container]
    while chain[-1] != last:
        chain.append(int(around.up[chain[-1]]))
    # Outwards the containers begin earlier and end later: a block is in all from the first that reaches it.
    firsts, ends = around.first.take(chain), around.end.take(chain)
    level = np.maximum(
        np.searchsorted(-firsts, -index, side="left"), np.searchsorted(ends, index, side="right")
    )
    out[8] = level
    out[9] = share.take(np.array(chain).take(level))
    out[10] = around.depth.take(tally.inside) - around.depth[core.container]
    out[15] = level == 0
    out[16] = _signed_log(index - core.end)
    out[23] = share[core.container]
    out[24] = (core.end - core.first) / tally.total
    here, mine = around.article.take(tally.inside), around.article[core.container]
    out[26] = np.where(here == mine, 1, np.where(here < 0, 0.5, 0))


def _since_good(tally: Tally, out: Floats) -> None:
    """What has gone by since the last good block, and how far the next one is."""
    index, sums, good = tally.index, tally.sums, tally.kept > 0
    since = index - _last_true(good, index)
    at_good = index - since
    out[11] = np.log1p(sums[:-1, 2] - sums[:, 2].take(at_good))
    out[12] = np.log1p(since)
    out[17] = np.log1p(sums[:-1, 1] - sums[:, 1].take(at_good))
    out[25] = np.log1p(_next_true(good, index, tally.total) - index)


def _in_data(tally: Tally, out: Floats) -> None:
    """Before, in or after what the page's data gives as the article's text."""
    held = np.flatnonzero(tally.data) if tally.data is not None else np.empty(0, np.int64)
    out[18] = tally.data is not None
    out[19] = _signed_log(tally.index - held[-1]) if len(held) else _UNKNOWN
    out[20] = _signed_log(tally.index - held[0]) if len(held) else _UNKNOWN


def _high_headings(tally: Tally, start: int) -> Floats:
    """Headings of the two highest levels since the headline: a second story has one."""
    levels = [b.level or 9 if h else 9 for b, h in zip(tally.blocks, tally.heading.tolist(), strict=True)]
    high = np.cumsum(np.array(levels) <= _HIGH)
    return np.asarray(high - high[start], np.float32)


_HIGH = 2


def _headline_dress(tally: Tally) -> Floats:
    """How many blocks written like the headline have gone by since it."""
    if tally.headline < 0:
        return np.full(tally.total, _UNKNOWN, np.float32)
    worn = tally.around.dress.take(tally.inside)
    high = np.cumsum(worn == worn[tally.headline])
    return np.asarray(high - high[tally.headline], np.float32)


_UNKNOWN = -20.0
"""Stands for a distance where there is nothing to be distant from."""


def _signed_log(values: Ints) -> Floats:
    return np.asarray(np.sign(values) * np.log1p(np.abs(values)), np.float32)


def _last_true(mask: npt.NDArray[np.bool_], index: Ints) -> Ints:
    """The index of the last block before each, or itself, of which ``mask`` holds; 0 where none is."""
    return np.maximum.accumulate(np.where(mask, index, 0))


def _next_true(mask: npt.NDArray[np.bool_], index: Ints, total: int) -> Ints:
    """The index of the next block after each of which ``mask`` holds; the number of blocks where none is."""
    found = np.minimum.accumulate(np.where(mask, index, total)[::-1])[::-1]
    return np.append(found[1:], total)
