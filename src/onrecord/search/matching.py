"""Whether a text answers a query, and where: what an index of whole articles cannot tell by itself.

Words in one sentence, in one paragraph, in one statement, and how often: the index finds the articles that hold the
words at all, and each is then read here. The same is asked to show a hit with its words marked.
"""

import functools
import operator
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.search import passages
from onrecord.search.stored import Stored
from onrecord.search.tree import (
    And,
    AtLeast,
    Column,
    In,
    Near,
    Node,
    Not,
    Or,
    Said,
    Unit,
    Within,
    Words,
)
from onrecord.search.words import Plain, Word, plain, words_of


class Span(NamedTuple):
    """A stretch of a text in code points, end exclusive."""

    start: int
    end: int


class Text:
    """A text in which words are looked for; what was found is remembered as long as the text is."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        # Where it can be folded to ASCII a pattern finds a word without cutting the others.
        self._plain = plain(raw)
        self._found: dict[tuple[tuple[str, ...], bool], tuple[Span, ...]] = {}

    @property
    def whole(self) -> Span:
        """All of it."""
        return Span(0, len(self.raw))

    @functools.cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words, with their places."""
        return tuple(words_of(self.raw))

    @functools.cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences."""
        return tuple(Span(*span) for span in passages.sentences(self.raw))

    @functools.cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Its paragraphs."""
        return tuple(Span(*span) for span in passages.paragraphs(self.raw))

    def find(self, sought: Words) -> tuple[Span, ...]:
        """Where the word or phrase stands, in order."""
        key = sought.words, sought.prefix
        if key not in self._found:
            found = self._in_plain(sought, self._plain) if self._plain else self._in_words(sought)
            self._found[key] = tuple(found)
        return self._found[key]

    def count_between(self, start: int, end: int) -> int:
        """Words that begin from ``start`` to ``end``."""
        return bisect_left(self._starts, end) - bisect_left(self._starts, start)

    @functools.cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(word.start for word in self.words)

    def unit_at(self, unit: Unit, place: Span) -> Span:
        """The sentence or paragraph in which ``place`` begins."""
        units = self.sentences if unit is Unit.SENTENCE else self.paragraphs
        return units[max(0, bisect_right(units, place.start, key=_start) - 1)]

    def _in_plain(self, sought: Words, folded: Plain) -> Iterator[Span]:
        if not "".join(sought.words).isascii():
            return
        text = folded.text
        for found in _pattern(sought.words, sought.prefix).finditer(text):
            start, end = found.span()
            if not start or not text[start - 1].isalnum():  # in the pattern it would cost ten times as much
                yield Span(folded.original(start), folded.original(end))

    def _in_words(self, sought: Words) -> Iterator[Span]:
        size = len(sought.words)
        first, last = sought.words[0], sought.words[-1]
        for at, word in enumerate(self.words[: len(self.words) - size + 1 or None]):
            if word.word != first and not (size == 1 and sought.prefix):
                continue
            row = self.words[at : at + size]
            end = row[-1].word
            if (end.startswith(last) if sought.prefix else end == last) and all(
                w.word == s for w, s in zip(row[:-1], sought.words, strict=False)
            ):
                yield Span(word.start, row[-1].end)


@functools.lru_cache(maxsize=256)  # pure; the same few words for every article that is looked at
def _pattern(words: tuple[str, ...], prefix: bool) -> re.Pattern[str]:  # noqa: FBT001  # part of a cache's key
    end = "[a-z0-9]*" if prefix else "(?![a-z0-9])"
    return re.compile("[^a-z0-9]+".join(map(re.escape, words)) + end)


class Reading:
    """A stored version while it is held against a query."""

    def __init__(self, kept: Stored) -> None:
        self.kept = kept
        self.texts: Mapping[Column, Text] = {
            Column.HEADLINE: Text(kept.headline or ""),
            Column.STANDFIRST: Text(kept.standfirst or ""),
            Column.BODY: Text(kept.body or ""),
        }


