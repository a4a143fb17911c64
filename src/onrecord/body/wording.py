# cython: boundscheck=False, wraparound=False
"""What each block says: its letters, its links, and where else on the page its words stand."""

import math
from collections import Counter

from onrecord.body.columns import TEXT
from onrecord.body.numbers import Numbers
from onrecord.body.tally import Tally
from onrecord.body.words import ALSO, OPENINGS
from onrecord.page import Page

__all__ = ["fill_wording"]


def fill_wording(tally: Tally, out: Numbers, at: int) -> int:
    """Fill the columns named in `columns.TEXT` from the cell ``at`` on; where the next column begins."""
    _fill_counts(tally, out, at)
    total, texts, blocks, data = tally.total, tally.texts, tally.blocks, tally.data
    times = Counter(texts)
    title = (tally.page.title or "").casefold()
    description = _description(tally.page)
    told = len(description) > _TELLING
    for n in range(total):
        text = texts[n]
        out[at + 13 * total + n] = times[text]
        if title and len(text) < _LINE:
            out[at + 14 * total + n] = _in_title(text, title)
        if told and len(text) > _TELLING:
            out[at + 15 * total + n] = _opens(text, description)
        if data is not None:
            out[at + 16 * total + n] = data[n]
        if blocks[n].linked:
            out[at + 17 * total + n] = _points(text)
    return at + _TEXT * total


def _fill_counts(tally: Tally, out: Numbers, at: int) -> None:
    """The columns that count letters."""
    total, logs, linked, good, letters = tally.total, tally.logs, tally.linked, tally.good, tally.letters
    texts, blocks = tally.texts, tally.blocks
    seen, spaces, capitals, digits = letters.seen, letters.spaces, letters.capitals, letters.digits
    stops, dense, signs = letters.stops, letters.dense, letters.signs
    ended, small, odd = letters.ended, letters.small, letters.odd
    for n in range(total):
        of = float(seen[n])
        out[at + n] = logs[n]
        out[at + total + n] = math.log1p(spaces[n])
        out[at + 2 * total + n] = linked[n]
        bold = blocks[n].bold
        out[at + 3 * total + n] = min(bold / len(texts[n]), 1.0)
        out[at + 4 * total + n] = stops[n] / of
        out[at + 5 * total + n] = capitals[n] / of
        out[at + 6 * total + n] = digits[n] / of
        out[at + 7 * total + n] = signs[n] / of
        out[at + 8 * total + n] = dense[n] / of
        out[at + 9 * total + n] = ended[n]
        out[at + 10 * total + n] = small[n]
        out[at + 11 * total + n] = odd[n]
        out[at + 12 * total + n] = good[n] > 0
        out[at + 18 * total + n] = seen[n] / (spaces[n] + 1.0)


def _description(page: Page) -> str:
    """What the page says it is about, without white space."""
    for meta in page.metas:
        if meta.name in _DESCRIPTIONS:
            return "".join(meta.content.split())
    return ""


_TEXT = len(TEXT)
_DESCRIPTIONS = frozenset(("description", "og:description"))
_LINE = 250
"""Characters of the longest block that may be a part of the title, or hold it."""
_TELLING = 20
"""Characters from which being in the description is no chance."""
_POINTER = 300
"""Characters of the longest block that points to other articles."""


def _in_title(text: str, title: str) -> float:
    folded = text.casefold()
    if len(folded) > len(title):
        return 0.5 if title in folded else 0.0
    return 1.0 if folded in title else 0.0


def _opens(text: str, description: str) -> bool:
    """Whether the first letters of ``text`` are in the description."""
    end, most = 0, min(len(text), _OPENING)
    while end < most and not text[end].isspace():
        end += 1
    if text[:end] not in description:  # so it is with most texts: the first word is enough
        return False
    return end == most or "".join(text[:60].split())[:_OPENING] in description


_OPENING = 40


def _points(text: str) -> bool:
    if len(text) >= _POINTER:
        return False
    start = text[:3] if text[0].isalnum() else text[:9].lstrip(" *([–—▶►»>•|-")
    return start.casefold()[:3] in OPENINGS and ALSO.match(text) is not None
