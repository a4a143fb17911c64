"""From the net's numbers to pieces of text: which runs of tokens are a source, a cue, a content.

The likeliest label of each token mostly makes runs that begin with their first label. Where it does not, the likeliest
legal labels of the whole paragraph are found.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from onrecord.attribution.paths import path
from onrecord.attribution.pieces import CONTENT, CUE, SOURCE, Piece
from onrecord.attribution.quotations import Quotation
from onrecord.attribution.tokens import Token

Floats = np.ndarray[Any, np.dtype[np.float32]]

_LABELS = 7
"""None, then first and further token of `SOURCE`, `CUE` and `CONTENT`."""

# Chosen on dev.jsonl, November 2026: what the net is too shy or too bold about.
_BIAS = np.array([0.0, 0.1, 0.6, 0.0, 0.5, -0.7, 0.0], np.float32)
_OPENING = 0.8
"""For a content's first token on an opening mark."""
_QUOTED = 0.65
"""A quotation of `_TOKENS` tokens or more, of which so much is thought content, is content whole."""
_TOKENS = 7
"""Five words and two marks."""
_NEVER = -100.0


def pieces(text: str, spans: Sequence[Token], quotations: Sequence[Quotation], logits: Floats) -> list[Piece]:
    """Every piece of a role, in the order of the text. Pieces do not overlap, begin and end with a token."""
    if not spans:
        return []
    scores = logits[:, :_LABELS] + _BIAS
    sums = _sums(logits)
    starts = [start for start, _ in spans]
    _trust_marks(np.array(starts), quotations, scores, sums[CONTENT])
    return list(_runs(spans, _legal(text, starts, scores), sums))


def _sums(logits: Floats) -> np.ndarray[Any, np.dtype[np.float64]]:
    """For means over runs: how probable each role is, and at last that there is no source, summed up to each token.

    The rows of the roles have their numbers; the others are without meaning.
    """
    rows = np.ascontiguousarray(logits.T)
    odds = np.exp(rows[:_LABELS] - rows[:_LABELS].max(0))
    sums = np.zeros((_LABELS + 1, len(logits) + 1))
    sums[:_LABELS, 1:] = odds / odds.sum(0)
    for role in (SOURCE, CUE, CONTENT):
        sums[role] += sums[role + 1]
    sums[_LABELS, 1:] = 1 / (1 + np.exp(-np.clip(rows[_LABELS], -30, 30)))
    return sums.cumsum(1)


def _trust_marks(
    starts: np.ndarray[Any, Any],
    quotations: Sequence[Quotation],
    scores: Floats,
    content: np.ndarray[Any, np.dtype[np.float64]],
) -> None:
    """Change the scores where a quotation begins, and inside those that are content as a whole."""
    outer = [q for q in quotations if q.depth == 0]
    firsts = np.searchsorted(starts, [q.start for q in outer]).tolist()
    lasts = np.searchsorted(starts, [q.end for q in outer]).tolist()
    for quotation, first, last in zip(outer, firsts, lasts, strict=True):
        if first < last and quotation.inner_start > quotation.start:
            scores[first, CONTENT] += _OPENING
        whole = quotation.closed and last - first >= _TOKENS
        if whole and content[last] - content[first] > _QUOTED * (last - first):
            # Whether it goes on with what stands before it, or begins anew, is left to the net.
            scores[first:last, :CONTENT] += _NEVER
            scores[first + 1 : last, CONTENT] += _NEVER


def _legal(text: str, starts: Sequence[int], scores: Floats) -> list[int]:
    """The likeliest labels in which every further token of a role follows one of that role."""
    best = scores.argmax(1)
    labels: list[int] = best.tolist()
    previous = np.concatenate([[0], best[:-1]])
    wrong = np.flatnonzero((best > 0) & (best % 2 == 0) & (previous != best) & (previous != best - 1))
    if not wrong.size:
        return labels
    breaks = [0, *(at + 1 for at, start in enumerate(starts) if text[start] == "\n"), len(labels)]
    places = iter(wrong.tolist())
    place = next(places)
    for first, last in pairwise(breaks):
        if first <= place < last:
            labels[first:last] = path(scores[first:last].tolist())
            place = next((p for p in places if p >= last), len(labels))
    return labels


def _runs(
    spans: Sequence[Token], labels: Sequence[int], sums: np.ndarray[Any, np.dtype[np.float64]]
) -> Iterator[Piece]:
    found: list[tuple[int, int, int]] = []
    at, count = 0, len(labels)
    while at < count:
        label, start = labels[at], at
        at += 1
        if label:
            role = label - 1 + label % 2
            while at < count and labels[at] == role + 1:
                at += 1
            found.append((role, start, at))
    if not found:
        return
    roles, firsts, lasts = (list(column) for column in zip(*found, strict=True))
    lengths = np.array(lasts) - np.array(firsts)
    sure = ((sums[roles, lasts] - sums[roles, firsts]) / lengths).tolist()
    unsourced = ((sums[_LABELS, lasts] - sums[_LABELS, firsts]) / lengths).tolist()
    for (role, first, last), p, q in zip(found, sure, unsourced, strict=True):
        yield Piece(role, spans[first][0], spans[last - 1][1], p, q)
