"""What the classes of elements name: asked of every element of a page that has one, once."""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate

from turbohtml import Element

from onrecord.compiled import is_compiled

NAMED = 1
"""A byline, a date or a headline."""
LINE = 2
"""A dateline or a headline."""
CAPTION, _CAPTIONS = 4, 8
"""A caption. Captions by the dozen are the settings of a player of videos."""
TAGS = 16

_PIECES = ("author", "autor", "auteur", "byline", "date", "datum", "posted", "publish", "headline", "-title")
_MORE = {"dateline": LINE, "headline": LINE, "caption": CAPTION, "captions": _CAPTIONS, "tags": TAGS}
"""What is found by a piece of a word anywhere in a class: the first ones are `NAMED`."""


def named(elements: Sequence[Element], kinds: tuple[int, ...]) -> list[list[Element]]:
    """For each of ``kinds`` the ones of ``elements`` whose class `says` so."""
    found: list[list[Element]] = [[] for _ in kinds]
    for element in elements:
        name = element.attr("class")
        said = says(name) if name else 0
        if said:
            for n, kind in enumerate(kinds):
                if said & kind:
                    found[n].append(element)
    return found


def says(name: str) -> int:
    """What a class may name, by its pieces: a sum of the kinds above, 0 where it is none of them.

    >>> says("post__AuthorLine wide") == NAMED, says("entry-title") == NAMED, says("entry-content wide")
    (True, True, 0)
    >>> says("Headline") == NAMED | LINE, says("figure-caption") == CAPTION, says("jw-captions")
    (True, True, 0)
    """
    said = _found(name) if _LOOPS else sum({kind for kind, piece in _EXPRESSIONS if piece.search(name)})
    return said & (_SURE if said & _CAPTIONS else _ALL)


_LOOPS = is_compiled(__name__)
_ALL = NAMED | LINE | CAPTION | TAGS
_SURE = _ALL & ~CAPTION
_EXPRESSIONS = (
    (NAMED, re.compile("|".join(_PIECES), re.IGNORECASE | re.ASCII)),
    *((kind, re.compile(piece, re.IGNORECASE | re.ASCII)) for piece, kind in _MORE.items()),
)


def _found(name: str) -> int:
    """As `says`. Two numbers have a bit for each letter of the pieces; it is set where the piece was read that far."""
    read = more = told = ends = 0
    for c in name:
        code = ord(c)
        if code >= _ASCII:
            read = more = 0
            continue
        read = (read << 1 | _FIRST) & _BITS[code]
        more = (more << 1 | _MORE_FIRST) & _MORE_BITS[code]
        told |= read & _LAST
        ends |= more & _MORE_LAST
    said = NAMED if told else 0
    if ends:
        for n in range(_MORE_COUNT):
            if ends >> _MORE_ENDS[n] & 1:
                said |= _MORE_KINDS[n]
    return said


_ASCII = 128


def _ends(pieces: Iterable[str]) -> list[int]:
    """The bit of each piece's last letter."""
    return [at - 1 for at in accumulate(map(len, pieces))]


def _bits(pieces: Iterable[str]) -> list[int]:
    """The bits of each character."""
    letters = "".join(pieces)
    return [
        sum(1 << at for at, letter in enumerate(letters) if letter == chr(code).lower())
        for code in range(_ASCII)
    ]


def _of(bits: Iterable[int]) -> int:
    return sum(1 << bit for bit in bits)


_BITS, _MORE_BITS = _bits(_PIECES), _bits(_MORE)
_MORE_ENDS, _MORE_KINDS, _MORE_COUNT = _ends(_MORE), list(_MORE.values()), len(_MORE)
_LAST, _MORE_LAST = _of(_ends(_PIECES)), _of(_ends(_MORE))
_FIRST, _MORE_FIRST = (
    _of(end + 1 - len(piece) for piece, end in zip(pieces, _ends(pieces), strict=True))
    for pieces in (_PIECES, _MORE)
)
