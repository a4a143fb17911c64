"""Dates as people write them, each with the time beside it, found by patterns on a text's signature."""

import datetime as dt
import functools
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from onrecord.values import calendars
from onrecord.values.clocks import TWELVE, Clock, Time, time_at
from onrecord.values.tokens import DIGITS, Reading, zone_name

FIRST_YEAR, LAST_YEAR = 1600, 2200
"""Years outside of these are taken for some other number."""
_CENTURY_TURNS = 70
"""Years of two digits from here on are of the 1900s."""
_STARTS = re.compile("[24#MVqAE]")
"""What a date or time can start with."""
_S = r"[ .,/'do()\-]{0,5}"
_MON = r"(?P<m>[MV])(?: ?/ ?(?P<m2>[MV]))?"
_DATES = tuple(
    re.compile(shape)
    for shape in (
        rf"(?P<d>2){_S}{_MON}{_S}(?P<y>4)",
        rf"{_MON}{_S}(?P<d>2){_S}(?P<y>4)(?!:)",
        rf"(?P<y>4){_S}{_MON}{_S}(?P<d>2)(?![2:]|{_S}4)(?:-?o|\.| ?d\b)?",
        rf"(?P<y>4){_S}(?P<d>2){_S}{_MON}(?!{_S}4)",
        rf"(?P<d>2) ?q ?(?P<m>2){_S}(?P<y>4)",
        r"(?P<y>4) ?y ?(?P<m>2) ?m ?(?P<d>2) ?j?",
        r"(?P<e>E) ?(?P<n>[2#]) ?y ?(?P<m>2) ?m ?(?P<d>2) ?j?",
        r"(?P<n>#) ?y ?(?P<m>2) ?m ?(?P<d>2) ?j",
        r"(?P<d>2)(?P<sep>\. ?|[-/ ])(?P<m>R)(?P=sep)(?P<y>4)",
        r"(?P<y>4)(?P<sep>\. ?|[-/ ])(?P<m>R)(?P=sep)(?P<d>2)\.?",
        r"(?P<y>4)(?P<sep>[-/.]) ?(?P<m>2)(?P=sep) ?(?P<d>2)",
        r"(?P<a>2)(?P<sep>[-/.]) ?(?P<b>2)(?P=sep) ?(?P<y>4)(?!\.\d)",
        r"(?P<a>2)(?P<sep>[-/.]) ?(?P<b>2)(?P=sep) ?(?P<z>2)(?![.:/\-]?\d)",
        r"(?P<d>2)(?P<sep>[-/.])(?P<m>[MV])(?P=sep)'?(?P<z>2)(?!:)",
        r"(?P<d>2) (?P<m>[MV])\.? '?(?P<z>2)(?![:.h\d])",
        rf"q ?(?P<m>2){_S}(?P<y>4)",
        r"(?P<y>4) ?y ?(?P<m>2) ?m",
        rf"{_MON}{_S}(?P<y>4)",
    )
)
"""Every order a date is written in, fullest first. ``a`` and ``b`` are day and month in an order still to be
told, ``z`` is a year of two digits, ``n`` one counted from the beginning of an era, ``e``."""
_ONLY_WHOLE = tuple(
    re.compile(shape)
    for shape in (
        rf"(?P<y>4){_S}{_MON}",
        r"(?P<y>4) (?P<m>2) (?P<d>2)\b",
        r"(?P<y>4)[-/.](?P<m>2)",
        r"(?P<m>2)[-/.](?P<y>4)",
        r"(?P<y>4) ?y?",
    )
)
"""Shapes that are dates only where nothing else is in the string."""


def _signs(shape: re.Pattern[str]) -> str:
    """The signs that a shape may begin with: of months, of a number, or ``q``."""
    first = shape.pattern.partition(">")[2] if shape.pattern[0] == "(" else shape.pattern
    return "MV" if first[0] == "[" else first[0]


