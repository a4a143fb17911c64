"""All fields of a record from all evidence of its page."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

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
    ordered,
    readings_of_words,
    shown,
)
from onrecord.record import Candidate, Conflict, Correction, Extractor, PageType, Publisher, Record
from onrecord.spacing import is_seen
from onrecord.values.addresses import canonical_form, host_of
from onrecord.values.languages import is_untold, parse_language, same_language
from onrecord.version import __version__

T = TypeVar("T")


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
        rows = ordered(name, self.found[name])
        parted = [Reading(e, part) for e in rows for part in (*split(e),) or (None,)][: limits.CANDIDATES]
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
) -> Record:
    """The record of what ``evidence`` tells: all but the text and its links, the capture, and the id, which is left empty.

    ``resolve`` makes an address of the page absolute. ``words`` and ``span`` tell of the article's text: how long
    it is, and what stretch of the page it fills.
    """
    found, dropped = _sorted(evidence)
    docket = _Docket(found, resolve)
    free = docket.one("is_accessible_for_free", _free, bool)
    kind = _page_type(docket, words, free=free)
    url = docket.words("url")
    canonical = docket.one("canonical_url", lambda raw: _canonical(raw, resolve, url))
    language = docket.file("in_language", _language(found.get("in_language", ())))
    publisher = _publisher(docket)
    sites = Sites(_names(docket, publisher), host_of(url or canonical or ""))
    here = (url, canonical)
    authorship = authors.settle(
        found.get("author", ()),
        found.get("credited_agency", ()),
        sites,
        lambda raw: _elsewhere(raw, resolve, here),
        language,
    )
    author = docket.file("author", authorship.authors) or ()
    agency = docket.file("credited_agency", authorship.agency)
    moments = times.settle_all(found, language, _country(found.get("in_language", ()), url or canonical))
    published, created, modified = (docket.file(name, moments[name]) for name in times.FIELDS)
    images = docket.file("images", pictures.settle(found.get("images", ()), resolve, span)) or ()
    title = docket.file("headline", headline.settle(found.get("headline", ()), sites))
    return Record(
        id="",
        extractor=_EXTRACTOR,
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
        author=author,
        publisher=publisher,
        credited_agency=agency,
        date_published=published,
        date_created=created,
        date_modified=modified,
        date_captured=docket.one("date_captured", times.capture_time),
        images=images,
        corrections=_corrections(docket),
        evidence=docket.candidates,
        conflicts=tuple(_conflicts(docket.candidates, authorship.voices, url)),
        troubles=(*dropped, *_troubles(found)),
    )


_EXTRACTOR = Extractor(__version__, {})
"""Rules alone, as far as it goes."""


def _page_type(docket: _Docket, words: int, *, free: bool | None) -> PageType:
    """The page's type; nothing is believed from here on of what is said of an article where it holds none."""
    found = docket.found.get("page_type", ())
    locked = docket.candidates["is_accessible_for_free"][0] if free is False else None
    kind = docket.file("page_type", page_kind.settle(found, words, locked)) or PageType.ARTICLE
    for name in page_kind.UNTOLD.get(kind, ()):
        docket.leave(name, f"not of this page, which is no article: {kind}")
    return kind


def _sorted(evidence: Iterable[Evidence]) -> tuple[dict[str, list[Evidence]], list[Trouble]]:
    """Evidence by field, within the limits, and a trouble for each field of which some was dropped."""
    found: dict[str, list[Evidence]] = {}
    dropped: dict[tuple[str, str], Trouble] = {}
    longest, most = limits.RAW_CHARACTERS, limits.CANDIDATES
    for e in evidence:
        name = e.field
        rows = found.setdefault(name, [])
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
    candidates: dict[str, tuple[Candidate, ...]], voices: Sequence[authors.Voice], url: str | None
) -> Iterable[Conflict]:
    yield from conflicts.of_headlines(candidates.get("headline", ()))
    for name in times.FIELDS:
        if len(dated := candidates.get(name, ())) > 1:
            yield from conflicts.of_times(name, dated)
    if modified := candidates.get("date_modified"):
        yield from conflicts.of_order(candidates.get("date_published", ()), modified)
    yield from conflicts.of_authors(voices)
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
    logo = docket.file(
        "publisher.logo", pictures.logo(docket.found.get("publisher.logo", ()), docket.resolve)
    )
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
    known = plain(title or "")
    return docket.one(
        "alternative_headline", lambda raw: words if plain(words := clean(raw)) not in ("", known) else None
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
