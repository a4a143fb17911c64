"""What kind of page it is: an article unless something clear says otherwise."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from onrecord.evidence import Evidence, Source
from onrecord.judge.weighing import Reading, Verdict, readings, shown
from onrecord.readers.vocabulary import THINGS, local_name, page_type_of
from onrecord.record import Candidate, PageType

_SCHEMA = frozenset((Source.JSON_LD, Source.MICRODATA))

LITTLE = 200
"""Words under which a page's text is not an article's that happens to mention cookies or a subscription."""

_SAID_OF_AN_ARTICLE = (
    "headline", "alternative_headline", "standfirst", "dateline", "author", "credited_agency", "date_published",
    "date_created", "date_modified", "corrections",
)  # fmt: skip
UNTOLD: Mapping[PageType, tuple[str, ...]] = MappingProxyType(
    {
        PageType.CONSENT: _SAID_OF_AN_ARTICLE,
        PageType.ERROR: _SAID_OF_AN_ARTICLE,
        PageType.BOT_CHECK: _SAID_OF_AN_ARTICLE,
        PageType.LISTING: ("author", "date_published", "date_created", "date_modified"),
    }
)
"""Fields that have no value on a page that holds no article: what is said there is a notice's, or a teaser's."""

_OG = {"article": PageType.ARTICLE, "news": PageType.ARTICLE, "blog": PageType.ARTICLE, "website": None}


def settle(found: Iterable[Evidence], words: int, locked: Candidate | None) -> Verdict[PageType]:
    """The page's type. ``words`` are those of its text; ``locked`` is what says that it is not free to read.

    What the page is made of, where that is no article's, then an HTTP error, then schema.org; OpenGraph's ``article``,
    which many sites say on every page, outweighs a listing that schema.org names, and no more. In doubt article.
    """
    evidence = tuple(found)
    read = readings("page_type", evidence, lambda e: _read(e, words, evidence))
    winner = _winner(read)
    if winner is None or winner.value is None:
        kind, rule = _ARTICLE, ""
    else:
        kind, rule = winner.value, winner.evidence.beside("how") or f"{winner.evidence.source} says so"
    if kind is _ARTICLE and locked is not None and words < LITTLE:
        rule = f"says it is not free to read, and shows {words} words"
        told = Candidate(str(PageType.PAYWALL), locked.raw, locked.source, locked.place, True, rule)
        return Verdict(PageType.PAYWALL, (told, *shown(read, [], "", str)))
    return Verdict(kind, shown(read, [winner] if winner else [], rule, str))


def called_article(found: Iterable[Evidence]) -> bool:
    """Whether the page's data calls it an article."""
    for e in found:  # noqa: SIM110  # a generator takes twice the time
        if e.field == "page_type" and e.source in _DATA and _read(e, 0, ()) in _ARTICLES:
            return True
    return False


def _called_by_schema(found: Iterable[Evidence]) -> bool:
    """Whether it is schema.org's words that call the page an article; OpenGraph's stand on many a tag's page too."""
    return called_article(e for e in found if e.source in _SCHEMA)


_ARTICLES = frozenset((PageType.ARTICLE, PageType.LIVEBLOG))
_DATA = _SCHEMA | {Source.OPEN_GRAPH}
_HTTP, _VISIBLE, _OPEN_GRAPH = Source.HTTP, Source.VISIBLE, Source.OPEN_GRAPH
_ARTICLE, _LIVEBLOG, _LISTING = PageType.ARTICLE, PageType.LIVEBLOG, PageType.LISTING


def _read(evidence: Evidence, words: int, found: Iterable[Evidence]) -> PageType | None:
    """The type that ``evidence`` names, among all that was ``found`` of it."""
    source = evidence.source
    if source is _OPEN_GRAPH:
        raw = evidence.raw.strip().lower()
        return _OG.get(raw, _ARTICLE if "article" in raw else None)
    if source is _HTTP:
        return PageType.ERROR
    if source is _VISIBLE:
        return PageType(evidence.beside("type") or "other")
    name = page_type_of(evidence.raw)
    if name == "other" and (thing := local_name(evidence.raw)) in THINGS:
        if thing in _OWN:
            return None if _called_by_schema(found) or words >= _OWN[thing] else PageType.OTHER
        most = _NEXT_TO_NONE if thing in _MEDIA else LITTLE
        return None if called_article(found) or words >= most else PageType.OTHER
    return PageType(name) if name else None


_MEDIA = frozenset(("VideoObject", "AudioObject", "ImageGallery", "MediaGallery"))
"""Things that stand beside many an article: they are what a page is about where it says next to nothing."""

_NEXT_TO_NONE = 80
_ANY = 1_000_000
_OWN: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys(("Quiz", "Game", "JobPosting"), _ANY),
        **dict.fromkeys(
            ("PodcastEpisode", "RadioEpisode", "TVEpisode", "PodcastSeries", "RadioSeries", "TVSeries"),
            LITTLE,
        ),
    }
)
"""Things that have a page of their own, whatever OpenGraph says of each of a site's pages, and words of text from which it is
an article's all the same: an episode's may be its transcript."""


def _winner(read: list[Reading[PageType]]) -> Reading[PageType] | None:
    """The first in order of trust, but for a listing that something else calls an article."""
    told = [r for r in read if r.value is not None]
    if len(told) < 2:  # noqa: PLR2004  # as on most pages
        return told[0] if told else None
    for source in (_VISIBLE, _HTTP):
        if first := next((r for r in told if r.evidence.source is source), None):
            return first
    if told[0].value is _LISTING:
        return next((r for r in told if r.value in _ARTICLES), told[0])
    live = next((r for r in told if r.value is _LIVEBLOG), None)
    return live if live is not None and told[0].value is _ARTICLE else told[0]
