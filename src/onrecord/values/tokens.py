"""A text cut into tokens, each with one letter for what it is: the text's *signature*.

``10. Februar 2022`` is ``2. M 4``: a number of two digits, a month's name, a number of four. So one pattern on
signatures reads a date in sixty languages, and the words of each stand in ``calendars``.
"""

import functools
import re

from onrecord.compiled import is_compiled
from onrecord.values import calendars

_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u05f3\u05f4\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u0a01-\u0a03\u0a3c-\u0a4d\u0a70\u0a71\u0a81-\u0a83\u0abc\u0abe-\u0acd"
    "\u0b01-\u0b03\u0b3c\u0b3e-\u0b57\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6"
    "\u0d00-\u0d03\u0d3e-\u0d4d\u0d57\u0d82\u0d83\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd"
    "\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u200c\u200d"
)
_CJK_WORDS = "[星周週禮礼][期]?[一二三四五六日天]|[月火水木金土日]曜日|[月火水木金土日]曜|[월화수목금토일]요일|[上下中]午|午[前後]|凌晨|早上|清晨|傍晚|오전|오후"
_TOKEN = re.compile(
    rf"(?P<number>\d+)|(?P<space>\s+)|(?P<word>[ap]\. ?m\b\.?|[^\W\d_]\.[^\W\d_](?![^\W_])\.?"
    rf"|[\u0e01-\u0e4e]{{1,3}}\.[\u0e01-\u0e2e]\.|{_CJK_WORDS}|[年月日号號時时点點分秒년월일시분초](?![本曜])"
    rf"|[^\W\d_][^\W\d_{_MARKS}]*(?:[{_MARKS}]+[^\W\d_]*)*)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_PUNCTUATION = dict(zip("‐‑‒–—―−，、：．／•（）،。۔’ʼ【】［］", "-------,,:./·(),..''[][]", strict=True))
_SIGNS = {sign: sign for sign in " .,:;-/|()·@'\"=+[]"} | _PUNCTUATION | {"°": "o"}
"""A sign → its letter; ``?`` of all others."""
_INVISIBLE = frozenset("\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u2060\ufeff")
_NUMBER_KINDS = {1: "2", 2: "2", 4: "4", 6: "6", 8: "8"}
DIGITS = frozenset("2468#")


class Reading:
    """A text cut into tokens, with all that is known about where it comes from."""

    def __init__(self, text: str, language: str | None, country: str | None, *, whole: bool) -> None:
        self.raw = text
        self.language, self.country, self.whole = language, country, whole
        self.pieces: list[_Piece] = []
        """The tokens, one for each letter of the signature."""
        self.signature = _read(text, language, self.pieces)

    def number(self, at: int) -> int:
        """The number the token at ``at`` is."""
        return int(self.text(at))

    def text(self, at: int) -> str:
        """The token at ``at`` as written."""
        _, start, end = self.pieces[at]
        return self.raw[start:end]

    def name(self, at: int) -> str:
        """The token at ``at`` as tables have it, which may be several words."""
        return "_".join(self.text(at).split())


_Piece = tuple[str, int, int]
"""What it is (``number``, ``space``, ``word`` or ``other``), where it starts, where it ends."""


def _read(text: str, language: str | None, found: list[_Piece]) -> str:
    """Add the text's tokens to ``found`` and give their letters.

    Words that only together mean something ("tháng hai") are one token; invisible signs are none.
    """
    pieces = cut(text) if _LOOPS else cut_by_pattern(text)
    meaning = _meaning()
    kinds: list[str] = []
    until, number_ends = 0, -1
    for at, piece in enumerate(pieces):
        group, start, end = token = piece
        if start < until:
            continue
        if group == "space":
            kind = " "
        elif group == "number":
            kind = _NUMBER_KINDS.get(end - start, "#")
            number_ends = end
        elif group == "other":
            kind = _SIGNS.get(text[start:end], "?")
        elif (
            end - start <= _LONGEST_ROMAN
            and text[start:end] in calendars.ROMAN
            and _is_numbered(text, start, end)
        ):
            kind = "R"
        elif _folded(text[start:end]) not in meaning and number_ends != start:
            kind = "x"
        elif (size := _phrase_size(text, pieces, at)) > 1:
            end = pieces[at + size - 1][2]
            token = group, start, end
            kind = _word_kind(text[start:end], language)
        elif number_ends == start:
            after = pieces[at + 1][0] if at + 1 < len(pieces) else ""
            kind = _suffix_kind(text[start:end], after, language)
        else:
            kind = _word_kind(text[start:end], language)
        kinds.append(kind)
        found.append(token)
        until = end
    return "".join(kinds)


_LONGEST_ROMAN = 4


def _is_numbered(text: str, start: int, end: int) -> bool:
    """Whether a number and a sign stand before a word: ``12.IV``, ``2004. IV``; or a space, where it has several letters."""
    before = text[max(0, start - 3) : start]
    number = before.rstrip(" ./-")
    sign = before[len(number) :]
    return number[-1:].isdecimal() and sign != "" and (sign != " " or end > start + 1)


def _folded(word: str) -> str:
    """As `calendars.fold`, which is asked where there may be more to do than to make letters small."""
    return word.lower() if word.isascii() and word.isalpha() else _folded_at_length(word)


_folded_at_length = functools.lru_cache(maxsize=4096)(calendars.fold)  # pure


def cut_by_pattern(text: str) -> list[_Piece]:
    """As `cut`, and slower where that is compiled."""
    return [(p.lastgroup or "", p.start(), p.end()) for p in _TOKEN.finditer(text) if p[0] not in _INVISIBLE]


def cut(text: str) -> list[_Piece]:
    """The pieces of ``text``: what its pattern says, letter by letter where that is plain, as in Latin script it is."""
    pieces: list[_Piece] = []
    at, size = 0, len(text)
    while at < size:
        c, stop = text[at], at + 1
        if c.isdecimal():
            group = "number"
            while stop < size and text[stop].isdecimal():
                stop += 1
        elif c.isspace():
            group = "space"
            while stop < size and text[stop].isspace():
                stop += 1
        elif c < _NOT_LATIN and not c.isalnum():
            group = "other"
        else:
            group, stop = "word", _latin_word_end(text, at)
        if stop < 0:
            at = _cut_one(text, at, pieces)
            continue
        if c != _SOFT_HYPHEN:
            pieces.append((group, at, stop))
        at = stop
    return pieces


def _latin_word_end(text: str, at: int) -> int:
    """Where the word ends that starts at ``at``; -1 where more than Latin letters may be in it, such as a full stop."""
    stop, size = at, len(text)
    while stop < size and text[stop] < _NOT_LATIN and text[stop].isalnum() and not text[stop].isdecimal():
        stop += 1
    if stop < size and (text[stop] >= _NOT_LATIN or (text[stop] == "." and stop == at + 1)):
        return -1
    return stop


_LOOPS = is_compiled(__name__)
_NOT_LATIN = "\u0300"
_SOFT_HYPHEN = "\u00ad"


def _cut_one(text: str, at: int, pieces: list[_Piece]) -> int:
    """Add the piece at ``at`` as the pattern has it; where it ends."""
    piece = _TOKEN.match(text, at)
    if piece is None:  # never: the pattern takes whatever stands there
        return at + 1
    if piece[0] not in _INVISIBLE:
        pieces.append((piece.lastgroup or "", at, piece.end()))
    return piece.end()


def _phrase_size(text: str, pieces: list[_Piece], at: int) -> int:
    """How many pieces from ``at`` on are one name of several words (spaces between count); 1 where none are."""
    start, end = pieces[at][1:]
    if _folded(text[start:end]) not in calendars.phrase_starts():
        return 1
    for size in (7, 5, 3):
        run = pieces[at : at + size]
        shape = [group for group, _, _ in run]
        words_only = len(run) == size and set(shape[::2]) == {"word"} and set(shape[1::2]) == {"space"}
        if words_only and _word_kind(" ".join(text[start:end] for _, start, end in run[::2]), None) != "x":
            return size
    return 1


def _suffix_kind(word: str, after: str, language: str | None) -> str:
    """The letter of a word written onto a number: an ordinal's ending, ISO's T and Z, or any word."""
    if word in "tT" and after == "number":
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
    ("E", " ".join(calendars.ERAS)),
    ("d", calendars.LITTLE_WORDS),
    ("L", calendars.LABELS),
)
"""The letters of words other than months, weekdays and zones; the first table that has the word gives it."""


@functools.lru_cache(maxsize=4096)  # pure
def _word_kind(words: str, language: str | None) -> str:
    """The letter of a word, or of several that mean something together; ``x`` where no table has it."""
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
    """The abbreviation ``word`` stands for, "" for a zone that cannot be told; None where it is no zone.

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


@functools.cache
def _meaning() -> frozenset[str]:
    """Every folded word that has a letter of its own in some language, or opens a name of several words."""
    zones = (*calendars.ZONES, *calendars.SEASONAL_ZONES, *calendars.LOCAL_ZONES)
    return frozenset().union(
        map(calendars.fold, zones),
        calendars.zone_words(),
        calendars.phrase_starts(),
        ("a m", "p m"),
        calendars.weekday_words(),
        calendars.month_words(),
        _kinds(),
        *calendars.LOCAL_NOON.values(),
    )
