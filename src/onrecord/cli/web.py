"""Addresses among the inputs: how the web is asked, and pages fetched before anything else is done with them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from onrecord.capture import Captured, Lost, Redirected
from onrecord.cli import terminal
from onrecord.cli.given import options
from onrecord.errors import MissingExtra
from onrecord.gather.manners import Manners, is_contact
from onrecord.gather.reach import Reach

if TYPE_CHECKING:
    from onrecord.gather.fetch import Fetcher


def _network(_context: click.Context, _option: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    try:
        Reach.of(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    return value


def _contact(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is None or is_contact(value):
        return value
    raise click.BadParameter(f"{value!r} is neither an e-mail address nor a web address")


web_options = options(
    click.option(
        "--contact", metavar="MAIL|URL", envvar="ONRECORD_CONTACT", callback=_contact, show_envvar=True,
        help="Where the people in charge of a site reach you; it is told to every site.",
    ),
    click.option(
        "--allow-private", "allow", metavar="NETWORK", multiple=True, callback=_network,
        help="Also connect to this address or network, which is not public; may be given several times.",
    ),
)  # fmt: skip
"""The options of commands that ask the web."""


def manners_of(flags: dict[str, object]) -> Manners:
    """What `web_options` gave, taken out of ``flags``."""
    contact, allow = flags.pop("contact"), flags.pop("allow")
    return Manners(
        contact=str(contact) if contact else None, allow=tuple(allow) if isinstance(allow, tuple) else ()
    )


def fetcher(manners: Manners) -> "Fetcher":
    """What fetches pages, one after another."""
    from onrecord.gather.fetch import Fetcher  # sockets and all: other inputs need none of it

    return Fetcher(manners)


def fetched(fetcher: "Fetcher", url: str) -> Iterator[Captured | Redirected | Lost]:
    """The page at ``url``, and the redirects that led to it."""
    try:
        yield from fetcher.fetch(url)
    except MissingExtra as error:
        raise terminal.Failure(str(error)) from error


def page_at(fetcher: "Fetcher", url: str) -> Captured | Lost:
    """The page at ``url``."""
    got = [one for one in fetched(fetcher, url) if not isinstance(one, Redirected)]
    return got[-1]
