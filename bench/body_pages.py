"""The known pages as the body model sees them: cut, counted, labelled, and put in folds."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from body_folds import folds_of
from body_labels import Labels, label
from onrecord.body.blocks import Cut, cut
from onrecord.body.features import Features, count
from onrecord.page import open_page
from pages import known_pages

__all__ = ["Example", "read_examples"]


@dataclass
class Example:
    """One page that is learned from, or measured on."""

    truth: dict[str, Any]
    cut: Cut
    seen: Features
    labels: Labels
    fold: int = -1

    @property
    def kind(self) -> str:
        return str(self.truth["kind"])


def read_examples(path: Path) -> list[Example]:
    """Every known page that has a block of text, with its fold."""
    examples = []
    for number, known in enumerate(known_pages(path), 1):
        page = open_page(known.data, url=known.url)
        pieces = cut(page)
        if pieces.blocks:
            labels = label([block.text for block in pieces.blocks], known.truth)
            examples.append(Example(known.truth, pieces, count(page, pieces), labels))
        if number % 500 == 0:
            print(f"{number} pages read", file=sys.stderr)
    for example, fold in zip(examples, folds_of([e.truth for e in examples]), strict=True):
        example.fold = fold
    return examples
