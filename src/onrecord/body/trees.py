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
    """A sum of trees: of five questions each at most where loops ask them."""

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
        depth = trees.depth
        if depth > _DEPTH:
            raise ValueError(f"loops go through trees of {_DEPTH} questions, not {depth}")
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
            rows[question], marks[question] = rank, at
            at += 1
        asked = array("H", trees.asked).tolist()
        count, more = len(asked) // depth, -(len(asked) // depth) % 4
        in_loops = [
            asked[level % depth * count + tree] for tree in range(count) for level in range(_DEPTH)
        ] + [0] * (more * _DEPTH)
        leaves = [
            trees.leaves[at : at + (4 << depth)] * (1 << _DEPTH - depth)
            for at in range(0, len(trees.leaves), 4 << depth)
        ]
        self.bias = trees.bias
        self.columns = array("H", ranked)
        """The column of each rank; one with more than _RANKS borders has several."""
        self.ends = array("H", ends)
        """Where the borders end that belong to each rank."""
        self.borders = array("f", ordered)
        """By rank, in order: of each rank a multiple of four, filled up with what nothing is above."""
        self.rows = array("H", [rows[question] for question in in_loops])
        """The ranks that trees ask for, _DEPTH of each tree: where it has fewer questions, some are asked again."""
        self.marks = array("b", [marks[question] for question in in_loops])
        """What these have to be above for a yes."""
        self.leaves = array("f", b"".join(leaves) + bytes(4 * more << _DEPTH))
        """Those of each tree, as often as one that asks no question again has them; behind them trees that add nothing, so that
        they are a multiple of four."""


_DEPTH = 5
"""Questions of a tree in loops."""
_RANKS = 120
"""Ranks that one number of 7 bits tells apart, in fours."""
_laid_out = cache(_Laid)


def _fill(laid: _Laid, cells: Numbers, total: int, first: int, end: int, out: Numbers) -> None:
    width = (min(_BATCH, end - first) + _WIDE - 1) // _WIDE * _WIDE
    ranks, fallen = array("b", [0]) * (width * len(laid.columns)), array("b", [0]) * (4 * width)
    counts = array("i", [0]) * width
    bias = laid.bias
    for begin in range(first, end, _BATCH):
        count = min(_BATCH, end - begin)
        sums = singles(width)
        _rank(laid, cells, total, begin, counts, ranks)
        _fall(laid, ranks, fallen, sums)
        for n in range(count):
            out[begin - first + n] = sums[n] + bias


_WIDE = 16
"""Blocks that a processor asks at once: there is room for a multiple of them, so that none is left over."""


def _rank(laid: _Laid, cells: Numbers, total: int, first: int, counts: Wholes, ranks: Wholes) -> None:
    """How many borders of each column the blocks from ``first`` on are above: one row each.

    Ranks behind the last block are of the next column, and are not used. ``counts`` has room for one row.
    """
    columns, ends, borders = laid.columns, laid.ends, laid.borders
    width = len(counts)
    begin = 0
    for row in range(len(columns)):
        cell, stop = columns[row] * total + first, ends[row]
        for n in range(width):
            counts[n] = 0
        for border in range(begin, stop, 4):
            a, b, c, d = borders[border], borders[border + 1], borders[border + 2], borders[border + 3]
            for n in range(min(width, len(cells) - cell)):
                value = cells[cell + n]
                counts[n] += (value > a) + (value > b) + (value > c) + (value > d)
        for n in range(width):
            ranks[row * width + n] = counts[n]
        begin = stop


def _fall(laid: _Laid, ranks: Wholes, fallen: Wholes, sums: Numbers) -> None:
    """Add to each block's sum the leaves that it falls in, four trees at a time.

    Which leaves these are is told of all blocks first, into ``fallen``: without a look-up, so it is done for many at once.
    """
    rows, marks, leaves, width = laid.rows, laid.marks, laid.leaves, len(sums)
    for tree in range(0, len(rows) // _DEPTH, 4):
        for k in range(4):
            at, to, before = (tree + k) * _DEPTH, k * width, k << _DEPTH
            one, two, three = rows[at] * width, rows[at + 1] * width, rows[at + 2] * width
            four, five = rows[at + 3] * width, rows[at + 4] * width
            a, b, c, d, e = marks[at], marks[at + 1], marks[at + 2], marks[at + 3], marks[at + 4]
            for n in range(width):
                fallen[to + n] = (
                    before
                    | (ranks[one + n] > a)
                    | (ranks[two + n] > b) << 1
                    | (ranks[three + n] > c) << 2
                    | (ranks[four + n] > d) << 3
                    | (ranks[five + n] > e) << 4
                )
        theirs = leaves[tree << _DEPTH : (tree + 4) << _DEPTH]
        for n in range(width):
            sums[n] = (
                sums[n]
                + theirs[fallen[n]]
                + theirs[fallen[width + n]]
                + theirs[fallen[2 * width + n]]
                + theirs[fallen[3 * width + n]]
            )


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
