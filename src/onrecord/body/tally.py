# cython: boundscheck=False, wraparound=False
"""What all of a page's features are counted from: its blocks as numbers, and their sums over any stretch."""

import math
from array import array

from onrecord.body import hints
from onrecord.body.blocks import Cut
from onrecord.body.declared import declared
from onrecord.body.headline import find_headline
from onrecord.body.letters import read_letters
from onrecord.body.numbers import Numbers, Wholes, numbers, wholes
from onrecord.body.surroundings import survey
from onrecord.page import Page
from onrecord.record import BlockKind

__all__ = ["ASIDE", "HEADING_KIND", "Sums", "Tally"]

ASIDE = (
    hints.COMMENT | hints.RELATED | hints.FOOTER | hints.NAV | hints.NEWSLETTER | hints.AD | hints.SHARE | hints.BIO
    | hints.SIDEBAR | hints.HIDDEN | hints.TAGS
)  # fmt: skip
"""Families of parts that stand beside an article."""

_ASIDE = ASIDE
_GOOD = 60
"""Length from which a block may read like prose."""
_FEW_LINKS = 0.35
"""Share of a block in links under which it may."""
_WORD = 8
"""Characters from which standing in the data's body is no chance."""


class Sums:
    """What is summed over blocks: over those before each block, or over those of each container."""

    __slots__ = ("good", "headings", "items", "kept", "linked", "prose", "size", "stops")

    def __init__(self, length: int) -> None:
        self.size = numbers(length)
        self.linked = numbers(length)
        """Length in links."""
        self.good = numbers(length)
        self.kept = numbers(length)
        self.prose = numbers(length)
        """How many blocks are good."""
        self.headings = numbers(length)
        self.items = numbers(length)
        self.stops = numbers(length)


class Tally:
    """One page in numbers, most of them one a block."""

    def __init__(self, page: Page, cut: Cut) -> None:
        self.page = page
        self.blocks = cut.blocks
        self.texts = [block.text for block in cut.blocks]
        self.total = total = len(self.texts)
        self.letters = read_letters(self.texts)
        self.size = numbers(total)
        """Length; a character of Chinese, Japanese or Korean counts as two and a half."""
        self.logs = numbers(total)
        """The logarithm of each length and one more."""
        self.linked = numbers(total)
        """Share in links."""
        self.good = numbers(total)
        """Length of what reads like prose; 0 of the others."""
        self.kinds = wholes(total)
        """0 for a paragraph, else what its kind's column is numbered in `columns.KIND`, from 1."""
        self._measure()
        self.headline = find_headline(page, cut.blocks)
        before = numbers(total + 1)
        """How much of the good text stands before each block."""
        _add_up(self.good, before)
        self.around = survey(cut, before, self.headline)
        self.inside = wholes(total)
        """The container of each block in ``around``."""
        self.own = wholes(total)
        self.near = wholes(total)
        self.named = wholes(total)
        """The bits of ``around.own``, ``around.near`` and ``around.around`` for each block."""
        self.kept = numbers(total)
        """Length of what is good and not named aside."""
        self._surround(before[total])
        self.sums = Sums(total + 1)
        self.held = Sums(len(self.around.up))
        self._sum()
        given = declared(page)
        self.data: Numbers | None = None
        """How far the article's text in the page's data holds each block; None where it gives none."""
        if given is not None:
            self.data = array("d", [given.holds(t) if len(t) > _WORD else 0 for t in self.texts])

    def _measure(self) -> None:
        """Lengths, kinds, and what reads like prose."""
        size, logs, linked, good, kinds = self.size, self.logs, self.linked, self.good, self.kinds
        seen, dense, stops = self.letters.seen, self.letters.dense, self.letters.stops
        for n in range(self.total):
            block = self.blocks[n]
            length = len(self.texts[n])
            in_links = block.linked
            kind = _number_of(block.kind)
            size[n] = length * (1 + 1.5 * dense[n] / seen[n])
            logs[n] = math.log1p(size[n])
            linked[n] = min(in_links / length, 1.0)
            kinds[n] = kind
            if size[n] > _GOOD and linked[n] < _FEW_LINKS and stops[n] > 0 and kind != _HEADING_KIND:
                good[n] = size[n]

    def _surround(self, good_of_all: float) -> None:
        """What the containers of each block say of it, and which good text they do not set aside."""
        inside, own, near, named = self.inside, self.own, self.near, self.named
        good, kept, around = self.good, self.kept, self.around
        owns, nears, names = around.own, around.near, around.around
        page = len(names) - 1
        kept_of_all = 0.0
        for n in range(self.total):
            at = self.blocks[n].inside
            if at < 0:
                at = page
            inside[n] = at
            own[n] = owns[at]
            near[n] = nears[at]
            named[n] = names[at]
            if not names[at] & _ASIDE:
                kept[n] = good[n]
                kept_of_all += good[n]
        if kept_of_all * 10 < good_of_all:
            self.kept = self.good  # names that leave nothing mean something else here

    def _sum(self) -> None:
        """The sums before each block, and for each container the difference of two."""
        _sum_up(self)
        first, end = self.around.first, self.around.end
        for name in Sums.__slots__:
            _differences(getattr(self.sums, name), first, end, getattr(self.held, name))


def _add_up(values: Numbers, sums: Numbers) -> None:
    """Make each of ``sums`` the sum of the ``values`` before it."""
    for n in range(len(values)):
        sums[n + 1] = sums[n] + values[n]


def _differences(sums: Numbers, first: Wholes, end: Wholes, held: Numbers) -> None:
    """Make each of ``held`` the sum from ``first`` to ``end``."""
    for n in range(len(first)):
        held[n] = sums[end[n]] - sums[first[n]]


def _sum_up(tally: Tally) -> None:
    """Fill the sums from what is known of each block."""
    sums, size, linked, good, kept = tally.sums, tally.size, tally.linked, tally.good, tally.kept
    kinds, stops = tally.kinds, tally.letters.stops
    sizes, links, goods, kepts = sums.size, sums.linked, sums.good, sums.kept
    proses, headings, items, stopped = sums.prose, sums.headings, sums.items, sums.stops
    for n in range(len(size)):
        sizes[n + 1] = sizes[n] + size[n]
        links[n + 1] = links[n] + size[n] * linked[n]
        goods[n + 1] = goods[n] + good[n]
        kepts[n + 1] = kepts[n] + kept[n]
        proses[n + 1] = proses[n] + (good[n] > 0)
        headings[n + 1] = headings[n] + (kinds[n] == _HEADING_KIND)
        items[n + 1] = items[n] + (kinds[n] == _ITEM_KIND)
        stopped[n + 1] = stopped[n] + stops[n]


_PARAGRAPH, _HEADING, _ITEM = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM
# By name: a member of an enum costs ten times as much to look up.
_OTHERS = (BlockKind.QUOTATION, BlockKind.PREFORMATTED, BlockKind.TABLE_ROW)
HEADING_KIND = _HEADING_KIND = 1
_ITEM_KIND = 2


def _number_of(kind: BlockKind) -> int:
    if kind is _PARAGRAPH:
        return 0
    if kind is _HEADING:
        return _HEADING_KIND
    if kind is _ITEM:
        return _ITEM_KIND
    return _OTHERS.index(kind) + _ITEM_KIND + 1
