"""Which block of a page is its headline."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from turbohtml import Text

from onrecord.body.blocks import TextBlock
from onrecord.page import Page, elements_around
from onrecord.record import BlockKind
from onrecord.spacing import collapse


def find_headline(page: Page, blocks: Sequence[TextBlock]) -> int:
    """The first heading of the highest level that the title repeats; else the first of level one; else a line.

    The index of the block; -1 where none is.
    """
    title = (page.title or "").casefold()
    best, first, marked = -1, -1, False
    for n, block in enumerate(blocks):
        if block.kind is not _HEADING:
            continue
        marked = True
        if block.level == 1 and first < 0:
            first = n
        text = block.text.casefold()
        if len(text) > 8 and (text in title or (title and title in text)):  # noqa: PLR2004
            if block.level == 1:
                return n
            if best < 0:
                best = n
    best = best if best >= 0 else first
    if best < 0 and title:
        best = _unmarked(blocks, title)
    if best >= 0 or marked:
        return best
    line = set_line(blocks)
    return line[0] if line is not None else -1


_HEADING = BlockKind.HEADING


def _unmarked(blocks: Sequence[TextBlock], title: str) -> int:
    """The first block that says the title and no more than a line about it, on a page without headings."""
    start = title[:8]
    for n, block in enumerate(blocks):
        if (
            block.linked
            or len(block.text) > len(title) + _META
            or not block.text.casefold().startswith(start)
        ):
            continue
        line = block.text.partition("\n")[0].casefold()
        if line == title or (2 * len(line) > len(title) and title.startswith(line)):
            return n
    return -1


_META = 120
"""Characters of the longest line of names and dates that may stand in one block with a headline."""


def set_line(blocks: Sequence[TextBlock]) -> tuple[int, Text] | None:
    """The line above the prose that is set as a heading, in large letters or in bold, on a page that marks none of level one.

    As pages were made before style sheets. Of large lines, and of headings, the one nearest to the prose, or a larger one
    right above it; where none is large, the first of the bold ones that stand together there. The index of its block and
    the text it begins in; None where there is none.
    """
    prose = next((n for n, b in enumerate(blocks[:_ABOVE]) if _is_prose(b)), 0)
    lines = [(n, text, size) for n, b in enumerate(blocks[:prose]) for text, size in _sizes_in(b)]
    large = [at for at, (_, _, size) in enumerate(lines) if size > _USUAL]
    near = (at for at in range(len(lines) - 1, -1, -1) if lines[at][0] >= prose - _NEAR and lines[at][2])
    at = large[-1] if large else next(near, -1)
    while at > 0 and (above := lines[at - 1][2]) and (above > lines[at][2] or not large):
        at -= 1
    return lines[at][:2] if at >= 0 else None


def _is_prose(block: TextBlock) -> bool:
    size = len(block.text)
    if block.linked or size < _DENSE:
        return False
    return size > _PROSE or "。" in block.text or (size > _SENTENCE and block.text[-1] in ".!?…»”")


_ABOVE = 60
"""Blocks among which the prose begins."""
_PROSE, _SENTENCE, _DENSE = 120, 60, 40
"""Characters from which a line is prose: of any line, of one that ends as sentences do, and of one in a script that parts no words."""
_NEAR = 3
"""Blocks above the prose of which one may be a headline that is but bold."""
_LEAST, _MOST = 8, 200
"""Characters of a headline."""
_LINES = 8
"""Lines of a block that are looked at, and more pieces of text than there are of them."""
_PIECES = 4 * _LINES
_USUAL = 3
_LEVELS = 8
_HEADINGS = {"h1": 6, "h2": 5, "h3": 4}
_SIZED = re.compile(r"\s*([+-]?)(\d)")
_INSIDE = frozenset(("b", "strong", "i", "em", "u", "span", "center", "p", "div", "td"))


def _sizes_in(block: TextBlock) -> Iterator[tuple[Text, int]]:
    """The text that each line of a block begins in, and the size of its letters; those of links are of the usual size."""
    if block.linked or len(block.text) > 2 * _MOST:
        yield block.first, 0
        return
    lines = block.text.split("\n")[:_LINES]
    yield block.first, _size_of(block.first, lines[0], bold=block.bold >= len(block.text))
    if len(lines) > 1:
        texts = [n for n in islice(block.first.following, _PIECES) if type(n) is Text]
        for line in lines[1:]:
            if found := next(
                (n for n in texts if (said := collapse(n.data)) and line.startswith(said)), None
            ):
                yield found, _size_of(found, line)


def _size_of(text: Text, line: str, *, bold: bool = False) -> int:
    """The size of the letters of a line, as ``font`` counts it; 0 where that is the usual one, and the line not bold.

    ``bold`` is whether all of it is known to be; else that is told where the line is one piece of text.
    """
    if not _LEAST < len(line) < _MOST:
        return 0
    size = more = 0
    whole = collapse(text.data) == line
    for element in elements_around(text, _LEVELS):
        tag = element.tag
        if tag in _HEADINGS:
            return _HEADINGS[tag]
        if tag == "font":
            size = size or _font_size(element.attr("size") or "")
        elif tag == "big":
            more += 1
        elif tag not in _INSIDE:
            break
        bold |= whole and tag in _BOLD
    size = (size or _USUAL) + more
    return size if size > _USUAL or bold else 0


_BOLD = frozenset(("b", "strong"))


def _font_size(said: str) -> int:
    found = _SIZED.match(said)
    if found is None:
        return 0
    return _USUAL + int(found[1] + found[2]) if found[1] else int(found[2])
