"""The archive a command works on, and what may go wrong with it, in one line."""

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from onrecord.cli import terminal
from onrecord.cli.given import not_empty
from onrecord.errors import ArchiveError, MissingExtra, PeriodError

if TYPE_CHECKING:
    from onrecord.archive import Archive

archive_option = click.option(
    "--archive",
    "file",
    metavar="FILE",
    callback=not_empty,
    default="onrecord.db",
    envvar="ONRECORD_ARCHIVE",
    show_default="$ONRECORD_ARCHIVE, else ./onrecord.db",
    help="The archive.",
)


@contextlib.contextmanager
def opened(file: str, *, create: bool = False) -> Iterator["Archive"]:
    """The archive, closed at the end; what is wrong with it, or not in it, becomes one line and exit code 1."""
    from onrecord.archive import Archive  # SQLite and all: --help and wrong usage need none of it

    try:
        with Archive(file, create=create) as archive:
            yield archive
    except PeriodError as error:
        raise click.UsageError(str(error)) from error
    except (ArchiveError, MissingExtra) as error:
        raise terminal.Failure(str(error)) from error


def tell_what_is_left_out(archive: "Archive", key: str) -> None:
    """Say that an article has captures which are in none of the versions that are shown or compared."""
    from onrecord.archive.answers import ALIKE

    if left := archive.uncompared(key):
        terminal.complain(
            f"{key}: not compared: {left:,} of its captures, read by another onrecord, or only they with statements or "
            f"without: {ALIKE}"
        )
