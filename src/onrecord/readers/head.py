"""The lines around a page's headline, and which of them say who wrote it, or when: asked of each line there."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from turbohtml import Element, Text

from onrecord import limits
from onrecord.body import hints
from onrecord.body.blocks import Cut, TextBlock
from onrecord.page import Page, collapse, words
from onrecord.readers.comments import opens_comments
from onrecord.readers.numerals import has_date
from onrecord.readers.surroundings import Setting
from onrecord.readers.teasers import weight
from onrecord.readers.wording import opens_byline, signs_behind, signs_within
from onrecord.values.agencies import SOURCES
from onrecord.values.byline_words import alternatives
from onrecord.values.bylines import merged

_AFTER = 40
"""Blocks from the headline on that count as its surroundings, up to the first long paragraphs."""

_BEFORE = 10
"""Blocks before it: some templates set the date above."""

LONG_LINE = _LONG = 200
"""Code points from which a line is prose, not a byline or a date."""

_PROSE = 600
"""Code points of prose after which the article's head is over."""
_STANDFIRST = 250
"""Code points of prose that may be a standfirst: below it stands how many comments there are, and who wrote the article."""

SAYS_BYLINE = _BYLINE = hints.BYLINE | hints.BIO
"""Families of hints in the names of what is, or holds, a byline."""

_WRAPS = 5
"""Levels of mark-up between a heading or a line and its text."""


class Line:
    """A line of the article's head."""

    def __init__(self, element: Element, first: Element, text: str, *, bare: bool = False) -> None:
        """``first`` is the innermost element around its first piece of text.

        ``element`` is the one it fills; ``first``, too, where it shares one with other lines. A ``bare`` line has none
        of its own: line breaks part it from what else is in ``element``.
        """
        self.element, self.first, self.text, self.bare = element, first, text, bare
        self.under = False
        """Whether it stands between the headline and prose."""

    @property
    def own(self) -> str | None:
        """Its words, where they are not those of its element."""
        return self.text if self.bare else None


class Told(NamedTuple):
    """A line that says something."""

    line: Line
    byline: Element | None
    """The line's element, or the link in it to an author; None where it says no more than a date."""
    how: str
    """What tells a byline: ``head`` its first words, ``hint`` a name or an address; or `CREDITS`."""
    dated: bool
    """Whether numbers as in a date are in it."""


CREDITS = "credits"
"""How a line is told that names an agency or another source, and nobody who wrote it."""


def line_of_title(page: Page) -> Element | None:
    """The first element whose own words the title holds: about here stands what a page says of its article.

    A link with what the title ends with, and that is less than half of it, has the site's name: it is taken where nothing
    else is in the title.
    """
    title = (page.title or "").casefold()
    if len(title) <= _LEAST:
        return None
    first: Element | None = None
    for node in islice(page.tree.descendants, limits.ELEMENTS):
        if type(node) is not Text:
            continue
        data = node.data
        if _LEAST < len(data) < _MOST:
            text = collapse(data).casefold()
            if len(text) > _LEAST and text in title:
                parent = node.parent
                if isinstance(parent, Element) and parent.tag not in _SILENT:
                    if parent.tag != "a" or 2 * len(text) > len(title) or not title.endswith(text):
                        return parent
                    first = first or parent
    return first


LEAST_OF_TITLE = _LEAST = 15
_MOST = 300
"""Code points of a line that is a page's heading though nothing marks it as one, the title being what it says."""

_SILENT = frozenset(
    ("script", "style", "noscript", "template", "title", "button", "option", "textarea", "svg")
)


def lines_around(pieces: Cut, main: Element) -> tuple[list[Line], list[Line]]:
    """The lines from the headline on that are not its own, and those before it, the nearest first.

    None where no block is the words of ``main``.
    """
    blocks = pieces.blocks
    first, end = _within(pieces, main)
    at, below = first, ""
    while at < end and not _stands_in(blocks[at], main):
        at += 1
    if at >= end:
        at, below = first, words(main)
        while at < end and not _is_line_below(blocks[at], below):
            at += 1
    if at >= end:
        return [], []
    after = _lines(pieces, range(at, min(at + _AFTER, len(blocks))), main, below, first, end)
    return after, _lines(pieces, range(at - 1, max(0, at - _BEFORE) - 1, -1), main, below, first, end)


def _within(pieces: Cut, main: Element) -> tuple[int, int]:
    """The blocks of which some, and no others, may be the words of ``main``."""
    tag = main.tag
    for container in pieces.containers:
        if container.tag == tag and container.element == main:
            return container.first, container.end
    return 0, len(pieces.blocks)