def matches(node: Node, reading: Reading, told: Mapping[Node, bool]) -> bool:  # noqa: PLR0911  # one for each kind
    """Whether the version answers ``node``; ``told`` holds the answers to what is not asked of its texts."""
    match node:
        case And(parts=parts):
            return all(matches(part, reading, told) for part in parts)
        case Or(parts=parts):
            return any(matches(part, reading, told) for part in parts)
        case Not(part=part):
            return not matches(part, reading, told)
        case In(column=column, part=part):
            return _in_text(part, reading.texts[column], reading.texts[column].whole)
        case Said():
            return _said(node, reading)
        case AtLeast(count=count, part=part):
            return sum(len(text.find(part)) for text in reading.texts.values()) >= count
        case Words() | Near() | Within():
            return any(_in_text(node, text, text.whole) for text in reading.texts.values())
        case _:
            return told[node]


def _in_text(node: Node, text: Text, span: Span) -> bool:  # noqa: PLR0911  # one for each kind
    """Whether the stretch ``span`` of one text answers ``node``, which asks of nothing but texts."""
    match node:
        case And(parts=parts):
            return all(_in_text(part, text, span) for part in parts)
        case Or(parts=parts):
            return any(_in_text(part, text, span) for part in parts)
        case Not(part=part):
            return not _in_text(part, text, span)
        case Words():
            return stands(text.find(node), span)
        case AtLeast(count=count, part=part):
            return len(_inside(text, part, span)) >= count
        case Near():
            return _near(node, text, span)
        case Within(unit=unit, parts=parts) if all(isinstance(part, Words) for part in parts):
            return _together(
                unit, [_inside(text, part, span) for part in parts if isinstance(part, Words)], text
            )
        case Within(unit=unit, parts=parts):
            units = text.sentences if unit is Unit.SENTENCE else text.paragraphs
            return any(
                all(_in_text(part, text, narrow) for part in parts)
                for start, end in units
                if (narrow := Span(max(start, span.start), min(end, span.end))).start < narrow.end
            )
        case _:
            raise AssertionError(node)


_FEW = 16


def _together(unit: Unit, places: list[Sequence[Span]], text: Text) -> bool:
    """One of each stands in one sentence or paragraph: looked for from the rarest on."""
    rarest = min(places, key=len)
    found_at = passages.sentence_at if unit is Unit.SENTENCE else passages.paragraph_at
    for place in rarest:
        # All sentences of a text cost more than those around a few words, and less than those around many.
        narrow = Span(*found_at(text.raw, *place)) if len(rarest) <= _FEW else text.unit_at(unit, place)
        if all(stands(row, narrow) for row in places):
            return True
    return False


def stands(row: Sequence[Span], span: Span) -> bool:
    """Whether one of ``row``, places in order, stands in ``span``."""
    at = bisect_left(row, span.start, key=_start)
    return at < len(row) and row[at].end <= span.end


_start, _end = operator.attrgetter("start"), operator.attrgetter("end")


def _inside(text: Text, sought: Words, span: Span) -> Sequence[Span]:
    """Where the word or phrase stands in the stretch ``span``."""
    found = text.find(sought)
    first = bisect_left(found, span.start, key=_start)
    return found[first : bisect_right(found, span.end, first, key=_end)]


def _near(node: Near, text: Text, span: Span) -> bool:
    """Every stretch that begins with one of the parts is tried: the nearest of each other part behind it."""
    places = [_inside(text, part, span) for part in node.parts]
    for first in (place for row in places for place in row):
        ahead = [(row, bisect_left(row, first.start, key=_start)) for row in places]
        if any(at == len(row) for row, at in ahead):
            continue
        last = max(row[at].start for row, at in ahead)
        if last <= first.end or text.count_between(first.end, last) <= node.distance:
            return True
    return False


def _said(node: Said, reading: Reading) -> bool:
    body = reading.kept.body or ""
    for statement in reading.kept.statements:
        spoken = Text(" ".join(body[start:end] for start, end in statement.content))
        by = Text(statement.speaker or "")
        if _in_text(node.part, spoken, spoken.whole) and all(
            _in_text(speaker, by, by.whole) for speaker in node.speakers
        ):
            return True
    return False


def asked(node: Node) -> Iterator[tuple[Column | None, Words]]:
    """The words and phrases a hit is to show: all but those it must not hold, and those of names."""
    match node:
        case Words():
            yield None, node
        case In(column=column, part=part):
            yield from ((column, words) for _, words in asked(part))
        case Said(part=part):
            yield from ((Column.BODY, words) for _, words in asked(part))
        case AtLeast(part=part):
            yield None, part
        case And(parts=parts) | Or(parts=parts) | Within(parts=parts) | Near(parts=parts):
            for part in parts:
                yield from asked(part)
        case _:
            return
