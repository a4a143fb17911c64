# cython: boundscheck=False, wraparound=False
"""How likely each block is the article, and the standfirst: the trained trees over what `features` counted.

The trees stand in `trees.msgpack` beside this module, made by ``make train``; its card is docs/models/body.md. They are
read once, at first use: a constant of the package that happens to stand in a file, not a state.
"""

import math
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from onrecord.body.columns import COLUMNS
from onrecord.body.features import Features
from onrecord.body.numbers import Numbers, singles
from onrecord.body.trees import Trees, sums_of


class Model(msgspec.Struct, frozen=True):
    """The trees and what was settled with them."""

    names: tuple[str, ...]
    """The columns that the trees ask about."""
    article: Trees
    standfirst: Trees
    threshold: float
    """Probability from which a block is the article."""
    apart: float
    """Probability from which a block near the headline is the standfirst."""


class Judgement(NamedTuple):
    """One probability a block, single precision."""

    article: Numbers
    standfirst: Numbers
    """0 where the block stands too far from the headline to be asked about."""


def judge(seen: Features, model: Model) -> Judgement:
    """Judge every block that was counted in ``seen``."""
    total = len(seen.size)
    first, end = near_headline(seen.headline, total)
    article, standfirst = singles(total), singles(total)
    _fill(sums_of(model.article, seen.cells, total, 0, total), article, 0)
    _fill(sums_of(model.standfirst, seen.cells, total, first, end), standfirst, first)
    return Judgement(article, standfirst)


def _fill(sums: Numbers, out: Numbers, at: int) -> None:
    """Write what is `probable` of each of ``sums`` to ``out``, from ``at`` on."""
    for n in range(len(sums)):
        out[at + n] = probable(sums[n])


def near_headline(headline: int, total: int) -> tuple[int, int]:
    """The blocks of a page among which a standfirst is looked for, the index after the last one second."""
    first = max(headline - _BEFORE, 0) if headline >= 0 else 0
    return first, min(first + _NEAR, total)


_BEFORE = 4
"""Blocks before the headline that may be the standfirst: some pages set it above."""
_NEAR = 40


def probable(total: float) -> float:
    """The probability that a sum of trees stands for."""
    return 1 / (1 + math.exp(-total))


@cache
def shipped() -> Model:
    """The model of the package."""
    return load(files("onrecord.body").joinpath("trees.msgpack").read_bytes())


def load(data: bytes) -> Model:
    """A model from its file; ValueError where it is none, or was made for other columns than `COLUMNS`."""
    model = msgspec.msgpack.decode(data, type=Model)
    if model.names != tuple(name for _, name in COLUMNS):
        raise ValueError("the body model was trained on other columns: run make train")
    return model
