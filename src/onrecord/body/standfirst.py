# cython: boundscheck=False, wraparound=False
"""Which blocks are the standfirst: the lines between headline and text that are set apart from both."""

import re
from collections.abc import Sequence

from turbohtml import Element, Text

from onrecord.body import hints
from onrecord.body.blocks import Cut, TextBlock
from onrecord.body.features import Features
from onrecord.body.numbers import Numbers
from onrecord.record import BlockKind
from onrecord.scripts import ENDS

_HEADING = BlockKind.HEADING
_NEVER = (
    hints.COMMENT | hints.FOOTER | hints.NAV | hints.CAPTION | hints.NEWSLETTER | hints.AD | hints.SHARE | hints.BIO
    | hints.HIDDEN | hints.FIGURE | hints.BYLINE | hints.DATE
)  # fmt: skip
_LEAD = hints.LEAD
_SIGNS = hints.BYLINE | hints.DATE
_BEFORE = 3
"""Blocks before the headline that are looked at: some pages set the standfirst above it."""
_FEWEST, _LONGEST = 20, 800
"""Characters; the longest true one in the data folder has 760."""
_BLOCKS = 3


def find_standfirst(
    cut: Cut, seen: Features, judged: Numbers, least: float, likely: Sequence[int]
) -> tuple[int, ...]:
    """The blocks of the standfirst; none where it would leave the article without text.

    By what its class says, by standing right under the headline though neither among the text nor written like it, or
    because the model takes it for one: ``judged`` is how likely it does, ``least`` from where that is enough. ``likely``
    are the blocks that may be the article. Classes such as ``intro`` and ``lead`` are given to first paragraphs as often
    and say nothing alone.
    """
    if not likely:
        return ()
    headline = seen.headline
    body = next((n for n in likely if n > headline and seen.good[n]), likely[0])
    found = _named(cut, seen, judged, body)[:_BLOCKS]
    if not found and (_is_under(cut, seen, judged, body) or _is_above_byline(cut, seen, body, likely)):
        found = [headline + 1]
    found = found or _above(judged, least) or _left_out(cut, seen, body, likely)
    size = sum(len(cut.blocks[n].text) for n in found)
    if (
        headline in found
        or len(found) > _BLOCKS
        or not _FEWEST <= size <= _LONGEST
        or set(likely) <= set(found)
    ):
        return ()
    return tuple(found)


def _above(judged: Numbers, least: float) -> list[int]:
    """The blocks that are likelier than ``least``."""
    found: list[int] = []
    for n in range(len(judged)):
        if judged[n] > least:
            found.append(n)  # noqa: PERF401  # compiled, a loop over numbers
    return found


def _left_out(cut: Cut, seen: Features, body: int, likely: Sequence[int]) -> list[int]:
    """The first block above the text that its class calls a lead, and that is none of the text: one or the other it is."""
    return [
        n
        for n in range(seen.headline + 1, body)
        if seen.around[n] & _LEAD
        and not seen.around[n] & _NEVER
        and n not in likely
        and not cut.blocks[n].linked
        and len(cut.blocks[n].text) >= _FEWEST
    ][:1]


def _named(cut: Cut, seen: Features, judged: Numbers, body: int) -> list[int]:
    """The blocks that their class names a standfirst, from a little above the headline to the first of the text."""
    around, headline = seen.around, seen.headline
    start = max(headline - _BEFORE, 0)
    found: list[int] = []
    for n in range(start, min(body + 1, start + 60)):
        if around[n] & _LEAD and not around[n] & _NEVER and n != headline and _is_named(cut, judged, n):
            found.append(n)  # noqa: PERF401  # as above
    return found


def _is_named(cut: Cut, judged: Numbers, n: int) -> bool:
    block = cut.blocks[n]
    if len(block.text) < _FEWEST or 2 * block.linked > len(block.text):
        return False
    if judged[n] < _POSSIBLE and len(cut.blocks) > _FEW:
        return False
    at = block.inside
    for _ in range(_LEVELS):
        if at < 0:
            break
        if (name := cut.containers[at].element.attr("class")) and _SURELY.search(name):
            return True
        at = cut.containers[at].parent
    return False


_SURELY = re.compile(
    r"stand-?first|sub-?title|sub-?head|dek\b|deck\b|vorspann|chapo|chapeau|entradilla|bajada|copete|sottotitolo|occhiello|ingress"
    r"|manchet|untertitel|under-?rubrik|preamble|strapline|zajawka|article-?intro|(?:post|article|entry)-?excerpt",
    re.IGNORECASE,
)
"""Classes that name a standfirst and nothing else."""
_LEVELS = 3


