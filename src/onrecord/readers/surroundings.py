"""Where on the page an element stands, by the tags and the names of what is around it."""

from collections.abc import Callable
from typing import TypeAlias

import turbohtml
from turbohtml import Element

from onrecord.body import hints
from onrecord.body.blocks import Container, Cut
from onrecord.needles import holds_any

Around: TypeAlias = frozenset[turbohtml.Node]
"""The elements around the main heading: what they are named says nothing against what stands in them."""

_LEVELS = 12
"""Levels above an element that are asked where it stands; the names of sidebars and comments are nearer."""
OUTSIDE = frozenset(("nav", "footer", "aside", "form"))
"""Elements that hold what is beside a page's article."""
WHOLE = frozenset(("html", "body", "main", "article"))
"""Elements that hold a whole page, or its article."""
_FRAMES = WHOLE - {"article"}
SAYS_ELSEWHERE = (
    hints.COMMENT | hints.RELATED | hints.FOOTER | hints.NAV | hints.NEWSLETTER | hints.SIDEBAR | hints.AD
)  # fmt: skip
"""What the names of elements say that hold what is beside a page's article."""


class Setting:
    """What is around the elements of one page. What was found around one of them is known of its neighbours, too."""

    def __init__(self, tags: frozenset[str], names: int, around: Around = frozenset()) -> None:
        """``tags`` and ``names`` are as for `stands_in`; ``around`` is where nothing is asked, nor above it."""
        self.tags, self.names, self.around = tags, names, around
        self.known: dict[Element, int] = {}
        """How many levels up from an element one stands that is so tagged or named; itself is 1. 0 where none does."""

    def holds(self, element: Element) -> bool:
        """As `stands_in`."""
        return is_said(element.parent, self.known, self.says, _LEVELS)

    def says(self, node: Element) -> int:
        """1 where it is tagged or named so; 0 where nothing above it is asked; else -1."""
        if node in self.around:
            return 0
        tag = node.tag
        if tag in self.tags:
            own = tag == "footer" and (
                _is_article_foot(node.attr("class") or "") or self._is_of_article(node)
            )
            return -1 if own else 1
        if tag in _FRAMES:
            return 0
        # The questions end with the last attribute there is.
        left = len(node.attrs) if tag != "article" else 0
        if left and (name := node.attr("class")):
            said = hints.of_name(name) & self.names
            if said and not (said == hints.FOOTER and _is_article_foot(name)):
                return 1
            left -= 1
        if left and (name := node.attr("id")) and hints.of_name(name) & self.names:
            return 1
        return -1

    def _is_of_article(self, foot: Element) -> bool:
        """Whether a footer is that of the article around the headline, however many plain frames are between them."""
        node = foot.parent
        while isinstance(node, Element) and node.tag == "div":
            node = node.parent
        return isinstance(node, Element) and node.tag == "article" and node in self.around


def is_said(
    node: turbohtml.Node | None, known: dict[Element, int], says: Callable[[Element], int], most: int
) -> bool:
    """Whether ``says`` is 1 of an element or of one around it, ``most`` levels up at the most; its 0 ends the question.

    ``known`` keeps how many levels up from an element the one stands of which it is, itself being 1; 0 where none does.
    """
    passed: list[Element] = []
    far = 0
    while len(passed) <= most:
        if not isinstance(node, Element):
            break
        told = known.get(node, _UNASKED)
        if told == _UNASKED:
            told = says(node)
        if told >= 0:
            known[node] = far = told
            break
        passed.append(node)
        node = node.parent
    else:
        return False  # it may be of one that is too far off: nothing is known of its neighbours
    for node in reversed(passed):
        far = far + 1 if far else 0
        known[node] = far
    return 0 < far <= most + 1


_UNASKED = -2


def _is_article_foot(name: str) -> bool:
    """Whether a class is that of an article's own footer, where blogs say who posted it."""
    return holds_any(name.lower(), _ARTICLE_FEET)


_ARTICLE_FEET = ("post-foot", "entry-foot", "article-foot")


def stands_in(element: Element, tags: frozenset[str], names: int) -> bool:
    """Whether an element stands in one of ``tags``, or in something named so: ``names`` are bits of `hints`.

    Nothing from a ``main`` upwards is asked, and no name of an ``article``.
    """
    return Setting(tags, names).holds(element)


def held(pieces: Cut, inside: int, says: Callable[[Container], bool], known: dict[int, bool]) -> bool:
    """Whether ``says`` holds of a container (an index) or of one around it; ``known`` keeps that of those asked before."""
    path: list[int] = []
    told = False
    while inside >= 0:
        if inside in known:
            told = known[inside]
            break
        path.append(inside)
        container = pieces.containers[inside]
        if says(container):
            told = True
            break
        inside = container.parent
    known.update(dict.fromkeys(path, told))
    return told


def article_around(element: Element) -> Element | None:
    """The innermost ``article`` that holds ``element``, or is it."""
    return element.closest("article")
