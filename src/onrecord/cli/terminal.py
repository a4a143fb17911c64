"""What reaches a person's terminal: complaints, progress, and never a control character of a page."""

import contextlib
import itertools
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import click
import msgspec

from onrecord.harmless import visible

__all__ = [
    "Failure",
    "Misuse",
    "at_most",
    "close_quietly",
    "complain",
    "complaint",
    "flush",
    "is_terminal",
    "progress",
    "show",
    "stand_in",
    "visible",
    "write",
    "write_json",
]

T = TypeVar("T")


class Failure(click.ClickException):
    """What was asked cannot be done: one line, exit code 1."""

    def show(self, file: object = None) -> None:  # noqa: ARG002  # click's signature
        """Print it as every other complaint is printed."""
        complain(self.message)


class Misuse(Failure):
    """A command that was called wrongly: one line, exit code 2."""

    exit_code = 2


def stand_in() -> None:
    """Put files in the place of outputs that were closed when we were started (``>&-``), where Python has None.

    What is written to standard output fails there, as it does in other programs; complaints go nowhere.
    """
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", opener=_for_reading, encoding="utf-8")  # noqa: SIM115  # as long as we run
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # the same


def _for_reading(path: str, _flags: int) -> int:
    return os.open(path, os.O_RDONLY)


def complain(message: str) -> None:
    """One line on standard error."""
    click.echo(complaint(message), err=True)


def complaint(message: str) -> str:
    """The line that `complain` prints."""
    return "onrecord: " + " ".join(visible(message).split())


def at_most(limit: int, items: Iterable[T]) -> Iterator[T]:
    """The first ``limit`` of ``items``; one line on standard error where there are more."""
    left = iter(items)
    yield from itertools.islice(left, limit)
    if next(left, None) is not None:
        complain(f"there are more than these {limit:,}: see --limit")


def is_terminal() -> bool:
    """Whether a person reads standard output as it comes."""
    return sys.stdout.isatty()


def write(data: bytes) -> None:
    """Data to standard output, whatever the locale; made `visible` where that is a terminal."""
    if is_terminal():
        data = visible(data.decode("utf-8", "replace").replace("\r\n", "\n")).encode()
    sys.stdout.buffer.write(data)


def write_json(what: object, *, indent: bool = False) -> None:
    """An object as JSON to standard output; on one line unless ``indent``."""
    data = msgspec.json.encode(what)
    write((msgspec.json.format(data, indent=2) if indent else data) + b"\n")


def show(text: str) -> None:
    """Our own text to standard output: colours in it are ours, the page's words in it are `visible` already."""
    sys.stdout.buffer.write(text.encode())


def flush() -> None:
    """Hand on what is waiting, so that a broken pipe is met here and not while the interpreter ends."""
    sys.stdout.flush()


def close_quietly() -> None:
    """Leave nothing that the interpreter could fail to write at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextlib.contextmanager
def progress(*, shown: bool) -> Iterator[Callable[[], None]]:
    """Count pages on standard error while ``shown``; gives a function to call for each page done."""
    if not shown:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn("{task.completed} pages"), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        # While the bar lives it takes over standard error, so that a complaint stands above it.
        yield lambda: bar.advance(task)
