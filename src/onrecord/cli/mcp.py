"""``onrecord mcp``: the archive for assistants."""

import os
import signal
import sys
from typing import NoReturn

import click

from onrecord.cli import terminal
from onrecord.cli.archives import archive_option, opened


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
    signal.signal(signal.SIGINT, _stop)
    with opened(file) as archive:
        serve(archive)


def _stop(_signal: int, _frame: object) -> NoReturn:
    """End at once: a thread that waits for standard input lets nothing else end it, and there is nothing to lose."""
    terminal.complain("stopped")
    os._exit(130)
