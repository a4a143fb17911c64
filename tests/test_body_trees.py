"""Trees evaluated in numpy: every sum and every share of it, against trees walked node by node."""

import numpy as np
import pytest

from onrecord.body.columns import COLUMNS
from onrecord.body.judgement import load, near_headline, shipped
from onrecord.body.trees import Trees

COLUMN_COUNT, QUESTIONS, DEPTH, COUNT = 7, 20, 4, 9


def some_trees(seed: int) -> Trees:
    rng = np.random.default_rng(seed)
    return Trees(
        rng.integers(0, COLUMN_COUNT, QUESTIONS),
        rng.normal(size=QUESTIONS).astype(np.float32),
        rng.integers(0, QUESTIONS, (DEPTH, COUNT)),
        rng.normal(size=(COUNT, 1 << DEPTH)).astype(np.float32),
        rng.random((COUNT, 1 << DEPTH)).astype(np.float32),
        0.25,
    )


def walked(trees: Trees, row: "np.ndarray[tuple[int, ...], np.dtype[np.float32]]") -> float:
    total = trees.bias
    for tree in range(COUNT):
        leaf = 0
        for level in range(DEPTH):
            question = trees.asked[level, tree]
            leaf |= int(row[trees.columns[question]] > trees.borders[question]) << level
        total += float(trees.leaves[tree, leaf])
    return total


@pytest.mark.parametrize("rows", [1, 3, 1024, 2500])
def test_sums_are_those_of_trees_walked_one_by_one(rows: int) -> None:
    trees = some_trees(rows)
    matrix = np.random.default_rng(5).normal(size=(rows, COLUMN_COUNT)).astype(np.float32)
    sums = trees.sums(matrix)
    assert sums.shape == (rows,)
    for n in {0, rows // 2, rows - 1}:
        assert sums[n] == pytest.approx(walked(trees, matrix[n]), abs=1e-5)


def test_shares_add_up_to_the_sum_and_belong_to_columns_that_are_asked_about() -> None:
    trees = some_trees(1)
    matrix = np.random.default_rng(6).normal(size=(40, COLUMN_COUNT)).astype(np.float32)
    shares, base = trees.shares(matrix)
    assert shares.sum(axis=1) + base == pytest.approx(trees.sums(matrix), abs=1e-4)
    assert len(set(base.tolist())) == 1
    unasked = set(range(shares.shape[1])) - {int(trees.columns[q]) for q in np.unique(trees.asked)}
    assert all(not shares[:, column].any() for column in unasked)


def test_the_shipped_model_is_small_and_made_for_these_columns() -> None:
    model = shipped()
    assert 0.3 < model.threshold < 0.7
    assert model.article.columns.max() < len(COLUMNS)
    assert model.article.leaves.shape[0] == model.article.asked.shape[1] <= 1200


def test_a_model_made_for_other_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="other columns"):
        load({"names": np.array(["length", "words"])})


def test_a_standfirst_is_looked_for_near_the_headline_alone() -> None:
    assert near_headline(-1, 10) == (0, 10)
    assert near_headline(2, 10) == (0, 10)
    assert near_headline(100, 500) == (96, 136)
