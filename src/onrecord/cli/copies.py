"""``onrecord copies``: who else ran this story."""

from typing import TYPE_CHECKING

import click

from onrecord.cli import terminal
from onrecord.cli.archives import archive_option, opened
from onrecord.cli.given import TEXT
from onrecord.cli.listing import write_csv

if TYPE_CHECKING:
    from onrecord.archive import Copy

_COLUMNS = ("id", "url", "headline", "publisher", "at", "first", "share", "other_share", "credits", "asked")


@click.command("copies")
@click.argument("key", metavar="ID|URL", type=TEXT)
@click.option("--json", "form", flag_value="json", help="As JSON.")
@click.option("--csv", "form", flag_value="csv", help="A table for a spreadsheet.")
@archive_option
def command(key: str, file: str, form: str | None) -> None:
    """Show who else ran the same story.

    Who was first, who credits whom, and how much of it each keeps.

    "of it here" is how much of each article's words stand in the one asked for, "of this there" how much of the one
    asked for stands in each.
    """
    with opened(file) as archive:
        found = list(archive.copies(key))
    if form == "json":
        terminal.write_json(found)
    elif form == "csv":
        write_csv(_COLUMNS, found)
    elif len(found) == 1:
        terminal.show("no copies of it in the archive\n")
    else:
        terminal.show(terminal.visible("".join(_line(copy) for copy in found)))


def _line(copy: "Copy") -> str:
    shares = (
        "the one asked for"
        if copy.asked
        else f"{copy.share:.0%} of it here, {copy.other_share:.0%} of this there"
    )
    first = "first" if copy.first else "     "
    credited = f"  credits {', '.join(copy.credits)}" if copy.credits else ""
    return (
        f"{copy.at:<20}  {first}  {copy.publisher or '–'}  {copy.id}\n"
        f"    {copy.headline or 'no headline'}\n    {shares}{credited}\n"
    )
