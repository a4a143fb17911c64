"""``onrecord reextract``: kept pages, read anew."""

import sys
from typing import TYPE_CHECKING

import click

from onrecord.cli import terminal
from onrecord.cli.add import watched
from onrecord.cli.archives import archive_option, opened
from onrecord.cli.given import jobs_option, statements_option

if TYPE_CHECKING:
    from onrecord.archive import Outcome


@click.command("reextract")
@archive_option
@jobs_option
@statements_option
def command(file: str, jobs: int, *, statements: bool) -> None:
    """Read the kept pages again, after onrecord was upgraded.

    Only those that this version has not read. The old records stay; versions of an article are compared only where one
    version of onrecord read them.
    """
    failures = 0
    with opened(file) as archive, watched(total=archive.status().captures) as step:

        def each(outcome: "Outcome") -> None:
            nonlocal failures
            failures += outcome.fate == "failed"
            step(outcome)

        done = archive.reextract(jobs=jobs, statements=statements, each=each)
    terminal.show(f"{done:,} read again" + (f", {failures:,} failed" if failures else "") + "\n")
    if failures:
        sys.exit(1)
