"""From a page's tree to its blocks of text, in one pass: nothing is judged here but what is never read.

A container is an element that ends a line before and after it; its blocks are a contiguous range, so whatever is
counted over a container is a difference of two prefix sums.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

import msgspec
from turbohtml import Element, Node, Text

from onrecord import limits
from onrecord.body.anchors import Anchor, marked
from onrecord.evidence import Trouble
from onrecord.page import Page
from onrecord.record import BlockKind

__all__ = ["Container", "Cut", "TextBlock", "cut"]


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
        return marked(self.raw, self.marks, pre=self.kind is BlockKind.PREFORMATTED)[1]


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


(
    _SKIP,
    _BREAK,
    _RULE,
    _LINK,
    _BOLD,
    _BLOCK,
    _HEADING,
    _ITEM,
    _LIST,
    _QUOTE,
    _PRE,
    _ROW,
    _ARTICLE,
    _FOOT,
    _PLAIN,
    _INLINE,
) = range(1, 17)


def _roles() -> MappingProxyType[str, int]:
    named = {
        _SKIP: "script style noscript template svg iframe select textarea button nav object video audio canvas head input "
        "option datalist embed map picture img label progress meter applet frame frameset noframes link meta title "
        "base param source track amp-ad amp-sidebar math amp-img amp-analytics",
        _BREAK: "br",
        _RULE: "hr",
        _LINK: "a",
        _BOLD: "b strong",
        _BLOCK: "p div section main header aside figure figcaption details summary form fieldset "
        "table tbody thead tfoot td th caption dl center address hgroup dialog body html legend search",
        _HEADING: "h1 h2 h3 h4 h5 h6",
        _ITEM: "li dd dt",
        _LIST: "ul ol menu dir",
        _QUOTE: "blockquote",
        _PRE: "pre listing xmp plaintext",
        _ROW: "tr",
        _PLAIN: "i em u small sub sup cite q abbr code mark time font",
        _ARTICLE: "article",
        _FOOT: "footer",
    }
    return MappingProxyType({tag: role for role, tags in named.items() for tag in tags.split()})


_ROLES = _roles()
_UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN = re.compile(r"sr-only|screen-?reader|visually-?hidden|visuallyhidden|assistive-text", re.IGNORECASE)
"""Class names of words meant for screen readers, which no one sees."""
_INSIDE_CELLS = (
    "table",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "blockquote",
    "section",
    "article",
    "form",
    "pre",
    "hr",
)


def cut(page: Page) -> Cut:
    """The blocks of ``page`` in its order. Never fails; past a limit the rest is left out and a trouble says so."""
    cutter = _Cutter()
    cutter.walk(page.tree.children, 0)
    cutter.flush()
    troubles = tuple(Trouble(code, detail) for code, detail in cutter.troubles.items())
    return Cut(tuple(cutter.blocks), tuple(c for c in cutter.containers if c is not None), troubles)


class _Cutter:
    """The state of one pass. It refers to nothing that refers back: it is freed as soon as it is let go."""

    __slots__ = (
        "articles", "blocks", "bold", "bolded", "breaks", "containers", "elements", "first", "href", "inside", "kind", "last",
        "level", "linked", "lists", "marks", "parts", "pre", "troubles",
    )  # fmt: skip

    def __init__(self) -> None:
        self.blocks: list[TextBlock] = []
        self.containers: list[Container | None] = []
        self.troubles: dict[str, str] = {}
        self.elements = 0
        self.inside = -1
        self.kind = BlockKind.PARAGRAPH
        self.level: int | None = None
        self.lists = self.articles = 0
        self.pre = False
        self.bold = 0
        self.href: str | None = None
        self.parts: list[str] = []
        self.marks: list[str | None] = []
        self._clear()

    def _clear(self) -> None:
        """Begin a new run of text."""
        self.parts.clear()
        self.marks.clear()
        self.first: Text | None = None
        self.last: Text | None = None
        self.breaks = self.linked = self.bolded = 0

    def walk(self, children: Sequence[Node], depth: int) -> None:
        """Read the nodes of one element."""
        self.elements += len(children)
        if depth > limits.ELEMENT_DEPTH or self.elements > limits.ELEMENTS:
            self._stop(depth)
            return
        readers = _READERS
        for child in children:
            if type(child) is Text:
                data = child.data
                if not data.isspace() or self.pre:
                    self._add(child, data)
                elif self.first is not None:
                    self.parts.append(" ")
            elif type(child) is Element:
                read = readers.get(child.tag, _Cutter.read_inline)
                if read is not None:
                    read(self, child, depth)

    def _stop(self, depth: int) -> None:
        if depth > limits.ELEMENT_DEPTH:
            self.troubles["too-deep"] = f"elements nested more than {limits.ELEMENT_DEPTH} deep are not read"
        elif "too-many-blocks" not in self.troubles:
            self.troubles["too-many-elements"] = f"read the first {limits.ELEMENTS:,} elements"

    def _add(self, node: Text, data: str) -> None:
        if self.breaks:
            if self.breaks > 1:
                self.flush()
            else:
                self._mark("\n")
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

    def read_break(self, _child: Element, _depth: int) -> None:
        if self.pre:
            self.parts.append("\n")
        elif self.first is not None:
            self.breaks += 1

    def read_rule(self, _child: Element, _depth: int) -> None:
        self.flush()

    def read_bold(self, child: Element, depth: int) -> None:
        self.bold += 1
        self.walk(child.children, depth + 1)
        self.bold -= 1

    def read_plain(self, child: Element, depth: int) -> None:
        self.walk(child.children, depth + 1)

    def read_inline(self, child: Element, depth: int) -> None:
        """Read an element whose words join the running text."""
        name = child.attr("class")
        if name and _UNSEEN.search(name):
            return
        if child.attr("hidden") is not None or ((style := child.attr("style")) and _UNSHOWN.search(style)):
            return
        if "-" in child.tag and next(child.iter_elements(("div", "p", "ul")), None) is not None:
            self.read_block(child, depth + 1)  # a site's own element: a container where it holds one
        else:
            self.walk(child.children, depth + 1)

    def read_link(self, child: Element, depth: int) -> None:
        name = child.attr("class")
        if name and _UNSEEN.search(name):
            return
        href = (child.attr("href") or "").strip()
        if self.href is not None or not href:
            self.walk(child.children, depth + 1)
            return
        self.href = href
        self._mark(href)
        self._inside(child.children, depth)
        self._mark(None)
        self.href = None

    def _inside(self, children: Sequence[Node], depth: int) -> None:
        """`walk`, quicker for the one text that most elements hold."""
        if len(children) == 1 and type(only := children[0]) is Text and not (data := only.data).isspace():
            self._add(only, data)
        else:
            self.walk(children, depth + 1)

    def read_block(self, child: Element, depth: int) -> None:
        """Read an element that parts blocks, in the container it makes."""
        if self.parts:
            self.flush()
        children = child.children
        if not children or self.elements > limits.ELEMENTS:
            return
        containers = self.containers
        index, outer, first = len(containers), self.inside, len(self.blocks)
        containers.append(None)
        self.inside = index
        if len(children) == 1 and type(only := children[0]) is Text:
            if not (data := only.data).isspace():
                self._add(only, data)
        else:
            self.walk(children, depth + 1)
        if self.parts:
            self.flush()
        self.inside = outer
        if len(self.blocks) == first:
            del containers[index:]
        else:
            containers[index] = Container(child, child.tag, outer, first, len(self.blocks))

    def read_turn(self, child: Element, depth: int) -> None:
        """Read an element whose text is a block of another kind. Counts as two levels: it takes more of the stack."""
        role = _ROLES[child.tag]
        if self.parts:
            self.flush()
        if (role == _FOOT and not self.articles) or (role == _LIST and _is_menu(child)):
            return
        before = self.kind, self.level, self.lists, self.pre, self.articles
        if role == _HEADING:
            self.kind, self.level = BlockKind.HEADING, int(child.tag[1])
        elif role == _LIST:
            self.lists += 1
        elif role == _ITEM:
            self.kind, self.level = BlockKind.LIST_ITEM, max(self.lists, 1)
        elif role == _ARTICLE:
            self.articles += 1
        elif role == _QUOTE:
            self.kind, self.level = BlockKind.QUOTATION, None
        elif role == _PRE:
            self.kind, self.level, self.pre = BlockKind.PREFORMATTED, None, True
        if role == _ROW and _is_data(child):
            self._row(child, depth + 1)
        else:
            self.read_block(child, depth + 1)
        self.kind, self.level, self.lists, self.pre, self.articles = before

    def _row(self, row: Element, depth: int) -> None:
        """Read a row of a table of data as one block."""
        self.kind, self.level = BlockKind.TABLE_ROW, None
        for n, cell in enumerate(_cells(row)):
            if n:
                self._mark("\t")
            self._cell(cell, depth + 2)
        self.flush()

    def _cell(self, cell: Element, depth: int) -> None:
        """Read a cell's words into the row's run: what parts blocks elsewhere is a space here."""
        if depth > limits.ELEMENT_DEPTH:
            return
        for child in cell.children:
            if type(child) is Text:
                data = child.data
                if data.isspace():
                    self.parts.append(" ")
                else:
                    self._add(child, data)
            elif type(child) is Element:
                role = _ROLES.get(child.tag, _INLINE)
                if role == _LINK:
                    self.read_link(child, depth)
                elif role == _BREAK or _BLOCK <= role < _PLAIN:
                    self.parts.append(" ")
                    self._cell(child, depth + 1)
                    self.parts.append(" ")
                elif role != _SKIP:
                    self._cell(child, depth + 1)

    def flush(self) -> None:
        """End the run of text; a block if it has words."""
        first, last = self.first, self.last
        if first is not None and last is not None:
            raw = "".join(self.parts)
            text = self._text(raw)
            if text and not text.isspace():
                marks = tuple(self.marks)
                if len(self.blocks) >= limits.BLOCKS:
                    self.troubles["too-many-blocks"] = f"read the first {limits.BLOCKS:,} blocks"
                    self.elements = limits.ELEMENTS + 1
                else:
                    self.blocks.append(
                        TextBlock(
                            text,
                            self.kind,
                            self.level,
                            self.linked,
                            self.bolded,
                            first,
                            last,
                            self.inside,
                            raw,
                            marks,
                        )
                    )
        self._clear()
        if self.href is not None:
            self._mark(self.href)

    def _text(self, raw: str) -> str:
        marks = self.marks
        if self.pre or (marks and ("\n" in marks or "\t" in marks)):
            return marked(raw, marks, pre=self.pre)[0]
        if marks:
            raw = raw.replace("\0", "")
        return " ".join(raw.split())


_Reader = Callable[[_Cutter, Element, int], None]


def _readers() -> MappingProxyType[str, _Reader | None]:
    by_role: dict[int, _Reader | None] = {
        _SKIP: None, _BREAK: _Cutter.read_break, _RULE: _Cutter.read_rule, _LINK: _Cutter.read_link, _BOLD: _Cutter.read_bold, _PLAIN: _Cutter.read_plain,
        _BLOCK: _Cutter.read_block,
    }  # fmt: skip
    return MappingProxyType({tag: by_role.get(role, _Cutter.read_turn) for tag, role in _ROLES.items()})


_READERS = _readers()
"""How an element of each tag is read; None: not at all. Tags that are not here are inline."""


def _is_menu(element: Element) -> bool:
    name = element.attr("class")
    return bool(name and _MENU.search(name))


_MENU = re.compile(r"(?:^|[-_ ])(?:menu|nav(?:bar|igation)?)(?:$|[-_ ])", re.IGNORECASE)


def _cells(row: Element) -> list[Element]:
    return [c for c in row.children if type(c) is Element and c.tag in {"td", "th"}]


def _is_data(row: Element) -> bool:
    """Whether a row holds data: two cells or more of plain text. Otherwise its table only lays out the page."""
    cells = _cells(row)
    if len(cells) < 2 or next(row.iter_elements(_INSIDE_CELLS), None) is not None:  # noqa: PLR2004
        return False
    most = 2 * len(cells)
    return sum(1 for _ in islice(row.iter_elements(("p", "div", "br")), most + 1)) <= most
