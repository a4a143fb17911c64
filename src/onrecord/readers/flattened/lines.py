"""The lines of a text whose mark-up is gone, each with its place."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from onrecord import limits
from onrecord.evidence import Evidence, Place, Source


class Line(NamedTuple):
    """A line that holds something, without the white space around it."""

    text: str
    start: int
    """Code points from the start of the decoded page; ``page.text[start:end]`` is the line's text."""
    end: int
    gap: bool
    """Whether a blank line stands before it."""
    beside: bool = False
    """Whether it is a piece of a line, behind another piece."""
    inset: bool = False
    """Whether white space stands before it in its line."""
    below: bool = False
    """Whether prose stands above it in its article."""

    def part(self, start: int, end: int) -> "Line":
        """A piece of the line by offsets into its text, without the white space around it."""
        said = self.text[start:end]
        start += len(said) - len(said.lstrip(_BLANK))
        said = said.strip(_BLANK)
        return Line(said, self.start + start, self.start + start + len(said), self.gap, below=self.below)


_BLANK = "".join(
    c for c in map(chr, (*range(0x3001), 0xFEFF)) if c.isspace() or unicodedata.category(c) == "Cf"
)
"""White space, and the marks of direction and width that nobody sees: word processors set them before a line."""
_LINE = re.compile(r"[^\n]+")


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """The lines of a stretch of a page that hold something, in order; no more of them than the limits allow."""
    return list(islice(_lines(text, start, end), limits.LINES))


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    last = start
    for found in _LINE.finditer(text, start, end):
        words = found[0].strip(_BLANK)
        if not words:
            continue
        at = found.start() + found[0].index(words[0])
        yield Line(words, at, at + len(words), text.count("\n", last, at) > 1, inset=at > found.start())
        last = at + len(words)


def evidence(field: str, line: Line, how: str, *said: tuple[str, str]) -> Evidence:
    """What a line, or a piece of one, says; ``how`` it was told."""
    return Evidence(field, line.text, Source.FLATTENED, Place(line.start, line.end), (("how", how), *said))
