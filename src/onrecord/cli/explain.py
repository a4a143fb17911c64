"""``onrecord explain``: every candidate of every field, where it stands, and why it won or lost."""

from itertools import islice

import click
import msgspec

from onrecord.capture import Captured, Lost, Said, page_of, read_capture
from onrecord.cli import evidence_tables, terminal
from onrecord.cli.reading import handed, said_options, told
from onrecord.cli.web import fetcher, manners_of, page_at, web_options
from onrecord.errors import InputError
from onrecord.fields import known
from onrecord.gather.manners import Manners
from onrecord.gather.sources import find_inputs
from onrecord.record import Record
from onrecord.values.addresses import is_web


@click.command("explain")
@click.argument("path", metavar="PATH")
@click.argument("field", required=False, metavar="[FIELD]")
@said_options
@web_options
@click.option("--json", "as_json", is_flag=True, help="Conflicts, troubles and evidence as JSON.")
def command(path: str, field: str | None, *, as_json: bool, **flags: object) -> None:
    """Show where each value of a page's record comes from.

    Conflicts come first, then what is odd about the page, then every candidate of every field: its value, its source,
    where it stands, and why it was chosen or left. With FIELD, that field alone and in full.
    """
    manners = manners_of(flags)
    said = msgspec.convert(flags, Said)
    captured = _fetched(path, said, manners) if is_web(path) else _read(path, said)
    record, page = next(read_capture(captured)), page_of(captured)
    if field is not None and field not in known(record):
        raise terminal.Misuse(f"no field {field!r}; there are: {', '.join(known(record))}")
    if as_json:
        _write_json(record, field)
    elif field:
        evidence_tables.show_field(record, page, field)
    else:
        evidence_tables.show_all(record, page, title=f"{path}: {record.headline or 'no headline'}")


def _fetched(url: str, said: Said, manners: Manners) -> Captured:
    got = page_at(fetcher(manners), url)
    if isinstance(got, Lost):
        raise terminal.Failure(f"{got.name}: {got.reason}")
    return told(got, said)


def _read(path: str, said: Said) -> Captured:
    sources = tuple(islice(find_inputs((path,)), 2))
    if len(sources) > 1:
        raise click.UsageError(f"{path} is a folder; explain takes one page")
    try:
        return handed(sources[0], sources[0].read(), said)
    except InputError as error:
        raise terminal.Failure(str(error)) from error


def _write_json(record: Record, field: str | None) -> None:
    conflicts = [conflict for conflict in record.conflicts if field in (None, conflict.field)]
    evidence = {name: found for name, found in record.evidence.items() if field in (None, name)}
    said = {"conflicts": conflicts, "troubles": record.troubles, "evidence": evidence}
    terminal.write_json(said, indent=terminal.is_terminal())
