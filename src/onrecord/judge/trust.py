"""How far each source is believed, field by field: the one table that all choosing reads.

The orders are measured, not guessed: ``make trust`` prints, for every field with a known answer in the development
pages, how often each source is right where it speaks, and which of two is right where they differ. The figures
beside the rows are from there (2026-11-22, 125 news and 791 article pages).
"""

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.evidence import Source

S = Source

_SCHEMA = (S.JSON_LD, S.MICRODATA, S.RDFA)

TRUST: Mapping[str, tuple[Source, ...]] = MappingProxyType(
    {
        "url": (S.CALLER, S.COMMENT),
        "canonical_url": (S.LINK, S.HTTP, S.OPEN_GRAPH, S.JSON_LD, S.PARSELY, S.MICRODATA, S.RDFA),
        # Right day, news / article: json-ld 1.00 / 0.86, opengraph 0.98 / 0.96, time 0.96 / 0.94, meta 0.95 / 0.95,
        # visible 0.86 / 0.91, url 1.00 / 1.00 (but a day only).
        "date_published": (
            S.JSON_LD, S.OPEN_GRAPH, S.JSON_LD_PAGE, S.PARSELY, S.SAILTHRU, S.RDFA, S.TIME, S.MICRODATA, S.META,
            S.DUBLIN_CORE, S.VISIBLE, S.URL, S.STATE, S.BODY,
        ),
        "date_created": (*_SCHEMA, S.META, S.DUBLIN_CORE, S.JSON_LD_PAGE, S.TIME, S.VISIBLE),
        "date_modified": (
            S.JSON_LD, S.OPEN_GRAPH, S.MICRODATA, S.RDFA, S.TIME, S.META, S.JSON_LD_PAGE, S.DUBLIN_CORE, S.VISIBLE,
        ),
        "date_captured": (S.CALLER, S.URL, S.HTTP),
        # F1 of the first name given, news / article: json-ld 0.88 / 0.85, sailthru – / 1.00, twitter 0.83 / 0.86,
        # microdata 0.63 / 0.89, meta 0.69 / 0.80, byline 0.77 / 0.77, opengraph 0.52 / 0.42.
        "author": (
            S.JSON_LD, S.SAILTHRU, S.PARSELY, S.RDFA, S.MICRODATA, S.TWITTER, S.META, S.JSON_LD_PAGE, S.BYLINE,
            S.DUBLIN_CORE, S.OPEN_GRAPH, S.BODY,
        ),
        "publisher": (
            S.JSON_LD, S.OPEN_GRAPH, S.MICRODATA, S.RDFA, S.JSON_LD_SITE, S.JSON_LD_PAGE, S.META, S.DUBLIN_CORE,
            S.VISIBLE, S.TITLE,
        ),
        "credited_agency": (S.BYLINE, *_SCHEMA, S.META, S.DUBLIN_CORE, S.TWITTER, S.OPEN_GRAPH, S.BODY),
        "in_language": (S.TEXT, S.JSON_LD, S.LANG, S.META, S.MICRODATA, S.OPEN_GRAPH, S.HTTP, S.DUBLIN_CORE, S.RDFA),
        "description": (
            S.JSON_LD, S.OPEN_GRAPH, S.META, S.TWITTER, S.MICRODATA, S.RDFA, S.SAILTHRU, S.DUBLIN_CORE, S.JSON_LD_PAGE,
        ),
        "article_section": (S.JSON_LD, S.OPEN_GRAPH, S.PARSELY, S.META, S.MICRODATA, S.RDFA, S.VISIBLE, S.FLATTENED, S.URL),
        "keywords": (
            S.JSON_LD, S.OPEN_GRAPH, S.META, S.PARSELY, S.SAILTHRU, S.MICRODATA, S.RDFA, S.DUBLIN_CORE, S.JSON_LD_PAGE,
        ),
        "images": (S.JSON_LD, S.MICRODATA, S.OPEN_GRAPH, S.VISIBLE, S.TWITTER, S.PARSELY, S.SAILTHRU, S.JSON_LD_PAGE),
        "page_type": (S.HTTP, S.VISIBLE, S.JSON_LD, S.MICRODATA, S.OPEN_GRAPH),
        "dateline": (*_SCHEMA, S.VISIBLE, S.BODY),
        "standfirst": (S.VISIBLE, S.BODY),
        "article_body": (S.BODY, *_SCHEMA, S.JSON_LD_PAGE),
    }
)  # fmt: skip
"""Most trusted first; a source that is not named comes last. Fields that are not named: schema.org, then the rest."""

_DEFAULT: tuple[Source, ...] = (*_SCHEMA, S.OPEN_GRAPH, S.META, S.JSON_LD_PAGE, S.VISIBLE)

HEADLINE_VOTES: Mapping[str, float] = MappingProxyType(
    {
        "heading": 1.3, "parsely": 0.8, "json-ld": 0.4, "opengraph": 0.5, "sailthru": 0.4, "rdfa": 0.2,
        "dublin-core": -0.1, "meta": -0.4, "title": -0.5, "microdata": -0.5, "twitter": -0.7, "json-ld-page": -1.1, "flattened": 0.0,
    }
)  # fmt: skip
"""What a source's voice weighs for a headline (``flattened`` has no rival), beside 0.7 for every further kind of source that says the same."""


def order(field: str) -> Mapping[Source, int]:
    """Each source's rank for ``field``, 0 the most trusted."""
    return _ORDERS.get(field, _ORDERS[""])


_ORDERS = {
    field: {source: i for i, source in enumerate(sources)}
    for field, sources in (*TRUST.items(), ("", _DEFAULT))
}
