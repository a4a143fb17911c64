"""Where something stands on a page, in a person's terms: line, column, and the words around it."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from onrecord.evidence import Place
from onrecord.page import Page, collapse


class Span(NamedTuple):
    """A stretch of the decoded page, in code points, end exclusive."""

    start: int
    end: int
    exact: bool = True
    """Whether it is the words themselves, not the script that holds them somewhere."""


def find_span(page: Page, place: Place, raw: str) -> Span | None:
    """Where ``raw`` stands. The place of what a JSON path names is its script: the words are looked for in it.

    They are found where the script has them once, or once under the name that the path ends in: a wrong place
    would be worse than a wide one.
    """
    start, end = place.start, place.end
    if start is None or end is None:
        return None
    if not place.json:
        return Span(start, end)
    at = _only(page.text[start:end], raw, place.json) if raw else None
    if at is None:
        return Span(start, end, exact=False)
    return Span(start + at, start + at + len(raw))


def _only(script: str, raw: str, path: str) -> int | None:
    """Where ``script`` has ``raw`` once, or once under the name that ``path`` ends in; None: nowhere, or in several places.

    In time that the length of neither multiplies: both are the page's own.
    """
    first = script.find(raw)
    if first < 0:
        return None
    if script.find(raw, first + 1) < 0:
        return first
    name = _LAST_NAME.search(path)
    if name is None:
        return None
    named = [at.end() for at in islice(re.finditer(f'"{name[1]}"{_THEN.pattern}', script), _NAMED + 1)]
    # What opens a value belongs to the words themselves where they begin with it.
    opened = _OPENING.match(raw)
    before = opened.end() if opened else 0
    found = [at - before for at in named if script.startswith(raw, at - before)]
    return found[0] if len(found) == 1 and len(named) <= _NAMED else None


_LAST_NAME = re.compile(r"(?<!\w)(\w++)\W*+$")
_OPENING = re.compile(r'\s*+\[?+\s*+"?+')
_THEN = re.compile(r"\s*+:" + _OPENING.pattern)
_NAMED = 1_000
"""Values under one name that are compared; of a script with more none is sure. Real ones have some ten."""


def position(page: Page, offset: int) -> str:
    """Line and column in the decoded page, both from 1."""
    line = page.text.count("\n", 0, offset) + 1
    column = offset - page.text.rfind("\n", 0, offset)
    return f"{line}:{column}"


def positions(text: str, offsets: Iterable[int]) -> dict[int, str]:
    """`position` of each of ``offsets`` in ``text``, in one pass over it however many they are."""
    found: dict[int, str] = {}
    line, start, at = 1, 0, 0
    for offset in sorted(set(offsets)):
        breaks = text.count("\n", at, offset)
        if breaks:
            line += breaks
            start = text.rfind("\n", at, offset) + 1
        at = offset
        found[offset] = f"{line}:{offset - start + 1}"
    return found


def excerpt(page: Page, span: Span, most: int) -> str:
    """What stands there, with the mark-up just before it, which tells what it is."""
    before = max(0, span.start - most // 3)
    around = page.text[before : min(span.end, before + 4 * most)]
    return ("…" if before else "") + cut(around, most)


def cut(text: str, most: int) -> str:
    """Put ``text`` on one line of at most ``most`` characters."""
    line = collapse(text)
    return line if len(line) <= most else line[: most - 1] + "…"
