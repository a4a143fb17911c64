"""Texts of several tools on the same pages: figures side by side, and paired differences with their intervals."""

import statistics
from collections.abc import Mapping, Sequence
from types import ModuleType

import numpy as np

from body_measures import Measures, page_scores
from pages import Known

__all__ = ["show_side_by_side"]

COLUMNS = (
    "news text F1", "news below 0.8", "paragraphs whole", "article text F1", "article below 0.8", "snippet F1"
)  # fmt: skip
DRAWS = 2_000
MARGIN = 0.005
"""A page is won or lost by more than this."""


def show_side_by_side(score: ModuleType, pages: Sequence[Known], texts: Mapping[str, Sequence[str]]) -> None:
    """Print a table of all tools, then the first one's page by page differences from each of the others."""
    scores = {
        tool: [page_scores(score, page.truth, text) for page, text in zip(pages, said, strict=True)]
        for tool, said in texts.items()
    }
    width = max(map(len, texts)) + 2
    print(" " * width + "".join(f"{name:>19}" for name in COLUMNS))
    for tool, found in scores.items():
        measures = Measures()
        for page, figures in zip(pages, found, strict=True):
            measures.add(page.kind, figures)
        reached = measures.figures()
        print(f"{tool:{width}}" + "".join(f"{reached.get(name, 0):19.4f}" for name in COLUMNS))
    ours, *others = scores
    print(
        f"\n{ours}, less each other tool: mean difference [95% of {DRAWS:,} bootstrap means], pages won : lost"
    )
    for other in others:
        cells = [
            _difference(pages, scores[ours], scores[other], kind, figure)
            for kind, figure in (("news", "f1"), ("news", "paragraphs"), ("article", "f1"), ("snippet", ""))
        ]
        print(f"{other:{width}}" + "   ".join(cells))
    print(
        f"{'':{width}}news text F1{'':33}news paragraphs{'':30}article text F1{'':30}snippet F1 of each page"
    )


def _difference(
    pages: Sequence[Known],
    ours: Sequence[Mapping[str, float]],
    theirs: Sequence[Mapping[str, float]],
    kind: str,
    figure: str,
) -> str:
    differences = np.array(
        [
            _figure(a, figure) - _figure(b, figure)
            for page, a, b in zip(pages, ours, theirs, strict=True)
            if page.kind == kind and (not figure or figure in a)
        ]
    )
    if not len(differences):
        return f"{'–':42}"
    draws = np.random.default_rng(1).integers(0, len(differences), (DRAWS, len(differences)))
    low, high = np.quantile(differences[draws].mean(axis=1), (0.025, 0.975))
    won, lost = int((differences > MARGIN).sum()), int((differences < -MARGIN).sum())
    return f"{statistics.fmean(differences):+.4f} [{low:+.4f}, {high:+.4f}] {f'{won} : {lost}':>10}"


def _figure(scores: Mapping[str, float], figure: str) -> float:
    if figure:
        return scores[figure]
    whole = 2 * scores["hit"] + scores["missed"] + scores["extra"]
    return 2 * scores["hit"] / whole if whole else 1.0
