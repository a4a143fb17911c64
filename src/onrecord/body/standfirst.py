"""Which blocks are the standfirst: the lines between headline and text that are set apart from both."""

import re
from collections.abc import Sequence

from turbohtml import Element, Node, Text

from onrecord.body import hints
from onrecord.body.blocks import Container, Cut, TextBlock
from onrecord.body.features import Features, Inside, dress, squeeze
from onrecord.record import BlockKind

__all__ = ["standfirst"]

_HEADING, _PARAGRAPH = BlockKind.HEADING, BlockKind.PARAGRAPH
_NEVER = (
    hints.COMMENT | hints.FOOTER | hints.NAV | hints.CAPTION | hints.NEWSLETTER | hints.AD | hints.SHARE | hints.BIO
    | hints.HIDDEN | hints.FIGURE
)  # fmt: skip
_BEFORE = 3
"""Blocks before the headline that are looked at: some pages set the standfirst above it."""
_LONGEST = 800
"""Characters; the longest true one in bench/ has 760."""


def standfirst(cut: Cut, seen: Features, inside: Inside, body: Sequence[int]) -> tuple[int, ...]:
    """The blocks of the standfirst, of which none is or one after another; ``body`` are those of the article.

    By class name, by being what the meta description says though written unlike the text, or by being a long
    heading right under the headline.
    """
    if not body:
        return ()
    start = max(seen.headline - _BEFORE, 0)
    stop = max(body[0] + 1, inside.first + 1)
    found: list[int] = []
    for n in range(start, min(stop, start + 120)):
        if found and n > found[-1] + 1:
            break
        if n != seen.headline and _is_one(cut, seen, inside, n):
            found.append(n)
    if sum(len(cut.blocks[n].text) for n in found) > _LONGEST or set(body) <= set(found):
        return ()
    if sum(cut.blocks[n].kind is _PARAGRAPH for n in found) > 2:  # noqa: PLR2004
        return ()
    return tuple(found)


def _is_one(cut: Cut, seen: Features, inside: Inside, n: int) -> bool:
    block = cut.blocks[n]
    around = seen.around[block.inside]
    size = len(block.text)
    if size < 20 or block.linked > 0.5 * size or around & _NEVER:  # noqa: PLR2004
        return False
    if around & hints.LEAD and not around & (hints.BYLINE | hints.DATE):
        return True
    described = _is_described(block, seen.description)
    under = _is_under(cut, seen, inside, n)
    if block.kind is not _HEADING or size <= _TITLE or not 0 <= n - seen.headline <= _BEFORE:
        return under or (described and _is_apart(cut, inside, n)) or _is_slanted(cut, seen, n)
    new = block.text[:20].casefold() not in seen.title
    return described or (new and (under or bool(_SENTENCE.search(block.text))))


_TITLE = 40
"""Characters up to which a heading under the headline opens the text."""
_TELLING = 20
"""Characters from which being the meta description, or the start of one of four times that, is no chance."""


def _is_described(block: TextBlock, description: str) -> bool:
    said = squeeze(block.text)
    if len(said) <= _TELLING:
        return False
    return said == description or (len(description) > 4 * _TELLING and said.startswith(description[:-4]))


def _is_under(cut: Cut, seen: Features, inside: Inside, n: int) -> bool:
    """Whether a block of some words stands right under the headline, beside it, while the text stands elsewhere."""
    if n != seen.headline + 1 or seen.headline < 0 or n >= inside.core[0]:
        return False
    block, head = cut.blocks[n], cut.blocks[seen.headline]
    container, above = cut.containers[block.inside], cut.containers[head.inside]
    if container.parent not in (above.parent, cut.containers[above.parent].parent) or block.linked:
        return False
    digits = sum(c.isdigit() for c in block.text)
    return len(block.text) >= _WORDY and digits < 0.1 * len(block.text) and not _is_common(inside, container)


def _is_slanted(cut: Cut, seen: Features, n: int) -> bool:
    """Whether a sentence right under the headline is all in italics, and what follows it is not."""
    if not 0 < seen.headline + 1 == n < len(cut.blocks) - 1:
        return False
    block = cut.blocks[n]
    if block.linked or not _WORDY <= len(block.text) <= _SLANTED or not _SENTENCE.search(block.text):
        return False
    return _in_italics(cut, n) and not _in_italics(cut, n + 1)


_SLANTED = 250
"""Characters of the longest standfirst told by its italics alone: longer ones are mostly notes on the article."""


def _in_italics(cut: Cut, n: int) -> bool:
    inner = [c for c in cut.containers[cut.blocks[n].inside].element.children if not _is_blank(c)]
    return len(inner) == 1 and isinstance(inner[0], Element) and inner[0].tag in _ITALICS


def _is_blank(node: Node) -> bool:
    return isinstance(node, Text) and node.data.isspace()


_ITALICS = frozenset(("i", "em"))
_WORDY = 45
"""Characters from which what stands under a headline is no byline or date."""


def _is_common(inside: Inside, container: Container) -> bool:
    return inside.by_dress.get(dress(container), 0) > 0.3 * inside.total


def _is_apart(cut: Cut, inside: Inside, n: int) -> bool:
    """Whether a block is neither written like the article's prose nor standing among it."""
    block = cut.blocks[n]
    container = cut.containers[block.inside]
    beside = inside.by_parent.get(container.parent, 0) - len(block.text)
    alike = inside.by_dress.get(dress(container), 0) - len(block.text)
    return beside < 0.2 * inside.total and (alike < 0.3 * inside.total or n < inside.core[0])


_SENTENCE = re.compile(r"[.!?…。！？।]$")
