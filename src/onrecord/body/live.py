"""The entries of a live blog: which blocks stand in one, and when it was posted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from turbohtml import Element

from onrecord.body import hints
from onrecord.body.blocks import Container, Cut
from onrecord.page import Page
from onrecord.values.moments import parse_moment

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
    listed: bool = False
    """Whether they are the items of a list, whose paragraphs are list items then."""


_NO_ENTRIES = Entries({}, ())


def entries_of(page: Page, cut: Cut, kept: Sequence[int]) -> Entries:
    """The entries that blocks of ``kept`` stand in; none of a page that nothing calls a live blog.

    An entry is one of two or more containers written alike, side by side, each with a time of its own, not only a
    quotation's or that of entries in it; of those around a block the outermost counts, since an entry may quote posts
    that have times too.
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
    listed = all(cut.containers[entry].tag == "li" for entry in times)
    return Entries(found, tuple([span for span in spans if span]), listed)


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
            for kind in _kinds(container):
                alike.setdefault(kind, []).append(n)
    times: dict[int, Element | None] = {}
    entries: set[int] = set()
    for members in alike.values():
        if len(members) < _FEWEST or len(times) > _LOOKED_AT:
            continue
        times.update((n, _own_time(cut.containers[n])) for n in members if n not in times)
        timed = [n for n in members if times[n] is not None]
        if len(timed) >= _FEWEST and 2 * len(timed) > len(members):
            entries.update(timed)
    inner = frozenset(cut.containers[n].element for n in entries)
    own = ((n, _own_time(cut.containers[n], inner)) for n in sorted(entries))
    return {n: time for n, time in own if time is not None}


def _kinds(container: Container) -> Iterator[tuple[int, str, str | None]]:
    """What entries of one live blog have alike: the container they stand in, their tag and one of their classes."""
    names = (container.element.attr("class") or "").split()[:_NAMES]
    return ((container.parent, container.tag, name) for name in names or (None,))


_NAMES = 4
"""Classes of a container that are looked at."""
_TIMES = 8
"""Time elements of a container that are looked at."""


def _own_time(container: Container, entries: frozenset[Element] = frozenset()) -> Element | None:
    """The first time in an entry that is not one of a quotation's, or of entries that stand in it."""
    times = islice(container.element.iter_elements(("time",)), _TIMES)
    return next((t for t in times if not _is_others(t, container.element, entries)), None)


def _is_others(time: Element, entry: Element, entries: frozenset[Element]) -> bool:
    at = time.parent
    while isinstance(at, Element) and at != entry:
        if at.tag == "blockquote" or at in entries:
            return True
        at = at.parent
    return False


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
