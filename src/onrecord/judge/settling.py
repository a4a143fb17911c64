"""All fields of a record from all evidence of its page."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from onrecord import limits
from onrecord.evidence import Evidence, Source, Trouble
from onrecord.judge import authors, conflicts, headline, page_kind, pictures, times
from onrecord.judge.pictures import Resolve
from onrecord.judge.sites import Sites, plain
from onrecord.judge.weighing import (
    UNSEEN,
    Reading,
    Shown,
    Verdict,
    clean,
    most_trusted,
    readings,
    readings_of_words,
    shown,
)
from onrecord.record import Author, Candidate, Conflict, Correction, Image, PageType, Publisher
from onrecord.spacing import is_seen
from onrecord.values.addresses import canonical_form, host_of
from onrecord.values.languages import is_untold, parse_language, same_language
from onrecord.values.moments import Moment

__all__ = ["Settled", "settle"]

T = TypeVar("T")


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """The value of every field that is told by evidence; names and meanings are the record's."""

    url: str | None
    canonical_url: str | None
    headline: str | None
    alternative_headline: str | None
    description: str | None
    standfirst: str | None
    genre: str | None
    article_section: tuple[str, ...]
    keywords: tuple[str, ...]
    dateline: str | None
    in_language: str | None
    is_accessible_for_free: bool | None
    copyright_year: int | None
    speakable: tuple[str, ...]
    page_type: PageType
    author: tuple[Author, ...]
    publisher: Publisher | None
    credited_agency: str | None
    date_published: Moment | None
    date_created: Moment | None
    date_modified: Moment | None
    date_captured: str | None
    images: tuple[Image, ...]
    corrections: tuple[Correction, ...]
    evidence: dict[str, tuple[Candidate, ...]]
    conflicts: tuple[Conflict, ...]
    troubles: tuple[Trouble, ...]


@dataclass(slots=True)
class _Docket:
    """The evidence at hand, and what has been settled of it so far."""

    found: dict[str, list[Evidence]]
    resolve: Resolve
    candidates: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)

    def file(self, name: str, verdict: Verdict[T]) -> T | None:
        """Keep a verdict's candidates under ``name``; its value."""
        if verdict.candidates:
            self.candidates[name] = verdict.candidates
        return verdict.value

    def one(self, name: str, read: Callable[[str], T | None], show: Callable[[T], Shown] = str) -> T | None:
        """The most trusted value of a field that has one."""
        found = self.found.get(name)
        if not found:
            return None
        rows = readings_of_words(name, found, read)
        winner, rule = most_trusted(rows)
        self.candidates[name] = shown(rows, [winner] if winner else [], rule, show)
        return winner.value if winner else None

    def leave(self, name: str, rule: str) -> None:
        """Believe nothing of what is said for a field; its candidates are kept."""
        rows = self.found.pop(name, [])
        if rows:
            self.candidates[name] = tuple(
                Candidate(None, e.raw, e.source, e.place, False, rule) for e in rows
            )

    def words(self, name: str) -> str | None:
        """The most trusted words of a field."""
        return self.one(name, _words)

    def many(self, name: str, split: Callable[[Evidence], Iterable[str]]) -> tuple[str, ...]:
        """Every value that the most trusted source gives of a field that may have several."""
        if name not in self.found:
            return ()
        rows = readings(name, self.found[name], lambda e: e)
        parted = [Reading(r.evidence, part) for r in rows for part in (*split(r.evidence),) or (None,)]
        parted = parted[: limits.CANDIDATES]
        source = next((r.evidence.source for r in parted if r.value), None)
        kept: dict[str, Reading[str]] = {}
        for r in parted:
            if r.value and r.evidence.source is source:
                kept.setdefault(r.value.casefold(), r)
        winners = list(kept.values())
        self.file(name, Verdict(None, shown(parted, winners, "most trusted source", str)))
        return tuple(w.value for w in winners if w.value)


def _words(raw: str) -> str | None:
    return clean(raw) or None


