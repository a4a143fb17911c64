"""``onrecord mcp``: the archive for assistants."""

import sys

import click

from onrecord.cli import terminal
from onrecord.cli.archives import archive_option, opened

__all__ = ["command"]


@click.command("mcp")
@archive_option
def command(file: str) -> None:
    """Let an assistant search, read and cite the archive.

    A server of the Model Context Protocol on standard input and output, which an assistant starts by itself
    (docs/mcp.md). It only reads.
    """
    try:
        from onrecord.mcp.server import serve
    except ImportError as error:
        raise terminal.Failure("assistants need the extra 'mcp': pip install 'onrecord[mcp]'") from error
    if sys.stdin is None:
        raise terminal.Failure("standard input is closed")
    with opened(file) as archive:
        serve(archive)
