"""Bylines as pages print them, read into the names of persons, organisations and news agencies.

A byline is cleaned (``byline_text``), cut into segments at strong breaks, each segment into pieces at commas and
"and" (``byline_pieces``), and each piece is peeled until a name is left or nothing is (``byline_names``). All words
by language stand in ``bylines``. Nothing is invented: every word of a name is a word of the byline.
"""

import functools
import re
from collections.abc import Sequence

import msgspec

from onrecord.values import bylines as words_of
from onrecord.values.agencies import agency_of
from onrecord.values.byline_names import Found, holds_site, read_names
from onrecord.values.byline_pieces import Link
from onrecord.values.byline_words import GENERIC, PLACES, key_of
from onrecord.values.names import Kind, classify_name, is_bare, is_plain, is_site, may_hold
from onrecord.values.namesakes import same_person

__all__ = ["Byline", "Kind", "Name", "classify_name", "parse_byline", "same_person"]


class Name(msgspec.Struct, frozen=True, gc=False):
    """One author, as a reader would cite it."""

    name: str
    """NFC, white space collapsed; without "By", job title, address, handle, place or date."""
    kind: Kind


class Byline(msgspec.Struct, frozen=True, gc=False):
    """Who is named in a byline, in the order of the byline."""

    authors: tuple[Name, ...]
    """Persons, and organisations credited as authors; an agency only where nobody else is named."""
    agencies: tuple[str, ...]
    """News agencies credited, in their usual written form ("dpa", "Reuters")."""


@functools.lru_cache(maxsize=64)  # pure; a line is asked whether it names somebody, and then whom
def parse_byline(raw: str, *, site: str | None = None) -> Byline:
    """Read the names in a byline or in an author string of a page's metadata.

    Never raises; reads no more than `limits.BYLINE_CHARACTERS`. ``site`` is the publisher's name: it is no
    author beside persons. No name, no author:

    >>> [a.name for a in parse_byline("By JANE DOE and John Smith | Staff Writers").authors]
    ['Jane Doe', 'John Smith']
    >>> parse_byline("Jana Meier (dpa)").agencies
    ('dpa',)
    >>> parse_byline("Staff")
    Byline(authors=(), agencies=())
    """
    if site and not may_hold(raw, site):
        return parse_byline(raw)  # which a reader may have asked
    if _is_nobody(raw):
        return _NOBODY
    lead, _, name = raw.partition(" ")
    if lead.casefold() in _BY:
        if is_plain(name) and not (site and holds_site(name, site)):
            return Byline((Name(name, _PERSON),), ())
    elif (is_plain(raw) and not (site and is_site(raw, site))) or (
        is_bare(raw) and not (site and holds_site(raw, site))
    ):
        return Byline((Name(raw, _PERSON),), ())
    return _chosen(read_names(raw, site), raw, site)


_PERSON, _ORGANIZATION = Kind.PERSON, Kind.ORGANIZATION
_NOBODY = Byline((), ())
_ADDRESS = re.compile("https?://[!-;=?-~]{0,400}")


def _is_nobody(raw: str) -> bool:
    """Whether ``raw`` is an address, as of a profile, or a lone word that fits anybody: there are no names to look for."""
    if raw.startswith("http") and _ADDRESS.fullmatch(raw):
        return True
    return raw.isalpha() and raw.isascii() and raw.lower() in GENERIC and not agency_of(raw)


_BY = frozenset(entry for entry in words_of.merged(words_of.BY) if " " not in entry)
"""Words that alone open a byline: before a plain name, which has none of them, they are all there is to cut off."""


def _chosen(found: Sequence[Found], raw: str, site: str | None) -> Byline:
    agencies = tuple(dict.fromkeys(f.credit for f in found if f.credit))
    people = [f for f in found if f.name and f.kind is _PERSON and not _is_loose_place(f, found)]
    people = [f for f in people if not f.minor] or people
    people = [f for f in people if not f.name.islower()] or people
    people = [f for f in people if not _is_short_for_another(f.name, people)]
    others = [f for f in found if f.name and f.kind is _ORGANIZATION]
    named = [f for f in others if not agency_of(f.name)] or others
    if people:
        chosen = [
            f
            for f in found
            if f in people
            or (f in named and f.link is Link.AND and not agency_of(f.name) and not is_site(f.name, site))
        ]
    else:
        chosen = named
    return Byline(_settled(chosen, raw), agencies)


def _is_short_for_another(name: str, found: Sequence[Found]) -> bool:
    """Whether a lone name is the first of a full one beside it: "Jane Doe … Jane has written since 2002"."""
    return " " not in name and any(f.name.startswith(f"{name} ") for f in found)


def _is_loose_place(one: Found, found: Sequence[Found]) -> bool:
    """Whether it is a place beside a name: a known one, or, as Arabic papers set it, a lone word before a full name."""
    if key_of(one.name) in PLACES:
        return any(f.name and f is not one for f in found)
    if " " in one.name or not _ARABIC.match(one.name):
        return False
    at = next(n for n, f in enumerate(found) if f is one)
    before, after = found[:at], found[at + 1 : at + 2]
    parted = one.link is Link.BREAK if before else any(f.link is Link.BREAK for f in after)
    return parted and any(" " in f.name or f.credit for f in (*before, *after))


_ARABIC = re.compile("[\u0620-\u06d3]")


def _settled(chosen: Sequence[Found], raw: str) -> tuple[Name, ...]:
    """The names, each once, and each such that reading it again gives it again: as one that is all of ``raw`` does."""
    names: dict[str, Name] = {}
    for one in chosen:
        name = one.name if one.kind is _ORGANIZATION or one.name == raw else _stable(one.name)
        if name:
            names.setdefault(name.casefold(), Name(name, one.kind))
    return tuple(names.values())


@functools.lru_cache(maxsize=256)  # pure; several sources name the people of one page
def _stable(name: str) -> str:
    """``name`` as a second reading leaves it; empty where readings do not come to rest."""
    if is_plain(name) or is_bare(name):
        return name
    for _ in range(3):
        again = [f for f in read_names(name, None) if f.name]
        if len(again) != 1 or again[0].kind is not _PERSON or any(f.credit for f in again):
            return ""
        if again[0].name == name:
            return name
        name = again[0].name
    return ""
