"""Whether a quotation is open at a place of a text, and on which side of it a mark that touches words on both stands."""

import re
from collections import Counter
from typing import Final

OPENERS: Final = frozenset("([{¿¡「『（〈《【")
CLOSERS: Final = frozenset(")]}」』）〉》】")
_KINDS: Final = {
    '"': '"', "“": "“", "”": "“", "„": "“", "‟": "“", "«": "«", "»": "«", "‹": "‹", "›": "‹", "‘": "‘", "’": "‘", "‚": "‘", "'": "‘",
}  # fmt: skip
"""Marks that open in one language and close in another, by the kind they belong to."""
MARKS: Final = frozenset(_KINDS)
_LOW: Final = frozenset("„‚‟")
"""Marks that open wherever they stand."""
_PAIRS: Final = {"“": "“”", "«": "«»", "‹": "‹›"}
"""Marks of which one opens and the other closes; the first does where a text does not show it."""
_AFTER_OPENER: Final = frozenset("([{-–—/\0")
_BEFORE_CLOSER: Final = frozenset("\0.,;:!?…)]}")


_CLEAR = re.compile(r"(?:^|[\s(\[])([“”«»‹›])(?=\w)")
"""A mark behind white space and before a word: it opens."""
_CLEAR_END = re.compile(r"(?<=[\w.,!?…])([“”«»‹›])(?=[\s,.;:)]|$)")
"""A mark behind a word and before white space: it closes, and its fellow opens."""
_SPACED = re.compile(r"(?:^|\s)«\s[^\W_]|[^\W_]\s»(?:[\s,.;:!?)]|$)")
"""French sets a space inside its marks, which then says nothing; there « opens."""
_OTHER: Final = {"“": "”", "”": "“", "«": "»", "»": "«", "‹": "›", "›": "‹"}


class Open:
    """The quotations that are open, as the marks of one text are seen in reading order."""

    def __init__(self, text: str) -> None:
        self._by: dict[str, str] = {}
        clear = Counter(m[1] for m in _CLEAR.finditer(text))
        for found in _CLEAR_END.finditer(text):
            clear[_OTHER[found[1]]] += 1
        self._spaced = bool(_SPACED.search(text))
        self._opening = {kind: max(pair, key=lambda m: clear[m]) for kind, pair in _PAIRS.items()}

    def __bool__(self) -> bool:
        """Whether any is, single marks apart: these are apostrophes too often."""
        return any(kind != "‘" for kind in self._by)

    def opens(self, mark: str, before: str, after: str) -> bool:
        """Whether ``mark`` opens a quotation, between the characters ``before`` and ``after`` (NUL at an end).

        White space tells it; of a mark that touches words on both sides, what the same mark does where it is clear, or
        that a quotation is open, which it closes.
        """
        if mark in OPENERS or mark in CLOSERS:
            return mark in OPENERS
        kind = _KINDS[mark]
        if (
            kind == "‘"
            and before.isalnum()
            and after.isalnum()
            and not (kind in self._by and after.isupper())
        ):
            return False  # an apostrophe
        opened = self._by.pop(kind, "")
        if self._told(mark, opened, before, after):
            self._by[kind] = mark
            return True
        return False

    def _told(self, mark: str, opened: str, before: str, after: str) -> bool:  # a list of cases
        if mark in _LOW:
            return not (mark == "„" and opened == "„" and before in ".?!…")  # „…„: typed so on some keyboards
        if self._spaced and mark in "«»":
            return mark == "«"
        left = before.isspace() or before in _AFTER_OPENER
        right = after.isspace() or after in _BEFORE_CLOSER
        if left != right:
            return left
        if mark in "“”" and opened in _LOW and opened:
            return False
        if (usual := self._opening.get(_KINDS[mark])) and mark in _PAIRS[_KINDS[mark]]:
            return mark == usual and not (mark == "”" and opened)
        return not opened
