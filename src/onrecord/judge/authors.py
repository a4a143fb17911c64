"""Who wrote it: people and organisations as a list, and the agency that is credited."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from onrecord import limits
from onrecord.evidence import Evidence, Source
from onrecord.judge.sites import Sites
from onrecord.judge.trust import order
from onrecord.judge.weighing import Verdict, agrees, clean
from onrecord.record import Author, Candidate
from onrecord.scripts import DENSE
from onrecord.values.bylines import OWN_BY
from onrecord.values.languages import primary
from onrecord.values.people import Byline, Kind, Name, parse_byline, same_person


class Authorship(msgspec.Struct, frozen=True):
    """Authors in the order of the page, the agency credited, and who was heard of authors."""

    authors: Verdict[tuple[Author, ...]]
    agency: Verdict[str]
    voices: tuple["Voice", ...] = ()


class Said(msgspec.Struct, frozen=True, gc=False):
    """One evidence and the byline read from it."""

    evidence: Evidence
    byline: Byline


class Voice(msgspec.Struct, frozen=True, gc=False):
    """What one source says of the authors: its evidences in the order of the page."""

    source: Source
    said: tuple[Said, ...]
    names: tuple[Name, ...]
    """Each author once."""
    one_breath: bool
    """Whether one line of the page, or one value, holds all its names."""


def settle(
    found: Iterable[Evidence],
    credited: Iterable[Evidence],
    sites: Sites,
    address: Callable[[str], str | None],
    language: str | None = None,
) -> Authorship:
    """The authors that the most trusted voice names; people before organisations, and more of them before fewer.

    ``credited`` is evidence of an agency alone. The publisher's names, which ``sites`` knows, are dropped beside people.
    ``address`` makes that of an author absolute, and is None of one that is none. ``language`` is the page's.
    """
    site = next(iter(sites.known), None)
    told, more = list(found)[: limits.CANDIDATES], list(credited)[: limits.CANDIDATES]
    if not told and not more:
        return Authorship(Verdict((), ()), Verdict(None, ()))
    read: dict[str, Byline] = {}
    opens = OWN_BY.get(primary(language or ""))
    said = [Said(e, _as_linked(e, _read_lines(e, site, opens, read))) for e in told]
    trusted = _trusted("author", said)
    voices = _voices(trusted)
    best, rule = _best(voices, sites)
    authors = _authors(best, said, sites, address) if best else ()
    candidates = tuple(_candidates(trusted, best, authors, rule))
    agency = _agency([*said, *[Said(e, _read(e.raw, site, read)) for e in more]])
    return Authorship(Verdict(authors, candidates), agency, tuple(voices))


def _trusted(field: str, said: Sequence[Said]) -> list[Said]:
    """``said``, what the sources say that are most trusted for ``field`` first."""
    rank = order(field)
    return sorted(said, key=lambda s: rank.get(s.evidence.source, len(rank)))


def _without(opens: str, raw: str) -> str:
    """``raw`` without the word that opens a byline in its language, if it does."""
    first, _, rest = raw.partition(" ")
    return rest if first.casefold() == opens else raw


def _read(raw: str, site: str | None, known: dict[str, Byline]) -> Byline:
    """The byline that ``raw`` is; ``known`` are those read before, as most places say the same."""
    byline = known.get(raw)
    if byline is None:
        byline = known[raw] = parse_byline(clean(raw), site=site)
    return byline


def _read_lines(evidence: Evidence, site: str | None, opens: str | None, known: dict[str, Byline]) -> Byline:
    """The byline, by its lines where these give a full name that is lost when they are read as one.

    ``opens`` is the word that opens bylines in the page's language and is a common one in others.
    """
    whole = _read(_without(opens, evidence.raw) if opens else evidence.raw, site, known)
    if lines := evidence.beside("lines"):
        byline = parse_byline("\n".join(map(clean, lines.split("\n"))), site=site)
        full = [name.name for name in byline.authors if _FULL.search(name.name)]
        if full and not is_among(full[0], [name.name for name in whole.authors]):
            return byline
    return whole


_FULL = re.compile(f" |^[{DENSE}]{{2,5}}$")
"""In a name of more than one word, or of a script that puts none between."""


def _as_linked(evidence: Evidence, byline: Byline) -> Byline:
    """``byline`` with its one name cut to the names that are linked in it, or a piece, where it begins with one or holds several.

    Names and roles with elements of their own stand side by side with nothing between: "Jane Doe Roe Weekly".
    """
    if len(byline.authors) != 1 or not evidence.said:
        return byline
    whole = byline.authors[0].name
    linked = [words for words, _ in _links(evidence) if " " in words]
    linked = (
        linked or [said for name, said in evidence.said if name == "piece" and whole.startswith(said)][:1]
    )
    together = " ".join(linked)
    there = whole.startswith(together) if len(linked) == 1 else together in whole
    if not linked or not there or same_person(whole, linked[0]):
        return byline
    names = [name for words in linked for name in parse_byline(words).authors]
    if len(names) != len(linked) or any(name.kind is not _PERSON for name in names):
        return byline
    return Byline(tuple(names), byline.agencies)


def _voices(said: Sequence[Said]) -> list[Voice]:
    """One voice a source, in their order."""
    by_source: dict[Source, list[Said]] = {}
    for s in said:
        by_source.setdefault(s.evidence.source, []).append(s)
    lines: list[str] = []
    if shown := by_source.get(_BYLINE):
        lines = [s.evidence.raw for s in shown]
        by_source[_BYLINE] = _own_byline(shown)
    return [
        Voice(source, tuple(rows), names, _one_breath(rows, lines))
        for source, rows in by_source.items()
        if (names := _each_once(rows))
    ]


_BYLINE = Source.BYLINE


def _each_once(rows: Sequence[Said]) -> tuple[Name, ...]:
    if len(rows) == 1 and len(rows[0].byline.authors) < 2:  # noqa: PLR2004  # as most voices
        return rows[0].byline.authors
    out: list[Name] = []
    for said in rows:
        for name in said.byline.authors:
            if not is_among(name.name, [o.name for o in out]):
                out.append(name)
    return tuple(out)


def is_among(name: str, others: Iterable[str]) -> bool:
    """Whether ``name`` may be one of ``others``."""
    return agrees(name, others, same_person)


def _one_breath(said: Sequence[Said], lines: Sequence[str]) -> bool:
    return len(said) == 1 or any(all(s.evidence.raw in line for s in said) for line in lines)


_TIERS = ("head", "rel", "hint", "named", "date")
"""How a visible byline was found, from the surest: a line beside the headline that opens like one comes first."""


def _own_byline(said: Sequence[Said]) -> list[Said]:
    """The article's byline among all that look like one: the first of the surest kind, and its neighbours.

    Where every name has an element of its own, the line that holds them all, unparted, is left out.
    """
    named = [s for s in said if s.byline.authors and not _holds_others(s, said)]
    how = [s.evidence.beside("how") for s in named]
    for tier in _TIERS:
        if tier not in how:
            continue
        rows = [s for s, found in zip(named, how, strict=True) if found == tier]
        if tier == "head":
            return [s for s in rows if not all(_is_account(n.name) for n in s.byline.authors)][:1] or rows[:1]
        if len(rows) == 1:
            return rows
        stem = _stem(rows[0])
        return [s for s in rows if _stem(s) == stem]
    return []


def _holds_others(one: Said, said: Sequence[Said]) -> bool:
    raw = one.evidence.raw
    if len(said) == 1:
        return False
    inside = [
        s for s in said if s.byline.authors and len(s.evidence.raw) < len(raw) and s.evidence.raw in raw
    ]
    persons = {n.name for s in inside for n in s.byline.authors}
    return len(persons) > len(one.byline.authors)


def _stem(said: Said) -> str:
    """The path of an element without the last steps' numbers: neighbours in a list of authors share it."""
    css = said.evidence.place.css or ""
    head, _, tail = css.rpartition(" > ")
    return f"{head.partition(':nth')[0]}|{tail.partition(':')[0]}"


