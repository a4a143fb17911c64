"""The containers around each block as numbers: what their names say, how they nest, what is written alike."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from turbohtml import Element

from onrecord.body import hints
from onrecord.body.blocks import Cut

__all__ = ["TAGS", "Surroundings", "survey"]

Ints = npt.NDArray[np.int64]

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

    first: Ints
    end: Ints
    """Its blocks, as in `Container`."""
    up: Ints
    """The next container around it that holds more blocks."""
    depth: Ints
    own: Ints
    """Bits of what its own tag, class and id say."""
    near: Ints
    """Its own and those of the two containers around it."""
    around: Ints
    """Its own and those of all around it, but for containers that hold the headline or most of the page."""
    dress: Ints
    """Which ones have the same tag and class."""
    pair: Ints
    """Which ones have the same tag and class, and so have the containers around them."""
    article: Ints
    """The innermost ``article`` element it stands in or is; -1 where there is none."""


def survey(cut: Cut, weights: npt.NDArray[np.float64], headline: int) -> Surroundings:
    """Look at all containers of ``cut``; ``weights`` tells how much of the page stands before each block."""
    containers = cut.containers
    count, total = len(containers), len(cut.blocks)
    weight: list[float] = weights.tolist()
    half = 0.5 * weight[-1]
    first, end, up, depth = [0] * count, [0] * count, [0] * count, [0] * count
    own, near, around = [0] * count, [0] * count, [0] * count
    dress, pair, article = [0] * count, [0] * count, [-1] * count
    dresses: dict[tuple[str, str | None], int] = {}
    pairs: dict[tuple[int, int], int] = {}
    for n, container in enumerate(containers):
        parent, begin, stop = container.parent, container.first, container.end
        first[n], end[n] = begin, stop
        name, bits = _read(container.element, container.tag)
        worn = dresses.setdefault((container.tag, name), len(dresses))
        dress[n] = worn
        own[n] = bits
        if container.tag == "article":
            article[n] = n
        elif parent >= 0:
            article[n] = article[parent]
        if parent < 0:
            up[n] = count
            near[n] = around[n] = bits
            pair[n] = pairs.setdefault((worn, -1), len(pairs))
            continue
        pair[n] = pairs.setdefault((worn, dress[parent]), len(pairs))
        depth[n] = depth[parent] + 1
        up[n] = parent if end[parent] - first[parent] > stop - begin else up[parent]
        grand = containers[parent].parent
        near[n] = bits | own[parent] | (own[grand] if grand >= 0 else 0)
        whole = container.tag in _WHOLE or begin <= headline < stop or weight[stop] - weight[begin] > half
        around[n] = around[parent] | (bits & ~_NAMES_BITS if whole else bits)
    page = (0, total, count, 0, 0, 0, 0, len(dresses), len(pairs), -1)
    rows = (first, end, up, depth, own, near, around, dress, pair, article)
    return Surroundings(*(np.array([*row, last], np.int64) for row, last in zip(rows, page, strict=True)))


def _read(element: Element, tag: str) -> tuple[str | None, int]:
    """The class of an element, and the bits of its tag and names."""
    bits = _TAG_BITS.get(tag, 0)
    if not (attributes := element.attrs):
        return None, bits
    name = element.attr("class")
    if name is not None and len(attributes) == 1:
        return name, bits | hints.of_name(name)
    return name, bits | hints.of_element(element, tag)
