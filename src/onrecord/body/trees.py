"""Oblivious decision trees, evaluated in numpy: every node of one level asks the same question.

A tree of depth six asks six questions and has 64 leaves; which leaf a block falls in is the number that its six
answers spell in binary. So all trees of all blocks are a comparison, six shifts and one look-up.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["Trees"]

Floats = npt.NDArray[np.float32]

_BATCH = 1024
"""Blocks judged in one go: bounds the memory, and keeps it in the processor's cache."""


class Trees(NamedTuple):
    """A sum of trees."""

    columns: npt.NDArray[np.int64]
    """The column that each question asks about; a question stands once, however many trees ask it."""
    borders: Floats
    """What it is compared with: the answer is yes where the column is greater."""
    asked: npt.NDArray[np.int64]
    """The questions of each tree, one row a level, one column a tree: the first row is the lowest bit."""
    leaves: Floats
    """The value of each leaf, one row a tree."""
    weights: Floats
    """How much of what was learned from fell in each leaf, one row a tree."""
    bias: float

    def sums(self, matrix: Floats) -> Floats:
        """The sum over all trees for each row of ``matrix``, whose columns are those the trees were made of."""
        total = len(matrix)
        if total <= _BATCH:
            return self._sums(matrix)
        return np.concatenate([self._sums(matrix[n : n + _BATCH]) for n in range(0, total, _BATCH)])

    def _sums(self, matrix: Floats) -> Floats:
        values = self.leaves.ravel().take(self._fallen(matrix))
        return np.asarray(values.sum(axis=0, dtype=np.float32) + np.float32(self.bias), np.float32)

    def _fallen(self, matrix: Floats) -> npt.NDArray[np.int32]:
        """The leaf, counted over all trees, that each row falls in: one row a tree, one column a row of ``matrix``."""
        asked = np.ascontiguousarray(matrix.T).take(self.columns, axis=0) > self.borders[:, None]
        answers = asked.view(np.uint8)
        depth, count = self.asked.shape
        fallen = answers.take(self.asked[depth - 1], axis=0)
        for level in range(depth - 2, -1, -1):
            fallen += fallen
            fallen += answers.take(self.asked[level], axis=0)
        return np.asarray(fallen + (np.arange(count, dtype=np.int32) << depth)[:, None], np.int32)

    def shares(self, matrix: Floats) -> tuple[Floats, Floats]:
        """What each column adds to each row's sum, and what all rows have alike.

        Going down a tree the expected value changes with each answer, where the expectation is over what was learned
        from; the change belongs to the column that was asked about.
        """
        depth, count = self.asked.shape
        answers = (matrix[:, self.columns] > self.borders).astype(np.int64)
        shares = np.zeros((len(matrix), int(self.columns.max(initial=-1)) + 1), np.float32)
        base = self.bias
        rows = np.arange(len(matrix))
        for tree in range(count):
            values = self.leaves[tree].astype(np.float64).reshape((2,) * depth)
            weights = self.weights[tree].astype(np.float64).reshape((2,) * depth) + 1e-9
            expected = np.full(len(matrix), (values * weights).sum() / weights.sum())
            base += float(expected[0]) if len(matrix) else 0.0
            taken: tuple[npt.NDArray[np.int64], ...] = ()
            # The first question is the lowest bit, which is the last axis.
            for level in range(depth - 1, -1, -1):
                question = self.asked[level, tree]
                taken = (*taken, answers[:, question])
                inner = tuple(range(len(taken), depth))
                mean = (values * weights).sum(axis=inner) / weights.sum(axis=inner)
                now = mean[taken]
                np.add.at(shares, (rows, np.full(len(rows), self.columns[question])), now - expected)
                expected = now
        return shares, np.full(len(matrix), base, np.float32)
