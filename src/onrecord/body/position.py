# cython: boundscheck=False, initializedcheck=False
"""Where each block stands: in the page, to its headline, and to the core of its article."""

import math
from array import array
from typing import NamedTuple

from onrecord.body.columns import PLACE
from onrecord.body.numbers import Numbers, Wholes, wholes
from onrecord.body.tally import HEADING_KIND, Tally

__all__ = ["Core", "fill_places", "find_core"]

_LITTLE = 1e-6
_UNKNOWN = -20.0
"""Stands for a distance where there is nothing to be distant from."""
_PLACE, _HEADING = len(PLACE), HEADING_KIND


class Core(NamedTuple):
    """The smallest container that holds half of the page's good text, and where that begins and ends in it."""

    container: int
    first: int
    end: int
    first_good: int
    last_good: int


def find_core(tally: Tally) -> Core:
    """The core of the article; the page itself where none is smaller."""
    core = _smallest(tally.held.kept, tally.held.size)
    first, end = tally.around.first[core], tally.around.end[core]
    goods = [n for n in range(first, end) if tally.kept[n]]
    return Core(core, first, end, *((goods[0], goods[-1]) if goods else (first, end - 1)))


def _smallest(kept: Numbers, size: Numbers) -> int:
    """The shortest container that holds half of what the last one does, which is the page."""
    core = len(kept) - 1
    enough = 0.5 * (kept[core] + _LITTLE)
    if kept[core] < enough:
        return core
    for n in range(len(kept) - 1, -1, -1):
        if kept[n] >= enough and size[n] <= size[core]:
            core = n
    return core


def fill_places(tally: Tally, core: Core, out: Numbers, at: int) -> int:
    """Fill the columns named in `columns.PLACE` from the cell ``at`` on; where the next column begins."""
    _in_order(tally, core.first_good, core.last_good, out, at)
    _by_headline(tally, out, at)
    _by_core(tally, core, out, at)
    _since_good(tally, out, at)
    _in_data(tally, out, at)
    return at + _PLACE * tally.total


def _in_order(tally: Tally, first_good: int, last_good: int, out: Numbers, at: int) -> None:
    """Before and after what: the page's ends, the core's prose."""
    total, size, kept = tally.total, tally.sums.size, tally.sums.kept
    whole = kept[total] + _LITTLE
    blocks, length = math.log1p(total), math.log1p(whole)
    for n in range(total):
        out[at + n] = _log(n)
        out[at + total + n] = n / float(total)
        out[at + 2 * total + n] = kept[n] / whole
        out[at + 3 * total + n] = (whole - kept[n + 1]) / whole
        out[at + 6 * total + n] = _signed_log(n - first_good)
        out[at + 7 * total + n] = _signed_log(n - last_good)
        out[at + 21 * total + n] = blocks
        out[at + 22 * total + n] = length
        out[at + 28 * total + n] = kept[n + 1] / (size[n + 1] + _LITTLE)


def _by_headline(tally: Tally, out: Numbers, at: int) -> None:
    """How far from the headline, or from the page's first block, and what has gone by since."""
    total, kept, headings, kinds = tally.total, tally.sums.kept, tally.sums.headings, tally.kinds
    dress, inside, headline = tally.around.dress, tally.inside, tally.headline
    whole = kept[total] + _LITTLE
    start = max(headline, 0)
    behind = min(start + 1, total)
    worn = dress[inside[start]]
    high = alike = 0
    for n in range(start + 1):
        high += kinds[n] == _HEADING and _is_high(tally.blocks[n].level)
        alike += dress[inside[n]] == worn
    high, alike = -high, -alike
    for n in range(total):
        high += kinds[n] == _HEADING and _is_high(tally.blocks[n].level)
        alike += dress[inside[n]] == worn
        out[at + 4 * total + n] = _signed_log(n - start)
        out[at + 5 * total + n] = (kept[n] - kept[start]) / whole
        out[at + 13 * total + n] = headings[n] - headings[behind]
        out[at + 14 * total + n] = high
        out[at + 27 * total + n] = alike if headline >= 0 else _UNKNOWN
        out[at + 29 * total + n] = headline >= 0


