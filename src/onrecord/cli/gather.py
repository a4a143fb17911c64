"""``onrecord gather``: pages from the web into WARC files and the archive."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from onrecord import limits
from onrecord.cli import terminal
from onrecord.cli.archives import archive_option, opened
from onrecord.cli.gather_view import View, logging_to, shown
from onrecord.cli.given import statements_option
from onrecord.cli.web import manners_of, web_options
from onrecord.errors import InputError, MissingExtra
from onrecord.gather.manners import is_contact
from onrecord.gather.plan import Plan, joined, read_plan, read_plan_file
from onrecord.gather.sources import STDIN, Input
from onrecord.values.addresses import is_web

if TYPE_CHECKING:
    from onrecord.archive import Archive
    from onrecord.warc import Found


def _pause(_context: click.Context, _option: click.Parameter, value: float | None) -> float | None:
    if value is None or 0 <= value <= limits.RETRY_AFTER_S:  # which no "nan" is
        return value
    raise click.BadParameter(f"{value:g} is not in the range 0<=x<={limits.RETRY_AFTER_S:g}")


@click.command("gather")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@archive_option
@click.option(
    "--once/--watch", default=True, help="Stop when all is done (the default), or go on and revisit."
)
@click.option(
    "--warc", "folder", metavar="FOLDER", help="Where the WARC files go; FILE.warc where not given."
)
@click.option(
    "--front", is_flag=True, help="Take pages for front pages: find the feeds and sitemaps they name."
)
@click.option(
    "--max-pages",
    type=click.IntRange(1),
    metavar="N",
    help="New pages of a source in one visit.  [default: 200]",
)
@click.option(
    "--pause",
    type=float,
    metavar="SECONDS",
    callback=_pause,
    help="Seconds between two requests to a host.  [default: 2]",
)
@statements_option
@click.option("--log-json", is_flag=True, help="Each event as a line of JSON on standard error.")
@click.option("--json", "as_json", is_flag=True, help="The summary as JSON.")
@web_options
def command(sources: tuple[str, ...], file: str, **flags: object) -> None:
    """Gather pages from the web into WARC files and the archive.

    Every answer goes into a WARC file as it was received, every page into the archive.

    SOURCE is an address (of a feed, a sitemap, a front page or a page), a TOML file of sources, OPML, a list of
    addresses, or - for such a list on standard input. Stopped or killed at any moment and run again, it goes on.
    """
    _need_extra()  # lists of feeds are read with what it brings
    plan = _plan(sources, flags)
    if not plan.limits.contact:
        raise click.UsageError(
            "say who gathers, so that sites can reach you: --contact MAIL|URL, ONRECORD_CONTACT, or contact in a TOML file"
        )
    if not is_contact(plan.limits.contact):
        raise click.UsageError(
            f"contact {plan.limits.contact!r} is neither an e-mail address nor a web address"
        )
    view = View(log_json=bool(flags["log_json"]))
    try:
        stopped = _gather(plan, file, flags, view)
    except terminal.Failure as error:
        view.complain(error.message)
        sys.exit(error.exit_code)
    view.summarise(as_json=bool(flags["as_json"]))
    if stopped:
        view.complain("stopped; run it again to go on")
        sys.exit(128 + stopped)
    if view.failed or (flags["once"] and view.waiting):
        sys.exit(1)


def _need_extra() -> None:
    from onrecord.gather.crawl import need_extra

    try:
        need_extra()
    except MissingExtra as error:
        raise terminal.Failure(str(error)) from error


def _plan(sources: tuple[str, ...], flags: dict[str, object]) -> Plan:
    """What the inputs name, with what the flags set in place of what they say."""
    try:
        plan = joined(tuple(_one(source, front=bool(flags["front"])) for source in sources))
    except InputError as error:
        raise click.UsageError(str(error)) from error
    replace = msgspec.structs.replace
    if flags["max_pages"]:
        most = int(str(flags["max_pages"]))
        plan = replace(plan, sources=tuple(replace(source, max_pages=most) for source in plan.sources))
    given, set_ = manners_of(flags), plan.limits
    manners = replace(
        set_,
        contact=given.contact or plan.contact or set_.contact,
        allow=set_.allow + given.allow,
        pause_s=set_.pause_s if flags["pause"] is None else float(str(flags["pause"])),
    )
    return replace(plan, limits=manners)


def _one(source: str, *, front: bool) -> Plan:
    if source == STDIN:
        return read_plan(STDIN, Input(STDIN, None).read())
    if not is_web(source):
        return read_plan_file(source)
    try:
        return msgspec.convert({"sources": [{"url": source, "front": front or None}]}, Plan)
    except msgspec.ValidationError as error:
        raise InputError(source, "no web address") from error


def _gather(plan: Plan, file: str, flags: dict[str, object], view: View) -> int:
    """Do it; the number of the signal that stopped it, else 0."""
    from onrecord.gather import crawl  # it loads Scrapy when it crawls

    folder = Path(str(flags["folder"] or f"{file}.warc"))
    with opened(file, create=True) as archive, logging_to(view), shown(view) as look:
        sink = _sink(archive, view, statements=bool(flags["statements"]))
        run = crawl.Run(plan, folder, sink, view.tell, watch=not flags["once"], look=look)
        return crawl.gather(run)


def _sink(archive: "Archive", view: View, *, statements: bool) -> Callable[[Iterable["Found"]], None]:
    def sink(found: Iterable["Found"]) -> None:
        archive.add(iter(found), statements=statements, each=view.kept)

    return sink
