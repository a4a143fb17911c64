# cython: boundscheck=False, wraparound=False
"""Class names and ids read letter by letter: which of the words and stems of `words` are in them."""

import functools
from array import array
from collections.abc import Mapping

from onrecord.body.words import FAMILIES, PAIRS, WHOLE

__all__ = ["Stems"]

_LETTERS = 27
"""Letters of a row: ``a`` to ``z`` and the hyphen between two words that mean something side by side."""
_HYPHEN = 26
_LONG = 4
"""Letters of a word up to which no stem is looked for: shorter ones are in the table of whole words."""
_ASK = 1 << 40
"""Beside the bits of families: what follows the stem has to be asked."""
_TOKEN = 100
_NAME = 400
"""Characters of a class, and of a whole attribute, that are read."""


class Stems:
    """All that is looked for, as one automaton.

    Its nodes are numbers; 0 is the root, and where no letter leads.
    """

    def __init__(self, bits: Mapping[str, int]) -> None:
        """``bits`` has the bit of each family."""
        self.ways: list[int] = [0] * _LETTERS
        self.marks: list[list[int]] = [[0], [0], [0], [0], [0]]
        self.unlike: dict[int, tuple[tuple[str, ...], int]] = {}
        """A stem's node → what may not follow it, and its bit."""
        for family, stems in FAMILIES.items():
            for stem in stems:
                self._learn(stem, bits[family])
        self._learn("^nav", bits["nav"])
        for column, listed in ((3, WHOLE), (4, PAIRS)):
            for family, words in listed.items():
                for word in words:
                    self.marks[column][self._node(word)] |= bits[family]
        self.rows = array("H", self.ways)
        """Where each letter leads from a node, row after row."""
        within, opening, closing, alone, paired = self.marks
        self.within, self.opening, self.closing = array("q", within), array("q", opening), array("q", closing)
        """Bits of the stems that end at a node: wherever in a word, at its start alone, at its end alone."""
        self.alone, self.paired = array("q", alone), array("q", paired)
        """Bits of the whole word that ends at a node, and of two words with a hyphen between them."""
        self.of_token = functools.lru_cache(maxsize=4096)(
            self._of_token
        )  # pure: its cache changes speed alone

    def _learn(self, written: str, bit: int) -> None:
        """A stem as `words` writes it: ``^`` or ``$`` as in a regular expression, or ``(?!a|b)`` at its end."""
        letters, _, unlike = written.partition("(?!")
        node = self._node(letters.strip("^$"))
        if unlike:
            self.unlike[node] = (tuple(unlike.removesuffix(")").split("|")), bit)
            self.marks[0][node] |= _ASK
        else:
            column = 1 if letters.startswith("^") else 2 if letters.endswith("$") else 0
            self.marks[column][node] |= bit

    def _node(self, letters: str) -> int:
        """The node that ``letters`` lead to, made where there is none."""
        node = 0
        for letter in letters:
            at = node * _LETTERS + (_HYPHEN if letter == "-" else ord(letter) - ord("a"))
            if not self.ways[at]:
                self.ways[at] = len(self.marks[0])
                self.ways.extend([0] * _LETTERS)
                for column in self.marks:
                    column.append(0)
            node = self.ways[at]
        return node

    def bits_of(self, name: str) -> int:
        """The bits of all that is in a class attribute or an id."""
        bits = 0
        for token in name[:_NAME].split():
            bits |= self.of_token(token[:_TOKEN])
        return bits

    def _of_token(self, token: str) -> int:
        """The bits of one class: of its words, and of two that stand side by side in it."""
        bits = at = paired = 0
        while at < len(token):
            stop = _word_end(token, at)
            if stop == at:
                at += 1
                continue
            bits |= self._of_word(token, at, stop)
            if paired:
                bits |= self.paired[self._walk(token, at, stop, paired)]
            node = self._walk(token, at, stop, 0)
            bits |= self.alone[node]
            paired = self.rows[node * _LETTERS + _HYPHEN]
            at = stop
        return bits

    def _walk(self, token: str, at: int, stop: int, node: int) -> int:
        """Where the letters from ``at`` to ``stop`` lead from a node."""
        for n in range(at, stop):
            node = self.rows[node * _LETTERS + (ord(token[n]) | _SMALL) - _A]
            if not node:
                break
        return node

    def _of_word(self, token: str, start: int, stop: int) -> int:
        """The bits of the stems in one word."""
        bits = 0
        if stop - start <= _LONG:
            return bits
        for first in range(start, stop):
            node = 0
            for n in range(first, stop):
                node = self.rows[node * _LETTERS + (ord(token[n]) | _SMALL) - _A]
                if not node:
                    break
                bits |= self.within[node]
                if first == start:
                    bits |= self.opening[node]
                if n == stop - 1:
                    bits |= self.closing[node]
                if bits & _ASK:
                    bits = bits & ~_ASK | self._unless(token[n + 1 : stop], node)
        return bits

    def _unless(self, rest: str, node: int) -> int:
        """The bit of a stem that ends at a node, where what follows does not turn it into another word."""
        others, bit = self.unlike[node]
        return 0 if rest.lower().startswith(others) else bit


_A, _SMALL = ord("a"), ord("a") - ord("A")


def _word_end(token: str, at: int) -> int:
    """Where the word ends that begins at ``at``: small letters after one capital or none, or capitals alone.

    At least two of them; ``at`` itself where no word begins.
    """
    stop = at + 1 if "A" <= token[at] <= "Z" else at
    small = stop
    while stop < len(token) and "a" <= token[stop] <= "z":
        stop += 1
    if stop - small > 1:
        return stop
    stop = at
    while stop < len(token) and "A" <= token[stop] <= "Z":
        stop += 1
    return stop if stop - at > 1 else at
