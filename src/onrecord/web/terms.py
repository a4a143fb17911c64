"""A query taken apart into what can be taken off it, and put together again with what is added."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.errors import QueryError
from onrecord.search.query import parse
from onrecord.search.tree import And, Dates, Has, Language, Named, Node, Not, Or, Switch, Time, Type

ALL = "type:article OR type:liveblog"
"""The query that finds every article: what is asked where nobody asked."""


class Term(NamedTuple):
    """A condition of a query that stands by itself."""

    text: str
    """As it was typed."""
    without: str
    """The query without it; empty where nothing else is in it."""


def terms(query: str) -> tuple[Term, ...]:
    """The conditions of ``query`` beside its words, in its order; none where it cannot be read."""
    return tuple(_terms(query, _CONDITIONS))


def conjuncts(query: str) -> tuple[Term, ...]:
    """All that must hold together, words too; none where the query cannot be read."""
    return tuple(_terms(query, object))


def _terms(query: str, kinds: type | tuple[type, ...]) -> Iterator[Term]:
    for node in _conjuncts(query):
        inner = node.part if isinstance(node, Not) else node
        without = _without(query, node) if isinstance(inner, kinds) else None
        if without is not None:
            yield Term(query[node.start : node.end], without)


_CONDITIONS = (Named, Dates, Language, Has, Type, Switch)


def _conjuncts(query: str) -> tuple[Node, ...]:
    tree = _reading(query)
    if tree is None:
        return ()
    return tree.parts if isinstance(tree, And) else (tree,)


def _without(query: str, node: Node) -> str | None:
    """``query`` without ``node``; None where what is left would say something else."""
    before, after = query[: node.start].rstrip(), query[node.end :].lstrip()
    before = re.sub(r"(?:^|\s)(?:AND|NOT|-)$", "", before)
    if not before:
        after = re.sub(r"^AND\s+", "", after)
    left = f"{before} {after}".strip()
    if left and not is_query(left):
        return None
    return left if len(_conjuncts(left)) == len(_conjuncts(query)) - 1 else None


def narrowed(query: str, term: str) -> str:
    """``query`` with one more condition, which holds for all of it.

    >>> narrowed("rain OR snow", "language:en"), narrowed("(rain OR snow)", "language:en")
    ('(rain OR snow) language:en', '(rain OR snow) language:en')
    """
    query = query.strip()
    if not query:
        return term
    if term in (known.text for known in terms(query)):
        return query
    tree = _reading(query)
    if tree is None:
        return query
    alternatives = isinstance(tree, Or) and not _bracketed(query)
    return f"({query}) {term}" if alternatives else f"{query} {term}"


def _bracketed(query: str) -> bool:
    """Whether brackets stand around the whole of it."""
    return query.startswith("(") and isinstance(_reading(f"{query} type:any"), And)


def is_query(query: str) -> bool:
    """Whether it can be read."""
    return _reading(query) is not None


def _reading(query: str) -> Node | None:
    try:
        return parse(query)
    except QueryError:
        return None


def dated(query: str, first: str | None, last: str | None) -> str:
    """``query`` for articles published from ``first`` to ``last``, in place of any other such days.

    Days, months or years; either may be None.

    >>> dated("rain date:2021", "2022-02", "2022-03")
    'rain date:2022-02..2022-03'
    """
    for node in reversed(_conjuncts(query)):
        if isinstance(node, Dates) and node.time is Time.PUBLISHED:
            left = _without(query, node)
            query = query if left is None else left
    if not (first or last):
        return query
    period = first if first == last else f"{first or ''}..{last or ''}"
    return narrowed(query, f"date:{period}")


def value(name: str) -> str:
    """A name as a phrase of the language.

    >>> value('The "Tarn*Post"')
    '"The Tarn Post"'
    """
    return '"' + " ".join(re.sub(r'["*]', " ", name).split()) + '"'
