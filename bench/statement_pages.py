"""News pages that nobody annotated: the teacher's opinion of them is more to learn from."""

from collections.abc import Iterator

import onrecord
from onrecord.attribution.quotations import quotations
from pages import folder, known_pages
from statement_data import Article, annotated

PAGES = 600
"""How many are taken at most: those with the most words in quotation marks."""
_SHORTEST, _LONGEST = 1_200, 8_000
"""Code points of an article; of a longer one the beginning is taken, to the end of a paragraph."""


def unannotated() -> list[Article]:
    """The English articles of the pages that quote most, in the order of the list of pages."""
    found = [(_quoting(text), id_, text) for id_, text in _english()]
    taken = {id_ for _, id_, _ in sorted(found, reverse=True)[:PAGES]}
    return [annotated(id_, "", text, []) for _, id_, text in found if id_ in taken]


def _english() -> Iterator[tuple[str, str]]:
    for page in known_pages(folder()):
        record = onrecord.extract(page.data, url=page.url)
        text = (record.article_body or "")[:_LONGEST]
        text = text[: text.rfind("\n")] if len(text) == _LONGEST and "\n" in text else text
        if len(text) >= _SHORTEST and _is_english(text):
            yield page.id, text


def _is_english(text: str) -> bool:
    words = text.lower().split()
    return sum(w in {"the", "of", "and", "to", "in", "that", "is", "was"} for w in words) > 0.15 * len(words)


def _quoting(text: str) -> float:
    """The share of the text that stands in quotations of twenty characters or more, half at most."""
    inside = sum(q.end - q.start for q in quotations(text, "en") if q.depth == 0 and q.end - q.start >= 20)
    return min(inside / len(text), 0.5)
