"""Where a block stands in the decoded page: worked out from its first and last text, for the blocks that matter."""

import re
from collections.abc import Sequence

from turbohtml import Comment, Element, Node, Text, parse_fragment, unescape

from onrecord.body.blocks import TextBlock
from onrecord.evidence import NOWHERE, Place
from onrecord.page import Page

__all__ = ["place_of", "place_of_run"]

_UNREAD = "script|style|noscript|template|svg|iframe|button|select|textarea|video|audio|object|label|nav"
_MARKUP = re.compile(
    # What is never closed goes on to the end: else the search would begin again at each.
    rf"<!--.*?(?:-->|\Z)|<({_UNREAD})\b.*?(?:</\1\s*+>|\Z)|</?[a-zA-Z!?](?:[^>\"']++|\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))*+(?:>|\Z)",
    re.DOTALL | re.IGNORECASE,
)


def place_of(page: Page, block: TextBlock) -> Place:
    """The span of ``page.text`` that reads as the block once tags are taken out and entities read.

    No offsets where there is none: mis-nested tags move words, and hidden ones may stand between them.
    """
    start, end = _ends(block, len(page.text))
    if start is None or end is None:
        return NOWHERE
    if block.first is block.last and page.text[start:end] == block.first.data:
        return Place(start, end)
    return _checked(page, start, end, block.text)


def place_of_run(page: Page, run: Sequence[TextBlock]) -> Place:
    """As `place_of`, of blocks that stand one after another, from the first to the last."""
    start, end = _before(run[0].first), _after(run[-1].last, len(page.text))
    if start is None or end is None:
        return NOWHERE
    return _checked(page, start, end, "".join(b.text for b in run))


def _ends(block: TextBlock, length: int) -> tuple[int | None, int | None]:
    first, last = block.first, block.last
    parent = first.parent
    if (
        isinstance(parent, Element)
        and first.previous_sibling is None
        and last.next_sibling is None
        and (first is last or last.parent is parent)
    ):
        location = parent.source_location  # each costs 0.6 µs: one is enough where the run is all there is
        if location and location.end_tag:
            return location.start_tag.end_offset, location.end_tag.start_offset
    return _before(first), _after(last, length)


def _checked(page: Page, start: int, end: int, text: str) -> Place:
    if not 0 <= end - start <= min(4 * len(text) + _SLACK, _LONGEST):
        return NOWHERE
    words = _read(page.text[start:end]).split()
    if " ".join(words) != text and "".join(words) != "".join(text.split()):
        return NOWHERE
    return Place(start, end)


_SLACK = 50_000
"""Code points of mark-up a block may hold beside its words; more is another part of the page moved into it."""


_LONGEST = 2_000_000
"""Code points of mark-up of a block that is checked to read as its words: that takes several times as much memory."""


def _read(source: str) -> str:
    """What a stretch of mark-up reads as."""
    if "<" in source:
        source = _MARKUP.sub("", source)
    if "&#" in source:
        return parse_fragment(source).text  # unescape() drops control characters, which the parser keeps
    return unescape(source) if "&" in source else source


def _before(text: Text) -> int | None:
    """The end of the tag before ``text``."""
    node: Node | None = text.previous_sibling
    while isinstance(node, (Comment, Text)):
        node = node.previous_sibling
    if isinstance(node, Element):
        return _end_of(node)
    parent = text.parent
    location = parent.source_location if isinstance(parent, Element) else None
    return location.start_tag.end_offset if location else None


def _end_of(element: Element) -> int | None:
    """Where an element before some text ends: at its end tag, or at the last tag inside it."""
    for _ in range(40):
        location = element.source_location
        if location is None:
            return None
        if location.end_tag:
            return location.end_tag.end_offset
        inner = _last_element(element)
        if inner is None:
            return location.start_tag.end_offset
        element = inner
    return None


def _last_element(element: Element) -> Element | None:
    return next((c for c in reversed(element.children) if isinstance(c, Element)), None)


def _after(text: Text, end: int) -> int | None:
    """The start of the tag after ``text``; ``end`` where the page ends first."""
    node: Node = text
    for _ in range(256):
        follower = node.next_sibling
        while isinstance(follower, (Comment, Text)):
            follower = follower.next_sibling
        if isinstance(follower, Element) and (location := follower.source_location):
            return location.start_tag.start_offset
        parent = node.parent
        if not isinstance(parent, Element):
            return end
        if (location := parent.source_location) and location.end_tag:
            return location.end_tag.start_offset
        node = parent
    return None
