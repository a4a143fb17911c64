"""The text of an article as it is shown: blocks by kind, statements and links marked, captions where they stand."""

import bisect
import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.export.sayings import words_at
from onrecord.record import Block, BlockKind, Image, Link, Record, Statement
from onrecord.values.addresses import is_web
from onrecord.web.marking import Marked, Piece, pieces

_COLOURS = 6
"""Speakers that the style sheet tells apart; further ones share theirs."""


class Mark(NamedTuple):
    """What lies over a stretch of the text."""

    statement: int | None
    """Number of a statement, from 1."""
    begins: bool
    """The stretch is the first of that statement."""
    colour: int
    speaker: str | None
    url: str | None
    """Of a link."""


class Said(NamedTuple):
    """A statement, as it is listed beside the text."""

    number: int
    """From 1."""
    speaker: str | None
    """The fullest name, else the words used."""
    name: str | None
    """The full name, where there is one: it leads to the speaker's page."""
    role: str | None
    kind: str
    words: str
    colour: int
    confidence: float


class Unit(NamedTuple):
    """A block, or a caption."""

    pieces: tuple[Piece[Mark], ...]
    level: int | None
    time: str | None
    image: Image | None
    cells: tuple[str, ...]
    """Of a row of a table; there the pieces are not used."""


class Group(NamedTuple):
    """Blocks of one kind that follow one another: a list, a table; of other kinds a group holds one."""

    kind: str
    """A `BlockKind`, or ``caption``."""
    units: tuple[Unit, ...]


def said(record: Record) -> tuple[Said, ...]:
    """The statements of ``record`` in its order; empty where it was read without."""
    body = record.article_body or ""
    colours = _colours(record.statements or ())
    return tuple(
        Said(
            number,
            _speaker(s),
            s.speaker.name,
            s.speaker.role,
            s.kind.value,
            words_at(body, s.content),
            colours[_speaker(s)],
            s.confidence,
        )
        for number, s in enumerate(record.statements or (), 1)
    )


def _speaker(statement: Statement) -> str | None:
    return statement.speaker.name or statement.speaker.mention


def _colours(statements: Iterable[Statement]) -> dict[str | None, int]:
    names = dict.fromkeys(_speaker(s) for s in statements)
    return {name: n % _COLOURS for n, name in enumerate(names)}


def groups(record: Record) -> tuple[Group, ...]:
    """The text of ``record``, with its captions where their images stand."""
    body = record.article_body or ""
    blocks = record.blocks or ((_whole(body),) if body else ())
    marks = _of_blocks(blocks, tuple(_marks(record)))
    shown = [(block.kind.value, _unit(body, block, marks[n])) for n, block in enumerate(blocks)]
    placed = tuple(_with_captions(record, blocks, shown))
    kept = {BlockKind.LIST_ITEM.value, BlockKind.TABLE_ROW.value}
    made: list[Group] = []
    for kind, members in itertools.groupby(placed, key=lambda pair: pair[0]):
        units = tuple(unit for _, unit in members)
        made += [Group(kind, units)] if kind in kept else [Group(kind, (unit,)) for unit in units]
    return tuple(made)


def _whole(body: str) -> Block:
    from onrecord.evidence import NOWHERE

    return Block(BlockKind.PARAGRAPH, None, None, 0, len(body), NOWHERE)


def _marks(record: Record) -> Iterator[Marked[Mark]]:
    colours = _colours(record.statements or ())
    for number, statement in enumerate(record.statements or (), 1):
        name = _speaker(statement)
        for turn, (start, end) in enumerate(statement.content):
            yield Marked(start, end, Mark(number, turn == 0, colours[name], name, None))
    for link in record.links:
        yield from _link(link)


def _link(link: Link) -> Iterator[Marked[Mark]]:
    if link.start is not None and link.end is not None and is_web(link.url):
        yield Marked(link.start, link.end, Mark(None, False, 0, None, link.url))


def _of_blocks(blocks: Iterable[Block], marks: Iterable[Marked[Mark]]) -> list[list[Marked[Mark]]]:
    """The marks of each block: those that reach into it."""
    ends = [block.end for block in blocks]
    starts = [block.start for block in blocks]
    found: list[list[Marked[Mark]]] = [[] for _ in ends]
    for mark in marks:
        for n in range(bisect.bisect_right(ends, mark.start), bisect.bisect_left(starts, mark.end)):
            found[n].append(mark)
    return found


def _unit(body: str, block: Block, marks: list[Marked[Mark]]) -> Unit:
    cells = tuple(body[block.start : block.end].split("\t")) if block.kind is BlockKind.TABLE_ROW else ()
    found = () if cells else _once(pieces(body, marks, block.start, block.end))
    return Unit(found, block.level, block.time, None, cells)


def _once(found: tuple[Piece[Mark], ...]) -> tuple[Piece[Mark], ...]:
    """Only the first piece of a statement begins it: an address leads to one place."""
    seen: set[int] = set()
    made = []
    for piece in found:
        marks = tuple(m._replace(begins=m.begins and m.statement not in seen) for m in piece.marks)
        seen.update(m.statement for m in marks if m.begins and m.statement is not None)
        made.append(Piece(piece.text, marks))
    return tuple(made)


def _with_captions(
    record: Record, blocks: Iterable[Block], shown: list[tuple[str, Unit]]
) -> Iterator[tuple[str, Unit]]:
    """The blocks, each picture before the first block that stands after it on the page; the rest come last."""
    starts = {c.value: c.place.start for c in record.why("images") if c.chosen}
    waiting = [(starts.get(image.url), image) for image in record.images]
    for block, pair in zip(blocks, shown, strict=True):
        here = block.place.start
        if here is not None:
            before = [one for one in waiting if one[0] is not None and one[0] < here]
            waiting = [one for one in waiting if one not in before] if before else waiting
            yield from (("caption", _caption(image)) for _, image in before)
        yield pair
    yield from (("caption", _caption(image)) for _, image in waiting)


def _caption(image: Image) -> Unit:
    return Unit((), None, None, image, ())
