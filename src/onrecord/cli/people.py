"""``onrecord people``: who is quoted, and with what."""

from typing import TYPE_CHECKING

import click
import msgspec

from onrecord.cli import terminal
from onrecord.cli.archives import archive_option, opened
from onrecord.cli.changed_words import marked, said
from onrecord.cli.given import TEXT, days_options, limit_option
from onrecord.cli.listing import show_list
from onrecord.quantities import quantity
from onrecord.values.speakers import role_beside

if TYPE_CHECKING:
    from onrecord.archive import Archive, Person, Remark, Retold

_PERSON = ("key", "name", "named", "role", "statements", "articles", "publishers", "first", "last")
_REMARK = (
    "id", "number", "speaker", "role", "kind", "words", "headline", "publisher", "language", "date_published", "link",
    "confidence",
)  # fmt: skip


class _Flags(msgspec.Struct, frozen=True):
    publisher: str | None
    since: str | None
    until: str | None
    retold: bool
    limit: int
    form: str | None


@click.command("people")
@click.argument("name", required=False, type=TEXT)
@click.option(
    "--publisher", type=TEXT, help="As this publisher reports; of one that states no name, its host."
)
@days_options
@click.option("--retold", is_flag=True, help="Of NAME: the same words as several publishers report them.")
@limit_option
@click.option("--json", "form", flag_value="json", help="As JSON.")
@click.option("--csv", "form", flag_value="csv", help="A table for a spreadsheet.")
@archive_option
def command(name: str | None, file: str, **flags: object) -> None:
    """Show who is quoted most; with NAME, what they said.

    What they said comes in order of time. A name counts once however it is written: case, accents, "the" and "Mr" apart.
    Pages must have been added with --statements.
    """
    given = msgspec.convert(flags, _Flags)
    if given.retold and (name is None or given.publisher or given.form == "csv"):
        raise click.UsageError("--retold goes with a NAME, and not with --publisher or --csv")
    with opened(file) as archive:
        _print(archive, name, given)


def _print(archive: "Archive", name: str | None, given: _Flags) -> None:
    if name is None:
        found = archive.people(
            publisher=given.publisher, limit=given.limit + 1, since=given.since, until=given.until
        )
        show_list(terminal.at_most(given.limit, found), given.form, _PERSON, _person, "nobody is quoted\n")
        return
    archive.person(name, publisher=given.publisher, since=given.since, until=given.until)
    if given.retold:
        groups = terminal.at_most(given.limit, archive.retold(name, since=given.since, until=given.until))
        show_list(groups, given.form, (), _retold, "no words of theirs are told by two publishers\n")
        return
    remarks = archive.remarks(
        name, publisher=given.publisher, limit=given.limit + 1, since=given.since, until=given.until
    )
    show_list(terminal.at_most(given.limit, remarks), given.form, _REMARK, _remark, "")


def _person(one: "Person") -> str:
    name = said(
        ", ".join(filter(None, (one.name, role_beside(one.name, one.role))))
        + " (described)" * (not one.named)
    )
    return f"{one.statements:>5}  {name}: {quantity(one.articles, 'article')} of {quantity(one.publishers, 'publisher')}\n"


def _remark(one: "Remark") -> str:
    return f"{_where(one)}    {said(one.words)}\n"


def _where(one: "Remark") -> str:
    return f"{one.at[:10]}  {said(one.publisher)}  {one.id} statement {one.number}\n"


def _retold(one: "Retold") -> str:
    told = (
        f"{_where(telling.remark)}    {marked(telling.words) if telling.words else said(telling.remark.words)}\n"
        for telling in one.tellings
    )
    return "".join(told) + "\n"
