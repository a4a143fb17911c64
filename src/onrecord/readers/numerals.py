"""Numbers in a line that may be a date's: asked of every line of a page, before anything else is."""

import re
from collections.abc import Sequence

from onrecord.compiled import is_compiled

DATE = re.compile(r"\d{4}|\d[./-]\d{1,2}[./-]\d{2}|\d年\d|\d ?[\u0e01-\u0e2e]{1,2}\.[\u0e01-\u0e2e]\. ?\d")
"""The numbers that `has_date` looks for."""


def has_date(text: str) -> bool:
    """Whether four digits stand in a row, as a year's do, or numbers as in a date: ``3.5.24``, ``令和6年5月3日``, ``5 พ.ค. 67``.

    >>> has_date("10 February 2022"), has_date("3/5/24"), has_date("3 of 24, at 10:15")
    (True, True, False)
    """
    return _found(text) if _LOOPS else DATE.search(text) is not None


def dated(texts: Sequence[str], longest: int) -> list[int]:
    """Which of ``texts`` `has_date` finds something in, of those of up to ``longest`` characters."""
    found: list[int] = []
    for at, text in enumerate(texts):
        if len(text) <= longest and has_date(text):
            found.append(at)
    return found


def digits_in(text: str) -> int:
    """How many digits, of any script, are in ``text``.

    >>> digits_in("3 May 2024")
    5
    """
    count = 0
    for c in text:
        if _is_digit(c):
            count += 1
    return count


_LOOPS = is_compiled(__name__)
_YEAR = 4
_ASCII = "\x7f"


def _is_digit(c: str) -> bool:
    """As ``c.isdecimal()``, which looks each character up in a table: most need but be compared."""
    return "0" <= c <= "9" or (c > _ASCII and c.isdecimal())


def _is_behind_digit(text: str, at: int) -> bool:
    """Whether a short Thai month, which begins at ``at``, stands between numbers."""
    start = at - 1 if text[at - 1 : at] != " " else at - 2
    return start >= 0 and DATE.match(text, start) is not None


def _found(text: str) -> bool:
    """As `has_date`."""
    run = 0
    for at, c in enumerate(text):
        if _is_digit(c):
            run += 1
            if run == _YEAR:
                return True
        elif (run and c in "./-年" and DATE.match(text, at - 1)) or (
            "\u0e01" <= c <= "\u0e2e" and _is_behind_digit(text, at)
        ):
            return True
        else:
            run = 0
    return False
