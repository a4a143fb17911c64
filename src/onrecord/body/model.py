"""Which blocks are the article, and why: rules over what `features` counted.

The rules know no site and, but for class names and a few markers, no language. A learned model may take the place
of `choose`; it must give the same thing: one `Choice` for each block.
"""

import enum
import functools
import re
from dataclasses import dataclass

import msgspec

from onrecord.body import hints
from onrecord.body.blocks import Container, Cut, TextBlock
from onrecord.body.features import ASIDE, Features, Inside, dress, look_inside
from onrecord.body.standfirst import standfirst
from onrecord.body.words import ALSO, CORRECTED, OPENINGS
from onrecord.record import BlockKind

__all__ = ["Choice", "Chosen", "Part", "choose"]


class Part(enum.StrEnum):
    """What a block is to the article."""

    ARTICLE = "article"
    STANDFIRST = "standfirst"
    CAPTION = "caption"
    CORRECTION = "correction"
    BYLINE = "byline"
    RELATED = "related"
    OTHER = "other"


class Choice(msgspec.Struct, frozen=True, gc=False):
    """What a block was taken for."""

    part: Part
    reason: str
    """The rule that took it, for a person to read."""


@dataclass(frozen=True)
class Chosen:
    """A page's blocks, judged."""

    choices: tuple[Choice, ...]
    """One for each block of the cut."""
    main: int
    """The index of the container that holds the article; -1 where the page has none."""


_ARTICLE = Part.ARTICLE
_IN_PARAGRAPH, _IN_HEADING, _IN_ITEM = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM
_IN_GRID = frozenset((BlockKind.TABLE_ROW, BlockKind.PREFORMATTED))
# By name: a member of an enum costs ten times as much to look up.

_OUTSIDE = Choice(Part.OTHER, "outside the main container")
_PROSE = Choice(Part.ARTICLE, "prose in the main container")
_HEADLINE = Choice(Part.OTHER, "the headline")
_CORRECTION = Choice(Part.CORRECTION, "a correction or an editor's note")
_CAPTION = Choice(Part.CAPTION, "a caption")
_STANDFIRST = Choice(Part.STANDFIRST, "set apart between headline and text")
_BYLINE = Choice(Part.BYLINE, "a byline or a date, by its class name")
_DATED = Choice(Part.BYLINE, "a line with a date between headline and text")
_ALSO = Choice(Part.RELATED, "points to other articles")
_LINKS = Choice(Part.RELATED, "mostly links")
_HEADING = Choice(Part.ARTICLE, "a heading in the text")
_BARREN = Choice(Part.OTHER, "a heading of nothing that was kept")
_BOX = Choice(Part.OTHER, "in a small box apart from the text")
_AGAIN = Choice(Part.OTHER, "said before")
_ODD = Choice(Part.OTHER, "written unlike the text around it")
_AFTER = Choice(Part.OTHER, "after the last paragraph")


def choose(cut: Cut, seen: Features) -> Chosen:
    """Judge every block of ``cut``."""
    main = _main(cut, seen)
    choices = [_OUTSIDE] * len(cut.blocks)
    if seen.headline >= 0:
        choices[seen.headline] = _HEADLINE
    if main >= 0:
        inside = look_inside(cut, seen, main)
        c = cut.containers[main]
        for n in range(c.first, c.end):
            choices[n] = _judge(cut, seen, inside, n)
        _once(cut, seen, choices, c)
        _follow(cut, choices, c)
        body = [n for n in range(c.first, c.end) if choices[n].part is _ARTICLE]
        for n in standfirst(cut, seen, inside, body):
            choices[n] = _STANDFIRST
        for n in (*range(max(seen.headline, 0), c.first), *range(c.end, min(c.end + _NEAR, len(choices)))):
            choices[n] = _judge_outside(cut, seen, n, choices[n])
    return Chosen(tuple(choices), main)


_NEAR = 12
"""Blocks after the main container that may still point to related articles or correct this one."""


