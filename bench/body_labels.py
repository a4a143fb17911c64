"""What each block of a known page is, told from what is known of its text: the answers the body model learns from."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["Labels", "label", "tokens"]

CHARWISE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
TOKEN = re.compile(rf"[{CHARWISE}]|[^\W{CHARWISE}]+")
RUN = 4
"""Words of the sequences by which a block's text is looked for in the true one."""
Floats = npt.NDArray[np.float64]


class Labels(NamedTuple):
    """One number a block."""

    article: Floats
    """How much of it is in the true text, 0 to 1."""
    weight: Floats
    """How much it counts in training; 0 where nothing is known of it."""
    standfirst: Floats
    """1 where it is the standfirst that the truth names."""


def tokens(text: str) -> list[str]:
    """Words as the data folder's scorer counts them."""
    return TOKEN.findall(text.lower())


def label(texts: Sequence[str], truth: dict[str, Any]) -> Labels:
    """The labels of a page whose blocks read ``texts``."""
    words = [tokens(text) for text in texts]
    if "text" in truth:
        article = _in_text(words, truth["text"])
        weight = np.array([max(len(t), 1) ** 0.5 for t in texts])
        standfirst = _standfirst(words, truth, article)
        weight[standfirst > 0] = 0  # its own model's, whatever this one says
        weight /= weight.sum() or 1
        return Labels(article, weight * 2 if truth["kind"] == "news" else weight, standfirst)
    return _in_phrases(texts, truth)


def _in_text(words: Sequence[list[str]], text: str) -> Floats:
    true = tokens(text)
    runs = _runs(true)
    lines = {" ".join(tokens(line)) for line in text.split("\n")}
    flat = f" {' '.join(true)} "
    share = np.array([_share(w, runs, lines) for w in words])
    out = share.copy()
    for n, w in enumerate(words):
        if len(w) < 2 * RUN and w:
            out[n] = _short(words, share, n, flat, lines)
    _one_copy(words, out, flat)
    return out


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}


def _share(words: list[str], runs: set[tuple[str, ...]], lines: set[str]) -> float:
    if len(words) < RUN:
        return float(bool(words) and " ".join(words) in lines)
    found = [tuple(words[n : n + RUN]) in runs for n in range(len(words) - RUN + 1)]
    return sum(found) / len(found)


def _short(words: Sequence[list[str]], share: Floats, n: int, flat: str, lines: set[str]) -> float:
    """Whether a short block stands in the true text as a line, or right beside the block before or after it."""
    here = " ".join(words[n])
    if here in lines:
        return 1.0
    before = next((words[i][-3:] for i in range(n - 1, max(n - 4, -1), -1) if share[i] > 0.5), [])
    after = next((words[i][:3] for i in range(n + 1, min(n + 4, len(words))) if share[i] > 0.5), [])
    joined = (" ".join([*before, here]) if before else "", " ".join([here, *after]) if after else "")
    return float(any(j and f" {j} " in flat for j in joined))


def _one_copy(words: Sequence[list[str]], out: Floats, flat: str) -> None:
    """Of blocks that say the same, as many are true as the text has copies: those among most other true blocks."""
    places: dict[str, list[int]] = {}
    for n, w in enumerate(words):
        if out[n] > 0.5 and w:
            places.setdefault(" ".join(w), []).append(n)
    near = np.convolve(out, np.ones(9), "same")
    for said, where in places.items():
        copies = max(flat.count(f" {said} "), 1)
        if len(where) > copies:
            for n in sorted(where, key=lambda n: -near[n])[copies:]:
                out[n] = 0.0


def _standfirst(words: Sequence[list[str]], truth: dict[str, Any], article: Floats) -> Floats:
    out = np.zeros(len(words))
    said = " ".join(truth.get("summary") or ())
    if not said:
        return out
    runs, lines = _runs(tokens(said)), {" ".join(tokens(s)) for s in truth["summary"]}
    found = [n for n, w in enumerate(words) if article[n] > 0.5 and _share(w, runs, lines) > 0.6]
    for n in found[:4]:
        out[n] = 1.0
    return out


def _in_phrases(texts: Sequence[str], truth: dict[str, Any]) -> Labels:
    """Labels of a page of which only some phrases are known: a block that holds one, or lies in one."""
    article, weight = np.zeros(len(texts)), np.zeros(len(texts))
    flat = [" ".join(t.split()).lower() for t in texts]
    for phrases, value in ((truth["must_not_have"], 0.0), (truth["must_have"], 1.0)):
        for phrase in (" ".join(p.split()).strip().lower() for p in phrases):
            if not phrase:
                continue
            for n, text in enumerate(flat):
                if phrase in text or (len(text) > 20 and text in phrase):
                    article[n], weight[n] = value, max(len(text), 1) ** 0.5
    weight /= weight.sum() or 1
    return Labels(article, weight * 0.6, np.zeros(len(texts)))