def _stands_in(block: TextBlock, element: Element) -> bool:
    """Whether a block is the words of ``element``, up to a few levels of inline mark-up."""
    parent = block.first.parent
    for _ in range(_WRAPS):
        if parent is None or parent == element:
            break
        parent = parent.parent
    return parent is not None and parent == element


def _is_line_below(block: TextBlock, said: str) -> bool:
    """Whether a line of a block, but the first, is what is ``said``, if anything."""
    return said != "" and "\n" in block.text and said in block.text.split("\n")[1:]


def _lines(
    pieces: Cut, numbers: Iterable[int], main: Element, below: str, first: int, end: int
) -> list[Line]:
    """The lines among some blocks that are not the headline, until the article's prose has been read.

    The headline's are among the blocks from ``first`` to ``end``; ``below`` is what it says where a line stands above it
    in its block.
    """
    lines: list[Line] = []
    prose = 0
    for n in numbers:
        block = pieces.blocks[n]
        text = block.text
        if _is_told(text):
            for line in [] if prose else lines:
                line.under = True
            prose += weight(text)
        if prose > _PROSE or (prose > _STANDFIRST and opens_comments(text)):
            break
        if len(text) > _LONG:
            continue
        if first <= n < end and _stands_in(block, main):
            # Old templates part the headline and the line under it by a line break alone.
            _, broken, rest = text.partition("\n")
            if broken and isinstance(last := block.last.parent, Element):
                lines.extend(_broken(main, last, rest))
        elif block.inside >= 0 and _is_line_below(block, below):
            whole = pieces.containers[block.inside].element
            lines.extend([Line(whole, whole, said, bare=True) for said in text.split("\n") if said != below])
        elif isinstance(inner := block.first.parent, Element):
            lines.extend(_of_block(pieces, block, inner))
    return lines


def _of_block(pieces: Cut, block: TextBlock, inner: Element) -> list[Line]:
    """A block as a line, or as its lines where it shares the element around it, ``inner``, with other blocks; prose has none."""
    around = pieces.containers[block.inside] if block.inside >= 0 else None
    alone = around is not None and around.end - around.first == 1
    said = block.text.split("\n")
    parted = around is not None and not alone and (inner == around.element or len(said) > 1)
    if around is not None and parted and not any(map(_is_told, said)):
        whole = around.element
        return [Line(whole, whole if n else inner, line, bare=True) for n, line in enumerate(said)]
    return [Line(around.element if around and alone else inner, inner, block.text)]


def _is_told(text: str) -> bool:
    """Whether a line is prose: too long for anything else, or a sentence that is longer than a byline."""
    size = weight(text)
    return size > _LONG or (size > _SENTENCE and text[-1] in _STOPS)


_SENTENCE = 100
_STOPS = frozenset('.!?…。！？।؟”’"»')


def _broken(main: Element, last: Element, rest: str) -> list[Line]:
    """The lines behind a headline's in one block, each as its own element where it has one."""
    texts = rest.split("\n")
    if len(texts) == 1 and words(last) == rest:
        return [Line(last, last, rest)]
    pieces = (piece for piece in islice(main.following, _PIECES) if isinstance(piece, Element))
    told = {said: piece for piece in pieces if (said := words(piece)) in texts}
    return [
        Line(piece, piece, text)
        if (piece := told.get(text)) is not None
        else Line(last, last, text, bare=True)
        for text in texts
    ]


def telling(lines: Sequence[Line], setting: Setting, under: Setting) -> list[Told]:
    """Those of ``lines`` that say who or when, or may, and do not stand in what ``setting`` holds.

    ``under`` is asked of those between headline and prose. Of a line that is a byline's first words alone, the next is
    the rest, unless it is a link below a heading "Authors": there each of a list is one. Whoever a list of names and
    values links is what the name says, and no author.
    """
    told: list[Told] = []
    expecting = under_heading = False
    for line in lines:
        text = line.text
        around = under if line.under else setting
        # What names a value needs no colon, as on a line of its own it would.
        opens = opens_byline(f"{text}:" if line.element.tag in _NAMING else text)
        if _opens_credits(text) and not around.holds(line.element):
            told.append(Told(line, None, CREDITS, dated=False))
            if not signs_within(text):
                continue
        bare = opens is not None and opens.end() >= len(text) - 1
        dated = has_date(text)
        within = opens is None and ((dated and signs_within(text)) or signs_behind(text))
        listed = expecting and under_heading and _author_link(line.element) is not None
        signed = opens is not None or (expecting and not listed) or within
        expecting, under_heading = bare, line.element.tag in _HEADINGS
        byline = None
        if within:
            byline = _author_link(line.element) or _piece_signed(line.element)
        elif not bare:
            byline = line.element if signed or _is_byline(line) else _author_link(line.element)
        if (dated or byline is not None) and not around.holds(line.element):
            told.append(Told(line, byline, "head" if signed else "hint", dated))
    return told


