"""Trees fitted with CatBoost, and turned into those that the package reads."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from catboost import CatBoost, Pool

from onrecord.body.trees import Trees
from onrecord.readers.votes import Votes

__all__ = ["ARTICLE", "STANDFIRST", "fit", "fit_kinds"]

Floats = npt.NDArray[np.float64]

_COMMON = {
    "loss_function": "CrossEntropy", "border_count": 48, "thread_count": 1, "verbose": False,
    "bootstrap_type": "Bernoulli", "subsample": 0.8, "allow_writing_files": False,
}  # fmt: skip
ARTICLE = {"iterations": 300, "learning_rate": 0.1, "depth": 5, "rsm": 0.25, "l2_leaf_reg": 8} | _COMMON
STANDFIRST = {"iterations": 80, "learning_rate": 0.12, "depth": 4, "rsm": 0.3, "l2_leaf_reg": 3} | _COMMON
KINDS = {
    **_COMMON,
    "loss_function": "MultiClass",
    "iterations": 400,
    "learning_rate": 0.15,
    "depth": 4,
    "rsm": 0.3,
    "l2_leaf_reg": 1,
}
SEEDS, KINDS_SEEDS = 3, 6
"""Fits whose mean is taken: each sees other samples of rows and columns, and errs on other pages. Of kinds there are few
rows, so that one fit differs from the next, and to ask more trees costs little.

One thread: sums of floating point numbers depend on their order, and the file is to be the same each time."""


def fit(settings: Mapping[str, Any], rows: npt.NDArray[np.float32], labels: Floats, weights: Floats) -> Trees:
    """Trees that tell ``labels`` (0 to 1, one a row) from ``rows``, each of which counts as ``weights`` says."""
    return _packed(
        _mean([_fit_one(settings, seed, rows, labels, weights)[0] for seed in range(1, SEEDS + 1)])
    )


def fit_kinds(
    kinds: Sequence[str], rows: npt.NDArray[np.float32], labels: Sequence[str], weights: Floats
) -> Votes:
    """Trees whose sums speak for each of ``kinds``."""
    numbers = np.array([kinds.index(label) for label in labels], float)
    fits = [_fit_one(KINDS, seed, rows, numbers, weights) for seed in range(1, KINDS_SEEDS + 1)]
    each = [_mean(of) for of in zip(*fits, strict=True)]
    leaves = np.stack([trees.leaves for trees in each], axis=-1)
    return Votes(
        **_questions(each[0]),
        names=tuple(kinds),
        leaves=leaves.astype("<f4").tobytes(),
        biases=tuple(trees.bias for trees in each),
    )


def _packed(trees: "_Fit") -> Trees:
    return Trees(**_questions(trees), leaves=trees.leaves.astype("<f4").tobytes(), bias=trees.bias)


def _questions(trees: "_Fit") -> dict[str, Any]:
    """What `Questions` holds of a fit."""
    return {
        "depth": len(trees.asked),
        "columns": trees.columns.astype("<u2").tobytes(),
        "borders": trees.borders.astype("<f4").tobytes(),
        "asked": trees.asked.astype("<u2").tobytes(),
        "weights": trees.weights.astype("<f2").tobytes(),
    }


class _Fit(NamedTuple):
    """A sum of trees as arrays; the names are those of `Trees`."""

    columns: npt.NDArray[np.int64]
    borders: npt.NDArray[np.float32]
    asked: npt.NDArray[np.int64]
    """One row a level, one column a tree."""
    leaves: npt.NDArray[np.float32]
    """One row a tree."""
    weights: npt.NDArray[np.float32]
    bias: float


def _mean(fits: Sequence[_Fit]) -> _Fit:
    """One sum of trees that gives the mean of several: all their trees, each counting for less."""
    starts = np.cumsum([0, *(len(trees.columns) for trees in fits)])
    return _Fit(
        np.concatenate([trees.columns for trees in fits]),
        np.concatenate([trees.borders for trees in fits]),
        np.concatenate([trees.asked + start for trees, start in zip(fits, starts, strict=False)], axis=1),
        np.concatenate([trees.leaves for trees in fits]).astype(np.float32) / np.float32(len(fits)),
        np.concatenate([trees.weights for trees in fits]),
        sum(trees.bias for trees in fits) / len(fits),
    )


def _fit_one(
    settings: Mapping[str, Any], seed: int, rows: npt.NDArray[np.float32], labels: Floats, weights: Floats
) -> list[_Fit]:
    """Trees for each number that is to be told: one, or one a class."""
    model = CatBoost({**settings, "random_seed": seed})
    model.fit(Pool(rows, labels, weight=weights))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        return _trees(json.loads(path.read_text()), int(settings["depth"]))


def _trees(model: dict[str, Any], depth: int) -> list[_Fit]:
    """CatBoost's own description of its trees as ours. A tree may be less deep: it repeats its first question."""
    scale, biases = model["scale_and_bias"]
    questions: dict[tuple[int, float], int] = {}
    trees = model["oblivious_trees"]
    asked = np.zeros((depth, len(trees)), np.int64)
    leaves = np.zeros((len(biases), len(trees), 1 << depth))
    weights = np.zeros((len(trees), 1 << depth))
    for n, tree in enumerate(trees):
        splits = [(int(s["float_feature_index"]), float(s["border"])) for s in tree["splits"] or ()]
        numbers = [questions.setdefault(split, len(questions)) for split in splits]
        for level in range(depth):
            asked[level, n] = numbers[level] if level < len(numbers) else 0
        # Levels that are not asked must not matter: each of their answers has the same leaves.
        repeat = 1 << (depth - len(splits))
        leaves[:, n] = np.tile(np.array(tree["leaf_values"]).reshape(-1, len(biases)).T, repeat) * scale
        weights[n] = np.tile(np.array(tree["leaf_weights"], float), repeat) / repeat
    order = sorted(questions, key=questions.__getitem__)
    columns = np.array([column for column, _ in order], np.int64)
    borders = np.array([border for _, border in order], np.float32)
    return [
        _Fit(columns, borders, asked, values.astype(np.float32), weights.astype(np.float32), float(bias))
        for values, bias in zip(leaves, biases, strict=True)
    ]
