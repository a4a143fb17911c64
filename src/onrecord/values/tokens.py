"""A text cut into tokens, each with one letter for what it is: the text's *signature*.

``10. Februar 2022`` is ``2. M 4``: a number of two digits, a month's name, a number of four. So one pattern on
signatures reads a date in sixty languages, and the words of each stand in ``calendars``.
"""

import functools
import re
from typing import NamedTuple

from onrecord.values import calendars

_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u05f3\u05f4\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d\u0300-\u036f"
)
_CJK_WORDS = "[星周週禮礼][期]?[一二三四五六日天]|[月火水木金土日]曜日|[月火水木金土日]曜|[월화수목금토일]요일|[上下中]午|午[前後]|凌晨|早上|清晨|傍晚|오전|오후"
_TOKEN = re.compile(
    rf"(?P<number>\d+)|(?P<space>\s+)|(?P<word>[ap]\. ?m\b\.?|[^\W\d_]\.[^\W\d_](?![^\W_])\.?"
    rf"|[\u0e01-\u0e4e]{{1,3}}\.[\u0e01-\u0e2e]\.|{_CJK_WORDS}|[年月日号號時时点點分秒년월일시분초](?![本曜])"
    rf"|[^\W\d_][^\W\d_{_MARKS}]*(?:[{_MARKS}]+[^\W\d_]*)*)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_PUNCTUATION = str.maketrans("‐‑‒–—―−，、：．／•（）،。۔’ʼ【】［］", "-------,,:./·(),..''[][]")
_KEPT = frozenset(" .,:;-/|()·@'\"=+[]")
_INVISIBLE = frozenset("\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u2060\ufeff")
_NUMBER_KINDS = {1: "2", 2: "2", 4: "4", 6: "6", 8: "8"}
DIGITS = frozenset("2468#")


class Token(NamedTuple):
    """A piece of the text and where it stands; ``kind`` is its letter in the signature."""

    kind: str
    text: str
    start: int
    end: int


class Reading:
    """A text cut into tokens, with all that is known about where it comes from."""

    def __init__(self, text: str, language: str | None, country: str | None, *, whole: bool) -> None:
        self.raw = text
        self.language, self.country, self.whole = language, country, whole
        self.tokens = _tokens(text, language)
        self.signature = "".join(token.kind for token in self.tokens)

    def number(self, at: int) -> int:
        """Give the number the token at ``at`` is."""
        return int(self.tokens[at].text)

    def text(self, at: int) -> str:
        """Give the token at ``at`` as written."""
        return self.tokens[at].text


def _tokens(text: str, language: str | None) -> list[Token]:
    """Give the text's tokens. Words that only together mean something ("tháng hai") are one; invisible signs none."""
    found: list[Token] = []
    pieces = [p for p in _TOKEN.finditer(text) if p[0] not in _INVISIBLE]
    until = 0
    for at, piece in enumerate(pieces):
        start, end = piece.span()
        if start < until:
            continue
        group, word = piece.lastgroup, piece[0]
        if group == "space":
            kind = " "
        elif group == "number":
            kind = _NUMBER_KINDS.get(end - start, "#")
        elif group == "other":
            kind = _sign_kind(word)
        elif _opens_phrase(word) and (size := _phrase_size(pieces, at)) > 1:
            end = pieces[at + size - 1].end()
            word = text[start:end]
            kind = _word_kind(word, language)
        elif found and found[-1].kind in DIGITS and found[-1].end == start:
            kind = _suffix_kind(word, pieces[at + 1] if at + 1 < len(pieces) else None, language)
        else:
            kind = _word_kind(word, language)
        found.append(Token(kind, word, start, end))
        until = end
    return found


@functools.lru_cache(maxsize=4096)  # pure
def _opens_phrase(word: str) -> bool:
    return calendars.fold(word) in calendars.phrase_starts()


def _phrase_size(pieces: list[re.Match[str]], at: int) -> int:
    """How many pieces from ``at`` on are one name of several words (spaces between count); 1 where none are."""
    for size in (7, 5, 3):
        run = pieces[at : at + size]
        shape = [piece.lastgroup for piece in run]
        words_only = len(run) == size and set(shape[::2]) == {"word"} and set(shape[1::2]) == {"space"}
        if words_only and _word_kind(" ".join(piece[0] for piece in run[::2]), None) != "x":
            return size
    return 1


def _sign_kind(sign: str) -> str:
    sign = sign.translate(_PUNCTUATION)
    return "o" if sign == "°" else sign if sign in _KEPT else "?"


def _suffix_kind(word: str, after: re.Match[str] | None, language: str | None) -> str:
    """Give the letter of a word written onto a number: an ordinal's ending, ISO's T and Z, or any word."""
    if word in "tT" and after is not None and after.lastgroup == "number":
        return "T"
    if word in "zZ":
        return "Z"
    if word.lower() == "h":
        return "h"
    return "o" if calendars.fold(word) in calendars.words(calendars.ORDINALS) else _word_kind(word, language)


_KINDS = (
    ("A", calendars.BEFORE_NOON),
    ("A", calendars.AFTER_NOON),
    ("q", calendars.MONTH_MARKERS),
    ("h", "h"),
    ("u", calendars.AFTER_A_TIME),
    ("k", calendars.BEFORE_A_TIME),
    ("d", calendars.LITTLE_WORDS),
    ("L", calendars.LABELS),
)
"""The letters of words other than months, weekdays and zones; the first table that has the word gives it."""


@functools.lru_cache(maxsize=4096)  # pure
def _word_kind(words: str, language: str | None) -> str:
    """Give the letter of a word, or of several that mean something together; ``x`` where no table has it."""
    word = "_".join(words.split())
    if zone_name(word) is not None:
        return "Z"
    folded = calendars.fold(word)
    weekday = folded in calendars.weekday_words()
    if calendars.month_of(word, language):
        return "V" if weekday else "M"
    kind = "A" if folded in calendars.LOCAL_NOON.get(language or "", ()) else _kinds().get(folded)
    return "W" if weekday and kind is None else kind or "x"


def zone_name(word: str) -> str | None:
    """Give the abbreviation ``word`` stands for, "" for a zone that cannot be told; None where it is no zone.

    Abbreviations count in capitals only: "est" and "et" are French.
    """
    if word in calendars.ZONES or word in calendars.SEASONAL_ZONES or word in calendars.LOCAL_ZONES:
        return word
    return calendars.zone_words().get(calendars.fold(word))


@functools.cache
def _kinds() -> dict[str, str]:
    """Every word of `_KINDS` and of the signs of `calendars.UNITS`, to its letter."""
    rows = [*_KINDS, *calendars.UNITS.items()]
    found = {word: kind for kind, table in reversed(rows) for word in calendars.words(table)}
    return found | dict.fromkeys(calendars.words(calendars.ONLY_BEHIND_THE_TIME), "B")
