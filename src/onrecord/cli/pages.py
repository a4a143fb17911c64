"""Many pages, one after another or by several processes: each read, rendered and written; one that fails stops none."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import msgspec

from onrecord.capture import Captured, Lost, Said, read_capture
from onrecord.causes import DIED, fault
from onrecord.cli import destination, terminal
from onrecord.cli.forms import Form, Frame, frame, render
from onrecord.cli.reading import are_several, handed, refuse_one_address, told
from onrecord.cli.statement_forms import render_statements, statement_frame
from onrecord.cli.web import fetcher, manners_of, page_at
from onrecord.errors import InputError
from onrecord.gather.manners import Manners
from onrecord.gather.sources import Input, find_inputs
from onrecord.jobs import Work, in_order
from onrecord.record import Record
from onrecord.values.addresses import is_web


class Wanted(msgspec.Struct, frozen=True):
    """What the user asked for."""

    said: Said
    form: Form
    indent: bool
    several: bool
    output: str | None
    jobs: int
    statements: bool = False
    """Whether records carry who said what."""
    alone: bool = False
    """Whether the statements are printed instead of the records."""


@dataclass(frozen=True)
class Task:
    """One input and what is to become of it."""

    source: Input
    wanted: Wanted
    got: Captured | Lost | None = None
    """What was fetched, of an address."""


@dataclass(frozen=True)
class Outcome:
    """What became of one input: the data of each of its records, or the reason why there is none."""

    name: str
    data: tuple[bytes, ...] = ()
    failure: str | None = None


def run(paths: tuple[str, ...], default: tuple[Form, Form], flags: dict[str, object]) -> None:
    """Write what is wanted of every page; exit with 1 where some failed. ``default``: the form of one, of several."""
    manners = manners_of(flags)
    wanted = _wanted(paths, default, flags)
    tasks = _tasks(paths, wanted, manners)
    with (
        destination.opened(wanted.output) as write,
        contextlib.closing(in_order(Work(_outcome, _lost, _stays), tasks, wanted.jobs)) as outcomes,
    ):
        done, failed = _write_all(outcomes, wanted, write)
        if failed and not done:
            sys.exit(1)  # in here, where the file that was to be replaced stays as it was
    if failed:
        sys.exit(1)


def _tasks(paths: tuple[str, ...], wanted: Wanted, manners: Manners) -> Iterator[Task]:
    """Addresses are fetched here, one after another, whatever the number of processes."""
    fetching = fetcher(manners) if any(is_web(path) for path in paths) else None
    for path in paths:
        if fetching and is_web(path):
            yield Task(Input(path, None), wanted, page_at(fetching, path))
        else:
            for source in find_inputs((path,)):
                yield Task(source, wanted)


def _wanted(paths: tuple[str, ...], default: tuple[Form, Form], flags: dict[str, object]) -> Wanted:
    several = are_several(paths)
    said = msgspec.convert({name: flags.pop(name) for name in Said.__struct_fields__}, Said)
    refuse_one_address(said, paths)
    if _among(paths, flags["output"]):
        raise click.UsageError("--output would replace an input")
    form = flags.pop("form") or default[several]
    indent = not several and flags["output"] in (None, "-") and terminal.is_terminal()
    return msgspec.convert(
        {"said": said, "form": form, "indent": indent, "several": several, **flags}, Wanted
    )


def _among(paths: tuple[str, ...], output: object) -> bool:
    """Whether ``output`` is one of the inputs, under whatever name; folders are looked through for it."""
    if output in (None, "-"):
        return False
    try:
        there = Path(str(output)).stat()
    except (OSError, ValueError):  # what is not there is no input
        return False
    return any(source.path and _is(source.path, there) for source in find_inputs(paths))


def _is(path: Path, there: os.stat_result) -> bool:
    try:
        return os.path.samestat(path.stat(), there)
    except (OSError, ValueError):
        return False


def _write_all(
    outcomes: Iterable[Outcome], wanted: Wanted, write: Callable[[bytes], object]
) -> tuple[int, int]:
    """How many inputs were read, what became of them written, and how many failed."""
    around: Frame | None = None
    written = done = failed = 0
    with terminal.progress(shown=_progress_shown(wanted)) as step:
        for outcome in outcomes:
            step()
            if around is None:
                around = _frame(wanted, several=wanted.several or len(outcome.data) > 1)
                write(around.before)
            if outcome.failure is None:
                done += 1
            else:
                failed += 1
                terminal.complain(f"{outcome.name}: {outcome.failure}")
            for data in outcome.data:
                write(around.between * (written > 0) + data + around.end)
                written += 1
        around = around or _frame(wanted, several=wanted.several)
        write(around.after)
    return done, failed


def _frame(wanted: Wanted, *, several: bool) -> Frame:
    return statement_frame(wanted.form) if wanted.alone else frame(wanted.form, several=several)


def _progress_shown(wanted: Wanted) -> bool:
    """Only where a person looks on, and the records do not run through it."""
    records_elsewhere = wanted.output not in (None, "-") or not terminal.is_terminal()
    return wanted.several and records_elsewhere and sys.stderr.isatty()


def _outcome(task: Task) -> Outcome:
    name, wanted = task.source.name, task.wanted
    try:
        if isinstance(task.got, Lost):
            return Outcome(task.got.name, failure=task.got.reason)
        records = _records(task)
        return Outcome(name, tuple(data for record in records if (data := _rendered(record, wanted))))
    except InputError as error:
        return Outcome(name, failure=error.reason)
    except Exception as error:  # noqa: BLE001  # the loop over many pages: one that breaks onrecord must not stop it
        return Outcome(name, failure=fault(error))


def _records(task: Task) -> Iterator[Record]:
    said, got = task.wanted.said, task.got
    captured = told(got, said) if isinstance(got, Captured) else handed(task.source, task.source.read(), said)
    return read_capture(captured, statements=task.wanted.statements)


def _rendered(record: Record, wanted: Wanted) -> bytes:
    """What is written of a record; nothing where its statements were asked for and nobody said anything."""
    if wanted.alone:
        return render_statements(record, wanted.form)
    return render(record, wanted.form, indent=wanted.indent)


def _lost(task: Task) -> Outcome:
    return Outcome(task.source.name, failure=DIED)


def _stays(task: Task) -> bool:
    return task.got is None and not task.source.repeatable