def _best(voices: Sequence[Voice], sites: Sites) -> tuple[Voice | None, str]:
    """The voice that is believed, and why.

    Data that names only organisations, the site or an account gives way to a byline beside the headline; a voice that names all
    that the most trusted one does, in one breath and with more, is the fuller.
    """
    at = next((n for n, voice in enumerate(voices) if _people(voice, sites)), None)
    if at is None:
        return (voices[0], "most trusted source") if voices else (None, "")
    first = voices[at]
    if first is not voices[0] and first.source is _BYLINE and not _is_sure(first, voices[0], sites):
        return voices[0], "most trusted source; no sure byline"
    for other in voices[at + 1 :]:
        fuller = len(other.names) > len(first.names) and other.one_breath and _people(other, sites)
        if fuller and all(is_among(n.name, [o.name for o in other.names]) for n in first.names):
            return other, f"names all that {first.source} names, and more"
    return first, "most trusted source" if first is voices[0] else "most trusted source that names people"


def _is_sure(byline: Voice, first: Voice, sites: Sites) -> bool:
    """Whether a visible byline is one for sure, or gives a full name where the ``first`` voice has none."""
    full = any(" " in name for name in _people(byline, sites))
    if any(_is_account(n.name) for n in first.names) and not full:
        return False
    if byline.said[0].evidence.beside("how") in _SURE:
        return True
    return full and all(sites.names(n.name) or _is_account(n.name) for n in first.names)


