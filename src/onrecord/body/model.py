"""Which blocks are the article: what the trained model says of each, and what rules say of the blocks around it.

The model tells text from what is not the article's. What is left out is then named (a caption, a correction, a
pointer to other articles) by the rules here, and a few rules overrule the model: the headline, corrections and
what was said before are never text, whatever it says.
"""

import functools

from turbohtml import Element

from onrecord.body import hints
from onrecord.body.blocks import Cut, TextBlock
from onrecord.body.choices import Choice, Chosen, Part
from onrecord.body.features import Features, count
from onrecord.body.judgement import Judgement, judge, shipped
from onrecord.body.numbers import Numbers
from onrecord.body.openings import corrects, points
from onrecord.body.standfirst import find_standfirst
from onrecord.body.vetoes import overrule
from onrecord.page import Page
from onrecord.record import BlockKind

_ARTICLE = Part.ARTICLE
_HEADING, _QUOTATION = BlockKind.HEADING, BlockKind.QUOTATION

_KEPT = Choice(Part.ARTICLE, "reads and stands like the article")
_BEST = Choice(Part.ARTICLE, "the likeliest of a page where nothing is likely")
_LEFT = Choice(Part.OTHER, "does not read or stand like the article")
_HEADLINE = Choice(Part.OTHER, "the headline")
_CORRECTION = Choice(Part.CORRECTION, "a correction or an editor's note")
_CAPTION = Choice(Part.CAPTION, "a caption")
_STANDFIRST = Choice(Part.STANDFIRST, "set apart between headline and text")
_BYLINE = Choice(Part.BYLINE, "a byline or a date, by its class name")
_ALSO = Choice(Part.RELATED, "points to other articles")
_LINKS = Choice(Part.RELATED, "mostly links")
_BARREN = Choice(Part.OTHER, "a heading of nothing that was kept")
_AGAIN = Choice(Part.OTHER, "said before")
_PULLED = Choice(Part.OTHER, "set apart, and said in the text as well")


def choose(page: Page, cut: Cut) -> Chosen:
    """Judge every block of ``cut`` with the model of the package."""
    if not cut.blocks:
        return Chosen((), -1)
    seen, model = count(page, cut), shipped()
    return choose_by(cut, seen, judge(seen, model), (model.threshold, model.apart))


def choose_by(cut: Cut, seen: Features, judged: Judgement, settled: tuple[float, float]) -> Chosen:
    """What each block is, given how likely it is the article and the standfirst, and from where on that is enough."""
    threshold, apart_from = settled
    blocks = cut.blocks
    choices = [_LEFT] * len(blocks)
    article = overrule(judged.article, cut, seen)
    likely = _likely(blocks, article, threshold)
    reason = _KEPT
    if not likely and (most := max(article)) > _LEAST:
        likely, reason = [article.index(most)], _BEST
    apart = find_standfirst(cut, seen, judged.standfirst, apart_from, likely)
    headline = seen.headline
    said = {blocks[headline].text} if headline >= 0 else set()
    prose, times = seen.size, seen.column("times on the page")
    for n in likely:
        block = blocks[n]
        if n == headline or n in apart:
            continue
        if told := _by_words(block):
            choices[n] = told
        elif times[n] > 1 and block.text in said:
            choices[n] = _AGAIN
        else:
            choices[n] = reason
            if times[n] > 1 and prose[n] > _LONG:
                said.add(block.text)
    _follow(cut, prose, choices, likely)
    for n in apart:
        choices[n] = _STANDFIRST
    if headline >= 0:
        choices[headline] = _HEADLINE
    kept = [n for n in likely if choices[n].part is _ARTICLE]
    if kept:
        _name_others(cut, seen, choices, kept)
    return Chosen(tuple(choices), _around(cut, kept))


def _likely(blocks: tuple[TextBlock, ...], article: Numbers, threshold: float) -> list[int]:
    """The blocks that are likely enough, and those nearly so that go on right behind one, dressed as that is."""
    found: list[int] = []
    for n, probability in enumerate(article):
        if probability > threshold or (
            probability > _NEARLY and found and found[-1] == n - 1 and _goes_on(blocks[n - 1], blocks[n])
        ):
            found.append(n)
    return found


def _goes_on(before: TextBlock, after: TextBlock) -> bool:
    """Whether two blocks are elements of one kind and one class in the same box."""
    one, other = before.first.parent, after.first.parent
    if not isinstance(one, Element) or not isinstance(other, Element) or one is other:
        return False
    dress = one.attr("class")
    return (
        bool(dress) and dress == other.attr("class") and one.tag == other.tag and one.parent == other.parent
    )


_NEARLY = 0.35
"""Probability from which a block is text where it goes on from one that is. Tried in folds: of the
data folder two texts were better and five worse, 0.017 of F1 together; of made pages whose last line is short it is found."""
_LEAST = 0.05
"""Probability under which not even the likeliest block of a page is its article."""
_LONG = 60
"""Length from which a text that stands twice is said again (shorter lines of a dialogue may well be the same), and up
to which a heading is one."""
_NEAR = 12
"""Blocks after the article that may still point to related articles or correct this one."""


