"""An article's words and marks with their places, and the numbers by which the tagger knows them.

A token is a word, a run of initials ("U.S."), one mark, or a line break. The tagger never sees a word itself: it sees
hashes of it, so nothing of what it was trained on can be read back from the model.
"""

import re
import struct
from functools import lru_cache
from itertools import islice
from zlib import crc32

from onrecord import limits

Token = tuple[int, int]
"""Start and end of a token in its text, in code points, end exclusive."""

WORDS = 14_000
"""Buckets for whole words, lower-cased, each number made the same."""
PREFIXES = 4_000
"""Buckets for the first four letters."""
SUFFIXES = 4_000
"""Buckets for the last three letters."""
SHAPES = 8
"""Line break, mark, number, one capital, capitals, capitalised, mixed, lower case."""
COLUMNS = 5
"""Numbers that `described` gives for a word: word, prefix, suffix, shape, and the hash a word vector is found by."""

_TOKEN = re.compile(r"[A-Z]\.(?:[A-Z]\.)+|\w+|[^\w\s]|\n\s*")
_DIGITS = re.compile(r"\d+")
READ = 40
"""Letters of a word that are looked at. Nothing longer is a word of a language."""
_NEWLINE = "\n"
"""What every run of line breaks reads as."""


def tokens(text: str) -> list[Token]:
    r"""The tokens of ``text`` in order; of a text with more than `limits.TAGGED_TOKENS` the first of them.

    >>> [("U.S. says “no”\n\n"[a:b]) for a, b in tokens("U.S. says “no”\n\n")]
    ['U.S.', 'says', '“', 'no', '”', '\n\n']
    """
    return [found.span() for found in islice(_TOKEN.finditer(text), limits.TAGGED_TOKENS)]


@lru_cache(maxsize=50_000)
def described(word: str) -> bytes:
    """A token's `COLUMNS` numbers, as unsigned 32-bit integers in the machine's order.

    Of a long token `READ` letters suffice: give no more, for what is given is kept a while.
    """
    if word[0] == _NEWLINE:
        word = _NEWLINE
    low = _DIGITS.sub("0", word.lower())
    # A page may hold half a surrogate pair; it hashes like any other character.
    raw = low.encode("utf-8", "surrogatepass")
    return struct.pack(
        "=5I",
        crc32(raw) % WORDS,
        crc32(b"<" + low[:4].encode("utf-8", "surrogatepass")) % PREFIXES,
        crc32(b">" + low[-3:].encode("utf-8", "surrogatepass")) % SUFFIXES,
        _shape(word),
        crc32(raw, 1),
    )


def _shape(word: str) -> int:
    if word == _NEWLINE:
        return 0
    if not (word[0].isalnum() or word[0] == "_"):
        return 1
    if word[0].isdigit():
        return 2
    if word.isupper():
        return 3 if len(word) == 1 else 4
    if word.islower():
        return 7
    return 5 if word[0].isupper() and word[1:].islower() else 6
