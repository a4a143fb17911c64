"""What kinds of characters the texts of a page are made of, counted for all blocks at once."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["COUNTED", "Letters", "read_letters"]

COUNTED = 1023
"""Characters of a block that are looked at: its first ones, which tell enough."""
_FIELD = 10
"""Bits of a count, so that COUNTED fits: six counts and three flags share one number, summed at once."""
_BATCH = 1_000_000
"""Characters that are looked at in one go, which bounds the memory that this takes."""

Counts = npt.NDArray[np.float32]


class Letters(NamedTuple):
    """Counts of the characters of each block, one number a block."""

    seen: Counts
    """Characters looked at."""
    spaces: Counts
    capitals: Counts
    digits: Counts
    stops: Counts
    """Marks that part or end sentences, of all scripts."""
    dense: Counts
    """Characters that say what takes two or three in other scripts: Chinese, Japanese, Korean."""
    signs: Counts
    """Bars, bullets, arrows, brackets and the like."""
    ended: Counts
    """1 where the last character ends a sentence, 0 elsewhere; so are the next two."""
    small: Counts
    """Whether the first is a small letter."""
    odd: Counts
    """Whether the first is no letter, digit or quotation mark."""


def read_letters(texts: Sequence[str]) -> Letters:
    """Count the characters of ``texts``, of which none is empty."""
    parts: list[tuple[npt.NDArray[np.int64], ...]] = []
    batch: list[str] = []
    size = 0
    for text in texts:
        cut = text if len(text) <= COUNTED else text[: COUNTED - 1] + text[-1]
        batch.append(cut)
        size += len(cut)
        if size > _BATCH:
            parts.append(_counted(batch))
            batch, size = [], 0
    if batch:
        parts.append(_counted(batch))
    seen, sums, first, last = parts[0] if len(parts) == 1 else map(np.concatenate, zip(*parts, strict=True))
    fields = np.empty((10, len(seen)), np.float32)
    fields[0] = seen
    fields[1:7] = (sums >> _SHIFTS) & COUNTED
    fields[7] = (last >> _ENDED) & 1
    fields[8] = (first >> _SMALL) & 1
    fields[9] = (first >> _ODD) & 1
    return Letters(*fields)


def _counted(texts: Sequence[str]) -> tuple[npt.NDArray[np.int64], ...]:
    """For each text its length, the sum of its characters' classes, and the classes of its first and last one."""
    sizes = np.fromiter(map(len, texts), np.int64, len(texts))
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    classes = _table().take(np.minimum(codes, 0xFFFF))
    ends = sizes.cumsum()
    starts = ends - sizes
    return sizes, np.add.reduceat(classes, starts), classes.take(starts), classes.take(ends - 1)


_SPACE, _CAPITAL, _DIGIT, _STOP, _DENSE, _SIGN = (1 << _FIELD * n for n in range(6))
_SHIFTS = np.arange(0, 6 * _FIELD, _FIELD)[:, None]
_ENDED, _SMALL, _ODD = 60, 61, 62

_STOPS = ".,;:!?…。、，．；：！？؟،؛।॥።፣՝։·"
_ENDS = ".!?…。！？．؟।॥።։”\"»’'」』)）:："
_SIGNS = "|/\\<>[](){}•·▪►▶→←↑»«›‹@#©®™*+=_~^&%$€£✓✔★☆–—"
_QUOTES = "\"'“”„‘’‚«»‹›「『《〈¿¡"
_DENSE_RANGES = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7AF), (0xF900, 0xFAFF))
_CASED = 0x2000
"""Below stand all scripts with capitals but a few nobody prints news in."""


@cache
def _table() -> npt.NDArray[np.int64]:
    """The class of each character of the Basic Multilingual Plane; others count as its last one does."""
    table = np.zeros(0x10000, np.int64)
    for first, last in _DENSE_RANGES:
        table[first : last + 1] |= _DENSE
    for code in (*range(_CASED), *range(0xFF10, 0xFF1A)):
        table[code] |= _class(chr(code))
    for code in range(_CASED, 0x3000):
        if chr(code) not in _QUOTES:
            table[code] |= 1 << _ODD
    for marks, bit in ((_STOPS, _STOP), (_SIGNS, _SIGN), (_ENDS, 1 << _ENDED)):
        for mark in marks:
            table[ord(mark)] |= bit
    return table


def _class(character: str) -> int:
    """What one character of a cased script counts as."""
    if character.isspace():
        return _SPACE
    if character.isdigit():
        return _DIGIT
    if character.isupper():
        return _CAPITAL
    if character.islower():
        return 1 << _SMALL
    return 0 if character.isalpha() or character in _QUOTES else 1 << _ODD
