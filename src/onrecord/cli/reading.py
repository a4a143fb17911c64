"""From an input to its record, with what the user says about it."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

import click
import msgspec

from onrecord.capture import Captured, Said, read_capture
from onrecord.cli.given import TEXT
from onrecord.gather.sources import STDIN, Input
from onrecord.page import PageKind
from onrecord.record import Record
from onrecord.values.addresses import resolve
from onrecord.values.iso_times import iso_time

__all__ = [
    "Said",
    "are_several",
    "read_record",
    "read_records",
    "read_records_of",
    "refuse_one_address",
    "said_options",
    "told",
]

F = TypeVar("F", bound=Callable[..., object])


def _time(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is None or iso_time(value):
        return value
    raise click.BadParameter(f"{value!r} is no ISO 8601 time, such as 2024-05-03T15:42:07+01:00")


def _address(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is None or (value.lower().startswith(("http://", "https://")) and resolve(value)):
        return value
    raise click.BadParameter(f"{value!r} is no web address, such as https://news.example/a")


def said_options(command: F) -> F:
    """Add the options that `Said` holds."""
    for option in (
        click.option("--captured", metavar="TIME", callback=_time, help="When the page was captured, ISO 8601."),
        click.option("--url", metavar="URL", type=TEXT, callback=_address, help="The address the page came from."),
        click.option(
            "--as", "kind", type=click.Choice([kind.value for kind in PageKind]),
            help="Read it as mark-up or as text without; else told from its bytes.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


def are_several(paths: tuple[str, ...]) -> bool:
    """Whether several pages may be meant."""
    return len(paths) > 1 or os.path.isdir(paths[0])  # noqa: PTH112  # a path too long must not raise here


def refuse_one_address(said: Said, paths: tuple[str, ...]) -> None:
    """Wrong usage where one address is given for several pages: they would be read as one article."""
    if said.url and are_several(paths):
        raise click.UsageError("--url is the address of one page, and there are several inputs")


def read_record(source: Input, data: bytes, said: Said) -> Record:
    """The record of ``data``, of its first article where it holds several; ``capture.file`` is the input's name."""
    return next(read_records(source, data, said))


def read_records(source: Input, data: bytes, said: Said, *, statements: bool = False) -> Iterator[Record]:
    """The record of each article in ``data``: an export of a press archive may hold several, all else one."""
    from onrecord.extraction import extract_all  # the whole library: --help and wrong usage need none of it

    for record in extract_all(
        data, url=said.url, captured=said.captured, kind=said.kind, statements=statements
    ):
        if source.name == STDIN:
            yield record
        else:
            capture = msgspec.structs.replace(record.capture, file=source.name)
            yield msgspec.structs.replace(record, capture=capture)


def told(captured: Captured, said: Said) -> Captured:
    """A page that was fetched: what the user says of it comes before what the answer said."""
    return replace(
        captured,
        url=said.url or captured.url,
        captured=said.captured or captured.captured,
        kind=said.kind or captured.kind,
    )


def read_records_of(captured: Captured, said: Said, *, statements: bool = False) -> Iterator[Record]:
    """The same of a page that was fetched."""
    return read_capture(told(captured, said), statements=statements)
