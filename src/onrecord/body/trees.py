# cython: boundscheck=False, wraparound=False
"""Oblivious decision trees: every node of one level asks the same question.

A tree of depth five asks five questions and has 32 leaves; which leaf a block falls in is the number that its five
answers spell in binary. So all trees of all blocks are comparisons, shifts and one look-up: in loops where this module
is compiled, else in numpy.
"""

from array import array
from typing import TYPE_CHECKING

import msgspec

from onrecord.body.numbers import Numbers, Wholes, singles, wholes
from onrecord.compiled import is_compiled

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["Trees", "shares_of", "sums_of"]

_BATCH = 128
"""Blocks judged in one go by loops: their answers stay in the processor's cache."""


class Trees(msgspec.Struct, frozen=True):
    """A sum of trees, all of one depth. Its numbers are little-endian, as a model file holds them."""

    depth: int
    """At most eight."""
    columns: bytes
    """The column that each question asks about, 16 bits; a question stands once, however many trees ask it."""
    borders: bytes
    """What it is compared with, single precision: the answer is yes where the column is greater."""
    asked: bytes
    """The questions of the trees, 16 bits: of each tree the first, which is its leaf's lowest bit; then the second ones."""
    leaves: bytes
    """The value of each leaf, single precision, one tree after another."""
    weights: bytes
    """How much of what was learned from fell in each leaf, half precision."""
    bias: float


def sums_of(trees: Trees, cells: Numbers, total: int, first: int, end: int) -> Numbers:
    """The sum over all trees for the blocks ``first`` to ``end`` of ``total``.

    ``cells`` are their features as `Features.cells` holds them.
    """
    if not _LOOPS:
        return _summed(trees, cells, total, first, end)
    out = singles(end - first)
    _fill(trees, cells, total, first, end, out)
    return out


_LOOPS = is_compiled(__name__)


def _fill(trees: Trees, cells: Numbers, total: int, first: int, end: int, out: Numbers) -> None:
    columns, borders = memoryview(trees.columns).cast("H"), memoryview(trees.borders).cast("f")
    asked, leaves = memoryview(trees.asked).cast("H"), memoryview(trees.leaves).cast("f")
    width = (min(_BATCH, end - first) + _WIDE - 1) // _WIDE * _WIDE
    answers = array("B", [0]) * (width * len(borders))
    bias = trees.bias
    answered, rows = memoryview(answers).cast("Q"), wholes(trees.depth)
    for begin in range(first, end, _BATCH):
        sums = singles(width)
        _answer(cells, total, begin, columns, borders, answers)
        _fall(asked, leaves, answered, rows, sums)
        for n in range(min(_BATCH, end - begin)):
            out[begin - first + n] = sums[n] + bias


_WIDE = 16
"""Blocks that are answered for at once: there is room for a multiple of them, so that none is left over."""


def _answer(  # each array of the loop is one
    cells: Numbers,
    total: int,
    first: int,
    columns: "memoryview[int]",
    borders: "memoryview[float]",
    answers: Wholes,
) -> None:
    """What each question finds of the blocks from ``first`` on: as many answers as there is room for.

    Those behind the last block are of the next column, and are not used.
    """
    width = len(answers) // len(columns)
    for question in range(len(columns)):
        cell, border, row = columns[question] * total + first, borders[question], question * width
        for n in range(min(width, len(cells) - cell)):
            answers[row + n] = cells[cell + n] > border


def _fall(
    asked: "memoryview[int]",
    leaves: "memoryview[float]",
    answers: "memoryview[int]",
    rows: Wholes,
    sums: Numbers,
) -> None:
    """Add to each block's sum the leaves that it falls in.

    ``answers`` has those of eight blocks in one number: so they are doubled and added at once. ``rows`` has room for where
    the answers begin to the questions of one tree, the last one first.
    """
    depth, width = len(rows), len(sums) // 8
    trees = len(asked) // depth
    for tree in range(trees):
        leaf = tree << depth
        for level in range(depth):
            rows[level] = asked[(depth - 1 - level) * trees + tree] * width
        for n in range(0, width, 2):
            eight = answers[rows[0] + n]
            other = answers[rows[0] + n + 1]
            for level in range(1, depth):
                eight = eight * 2 + answers[rows[level] + n]
                other = other * 2 + answers[rows[level] + n + 1]
            for k in range(8):
                sums[8 * n + k] += leaves[leaf + (eight >> 8 * k & 255)]
            for k in range(8):
                sums[8 * n + 8 + k] += leaves[leaf + (other >> 8 * k & 255)]


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
