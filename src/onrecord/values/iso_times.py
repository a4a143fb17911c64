"""Days and times that stand in ISO 8601 already, as those who capture pages write them."""

import datetime as dt
import re


def iso_time(raw: str) -> str | None:
    """``raw`` in the one form that values have, where it is a day or time in ISO 8601; None of any other words.

    A day stays one, and a week, which names none, is not read.

    >>> iso_time("2024-05-03"), iso_time("20240503T101500Z"), iso_time("2024-W18"), iso_time("3 May 2024")
    ('2024-05-03', '2024-05-03T10:15:00+00:00', None, None)
    """
    raw = raw.strip()
    if _SIGNS.fullmatch(raw) and not _WEEK.match(raw):
        for kind in (dt.date, dt.datetime):
            try:
                return kind.fromisoformat(raw).isoformat()
            except ValueError:
                continue
    return None


_SIGNS = re.compile(r"[0-9TtZzW:.,+\- ]{1,50}")
"""Python takes any sign at all for the one between a day and its time."""
_WEEK = re.compile(r"[0-9]{4}-?W[0-9]{2}(?!-?[0-9])")