_SHAPES = {sign: tuple(s for s in _DATES if sign in _signs(s)) for sign in "24#MVqAE"}
_WHOLE_SHAPES = {sign: tuple(s for s in (*_DATES, *_ONLY_WHOLE) if sign in _signs(s)) for sign in "24#MVqAE"}
"""The shapes by the sign they begin with, in running text and where the string is one date."""
_ANY = re.compile(r"[MVRqy]|[24][-/.] ?2[-/.] ?[24]")
"""What is in each of `_DATES`, so that a line with a bare year or the number of a house is asked but once."""
_ASCTIME = re.compile(r"(?P<m>[MV]) (?P<d>2) (?P<time>2:2(?::2)?)(?P<zone> Z)? (?P<y>4)")
_JOIN = re.compile(r"(?:\([WVjmMx]\)|[ ,;.|·@:/()'dokTWVB?\-]){1,12}")
_JOIN_BACK = re.compile(r"[ ,;.|·@()dkLWVo\-]{1,10}")
_LEAD = re.compile(r"[ ,;.:|·@()'\"=?WVLdkoAB\[\]/\-]*")
_TRAIL = re.compile(r"[ ,;.:|·@()'\"=?WVLdokB\[\]/\-]*\Z")
_WEEKDAY_BEFORE = re.compile(r"(?:([WV])|\(([WV])\))[.,]{0,2} ?(?:d )?\Z")
_SHORT_MONTHS = frozenset(
    {"may", "mai", "mei", "maj", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
)


class When(NamedTuple):
    """The numbers that were read; month, day and clock are None where the words stop before them."""

    year: int
    month: int | None = None
    day: int | None = None
    clock: Clock | None = None

    def is_real(self) -> bool:
        """Whether the calendar has such a day (month, year); the clock is not looked at."""
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            return False
        try:
            dt.date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            return False
        return 0 not in (self.month, self.day)


class _Hit(NamedTuple):
    """A date found: the token after its last, and what it says (None: nothing that can be)."""

    end: int
    when: When | None


def plain_date(raw: str) -> When | None:
    """The day that all of ``raw`` is, where it needs no reading: ``10. Februar 2022``, ``Feb. 10, 2022``.

    None of any other string: to cut it into tokens, and to find what shape they have, takes ten times as long.
    """
    found = _PLAIN.fullmatch(raw)
    if found is None:
        return None
    first, month, name, second, year = found.groups()
    number = _plain_months().get(calendars.fold(month or name))
    when = When(int(year), number, int(first or second)) if number else None
    return when if when and when.is_real() else None


_PLAIN = re.compile(r"(?:([0-9]{1,2})\.? ([^\W\d_]{3,})\.?|([^\W\d_]{3,})\.? ([0-9]{1,2})),? ([12][0-9]{3})")


@functools.cache
def _plain_months() -> dict[str, int]:
    """The names of months that are nothing else in any language, folded, to their numbers."""
    months = {
        word: {*known.values()}
        for word, known in calendars.month_words().items()
        if known.keys().isdisjoint(calendars.OTHER_MONTHS)
    }
    others = calendars.weekday_words() | calendars.phrase_starts()
    return {
        word: numbers.pop()
        for word, numbers in months.items()
        if len(numbers) == 1
        and word not in others
        and zone_name(word.upper()) is None
        and (len(word) > len("may") or word in _SHORT_MONTHS)
    }


def whole_date(read: Reading) -> When | None:
    """The one date the whole reading is; None where more is in it, or less."""
    lead = _LEAD.match(read.signature)
    for at in range(lead.end() + 1 if lead else 0):
        hit = _hit_at(read, at)
        if hit and _TRAIL.match(read.signature, hit.end):
            return hit.when
    return None


def found_dates(read: Reading) -> Iterator[tuple[int, int, When]]:
    """Every date in the reading, in its order: (start, end, date), in characters of ``read.raw``."""
    if not _ANY.search(read.signature):
        return
    done = 0
    for first in _STARTS.finditer(read.signature):
        at = first.start()
        hit = _hit_at(read, at) if at >= done and _stands_alone(read.signature, at) else None
        if hit is None:
            continue
        done = hit.end
        if hit.when:
            yield read.pieces[_with_weekday(read, at)][1], read.pieces[hit.end - 1][2], hit.when


def _stands_alone(signature: str, at: int) -> bool:
    """Whether what starts at ``at`` is no tail of a longer number, version or path."""
    before = signature[max(0, at - 2) : at]
    if before[-1:] in DIGITS or before[-1:] == "/":
        return signature[at] not in DIGITS
    return not (before[-1:] in (".", "-", ":") and before[:1] in DIGITS and len(before) > 1)


def _with_weekday(read: Reading, at: int) -> int:
    """The token where the date at ``at`` starts if the weekday before it belongs to it.

    A short one must be of the text's language: "to" is Finnish for Thursday.
    """
    weekday = _WEEKDAY_BEFORE.search(read.signature, max(0, at - 6), at)
    if weekday is None:
        return at
    word = _name_of(read, weekday)
    own = calendars.words(calendars.WEEKDAYS.get(read.language or "en", ""))
    return weekday.start() if len(word) > len("mon") or word in own else at


def _name_of(read: Reading, weekday: re.Match[str]) -> str:
    return calendars.fold(read.text(weekday.start(1) if weekday[1] else weekday.start(2)))


def _hit_at(read: Reading, at: int) -> _Hit | None:
    """The date that starts at this token, with the time beside it."""
    sign = read.signature[at : at + 1]
    if sign not in _SHAPES:
        return None
    if sign in "MV":
        return _asctime_at(read, at) or _date_then_time(read, at)
    return _date_then_time(read, at) or _time_then_date(read, at)


def _date_then_time(read: Reading, at: int) -> _Hit | None:
    date = _date_at(read, at)
    if date is None or date.when is None or date.when.day is None:
        return date
    join = _JOIN.match(read.signature, date.end)
    between = join[0] if join else ""
    if not between and read.signature[date.end - 1] != "j":
        return date
    time = time_at(read, date.end + len(between), intro="k" in between, iso="T" in between)
    if time is None or (
        between == "-" and read.signature[at] == "4" and time.clock and time.clock.second is None
    ):
        return date  # 2022-02-10-06:00 is XML Schema's date with an offset
    return _Hit(time.end, _joined(date.when, time, read))


def _time_then_date(read: Reading, at: int) -> _Hit | None:
    time = time_at(read, at, intro=False, iso=False)
    join = _JOIN_BACK.match(read.signature, time.end) if time else None
    date = _date_at(read, join.end()) if join else None
    if time is None or date is None or (date.when and date.when.day is None):
        return None
    return _Hit(date.end, _joined(date.when, time, read) if date.when else None)


def _asctime_at(read: Reading, at: int) -> _Hit | None:
    """``Feb 10 09:13:05 2022``, with or without a zone before the year."""
    found = _ASCTIME.match(read.signature, at)
    if found is None:
        return None
    date = _date_of(read, _parts(found))
    time = time_at(read, found.start("time"), intro=False, iso=False)
    return _Hit(found.end(), _joined(date, time, read) if date and time else None)


def _joined(date: When, time: Time, read: Reading) -> When | None:
    """The date with the clock; a zone given by name is worked out for that day. None where the time cannot be."""
    if time.clock is None:
        return None
    clock = time.clock
    if time.zone is not None:
        wall = _wall(date, clock)
        offset = calendars.zone_offset(time.zone, wall, read.language, read.country) if wall else None
        clock = clock._replace(offset=offset)
    return date._replace(clock=clock)


def _wall(date: When, clock: Clock) -> dt.datetime | None:
    try:
        return dt.datetime(date.year, date.month or 1, date.day or 1, clock.hour % 24, clock.minute)  # noqa: DTZ001 - a wall clock
    except ValueError:
        return None


def _date_at(read: Reading, at: int) -> _Hit | None:
    """The date that starts at this token; its ``when`` is None where the shape is a date's but the date cannot be."""
    shapes = _WHOLE_SHAPES if read.whole else _SHAPES
    for shape in shapes.get(read.signature[at : at + 1], ()):
        if found := shape.match(read.signature, at):
            parts = _parts(found)
            if _taken(read, parts):
                return _Hit(found.end(), _date_of(read, parts))
    return None


def _parts(found: re.Match[str]) -> dict[str, int]:
    """Where each part of a date stands, by its name in the shape; those that are not there are left out."""
    return {name: start for name in found.re.groupindex if (start := found.start(name)) >= 0}


def _taken(read: Reading, at: dict[str, int]) -> bool:
    """Whether the shape may be a date here. In running text "10 Feb 22", "led 2022" and "v2.10.22" may be something else."""
    if "z" in at and len(read.text(at["z"])) != len("22"):
        return False
    if read.whole:
        return True
    if "a" in at:
        return not read.signature[at["a"] - 1 : at["a"]].isalpha()
    if "z" in at and "sep" not in at:
        return _is_thai(read.text(at["m"]))
    if "d" in at or read.signature[at["m"]] == "2":
        return True
    word = calendars.fold(read.text(at["m"]))
    return (
        len(word) > len("may")
        or word in _SHORT_MONTHS
        or read.language in calendars.month_words().get(word, ())
    )


def _is_thai(word: str) -> bool:
    return "\u0e01" <= word[0] <= "\u0e5b"


def _date_of(read: Reading, at: dict[str, int]) -> When | None:
    """The numbers of a date whose shape was found; None where they cannot be told, or are none."""
    if "a" in at:
        return _numeric(read, at, read.signature[at["sep"]])
    month = _month(read, at) if "m" in at else None
    if "m" in at and month is None:
        return None
    day = read.number(at["d"]) if "d" in at else None
    year = read.number(at["y"]) if "y" in at else _full_year(read, at)
    if month is not None and month[1]:
        return _converted(_CALENDARS[month[1]], year, month[0], day)
    return _dated(read, year, month[0] if month else None, day)


def _month(read: Reading, at: dict[str, int]) -> tuple[int, str] | None:
    """The month's number, and its calendar; None where two names for it disagree."""
    if read.signature[at["m"]] == "2":
        return read.number(at["m"]), ""
    if read.signature[at["m"]] == "R":
        return calendars.ROMAN[read.text(at["m"])], ""
    month = calendars.month_of(read.name(at["m"]), read.language)
    if "m2" in at and calendars.month_of(read.name(at["m2"]), read.language) != month:
        return None
    return month


def _full_year(read: Reading, at: dict[str, int]) -> int:
    """The year of an era, or of two digits: 70 to 99 are of the last century; Thai ones count from 2500 of theirs.

    One of three digits with no era before it is of the Republic of China: no page is of the year 113.
    """
    if "n" in at:
        return calendars.ERAS[read.text(at["e"]) if "e" in at else "民國"] + read.number(at["n"])
    short = read.number(at["z"])
    if "m" in at and _is_thai(read.text(at["m"])):
        return 2500 + short
    return 1900 + short if short >= _CENTURY_TURNS else 2000 + short


def _dated(read: Reading, year: int, month: int | None, day: int | None) -> When | None:
    """The date in our calendar: Buddhist years (2400 to 2600) are 543 ahead, Persian ones are converted."""
    if year in calendars.BUDDHIST_YEARS:
        year -= calendars.BUDDHIST_AHEAD
    if year in calendars.SOLAR_YEARS and month and _counts_solar(read):
        return _converted(calendars.solar_to_gregorian, year, month, day)
    when = When(year, month, day)
    return when if when.is_real() else None


def _counts_solar(read: Reading) -> bool:
    """Whether years are Persian ones: the language is, or the digits are and the language is not told."""
    return read.language == "fa" or (read.language is None and "\u06f1" in read.raw)


_CALENDARS = {"solar": calendars.solar_to_gregorian, "ethiopic": calendars.ethiopic_to_gregorian}


def _converted(
    to_ours: Callable[[int, int, int], dt.date | None], year: int, month: int, day: int | None
) -> When | None:
    date = to_ours(year, month, day) if day else None
    return When(date.year, date.month, date.day) if date else None


def _numeric(read: Reading, at: dict[str, int], separator: str) -> When | None:
    """A date of numbers with the year last (or, where it is the custom, three short numbers with it first)."""
    a, b = read.number(at["a"]), read.number(at["b"])
    if "z" in at and calendars.year_first(read.language):
        return _dated(read, _full_year(read, {"z": at["a"]}), b, read.number(at["z"]))
    year = read.number(at["y"]) if "y" in at else _full_year(read, at)
    order = _order_by_weekday(read, at["a"], a, b, year)
    order = order or calendars.day_order(read.language, read.country, separator)
    if order is None and "z" in at and read.language is None:
        return None  # 25/04/24 may start with its year
    day, month = _day_and_month(a, b, order)
    return _dated(read, year, month, day) if month else None


def _order_by_weekday(read: Reading, at: int, a: int, b: int, year: int) -> str | None:
    """The order in which a date falls on the weekday named before it, if only one does: "Thu, 04/11/2024".

    Only English names are asked: in no other language is the order in doubt.
    """
    if not 0 < a <= TWELVE or not 0 < b <= TWELVE or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    weekday = _WEEKDAY_BEFORE.search(read.signature, max(0, at - 6), at)
    if weekday is None or (name := _name_of(read, weekday)[:3]) not in _ENGLISH_DAYS:
        return None
    number = _ENGLISH_DAYS.index(name)
    fits = [
        order
        for order, month, day in (("dmy", b, a), ("mdy", a, b))
        if dt.date(year, month, day).weekday() == number
    ]
    return fits[0] if len(fits) == 1 else None


_ENGLISH_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _day_and_month(a: int, b: int, order: str | None) -> tuple[int, int]:
    """Day and month of the two; (0, 0) where it cannot be told. A number above 12 is a day in any custom."""
    if b > TWELVE >= a or (order == "mdy" and a <= TWELVE):
        return b, a
    if order == "dmy" or a > TWELVE or a == b:
        return a, b
    return 0, 0
