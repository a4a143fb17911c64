"""The evidence of a record as it is shown: each field with every candidate, what became of it, and where it stands."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord import limits
from onrecord.fields import in_order
from onrecord.page import Page
from onrecord.record import Candidate, Conflict, Record
from onrecord.whereabouts import Span, excerpt, find_span, positions

_EXCERPT = 160
"""Code points of the page shown around a value."""
_VALUE = 400
"""Code points of a value that are shown; the text of an article stands elsewhere on the page."""


class Voice(NamedTuple):
    """A candidate."""

    number: int
    """In the field's list, from 0: its address."""
    value: str
    raw: str | None
    """The page's own words, where they are others than the value."""
    source: str
    fate: str
    """``chosen``, ``same`` (says the same as the chosen one) or ``left``."""
    rule: str
    at: str | None
    """Line and column."""
    path: str | None
    excerpt: str | None


class Backed(NamedTuple):
    """A field and all that speaks for it."""

    field: str
    values: tuple[str, ...]
    """What was chosen; empty: the page does not say, or nothing was believed."""
    voices: tuple[Voice, ...]
    conflict: str | None
    """What about it is in conflict."""


class Clash(NamedTuple):
    """A conflict, with who says what."""

    field: str
    what: str
    sides: tuple[tuple[str, str, int | None], ...]
    """Value, source, and the number of the candidate; None where it is none of them."""


class Odd(NamedTuple):
    """A trouble."""

    number: int
    code: str
    detail: str
    placed: bool
    """It has a place on the page."""


class _Spot(NamedTuple):
    """Where a candidate stands."""

    at: str
    excerpt: str | None


def backed(record: Record, page: Page | None) -> tuple[Backed, ...]:
    """Every field that the page speaks of, in the record's order; ``page`` tells where, None where it is not kept."""
    conflicts = {conflict.field: conflict.what for conflict in record.conflicts}
    fields = in_order({name for name, found in record.evidence.items() if found})
    where = _where(page, [c for field in fields for c in record.why(field)]) if page else {}
    return tuple(
        Backed(
            field,
            tuple(_value(c) for c in record.why(field) if c.chosen),
            tuple(_voices(record.why(field), where)),
            conflicts.get(field),
        )
        for field in fields
    )


def clashes(record: Record) -> tuple[Clash, ...]:
    """The conflicts of ``record``."""
    return tuple(Clash(c.field, c.what, tuple(_sides(record, c))) for c in record.conflicts)


def odd(record: Record) -> tuple[Odd, ...]:
    """What is odd about the page."""
    return tuple(Odd(n, t.code, t.detail, t.place.start is not None) for n, t in enumerate(record.troubles))


def _sides(record: Record, conflict: Conflict) -> Iterator[tuple[str, str, int | None]]:
    known = record.evidence.get(conflict.field, ())  # a record made elsewhere may name any field
    for value, place in zip(conflict.values, conflict.places, strict=False):
        number = next((n for n, c in enumerate(known) if c.place == place), None)
        yield _cut(value), "" if number is None else known[number].source.value, number


def _voices(candidates: tuple[Candidate, ...], where: dict[int, _Spot]) -> Iterator[Voice]:
    chosen = {c.value for c in candidates if c.chosen}
    for number, candidate in enumerate(candidates):
        fate = "chosen" if candidate.chosen else "same" if candidate.value in chosen else "left"
        spot = where.get(id(candidate))
        yield Voice(
            number=number,
            value=_value(candidate),
            raw=None if candidate.raw == candidate.value else _cut(candidate.raw),
            source=candidate.source.value,
            fate=fate,
            rule=candidate.rule,
            at=spot and spot.at,
            path=candidate.place.json or candidate.place.css,
            excerpt=spot and spot.excerpt,
        )


def _where(page: Page, candidates: Iterable[Candidate]) -> dict[int, _Spot]:
    """Where each of ``candidates``, by its `id`, stands on the page; those that are not on it are left out."""
    spans: dict[int, Span] = {}
    left = limits.SCRIPTS_SEARCHED
    for candidate in candidates:
        span, cost = _span(page, candidate, left)
        left -= cost
        if span is not None:
            spans[id(candidate)] = span
    lines = positions(page.text, (span.start for span in spans.values()))
    return {
        key: _Spot(lines[span.start], excerpt(page, span, _EXCERPT) if span.exact else None)
        for key, span in spans.items()
    }


def _span(page: Page, candidate: Candidate, left: int) -> tuple[Span | None, int]:
    """Where it stands, and how many code points were searched for it: at most ``left``, beyond them the script stands."""
    place = candidate.place
    if place.start is None or place.end is None:
        return None, 0
    cost = place.end - place.start if place.json else 0
    if cost > left or (place.json and len(candidate.raw) > limits.RAW_CHARACTERS):
        return Span(place.start, place.end, exact=False), 0
    return find_span(page, place, candidate.raw), cost


def _value(candidate: Candidate) -> str:
    value = candidate.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "(not read)" if value is None else _cut(str(value))


def _cut(text: str) -> str:
    return text if len(text) <= _VALUE else text[: _VALUE - 1] + "…"
