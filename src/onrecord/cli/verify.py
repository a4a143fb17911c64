"""``onrecord verify``: whether everything is as it was kept."""

import sys

import click

from onrecord.cli import terminal
from onrecord.cli.archives import archive_option, opened
from onrecord.quantities import quantity


@click.command("verify")
@archive_option
def command(file: str) -> None:
    """Check the kept bytes, the records and the file.

    The bytes are hashed again, the records read again. Prints a line for each fault; exit code 1 where there is one.
    """
    faults = 0
    with opened(file) as archive:
        for fault in archive.verify():
            faults += 1
            terminal.complain(f"{fault.what} {fault.name}: {fault.reason}")
        captures = archive.status().captures
    if faults:
        sys.exit(1)
    terminal.show(f"{quantity(captures, 'capture')}, all as they were kept\n")