_SURE = frozenset(("head", "rel"))


def _people(voice: Voice, sites: Sites) -> list[str]:
    return [
        n.name
        for n in voice.names
        if n.kind is _PERSON and not sites.names(n.name) and not _is_account(n.name)
    ]


def _is_account(name: str) -> bool:
    """Whether a name is what somebody logs in with, "jdoe", rather than what a reader would cite."""
    return name.islower() and " " not in name and name.isascii()


_PERSON = Kind.PERSON


def _authors(
    voice: Voice, said: Sequence[Said], sites: Sites, address: Callable[[str], str | None]
) -> tuple[Author, ...]:
    out: list[Author] = []
    persons = bool(_people(voice, sites))
    for own in voice.said:
        for name in own.byline.authors:
            if persons and sites.names(name.name):
                continue
            if out and is_among(name.name, [a.name for a in out]):
                continue
            kind = _stated_kind(own.evidence) or name.kind
            url = _address(name.name, (own, *said), address)
            out.append(Author(name.name, kind, url, own.evidence.raw))
    return tuple(out)


def _address(name: str, said: Iterable[Said], address: Callable[[str], str | None]) -> str | None:
    """The first address given beside ``name``: where several names or links stand together, that of the link with its words."""
    for s in said:
        alone = len(s.byline.authors) == 1
        if alone and not same_person(name, s.byline.authors[0].name):
            continue
        links = list(_links(s.evidence))
        for words, raw in links:
            own = alone and (len(links) == 1 or not words)
            if (own or same_person(name, words)) and (url := address(raw)):
                return url
    return None


def _links(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """The addresses beside a name, each after the words that are linked, which are empty where none are told."""
    words = ""
    for key, value in evidence.said:
        if key == "link":
            words = value
        elif key == "url":
            yield words, value
            words = ""


def _stated_kind(evidence: Evidence) -> Kind | None:
    """What JSON-LD says the author is, where it says an organisation; people are so by default, and often wrongly."""
    stated = evidence.beside("type")
    return Kind.ORGANIZATION if stated and stated.endswith("Organization") else None


def _candidates(
    said: Sequence[Said], best: Voice | None, authors: Sequence[Author], rule: str
) -> Iterable[Candidate]:
    """One candidate a name: a byline of two people gives two, with the same words and place."""
    names = [a.name for a in authors]
    kept = {id(s) for s in best.said} if best else set()
    left = f"left for {best.source}" if best else "not believed"
    first: list[Candidate] = []
    rest: list[Candidate] = []
    for s in said:
        ours = id(s) in kept
        if not s.byline.authors:
            rest.append(_candidate(s, None, "names nobody", chosen=False))
        for name in s.byline.authors:
            if ours and name.name in names:
                first.append(_candidate(s, name.name, rule, chosen=True))
            else:
                lost = "says the same" if is_among(name.name, names) else left
                rest.append(_candidate(s, name.name, lost, chosen=False))
    return first + rest


def _candidate(said: Said, value: str | None, rule: str, *, chosen: bool) -> Candidate:
    e = said.evidence
    return Candidate(value, e.raw, e.source, e.place, chosen, rule)


def _agency(said: Sequence[Said]) -> Verdict[str]:
    """The first agency credited beside or instead of an author."""
    found = [(s, a) for s in _trusted("credited_agency", said) for a in s.byline.agencies]
    if not found:
        return Verdict(None, ())
    (first, told), *others = found
    candidates = [_candidate(first, told, "most trusted source", chosen=True)]
    for s, agency in others:
        rule = "says the same" if agency == told else f"left for {first.evidence.source}"
        candidates.append(_candidate(s, agency, rule, chosen=False))
    return Verdict(told, tuple(candidates))
