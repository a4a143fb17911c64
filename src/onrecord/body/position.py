# cython: boundscheck=False, initializedcheck=False
"""Where each block stands: in the page, to its headline, and to the core of its article."""

import math
from array import array
from typing import NamedTuple

from onrecord.body.columns import PLACE
from onrecord.body.numbers import Numbers, Wholes, wholes
from onrecord.body.surroundings import ARTICLE, DEPTH, DRESS, END, UP
from onrecord.body.tally import (
    HEADING_KIND,
    INSIDE,
    KEPT,
    KIND,
    LEVEL,
    SUM_HEADINGS,
    SUM_KEPT,
    SUM_LINKED,
    Tally,
)  # fmt: skip

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
    width = tally.width
    core = _smallest(tally.held, width)
    first, end = tally.around[core], tally.around[_END * width + core]
    first_good, last_good = _good_ends(tally, first, end)
    return Core(core, first, end, first_good, last_good)


def _smallest(held: Numbers, width: int) -> int:
    """The shortest container that holds half of what the last one does, which is the page."""
    kept, core = _KEPT_IN * width, width - 1
    enough = 0.5 * (held[kept + core] + _LITTLE)
    if held[kept + core] < enough:
        return core
    for n in range(width - 1, -1, -1):
        if held[kept + n] >= enough and held[n] <= held[core]:
            core = n
    return core


def _good_ends(tally: Tally, first: int, end: int) -> tuple[int, int]:
    """The first and the last kept block between two; these where none is."""
    total, blocks = tally.total, tally.numbers
    one, other = first, end - 1
    while one < end and not blocks[_KEPT * total + one]:
        one += 1
    if one == end:
        return first, end - 1
    while not blocks[_KEPT * total + other]:
        other -= 1
    return one, other


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
    total, sums = tally.total, tally.sums
    kept = _KEPT_IN * (total + 1)
    whole = sums[kept + total] + _LITTLE
    blocks, length = math.log1p(total), math.log1p(whole)
    for n in range(total):
        out[at + n] = _log(n)
        out[at + total + n] = n / float(total)
        out[at + 2 * total + n] = sums[kept + n] / whole
        out[at + 3 * total + n] = (whole - sums[kept + n + 1]) / whole
        out[at + 6 * total + n] = _signed_log(n - first_good)
        out[at + 7 * total + n] = _signed_log(n - last_good)
        out[at + 21 * total + n] = blocks
        out[at + 22 * total + n] = length
        out[at + 28 * total + n] = sums[kept + n + 1] / (sums[n + 1] + _LITTLE)


def _by_headline(tally: Tally, out: Numbers, at: int) -> None:
    """How far from the headline, or from the page's first block, and what has gone by since."""
    total, width, headline = tally.total, tally.width, tally.headline
    sums, blocks, around = tally.sums, tally.wholes, tally.around
    kept, headings, dress = _KEPT_IN * (total + 1), _HEADINGS_IN * (total + 1), _DRESS * width
    whole = sums[kept + total] + _LITTLE
    start = max(headline, 0)
    behind = min(start + 1, total)
    worn = around[dress + blocks[_INSIDE * total + start]]
    high = alike = 0
    for n in range(start + 1):
        high += blocks[_KIND * total + n] == _HEADING and 0 < blocks[_LEVEL * total + n] <= _HIGH
        alike += around[dress + blocks[_INSIDE * total + n]] == worn
    high, alike = -high, -alike
    for n in range(total):
        high += blocks[_KIND * total + n] == _HEADING and 0 < blocks[_LEVEL * total + n] <= _HIGH
        alike += around[dress + blocks[_INSIDE * total + n]] == worn
        out[at + 4 * total + n] = _signed_log(n - start)
        out[at + 5 * total + n] = (sums[kept + n] - sums[kept + start]) / whole
        out[at + 13 * total + n] = sums[headings + n] - sums[headings + behind]
        out[at + 14 * total + n] = high
        out[at + 27 * total + n] = alike if headline >= 0 else _UNKNOWN
        out[at + 29 * total + n] = headline >= 0


_HIGH = 2
"""The lower of the two highest levels of headings: a second story has one of them."""


