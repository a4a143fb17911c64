"""The versions of an article: on a line of time, and two of them side by side."""

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from onrecord.archive import Diff, Version
from onrecord.archive.answers import lined_up
from onrecord.quantities import quantity
from onrecord.record import READABLE
from onrecord.web.drawing import archive_of, draw
from onrecord.web.sides import side_by_side

_SHOWN = 100
"""Versions of an article that are laid out, the first."""
_WIDTH = 720
_EDGE = 12
"""Of the line of time, in the units of its drawing."""


class Step(NamedTuple):
    """A version, with what it changed."""

    version: Version
    x: float
    """Where it stands on the line."""
    before: str | None
    """Key of the version before it; None of the first, and of a page that holds no article."""
    diff: Diff | None
    """From that one."""
    told: tuple[str, ...]
    """What a reader should know at a glance."""


def show_versions(request: Request) -> Response:
    """``GET /record/ID/versions``: every version of the article, what each changed, silent edits named."""
    archive = archive_of(request)
    key = request.path_params["key"]
    record = archive.get(key)
    every = tuple(archive.versions(key))
    versions = every[:_SHOWN]
    pairs = itertools.pairwise(lined_up(every)[:_SHOWN])
    changes = {
        after.number: (before.key, diff)
        for (before, after), diff in zip(pairs, archive.changes(key), strict=False)
    }
    steps = tuple(
        Step(version, x, before, diff, tuple(_told(version, diff)))
        for version, x in zip(versions, _places(versions), strict=True)
        for before, diff in (changes.get(version.number, (None, None)),)
    )
    return draw(
        request,
        "versions.html",
        {"record": record, "steps": steps, "count": len(every), "left": archive.uncompared(key)},
    )


def _told(version: Version, diff: Diff | None) -> Iterator[str]:
    if diff is None:
        yield "first seen" if version.page_type in READABLE else f"no article: {version.page_type}"
        return
    if diff.silent:
        yield "silent edit"
    fields = {field.field for field in diff.fields}
    for field, words in _FIELDS:
        if field in fields:
            yield words
    if diff.corrections:
        yield "correction note"
    if diff.sentences:
        yield f"{quantity(len(diff.sentences), 'sentence')} changed"
    if not diff.changed:
        yield "no change a reader sees"


_FIELDS = (
    ("headline", "new headline"),
    ("standfirst", "new standfirst"),
    ("author", "other author"),
    ("date_published", "other publication time"),
    ("date_modified", "other modified time"),
    ("page_type", "another kind of page"),
)


def _places(versions: Sequence[Version]) -> list[float]:
    """Where each stands on the line: by its time, evenly where times cannot be read."""
    times = [_seconds(version.at) for version in versions]
    known = [time for time in times if time is not None]
    if len(known) < len(times) or not known or known[0] == known[-1]:
        return [_at(n / max(1, len(times) - 1)) for n in range(len(times))]
    return [_at((time - known[0]) / (known[-1] - known[0])) for time in known]


def _at(share: float) -> float:
    return round(_EDGE + share * (_WIDTH - 2 * _EDGE), 2)


def _seconds(at: str) -> float | None:
    try:
        when = dt.datetime.fromisoformat(at)
        return (when if when.tzinfo else when.replace(tzinfo=dt.UTC)).timestamp()
    except (ValueError, OverflowError):
        return None


def show_diff(request: Request) -> Response:
    """``GET /diff/ID/ID``: the earlier and the later version side by side."""
    archive = archive_of(request)
    keys = request.path_params["before"], request.path_params["after"]
    before, after = map(archive.get, keys)
    diff = archive.diff(*keys)
    context = {
        "before": before,
        "after": after,
        "diff": diff,
        "folds": side_by_side(before, after, diff) if diff else (),
        "times": tuple(map(archive.version, keys)),
    }
    return draw(request, "diff.html", context)