def settle(
    evidence: Iterable[Evidence], *, resolve: Resolve, words: int, span: tuple[int, int] | None
) -> Settled:
    """Settle every field.

    ``resolve`` makes an address of the page absolute. ``words`` and ``span`` tell of the article's text: how long
    it is, and what stretch of the page it fills.
    """
    found, dropped = _sorted(evidence)
    docket = _Docket(found, resolve)
    free = docket.one("is_accessible_for_free", _free, bool)
    locked = docket.candidates["is_accessible_for_free"][0] if free is False else None
    kind = (
        docket.file("page_type", page_kind.settle(found.get("page_type", ()), words, locked))
        or PageType.ARTICLE
    )
    for name in page_kind.UNTOLD.get(kind, ()):
        docket.leave(name, f"not of this page, which is no article: {kind}")
    url = docket.words("url")
    canonical = docket.one("canonical_url", lambda raw: _canonical(raw, resolve, url))
    language = docket.file("in_language", _language(found.get("in_language", ())))
    publisher = _publisher(docket)
    sites = Sites(_names(docket, publisher), host_of(url or canonical or ""))
    here = (url, canonical)
    author = authors.settle(
        found.get("author", ()),
        found.get("credited_agency", ()),
        sites,
        lambda raw: _elsewhere(raw, resolve, here),
        language,
    )
    docket.file("author", Verdict(author.authors, author.candidates))
    docket.file("credited_agency", Verdict(author.agency, author.agency_candidates))
    moments = times.settle_all(found, language, _country(found.get("in_language", ()), url or canonical))
    for name, verdict in moments.items():
        docket.file(name, verdict)
    images, shown_images = pictures.settle(found.get("images", ()), resolve, span)
    docket.file("images", Verdict(images, shown_images))
    title = docket.file("headline", headline.settle(found.get("headline", ()), sites))
    return Settled(
        url=url,
        canonical_url=canonical,
        headline=title,
        alternative_headline=_alternative(docket, title),
        description=docket.words("description"),
        standfirst=docket.words("standfirst"),
        genre=docket.words("genre"),
        article_section=docket.many("article_section", lambda e: _split(e, _SECTIONS)),
        keywords=docket.many("keywords", lambda e: _split(e, _COMMAS)),
        dateline=docket.words("dateline"),
        in_language=language,
        is_accessible_for_free=free,
        copyright_year=docket.one("copyright_year", _year, int),
        speakable=docket.many("speakable", lambda e: [e.raw.strip()]),
        page_type=kind,
        author=author.authors,
        publisher=publisher,
        credited_agency=author.agency,
        date_published=moments["date_published"].value,
        date_created=moments["date_created"].value,
        date_modified=moments["date_modified"].value,
        date_captured=docket.one("date_captured", times.capture_time),
        images=images,
        corrections=_corrections(docket) if "corrections" in found else (),
        evidence=docket.candidates,
        conflicts=tuple(_conflicts(docket.candidates, author, url)),
        troubles=(*dropped, *_troubles(found)),
    )


def _sorted(evidence: Iterable[Evidence]) -> tuple[dict[str, list[Evidence]], list[Trouble]]:
    """Evidence by field, within the limits, and a trouble for each field of which some was dropped."""
    found: dict[str, list[Evidence]] = {}
    dropped: dict[tuple[str, str], Trouble] = {}
    longest, most = limits.RAW_CHARACTERS, limits.CANDIDATES
    for e in evidence:
        name = e.field
        if (rows := found.get(name)) is None:
            rows = found[name] = []
        if name == "article_body":
            continue
        if len(e.raw) > longest:
            detail = f"{name}: a value of {len(e.raw):,} characters was left out"
            dropped.setdefault((name, "long"), Trouble("value-too-long", detail, e.place))
        elif len(rows) >= most:
            detail = f"{name}: read the first {most} candidates"
            dropped.setdefault((name, "many"), Trouble("too-many-candidates", detail))
        else:
            rows.append(e)
    return found, list(dropped.values())


def _conflicts(
    candidates: dict[str, tuple[Candidate, ...]], author: authors.Authorship, url: str | None
) -> Iterable[Conflict]:
    yield from conflicts.of_headlines(candidates.get("headline", ()))
    for name in times.FIELDS:
        if len(dated := candidates.get(name, ())) > 1:
            yield from conflicts.of_times(name, dated)
    if modified := candidates.get("date_modified"):
        yield from conflicts.of_order(candidates.get("date_published", ()), modified)
    if len(author.voices) > 1:
        yield from conflicts.of_authors(author)
    yield from conflicts.of_addresses(url, candidates.get("canonical_url", ()))
    yield from conflicts.of_languages(candidates.get("in_language", ()))


def _troubles(found: dict[str, list[Evidence]]) -> Iterable[Trouble]:
    if not is_seen("".join([e.raw for rows in found.values() for e in rows])):
        yield from _unseen(found)
    for e in found.get("in_language", ()):
        raw = e.raw.strip()
        language, _, region = raw.replace("_", "-").partition("-")
        if region and region.upper() == language.upper() and parse_language(raw) == language.lower():
            yield Trouble(
                "language-tag-odd", f"{raw!r} names no region; read as {language.lower()!r}", e.place
            )


def _unseen(found: dict[str, list[Evidence]]) -> Iterable[Trouble]:
    for name, rows in found.items():
        for e in rows:
            if unseen := UNSEEN.search(e.raw):
                detail = (
                    f"{name}: characters such as U+{ord(unseen[0]):04X}, which no one sees, were left out"
                )
                yield Trouble("unseen-characters", detail, e.place)
                break


def _canonical(raw: str, resolve: Resolve, url: str | None) -> str | None:
    """The address without tracking; a site's front page is no article's, whatever a template says."""
    address = resolve(clean(raw))
    if address is None:
        return None
    bare = canonical_form(address)
    front = bare.split("://")[-1].rstrip("/").count("/") == 0 and "?" not in bare
    if front and url and canonical_form(url).split("://")[-1].rstrip("/").count("/") > 0:
        return None
    return bare


