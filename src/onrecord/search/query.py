"""The language people ask the archive in, parsed into a tree; every error names its place.

From loose to tight: ``OR``; ``AND``, which may be left out; ``NOT`` or a minus sign; ``NEAR/5``, ``/s`` (in one
sentence) and ``/p`` (in one paragraph); ``field:``, brackets, words, ``"phrases"``, ``prefix*``, ``atleast3(word)``.
``docs/search.md`` tells it to people. What a person typed gets no further than here.
"""

import enum
import re
from typing import Final

import msgspec

from onrecord import limits
from onrecord.errors import QueryError
from onrecord.record import PageType
from onrecord.search.lexer import Kind, Token, read_tokens
from onrecord.search.periods import read_period
from onrecord.search.tree import (
    And,
    AtLeast,
    Column,
    Dates,
    Feature,
    Has,
    In,
    Language,
    Name,
    Named,
    Near,
    Node,
    Not,
    Or,
    Said,
    Switch,
    Time,
    Toggle,
    Type,
    Unit,
    Within,
    Words,
    nodes,
)
from onrecord.search.words import sought
from onrecord.values.languages import parse_language


def parse(query: str) -> Node:
    """The tree of ``query``; raises `QueryError`, with the place, where it cannot be read.

    >>> parse("rain").words
    ('rain',)
    >>> parse("rain AND (snow")
    Traceback (most recent call last):
    onrecord.errors.QueryError: query, column 10: this bracket is never closed
    """
    if len(query) > limits.QUERY_CHARACTERS:
        raise QueryError(
            query, limits.QUERY_CHARACTERS, f"longer than {limits.QUERY_CHARACTERS:,} characters"
        )
    parser = _Parser(query)
    tree = parser.whole()
    if sum(len(n.words) for n in nodes(tree) if isinstance(n, Words)) > limits.QUERY_WORDS:
        raise QueryError(query, 0, f"more than {limits.QUERY_WORDS} words")
    return tree


class _Place(enum.Enum):
    """Where an expression stands: what may stand in it differs."""

    TOP = enum.auto()
    TEXT = enum.auto()
    """Behind the field of a text, or between words that must stand together."""
    NAME = enum.auto()


_WINDOWS: Final = frozenset({Kind.NEAR, Kind.SENTENCE, Kind.PARAGRAPH})
_ENDS: Final = frozenset({Kind.END, Kind.CLOSE, Kind.OR})


