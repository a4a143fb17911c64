"""Sources that cannot all be right: reported with every voice, whoever was believed."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from onrecord.evidence import NOWHERE, Source
from onrecord.judge.authors import Voice, is_among
from onrecord.judge.sites import plain
from onrecord.judge.times import agree, tells_time
from onrecord.record import Candidate, Conflict
from onrecord.values.addresses import copy_at, same_site
from onrecord.values.languages import is_untold, parse_language, primary, same_language
from onrecord.values.moments import (
    TO_DAY,
    TO_MINUTE,
    TO_SECOND,
    Moment,
    Precision,
    Zone,
    instant,
    parse_moment,
)
from onrecord.values.people import Kind, same_person

T = TypeVar("T")


def _conflict(field: str, what: str, voices: Sequence[Candidate]) -> Conflict:
    values = tuple(str(c.value) for c in voices)
    return Conflict(field, what, values, tuple(c.place for c in voices))


def _apart(voices: Iterable[T], differ: Callable[[T, T], bool]) -> list[T]:
    """The first voice and those that differ from it, and from each other; none where nobody differs from the first."""
    kept: list[T] = []
    for voice in voices:
        if all(differ(voice, k) for k in kept):
            kept.append(voice)
    return kept if len(kept) > 1 else []


def _any_apart(voices: Sequence[T], differ: Callable[[T, T], bool]) -> list[T]:
    """As `_apart`, of the first voice that any behind it differs from.

    Two that differ may both agree with one before them, which says less: an initial, or a time without its zone.
    """
    return next((apart for n in range(len(voices)) if (apart := _apart(voices[n:], differ))), [])


def _each_value(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The first candidate of each value."""
    said: dict[object, Candidate] = {}
    for candidate in candidates:
        if candidate.value is not None:
            said.setdefault(candidate.value, candidate)
    return list(said.values())


def of_times(field: str, candidates: Sequence[Candidate]) -> Iterator[Conflict]:
    """Times of one field that differ by more than a minute, or days that differ.

    A month that stands in a visible line ("since May 2022") is no voice against a day. Where the page shows the time
    that its data says, the others it shows are of other things; and what its data says of a page or a video is no voice
    beside what it says of the article.
    """
    if _is_one({str(c.value) for c in candidates if c.value is not None}):
        return
    candidates = [c for c in candidates if not (c.source is _VISIBLE and len(str(c.value)) < TO_DAY)]
    moments = {str(c.value): _moment(c) for c in candidates}
    candidates = _speaking(candidates, moments)

    def differ(a: Candidate, b: Candidate) -> bool:
        first, second = moments[str(a.value)], moments[str(b.value)]
        if first is None or second is None or agree(first, second) is not False:
            return False
        return (tells_time(first) and tells_time(second)) or first.value[:TO_DAY] != second.value[:TO_DAY]

    told = _each_value(candidates)
    # Not of a day: the chosen time may tell why it is another one in UTC.
    timed = [c for c in told if (moment := moments[str(c.value)]) and tells_time(moment)]
    if apart := _apart(told, differ) or _any_apart(timed, differ):
        yield _conflict(field, "sources differ by more than a minute", apart)


def _is_one(values: set[str]) -> bool:
    """Whether all ``values`` say one thing, some of them more precisely; as on most pages. False where that takes reading."""
    if len(values) < 2:  # noqa: PLR2004  # one voice, or all say the same
        return True
    days = {v[:TO_DAY] for v in values}
    clocks = {v[:TO_MINUTE] for v in values if len(v) > TO_DAY}
    seconds = {v[TO_SECOND:] for v in values if len(v) > TO_SECOND}
    return len(days) == 1 and len(clocks) < 2 and len(seconds) < 2  # noqa: PLR2004


def _speaking(candidates: Sequence[Candidate], moments: Mapping[str, Moment | None]) -> list[Candidate]:
    """The candidates that speak of the article itself."""
    chosen = next((c for c in candidates if c.chosen), None)
    at = moments[str(chosen.value)] if chosen else None
    if chosen is None or at is None:
        return list(candidates)
    shown = chosen.source in _SHOWN
    agreed = any(_agree(moments[str(c.value)], at) for c in candidates if (c.source in _SHOWN) is not shown)
    told = _JSON_LD in [c.source for c in candidates]
    silent = (*(_SHOWN if agreed else ()), *((_JSON_LD_PAGE,) if told else ()))
    clock = at.value[:TO_MINUTE]  # one clock time in two zones is a conflict, wherever it is shown
    return [c for c in candidates if c.chosen or c.source not in silent or str(c.value)[:TO_MINUTE] == clock]


def _agree(a: Moment | None, b: Moment) -> bool:
    return a is not None and agree(a, b) is not False and a.value[:TO_DAY] == b.value[:TO_DAY]


_SHOWN = frozenset((Source.VISIBLE, Source.TIME))
_VISIBLE, _JSON_LD, _JSON_LD_PAGE = Source.VISIBLE, Source.JSON_LD, Source.JSON_LD_PAGE


