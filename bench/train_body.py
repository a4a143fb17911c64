"""``make train``: the body model from the data folder, with figures from folds that left whole groups out.

    python bench/train_body.py [--settle | --apart]

Writes src/onrecord/body/trees.msgpack, which the package ships, and bench/body_folds.msgpack, the models of the folds, with
which ``make quality`` measures pages that a model has not seen. The same data give the same bytes.
``--settle`` keeps the trees that are there and settles their thresholds again: for a change in the rules around them.
``--apart`` writes nothing, and prints how news are told by what other pages teach, and articles by what is no article.
"""

import multiprocessing
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from types import ModuleType

import msgspec
import numpy as np
import numpy.typing as npt

from body_fit import ARTICLE, STANDFIRST, fit
from body_folds import FOLDS
from body_measures import Measures, after_end, page_scores
from body_pages import Example, read_examples
from command import run_command
from fold_models import BODY
from onrecord.body.choices import Chosen, Part
from onrecord.body.columns import COLUMNS
from onrecord.body.judgement import Judgement, Model, judge, near_headline, shipped
from onrecord.body.model import choose_by
from onrecord.body.trees import Trees
from pages import folder, scorer

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "src" / "onrecord" / "body" / "trees.msgpack"

NAMES = tuple(name for _, name in COLUMNS)
THRESHOLDS = (0.4, 0.425, 0.45, 0.475, 0.5, 0.525, 0.55)
APARTS = (0.5, 0.6, 0.7, 0.8)
ELSEWHERE = 0.3
"""What a block counts that is text in a page without a known standfirst: it is none, as far as that page tells."""


LONG = 36_000
"""Code points of good text: two in a hundred of the pages hold more. Without this bound a third was kept of an article of 300
paragraphs."""


def main() -> int:
    started = time.monotonic()
    path = folder()
    score, examples = scorer(path), read_examples(path)
    tell(started, f"{len(examples)} pages, {sum(len(e.cut.blocks) for e in examples)} blocks")
    if sys.argv[1:] == ["--apart"]:
        return tell_apart(score, examples)
    if sys.argv[1:] == ["--settle"]:
        kept, shown = BODY.kept.models, shipped()
        folds, whole = [(m.article, m.standfirst) for m in kept], (shown.article, shown.standfirst)
    else:
        *folds, whole = train_all(examples)
    *folds, whole = [(bounded(article), standfirst) for article, standfirst in (*folds, whole)]
    judged = [judge(e.seen, Model(NAMES, *folds[e.fold], 0, 0)) for e in examples]
    tell(started, f"{FOLDS} folds and the whole trained")
    # A fold's thresholds are settled on the pages of the others, by models that had left those out too.
    known = list(zip(examples, judged, strict=True))
    models = [
        Model(NAMES, *folds[fold], *settle(score, [(e, j) for e, j in known if e.fold != fold]))
        for fold in range(FOLDS)
    ]
    report(score, examples, judged, models)
    final = Model(NAMES, *whole, *settle(score, known))
    print(f"thresholds: article {final.threshold}, standfirst {final.apart}")
    SHIPPED.write_bytes(msgspec.msgpack.encode(final))
    left_out = {str(e.truth["id"]): e.fold for e in examples}
    BODY.keep(left_out, models)
    tell(started, f"{SHIPPED.name} ({SHIPPED.stat().st_size:,} bytes) and {BODY.path.name} written")
    return 0


def tell_apart(score: ModuleType, examples: Sequence[Example]) -> int:
    """Print the figures of each kind of pages whose text is known, told by trees that have learned from the others only.

    The threshold is one half; no standfirst is told from the text, as only news teach that.
    """
    for kind in ("news", "article"):
        rows = rows_of([e for e in examples if e.kind != kind], lambda e: (e.labels.article, e.labels.weight))
        trees = bounded(fit(ARTICLE, *rows))
        model = Model(NAMES, trees, shipped().standfirst, 0.5, apart=2)
        told = [(e, judge(e.seen, model)) for e in examples if e.kind == kind]
        for name, value in measured(score, told, (model.threshold, model.apart)).figures().items():
            print(f"  {name:22s} {value:.4f}")
    return 0


def bounded(trees: Trees) -> Trees:
    """``trees`` without their questions whether a text is longer than `LONG`.

    Few pages that are learned from are, most of them by their comments: the trees would take long articles for those.
    """
    columns, borders = np.frombuffer(trees.columns, "<u2"), np.frombuffer(trees.borders, "<f4").copy()
    sizes = [n for n, name in enumerate(NAMES) if name.startswith(("good of the page", "log length"))]
    borders[np.isin(columns, sizes) & (borders > np.log1p(LONG))] = np.inf  # nothing is
    return msgspec.structs.replace(trees, borders=borders.tobytes())


def tell(started: float, what: str) -> None:
    print(f"{time.monotonic() - started:4.0f} s  {what}", file=sys.stderr)


Rows = tuple[npt.NDArray[np.float32], npt.NDArray[np.float64], npt.NDArray[np.float64]]


