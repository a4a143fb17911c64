"""Published, created, modified: each from its own evidence, none ever filled from another."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.evidence import Evidence, Source
from onrecord.judge.weighing import Reading, Verdict, most_trusted, readings, shown
from onrecord.values.iso_times import iso_time
from onrecord.values.moments import (
    TO_DAY,
    TO_MINUTE,
    TO_SECOND,
    Moment,
    Precision,
    Zone,
    instant,
    parse_moment,
    same_moment,
)

FIELDS = ("date_published", "date_created", "date_modified")

_TIMED = frozenset((Precision.MINUTE, Precision.SECOND))


def _read_moment(evidence: Evidence, language: str | None, country: str | None) -> Moment | None:
    """The moment that an evidence names. A page's URL gives a day and never more."""
    if evidence.source is not _URL:
        return parse_moment(evidence.raw, language=language, country=country)
    day = parse_moment(evidence.raw.replace("/", "-").replace("_", "-"), language="en", country="GB")
    return msgspec.structs.replace(day, raw=evidence.raw) if day else None


_URL = Source.URL


def capture_time(raw: str) -> str | None:
    """When a page was captured, in ISO 8601: as the caller gave it, or as HTTP's ``Date`` states it (RFC 9110, 5.6.7)."""
    moment = None if (given := iso_time(raw)) else parse_moment(raw, language="en")
    return moment.value if moment else given


def settle_all(
    evidence: dict[str, list[Evidence]], language: str | None, country: str | None
) -> dict[str, Verdict[Moment]]:
    """A verdict for each of `FIELDS`."""

    def read_it(e: Evidence) -> Moment | None:
        return _read_moment(e, language, country)

    read = {field: readings(field, evidence[field], read_it) for field in FIELDS if field in evidence}
    every = [r for rows in read.values() for r in rows]
    if any(_NUMBERS.search(r.evidence.raw) for r in every):
        read = {field: _in_order(rows, every) for field, rows in read.items()}
        every = [r for rows in read.values() for r in rows]
    return {field: settle(field, read[field], every) if read.get(field) else _UNTOLD for field in FIELDS}


_UNTOLD: Verdict[Moment] = Verdict(None, ())


_NUMBERS = re.compile(r"\d(?<![\d./-].)\d?([./-])\d{1,2}\1(?:\d\d){1,2}\b")


def _in_order(rows: Sequence[Reading[Moment]], every: Sequence[Reading[Moment]]) -> list[Reading[Moment]]:
    """``rows``, those in numbers alone read in the order that gives a day another place names.

    Where custom says day first and only the other order agrees with the page's other dates, custom is not believed.
    """
    days = {r.value.value[:TO_DAY] for r in every if r.value and not _NUMBERS.search(r.evidence.raw)}
    return [Reading(r.evidence, _ordered(r, days)) if _NUMBERS.search(r.evidence.raw) else r for r in rows]


def _ordered(reading: Reading[Moment], days: set[str]) -> Moment | None:
    own = reading.value
    if own is not None and own.value[:TO_DAY] in days:
        return own
    orders = [parse_moment(reading.evidence.raw, language="en", country=country) for country in ("GB", "US")]
    told = {m.value[:TO_DAY]: m for m in orders if m and m.value[:TO_DAY] in days}
    return next(iter(told.values())) if len(told) == 1 else own


def settle(field: str, read: Sequence[Reading[Moment]], every: Iterable[Reading[Moment]]) -> Verdict[Moment]:
    """The most trusted moment that can be read, made no more precise than a source of the same day states."""
    winner, rule = most_trusted(read)
    if winner is not None and winner.evidence.source in _SHOWN and (labelled := _labelled(read)):
        winner, rule = labelled, "a line that says so, before other dates that are shown"
    if winner is None or winner.value is None:
        return Verdict(None, shown(read, [], "", lambda m: m.value))
    if field == "date_published" and (older := _not_regenerated(winner, read, every)):
        winner, rule = (
            older,
            f"{winner.evidence.source} gives its modified time as published, this an earlier one",
        )
    if finer := _finer(winner, read):
        winner, rule = finer, f"same day as {winner.evidence.source}, with the time"
    if local := _local(winner, read):
        winner, rule = local, f"same instant as {winner.evidence.source}, in the site's own zone"
    value = winner.value
    if value is not None and value.zone is _NO_ZONE and value.precision in _TIMED:
        value, told = _with_zone(value, winner, read, every)
        rule += told
        read = [Reading(r.evidence, value) if r is winner else r for r in read]
        winner = next(r for r in read if r.evidence is winner.evidence)
    return Verdict(value, shown(read, [winner], rule, lambda m: m.value, agree))


