"""Whether two names may be one person's."""

import functools
import re
import unicodedata
from collections.abc import Sequence

from onrecord.values import bylines as words_of
from onrecord.values.byline_pieces import with_credentials
from onrecord.values.byline_text import clean
from onrecord.values.names import is_bare, is_plain
from onrecord.values.speakers import LETTERS

_GREEK = re.compile("[α-ω]{4}")
_ENDING = re.compile("(?<=[α-ω]{2})(?:σ|(?<=ο)υ)$")
"""Of a case, in folded letters: -ος/-ου, -ης/-η, -ας/-α, and feminine -η/-ης, -α/-ας."""
_ARTICLES = frozenset({"ο", "η", "του", "τησ"})


def same_person(a: str, b: str) -> bool:
    """Whether two spellings may well be one person's name.

    Case, diacritics, punctuation, honorifics, credentials and the order of "Doe, Jane" do not
    count, nor does the case of a Greek name; an initial agrees with a name it begins. A surname alone is not enough.

    >>> same_person("J. Doe", "Doe, Jane"), same_person("Jane Doe", "John Doe")
    (True, False)
    """
    if a == b:
        return bool(_tokens(a))
    one, two = _tokens(a), _tokens(b)
    if not one or not two:
        return False
    if _GREEK.match(one[-1]) and _GREEK.match(two[-1]):
        one, two = _uninflected(one), _uninflected(two)
    return one == two or (one[-1] == two[-1] and _agree(one[:-1], two[:-1]))


def _uninflected(words: Sequence[str]) -> tuple[str, ...]:
    """Greek names without the endings that tell their cases apart: "Νίκος", "(του) Νίκου" are both "νικο"."""
    named = words[1:] if len(words) > 2 and words[0] in _ARTICLES else words  # noqa: PLR2004 (a name and a surname)
    return tuple(_ENDING.sub("", word) for word in named)


@functools.lru_cache(maxsize=512)  # pure; the names of one page are asked many times
def _tokens(name: str) -> tuple[str, ...]:
    """The words of ``name`` to compare by, surname last."""
    if name.isascii() and (is_plain(name) or is_bare(name)):  # no title or degree is among its words
        return tuple(name.casefold().replace("-", " ").split())
    parts = with_credentials([part.strip() for part in clean(name).split(",") if part.strip()])
    if len(parts) == 2:  # noqa: PLR2004 (two halves)
        parts.reverse()
    flat = unicodedata.normalize("NFKD", " ".join(parts).casefold().translate(LETTERS))
    flat = _WITHIN.sub("", _MARKS.sub("", flat))
    words = _SIGNS.sub(" ", unicodedata.normalize("NFC", flat)).split()
    bare = tuple(word for i, word in enumerate(words) if not (word in _RANKS and (i == 0 or i > 1)))
    return bare or tuple(words)


_MARKS = re.compile("[\u0300-\u036f]")
_WITHIN = re.compile(r"(?<=\w)['’.]+(?=\w\w)")
_SIGNS = re.compile(r"[\W_]+")
_RANKS = words_of.HONORIFICS | (words_of.CREDENTIALS - {"jr", "sr", "ii", "iii", "iv", "ba", "ma"})


def _agree(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether first names agree, up to initials and middle initials left out."""
    if not one or not two:
        return False
    pairs = all(x == y or (min(len(x), len(y)) == 1 and x[0] == y[0]) for x, y in zip(one, two, strict=False))
    short = min(len(one), len(two))
    return pairs and all(len(word) == 1 for word in [*one[short:], *two[short:]])
