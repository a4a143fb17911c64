# cython: boundscheck=False, wraparound=False
"""Oblivious decision trees: every node of one level asks the same question.

A tree of depth five asks five questions and has 32 leaves; which leaf a block falls in is the number that its five
answers spell in binary. So all trees of all blocks are comparisons, shifts and one look-up: in loops where this module
is compiled, else in numpy.
"""

import math
from array import array
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from onrecord.body.numbers import Numbers, Wholes, singles
from onrecord.compiled import is_compiled

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_BATCH = 128
"""Blocks judged in one go by loops: their ranks stay in the processor's cache."""


class Questions(msgspec.Struct, frozen=True):
    """What trees ask, all of one depth. The numbers are little-endian, as a model file holds them."""

    depth: int
    """At most eight."""
    columns: bytes
    """The column that each question asks about, 16 bits; a question stands once, however many trees ask it."""
    borders: bytes
    """What it is compared with, single precision: the answer is yes where the column is greater."""
    asked: bytes
    """The questions of the trees, 16 bits: of each tree the first, which is its leaf's lowest bit; then the second ones."""
    weights: bytes
    """How much of what was learned from fell in each leaf, half precision."""


class Trees(Questions, frozen=True):
    """A sum of trees."""

    leaves: bytes
    """The value of each leaf, single precision, one tree after another."""
    bias: float


def sums_of(trees: Trees, cells: Numbers, total: int, first: int, end: int) -> Numbers:
    """The sum over all trees for the blocks ``first`` to ``end`` of ``total``.

    ``cells`` are their features as `Features.cells` holds them.
    """
    if not _LOOPS:
        return _summed(trees, cells, total, first, end)
    out = singles(end - first)
    _fill(_laid_out(trees), cells, total, first, end, out)
    return out


_LOOPS = is_compiled(__name__)


class _Laid:
    """Trees as loops go through them.

    The borders of one column stand in order: so a block's rank among them, which is how many its value is above, answers
    all questions about that column, and a whole page's ranks stay in the processor's nearest cache.
    """

    def __init__(self, trees: Trees) -> None:
        columns, borders = array("H", trees.columns).tolist(), array("f", trees.borders).tolist()
        rows, marks = [0] * len(columns), [0] * len(columns)
        ranked: list[int] = []
        ends: list[int] = []
        ordered: list[float] = []
        rank = at = 0
        told = list(zip(columns, borders, strict=True))
        for question in sorted(range(len(columns)), key=told.__getitem__):
            if not ranked or columns[question] != ranked[rank] or at == _RANKS:
                rank, at = len(ranked), 0
                ranked.append(columns[question])
                ends.append(0)
            if not at % 4:
                ordered.extend([math.inf] * 4)
                ends[rank] = len(ordered)
            ordered[ends[rank] - 4 + at % 4] = borders[question]
            at += 1
            rows[question], marks[question] = rank, at
        asked = array("H", trees.asked).tolist()
        count = len(asked) // trees.depth
        more = -count % 4
        in_loops = [
            asked[level * count + tree] if tree < count else 0
            for four in range(0, count + more, 4)
            for level in range(trees.depth)
            for tree in range(four, four + 4)
        ]
        self.depth, self.bias = trees.depth, trees.bias
        self.columns = array("H", ranked)
        """The column of each rank; one with more than _RANKS borders has several."""
        self.ends = array("H", ends)
        """Where the borders end that belong to each rank."""
        self.borders = array("f", ordered)
        """By rank, in order: of each rank a multiple of four, filled up with what nothing is above."""
        self.rows = array("H", [rows[question] for question in in_loops])
        """The ranks that trees ask for: the first of four trees, the second ones of these, then of the next four."""
        self.marks = array("B", [marks[question] for question in in_loops])
        """What these have to reach for a yes."""
        self.leaves = array("f", trees.leaves + bytes(4 * more << trees.depth))
        """As in `Trees`; behind them trees that add nothing, so that they are a multiple of four."""


_RANKS = 120
"""Ranks that one number of 7 bits tells apart, in fours."""
_laid_out = cache(_Laid)


