"""A flattened schema.org block: its lines with their shapes, and how it is told from other texts."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.readers.flattened.lines import Line
from onrecord.readers.flattened.shapes import MACHINE, URL, Shape, shape_of
from onrecord.readers.teasers import weight


class Block(NamedTuple):
    """The lines of a block, the shape of each, and which is the text (-1: none is)."""

    lines: Sequence[Line]
    shapes: Sequence[Shape]
    body: int

    def of(self, *shapes: Shape) -> Iterator[tuple[int, Line]]:
        """The lines of some shapes, each with its index."""
        return ((i, self.lines[i]) for i, shape in enumerate(self.shapes) if shape in shapes)


def block_of(lines: Sequence[Line]) -> Block:
    """The shapes of ``lines``; the text is the longest line of words."""
    lines = list(_parted(lines))
    shapes = [shape_of(line) for line in lines]
    words = [i for i, shape in enumerate(shapes) if shape in _WORDS]
    longest = max(words, key=lambda i: len(lines[i].text), default=-1)
    return Block(lines, shapes, longest if longest >= 0 and weight(lines[longest].text) >= _TEXT else -1)


_WORDS = (Shape.WORDS, Shape.NAMED)
_TEXT = 250
"""Width of the shortest text; what is shorter is a headline or a description."""
_LINES = 20_000
"""Lines of the longest block: a live blog's, flattened value by value, had 13,000."""
_LONG = 2_000
"""Code points of a text that stands out among however many captions."""
_FEW = 45
"""Lines of words that a block has at most where its text does not outweigh them all."""


def is_block(lines: Sequence[Line]) -> bool:
    """Whether lines are such a block: some that nobody writes for readers, and one that holds most of the words."""
    if len(lines) > _LINES:
        return False
    block = block_of(lines)
    machine = [s for s in block.shapes if s in MACHINE]
    words = [line for _, line in block.of(*_WORDS)]
    if len(machine) < 2 or not words:  # one may stand in any text
        return False
    sure = any(s in _SURE for s in machine)
    others = sorted((len(line.text) for line in words), reverse=True)
    alone = block.body >= 0 and others[0] >= sum(others[1:])
    apart = others[0] > 3 * others[min(1, len(others) - 1)]
    if alone or len(words) > _FEW:
        return alone or (sure and apart and others[0] > _LONG)
    return sure and (block.body < 0 or apart)


_SURE = frozenset((Shape.TIME, Shape.PATHS, Shape.ORGANIZATION, Shape.SIZE))


def _parted(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; a first one that a crawler wrote a date and an address into, in its pieces."""
    for number, line in enumerate(lines):
        found = URL.search(line.text) if number == 0 and not line.text.startswith("http") else None
        if found and found.end() == len(line.text) and found.start() <= _LABEL:
            for word in line.text[: found.start()].split():
                at = line.text.index(word)
                yield line.part(at, at + len(word))
            yield line.part(*found.span())
        else:
            yield line


_LABEL = 40
"""Code points before the address in a crawler's line."""
