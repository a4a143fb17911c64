"""The query language, taught by examples that find something in this very archive."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from onrecord.archive import Archive
from onrecord.errors import QueryTooSlow
from onrecord.search.hits import Facets
from onrecord.web import terms
from onrecord.web.counted import Counted
from onrecord.web.drawing import archive_of, counted_of, draw
from onrecord.web.parameters import is_for_htmx
from onrecord.web.search_page import address

_READ = 12
"""Of the newest articles, those whose headlines give words."""
_LONG = 5
"""Letters from which a word is likely to mean something."""


class Example(NamedTuple):
    """A query, what it asks for, and where it leads."""

    query: str
    what: str
    url: str


def show(request: Request) -> Response:
    """``GET /help``; to htmx the panel alone."""
    archive = archive_of(request)
    examples = tuple(
        Example(query, what, address(query))
        for query, what in _examples(archive, counted_of(request))
        if terms.is_query(query) and _finds(archive, query)
    )
    return draw(request, "help_panel.html" if is_for_htmx(request) else "help.html", {"examples": examples})


def _examples(archive: Archive, counted: Counted) -> Iterator[tuple[str, str]]:
    try:
        facets = counted.facets(terms.ALL)
        newest = archive.search(_in_most(facets), limit=_READ, order="date")
        headlines = [hit.headline for hit in newest if hit.headline]
    except QueryTooSlow:
        return
    yield from _of_words(headlines)
    yield from _of_names(facets)
    yield "has:silent-edit", "changed without saying so"
    yield "has:conflict", "pages whose own sources disagree"
    yield "has:correction", "with a correction note"


def _in_most(facets: Facets) -> str:
    """The query for articles in the language that most are in."""
    asked = (f"language:{language}" for language, _ in facets.language)
    # A record made elsewhere may name what is no language.
    return next(filter(terms.is_query, asked), terms.ALL)


def _finds(archive: Archive, query: str) -> bool:
    """Whether anything answers it; what takes too long is no example."""
    try:
        return next(archive.search(query, limit=1, order="date"), None) is not None
    except QueryTooSlow:
        return False


def _of_words(headlines: list[str]) -> Iterator[tuple[str, str]]:
    """From a headline with two long words, if there is one."""
    for headline in headlines:
        words = [word for word in re.findall(r"[^\W\d_]+", headline) if len(word) >= _LONG]
        if len(words) > 1:
            first, second = words[0].lower(), words[1].lower()
            yield first, "a word, in headline, standfirst or text; case and accents do not count"
            yield f"{first} {second}", "both words"
            yield f"{first} OR {second}", "either of them"
            yield f"{first} NOT {second}", "one without the other"
            yield f"{first[:-1]}*", "any word that begins so"
            yield f"headline:{first}", "in the headline only"
            yield f"{first} NEAR/5 {second}", "close to each other"
            yield f"{first} /s {second}", "in one sentence"
            return


def _of_names(facets: Facets) -> Iterator[tuple[str, str]]:
    for name, _ in facets.publisher[:1]:
        yield f"publisher:{terms.value(name)}", "of one publisher"
    for name, _ in facets.speaker[:1]:
        yield f"speaker:{terms.value(name)}", "in which this person is quoted"
    for month, _ in facets.month[-1:]:
        yield f"date:{month}", "published in a month; also a day, a year, or two with .. between"
    for language, _ in facets.language[:1]:
        yield f"language:{language}", "in one language"
