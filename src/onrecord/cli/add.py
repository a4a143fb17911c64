"""``onrecord add``: pages into the archive."""

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click
import msgspec

from onrecord.capture import Captured, Said
from onrecord.cli import terminal
from onrecord.cli.archives import archive_option, opened
from onrecord.cli.given import jobs_option, statements_option
from onrecord.cli.reading import refuse_one_address, said_options, told
from onrecord.cli.web import fetched, fetcher, manners_of, web_options
from onrecord.gather.sources import find_inputs
from onrecord.values.addresses import is_web

if TYPE_CHECKING:
    from onrecord.archive import Added, Outcome
    from onrecord.gather.fetch import Fetcher, Found


@click.command("add")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@archive_option
@said_options
@web_options
@jobs_option
@statements_option
@click.option("--json", "as_json", is_flag=True, help="What was done, as JSON.")
def command(paths: tuple[str, ...], file: str, **flags: object) -> None:
    """Add pages to the archive.

    PATH is a page (HTML, MHTML or text, also in gzip), a folder of them, a WARC or WACZ file, records as JSON lines, a
    web address, or - for standard input. What is in the archive already is left as it is: stopped at any moment and run again, it
    does what is missing.
    """
    jobs, statements, as_json = (
        int(str(flags.pop("jobs"))),
        bool(flags.pop("statements")),
        flags.pop("as_json"),
    )
    fetching = fetcher(manners_of(flags))
    said = msgspec.convert(flags, Said)
    refuse_one_address(said, paths)
    if statements:
        _tell_what_is_missing()
    with opened(file, create=True) as archive, watched(paths) as step:
        what = (_fetched(fetching, path, said) if is_web(path) else path for path in paths)
        done = archive.add(*what, said=said, jobs=jobs, statements=statements, each=step)
    if as_json:
        terminal.write_json(done)
    else:
        terminal.show(_in_words(done) + "\n")
    if done.failed:
        sys.exit(1)


def _fetched(fetching: "Fetcher", url: str, said: Said) -> "Iterator[Found]":
    for got in fetched(fetching, url):
        yield told(got, said) if isinstance(got, Captured) else got


def _tell_what_is_missing() -> None:
    from onrecord.attribution.said import models

    if "tagger" not in models():
        terminal.complain(
            "of statements only quotations are read; for indirect speech: pip install 'onrecord[statements]'"
        )


def _in_words(done: "Added") -> str:
    parts = [f"{done.added:,} added"]
    for count, what in (
        (done.known, "there already"),
        (done.noted, "redirect noted" if done.noted == 1 else "redirects noted"),
        (done.skipped, "left out"),
        (len(done.failed), "failed"),
    ):
        if count:
            parts.append(f"{count:,} {what}")
    return ", ".join(parts)


@contextlib.contextmanager
def watched(paths: tuple[str, ...] = (), total: int = 0) -> Iterator[Callable[["Outcome"], None]]:
    """Complain of what fails; on a terminal, show how many are done, how fast, and how long the rest will take.

    What is left is told by the size of ``paths``, or where there are none by the number ``total``.
    """
    if not sys.stderr.isatty():
        yield _complain
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    sizes = dict(_sizes(paths))
    columns = (
        TextColumn("{task.fields[pages]:,} pages"), TextColumn("{task.fields[rate]:.0f} a second"), BarColumn(),
        TimeElapsedColumn(), TextColumn("left:"), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=(sum(sizes.values()) or total) or None, pages=0, rate=0.0)
        passed, current, pages = 0, None, 0

        def step(outcome: "Outcome") -> None:
            nonlocal passed, current, pages
            _complain(outcome)
            pages += 1
            if outcome.file != current:
                passed += sizes.get(current or "", 0)
                current = outcome.file
            elapsed = bar.tasks[task].elapsed or 0.0
            at = min(outcome.offset or 0, sizes.get(current or "", 0))
            bar.update(
                task,
                completed=passed + at if sizes else pages,
                pages=pages,
                rate=pages / elapsed if elapsed else 0.0,
            )

        yield step


def _sizes(paths: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    for source in find_inputs(paths, collections=True):
        with contextlib.suppress(OSError, ValueError):
            if source.path is not None and source.path.is_file():
                yield source.name, source.path.stat().st_size


def _complain(outcome: "Outcome") -> None:
    if outcome.fate == "failed":
        terminal.complain(f"{outcome.name}: {outcome.reason}")
