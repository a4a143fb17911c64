"""What the classes of elements name: asked of every element of a page that has one."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from turbohtml import Element

from onrecord.compiled import is_compiled

__all__ = ["is_named", "named"]


def named(elements: Sequence[Element], anyway: AbstractSet[Element]) -> list[Element]:
    """Those of ``elements`` that are among ``anyway`` or whose class `is_named`."""
    found: list[Element] = []
    known: dict[str, bool] = {}
    """What was told of a class: every other element of a page has that of one before it."""
    for element in elements:
        name = element.attr("class") or ""
        told = known.get(name)
        if told is None:
            told = known[name] = is_named(name)
        if told or (anyway and element in anyway):
            found.append(element)
    return found


def is_named(name: str) -> bool:
    """Whether a class may be that of a byline, a date or a headline, by a piece of a word anywhere in it.

    >>> is_named("post__AuthorLine wide"), is_named("entry-title"), is_named("entry-content wide")
    (True, True, False)
    """
    return _found(name) if _LOOPS else _PIECE.search(name) is not None


_LOOPS = is_compiled(__name__)
_PIECES = ("author", "autor", "auteur", "byline", "date", "datum", "posted", "publish", "headline", "-title")
_LONGEST = max(map(len, _PIECES))
_PIECE = re.compile("|".join(_PIECES), re.IGNORECASE | re.ASCII)


def _found(name: str) -> bool:
    """As `is_named`. The last three letters stand in one number: few of a page are the first three of a piece."""
    three = 0
    for at, c in enumerate(name):
        three = (three << 8 | ord(c) | _SMALL) & _THREE
        if three in (_AUT, _BYL, _DAT, _HEA, _POS, _PUB, _TIT) and _goes_on(name, at - 2):
            return True
    return False


def _goes_on(name: str, at: int) -> bool:
    return name[at : at + _LONGEST].lower().startswith(_PIECES)


_SMALL = ord("a") - ord("A")
_THREE = (1 << 24) - 1
_AUT, _BYL, _DAT, _HEA, _POS, _PUB, _TIT = (
    int.from_bytes(start) for start in (b"aut", b"byl", b"dat", b"hea", b"pos", b"pub", b"-ti")
)