_NO_ZONE, _STATED = Zone.NONE, Zone.STATED


def agree(a: Moment, b: Moment) -> bool | None:
    """As `same_moment`, which takes longer: asked only where the clocks or days that both give differ."""
    size = min(len(a.value), len(b.value), TO_MINUTE)
    if a.value == b.value:
        return True
    if a.value[:size] == b.value[:size]:
        first, second = a.value[TO_SECOND:], b.value[TO_SECOND:]
        if size < TO_MINUTE or not first or not second or first == second:
            return True
    return same_moment(a, b)


def _labelled(read: Sequence[Reading[Moment]]) -> Reading[Moment] | None:
    """The reading of a line that says the article was published then."""
    return next((r for r in read if r.value and r.evidence.beside("how") == "labelled"), None)


def _not_regenerated(
    winner: Reading[Moment], read: Sequence[Reading[Moment]], every: Iterable[Reading[Moment]]
) -> Reading[Moment] | None:
    """An earlier day that the page shows, where the winner's source gives published and modified as one.

    Such a source states when the page was last generated.
    """
    shown = [r for r in read if r.value and r.evidence.source in _SHOWN]
    if not shown or winner.value is None:
        return None
    source, day = winner.evidence.source, winner.value.value[:TO_DAY]
    touched = [
        r.value.value[:TO_DAY]
        for r in every
        if r.evidence.field == "date_modified" and r.evidence.source is source and r.value
    ]
    if day not in touched or day in [r.value.value[:TO_DAY] for r in shown if r.value]:
        return None
    for reading in shown:
        if reading.value and reading.evidence.source is not _URL and len(reading.value.value) >= TO_DAY:
            earlier = reading.value.value[:TO_DAY] < day and not same_moment(reading.value, winner.value)
            return reading if earlier else None
    return None


_SHOWN = frozenset((Source.VISIBLE, Source.TIME, Source.URL))


def _finer(winner: Reading[Moment], read: Sequence[Reading[Moment]]) -> Reading[Moment] | None:
    """A reading of the same day with a time, where the winner has none or says midnight sharp."""
    value = winner.value
    if value is None or tells_time(value):
        return None
    for reading in read:
        other = reading.value
        if other is None or reading is winner or not tells_time(other):
            continue
        if other.value.startswith(value.value[:TO_DAY]) or same_moment(value, other):
            return reading
    return None


def tells_time(moment: Moment) -> bool:
    """Whether a moment is more than a day; midnight sharp is how systems write one."""
    return moment.precision in _TIMED and "T00:00:00" not in moment.value


def _local(winner: Reading[Moment], read: Sequence[Reading[Moment]]) -> Reading[Moment] | None:
    """The same instant in a zone of its own, where the winner is in UTC: it names the day that readers lived."""
    if winner.value is None or not winner.value.value.endswith(_UTC):
        return None
    local = [r for r in read if r.value and r.value.zone is not _NO_ZONE and not r.value.value.endswith(_UTC)]
    here = instant(winner.value) if local else None
    for reading in local:
        there = instant(reading.value) if reading.value else None
        if here and there and abs(there - here) < _MOMENT:
            return reading
    return None


_UTC = "+00:00"
_MOMENT = dt.timedelta(minutes=1)


def _with_zone(
    value: Moment, winner: Reading[Moment], read: Sequence[Reading[Moment]], every: Iterable[Reading[Moment]]
) -> tuple[Moment, str]:
    """``value`` with the zone that another place states for the same clock time, or for a time near it.

    The same clock time elsewhere with a zone settles it (stated). A time within two weeks, of whatever field,
    that states an offset from UTC gives the zone the site writes in (assumed). Else it stays without.
    """
    clock = value.value[:TO_MINUTE]
    for reading in read:
        other = reading.value
        if other and other.zone is _STATED and other.value[:TO_MINUTE] == clock and reading is not winner:
            return _zoned(value, other, Zone.STATED), f", zone as {reading.evidence.source} states it"
    here = dt.datetime.fromisoformat(value.value)
    for reading in every:
        other = reading.value
        there = instant(other) if other and other.zone is _STATED else None
        if other is None or there is None or there.utcoffset() == dt.timedelta(0):
            continue
        if abs(there.replace(tzinfo=None) - here) <= _NEAR:
            return _zoned(
                value, other, Zone.ASSUMED
            ), f", zone assumed from {reading.evidence.field} in {reading.evidence.source}"
    return value, ""


_NEAR = dt.timedelta(days=14)
"""Within two weeks clocks are seldom put forward or back in between."""


def _zoned(value: Moment, other: Moment, zone: Zone) -> Moment:
    return msgspec.structs.replace(value, value=value.value + other.value[TO_SECOND:], zone=zone)
