"""Where the model is not believed: what names set aside, and pages unlike those that it learned from."""

from itertools import accumulate

from onrecord.body import hints
from onrecord.body.blocks import Cut
from onrecord.body.features import Features
from onrecord.body.numbers import Numbers
from onrecord.record import BlockKind

_COMMENT = hints.COMMENT
_BESIDE = hints.HIDDEN | hints.SHARE | hints.TAGS | hints.FOOTER | hints.NAV | hints.AD | hints.BIO
_NEVER = _BESIDE | hints.NEWSLETTER | hints.RELATED
"""What is never the article on a small page."""
_SURE = 0.8
"""Probability from which the model is believed against a name."""
_FEW = 25
"""Blocks of a page that is small: most of those the model learned from have more, so it has little to go by here."""


def overrule(article: Numbers, cut: Cut, seen: Features) -> Numbers:
    """How likely each block is the article, given how likely the model takes it for that.

    Comments never are. What names call hidden, or set beside the article, is only where the model is sure: names are
    believed of parts that hold neither the headline nor most of the page. In the folds this gained 0.002 on articles
    and 0.001 on news. On small pages rules have the last word: what stands outside the main container, what names set
    aside, lines of links, dates above the prose, and short lines that are written like none of it are left.
    """
    left = likely = article[:]
    around = seen.around
    for n in range(len(around)):
        if around[n] & _COMMENT or (around[n] & _BESIDE and likely[n] < _SURE):
            likely[n] = 0
    if len(around) <= _FEW:
        apart = _apart(cut, seen)
        for n in range(len(around)):
            if apart[n] or around[n] & _NEVER:
                likely[n] = 0
    return left


def _apart(cut: Cut, seen: Features) -> list[bool]:
    """The blocks of a small page that neither stand nor read like its article."""
    main = _main(cut, seen)
    first, end = (cut.containers[main].first, cut.containers[main].end) if main >= 0 else (0, len(cut.blocks))
    told = zip(
        seen.size,
        seen.column("ends a sentence"),
        seen.column("link share"),
        seen.column("digits"),
        seen.column("from first good"),
        seen.column("share of good of its pair of dresses"),
        seen.column("in the core"),
        strict=True,
    )
    return [
        not max(first, seen.headline) <= n < end
        or (links > _LINKS and not (ends and size > _LABEL))
        or (digits > _DATED and size < 2 * _LINE and not ends and before < 0)
        or (cut.blocks[n].kind not in _MARKED and _is_lone(n < seen.headline, size, ends, alike, core))
        for n, (size, ends, links, digits, before, alike, core) in enumerate(told)
    ]


_MARKED = (BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)


def _is_lone(above: bool, size: float, ends: float, alike: float, core: float) -> bool:  # noqa: FBT001
    """Whether a line is written like none of the prose, or stands outside its core and is written like little of it."""
    if size < _LINE and not ends and (alike == 0 or above):
        return True
    return not core and size < 2 * _LINE and (above or alike < _RARE)


_LINE, _LABEL = 60, 40
"""Lengths up to which a block is a line of words, and a link no sentence."""
_LINKS = 0.55
_RARE = 0.2
"""Share of the good text under which what is written alike, and stands away from the rest, is not the article."""
_DATED = 0.15
"""Share of digits from which a line above the prose is its date."""


def _main(cut: Cut, seen: Features) -> int:
    """The innermost container that holds nearly all the prose of each container around it; -1 where there is none."""
    sums = list(accumulate(seen.good, initial=0.0))
    main, best = -1, sums[-1]
    for n, container in enumerate(cut.containers):
        if container.parent == main:
            mass = sums[container.end] - sums[container.first]
            held = container.tag in _OWN and container.first <= seen.headline < container.end
            enough = mass >= (_ENOUGH if held else _NEARLY) * best and container.end - container.first > 1
            if enough or main < 0:
                main, best = n, mass
    return main


_NEARLY = 0.9
_OWN = frozenset(("article", "main"))
"""Elements that, where they hold the headline, are meant to hold the article."""
_ENOUGH = 0.3
"""Share of the prose that is enough in them: another article may follow, or a page outweigh a brief."""
