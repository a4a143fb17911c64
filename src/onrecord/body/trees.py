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

__all__ = ["Trees", "in_order", "shares_of", "sums_of"]

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


def in_order(trees: Trees) -> Trees:
    """The same trees as loops go through them fastest: their questions by column and border, their number a multiple of four."""
    columns, borders = array("H", trees.columns), array("f", trees.borders)
    order = sorted(range(len(columns)), key=lambda question: (columns[question], borders[question]))
    place = array("H", bytes(2 * len(order)))
    for n, question in enumerate(order):
        place[question] = n
    asked = [place[question] for question in array("H", trees.asked)]
    count = len(asked) // trees.depth
    more = -count % 4
    rows = [[*asked[n : n + count], *[0] * more] for n in range(0, len(asked), count)]
    return msgspec.structs.replace(
        trees,
        columns=array("H", [columns[n] for n in order]).tobytes(),
        borders=array("f", [borders[n] for n in order]).tobytes(),
        asked=array("H", [question for row in rows for question in row]).tobytes(),
        leaves=trees.leaves + bytes(4 * more << trees.depth),
        weights=trees.weights + bytes(2 * more << trees.depth),
    )


def sums_of(trees: Trees, cells: Numbers, total: int, first: int, end: int) -> Numbers:
    """The sum over all trees for the blocks ``first`` to ``end`` of ``total``.

    ``cells`` are their features as `Features.cells` holds them. Loops are for trees that are `in_order`.
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
    answers = array("B", [0]) * (width * (len(borders) + 2))
    where, rows, answered = wholes(len(borders)), wholes(4 * trees.depth), memoryview(answers).cast("Q")
    bias = trees.bias
    for n in range(width):
        answers[n], answers[width + n] = 0, 1
    for begin in range(first, end, _BATCH):
        count = min(_BATCH, end - begin)
        sums = singles(width)
        _answer(cells, total, begin, count, columns, borders, answers, where)
        _fall(asked, leaves, answered, where, rows, sums, (count + 7) // 8)
        for n in range(count):
            out[begin - first + n] = sums[n] + bias


_WIDE = 16
"""Blocks that are answered for at once: there is room for a multiple of them, so that none is left over."""


def _answer(  # noqa: PLR0913, PLR0917  # each array of the loop is one
    cells: Numbers,
    total: int,
    first: int,
    count: int,
    columns: "memoryview[int]",
    borders: "memoryview[float]",
    answers: Wholes,
    where: Wholes,
) -> None:
    """What each question finds of ``count`` blocks from ``first`` on, and ``where`` in ``answers`` it stands, by eights.

    Where a column is the same for all of them, the answers are the first row (no) or the second (yes). Answers behind
    the last block are of the next column, and are not used.
    """
    width = len(answers) // (len(columns) + 2)
    row, column, cell, differs = 2 * width, -1, 0, 0
    for question in range(len(columns)):
        border = borders[question]
        if columns[question] != column:
            column = columns[question]
            cell = column * total + first
            differs = 0
            for n in range(cell + 1, cell + count):
                differs |= cells[n] != cells[cell]
        if not differs:
            where[question] = width // 8 if cells[cell] > border else 0
            continue
        where[question] = row // 8
        for n in range(min(width, len(cells) - cell)):
            answers[row + n] = cells[cell + n] > border
        row += width


def _fall(  # noqa: PLR0913, PLR0917  # as above
    asked: "memoryview[int]",
    leaves: "memoryview[float]",
    answers: "memoryview[int]",
    where: Wholes,
    rows: Wholes,
    sums: Numbers,
    eights: int,
) -> None:
    """Add to each block's sum the leaves that it falls in, four trees at a time.

    ``answers`` has those of eight blocks in one number: so they are doubled and added at once. ``rows`` has room for where
    the answers begin to the questions of four trees, the last ones first.
    """
    asks = len(rows)
    depth = asks // 4
    trees = len(asked) // depth
    for tree in range(0, trees, 4):
        for level in range(depth):
            ask = (depth - 1 - level) * trees + tree
            for n in range(4):
                rows[4 * level + n] = where[asked[ask + n]]
        one = tree << depth
        two, three, four = one + (1 << depth), one + (2 << depth), one + (3 << depth)
        for n in range(eights):
            a, b = answers[rows[0] + n], answers[rows[1] + n]
            c, d = answers[rows[2] + n], answers[rows[3] + n]
            for ask in range(4, asks, 4):
                a = a * 2 + answers[rows[ask] + n]
                b = b * 2 + answers[rows[ask + 1] + n]
                c = c * 2 + answers[rows[ask + 2] + n]
                d = d * 2 + answers[rows[ask + 3] + n]
            for k in range(8):
                sums[8 * n + k] = (
                    sums[8 * n + k]
                    + leaves[one + (a >> 8 * k & 255)]
                    + leaves[two + (b >> 8 * k & 255)]
                    + leaves[three + (c >> 8 * k & 255)]
                    + leaves[four + (d >> 8 * k & 255)]
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