def train_all(examples: Sequence[Example]) -> list[tuple[Trees, Trees]]:
    """For each fold what is learned from the others, then what is learned from all; two processes at a time."""
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        jobs = [train(pool, [e for e in examples if e.fold != fold]) for fold in range(FOLDS)]
        jobs.append(train(pool, examples))
        return [(article.result(), standfirst.result()) for article, standfirst in jobs]


def train(pool: ProcessPoolExecutor, examples: Sequence[Example]) -> tuple[Future[Trees], Future[Trees]]:
    """The trees that tell the article and those that tell the standfirst."""
    article = rows_of(examples, lambda e: (e.labels.article, e.labels.weight))
    apart = rows_of(examples, lambda e: (e.labels.standfirst, standfirst_weight(e)))
    return pool.submit(fit, ARTICLE, *article), pool.submit(fit, STANDFIRST, *apart)


def rows_of(
    examples: Sequence[Example],
    told: Callable[[Example], tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]],
) -> Rows:
    """Features, labels and weights of all blocks that count."""
    known = [(e.seen.matrix[w > 0], a[w > 0], w[w > 0]) for e, (a, w) in ((e, told(e)) for e in examples)]
    matrices, labels, weights = zip(*known, strict=True)
    return np.concatenate(matrices), np.concatenate(labels), np.concatenate(weights)


def standfirst_weight(example: Example) -> npt.NDArray[np.float64]:
    """How much each block counts in learning what a standfirst is: news tell, other pages only what is none."""
    labels = example.labels
    weight = np.ones(len(labels.article))
    if example.kind != "news":
        weight *= ELSEWHERE * ((labels.article > 0.5) & (labels.weight > 0))
    first, end = near_headline(example.seen.headline, len(weight))
    weight[:first] = 0
    weight[end:] = 0
    return weight


def settle(score: ModuleType, known: Sequence[tuple[Example, Judgement]]) -> tuple[float, float]:
    """The two thresholds that do best on pages judged by models that have not seen them."""
    threshold = max(THRESHOLDS, key=lambda t: measured(score, known, (t, APARTS[0])).objective())
    return threshold, max(APARTS, key=lambda a: measured(score, known, (threshold, a)).objective())


def measured(
    score: ModuleType, known: Iterable[tuple[Example, Judgement]], settled: tuple[float, float]
) -> Measures:
    measures = Measures()
    for example, judged in known:
        key = (example.truth["id"], *settled)
        if key not in _SCORED:
            text, _ = text_of(example, judged, settled)
            _SCORED[key] = page_scores(score, example.truth, text)
        measures.add(example.kind, _SCORED[key])
    return measures


_SCORED: dict[tuple[str, float, float], dict[str, float]] = {}
"""Scores of pages at thresholds that were tried: each fold asks for those of three others."""


def text_of(example: Example, judged: Judgement, settled: tuple[float, float]) -> tuple[str, list[int]]:
    """The page's text, with the standfirst where its kind counts it, and the blocks that make it."""
    chosen = chosen_of(example, judged, settled)
    parts = {Part.ARTICLE, Part.STANDFIRST} if example.kind == "news" else {Part.ARTICLE}
    kept = [n for n, choice in enumerate(chosen.choices) if choice.part in parts]
    return "\n\n".join(example.cut.blocks[n].text for n in kept), kept


def chosen_of(example: Example, judged: Judgement, settled: tuple[float, float]) -> Chosen:
    """What becomes of the page's blocks at these thresholds."""
    return choose_by(example.cut, example.seen, judged, settled)


def report(
    score: ModuleType, examples: Sequence[Example], judged: Sequence[Judgement], models: Sequence[Model]
) -> None:
    """Print the figures of the folds, each page judged by the model and the thresholds of its own."""
    measures, late, lost = Measures(), 0.0, 0.0
    right = wrong = known = 0
    for example, told in zip(examples, judged, strict=True):
        model = models[example.fold]
        settled = model.threshold, model.apart
        text, kept = text_of(example, told, settled)
        scores = page_scores(score, example.truth, text)
        measures.add(example.kind, scores)
        if "text" in example.truth:
            texts = [block.text for block in example.cut.blocks]
            late += after_end(score, example.truth, texts, kept, example.labels.article)
            lost += 1 - scores["f1"]
        if example.kind == "news":
            true = example.labels.standfirst > 0
            said = np.array([c.part is Part.STANDFIRST for c in chosen_of(example, told, settled).choices])
            right += int((said & true).sum())
            wrong += int((said & ~true).sum())
            known += int(true.sum())
    print(
        f"cross-validated, {FOLDS} folds, whole groups left out; pages without a block of text are not counted"
    )
    for name, value in measures.figures().items():
        print(f"  {name:22s} {value:.4f}")
    print(f"  loss, in pages         {lost:.2f}, of it after the true end {late:.2f}")
    print(f"  standfirst blocks      {right} of {known} found, {wrong} false (news)")


if __name__ == "__main__":
    run_command(main)
