"""The containers around each block as numbers: what their names say, how they nest, what is written alike."""

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.body import hints
from onrecord.body.blocks import Container, Cut
from onrecord.body.numbers import Numbers, Wholes, wholes

__all__ = ["TAGS", "Surroundings", "survey"]

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
_WHOLE = frozenset(("html", "body", "main"))


class Surroundings(NamedTuple):
    """One number for each container, and a last one for the page itself, which is around them all."""

    first: Wholes
    end: Wholes
    """Its blocks, as in `Container`."""
    up: Wholes
    """The next container around it that holds more blocks."""
    depth: Wholes
    own: Wholes
    """Bits of what its own tag, class and id say."""
    near: Wholes
    """Its own and those of the two containers around it."""
    around: Wholes
    """Its own and those of all around it, but for containers that hold the headline or most of the page."""
    dress: Wholes
    """Which ones have the same tag and class."""
    pair: Wholes
    """Which ones have the same tag and class, and so have the containers around them."""
    article: Wholes
    """The innermost ``article`` element it stands in or is; -1 where there is none."""


def survey(cut: Cut, weights: Numbers, headline: int) -> Surroundings:
    """Look at all containers of ``cut``; ``weights`` tells how much of the page stands before each block."""
    containers = cut.containers
    width = len(containers) + 1
    cells = wholes(_ROWS * width)
    _fill(cells, containers, weights, headline)
    return Surroundings(*(cells[row * width : (row + 1) * width] for row in range(_ROWS)))


_ROWS = 10
_FIRST, _END, _UP, _DEPTH, _OWN, _NEAR, _AROUND, _DRESS, _PAIR, _ARTICLE = range(_ROWS)
"""The rows of the table, in the order of `Surroundings`."""


def _fill(cells: Wholes, containers: Sequence[Container], weights: Numbers, headline: int) -> None:
    """Fill the table's ``cells``, one row after another: so they are reached at no cost where this is compiled."""
    width = len(containers) + 1
    end, up, depth, own = _END * width, _UP * width, _DEPTH * width, _OWN * width
    near, around, dress = _NEAR * width, _AROUND * width, _DRESS * width
    pair, article = _PAIR * width, _ARTICLE * width
    half = 0.5 * weights[-1]
    dresses: dict[str | tuple[str, str], int] = {}
    pairs: dict[int, int] = {}
    for n, container in enumerate(containers):
        parent, begin, stop, tag = container.parent, container.first, container.end, container.tag
        cells[n], cells[end + n] = begin, stop
        name, bits = hints.of_attributes(container.element, tag)
        bits |= _TAG_BITS.get(tag, 0)
        worn = dresses.setdefault(tag if name is None else (tag, name), len(dresses))
        cells[dress + n] = worn
        cells[own + n] = bits
        if parent < 0:
            cells[article + n] = n if tag == "article" else -1
            cells[up + n] = width - 1
            cells[depth + n] = 0
            cells[near + n] = cells[around + n] = bits
            cells[pair + n] = pairs.setdefault(worn * width + width - 1, len(pairs))
            continue
        cells[article + n] = n if tag == "article" else cells[article + parent]
        cells[pair + n] = pairs.setdefault(worn * width + cells[dress + parent], len(pairs))
        cells[depth + n] = cells[depth + parent] + 1
        larger = cells[end + parent] - cells[parent] > stop - begin
        cells[up + n] = parent if larger else cells[up + parent]
        grand = containers[parent].parent
        cells[near + n] = bits | cells[own + parent] | (cells[own + grand] if grand >= 0 else 0)
        whole = tag in _WHOLE or begin <= headline < stop or weights[stop] - weights[begin] > half
        cells[around + n] = cells[around + parent] | (bits & ~_NAMES_BITS if whole else bits)
    page = (0, len(weights) - 1, width - 1, 0, 0, 0, 0, len(dresses), len(pairs), -1)
    for row, last in enumerate(page):
        cells[row * width + width - 1] = last
