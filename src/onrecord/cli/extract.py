"""``onrecord extract``: pages in, records out."""

from collections.abc import Callable
from typing import TypeVar

import click

from onrecord.cli import pages
from onrecord.cli.forms import Form
from onrecord.cli.given import jobs_option, output_option
from onrecord.cli.reading import said_options
from onrecord.cli.web import web_options

F = TypeVar("F", bound=Callable[..., object])


def _form(name: str, text: str) -> Callable[[F], F]:
    return click.option(f"--{name}", "form", flag_value=name, help=text)


@click.command("extract")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@said_options
@web_options
@_form("json", "JSON; several records as one array. The default for one page.")
@_form("jsonl", "JSON, a line for each page. The default for several.")
@_form("markdown", "The article as Markdown under YAML front matter.")
@_form("jsonld", "schema.org NewsArticle; several as one array.")
@_form("csv", "A table for a spreadsheet, a row for each article.")
@click.option(
    "--statements", is_flag=True, help="Add who said what to JSON; for a table: onrecord statements --csv."
)
@output_option
@jobs_option
def command(paths: tuple[str, ...], **flags: object) -> None:
    """Read pages and print their records.

    PATH is a file (HTML, text, or either in gzip), a folder of such files, a web address, or - for standard input. A
    text exported from a press archive gives a record for each article in it.
    """
    pages.run(paths, (Form.JSON, Form.JSONL), flags)