def _judge_outside(cut: Cut, seen: Features, n: int, choice: Choice) -> Choice:
    """What a block near the main container is: a correction, a pointer to related articles, or what it was."""
    block = cut.blocks[n]
    around = seen.around[block.inside]
    if choice is not _OUTSIDE or around & _ELSEWHERE:
        return choice
    if around & hints.RELATED and block.linked:
        return _ALSO
    if around & hints.CORRECTION and len(block.text) < _NOTE:
        return _CORRECTION
    return _by_words(block.text) or choice


_ELSEWHERE = (
    hints.COMMENT
    | hints.FOOTER
    | hints.NAV
    | hints.HIDDEN
    | hints.SHARE
    | hints.TAGS
    | hints.NEWSLETTER
    | hints.AD
)


def _main(cut: Cut, seen: Features) -> int:
    """The innermost container that holds nearly all the prose of each container around it."""
    main, sums = -1, seen.sums
    best = sums[-1]
    for n, c in enumerate(cut.containers):
        if c.parent == main:
            mass = sums[c.end] - sums[c.first]
            held = c.tag in _OWN and c.first <= seen.headline < c.end
            if (mass >= (_ENOUGH if held else _NEARLY) * best and c.end - c.first > 1) or main < 0:
                main, best = n, mass
    return main


_NEARLY = 0.9
_OWN = frozenset(("article", "main"))
"""Elements that, where they hold the headline, are meant to hold the article."""
_ENOUGH = 0.3
"""Share of the prose that is enough in them: another article may follow, or a page outweigh a brief."""


def _judge(cut: Cut, seen: Features, inside: Inside, n: int) -> Choice:
    """What one block of the main container is."""
    if n == seen.headline:
        return _HEADLINE
    block = cut.blocks[n]
    if told := _by_name(block, seen.around[block.inside]) or _by_words(block.text):
        return told
    if block.kind is _IN_HEADING:
        return _HEADING
    if 0 <= seen.headline < n < inside.first and _is_dateline(block):
        return _DATED
    if block.linked > 0.55 * len(block.text) and not (
        len(block.text) > _LABEL and _SENTENCE.search(block.text)
    ):
        return _LINKS
    return _by_shares(cut, seen, inside, n)


def _once(cut: Cut, seen: Features, choices: list[Choice], whole: Container) -> None:
    """Leave out paragraphs and the headline where they are said again: pages hold copies for small screens."""
    said = {cut.blocks[seen.headline].text} if seen.headline >= 0 else set()
    for n in range(whole.first, whole.end):
        text = cut.blocks[n].text
        if choices[n].part is _ARTICLE:
            if text in said:
                choices[n] = _AGAIN
            elif seen.good[n]:
                said.add(text)


def _follow(cut: Cut, choices: list[Choice], whole: Container) -> None:
    """Leave out the headings that nothing kept follows ."""
    follower = whole.end
    for n in range(whole.end - 1, whole.first - 1, -1):
        if choices[n] is _HEADING and follower >= _scope(cut, n):
            choices[n] = _BARREN
        elif choices[n].part is _ARTICLE:
            follower = n


def _scope(cut: Cut, n: int) -> int:
    """Where the part ends that a heading opens: the end of the first container that holds more than the heading."""
    at = cut.blocks[n].inside
    while at >= 0 and cut.containers[at].end == n + 1:
        at = cut.containers[at].parent
    return cut.containers[at].end if at >= 0 else n


def _by_name(block: TextBlock, around: int) -> Choice | None:
    """What the class names around a block say it is; None where they say nothing."""
    if not around:
        return None
    if around & hints.CORRECTION and len(block.text) < _NOTE:
        return _CORRECTION
    if aside := around & ASIDE:
        return _ALSO if aside == hints.RELATED and block.linked else _aside(aside)
    if around & hints.CAPTION:
        return _CAPTION
    if (
        around & (hints.BYLINE | hints.DATE)
        and len(block.text) < _CREDIT
        and not _SENTENCE.search(block.text)
    ):
        return _BYLINE
    return None


