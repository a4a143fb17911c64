# cython: boundscheck=False, wraparound=False
"""What kinds of characters the texts of a page are made of."""

from array import array
from functools import cache

from onrecord.body.numbers import Wholes

COUNTED = _COUNTED = 1023
"""Characters of a block that are looked at: its first ones, which tell enough."""


SEEN, SPACES, CAPITALS, DIGITS, STOPS, DENSE, SIGNS, ENDED, SMALL, ODD = range(10)
"""What is counted of each block, a row each.

Characters looked at, and of them: white space; capitals; digits; marks that part or end sentences, of all scripts;
characters that say what takes two or three in other scripts (Chinese, Japanese, Korean); bars, bullets, arrows, brackets
and the like. Then 1 or 0: whether the last one ends a sentence, whether the first is a small letter, whether it is no
letter, digit or quotation mark.
"""
ROWS = 10
_ENDED_ROW, _SMALL_ROW, _ODD_ROW = ENDED, SMALL, ODD


def count_letters(texts: list[str], cells: Wholes) -> None:
    """Count the characters of ``texts``, of which none is empty, into the first ROWS rows of ``cells``."""
    _fill(cells, texts, _table(), _FIELDS)


def _fill(cells: Wholes, texts: list[str], table: Wholes, fields: Wholes) -> None:
    total = len(texts)
    for n in range(total):
        text = texts[n]
        length = len(text)
        seen = min(length, _COUNTED)
        sums = 0
        for c in text if length <= _COUNTED else text[: _COUNTED - 1] + text[length - 1]:
            code = ord(c)
            sums += fields[table[code if code < _KNOWN else _KNOWN - 1]]
        code = ord(text[0])
        first = table[code if code < _KNOWN else _KNOWN - 1]
        code = ord(text[length - 1])
        last = table[code if code < _KNOWN else _KNOWN - 1]
        cells[n] = seen
        for field in range(_COUNTS):
            cells[(field + 1) * total + n] = sums >> _FIELD * field & _COUNTED
        cells[_ENDED_ROW * total + n] = last >> 6 & 1
        cells[_SMALL_ROW * total + n] = first >> 7 & 1
        cells[_ODD_ROW * total + n] = first >> 8 & 1


_KNOWN = 0x10000
"""The Basic Multilingual Plane; other characters count as its last one does."""
_COUNTS, _FIELD = 6, 10
"""The counts that share one number, summed at once, and the bits of each, so that COUNTED fits."""
_FIELDS = array("q", [sum((kinds >> n & 1) << _FIELD * n for n in range(_COUNTS)) for kinds in range(1 << 9)])
"""What a character of each class adds to that number."""
_SPACE, _CAPITAL, _DIGIT, _STOP, _DENSE, _SIGN, _ENDED, _SMALL, _ODD = (1 << n for n in range(9))

_STOPS = ".,;:!?…。、，．；：！？؟،؛।॥।፣՝։·"
_ENDS = ".!?…。！？．؟।॥።։”\"»’'」』)）:："
_SIGNS = "|/\\<>[](){}•·▪►▶→←↑»«›‹@#©®™*+=_~^&%$€£✓✔★☆–—"
_QUOTES = "\"'“”„‘’‚«»‹›「『《〈¿¡"
_DENSE_RANGES = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7AF), (0xF900, 0xFAFF))
_CASED = 0x2000
"""Below stand all scripts with capitals but a few nobody prints news in."""


@cache
def _table() -> Wholes:
    """The class of each character, up to _KNOWN: the bits of what it is."""
    table = array("H", bytes(2 * _KNOWN))
    for first, last in _DENSE_RANGES:
        for code in range(first, last + 1):
            table[code] |= _DENSE
    for code in (*range(_CASED), *range(0xFF10, 0xFF1A)):
        table[code] |= _class(chr(code))
    for code in range(_CASED, 0x3000):
        if chr(code) not in _QUOTES:
            table[code] |= _ODD
    for marks, bit in ((_STOPS, _STOP), (_SIGNS, _SIGN), (_ENDS, _ENDED)):
        for mark in marks:
            table[ord(mark)] |= bit
    return table


def _class(character: str) -> int:
    """What one character of a cased script counts as."""
    if character.isspace():
        return _SPACE
    if character.isdigit():
        return _DIGIT
    if character.isupper():
        return _CAPITAL
    if character.islower():
        return _SMALL
    return 0 if character.isalpha() or character in _QUOTES else _ODD
