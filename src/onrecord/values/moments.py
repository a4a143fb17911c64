"""Dates and times, from the words of a page to ISO 8601, no more precise than the words were.

A fast path here reads ISO 8601 and Unix time by pattern; dates as people write them are read by ``prose_dates``.
"""

import datetime as dt
import enum
import functools
import re

import msgspec

from onrecord import limits
from onrecord.values import calendars
from onrecord.values.clocks import FARTHEST, Clock, signed
from onrecord.values.prose_dates import FIRST_YEAR, LAST_YEAR, When, found_dates, plain_date, whole_date
from onrecord.values.tokens import Reading

_MINUTE_S = 60


class Precision(enum.StrEnum):
    """The smallest unit the words gave."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class Zone(enum.StrEnum):
    """Where the offset from UTC comes from. This module never assumes one; the judge may."""

    STATED = "stated"
    ASSUMED = "assumed"
    NONE = "none"


class Moment(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A point in time, only as precise as its source made it."""

    value: str
    """ISO 8601: ``2022``, ``2022-02``, ``2022-02-10``, ``2022-02-10T09:13:00+01:00``. A time is always written
    with seconds and never with fractions; an offset is there only where ``zone`` is not ``none``."""
    precision: Precision
    zone: Zone
    raw: str
    """The words that were read, as given."""


TO_MONTH, TO_DAY = len("2022-02"), len("2022-02-10")
TO_MINUTE, TO_SECOND = len("2022-02-10T09:13"), len("2022-02-10T09:13:00")
"""Up to where in its ``value`` a moment's month, day, minute and second are told; behind the second stands the offset."""
_DIGIT = re.compile(r"\d")
_TIMED = frozenset({Precision.MINUTE, Precision.SECOND})
_DATE_SIZE = {Precision.YEAR: len("2022"), Precision.MONTH: TO_MONTH}
_YEAR, _MONTH, _DAY, _MINUTE, _SECOND = Precision
_STATED, _NONE = Zone.STATED, Zone.NONE


@functools.lru_cache(maxsize=256)  # pure; a page repeats its few dates in many places
def parse_moment(raw: str, *, language: str | None = None, country: str | None = None) -> Moment | None:
    """Read a string that is, as a whole, one date or time; None where it is not, or cannot be told for sure.

    Labels ("Published:", "Stand:"), weekdays and punctuation around it are passed over; any other word is not.
    ``language`` (a BCP 47 tag) and ``country`` (ISO 3166, else the tag's region) settle what is otherwise
    ambiguous: the order of 03/04/2022, ``listopada``, the zone IST. Nothing is settled by guessing.

    >>> parse_moment("10. Februar 2022, 09:13 Uhr MEZ").value
    '2022-02-10T09:13:00+01:00'
    >>> parse_moment("03/04/2022", language="en", country="GB").value
    '2022-04-03'
    >>> parse_moment("03/04/2022"), parse_moment("31 February 2022"), parse_moment("2 hours ago")
    (None, None, None)
    """
    if len(raw) > limits.DATE_CHARACTERS:
        return None
    if _WHOLE.fullmatch(raw) and (moment := _from_whole(raw)):
        return moment
    if plain := plain_date(raw):
        return _moment(plain, raw)
    if iso := _ISO.match(raw) or _COMPACT.match(raw):
        return _from_iso(iso, raw)
    epoch = _EPOCH.match(raw)
    if epoch:
        return _from_epoch(int(epoch[1]), raw)
    when = whole_date(Reading(raw, *calendars.primary(language, country), whole=True))
    return _moment(when, raw) if when else None


@functools.lru_cache(maxsize=64)  # pure, as above
def find_moments(
    text: str, *, language: str | None = None, country: str | None = None
) -> tuple[tuple[int, int, Moment], ...]:
    """Every date in running text, with its weekday and the time beside it: (start, end, moment), in reading order.

    Offsets are code points, end exclusive: ``text[start:end] == moment.raw``. A bare year is no date here, nor
    is what `parse_moment` would call undecided. Only the first `limits.DATED_CHARACTERS` are read.

    >>> [(start, end, m.value) for start, end, m in find_moments("LONDON, Feb 10, 2022 (Reuters)")]
    [(8, 20, '2022-02-10')]
    """
    if not _DIGIT.search(text):
        return ()
    if plain := plain_date(text):
        moment = _moment(plain, text)
        return ((0, len(text), moment),) if moment else ()
    read = Reading(text[: limits.DATED_CHARACTERS], *calendars.primary(language, country), whole=False)
    found = []
    for start, end, when in found_dates(read):
        if moment := _moment(when, text[start:end]):
            found.append((start, end, moment))
    return tuple(found)


