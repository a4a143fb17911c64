"""``onrecord stories``: events that several articles tell of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
import msgspec

from onrecord.cli import terminal
from onrecord.cli.archives import archive_option, opened
from onrecord.cli.changed_words import said
from onrecord.cli.given import TEXT, at_least, days_options, limit_option
from onrecord.quantities import quantity

if TYPE_CHECKING:
    from onrecord.archive import Coverage, Story


@click.command("stories")
@click.argument("key", metavar="[ID|URL]", required=False, type=TEXT)
@days_options
@click.option(
    "--least",
    type=at_least(2),
    metavar="N",
    default=2,
    show_default=True,
    help="Articles that tell of it at least.",
)
@limit_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@archive_option
def command(key: str | None, file: str, *, as_json: bool, **asked: object) -> None:
    """Show events that several articles tell of.

    The newest first; with an article, the event that it tells of.

    Of an article: who tells of it, who was first, and which statements are in all of them and which in one only.
    """
    told = msgspec.convert(asked, _Asked)
    with opened(file) as archive:
        answer: list[Story] | Coverage
        if key is not None:
            answer = archive.story(key)
        else:
            found = archive.stories(**{**msgspec.structs.asdict(told), "limit": told.limit + 1})
            answer = list(terminal.at_most(told.limit, found))
    if as_json:
        terminal.write_json(answer, indent=True)
    elif isinstance(answer, list):
        terminal.show("".join(map(_story, answer)) or "no event that several articles tell of\n")
    else:
        terminal.show("".join(_coverage(answer)))


class _Asked(msgspec.Struct, frozen=True):
    since: str | None
    until: str | None
    least: int
    limit: int


_NAMED = 10
"""Publishers of an event that are named."""


def _story(one: "Story") -> str:
    more = len(one.publishers) - _NAMED
    publishers = said(", ".join(one.publishers[:_NAMED])) + (f", … {more:,} more" if more > 0 else "")
    return (
        f"{one.first[:10]}  {one.articles:>3} articles  {said(one.headline)}\n                {publishers}\n"
    )


def _coverage(told: "Coverage") -> Iterator[str]:
    yield f"{quantity(told.story.articles, 'article')}, {quantity(len(told.story.publishers), 'publisher')}: {said(', '.join(told.names))}\n\n"
    for one in told.reports:
        first = "first" if one.first else "     "
        copy = f"    copy of {one.copy_of}\n" if one.copy_of else ""
        yield f"{one.at:<20}  {first}  {said(one.publisher)}  {one.id}\n    {said(one.headline)}\n{copy}"
    if more := told.story.articles - len(told.reports):
        yield f"… and {more:,} more\n"
    for title, wanted in (("in all that quote anybody", True), ("in some, or in one", False)):
        chosen = [one for one in told.statements if one.in_all is wanted]
        if chosen:
            yield f"\nstatements {title}:\n"
        for statement in chosen:
            for remarks in statement.wordings:
                where = ", ".join(dict.fromkeys(said(remark.publisher) for remark in remarks))
                yield f"  {said(statement.speaker)}: {said(remarks[0].words)}\n    {where}\n"
