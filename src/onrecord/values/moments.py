"""Dates and times, from the words of a page to ISO 8601, no more precise than the words were.

A fast path reads ISO 8601 and Unix time by pattern. Everything else goes by *signature*: the text is cut into
tokens, each token is written as one letter (``4`` a year, ``2`` a number, ``M`` a month's name), and short
patterns are matched on that string: ``10. Februar 2022`` is ``2. M 4``. So a pattern is the same for sixty
languages, and the words live in ``calendars``.
"""

import datetime as dt
import enum
import functools
import re
from typing import NamedTuple

import msgspec

from onrecord.values import calendars

MAX_RAW = 200
"""`parse_moment` reads nothing longer, in characters: no date is, and time stays bounded."""
MAX_TEXT = 2_000
"""`find_moments` looks no further into a text, in characters: a byline or dateline is shorter."""
FIRST_YEAR, LAST_YEAR = 1600, 2200
"""Years outside of these are taken for some other number."""
_TWELVE = 12
"""The last month, and noon: the numbers past which a day is no month, and an hour not of a 12-hour clock."""
_MINUTE_S = 60
_MINUTES = 60
"""In an hour."""
_FARTHEST = 14 * 60
"""No zone is farther from UTC, in minutes (Kiritimati)."""
_CENTURY_TURNS = 70
"""Years of two digits from here on are of the 1900s."""


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


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """A point in time, only as precise as its source made it."""

    value: str
    """ISO 8601: ``2022``, ``2022-02``, ``2022-02-10``, ``2022-02-10T09:13:00+01:00``. A time is always written
    with seconds and never with fractions; an offset is there only where ``zone`` is not ``none``."""
    precision: Precision
    zone: Zone
    raw: str
    """The words that were read, as given."""


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
    if len(raw) > MAX_RAW:
        return None
    iso = _ISO.match(raw)
    if iso:
        return _from_iso(iso, raw)
    compact = _COMPACT.match(raw)
    if compact:
        return _from_iso(compact, raw)
    epoch = _EPOCH.match(raw)
    if epoch:
        return _from_epoch(int(epoch[1]), raw)
    return _whole(_Reading(raw, *calendars.primary(language, country), whole=True))


@functools.lru_cache(maxsize=64)  # pure, as above
def find_moments(
    text: str, *, language: str | None = None, country: str | None = None
) -> tuple[tuple[int, int, Moment], ...]:
    """Every date in running text, with its weekday and the time beside it: (start, end, moment), in reading order.

    Offsets are code points, end exclusive: ``text[start:end] == moment.raw``. A bare year is no date here, nor
    is what `parse_moment` would call undecided. Only the first 2,000 characters are read.

    >>> [(start, end, m.value) for start, end, m in find_moments("LONDON, Feb 10, 2022 (Reuters)")]
    [(8, 20, '2022-02-10')]
    """
    read = _Reading(text[:MAX_TEXT], *calendars.primary(language, country), whole=False)
    found = []
    at = 0
    while at < len(read.signature):
        hit = (
            _moment_at(read, at)
            if read.signature[at] in _FIRST and _stands_alone(read.signature, at)
            else None
        )
        if hit is None:
            at += 1
            continue
        start, end = read.tokens[_with_weekday(read, at)].start, read.tokens[hit.end - 1].end
        moment = _moment(hit.when, text[start:end]) if hit.when else None
        if moment:
            found.append((start, end, moment))
        at = hit.end
    return tuple(found)


def instant(moment: Moment) -> dt.datetime | None:
    """Give the moment as an aware datetime; None where it has no time or no zone.

    >>> instant(parse_moment("2022-02-10T09:13Z"))
    datetime.datetime(2022, 2, 10, 9, 13, tzinfo=datetime.timezone.utc)
    """
    if moment.zone is Zone.NONE or moment.precision not in _TIMED:
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
    size = min(_DATE_SIZE.get(a.precision, 10), _DATE_SIZE.get(b.precision, 10))
    return not {day[:size] for day in _days(a)}.isdisjoint(day[:size] for day in _days(b))


_TIMED = frozenset({Precision.MINUTE, Precision.SECOND})
_DATE_SIZE = {Precision.YEAR: 4, Precision.MONTH: 7}