def _moment(candidate: Candidate) -> Moment | None:
    """The moment whose value is the candidate's; it need not be read again where it has a day."""
    value = candidate.value
    if not isinstance(value, str):
        return None
    if len(value) < TO_DAY:
        return parse_moment(value)
    precision = _TIMED if len(value) > TO_DAY else _DATED
    zone = _STATED if len(value) > TO_SECOND else _NO_ZONE
    return Moment(value=value, precision=precision, zone=zone, raw=value)


_TIMED, _DATED = Precision.SECOND, Precision.DAY
_STATED, _NO_ZONE = Zone.STATED, Zone.NONE


def of_order(published: Sequence[Candidate], modified: Sequence[Candidate]) -> Iterator[Conflict]:
    """A modified time before the published one."""
    first = next((c for c in published if c.chosen), None)
    last = next((c for c in modified if c.chosen), None)
    if first is None or last is None or _is_in_order(str(first.value), str(last.value)):
        return
    a, b = _moment(first), _moment(last)
    if a and b and _before(b, a):
        yield _conflict("date_modified", "modified before it was published", (last, first))


def _is_in_order(first: str, last: str) -> bool:
    """Whether two moments, written in one way and in one zone, follow each other; False where that takes reading."""
    return len(first) == len(last) and first <= last and first[TO_SECOND:] == last[TO_SECOND:]


def _before(a: Moment, b: Moment) -> bool:
    first, second = instant(a), instant(b)
    if first and second:
        return (second - first).total_seconds() > 60  # noqa: PLR2004  # a minute is one publishing click
    size = min(len(a.value), len(b.value), TO_DAY)
    return a.value[:size] < b.value[:size]


_VOICES = frozenset(
    (
        Source.JSON_LD, Source.OPEN_GRAPH, Source.HEADING, Source.MICRODATA, Source.RDFA, Source.PARSELY,
        Source.SAILTHRU,
    )
)  # fmt: skip


def of_headlines(candidates: Sequence[Candidate]) -> Iterator[Conflict]:
    """Headlines that differ beyond a site's name, among the places that mean to give the article's own.

    Of each source the candidate with the most votes speaks.
    """
    heard: dict[Source, Candidate] = {}
    for candidate in candidates:
        if candidate.source in _VOICES:
            heard.setdefault(candidate.source, candidate)
    said = {c.value for c in heard.values()}
    if len(said) < 2:  # noqa: PLR2004  # as on most pages
        return
    apart: dict[str, Candidate] = {}
    for candidate in heard.values():
        if candidate.value is not None:
            apart.setdefault(_SIGNS.sub("", plain(str(candidate.value))), candidate)
    if len(apart) > 1:
        yield _conflict("headline", "headlines differ", list(apart.values()))


_SIGNS = re.compile(r"[\W_]+")
"""All but letters and digits: a sign more or less is no other headline."""


def of_authors(voices: Iterable[Voice]) -> Iterator[Conflict]:
    """Sources that each name people, and not the same ones."""
    people = [(v, named) for v in voices if (named := [n.name for n in v.names if n.kind is _PERSON])]
    if apart := _any_apart(people, lambda a, b: not _same(a[1], b[1])):
        values = tuple("; ".join(n.name for n in v.names) for v, _ in apart)
        places = tuple(v.said[0].evidence.place for v, _ in apart)
        yield Conflict("author", "sources name different authors", values, places)


_PERSON = Kind.PERSON


def _same(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two voices name the same people."""
    if len(first) == len(second) == 1:
        return same_person(first[0], second[0])
    return all(is_among(x, second) for x in first) and all(is_among(x, first) for x in second)


def of_addresses(url: str | None, candidates: Sequence[Candidate]) -> Iterator[Conflict]:
    """A canonical address on another site than the page's, or several on different sites."""
    told = _each_value(candidates)
    if url is not None and (copied := copy_at(url)):
        url = copied.of
    if url is not None and told and not same_site(url, chosen := str(told[0].value)):
        what = "the canonical address is on another site"
        yield Conflict("canonical_url", what, (chosen, url), (told[0].place, NOWHERE))
    elif apart := _apart(told, lambda a, b: not same_site(str(a.value), str(b.value))):
        yield _conflict("canonical_url", "canonical addresses are on different sites", apart)


def of_languages(candidates: Sequence[Candidate]) -> Iterator[Conflict]:
    """Languages that differ, other than in region."""
    if len({primary(str(c.value)) for c in candidates if c.value is not None}) < 2:  # noqa: PLR2004  # as on most pages
        return

    def differ(a: Candidate, b: Candidate) -> bool:
        first, second = parse_language(str(a.value)), parse_language(str(b.value))
        return first is not None and second is not None and not same_language(first, second)

    if any(c.chosen and is_untold(str(c.value)) for c in candidates):
        candidates = [c for c in candidates if c.source is not Source.TEXT]
    if apart := _apart(_each_value(candidates), differ):
        yield _conflict("in_language", "sources name different languages", apart)
