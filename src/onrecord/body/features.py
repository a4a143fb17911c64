"""What is counted about the blocks of a page and the containers around them, before anything is judged."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from onrecord.body import hints
from onrecord.body.blocks import Container, Cut, TextBlock
from onrecord.page import Page
from onrecord.record import BlockKind

__all__ = ["ASIDE", "Features", "Inside", "count", "dress", "look_inside", "squeeze"]

ASIDE = (
    hints.COMMENT | hints.RELATED | hints.FOOTER | hints.NAV | hints.NEWSLETTER | hints.AD | hints.SHARE | hints.BIO
    | hints.SIDEBAR | hints.HIDDEN | hints.TAGS
)  # fmt: skip
"""Families of parts that stand beside an article."""

_STOPS = re.compile(r"[.,;:!?…。、，؟।؛։።“”\"]")
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""Scripts that say in one character what others say in two or three."""


_WHOLE = frozenset(("html", "body", "main"))


class Hints(dict[int, int]):
    """The hints that hold for each container, by its index: its own and those around it.

    Worked out when asked for: no one asks about most of a page.
    """

    __slots__ = ("_containers", "_headline", "_sums")

    def __init__(self, containers: Sequence[Container], sums: Sequence[int], headline: int) -> None:
        super().__init__({-1: 0})
        self._containers = containers
        self._sums = sums
        self._headline = headline

    def __missing__(self, index: int) -> int:
        if not self._containers:
            return 0
        chain = []
        while index not in self:
            container = self._containers[index]
            chain.append((index, container))
            index = container.parent
        bits = self[index]
        for n, container in reversed(chain):
            bits = self[n] = bits | self._own(container)
        return bits

    def _own(self, c: Container) -> int:
        """Hints of one container. One that holds the headline or nearly all prose is nothing beside the article."""
        if c.tag in _WHOLE:
            return 0
        own = hints.of_element(c.element, c.tag)
        if own and (c.first <= self._headline < c.end or _mostly(self._sums, c, own)):
            own &= hints.BODY | hints.LIVE
        return own


def _mostly(sums: Sequence[int], container: Container, own: int) -> bool:
    """Whether a container holds so much of the page's prose that it cannot stand aside."""
    good = sums[container.end] - sums[container.first]
    return good > (0.9 if own & (hints.COMMENT | hints.HIDDEN) else 0.5) * (sums[-1] or 1)


@dataclass(frozen=True)
class Features:
    """Counts over a `Cut`: those of blocks and containers stand at their index in it."""

    good: tuple[int, ...]
    """Characters of each block that reads like prose; 0 of the others."""
    sums: tuple[int, ...]
    """Good text before each block, what stands aside left out; one longer than the blocks."""
    around: Hints
    """Hints of each container and of those around it, as far as they can be believed."""
    headline: int
    """The index of the block that is the headline; -1 where none is."""
    title: str
    """The page's title, case folded."""
    description: str
    """What the page's meta description says, white space left out."""


def count(page: Page, cut: Cut) -> Features:
    """Count what `model` judges by."""
    blocks = cut.blocks
    good = [_good(b) if len(b.text) > _SHORT else 0 for b in blocks]
    title = (page.title or "").casefold()
    headline = _headline(blocks, title)
    raw = _prefix(good)
    around = Hints(cut.containers, raw, headline)
    kept = [0 if g and around[b.inside] & ASIDE else g for g, b in zip(good, blocks, strict=True)]
    if sum(kept) * 10 < raw[-1]:
        kept, around = good, Hints((), raw, headline)  # hints that leave nothing mean something else here
    return Features(tuple(good), tuple(_prefix(kept)), around, headline, title, _description(page))


def _description(page: Page) -> str:
    return next((squeeze(m.content) for m in page.metas if m.name in _DESCRIPTIONS), "")


_DESCRIPTIONS = frozenset(("description", "og:description"))


def squeeze(text: str) -> str:
    """``text`` without white space, to compare."""
    return "".join(text.split())


@dataclass(frozen=True)
class Inside:
    """Shares of the main container's good text: what lies where, and in what dress."""

    total: int
    before: int
    """Good text on the page before it."""
    first: int
    last: int
    """The first and the last block of good text in the core."""
    core: tuple[int, int]
    """The blocks of the innermost container that holds half of it."""
    by_dress: dict[tuple[str, str | None], int]
    """Good text by the tag and class of the element it stands in."""
    by_parent: dict[int, int]
    """Good text by the container around the element it stands in."""


def look_inside(cut: Cut, seen: Features, main: int) -> Inside:
    """Count what lies where in the container ``main``."""
    blocks, containers, sums = cut.blocks, cut.containers, seen.sums
    whole = containers[main]
    core = _descend(containers, sums, main)
    by_dress: dict[tuple[str, str | None], int] = {}
    by_parent: dict[int, int] = {}
    prose = [n for n in range(whole.first, whole.end) if sums[n + 1] > sums[n]]
    for n in prose:
        good, container = seen.good[n], containers[blocks[n].inside]
        worn = dress(container)
        by_dress[worn] = by_dress.get(worn, 0) + good
        by_parent[container.parent] = by_parent.get(container.parent, 0) + good
    inner = [n for n in prose if core.first <= n < core.end]
    first, last = (inner[0], inner[-1]) if inner else (whole.first, whole.end - 1)
    total = sums[whole.end] - sums[whole.first]
    return Inside(total or 1, sums[whole.first], first, last, (core.first, core.end), by_dress, by_parent)


def dress(container: Container) -> tuple[str, str | None]:
    """The tag and class of a container: what is written the same way is mostly the same kind of thing."""
    return container.tag, container.element.attr("class")


def _descend(containers: Sequence[Container], sums: Sequence[int], main: int) -> Container:
    at, here = main, containers[main]
    best = sums[here.end] - sums[here.first]
    for n in range(main + 1, len(containers)):
        c = containers[n]
        if c.first >= here.end:
            break
        if c.parent == at and c.end - c.first > 1 and 2 * (mass := sums[c.end] - sums[c.first]) >= best:
            at, best = n, mass
    return containers[at]


_SHORT = 30
"""Characters up to which a block is not prose, in any script."""


def _good(block: TextBlock) -> int:
    """Characters of a block that is long, of few links, and punctuated; else 0."""
    text = block.text
    size = len(text)
    if block.linked > 0.35 * size or block.kind is _HEADING:
        return 0
    if size <= 60 and (text.isascii() or not _DENSE.search(text)):  # noqa: PLR2004
        return 0
    return size if "." in text or "," in text or _STOPS.search(text) else 0


_HEADING = BlockKind.HEADING


def _prefix(numbers: Iterable[int]) -> list[int]:
    return list(accumulate(numbers, initial=0))


def _headline(blocks: Sequence[TextBlock], title: str) -> int:
    """The first heading of the highest level that the title repeats; else the first of level one; else a line."""
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
    return best if best >= 0 or not title else _headline_unmarked(blocks, title)


def _headline_unmarked(blocks: Sequence[TextBlock], title: str) -> int:
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
