"""The links inside a run of text, and where they stand once its white space is collapsed."""

from collections.abc import Sequence

import msgspec

from onrecord.spacing import collapse

__all__ = ["Anchor", "marked"]


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """A link inside a block; ``start`` and ``end`` count in the block's text."""

    href: str
    start: int
    end: int


def marked(raw: str, marks: Sequence[str | None], *, pre: bool) -> tuple[str, tuple[Anchor, ...]]:
    """The text of a run whose marks stand in it as NULs (which no parsed text holds), and its links."""
    return _marked(raw, marks, pre)


def _marked(  # noqa: C901  # one loop whose state is six numbers: as a class of four methods it took twice as long
    raw: str,
    marks: Sequence[str | None],
    pre: bool,  # noqa: FBT001
) -> tuple[str, tuple[Anchor, ...]]:
    pieces = raw.split("\0")
    if len(pieces) != len(marks) + 1:
        return collapse(raw.replace("\0", " ")), ()  # cannot be: no parsed text holds a NUL
    out: list[str] = []
    anchors: list[Anchor] = []
    href: str | None = None
    at = start = end = 0
    gap = False  # whether a space is due before the next word
    for n, piece in enumerate(pieces):
        if text := piece if pre else collapse(piece):
            if pre:
                text = text if at else text.lstrip("\n")
            elif at and (gap or piece[0].isspace()) and out[-1] not in _BREAKS:
                out.append(" ")
                at += 1
            if href is not None and start < 0:
                start = at
            out.append(text)
            at += len(text)
            end = at
            gap = piece[-1].isspace()
        elif piece:
            gap = True
        mark = marks[n] if n < len(marks) else None
        if mark is None:
            if href is not None and 0 <= start < end:
                anchors.append(Anchor(href, start, end))
            href = None
        elif mark in _BREAKS:
            out.append(mark)
            at += 1
            gap = False
        else:
            href, start = mark, -1
    whole = "".join(out).rstrip()
    return whole, tuple([a for a in anchors if a.end <= len(whole)])


_BREAKS = frozenset(("\n", "\t"))
"""Marks that are no address: a line's end and a cell's end."""
