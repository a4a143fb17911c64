"""The net that ships, as it is trained: hashed words in, for each token seven labels and "without a source" out."""

from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.attribution.tagger import STATES
from onrecord.attribution.tokens import PREFIXES, SHAPES, SUFFIXES, WORDS
from statement_data import LABELS

WIDTH = 144
DILATIONS = (1, 2, 4, 8, 16, 32, 1)
SIZES = (96, 32, 32, 16, 16)
"""Numbers for a word, its prefix, its suffix, its shape, its place in a quotation; the word's vector comes beside."""


class Block(nn.Module):
    """What a token's neighbours at one distance say, let through a gate and added."""

    def __init__(self, dilation: int) -> None:
        super().__init__()
        self.dilation = dilation
        self.norm = nn.LayerNorm(WIDTH)
        self.mix = nn.Linear(3 * WIDTH, 2 * WIDTH)
        self.drop = nn.Dropout(0.2)

    def forward(self, x: Tensor) -> Tensor:
        d, length = self.dilation, x.shape[1]
        padded = nn.functional.pad(self.norm(x), (0, 0, d, d))
        three = torch.cat([padded[:, i * d : i * d + length] for i in range(3)], -1)
        return x + self.drop(nn.functional.glu(self.mix(three), -1))


class Net(nn.Module):
    def __init__(self, vectors: np.ndarray[Any, np.dtype[np.float32]]) -> None:
        super().__init__()
        # One bucket more for words, for those left out in training.
        counts = (WORDS + 1, PREFIXES, SUFFIXES, SHAPES, STATES)
        self.tables = nn.ModuleList(nn.Embedding(n, size) for n, size in zip(counts, SIZES, strict=True))
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.5)
        self.vectors = nn.Embedding.from_pretrained(torch.from_numpy(vectors) * 0.5, freeze=True)
        self.enter = nn.Linear(sum(SIZES) + vectors.shape[1], WIDTH)
        self.blocks = nn.ModuleList(Block(d) for d in DILATIONS)
        self.norm = nn.LayerNorm(WIDTH)
        self.leave = nn.Linear(WIDTH, LABELS + 1)
        self.drop = nn.Dropout(0.2)

    def forward(self, ids: Tensor) -> Tensor:
        """Logits; ``ids`` are the columns of `onrecord.attribution.tagger.features`, one row a token."""
        columns = (0, 1, 2, 3, 5)
        parts = [table(ids[..., c]) for table, c in zip(self.tables, columns, strict=True)]
        x = self.drop(self.enter(torch.cat([*parts, self.vectors(ids[..., 4])], -1)))
        for block in self.blocks:
            x = block(x)
        out: Tensor = self.leave(self.norm(x))
        return out
