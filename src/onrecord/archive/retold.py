"""The same words of one speaker as different publishers report them, side by side.

Two statements are the same words told twice where most of the shorter one's words stand in the other, runs of three of
them in the same order, within a few weeks. Only statements that share such a run are compared.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from onrecord.archive.changes import Word, marked
from onrecord.archive.people import Remark
from onrecord.search.words import words_alone

_LEAST = 5
"""Words of a statement that is compared: fewer are said again by chance."""
_RUN = 3
_MOST_KEPT = 0.75
"""Share of the shorter statement's words that stand in the other."""
_DAYS = 21
"""After the first telling: later, it was said again."""
_MET = 40
"""Statements that are compared for one run of words: what somebody says all the time finds no more."""


class Telling(msgspec.Struct, frozen=True):
    """The words as one article reports them."""

    remark: Remark
    words: tuple[Word, ...]
    """What it says otherwise than the first telling, both in one; empty for the first and where nothing differs."""


class Retold(msgspec.Struct, frozen=True):
    """Words of one speaker that several publishers report, in order of time."""

    tellings: tuple[Telling, ...]
    publishers: int
    differs: bool
    """Whether any tells them in other words than the first: a cut, another tense, other words."""


class _Said(NamedTuple):
    remark: Remark
    words: tuple[str, ...]
    bag: Counter[str]


def retold(remarks: Iterable[Remark]) -> Iterator[Retold]:
    """Groups of ``remarks``, which are one speaker's in order of time, that tell the same words; the newest first.

    Only those that two publishers tell.
    """
    for group in reversed(alike(remarks)):
        one = _told(group)
        if one.publishers > 1:
            yield one


def alike(remarks: Iterable[Remark]) -> list[list[Remark]]:
    """``remarks``, in order of time, in groups that tell the same words; each in one, those of few words alone."""
    groups: list[list[_Said]] = []
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for remark in remarks:
        words = tuple(words_alone(remark.words))
        said = _Said(remark, words, Counter(words))
        own = (
            {words[at : at + _RUN] for at in range(len(words) - _RUN + 1)} if len(words) >= _LEAST else set()
        )
        group = _group_of(said, own, groups, runs)
        if group is None:
            group = len(groups)
            groups.append([])
        groups[group].append(said)
        for run in own:
            if group not in runs[run]:
                runs[run].append(group)
    return [[said.remark for said in group] for group in groups]


def _group_of(
    said: _Said, own: set[tuple[str, ...]], groups: list[list[_Said]], runs: dict[tuple[str, ...], list[int]]
) -> int | None:
    """The group that tells the same words, by its first; of several the likest."""
    met = Counter(group for run in own for group in runs[run][-_MET:])
    best = max(((_kept(said, groups[g][0]), -g) for g, _ in met.most_common(_MET)), default=(0.0, 0))
    return -best[1] if best[0] >= _MOST_KEPT else None


def _kept(said: _Said, first: _Said) -> float:
    if _days(first.remark.at, said.remark.at) > _DAYS or said.remark.language != first.remark.language:
        return 0.0
    shorter = min(len(said.words), len(first.words))
    return (said.bag & first.bag).total() / shorter


def _days(first: str, later: str) -> int:
    """Between two moments, as their own zones count them; none where one has no day."""
    try:
        return abs((dt.date.fromisoformat(later[:10]) - dt.date.fromisoformat(first[:10])).days)
    except ValueError:
        return 0


def _told(group: list[Remark]) -> Retold:
    first = group[0].words
    own = words_alone(first)
    tellings = tuple(
        Telling(one, () if words_alone(one.words) == own else marked(first, one.words)) for one in group
    )
    # Who tells it in two articles tells it once; whose name nobody states is nobody else.
    publishers = {remark.publisher for remark in group}
    return Retold(tellings, len(publishers), any(telling.words for telling in tellings))
