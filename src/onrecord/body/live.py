"""The entries of a live blog: which blocks stand in one, and when it was posted."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from turbohtml import Element

from onrecord.body import hints
from onrecord.body.blocks import Container, Cut
from onrecord.page import Page
from onrecord.values.moments import parse_moment

__all__ = ["Entries", "entries_of"]

_FEWEST = 2
"""Entries that make a live blog."""
_LOOKED_AT = 2_000
"""Containers that are looked at for times: a page of more entries than this is cut short."""


class Entries(NamedTuple):
    """Those of one page."""

    times: Mapping[int, str | None]
    """For each block in one when that was posted, in ISO 8601; None where its time is words that cannot be read alone."""
    spans: tuple[tuple[int, int], ...]
    """Where they stand in the decoded page."""


_NO_ENTRIES = Entries({}, ())


def entries_of(page: Page, cut: Cut, kept: Sequence[int]) -> Entries:
    """The entries that blocks of ``kept`` stand in; none of a page that nothing calls a live blog.

    An entry is one of two or more containers written alike, side by side, each with a time of its own; of those around
    a block the outermost counts, since an entry may quote posts that have times too.
    """
    if not kept or len([*islice(page.elements("time"), _FEWEST)]) < _FEWEST or not _is_live(page, cut, kept):
        return _NO_ENTRIES
    entries = _entries(cut, kept)
    times: dict[int, str | None] = {}
    found: dict[int, str | None] = {}
    for n in kept:
        entry = _outermost(cut.containers, cut.blocks[n].inside, entries)
        if entry >= 0:
            if entry not in times:
                times[entry] = _time(entries[entry])
            found[n] = times[entry]
    spans = (page.inside(cut.containers[entry].element) for entry in times)
    return Entries(found, tuple([span for span in spans if span]))


def _is_live(page: Page, cut: Cut, kept: Iterable[int]) -> bool:
    if "LiveBlogPosting" in page.text:
        return True
    seen: set[int] = set()
    for n in kept:
        at = cut.blocks[n].inside
        while at >= 0 and at not in seen:
            seen.add(at)
            container = cut.containers[at]
            if (name := container.element.attr("class")) and hints.of_name(name) & hints.LIVE:
                return True
            at = container.parent
    return False


def _entries(cut: Cut, kept: Sequence[int]) -> dict[int, Element]:
    """The containers that are entries, each with its time element."""
    alike: dict[tuple[int, str, str | None], list[int]] = {}
    for n, container in enumerate(cut.containers):
        if container.end > kept[0] and container.first <= kept[-1]:
            alike.setdefault(_kind(container), []).append(n)
    entries: dict[int, Element] = {}
    asked = 0
    for members in alike.values():
        if len(members) < _FEWEST or asked > _LOOKED_AT:
            continue
        asked += len(members)
        timed = [(n, time) for n in members if (time := _time_element(cut.containers[n])) is not None]
        if len(timed) >= _FEWEST and 2 * len(timed) > len(members):
            entries.update(timed)
    return entries


def _kind(container: Container) -> tuple[int, str, str | None]:
    """What entries of one live blog have alike: the container they stand in, their tag and their class."""
    name = container.element.attr("class")
    return container.parent, container.tag, name.split()[0] if name and name.strip() else None


def _time_element(container: Container) -> Element | None:
    return next(container.element.iter_elements(("time",)), None)


def _outermost(containers: Sequence[Container], at: int, entries: dict[int, Element]) -> int:
    found = -1
    while at >= 0:
        if at in entries:
            found = at
        at = containers[at].parent
    return found


def _time(element: Element) -> str | None:
    stated = element.attr("datetime") or element.attr("content") or element.text
    moment = parse_moment(stated.strip()) if stated and stated.strip() else None
    return moment.value if moment else None
