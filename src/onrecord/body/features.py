"""What is counted about each block of a page: one row a block, one column a feature, all by wide operations.

A page of eighty blocks costs as much in the number of operations as in their size: so columns are made in groups,
by one operation for the whole group where that can be. The columns' names and families are in `COLUMNS`; a model
file names the columns it was trained on, and is refused where they differ.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.body import hints
from onrecord.body.blocks import Cut, TextBlock
from onrecord.body.declared import declared
from onrecord.body.headline import find_headline
from onrecord.body.letters import Letters, read_letters
from onrecord.body.surroundings import TAGS, Surroundings, survey
from onrecord.body.words import ALSO, OPENINGS
from onrecord.page import Page
from onrecord.record import BlockKind

__all__ = ["COLUMNS", "Features", "count"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

_LEVELS = 4
"""Containers around a block that are looked at, each larger than the one before."""
_HINTS = tuple(hints.names_of(1 << n) for n in range(22)) + tuple(f"<{tag}>" for tag in TAGS)
_PASSED = (
    hints.COMMENT, hints.RELATED, hints.NEWSLETTER, hints.SHARE, hints.FOOTER, hints.BIO, hints.TAGS, hints.AD, hints.BYLINE,
    hints.CAPTION, hints.DATE, hints.TITLE, hints.LEAD, hints.BOX, hints.NAV,
)  # fmt: skip
"""Families of which it is counted how many blocks have gone by since the article's first prose."""

_TEXT = (
    "length", "words", "link share", "bold share", "stops", "capitals", "digits", "signs", "dense script", "ends a sentence",
    "begins small", "begins oddly", "good", "times on the page", "in the title", "in the description", "in the data's body",
    "points elsewhere", "word length",
)  # fmt: skip
_KIND = ("heading", "list item", "quotation", "preformatted", "row", "level")
_CONTAINER = (
    "share of good", "share of good, named aside too", "log blocks", "log length", "link share", "good of all", "good blocks",
    "headings", "items", "stops",
)  # fmt: skip
_WITHIN = ("place", "good before", "others' good")
_DRESS = ("share of good", "share of blocks", "link share", "mean length", "good of all", "count")
_NEXT = ("length", "link share", "good", "heading", "aside", "same dress", "same container", "ends a sentence", "digits", "signs")
_STEPS = (-2, -1, 1, 2)
_WINDOWS = ((-3, 0), (-8, 0), (1, 4), (1, 9), (1, 21))
_WINDOW = ("length", "link share", "good", "headings")
_PLACE = (
    "index", "share of blocks before", "good before", "good after", "from headline", "good since headline",
    "from first good", "from last good", "levels to the core", "good of the common container", "depth to the core",
    "links since good", "blocks since good", "headings since headline", "high headings since headline",
    "in the core", "blocks since end of core", "length since good", "data's body given", "from last of the data's body",
    "from first of the data's body", "blocks of the page", "good of the page", "good of core", "core to page",
    "next good", "same article", "headline dress since", "good among all before", "has headline",
)  # fmt: skip

COLUMNS: tuple[tuple[str, str], ...] = (
    *(("text", name) for name in _TEXT),
    *(("kind", name) for name in _KIND),
    *(("container", f"{name} {level} up") for level in range(_LEVELS) for name in _CONTAINER),
    *(("container", f"{name} {level} up") for level in range(_LEVELS) for name in _WITHIN),
    *(("dress", f"{name} of its dress") for name in _DRESS),
    *(("dress", f"{name} of its pair of dresses") for name in _DRESS),
    *(("neighbours", f"{name} at {step:+d}") for step in _STEPS for name in _NEXT),
    *(("neighbours", f"{name} from {a:+d} to {b - 1:+d}") for a, b in _WINDOWS for name in _WINDOW),
    *(("place", name) for name in _PLACE),
    *(("names", f"own {name}") for name in _HINTS),
    *(("names", f"near {name}") for name in _HINTS),
    *(("names", f"around {name}") for name in _HINTS),
    *(("passed", f"{hints.names_of(bit)} passed") for bit in _PASSED),
)
"""Family and name of every column."""

