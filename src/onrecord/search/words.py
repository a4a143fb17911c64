"""How a text is cut into words and folded: alike for the texts that are indexed and for the words of a query.

A word is a run of letters, digits and their marks. Case, accents and width are folded, so that ``Straße`` is found
by ``STRASSE`` and ``Łódź`` by ``lodz``. Chinese, Japanese, Thai, Lao, Khmer and Burmese put no spaces between words: a
run of theirs is cut into overlapping pairs of characters (a character with the marks it carries), the last
character standing alone (``docs/decisions/0018-pairs-of-characters.md``).
"""

import functools
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple


class Word(NamedTuple):
    """A folded word and where it stands, in code points of the text, end exclusive."""

    word: str
    start: int
    end: int


class Sought(NamedTuple):
    """The words that one word or phrase of a query stands for, in their order; no words where it holds none."""

    words: tuple[str, ...]
    prefix: bool
    """The last of them is only a beginning."""


# Marks that belong to the word they stand in, though they are no letters: accents, vowel signs, the soft hyphen.
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u08d3-\u08ff"
    "\u0900-\u0963\u0966-\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f18-\u0fbc"
    "\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a\ufe20-\ufe2f"
)
_WORD = re.compile(f"(?:[^\\W_]+[{_MARKS}]*)+")
_PLAIN_WORD = re.compile(r"[^\W_]+")
_ASCII_WORD = re.compile("[a-z0-9]+")
_HAS_MARKS = re.compile(f"[{_MARKS}]")
# Scripts without spaces between words: Thai and Lao, Burmese, Khmer, kana, Bopomofo, Han.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_RUN = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_CHARACTER = re.compile(f".[{_MARKS}]*", re.DOTALL)

# What folding leaves out: accents of Latin, Greek and Cyrillic letters (but not the one that makes й of и, another
# letter), points of Hebrew, vowel signs of Arabic and its lengthening stroke, the soft hyphen.
_FOLDED_AWAY = re.compile(
    "(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad]"
)
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
)


@functools.lru_cache(maxsize=65_536)  # pure; the common words of a language are most of what it is asked
def fold(word: str) -> str:
    """``word`` without case, accents and width.

    >>> fold("Straße"), fold("ŁÓDŹ"), fold("Ｔｏｋｙｏ"), fold("Йод"), fold("한국")
    ('strasse', 'lodz', 'tokyo', 'йод', '한국')
    """
    if word.isascii():
        return word.lower()
    parted = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return unicodedata.normalize("NFC", _FOLDED_AWAY.sub("", parted))


# Texts in Latin letters are folded sign by sign: ten times as fast as word by word, and most have few signs to fold.
_SIGN = re.compile(
    "[\u00a0-\u00a9\u00ab\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u2000-\u206f\u20a0-\u20cf]"
)
_SOFT_HYPHEN = 0xAD
_LETTER = re.compile("[\u00aa\u00ad\u00b2-\u024f\u1e00-\u1eff]")
_FOLDED = {
    chr(code): "" if code == _SOFT_HYPHEN else fold(chr(code)) if chr(code).isalnum() else " "
    for code in (0xAA, _SOFT_HYPHEN, *range(0xB2, 0x250), *range(0x1E00, 0x1F00))
}
_GROWN = re.compile("[" + "".join(letter for letter, folded in _FOLDED.items() if len(folded) == 2) + "]")  # noqa: PLR2004
_SHRUNK = re.compile("[" + "".join(letter for letter, folded in _FOLDED.items() if not folded) + "]")


class Plain(NamedTuple):
    """A text folded to ASCII, whose words are the runs of ``a-z0-9``, and the way back."""

    text: str
    grown: tuple[int, ...]
    """Where in it a letter of the original became two, in order."""

    def original(self, at: int) -> int:
        """The place in the original text of place ``at`` in this one."""
        return at - bisect_left(self.grown, at) if self.grown else at


