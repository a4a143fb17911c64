"""``onrecord forget``: articles out of the archive, for a legal reason."""

import sys

import click

from onrecord.cli import terminal
from onrecord.cli.archives import archive_option, opened
from onrecord.cli.given import TEXT
from onrecord.quantities import quantity


@click.command("forget")
@click.argument("keys", nargs=-1, required=True, metavar="ID|URL...", type=TEXT)
@click.option("--reason", metavar="TEXT", type=TEXT, help="Kept with the tombstone.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@archive_option
def command(keys: tuple[str, ...], reason: str | None, file: str, *, yes: bool) -> None:
    """Take articles out of the archive for good.

    All their versions, captures and bytes go, and their words from the index. A tombstone stays that tells the article
    again by hashes alone, so that adding it later is refused. This cannot be undone.
    """
    with opened(file) as archive:
        for key in keys:
            found = archive.version(key)
            terminal.show(
                terminal.visible(f"{found.id}  {found.headline or 'no headline'}  {found.url or ''}\n")
            )
        if not yes:
            if sys.stdin is None or not sys.stdin.isatty():
                raise click.UsageError("nobody can be asked here: give --yes")
            click.confirm("Forget them for good?", abort=True, err=True)
        gone = archive.forget(*keys, reason=reason)
    terminal.show(f"{quantity(gone, 'capture')} gone\n")
