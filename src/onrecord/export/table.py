"""A record as a row of CSV (RFC 4180), safe to open in a spreadsheet."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from onrecord.export.cells import csv_line
from onrecord.record import Record
from onrecord.values.moments import value_of


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
    return csv_line(read(record) for read in _CELLS.values())


def _joined(parts: Iterable[str]) -> str:
    """The parts in their order, each once."""
    return "; ".join(dict.fromkeys(parts))


_CELLS: Mapping[str, Callable[[Record], str]] = MappingProxyType(
    {
        "id": lambda record: record.id,
        "file": lambda record: record.capture.file or "",
        "url": lambda record: record.url or "",
        "canonical_url": lambda record: record.canonical_url or "",
        "headline": lambda record: record.headline or "",
        "author": lambda record: _joined(author.name for author in record.author),
        "publisher": lambda record: (record.publisher and record.publisher.name) or "",
        "date_published": lambda record: value_of(record.date_published) or "",
        "date_modified": lambda record: value_of(record.date_modified) or "",
        "date_created": lambda record: value_of(record.date_created) or "",
        "in_language": lambda record: record.in_language or "",
        "article_section": lambda record: _joined(record.article_section),
        "keywords": lambda record: _joined(record.keywords),
        "page_type": lambda record: record.page_type.value,
        "word_count": lambda record: "" if record.word_count is None else str(record.word_count),
        "conflicts": lambda record: _joined(conflict.field for conflict in record.conflicts),
        "troubles": lambda record: _joined(trouble.code for trouble in record.troubles),
        "description": lambda record: record.description or "",
        "article_body": lambda record: record.article_body or "",
    }
)

COLUMNS = tuple(_CELLS)
"""What the columns hold, from left to right; lists are joined by ``; ``."""
