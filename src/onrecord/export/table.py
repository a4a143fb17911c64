"""A record as a row of CSV (RFC 4180), safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator

from onrecord.record import Record
from onrecord.values.moments import Moment

__all__ = ["COLUMNS", "header", "line", "row", "rows"]

COLUMNS = (
    "id", "url", "canonical_url", "headline", "author", "publisher", "date_published", "date_modified",
    "date_created", "in_language", "article_section", "keywords", "page_type", "word_count", "conflicts",
    "troubles", "description", "article_body",
)  # fmt: skip
"""What the columns hold, from left to right; lists are joined by ``; ``."""

# Spreadsheets take a cell that begins with one of these for a formula, and run it (OWASP, CSV injection); the wide
# forms are read so by a spreadsheet set to Japanese or Chinese.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class _Line:
    """What csv.writer writes to: hands each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def rows(records: Iterable[Record]) -> Iterator[str]:
    """The header, then one line for each record, each ended by CRLF."""
    yield header()
    for record in records:
        yield row(record)


def header() -> str:
    """The line that names the columns."""
    return line(COLUMNS)


def line(cells: Iterable[str]) -> str:
    """Cells as a line, ended by CRLF; those that a spreadsheet would run begin with an apostrophe."""
    # writerow gives back what the file's write gave, which typeshed knows only as Any.
    return str(csv.writer(_Line(), lineterminator="\r\n").writerow(map(_harmless, cells)))


def row(record: Record) -> str:
    """One record as a line, ended by CRLF; cells that a spreadsheet would run begin with an apostrophe.

    Only what stands between quotation marks may hold line breaks: the article's text does.
    """
    cells = _cells(record)
    return line([cells[name] for name in COLUMNS])


def _cells(record: Record) -> dict[str, str]:
    return {
        "id": record.id,
        "url": record.url or "",
        "canonical_url": record.canonical_url or "",
        "headline": record.headline or "",
        "author": _joined(author.name for author in record.author),
        "publisher": (record.publisher and record.publisher.name) or "",
        "date_published": _date(record.date_published),
        "date_modified": _date(record.date_modified),
        "date_created": _date(record.date_created),
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


def _date(moment: Moment | None) -> str:
    return moment.value if moment else ""


def _harmless(cell: str) -> str:
    return "'" + cell if cell.startswith(_FORMULA) else cell
