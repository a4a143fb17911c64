"""Dates as other formats write them, never more precise than they are."""

import re

_DATE = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?(?:[T ]|$)")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def date_parts(value: str | None) -> tuple[int, ...]:
    """Year, month and day of an ISO 8601 date or time, as many as it has; empty where it is none.

    >>> date_parts("2022-02-10T09:13:00+01:00"), date_parts("2022-02"), date_parts(None)
    ((2022, 2, 10), (2022, 2), ())
    """
    whole = _DATE.match(value or "")
    return tuple(int(part) for part in whole.groups() if part) if whole else ()


def in_words(value: str | None) -> str | None:
    """As an English sentence writes it; the time of the day with its offset, where there is one.

    >>> in_words("2022-02-10T09:13:00+01:00"), in_words("2022-02"), in_words("2022-99")
    ('10 February 2022, 09:13 (UTC+01:00)', 'February 2022', '2022-99')
    """
    parts = date_parts(value)
    if not parts or value is None:
        return value
    day = " ".join(
        str(part) for part in (*parts[2:], *(_MONTHS[month - 1] for month in parts[1:2]), parts[0])
    )
    time, offset = value[11:16], value[19:].lstrip(".0123456789")
    zone = " (UTC)" if offset in ("Z", "+00:00") else f" (UTC{offset})" if offset else ""
    return f"{day}, {time}{zone}" if time else day
