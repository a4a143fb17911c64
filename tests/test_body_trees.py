"""Sums of trees: those of loops and of wide operations alike, and every share of them, against trees walked node by node."""

from array import array

import msgspec
import numpy as np
import pytest

from onrecord.body import trees as trees_module
from onrecord.body.columns import COLUMNS
from onrecord.body.judgement import load, near_headline, shipped
from onrecord.body.trees import Trees, shares_of, sums_of

COLUMN_COUNT, QUESTIONS, DEPTH, COUNT = 7, 20, 4, 9

Matrix = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


def some_trees(seed: int) -> Trees:
    rng = np.random.default_rng(seed)
    return Trees(
        depth=DEPTH,
        columns=rng.integers(0, COLUMN_COUNT, QUESTIONS).astype("<u2").tobytes(),
        borders=rng.normal(size=QUESTIONS).astype("<f4").tobytes(),
        asked=rng.integers(0, QUESTIONS, (DEPTH, COUNT)).astype("<u2").tobytes(),
        leaves=rng.normal(size=(COUNT, 1 << DEPTH)).astype("<f4").tobytes(),
        weights=rng.random((COUNT, 1 << DEPTH)).astype("<f2").tobytes(),
        bias=0.25,
    )


def some_rows(seed: int, rows: int) -> tuple[Matrix, "array[float]"]:
    """A matrix, and its cells one column after another."""
    matrix = np.random.default_rng(seed).normal(size=(rows, COLUMN_COUNT)).astype(np.float32)
    return matrix, array("f", matrix.T.tobytes())


def walked(trees: Trees, row: Matrix) -> float:
    columns, borders = np.frombuffer(trees.columns, "<u2"), np.frombuffer(trees.borders, "<f4")
    asked = np.frombuffer(trees.asked, "<u2").reshape(DEPTH, COUNT)
    leaves = np.frombuffer(trees.leaves, "<f4").reshape(COUNT, -1)
    total = trees.bias
    for tree in range(COUNT):
        leaf = 0
        for level in range(DEPTH):
            question = asked[level, tree]
            leaf |= int(row[columns[question]] > borders[question]) << level
        total += float(leaves[tree, leaf])
    return total


@pytest.mark.parametrize("loops", [True, False])
@pytest.mark.parametrize("rows", [1, 3, 1024, 2500])
def test_sums_are_those_of_trees_walked_one_by_one(
    rows: int, monkeypatch: pytest.MonkeyPatch, *, loops: bool
) -> None:
    monkeypatch.setattr(trees_module, "_LOOPS", loops)
    trees = some_trees(rows)
    matrix, cells = some_rows(5, rows)
    sums = sums_of(trees, cells, rows, 0, rows)
    assert len(sums) == rows
    for n in {0, rows // 2, rows - 1}:
        assert sums[n] == pytest.approx(walked(trees, matrix[n]), abs=1e-5)


@pytest.mark.parametrize("loops", [True, False])
def test_what_is_the_same_of_all_blocks_is_answered_once(
    monkeypatch: pytest.MonkeyPatch, *, loops: bool
) -> None:
    monkeypatch.setattr(trees_module, "_LOOPS", loops)
    trees, (matrix, _) = some_trees(3), some_rows(8, 20)
    matrix[:, ::2] = matrix[0, ::2]
    sums = sums_of(trees, array("f", matrix.T.tobytes()), 20, 0, 20)
    assert sums.tolist() == pytest.approx([walked(trees, row) for row in matrix], abs=1e-5)


def test_a_column_may_have_more_borders_than_one_rank_tells() -> None:
    trees, (matrix, cells) = some_trees(4), some_rows(9, 30)
    many = np.linspace(-2, 2, 400).astype("<f4")
    asked = np.random.default_rng(4).integers(0, len(many), (DEPTH, COUNT)).astype("<u2")
    trees = msgspec.structs.replace(
        trees, columns=bytes(2 * len(many)), borders=many.tobytes(), asked=asked.tobytes()
    )
    sums = sums_of(trees, cells, 30, 0, 30)
    assert sums.tolist() == pytest.approx([walked(trees, row) for row in matrix], abs=1e-5)


def test_loops_refuse_trees_that_are_too_deep_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trees_module, "_LOOPS", True)
    _, cells = some_rows(7, 3)
    with pytest.raises(ValueError, match="5 questions, not 6"):
        sums_of(msgspec.structs.replace(some_trees(2), depth=6), cells, 3, 0, 3)


@pytest.mark.parametrize("loops", [True, False])
def test_some_of_the_blocks_are_judged_as_among_all(monkeypatch: pytest.MonkeyPatch, *, loops: bool) -> None:
    monkeypatch.setattr(trees_module, "_LOOPS", loops)
    trees, (_, cells) = some_trees(2), some_rows(7, 300)
    whole = sums_of(trees, cells, 300, 0, 300)
    assert sums_of(trees, cells, 300, 9, 171) == whole[9:171]
    assert not sums_of(trees, cells, 300, 4, 4)


def test_shares_add_up_to_the_sum_and_belong_to_columns_that_are_asked_about() -> None:
    trees, (matrix, cells) = some_trees(1), some_rows(6, 40)
    shares, base = shares_of(trees, matrix)
    assert shares.sum(axis=1) + base == pytest.approx(np.array(sums_of(trees, cells, 40, 0, 40)), abs=1e-4)
    assert len(set(base.tolist())) == 1
    asked, columns = np.frombuffer(trees.asked, "<u2"), np.frombuffer(trees.columns, "<u2")
    unasked = set(range(shares.shape[1])) - {int(columns[q]) for q in np.unique(asked)}
    assert all(not shares[:, column].any() for column in unasked)


def test_the_shipped_model_is_small_and_made_for_these_columns() -> None:
    model = shipped()
    assert 0.3 < model.threshold < 0.7
    assert np.frombuffer(model.article.columns, "<u2").max() < len(COLUMNS)
    assert len(model.article.leaves) == 4 * (
        len(model.article.asked) // 2 // model.article.depth << model.article.depth
    )
    assert len(msgspec.msgpack.encode(model)) < 400_000


def test_a_model_made_for_other_columns_is_refused() -> None:
    model = msgspec.structs.replace(shipped(), names=("length", "words"))
    with pytest.raises(ValueError, match="other columns"):
        load(msgspec.msgpack.encode(model))


def test_a_standfirst_is_looked_for_near_the_headline_alone() -> None:
    assert near_headline(-1, 10) == (0, 10)
    assert near_headline(2, 10) == (0, 10)
    assert near_headline(100, 500) == (96, 136)
