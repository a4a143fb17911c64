"""``onrecord diff``: what changed between versions of an article."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from onrecord.cli import terminal
from onrecord.cli.archives import archive_option, opened, tell_what_is_left_out
from onrecord.cli.changed_words import marked, said
from onrecord.cli.given import TEXT

if TYPE_CHECKING:
    from onrecord.archive import Change, Diff


@click.command("diff")
@click.argument("key", metavar="ID|URL", type=TEXT)
@click.argument("other", required=False, metavar="[ID]", type=TEXT)
@click.option("--all", "every", is_flag=True, help="Every step from the first version to the newest.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, a line for each step.")
@archive_option
def command(key: str, other: str | None, file: str, *, every: bool, as_json: bool) -> None:
    """Show what changed between two versions of an article.

    With one ID or URL, from the version before it. Words that went are in [-brackets-], words that came in {+braces+}.
    Another time stamp, boilerplate, or related links are no change.
    """
    with opened(file) as archive:
        if every:
            diffs = list(archive.changes(key))
        else:
            found = archive.diff(key, other)
            diffs = [] if found is None else [found]
        alone = len(list(archive.versions(key))) == 1
        if other is None:
            tell_what_is_left_out(archive, key)
    if as_json:
        for diff in diffs:
            terminal.write_json(diff)
    elif not diffs:
        terminal.show("one version only\n" if alone else "no version before it\n")
    else:
        for diff in diffs:
            terminal.show("".join(line + "\n" for line in _lines(diff)))


def _lines(diff: "Diff") -> Iterator[str]:
    yield f"{diff.before} → {diff.after}"
    if diff.silent:
        yield "SILENT EDIT: the words changed, with no newer modified time and no correction note"
    if not diff.changed:
        yield "no change"
    for field in diff.fields:
        yield f"  {field.field}: " + (
            marked(field.words) if field.words else f"{said(field.before)} → {said(field.after)}"
        )
    for title, changes in (
        ("corrections", diff.corrections),
        ("text", diff.sentences),
        ("statements", diff.statements or ()),
    ):
        if changes:
            yield f"  {title}:"
            yield from (f"    {_change(change)}" for change in changes)


def _change(change: "Change") -> str:
    if change.kind == "reworded":
        return "~ " + marked(change.words)
    sign = {"added": "+", "removed": "-", "moved": "↕"}[change.kind]
    return f"{sign} {said(change.after if change.after is not None else change.before)}"
