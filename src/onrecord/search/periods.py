"""Periods as a query writes them: a year, a month, a day, or two of these with two dots between."""

import calendar
import datetime as dt
import re

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def read_period(text: str) -> tuple[dt.date | None, dt.date | None] | None:
    """The first and the last day, both included; None for a side without a bound, None alone for no period.

    >>> read_period("2022-02..2022-03")
    (datetime.date(2022, 2, 1), datetime.date(2022, 3, 31))
    >>> read_period("..2022"), read_period("soon"), read_period("2022-03..2022-02")
    ((None, datetime.date(2022, 12, 31)), None, None)
    """
    begin, dots, finish = text.partition("..")
    if not dots:
        return whole_days(text)
    first = whole_days(begin) if begin else (None, None)
    last = whole_days(finish) if finish else (None, None)
    if first is None or last is None or not (begin or finish):
        return None
    if first[0] and last[1] and first[0] > last[1]:
        return None
    return first[0], last[1]


def whole_days(text: str) -> tuple[dt.date, dt.date] | None:
    """The days of a year, a month or a day in ISO 8601; None for anything else.

    >>> whole_days("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = dt.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    last_month = month or 12
    return first, dt.date(first.year, last_month, calendar.monthrange(first.year, last_month)[1])
