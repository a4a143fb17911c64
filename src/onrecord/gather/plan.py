"""What is to be followed: sources with their names, intervals and limits, from a TOML file, a list, OPML or addresses."""

import codecs
import functools
from pathlib import Path
from typing import Annotated

import msgspec

from onrecord import limits
from onrecord.errors import InputError
from onrecord.gather.elements import narrow
from onrecord.gather.manners import Manners
from onrecord.gather.opml import read_opml
from onrecord.gather.revisits import Revisits
from onrecord.values.addresses import resolve

_Address = Annotated[
    str, msgspec.Meta(pattern=r"^[Hh][Tt][Tt][Pp][Ss]?://\S+$", max_length=limits.ADDRESS_CHARACTERS)
]
_Some = Annotated[float, msgspec.Meta(gt=0)]


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that leads to pages, or a page."""

    url: _Address
    """Of a feed, a sitemap, an index of them, OPML, a front page, or a page: told from the answer."""
    name: str | None = None
    """For the tables; the address where None."""
    interval_minutes: _Some = 15
    """Between two visits of the source while it is watched."""
    max_pages: Annotated[int, msgspec.Meta(ge=1)] = 200
    """Pages that one visit adds at most, the newest of them where the source tells."""
    max_age_days: _Some | None = None
    """Pages that the source says are older are left."""
    front: bool | None = None
    """Whether a page at that address is a front page, to find feeds and sitemaps from; told from the address if None."""

    def __post_init__(self) -> None:
        """`ValueError` where the address cannot be asked, such as one with a port that is none."""
        if resolve(self.url) is None:
            raise ValueError("`url` is no web address")


class Plan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that is followed, and how."""

    contact: str | None = None
    sources: tuple[Source, ...] = ()
    limits: Manners = Manners()
    revisits: Revisits = Revisits()


def read_plan(name: str, data: bytes) -> Plan:
    """A plan as TOML, OPML, or a list of addresses, one a line, ``#`` before remarks; `InputError` says what is wrong."""
    if name.lower().endswith(".toml"):
        return _toml(name, data)
    if b"<opml" in data[:4_096].lower():
        return _opml(name, data)
    return Plan(sources=tuple(_lines(name, data)))


def _toml(name: str, data: bytes) -> Plan:
    try:
        plan = msgspec.toml.decode(data.removeprefix(codecs.BOM_UTF8), type=Plan)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        # It says where: at `$.sources[1].interval_minutes`.
        raise InputError(name, " ".join(str(error).split())) from error
    if not plan.sources:
        raise InputError(name, "names no sources: each begins with [[sources]]")
    named = [source.name for source in plan.sources if source.name]
    if twice := next((one for one in named if named.count(one) > 1), None):
        raise InputError(name, f"two sources are named {twice!r}")
    return plan


def _opml(name: str, data: bytes) -> Plan:
    listing = read_opml(narrow(data))
    if not listing.sources:
        raise InputError(name, listing.fault or "OPML that names no feeds")
    return Plan(sources=tuple(Source(url=one.url) for one in listing.sources))


def _lines(name: str, data: bytes) -> list[Source]:
    found = []
    for number, line in enumerate(data.decode("utf-8-sig", "replace").splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        url = resolve(text)
        if url is None or " " in text or len(text) > limits.ADDRESS_CHARACTERS:
            raise InputError(
                name, f"line {number} is no web address, and the file neither TOML (*.toml) nor OPML"
            )
        found.append(Source(url=url))
        if len(found) > limits.LISTING:
            raise InputError(name, f"more than {limits.LISTING:,} addresses")
    if not found:
        raise InputError(name, "holds no addresses")
    return found


def read_plan_file(path: str) -> Plan:
    """The plan in a file; `InputError`."""
    if not path:  # as one it would be the folder one is in
        raise InputError("''", "no file can have this name")
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no file can have this name"
        raise InputError(path, str(reason).lower()) from error
    return read_plan(path, data)


def joined(plans: tuple[Plan, ...]) -> Plan:
    """One plan for several: all their sources; limits, revisits and contact of the first that sets them."""
    return functools.reduce(_join, plans)


def _join(first: Plan, second: Plan) -> Plan:
    empty = Plan()
    return Plan(
        contact=first.contact or second.contact,
        sources=first.sources + second.sources,
        limits=second.limits if first.limits == empty.limits else first.limits,
        revisits=second.revisits if first.revisits == empty.revisits else first.revisits,
    )
