"""``onrecord cite``: a record, or a statement in it, as others refer to it."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from onrecord.cli import terminal
from onrecord.cli.archives import archive_option, opened
from onrecord.cli.given import TEXT
from onrecord.export.bibtex import to_bibtex
from onrecord.export.citation import Citation, cite
from onrecord.export.csl import csl_json
from onrecord.export.prose import to_html, to_text
from onrecord.export.ris import to_ris
from onrecord.record import Record


@click.command("cite")
@click.argument("keys", nargs=-1, required=True, metavar="ID|URL...", type=TEXT)
@archive_option
@click.option(
    "--statement",
    type=click.IntRange(1),
    metavar="N",
    help="Cite its statement number N, from 1, as `onrecord statements` prints them.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csl", "bibtex", "ris", "html"]),
    default="text",
    show_default=True,
    help="For people, reference managers or web pages.",
)
def command(keys: tuple[str, ...], file: str, statement: int | None, form: str) -> None:
    """Print citations of records, or of one statement.

    An ID may be cut short while it is the only one that begins so; a URL means the newest version at that address.
    """
    if statement is not None and len(keys) > 1:
        raise click.UsageError("--statement is of one record, and several are named")
    with opened(file) as archive:
        cited = dict.fromkeys(_cited(archive.get(key), key, statement, Path(file).name) for key in keys)
    terminal.write(_FORMS[form](tuple(cited)).encode("utf-8", "replace"))


def _cited(record: Record, key: str, statement: int | None, archive: str) -> Citation:
    try:
        return cite(record, statement=statement, archive=archive)
    except IndexError as error:
        raise terminal.Failure(f"{key}: --statement {statement}: {error}") from error


def _each(form: Callable[[Citation], str], end: str) -> Callable[[Sequence[Citation]], str]:
    return lambda cited: "".join(form(citation) + end for citation in cited)


_FORMS: dict[str, Callable[[Sequence[Citation]], str]] = {
    "text": _each(to_text, "\n"),
    "csl": lambda cited: csl_json(cited) + "\n",
    "bibtex": _each(to_bibtex, "\n"),
    "ris": _each(to_ris, "\r\n"),
    "html": _each(to_html, "\n"),
}
