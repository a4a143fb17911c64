"""A query as SQL over the index: every value bound, no name or number of a query ever part of a statement's text.

What full-text search cannot tell exactly (one sentence, so many times, one statement) is asked of it generously,
and each version it finds is then checked (`matching`). The words handed to ``MATCH`` are letters and digits between
quotation marks that are put here.
"""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from onrecord.record import PageType
from onrecord.search.tree import (
    And,
    AtLeast,
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

DAY_BITS = 17
"""The index's key of a version: the day it was published (`datetime.date.toordinal`) shifted left by this, and its
turn on that day. So the order of keys is the order of days. Those without a day have negative keys. More bits make
every entry of the index larger; past 131,072 articles of one day the next ones count to the following day."""

SENTENCE_WORDS, PARAGRAPH_WORDS = 64, 160
"""Words of a longer sentence or paragraph may stand too far apart for the NEAR that finds most."""
LONG_SENTENCE, LONG_PARAGRAPH = "\ue000s", "\ue000p"
"""Words no text can hold: the body of a version with a longer sentence or paragraph ends with them in the index."""

FEATURES = {feature: 1 << n for n, feature in enumerate(Feature)}
"""The bits of ``search_versions.features``."""

_SHOWN = (PageType.ARTICLE, PageType.LIVEBLOG)
"""What is searched unless the query names a type."""


class Piece(NamedTuple):
    """A condition of SQL on a row ``v`` of search_versions, and the values its question marks stand for."""

    sql: str
    values: tuple[object, ...] = ()


class Plan(NamedTuple):
    """How a query is answered."""

    tree: Node
    match: str | None
    """Of the full-text index; None where only other things are asked for."""
    where: Piece
    lowest: int | None
    highest: int | None
    """Bounds of the key, both included."""
    check: Node | None
    """What each version found must be checked for."""
    told: tuple[tuple[Node, Piece], ...]
    """The parts of ``check`` that SQL can answer."""
    hide_copies: bool


def plan(tree: Node) -> Plan:
    """How ``tree`` is answered."""
    conjuncts = tree.parts if isinstance(tree, And) else (tree,)
    toggles = {node.toggle for node in conjuncts if isinstance(node, Switch)}
    published = [c for c in conjuncts if isinstance(c, Dates) and c.time is Time.PUBLISHED]
    texts = [c for c in conjuncts if _is_text(c)]
    match = _match(And(parts=tuple(texts), start=0, end=0)) if texts else None
    others = [c for c in conjuncts if match is None or c not in texts]
    pieces = [piece for c in others if (piece := _where(c))]
    if _asks_for_statement(tree):  # no other version needs to be read
        pieces.append(Piece("v.features & ?", (FEATURES[Feature.STATEMENT],)))
    pieces += _defaults(tree, toggles)
    unsure = tuple(c for c in conjuncts if not _exact(c))
    check = And(parts=unsure, start=0, end=0) if unsure else None
    return Plan(
        tree=tree,
        match=match,
        where=_joined(pieces, " AND ") or Piece("1"),
        lowest=max((_key(d.first) for d in published if d.first), default=0 if published else None),
        highest=min((_key(d.last, 1) - 1 for d in published if d.last), default=None),
        check=check,
        told=tuple(_told(check)) if check else (),
        hide_copies=Toggle.HIDE_COPIES in toggles,
    )


def _asks_for_statement(node: Node) -> bool:
    match node:
        case And(parts=parts):
            return any(map(_asks_for_statement, parts))
        case Or(parts=parts):
            return all(map(_asks_for_statement, parts))
        case _:
            return isinstance(node, Said)


def _defaults(tree: Node, toggles: set[Toggle]) -> Iterator[Piece]:
    if Toggle.ALL_VERSIONS not in toggles:
        yield Piece("v.current")
    if not any(isinstance(node, Type) for node in nodes(tree)):
        yield Piece("v.page_type IN (?, ?)", tuple(map(str, _SHOWN)))


def _key(day: dt.date, after: int = 0) -> int:
    return (day.toordinal() + after) << DAY_BITS


def _joined(pieces: list[Piece], operator: str) -> Piece | None:
    if not pieces:
        return None
    return Piece(
        "(" + operator.join(piece.sql for piece in pieces) + ")",
        tuple(v for piece in pieces for v in piece.values),
    )


# --- texts ---


def _is_text(node: Node) -> bool:
    """Asks of nothing but the texts in the full-text index."""
    match node:
        case Words() | Near() | Within() | AtLeast() | In() | Said():
            return True
        case And(parts=parts) | Or(parts=parts):
            return all(map(_is_text, parts))
        case Not(part=part):
            return _is_text(part)
        case _:
            return False


def _exact(node: Node) -> bool:
    """SQL alone answers it; no version needs to be checked."""
    match node:
        case Within() | Said():
            return False
        case AtLeast(count=count):
            return count <= 1
        case And(parts=parts) | Or(parts=parts):
            return all(map(_exact, parts))
        case In(part=part):  # what a text must not hold is no expression by itself
            return _exact(part) and _match(part) is not None
        case Not(part=part):
            return _exact(part)
        case _:
            return True


def _match(node: Node) -> str | None:  # noqa: PLR0911  # one for each kind
    """An expression of FTS5 that finds at least what answers ``node``; None where there is none."""
    match node:
        case Words():
            return _phrase(node)
        case Near(parts=parts, distance=distance):
            return f"NEAR({' '.join(map(_phrase, parts))}, {int(distance)})"
        case Within():
            return _together(node)
        case AtLeast(part=part):
            return _match(part)
        case In(column=column, part=part):
            return _in_column(str(column), _match(part))
        case Said(part=part):
            return _in_column("body", _match(_wanted(part)))
        case Or(parts=parts):
            found = [_match(part) for part in parts]
            return None if None in found else "(" + " OR ".join(f for f in found if f) + ")"
        case And(parts=parts):
            return _but(parts)
        case _:
            return None


def _wanted(node: Node) -> Node:
    """What must be there: what one statement must not hold may stand anywhere else in the text."""
    match node:
        case And(parts=parts):
            kept = tuple(_wanted(part) for part in parts if not isinstance(part, Not))
            return msgspec.structs.replace(node, parts=kept)
        case Or(parts=parts):
            return msgspec.structs.replace(node, parts=tuple(map(_wanted, parts)))
        case _:
            return node


def _together(node: Within) -> str | None:
    """All of them, near one another, save where a version has a sentence, or paragraph, longer than that."""
    everywhere = _all([_match(part) for part in node.parts])
    phrases = [_phrase(part) for part in node.parts if isinstance(part, Words)]
    if len(phrases) < len(node.parts):
        return everywhere
    of_sentence = node.unit is Unit.SENTENCE
    reach, mark = (SENTENCE_WORDS, LONG_SENTENCE) if of_sentence else (PARAGRAPH_WORDS, LONG_PARAGRAPH)
    return f'(NEAR({" ".join(phrases)}, {reach}) OR ({everywhere} AND body : "{mark}"))'


def _phrase(words: Words) -> str:
    text = " ".join(words.words).replace('"', '""')
    return f'"{text}" *' if words.prefix else f'"{text}"'


def _in_column(column: str, inside: str | None) -> str | None:
    return inside and f"{{{column}}} : ({inside})"


def _all(found: list[str | None]) -> str | None:
    said = [f for f in found if f]
    return "(" + " AND ".join(said) + ")" if said else None


def _but(parts: tuple[Node, ...]) -> str | None:
    """``(a AND b) NOT (c OR d)``: FTS5 knows a NOT only behind something."""
    wanted = [part for part in parts if not isinstance(part, Not)]
    found = [_match(part) for part in wanted]
    unwanted = [_match(part.part) for part in parts if isinstance(part, Not) and _exact(part)]
    if not wanted or None in found or None in unwanted:
        return None
    denied = " OR ".join(u for u in unwanted if u)
    return f"({_all(found)} NOT ({denied}))" if denied else _all(found)


# --- all else ---


def _where(node: Node) -> Piece | None:
    """A condition that holds at least for what answers ``node``; None where it would hold for all."""
    if _is_text(node) and (match := _match(node)):
        return Piece("v.key IN (SELECT rowid FROM search_words WHERE search_words MATCH ?)", (match,))
    match node:
        case And(parts=parts):
            return _joined([piece for part in parts if (piece := _where(part))], " AND ")
        case Or(parts=parts):
            found = [_where(part) for part in parts]
            return None if None in found else _joined([piece for piece in found if piece], " OR ")
        case Not(part=part):
            return _denied(_where(part)) if _exact(part) else None
        case _:
            return _condition(node)


def _denied(piece: Piece | None) -> Piece:
    # A column that is null answers neither; IS NOT TRUE makes that a no to what is denied.
    return Piece(f"(({piece.sql}) IS NOT TRUE)", piece.values) if piece else Piece("0")


def _condition(node: Node) -> Piece | None:
    match node:
        case Named(name=name, part=part):
            return _named(name, part)
        case Dates():
            return _dates(node)
        case Language(language=language):
            return Piece(
                "v.language IN (SELECT number FROM search_names WHERE kind = 'language' AND (name = ? OR"
                " substr(name, 1, length(?) + 1) = ? || '-'))",
                (language,) * 3,
            )
        case Has(feature=feature):
            return Piece("v.features & ?", (FEATURES[feature],))
        case Type(page_type=page_type):
            return Piece("v.page_type = ?", (str(page_type),)) if page_type else None
        case _:
            return None


def _named(name: Name, part: Node) -> Piece:
    """A name is denied in the name itself: ``author:(roe NOT ana)`` is a Roe who is no Ana."""
    inside = "SELECT rowid FROM search_name_words WHERE search_name_words MATCH ?"
    values = (f"{{{name}}} : ({_match(part)})",)  # the parser lets no name pass that only says what it is not
    if name is Name.PUBLISHER:
        return Piece(f"v.publisher IN ({inside})", values)
    return Piece(f"v.key IN (SELECT key FROM search_named WHERE name IN ({inside}))", values)  # noqa: S608  # ours


def _dates(node: Dates) -> Piece | None:
    column = {
        Time.PUBLISHED: f"(v.key >> {DAY_BITS})",
        Time.MODIFIED: "v.modified",
        Time.CAPTURED: "v.captured",
    }[node.time]
    pieces = [Piece("v.key >= 0")] if node.time is Time.PUBLISHED else [Piece(f"{column} IS NOT NULL")]
    if node.first:
        pieces.append(Piece(f"{column} >= ?", (node.first.toordinal(),)))
    if node.last:
        pieces.append(Piece(f"{column} <= ?", (node.last.toordinal(),)))
        if node.time is Time.PUBLISHED:
            # A page that names only a month was published in a period that holds all of it.
            pieces.append(Piece("(v.last_day IS NULL OR v.last_day <= ?)", (node.last.toordinal(),)))
    return _joined(pieces, " AND ")


def _told(check: Node) -> Iterator[tuple[Node, Piece]]:
    """What a check needs to know that is not in the texts."""
    match check:
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _told(part)
        case Not(part=part):
            yield from _told(part)
        case _ if not _is_text(check):
            yield check, _condition(check) or Piece("1")
