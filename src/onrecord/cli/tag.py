"""``onrecord tag``: tags and notes on articles."""

import click

from onrecord.cli import terminal
from onrecord.cli.archives import archive_option, opened
from onrecord.cli.given import TEXT, not_empty


@click.command("tag")
@click.argument("key", metavar="ID|URL", type=TEXT)
@click.argument("tags", nargs=-1, metavar="[TAG...]", type=TEXT)
@click.option("--remove", is_flag=True, help="Take the tags off.")
@click.option("--note", metavar="TEXT", type=TEXT, callback=not_empty, help="Write a note on it.")
@archive_option
def command(key: str, tags: tuple[str, ...], file: str, note: str | None, *, remove: bool) -> None:
    """Tag an article, or write a note on it.

    Without a tag or a note it shows those that are there.
    """
    with opened(file) as archive:
        if note:
            archive.note(key, note)
        if tags:
            has = archive.untag(key, *tags) if remove else archive.tag(key, *tags)
        else:
            has = archive.tags(key)
        lines = [f"tag   {tag}\n" for tag in has] + [f"note  {text}\n" for text in archive.notes(key)]
    terminal.show(terminal.visible("".join(lines)))