def _by_core(tally: Tally, core: Core, out: Numbers, at: int) -> None:
    """How far from the core: which of the containers around it is the first to hold the block too."""
    around, total, width, held, blocks = tally.around, tally.total, tally.width, tally.held, tally.wholes
    depth, article, kept = _DEPTH * width, _ARTICLE * width, _KEPT_IN * width
    container, end = core.container, core.end
    chain = _outwards(around, width, container)
    levels = wholes(total)
    _find_levels(around, width, chain, core.first, end, levels)
    whole = tally.sums[_KEPT_IN * (total + 1) + total] + _LITTLE
    core_share, core_part = held[kept + container] / whole, (end - core.first) / float(total)
    mine = around[article + container]
    for n in range(total):
        level, inside = levels[n], blocks[_INSIDE * total + n]
        its = around[article + inside]
        out[at + 8 * total + n] = level
        out[at + 9 * total + n] = held[kept + chain[level]] / whole
        out[at + 10 * total + n] = around[depth + inside] - around[depth + container]
        out[at + 15 * total + n] = level == 0
        out[at + 16 * total + n] = _signed_log(n - end)
        out[at + 23 * total + n] = core_share
        out[at + 24 * total + n] = core_part
        out[at + 26 * total + n] = 1.0 if its == mine else 0.5 if its < 0 else 0.0


def _outwards(around: Wholes, width: int, container: int) -> Wholes:
    """A container and those around it, each larger than the one before; the last is the page."""
    chain = array("q", [container])
    while container != width - 1:
        container = around[_UP * width + container]
        chain.append(container)
    return chain


def _find_levels(  # what of the tally is needed, as it is reached at no cost
    around: Wholes, width: int, chain: Wholes, first: int, end: int, levels: Wholes
) -> None:
    """For each block the index of the first container of ``chain`` that holds it; it stays 0 from ``first`` to ``end``."""
    level = 0
    for n in range(first - 1, -1, -1):
        while around[chain[level]] > n:
            level += 1
        levels[n] = level
    level = 0
    for n in range(end, len(levels)):
        while around[_END * width + chain[level]] <= n:
            level += 1
        levels[n] = level


def _since_good(tally: Tally, out: Numbers, at: int) -> None:
    """What has gone by since the last good block, and how far the next one is."""
    total, sums, blocks = tally.total, tally.sums, tally.numbers
    linked = _LINKED_IN * (total + 1)
    good = 0
    for n in range(total):
        if blocks[_KEPT * total + n] > 0:
            good = n
        out[at + 11 * total + n] = math.log1p(sums[linked + n] - sums[linked + good]) if n > good else 0
        out[at + 12 * total + n] = _log(n - good)
        out[at + 17 * total + n] = math.log1p(sums[n] - sums[good]) if n > good else 0
    good = total
    for n in range(total - 1, -1, -1):
        out[at + 25 * total + n] = _log(good - n)
        if blocks[_KEPT * total + n] > 0:
            good = n


def _in_data(tally: Tally, out: Numbers, at: int) -> None:
    """Before, in or after what the page's data gives as the article's text."""
    total, data = tally.total, tally.data
    first, last = -1, -1
    if data is not None:
        held = [n for n, share in enumerate(data) if share]
        first, last = (held[0], held[-1]) if held else (-1, -1)
    _fill_data(total, data is not None, first, last, out, at)


def _fill_data(total: int, given: bool, first: int, last: int, out: Numbers, at: int) -> None:  # noqa: FBT001  # as above
    for n in range(total):
        out[at + 18 * total + n] = given
        out[at + 19 * total + n] = _signed_log(n - last) if last >= 0 else _UNKNOWN
        out[at + 20 * total + n] = _signed_log(n - first) if last >= 0 else _UNKNOWN


_END, _UP, _DEPTH, _DRESS, _ARTICLE = END, UP, DEPTH, DRESS, ARTICLE
_KEPT, _KIND, _LEVEL, _INSIDE = KEPT, KIND, LEVEL, INSIDE
_LINKED_IN, _KEPT_IN, _HEADINGS_IN = SUM_LINKED, SUM_KEPT, SUM_HEADINGS


def _signed_log(distance: int) -> float:
    return _log(distance) if distance >= 0 else -_log(-distance)


def _log(count: int) -> float:
    return _LOGS[count] if count < _LISTED else math.log1p(count)


_LISTED = 512
_LOGS = array("d", map(math.log1p, range(_LISTED)))
"""Logarithms of small numbers: nearly all that are asked for."""