_ASIDE = (
    hints.COMMENT | hints.RELATED | hints.FOOTER | hints.NAV | hints.NEWSLETTER | hints.AD | hints.SHARE | hints.BIO
    | hints.SIDEBAR | hints.HIDDEN | hints.TAGS
)  # fmt: skip
_KINDS = {
    BlockKind.PARAGRAPH: 0, BlockKind.HEADING: 1, BlockKind.LIST_ITEM: 2, BlockKind.QUOTATION: 3, BlockKind.PREFORMATTED: 4,
    BlockKind.TABLE_ROW: 5,
}  # fmt: skip


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
    surroundings: Surroundings
    inside: Ints
    """The container of each block; the last one, which is the page, where it stands in none."""


def count(page: Page, cut: Cut) -> Features:
    """Count what the model judges by; ``cut`` has at least one block."""
    blocks = cut.blocks
    texts = [block.text for block in blocks]
    total = len(texts)
    letters = read_letters(texts)
    lengths = np.fromiter(map(len, texts), np.float32, total)
    size = lengths * (1 + 1.5 * letters.dense / letters.seen)
    linked = np.minimum(np.fromiter([b.linked for b in blocks], np.float32, total) / lengths, 1)
    kinds = np.fromiter([_KINDS[b.kind] for b in blocks], np.int64, total)
    heading = kinds == 1
    good = np.where((size > _GOOD) & (linked < _FEW_LINKS) & (letters.stops > 0) & ~heading, size, 0)
    headline = find_headline(page, blocks)
    weights = np.zeros(total + 1)
    np.cumsum(good, out=weights[1:])
    inside = np.fromiter([b.inside for b in blocks], np.int64, total)
    around = survey(cut, weights, headline)
    inside[inside < 0] = len(around.up) - 1
    bits = around.around.take(inside)
    kept = np.where(bits & _ASIDE, 0, good)
    if kept.sum() * 10 < weights[-1]:
        kept = good  # names that leave nothing mean something else here
    made = _Made(page, blocks, texts, letters, lengths, size, linked, kinds, heading, good, kept, headline, inside, around)
    return Features(made.matrix(), headline, bits, kept, size, around, inside)


_GOOD = 60
"""Length from which a block may read like prose."""
_FEW_LINKS = 0.35
"""Share of a block in links under which it may."""


