"""The first page: a query, its hits, and how they spread over publishers, languages, speakers and time."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord import limits
from onrecord.archive import Archive
from onrecord.errors import NotFound, QueryError, QueryTooSlow
from onrecord.search.hits import Facets, Hit
from onrecord.search.index import Order
from onrecord.values.addresses import is_web
from onrecord.web import terms
from onrecord.web.counted import Counted
from onrecord.web.drawing import archive_of, counted_of, draw
from onrecord.web.marking import Marked, Piece, pieces
from onrecord.web.parameters import is_for_htmx, page_number, words
from onrecord.web.timeline import timeline

_PAGE = 20
"""Hits of one page."""
_VALUES = 8
"""Values of a facet that are shown at first."""


class Shown(NamedTuple):
    """A hit, its marks as pieces."""

    hit: Hit
    headline: tuple[Piece[bool], ...]
    snippet: tuple[Piece[bool], ...]


class Choice(NamedTuple):
    """A value of a facet."""

    name: str
    articles: int
    url: str
    """Of the search narrowed to it."""


class Asked(NamedTuple):
    """What a search is asked for."""

    query: str
    """As typed; empty: all articles, the newest first."""
    order: Order
    page: int
    """From 1."""

    @property
    def whole(self) -> str:
        """The query that is run."""
        return self.query or terms.ALL


def show(request: Request) -> Response:
    """``GET /?q=QUERY&order=rank|date&p=PAGE``; with ``from`` or ``to``, the same search within those days."""
    told = request.query_params
    asked = Asked(
        words(request, "q") or "",
        "date" if told.get("order") == "date" else "rank",
        page_number(request, limits.HITS_PAGED // _PAGE),
    )
    if "from" in told or "to" in told:
        query = terms.dated(asked.query, _day(told.get("from")), _day(told.get("to")))
        return RedirectResponse(address(query, order=asked.order), 303)
    archive = archive_of(request)
    about = {"query": asked.query, "asked": asked, "saved": archive.saved_searches()}
    try:
        if is_web(asked.query):
            return _onward(request, f"/record/{quote(archive.version(asked.query).key)}")
        found = _found(archive, counted_of(request), asked)
    except QueryError as error:
        return draw(request, "query_error.html", {**about, **_wrong(error)}, status=400)
    except (NotFound, QueryTooSlow) as error:
        reason, status = (error.reason, 404) if isinstance(error, NotFound) else (str(error), 503)
        if is_for_htmx(request):
            status = 400  # of these, htmx shows what comes with 400 alone
        return draw(request, "query_error.html", {**about, "reason": reason, "marked": None}, status=status)
    return draw(request, "search.html", {**about, **found})


def _onward(request: Request, url: str) -> Response:
    """To another page, also where htmx asks for a part of this one."""
    return Response(headers={"HX-Redirect": url}) if is_for_htmx(request) else RedirectResponse(url, 303)


def address(query: str, *, order: Order = "rank", page: int = 1) -> str:
    """The address of a search."""
    told = (
        {"q": query} | ({"order": order} if order != "rank" else {}) | ({"p": str(page)} if page > 1 else {})
    )
    return f"/?{urlencode(told)}"


def _day(raw: str | None) -> str | None:
    """A year, a month or a day as the query language writes them; None for anything else."""
    said = (raw or "").strip()
    return said if said and set(said) <= set("0123456789-") else None


def _found(archive: Archive, counted: Counted, asked: Asked) -> dict[str, object]:
    facets = counted.facets(asked.whole)
    hits = list(
        archive.search(asked.whole, limit=_PAGE + 1, order=asked.order, skip=(asked.page - 1) * _PAGE)
    )
    return {
        "hits": [_shown(hit) for hit in hits[:_PAGE]],
        "facets": facets,
        "choices": tuple(_choices(facets, asked)),
        "line": timeline(facets),
        "chosen": [
            (term.text, address(term.without, order=asked.order)) for term in terms.terms(asked.query)
        ],
        "dated": lambda period: address(terms.dated(asked.query, period, period), order=asked.order),
        "narrowed": lambda term: address(terms.narrowed(asked.query, term), order=asked.order),
        "orders": [(name, address(asked.query, order=name), name == asked.order) for name in _ORDERS],
        "newer": address(asked.query, order=asked.order, page=asked.page - 1) if asked.page > 1 else None,
        "older": _older(asked, len(hits)),
        "first": (asked.page - 1) * _PAGE + 1,
        "export": urlencode({"q": asked.query}),
        "nearby": tuple(_nearby(counted, asked.query)) if not hits and asked.query else (),
        "exported": limits.EXPORTED,
    }


_ORDERS: tuple[Order, ...] = ("rank", "date")


def _older(asked: Asked, count: int) -> str | None:
    last = asked.page * _PAGE >= limits.HITS_PAGED
    return None if count <= _PAGE or last else address(asked.query, order=asked.order, page=asked.page + 1)


def _shown(hit: Hit) -> Shown:
    headline = hit.headline or hit.url or hit.id
    marks = hit.headline_marks if hit.headline else ()
    return Shown(
        hit,
        pieces(headline, (Marked(start, end, True) for start, end in marks)),
        pieces(hit.snippet, (Marked(start, end, True) for start, end in hit.marks)),
    )


def _choices(facets: Facets, asked: Asked) -> Iterator[tuple[str, tuple[Choice, ...]]]:
    for name, values in (
        ("publisher", facets.publisher),
        ("language", facets.language),
        ("speaker", facets.speaker),
    ):
        yield (
            name,
            tuple(
                Choice(
                    value, count, address(terms.narrowed(asked.query, _term(name, value)), order=asked.order)
                )
                for value, count in values[:_VALUES]
                if terms.is_query(_term(name, value))
            ),
        )


def _term(field: str, value: str) -> str:
    return f"{field}:{value if field == 'language' else terms.value(value)}"


def _wrong(error: QueryError) -> dict[str, object]:
    """What is wrong with a query, the rest of it from there marked."""
    at = min(error.position, len(error.query))
    return {"reason": error.reason, "marked": pieces(error.query, [Marked(at, len(error.query), True)])}


def _nearby(counted: Counted, query: str) -> Iterator[tuple[str, int, str]]:
    """What the query finds with one of its conditions left out: the words left out, how many, the address."""
    for term in terms.conjuncts(query)[:_TRIED]:
        if not term.without:
            continue
        count = counted.facets(term.without).total
        if count:
            yield term.text, count, address(term.without)


_TRIED = 4
"""Conditions that are left out in turn where nothing was found."""
