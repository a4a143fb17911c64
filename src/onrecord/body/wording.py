# cython: boundscheck=False, wraparound=False
"""What each block says: its letters, its links, and where else on the page its words stand."""

import math
from array import array

from onrecord.body.columns import TEXT
from onrecord.body.numbers import Numbers, wholes
from onrecord.body.openings import Pairs, points
from onrecord.body.tally import Tally
from onrecord.page import Page

__all__ = ["fill_wording"]


def fill_wording(tally: Tally, out: Numbers, at: int) -> int:
    """Fill the columns named in `columns.TEXT` from the cell ``at`` on; where the next column begins."""
    total, texts, data = tally.total, tally.texts, tally.data
    _fill_counts(tally, out, at)
    _fill_times(texts, out, at + 13 * total)
    if tally.page.title:
        _fill_titled(texts, tally.page.title.casefold(), out, at + 14 * total)
    description = _description(tally.page)
    if len(description) > _TELLING:
        _fill_told(texts, description, out, at + 15 * total)
    if data is not None:
        out[at + 16 * total : at + 17 * total] = array("f", data)
    _fill_points(texts, tally.linked, out, at + 17 * total)
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


def _fill_times(texts: list[str], out: Numbers, at: int) -> None:
    """How often each text stands on the page."""
    alike = wholes(_ALIKE)
    for text in texts:
        alike[_looks(text)] += 1
    times: dict[str, int] = {}
    for text in texts:
        if alike[_looks(text)] > 1:  # few are: the others need not be compared
            times[text] = times.get(text, 0) + 1
    for n in range(len(texts)):
        text = texts[n]
        out[at + n] = times[text] if alike[_looks(text)] > 1 else 1


def _looks(text: str) -> int:
    """A number that is the same for texts that are."""
    length = len(text)
    return (length * 31 + ord(text[0]) * 7 + ord(text[length - 1])) % _ALIKE


_ALIKE = 1024


def _fill_titled(texts: list[str], title: str, out: Numbers, at: int) -> None:
    """Whether each line is a part of the title, or holds it."""
    pairs, length = Pairs((title,)), len(title)
    marks = [c for c in _MARKS if c in title]
    for n in range(len(texts)):
        text = texts[n]
        if len(text) > length:
            if len(text) < _LINE and _holds_all(text, marks) and title in text.casefold():
                out[at + n] = 0.5
        elif len(text) < _LINE and (pairs.opens(text, _LOOKED) or not text.isascii()):
            out[at + n] = _in_title(text.casefold(), title)


def _holds_all(text: str, marks: list[str]) -> bool:
    for mark in marks:  # noqa: SIM110  # a generator takes twice the time
        if mark not in text:
            return False
    return True


_MARKS = "|»–—:•·?!…;,’'\"-0123456789"
"""Signs that are the same in any case, the rarest first: few texts hold those that a title holds."""
_LOOKED = 10
"""Characters of a text by which most are told to stand nowhere else."""


def _fill_told(texts: list[str], description: str, out: Numbers, at: int) -> None:
    """Whether the description holds the beginning of each text."""
    pairs = Pairs((description,))
    for n in range(len(texts)):
        text = texts[n]
        if len(text) > _TELLING and pairs.opens(text, _LOOKED):
            out[at + n] = _opens(text, description)


def _fill_points(texts: list[str], linked: Numbers, out: Numbers, at: int) -> None:
    """Whether each text that holds a link points to other articles."""
    for n in range(len(texts)):
        if linked[n] > 0 and points(texts[n]):
            out[at + n] = 1


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


def _in_title(folded: str, title: str) -> float:
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