class _Made:
    """The columns of one page in the making."""

    def __init__(
        self,
        page: Page,
        blocks: Sequence[TextBlock],
        texts: list[str],
        letters: Letters,
        lengths: Floats,
        size: Floats,
        linked: Floats,
        kinds: Ints,
        heading: npt.NDArray[np.bool_],
        good: Floats,
        kept: Floats,
        headline: int,
        inside: Ints,
        around: Surroundings,
    ) -> None:
        self.page, self.blocks, self.texts, self.letters = page, blocks, texts, letters
        self.lengths, self.size, self.linked, self.kinds, self.heading = lengths, size, linked, kinds, heading
        self.good, self.kept, self.headline, self.inside, self.around = good, kept, headline, inside, around
        self.total = len(texts)
        item = kinds == 2
        rows = np.empty((9, self.total + 1))
        rows[:, 0] = 0
        # count, length, linked length, good, kept, good count, headings, items, stops
        body = rows[:, 1:]
        body[0] = 1
        body[1] = size
        body[2] = size * linked
        body[3] = good
        body[4] = kept
        body[5] = good > 0
        body[6] = heading
        body[7] = item
        body[8] = letters.stops
        self.base = body.T.copy()
        np.cumsum(rows, axis=1, out=rows)
        self.sums = rows.T.copy()
        self.near = around.near.take(inside)
        self.data = np.zeros(self.total, np.float32)
        self.data_given = False
        self.index = np.arange(self.total)

    def matrix(self) -> Floats:
        out = np.empty((self.total, len(COLUMNS)), np.float32)
        at = 0
        for part in (
            self.text(), self.kind(), self.containers(), self.within(), self.dress(self.around.dress), self.dress(self.around.pair),
            self.neighbours(), self.windows(), self.place(), self.names(), self.passed(),
        ):  # fmt: skip
            width = part.shape[1]
            out[:, at : at + width] = part
            at += width
        assert at == len(COLUMNS), (at, len(COLUMNS))
        return out

    def text(self) -> Floats:
        letters, seen = self.letters, self.letters.seen
        out = np.empty((len(_TEXT), self.total), np.float32)
        out[0] = np.log1p(self.size)
        out[1] = np.log1p(letters.spaces)
        out[2] = self.linked
        out[3] = np.minimum(np.fromiter([b.bold for b in self.blocks], np.float32, self.total) / self.lengths, 1)
        out[4] = letters.stops
        out[5] = letters.capitals
        out[6] = letters.digits
        out[7] = letters.signs
        out[8] = letters.dense
        out[4:9] /= seen
        out[9] = letters.ended
        out[10] = letters.small
        out[11] = letters.odd
        out[12] = self.good > 0
        out[13:18] = self._looked_up()
        out[18] = seen / (letters.spaces + 1)
        return out.T

    def _looked_up(self) -> Floats:
        """Columns that need each text as a string."""
        texts = self.texts
        times = Counter(texts)
        title = (self.page.title or "").casefold()
        description = next((m.content for m in self.page.metas if m.name in _DESCRIPTIONS), "")
        description = "".join(description.split())
        given = declared(self.page)
        self.data_given = given is not None
        out = np.zeros((5, self.total), np.float32)
        if len(times) < self.total:
            out[0] = [times[t] for t in texts]
        else:
            out[0] = 1
        if title:
            out[1] = [_in_title(t, title) if len(t) < _LINE else 0 for t in texts]
        if len(description) > _TELLING:
            out[2] = [len(t) > _TELLING and "".join(t[:60].split())[:40] in description for t in texts]
        if given is not None:
            out[3] = self.data = np.array([given.holds(t) if len(t) > _WORD else 0 for t in texts], np.float32)
        out[4] = [b.linked > 0 and _points(b.text) for b in self.blocks]
        return out

    def kind(self) -> Floats:
        out = np.empty((self.total, 6), np.float32)
        out[:, :5] = self.kinds[:, None] == _FIVE
        out[:, 5] = [b.level or 0 for b in self.blocks]
        return out

    def containers(self) -> Floats:
        around, sums = self.around, self.sums
        inside = sums.take(around.end, axis=0) - sums.take(around.first, axis=0)
        self.held = inside
        whole = inside[-1] + 1e-6
        count, size = inside[:, 0] + 1e-6, inside[:, 1] + 1e-6
        table = np.empty((len(around.first), len(_CONTAINER)), np.float32)
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
        self.table = table
        self.levels = levels = np.empty((_LEVELS, self.total), np.int64)
        level = self.inside
        single = inside[:, 0].take(level) < 2
        level = np.where(single, around.up.take(level), level)
        for n in range(_LEVELS):
            levels[n] = level
            level = around.up.take(level)
        return table.take(levels.T.ravel(), axis=0).reshape(self.total, -1)

    def within(self) -> Floats:
        around, levels = self.around, self.levels
        held = self.held
        first = around.first.take(levels)
        kept = self.sums[:, 4]
        before = kept[:-1] - kept.take(first)
        all_ = held[:, 4].take(levels)
        out = np.empty((3, _LEVELS, self.total), np.float32)
        out[0] = (self.index - first) / held[:, 0].take(levels)
        out[1] = before / (all_ + 1e-6)
        out[2] = (all_ - self.kept) / (kept[-1] + 1e-6)
        return out.transpose(2, 1, 0).reshape(self.total, -1)

    def dress(self, kinds: Ints) -> Floats:
        ids = kinds.take(self.inside)
        size = int(kinds.max()) + 1
        base, whole = self.base, self.sums[-1] + 1e-6
        counts = np.bincount(ids, minlength=size)
        sizes = np.bincount(ids, base[:, 1], size)
        links = np.bincount(ids, base[:, 2], size)
        kept = np.bincount(ids, base[:, 4], size)
        table = np.empty((size, 6), np.float32)
        some = np.maximum(counts, 1)
        table[:, 0] = kept / whole[4]
        table[:, 1] = counts / self.total
        table[:, 2] = links / (sizes + 1e-6)
        table[:, 3] = np.log1p(sizes / some)
        table[:, 4] = kept / (sizes + 1e-6)
        table[:, 5] = np.log1p(counts)
        return table.take(ids, axis=0)

    def neighbours(self) -> Floats:
        total, letters = self.total, self.letters
        dress, up = self.around.dress.take(self.inside), self.around.up.take(self.inside)
        base = np.zeros((total + 4, len(_NEXT)), np.float32)
        body = base[2:-2]
        body[:, 0] = np.log1p(self.size)
        body[:, 1] = self.linked
        body[:, 2] = self.good > 0
        body[:, 3] = self.heading
        body[:, 4] = (self.near & _ASIDE) != 0
        body[:, 7] = letters.ended
        body[:, 8] = letters.digits / letters.seen
        body[:, 9] = letters.signs / letters.seen
        out = np.empty((total, len(_STEPS), len(_NEXT)), np.float32)
        worn = np.full(total + 4, -1)
        stands = np.full(total + 4, -1)
        worn[2:-2] = dress
        stands[2:-2] = up
        for n, step in enumerate(_STEPS):
            out[:, n] = base[2 + step : 2 + step + total]
            out[:, n, 5] = worn[2 + step : 2 + step + total] == dress
            out[:, n, 6] = stands[2 + step : 2 + step + total] == up
        return out.reshape(total, -1)

    def windows(self) -> Floats:
        """Sums over the blocks before and after each: of all windows in one operation."""
        total = self.total
        bounds = np.clip(self.index[None, :, None] + _BOUNDS[:, None, :], 0, total)
        at = self.sums.take(bounds, axis=0)
        held = at[:, :, 1] - at[:, :, 0]
        size = held[:, :, 1] + 1e-6
        out = np.empty((total, len(_WINDOWS), len(_WINDOW)), np.float32)
        out[:, :, 0] = np.log1p(held[:, :, 1]).T
        out[:, :, 1] = (held[:, :, 2] / size).T
        out[:, :, 2] = (held[:, :, 4] / size).T
        out[:, :, 3] = held[:, :, 6].T
        return out.reshape(total, -1)

    def place(self) -> Floats:
        total, index, sums, around = self.total, self.index, self.sums, self.around
        kept = sums[:, 4]
        whole = kept[-1] + 1e-6
        share = self.held[:, 4] / whole
        big = share >= 0.5
        core = int(np.where(big, self.held[:, 1], np.inf).argmin()) if big.any() else len(share) - 1
        chain = [core]
        while chain[-1] != len(share) - 1:
            chain.append(int(around.up[chain[-1]]))
        firsts = around.first.take(chain)
        ends = around.end.take(chain)
        level = np.maximum(
            np.searchsorted(-firsts, -index, side="left"), np.searchsorted(ends, index, side="right")
        )
        common = np.array(chain).take(level)
        first, end = int(around.first[core]), int(around.end[core])
        goods = np.flatnonzero(self.kept[first:end]) + first
        first_good, last_good = (int(goods[0]), int(goods[-1])) if len(goods) else (first, end - 1)
        self.first_good = first_good
        since = index - _last_true(self.kept > 0, index)
        at_good = index - since
        head = self.headline
        out = np.empty((len(_PLACE), total), np.float32)
        out[0] = np.log1p(index)
        out[1] = index / total
        out[2] = kept[:-1] / whole
        out[3] = (whole - kept[1:]) / whole
        start = max(head, 0)
        out[4] = _signed_log(index - start)
        out[5] = (kept[:-1] - kept[start]) / whole
        out[6] = _signed_log(index - first_good)
        out[7] = _signed_log(index - last_good)
        out[8] = level
        out[9] = share.take(common)
        out[10] = around.depth.take(self.inside) - around.depth[core]
        out[11] = np.log1p(sums[:-1, 2] - sums[:, 2].take(at_good))
        out[12] = np.log1p(since)
        out[13] = sums[:-1, 6] - sums[min(start + 1, total), 6]
        out[14] = self._high_headings(start)
        out[15] = level == 0
        out[16] = _signed_log(index - end)
        out[17] = np.log1p(sums[:-1, 1] - sums[:, 1].take(at_good))
        held = np.flatnonzero(self.data)
        out[18] = self.data_given
        out[19] = _signed_log(index - held[-1]) if len(held) else _UNKNOWN
        out[20] = _signed_log(index - held[0]) if len(held) else _UNKNOWN
        out[21] = np.log1p(total)
        out[22] = np.log1p(whole)
        out[23] = share[core]
        out[24] = (end - first) / total
        nexts = _next_true(self.kept > 0, index, total)
        out[25] = np.log1p(nexts - index)
        out[26] = self._same_article(core)
        out[27] = self._headline_dress(head)
        out[28] = kept[1:] / (sums[1:, 1] + 1e-6)
        out[29] = head >= 0
        return out.T

    def _high_headings(self, start: int) -> Floats:
        levels = [b.level or 9 if h else 9 for b, h in zip(self.blocks, self.heading.tolist(), strict=True)]
        high = np.cumsum(np.array(levels) <= 2)
        return np.asarray(high - high[start], np.float32)

    def _same_article(self, core: int) -> Floats:
        """Whether a block's innermost article element is that of the core: 1 it is, 0 another, 0.5 none."""
        here = self.around.article.take(self.inside)
        mine = self.around.article[core]
        return np.where(here == mine, 1, np.where(here < 0, 0.5, 0)).astype(np.float32)

    def _headline_dress(self, head: int) -> Floats:
        """How many blocks written like the headline have gone by since it."""
        if head < 0:
            return np.full(self.total, _UNKNOWN, np.float32)
        worn = self.around.dress.take(self.inside)
        high = np.cumsum(worn == worn[head])
        return np.asarray(high - high[head], np.float32)

    def names(self) -> Floats:
        around, inside = self.around, self.inside
        out = np.empty((self.total, 3, len(_HINTS)), np.float32)
        for n, bits in enumerate((around.own.take(inside), self.near, around.around.take(inside))):
            out[:, n] = (bits[:, None] >> _BITS) & 1
        return out.reshape(self.total, -1)

    def passed(self) -> Floats:
        seen = np.cumsum((self.near[:, None] & _PASSED_BITS) != 0, axis=0)
        return np.log1p(np.maximum(seen - seen[self.first_good], 0)).astype(np.float32)


