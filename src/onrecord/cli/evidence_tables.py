"""A record's evidence as text a person can read, on a terminal or in a file."""

import io
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.body.choices import Part
from onrecord.body.text import read_article
from onrecord.cli import terminal
from onrecord.evidence import Place, Source, Trouble
from onrecord.fields import in_order
from onrecord.page import Page, collapse
from onrecord.readers import visible
from onrecord.record import Candidate, Conflict, Record
from onrecord.whereabouts import cut, excerpt, find_span, position

_WIDTH = 100
"""Columns where no terminal tells its own."""

_VALUE, _EXCERPT, _PATH = 120, 60, 50
"""Characters of a value, an excerpt and a path that the overview shows."""

_CHOSEN, _SAME, _LEFT = Text("✓", "green"), Text("=", "green"), Text("✗", "red")


def _mark(candidate: Candidate, candidates: Iterable[Candidate]) -> Text:
    """Chosen, left because it says the same, or left because it says another thing."""
    if candidate.chosen:
        return _CHOSEN
    same = any(other.chosen and other.value == candidate.value for other in candidates)
    return _SAME if same else _LEFT


def show_all(record: Record, page: Page, title: str = "") -> None:
    """Print the overview: conflicts, troubles, then each field with its candidates; long values are cut."""
    _print(_overview(record, page, title))


def show_field(record: Record, page: Page, field: str) -> None:
    """Print one field with nothing cut."""
    _print(_whole_field(record, page, field))


def _print(parts: Iterable[RenderableType]) -> None:
    """With the colours of the terminal; plain lines of a fixed width anywhere else."""
    on_terminal = terminal.is_terminal()
    out = io.StringIO()
    console = Console(
        file=out, width=None if on_terminal else _WIDTH, force_terminal=on_terminal, highlight=False, markup=False,
        emoji=False, legacy_windows=False,
    )  # fmt: skip
    for part in parts:
        console.print(part)
    text = out.getvalue()
    terminal.show(text if on_terminal else "".join(line.rstrip() + "\n" for line in text.splitlines()))


def _said(text: object, style: str = "") -> Text:
    """Words of a page: on one line, harmless to a terminal."""
    return Text(terminal.visible(collapse(str(text))), style)


# The overview


def _overview(record: Record, page: Page, title: str) -> Iterator[RenderableType]:
    if title:
        yield _said(cut(title, _VALUE), "bold")
        yield Text()
    yield from _conflicts(record.conflicts, record, page)
    yield from _troubles(record.troubles, page)
    for field in in_order({name for name, candidates in record.evidence.items() if candidates}):
        yield _said(field, "bold")
        yield from _candidates(record.why(field), page)


def _conflicts(conflicts: Iterable[Conflict], record: Record, page: Page) -> Iterator[RenderableType]:
    for conflict in conflicts:
        yield Text.assemble(
            ("conflict in ", "yellow"), _said(conflict.field, "bold yellow"), ": ", _said(conflict.what)
        )
        for value, place in zip(conflict.values, conflict.places, strict=True):
            source = next((c.source.value for c in record.why(conflict.field) if c.place == place), "")
            yield _row(
                Text("·"),
                _said(cut(value, _VALUE)),
                Text(source, "cyan"),
                _at(place, value, page),
                _path(place),
            )
        yield Text()


def _troubles(troubles: Iterable[Trouble], page: Page) -> Iterator[RenderableType]:
    found = tuple(troubles)
    for trouble in found:
        line = Text.assemble(
            ("trouble: ", "yellow"), _said(trouble.code, "bold"), ": ", _said(trouble.detail)
        )
        if span := find_span(page, trouble.place, ""):
            line.append(f" (at {position(page, span.start)})")
        yield line
    if found:
        yield Text()


def _candidates(candidates: Sequence[Candidate], page: Page) -> Iterator[RenderableType]:
    for candidate in candidates:
        mark = _mark(candidate, candidates)
        place, raw = candidate.place, candidate.raw
        value = _said(cut(_value(candidate), _VALUE))
        yield _row(mark, value, Text(candidate.source, "cyan"), _at(place, raw, page), _said(candidate.rule))
        if around := _around(place, raw, page):
            yield Padding(around, (0, 0, 0, 5))
    yield Text()


