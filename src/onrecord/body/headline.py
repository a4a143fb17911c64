"""Which block of a page is its headline."""

import re
from collections.abc import Sequence

from onrecord.body.blocks import TextBlock
from onrecord.page import Page, elements_around
from onrecord.record import BlockKind

__all__ = ["find_headline", "set_line"]


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
    return best if best >= 0 or marked else set_line(blocks)


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


def set_line(blocks: Sequence[TextBlock]) -> int:
    """The line above the prose that is set as a heading, in large letters or in bold, on a page that marks none of level one.

    As pages were made before style sheets. Of large lines, and of headings, the one nearest to the prose, or a larger one
    right above it; where none is large, the first of the bold ones that stand together there. The index of the block; -1
    where none is.
    """
    prose = next((n for n, b in enumerate(blocks[:_ABOVE]) if len(b.text) > _PROSE and not b.linked), 0)
    sizes = [_size_of(b) for b in blocks[:prose]]
    large = [n for n, size in enumerate(sizes) if size > _USUAL]
    at = (
        large[-1]
        if large
        else next((n for n in range(prose - 1, max(prose - _NEAR, 0) - 1, -1) if sizes[n]), -1)
    )
    while at > 0 and sizes[at - 1] and (sizes[at - 1] > sizes[at] or not large):
        at -= 1
    return at


_ABOVE = 60
"""Blocks among which the prose begins."""
_PROSE = 120
_NEAR = 3
"""Blocks above the prose of which one may be a headline that is but bold."""
_LEAST, _MOST = 8, 200
"""Characters of a headline."""
_USUAL = 3
_LEVELS = 8
_HEADINGS = {"h1": 6, "h2": 5, "h3": 4}
_SIZED = re.compile(r"\s*([+-]?)(\d)")
_INSIDE = frozenset(("b", "strong", "i", "em", "u", "span", "center", "p", "div", "td"))


def _size_of(block: TextBlock) -> int:
    """The size of the letters that a line begins in, as ``font`` counts it; 0 where that is the usual one, and the line not bold."""
    line = block.text.partition("\n")[0]
    if not _LEAST < len(line) < _MOST or block.linked:
        return 0
    size, more = 0, 0
    for element in elements_around(block.first, _LEVELS):
        tag = element.tag
        if tag in _HEADINGS:
            return _HEADINGS[tag]
        if tag == "font":
            found = _SIZED.match(element.attr("size") or "")
            size = (
                size or (int(found[2]) if not found[1] else _USUAL + int(found[1] + found[2]))
                if found
                else size
            )
        elif tag == "big":
            more += 1
        elif tag not in _INSIDE:
            break
    size = (size or _USUAL) + more
    return size if size > _USUAL or block.bold >= len(line) else 0
