"""``onrecord show``: an article as the archive has it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from onrecord.cli import terminal
from onrecord.cli.archives import archive_option, opened, tell_what_is_left_out
from onrecord.cli.given import TEXT
from onrecord.cli.listing import facts
from onrecord.quantities import quantity
from onrecord.record import READABLE

if TYPE_CHECKING:
    from onrecord.archive import Archive, Version
    from onrecord.record import Record


@click.command("show")
@click.argument("key", metavar="ID|URL", type=TEXT)
@archive_option
@click.option("--json", "form", flag_value="json", help="The record as JSON.")
@click.option("--markdown", "form", flag_value="markdown", help="The article as Markdown.")
@click.option("--page", "form", flag_value="page", help="The captured bytes that its record was read from.")
def command(key: str, file: str, form: str | None) -> None:
    """Show an article, its versions and its captures.

    An ID may be cut short while it is the only one that begins so; a URL means the newest version at that address.
    """
    with opened(file) as archive:
        if form == "page":
            terminal.write(_page(archive, key))
            return
        record = archive.get(key)
        if form:
            from onrecord.cli.forms import Form, render

            terminal.write(
                render(record, Form(form), indent=terminal.is_terminal()) + b"\n" * (form == "json")
            )
            return
        about = list(_about(archive, key, record))
        tell_what_is_left_out(archive, key)
    terminal.show(terminal.visible(f"{facts(about)}\n{record.text(standfirst=True)}\n"))


def _page(archive: "Archive", key: str) -> bytes:
    page = archive.page(key)
    if page is None:
        raise terminal.Failure(f"{key}: its record was made elsewhere, the page is not in the archive")
    return page.data


def _about(archive: "Archive", key: str, record: "Record") -> Iterator[tuple[str, str]]:
    version = archive.version(key)
    yield "headline", record.headline or "–"
    yield "author", ", ".join(author.name for author in record.author) or "–"
    yield "publisher", (record.publisher and record.publisher.name) or "–"
    yield "published", version.date_published or "–"
    if version.date_modified:
        yield "modified", version.date_modified
    yield "url", version.url or "–"
    yield (
        "captured",
        f"{version.captured or 'time not stated'}, said by {quantity(version.captures, 'capture')}",
    )
    yield "id", version.id
    if version.page_type != "article":
        yield "kind", version.page_type
    if version.copy_of:
        yield "copy of", f"{version.copy_of} (onrecord copies {version.id})"
    tags, notes = archive.tags(key), archive.notes(key)
    if tags:
        yield "tags", ", ".join(tags)
    yield from (("note", note) for note in notes)
    yield from (("correction", correction.text) for correction in record.corrections)
    if record.conflicts:
        yield "conflicts", ", ".join(conflict.field for conflict in record.conflicts)
    yield from _versions(archive, key, version.number)


def _versions(archive: "Archive", key: str, shown: int) -> Iterator[tuple[str, str]]:
    """All of an article that has several; an arrow at the one with the number ``shown``."""
    versions = list(archive.versions(key))
    if len(versions) > 1:
        first = next((one for one in versions if one.page_type in READABLE), versions[0])
        for one in versions:
            mark = " ←" if one.number == shown else ""
            yield "version", f"{one.at:<20}  {one.key}  {_said(one, first)}{mark}"


def _said(one: "Version", first: "Version") -> str:
    if one is first:
        return "first"
    if one.page_type not in READABLE:
        return f"no article: {one.page_type}"
    return "silent edit" if one.silent_edit else "changed" if one.changed else "no change"
