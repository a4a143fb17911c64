"""Texts as five words in a row, which is how copies are found and measured.

Quotation marks, punctuation, case and accents are no words: a copy is one with other marks too. Chinese, Japanese and
Thai have no spaces between words: there it is ten letters in a row.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterator
from typing import NamedTuple

_LENGTH = 5
_CHARWISE_LENGTH = 10
_MOST = 100_000
"""Words of a text that are looked at."""

_SAMPLES = 24
"""Hashes of an article that are kept, about: of half a text in another of its length some ten meet."""

_WORD = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
)
_CHARWISE = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_APOSTROPHES = re.compile("(?<=\\w)['’ʼ](?=\\w)")

_PRIME = (1 << 61) - 1
_BASE = 0x1F3D5B79_2468ACE1 % _PRIME
_MIX = 0x9E3779B97F4A7C15


class Shingled(NamedTuple):
    """A text in words, and the hash of each run of them."""

    words: int
    length: int
    """Words of a run."""
    hashes: tuple[int, ...]
    """Of the run that begins at each word: one fewer than words, for each word of a run but the first."""


class Shares(NamedTuple):
    """How much of each of two texts stands in the other, 0 to 1, and how many words the first shares."""

    first: float
    second: float
    words: int


def shingled(text: str) -> Shingled:
    """``text`` in runs of words, accents and case folded. The hashes are the same on every machine, for ever."""
    plain = _APOSTROPHES.sub("", _folded(text))
    words = _WORD.findall(plain)[:_MOST]
    charwise = not plain.isascii() and 2 * sum(map(bool, map(_CHARWISE.match, words))) > len(words)
    length = _CHARWISE_LENGTH if charwise else _LENGTH
    return Shingled(len(words), length, tuple(_runs(words, length)))


def _folded(text: str) -> str:
    lower = text.casefold()
    return lower if lower.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFKD", lower))


_ACCENTS = re.compile("[\u0300-\u036f]+")


def _runs(words: list[str], length: int) -> Iterator[int]:
    """A polynomial over the words' checksums, each from the one before it (Rabin and Karp)."""
    value = {word: _value(word) for word in set(words)}
    top = pow(_BASE, length, _PRIME)
    gone = {word: number * top % _PRIME for word, number in value.items()}
    rolling = 0
    for word in words[:length]:
        rolling = (rolling * _BASE + value[word]) % _PRIME
    if len(words) >= length:
        yield rolling
    for word, before in zip(words[length:], words, strict=False):
        rolling = (rolling * _BASE + value[word] - gone[before]) % _PRIME
        yield rolling


def _value(word: str) -> int:
    raw = word.encode("utf-8", "replace")
    return zlib.crc32(raw) << 32 | zlib.adler32(raw)


def samples(text: Shingled) -> tuple[int, ...]:
    """32 bits of the hashes to keep of a text: those divisible by a power of two that leaves about `_SAMPLES`, sorted.

    The same runs are chosen in every text of about its length, and in a longer one a part of them: so what two texts
    share is seen in the share of their samples, whichever is the longer (Broder 1997, on containment). MinHash bands,
    of which a text needs as many rows, see the similarity of whole texts alone: half a story in a long page is lost.
    """
    unlike = set(text.hashes)
    step = 1
    while len(unlike) > _SAMPLES * 1.5 * step:
        step *= 2
    # Mixed first: the low bits of a polynomial's value are not evenly spread for short words.
    return tuple(sorted(
        h & 0xFFFFFFFF for h in unlike if ((h ^ (h >> 31)) * _MIX & 0xFFFFFFFFFFFFFFFF) >> 32 & (step - 1) == 0
    ))  # fmt: skip


def shared(first: Shingled, second: Shingled) -> Shares:
    """How much of each text lies in runs that the other has too: exact, over all runs, by words."""
    a, b = set(first.hashes), set(second.hashes)
    both = a & b
    if not both:
        return Shares(0.0, 0.0, 0)
    covered, other = _covered(first, both), _covered(second, both)
    return Shares(covered / first.words, other / second.words, covered)


def _covered(text: Shingled, runs: set[int]) -> int:
    """Words that lie in one of ``runs``."""
    covered = end = 0
    for at, value in enumerate(text.hashes):
        if value in runs:
            covered += at + text.length - max(at, end)
            end = at + text.length
    return covered