_BOUNDS = np.array(_WINDOWS)
_LINE = 250
"""Characters of the longest block that may be a part of the title, or hold it."""
_TELLING = 20
"""Characters from which being in the description is no chance."""
_WORD = 8
"""The same for the data's body."""
_FIVE = np.arange(1, 6)
_BITS = np.arange(len(_HINTS))
_PASSED_BITS = np.array(_PASSED)
_UNKNOWN = -20.0
_DESCRIPTIONS = frozenset(("description", "og:description"))


def _signed_log(values: Ints) -> Floats:
    return np.asarray(np.sign(values) * np.log1p(np.abs(values)), np.float32)


def _last_true(mask: npt.NDArray[np.bool_], index: Ints) -> Ints:
    """The index of the last block before each, or itself, of which ``mask`` holds; 0 where none is."""
    return np.maximum.accumulate(np.where(mask, index, 0))


def _next_true(mask: npt.NDArray[np.bool_], index: Ints, total: int) -> Ints:
    """The index of the next block after each of which ``mask`` holds; the number of blocks where none is."""
    found = np.minimum.accumulate(np.where(mask, index, total)[::-1])[::-1]
    return np.append(found[1:], total)


def _in_title(text: str, title: str) -> float:
    folded = text.casefold()
    return 1.0 if folded in title else 0.5 if title in folded else 0.0


def _points(text: str) -> bool:
    start = text[:9].lstrip(" *([–—▶►»>•|-").casefold()[:3]
    return start in OPENINGS and len(text) < 300 and ALSO.match(text) is not None