def value_of(moment: Moment | None) -> str | None:
    """What a moment is written as; None where there is none."""
    return moment.value if moment else None


def instant(moment: Moment) -> dt.datetime | None:
    """The moment as an aware datetime; None where it has no time or no zone.

    >>> instant(parse_moment("2022-02-10T09:13Z"))
    datetime.datetime(2022, 2, 10, 9, 13, tzinfo=datetime.timezone.utc)
    """
    if moment.zone is _NONE or moment.precision not in _TIMED:
        return None
    return dt.datetime.fromisoformat(moment.value)


def same_moment(a: Moment, b: Moment) -> bool | None:
    """Whether two moments agree, at the precision both have; None where that cannot be told.

    Times agree within 60 seconds: one of them may have no seconds. Without a time, the calendar day (month,
    year) decides, each moment's own or that in UTC. A time with a zone and one without agree if the clocks
    do; if they differ by whole quarter hours, up to 14, a zone may explain it: None.

    >>> same_moment(parse_moment("2022-02-10"), parse_moment("2022-02-11T00:30+01:00"))
    True
    """
    if a.precision in _TIMED and b.precision in _TIMED:
        return _same_time(a, b)
    size = min(_DATE_SIZE.get(a.precision, TO_DAY), _DATE_SIZE.get(b.precision, TO_DAY))
    return not {day[:size] for day in _days(a)}.isdisjoint(day[:size] for day in _days(b))


def _days(moment: Moment) -> set[str]:
    """The calendar days (or month, or year) the moment falls on: its own, and that in UTC."""
    at = instant(moment)
    own = moment.value[:TO_DAY]
    return {own} if at is None else {own, f"{at.astimezone(dt.UTC):%Y-%m-%d}"}


def _same_time(a: Moment, b: Moment) -> bool | None:
    first, second = dt.datetime.fromisoformat(a.value), dt.datetime.fromisoformat(b.value)
    one_zone = (first.tzinfo is None) != (second.tzinfo is None)
    if one_zone:
        first, second = first.replace(tzinfo=None), second.replace(tzinfo=None)
    apart = abs((first - second).total_seconds())
    if apart <= _MINUTE_S:
        return True
    quarter = 15 * 60
    near_quarter = min(apart % quarter, quarter - apart % quarter) <= _MINUTE_S
    return None if one_zone and near_quarter and apart <= FARTHEST * 60 + _MINUTE_S else False


def _moment(when: When, raw: str) -> Moment | None:
    """``when`` as a moment; None where there is no such date or time."""
    year, month, day, clock = when
    if not when.is_real():
        return None
    if month is None:
        return Moment(value=f"{year}", precision=_YEAR, zone=_NONE, raw=raw)
    if day is None:
        return Moment(value=f"{year}-{month:02}", precision=_MONTH, zone=_NONE, raw=raw)
    if clock is None:
        return Moment(value=f"{year}-{month:02}-{day:02}", precision=_DAY, zone=_NONE, raw=raw)
    return _timed(dt.date(year, month, day), clock, raw)


def _timed(date: dt.date, clock: Clock, raw: str) -> Moment | None:
    """That day at that time; 24:00 is the next day's midnight, as ISO 8601 has it."""
    hour, minute, second, offset = clock
    if (hour, minute, second or 0) == (24, 0, 0):
        date, hour = date + dt.timedelta(days=1), 0
    if (
        hour not in range(24)
        or minute not in range(60)
        or (second or 0) not in range(60)
        or date.year > LAST_YEAR
    ):
        return None
    if offset is not None and abs(offset) > FARTHEST:
        return None
    return Moment(
        value=f"{date.isoformat()}T{hour:02}:{minute:02}:{second or 0:02}{_offset_text(offset)}",
        precision=_MINUTE if second is None else _SECOND,
        zone=_NONE if offset is None else _STATED,
        raw=raw,
    )


