"""``onrecord statements``: pages in, who said what in them out."""

import click

from onrecord.cli import pages
from onrecord.cli.forms import Form
from onrecord.cli.given import jobs_option, output_option
from onrecord.cli.reading import said_options
from onrecord.cli.web import web_options


@click.command("statements")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@said_options
@web_options
@click.option("--json", "form", flag_value="json", help="One array of all statements, each with its article.")
@click.option("--jsonl", "form", flag_value="jsonl", help="JSON, a line for each statement.")
@click.option("--csv", "form", flag_value="csv", help="A table for a spreadsheet, a row for each statement.")
@output_option
@jobs_option
def command(paths: tuple[str, ...], **flags: object) -> None:
    """Print who said what: speaker, role, verb and words.

    PATH is a file (HTML, text, or either in gzip), a folder of such files, a web address, or - for standard input.
    English articles need the extra "statements" for indirect speech; without it, what stands in quotation marks is
    still told.
    """
    pages.run(paths, (Form.TEXT, Form.TEXT), {**flags, "statements": True, "alone": True})
