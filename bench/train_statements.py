"""``make train-statements``: train the statement tagger and write the files that ship.

    python bench/train_statements.py --vectors WHEEL [--work FOLDER]

Fine-tunes a teacher, asks it about the annotated articles and about pages without annotation, trains the net that
ships on both, and writes it as int8 ONNX beside the hashes of the words that have a vector. Seeded. The parts that
take long are kept in the work folder and taken from there if they are there. About 40 minutes on one core.
"""

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from command import run_command
from onrecord.attribution import tagger
from onrecord.attribution.quotations import quotations
from onrecord.attribution.tokens import WORDS
from statement_data import LABELS, UNKNOWN, Article, articles
from statement_graph import write
from statement_net import Net
from statement_pages import unannotated
from statement_teacher import Pieces, Teacher, taught, thoughts
from statement_vectors import vectors

CORE, AROUND = 400, 40
"""Tokens of a window that are learned from, and further ones that are only read, on both sides."""
BATCH = 12
PASSES = 12
RATE = 2e-3
AVERAGE = 0.998
"""How slowly the weights that ship follow those in training."""
TRUST = 0.7
"""Share of the teacher in what an annotated token is to be."""
SEED = 7
MODEL = Path(tagger.__file__).parent / "model"

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Lesson:
    """An article as the net learns it: columns of features, and what each token should come out as."""

    columns: Array
    labels: Array
    """Probabilities of the labels, float16."""
    unsourced: Array
    """Probability that the statement has no source."""
    weight: Array
    """How much that probability counts: nothing outside cues and contents."""
    annotated: bool


def lesson(article: Article, hashes: Array, thought: Array, *, trust: float) -> Lesson:
    columns = tagger.features(article.text, article.tokens, quotations(article.text, "en"), hashes)
    labels = np.eye(LABELS, dtype=np.float16)[article.labels]
    mixed = (1 - trust) * labels + trust * thought[:, :LABELS]
    known = article.unsourced != UNKNOWN
    said = np.where(known, (1 - trust) * article.unsourced + trust * thought[:, LABELS], thought[:, LABELS])
    weight = known.astype(np.float16) if trust < 1 else thought[:, 3:LABELS].sum(1)
    return Lesson(columns, mixed, said.astype(np.float16), weight, annotated=trust < 1)


def windows(lessons: Sequence[Lesson], chance: np.random.Generator) -> Iterator[tuple[Lesson, int]]:
    """Where in which article windows begin: everywhere, the first cut at random; half of the pages a pass."""
    for which in chance.permutation(len(lessons)):
        one = lessons[which]
        if one.annotated or chance.random() < 0.5:
            first = int(chance.integers(min(CORE, len(one.labels)))) - CORE + 1
            yield from ((one, start) for start in range(first, len(one.labels), CORE))


class Renamer:
    """Swaps capitalised words of a window for others, so that the net learns places, not names."""

    def __init__(self, lessons: Sequence[Lesson]) -> None:
        every = np.concatenate([one.columns[one.columns[:, 3] == 5] for one in lessons])
        self._pool = np.unique(every[:, :5], axis=0)

    def __call__(self, columns: Array, chance: np.random.Generator) -> Array:
        names, which = np.unique(columns[:, :5], axis=0, return_inverse=True)
        chosen = (names[:, 3] == 5) & (chance.random(len(names)) < 0.4)
        names[chosen] = self._pool[chance.integers(len(self._pool), size=int(chosen.sum()))]
        return np.concatenate([names[which.reshape(-1)], columns[:, 5:]], 1)