def _days(moment: Moment) -> set[str]:
    """Give the calendar days (or month, or year) the moment falls on: its own, and that in UTC."""
    at = instant(moment)
    own = moment.value[:10]
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
    return None if one_zone and near_quarter and apart <= _FARTHEST * 60 + _MINUTE_S else False


# --- What was read, before it is written as ISO 8601


class _Clock(NamedTuple):
    """A time of day; ``offset`` in minutes east of UTC, None where no zone was stated."""

    hour: int
    minute: int
    second: int | None = None
    offset: int | None = None


class _When(NamedTuple):
    """The numbers that were read; month, day and clock are None where the words stop before them."""

    year: int
    month: int | None = None
    day: int | None = None
    clock: _Clock | None = None


def _moment(when: _When, raw: str) -> Moment | None:
    """``when`` as a moment; None where there is no such date or time."""
    year, month, day, clock = when
    if not (FIRST_YEAR <= year <= LAST_YEAR and (month is None or 1 <= month <= _TWELVE)):
        return None
    if month is None:
        return Moment(value=f"{year}", precision=Precision.YEAR, zone=Zone.NONE, raw=raw)
    if day is None:
        return Moment(value=f"{year}-{month:02}", precision=Precision.MONTH, zone=Zone.NONE, raw=raw)
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None
    if clock is None:
        return Moment(value=date.isoformat(), precision=Precision.DAY, zone=Zone.NONE, raw=raw)
    return _timed(date, clock, raw)


def _timed(date: dt.date, clock: _Clock, raw: str) -> Moment | None:
    """Give that day at that time; 24:00 is the next day's midnight, as ISO 8601 has it."""
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
    if offset is not None and abs(offset) > _FARTHEST:
        return None
    return Moment(
        value=f"{date}T{hour:02}:{minute:02}:{second or 0:02}{_offset_text(offset)}",
        precision=Precision.MINUTE if second is None else Precision.SECOND,
        zone=Zone.NONE if offset is None else Zone.STATED,
        raw=raw,
    )


def _offset_text(offset: int | None) -> str:
    if offset is None:
        return ""
    hours, minutes = divmod(abs(offset), 60)
    return f"{'-' if offset < 0 else '+'}{hours:02}:{minutes:02}"


# --- The fast path: ISO 8601 and Unix time

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


def _from_iso(parts: re.Match[str], raw: str) -> Moment | None:
    group = parts.groupdict()
    hour = group["H"] or group.get("H2")
    clock = None
    if hour:
        minute, second = group["M"] or group["M2"], group["S"] or group.get("S2")
        clock = _Clock(int(hour), int(minute), int(second) if second else None, _iso_offset(group["zone"]))
    month, day = group["m"], group["d"]
    return _moment(_When(int(group["y"]), int(month), int(day) if day else None, clock), raw)


def _iso_offset(zone: str | None) -> int | None:
    """Minutes east of UTC of ``Z``, ``UTC``, ``+1``, ``+01``, ``+0100`` or ``+01:00``."""
    if zone is None:
        return None
    if zone[0] in "ZzUG":
        return 0
    digits = zone[1:].replace(":", "")
    hours, minutes = divmod(int(digits), 100) if len(digits) >= len("100") else (int(digits), 0)
    return _signed(zone[0], hours, minutes)


def _signed(sign: str, hours: int, minutes: int) -> int:
    """Minutes east of UTC; minutes past 59 make it a day and more, which no zone is."""
    size = hours * 60 + minutes if minutes < _MINUTES else 2 * _FARTHEST
    return size if sign == "+" else -size


def _from_epoch(number: int, raw: str) -> Moment | None:
    seconds = number if number < 10**10 else number // 1000
    if seconds not in _EPOCH_SPAN:
        return None
    at = dt.datetime.fromtimestamp(seconds, dt.UTC)
    return Moment(value=at.isoformat(), precision=Precision.SECOND, zone=Zone.STATED, raw=raw)


# --- The slow path: tokens and their signature


class _Token(NamedTuple):
    """A piece of the text and where it stands; ``kind`` is its letter in the signature."""

    kind: str
    text: str
    start: int
    end: int


