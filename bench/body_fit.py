"""Trees fitted with CatBoost, and turned into the arrays that the package reads."""

import io
import json
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from catboost import CatBoost, Pool

from onrecord.body.columns import COLUMNS
from onrecord.body.trees import Trees

__all__ = ["ARTICLE", "STANDFIRST", "arrays_of", "fit", "write_arrays"]

Floats = npt.NDArray[np.float64]

_COMMON = {
    "loss_function": "CrossEntropy", "border_count": 48, "thread_count": 1, "verbose": False,
    "bootstrap_type": "Bernoulli", "subsample": 0.8, "allow_writing_files": False,
}  # fmt: skip
ARTICLE = {"iterations": 300, "learning_rate": 0.1, "depth": 5, "rsm": 0.25, "l2_leaf_reg": 8} | _COMMON
STANDFIRST = {"iterations": 80, "learning_rate": 0.12, "depth": 4, "rsm": 0.3, "l2_leaf_reg": 3} | _COMMON
SEEDS = 3
"""Fits whose mean is taken: each sees other samples of rows and columns, and errs on other pages.

One thread: sums of floating point numbers depend on their order, and the file is to be the same each time."""


def fit(settings: Mapping[str, Any], rows: npt.NDArray[np.float32], labels: Floats, weights: Floats) -> Trees:
    """Trees that tell ``labels`` (0 to 1, one a row) from ``rows``, each of which counts as ``weights`` says."""
    return _mean([_fit_one(settings, seed, rows, labels, weights) for seed in range(1, SEEDS + 1)])


def _mean(fits: Sequence[Trees]) -> Trees:
    """One sum of trees that gives the mean of several: all their trees, each counting for less."""
    starts = np.cumsum([0, *(len(trees.columns) for trees in fits)])
    return Trees(
        np.concatenate([trees.columns for trees in fits]),
        np.concatenate([trees.borders for trees in fits]),
        np.concatenate([trees.asked + start for trees, start in zip(fits, starts, strict=False)], axis=1),
        np.concatenate([trees.leaves for trees in fits]).astype(np.float32) / np.float32(len(fits)),
        np.concatenate([trees.weights for trees in fits]),
        sum(trees.bias for trees in fits) / len(fits),
    )


def _fit_one(
    settings: Mapping[str, Any], seed: int, rows: npt.NDArray[np.float32], labels: Floats, weights: Floats
) -> Trees:
    model = CatBoost({**settings, "random_seed": seed})
    model.fit(Pool(rows, labels, weight=weights))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        return _trees(json.loads(path.read_text()), int(settings["depth"]))


def _trees(model: dict[str, Any], depth: int) -> Trees:
    """CatBoost's own description of its trees as ours. A tree may be less deep: it repeats its first question."""
    scale, (bias,) = model["scale_and_bias"]
    questions: dict[tuple[int, float], int] = {}
    trees = model["oblivious_trees"]
    asked = np.zeros((depth, len(trees)), np.int64)
    leaves = np.zeros((len(trees), 1 << depth))
    weights = np.zeros((len(trees), 1 << depth))
    for n, tree in enumerate(trees):
        splits = [(int(s["float_feature_index"]), float(s["border"])) for s in tree["splits"] or ()]
        numbers = [questions.setdefault(split, len(questions)) for split in splits]
        for level in range(depth):
            asked[level, n] = numbers[level] if level < len(numbers) else 0
        # Levels that are not asked must not matter: each of their answers has the same leaves.
        repeat = 1 << (depth - len(splits))
        leaves[n] = np.tile(np.array(tree["leaf_values"]), repeat) * scale
        weights[n] = np.tile(np.array(tree["leaf_weights"], float), repeat) / repeat
    order = sorted(questions, key=questions.__getitem__)
    columns = np.array([column for column, _ in order], np.int64)
    borders = np.array([border for _, border in order], np.float32)
    return Trees(columns, borders, asked, leaves.astype(np.float32), weights.astype(np.float32), float(bias))


def arrays_of(article: Trees, standfirst: Trees, settled: Sequence[float]) -> dict[str, npt.NDArray[Any]]:
    """What a model file holds."""
    arrays: dict[str, npt.NDArray[Any]] = {
        "names": np.array([name for _, name in COLUMNS]), "settled": np.array(settled, np.float64)
    }  # fmt: skip
    for name, trees in (("article", article), ("standfirst", standfirst)):
        arrays[f"{name}_columns"] = trees.columns.astype(np.uint16)
        arrays[f"{name}_borders"] = trees.borders
        arrays[f"{name}_asked"] = trees.asked.astype(np.uint16)
        arrays[f"{name}_leaves"] = trees.leaves
        arrays[f"{name}_weights"] = trees.weights.astype(np.float16)
        arrays[f"{name}_bias"] = np.array([trees.bias], np.float64)
    return arrays


def write_arrays(path: Path, arrays: Mapping[str, npt.NDArray[Any]]) -> None:
    """Write an .npz that is the same byte for byte where the arrays are: without the time of day."""
    with zipfile.ZipFile(path, "w") as out:
        for name in sorted(arrays):
            held = io.BytesIO()
            np.lib.format.write_array(held, np.ascontiguousarray(arrays[name]), allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, held.getvalue(), compresslevel=9)
