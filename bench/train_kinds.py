"""``make train-kinds``: the model of page kinds from ``cases/kinds`` and the data folder's articles, with figures from folds.

Writes src/onrecord/readers/page_kinds.msgpack, which the package ships, and bench/kind_folds.msgpack, with which
``make quality`` measures. The same pages give the same bytes. The group that is kept unseen is not learned from.
"""

import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import msgspec
import numpy as np

import onrecord
from body_fit import fit_kinds
from body_folds import FOLDS, folds_of
from command import run_command
from fold_models import KINDS
from onrecord import PageType
from onrecord.evidence import Evidence
from onrecord.page import Page
from onrecord.readers.makeup import COLUMNS, Told, measured
from onrecord.readers.page_kinds import Model
from page_kinds import GROUPS, examples, show
from pages import Known, folder, known_pages

SHIPPED = Path(__file__).parent.parent / "src" / "onrecord" / "readers" / "page_kinds.msgpack"
NAMES = tuple(name for name, _ in COLUMNS)
WHOLE, SAVED = 1.0, 0.5
"""What a page of a group counts with its address and HTTP status; and what it does with its address alone, and with neither,
as a saved file."""
KNOWN = 0.2
"""What a page of the data folder counts, with its address and without: they are many, and all of one kind."""
BARE = 0.1
"""What an article without its page counts, of the same text: a page is no notice for having nothing around its words."""
DOUBT = 0.0
"""Nothing is added to what speaks for an article: more loses pages that are none, and wins next to no article."""


class Row(NamedTuple):
    """A page to learn from."""

    name: str
    """Of its group, or its id in the data folder."""
    kind: str
    weight: float
    numbers: Sequence[float]
    fold: int


def rows() -> Iterator[Row]:
    for n, group in enumerate(GROUPS):
        for example in examples(group):
            data = example.path.read_bytes()
            told = {":status": example.status}
            for weight, url, headers in (
                (WHOLE, example.url, told),
                (SAVED, example.url, {}),
                (SAVED, None, {}),
            ):
                yield Row(group, example.kind, weight, numbers_of(data, url, headers), n % FOLDS)
    known = list(known_pages(folder()))
    for page, fold in zip(known, folds_of([page.truth for page in known]), strict=True):
        for url in (page.url, None):
            yield Row(page.id, "article", KNOWN, numbers_of(page.data, url, {}), fold)
        if bare := bare_page(page):
            yield Row(page.id, "article", BARE, numbers_of(bare, None, {}), fold)


def bare_page(page: Known) -> bytes:
    """Some of what the article says, and nothing else: one to twelve of its paragraphs, with or without a title."""
    rng = random.Random(page.id)
    lines = [line for line in (page.truth.get("text") or "").split("\n") if line.strip()]
    said = "".join(f"<p>{escape(line)}</p>" for line in lines[: rng.choice((1, 1, 2, 3, 6, 12))])
    title = escape(page.truth.get("title") or page.truth.get("headline") or lines[0][:80]) if lines else ""
    head = rng.choice(
        (f"<title>{title}</title>", f"<title>{title}</title><h1>{title}</h1>", f"<h1>{title}</h1>", "")
    )
    return f"{head}{said}".encode() if said else b""


def numbers_of(data: bytes, url: str | None, headers: dict[str, str]) -> Sequence[float]:
    """The make-up of a page, whether or not the model would be asked about it."""
    seen: list[Sequence[float]] = []

    def read(page: Page, told: Told, found: Iterable[Evidence]) -> Iterator[Evidence]:
        seen.append(measured(page, told, found))
        yield from ()

    with patch("onrecord.readers.page_kinds.read", read):
        onrecord.extract(data, url=url, headers=headers)
    return seen[0] if seen else []


def learned(of: Sequence[Row]) -> Model:
    matrix = np.array([row.numbers for row in of], np.float32)
    kinds = [kind.value for kind in PageType]
    weights = np.array([row.weight for row in of])
    return Model(NAMES, fit_kinds(kinds, matrix, [row.kind for row in of], weights), DOUBT)


def main() -> int:
    known = [row for row in rows() if row.numbers]  # of the others the model is not asked
    print(f"{len(known)} pages", file=sys.stderr)
    models = [learned([row for row in known if row.fold != fold]) for fold in range(FOLDS)]
    KINDS.keep({row.name: row.fold for row in known}, models)
    SHIPPED.write_bytes(msgspec.msgpack.encode(learned(known)))
    print(f"{SHIPPED.name} ({SHIPPED.stat().st_size:,} bytes) and {KINDS.path.name} written", file=sys.stderr)
    show(misses=False)
    return 0


if __name__ == "__main__":
    run_command(main)
