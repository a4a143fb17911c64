"""What a choice of blocks is worth on the known pages, by the data folder's own scorer."""

import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import numpy as np

__all__ = ["Measures", "after_end", "page_scores"]


@dataclass
class Measures:
    """Figures over some pages."""

    text: dict[str, list[float]] = field(default_factory=lambda: {"news": [], "article": []})
    paragraphs: list[float] = field(default_factory=list)
    phrases: Counter[str] = field(default_factory=Counter)

    def add(self, kind: str, scores: dict[str, float]) -> None:
        """Count one page's `page_scores`."""
        if "f1" in scores:
            self.text[kind].append(scores["f1"])
        if "paragraphs" in scores:
            self.paragraphs.append(scores["paragraphs"])
        for name in ("hit", "missed", "extra"):
            self.phrases[name] += int(scores.get(name, 0))

    def figures(self) -> dict[str, float]:
        """The figures of the table, by name; those of no page are left out."""
        found: dict[str, float] = {}
        for kind, values in self.text.items():
            if values:
                found[f"{kind} text F1"] = statistics.fmean(values)
                found[f"{kind} below 0.8"] = statistics.fmean(v < 0.8 for v in values)
        if self.paragraphs:
            found["paragraphs whole"] = statistics.fmean(self.paragraphs)
        if whole := 2 * self.phrases["hit"] + self.phrases["missed"] + self.phrases["extra"]:
            found["snippet F1"] = 2 * self.phrases["hit"] / whole
        return found

    def objective(self) -> float:
        """What thresholds are settled by: the mean of the three kinds' figures."""
        figures = self.figures()
        names = ("news text F1", "article text F1", "snippet F1", "paragraphs whole")
        return statistics.fmean(figures[name] for name in names if name in figures)


def page_scores(score: ModuleType, truth: dict[str, Any], text: str) -> dict[str, float]:
    """The scores of one page: ``f1``, or ``hit``, ``missed`` and ``extra`` phrases; ``paragraphs`` where known."""
    if "text" in truth:
        found = {"f1": float(score.word_scores(text, truth["text"])[2])}
        if truth.get("paragraphs"):
            found["paragraphs"] = statistics.fmean(score.contains(text, truth["paragraphs"]))
        return found
    held = score.contains(text, truth["must_have"])
    extra = sum(score.contains(text, truth["must_not_have"]))
    return {"hit": sum(held), "missed": len(held) - sum(held), "extra": extra}


def after_end(
    score: ModuleType, truth: dict[str, Any], texts: Sequence[str], kept: Sequence[int], article: "np.ndarray[Any, Any]"
) -> float:  # fmt: skip
    """How much of a page's loss (1 - F1) comes from blocks that were kept after the last true one.

    A page's loss is its wrong words, added and missed, over all words; each wrong word has the same share of it. The
    words added are laid to the blocks that were kept and are not in the truth, by their words.
    """
    true = Counter(score.tokens(truth["text"]))
    got = Counter(word for n in kept for word in score.tokens(texts[n]))
    right = sum((got & true).values())
    added, missed = sum(got.values()) - right, sum(true.values()) - right
    last = max(np.flatnonzero(article > 0.5), default=-1)
    words = {n: len(score.tokens(texts[n])) * (1 - float(article[n])) for n in kept if article[n] <= 0.5}
    if not words or not added or not sum(words.values()):
        return 0.0
    late = sum(count for n, count in words.items() if n > last) / sum(words.values())
    return float(late * added / (2 * right + added + missed))
