"""Stretches of a text that are marked, laid side by side: what a template can write down in one pass."""

import itertools
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Marked(NamedTuple, Generic[T]):
    """Code points ``start`` to ``end`` of a text, end exclusive, and what they are."""

    start: int
    end: int
    what: T


class Piece(NamedTuple, Generic[T]):
    """A stretch of a text over which the same marks lie."""

    text: str
    marks: tuple[T, ...]
    """In the order given."""


def pieces(
    text: str, marked: Iterable[Marked[T]], start: int = 0, end: int | None = None
) -> tuple[Piece[T], ...]:
    """``text[start:end]`` cut wherever a mark begins or ends; marks may overlap, or reach beyond it.

    >>> [(p.text, p.marks) for p in pieces("rain in May", [Marked(0, 4, "a"), Marked(2, 7, "b")])]
    [('ra', ('a',)), ('in', ('a', 'b')), (' in', ('b',)), (' May', ())]
    """
    end = len(text) if end is None else end
    inside = [m for m in marked if m.start < end and m.end > start and m.start < m.end]
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for number, mark in enumerate(inside):
        begins.setdefault(max(mark.start, start), []).append(number)
        ends.setdefault(min(mark.end, end), []).append(number)
    cuts = sorted({start, end, *begins, *ends})
    made: list[Piece[T]] = []
    over: set[int] = set()
    for a, b in itertools.pairwise(cuts):
        over.difference_update(ends.get(a, ()))
        over.update(begins.get(a, ()))
        made.append(Piece(text[a:b], tuple(inside[n].what for n in sorted(over))))
    return tuple(made)
