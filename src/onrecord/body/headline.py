"""Which block of a page is its headline."""

from collections.abc import Sequence

from onrecord.body.blocks import TextBlock
from onrecord.page import Page
from onrecord.record import BlockKind

__all__ = ["find_headline"]


def find_headline(page: Page, blocks: Sequence[TextBlock]) -> int:
    """The first heading of the highest level that the title repeats; else the first of level one; else a line.

    The index of the block; -1 where none is.
    """
    title = (page.title or "").casefold()
    best, first = -1, -1
    for n, block in enumerate(blocks):
        if block.kind is not _HEADING:
            continue
        if block.level == 1 and first < 0:
            first = n
        text = block.text.casefold()
        if len(text) > 8 and (text in title or (title and title in text)):  # noqa: PLR2004
            if block.level == 1:
                return n
            if best < 0:
                best = n
    best = best if best >= 0 else first
    return best if best >= 0 or not title else _unmarked(blocks, title)


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
