"""A page: decoded once, parsed once, never edited.

`Page` is what every reader takes. It also answers where something stands: the parser knows the spans of tags
and attributes, text is placed by the tags around it.
"""

import datetime as dt
import enum
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import islice
from types import NoneType
from typing import NoReturn

import msgspec
import turbohtml
from turbohtml import Document, Element, Node

from onrecord import limits
from onrecord.decoding import decode, mended, unpack
from onrecord.evidence import Place, Trouble
from onrecord.extent import bounded
from onrecord.once import Once
from onrecord.shadows import tree_of
from onrecord.spacing import collapse
from onrecord.tags import Tags
from onrecord.values.addresses import Copy, copy_at, resolve
from onrecord.values.iso_times import iso_time
from onrecord.visible_words import words

__all__ = [
    "Meta",
    "Page",
    "PageKind",
    "beginning",
    "collapse",
    "elements_around",
    "is_longer",
    "open_page",
    "words",
]


class PageKind(enum.StrEnum):
    """Whether a page is mark-up or text whose mark-up is gone."""

    HTML = "html"
    TEXT = "text"

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        raise ValueError(f"kind is {' or '.join(map(repr, map(str, cls)))}, not {value!r}")


class Meta(msgspec.Struct, frozen=True, gc=False):
    """A meta element: its property or name in lower case, and its content."""

    name: str
    content: str
    element: Element


