"""From the net's numbers to pieces of text: which runs of tokens are a source, a cue, a content.

The likeliest label of each token mostly makes runs that begin with their first label. Where it does not, the likeliest
legal labels of the whole paragraph are found.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from onrecord.attribution.pieces import CONTENT, CUE, SOURCE, Piece
from onrecord.attribution.quotations import Quotation
from onrecord.attribution.tokens import Token

__all__ = ["pieces"]

_LABELS = 7

Floats = np.ndarray[Any, np.dtype[np.float32]]


# Chosen on dev.jsonl, November 2026: what the net is too shy or too bold about.
_BIAS = np.array([0.0, 0.3 - 0.5, 0.3, -0.5, 0.0, -0.5, 0.0], np.float32)
_OPENING = 0.8
"""For a content's first token on an opening mark."""
_QUOTED = 0.65
"""A quotation of `_WORDS` or more, of which so much is thought content, is content whole."""
_WORDS = 5
_SPACE = "\n.,;…—–-•*|"
_NEVER_FIRST = {
    SOURCE: frozenset(_SPACE + ":?!)]}”»"),
    CUE: frozenset(_SPACE + "?!)]}”»"),
    CONTENT: frozenset(_SPACE + ":?!)]}”»"),
}
_NEVER_LAST = {
    SOURCE: frozenset("\n.;…—–•*|:([{“„«"),
    CUE: frozenset(_SPACE + "([{“„«"),
    CONTENT: frozenset(_SPACE + ":([{“„«"),
}
"""Marks that no piece of a role begins or ends with. A content has the marks of its quotation, a cue may be a colon, and a
source keeps the comma that closes an apposition."""


def pieces(text: str, spans: Sequence[Token], quotations: Sequence[Quotation], logits: Floats) -> list[Piece]:
    """Every piece of a role, in the order of the text. Pieces do not overlap and end where a token ends."""
    if not spans:
        return []
    scores = logits[:, :_LABELS] + _BIAS
    weights = np.exp(logits[:, :_LABELS] - logits[:, :_LABELS].max(1, keepdims=True))
    weights /= weights.sum(1, keepdims=True)
    likely = np.stack([weights[:, role] + weights[:, role + 1] for role in (SOURCE, CUE, CONTENT)], 1)
    starts = np.fromiter((s for s, _ in spans), np.int64, len(spans))
    _trust_marks(text, starts, quotations, scores, likely)
    labels = _legal(text, starts, scores)
    unsourced = 1 / (1 + np.exp(-np.clip(logits[:, _LABELS], -30, 30)))
    return list(_runs(text, spans, labels, likely, unsourced))


def _trust_marks(
    text: str, starts: np.ndarray[Any, Any], quotations: Sequence[Quotation], scores: Floats, likely: Floats
) -> None:
    """Change the scores where a quotation begins, and inside those that are content as a whole."""
    outer = [q for q in quotations if q.depth == 0]
    firsts = np.searchsorted(starts, [q.start for q in outer]).tolist()
    lasts = np.searchsorted(starts, [q.end for q in outer]).tolist()
    before = np.concatenate([[0.0], np.cumsum(likely[:, 2], dtype=np.float64)])
    for quotation, first, last in zip(outer, firsts, lasts, strict=True):
        if first >= last:
            continue
        if quotation.inner_start > quotation.start:
            scores[first, CONTENT] += _OPENING
        if not quotation.closed or last - first < _WORDS + 2:
            continue
        if (before[last] - before[first]) / (last - first) > _QUOTED:
            scores[first:last, :CONTENT] -= 100
            # Whether it goes on with what stands before it, or begins anew, is left to the net.
            scores[first + 1 : last, CONTENT] -= 100


def _legal(text: str, starts: np.ndarray[Any, Any], scores: Floats) -> list[int]:
    """The likeliest labels in which every further token of a role follows one of that role."""
    best = scores.argmax(1)
    previous = np.concatenate([[0], best[:-1]])
    wrong = (best > 0) & (best % 2 == 0) & (previous != best) & (previous != best - 1)
    labels: list[int] = best.tolist()
    if not wrong.any():
        return labels
    breaks = [0, *(i + 1 for i, s in enumerate(starts.tolist()) if text[s] == "\n"), len(labels)]
    at = np.unique(np.searchsorted(breaks, np.flatnonzero(wrong), side="right"))
    for paragraph in at.tolist():
        first, last = breaks[paragraph - 1], breaks[paragraph]
        labels[first:last] = _path(scores[first:last].tolist())
    return labels


def _path(scores: list[list[float]]) -> list[int]:
    """The legal path with the greatest sum. In plain Python: numpy is slower on rows of seven."""
    back: list[tuple[int, int, int, int]] = []
    o, bs, is_, bc, ic, bt, it = 0.0, -1e9, -1e9, -1e9, -1e9, -1e9, -1e9
    for a, b, c, d, e, f, g in scores:
        best, top = 0, o
        for label, value in ((1, bs), (2, is_), (3, bc), (4, ic), (5, bt), (6, it)):
            if value > top:
                best, top = label, value
        back.append((best, 2 if is_ >= bs else 1, 4 if ic >= bc else 3, 6 if it >= bt else 5))
        is_, ic, it = max(is_, bs) + c, max(ic, bc) + e, max(it, bt) + g
        o, bs, bc, bt = top + a, top + b, top + d, top + f
    last = [o, bs, is_, bc, ic, bt, it]
    label = last.index(max(last))
    path = [label]
    for best, source, cue, content in reversed(back[1:]):
        label = best if label in (0, 1, 3, 5) else (source, cue, content)[label // 2 - 1]
        path.append(label)
    path.reverse()
    return path


def _runs(
    text: str, spans: Sequence[Token], labels: list[int], likely: Floats, unsourced: Floats
) -> Iterator[Piece]:
    at, count = 0, len(labels)
    while at < count:
        label = labels[at]
        if label == 0:
            at += 1
            continue
        role = label if label % 2 else label - 1
        end = at + 1
        while end < count and labels[end] == role + 1:
            end += 1
        first, last = _stripped(text, spans, (at, end), role)
        if first < last:
            sure = float(likely[first:last, role // 2].mean())
            lacks = float(unsourced[first:last].mean())
            yield Piece(role, spans[first][0], spans[last - 1][1], sure, lacks)
        at = end


def _stripped(text: str, spans: Sequence[Token], run: tuple[int, int], role: int) -> tuple[int, int]:
    first, last = run
    while first < last and text[spans[first][0]] in _NEVER_FIRST[role]:
        first += 1
    while first < last and text[spans[last - 1][0]] in _NEVER_LAST[role]:
        last -= 1
    return first, last
