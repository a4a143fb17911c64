"""The pieces of a query: words, phrases, brackets, operators, the names of fields; each with its place."""

import enum
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from onrecord.errors import QueryError
from onrecord.search.words import words_alone

_FIELDS: Final = (
    "headline", "standfirst", "body", "author", "publisher", "section", "keyword", "speaker", "said", "language",
    "date", "modified", "captured", "has", "type", "copies", "versions",
)  # fmt: skip
"""The names that may stand before a colon."""


class Kind(enum.Enum):
    """What a piece of a query is."""

    WORDS = enum.auto()
    OPEN = enum.auto()
    CLOSE = enum.auto()
    AND = enum.auto()
    OR = enum.auto()
    NOT = enum.auto()
    NEAR = enum.auto()
    SENTENCE = enum.auto()
    PARAGRAPH = enum.auto()
    AT_LEAST = enum.auto()
    FIELD = enum.auto()
    END = enum.auto()


class Token(NamedTuple):
    """A piece of a query; ``start`` and ``end`` are code points, end exclusive."""

    kind: Kind
    text: str
    """Of words: without quotation marks and star. Of a field: its name."""
    start: int
    end: int
    prefix: bool = False
    """Written with a star at its end."""
    number: int = 0
    """Of ``NEAR/5`` and ``atleast5(``."""


# Typographic marks too, as word processors write them: what one of them opens any of them closes.
_TYPOGRAPHIC = "“”„‟«»「」『』＂"
_QUOTES = '"' + _TYPOGRAPHIC
_BLANK = re.compile(r"\s+")
_PHRASE = re.compile(f'"([^"]*)"|[{_TYPOGRAPHIC}]([^{_TYPOGRAPHIC}]*)[{_TYPOGRAPHIC}]')
_NEAR = re.compile(r"NEAR(?:/(\d+))?(?=[\s(]|$)")
_UNIT = re.compile(r"/([sSpP])(?=[\s(\"“„«]|$)")
_AT_LEAST = re.compile(r"(?:atleast|ATLEAST)(\d+)(?=\()")
_FIELD = re.compile(r"([^\W\d_][\w-]*):")
_PLAIN = re.compile(f"[^\\s(){_QUOTES}]+")
_OPERATORS: Final = {"AND": Kind.AND, "OR": Kind.OR, "NOT": Kind.NOT}
_DISTANCE = 10
"""Of a ``NEAR`` without a number, as in SQLite."""
_FARTHEST = 1_000
_DIGITS = 4
"""Of the largest numbers a query may hold."""


def read_tokens(query: str) -> Iterator[Token]:
    """The pieces of ``query``, the last of kind END; raises `QueryError` where one cannot be read."""
    at = 0
    after_field = False
    while at < len(query):
        if blank := _BLANK.match(query, at):
            at, after_field = blank.end(), False
            continue
        token = _read(query, at, value=after_field)
        if token.kind is not Kind.WORDS or after_field or _has_words(token):
            yield token
        at, after_field = token.end, token.kind is Kind.FIELD
    yield Token(Kind.END, "", len(query), len(query))


def _has_words(token: Token) -> bool:
    """A dash or an ampersand between words is none; that a phrase holds none is for the parser to say."""
    return token.end - token.start > len(token.text) + token.prefix or bool(words_alone(token.text))


def _read(query: str, at: int, *, value: bool) -> Token:
    character = query[at]
    if character in "()":
        return Token(Kind.OPEN if character == "(" else Kind.CLOSE, character, at, at + 1)
    if character in _QUOTES:
        return _phrase(query, at)
    if value:  # behind a field nothing is an operator: date:2022-02..2022-03, type:bot-check
        return _word(query, at)
    return _operator(query, at) or _field(query, at) or _word(query, at)


def _phrase(query: str, at: int) -> Token:
    found = _PHRASE.match(query, at)
    if found is None:
        raise QueryError(query, at, "this quotation mark is never closed")
    inside = (found[1] or found[2] or "").rstrip()
    star = inside.endswith("*")
    return _starred(query, Token(Kind.WORDS, inside[: len(inside) - star], at, found.end(), prefix=star))


def _operator(query: str, at: int) -> Token | None:
    if found := _NEAR.match(query, at):
        number = int(found[1][:_DIGITS]) if found[1] else _DISTANCE
        if number > _FARTHEST or len(found[1] or "") > _DIGITS:
            raise QueryError(query, at, f"NEAR reaches at most {_FARTHEST:,} words")
        return Token(Kind.NEAR, found[0], at, found.end(), number=number)
    if found := _UNIT.match(query, at):
        kind = Kind.SENTENCE if found[1] in "sS" else Kind.PARAGRAPH
        return Token(kind, found[0], at, found.end())
    if found := _AT_LEAST.match(query, at):
        if len(found[1]) > _DIGITS or not int(found[1]):
            raise QueryError(query, at, "atleast takes a number from 1 to 9999")
        return Token(Kind.AT_LEAST, found[0], at, found.end(), number=int(found[1]))
    plain = _PLAIN.match(query, at)
    if plain and plain[0] in _OPERATORS:
        return Token(_OPERATORS[plain[0]], plain[0], at, plain.end())
    if (
        query[at] == "-"
        and at + 1 < len(query)
        and (query[at + 1].isalnum() or query[at + 1] in _QUOTES + "(")
    ):
        return Token(Kind.NOT, "-", at, at + 1)
    return None


def _field(query: str, at: int) -> Token | None:
    found = _FIELD.match(query, at)
    if found is None:
        return None
    name = found[1].lower()
    if name in ("http", "https"):
        raise QueryError(query, at, "this is an address, no query: onrecord show opens its article")
    if name not in _FIELDS:
        raise QueryError(
            query,
            at,
            f"there is no field {found[0]} (fields: {', '.join(_FIELDS)}; or put it in quotation marks)",
        )
    return Token(Kind.FIELD, name, at, found.end())


def _word(query: str, at: int) -> Token:
    found = _PLAIN.match(query, at)
    text = found[0] if found else query[at]
    star = text.endswith("*")
    return _starred(query, Token(Kind.WORDS, text[: len(text) - star], at, at + len(text), prefix=star))


def _starred(query: str, token: Token) -> Token:
    if "*" in token.text:
        place = query.index("*", token.start)
        raise QueryError(query, place, "a star stands only at the end of a word")
    return token
