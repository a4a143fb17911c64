"""What arguments that are no paths may be, and options that several commands take."""

from collections.abc import Callable
from typing import TypeVar

import click

F = TypeVar("F", bound=Callable[..., object])

_MOST = 1_000_000_000
"""No archive holds more; SQLite and Python count no further than 2^63 - 1."""


def at_least(least: int) -> click.IntRange:
    """A number of things."""
    return click.IntRange(least, _MOST)


limit_option = click.option(
    "--limit", type=at_least(1), metavar="N", default=20, show_default=True, help="How many to show."
)


class _Text(click.ParamType[str]):
    """Text, which is UTF-8: of other bytes Python makes lone surrogates, which find the file again and are no characters."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            value.encode()
        except UnicodeEncodeError:
            self.fail(f"{value!r} is no UTF-8", param, ctx)
        return value


TEXT = _Text()


def not_empty(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """What an option was given, which must be something: an empty path would be the folder one is in."""
    if value is None or value.strip():
        return value
    raise click.BadParameter("it is empty")


jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    default=1,
    help="Processes to read with.",
    show_default=True,
)


statements_option = click.option("--statements", is_flag=True, help="Also read who said what.")

output_option = click.option("-o", "--output", metavar="FILE", help="Write there instead, once all is done.")


def evidence_option(text: str) -> Callable[[F], F]:
    """How much evidence is given; ``text`` says with what."""
    # Those of export.trimming.Kept, named here so that --help loads no record.
    kinds = click.Choice(["full", "chosen", "none"])
    return click.option("--evidence", type=kinds, default="full", show_default=True, help=text)


def options(*added: Callable[[F], F]) -> Callable[[F], F]:
    """Several options as one, in the order in which --help tells them."""

    def decorate(command: F) -> F:
        for option in reversed(added):
            command = option(command)
        return command

    return decorate


days_options = options(
    click.option("--since", metavar="DAY", type=TEXT, help="From this day, month or year on."),
    click.option("--until", metavar="DAY", type=TEXT, help="To this day, month or year, inclusive."),
)
"""The first and the last day, month or year of what is asked for."""
