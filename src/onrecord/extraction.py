"""A page in, a record out: the pipeline."""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec
from turbohtml import Element

from onrecord import limits
from onrecord.body.blocks import cut
from onrecord.body.choices import MODEL as BODY_MODEL
from onrecord.body.text import Article, read_article
from onrecord.evidence import NOWHERE, Evidence, Place, Source, Trouble
from onrecord.judge import LITTLE, UNTOLD, called_article, settle
from onrecord.page import Page, PageKind, open_page
from onrecord.readers import (
    READERS,
    address,
    consent,
    ending,
    headers,
    lone_author,
    lone_date,
    opening,
    page_kinds,
    state,
    state_text,
)
from onrecord.readers.makeup import Told
from onrecord.readers.visible import OF_CARD
from onrecord.record import Candidate, Capture, Extractor, Link, Record, Rel, Statement
from onrecord.spacing import words_in
from onrecord.values.languages import tell
from onrecord.values.moments import Moment, Precision, parse_moment, same_moment
from onrecord.values.people import parse_byline
from onrecord.version import __version__

EXTRACTOR = Extractor(__version__, {"body": BODY_MODEL, "page_kinds": page_kinds.MODEL})
_HTML, _TEXT = PageKind.HTML, PageKind.TEXT


def extract(
    page: bytes | str,
    *,
    url: str | None = None,
    headers: Mapping[str, str] | Iterable[tuple[str, str]] | None = None,
    captured: dt.datetime | str | None = None,
    kind: PageKind | str | None = None,
    statements: bool = False,
) -> Record:
    """The record of one page, with the evidence for every field.

    ``url`` is the address it was fetched from, ``headers`` those of the HTTP response (the status as ``:status``),
    ``captured`` when that was. ``kind`` is ``"html"`` or ``"text"``; None tells it from the bytes. Of a text that
    holds several articles this is the first one's record: `extract_all` gives them all. ``statements`` asks for who
    said what in the article, too; without, that field is None.

    Pure: no network, no clock, no memory of earlier pages. The same page gives the same record, in any order and
    on any machine. Never raises on account of what a page holds: what is odd about it stands in ``troubles``.
    `TypeError` where something given is of another type, `ValueError` where ``kind`` is neither.

    >>> record = extract("<title>Rain in May</title><p>It rained on the third of May, all day long, in Harrow Bay.")
    >>> record.headline
    'Rain in May'
    """
    record = record_of(open_page(page, url=url, headers=headers, captured=captured, kind=kind))
    return _with_statements(record) if statements else record


def extract_all(
    page: bytes | str,
    *,
    url: str | None = None,
    headers: Mapping[str, str] | Iterable[tuple[str, str]] | None = None,
    captured: dt.datetime | str | None = None,
    kind: PageKind | str | None = None,
    statements: bool = False,
) -> Iterator[Record]:
    """The record of each article of a text that holds several, as exports of press archives do, in their order.

    Of any other page the one record that `extract` gives. Places count in the whole text, whichever article it is.
    """
    for record in records_of(open_page(page, url=url, headers=headers, captured=captured, kind=kind)):
        yield _with_statements(record) if statements else record


def statements(text: str, *, language: str | None = None) -> tuple[Statement, ...]:
    """Who said what in ``text``, in its order; offsets in code points of it.

    ``text`` is an article's, its paragraphs parted by blank lines, as ``Record.article_body`` is. ``language``
    (BCP 47) is told from the text where it is None. English is read by a trained tagger, which finds indirect speech
    too (``method`` is ``"tagger"``); it needs the extra ``statements``. Without that, and in any other language, only
    what quotation marks and the words beside them settle is given (``method`` is ``"marks"``).

    The same text gives the same statements. Never raises on account of what the text holds; `TypeError` where it is none.

    >>> said = statements("»Es regnet«, sagte Imkerin Rosa Teschner am Montag.", language="de")
    >>> [(s.speaker.name, s.speaker.role, s.kind.value, s.method) for s in said]
    [('Rosa Teschner', 'Imkerin', 'direct', 'marks')]
    """
    if not isinstance(text, str):
        raise TypeError(f"statements are read in a text, not {type(text).__name__}")
    from onrecord.attribution.said import told  # its words and its model only where they are asked for

    return told(text, language)


