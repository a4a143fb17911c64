"""The article's text in the state that a page's scripts carry, for pages that are drawn by scripts alone.

Asked only where the page shows next to no text and no other data gives it. A state has no shape of its own: Next,
Apollo, Fusion and others keep the text as one string of mark-up, or as a list of elements. The longest prose is taken.
"""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord import limits
from onrecord.evidence import Evidence, Place, Source
from onrecord.page import Page

__all__ = ["read"]

_STATE = re.compile(
    r"(?:__NEXT_DATA__|__APOLLO_STATE__|__INITIAL_STATE__|__PRELOADED_STATE__|__NUXT__|__STATE__|__data|globalContent|initialState|preloadedState)"
    r"[\"']?\]?\s*=\s*(?=[{\[])"
)
"""What a state is called where a script assigns it; a script of type application/json is one whatever its name."""

_LEAST = 400
"""Characters of prose from which a string or a list may be an article."""
_SAID = ("content", "text", "html", "value", "body", "data")
"""The names under which an element of a list keeps its words."""
_SENTENCE = re.compile(r"[.!?。！？।]")


class _Found(NamedTuple):
    """A text in a state."""

    size: int
    """Characters of its words, mark-up left out."""
    text: str
    path: str


def read(page: Page) -> Iterator[Evidence]:
    """The longest prose in any state of the page; its place is that of the script, with the path in the JSON.

    Where the text is kept in pieces, that path leads to the list of them.
    """
    best: tuple[_Found, Evidence] | None = None
    for count, element in enumerate(page.elements("script")):
        if count > limits.SCRIPTS:
            break
        span = page.inside(element)
        if span is None or span[1] - span[0] < _LEAST:
            continue
        value = _value(page.text, *span, is_json=(element.attr("type") or "").lower() == "application/json")
        found = _longest(value)
        if found and (best is None or found.size > best[0].size):
            here = page.place_inside(element)
            place = Place(here.start, here.end, here.css, found.path)
            best = found, Evidence("article_body", found.text, Source.STATE, place)
    if best:
        yield best[1]


def _value(text: str, start: int, end: int, *, is_json: bool) -> object:
    """The JSON of a script; None where it holds none that can be read."""
    end = min(end, start + limits.JSON_CHARACTERS)
    if not is_json:
        assigned = _STATE.search(text, start, end)
        if not assigned:
            return None
        start = assigned.end()
    value: object
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(text[start:end].lstrip())
    except (ValueError, RecursionError):
        return None
    return value


def _longest(root: object) -> _Found | None:
    """The longest prose in a value of JSON, within the limits on depth and number."""
    best: _Found | None = None
    waiting: list[tuple[object, str, int]] = [(root, "$", 0)]
    seen = 0
    while waiting and seen < limits.JSON_NODES:
        value, path, depth = waiting.pop()
        seen += 1
        found: _Found | None = None
        if isinstance(value, str):
            found = _prose(value, path)
        elif depth < limits.JSON_DEPTH and isinstance(value, dict):
            waiting.extend((inner, path + _step(key), depth + 1) for key, inner in value.items())
        elif depth < limits.JSON_DEPTH and isinstance(value, list):
            found = _prose("\n\n".join(_said(item) for item in value if isinstance(item, (dict, str))), path)
            waiting.extend((inner, f"{path}[{n}]", depth + 1) for n, inner in enumerate(value))
        if found and (best is None or found.size > best.size):
            best = found
    return best


_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def _step(key: str) -> str:
    """A name as a step of a JSONPath (RFC 9535)."""
    if _NAME.fullmatch(key):
        return f".{key}"
    quoted = key.replace("\\", "\\\\").replace("'", "\\'")
    return f"['{quoted}']"


def _said(item: dict[str, object] | str) -> str:
    """The words of one element of a list."""
    if isinstance(item, str):
        return item
    return next((said for name in _SAID if isinstance(said := item.get(name), str)), "")


_TAG = re.compile(r"<[^<>]{0,500}>")


def _prose(text: str, path: str) -> _Found | None:
    if len(text) < _LEAST:
        return None
    words = _TAG.sub("", text)
    if len(words) < _LEAST or (" " not in words[:_LEAST] and words.isascii()):
        return None
    return _Found(len(words), text, path) if len(_SENTENCE.findall(words)) * 400 > len(words) else None
