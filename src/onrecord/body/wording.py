# cython: boundscheck=False, wraparound=False
"""What each block says: its letters, its links, and where else on the page its words stand."""

import math
from array import array

from onrecord.body.columns import TEXT
from onrecord.body.letters import (
    CAPITALS,
    DENSE,
    DIGITS,
    ENDED,
    ODD,
    SEEN,
    SIGNS,
    SMALL,
    SPACES,
    STOPS,
)  # fmt: skip
from onrecord.body.numbers import Numbers, wholes
from onrecord.body.openings import Pairs, points
from onrecord.body.tally import BOLD, GOOD, LINKED, LOG, Tally
from onrecord.page import Page


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
    _fill_points(texts, tally.numbers, out, at + 17 * total)
    return at + _TEXT * total


def _fill_counts(tally: Tally, out: Numbers, at: int) -> None:
    """The columns that count letters."""
    total, whole, blocks = tally.total, tally.wholes, tally.numbers
    for n in range(total):
        of = float(whole[_SEEN * total + n])
        spaces = whole[_SPACES * total + n]
        out[at + n] = blocks[_LOG * total + n]
        out[at + total + n] = math.log1p(spaces)
        out[at + 2 * total + n] = blocks[_LINKED * total + n]
        out[at + 3 * total + n] = blocks[_BOLD * total + n]
        out[at + 4 * total + n] = whole[_STOPS * total + n] / of
        out[at + 5 * total + n] = whole[_CAPITALS * total + n] / of
        out[at + 6 * total + n] = whole[_DIGITS * total + n] / of
        out[at + 7 * total + n] = whole[_SIGNS * total + n] / of
        out[at + 8 * total + n] = whole[_DENSE * total + n] / of
        out[at + 9 * total + n] = whole[_ENDED * total + n]
        out[at + 10 * total + n] = whole[_SMALL * total + n]
        out[at + 11 * total + n] = whole[_ODD * total + n]
        out[at + 12 * total + n] = blocks[_GOOD * total + n] > 0
        out[at + 18 * total + n] = of / (spaces + 1.0)


_SEEN, _SPACES, _CAPITALS, _DIGITS, _STOPS = SEEN, SPACES, CAPITALS, DIGITS, STOPS
_DENSE, _SIGNS, _ENDED, _SMALL, _ODD = DENSE, SIGNS, ENDED, SMALL, ODD
_LOG, _LINKED, _BOLD, _GOOD = LOG, LINKED, BOLD, GOOD


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


def _fill_points(texts: list[str], blocks: Numbers, out: Numbers, at: int) -> None:
    """Whether each text that holds a link points to other articles."""
    total = len(texts)
    for n in range(total):
        if blocks[_LINKED * total + n] > 0 and points(texts[n]):
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