def _with_statements(record: Record) -> Record:
    from onrecord.attribution.said import models

    found = statements(record.article_body or "", language=record.in_language)
    used = {f"statements-{method}": version for method, version in models().items()}
    extractor = Extractor(record.extractor.version, {**record.extractor.models, **used})
    return msgspec.structs.replace(record, statements=found, extractor=extractor)


def records_of(page: Page) -> Iterator[Record]:
    """The record of each article of a page that is open already."""
    if page.kind is _TEXT:
        from onrecord.readers.flattened import ARTICLE, ARTICLES, articles_of

        if len(several := articles_of(page)) > 1:
            for span in several:
                yield record_of(dataclasses.replace(page, kept={ARTICLES: several, ARTICLE: span}))
            return
    yield record_of(page)


def record_of(page: Page) -> Record:
    """The record of a page that is open already."""
    cut(page)  # while the tree is in the processor's cache, from being made: kept for whoever asks
    evidence: list[Evidence] = []
    noted: list[Trouble] = []
    for read in _readers(page):
        for found in read(page):
            if isinstance(found, Evidence):
                evidence.append(found)
            else:
                noted.append(found)
    evidence, cards = _parted_from_cards(evidence)
    article = _article(page, evidence)
    if page.kind is _HTML and len(article.text or "") < _SHOWN:
        article = _from_state(page, article, evidence)
    evidence = _aside_from_entries(_aside_from_copying(evidence, page), article)
    dated = [e for e in evidence if e.field in _DATES]
    if not any(e.field == "date_published" and e.source not in _SEEN for e in dated):
        dated += (further := _aside_from_entries(_further_dates(page, dated, noted), article))
        evidence += further
    evidence += article.evidence
    evidence += _further_authors(page, article, evidence)
    evidence += _language_of(article)
    first = article.blocks[0].place if article.blocks else None
    evidence += opening.read(page, article.text, first)
    for text, place in _endings(page, article):
        evidence += ending.read(page, text, place)
    if not dated and all(e.field not in _DATES for e in evidence):
        evidence += opening.read_date(page, _openings(article))
    count = words_in(article.text or "")
    own = count
    if page.kind is _HTML:
        own = _aside_from_consent(article, count, evidence)
        evidence += _kind_of(page, article, [*evidence, *cards], own)
    told = settle(evidence, resolve=page.resolve, words=own, span=article.span)
    if "headline" in UNTOLD.get(told.page_type, ()):
        article = Article(None, (), (), (), troubles=article.troubles)
    return _composed(page, article, told, evidence, noted, count)


def _composed(
    page: Page,
    article: Article,
    told: Record,
    evidence: Sequence[Evidence],
    noted: Sequence[Trouble],
    count: int,
) -> Record:
    """``told`` with the text; ``noted`` are the readers' troubles, ``count`` the words of the text."""
    links = (*article.links, *_related(page, article, evidence))
    more = (_MORE_LINKS,) if len(links) > limits.LINKS else ()
    return msgspec.structs.replace(
        told,
        id=_id(told.canonical_url or told.url, told.headline, article.text, *_times(told)),
        extractor=EXTRACTOR,
        article_body=article.text,
        blocks=article.blocks,
        links=links[: limits.LINKS],
        word_count=count if article.text else None,
        capture=_capture(page),
        evidence={**told.evidence, **_body_evidence(article, evidence)},
        troubles=(*page.troubles, *noted, *article.troubles, *told.troubles, *more),
    )


def _readers(page: Page) -> Sequence[Callable[[Page], Iterable[Evidence | Trouble]]]:
    """Who reads the page: what speaks in mark-up says nothing of a text without it, and the other way round."""
    if page.kind is _HTML:
        return READERS
    from onrecord.readers import flattened  # only such texts need it

    return (flattened.read, address.read, headers.read)


