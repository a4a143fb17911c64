# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Some words looked for in a text, each by itself or all at once.

A regular expression that passes over case tries each of its words at each character.
"""

import re
from array import array
from collections.abc import Iterable

from onrecord.compiled import is_compiled

__all__ = ["Needles", "find_by", "holds_any", "small"]


def holds_any(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of ``words`` stands in ``text``, which is short, or the words are single letters.

    To look for each by itself takes a tenth of the time of one regular expression that passes over case.
    """
    for word in words:  # noqa: SIM110  # a generator takes twice the time, and cannot be compiled here
        if word in text:
            return True
    return False


def small(text: str) -> str:
    """``text`` in small letters, each of its characters where it was: those that would become two stay as they are.

    >>> small("İzmir, A STORM")
    'İzmir, a storm'
    """
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def find_by(letter: str, text: str, word: str, start: int = 0) -> int:
    """As ``text.find(word, start)``, by a ``letter`` of the word that is rare: in a long text one letter is found many times as fast.

    >>> find_by("B", "a body, an articleBody", "articleBody")
    11
    """
    if not _LOOPS:
        return text.find(word, start)
    before = word.index(letter)
    at = text.find(letter, start + before)
    while at >= 0 and not text.startswith(word, at - before):
        at = text.find(letter, at + 1)
    return at - before if at >= 0 else -1


class Needles:
    """Words looked for in a long text in any case, at one look at each character, as Aho and Corasick do.

    Their beginnings are nodes, by number: 0 where none has begun.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """``words`` are ASCII in small letters, and none of them stands in another."""
        known = sorted(words)
        self.pattern = re.compile("|".join(map(re.escape, known)), re.IGNORECASE | re.ASCII)
        columns = [0] * _ASCII
        for column, letter in enumerate(sorted(set("".join(known))), 1):
            columns[ord(letter)] = columns[ord(letter.upper())] = column
        self.columns, self.width = array("H", columns), max(columns) + 1
        """The column of each ASCII character in ``ways``, 0 of those that no word holds; and how many there are."""
        ways: list[int] = [0] * self.width
        """Where each character leads from a node, row after row."""
        sizes, which = [0], [0]
        """The size of the word that ends at a node, and which it is; 0 where none does."""
        for number, word in enumerate(known):
            node = 0
            for letter in word:
                at = node * self.width + columns[ord(letter)]
                if not ways[at]:
                    ways[at] = len(sizes)
                    ways.extend([0] * self.width)
                    sizes.append(0)
                    which.append(0)
                node = ways[at]
            sizes[node], which[node] = len(word), number
        # A node is known by where its row begins: then one addition finds the next, on which all waits.
        self.ways = array("H", [node * self.width for node in self._linked(ways)])
        ends = [0] * len(ways)
        """1 where a row begins at whose node a word ends."""
        ends[:: self.width] = [size > 0 for size in sizes]
        self.ends = array("B", ends)
        self.sizes, self.which, self.words = array("H", sizes), array("H", which), tuple(known)

    def _linked(self, ways: list[int]) -> list[int]:
        """``ways`` with those added where a word goes on that began later than the one that does not."""
        shorter = [0] * (len(ways) // self.width)
        waiting = [node for node in ways[: self.width] if node]
        for node in waiting:  # the nearest to the root first: it grows as it goes
            row, other = node * self.width, shorter[node] * self.width
            for column in range(self.width):
                if further := ways[row + column]:
                    shorter[further] = ways[other + column]
                    waiting.append(further)
                else:
                    ways[row + column] = ways[other + column]
        return ways

    def find(self, text: str, start: int, stop: int) -> tuple[int, int] | None:
        """Where the first of the words stands in ``text`` between two of its characters.

        >>> Needles(["cmpbox", "px-captcha"]).find('<div class="PX-Captcha">', 0, 24)
        (12, 22)
        """
        if not _LOOPS:
            found = self.pattern.search(text, start, stop)
            return found.span() if found else None
        node = 0
        for at in range(start, min(stop, len(text))):
            code = ord(text[at])
            node = self.ways[node + (self.columns[code] if code < _ASCII else 0)]
            if self.ends[node]:
                return at + 1 - self.sizes[node // self.width], at + 1
        return None

    def count(self, text: str, stop: int) -> dict[str, int]:
        """How often each of the words stands in ``text`` before a character; those that do not are left out.

        >>> Needles(["<li", "</li"]).count("<ul><LI>one</li><li>two</ul>", 28)
        {'</li': 1, '<li': 2}
        """
        counts = [0] * len(self.words)
        if not _LOOPS:
            for found in self.pattern.finditer(text, 0, stop):
                counts[self.words.index(found[0].lower())] += 1
        else:
            node = 0
            for at, c in enumerate(text):
                if at == stop:
                    break
                node = self.ways[node + (self.columns[ord(c)] if ord(c) < _ASCII else 0)]
                if self.ends[node]:
                    counts[self.which[node // self.width]] += 1
                    node = 0
        return {word: count for word, count in zip(self.words, counts, strict=True) if count}


_LOOPS = is_compiled(__name__)
_ASCII = 128
