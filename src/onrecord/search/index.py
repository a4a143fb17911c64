"""The index: documents in; hits and facets out. It works in a connection it is handed and in the caller's transaction.

Nothing here commits or opens a file. Two tables of full-text search (``search_words`` over the texts, ``search_name_words``
over names) hold no text of their own: what is shown of a hit comes from ``search_stored``, compressed.

Keys grow with the day of publication, so "the newest first" is the order of the index itself, a period is a range of
it, and what is ranked for a word that half of all articles hold is the newest `limits.RANKED` of them
(``docs/decisions/0019-rank-the-newest.md``).
"""

import itertools
import sqlite3
import time
from collections.abc import Callable, Iterator
from typing import Literal, get_args

from onrecord.search.counting import count
from onrecord.search.finding import First, Found, dated, found, ranked
from onrecord.search.hits import Facets, Hit
from onrecord.search.keeping import TABLES, compact, create, kept, mark, put, remove, text
from onrecord.search.plan import Plan, plan
from onrecord.search.query import parse
from onrecord.search.snippets import marked, shown
from onrecord.search.stored import Document, Stored
from onrecord.search.tree import Column
from onrecord.search.watch import Watch

__all__ = [
    "TABLES",
    "Document",
    "Facets",
    "Hit",
    "Order",
    "Stored",
    "compact",
    "create",
    "facets",
    "kept",
    "mark",
    "put",
    "remove",
    "search",
    "text",
]

Order = Literal["rank", "date"]


def search(  # noqa: PLR0913  # options, by name
    connection: sqlite3.Connection,
    query: str,
    *,
    limit: int | None = 20,
    order: Order = "rank",
    skip: int = 0,
    now: Callable[[], float] = time.monotonic,
    first: First = int,
) -> Iterator[Hit]:
    """The versions that answer ``query``, the best or the newest first; at most ``limit``, None: all of them.

    The first ``skip`` are passed over. Where copies are hidden, ``first`` tells of the version that they are marked as
    copies of which of them all is shown; it itself where not given.

    What is ranked is the newest `limits.RANKED` that hold the words: those beyond them are found by date only. A query
    without words, or for all hits, is answered by date; articles without a day come last. Raises `QueryError` at once
    where the query cannot be read, and `QueryTooSlow` when the next hit takes longer than `limits.QUERY_SECONDS` of
    ``now``, a clock; `ValueError` for another order.
    """
    if order not in get_args(Order):
        raise ValueError(f"order: {order!r} is neither rank nor date")
    planned = plan(parse(query))
    watch = Watch(connection, now)
    by_rank = order == "rank" and planned.match is not None and limit is not None
    rows = found(connection, planned, ranked(planned) if by_rank else dated(planned), watch, first)
    left = itertools.islice(watch.over(rows), skip, None)
    return (_hit(planned, row) for row in itertools.islice(left, limit))


def facets(
    connection: sqlite3.Connection,
    query: str,
    *,
    now: Callable[[], float] = time.monotonic,
    first: First = int,
) -> Facets:
    """How many of the versions that answer ``query`` have which publisher, language, month and speaker.

    ``first`` as for `search`, and what it raises.
    """
    planned = plan(parse(query))
    return Watch(connection, now).once(lambda watch: count(connection, planned, watch, first))


def _hit(planned: Plan, row: Found) -> Hit:
    kept = row.reading.kept
    snippet, marks = shown(planned.tree, row.reading)
    return Hit(
        number=kept.number,
        id=kept.id,
        url=kept.url,
        headline=kept.headline,
        date_published=kept.published,
        publisher=kept.publisher,
        language=kept.language,
        snippet=snippet,
        marks=marks,
        headline_marks=marked(planned.tree, row.reading.texts[Column.HEADLINE], Column.HEADLINE),
        score=None if row.score is None else round(-row.score, 6),
    )
