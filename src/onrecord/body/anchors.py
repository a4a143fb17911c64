"""The links inside a run of text, and where they stand once its white space is collapsed.

A run's ``raw`` text has a NUL, which no parsed text holds, for each of its marks: the address of a link that opens, None
where it closes, a line's end, a cell's end.
"""

from collections.abc import Sequence

import msgspec

from onrecord.spacing import collapse


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """A link inside a block; ``start`` and ``end`` count in the block's text."""

    href: str
    start: int
    end: int


def broken_text(raw: str, marks: Sequence[str | None]) -> str:
    """The text of a run that has line ends or cell ends among its marks."""
    first, *pieces = raw.split("\0")
    lines: list[str] = []
    line = first
    for mark, piece in zip(marks, pieces, strict=False):
        if mark in _BREAKS:
            lines += (collapse(line), mark or "")
            line = piece
        else:
            line += piece
    lines.append(collapse(line))
    return "".join(lines).rstrip()


def preformatted_text(raw: str) -> str:
    """The text of a run whose white space counts."""
    return raw.replace("\0", "").lstrip("\n").rstrip()


def anchors_of(  # noqa: C901  # one loop whose state is seven numbers: as a class of methods it took twice as long
    raw: str,
    marks: Sequence[str | None],
    size: int,
    pre: bool,  # noqa: FBT001  # by position: it is a function in C
) -> tuple[Anchor, ...]:
    """The links of a run whose text has ``size`` characters; ``pre`` where its white space counts."""
    anchors: list[Anchor] = []
    if raw.count("\0") != len(marks):
        return ()  # cannot be: no parsed text holds a NUL
    href: str | None = None
    start = -1
    at = end = n = 0  # in the text, behind its last word, in the marks
    apart = False  # whether a space is due before the next word
    fresh = True  # whether none is, since no word precedes it in its line
    for c in raw:
        if c == "\0":
            mark = marks[n]
            n += 1
            if mark is None:
                if href is not None and 0 <= start < end <= size:
                    anchors.append(Anchor(href, start, end))
                href = None
            elif mark in _BREAKS:
                at += 1
                fresh = True
            else:
                href, start = mark, -1
        elif c.isspace() and not pre:
            apart = True
        elif at or c != "\n":  # with which no text begins
            at += apart and not fresh
            apart = fresh = False
            if start < 0:
                start = at
            at += 1
            end = at
    if href is not None and 0 <= start < end <= size:  # the run ends inside the link
        anchors.append(Anchor(href, start, end))
    return tuple(anchors)


_BREAKS = frozenset(("\n", "\t"))
"""Marks that are no address: a line's end and a cell's end."""
