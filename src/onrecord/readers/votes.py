# cython: boundscheck=False, wraparound=False
"""Oblivious decision trees whose leaves hold a number for each of several names: what they ask, they ask for all at once.

They are those of `body.trees`, but that one row at a time is asked about, and that a leaf says more than one thing.
"""

import struct
from array import array
from functools import cache

from onrecord.body.numbers import Numbers, singles
from onrecord.body.trees import Questions


class Votes(Questions, frozen=True):
    """A sum of trees for each name."""

    names: tuple[str, ...]
    leaves: bytes
    """Single precision: of each leaf a number for each name, one leaf after another, one tree after another."""
    biases: tuple[float, ...]
    """What is added to each sum."""


def sums(votes: Votes, row: Numbers) -> dict[str, float]:
    """What the leaves that ``row`` falls in add up to, by name."""
    out = singles(len(votes.names))
    _add_up(_laid_out(votes), row, out)
    return {name: total + bias for name, total, bias in zip(votes.names, out, votes.biases, strict=True)}


class _Laid:
    """Trees as loops go through them."""

    def __init__(self, votes: Votes) -> None:
        self.depth = votes.depth
        self.columns, self.borders = array("H", votes.columns), array("f", votes.borders)
        self.asked, self.leaves = array("H", votes.asked), array("f", votes.leaves)


_laid_out = cache(_Laid)


def _add_up(laid: _Laid, row: Numbers, out: Numbers) -> None:
    columns, borders, asked, leaves = laid.columns, laid.borders, laid.asked, laid.leaves
    depth, names = laid.depth, len(out)
    trees = len(asked) // depth
    yes = array("B", bytes(len(columns)))
    for n in range(len(columns)):
        yes[n] = row[columns[n]] > borders[n]
    for tree in range(trees):
        leaf = tree
        for level in range(depth - 1, -1, -1):
            leaf = leaf << 1 | yes[asked[level * trees + tree]]
        for n in range(names):
            out[n] += leaves[leaf * names + n]


def shares(votes: Votes, name: str, row: Numbers) -> dict[int, float]:
    """What each column adds to the sum for ``name``: going down a tree, each answer changes what is to be expected."""
    depth, size, names = votes.depth, 1 << votes.depth, len(votes.names)
    columns, borders = memoryview(votes.columns).cast("H"), memoryview(votes.borders).cast("f")
    asked = memoryview(votes.asked).cast("H")
    leaves = memoryview(votes.leaves).cast("f")[votes.names.index(name) :: names]
    weights = struct.unpack(f"<{len(votes.weights) // 2}e", votes.weights)
    count = len(asked) // depth
    adds: dict[int, float] = {}
    for tree in range(count):
        span = range(tree * size, tree * size + size)
        total = [weights[n] + _NONE for n in span]
        value = [leaves[n] * weight for n, weight in zip(span, total, strict=True)]
        expected = sum(value) / sum(total)
        for level in range(depth - 1, -1, -1):  # the first question is the lowest bit
            question = asked[level * count + tree]
            half = len(value) // 2
            if row[columns[question]] > borders[question]:
                value, total = value[half:], total[half:]
            else:
                value, total = value[:half], total[:half]
            now = sum(value) / sum(total)
            adds[columns[question]] = adds.get(columns[question], 0.0) + now - expected
            expected = now
    return adds


_NONE = 1e-9
