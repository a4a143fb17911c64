"""The links inside a run of text, and where they stand once its white space is collapsed."""

from collections.abc import Sequence

import msgspec

__all__ = ["Anchor", "marked"]


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """A link inside a block; ``start`` and ``end`` count in the block's text."""

    href: str
    start: int
    end: int


def marked(raw: str, marks: Sequence[str | None], *, pre: bool) -> tuple[str, tuple[Anchor, ...]]:
    """The text of a run whose marks stand in it as NULs (which no parsed text holds), and its links."""
    pieces = raw.split("\0")
    if len(pieces) != len(marks) + 1:
        return " ".join(raw.replace("\0", " ").split()), ()  # cannot be: no parsed text holds a NUL
    line = _Line(pre=pre)
    line.add(pieces[0])
    for mark, piece in zip(marks, pieces[1:], strict=True):
        line.turn(mark)
        line.add(piece)
    return line.close()


class _Line:
    """Text put together piece by piece, so that the links in it know where they stand."""

    __slots__ = ("anchors", "at", "end", "gap", "href", "out", "pre", "start")

    def __init__(self, *, pre: bool) -> None:
        self.out: list[str] = []
        self.at = self.start = self.end = 0
        self.gap = False
        self.pre = pre
        self.href: str | None = None
        self.anchors: list[Anchor] = []

    def add(self, piece: str) -> None:
        if not piece:
            return
        text = piece if self.pre else " ".join(piece.split())
        if not text:
            self.gap = True
            return
        if self.pre:
            text = text if self.at else text.lstrip("\n")
        elif self.at and (self.gap or piece[0].isspace()) and self.out[-1] not in {"\n", "\t"}:
            self.out.append(" ")
            self.at += 1
        if self.href is not None and self.start < 0:
            self.start = self.at
        self.out.append(text)
        self.at += len(text)
        self.end = self.at
        self.gap = piece[-1].isspace()

    def turn(self, mark: str | None) -> None:
        if mark is None:
            if self.href is not None and 0 <= self.start < self.end:
                self.anchors.append(Anchor(self.href, self.start, self.end))
            self.href = None
        elif mark in {"\n", "\t"}:
            self.out.append(mark)
            self.at += 1
            self.gap = False
        else:
            self.href, self.start = mark, -1

    def close(self) -> tuple[str, tuple[Anchor, ...]]:
        self.turn(None)
        text = "".join(self.out).rstrip()
        return text, tuple(a for a in self.anchors if a.end <= len(text))
