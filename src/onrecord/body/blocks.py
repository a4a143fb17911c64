"""From a page's tree to its blocks of text, in one pass: nothing is judged here but what is never read.

A container is an element that ends a line before and after it; its blocks are a contiguous range, so whatever is
counted over a container is a difference of two prefix sums.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import cast

import msgspec
from turbohtml import Element, Node, Text

from onrecord import limits
from onrecord.body.anchors import Anchor, anchors_of, broken_text, preformatted_text
from onrecord.body.hints import UNSHOWN
from onrecord.evidence import Trouble
from onrecord.needles import holds_any
from onrecord.page import Page
from onrecord.record import BlockKind
from onrecord.spacing import collapse
from onrecord.values.wordlists import listed


class TextBlock(msgspec.Struct, frozen=True, gc=False):
    """Words that stand together on the page, white space as a browser shows it."""

    text: str
    kind: BlockKind
    level: int | None
    linked: int
    """About how many characters stand in links."""
    bold: int
    """About how many characters are bold."""
    first: Text
    last: Text
    """The text nodes it begins and ends in: its place is worked out from them when asked for."""
    inside: int
    """The index of the innermost container it stands in."""
    raw: str
    """Its text before white space was collapsed, NUL where a link opens or closes."""
    marks: tuple[str | None, ...]
    """What the NULs of ``raw`` are, one each: the address of a link that opens; None where it closes."""

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The links in it, in order."""
        if not self.marks:
            return ()
        return anchors_of(self.raw, self.marks, len(self.text), self.kind is _PREFORMATTED)


class Container(msgspec.Struct, frozen=True, gc=False):
    """An element that parts blocks. Containers stand in the order in which they open."""

    element: Element
    tag: str
    parent: int
    """The index of the container around it; -1 of the outermost."""
    first: int
    end: int
    """Its blocks are ``blocks[first:end]``."""


@dataclass(frozen=True)
class Cut:
    """A page as blocks and the containers around them, both in the order of the page."""

    blocks: tuple[TextBlock, ...]
    containers: tuple[Container, ...]
    troubles: tuple[Trouble, ...] = ()


_UNSEEN = ("sr-only", "screenreader", "screen-reader", "visuallyhidden", "visually-hidden", "assistive-text")
"""Class names of words meant for screen readers, which no one sees."""
_INSIDE_CELLS = (
    "table", "ul", "ol", "h1", "h2", "h3", "blockquote", "section", "article", "form", "pre", "hr",
)  # fmt: skip


def cut(page: Page) -> Cut:
    """The blocks of ``page`` in its order, cut once and kept with the page.

    Never fails; past a limit the rest is left out and a trouble says so.
    """
    known = page.kept.get(_KEPT)
    if isinstance(known, Cut):
        return known
    cutter = _Cutter()
    cutter.walk(page.tree.children, 0)
    cutter.flush()
    troubles = tuple(Trouble(code, detail) for code, detail in cutter.troubles.items())
    found = Cut(tuple(cutter.blocks), tuple(cast("list[Container]", cutter.containers)), troubles)
    page.kept[_KEPT] = found
    return found


_KEPT = "body.cut"

(
    _NOT, _INLINE, _PLAIN, _BOLD, _LINK, _BREAK, _RULE, _BLOCK, _H, _LI, _LIST, _QUOTE, _PRE, _TR, _STORY, _FOOT,
) = range(16)  # fmt: skip
# The ways to read an element: not at all; the words join the running text (up to _LINK); what parts blocks.

_PARAGRAPH, _HEADING, _ITEM = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM
_QUOTATION, _PREFORMATTED, _ROW = BlockKind.QUOTATION, BlockKind.PREFORMATTED, BlockKind.TABLE_ROW


_DEEPEST, _MOST, _FULL = limits.ELEMENT_DEPTH, limits.ELEMENTS, limits.BLOCKS


