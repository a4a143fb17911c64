"""Why the model takes a block for the article or not: what each feature adds to its judgement."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from onrecord.body.blocks import Cut
from onrecord.body.columns import COLUMNS
from onrecord.body.features import count
from onrecord.body.judgement import probable, shipped
from onrecord.body.trees import shares_of
from onrecord.page import Page


class Reason(NamedTuple):
    """What one feature of a block adds to the judgement of it."""

    feature: str
    value: float
    adds: float
    """In log odds: above 0 it speaks for the article. 0.7 makes it twice as likely, 2.3 ten times."""


class Reasons(NamedTuple):
    """Why a block is likely, or not."""

    probability: float
    """That the block is the article's."""
    strongest: tuple[Reason, ...]
    """The features that add or take most, the strongest first."""


def reasons_of(page: Page, cut: Cut) -> tuple[Reasons, ...]:
    """For each block of ``cut`` how likely the shipped model takes it for the article, and by which features.

    Going down a tree, each answer changes what is to be expected; the change is laid to the feature that was asked
    about. The sum of these over all features, with what all blocks have alike, is exactly what the model judges by.
    """
    if not cut.blocks:
        return ()
    seen = count(page, cut)
    shares, base = shares_of(shipped().article, seen.matrix)
    likely = map(probable, (shares.sum(axis=1) + base).tolist())
    return tuple(
        Reasons(probability, tuple(_strongest(row, adds)))
        for probability, row, adds in zip(likely, seen.matrix, shares, strict=True)
    )


_MOST = 5
"""Features that are named."""


def _strongest(
    row: "np.ndarray[tuple[int, ...], np.dtype[np.float32]]",
    adds: "np.ndarray[tuple[int, ...], np.dtype[np.float32]]",
) -> Iterable[Reason]:
    for column in np.argsort(-np.abs(adds), kind="stable")[:_MOST].tolist():
        _, name = COLUMNS[column]
        yield Reason(name, float(row[column]), float(adds[column]))
