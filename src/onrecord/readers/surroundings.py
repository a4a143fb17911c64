"""Where on the page an element stands, by the tags and the names of what is around it."""

from typing import TypeAlias

import turbohtml
from turbohtml import Element

from onrecord.body import hints

__all__ = ["Around", "Setting", "stands_in"]

Around: TypeAlias = frozenset[turbohtml.Node]
"""The elements around the main heading: what they are named says nothing against what stands in them."""

LEVELS = 12
"""Levels above an element that are asked where it stands; the names of sidebars and comments are nearer."""
_WHOLE = frozenset(("main", "body", "html"))


class Setting:
    """What is around the elements of one page. Many of them are asked for, and each name around them is read once."""

    def __init__(self, around: Around = frozenset()) -> None:
        """``around`` is where nothing is asked any more, nor above it."""
        self.around = around
        self.known: dict[Element, int] = {}

    def holds(self, element: Element, tags: frozenset[str], names: int) -> bool:
        """As `stands_in`."""
        node = element.parent
        for _n in range(LEVELS + 1):
            if not isinstance(node, Element) or node in self.around:
                return False
            tag = node.tag
            if tag in tags:
                return True
            if tag in _WHOLE:
                return False
            if tag != "article" and self._said(node) & names:
                return True
            node = node.parent
        return False

    def _said(self, element: Element) -> int:
        """The bits of an element's class and id."""
        known = self.known.get(element)
        if known is None:
            known = 0
            if element.attrs:
                if name := element.attr("class"):
                    known = hints.of_name(name)
                if name := element.attr("id"):
                    known |= hints.of_name(name)
            self.known[element] = known
        return known


def stands_in(element: Element, tags: frozenset[str], names: int) -> bool:
    """Whether an element stands in one of ``tags``, or in something named so: ``names`` are bits of `hints`.

    Nothing from a ``main`` upwards is asked, and no name of an ``article``.
    """
    return Setting().holds(element, tags, names)
