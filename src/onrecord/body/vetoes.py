"""Where the model is not believed: what names set aside, and pages unlike those that it learned from."""

from itertools import accumulate

import numpy as np
import numpy.typing as npt

from onrecord.body import hints
from onrecord.body.blocks import Cut
from onrecord.body.features import Features
from onrecord.body.tally import Floats

__all__ = ["overrule"]

_BESIDE = hints.HIDDEN | hints.SHARE | hints.TAGS | hints.FOOTER | hints.NAV | hints.AD | hints.BIO
_NEVER = _BESIDE | hints.NEWSLETTER | hints.RELATED
"""What is never the article on a small page."""
_SURE = 0.8
"""Probability from which the model is believed against a name."""
_FEW = 25
"""Blocks of a page that is small: most of those the model learned from have more, so it has little to go by here."""


def overrule(article: Floats, cut: Cut, seen: Features) -> Floats:
    """How likely each block is the article, given how likely the model takes it for that.

    Comments never are. What names call hidden, or set beside the article, is only where the model is sure: names are
    believed of parts that hold neither the headline nor most of the page. In the folds this gained 0.002 on articles
    and 0.001 on news. On small pages rules have the last word: what stands outside the main container, what names set
    aside, lines of links, dates above the prose, and short lines that are written like none of it are left.
    """
    named = seen.around
    out = ((named & hints.COMMENT) != 0) | (((named & _BESIDE) != 0) & (article < _SURE))
    if len(article) <= _FEW:
        out |= _apart(cut, seen) | ((named & _NEVER) != 0)
    return np.where(out, np.float32(0), article)


def _apart(cut: Cut, seen: Features) -> npt.NDArray[np.bool_]:
    """The blocks of a small page that neither stand nor read like its article."""
    ends = seen.column("ends a sentence") > 0
    short = seen.size < _LINE
    links = (seen.column("link share") > _LINKS) & ~(ends & (seen.size > _LABEL))
    dated = (
        (seen.column("digits") > _DATED)
        & (seen.size < 2 * _LINE)
        & ~ends
        & (seen.column("from first good") < 0)
    )
    alike = seen.column("share of good of its pair of dresses")
    above = np.arange(len(short)) < seen.headline
    outside = (seen.column("in the core") == 0) & (seen.size < 2 * _LINE)
    lone = (short & ~ends & ((alike == 0) | above)) | (outside & (above | (alike < _RARE)))
    lone &= (seen.column("heading") == 0) & (seen.column("list item") == 0)
    out = links | dated | (lone & (seen.column("row") == 0))
    if (main := _main(cut, seen)) >= 0:
        out[: cut.containers[main].first] = True
        out[cut.containers[main].end :] = True
    return np.asarray(out, np.bool_)


_LINE, _LABEL = 60, 40
"""Lengths up to which a block is a line of words, and a link no sentence."""
_LINKS = 0.55
_RARE = 0.2
"""Share of the good text under which what is written alike, and stands away from the rest, is not the article."""
_DATED = 0.15
"""Share of digits from which a line above the prose is its date."""


def _main(cut: Cut, seen: Features) -> int:
    """The innermost container that holds nearly all the prose of each container around it; -1 where there is none."""
    sums = list(accumulate(seen.good.tolist(), initial=0.0))
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
