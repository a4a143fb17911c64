"""Where on the page an element stands, by the tags and the names of what is around it."""

from typing import TypeAlias

import turbohtml
from turbohtml import Element

from onrecord.body import hints

__all__ = ["Around", "stands_in"]

Around: TypeAlias = frozenset[turbohtml.Node]
"""The elements around the main heading: what they are named says nothing against what stands in them."""

LEVELS = 12
"""Levels above an element that are asked where it stands; the names of sidebars and comments are nearer."""


def stands_in(
    element: Element,
    tags: frozenset[str],
    names: int,
    around: Around = frozenset(),
) -> bool:
    """Whether an element stands in one of ``tags``, or in something named so: ``names`` are bits of `hints`.

    Nothing from ``around`` or a ``main`` upwards is asked, and no name of an ``article``.
    """
    for depth, ancestor in enumerate(element.ancestors):
        if depth > LEVELS or ancestor in around or not isinstance(ancestor, Element):
            return False
        tag = ancestor.tag
        if tag in tags:
            return True
        if tag in {"main", "body", "html"}:
            return False
        if tag == "article":
            continue
        if (name := ancestor.attr("class")) and hints.of_name(name) & names:
            return True
        if (name := ancestor.attr("id")) and hints.of_name(name) & names:
            return True
    return False
