"""Pages among the inputs, with what the user says about them."""

import os
from dataclasses import replace

import click

from onrecord.capture import Captured, Said
from onrecord.cli.given import TEXT, options
from onrecord.gather.sources import STDIN, Input
from onrecord.page import PageKind
from onrecord.values.addresses import is_web, resolve
from onrecord.values.iso_times import iso_time


def _time(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is None or iso_time(value):
        return value
    raise click.BadParameter(f"{value!r} is no ISO 8601 time, such as 2024-05-03T15:42:07+01:00")


def _address(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is None or (is_web(value) and resolve(value)):
        return value
    raise click.BadParameter(f"{value!r} is no web address, such as https://news.example/a")


said_options = options(
    click.option(
        "--as", "kind", type=click.Choice([kind.value for kind in PageKind]),
        help="Read it as mark-up or as text without; else told from its bytes.",
    ),
    click.option("--url", metavar="URL", type=TEXT, callback=_address, help="The address the page came from."),
    click.option("--captured", metavar="TIME", callback=_time, help="When the page was captured, ISO 8601."),
)  # fmt: skip
"""The options that `Said` holds."""


def are_several(paths: tuple[str, ...]) -> bool:
    """Whether several pages may be meant."""
    return len(paths) > 1 or os.path.isdir(paths[0])  # noqa: PTH112  # a path too long must not raise here


def refuse_one_address(said: Said, paths: tuple[str, ...]) -> None:
    """Wrong usage where one address is given for several pages: they would be read as one article."""
    if said.url and are_several(paths):
        raise click.UsageError("--url is the address of one page, and there are several inputs")


def handed(source: Input, data: bytes, said: Said) -> Captured:
    """A page that was handed over, with what the user says of it."""
    file = None if source.name == STDIN else source.name
    return Captured(source.name, data, url=said.url, captured=said.captured, kind=said.kind, file=file)


def told(captured: Captured, said: Said) -> Captured:
    """A page that was fetched: what the user says of it comes before what the answer said."""
    return replace(
        captured,
        url=said.url or captured.url,
        captured=said.captured or captured.captured,
        kind=said.kind or captured.kind,
    )