def _pulled(cut: Cut, kept: list[int]) -> list[int]:
    """Which of the blocks ``kept`` are quotations or stand in an aside, and say what the others say whole, too."""
    aside: set[int] = set()
    for box in cut.containers:
        if box.tag == "aside" and box.first not in aside:  # else it stands in another one
            aside.update(range(box.first, box.end))
    apart = {n for n in kept if cut.blocks[n].kind is _QUOTATION or n in aside}
    asked = [n for n in kept if n in apart and len(cut.blocks[n].text) > _PIECE]
    said = "\n".join([cut.blocks[n].text for n in kept if n not in apart]) if asked else ""
    return [n for n in asked[:_PULLS] if cut.blocks[n].text.strip(_QUOTED) in said]


_PULLS = 100
"""Quotations and asides that are asked; a text with more of them is none that they were pulled out of."""
_PIECE = 40
"""Characters up to which words may well be said twice: a name, a command, what is quoted and then gone into."""
_QUOTED = " .,…\"“”„«»‘’'「」『』"
"""What may stand around the words of a pull quote and not in the text, or the other way round."""


def _follow(cut: Cut, sizes: Numbers, choices: list[Choice], likely: list[int]) -> None:
    """Leave out pull quotes, and headings that nothing kept follows; what is longer than a heading may be marked as one."""
    for n in _pulled(cut, [n for n in likely if choices[n].part is _ARTICLE]):
        choices[n] = _PULLED
    follower = len(choices)
    for n in reversed(likely):
        if choices[n].part is not _ARTICLE:
            continue
        if cut.blocks[n].kind is _HEADING and sizes[n] < _LONG and follower >= _scope(cut, n):
            choices[n] = _BARREN
        else:
            follower = n


def _scope(cut: Cut, n: int) -> int:
    """Where the part ends that a heading opens: the end of the first container that holds more than the heading."""
    at = cut.blocks[n].inside
    while at >= 0 and cut.containers[at].end == n + 1:
        at = cut.containers[at].parent
    return cut.containers[at].end if at >= 0 else len(cut.blocks)


def _name_others(cut: Cut, seen: Features, choices: list[Choice], kept: list[int]) -> None:
    """Say what the blocks are that were left, from the headline to a little after the article."""
    around = seen.around
    for n in range(max(min(seen.headline, kept[0]), 0), min(kept[-1] + _NEAR, len(choices))):
        choice = choices[n]
        if choice is _LEFT or (choice is _KEPT and around[n] & _NOTED):
            told = _named(cut.blocks[n], around[n])
            if told is not None and not (told is _LINKS and not kept[0] < n < kept[-1]):
                choices[n] = told


def _named(block: TextBlock, around: int) -> Choice | None:  # noqa: PLR0911  # a table: one answer a line
    """What words and class names say that a block is; None where they say nothing."""
    size = len(block.text)
    if around & _NOTED and size < _NOTE:
        return _CORRECTION
    if around & _ELSEWHERE:
        return _aside(around & _ELSEWHERE)
    if told := _by_words(block):
        return told
    if around & _POINTED and block.linked and not around & _SIDE:
        return _ALSO
    if around & _CAPTIONED:
        return _CAPTION
    if around & _SIGNED and size < _CREDIT:
        return _BYLINE
    return _LINKS if block.linked > 0.55 * size and not around & _APART else None


_ELSEWHERE = (
    hints.COMMENT | hints.FOOTER | hints.NAV | hints.HIDDEN | hints.SHARE | hints.TAGS | hints.NEWSLETTER | hints.AD
)  # fmt: skip
_APART = hints.SIDEBAR | hints.BYLINE | hints.BIO
_SIGNED = hints.BYLINE | hints.DATE | hints.BIO
_NOTED, _POINTED, _SIDE, _CAPTIONED = hints.CORRECTION, hints.RELATED, hints.SIDEBAR, hints.CAPTION
_CREDIT = 120
"""Characters of the longest block that is taken for a byline by its class name."""
_NOTE = 1500
"""Characters of the longest block that is taken for a correction."""


@functools.lru_cache(maxsize=512)
def _aside(bits: int) -> Choice:
    return Choice(Part.OTHER, "beside the article: " + hints.names_of(bits))


def _by_words(block: TextBlock) -> Choice | None:
    """What the first words of a block say it is; None for nearly all."""
    text = block.text
    if corrects(text):
        return _CORRECTION
    return _ALSO if block.linked and points(text) else None


def _around(cut: Cut, kept: list[int]) -> int:
    """The innermost container that holds all blocks kept; -1 where there is none."""
    if not kept:
        return -1
    at = cut.blocks[kept[0]].inside
    while at >= 0 and cut.containers[at].end <= kept[-1]:
        at = cut.containers[at].parent
    return at