class _Parser:
    """Recursive descent over the tokens; the only state is how far it has come."""

    def __init__(self, query: str) -> None:
        self.query = query
        self.tokens = list(read_tokens(query))
        self.at = 0
        self.depth = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def next_is(self, *kinds: Kind) -> bool:
        return self.token.kind in kinds

    def take(self) -> Token:
        token = self.token
        self.at += token.kind is not Kind.END
        return token

    def wrong(self, token: Token | Node, reason: str) -> QueryError:
        return QueryError(self.query, token.start, reason)

    def whole(self) -> Node:
        if self.token.kind is Kind.END:
            raise self.wrong(self.token, "nothing to look for")
        tree = self.alternatives(_Place.TOP)
        if not self.next_is(Kind.END):
            raise self.wrong(self.token, "no bracket is open here")
        outermost = tree.parts if isinstance(tree, And) else (tree,)
        for node in nodes(tree):
            if isinstance(node, Switch) and node not in outermost:
                raise self.wrong(
                    node,
                    f"{node.toggle} is for the whole query: it cannot stand in brackets, with OR or be denied",
                )
        return tree

    def alternatives(self, place: _Place) -> Node:
        parts = [self.conjunction(place)]
        while self.token.kind is Kind.OR:
            operator = self.take()
            self._expect(operator)
            parts.append(self.conjunction(place))
        return (
            parts[0] if len(parts) == 1 else Or(parts=tuple(parts), start=parts[0].start, end=parts[-1].end)
        )

    def conjunction(self, place: _Place) -> Node:
        parts = [self.negation(place)]
        while self.token.kind not in _ENDS:
            if self.token.kind is Kind.AND:
                operator = self.take()
                self._expect(operator)
            parts.append(self.negation(place))
        if len(parts) == 1:
            return parts[0]
        return And(parts=_spoken(parts), start=parts[0].start, end=parts[-1].end)

    def _expect(self, operator: Token) -> None:
        """Something to look for must follow ``operator``."""
        if self.token.kind in _ENDS or self.token.kind in _WINDOWS or self.token.kind is Kind.AND:
            raise self.wrong(operator, f"nothing to look for after {operator.text}")

    def negation(self, place: _Place) -> Node:
        if self.token.kind is not Kind.NOT:
            return self.window(place)
        operator = self.take()
        self._expect(operator)
        self._deeper(operator)
        part = self.negation(place)
        self.depth -= 1
        return Not(part=part, start=operator.start, end=part.end)

    def window(self, place: _Place) -> Node:
        """Things that must stand together; several windows are taken from the left."""
        left = self.item(place)
        while self.token.kind in _WINDOWS:
            operator = self.take()
            if place is _Place.NAME:
                raise self.wrong(operator, f"{operator.text} cannot stand in a name")
            self._expect(operator)
            parts = [left, self.item(place)]
            while self.token.kind is operator.kind and self.token.number == operator.number:
                self._expect(self.take())
                parts.append(self.item(place))
            left = self._together(operator, parts)
        return left

    def _together(self, operator: Token, parts: list[Node]) -> Node:
        for part in parts:
            for node in nodes(part):
                if not isinstance(node, Words | Or | And | Near | Within) or (
                    isinstance(node, And) and operator.kind is Kind.NEAR
                ):
                    raise self.wrong(
                        node, f"only words, phrases and brackets of them can stand beside {operator.text}"
                    )
        start, end = parts[0].start, parts[-1].end
        if operator.kind is Kind.NEAR:
            return self._near(operator, parts)
        unit = Unit.SENTENCE if operator.kind is Kind.SENTENCE else Unit.PARAGRAPH
        return Within(unit=unit, parts=tuple(parts), start=start, end=end)

    def _near(self, operator: Token, parts: list[Node]) -> Node:
        """``(a OR b) NEAR/5 c`` is ``a NEAR/5 c OR b NEAR/5 c``."""
        start, end = parts[0].start, parts[-1].end
        rows: list[tuple[Words, ...]] = [()]
        for part in parts:
            choices = part.parts if isinstance(part, Or) else (part,)
            plain = [choice for choice in choices if isinstance(choice, Words)]
            if len(plain) < len(choices):
                raise self.wrong(part, f"beside {operator.text} brackets may hold only words, phrases and OR")
            if len(rows) * len(plain) * len(parts) > limits.QUERY_WORDS:
                raise self.wrong(operator, "too many choices on both sides")
            rows = [(*row, choice) for row in rows for choice in plain]
        made = tuple(Near(parts=row, distance=operator.number, start=start, end=end) for row in rows)
        return made[0] if len(made) == 1 else Or(parts=made, start=start, end=end)

    def item(self, place: _Place) -> Node:
        token = self.take()
        match token.kind:
            case Kind.WORDS:
                return self._words(token)
            case Kind.OPEN:
                return self._group(token, place)
            case Kind.AT_LEAST:
                return self._at_least(token, place)
            case Kind.FIELD:
                return self._field(token, place)
            case Kind.CLOSE:
                raise self.wrong(token, "nothing stands before this bracket")
            case _:
                raise self.wrong(token, f"nothing to look for before {token.text or 'the end'}")

    def _words(self, token: Token) -> Words:
        found = sought(token.text, prefix=token.prefix)
        if not found.words:
            raise self.wrong(token, "there is no word in it")
        # One character of a script without spaces is a beginning with or without a star.
        short = token.prefix and found.prefix and len(found.words[-1]) < 2  # noqa: PLR2004
        if short and not sought(token.text).prefix:
            raise self.wrong(token, "a star needs two letters before it")
        return Words(words=found.words, prefix=found.prefix, start=token.start, end=token.end)

    def _deeper(self, token: Token) -> None:
        self.depth += 1
        if self.depth > limits.QUERY_DEPTH:
            raise self.wrong(token, f"more than {limits.QUERY_DEPTH} brackets within brackets")

    def _group(self, opened: Token, place: _Place) -> Node:
        self._deeper(opened)
        if self.token.kind is Kind.CLOSE:
            raise self.wrong(opened, "nothing stands between these brackets")
        if self.token.kind is Kind.END:
            raise self.wrong(opened, "this bracket is never closed")
        inside = self.alternatives(place)
        if not self.next_is(Kind.CLOSE):
            raise self.wrong(opened, "this bracket is never closed")
        self.take()
        self.depth -= 1
        return inside

    def _at_least(self, token: Token, place: _Place) -> Node:
        if place is _Place.NAME:
            raise self.wrong(token, f"{token.text} cannot stand in a name")
        inside = self._group(self.take(), place)
        if not isinstance(inside, Words):
            raise self.wrong(inside, f"{token.text} counts one word or phrase")
        return AtLeast(count=token.number, part=inside, start=token.start, end=inside.end)

    def _field(self, token: Token, place: _Place) -> Node:
        field = token.text
        if place is not _Place.TOP:
            raise self.wrong(token, f"the field {field}: stands inside another")
        if self.token.kind not in (Kind.WORDS, Kind.OPEN, Kind.AT_LEAST):
            raise self.wrong(token, f"nothing to look for after {field}:")
        if field in _TEXT_FIELDS or field in _NAME_FIELDS:
            part = self.item(_Place.NAME if field in _NAME_FIELDS else _Place.TEXT)
            return self._narrowed(token, part)
        return self._condition(token)

    def _narrowed(self, token: Token, part: Node) -> Node:
        """``part`` in the text or the names that the field names."""
        start, end = token.start, part.end
        if token.text == "said":
            return Said(part=part, start=start, end=end)
        if token.text in _TEXT_FIELDS:
            return In(column=Column(token.text), part=part, start=start, end=end)
        if not _says_something(part):
            raise self.wrong(
                part, f"{token.text}: needs a word that is in the name; put NOT before {token.text}:"
            )
        return Named(name=Name(token.text), part=part, start=start, end=end)

    def _condition(self, token: Token) -> Node:
        value = self.take()
        if value.kind is not Kind.WORDS:
            raise self.wrong(value, f"{token.text}: takes one value, not brackets")
        span = {"start": token.start, "end": value.end}
        said = value.text + "*" * value.prefix
        match token.text:
            case "date" | "modified" | "captured":
                period = read_period(said)
                if period is None:
                    raise self.wrong(
                        value, f"{said!r} is no period, such as 2022, 2022-02-10 or 2022-02..2022-03"
                    )
                return Dates(time=Time(token.text), first=period[0], last=period[1], **span)
            case "language":
                tag = said.lower().replace("_", "-")
                # As it is written, and as pages are read: three letters for two, or a name.
                written = (tag if _TAG.fullmatch(tag) else None, parse_language(said))
                either = tuple(
                    Language(language=t, **span) for t in sorted({t.lower() for t in written if t})
                )
                if not either:
                    raise self.wrong(value, f"{said!r} is no language, such as en, pt-BR or English")
                return either[0] if len(either) == 1 else Or(parts=either, **span)
            case "has":
                return Has(feature=Feature(self._one_of(value, [*Feature])), **span)
            case "type":
                chosen = self._one_of(value, [*PageType, "any"])
                return Type(page_type=None if chosen == "any" else PageType(chosen), **span)
            case "copies":
                self._one_of(value, ["hide"])
                return Switch(toggle=Toggle.HIDE_COPIES, **span)
            case _:
                self._one_of(value, ["all"])
                return Switch(toggle=Toggle.ALL_VERSIONS, **span)

    def _one_of(self, value: Token, known: list[str]) -> str:
        if value.text.lower() not in known:
            raise self.wrong(value, f"{value.text!r} is not one of: {', '.join(known)}")
        return value.text.lower()


