"""Trails of links that end in the page's own name, and the headline that stands below them.

Many templates give the heading of the first level to the trail, with a title made for search engines, and set the
article's headline in one of the second. What is around that one is the article's head.
"""

import itertools
import re

from turbohtml import Element

from onrecord.page import Page, collapse
from onrecord.phrases import Phrases
from onrecord.readers.surroundings import OUTSIDE, stands_in
from onrecord.scripts import DENSE

_NAMED = Phrases(r"bread-?crumb|brotkrume|(?:^|[\s_-])crumbs?\b")
_LEVELS = 5
_WORD = re.compile(rf"[^\W\d_]{{4,}}|[{DENSE}]{{2}}")
_FEW = 4
"""Headings of the second level that are looked at: the headline is among the first."""
_SHARED = 2
"""Words of four letters or more that it shares with the trail's end or the page's title."""


def is_in_trail(heading: Element) -> bool:
    """Whether a heading is the end of a trail of links."""
    for ancestor in itertools.islice(heading.ancestors, _LEVELS):
        if not isinstance(ancestor, Element) or ancestor.tag in {"body", "main", "article"}:
            return False
        named = f"{ancestor.attr('class') or ''} {ancestor.attr('id') or ''}"
        if ancestor.tag == "nav" or _NAMED.search(named.lower()):
            return True
    return False


def headline_below(page: Page, heading: Element) -> Element | None:
    """The heading of the second level that tells of the same as the trail's end; None where none does."""
    known = _words(f"{heading.text} {page.title or ''}")
    for element in page.tree.select("h2")[:_FEW]:
        shared = len(known & _words(element.text))
        if shared >= _SHARED and not stands_in(element, OUTSIDE, 0):
            return element
    return None


def _words(text: str) -> set[str]:
    return set(_WORD.findall(collapse(text).casefold()))
