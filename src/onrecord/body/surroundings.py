"""The containers around each block as numbers: what their names say, how they nest, what is written alike."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import astuple

from onrecord.body import hints
from onrecord.body.blocks import Container, Cut
from onrecord.body.numbers import Numbers, Wholes, wholes

if TYPE_CHECKING:
    from turbohtml import Element

_TAG_GROUPS = (
    "p", "div", "li ul ol dl dd dt menu dir", "h1 h2 h3 h4 h5 h6", "section", "article", "main", "aside nav",
    "header hgroup", "footer", "figure figcaption caption", "blockquote", "table tbody thead tfoot tr td th", "form fieldset",
    "details summary dialog",
)  # fmt: skip
_FIRST_TAG = 22
_TAG_BITS = {
    tag: 1 << (_FIRST_TAG + n) | hints.of_tag(tag)
    for n, tags in enumerate(_TAG_GROUPS)
    for tag in tags.split()
} | {"address": hints.of_tag("address")}
TAGS = tuple(tags.split()[0] for tags in _TAG_GROUPS)
"""Groups of tags, in the order of their bits: above those of the hints."""
_NAMES_BITS = (1 << _FIRST_TAG) - 1
_IS_ARTICLE, _IS_WHOLE = 1, 2
"""What the row of kinds says."""
_KINDS = {"article": _IS_ARTICLE, "html": _IS_WHOLE, "body": _IS_WHOLE, "main": _IS_WHOLE}


FIRST, END, UP, DEPTH, OWN, NEAR, AROUND, DRESS, PAIR, ARTICLE = range(10)
"""What is told of each container, a row each; its last cell is of the page itself, which is around them all.

FIRST, END: its blocks, as in `Container`. UP: the next container around it that holds more blocks. DEPTH: how many are
around it. OWN: bits of what its own tag, class and id say; NEAR: its own and those of the two containers around it;
AROUND: its own and those of all around it, but for containers that hold the headline or most of the page. DRESS: which
ones have the same tag and class; PAIR: and so have the containers around them. ARTICLE: the innermost ``article`` element
it stands in or is; -1 where there is none.
"""
_END, _UP, _DEPTH, _OWN, _NEAR = END, UP, DEPTH, OWN, NEAR
_AROUND, _DRESS, _PAIR, _ARTICLE = AROUND, DRESS, PAIR, ARTICLE
_PARENT, _KIND, _SAID, _ATTRIBUTES = range(10, 14)
_ROWS = 14
"""Rows of the table: the last four are for its making."""


def survey(cut: Cut, weights: Numbers, headline: int) -> Wholes:
    """Look at all containers of ``cut``; ``weights`` tells how much of the page stands before each block.

    One row of the table after another: so its cells are reached at no cost where this is compiled.
    """
    containers = cut.containers
    width = len(containers) + 1
    cells = wholes(_ROWS * width)
    dresses = _read(cells, containers)
    pairs = _nest(cells, weights, headline)
    page = (0, len(weights) - 1, width - 1, 0, 0, 0, 0, dresses, pairs, -1)
    for row, last in enumerate(page):
        cells[row * width + width - 1] = last
    return cells


def _read(cells: Wholes, containers: Sequence[Container]) -> int:
    """Fill the rows that containers tell by themselves; how many dresses there are.

    One small thing is asked of all, then the next: to ask all of each takes more code than the processor keeps at hand.
    """
    width = len(containers) + 1
    end, own, dress = _END * width, _OWN * width, _DRESS * width
    parents, kinds, said, lefts = _PARENT * width, _KIND * width, _SAID * width, _ATTRIBUTES * width
    elements: list[Element] = []
    tags: list[str] = []
    for n, container in enumerate(containers):
        element, tag, cells[parents + n], cells[n], cells[end + n] = astuple(container)
        elements.append(element)
        tags.append(tag)
        cells[kinds + n] = _KINDS.get(tag, 0)
    for n in range(width - 1):
        cells[lefts + n] = len(elements[n].attrs)
    names = [elements[n].attr("class") if cells[lefts + n] else None for n in range(width - 1)]
    dresses: dict[tuple[str, str | None], int] = {}
    for n in range(width - 1):
        tag, name = tags[n], names[n]
        known = dresses.get((tag, name))
        worn = len(dresses) if known is None else known
        if known is None:
            dresses[tag, name] = worn
            cells[said + worn] = _TAG_BITS.get(tag, 0) | (hints.of_name(name) if name else 0)
        cells[dress + n] = worn
        cells[own + n] = cells[said + worn]
    for n in range(width - 1):
        if cells[lefts + n] > (names[n] is not None):
            cells[own + n] |= hints.beside_class(elements[n], tags[n])
    return len(dresses)


def _nest(cells: Wholes, weights: Numbers, headline: int) -> int:
    """Fill the rows that tell how containers stand in each other; how many pairs of dresses there are."""
    width = len(cells) // _ROWS
    end, up, depth, own = _END * width, _UP * width, _DEPTH * width, _OWN * width
    near, around, dress, pair = _NEAR * width, _AROUND * width, _DRESS * width, _PAIR * width
    article, parents, kinds = _ARTICLE * width, _PARENT * width, _KIND * width
    half = 0.5 * weights[-1]
    pairs: dict[int, int] = {}
    for n in range(width - 1):
        parent, bits, worn = cells[parents + n], cells[own + n], cells[dress + n]
        told = cells[kinds + n]
        if parent < 0:
            cells[article + n] = n if told == _IS_ARTICLE else -1
            cells[up + n] = width - 1
            cells[near + n] = cells[around + n] = bits
            cells[pair + n] = pairs.setdefault(worn * width + width - 1, len(pairs))
            continue
        begin, stop = cells[n], cells[end + n]
        cells[article + n] = n if told == _IS_ARTICLE else cells[article + parent]
        if n and cells[parents + n - 1] == parent and cells[dress + n - 1] == worn:
            cells[pair + n] = cells[pair + n - 1]  # so it is in lists and in prose
        else:
            cells[pair + n] = pairs.setdefault(worn * width + cells[dress + parent], len(pairs))
        cells[depth + n] = cells[depth + parent] + 1
        larger = cells[end + parent] - cells[parent] > stop - begin
        cells[up + n] = parent if larger else cells[up + parent]
        grand = cells[parents + parent]
        cells[near + n] = bits | cells[own + parent] | (cells[own + grand] if grand >= 0 else 0)
        whole = told == _IS_WHOLE or begin <= headline < stop or weights[stop] - weights[begin] > half
        cells[around + n] = cells[around + parent] | (bits & ~_NAMES_BITS if whole else bits)
    return len(pairs)
