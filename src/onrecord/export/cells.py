"""Lines of CSV (RFC 4180), safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator, Sequence

# Spreadsheets take a cell that begins with one of these for a formula, and run it (OWASP, CSV injection); the wide
# forms are read so by a spreadsheet set to Japanese or Chinese.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class _Line:
    """What csv.writer writes to: hands each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_line(cells: Iterable[str]) -> str:
    """The cells as a line, ended by CRLF; those that a spreadsheet would run begin with an apostrophe.

    >>> csv_line(["=1+1", "plain"]).rstrip()
    "'=1+1,plain"
    """
    # writerow gives back what the file's write gave, which typeshed knows only as Any.
    return str(csv.writer(_Line(), lineterminator="\r\n").writerow([_harmless(cell) for cell in cells]))


def csv_table(columns: Sequence[str], items: Iterable[object]) -> Iterator[bytes]:
    """The header, then a line for each of ``items``, in UTF-8: what the attributes hold that the columns are named for."""
    yield csv_line(columns).encode()
    for item in items:
        yield csv_line([_cell(getattr(item, name)) for name in columns]).encode("utf-8", "replace")


def _cell(value: object) -> str:
    return "" if value is None else ", ".join(value) if isinstance(value, tuple) else str(value)


def _harmless(cell: str) -> str:
    return "'" + cell if cell.startswith(_FORMULA) else cell