_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u05f3\u05f4\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d\u0300-\u036f"
)
_CJK_WORDS = "[星周週禮礼][期]?[一二三四五六日天]|[月火水木金土日]曜日|[月火水木金土日]曜|[월화수목금토일]요일|[上下中]午|午[前後]|凌晨|早上|清晨|傍晚|오전|오후"
_TOKEN = re.compile(
    rf"(?P<number>\d+)|(?P<space>\s+)|(?P<word>[ap]\. ?m\b\.?|[^\W\d_]\.[^\W\d_](?![^\W_])\.?"
    rf"|[\u0e01-\u0e4e]{{1,3}}\.[\u0e01-\u0e2e]\.|{_CJK_WORDS}|[年月日号號時时点點分秒년월일시분초](?![本曜])"
    rf"|[^\W\d_][^\W\d_{_MARKS}]*(?:[{_MARKS}]+[^\W\d_]*)*)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_PUNCTUATION = str.maketrans("‐‑‒–—―−，、：．／•（）،。۔’ʼ【】［］", "-------,,:./·(),..''[][]")
_KEPT = frozenset(" .,:;-/|()·@'\"=+[]")
_INVISIBLE = frozenset("\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u2060\ufeff")
_NUMBER_KINDS = {1: "2", 2: "2", 4: "4", 6: "6", 8: "8"}
_FIRST = frozenset("24MVqA")
_DIGITS = frozenset("2468#")


class _Reading:
    """A text cut into tokens, with all that is known about where it comes from."""

    def __init__(self, text: str, language: str | None, country: str | None, *, whole: bool) -> None:
        self.raw = text
        self.language, self.country, self.whole = language, country, whole
        self.tokens = _tokens(text, language)
        self.signature = "".join(token.kind for token in self.tokens)

    def number(self, at: int) -> int:
        return int(self.tokens[at].text)

    def text(self, at: int) -> str:
        return self.tokens[at].text


def _tokens(text: str, language: str | None) -> list[_Token]:
    """Give the text's tokens. Words that only together mean something ("tháng hai") are one; invisible signs none."""
    found: list[_Token] = []
    pieces = [p for p in _TOKEN.finditer(text) if p[0] not in _INVISIBLE]
    at = 0
    while at < len(pieces):
        size = _phrase_size(pieces, at) if pieces[at].lastgroup == "word" else 1
        start, end = pieces[at].start(), pieces[at + size - 1].end()
        kind = _phrase_kind(text[start:end], language) if size > 1 else _kind(pieces, at, found, language)
        found.append(_Token(kind, text[start:end], start, end))
        at += size
    return found


def _phrase_size(pieces: list[re.Match[str]], at: int) -> int:
    """How many pieces from ``at`` on are one name of several words (spaces between count); 1 where none are."""
    if calendars.fold(pieces[at][0]) not in calendars.phrase_starts():
        return 1
    for size in (7, 5, 3):
        run = pieces[at : at + size]
        shape = [piece.lastgroup for piece in run]
        words_only = len(run) == size and set(shape[::2]) == {"word"} and set(shape[1::2]) == {"space"}
        if words_only and _phrase_kind(" ".join(piece[0] for piece in run[::2]), None) != "x":
            return size
    return 1


def _phrase_kind(phrase: str, language: str | None) -> str:
    return _word_kind("_".join(phrase.split()), language)


def _kind(pieces: list[re.Match[str]], at: int, before: list[_Token], language: str | None) -> str:
    """Give the letter of the piece at ``at``, given the tokens already made."""
    piece = pieces[at]
    if piece.lastgroup == "number":
        return _NUMBER_KINDS.get(len(piece[0]), "#")
    if piece.lastgroup == "space":
        return " "
    if piece.lastgroup == "other":
        sign = piece[0].translate(_PUNCTUATION)
        return "o" if sign == "°" else sign if sign in _KEPT else "?"
    follows_number = bool(before) and before[-1].kind in _DIGITS and before[-1].end == piece.start()
    if follows_number:
        return _suffix_kind(piece[0], pieces[at + 1] if at + 1 < len(pieces) else None, language)
    return _word_kind("_".join(piece[0].split()), language)


def _suffix_kind(word: str, after: re.Match[str] | None, language: str | None) -> str:
    """Give the letter of a word written onto a number: an ordinal's ending, ISO's T and Z, or any word."""
    if word in "tT" and after is not None and after.lastgroup == "number":
        return "T"
    if word in "zZ":
        return "Z"
    if word.lower() == "h":
        return "h"
    return "o" if calendars.fold(word) in calendars.words(calendars.ORDINALS) else _word_kind(word, language)


_KINDS = (
    ("A", calendars.BEFORE_NOON),
    ("A", calendars.AFTER_NOON),
    ("q", calendars.MONTH_MARKERS),
    ("h", "h"),
    ("u", calendars.AFTER_A_TIME),
    ("k", calendars.BEFORE_A_TIME),
    ("d", calendars.LITTLE_WORDS),
    ("L", calendars.LABELS),
)
"""The letters of words other than months, weekdays and zones; the first table that has the word gives it."""


def _word_kind(word: str, language: str | None) -> str:
    """Give the letter of a word (its parts joined by ``_``); ``x`` where no table has it."""
    if _zone_name(word) is not None:
        return "Z"
    folded = calendars.fold(word)
    weekday = folded in calendars.weekday_words()
    if calendars.month_of(word, language):
        return "V" if weekday else "M"
    kind = "A" if folded in calendars.LOCAL_NOON.get(language or "", ()) else _kinds().get(folded)
    return "W" if weekday and kind is None else kind or "x"


def _zone_name(word: str) -> str | None:
    """Give the abbreviation ``word`` stands for, "" for a zone that cannot be told; None where it is no zone.

    Abbreviations count in capitals only: "est" and "et" are French.
    """
    if word in calendars.ZONES or word in calendars.SEASONAL_ZONES or word in calendars.LOCAL_ZONES:
        return word
    return calendars.zone_words().get(calendars.fold(word))


@functools.cache
def _kinds() -> dict[str, str]:
    """Every word of `_KINDS` and of the signs of `calendars.UNITS`, to its letter."""
    rows = [*_KINDS, *calendars.UNITS.items()]
    found = {word: kind for kind, table in reversed(rows) for word in calendars.words(table)}
    return found | dict.fromkeys(calendars.words(calendars.ONLY_BEHIND_THE_TIME), "B")


# --- Shapes of dates and times, as patterns on the signature

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
told, ``z`` is a year of two digits."""

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

_ASCTIME = re.compile(r"(?P<m>[MV]) (?P<d>2) (?P<time>2:2(?::2)?)(?P<zone> Z)? (?P<y>4)")
_TIME = re.compile(
    r"(?P<pre>A\.? ?)?(?P<H>2)"
    r"(?:(?P<c>:|\.| ?h ?| ?u ?)(?P<M>2)(?:[:.](?P<S>2)(?:[.,][2468#])?| ?i(?: ?(?P<S2>2) ?s)?)?)?"
    r"(?P<unit> ?[uh])?(?P<post> ?[AB])?"
)
_MILITARY = re.compile(r"(?P<H>4)(?= ?[uZ])(?P<unit> ?u\.?)?")
_JOIN = re.compile(r"(?:\([WVjmMx]\)|[ ,;.|·@:/()'dokTWVB?\-]){1,12}")
_JOIN_BACK = re.compile(r"[ ,;.|·@()dkLWVo\-]{1,10}")
_OFFSET = re.compile(r" ?(?P<open>\()?(?P<Z>Z)?(?: ?(?P<sign>[+\-])(?P<h>2|4)(?::(?P<m>2))?)?(?(open)\))")
_NAME_OF_OFFSET = re.compile(r" ?\([ZxWLMVdAku \-]{1,12}\)")
_LEAD = re.compile(r"[ ,;.:|·@()'\"=?WVLdkoAB\[\]/\-]*")
_TRAIL = re.compile(r"[ ,;.:|·@()'\"=?WVLdokB\[\]/\-]*\Z")
_WEEKDAY_BEFORE = re.compile(r"(?:([WV])|\(([WV])\))[.,]{0,2} ?(?:d )?\Z")


class _Hit(NamedTuple):
    """A date found: the token after its last, and what it says (None: nothing that can be)."""

    end: int
    when: _When | None


class _Time(NamedTuple):
    """A time found: the token after its last, the clock, and the zone's name if it was stated by name."""

    end: int
    clock: _Clock | None
    zone: str | None = None


def _whole(read: _Reading) -> Moment | None:
    """Give the one date the whole reading is; None where more is in it, or less."""
    lead = _LEAD.match(read.signature)
    for at in range(lead.end() + 1 if lead else 0):
        hit = _moment_at(read, at) if read.signature[at : at + 1] and read.signature[at] in _FIRST else None
        if hit and _TRAIL.match(read.signature, hit.end):
            return _moment(hit.when, read.raw) if hit.when else None
    return None


def _stands_alone(signature: str, at: int) -> bool:
    """Whether what starts at ``at`` is no tail of a longer number, version or path."""
    before = signature[max(0, at - 2) : at]
    if before[-1:] in _DIGITS or before[-1:] == "/":
        return signature[at] not in _DIGITS
    return not (before[-1:] in (".", "-", ":") and before[:1] in _DIGITS and len(before) > 1)


def _with_weekday(read: _Reading, at: int) -> int:
    """Give the token where the date at ``at`` starts if the weekday before it belongs to it.

    A short one must be of the text's language: "to" is Finnish for Thursday.
    """
    weekday = _WEEKDAY_BEFORE.search(read.signature, max(0, at - 6), at)
    if weekday is None:
        return at
    word = calendars.fold(read.text(weekday.start(1) if weekday[1] else weekday.start(2)))
    own = calendars.words(calendars.WEEKDAYS.get(read.language or "en", ""))
    return weekday.start() if len(word) > len("mon") or word in own else at


def _moment_at(read: _Reading, at: int) -> _Hit | None:
    """Give the date that starts at this token, with the time beside it."""
    return _asctime_at(read, at) or _date_then_time(read, at) or _time_then_date(read, at)


def _date_then_time(read: _Reading, at: int) -> _Hit | None:
    date = _date_at(read, at)
    if date is None or date.when is None or date.when.day is None:
        return date
    join = _JOIN.match(read.signature, date.end)
    between = join[0] if join else ""
    if not between and read.signature[date.end - 1] != "j":
        return date
    time = _time_at(read, date.end + len(between), intro="k" in between, iso="T" in between)
    if time is None or (
        between == "-" and read.signature[at] == "4" and time.clock and time.clock.second is None
    ):
        return date  # 2022-02-10-06:00 is XML Schema's date with an offset
    return _Hit(time.end, _joined(date.when, time, read))


def _time_then_date(read: _Reading, at: int) -> _Hit | None:
    time = _time_at(read, at, intro=False, iso=False)
    join = _JOIN_BACK.match(read.signature, time.end) if time else None
    date = _date_at(read, join.end()) if join else None
    if time is None or date is None or (date.when and date.when.day is None):
        return None
    return _Hit(date.end, _joined(date.when, time, read) if date.when else None)


def _asctime_at(read: _Reading, at: int) -> _Hit | None:
    """``Feb 10 09:13:05 2022``, with or without a zone before the year."""
    found = _ASCTIME.match(read.signature, at)
    if found is None:
        return None
    date = _date_of(read, found)
    time = _time_at(read, found.start("time"), intro=False, iso=False)
    return _Hit(found.end(), _joined(date, time, read) if date and time else None)


def _joined(date: _When, time: _Time, read: _Reading) -> _When | None:
    """Give the date with the clock; a zone given by name is worked out for that day. None where the time cannot be."""
    if time.clock is None:
        return None
    clock = time.clock
    if time.zone is not None:
        wall = _wall(date, clock)
        offset = calendars.zone_offset(time.zone, wall, read.language, read.country) if wall else None
        clock = clock._replace(offset=offset)
    return date._replace(clock=clock)


def _wall(date: _When, clock: _Clock) -> dt.datetime | None:
    try:
        return dt.datetime(date.year, date.month or 1, date.day or 1, clock.hour % 24, clock.minute)  # noqa: DTZ001 - a wall clock
    except ValueError:
        return None


# --- Dates


def _date_at(read: _Reading, at: int) -> _Hit | None:
    """Give the date that starts at this token; its ``when`` is None where the shape is a date's but the date cannot be."""
    for shape in (*_DATES, *(_ONLY_WHOLE if read.whole else ())):
        found = shape.match(read.signature, at)
        if found and _taken(read, found):
            return _Hit(found.end(), _date_of(read, found))
    return None


def _taken(read: _Reading, found: re.Match[str]) -> bool:
    """Whether the shape may be a date here. In running text "10 Feb 22", "led 2022" and "v2.10.22" may be something else."""
    group = found.groupdict()
    if group.get("z") and len(read.text(found.start("z"))) != len("22"):
        return False
    if read.whole:
        return True
    if "a" in group:
        return not read.signature[found.start() - 1 : found.start()].isalpha()
    if "z" in group and "sep" not in group:
        return _is_thai(read.text(found.start("m")))
    if "d" in group or read.signature[found.start("m")] == "2":
        return True
    word = calendars.fold(read.text(found.start("m")))
    return (
        len(word) > len("may")
        or word in _SHORT_MONTHS
        or read.language in calendars.month_words().get(word, ())
    )


_SHORT_MONTHS = frozenset(
    {"may", "mai", "mei", "maj", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
)


def _is_thai(word: str) -> bool:
    return "\u0e01" <= word[0] <= "\u0e5b"


def _date_of(read: _Reading, found: re.Match[str]) -> _When | None:
    """Give the numbers of a date whose shape was found; None where they cannot be told, or are none."""
    at = {name: found.start(name) for name, sign in found.groupdict().items() if sign is not None}
    if "a" in at:
        return _numeric(read, at, found["sep"])
    month = _month(read, at) if "m" in at else None
    if "m" in at and month is None:
        return None
    day = read.number(at["d"]) if "d" in at else None
    year = read.number(at["y"]) if "y" in at else _full_year(read, at)
    if month is not None and month[1]:
        return _from_solar(year, month[0], day)
    return _dated(read, year, month[0] if month else None, day)


def _month(read: _Reading, at: dict[str, int]) -> tuple[int, bool] | None:
    """Give the month's number, and whether it is a solar one; None where two names for it disagree."""
    if read.signature[at["m"]] == "2":
        return read.number(at["m"]), False
    month = calendars.month_of("_".join(read.text(at["m"]).split()), read.language)
    if "m2" in at and calendars.month_of("_".join(read.text(at["m2"]).split()), read.language) != month:
        return None
    return month


def _full_year(read: _Reading, at: dict[str, int]) -> int:
    """Give the year of two digits: 70 to 99 are of the last century; Thai ones count from 2500 of the Buddhist era."""
    short = read.number(at["z"])
    if "m" in at and _is_thai(read.text(at["m"])):
        return 2500 + short
    return 1900 + short if short >= _CENTURY_TURNS else 2000 + short


def _dated(read: _Reading, year: int, month: int | None, day: int | None) -> _When | None:
    """Give the date in our calendar: Buddhist years (2400 to 2600) are 543 ahead, Persian ones are converted."""
    if year in calendars.BUDDHIST_YEARS:
        year -= calendars.BUDDHIST_AHEAD
    if year in calendars.SOLAR_YEARS and read.language == "fa" and month:
        return _from_solar(year, month, day)
    when = _When(year, month, day)
    return when if _moment(when, "") else None


def _from_solar(year: int, month: int, day: int | None) -> _When | None:
    date = calendars.solar_to_gregorian(year, month, day) if day else None
    return _When(date.year, date.month, date.day) if date else None


def _numeric(read: _Reading, at: dict[str, int], separator: str) -> _When | None:
    """Give a date of numbers with the year last (or, where it is the custom, three short numbers with it first)."""
    a, b = read.number(at["a"]), read.number(at["b"])
    if "z" in at and calendars.year_first(read.language):
        return _dated(read, _full_year(read, {"z": at["a"]}), b, read.number(at["z"]))
    order = calendars.day_order(read.language, read.country, separator)
    if order is None and "z" in at and read.language is None:
        return None  # 25/04/24 may start with its year
    day, month = _day_and_month(a, b, order)
    year = read.number(at["y"]) if "y" in at else _full_year(read, at)
    return _dated(read, year, month, day) if month else None


def _day_and_month(a: int, b: int, order: str | None) -> tuple[int, int]:
    """Day and month of the two; (0, 0) where it cannot be told. A number above 12 is a day in any custom."""
    if b > _TWELVE >= a or (order == "mdy" and a <= _TWELVE):
        return b, a
    if order == "dmy" or a > _TWELVE or a == b:
        return a, b
    return 0, 0


# --- Times


def _time_at(read: _Reading, at: int, *, intro: bool, iso: bool) -> _Time | None:
    """Give the time of day that starts at this token, with its zone; the clock is None where there is no such time.

    ``intro``: a word announced it ("um"); ``iso``: it follows ISO 8601's T. Both make a shape sure that is else not.
    """
    found = _TIME.match(read.signature, at)
    military = None if found else _MILITARY.match(read.signature, at)
    if military:
        clock: _Clock | None = _Clock(*divmod(read.number(at), 100))
        return _zoned(read, _Time(military.end(), clock), iso=False)
    if found is None or not _two_digits(read, found):
        return None
    clock = _clock(read, found)
    time = _zoned(read, _Time(found.end(), clock), iso=iso)
    sure = intro or read.whole or found["unit"] or found["pre"] or found["post"] or time.end > found.end()
    return time if sure or (found["c"] or "") != "." else None


def _two_digits(read: _Reading, found: re.Match[str]) -> bool:
    """Whether minutes and seconds have both their digits, and a bare hour something that makes it one."""
    if found["M"] is None:
        return bool(found["unit"] or found["pre"] or found["post"])
    marked = ":" not in found["c"] and "." not in found["c"]
    parts = [found.start(name) for name in ("M", "S") if found[name]]
    return marked or all(len(read.text(part)) == len("00") for part in parts)


def _clock(read: _Reading, found: re.Match[str]) -> _Clock | None:
    second = "S" if found["S"] else "S2" if found["S2"] else None
    hour = _hour(read, found)
    if hour is None:
        return None
    minute = read.number(found.start("M")) if found["M"] else 0
    return _Clock(hour, minute, read.number(found.start(second)) if second else None)


def _hour(read: _Reading, found: re.Match[str]) -> int | None:
    """Give the hour of 24; None where it does not go with its half of the day. 12 a.m. is 0; 15:05 p.m. is 15:05."""
    hour = read.number(found.start("H"))
    half = next((_half(read, found, name) for name in ("pre", "post") if found[name]), None)
    if half is None:
        return hour
    if half == "am":
        return hour % _TWELVE if hour <= _TWELVE else None
    return None if hour == 0 else hour + _TWELVE if hour < _TWELVE else hour


def _half(read: _Reading, found: re.Match[str], name: str) -> str | None:
    at = next(at for at in range(*found.span(name)) if read.signature[at] in "AB")
    return calendars.half_of_day(read.text(at), read.language)


def _zoned(read: _Reading, time: _Time, *, iso: bool) -> _Time:
    """Give the time with the zone behind it, if there is one: an offset, or a name (an offset wins over its name)."""
    found = _OFFSET.match(read.signature, time.end)
    if found is None or time.clock is None or not (found["Z"] or found["sign"]):
        return time
    if found["sign"] is None:
        return time._replace(end=found.end(), zone=_zone_name(_one_word(read, found)) or "")
    if not (found["Z"] or found["open"] or found["h"] == "4" or iso or time.clock.second is not None):
        return time  # 9:30-11:00 is a span
    name = _NAME_OF_OFFSET.match(read.signature, found.end())
    offset = _signed_offset(read, found)
    return time._replace(end=name.end() if name else found.end(), clock=time.clock._replace(offset=offset))


def _one_word(read: _Reading, found: re.Match[str]) -> str:
    return "_".join(read.text(found.start("Z")).split())


def _signed_offset(read: _Reading, found: re.Match[str]) -> int:
    hours = read.number(found.start("h"))
    minutes = read.number(found.start("m")) if found["m"] else 0
    if found["h"] == "4":
        hours, minutes = divmod(hours, 100)
    return _signed(found["sign"], hours, minutes)