@dataclass(frozen=True)
class Page:
    """One page, read-only. Make one with `open_page`."""

    text: str
    """The decoded page, without BOM, with CRLF and CR made LF: places count in it."""
    tree: Document
    kind: PageKind
    url: str | None = None
    """The address it was fetched from, as the caller gave it."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """HTTP headers by lower-case name."""
    captured: str | None = None
    status: int | None = None
    digest: str | None = None
    encoding: str | None = None
    encoding_source: str | None = None
    troubles: tuple[Trouble, ...] = ()
    kept: dict[str, object] = field(default_factory=dict, repr=False, compare=False)
    """What later parts worked out about this page and would otherwise work out again, such as its blocks."""

    def __hash__(self) -> int:
        """By identity: a page is one object, its caches hang on it and die with it."""
        return id(self)

    @Once
    def tags(self) -> Tags:
        """Where the tags of its elements stand."""
        return Tags(self.text)

    @Once
    def base(self) -> str | None:
        """What relative addresses on the page are read against."""
        for element in self.elements("base"):
            if href := element.attr("href"):
                return resolve(href, self.url) or self.url
        return self.url

    def resolve(self, href: str) -> str | None:
        """``href`` as an absolute web address; None where it is none. Stays as it is where the page has no URL.

        In a web archive's copy of a page it is the address that the archive wrote its own over.
        """
        address = resolve(href, self.base)
        if self.copy is not None and "/http" in href:
            copied = copy_at(address or f"https://{self.copy.host}{href}")
            if copied is not None and copied.host == self.copy.host:
                return copied.of
        return address

    @Once
    def copy(self) -> Copy | None:
        """What the page's own address says of a web archive's copy: the one it was fetched from, else its canonical one."""
        if self.url is not None and (copied := copy_at(self.url)):
            return copied
        for element in self.canonicals[:1]:
            href = element.attr("href") or ""
            if "/http" in href and (address := resolve(href, self.base)):
                return copy_at(address)
        return None

    def elements(self, *tags: str) -> Iterator[Element]:
        """Elements with one of ``tags`` in the order of the page."""
        if len(tags) == 1:
            return iter(self.tree.select(tags[0]))  # of one tag the parser keeps where it stands
        return self.tree.iter_elements(tags)

    @Once
    def metas(self) -> tuple["Meta", ...]:
        """Every meta element that says something, in the order of the page and within the limits."""
        return self._metas[0]

    @property
    def long_meta(self) -> Element | None:
        """The first meta element whose content is too long to be read."""
        return self._metas[1]

    @Once
    def _metas(self) -> tuple[tuple["Meta", ...], Element | None]:
        found: list[Meta] = []
        long: Element | None = None
        for element in self.elements("meta"):
            content = element.attr("content")
            if not content:
                continue
            if len(content) > limits.RAW_CHARACTERS:
                long = element if long is None else long
                continue
            if content.isspace():
                continue
            for key in _META_NAMES:
                if name := element.attr(key):
                    found.append(Meta(name.strip().lower(), content, element))  # noqa: PERF401  # takes half the time
            if len(found) > limits.METAS:
                break
        return tuple(found), long

    @Once
    def canonicals(self) -> tuple[Element, ...]:
        """The ``<link rel=canonical>`` elements that name an address, in the order of the page and within the limits."""
        found = [e for e in self.tree.select("link[rel=canonical i]") if e.attr("href")]
        return tuple(found[: limits.CANONICALS])

    @Once
    def title_element(self) -> Element | None:
        """The first ``<title>`` in the page's own mark-up (drawings have titles of their own)."""
        for element in self.elements("title"):
            if element.namespace is _HTML:
                return element
        return None

    @Once
    def title(self) -> str | None:
        """The words of the page's ``<title>``."""
        element = self.title_element
        return (collapse(element.text) or None) if element is not None else None

    def css(self, element: Element) -> str | None:
        """A selector of ``element``; None where it would be too long to be of use to anyone."""
        if len(self.text) > limits.SUSPECT_CHARACTERS and _depth(element) > limits.ELEMENT_DEPTH:
            return None
        path = element.css_path()
        return path if len(path) <= limits.CSS_CHARACTERS else None

    def inside(self, element: Element) -> tuple[int, int] | None:
        """The span between the tags of ``element``; None where it has no tag of its own on the page."""
        location = element.source_location
        if location is None:
            return None
        start = location.start_tag.end_offset
        end = location.end_tag.start_offset if location.end_tag else self._implied_end(element)
        return (start, end) if start <= end else None

    def _implied_end(self, element: Element) -> int:
        """Where an element ends that the page never closes: at the next tag that is not inside it."""
        node: Element = element
        while True:
            for sibling in node.next_siblings:
                if isinstance(sibling, Element) and (at := sibling.source_location):
                    return at.start_tag.start_offset
            parent = node.parent
            if not isinstance(parent, Element):
                return len(self.text)
            if (at := parent.source_location) and at.end_tag:
                return at.end_tag.start_offset
            node = parent

    def place(self, element: Element, raw: str | None = None) -> Place:
        """Where the words of ``element`` stand, or ``raw`` among them where it stands there literally, once.

        Without offsets where mis-nested tags moved things, so that no span of the page reads as the words.
        """
        css = self.css(element)
        if raw is not None and (at := self._opening(element, raw)) >= 0:
            return Place(at, at + len(raw), css)
        span = self.inside(element)
        if span is None:
            return Place(css=css)
        start, end = span
        source = self.text[start:end]
        if raw is not None and (at := source.find(raw)) >= 0:
            return Place(start + at, start + at + len(raw), css)
        said = collapse(raw if raw is not None else element.text)
        if _squeeze(source) == said.replace(" ", ""):
            return Place(start, end, css)
        if raw is not None and (found := _among(source, said)):
            return Place(start + found[0], start + found[1], css)
        return Place(css=css)

    def _opening(self, element: Element, raw: str) -> int:
        """Where ``raw`` stands in ``element`` before any other tag; negative where it does not, or that takes more to tell."""
        start = self.tags.behind(element)
        return self.text.find(raw, start, self.text.find("<", start)) if start >= 0 else start

    def place_inside(self, element: Element) -> Place:
        """The span between the tags of ``element`` whatever it reads as: for scripts and containers."""
        span = self.inside(element)
        return Place(*span, self.css(element)) if span else Place(css=self.css(element))

    def _value(self, element: Element, name: str) -> tuple[int, int] | None:
        location = element.source_location
        span = location.attrs.get(name) if location else None
        return _value_span(self.text, span.start_offset, span.end_offset) if span else None

    def attribute(self, element: Element, name: str, raw: str | None = None) -> Place:
        """Where the value of an attribute stands, without its quotes, or ``raw`` inside it."""
        css = self.css(element)
        span = self.tags.value(element, name) or self._value(element, name)
        if span is None:
            return Place(css=css)
        start, end = self._part(*span, raw) if raw is not None else span
        return Place(start, end, css)

    def _part(self, start: int, end: int, raw: str) -> tuple[int, int]:
        """Where ``raw`` stands in a value: to the letter, or as entities read where the value says more; else all of it."""
        if (at := self.text.find(raw, start, end)) >= 0:
            return at, at + len(raw)
        source = self.text[start:end]
        said = collapse(raw)
        whole = "&" not in source or said == collapse(unescape(source))
        found = None if whole else _among(source, said)
        return (start + found[0], start + found[1]) if found else (start, end)


