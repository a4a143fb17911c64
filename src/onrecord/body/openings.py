# cython: boundscheck=False, wraparound=False
"""How texts begin, told letter by letter: so nearly all are passed by without a copy of any."""

from array import array
from collections.abc import Iterable

from onrecord.body.corrected import CORRECTED
from onrecord.body.words import ALSO, FURTHER, OPENINGS


class Pairs:
    """Which letters follow each other in some words, spaces apart: a text whose first ones do not is in none of the words."""

    def __init__(self, words: Iterable[str]) -> None:
        self.seen = array("B", bytes(_PAIRS))
        for word in words:
            self._add(word)

    def _add(self, word: str) -> None:
        one = 0
        for c in word:
            other = ord(c)
            if other != _SPACE:
                self.seen[_pair(one, other)] = 1
                one = other

    def opens(self, text: str, most: int) -> bool:
        """Whether the words may hold the ``most`` first characters of ``text``, in any case.

        Told by those of ASCII before any other.

        >>> Pairs(["read more"]).opens("More on this", 4), Pairs(["read more"]).opens("Morning news", 4)
        (True, False)
        """
        one = 0
        for n in range(min(most, len(text))):
            other = ord(text[n])
            if other == _SPACE:
                continue
            if other < _SPACE or other >= _ASCII:
                break
            if one and not self.seen[_pair(one, other)]:
                return False
            one = other
        return True


def _pair(one: int, other: int) -> int:
    """The number of two characters, of which a few pairs share one; a capital counts as its small letter."""
    if _A <= one <= _Z:
        one += _SMALL
    if _A <= other <= _Z:
        other += _SMALL
    return (one * 37 + other) % _PAIRS


_PAIRS = 2048
_SPACE, _ASCII, _A, _Z, _SMALL = 0x20, 0x80, ord("A"), ord("Z"), 0x20
_FIRST = Pairs(OPENINGS)


def points(text: str) -> bool:
    """Whether the first words of a block say that it points to other articles."""
    return len(text) < _POINTER and _may_open(text) and ALSO.match(text) is not None


def corrects(text: str) -> bool:
    """Whether the first words of a block say that it is a correction."""
    return len(text) < _NOTE and _may_open(text) and CORRECTED.match(text) is not None


def _may_open(text: str) -> bool:
    """Whether one of the phrases begins as ``text`` does behind its marks."""
    start = text if text[0].isalnum() else text[:9].lstrip(_MARKS)
    if not _FIRST.opens(start, 3) or (start[:3].casefold()[:3] not in OPENINGS and start[:2] not in OPENINGS):
        return False
    begun = start[:6].casefold()
    for size in range(6, 1, -1):  # noqa: SIM110  # compiled, a loop over a few slices
        if begun[:size] in FURTHER:
            return True
    return False


_MARKS = " *([【〔–—▶►»>•|-"
"""What may stand before the words."""
_POINTER, _NOTE = 300, 1500
"""Characters of the longest block that is taken for one or the other by its words."""
