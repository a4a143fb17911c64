"""The annotated articles as the trainer sees them: tokens, and a label for each.

The texts stay where they are. What is kept of them here lives in memory only.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from data_folder import DATA, needed
from onrecord.attribution.tokens import Token, tokens

ROLES = ("source", "cue", "content")
"""In the order of the labels: 0 is none, then first and further tokens of each role in turn."""
LABELS = 1 + 2 * len(ROLES)

UNKNOWN, SOURCED, UNSOURCED = -1, 0, 1
"""Whether the statement a token belongs to has a source; only its cue and its content can tell."""


@dataclass(frozen=True)
class Article:
    """One annotated article, or one without annotation (``labels`` and ``unsourced`` are then empty)."""

    id: str
    publisher: str
    text: str
    tokens: list[Token]
    labels: np.ndarray[Any, np.dtype[np.int8]] = field(repr=False)
    unsourced: np.ndarray[Any, np.dtype[np.int8]] = field(repr=False)
    attributions: list[dict[str, Any]] = field(repr=False)


def folder() -> Path:
    """Where the annotated articles are, in the data folder; exits with 2 and one line where there are none."""
    return needed(DATA / "statements", "score.py")


def articles(name: str) -> Iterator[Article]:
    """The articles of ``train`` or ``dev``, in the order of the file."""
    with (folder() / f"{name}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield annotated(row["id"], row["publisher"], row["text"], row["attributions"])


def annotated(id_: str, publisher: str, text: str, attributions: list[dict[str, Any]]) -> Article:
    found = tokens(text)
    labels = np.zeros(len(found), np.int8)
    unsourced = np.full(len(found), UNKNOWN, np.int8)
    starts = np.array([s for s, _ in found] or [0])
    for attribution in attributions:
        for number, role in enumerate(ROLES):
            for start, end in attribution.get(role) or ():
                first, last = np.searchsorted(starts, (start, end))
                if first < last:
                    labels[first:last] = 2 + 2 * number
                    labels[first] = 1 + 2 * number
                    if role != "source":
                        unsourced[first:last] = SOURCED if attribution.get("source") else UNSOURCED
    return Article(id_, publisher, text, found, labels, unsourced, attributions)