def _row(mark: Text, value: Text, source: Text, at: Text, why: Text) -> RenderableType:
    """One line of what is a single table over all fields: the columns are as wide everywhere."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=1)
    table.add_column(ratio=5, overflow="fold")
    table.add_column(width=12)
    table.add_column(width=8)
    table.add_column(ratio=4, overflow="fold")
    table.add_row(mark, value, source, at, why)
    return Padding(table, (0, 0, 0, 2))


def _at(place: Place, raw: str, page: Page) -> Text:
    span = find_span(page, place, raw)
    return Text(position(page, span.start) if span else "–", "dim")


def _path(place: Place) -> Text:
    """The end of a path tells more than its beginning."""
    path = place.json or place.css or ""
    return _said(path if len(path) <= _PATH else "…" + path[1 - _PATH :], "dim")


def _around(place: Place, raw: str, page: Page) -> Text:
    """Path and words around, on one line."""
    line = _path(place)
    if (span := find_span(page, place, raw)) and span.exact:
        line.append("  " * bool(line)).append(_said(excerpt(page, span, _EXCERPT)))
    line.no_wrap, line.overflow, line.style = True, "ellipsis", "dim"
    return line


def _value(candidate: Candidate) -> str:
    """The value, or the raw words where nothing could be read from them."""
    value = candidate.value
    if isinstance(value, bool):
        return str(value).lower()
    return f"(not read) {candidate.raw}" if value is None else str(value)


_HOW_LIKELY = (
    "How likely the model takes each for the article, and the features that spoke most for it (+) or against it (-), "
    "in log odds, each with its value."
)


# One field in full


def _whole_field(record: Record, page: Page, field: str) -> Iterator[RenderableType]:
    yield _said(field, "bold")
    yield Text()
    yield from _conflicts((c for c in record.conflicts if c.field == field), record, page)
    candidates = record.why(field)
    blocks = tuple(_blocks(page)) if field == "article_body" else ()
    for candidate in candidates:
        joined = blocks and candidate.source is Source.BODY
        value = "(the blocks marked ✓ below, joined)" if joined else _value(candidate)
        yield _marked(_mark(candidate, candidates), _lines(value))
        yield Padding(_facts(candidate, page), (0, 0, 1, 2))
    if blocks:
        yield _said("blocks of the page, kept or left", "bold")
        yield Text(_HOW_LIKELY, "dim")
        yield Text()
        yield from blocks
    elif not candidates:
        yield Text("The page does not say.")


def _marked(mark: Text, text: Text) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=1)
    table.add_column(ratio=1, overflow="fold")
    table.add_row(mark, text)
    return table


def _lines(text: str) -> Text:
    """Words of a page with their line breaks, harmless to a terminal."""
    return Text(terminal.visible(text))


def _facts(candidate: Candidate, page: Page) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=7, style="dim")
    table.add_column(ratio=1, overflow="fold")
    for name, text in _named_facts(candidate, page):
        table.add_row(name, _lines(text))
    return table


def _named_facts(candidate: Candidate, page: Page) -> Iterator[tuple[str, str]]:
    place = candidate.place
    yield "why", candidate.rule
    yield "source", candidate.source.value
    yield "raw", "the same words" if candidate.raw == candidate.value else candidate.raw
    span = find_span(page, place, candidate.raw)
    if span:
        line, column = position(page, span.start).split(":")
        what = "" if span.exact else "in the script at "
        yield "where", f"{what}line {line}, column {column} (characters {span.start} to {span.end})"
    if place.json:
        yield "json", place.json
    if place.css:
        yield "css", place.css
    if span and span.exact:
        yield "excerpt", excerpt(page, span, 4 * _EXCERPT)


def _blocks(page: Page) -> Iterator[RenderableType]:
    """Every block in the order of the page, and what became of it; none of a page without mark-up."""
    from onrecord.body.reasons import reasons_of  # brings numpy

    article = read_article(page, visible.read(page))
    reasons = reasons_of(page, article.cut)
    for block, choice, why in zip(article.cut.blocks, article.choices, reasons, strict=True):
        strongest = "; ".join(f"{one.adds:+.1f} {one.feature} {one.value:.3g}" for one in why.strongest)
        parts = Text.assemble(
            (f"{choice.part.value}: ", "cyan"), (terminal.visible(choice.reason), "dim"), "\n",
            (f"{why.probability:.0%} likely: {strongest}", "dim"), "\n", _lines(block.text),
        )  # fmt: skip
        yield Padding(_marked(_CHOSEN if choice.part is Part.ARTICLE else _LEFT, parts), (0, 0, 1, 0))
