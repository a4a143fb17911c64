"""Of which row each is a copy: the archive's own rule, in the order of the rows, from shares that are known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.archive.copies import CHECKED, HALF, is_copy
from onrecord.archive.shingles import Shares

if TYPE_CHECKING:
    import pyarrow as pa

Pair = tuple[int, int]


@dataclass
class Families:
    """What is known when all rows were gone through once."""

    root: dict[int, int] = field(default_factory=dict)
    """Row → the row it is a copy of."""
    pairs: dict[Pair, Shares] = field(default_factory=dict)
    """A row and an earlier one that share enough to be named together."""
    missing: set[Pair] = field(default_factory=set)
    """Pairs whose shares must be known before the rest is settled."""


def settle(candidates: "pa.Table", known: dict[Pair, Shares]) -> Families:
    """Go through the rows in order, each with its candidates, the best first (`archive.copies.keep_copies`).

    What a row is a copy of hangs on what its candidates are copies of. So where a share is not known, what follows
    is a guess and only names more pairs that are missing; nothing missing, it is what the archive finds.
    """
    found = Families()
    for number, others in _rows(candidates):
        tried = _tried(number, others, known, found)
        hits = {other: shares for other, shares in tried.items() if is_copy(shares)}
        found.pairs.update({(number, other): shares for other, shares in hits.items()})
        roots = [
            other
            for other, shares in hits.items()
            if other not in found.root and max(shares.first, shares.second) >= HALF
        ]
        if roots:
            found.root[number] = min(roots)
    return found


def _tried(
    number: int, others: Sequence[int], known: dict[Pair, Shares], found: Families
) -> dict[int, Shares]:
    """The few rows that are compared with this one: its candidates, and what they are copies of."""
    chosen: dict[int, None] = {}
    for candidate in others:
        for other in (candidate, found.root.get(candidate)):
            if other is not None and len(chosen) < CHECKED:
                chosen[other] = None
        if len(chosen) >= CHECKED:
            break
    found.missing.update((number, other) for other in chosen if (number, other) not in known)
    return {other: known[number, other] for other in chosen if (number, other) in known}


def _rows(candidates: "pa.Table") -> Iterator[tuple[int, list[int]]]:
    """Each row with its candidates, in the order of the table."""
    number: int | None = None
    others: list[int] = []
    for batch in candidates.to_batches():
        for one, other in zip(batch["number"].to_pylist(), batch["other"].to_pylist(), strict=True):
            if one != number:
                if number is not None:
                    yield number, others
                number, others = one, []
            others.append(other)
    if number is not None:
        yield number, others