_HTML = turbohtml.Namespace.HTML
_META_NAMES = ("property", "name", "http-equiv")


def elements_around(node: Node, levels: int) -> Iterator[Element]:
    """The elements around ``node``, the innermost first, no more than so many."""
    return (one for one in islice(node.ancestors, levels) if isinstance(one, Element))


def beginning(element: Element) -> tuple[int, int]:
    """The line and the column of an element's start tag; only what the parser adds has none: (0, 0)."""
    return element.position or (0, 0)


def is_longer(element: Element, most: int) -> bool:
    """Whether an element has more code points of text than ``most``; no more of it is read."""
    for text in element.strings:
        most -= len(text)
        if most < 0:
            return True
    return False


def _depth(element: Element) -> int:
    depth = 0
    for depth, _ in enumerate(element.ancestors):  # the last index is the answer
        if depth > limits.ELEMENT_DEPTH:
            break
    return depth


# What is never closed goes on to the end, as it does for the parser; else the search would begin again at each.
_TAGS = re.compile(r"<!--.*?(?:-->|\Z)|<(?:script|style|noscript|template)\b.*?(?:</(?:script|style|noscript|template)\s*+>|\Z)|</?[a-zA-Z!?][^>]*+(?:>|\Z)", re.DOTALL | re.IGNORECASE)  # fmt: skip


def _squeeze(source: str) -> str:
    """What a stretch of mark-up reads as, all white space left out."""
    if "<" in source:
        source = _TAGS.sub("", source)
    if "&" in source:
        source = unescape(source)
    return "".join(source.split())


_PIECE = re.compile(
    _TAGS.pattern + r"|&(?:#\d{1,8}|#x[0-9a-f]{1,8}|\w{2,32});?|\S", re.DOTALL | re.IGNORECASE
)
_SEARCHED = 20_000
"""Code points of mark-up that words are looked for in where entities, white space or tags part them."""


def _among(source: str, said: str) -> tuple[int, int] | None:
    """Where ``said`` stands among the words that ``source`` reads as, white space apart."""
    letters: list[str] = []
    spans: list[tuple[int, int]] = []
    for piece in _PIECE.finditer(source, 0, _SEARCHED):
        token = piece[0]
        if len(token) > 1:
            token = "" if token[0] == "<" else "".join(unescape(token).split())
        letters.append(token)
        spans.extend([piece.span()] * len(token))
    wanted = said.replace(" ", "")
    at = "".join(letters).find(wanted)
    return (spans[at][0], spans[at + len(wanted) - 1][1]) if at >= 0 and wanted else None


_ATTRIBUTE = re.compile(r"""[^\s=]+\s*=\s*(["']?)""")


def _value_span(text: str, start: int, end: int) -> tuple[int, int]:
    found = _ATTRIBUTE.match(text, start, end)
    if not found:
        return end, end
    if found[1] and text[end - 1] == found[1] and end > found.end():
        return found.end(), end - 1
    return found.end(), end


