"""``onrecord bulk``: WARC files, as many as there are, into a folder of Parquet."""

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
import msgspec

from onrecord import limits
from onrecord.cli import terminal
from onrecord.cli.given import evidence_option, not_empty, statements_option
from onrecord.errors import InputError, OnRecordError
from onrecord.quantities import quantity

if TYPE_CHECKING:
    from onrecord.bulk.copies import Marked
    from onrecord.bulk.dataflow import Engine
    from onrecord.bulk.folder import Folder
    from onrecord.bulk.piece import Done
    from onrecord.bulk.pieces import Piece
    from onrecord.bulk.run import Outcome


class _Flags(msgspec.Struct, frozen=True):
    out: str
    base: str | None
    statements: bool
    articles_only: bool
    evidence: str
    ray: str | None
    workers: int
    copies: bool
    as_json: bool


@click.command("bulk")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "-o",
    "--output",
    "out",
    required=True,
    metavar="OUT",
    callback=not_empty,
    help="A folder, which all workers see.",
)
@click.option("--base", metavar="URL", help="What stands before the lines of lists.")
@statements_option
@click.option("--articles-only", is_flag=True, help="No rows for pages that hold no article.")
@evidence_option("How much evidence goes with the rows.")
@click.option("--ray", metavar="ADDRESS", help="Run on this Ray cluster; 'local' starts one here.")
@click.option(
    "--workers", type=click.IntRange(1), metavar="N", default=1, show_default=True, help="Files read at once."
)
@click.option("--copies", is_flag=True, help="Then mark the copies among all rows of OUT.")
@click.option("--json", "as_json", is_flag=True, help="What was done, as JSON.")
def command(inputs: tuple[str, ...], **flags: object) -> None:
    """Read WARC files into a folder of Parquet.

    There is a row for every HTML page.

    INPUT is a WARC file, a folder of them, a pattern, an s3:// or http(s):// address, or a list of such, also in gzip
    (CC-NEWS: warc.paths.gz with --base). A file that is finished is never read again: stopped at any moment and run
    again, it does what is missing. Without INPUT, --copies works on what is there.
    """
    from onrecord.bulk.dataflow import WorkersDied

    given = msgspec.convert(flags, _Flags)
    if not inputs and not given.copies:
        raise click.UsageError("name WARC files, or --copies for what is in OUT already")
    pieces, faults = _found(inputs, given.base)
    if faults and not pieces:
        sys.exit(1)
    try:
        outcome, marked = _run(pieces, given)
    except OnRecordError as error:
        raise terminal.Failure(str(error)) from error
    except WorkersDied as error:
        raise terminal.Failure(f"no worker is left: {error}") from error
    except OSError as error:
        raise terminal.Failure(f"{given.out}: {error}") from error
    except KeyboardInterrupt:
        terminal.complain("stopped")
        _leave(130)
    _report(outcome, marked, given)
    _leave(1 if outcome.aside or faults else 0)


def _leave(code: int) -> NoReturn:
    """End the process at once: threads of Daft (0.7.26) outlive the interpreter, and now and then crash it as it goes."""
    terminal.flush()
    sys.stderr.flush()
    os._exit(code)


def _found(inputs: tuple[str, ...], base: str | None) -> tuple[list["Piece"], int]:
    from onrecord.bulk.pieces import find_pieces

    pieces, faults = [], 0
    for piece in find_pieces(inputs, base):
        if isinstance(piece, InputError):
            terminal.complain(str(piece))
            faults += 1
        else:
            pieces.append(piece)
    return pieces, faults


def _run(pieces: list["Piece"], given: _Flags) -> "tuple[Outcome, Marked | None]":
    from onrecord.bulk.dataflow import Engine, Work
    from onrecord.bulk.folder import Folder
    from onrecord.bulk.run import run
    from onrecord.bulk.wanted import Wanted
    from onrecord.export.trimming import Kept

    wanted = Wanted(
        statements=given.statements, articles_only=given.articles_only, evidence=Kept(given.evidence)
    )
    folder = Folder(Path(given.out).absolute())
    with folder.opened(wanted if pieces else None):
        work = Work(folder=str(folder.path), wanted=wanted)
        with contextlib.closing(Engine(given.workers, given.ray)) as engine:
            return run(pieces, engine, work, _tell), _marked(folder, engine) if given.copies else None


def _marked(folder: "Folder", engine: "Engine") -> "Marked":
    from onrecord.bulk.copies import mark_copies  # with all of the archive, which the pages need not wait for

    return mark_copies(folder, engine)


def _tell(done: "Done") -> None:
    """A failure always; what is finished where a person looks on."""
    if done.failure is not None:
        terminal.complain(f"{done.piece.location}: {done.failure}")
    elif sys.stderr.isatty():
        terminal.complain(f"{done.piece.location}: {quantity(done.rows, 'row')}")


def _report(outcome: "Outcome", marked: "Marked | None", given: _Flags) -> None:
    for location, reason in outcome.aside:
        terminal.complain(f"{location}: set aside after {limits.TRIES} failures, the last: {reason}")
    if given.as_json:
        told = msgspec.structs.asdict(outcome) | {"copies": marked}
        terminal.write_json(told)
        return
    parts = [quantity(outcome.done, "file read")]
    for count, what in (
        (outcome.before, "file read before"),
        (len(outcome.aside), "file set aside"),
        (outcome.rows, "row written"),
        (outcome.fates.get("left-out", 0), "record left out"),
        (outcome.fates.get("damaged", 0), "record damaged"),
        (outcome.fates.get("set-aside", 0), "page set aside"),
    ):
        if count:
            parts.append(quantity(count, what))
    if outcome.done or outcome.before or outcome.aside:
        terminal.show(", ".join(parts) + f"; what became of each record: {given.out}/_manifest\n")
    if marked:
        terminal.show(f"{marked.copies:,} of {marked.rows:,} rows are copies of an earlier one\n")
