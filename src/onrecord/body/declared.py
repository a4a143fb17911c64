"""The article's text as the page's data gives it: evidence for the choice of blocks, never copied."""

import json
import re

from onrecord import limits
from onrecord.needles import find_by
from onrecord.page import Page

_NAME = '"articleBody"'
_BODY = re.compile(r'"articleBody"\s*:\s*"')
_TAG = re.compile(r"<[^<>]{1,500}>")
_MOST = 3
"""Bodies that are read on one page; a page of many is none of an article."""
_LEAST = 200
"""Characters from which a body tells where an article begins and ends."""


class Declared:
    """A text in which blocks are looked up, white space and case apart."""

    __slots__ = ("said",)

    def __init__(self, said: str) -> None:
        self.said = said

    def holds(self, text: str) -> float:
        """How far the text holds the beginning and the end of ``text``: 0, 0.5 or 1."""
        said = self.said
        flat = squeezed(text[:_HEAD])
        found = flat in said
        if len(text) <= _HEAD:
            return 1.0 if found else 0.0
        return 0.5 * (found + (squeezed(text[-_HEAD:]) in said))


_HEAD = 60
"""Characters that are looked up at either end of a block."""


def squeezed(text: str) -> str:
    """``text`` without white space and case, to compare."""
    return "".join(text.split()).casefold()


def declared(page: Page) -> Declared | None:
    """What JSON-LD or microdata on ``page`` give as the article's text; None where they give none of any length."""
    text = page.text
    found: list[str] = []
    at = find_by("B", text, _NAME)
    while at >= 0 and len(found) < _MOST:
        if opening := _BODY.match(text, at):
            found.append(_string(text, opening.end()))
        at = find_by("B", text, _NAME, at + 1)
    said = squeezed(" ".join(found))
    return Declared(said) if len(said) >= _LEAST else None


_ESCAPED = re.compile(r'(?:[^"\\]++|\\.)*+', re.DOTALL)


def _string(text: str, start: int) -> str:
    """The JSON string whose words begin at ``start``, tags left out; as it stands where its escapes are broken."""
    closed = _ESCAPED.match(text, start, start + limits.JSON_CHARACTERS)
    raw = closed[0] if closed else ""
    if "\\" in raw:
        try:
            said = json.loads(f'"{raw}"', strict=False)
        except ValueError:
            said = raw
        raw = said if isinstance(said, str) else raw
    return _TAG.sub(" ", raw) if "<" in raw else raw