_HEADINGS = frozenset(("h3", "h4", "h5", "h6"))
_NAMING = _HEADINGS | {"dt", "th"}

_SOURCES = merged(SOURCES)
_CREDITS = re.compile(rf"(?:{alternatives(_SOURCES)})\s*[:：]|©|\(c\)", re.IGNORECASE)
_CREDIT_OPENS = frozenset(word[0] for word in (*_SOURCES, "©", "("))


def _opens_credits(text: str) -> bool:
    """Whether a line opens with a word for whom it comes from. Few begin with any letter of those."""
    return text[:1].lower() in _CREDIT_OPENS and _CREDITS.match(text) is not None


def _is_byline(line: Line) -> bool:
    """Whether the names in the mark-up call a line, or the piece it begins with, a byline."""
    if said_of(line.element) & _BYLINE:
        return True
    return line.first != line.element and bool(said_of(line.first) & _BYLINE)


def _author_link(element: Element) -> Element | None:
    """The link to an author in a line: with what is named a byline around it, or all of the line where there are several."""
    if element.tag == "dd":
        return None
    if element.tag == "a":
        return element if leads_to_author(element) else None
    found: Element | None = None
    for link in element.select("a[href]"):  # in what is small, an iterator takes twice the time
        if leads_to_author(link) and collapse(link.text):
            if found is not None and link.attr("href") != found.attr("href"):
                return element
            found = link if found is None else found
    return found if found is None else _named_around(found, element)


def _named_around(link: Element, line: Element) -> Element:
    """The innermost element around ``link`` that is named a byline, inside of ``line``; the link where none is."""
    parent = link.parent
    for _ in range(_WRAPS):
        if not isinstance(parent, Element) or parent == line:
            break
        if said_of(parent) & _BYLINE:
            return parent if collapse(parent.text) != collapse(link.text) else link
        parent = parent.parent
    return link


def _piece_signed(element: Element) -> Element:
    """The piece of a line that opens as bylines do, and goes on; all of it where none does."""
    for piece in islice(element.iter_elements(), _PIECES):
        said = words(piece)
        opened = opens_byline(said)
        if opened is not None and opened.end() < len(said) - 1:
            return piece
    return element


_PIECES = 40


def leads_to_author(link: Element) -> bool:
    """Whether a part of the path of a link is called as that of authors is, and names one of them."""
    parts = (link.attr("href") or "").lower().split("/")
    for n in range(1, len(parts) - 1):  # noqa: SIM110  # a generator cannot be compiled here
        if parts[n] in _OF_AUTHORS and parts[n + 1]:
            return True
    return False


_AUTHORS = "author autor auteur people person profile team staff contributor journalist reporter redaktion writer by user"
_OF_AUTHORS = frozenset(
    f"{name}{plural}{ending}"
    for name in _AUTHORS.split()
    for plural in ("", "s")
    for ending in ("", "en", "es", "in")
)


def name_of(element: Element) -> str:
    """What an element is named, in one string: its class, its id and what tests call it."""
    if not element.attrs:
        return ""
    return f"{element.attr('class') or ''} {element.attr('id') or ''} {element.attr('data-testid') or ''}"[
        :_NAME
    ]


_NAME = 200


def said_of(element: Element) -> int:
    """The bits of `hints` of what an element is named. Each name is asked for by itself: most are known already."""
    left = len(element.attrs)  # the questions end with the last attribute there is
    if not left:
        return 0
    name = element.attr("class") or ""
    if name:
        left -= 1
        if not left:
            return hints.of_name(name[:_NAME])
    ident, test = element.attr("id") or "", element.attr("data-testid") or ""
    if len(name) + len(ident) + len(test) > _NAME - 2:
        return hints.of_name(name_of(element))
    return hints.of_name(name) | (hints.of_name(ident) if ident else 0) | (hints.of_name(test) if test else 0)
