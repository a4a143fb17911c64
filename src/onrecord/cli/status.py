"""``onrecord status``: what is in the archive."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from onrecord.cli import terminal
from onrecord.cli.archives import archive_option, opened
from onrecord.cli.listing import facts

if TYPE_CHECKING:
    from onrecord.archive import Status


@click.command("status")
@archive_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option(
    "--datasette", is_flag=True, help="Print metadata for Datasette instead: datasette FILE -m metadata.json."
)
def command(file: str, *, as_json: bool, datasette: bool) -> None:
    """Say what is in the archive."""
    with opened(file) as archive:
        if datasette:
            from onrecord.archive.datasette import metadata

            terminal.write_json(metadata(archive.path.stem), indent=True)
            return
        status = archive.status()
    if as_json:
        terminal.write_json(status)
        return
    terminal.show(facts(list(_lines(status))))


def _lines(status: "Status") -> Iterator[tuple[str, str]]:
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in status.by_type.items())
    yield "articles", f"{status.articles:,}" + (f" ({kinds})" if kinds else "")
    yield (
        "versions",
        f"{status.versions:,}, of which {status.changed:,} changed and {status.silent_edits:,} silently",
    )
    yield "copies", f"{status.copies:,} of these articles"
    yield (
        "captures",
        f"{status.captures:,}"
        + (f", {status.without_bytes:,} without bytes" if status.without_bytes else ""),
    )
    yield "statements", f"{status.statements:,}"
    yield "published", f"{status.first_published or '–'} to {status.last_published or '–'}"
    yield "last added", status.last_added or "–"
    yield (
        "extractors",
        ", ".join(f"onrecord {name}: {count:,}" for name, count in status.extractors.items()) or "–",
    )
    yield "forgotten", f"{status.forgotten:,}"
    yield "captured", _size(status.captured_bytes)
    yield "on disk", f"{_size(status.file_bytes)} in the file, {_size(status.folder_bytes)} beside it"


def _size(count: int) -> str:
    return f"{count / 1e6:,.1f} MB"
