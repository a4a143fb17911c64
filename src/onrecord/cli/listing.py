"""Lists as a command prints them: as JSON, as CSV, or as lines for a person; and what is known of one thing, name by name."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from onrecord.cli import terminal
from onrecord.export.cells import csv_table

T = TypeVar("T")


def show_list(
    items: Iterable[T], form: str | None, columns: Sequence[str], lines: Callable[[T], str], none: str
) -> None:
    """Print ``items`` in a form: ``json``, ``csv`` with these columns, else the ``lines`` of each; ``none`` where there are none."""
    found = list(items)
    if form == "json":
        terminal.write_json(found, indent=True)
    elif form == "csv":
        write_csv(columns, found)
    else:
        terminal.show("".join(map(lines, found)) or none)


def write_csv(columns: Sequence[str], items: Iterable[object]) -> None:
    """A table for a spreadsheet, a line at a time."""
    for line in csv_table(columns, items):
        terminal.write(line)


def facts(told: Sequence[tuple[str, str]]) -> str:
    """A line for each name and what is told of it, one below the other."""
    width = max(len(name) for name, _ in told)
    return "".join(f"{name:<{width}}  {value}\n" for name, value in told)
