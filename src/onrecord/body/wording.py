"""What each block says: its letters, its links, and where else on the page its words stand."""

from collections import Counter

import numpy as np

from onrecord.body.columns import TEXT
from onrecord.body.tally import Floats, Tally
from onrecord.body.words import ALSO, OPENINGS

__all__ = ["wording_columns"]


def wording_columns(tally: Tally) -> Floats:
    """The columns named in `TEXT`."""
    total, letters, seen = tally.total, tally.letters, tally.letters.seen
    out = np.empty((len(TEXT), total), np.float32)
    out[0] = np.log1p(tally.size)
    out[1] = np.log1p(letters.spaces)
    out[2] = tally.linked
    out[3] = np.minimum(np.fromiter([b.bold for b in tally.blocks], np.float32, total) / tally.lengths, 1)
    out[4] = letters.stops
    out[5] = letters.capitals
    out[6] = letters.digits
    out[7] = letters.signs
    out[8] = letters.dense
    out[4:9] /= seen
    out[9] = letters.ended
    out[10] = letters.small
    out[11] = letters.odd
    out[12] = tally.good > 0
    out[13:18] = _looked_up(tally)
    out[18] = seen / (letters.spaces + 1)
    return out.T


def _looked_up(tally: Tally) -> Floats:
    """Columns that need each text as a string."""
    texts, total = tally.texts, tally.total
    times = Counter(texts)
    title = (tally.page.title or "").casefold()
    description = next((m.content for m in tally.page.metas if m.name in _DESCRIPTIONS), "")
    description = "".join(description.split())
    out = np.zeros((5, total), np.float32)
    if len(times) < total:
        out[0] = [times[t] for t in texts]
    else:
        out[0] = 1
    if title:
        out[1] = [_in_title(t, title) if len(t) < _LINE else 0 for t in texts]
    if len(description) > _TELLING:
        out[2] = [len(t) > _TELLING and "".join(t[:60].split())[:40] in description for t in texts]
    if tally.data is not None:
        out[3] = tally.data
    out[4] = [b.linked > 0 and _points(b.text) for b in tally.blocks]
    return out


_DESCRIPTIONS = frozenset(("description", "og:description"))
_LINE = 250
"""Characters of the longest block that may be a part of the title, or hold it."""
_TELLING = 20
"""Characters from which being in the description is no chance."""
_POINTER = 300
"""Characters of the longest block that points to other articles."""


def _in_title(text: str, title: str) -> float:
    folded = text.casefold()
    return 1.0 if folded in title else 0.5 if title in folded else 0.0


def _points(text: str) -> bool:
    start = text[:9].lstrip(" *([–—▶►»>•|-").casefold()[:3]
    return start in OPENINGS and len(text) < _POINTER and ALSO.match(text) is not None