def _fill(laid: _Laid, cells: Numbers, total: int, first: int, end: int, out: Numbers) -> None:
    columns = len(laid.columns)
    width = (min(_BATCH, end - first) + _WIDE - 1) // _WIDE * _WIDE
    ranks = array("B", [0]) * (width * columns)
    eights, counts = memoryview(ranks).cast("Q"), array("i", [0]) * width
    asked = array("Q", [0]) * (8 * laid.depth)
    bias = laid.bias
    for begin in range(first, end, _BATCH):
        count = min(_BATCH, end - begin)
        sums = singles(width)
        _rank(laid, cells, total, begin, counts, ranks)
        _fall(laid, eights, asked, sums, (count + 7) // 8)
        for n in range(count):
            out[begin - first + n] = sums[n] + bias


_WIDE = 8
"""Blocks that are ranked at once: there is room for a multiple of them, so that none is left over."""


def _rank(laid: _Laid, cells: Numbers, total: int, first: int, counts: Wholes, ranks: Wholes) -> None:
    """How many borders of each column the blocks from ``first`` on are above, and _HIGH more: one row each.

    Ranks behind the last block are of the next column, and are not used. ``counts`` has room for one row.
    """
    columns, ends, borders = laid.columns, laid.ends, laid.borders
    width = len(counts)
    begin = 0
    for row in range(len(columns)):
        cell, stop = columns[row] * total + first, ends[row]
        for n in range(width):
            counts[n] = _HIGH
        for border in range(begin, stop, 4):
            a, b, c, d = borders[border], borders[border + 1], borders[border + 2], borders[border + 3]
            for n in range(min(width, len(cells) - cell)):
                value = cells[cell + n]
                counts[n] += (value > a) + (value > b) + (value > c) + (value > d)
        for n in range(width):
            ranks[row * width + n] = counts[n]
        begin = stop


_HIGH, _HIGHS, _ONES = 0x80, 0x8080808080808080, 0x0101010101010101


def _fall(laid: _Laid, ranks: "memoryview[int]", asked: Wholes, sums: Numbers, eights: int) -> None:
    """Add to each block's sum the leaves that it falls in, four trees at a time.

    ``ranks`` has those of eight blocks in one number, so eight are answered at once: a rank that reaches its mark keeps its
    highest bit when the mark is taken off. The answers to a tree's questions move down, the first one to the lowest
    bit. ``asked`` has room for the rows and marks of four trees.
    """
    rows, marks, leaves, depth = laid.rows, laid.marks, laid.leaves, laid.depth
    asks, width = 4 * depth, len(ranks) // len(laid.columns)
    unused = 8 - depth
    for tree in range(0, len(rows) // depth, 4):
        for n in range(asks):
            asked[2 * n] = rows[tree * depth + n] * width
            asked[2 * n + 1] = marks[tree * depth + n] * _ONES
        one = tree << depth
        two, three, four = one + (1 << depth), one + (2 << depth), one + (3 << depth)
        for n in range(eights):
            a = b = c = d = 0
            for ask in range(0, 2 * asks, 8):
                a = a >> 1 | (ranks[asked[ask] + n] - asked[ask + 1]) & _HIGHS
                b = b >> 1 | (ranks[asked[ask + 2] + n] - asked[ask + 3]) & _HIGHS
                c = c >> 1 | (ranks[asked[ask + 4] + n] - asked[ask + 5]) & _HIGHS
                d = d >> 1 | (ranks[asked[ask + 6] + n] - asked[ask + 7]) & _HIGHS
            a, b, c, d = a >> unused, b >> unused, c >> unused, d >> unused
            for k in range(8 * n, 8 * n + 8):
                sums[k] = (
                    sums[k]
                    + leaves[one + (a & 255)]
                    + leaves[two + (b & 255)]
                    + leaves[three + (c & 255)]
                    + leaves[four + (d & 255)]
                )
                a, b, c, d = a >> 8, b >> 8, c >> 8, d >> 8


def _summed(trees: Trees, cells: Numbers, total: int, first: int, end: int) -> Numbers:
    """As `sums_of`, by wide operations."""
    import numpy as np

    columns, borders = np.frombuffer(trees.columns, "<u2"), np.frombuffer(trees.borders, "<f4")
    asked = np.frombuffer(trees.asked, "<u2").reshape(trees.depth, -1)
    matrix = np.frombuffer(cells, np.float32).reshape(-1, total)[:, first:end]
    answers = (matrix.take(columns, axis=0) > borders[:, None]).view(np.uint8)
    fallen = answers.take(asked[trees.depth - 1], axis=0)
    for level in range(trees.depth - 2, -1, -1):
        fallen += fallen
        fallen += answers.take(asked[level], axis=0)
    leaf = fallen + (np.arange(asked.shape[1], dtype=np.int32) << trees.depth)[:, None]
    sums = np.frombuffer(trees.leaves, "<f4").take(leaf).sum(axis=0, dtype=np.float32)
    return array("f", (sums + np.float32(trees.bias)).astype(np.float32).tobytes())


def shares_of(
    trees: Trees, matrix: "npt.NDArray[np.float32]"
) -> "tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]":
    """What each column adds to each row's sum, and what all rows have alike.

    Going down a tree the expected value changes with each answer, where the expectation is over what was learned
    from; the change belongs to the column that was asked about.
    """
    import numpy as np

    columns, borders = np.frombuffer(trees.columns, "<u2"), np.frombuffer(trees.borders, "<f4")
    depth, shape = trees.depth, (-1,) + (2,) * trees.depth
    asked = np.frombuffer(trees.asked, "<u2").reshape(depth, -1)
    leaves = np.frombuffer(trees.leaves, "<f4").astype(np.float64).reshape(shape)
    weights = np.frombuffer(trees.weights, "<f2").astype(np.float64).reshape(shape) + 1e-9
    answers = (matrix[:, columns] > borders).astype(np.int64)
    shares = np.zeros((len(matrix), int(columns.max(initial=0)) + 1), np.float32)
    base = trees.bias
    rows = np.arange(len(matrix))
    for tree, (value, weight) in enumerate(zip(leaves, weights, strict=True)):
        expected = np.full(len(matrix), (value * weight).sum() / weight.sum())
        base += float(expected[0]) if len(matrix) else 0.0
        taken: tuple[npt.NDArray[np.int64], ...] = ()
        # The first question is the lowest bit, which is the last axis.
        for level in range(depth - 1, -1, -1):
            question = int(asked[level, tree])
            taken = (*taken, answers[:, question])
            inner = tuple(range(len(taken), depth))
            mean = (value * weight).sum(axis=inner) / weight.sum(axis=inner)
            now = mean[taken]
            np.add.at(shares, (rows, np.full(len(rows), columns[question])), now - expected)
            expected = now
    return shares, np.full(len(matrix), base, np.float32)
