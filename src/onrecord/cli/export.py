"""``onrecord export``: the archive, or what answers a query, in another format."""

import sys
from typing import TYPE_CHECKING

import click
import msgspec

from onrecord.cli import destination, terminal
from onrecord.cli.archives import archive_option, opened
from onrecord.cli.given import TEXT, evidence_option, not_empty
from onrecord.cli.queries import readable

if TYPE_CHECKING:
    from onrecord.archive import Archive
    from onrecord.capture import Lost

# Those of archive/exporting.py, named here so that --help loads no archive; a test compares them.
FORMS = ("jsonl", "parquet", "csv", "jsonld", "ninjs", "atom", "rss", "markdown", "warc")
_BINARY = ("parquet", "warc")


@click.command("export")
@click.argument("words", nargs=-1, metavar="[QUERY]", type=TEXT)
@archive_option
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="jsonl", show_default=True, help="What to write."
)
@click.option(
    "-o",
    "--output",
    "out",
    metavar="PATH",
    default="-",
    callback=not_empty,
    help="A file, or for markdown a folder; else standard output.",
)
@evidence_option("How much evidence goes with the records (jsonl and parquet).")
def command(words: tuple[str, ...], **flags: object) -> None:
    """Write records, or with --format warc the captured bytes.

    Without QUERY every article's newest version; with one, what `onrecord search` finds, the newest first. Exit code 1
    where captured bytes are damaged or gone: the others are written.
    """
    given = msgspec.convert(flags, _Flags)
    if given.out == "-" and given.form == "markdown":
        raise click.UsageError("--format markdown writes a folder: name it with --output")
    if given.out == "-" and given.form in _BINARY and sys.stdout.isatty():
        raise click.UsageError(f"--format {given.form} is not for a terminal: name a file with --output")
    with opened(given.file) as archive, readable():
        _write(archive, " ".join(words) if words else None, given)


class _Flags(msgspec.Struct, frozen=True):
    file: str
    form: str
    out: str
    evidence: str


def _write(archive: "Archive", query: str | None, given: _Flags) -> None:
    if given.form == "markdown":
        archive.export(given.out, query, form=given.form)
        return
    if given.out != "-":
        archive.may_write(given.out)
    lost: list[Lost] = []
    with destination.opened(given.out) as write:
        for piece in archive.document(query, form=given.form, evidence=given.evidence, told=lost.append):
            write(piece)
    for capture in lost:
        terminal.complain(f"{capture.name}: left out: {capture.reason}")
    if lost:
        sys.exit(1)
