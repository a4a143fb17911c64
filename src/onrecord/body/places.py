"""Where a block stands in the decoded page: worked out from its first and last text, for the blocks that matter."""

import re
from collections.abc import Sequence

from turbohtml import Comment, Element, Node, Text, parse_fragment, unescape

from onrecord.body.blocks import UNREAD, Container, TextBlock, cut
from onrecord.compiled import is_compiled
from onrecord.evidence import NOWHERE, Place
from onrecord.page import Page
from onrecord.record import BlockKind
from onrecord.tags import REPEATED, UNPLACED, Tags

_NAMES = "|".join(sorted(UNREAD))
_MARKUP = re.compile(
    # What is never closed goes on to the end: else the search would begin again at each.
    rf"<!--.*?(?:-->|\Z)|<({_NAMES})(?=[\s/>]).*?(?:</\1\s*+>|\Z)|</?[a-zA-Z!?](?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?+)*+(?:>|\Z)",
    re.DOTALL | re.IGNORECASE,
)


def places_of(page: Page, blocks: Sequence[TextBlock]) -> list[Place]:
    """The span of ``page.text`` that reads as a block once tags are taken out and entities read, of each of ``blocks``.

    They are some of those that ``page`` is cut into. No offsets where there is no such span: mis-nested tags move words,
    and hidden ones may stand between them.
    """
    containers, tags = cut(page).containers, page.tags
    places: list[Place] = []
    for block in blocks:
        place = _plainly(tags, block, containers) if _LOOPS else None
        places.append(_told(page, block) if place is None else place)
    return places


_LOOPS = is_compiled(__name__)
_PREFORMATTED = BlockKind.PREFORMATTED


def _told(page: Page, block: TextBlock) -> Place:
    """As `places_of`, as the parser tells the tags around a block."""
    start, end = _ends(block, len(page.text))
    if start is None or end is None:
        return NOWHERE
    if block.first is block.last and page.text[start:end] == block.first.data:
        return Place(start, end)
    return _checked(page, start, end, block.text)


def _plainly(tags: Tags, block: TextBlock, containers: Sequence[Container]) -> Place | None:
    """The place of a block that the page reads as plainly, from one tag to another; None where that takes more to tell.

    The words are read on from the tag before them. The tag behind them must be the one that the tree has there.
    """
    if block.kind is _PREFORMATTED:  # it may end in white space that is marked up
        return None
    if block.inside >= 0:
        around = containers[block.inside]
        if around.end - around.first == 1:
            place = _wholly(tags, block, around.element, around.tag)
            if place is not None:
                return place
    start = _behind_tag_before(tags, block.first)
    end = _read_on(tags.text, start, block.text) if start >= 0 else UNPLACED
    return Place(start, end) if end >= 0 and _is_tag_after(tags, block.last, end) else None


def _wholly(tags: Tags, block: TextBlock, element: Element, tag: str) -> Place | None:
    """As `_plainly`, of a block that is all there is to read in an element: its own tag is all that the tree is asked for.

    What the page has from that tag on is the element's, so that the tags around the words are those that touch them:
    the element's own, or those of an inline element that the words open or close.
    """
    text = tags.text
    start = tags.behind(element)
    if start >= 0 and block.first.parent != element:
        start = _behind_inline(text, start)
    end = _read_on(text, start, block.text) if start >= 0 else UNPLACED
    return Place(start, end) if end >= 0 and (_closes(text, end, tag) or _closes_inline(text, end)) else None


def _is_tag_next(text: str, at: int) -> bool:
    size = len(text)
    while at < size and text[at].isspace():
        at += 1
    return at < size and text[at] == "<"


def _behind_inline(text: str, at: int) -> int:
    """Where the words after some tags begin, if the last of these opens an inline element."""
    stop = min(len(text), at + _SLACK)
    opened = UNPLACED
    while _is_tag_next(text, at):
        opened = text.find("<", at)
        at = _tag_end(text, opened + 1, stop)
        if at < 0:
            return UNPLACED
    return at if opened >= 0 and _inline_name(text, opened + 1) else UNPLACED


def _closes_inline(text: str, at: int) -> bool:
    """Whether the tag at ``at`` closes an inline element that the tag before it opened."""
    if not text.startswith("</", at):
        return False
    name = _inline_name(text, at + 2)
    return bool(name) and _inline_name(text, text.rfind("<", 0, at) + 1) == name


def _inline_name(text: str, at: int) -> str:
    """The name of a tag, which is at ``at``, if the parser makes an element of such a tag wherever it stands."""
    end, stop = at, min(len(text), at + _LONGEST_NAME)
    while end < stop and text[end].isalpha():
        end += 1
    name = text[at:end].lower()
    return name if name in _INLINE and end < len(text) and _is_end(text[end]) else ""


def _is_end(c: str) -> bool:
    """Whether a tag's name ends before ``c``."""
    return c in " \t\n\f\r/>"


_INLINE = REPEATED | {"span"}
_LONGEST_NAME = max(map(len, _INLINE))


def _behind_tag_before(tags: Tags, text: Text) -> int:
    before = text.previous_sibling
    if before is None:
        parent = text.parent
        if type(parent) is not Element:
            return UNPLACED
        if parent.tag not in REPEATED:
            return tags.behind(parent)
        location = parent.source_location
        return location.start_tag.end_offset if location else UNPLACED
    return tags.behind(before) if type(before) is Element and before.tag == "br" else UNPLACED


