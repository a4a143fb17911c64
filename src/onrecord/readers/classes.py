"""What the classes of elements name: asked of every element of a page that has one."""

import re
from collections.abc import Sequence

from turbohtml import Element

from onrecord.compiled import is_compiled

__all__ = ["is_named", "named"]


def named(elements: Sequence[Element], most: int) -> list[Element]:
    """The first ``most`` of ``elements`` whose class `is_named`."""
    found: list[Element] = []
    for element in elements:
        name = element.attr("class")
        if name is not None and is_named(name):
            found.append(element)
            if len(found) == most:
                break
    return found


def is_named(name: str) -> bool:
    """Whether a class may be that of a byline, a date or a headline, by a piece of a word anywhere in it.

    >>> is_named("post__AuthorLine wide"), is_named("entry-title"), is_named("entry-content wide")
    (True, True, False)
    """
    return _found(name) if _LOOPS else _PIECE.search(name) is not None


_LOOPS = is_compiled(__name__)
_PIECES = ("author", "autor", "auteur", "byline", "date", "datum", "posted", "publish", "headline", "-title")
_PIECE = re.compile("|".join(_PIECES), re.IGNORECASE | re.ASCII)


def _found(name: str) -> bool:
    """As `is_named`. A number has a bit for each letter of the pieces; it is set where the piece was read that far."""
    read = 0
    for c in name:
        code = ord(c)
        read = (read << 1 | _FIRST) & _BITS[code] if code < _ASCII else 0
        if read & _LAST:
            return True
    return False


_ASCII = 128
_LETTERS = "".join(_PIECES)
_BITS = [
    sum(1 << at for at, letter in enumerate(_LETTERS) if letter == chr(code).lower())
    for code in range(_ASCII)
]
"""The bits of each character, of 59 in all."""
_FIRST = sum(1 << sum(map(len, _PIECES[:n])) for n in range(len(_PIECES)))
_LAST = sum(1 << sum(map(len, _PIECES[: n + 1])) - 1 for n in range(len(_PIECES)))
