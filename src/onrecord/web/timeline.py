"""When the hits of a search were published, as bars along a line of time: sizes for a drawing, no markup."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.search.hits import Facets

_WIDTH, _HEIGHT = 720, 64
"""Of the drawing, in its own units."""

_GAP = 0.25
"""Of a bar's width, left beside it."""
_MONTHS_SHOWN = 120
"""Months past which years are shown."""
_LABELS = 6
"""Words under the line, at most."""


class Bar(NamedTuple):
    """A day, a month or a year, and how many articles were published in it."""

    period: str
    """``2022``, ``2022-02`` or ``2022-02-10``."""
    articles: int
    x: float
    width: float
    y: float
    height: float
    label: str | None
    """To stand under it; None under most."""


class Timeline(NamedTuple):
    """Bars from the first to the last."""

    unit: str
    """``day``, ``month`` or ``year``."""
    bars: tuple[Bar, ...]


def timeline(facets: Facets) -> Timeline | None:
    """The line of time of ``facets``: by day where all hits lie near, else by month, over ten years by year.

    None where no hit names a month.
    """
    unit, counts = _counted(facets)
    periods = tuple(_between(min(counts), max(counts))) if counts else ()
    if not periods:
        return None
    most = max(counts.values())
    step = _WIDTH / len(periods)
    every = -(-len(periods) // _LABELS)
    bars = tuple(
        _bar(period, counts.get(period, 0), n * step, step, most, labelled=n % every == 0)
        for n, period in enumerate(periods)
    )
    return Timeline(unit, bars)


def _counted(facets: Facets) -> tuple[str, dict[str, int]]:
    if len(facets.day) > 1:
        return "day", dict(facets.day)
    months = dict(facets.month)
    if not months or len(tuple(_between(min(months), max(months)))) <= _MONTHS_SHOWN:
        return "month", months
    years: dict[str, int] = {}
    for month, count in months.items():
        years[month[:4]] = years.get(month[:4], 0) + count
    return "year", years


def _bar(period: str, count: int, x: float, step: float, most: int, *, labelled: bool) -> Bar:
    # What is there at all can be seen.
    height = max(2.0, _HEIGHT * count / most) if count else 0.0
    width = min(step * (1 - _GAP), 28.0)
    return Bar(
        period, count, round(x, 2), round(width, 2), round(_HEIGHT - height, 2), round(height, 2),
        period if labelled else None,
    )  # fmt: skip


def _between(first: str, last: str) -> Iterator[str]:
    """All periods from ``first`` to ``last``, both included, those without an article too."""
    match len(first):
        case 4:
            yield from (f"{year:04}" for year in range(int(first), int(last) + 1))
        case 7:
            start, end = _month(first), _month(last)
            yield from (f"{n // 12:04}-{n % 12 + 1:02}" for n in range(start, end + 1))
        case _:
            start, end = dt.date.fromisoformat(first).toordinal(), dt.date.fromisoformat(last).toordinal()
            yield from (dt.date.fromordinal(n).isoformat() for n in range(start, end + 1))


def _month(period: str) -> int:
    year, month = period.split("-")
    return int(year) * 12 + int(month) - 1
