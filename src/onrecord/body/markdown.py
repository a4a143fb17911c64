"""What marks in Markdown say: which block a line is, and which signs in it are no words.

Fenced code stays as it is written, one line a paragraph.
"""

import re
from typing import Final

from onrecord.record import BlockKind


def is_markdown(text: str) -> bool:
    """Whether front matter opens a text, or a line of it is marked as a heading is."""
    return text.startswith("---\n") or ("# " in text and _HEADED.search(text) is not None)


UNMARKED: Final = (None, None, 0)
"""What `marked` says of a block without a mark."""
_MARK = re.compile(r"(?P<h>#{1,6})\s+|(?P<q>>\s?)|(?P<l>[-*+]\s+)")
_HEADED = re.compile(r"^#{1,6}[^\S\n]+\S", re.MULTILINE)


def marked(said: str) -> tuple[BlockKind | None, int | None, int]:
    """The kind and level that Markdown's mark before a block gives it, and the mark's length."""
    found = _MARK.match(said)
    if found is None:
        return UNMARKED
    if found["h"]:
        return BlockKind.HEADING, len(found["h"]), found.end()
    return (BlockKind.QUOTATION, None, found.end()) if found["q"] else (BlockKind.LIST_ITEM, 1, found.end())


_LINK = re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,200}\")?\)")
_STRONG = re.compile(r"(?<!\\)(\*{1,3}|(?<!\w)_{1,3})(?=\S)([^*_\n]{1,2000})(?<=[^\s\\])\1(?!\w)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!<>~|&-])")


def row(words: str) -> tuple[BlockKind, str] | None:
    """A row of a table, its cells parted by a tab, no words for the line below its head; None where it is no row."""
    if not (len(words) > 1 and words[0] == words[-1] == "|"):
        return None
    cells = [plain(cell.strip()) for cell in words[1:-1].split("|")]
    ruled = all(set(cell) <= {"-", ":"} for cell in cells)
    return BlockKind.TABLE_ROW, "" if ruled else "\t".join(cells)


def plain(words: str) -> str:
    """Words without what Markdown sets in a line: links, emphasis, and the signs before what is none."""
    if "[" in words:
        words = _LINK.sub(lambda found: "" if found[0].startswith("!") else found[1], words)
    if "*" in words or "_" in words:
        words = _STRONG.sub(r"\2", words)
    return _ESCAPED.sub(r"\1", words) if "\\" in words else words