def _says_something(part: Node) -> bool:
    """There is a word in it that must be there."""
    match part:
        case Not():
            return False
        case And(parts=parts):
            return any(not isinstance(p, Not) for p in parts) and all(
                isinstance(p, Not) or _says_something(p) for p in parts
            )
        case Or(parts=parts):
            return all(map(_says_something, parts))
        case _:
            return True


def _spoken(parts: list[Node]) -> tuple[Node, ...]:
    """Speakers and words said that are asked for side by side are those of one statement."""
    speakers = tuple(p.part for p in parts if isinstance(p, Named) and p.name is Name.SPEAKER)
    return tuple(_by(part, speakers) for part in parts) if speakers else tuple(parts)


def _by(node: Node, speakers: tuple[Node, ...]) -> Node:
    """``node``, in which all that is said is said by ``speakers``, in brackets and where it is denied.

    What stands in brackets beside a speaker of its own is said by that one.
    """
    match node:
        case Said(speakers=()):
            return msgspec.structs.replace(node, speakers=speakers)
        case Not(part=part):
            return msgspec.structs.replace(node, part=_by(part, speakers))
        case And(parts=parts) | Or(parts=parts):
            return msgspec.structs.replace(node, parts=tuple(_by(part, speakers) for part in parts))
        case _:
            return node


_TAG = re.compile(r"[a-z]{1,3}(?:-[a-z0-9]{1,8})*")
_TEXT_FIELDS: Final = frozenset({*Column, "said"})
_NAME_FIELDS: Final = frozenset(Name)
