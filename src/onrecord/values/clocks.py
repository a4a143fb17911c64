"""Times of day in a text cut into tokens: "09:13 Uhr", "9.13 a.m.", "下午3时", with the zone beside them."""

import re
from typing import NamedTuple

from onrecord.values import calendars
from onrecord.values.tokens import Reading, zone_name

TWELVE = 12
"""The last month, and noon: the numbers past which a day is no month, and an hour not of a 12-hour clock."""
_MINUTES = 60
"""In an hour."""
FARTHEST = 14 * 60
"""No zone is farther from UTC, in minutes (Kiritimati)."""
_TIME = re.compile(
    r"(?P<pre>A\.? ?)?(?P<H>2)"
    r"(?:(?P<c>:|\.| ?h ?| ?u ?)(?P<M>2)(?:[:.](?P<S>2)(?:[.,][2468#])?| ?i(?: ?(?P<S2>2) ?s)?)?)?"
    r"(?P<unit> ?[uh])?(?P<post> ?[AB])?"
)
_MILITARY = re.compile(r"(?P<H>4)(?= ?[uZ])(?P<unit> ?u\.?)?")
_OFFSET = re.compile(r" ?(?P<open>\()?(?P<Z>Z)?(?: ?(?P<sign>[+\-])(?P<h>2|4)(?::(?P<m>2))?)?(?(open)\))")
_NAME_OF_OFFSET = re.compile(r" ?\([ZxWLMVdAku \-]{1,12}\)")


class Clock(NamedTuple):
    """A time of day; ``offset`` in minutes east of UTC, None where no zone was stated."""

    hour: int
    minute: int
    second: int | None = None
    offset: int | None = None


class Time(NamedTuple):
    """A time found: the token after its last, the clock, and the zone's name if it was stated by name."""

    end: int
    clock: Clock | None
    zone: str | None = None


def time_at(read: Reading, at: int, *, intro: bool, iso: bool) -> Time | None:
    """The time of day that starts at this token, with its zone; the clock is None where there is no such time.

    ``intro``: a word announced it ("um"); ``iso``: it follows ISO 8601's T. Both make a shape sure that is else not.
    """
    found = _TIME.match(read.signature, at)
    military = None if found else _MILITARY.match(read.signature, at)
    if military:
        clock: Clock | None = Clock(*divmod(read.number(at), 100))
        return _zoned(read, Time(military.end(), clock), iso=False)
    if found is None or not _two_digits(read, found):
        return None
    clock = _clock(read, found)
    time = _zoned(read, Time(found.end(), clock), iso=iso)
    sure = intro or read.whole or found["unit"] or found["pre"] or found["post"] or time.end > found.end()
    return time if sure or (found["c"] or "") != "." else None


def _two_digits(read: Reading, found: re.Match[str]) -> bool:
    """Whether minutes and seconds have both their digits, and a bare hour something that makes it one."""
    if found["M"] is None:
        part_of_word = read.signature[: found.start()].endswith("x")  # "user1 am 20.09.2020"
        return bool(found["unit"] or found["pre"] or found["post"]) and not part_of_word
    marked = ":" not in found["c"] and "." not in found["c"]
    parts = [found.start(name) for name in ("M", "S") if found[name]]
    return marked or all(len(read.text(part)) == len("00") for part in parts)


def _clock(read: Reading, found: re.Match[str]) -> Clock | None:
    second = "S" if found["S"] else "S2" if found["S2"] else None
    hour = _hour(read, found)
    if hour is None:
        return None
    minute = read.number(found.start("M")) if found["M"] else 0
    return Clock(hour, minute, read.number(found.start(second)) if second else None)


def _hour(read: Reading, found: re.Match[str]) -> int | None:
    """The hour of 24; None where it does not go with its half of the day. 12 a.m. is 0; 15:05 p.m. is 15:05."""
    hour = read.number(found.start("H"))
    half = next((_half(read, found, name) for name in ("pre", "post") if found[name]), None)
    if half is None:
        return hour
    if half == "am":
        return hour % TWELVE if hour <= TWELVE else None
    return None if hour == 0 else hour + TWELVE if hour < TWELVE else hour


def _half(read: Reading, found: re.Match[str], name: str) -> str | None:
    at = next(at for at in range(*found.span(name)) if read.signature[at] in "AB")
    return calendars.half_of_day(read.text(at), read.language)


def _zoned(read: Reading, time: Time, *, iso: bool) -> Time:
    """The time with the zone behind it, if there is one: an offset, or a name (an offset wins over its name)."""
    found = _OFFSET.match(read.signature, time.end)
    if found is None or time.clock is None or not (found["Z"] or found["sign"]):
        return time
    if found["sign"] is None:
        return time._replace(end=found.end(), zone=zone_name(read.name(found.start("Z"))) or "")
    if not (found["Z"] or found["open"] or found["h"] == "4" or iso or time.clock.second is not None):
        return time  # 9:30-11:00 is a span
    name = _NAME_OF_OFFSET.match(read.signature, found.end())
    offset = _signed_offset(read, found)
    return time._replace(end=name.end() if name else found.end(), clock=time.clock._replace(offset=offset))


def _signed_offset(read: Reading, found: re.Match[str]) -> int:
    hours = read.number(found.start("h"))
    minutes = read.number(found.start("m")) if found["m"] else 0
    if found["h"] == "4":
        hours, minutes = divmod(hours, 100)
    return signed(found["sign"], hours, minutes)


def signed(sign: str, hours: int, minutes: int) -> int:
    """Minutes east of UTC; minutes past 59 make it a day and more, which no zone is."""
    size = hours * 60 + minutes if minutes < _MINUTES else 2 * FARTHEST
    return size if sign == "+" else -size
