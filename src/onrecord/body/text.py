"""The article's text: chosen blocks joined, each with its kind, its offsets and its place on the page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from turbohtml import Element

from onrecord.body.blocks import Cut, TextBlock, cut
from onrecord.body.choices import Choice, Part
from onrecord.body.links import Addresses, links_beside, links_inside
from onrecord.body.live import Entries, entries_of
from onrecord.body.notes import NOTED, disclosed, end_noted
from onrecord.body.places import place_of_run, places_of
from onrecord.body.signed import (
    CAPTIONED,
    DESCRIBED,
    FILED,
    SIGNED,
    captions,
    described,
    end_filed,
    end_signed,
    mistaken,
    signed,
)
from onrecord.evidence import Evidence, Place, Source, Trouble
from onrecord.page import Page
from onrecord.record import Block, BlockKind, Link


@dataclass(frozen=True)
class Article:
    """What `body` read from a page, and all it chose from."""

    text: str | None
    """The article's own words, blocks parted by a blank line; None where there is none."""
    blocks: tuple[Block, ...]
    """One after another; ``text[b.start:b.end]`` is a block's words."""
    links: tuple[Link, ...]
    """Links in the text, in order, then those that point to related articles."""
    evidence: tuple[Evidence, ...]
    """Of the fields ``standfirst`` and ``corrections``, and ``author`` where the text is signed at its end."""
    container: Element | None = None
    """The element that holds the article."""
    span: tuple[int, int] | None = None
    """Of the decoded page, from the article's first block to its last; None where neither end is known."""
    entries: tuple[tuple[int, int], ...] = ()
    """Of the decoded page, those of a live blog's entries."""
    cut: Cut = field(default_factory=lambda: Cut((), ()))
    """Every block of the page."""
    choices: tuple[Choice, ...] = ()
    """What each block of ``cut`` was taken for, and why."""
    kept: tuple[int, ...] = ()
    """Which blocks of ``cut`` make up the text, in their order."""
    troubles: tuple[Trouble, ...] = ()


def read_article(page: Page, seen: Iterable[Evidence] = ()) -> Article:
    """The article of a page of mark-up. Never fails; a page without prose gives an `Article` without text.

    ``seen`` is what was read of who, when and where it is filed: lines around the prose that are nothing else are left out.
    """
    from onrecord.body.model import choose  # its tables are made for the first page, not by `import onrecord`

    reported = tuple(seen)
    pieces = cut(page)
    chosen = choose(page, pieces)
    kept = _Kept(page, pieces.blocks, chosen.choices)
    for n, choice in enumerate(chosen.choices):
        if choice.part is _STANDFIRST:
            kept.choices[n] = mistaken(page, pieces.blocks[n], reported) or choice
    if kept.indices and not [c for c in kept.choices if c.part is _STANDFIRST]:
        for n in described(page, pieces.blocks[: kept.indices[0]], reported):
            kept.choices[n] = DESCRIBED
    other = [
        (c.part, n) for n, c in enumerate(kept.choices) if c.part is not _ARTICLE and c.part is not _OTHER
    ]
    kept.leave(signed(kept.blocks, kept.places, reported), SIGNED)
    kept.leave(captions(kept.blocks), CAPTIONED)
    kept.leave(disclosed(kept.blocks), NOTED)
    kept.leave(kept.last(end_filed(kept.blocks, kept.places, reported)), FILED)
    kept.leave(kept.last(end_noted(kept.blocks, reported)), NOTED)
    byline: tuple[Evidence, ...] = ()
    if (at := end_signed(kept.blocks)) is not None:
        byline = (Evidence("author", kept.blocks[at].text, Source.BODY, kept.places[at]),)
        kept.leave(kept.last(len(kept.blocks) - at), SIGNED)
    entries = entries_of(page, pieces, kept.indices)
    blocks = _timed(joined(kept.blocks, kept.places), kept.indices, entries)
    related = [pieces.blocks[n] for part, n in other if part is _RELATED]
    addresses = Addresses(page)
    inside = links_inside(addresses, kept.blocks, blocks)
    return Article(
        text="\n\n".join([b.text for b in kept.blocks]) or None,
        blocks=blocks,
        links=(*inside, *links_beside(addresses, related, inside)),
        evidence=(*byline, *_evidence(page, pieces.blocks, other)),
        container=pieces.containers[chosen.main].element if chosen.main >= 0 else None,
        span=span_of(blocks),
        entries=entries.spans,
        cut=pieces,
        choices=tuple(kept.choices),
        kept=tuple(kept.indices),
        troubles=pieces.troubles,
    )