@functools.lru_cache(maxsize=512)
def _aside(bits: int) -> Choice:
    return Choice(Part.OTHER, "beside the article: " + hints.names_of(bits))


def _by_words(text: str) -> Choice | None:
    """What the first words of a block say it is; None for nearly all."""
    start = text[:9].lstrip(" *([–—▶►»>•|-").casefold()[:3]
    if start not in OPENINGS:
        return None
    if len(text) < _NOTE and CORRECTED.match(text):
        return _CORRECTION
    return _ALSO if len(text) < _POINTER and ALSO.match(text) else None


_CREDIT = 120
"""Characters of the longest block that is taken for a byline by its class name."""
_NOTE = 1500
"""Characters of the longest block that is taken for a correction by its words."""
_POINTER = 300
"""Characters of the longest block that is taken for a pointer to other articles by its words."""


# The bounds on shares come from decision trees over the 916 pages with full texts in bench/, November 2026: their
# first branches, rounded. A share is of the good text in the main container.
_SMALL_BOX = 0.04
"""Share near a block, two containers up, under which it stands in a box of its own."""
_BOX_OF_NOTES = 0.12
"""The same for blocks that do not end like a sentence."""
_RARE_DRESS = 0.21
"""Share written like a block under which it is written unlike the article."""
_COMMON_DRESS = 0.8
"""Share above which a list item written like it belongs to the text wherever it stands."""
_LONG = 115
"""Characters from which a block in a rare dress may still be an opening paragraph."""
_OPENING = 0.38
"""Share before a block up to which it is one."""
_AMONG = 0.56
"""Share right beside a block that keeps a long one in a rare dress."""
_ALONE = 0.2
"""Share right beside a block under which, after the last paragraph, it is left out."""
_LABEL = 40
"""Characters of the longest link that is not taken for a sentence."""


def _by_shares(cut: Cut, seen: Features, inside: Inside, n: int) -> Choice:
    """Whether a block stands with the article's prose or apart from it, by how much of it is written alike."""
    block = cut.blocks[n]
    container = cut.containers[block.inside]
    alike = inside.by_dress.get(dress(container), 0) / inside.total
    near = _near(cut, seen, container) / inside.total
    after = n > inside.last
    if block.kind is _IN_ITEM:
        return _item(seen.around[block.inside], alike, near, after=after)
    if block.kind in _IN_GRID:
        return _BOX if after and near <= _SMALL_BOX else _PROSE
    beside = inside.by_parent.get(container.parent, 0) / inside.total
    if alike <= _RARE_DRESS:
        early = seen.sums[n] - inside.before < _OPENING * inside.total
        return _PROSE if len(block.text) > _LONG and (early or beside > _AMONG) else _ODD
    if after and beside <= _ALONE:
        return _AFTER
    return _BOX if near <= _BOX_OF_NOTES and not _ENDS.search(block.text) else _PROSE


def _item(around: int, alike: float, near: float, *, after: bool) -> Choice:
    if near <= _SMALL_BOX:
        return _PROSE if alike > _COMMON_DRESS or around & hints.BODY else _BOX
    return _AFTER if after else _PROSE


def _is_dateline(block: TextBlock) -> bool:
    text = block.text
    if block.kind is not _IN_PARAGRAPH or len(text) >= _CREDIT:
        return False
    return _DATE.search(text) is not None and not _SENTENCE.search(text)


_DATE = re.compile(r"\b(?:\d{1,2}([./-])\d{1,2}\1(?:19|20)?\d\d|(?:19|20)\d\d([./-])\d{1,2}\2\d{1,2})\b")
_SENTENCE = re.compile(r"[.!?。！？।]$")
_ENDS = re.compile(r"[.!?:;…。！？؟।)”\"»’']$")


def _near(cut: Cut, seen: Features, container: Container) -> int:
    """The good text in the container two levels up from a block's own."""
    for _ in range(2):
        if container.parent < 0:
            break
        container = cut.containers[container.parent]
    return seen.sums[container.end] - seen.sums[container.first]
