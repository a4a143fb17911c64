"""What each token of an article is: part of a source, of a cue, of a content, or none of these.

A small convolutional net, trained on annotated English news (docs/models/statements.md) and run by ONNX Runtime on one
thread. It is loaded at first use and kept. Importing this module needs what the extra ``statements`` brings.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from onrecord.attribution.quotations import Quotation
from onrecord.attribution.tokens import COLUMNS, READ, Token, described

Integers = np.ndarray[Any, np.dtype[np.int32]]
Floats = np.ndarray[Any, np.dtype[np.float32]]

_OUTPUTS = 8
"""Numbers that the net gives for a token: one for each label, and that its statement names no source."""

_LONGEST = (1, 3, 5)
_LENGTHS = len(_LONGEST) + 2
"""Kinds of quotation: of one word, of two or three, of four or five, of six or more, and one never closed."""
STATES = 1 + 3 * _LENGTHS
"""Places a token can have: outside, or inside, first or last in a quotation of each kind."""

_CORE = 2_048
"""Tokens of a window. With `_REACH` more on both sides, the net's memory does not depend on the article's length."""
_REACH = 64
"""How far to both sides the net looks: the sum of its dilations."""

MODEL = Path(__file__).with_name("model") / "english-1.onnx"
VECTORS = Path(__file__).with_name("model") / "english-1.words.npy"


def logits(text: str, spans: Sequence[Token], quotations: Sequence[Quotation]) -> Floats:
    """One row of `_OUTPUTS` numbers for each token. The same text gives the same numbers."""
    net = _session()
    columns = features(text, spans, quotations, _hashes())
    out = np.empty((len(spans), _OUTPUTS), np.float32)
    for start in range(0, len(spans), _CORE):
        end = min(start + _CORE, len(spans))
        low, high = max(start - _REACH, 0), min(end + _REACH, len(spans))
        (found,) = net.run(None, {"tokens": columns[low:high]})
        out[start:end] = found[start - low : end - low]
    return out


def features(
    text: str,
    spans: Sequence[Token],
    quotations: Sequence[Quotation],
    hashes: np.ndarray[Any, np.dtype[np.uint32]],
) -> Integers:
    """What the net is told of each token: the rows of its word, prefix, suffix, shape, word vector and place."""
    raw = np.frombuffer(
        b"".join([described(text[s : e if e - s < READ else s + READ]) for s, e in spans]), np.uint32
    ).reshape(-1, COLUMNS)
    columns = np.empty((len(spans), COLUMNS + 1), np.int32)
    columns[:, : COLUMNS - 1] = raw[:, : COLUMNS - 1]
    wanted = raw[:, COLUMNS - 1]
    at = np.minimum(np.searchsorted(hashes, wanted), len(hashes) - 1)
    columns[:, COLUMNS - 1] = np.where(hashes[at] == wanted, at + 1, 0)
    columns[:, COLUMNS] = _places(text, spans, quotations)
    return columns


def _places(text: str, spans: Sequence[Token], quotations: Sequence[Quotation]) -> Integers:
    """Where each token stands in the outermost quotation around it, one of `STATES`."""
    places = np.zeros(len(spans), np.int32)
    starts = np.fromiter((s for s, _ in spans), np.int64, len(spans))
    outer = [q for q in quotations if q.depth == 0]
    firsts = np.searchsorted(starts, [q.start for q in outer])
    lasts = np.searchsorted(starts, [q.end for q in outer])
    for quotation, first, last in zip(outer, firsts.tolist(), lasts.tolist(), strict=True):
        if first >= last:
            continue
        inside = 1 + 3 * _length(text, spans[first:last], closed=quotation.closed)
        places[first:last] = inside
        if quotation.inner_start > quotation.start:
            places[first] = inside + 1
        if quotation.closed:
            places[last - 1] = inside + 2
    return places


def _length(text: str, spans: Sequence[Token], *, closed: bool) -> int:
    """Which of the kinds of quotation this is, by its words."""
    if not closed:
        return _LENGTHS - 1
    # Six words are the most that matter; no quotation of six has them beyond so many tokens.
    words = sum(text[s].isalnum() for s, _ in spans[:40])
    return bisect_left(_LONGEST, words)


@cache
def _hashes() -> np.ndarray[Any, np.dtype[np.uint32]]:
    """The words that have a vector, as hashes in order."""
    found: np.ndarray[Any, np.dtype[np.uint32]] = np.load(VECTORS, allow_pickle=False)
    return found


@cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # What a window needs is given back, not kept: windows differ in length.
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(str(MODEL), options, providers=["CPUExecutionProvider"])
