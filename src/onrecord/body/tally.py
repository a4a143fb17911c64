# cython: boundscheck=False, wraparound=False
"""What all of a page's features are counted from: its blocks as numbers, and their sums over any stretch."""

import math
from array import array

from msgspec.structs import astuple

from onrecord.body import hints
from onrecord.body.blocks import Cut, TextBlock
from onrecord.body.declared import declared
from onrecord.body.headline import find_headline
from onrecord.body.letters import DENSE, ROWS, SEEN, STOPS, count_letters
from onrecord.body.numbers import Numbers, numbers, wholes
from onrecord.body.surroundings import AROUND, END, NEAR, OWN, survey
from onrecord.page import Page
from onrecord.record import BlockKind

ASIDE = (
    hints.COMMENT | hints.RELATED | hints.FOOTER | hints.NAV | hints.NEWSLETTER | hints.AD | hints.SHARE | hints.BIO
    | hints.SIDEBAR | hints.HIDDEN | hints.TAGS
)  # fmt: skip
"""Families of parts that stand beside an article."""

_ASIDE = ASIDE
_GOOD_FROM = 60
"""Length from which a block may read like prose."""
_FEW_LINKS = 0.35
"""Share of a block in links under which it may."""
_WORD = 8
"""Characters from which standing in the data's body is no chance."""


SIZE, LOG, LINKED, BOLD, GOOD, KEPT = range(6)
"""Numbers of each block, a row each.

Its length, where a character of Chinese, Japanese or Korean counts as two and a half; the logarithm of that and one more;
its share in links; its share in bold; its length where it reads like prose, 0 elsewhere; the same, but 0 too where names
set it aside.
"""
KIND, LEVEL, INSIDE, OWN_OF, NEAR_BY, NAMED = range(ROWS, ROWS + 6)
"""Whole numbers of each block: the rows behind those of its letters.

0 for a paragraph, else what its kind's column is numbered in `columns.KIND`, from 1; its level, 0 where it has none; its
container in ``around``; of that the bits of `OWN`, `NEAR` and `AROUND`.
"""
SUM_SIZE, SUM_LINKED, SUM_GOOD, SUM_KEPT, SUM_PROSE, SUM_HEADINGS, SUM_ITEMS, SUM_STOPS = range(8)
"""What is summed over blocks, a row each: length, length in links, what is good, what of it is kept, how many are good,
headings, items of lists, marks that part sentences."""


