# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Class names and ids read letter by letter: which of the words and stems of `words` are in them."""

import functools
from array import array
from collections.abc import Mapping

from onrecord.body.numbers import Wholes
from onrecord.body.words import FAMILIES, PAIRS, WHOLE
from onrecord.compiled import is_compiled

_LETTERS = 27
"""Letters of a row: ``a`` to ``z`` and the hyphen between two words that mean something side by side."""
_HYPHEN = 26
_LONG = 4
"""Letters of a word up to which no stem is looked for: shorter ones are in the table of whole words."""
_ASK = 1 << 40
"""Beside the bits of families: what follows the stem has to be asked."""
_ENDS, _DEPTH = 0x80, 0x7F
_TOKEN = 100
READ = _NAME = 400
"""Characters of a class, and of a whole attribute, that are read."""


class Stems:
    """All that is looked for, as one automaton: each letter is looked at once, as Aho and Corasick do.

    Its nodes are numbers: the longest beginning of a word or stem that was just read; 0 where none was.
    """

    def __init__(self, bits: Mapping[str, int]) -> None:
        """``bits`` has the bit of each family."""
        self.ways: list[int] = [0] * _LETTERS
        self.marks: list[list[int]] = [[0], [0], [0], [0], [0]]
        self.sizes = [0]
        """How many letters lead to a node from the root."""
        self.unlike: dict[int, tuple[tuple[str, ...], int]] = {}
        """A stem's node → what may not follow it, and its bit."""
        self._spell()
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
        self._link(self.rows)
        self.depths = array(
            "B",
            [
                size | (_ENDS if any(column[node] for column in self.marks) else 0)
                for node, size in enumerate(self.sizes)
            ],
        )
        """How many letters lead to a node, and whether something ends there: so few of the tables below are looked at."""
        within, opening, closing, alone, paired = self.marks
        self.within, self.opening, self.closing = array("q", within), array("q", opening), array("q", closing)
        """Bits of the stems that end at a node: wherever in a word, at its start alone, at its end alone."""
        self.alone, self.paired = array("q", alone), array("q", paired)
        """Bits of the whole word that ends at a node, and of two words with a hyphen between them."""
        self.of_token = functools.lru_cache(maxsize=4096)(
            self._of_classes
        )  # pure: its cache changes speed alone

    def _spell(self) -> None:
        """Make the nodes of all words, the nearest to the root first: those that are mostly walked lie together."""
        listed = [*FAMILIES.values(), *WHOLE.values(), *PAIRS.values()]
        words = [_letters(written) for family in listed for written in family]
        nodes = [0] * len(words)
        for at in range(max(map(len, words))):
            for n, word in enumerate(words):
                if at < len(word):
                    nodes[n] = self._child(nodes[n], word[at])

    def _learn(self, written: str, bit: int) -> None:
        """A stem as `words` writes it: ``^`` or ``$`` as in a regular expression, or ``(?!a|b)`` at its end."""
        node = self._node(_letters(written))
        letters, _, unlike = written.partition("(?!")
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
            node = self._child(node, letter)
        return node

    def _child(self, node: int, letter: str) -> int:
        at = node * _LETTERS + (_HYPHEN if letter == "-" else ord(letter) - ord("a"))
        if not self.ways[at]:
            self.ways[at] = len(self.sizes)
            self.ways.extend([0] * _LETTERS)
            self.sizes.append(self.sizes[node] + 1)
            for column in self.marks:
                column.append(0)
        return self.ways[at]

    def _link(self, ways: Wholes) -> None:
        """Add the ways from where a word does not go on to one that began later, whose stems end there too."""
        unlike, within, closing = self.unlike, self.marks[0], self.marks[2]
        shorter = [0] * len(self.sizes)
        waiting = [node for node in ways[:_LETTERS] if node]
        for node in waiting:  # the nearest to the root first: it grows as it goes
            other = shorter[node]
            within[node] |= within[other]
            closing[node] |= closing[other]
            if other in unlike:
                unlike.setdefault(node, unlike[other])
            for letter in range(_LETTERS):
                further, later = ways[node * _LETTERS + letter], ways[other * _LETTERS + letter]
                if further:
                    shorter[further] = later
                    waiting.append(further)
                else:
                    ways[node * _LETTERS + letter] = later

    def bits_of(self, name: str) -> int:
        """The bits of all that is in a class attribute or an id."""
        if _LOOPS:
            return self._of_classes(name, min(len(name), _NAME))
        bits = 0
        for token in name[:_NAME].split():
            bits |= self.of_token(token, len(token))
        return bits

    def _of_classes(self, name: str, size: int) -> int:
        """The bits of the classes in ``size`` characters: of their words, and of two that stand side by side in one."""
        bits = paired = at = 0
        end = min(size, _TOKEN)
        while at < size:
            stop = _word_end(name, at, end)
            if stop == at:
                if name[at].isspace():
                    paired, end = 0, min(size, at + 1 + _TOKEN)
                at += 1
                continue
            if paired:
                bits |= self.paired[self._walk(name, at, stop, paired)]
            node = 0
            for n in range(at, stop):
                node = self.rows[node * _LETTERS + (ord(name[n]) | _SMALL) - _A]
                if self.depths[node] & _ENDS and stop - at > _LONG:
                    bits |= self._of_stems(name, n + 1, stop, n + 1 - at, node)
            depth = self.depths[node]
            if depth & _DEPTH == stop - at:
                if depth & _ENDS:
                    bits |= self.alone[node]
                paired = self._further(node, _HYPHEN)
            else:
                paired = 0
            at = stop
        return bits

    def _walk(self, name: str, at: int, stop: int, node: int) -> int:
        """Where the letters from ``at`` to ``stop`` lead from a node."""
        for n in range(at, stop):
            node = self._further(node, (ord(name[n]) | _SMALL) - _A)
            if not node:
                break
        return node

    def _further(self, node: int, letter: int) -> int:
        """The node of one letter more; 0 where no word goes on with it."""
        further = self.rows[node * _LETTERS + letter]
        return further if self.depths[further] & _DEPTH > self.depths[node] & _DEPTH else 0

    def _of_stems(self, name: str, at: int, stop: int, size: int, node: int) -> int:
        """The bits of the stems that end at a node, ``size`` letters from their word's start."""
        bits = self.within[node]
        if self.depths[node] & _DEPTH == size:
            bits |= self.opening[node]
        if at == stop:
            bits |= self.closing[node]
        if bits & _ASK:
            bits = bits & ~_ASK | self._unless(name[at:stop], node)
        return bits

    def _unless(self, rest: str, node: int) -> int:
        """The bit of a stem that ends at a node, where what follows does not turn it into another word."""
        others, bit = self.unlike[node]
        return 0 if rest.lower().startswith(others) else bit


_LOOPS = is_compiled(__name__)
_A, _SMALL = ord("a"), ord("a") - ord("A")


def _letters(written: str) -> str:
    """The letters of a stem as `words` writes it."""
    return written.partition("(?!")[0].strip("^$")


def _word_end(name: str, at: int, end: int) -> int:
    """Where the word ends that begins at ``at``: small letters after one capital or none, or capitals alone.

    At least two of them; ``at`` itself where no word begins.
    """
    stop = at + 1 if "A" <= name[at] <= "Z" else at
    small = stop
    while stop < end and "a" <= name[stop] <= "z":
        stop += 1
    if stop - small > 1:
        return stop
    stop = at
    while stop < end and "A" <= name[stop] <= "Z":
        stop += 1
    return stop if stop - at > 1 else at
