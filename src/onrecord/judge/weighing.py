"""Candidates read, put in order of trust, and turned into what the record shows of them."""

import html
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeAlias, TypeVar

import msgspec

from onrecord.evidence import Evidence
from onrecord.judge.trust import order
from onrecord.record import Candidate
from onrecord.spacing import collapse, is_seen

T = TypeVar("T")
Shown: TypeAlias = str | int | bool | None


class Reading(msgspec.Struct, Generic[T], frozen=True, gc=False):
    """Evidence and what was read from its words; ``value`` is None where nothing could be."""

    evidence: Evidence
    value: T | None


class Verdict(msgspec.Struct, Generic[T], frozen=True, gc=False):
    """What was settled for one field, and all that was weighed, the chosen first."""

    value: T | None
    candidates: tuple[Candidate, ...]


_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]{0,300}>")


def clean(raw: str) -> str:
    """``raw`` as a reader would see it: entities read, tags dropped, white space collapsed.

    Values of JSON-LD and meta elements are often escaped twice, or hold mark-up that no reader sees. Control characters
    and those that turn the direction of the text are left out: one would make a name read as another; and so are soft
    hyphens, which say where a line may end.
    """
    if "&" in raw:
        raw = html.unescape(raw)
    if "<" in raw:
        raw = _MARKUP.sub(" ", raw)
    if not is_seen(raw):
        raw = UNSEEN.sub("", raw)
    if _SOFT_HYPHEN in raw:
        raw = raw.replace(_SOFT_HYPHEN, "")
    return collapse(raw)


_SOFT_HYPHEN = "\u00ad"


# C0 but white space, DEL, C1 but the line end among them, and the embeddings, overrides and isolates of Unicode's bidirectional
# algorithm (UAX 9). The marks U+200E and U+200F stay: they turn nothing but themselves.
UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")


def readings(field: str, found: Iterable[Evidence], read: Callable[[Evidence], T | None]) -> list[Reading[T]]:
    """What ``read`` makes of each evidence for ``field``, the most trusted source first, else as they came."""
    return [Reading(e, read(e)) for e in ordered(field, found)]


def readings_of_words(
    field: str, found: Iterable[Evidence], read: Callable[[str], T | None]
) -> list[Reading[T]]:
    """As `readings`, where nothing but its words counts of an evidence: what several places say is read once."""
    known: dict[str, T | None] = {}
    rows: list[Reading[T]] = []
    for e in ordered(field, found):
        raw = e.raw
        if raw not in known:
            known[raw] = read(raw)
        rows.append(Reading(e, known[raw]))
    return rows


def ordered(field: str, found: Iterable[Evidence]) -> list[Evidence]:
    """Evidence for ``field``, the most trusted source first, else as it came."""
    evidence = list(found)
    if len(evidence) > 1:
        rank = order(field)
        evidence.sort(key=lambda e: rank.get(e.source, len(rank)))
    return evidence


def most_trusted(read: Sequence[Reading[T]]) -> tuple[Reading[T] | None, str]:
    """The first that could be read, and the rule that chose it."""
    for reading in read:
        if reading.value is not None:
            return reading, f"most trusted source{'' if reading is read[0] else ' that can be read'}"
    return None, ""


def shown(
    read: Sequence[Reading[T]],
    winners: Sequence[Reading[T]],
    rule: str,
    show: Callable[[T], Shown],
    same: Callable[[T, T], bool | None] | None = None,
) -> tuple[Candidate, ...]:
    """Every reading as a candidate of the record, the winners first, each with why it won or lost.

    ``same`` tells whether two values say one thing; where it is None, equal ones do.
    """
    out: list[Candidate] = []
    chosen: list[T] = []
    for reading in winners:
        e, value = reading.evidence, reading.value
        if value is not None:
            chosen.append(value)
        out.append(Candidate(None if value is None else show(value), e.raw, e.source, e.place, True, rule))
    if len(out) == len(read):
        return tuple(out)
    won = set(map(id, winners))
    left = f"left for {winners[0].evidence.source}" if winners else "not believed"
    for reading in read:
        if id(reading) in won:
            continue
        e, value = reading.evidence, reading.value
        if value is None:
            out.append(Candidate(None, e.raw, e.source, e.place, False, "cannot be read"))
        else:
            lost = "says the same" if value in chosen or (same and agrees(value, chosen, same)) else left
            out.append(Candidate(show(value), e.raw, e.source, e.place, False, lost))
    return tuple(out)


def agrees(value: T, others: Iterable[T], same: Callable[[T, T], bool | None]) -> bool:
    """Whether ``value`` says the ``same`` as one of ``others``."""
    for other in others:  # noqa: SIM110  # of one, mostly: a generator takes twice the time
        if same(value, other):
            return True
    return False