def _offset_text(offset: int | None) -> str:
    if offset is None:
        return ""
    hours, minutes = divmod(abs(offset), 60)
    return f"{'-' if offset < 0 else '+'}{hours:02}:{minutes:02}"


_ZONE_PART = r"[ ]?(?P<zone>[Zz]|UTC|GMT|[+\-\u2212][0-9]{1,2}(?::?[0-9]{2})?)"
_ISO = re.compile(
    r"\s*(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})(?:-(?P<d>[0-9]{1,2})"
    rf"(?:(?:[Tt][ ]?|\s)(?P<H>[0-9]{{1,2}}):(?P<M>[0-9]{{2}})(?::(?P<S>[0-9]{{2}})(?:[.,][0-9]+|:[0-9]{{3}})?)?(?:{_ZONE_PART})?"
    r"(?:[ ](?:UTC|GMT))?(?:\[[\w/+\-]{1,40}\])?|(?:Z|[+\-][0-9]{2}:[0-9]{2}))?)?\s*\Z"
)
_COMPACT = re.compile(
    r"\s*(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})"
    rf"(?:(?:[Tt](?P<H>[0-9]{{2}})(?P<M>[0-9]{{2}})(?P<S>[0-9]{{2}})?(?:[.,][0-9]+)?(?:{_ZONE_PART})?)"
    r"|(?P<H2>[0-9]{2})(?P<M2>[0-9]{2})(?P<S2>[0-9]{2}))?\s*\Z"
)
_EPOCH = re.compile(r"\s*([0-9]{10}|[0-9]{13})\s*\Z")
_EPOCH_SPAN = range(631_152_000, 4_102_444_800)
"""Seconds of Unix time taken for a moment: 1990 to 2100. Ten digits outside of it are some other number."""


_WHOLE = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{3})?(?:Z|[+-][0-9]{2}:?[0-9]{2})"
)
"""As most systems write a time: Python itself reads that at a quarter of the cost."""


def _from_whole(raw: str) -> Moment | None:
    """The moment `_WHOLE` finds in ``raw``; None where there is no such day or time, or it is 24:00, which others tell."""
    try:
        at = dt.datetime.fromisoformat(raw)
    except ValueError:
        return None
    offset = (at.utcoffset() or _ZERO) // _ONE
    if not FIRST_YEAR <= at.year <= LAST_YEAR or abs(offset) > FARTHEST:
        return None
    return Moment(value=f"{raw[:TO_SECOND]}{_offset_text(offset)}", precision=_SECOND, zone=_STATED, raw=raw)


_ZERO, _ONE = dt.timedelta(0), dt.timedelta(minutes=1)


def _from_iso(parts: re.Match[str], raw: str) -> Moment | None:
    group = parts.groupdict()
    hour = group["H"] or group.get("H2")
    clock = None
    if hour:
        minute, second = group["M"] or group["M2"], group["S"] or group.get("S2")
        clock = Clock(int(hour), int(minute), int(second) if second else None, _iso_offset(group["zone"]))
    month, day = group["m"], group["d"]
    return _moment(When(int(group["y"]), int(month), int(day) if day else None, clock), raw)


def _iso_offset(zone: str | None) -> int | None:
    """Minutes east of UTC of ``Z``, ``UTC``, ``+1``, ``+01``, ``+0100`` or ``+01:00``."""
    if zone is None:
        return None
    if zone[0] in "ZzUG":
        return 0
    digits = zone[1:].replace(":", "")
    hours, minutes = divmod(int(digits), 100) if len(digits) >= len("100") else (int(digits), 0)
    return signed(zone[0], hours, minutes)


def _from_epoch(number: int, raw: str) -> Moment | None:
    seconds = number if number < 10**10 else number // 1000
    if seconds not in _EPOCH_SPAN:
        return None
    at = dt.datetime.fromtimestamp(seconds, dt.UTC)
    return Moment(value=at.isoformat(), precision=_SECOND, zone=_STATED, raw=raw)
