"""Expressions of many phrases, of which few texts hold any: searched only where a text has letters that all they find have.

Which letters those are is told from the expression itself, so that nobody has to write them down beside it.
"""

import functools
import re
from collections.abc import Iterator
from typing import TypeAlias

from onrecord.needles import holds_any, small


class Phrases:
    """An expression, and the words of which one at least stands in all that it finds."""

    def __init__(self, *expressions: str) -> None:
        """``expressions`` are alternatives, in small letters: they are looked for in text made so, each by its own words."""
        self.written = "|".join(expressions)
        self.parts = tuple(map(Phrases, expressions)) if len(expressions) > 1 else ()

    @functools.cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression."""
        return re.compile(self.written)

    @functools.cached_property
    def stems(self) -> tuple[str, ...]:
        """What `stems_of` gives of it."""
        return stems_of(self.written)

    @functools.cached_property
    def plain(self) -> tuple[str, ...]:
        """Those of them that a text in ASCII may hold."""
        return tuple(filter(str.isascii, self.stems))

    def search(self, low: str) -> re.Match[str] | None:
        """The first that is found in a text in small letters."""
        if not holds_any(low, self.plain if low.isascii() else self.stems):
            return None
        if not self.parts:
            return self.pattern.search(low)
        found = [match for part in self.parts if (match := part.search(low))]
        return min(found, key=re.Match.start, default=None)

    def every(self, text: str) -> list[re.Match[str]]:
        """All that is found in a text, in its order; it may have capitals."""
        low = small(text)
        return [*self.pattern.finditer(low)] if holds_any(low, self.stems) else []


def stems_of(expression: str) -> tuple[str, ...]:
    r"""Letters of which some stand in all that an expression finds: of each alternative those that say most.

    Of what is written here it is read: letters, groups, classes and how often they come; no back-reference, no flag.

    >>> stems_of(r"(?:fish|flood) wardens?|^\W*tides?\b")
    (' warden', 'tide')
    """
    found, _ = _group(_PIECE.finditer(expression))
    if not found:
        raise ValueError(f"nothing stands in all that is found by {expression}")
    return tuple(
        [stem for stem in dict.fromkeys(found) if not any(other in stem != other for other in found)]
    )


_PIECE = re.compile(
    r"(?P<open>\((?:\?(?:<?[=!]|:|P<\w+>))?)|(?P<or>\|)|(?P<at>\\[bBAZ]|[\^$])"
    r"|(?:(?P<close>\))|(?P<any>\[\^?\]?(?:\\.|[^\]\\])*\]|\\[wWdDsS]|\.)|\\?(?P<letter>.))(?P<often>[?*+][?+]?|\{[\d,]+\}[?+]?)?",
    re.DOTALL,
)
"""What an expression is written of, with how often it comes."""
_Stems: TypeAlias = tuple[str, ...]


def _group(pieces: Iterator[re.Match[str]]) -> tuple[_Stems, re.Match[str] | None]:
    """The stems of all alternatives up to the end of a group, none where one has none; and the piece that ends it."""
    told: list[_Stems] = []
    while True:
        best, end = _alternative(pieces)
        told.append(best)
        if end is None or end["close"]:
            return tuple(stem for stems in told for stem in stems) if all(told) else (), end


def _alternative(pieces: Iterator[re.Match[str]]) -> tuple[_Stems, re.Match[str] | None]:
    """The stems of one alternative: the group or the row of letters that says most; and the piece that ends it."""
    best: _Stems = ()
    row = ""
    for piece in pieces:
        if piece["or"] or piece["close"]:
            return max(best, _row(row), key=_said), piece
        if piece["open"]:
            inner, end = _group(pieces)
            if piece["open"][-1] not in "=!":  # else it looks ahead, or back
                best, row = (
                    max(best, _row(row), () if end is None or _is_left_out(end) else inner, key=_said),
                    "",
                )
        elif piece["letter"] and not _is_left_out(piece):
            row += piece["letter"]
        if piece["often"] or piece["any"]:
            best, row = max(best, _row(row), key=_said), ""
    return max(best, _row(row), key=_said), None


def _row(letters: str) -> _Stems:
    return (letters,) if letters else ()


def _is_left_out(piece: re.Match[str]) -> bool:
    """Whether a piece need not come at all."""
    return (piece["often"] or "+").startswith(("?", "*", "{0", "{,"))


def _said(stems: _Stems) -> int:
    """How much the stem says that says least: a letter of a script without spaces as much as three."""
    return min([sum(1 if c < "\u2e80" else 3 for c in stem) for stem in stems], default=0)
