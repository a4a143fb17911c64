# cython: boundscheck=False, wraparound=False
"""Some words looked for in a text, each by itself or all at once.

A regular expression that passes over case tries each of its words at each character.
"""

import re
from array import array
from collections.abc import Iterable

from onrecord.compiled import is_compiled


def holds_any(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of ``words`` stands in ``text``, which is short, or the words are single letters.

    To look for each by itself takes a tenth of the time of one regular expression that passes over case.
    """
    for word in words:  # noqa: SIM110  # a generator takes twice the time, and cannot be compiled here
        if word in text:
            return True
    return False


def held(lines: Iterable[str], words: tuple[str, ...]) -> tuple[str, ...]:
    """Those of ``words`` that stand in any of ``lines``: few do, and each line is to be asked for no others.

    >>> held(["a storm", "and rain"], ("rain", "snow"))
    ('rain',)
    """
    everything = "\n".join(lines)
    if _LOOPS:
        words = _told_by_threes(everything, words, array("B", bytes(_LAST + 1)))
    return tuple([word for word in words if word in everything])


def _told_by_threes(text: str, words: tuple[str, ...], cells: "array[int]") -> tuple[str, ...]:
    """Those of ``words`` of which each two or three letters in a row have a cell that some in ``text`` have, too.

    They are those that stand in it, and next to no others. ``cells`` are zeros, _LAST being the number of the last one.
    """
    first = second = 0
    for c in text:
        third = ord(c)
        two = second * _STEP + third
        cells[two & _LAST] = cells[(first * _STEP * _STEP + two) & _LAST] = 1
        first, second = second, third
    told: list[str] = []
    for word in words:
        if _may_hold(cells, word):
            told.append(word)  # noqa: PERF401  # compiled, a loop
    return tuple(told)


def _may_hold(cells: "array[int]", word: str) -> bool:
    """Whether all cells of ``word`` are set."""
    first = second = 0
    for c in word:
        third = ord(c)
        two = second * _STEP + third
        if second and not cells[two & _LAST]:
            return False
        if first and not cells[(first * _STEP * _STEP + two) & _LAST]:
            return False
        first, second = second, third
    return True


_LAST, _STEP = 0x3FFF, 61
"""The second parts the cells of what begins with one letter from those of the next."""


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


def count_letter(letter: str, text: str) -> int:
    """As ``text.count(letter)`` of one character, which looks at each by itself: a processor can look at many at once.

    >>> count_letter("<", "<p>Rain</p>")
    2
    """
    return _counted(letter, text) if _LOOPS else text.count(letter)


def _counted(letter: str, text: str) -> int:
    count = 0
    for c in text:
        count += c == letter  # no branch: so it is done for many characters at once
    return count


class Needles:
    """Words looked for in a long text in any case, at one look at each character, as Aho and Corasick do.

    Their beginnings are nodes, each with a row of where further characters lead; the first row is where none has begun.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """``words`` are ASCII in small letters, and none of them stands in another."""
        known = sorted(words)
        self.pattern = re.compile("|".join(map(re.escape, known)).encode())
        letters = sorted(set("".join(known)))
        self.columns, self.width = array("H", bytes(2 * _ASCII)), len(letters) + 1
        """The column of each ASCII character in ``ways``, 0 of those that no word holds; and how many there are."""
        for column, letter in enumerate(letters, 1):
            self.columns[ord(letter)] = self.columns[ord(letter.upper())] = column
        begun = {word[:size] for word in known for size in range(len(word))}
        nodes = [*sorted(begun), *known]
        self.ways = array("H", self._ways(nodes, letters))
        """Where each character leads from a node, row after row: to where the row of that node begins."""
        self.ends = self.width * (len(nodes) - len(known))
        """Where the rows begin of nodes at which a word ends, in their order."""
        self.words = tuple(known)

    def _ways(self, nodes: list[str], letters: list[str]) -> list[int]:
        """Each node and each letter: the longest end of them that is the beginning of a word, too."""
        rows = {node: n * self.width for n, node in enumerate(nodes)}
        return [
            next(rows[said[n:]] for n in range(len(said) + 1) if said[n:] in rows) if letter else 0
            for node in nodes
            for letter in ("", *letters)
            for said in (node + letter,)
        ]

    def find(self, text: str, start: int, stop: int) -> tuple[int, int] | None:
        """Where the first of the words stands in ``text`` between two of its characters.

        >>> Needles(["cmpbox", "px-captcha"]).find('<div class="PX-Captcha">', 0, 24)
        (12, 22)
        """
        if not _LOOPS:
            found = self.pattern.search(_bytes(text[start:stop]))
            return (start + found.start(), start + found.end()) if found else None
        columns, ways, ends = self.columns, self.ways, self.ends
        node = 0
        for at in range(start, min(stop, len(text))):
            code = ord(text[at])
            node = ways[node + (columns[code] if code < _ASCII else 0)]
            if node >= ends:
                size = len(self.words[(node - ends) // self.width])
                return at + 1 - size, at + 1
        return None

    def count(self, text: str, stop: int) -> dict[str, int]:
        """How often each of the words stands in ``text`` before a character; those that do not are left out.

        >>> Needles(["<li", "</li"]).count("<ul><LI>one</li><li>two</ul>", 28)
        {'</li': 1, '<li': 2}
        """
        counts = [0] * len(self.words)
        if not _LOOPS:
            for word in self.pattern.findall(_bytes(text[:stop])):
                counts[self.words.index(word.decode())] += 1
        else:
            columns, ways, ends = self.columns, self.ways, self.ends
            node = 0
            for c in text[:stop]:
                node = ways[node + (columns[ord(c)] if ord(c) < _ASCII else 0)]
                if node >= ends:
                    counts[(node - ends) // self.width] += 1
                    node = 0
        return {word: count for word, count in zip(self.words, counts, strict=True) if count}


def _bytes(text: str) -> bytes:
    """``text`` in small letters, a byte a character: expressions that pass over case take ten times as long."""
    return text.encode("ascii", "replace").lower()


_LOOPS = is_compiled(__name__)
_ASCII = 128
