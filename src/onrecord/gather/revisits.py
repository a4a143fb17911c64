"""When a page is asked for again: young ones often, old ones seldom. Pure: times are given, in seconds."""

from typing import Annotated

import msgspec

_Some = Annotated[float, msgspec.Meta(gt=0)]


class Revisits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How often pages are looked at again."""

    youngest_minutes: _Some = 10
    """Between two visits of a page just published: none is visited more often."""
    oldest_days: _Some = 30
    """Between two visits of an old page, at most."""
    until_days: Annotated[float, msgspec.Meta(ge=0)] = 365
    """Age from which a page is visited no more; 0: none is visited twice."""
    part_of_age: Annotated[float, msgspec.Meta(gt=0, le=1)] = 0.125
    """A page is visited again after this part of its age: of a page of a day, after three hours."""


def next_visit(
    revisits: Revisits, age_s: float, *, changed: bool = False, unchanged: int = 0
) -> float | None:
    """Seconds until the next visit of a page of that age, which is told from its publication; None: no more.

    One that had ``changed`` at this visit is visited twice as soon; one found ``unchanged`` so many times in a row
    later and later, up to four times.

    >>> next_visit(Revisits(), 0), next_visit(Revisits(), 86_400) / 3_600, next_visit(Revisits(), 400 * 86_400)
    (600, 3.0, None)
    """
    if age_s >= revisits.until_days * 86_400:
        return None
    wait = max(age_s, 0) * revisits.part_of_age
    wait = wait / 2 if changed else wait * min(4, 1 + max(0, unchanged - 1))
    return min(max(wait, revisits.youngest_minutes * 60), revisits.oldest_days * 86_400)