def _is_high(level: int | None) -> bool:
    """Whether a heading is of the two highest levels: a second story has one."""
    return level is not None and 0 < level <= 2  # noqa: PLR2004


def _by_core(tally: Tally, core: Core, out: Numbers, at: int) -> None:
    """How far from the core: which of the containers around it is the first to hold the block too."""
    around, total, held, inside = tally.around, tally.total, tally.held.kept, tally.inside
    depth, article = around.depth, around.article
    chain = _outwards(tally, core.container)
    levels = _levels(tally, core, chain)
    whole = tally.sums.kept[total] + _LITTLE
    container, end = core.container, core.end
    core_share, core_part = held[container] / whole, (end - core.first) / float(total)
    mine = article[container]
    for n in range(total):
        level = levels[n]
        its = article[inside[n]]
        out[at + 8 * total + n] = level
        out[at + 9 * total + n] = held[chain[level]] / whole
        out[at + 10 * total + n] = depth[inside[n]] - depth[container]
        out[at + 15 * total + n] = level == 0
        out[at + 16 * total + n] = _signed_log(n - end)
        out[at + 23 * total + n] = core_share
        out[at + 24 * total + n] = core_part
        out[at + 26 * total + n] = 1.0 if its == mine else 0.5 if its < 0 else 0.0


def _outwards(tally: Tally, container: int) -> Wholes:
    """A container and those around it, each larger than the one before; the last is the page."""
    up, last = tally.around.up, len(tally.around.up) - 1
    chain = array("q", [container])
    while chain[-1] != last:
        chain.append(up[chain[-1]])
    return chain


def _levels(tally: Tally, core: Core, chain: Wholes) -> Wholes:
    """For each block the index of the first container of ``chain`` that holds it."""
    first, end, total = tally.around.first, tally.around.end, tally.total
    levels = found = wholes(total)
    level = 0
    for n in range(core.first - 1, -1, -1):
        while first[chain[level]] > n:
            level += 1
        found[n] = level
    level = 0
    for n in range(core.end, total):
        while end[chain[level]] <= n:
            level += 1
        found[n] = level
    return levels


def _since_good(tally: Tally, out: Numbers, at: int) -> None:
    """What has gone by since the last good block, and how far the next one is."""
    total, size, linked, kept = tally.total, tally.sums.size, tally.sums.linked, tally.kept
    good = 0
    for n in range(total):
        if kept[n] > 0:
            good = n
        out[at + 11 * total + n] = math.log1p(linked[n] - linked[good]) if n > good else 0
        out[at + 12 * total + n] = _log(n - good)
        out[at + 17 * total + n] = math.log1p(size[n] - size[good]) if n > good else 0
    good = total
    for n in range(total - 1, -1, -1):
        out[at + 25 * total + n] = _log(good - n)
        if kept[n] > 0:
            good = n


def _in_data(tally: Tally, out: Numbers, at: int) -> None:
    """Before, in or after what the page's data gives as the article's text."""
    total, data = tally.total, tally.data
    given = data is not None
    held = [n for n, share in enumerate(data) if share] if data is not None else []
    for n in range(total):
        out[at + 18 * total + n] = given
        out[at + 19 * total + n] = _signed_log(n - held[-1]) if held else _UNKNOWN
        out[at + 20 * total + n] = _signed_log(n - held[0]) if held else _UNKNOWN


def _signed_log(distance: int) -> float:
    return _log(distance) if distance >= 0 else -_log(-distance)


def _log(count: int) -> float:
    return _LOGS[count] if count < _LISTED else math.log1p(count)


_LISTED = 512
_LOGS = array("d", map(math.log1p, range(_LISTED)))
"""Logarithms of small numbers: nearly all that are asked for."""
