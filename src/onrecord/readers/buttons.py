"""What can be pressed on a page, and which blocks and buttons no one sees."""

from collections.abc import Iterator
from itertools import islice

from turbohtml import Element

from onrecord.body.hints import UNSHOWN
from onrecord.page import Page
from onrecord.readers.surroundings import is_said
from onrecord.spacing import collapse

_MOST = 40
_LOOKED_AT = 3_000
_DEEPEST = 60


def buttons(page: Page) -> tuple[tuple[Element, str], ...]:
    """Buttons that are seen, with what they say: links and inputs that are made to look like such are some, too.

    Found once and kept with the page.
    """
    known = page.kept.get(_KEPT)
    if not isinstance(known, tuple):
        known = page.kept[_KEPT] = tuple(islice(_found(page), _MOST))
    return known


_KEPT = "buttons"


def _found(page: Page) -> Iterator[tuple[Element, str]]:
    known: dict[Element, int] = {}
    for element in islice(page.tree.iter_elements(("button", "a", "input")), _LOOKED_AT):
        text = _said(element)
        if text and not is_hidden(element, known):
            yield element, text


def _said(element: Element) -> str:
    tag = element.tag
    if tag == "input":
        return (element.attr("value") or "") if element.attr("type") in {"submit", "button"} else ""
    if tag == "a" and element.attr("role") != "button" and not _is_named(element):
        return ""
    return collapse(element.text[:_LONG])


_LONG = 400


def _is_named(element: Element) -> bool:
    name = f"{element.attr('class') or ''} {element.attr('id') or ''}".lower()
    return "btn" in name or "button" in name or "accept" in name


def is_hidden(element: Element, known: dict[Element, int]) -> bool:
    """Whether an element or one around it says that it is not shown; what the whole page says does not count.

    ``known`` is as for `is_said`.
    """
    return is_said(element, known, _says_hidden, _DEEPEST)


def _says_hidden(element: Element) -> int:
    if element.tag in _PAGE:
        return 0
    if not element.attrs:
        return -1
    if element.attr("hidden") is not None or element.attr("aria-hidden") == "true":
        return 1
    style = element.attr("style")
    return 1 if style is not None and UNSHOWN.search(style) else -1


_PAGE = ("body", "html")
