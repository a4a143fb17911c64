"""The words of a query, shown where they stand: a stretch of the text around them, and where they are in it."""

from collections.abc import Iterable

from onrecord.search.matching import Reading, Span, Text, asked, stands
from onrecord.search.tree import Column, Node, Unit, Within, nodes

_SIZE = 220
"""Code points of a stretch, give or take a word."""
_TRIED = 100
"""Marked words from which a stretch may begin: the first of them."""
_LEAD = 60
"""Of them before the first word marked."""

_READ = 100_000
"""Code points of a long text that are read first, and alone if they hold anything to show."""

_Marks = tuple[tuple[int, int], ...]


def marked(tree: Node, text: Text, column: Column) -> _Marks:
    """Where words of ``tree`` stand in one text of a version, in order, never overlapping."""
    found = sorted(span for of, words in asked(tree) if of in (None, column) for span in text.find(words))
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


def shown(tree: Node, reading: Reading) -> tuple[str, _Marks]:
    """A stretch of the body, else of the standfirst, with the most of what was asked for, and the marks in it."""
    # A sentence that is asked for may be the last, and all of the text was read for it.
    together = any(isinstance(node, Within) for node in nodes(tree))
    for column in (Column.BODY, Column.STANDFIRST):
        whole = reading.texts[column]
        short = together or len(whole.raw) <= _READ
        beginning = whole if short else Text(whole.raw[: _word_end(whole.raw, _READ, 0)])
        for text in (beginning, whole):
            if marks := marked(tree, text, column):
                return _cut(whole.raw, _best(tree, text, marks), marks)
    kept = reading.kept
    return _cut(kept.body or kept.standfirst or "", 0, ())


def _best(tree: Node, text: Text, marks: _Marks) -> int:
    """Where the stretch with the most different words begins; words asked for in one sentence are shown in one."""
    for node in nodes(tree):
        if isinstance(node, Within):
            rows = [[text.find(words) for _, words in asked(part)] for part in node.parts]
            units = text.sentences if node.unit is Unit.SENTENCE else text.paragraphs
            for unit in units:
                if all(any(stands(row, unit) for row in part) for part in rows):
                    return next((mark[0] for mark in marks if mark[0] >= unit.start), unit.start)
    rows_of_all = [text.find(words) for _, words in asked(tree)]
    return max(marks[:_TRIED], key=lambda mark: (_variety(rows_of_all, mark[0]), -mark[0]))[0]


def _variety(rows: Iterable[tuple[Span, ...]], start: int) -> int:
    return sum(stands(row, Span(start, start + _SIZE - _LEAD)) for row in rows)


def _cut(text: str, first: int, marks: _Marks) -> tuple[str, _Marks]:
    """The stretch of ``text`` around ``first``, cut between words where it can be."""
    start = _word_start(text, max(0, first - _LEAD)) if first > _LEAD else 0
    end = _word_end(text, min(len(text), start + _SIZE), start)
    inside = [(max(a, start), min(b, end)) for a, b in marks if a < end and b > start]
    before, after = "… " * (start > 0), " …" * (end < len(text))
    shift = len(before) - start
    stretch = "".join(" " if c.isspace() else c for c in text[start:end])
    return before + stretch + after, tuple((a + shift, b + shift) for a, b in inside)


def _word_start(text: str, at: int) -> int:
    blank = text.find(" ", at, at + _LEAD // 2)
    return blank + 1 if blank >= 0 else at


def _word_end(text: str, at: int, start: int) -> int:
    if at >= len(text):
        return len(text)
    blank = text.rfind(" ", max(start, at - _LEAD // 2), at + 1)
    return blank if blank > start else at