def _parted_from_cards(evidence: list[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    """What the page says of itself, and what the cards of other articles on it say of those."""
    cards = [e for e in evidence if OF_CARD in e.said]
    return ([e for e in evidence if OF_CARD not in e.said], cards) if cards else (evidence, cards)


def _aside_from_copying(evidence: list[Evidence], page: Page) -> list[Evidence]:
    """``evidence`` without the times at which a web archive copied the page: some write theirs as the page's own."""
    if page.copy is None:
        return evidence
    taken = parse_moment(page.copy.taken)
    return [e for e in evidence if e.field not in _DATES or not _is_to_the_second(e.raw, taken)]


def _is_to_the_second(raw: str, other: Moment | None) -> bool:
    moment = parse_moment(raw)
    if moment is None or other is None or moment.precision is not Precision.SECOND:
        return False
    return same_moment(moment, other) is True


def _aside_from_entries(evidence: list[Evidence], article: Article) -> list[Evidence]:
    """``evidence`` without the dates in a live blog's entries: each says when its entry was posted, not the page."""
    if not article.entries:
        return evidence
    return [e for e in evidence if e.field not in _DATES or not _is_within(e.place.start, article.entries)]


def _is_within(at: int | None, spans: Iterable[tuple[int, int]]) -> bool:
    return at is not None and any(start <= at < end for start, end in spans)


def _further_dates(page: Page, dated: Sequence[Evidence], noted: Sequence[Trouble]) -> list[Evidence]:
    """Dates from further off, where nothing but what the page shows, if anything, says when it was published.

    ``dated`` is what was found of dates, ``noted`` what was odd. The surer place is asked first, and the next only
    where it tells nothing.
    """
    html = page.kind is _HTML
    told = [*lone_date.read_labelled(page)] if html else []
    if not told and all(e.field != "date_published" for e in dated):
        told += [*lone_date.read_signed(page)] if html else []
        told += state.read(page, noted) if not told else []
    if html and not told and not dated:
        told += lone_date.read(page)
    return told


def _kind_of(page: Page, article: Article, evidence: Sequence[Evidence], count: int) -> Iterator[Evidence]:
    """What speaks against an article; ``count`` are the words of its text without what asks for consent.

    A text that only the page's data holds is an article's: the page itself shows none to judge by.
    """
    if article.text and not article.choices:
        return
    told = Told(article.kept, count, called_article(evidence), count < LITTLE)
    yield from page_kinds.read(page, told, evidence)


def _further_authors(page: Page, article: Article, evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """Who signed below the text, where nothing that was found names anybody."""
    told = (parse_byline(e.raw).authors for e in evidence if e.field == "author")
    if page.kind is _HTML and not any(told):
        yield from lone_author.read(page, article.cut, article.kept)


_SAID = frozenset(("author", "date_published"))


def _aside_from_consent(article: Article, count: int, evidence: Sequence[Evidence]) -> int:
    """The words of the text without what a consent manager says: ``count`` where it says none of it.

    Of a long text it is asked only where that speaks of cookies. A wall of the site's own is told by what it speaks of,
    where no data says that this is an article.
    """
    blocks = article.cut.blocks
    if count >= LITTLE and not consent.may_ask(article.text or ""):
        return count
    chosen = article.kept
    managed = consent.managed(article.cut, chosen)
    own = [blocks[n].text for n in chosen if n not in managed]
    if count >= LITTLE and _is_bare(evidence) and not called_article(evidence):
        own = consent.other_lines(own)
    return sum(map(words_in, own)) if len(own) < len(chosen) else count


def _is_bare(evidence: Iterable[Evidence]) -> bool:
    """Whether no data says who wrote it, or when: that of an article does, that of a listing or a forecast does not."""
    return not any(map(_is_data, evidence))


def _is_data(e: Evidence) -> bool:
    return e.field in _SAID and e.source not in _SEEN


def _article(page: Page, evidence: Iterable[Evidence]) -> Article:
    """The article's text: from the page, or from its JSON-LD where the page itself shows next to none."""
    if page.kind is _TEXT:
        from onrecord.body.paragraphs import flattened_article
        from onrecord.readers.flattened import ARTICLE

        places = (e.place for e in evidence if e.field == "article_body")
        spans = [(p.start, p.end) for p in places if p.start is not None and p.end is not None]
        return flattened_article(page.text, spans, span=page.kept.get(ARTICLE))  # type: ignore[arg-type]  # what was kept
    article = read_article(page, evidence)
    return article if len(article.text or "") >= _SHOWN else _given_instead(article, evidence)


def _given_instead(article: Article, evidence: Iterable[Evidence]) -> Article:
    """The text that ``evidence`` gives where it is much longer than that of ``article``, and a trouble that says so."""
    from onrecord.body.paragraphs import plain_article  # few pages need it

    size = len(article.text or "")
    least = max(_SHOWN, 3 * size) if size else _GIVEN
    for e in evidence:
        if e.field == "article_body" and len(e.raw) > least:
            given = plain_article(e.raw, e.place)
            trouble = Trouble(
                "body-from-data", f"the page shows {size} characters of text; taken from {e.source}", e.place
            )
            return Article(
                given.text,
                given.blocks,
                given.links,
                article.evidence,
                troubles=(*article.troubles, *given.troubles, trouble),
            )
    return article


def _from_state(page: Page, article: Article, evidence: list[Evidence]) -> Article:
    """The article's text from the state that the page's scripts carry, where neither page nor data gives it."""
    drawn = list(state_text.read(page))
    evidence += drawn
    return _given_instead(article, drawn)


_DATES = frozenset(("date_published", "date_modified"))
_SEEN = frozenset((Source.VISIBLE, Source.TIME, Source.URL))
"""What a page shows of a date, where its data says none."""

_SHOWN = 400
"""Code points of text that a page of an article shows at least, where it is not drawn by scripts or cut by a wall."""
_GIVEN = 100
"""Code points from which data hold a text, where the page shows none: a brief in Chinese has few more."""


def _language_of(article: Article) -> Iterator[Evidence]:
    """The language the text is in; it is told from all of it, so it stands at no one place."""
    tag, sure = tell(article.text) if article.text else (None, False)
    if tag:
        yield Evidence("in_language", tag, Source.TEXT, NOWHERE, (("sure", "yes"),) if sure else ())


def _body_evidence(article: Article, evidence: Iterable[Evidence]) -> dict[str, tuple[Candidate, ...]]:
    """What the page and its data give as the text. The chosen text's places are those of its blocks."""
    given = [e for e in evidence if e.field == "article_body"]
    if given and given[0].source is Source.FLATTENED:
        rows = [Candidate(e.raw, e.raw, e.source, e.place, True, f"{e.beside('how')}") for e in given]
        return {"article_body": tuple(rows)} if article.text else {}
    used = next((e for e in given if article.blocks and article.blocks[0].place == e.place), None)
    rows = [_given(e, chosen=e is used) for e in given]
    rows.sort(key=lambda c: not c.chosen)
    if article.text and used is None:
        rule = "blocks chosen from the page; each block has its place"
        rows.insert(0, Candidate(article.text, article.text, Source.BODY, NOWHERE, True, rule))
    return {"article_body": tuple(rows)} if rows else {}


def _given(e: Evidence, *, chosen: bool) -> Candidate:
    rule = "the page shows next to no text" if chosen else "left for the page's own text"
    return Candidate(e.raw, e.raw, e.source, e.place, chosen, rule)


_MORE_LINKS = Trouble("too-many-links", f"kept the first {limits.LINKS:,} links")


def _related(page: Page, article: Article, evidence: Iterable[Evidence]) -> Iterator[Link]:
    """Articles that the page's data names as related, where the page itself does not link them."""
    told = [e for e in evidence if e.field == "links"]
    known = {link.url for link in article.links} if told else set()
    for e in told:
        if (url := page.resolve(e.raw)) and url not in known:
            known.add(url)
            yield Link(url, "", None, None, Rel.RELATED)


def _openings(article: Article) -> Iterator[tuple[str, Place]]:
    """The first blocks of the text, of which one may open with a date: behind a standfirst, or a byline."""
    for block in article.blocks[:_FIRST]:
        yield (article.text or "")[block.start : block.end], block.place


_FIRST = 3


def _endings(page: Page, article: Article) -> Iterator[tuple[str, Place]]:
    """The last block of the text, and what stands in brackets right behind it: either may be signed with an agency."""
    if not article.text or not article.blocks:
        return
    last = article.blocks[-1]
    yield article.text[last.start : last.end], last.place
    for block in article.cut.blocks[article.kept[-1] + 1 :][:1] if article.kept else ():
        element = block.first.parent
        if block.text[0] in _BRACKETS and isinstance(element, Element):
            yield block.text, page.place(element, block.text)


_BRACKETS = "(/["


def _times(told: Record) -> tuple[str | None, str | None]:
    published, modified = told.date_published, told.date_modified
    return published.value if published else None, modified.value if modified else None


def _id(*parts: str | None) -> str:
    """The first 20 hex digits of SHA-256 over the parts, each ended by NUL (absent: nothing before the NUL)."""
    whole = "".join(f"{part or ''}\0" for part in parts)
    return hashlib.sha256(whole.encode()).hexdigest()[:20]


def _capture(page: Page) -> Capture:
    return Capture(
        digest=page.digest, status=page.status, encoding=page.encoding, encoding_source=page.encoding_source
    )
