"""``onrecord search``: ask the archive, in the language of docs/search.md."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

import click
import msgspec

from onrecord.cli import terminal
from onrecord.cli.archives import archive_option, opened
from onrecord.cli.given import TEXT, at_least, not_empty
from onrecord.cli.listing import write_csv
from onrecord.cli.queries import readable
from onrecord.quantities import quantity

if TYPE_CHECKING:
    from onrecord.archive import Archive
    from onrecord.search.hits import Facets, Hit

_COLUMNS = ("id", "url", "headline", "date_published", "publisher", "snippet")
_FACETS_SHOWN = 10
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


@click.command("search")
@click.argument("words", nargs=-1, metavar="QUERY", type=TEXT)
@archive_option
@click.option("--limit", type=at_least(1), metavar="N", default=20, show_default=True, help="Hits to show.")
@click.option(
    "--order",
    type=click.Choice(["rank", "date"]),
    default="rank",
    show_default=True,
    help="The best first, or the newest.",
)
@click.option("--facets", is_flag=True, help="Count publishers, languages, months and speakers too.")
@click.option("--json", "form", flag_value="json", help="Hits as one JSON array; with --facets an object.")
@click.option("--jsonl", "form", flag_value="jsonl", help="One JSON object a line.")
@click.option("--csv", "form", flag_value="csv", help="A table for a spreadsheet.")
@click.option("--save", metavar="NAME", type=TEXT, callback=not_empty, help="Keep the query under a name.")
@click.option("--saved", metavar="NAME", type=TEXT, help="Ask the query kept under a name.")
def command(words: tuple[str, ...], **flags: object) -> None:
    """Find articles.

    QUERY: words, "phrases", AND, OR, NOT, brackets, prefix*, NEAR/5, /s (one sentence), /p (one paragraph),
    atleast3(word), and fields: headline: standfirst: body: author: publisher: section: keyword: speaker: said: language:
    date:2022-02..2022-03 modified: captured: has:silent-edit has:conflict has:correction has:statement type: copies:hide
    versions:all. docs/search.md explains each.

    Put it in single quotation marks, so that the shell leaves its own alone. No hits is no error.
    """
    given = msgspec.convert(flags, _Flags)
    if given.facets and given.form in ("jsonl", "csv"):
        raise click.UsageError(f"--facets do not go into --{given.form}: use --json")
    if bool(words) == bool(given.saved):
        raise click.UsageError("give a QUERY, or the name of a saved one (--saved)")
    with opened(given.file) as archive, readable():
        query = _query(archive, " ".join(words), given)
        hits = archive.search(query, limit=given.limit + 1, order=given.order)
        facets = archive.facets(query) if given.facets else None
        if given.save:  # before anything is printed: nobody may be reading on
            archive.save_search(given.save, query)
        _print(query, terminal.at_most(given.limit, hits), facets, given.form)


class _Flags(msgspec.Struct, frozen=True):
    file: str
    limit: int
    order: Literal["rank", "date"]
    facets: bool
    form: str | None
    save: str | None
    saved: str | None


def _query(archive: "Archive", query: str, given: _Flags) -> str:
    if given.saved is None:
        return query
    known = archive.saved_searches()
    if given.saved not in known:
        raise terminal.Failure(f"no search is saved as {given.saved!r}")
    return known[given.saved]


def _print(query: str, hits: Iterable["Hit"], facets: "Facets | None", form: str | None) -> None:
    match form:
        case "json":
            found = [_object(hit) for hit in hits]
            whole = found if facets is None else {"hits": found, "facets": _counts(facets)}
            terminal.write_json(whole, indent=True)
        case "jsonl":
            for hit in hits:
                terminal.write_json(_object(hit))
        case "csv":
            write_csv(_COLUMNS, hits)
        case _:
            answered = False
            for hit in hits:
                answered = True
                terminal.show("\n".join(_lines(hit)) + "\n\n")
            if not answered:
                terminal.complain(_nothing(query))
            if facets:
                terminal.show("".join(_facet_lines(facets)))


def _nothing(query: str) -> str:
    small = not {"and", "or", "not"}.isdisjoint(query.split())
    return "nothing found" + ("; in small letters and, or, not are words to look for" if small else "")


def _object(hit: "Hit") -> dict[str, object]:
    """A hit without the archive's own number."""
    return {name: value for name, value in msgspec.structs.asdict(hit).items() if name != "number"}


def _counts(facets: "Facets") -> dict[str, object]:
    return {
        name: dict(value) if isinstance(value, tuple) else value
        for name, value in msgspec.structs.asdict(facets).items()
    }


def _lines(hit: "Hit") -> Iterator[str]:
    yield _marked(hit.headline or "(no headline)", hit.headline_marks if hit.headline else ())
    about = (hit.publisher, hit.date_published, hit.id)
    yield _dim(" · ".join(terminal.visible(part) for part in about if part))
    if hit.url:
        yield _dim(terminal.visible(hit.url))
    if hit.snippet:
        yield "  " + _marked(hit.snippet, hit.marks)


def _marked(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """``text`` with its marks in bold where a person looks on; plain elsewhere."""
    if not terminal.is_terminal():
        return terminal.visible(" ".join(text.split()))
    parts, at = [], 0
    for start, end in marks:
        parts += [terminal.visible(text[at:start]), _BOLD, terminal.visible(text[start:end]), _PLAIN]
        at = end
    return "".join((*parts, terminal.visible(text[at:]))).replace("\n", " ")


def _dim(text: str) -> str:
    return f"{_DIM}{text}{_PLAIN}" if terminal.is_terminal() else text


def _facet_lines(facets: "Facets") -> Iterator[str]:
    whole = "" if facets.complete else " (the newest that were looked at; there are more)"
    yield f"{quantity(facets.total, 'article')}{whole}\n"
    for name in ("publisher", "language", "month", "speaker"):
        counts: tuple[tuple[str, int], ...] = getattr(facets, name)
        if counts:
            more = f", … {len(counts) - _FACETS_SHOWN} more" if len(counts) > _FACETS_SHOWN else ""
            chosen = counts[-_FACETS_SHOWN:] if name == "month" else counts[:_FACETS_SHOWN]
            shown = ", ".join(f"{terminal.visible(value)} {number:,}" for value, number in chosen)
            yield f"{name}: {shown}{more}\n"