class _Cutter:
    """The state of one pass. It refers to nothing that refers back: it is freed as soon as it is let go.

    Where no text was read since the last block and no link is open, ``parts`` is empty and all else about the run
    of text is as at its start.
    """

    __slots__ = (
        "articles", "blocks", "bold", "bolded", "breaks", "broken", "containers", "elements", "first", "href", "inside",
        "kind", "last", "level", "linked", "lists", "marks", "parts", "troubles", "unseen",
    )  # fmt: skip

    def __init__(self) -> None:
        self.blocks: list[TextBlock] = []
        self.containers: list[Container | None] = []
        self.troubles: dict[str, str] = {}
        self.unseen: dict[str, bool] = {}
        """Class attributes of this page, and whether they say that no one sees the element."""
        self.elements = 0
        self.inside = -1
        self.kind = _PARAGRAPH
        self.level: int | None = None
        self.lists = self.articles = 0
        self.broken = False
        self.bold = 0
        self.href: str | None = None
        self.parts: list[str] = []
        self.marks: list[str | None] = []
        self.first: Text | None = None
        self.last: Text | None = None
        self.breaks = self.linked = self.bolded = 0

    def walk(self, children: Sequence[Node], depth: int) -> None:
        """Read the nodes of one element."""
        self.elements += len(children)
        if depth > _DEEPEST or self.elements > _MOST:
            self._stop(depth)
            return
        ways = _WAYS
        for child in children:
            if type(child) is Text:
                data = child.data
                if not _is_blank(data) or self.kind is _PREFORMATTED:
                    self._add(child, data)
                elif self.first is not None:
                    self.parts.append(" ")
            elif type(child) is Element:
                tag = child.tag
                way = ways.get(tag, _INLINE)
                if way == _BLOCK:
                    self.read_block(child, tag, depth)
                elif way != _NOT:
                    self._read(way, child, tag, depth)

    def _read(self, way: int, child: Element, tag: str, depth: int) -> None:  # noqa: C901, PLR0912  # a table: one way a line
        """Read an element in its way. What parts blocks ends the run of text before it."""
        if way == _LINK:
            self.read_link(child, depth)
        elif way == _INLINE:
            self.read_inline(child, tag, depth)
        elif way == _PLAIN:
            self.walk(child.children, depth + 1)
        elif way == _BOLD:
            self.bold += 1
            self.walk(child.children, depth + 1)
            self.bold -= 1
        elif way == _BREAK:
            self.read_break()
        else:
            if self.parts:
                self.flush()
            if way == _H:
                self.read_as(_HEADING, int(tag[1]), child, tag, depth)
            elif way == _LI:
                self.read_as(_ITEM, self.lists or 1, child, tag, depth)
            elif way == _LIST:
                self.read_list(child, tag, depth)
            elif way == _QUOTE:
                self.read_as(_QUOTATION, None, child, tag, depth)
            elif way == _PRE:
                self.read_as(_PREFORMATTED, None, child, tag, depth)
            elif way == _TR:
                self.read_row(child, depth)
            elif way == _STORY:
                self.articles += 1
                self.read_block(child, tag, depth + 1)
                self.articles -= 1
            elif way == _FOOT and self.articles:  # of an article; that of the page is left out
                self.read_block(child, tag, depth + 1)

    def _stop(self, depth: int) -> None:
        if depth > _DEEPEST:
            self.troubles["too-deep"] = f"elements nested more than {limits.ELEMENT_DEPTH} deep are not read"
        elif "too-many-blocks" not in self.troubles:
            self.troubles["too-many-elements"] = f"read the first {limits.ELEMENTS:,} elements"

    def _add(self, node: Text, data: str) -> None:
        if self.breaks:
            if self.breaks > 1:
                self.flush()
            else:
                self._mark("\n")
                self.broken = True
            self.breaks = 0
        if self.first is None:
            self.first = node
        self.last = node
        self.parts.append(data)
        if self.href is not None:
            self.linked += len(data)
        if self.bold:
            self.bolded += len(data)

    def _mark(self, mark: str | None) -> None:
        """Note a line break, a cell's end, the address of a link that opens, or its end (None)."""
        self.parts.append("\0")
        self.marks.append(mark)

    def read_break(self) -> None:
        if self.kind is _PREFORMATTED:
            self.parts.append("\n")
        elif self.first is not None:
            self.breaks += 1

    def read_inline(self, child: Element, tag: str, depth: int) -> None:
        """Read an element whose words join the running text."""
        if self._is_unseen(child):
            return
        if "-" in tag and next(child.iter_elements(("div", "p", "ul")), None) is not None:
            self.read_block(child, tag, depth + 1)  # a site's own element: a container where it holds one
        else:
            self.walk(child.children, depth + 1)

    def read_link(self, child: Element, depth: int) -> None:
        if (name := child.attr("class")) and self._names_unseen(name):
            return
        href = child.attr("href")
        children = child.children
        if self.href is not None or not href or not (href := href.strip()):
            self.walk(children, depth + 1)
            return
        parts, marks = self.parts, self.marks
        self.href = href
        parts.append("\0")
        marks.append(href)
        if len(children) == 1 and type(only := children[0]) is Text and not _is_blank(data := only.data):
            self._add(only, data)
        else:
            self.walk(children, depth + 1)
        parts.append("\0")
        marks.append(None)
        self.href = None

    def _is_unseen(self, element: Element) -> bool:
        """Whether no one sees an inline element, by its class or by its own attributes."""
        attributes = element.attrs
        left = len(attributes)  # the questions end with the last attribute there is
        if not left:
            return False
        name = element.attr("class")
        if name is not None:
            if self._names_unseen(name):
                return True
            left -= 1
        if not left:
            return False
        if "style" in attributes:  # to look for a name takes a third of asking for a value
            if UNSHOWN.search(element.attr("style") or ""):
                return True
            left -= 1
        return left > 0 and "hidden" in attributes

    def _names_unseen(self, name: str) -> bool:
        known = self.unseen.get(name)
        if known is None:
            known = self.unseen[name] = holds_any(name.lower(), _UNSEEN)
        return known

    def read_block(self, child: Element, tag: str, depth: int) -> None:
        """Read an element that parts blocks, in the container it makes."""
        if self.parts:
            self.flush()
        children = child.children
        if not children or self.elements > _MOST:
            return
        if (
            len(children) == 1
            and type(only := children[0]) is Text
            and not self.parts
            and self.kind is not _PREFORMATTED
        ):
            self._read_text(child, tag, only)
            return
        containers, blocks = self.containers, self.blocks
        index, outer, first = len(containers), self.inside, len(blocks)
        containers.append(None)
        self.inside = index
        self.walk(children, depth + 1)
        if self.parts:
            self.flush()
        self.inside = outer
        if len(blocks) == first:
            containers.pop()  # those in it are gone already: they held nothing, either
        else:
            containers[index] = Container(child, tag, outer, first, len(blocks))

    def _read_text(self, child: Element, tag: str, only: Text) -> None:
        """Read an element that parts blocks and holds one text: as `read_block`, at half the cost, for most blocks."""
        data = only.data
        text = collapse(data)
        if not text:
            return
        first = len(self.blocks)
        if first >= _FULL:
            self._fill()
            return
        bolded = len(data) if self.bold else 0
        self.blocks.append(
            TextBlock(text, self.kind, self.level, 0, bolded, only, only, len(self.containers), data, ())
        )
        self.containers.append(Container(child, tag, self.inside, first, first + 1))

    def read_list(self, child: Element, tag: str, depth: int) -> None:
        if (name := child.attr("class")) and holds_any(name.lower(), _MENUS) and _MENU.search(name):
            return
        self.lists += 1
        self.read_block(child, tag, depth + 1)
        self.lists -= 1

    def read_as(self, kind: BlockKind, level: int | None, child: Element, tag: str, depth: int) -> None:
        """Read what changes the kind of blocks."""
        outer_kind, outer_level = self.kind, self.level
        self.kind, self.level = kind, level
        self.read_block(child, tag, depth + 1)
        self.kind, self.level = outer_kind, outer_level

    def read_row(self, row: Element, depth: int) -> None:
        """Read a row of a table of data as one block, one of a table that lays out the page as any container."""
        cells = [c for c in row.children if type(c) is Element and c.tag in {"td", "th"}]
        if len(cells) < 2 or not _is_data(row, len(cells)):  # noqa: PLR2004
            self.read_block(row, "tr", depth + 1)
            return
        before = self.kind, self.level
        self.kind, self.level = _ROW, None
        for n, cell in enumerate(cells):
            if n:
                self._mark("\t")
                self.broken = True
            self._cell(cell, depth + 3)
        self.flush()
        self.kind, self.level = before

    def _cell(self, cell: Element, depth: int) -> None:
        """Read a cell's words into the row's run: what parts blocks elsewhere is a space here."""
        if depth > _DEEPEST:
            return
        for child in cell.children:
            if type(child) is Text:
                data = child.data
                if _is_blank(data):
                    self.parts.append(" ")
                else:
                    self._add(child, data)
            elif type(child) is Element:
                way = _WAYS.get(child.tag, _INLINE)
                if way == _LINK:
                    self.read_link(child, depth)
                elif _NOT < way < _LINK:
                    self._cell(child, depth + 1)
                elif way != _NOT:
                    self.parts.append(" ")
                    self._cell(child, depth + 1)
                    self.parts.append(" ")

    def flush(self) -> None:
        """End the run of text; a block if it has words."""
        first, last, marks = self.first, self.last, self.marks
        if first is not None and last is not None:
            raw = "".join(self.parts)
            if self.kind is _PREFORMATTED:
                text = preformatted_text(raw)
            elif self.broken:
                text = broken_text(raw, marks)
            else:
                text = collapse(raw.replace("\0", "") if marks else raw)
            if text and len(self.blocks) >= _FULL:
                self._fill()
            elif text:
                self.blocks.append(
                    TextBlock(text, self.kind, self.level, self.linked, self.bolded, first, last, self.inside, raw, tuple(marks))
                )  # fmt: skip
            self.first = self.last = None
            self.breaks = self.linked = self.bolded = 0
            self.broken = False
        self.parts.clear()
        if marks:
            marks.clear()
        if self.href is not None:
            self._mark(self.href)

    def _fill(self) -> None:
        self.troubles["too-many-blocks"] = f"read the first {limits.BLOCKS:,} blocks"
        self.elements = _MOST + 1


