"""What all of a page's features are counted from: its blocks as numbers, and their sums over any stretch."""

import numpy as np
import numpy.typing as npt

from onrecord.body import hints
from onrecord.body.blocks import Cut
from onrecord.body.declared import declared
from onrecord.body.headline import find_headline
from onrecord.body.letters import read_letters
from onrecord.body.surroundings import survey
from onrecord.page import Page
from onrecord.record import BlockKind

__all__ = ["ASIDE", "Floats", "Ints", "Tally"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

ASIDE = (
    hints.COMMENT | hints.RELATED | hints.FOOTER | hints.NAV | hints.NEWSLETTER | hints.AD | hints.SHARE | hints.BIO
    | hints.SIDEBAR | hints.HIDDEN | hints.TAGS
)  # fmt: skip
"""Families of parts that stand beside an article."""
_KINDS = {
    BlockKind.PARAGRAPH: 0, BlockKind.HEADING: 1, BlockKind.LIST_ITEM: 2, BlockKind.QUOTATION: 3, BlockKind.PREFORMATTED: 4,
    BlockKind.TABLE_ROW: 5,
}  # fmt: skip


_GOOD = 60
"""Length from which a block may read like prose."""
_FEW_LINKS = 0.35
"""Share of a block in links under which it may."""
_HEADING, _ITEM = 1, 2
_WORD = 8
"""Characters from which standing in the data's body is no chance."""


class Tally:
    """One page in numbers, most of them one a block."""

    __slots__ = (
        "around", "base", "blocks", "data", "good", "heading", "headline", "held", "index", "inside", "kept", "kinds", "lengths",
        "letters", "linked", "named", "near", "page", "size", "sums", "texts", "total",
    )  # fmt: skip

    def __init__(self, page: Page, cut: Cut) -> None:
        self.page, self.blocks = page, cut.blocks
        self.texts = [block.text for block in cut.blocks]
        self.total = total = len(self.texts)
        self.index = np.arange(total)
        self.letters = letters = read_letters(self.texts)
        self.lengths = np.fromiter(map(len, self.texts), np.float32, total)
        self.size = self.lengths * (1 + 1.5 * letters.dense / letters.seen)
        self.linked = np.minimum(
            np.fromiter([b.linked for b in cut.blocks], np.float32, total) / self.lengths, 1
        )
        self.kinds = np.fromiter([_KINDS[b.kind] for b in cut.blocks], np.int64, total)
        self.heading = self.kinds == _HEADING
        prose = (self.size > _GOOD) & (self.linked < _FEW_LINKS) & (letters.stops > 0) & ~self.heading
        self.good = np.where(prose, self.size, 0)
        self.headline = find_headline(page, cut.blocks)
        weights = np.zeros(total + 1)
        np.cumsum(self.good, out=weights[1:])
        self.around = around = survey(cut, weights, self.headline)
        self.inside = np.fromiter([b.inside for b in cut.blocks], np.int64, total)
        self.inside[self.inside < 0] = len(around.up) - 1
        self.named = around.around.take(self.inside)
        self.near = around.near.take(self.inside)
        self.kept = np.where(self.named & ASIDE, 0, self.good)
        if self.kept.sum() * 10 < weights[-1]:
            self.kept = self.good  # names that leave nothing mean something else here
        self.base, self.sums = self._sums()
        self.held = self.sums.take(around.end, axis=0) - self.sums.take(around.first, axis=0)
        given = declared(page)
        self.data: Floats | None = None
        """How far the article's text in the page's data holds each block; None where it gives none."""
        if given is not None:
            self.data = np.array([given.holds(t) if len(t) > _WORD else 0 for t in self.texts], np.float32)

    def _sums(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """What is summed over containers and stretches, one row a block; and the sums before each block, one row more.

        In this order: one, length, length in links, good, good that is not named aside, whether good, headings, list
        items, stops.
        """
        rows = np.empty((9, self.total + 1))
        rows[:, 0] = 0
        body = rows[:, 1:]
        body[0] = 1
        body[1] = self.size
        body[2] = self.size * self.linked
        body[3] = self.good
        body[4] = self.kept
        body[5] = self.good > 0
        body[6] = self.heading
        body[7] = self.kinds == _ITEM
        body[8] = self.letters.stops
        base = body.T.copy()
        np.cumsum(rows, axis=1, out=rows)
        return base, rows.T.copy()
