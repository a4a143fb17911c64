"""How likely each block is the article, and the standfirst: the trained trees over what `features` counted.

The trees stand in `trees.npz` beside this module, made by ``make train``; its card is docs/models/body.md. They are
read once, at first use: a constant of the package that happens to stand in a file, not a state.
"""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.body.columns import COLUMNS
from onrecord.body.features import Features
from onrecord.body.trees import Trees

__all__ = ["Judgement", "Model", "judge", "load", "near_headline", "probable", "shipped"]

Floats = npt.NDArray[np.float32]


class Model(NamedTuple):
    """The trees and what was settled with them."""

    article: Trees
    standfirst: Trees
    threshold: float
    """Probability from which a block is the article."""
    apart: float
    """Probability from which a block near the headline is the standfirst."""


class Judgement(NamedTuple):
    """One probability a block."""

    article: Floats
    standfirst: Floats
    """0 where the block stands too far from the headline to be asked about."""


def judge(seen: Features, model: Model) -> Judgement:
    """Judge every block that was counted in ``seen``."""
    article = probable(model.article.sums(seen.matrix))
    standfirst = np.zeros(len(article), np.float32)
    first, end = near_headline(seen.headline, len(article))
    standfirst[first:end] = probable(model.standfirst.sums(seen.matrix[first:end]))
    return Judgement(article, standfirst)


def near_headline(headline: int, total: int) -> tuple[int, int]:
    """The blocks of a page among which a standfirst is looked for, the index after the last one second."""
    first = max(headline - _BEFORE, 0) if headline >= 0 else 0
    return first, min(first + _NEAR, total)


_BEFORE = 4
"""Blocks before the headline that may be the standfirst: some pages set it above."""
_NEAR = 40


def probable(sums: Floats) -> Floats:
    """The probability that a sum of trees stands for."""
    return np.asarray(1 / (1 + np.exp(-sums)), np.float32)


@cache
def shipped() -> Model:
    """The model of the package."""
    with files("onrecord.body").joinpath("trees.npz").open("rb") as file:
        return load({name: np.asarray(array) for name, array in np.load(file, allow_pickle=False).items()})


def load(arrays: dict[str, npt.NDArray[np.generic]]) -> Model:
    """A model from its arrays; ValueError where it was made for other columns than `COLUMNS`."""
    if tuple(arrays["names"].tolist()) != tuple(name for _, name in COLUMNS):
        raise ValueError("the body model was trained on other columns: run make train")
    settled = arrays["settled"].astype(float).tolist()
    return Model(_trees(arrays, "article"), _trees(arrays, "standfirst"), *settled)


def _trees(arrays: dict[str, npt.NDArray[np.generic]], name: str) -> Trees:
    return Trees(
        arrays[f"{name}_columns"].astype(np.int64),
        arrays[f"{name}_borders"].astype(np.float32),
        arrays[f"{name}_asked"].astype(np.int64),
        arrays[f"{name}_leaves"].astype(np.float32),
        arrays[f"{name}_weights"].astype(np.float32),
        float(arrays[f"{name}_bias"].astype(float)[0]),
    )