def batch(
    group: Sequence[tuple[Lesson, int]], rename: Renamer, chance: np.random.Generator
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Features, labels, chance of no source and its weight, and which tokens are learned from."""
    width = CORE + 2 * AROUND
    ids = np.zeros((len(group), width, 6), np.int32)
    labels = np.zeros((len(group), width, LABELS), np.float32)
    said, weight, learned = (np.zeros((len(group), width), np.float32) for _ in range(3))
    for i, (one, start) in enumerate(group):
        low, high = max(0, start - AROUND), min(len(one.labels), start + CORE + AROUND)
        begin, end = max(0, start), min(start + CORE, len(one.labels))
        columns = one.columns[low:high]
        ids[i, : high - low] = rename(columns, chance) if chance.random() < 0.3 else columns
        part = slice(begin - low, end - low)
        labels[i, part], said[i, part] = one.labels[begin:end], one.unsourced[begin:end]
        weight[i, part], learned[i, part] = one.weight[begin:end], 1
    ids[..., 0][chance.random(ids.shape[:2]) < 0.15] = WORDS
    ids[..., 4][chance.random(ids.shape[:2]) < 0.05] = 0
    ready: tuple[Tensor, Tensor, Tensor, Tensor, Tensor] = tuple(
        map(torch.from_numpy, (ids, labels, said, weight, learned))
    )
    return ready


def loss_of(out: Tensor, labels: Tensor, said: Tensor, weight: Tensor, learned: Tensor) -> Tensor:
    out = out.float()
    each = -(labels * out[..., :LABELS].log_softmax(-1)).sum(-1)
    lacks = nn.functional.binary_cross_entropy_with_logits(out[..., LABELS], said, reduction="none")
    return ((each + 0.3 * lacks * weight) * learned).sum() / learned.sum()


def trained(lessons: Sequence[Lesson], rows: Array, passes: int = PASSES) -> Net:
    torch.manual_seed(SEED)
    chance = np.random.default_rng(SEED)
    net, rename = Net(rows), Renamer(lessons)
    average = {name: value.detach().clone() for name, value in net.state_dict().items()}
    plan = [list(windows(lessons, chance)) for _ in range(passes)]
    steps = sum(-(-len(rows) // BATCH) for rows in plan)
    optimiser = torch.optim.AdamW(
        [p for p in net.parameters() if p.requires_grad], lr=RATE, weight_decay=0.01
    )
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, max_lr=RATE, total_steps=steps)
    began, done, mean = time.process_time(), 0, 0.0
    for pass_ in plan:
        order = chance.permutation(len(pass_))
        for at in range(0, len(order), BATCH):
            ids, *wanted = batch([pass_[i] for i in order[at : at + BATCH]], rename, chance)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = net(ids)
            loss = loss_of(out, *wanted)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            rate.step()
            done += 1
            slow = min(AVERAGE, (1 + done) / (10 + done))
            for name, value in net.state_dict().items():
                average[name].lerp_(value, 1 - slow)
            mean += (loss.item() - mean) * max(0.02, 1 / done)
            if done % 50 == 0:
                print(
                    f"net {done}/{steps} loss {mean:.4f} {time.process_time() - began:.0f} CPU s", flush=True
                )
    net.load_state_dict(average)
    net.eval()
    return net


def opinions(work: Path, train: Sequence[Article], pages: Sequence[Article]) -> dict[str, Array]:
    """What the teacher says of every article; made once and kept in the work folder."""
    path, keep = work / "opinions.npz", work / "teacher.pt"
    known: dict[str, Array] = dict(np.load(path)) if path.exists() else {}
    missing = [a for a in (*train, *pages) if a.id not in known]
    if missing:
        if keep.exists():
            teacher = Teacher()
            teacher.load_state_dict(torch.load(keep))
        else:
            teacher = taught(train, keep)
        pieces = Pieces()
        known |= {a.id: thoughts(teacher, a, pieces) for a in missing}
        np.savez(path, allow_pickle=False, **known)
    return known


def word_vectors(work: Path, wheel: Path) -> tuple[Array, Array]:
    """The words' hashes and their vectors; made once and kept in the work folder."""
    path = work / "vectors.npz"
    if not path.exists():
        hashes, rows = vectors(wheel)
        np.savez(path, hashes=hashes, rows=rows)
    kept = np.load(path)
    return kept["hashes"], kept["rows"]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--vectors", type=Path, required=True, help="the wheel that holds spaCy's word vectors"
    )
    parser.add_argument(
        "--work", type=Path, default=Path("build/statements"), help="what takes long is kept here"
    )
    parser.add_argument("--out", type=Path, default=MODEL, help="where the files that ship are written")
    args = parser.parse_args()
    torch.set_num_threads(1)
    args.work.mkdir(parents=True, exist_ok=True)
    args.out.mkdir(parents=True, exist_ok=True)
    train, pages = list(articles("train")), unannotated()
    thought = opinions(args.work, train, pages)
    hashes, rows = word_vectors(args.work, args.vectors)
    lessons = [lesson(a, hashes, thought[a.id], trust=TRUST) for a in train]
    lessons += [lesson(a, hashes, thought[a.id], trust=1.0) for a in pages]
    net = trained(lessons, rows)
    torch.save(net.state_dict(), args.work / "net.pt")
    np.save(args.out / "english-1.words.npy", hashes)
    write(net, args.out / "english-1.onnx")


if __name__ == "__main__":
    run_command(main)
