"""A record as a row of CSV (RFC 4180), safe to open in a spreadsheet."""

from collections.abc import Iterable, Iterator

from onrecord.export.cells import csv_line
from onrecord.record import Record
from onrecord.values.moments import value_of

__all__ = ["COLUMNS", "header", "row", "rows"]

COLUMNS = (
    "id", "url", "canonical_url", "headline", "author", "publisher", "date_published", "date_modified",
    "date_created", "in_language", "article_section", "keywords", "page_type", "word_count", "conflicts",
    "troubles", "description", "article_body",
)  # fmt: skip
"""What the columns hold, from left to right; lists are joined by ``; ``."""


def rows(records: Iterable[Record]) -> Iterator[str]:
    """The header, then one line for each record, each ended by CRLF."""
    yield header()
    for record in records:
        yield row(record)


def header() -> str:
    """The line that names the columns."""
    return csv_line(COLUMNS)


def row(record: Record) -> str:
    """One record as a line, ended by CRLF; cells that a spreadsheet would run begin with an apostrophe.

    Only what stands between quotation marks may hold line breaks: the article's text does.
    """
    cells = _cells(record)
    return csv_line(cells[name] for name in COLUMNS)


def _cells(record: Record) -> dict[str, str]:
    return {
        "id": record.id,
        "url": record.url or "",
        "canonical_url": record.canonical_url or "",
        "headline": record.headline or "",
        "author": _joined(author.name for author in record.author),
        "publisher": (record.publisher and record.publisher.name) or "",
        "date_published": value_of(record.date_published) or "",
        "date_modified": value_of(record.date_modified) or "",
        "date_created": value_of(record.date_created) or "",
        "in_language": record.in_language or "",
        "article_section": _joined(record.article_section),
        "keywords": _joined(record.keywords),
        "page_type": record.page_type.value,
        "word_count": "" if record.word_count is None else str(record.word_count),
        "conflicts": _joined(conflict.field for conflict in record.conflicts),
        "troubles": _joined(trouble.code for trouble in record.troubles),
        "description": record.description or "",
        "article_body": record.article_body or "",
    }


def _joined(parts: Iterable[str]) -> str:
    """The parts in their order, each once."""
    return "; ".join(dict.fromkeys(parts))