def words_of(text: str) -> Iterator[Word]:
    """The words of ``text``, folded, in their order; those of unspaced scripts overlap.

    >>> [w.word for w in words_of("The “Théâtre” opens at 東京都")]
    ['the', 'theatre', 'opens', 'at', '東京', '京都', '都']
    """
    if folded := plain(text):
        for found in _ASCII_WORD.finditer(folded.text):
            yield Word(found[0], folded.original(found.start()), folded.original(found.end()))
        return
    for found in _pattern(text).finditer(text):
        if not found[0].isascii() and _HAS_UNSPACED.search(found[0]):
            for run in _RUN.finditer(found[0]):
                yield from _run(run[0], found.start() + run.start())
        elif word := fold(found[0]):
            yield Word(word, *found.span())


def words_alone(text: str) -> list[str]:
    """The words of ``text`` as `words_of` gives them, without their places: what an index of many texts asks for."""
    folded = _signs_folded(text)
    if folded.isascii():
        return _ASCII_WORD.findall(folded.lower())
    found = _pattern(text).findall(text)
    if _HAS_UNSPACED.search(text):
        return [word for one in found for run in _RUN.findall(one) for word in _run_alone(run)]
    return [word for word in map(fold, found) if word]


def _run_alone(run: str) -> list[str]:
    """The words of `_run`, without their places."""
    if not _HAS_UNSPACED.match(run):
        return [folded] if (folded := fold(run)) else []
    characters = [fold(one) for one in (_CHARACTER.findall(run) if _HAS_MARKS.search(run) else run)]
    return [one + other for one, other in zip(characters, [*characters[1:], ""], strict=True)]


def plain(text: str) -> Plain | None:
    """``text`` folded to ASCII; None where that cannot be. Of languages in Latin letters most texts can be.

    >>> plain("“À la carte”").text, plain("Straße").text, plain("Straße").original(7), plain("Москва")
    (' a la carte ', 'strasse', 6, None)
    """
    if text.isascii():
        return Plain(text.lower(), ())
    if _SHRUNK.search(text):
        return None
    folded = _signs_folded(text)
    if not folded.isascii():
        return None
    return Plain(folded.lower(), tuple(found.start() + n for n, found in enumerate(_GROWN.finditer(text))))


def _signs_folded(text: str) -> str:
    folded = text if text.isascii() else _SIGN.sub(" ", text)
    return folded if folded.isascii() else _LETTER.sub(lambda found: _FOLDED[found[0]], folded)


def _pattern(text: str) -> re.Pattern[str]:
    return _WORD if _HAS_MARKS.search(text) else _PLAIN_WORD


def _run(run: str, start: int) -> Iterator[Word]:
    if not _HAS_UNSPACED.match(run):
        if folded := fold(run):
            yield Word(folded, start, start + len(run))
        return
    characters = [(fold(m[0]), start + m.start(), start + m.end()) for m in _CHARACTER.finditer(run)]
    for (one, begin, end), (other, _, last) in zip(characters, [*characters[1:], ("", 0, 0)], strict=True):
        yield Word(one + other, begin, last or end)


def sought(text: str, *, prefix: bool = False) -> Sought:
    """What a word or phrase of a query stands for; ``prefix`` says that it was written with a star.

    A run of an unspaced script is found inside a longer one: its last character may begin any pair.

    >>> sought("long-term"), sought("东京"), sought("雨")
    (Sought(words=('long', 'term'), prefix=False), Sought(words=('东京',), prefix=False), Sought(words=('雨',), prefix=True))
    """
    found = list(words_of(text))
    if not found or not _HAS_UNSPACED.match(found[-1].word):
        return Sought(tuple(w.word for w in found), prefix and bool(found))
    if len(found) > 1 and found[-2].end == found[-1].end:
        return Sought(tuple(w.word for w in found[:-1]), prefix=False)
    return Sought(tuple(w.word for w in found), prefix=True)