def _is_under(cut: Cut, seen: Features, judged: Numbers, body: int) -> bool:
    """Whether the block under the headline is set apart: outside the text, or a heading, or alone in italics."""
    n = seen.headline + 1
    if not 0 < n < len(cut.blocks) - 1 or n > body or seen.around[n] & _NEVER:
        return False
    if judged[n] < _POSSIBLE and len(cut.blocks) > _FEW and cut.blocks[n].kind is not _HEADING:
        return False
    block = cut.blocks[n]
    text = block.text
    if block.linked or seen.size[n] < _WORDY or _is_dated(block):
        return False
    if block.kind is _HEADING:
        return not _repeats(text, cut.blocks[seen.headline].text)
    alike = seen.column("share of good of its dress")[n]
    if n < seen.core[0]:
        return alike < _COMMON and _beside(cut, seen.headline, n)
    return (
        len(text) <= _SLANTED
        and bool(_ENDS.search(text))
        and _in_italics(cut, n)
        and not _in_italics(cut, n + 1)
    )


def _is_above_byline(cut: Cut, seen: Features, body: int, likely: Sequence[int]) -> bool:
    """Whether a byline or a date stands between the block under the headline and the text.

    It is called a lead, stands outside the text, or is written unlike it; it may be taken for the first of that.
    """
    n = seen.headline + 1
    if n == body:
        body = next((m for m in likely if m > n and seen.good[m]), n)
    if not 0 < n < body - 1:
        return False
    block = cut.blocks[n]
    never = seen.around[n] & _NEVER or block.linked or block.text.endswith(":")
    if never or _repeats(block.text, cut.blocks[seen.headline].text):
        return False
    unlike = n < seen.core[0] or seen.column("share of good of its dress")[n] < _COMMON
    if not seen.around[n] & _LEAD and not (unlike and seen.size[n] >= _WORDY and not _is_dated(block)):
        return False
    for m in range(n + 1, body):
        if cut.blocks[m].kind is _HEADING:
            return False  # the block is the site's motto, and this the article's headline
        if seen.around[m] & _SIGNS:
            return True
    return False


def _repeats(text: str, headline: str) -> bool:
    """Whether a block says the headline again, with or without a kicker, or in other words."""
    text, headline = text.casefold(), headline.casefold()
    short = len(text) < 2 * len(headline)
    return text.startswith(headline) or (short and (text[:20] in headline or headline in text))


def _is_dated(block: TextBlock) -> bool:
    """Whether so much of a block is digits that it is a date with a byline, which are no headings."""
    most = _DATED_HEADING if block.kind is _HEADING else _DATED
    return sum(c.isdigit() for c in block.text) > most * len(block.text)


_POSSIBLE = 0.2
"""Probability under which the model rules a standfirst out, where it has more than _FEW blocks to go by."""
_FEW = 30
_WORDY = 45
"""Characters, those of Chinese and Japanese counted as more, from which what stands under a headline is no byline or date."""
_DATED, _DATED_HEADING = 0.1, 0.2
"""Share of digits from which it is a byline with a date, which are no headings; these may give a sum and a year."""
_COMMON = 0.3
"""Share of the page's good text from which what is written alike is the article."""
_SLANTED = 250
"""Characters of the longest standfirst told by its italics alone: longer ones are mostly notes on the article."""
_ENDS = re.compile(f"[{ENDS}]$")


def _beside(cut: Cut, headline: int, n: int) -> bool:
    """Whether a block stands in the container around the headline's, or in that of the headline."""
    containers, above = cut.containers, cut.blocks[headline].inside
    here = cut.blocks[n].inside
    if above < 0 or here < 0:
        return False
    parent = containers[above].parent
    return containers[here].parent in (parent, containers[parent].parent if parent >= 0 else -1)


def _in_italics(cut: Cut, n: int) -> bool:
    """Whether all of a block stands in one element of italics."""
    if cut.blocks[n].inside < 0:
        return False
    children = cut.containers[cut.blocks[n].inside].element.children
    inner = [c for c in children if not (isinstance(c, Text) and c.data.isspace())]
    return len(inner) == 1 and isinstance(inner[0], Element) and inner[0].tag in {"i", "em"}