UNREAD = listed(
    "script style noscript template svg iframe select textarea button nav object video audio canvas head option datalist map "
    "picture label progress meter applet frameset noframes title amp-ad amp-sidebar math amp-img amp-analytics rt rp"
)
"""Elements whose words are no text; those that never hold any are not among them."""
_NAMED = {
    _NOT: f"{' '.join(UNREAD)} input embed img frame link meta base param source track",
    _BREAK: "br",
    _RULE: "hr",
    _LINK: "a",
    _BOLD: "b strong",
    _PLAIN: "i em u small sub sup cite q abbr code mark time font",
    _BLOCK: "p div section main header aside figure figcaption details summary form fieldset table tbody thead tfoot td th "
    "caption dl center address hgroup dialog body html legend search",
    _H: "h1 h2 h3 h4 h5 h6",
    _LI: "li dd dt",
    _LIST: "ul ol menu dir",
    _QUOTE: "blockquote",
    _PRE: "pre listing xmp plaintext",
    _TR: "tr",
    _STORY: "article",
    _FOOT: "footer",
}
_WAYS = {tag: way for way, tags in _NAMED.items() for tag in tags.split()}
"""How an element of each tag is read. Tags that are not here are inline."""


_MENUS = ("menu", "nav")
_MENU = re.compile(r"(?:^|[-_ ])(?:menu|nav(?:bar|igation)?)(?:$|[-_ ])", re.IGNORECASE)


def _is_blank(data: str) -> bool:
    """Whether a text is white space alone; that it is not the first character mostly says."""
    for c in data:
        if not c.isspace():
            return False
    return bool(data)


def _is_data(row: Element, cells: int) -> bool:
    """Whether a row of some cells holds data: nearly all plain text. Otherwise its table only lays out the page."""
    if next(row.iter_elements(_INSIDE_CELLS), None) is not None:
        return False
    return sum(1 for _ in islice(row.iter_elements(("p", "div", "br")), 2 * cells + 1)) <= 2 * cells