class Tally:
    """One page in numbers. Tables are arrays, one row after another, so that loops reach a cell at no cost."""

    def __init__(self, page: Page, cut: Cut) -> None:
        self.page = page
        self.total = total = len(cut.blocks)
        self.texts: list[str] = []
        self.wholes = wholes(_WHOLE_ROWS * total)
        self.numbers = numbers(_NUMBER_ROWS * total)
        self._read(cut.blocks)
        count_letters(self.texts, self.wholes)
        before = numbers(total + 1)
        """How much of the good text stands before each block."""
        self._measure(before)
        self.headline = find_headline(page, cut.blocks)
        self.width = len(cut.containers) + 1
        """Cells of a row about containers."""
        self.around = survey(cut, before, self.headline)
        self._surround(before[total])
        self.sums = numbers(_SUM_ROWS * (total + 1))
        """Sums over the blocks before each one."""
        self.held = numbers(_SUM_ROWS * self.width)
        """Sums over the blocks of each container."""
        self._sum()
        given = declared(page)
        self.data: Numbers | None = None
        """How far the article's text in the page's data holds each block; None where it gives none."""
        if given is not None:
            self.data = array("d", [given.holds(t) if len(t) > _WORD else 0 for t in self.texts])

    def _read(self, blocks: tuple[TextBlock, ...]) -> None:
        """What blocks tell by themselves."""
        total, wholes, numbers, texts = self.total, self.wholes, self.numbers, self.texts
        for n in range(total):
            text, kind, level, linked, bold, _, _, inside, _, _ = astuple(blocks[n])
            length = len(text)
            texts.append(text)
            wholes[_KIND * total + n] = _number_of(kind)
            wholes[_LEVEL * total + n] = level or 0
            wholes[_INSIDE * total + n] = inside
            numbers[_LINKED * total + n] = min(linked / length, 1.0)
            numbers[_BOLD * total + n] = min(bold / length, 1.0)

    def _measure(self, before: Numbers) -> None:
        """Lengths, and what reads like prose: its sums ``before`` each block, too."""
        total, wholes, numbers, texts = self.total, self.wholes, self.numbers, self.texts
        for n in range(total):
            size = len(texts[n]) * (1 + 1.5 * wholes[_DENSE * total + n] / wholes[_SEEN * total + n])
            numbers[_SIZE * total + n] = size
            numbers[_LOG * total + n] = math.log1p(size)
            reads = numbers[_LINKED * total + n] < _FEW_LINKS and wholes[_STOPS * total + n] > 0
            good = size if reads and size > _GOOD_FROM and wholes[_KIND * total + n] != _HEADING_KIND else 0
            numbers[_GOOD * total + n] = good
            before[n + 1] = before[n] + good

    def _surround(self, good_of_all: float) -> None:
        """What the containers of each block say of it, and which good text they do not set aside."""
        total, width, around = self.total, self.width, self.around
        wholes, numbers = self.wholes, self.numbers
        kept_of_all = 0.0
        for n in range(total):
            at = wholes[_INSIDE * total + n]
            if at < 0:
                at = wholes[_INSIDE * total + n] = width - 1
            wholes[_OWN_OF * total + n] = around[_OWN * width + at]
            wholes[_NEAR_BY * total + n] = around[_NEAR * width + at]
            wholes[_NAMED * total + n] = around[_AROUND * width + at]
            if not around[_AROUND * width + at] & _ASIDE:
                numbers[_KEPT * total + n] = numbers[_GOOD * total + n]
                kept_of_all += numbers[_GOOD * total + n]
        if kept_of_all * 10 < good_of_all:
            for n in range(total):  # names that leave nothing mean something else here
                numbers[_KEPT * total + n] = numbers[_GOOD * total + n]

    def _sum(self) -> None:
        """The sums before each block, and for each container the difference of two."""
        total, width, around = self.total, self.width, self.around
        wholes, numbers, sums, held = self.wholes, self.numbers, self.sums, self.held
        row = total + 1
        for n in range(total):
            size, good = numbers[_SIZE * total + n], numbers[_GOOD * total + n]
            kind = wholes[_KIND * total + n]
            sums[n + 1] = sums[n] + size
            sums[row + n + 1] = sums[row + n] + size * numbers[_LINKED * total + n]
            sums[2 * row + n + 1] = sums[2 * row + n] + good
            sums[3 * row + n + 1] = sums[3 * row + n] + numbers[_KEPT * total + n]
            sums[4 * row + n + 1] = sums[4 * row + n] + (good > 0)
            sums[5 * row + n + 1] = sums[5 * row + n] + (kind == _HEADING_KIND)
            sums[6 * row + n + 1] = sums[6 * row + n] + (kind == _ITEM_KIND)
            sums[7 * row + n + 1] = sums[7 * row + n] + wholes[_STOPS * total + n]
        for n in range(width):
            first, end = around[n], around[_END * width + n]
            for k in range(_SUM_ROWS):
                held[k * width + n] = sums[k * row + end] - sums[k * row + first]


_WHOLE_ROWS, _NUMBER_ROWS, _SUM_ROWS = ROWS + 6, 6, 8
_SIZE, _LOG, _LINKED, _BOLD, _GOOD, _KEPT = SIZE, LOG, LINKED, BOLD, GOOD, KEPT
_KIND, _LEVEL, _INSIDE, _OWN_OF, _NEAR_BY, _NAMED = KIND, LEVEL, INSIDE, OWN_OF, NEAR_BY, NAMED
_SEEN, _STOPS, _DENSE = SEEN, STOPS, DENSE
_END, _OWN, _NEAR, _AROUND = END, OWN, NEAR, AROUND


_PARAGRAPH, _HEADING, _ITEM = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM
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
