"""Two versions of a text side by side, paragraph by paragraph, what went and what came marked."""

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord import limits
from onrecord.archive.changes import Change, Diff, Kind, bag, share
from onrecord.record import Record
from onrecord.web.marking import Marked, Piece, pieces

_KEPT = 2
"""Unchanged paragraphs shown around a change; longer runs are folded."""
_ALIKE = 0.4
"""Share of words that two paragraphs have in common at least to stand beside each other."""
_PAIRED = 60
"""Paragraphs of one changed place that are compared with each other; beyond it they are laid out in turn."""
_COMPARED = 2_000
"""Code points of a paragraph, its first, whose words are compared."""


class Row(NamedTuple):
    """Two paragraphs beside each other; None: there is none on that side."""

    left: tuple[Piece[str], ...] | None
    right: tuple[Piece[str], ...] | None
    same: bool


class Fold(NamedTuple):
    """A run of rows; ``folded``: unchanged ones, shown on demand."""

    rows: tuple[Row, ...]
    folded: bool


def side_by_side(before: Record, after: Record, diff: Diff) -> tuple[Fold, ...]:
    """The texts of two records in rows."""
    left = _paragraphs(before, list(_changed(before, diff, Kind.REMOVED)))
    right = _paragraphs(after, list(_changed(after, diff, Kind.ADDED)))
    return tuple(_folded(list(_rows(left, right))))


class _Paragraph(NamedTuple):
    text: str
    pieces: tuple[Piece[str], ...]
    words: Counter[str]


def _paragraphs(record: Record, marks: list[Marked[str]]) -> list[_Paragraph]:
    body = record.article_body or ""
    spans = [(b.start, b.end) for b in record.blocks] or ([(0, len(body))] if body else [])
    marks.sort()
    made, first = [], 0
    for start, end in spans:
        while first < len(marks) and marks[first].end <= start:
            first += 1
        last = first
        while last < len(marks) and marks[last].start < end:
            last += 1
        made.append(
            _Paragraph(
                body[start:end],
                pieces(body, marks[first:last], start, end),
                bag(body[start : min(end, start + _COMPARED)]),
            )
        )
    return made


def _changed(record: Record, diff: Diff, side: Kind) -> Iterator[Marked[str]]:
    """What is marked of the text of ``record``, which stands on the side of what was removed, or added."""
    for change in diff.sentences:
        sentence, near = change.before, change.before_start
        if side is Kind.ADDED:
            sentence, near = change.after, change.after_start
        if sentence is not None and near is not None:
            yield from _marks(record.article_body or "", change, sentence, near, side)


def _marks(body: str, change: Change, sentence: str, near: int, side: Kind) -> Iterator[Marked[str]]:
    """What is marked of a sentence on one side: all of it, or the words that are on this side only."""
    start = body.find(sentence, near)
    if start < 0:
        return
    if change.kind is not Kind.REWORDED:
        yield Marked(start, start + len(sentence), change.kind.value)
        return
    at = start
    for word in change.words:
        found = body.find(word.text, at, start + len(sentence)) if word.kind in (None, side) else -1
        if found < 0:  # of the other side, or written with other marks: what follows is looked for from here
            continue
        at = found + len(word.text)
        if word.kind is side:
            yield Marked(found, at, side.value)


def _rows(left: list[_Paragraph], right: list[_Paragraph]) -> Iterator[Row]:
    if len(left) * len(right) > limits.ALIGNED:
        yield from _beside(left, right)
        return
    matcher = difflib.SequenceMatcher(None, [p.text for p in left], [p.text for p in right], autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "equal":
            # The same paragraph may hold a sentence that moved.
            yield from (
                Row(a.pieces, b.pieces, same=not _is_marked(a) and not _is_marked(b))
                for a, b in zip(left[i:j], right[k:m], strict=True)
            )
        else:
            yield from _beside(left[i:j], right[k:m])


def _is_marked(paragraph: _Paragraph) -> bool:
    return any(piece.marks for piece in paragraph.pieces)


def _beside(left: Sequence[_Paragraph], right: Sequence[_Paragraph]) -> Iterator[Row]:
    """The paragraphs of a changed place: likely ones beside each other, in their order, the others alone."""
    at = 0
    for one in right:
        partner = _partner(left, at, one) if max(len(left), len(right)) <= _PAIRED else None
        if partner is None:
            yield Row(None, one.pieces, same=False)
            continue
        yield from (Row(alone.pieces, None, same=False) for alone in left[at:partner])
        yield Row(left[partner].pieces, one.pieces, same=False)
        at = partner + 1
    yield from (Row(alone.pieces, None, same=False) for alone in left[at:])


def _partner(left: Sequence[_Paragraph], at: int, one: _Paragraph) -> int | None:
    scored = [(share(left[n].words, one.words), -n) for n in range(at, len(left))]
    best = max(scored, default=(0.0, 0))
    return -best[1] if best[0] >= _ALIKE else None


def _folded(rows: list[Row]) -> Iterator[Fold]:
    """Runs of unchanged rows folded, but for those beside a change."""
    near = [False] * len(rows)
    for n, row in enumerate(rows):
        if not row.same:
            for beside in range(max(0, n - _KEPT), min(len(rows), n + _KEPT + 1)):
                near[beside] = True
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and near[end] == near[at]:
            end += 1
        yield Fold(tuple(rows[at:end]), folded=not near[at])
        at = end
