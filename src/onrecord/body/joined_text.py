"""A text whose paragraphs may have been joined, and the words that stand in it by themselves."""

import re
from collections import Counter
from typing import Final, NamedTuple

LETTERS = re.compile(r"[^\W\d_]+")


class JoinedText(NamedTuple):
    """A text, and the words in it by how often they stand alone."""

    text: str
    words: Counter[str]

    def at(self, index: int) -> str:
        """The character at ``index``; NUL before the text and behind it."""
        return self.text[index] if 0 <= index < len(self.text) else "\0"

    def word_before(self, end: int) -> str:
        """The letters and digits that end at ``end``."""
        start = end
        while start > 0 and end - start < _WORD and self.text[start - 1].isalnum():
            start -= 1
        return self.text[start:end]

    def word_after(self, start: int) -> str:
        """The letters that begin at ``start``."""
        found = LETTERS.match(self.text, start, start + _WORD)
        return found[0] if found else ""

    def knows(self, word: str) -> bool:
        """Whether ``word`` stands elsewhere in the text by itself, small or capital."""
        return word in self.words or word.lower() in self.words or word.capitalize() in self.words


_WORD: Final = 60
"""Code points of a word that are looked at."""


def joined_text(text: str) -> JoinedText:
    """``text`` with its words counted."""
    return JoinedText(text, Counter(m[0] for m in LETTERS.finditer(text)))