def open_page(
    data: bytes | str,
    *,
    url: str | None = None,
    headers: Mapping[str, str] | Iterable[tuple[str, str]] | None = None,
    captured: dt.datetime | str | None = None,
    kind: PageKind | str | None = None,
) -> Page:
    """Decode and parse ``data``; what it is, mark-up or text, is told from the bytes unless ``kind`` says.

    ``headers`` are those of the HTTP response; the status may stand among them as ``:status``. ``captured`` is
    when it was fetched, ISO 8601 if a string, a day or a time; one that cannot be read is a trouble. Never fails on
    account of what ``data`` holds; `TypeError` where something given is of another type, `ValueError` where ``kind`` is none.
    """
    _refuse_others("a page is bytes or text", data, (bytes, bytearray, str))
    _refuse_others("url is text", url, (str, NoneType))
    _refuse_others("captured is a datetime or text", captured, (dt.datetime, str, NoneType))
    pairs = headers.items() if isinstance(headers, Mapping) else headers or ()
    try:
        given = {_whole(k).lower(): _whole(str(v)) for k, v in pairs}
    except (AttributeError, TypeError, ValueError):
        raise TypeError("headers are pairs of a name and a value, both text, or a mapping of such") from None
    troubles: list[Trouble] = []
    digest = encoding = source = None
    if isinstance(data, str):
        text, found = mended(_whole(data))
        troubles += found
    else:
        digest = "sha256:" + hashlib.sha256(data).hexdigest()
        unpacked = unpack(data, given.get("content-encoding"))
        decoded = decode(unpacked.data, given.get("content-type"))
        text, encoding, source = decoded.text, decoded.encoding, decoded.source
        troubles += (*unpacked.troubles, *decoded.troubles)
    text, cut = bounded(text)
    troubles += cut
    when = captured.isoformat() if isinstance(captured, dt.datetime) else captured
    if when is not None and iso_time(when) is None:
        troubles.append(Trouble("capture-time-unreadable", f"{_whole(when)!r} is no ISO 8601 time"))
        when = None
    what = PageKind(kind) if kind else _told(text, given.get("content-type", ""))
    tree = tree_of(text if what is PageKind.HTML else "")
    return Page(
        text=text, tree=tree, kind=what, url=_whole(url) if url else None, headers=given, captured=when, status=_status(given),
        digest=digest, encoding=encoding, encoding_source=source, troubles=tuple(troubles),
    )  # fmt: skip


def _refuse_others(what: str, given: object, types: tuple[type, ...]) -> None:
    if not isinstance(given, types):
        raise TypeError(f"{what}, not {type(given).__name__}")


_SURROGATES = re.compile("[\ud800-\udfff]")


def _whole(text: str) -> str:
    """``text`` without half characters, which no encoding can carry."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATES.sub("�", text)
    return text


def _status(headers: Mapping[str, str]) -> int | None:
    raw = str(headers.get(":status", "")).strip()
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) == 3 else None  # noqa: PLR2004  # RFC 9110, 15


_MARKUP = re.compile(r"<(!doctype\s+html|html|head|body|meta|title|article|div|p|h1|table|script|span|section|main)\b[^<>]{0,2000}>", re.IGNORECASE)  # fmt: skip
_IN_VALUES = re.compile(r"p|span", re.IGNORECASE)
_OUTER = re.compile(
    r"<(?:!doctype|html|head|body|meta|title|article|div|h1|table|script|section|main)\b", re.IGNORECASE
)
_LOST = re.compile(r"(?:[^\n<>]{1,2000}\n\s*\n){2}")
"""Two lines without a tag, blank lines behind them: mark-up that begins so has none around its text."""


_USUAL = "<!doctype html>"
"""How nearly every page begins: `_MARKUP` finds it, and no value."""


def _told(text: str, content_type: str) -> PageKind:
    """Mark-up where a tag of HTML stands early on, or where the server says so and nothing speaks against it.

    Text whose mark-up is gone may hold tags of running text in one of its values.
    """
    if text[: len(_USUAL)].lower() == _USUAL:
        return PageKind.HTML
    if found := _MARKUP.search(text, 0, 20_000):
        values = _IN_VALUES.fullmatch(found[1]) and _LOST.match(text) and not _OUTER.search(text, 0, 20_000)
        return PageKind.TEXT if values else PageKind.HTML
    return PageKind.HTML if "html" in content_type.lower() and "<" in text else PageKind.TEXT