def _elsewhere(raw: str, resolve: Resolve, here: Sequence[str | None]) -> str | None:
    """The absolute address; None of a place on the page itself, which is ``here``."""
    address = resolve(raw)
    return None if address is None or address.partition("#")[0] in here else address


def _language(found: Sequence[Evidence]) -> Verdict[str]:
    """The declared language that the text bears out, with its region; the text's own where none does."""
    read = readings_of_words("in_language", found, parse_language)
    winner, rule = most_trusted(read)
    if winner and winner.value and winner.evidence.source is _TEXT:
        told = winner.value
        agrees = [r for r in read if r is not winner and r.value and same_language(r.value, told)]
        untold = [r for r in read if r is not winner and r.value and is_untold(r.value)]
        if agrees:
            winner, rule = agrees[0], "most trusted declaration that the text bears out"
        elif untold and not winner.evidence.beside("sure"):
            winner, rule = untold[0], "most trusted declaration, of a language that no text is told to be in"
        else:
            rule = "the text's own language"
    elif winner:
        rule = "most trusted declaration; the text is too short to tell"
    return Verdict(winner.value if winner else None, shown(read, [winner] if winner else [], rule, str))


_TEXT = Source.TEXT


def _country(found: Sequence[Evidence], url: str | None) -> str | None:
    """The country whose customs of writing dates the page follows: a declared region, else the top-level domain."""
    for e in found:
        tag = parse_language(e.raw)
        if tag and len(region := tag.rpartition("-")[2]) == 2 and region.isupper():  # noqa: PLR2004
            return region
    suffix = (host_of(url) or "").rpartition(".")[2].upper() if url else ""
    return {"UK": "GB"}.get(suffix, suffix) if len(suffix) == 2 else None  # noqa: PLR2004


def _publisher(docket: _Docket) -> Publisher | None:
    named = {_words(e.raw) for e in docket.found.get("publisher", ())} - {_SOFTWARE}
    name = docket.one("publisher", lambda raw: _words(raw) if raw != _SOFTWARE or not named else None)
    legal = docket.words("publisher.legal_name")
    url = docket.one("publisher.url", docket.resolve)
    email = docket.one("publisher.email", lambda raw: clean(raw).removeprefix("mailto:") or None)
    telephone = docket.one("publisher.telephone", lambda raw: clean(raw).removeprefix("tel:") or None)
    logo = None
    if drawn := docket.found.get("publisher.logo"):
        logo, weighed = pictures.logo(drawn, docket.resolve)
        docket.file("publisher.logo", Verdict(logo, weighed))
    if not any((name, legal, url, email, telephone, logo)):
        return None
    return Publisher(name, legal, url, email, telephone, logo)


_SOFTWARE = "Blogger"
"""Its templates give it as the publisher of every blog."""


def _names(docket: _Docket, publisher: Publisher | None) -> tuple[str, ...]:
    """The names the page gives its publisher, the one believed first."""
    first = (publisher.name,) if publisher and publisher.name else ()
    return (*first, *(c.value for c in docket.candidates.get("publisher", ()) if isinstance(c.value, str)))


def _alternative(docket: _Docket, title: str | None) -> str | None:
    """Another headline the page gives by that name; none where it is the same again."""
    return docket.one(
        "alternative_headline",
        lambda raw: words if (words := clean(raw)) and plain(words) != plain(title or "") else None,
    )


_COMMAS = re.compile(r"\s*[,;|،、，；]\s*")
_SECTIONS = re.compile(r"\s*[,;|>/]\s*")
_ADDRESS = re.compile(r"https?:[^\s,;|]*")


def _split(evidence: Evidence, separators: re.Pattern[str]) -> list[str]:
    """The words that ``separators`` part; an address is none of them."""
    parts = (p.strip(" .#\"'[]") for p in separators.split(_ADDRESS.sub("", clean(evidence.raw))))
    return [p for p in parts if p]


_FREE = {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False, "free": True, "metered": False, "locked": False}  # fmt: skip


def _free(raw: str) -> bool | None:
    return _FREE.get(raw.strip().lower().rpartition("/")[2])


def _year(raw: str) -> int | None:
    raw = raw.strip()[:4]
    return int(raw) if len(raw) == 4 and raw.isascii() and raw.isdigit() else None  # noqa: PLR2004


def _corrections(docket: _Docket) -> tuple[Correction, ...]:
    """Every correction and editor's note, each once."""
    read = readings_of_words("corrections", docket.found.get("corrections", ()), _words)
    kept: dict[str, Reading[str]] = {}
    for r in read:
        if r.value:
            kept.setdefault(r.value, r)
    winners = list(kept.values())
    docket.file("corrections", Verdict(None, shown(read, winners, "a note on the page", str)))
    return tuple(Correction(r.value, r.evidence.place) for r in winners if r.value)
