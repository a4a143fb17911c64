"""Pages to look something up on, or to play with: rows of numbers and times, or choices, and no prose."""

from collections.abc import Iterator
from itertools import islice

from turbohtml import Element

from onrecord.body.blocks import TextBlock, cut
from onrecord.evidence import Evidence
from onrecord.page import Page
from onrecord.readers.signs import sign
from onrecord.readers.teasers import is_row, is_teaser, weight
from onrecord.record import BlockKind

__all__ = ["read"]

_ROWS = 12
"""Short lines that hold a number, or choices, that make such a page."""
_CELLS = 15
"""As many of their cells that hold one: a day by its hours is one row of a table."""
_CHOICES = 3
"""Choices that are enough where next to nothing else is said."""
_PROSE = 500
"""Code points of long lines that it shows, at most."""
_LOOKED_AT = 1_000
_TEASERS = 3
"""Links as long as headlines that begin a list of these; fewer may stand above the page's own."""


def read(page: Page) -> Iterator[Evidence]:
    """The first of its rows or choices, those before its teasers: a listing begins with these.

    Asked of pages that name no author and whose data gives no date.
    """
    blocks = cut(page).blocks[:_LOOKED_AT]
    prose = 0
    for b in blocks:
        if len(b.text) * 3 >= _SENTENCE and b.linked * 2 < len(b.text) and b.kind is not _ROW:
            size = weight(b.text)
            prose += size if size >= _SENTENCE else 0
            if prose > _PROSE:
                return
    teasers = islice((n for n, b in enumerate(blocks) if is_teaser(b)), _TEASERS - 1, None)
    blocks = blocks[: next(teasers, len(blocks))]
    rows = [b for b in blocks if _is_row(b)]
    lines = sum(1 for b in blocks if b.linked * 2 < len(b.text))
    cells = sum(1 for row in rows for cell in row.text.split("\t") if any(c.isdigit() for c in cell))
    many = len(rows) >= _ROWS or cells >= _CELLS
    if many and len(rows) * 3 >= lines and isinstance(parent := rows[0].first.parent, Element):
        raw = rows[0].text
        yield sign("other", f"{len(rows)} rows", raw, page.place(parent, raw))
        return
    choices = [e for e in islice(page.elements("input"), _LOOKED_AT) if e.attr("type") == "radio"]
    if len(choices) >= (_CHOICES if prose < _SENTENCE * 2 else _ROWS):
        yield sign("other", f"{len(choices)} choices", "radio", page.attribute(choices[0], "type"))


_SENTENCE = 100
_SHORT = 70
_ROW = BlockKind.TABLE_ROW


def _is_row(block: TextBlock) -> bool:
    """Whether a block is a row of data: of a table, or a short line with a number in it."""
    text = block.text
    if block.linked * 2 >= len(text):
        return is_row(block)
    return (
        block.kind is _ROW
        or (len(text) <= _SHORT and any(c.isdigit() for c in text))
        or (len(text) <= 2 * _SHORT and text[0].isdigit())
    )