def _is_tag_after(tags: Tags, text: Text, at: int) -> bool:
    """Whether the tag at ``at`` is the start of what follows ``text``, or else the end of what holds it."""
    after = text.next_sibling
    if after is not None:
        return type(after) is Element and tags.start_of(after) == at
    parent = text.parent
    if type(parent) is not Element:
        return False
    tag = parent.tag
    return _closes(tags.text, at, tag) and (tag not in REPEATED or parent.source_location is not None)


def _closes(text: str, at: int, tag: str) -> bool:
    """Whether the end tag of an element called ``tag`` stands at ``at``."""
    start = at + 2
    end = start + len(tag)
    return (
        end < len(text)
        and text.startswith("</", at)
        and (text.startswith(tag, start) or text[start:end].lower() == tag)
        and _is_end(text[end])
    )


def _read_on(text: str, at: int, words: str) -> int:
    """The offset of the first tag behind ``words``, if ``text`` reads as they do from ``at`` on, white space apart.

    `UNPLACED` where it does not, or holds what takes more to read: comments, and elements that no one reads.
    """
    n, size = 0, len(words)
    stop = min(len(text), at + _most(size))
    sign = text.find("<", at, stop)
    if sign >= 0 and _says(text, at, sign, words):
        return sign
    while sign >= 0:
        n = _read_piece(text[at:sign], words, n)
        if n <= 0:  # the tag before the words is the last one before them
            return UNPLACED
        if n == size:
            return sign
        at = _tag_end(text, sign + 1, stop)
        if at < 0:
            return UNPLACED
        sign = text.find("<", at, stop)
    return UNPLACED


def _says(text: str, at: int, end: int, words: str) -> bool:
    """Whether ``text`` is ``words`` from ``at`` to ``end``, to the letter but for white space around them."""
    while at < end and text[at].isspace():
        at += 1
    behind = at + len(words)
    if behind > end or "&" in words or not text.startswith(words, at):
        return False
    while behind < end and text[behind].isspace():
        behind += 1
    return behind == end


def _read_piece(source: str, words: str, n: int) -> int:
    """How far ``words`` are read once ``source``, which holds no tag, is read from ``n`` on; `UNPLACED` if it is not."""
    if "&" in source:
        source = unescape(source)
    if words.startswith(source, n):
        return n + len(source)
    size = len(words)
    for c in source:
        if n < size and words[n] == c:
            n += 1
        elif not c.isspace():
            while n < size and words[n].isspace():
                n += 1
            if n == size or words[n] != c:
                return UNPLACED
            n += 1
    return n


def _tag_end(text: str, at: int, stop: int) -> int:
    """Where a tag ends whose name, or the slash before it, is at ``at``; `UNPLACED` if it is not one to read past."""
    closes = at < stop and text[at] == "/"
    start = at = at + closes
    while at < stop and (text[at].isalnum() or text[at] == "_"):
        at += 1
    if at == start or not (text[start].isascii() and text[start].isalpha()):
        return UNPLACED
    if not closes and at - start >= _SHORTEST_MORE and text[start:at].lower() in _MORE:
        return UNPLACED
    while at < stop:
        c = text[at]
        at += 1
        if c == ">":
            return at
        if c == "=":  # elsewhere a quotation mark opens nothing: it is a letter of a name
            while at < stop and text[at].isspace():
                at += 1
            c = text[at] if at < stop else ">"
            if c == '"' or c == "'":  # noqa: PLR1714  # compiled, `in` makes a string of the character
                at = text.find('"' if c == '"' else "'", at + 1, stop) + 1
                if at == 0:
                    return UNPLACED
    return UNPLACED


_MORE = UNREAD | {"table"}
"""Elements that are not read past: no one reads them, or words in them may be put before them."""
_SHORTEST_MORE = min(map(len, _MORE))


def place_of_run(page: Page, run: Sequence[TextBlock]) -> Place:
    """As `places_of`, of blocks that stand one after another, from the first to the last."""
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
    if not 0 <= end - start <= _most(len(text)):
        return NOWHERE
    source = page.text[start:end]
    if len(source) > 2 * len(text) + _SPARE and _says_more(source, len(text)):
        return NOWHERE
    words = _read(source).split()
    if " ".join(words) != text and "".join(words) != "".join(text.split()):
        return NOWHERE
    return Place(start, end)


def _says_more(source: str, size: int) -> bool:
    """Whether a stretch of mark-up surely reads as more than ``size`` characters: its first tags tell, which may have many.

    The first word of a piece between two tags is not counted: it may belong to an entity before it.
    """
    at = said = 0
    for tag in _MARKUP.finditer(source):
        piece = source[at : tag.start()]
        if "<" in piece:
            return False
        if "&" not in piece:
            said += sum(map(len, piece.split()[1:]))
            if said > size:
                return True
        at = tag.end()
    return False


_SPARE = 2000
"""Code points of mark-up from which it is asked whether there are other words in it."""


def _most(size: int) -> int:
    """How many code points of mark-up a block of ``size`` characters may take."""
    return min(4 * size + _SLACK, _LONGEST)


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