class _Kept:
    """The blocks that are the text so far, each with its index on the page and its place, and what all others are."""

    def __init__(self, page: Page, blocks: Sequence[TextBlock], choices: Sequence[Choice]) -> None:
        self.choices = list(choices)
        self.indices = [n for n, choice in enumerate(choices) if choice.part is _ARTICLE]
        self.blocks = [blocks[n] for n in self.indices]
        self.places = places_of(page, self.blocks)

    def last(self, count: int) -> Sequence[int]:
        """Which the last ``count`` are."""
        return range(len(self.blocks) - count, len(self.blocks))

    def leave(self, which: Sequence[int], why: Choice) -> None:
        """Take some out, in ascending order of where they stand among the others."""
        for n in reversed(which):
            self.choices[self.indices.pop(n)] = why
            del self.blocks[n], self.places[n]


_ARTICLE, _OTHER, _RELATED = Part.ARTICLE, Part.OTHER, Part.RELATED
_STANDFIRST, _CORRECTION = Part.STANDFIRST, Part.CORRECTION


def joined(kept: Iterable[TextBlock], places: Iterable[Place]) -> tuple[Block, ...]:
    """Blocks of the page as those of a text, given the place of each."""
    blocks: list[Block] = []
    at = 0
    for block, place in zip(kept, places, strict=False):
        end = at + len(block.text)
        blocks.append(Block(block.kind, block.level, None, at, end, place))
        at = end + 2
    return tuple(blocks)


def _timed(blocks: tuple[Block, ...], indices: Sequence[int], entries: Entries) -> tuple[Block, ...]:
    """``blocks``, of which the paragraphs of a live blog's entries are entries, with their times."""
    times = entries.times
    if not times:
        return blocks
    kinds = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} if entries.listed else {BlockKind.PARAGRAPH}
    return tuple(
        Block(BlockKind.LIVE_ENTRY, None, times[n], b.start, b.end, b.place)
        if n in times and b.kind in kinds
        else b
        for n, b in zip(indices, blocks, strict=True)
    )


def _evidence(
    page: Page, blocks: Sequence[TextBlock], other: Sequence[tuple[Part, int]]
) -> Iterator[Evidence]:
    """What is said in blocks beside the text, given what each of these is and its index."""
    if standfirst := [blocks[n] for part, n in other if part is _STANDFIRST]:
        yield _said(page, "standfirst", standfirst)
    note: list[TextBlock] = []
    before = -1
    for part, n in other:
        if part is not _CORRECTION:
            continue
        if note and not (n == before + 1 and len(note[-1].text) < _LABEL):
            yield _said(page, "corrections", note)
            note = []
        note.append(blocks[n])
        before = n
    if note:
        yield _said(page, "corrections", note)


_LABEL = 40
"""Characters of the longest block that is only the label of the correction after it."""


def _said(page: Page, field: str, run: Sequence[TextBlock]) -> Evidence:
    return Evidence(field, "\n".join(b.text for b in run), Source.VISIBLE, place_of_run(page, run))


def span_of(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """What stretch of the decoded page ``blocks`` fill, from the first to the last; None where neither end is known."""
    places = [b.place for b in blocks]
    starts = [p.start for p in places if p.start is not None]
    ends = [p.end for p in places if p.end is not None]
    return (min(starts), max(ends)) if starts and ends else None
