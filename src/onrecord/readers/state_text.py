"""The article's text in the state that a page's scripts carry, for pages that are drawn by scripts alone.

Asked only where the page shows next to no text and no other data gives it. A state has no shape of its own: Next,
Apollo, Fusion and others keep the text as one string of mark-up, or as a list of elements, each of which may be a list
again, or point to one that stands elsewhere. Where the script is no JSON its strings are read, which may hold some. The
longest prose is taken.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from onrecord import limits
from onrecord.evidence import Evidence, Place, Source
from onrecord.page import Page
from onrecord.readers.jsonld import step
from onrecord.scripts import ENDS

_STATE = re.compile(
    r"(?:__NEXT_DATA__|__APOLLO_STATE__|__INITIAL_STATE__|__PRELOADED_STATE__|__NUXT__|__STATE__|__remixContext|__sveltekit\w*|__data|globalContent|initialState|preloadedState)"
    r"[\"']?\]?\s*=\s*(?P<json>[{\[])?"
)
"""What a state is called where a script assigns it; a script of type application/json is one whatever its name."""
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*+"?')
"""A string, which may hold an article, or all of a state; one that is not closed goes on to the end of its line."""

_LEAST = 400
"""Bytes of prose in UTF-8 from which a string or a list may be an article: a character of Chinese says as much as three letters."""
_FEWEST = _LEAST // 3
"""Characters that so many bytes have at least: hardly a text has more bytes to each."""
_SAID = ("content", "text", "html", "value", "body", "data", "children", "attributes")
"""The names under which an element of a list keeps its words."""
_OF_ARTICLES = frozenset(("title", "headline", "slug", "url"))
"""What an element of a text has not, and each of a list of articles has."""
_REFERENCE = "__ref"
"""The name under which Apollo says which other thing in its state is meant."""
_SENTENCE = re.compile(rf"[{ENDS}]|(?<=[\u0e00-\u0e7f]) ")
"""What ends a sentence; in Thai a blank does."""


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
        if span is None or span[1] - span[0] < _FEWEST:
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
        if assigned["json"] and (value := _parsed(text[assigned.start("json") : end])) is not None:
            return value
        strings = (string[0] for string in _STRING.finditer(text, assigned.end(), end))
        return _Strings(_parsed(string) for string in strings if len(string) > _FEWEST)
    return _parsed(text[start:end].lstrip())


class _Strings(tuple[object, ...]):
    """What the strings of a program are; paths begin in each."""

    __slots__ = ()


def _parsed(text: str) -> object:
    """The JSON that ``text`` begins with, or that the string holds which it is; None where it is none."""
    value: object
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(text)
        if isinstance(value, str) and value[:1] in ("{", "["):
            value, _ = json.JSONDecoder(strict=False).raw_decode(value)
    except (ValueError, RecursionError):
        return None
    return value


def _longest(root: object) -> _Found | None:
    """The longest prose in a value of JSON, within the limits on depth and number."""
    best: _Found | None = None
    said = _Words(root)
    waiting: list[tuple[object, str, int]] = [(root, "$", 0)]
    if isinstance(root, _Strings):
        waiting = [(value, "$", 0) for value in root]
    seen = 0
    while waiting and seen < limits.JSON_NODES:
        value, path, depth = waiting.pop()
        seen += 1
        found: _Found | None = None
        if isinstance(value, str):
            found = _prose(value, path)
        elif depth < limits.JSON_DEPTH and isinstance(value, dict):
            waiting.extend((inner, step(path, key), depth + 1) for key, inner in value.items())
        elif depth < limits.JSON_DEPTH and isinstance(value, list):
            found = _prose("\n\n".join(filter(None, map(said.of, value))), path)
            waiting.extend((inner, f"{path}[{n}]", depth + 1) for n, inner in enumerate(value))
        if found and (best is None or found.size > best.size):
            best = found
    return best


class _Words:
    """The words of the elements of lists in one state. It looks at so many values, wherever they point, and no more."""

    def __init__(self, root: object) -> None:
        self.root = root if isinstance(root, dict) else {}
        self.left = _PIECES * limits.JSON_NODES
        self.followed: Counter[str] = Counter()
        """How often what stands elsewhere was read: pointed to by thousands, it would be written out as often."""

    def of(self, item: object, depth: int = 0) -> str:
        """The words of one element of a list, put together where it has pieces of its own."""
        self.left -= 1
        if isinstance(item, str):
            return item
        if depth > _PIECES or self.left < 0:
            return ""
        if isinstance(item, list) and depth:
            return "".join(self.of(piece, depth + 1) for piece in item)
        return self._of_thing(item, depth + 1) if isinstance(item, dict) else ""

    def _of_thing(self, item: dict[str, object], depth: int) -> str:
        if isinstance(key := item.get(_REFERENCE), str):
            self.followed[key] += 1
            return self.of(self.root.get(key), depth) if self.followed[key] <= _PIECES else ""
        said = next((said for name in _SAID if isinstance(said := item.get(name), str)), "")
        if said or not _OF_ARTICLES.isdisjoint(item):
            return said
        return next((said for name in _SAID if (said := self.of(item.get(name), depth))), "")


_PIECES = 4
"""Levels in which a paragraph may be cut: its data, their list, the pieces in it, what each points to."""


_TAG = re.compile(r"<[^<>]{0,500}>")


def _prose(text: str, path: str) -> _Found | None:
    if len(text) < _FEWEST:
        return None
    words = _TAG.sub("", text)
    if len(words.encode(errors="replace")) < _LEAST or (" " not in words[:_LEAST] and words.isascii()):
        return None
    return _Found(len(words), text, path) if len(_SENTENCE.findall(words)) * 400 > len(words) else None
