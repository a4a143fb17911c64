"""What kind of page it is: an article unless something clear says otherwise."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from onrecord.evidence import Evidence, Source
from onrecord.judge.weighing import Reading, Verdict, readings, shown
from onrecord.readers.vocabulary import page_type_of
from onrecord.record import Candidate, PageType

__all__ = ["LITTLE", "UNTOLD", "settle"]

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

    An HTTP error, then notices that a page with little text shows (consent, bot check, error, paywall), then
    schema.org; OpenGraph's ``article`` outweighs a listing. In doubt article.
    """
    read = readings("page_type", found, lambda e: _read(e, words))
    winner = _winner(read)
    if winner is None or winner.value is None:
        kind, rule = PageType.ARTICLE, ""
    else:
        kind, rule = winner.value, f"{winner.evidence.source} says so"
    if kind is PageType.ARTICLE and locked is not None and words < LITTLE:
        rule = f"says it is not free to read, and shows {words} words"
        told = Candidate(str(PageType.PAYWALL), locked.raw, locked.source, locked.place, True, rule)
        return Verdict(PageType.PAYWALL, (told, *shown(read, [], "", str)))
    return Verdict(kind, shown(read, [winner] if winner else [], rule, str))


def _read(evidence: Evidence, words: int) -> PageType | None:
    if evidence.source is Source.HTTP:
        return PageType.ERROR
    if evidence.source is Source.VISIBLE:
        return PageType(evidence.beside("type") or "other") if words < LITTLE else None
    if evidence.source is Source.OPEN_GRAPH:
        raw = evidence.raw.strip().lower()
        return _OG.get(raw, PageType.ARTICLE if "article" in raw else None)
    name = page_type_of(evidence.raw)
    return PageType(name) if name else None


def _winner(read: list[Reading[PageType]]) -> Reading[PageType] | None:
    """The first in order of trust, but for a listing that something else calls an article."""
    told = [r for r in read if r.value is not None]
    if not told:
        return None
    if told[0].value is PageType.LISTING:
        return next((r for r in told if r.value in {PageType.ARTICLE, PageType.LIVEBLOG}), told[0])
    live = next((r for r in told if r.value is PageType.LIVEBLOG), None)
    return live if live is not None and told[0].value is PageType.ARTICLE else told[0]
