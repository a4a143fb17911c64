"""``make demo``: the pages named in cases/demo.txt, each as a compact record and the evidence for it."""

import json
import textwrap
from collections.abc import Iterator
from pathlib import Path

import msgspec

from command import run_command
from onrecord.cli import evidence_tables, terminal
from onrecord.extraction import extract
from onrecord.page import open_page
from onrecord.record import Record
from onrecord.values.moments import Moment

CASES = Path(__file__).parent.parent / "cases"
TOLD = ("headline", "author", "date_published", "date_modified", "publisher")
"""The fields whose evidence is shown; `onrecord explain` shows them all."""


def main() -> None:
    names = (CASES / "demo.txt").read_text().split()
    for number, name in enumerate(names, start=1):
        show(name, f"{number} of {len(names)}")
    first = f"cases/{names[0]}/page.html"
    terminal.show(f"All fields of one page:      .venv/bin/onrecord explain {first}\n")
    terminal.show(f"The record itself, as JSON:  .venv/bin/onrecord extract {first}\n")


def show(name: str, number: str) -> None:
    """One page: why it is here, its record in short, and the evidence for its main fields."""
    case = json.loads((CASES / name / "case.json").read_text())
    data = (CASES / name / "page.html").read_bytes()
    record = extract(data, url=case["url"])
    why = textwrap.fill(case["why"], 92, initial_indent="  ", subsequent_indent="  ")
    lines = "".join(f"{label:>12}  {terminal.visible(text)}\n" for label, text in compact(record))
    bar = f"── {number}: cases/{name}/page.html ".ljust(100, "─")
    terminal.show(f"{bar}\n\n{why}\n\n{lines}\n")
    evidence = {field: record.evidence[field] for field in TOLD if record.evidence.get(field)}
    page = open_page(data, url=case["url"])
    evidence_tables.show_all(msgspec.structs.replace(record, evidence=evidence), page)


def compact(record: Record) -> Iterator[tuple[str, str]]:
    """The record's main fields, each on a line; what the page does not say is said to be so."""
    yield "headline", record.headline or "–"
    yield "by", ", ".join(author.name for author in record.author) or "–"
    yield "publisher", (record.publisher and record.publisher.name) or "–"
    yield "published", moment(record.date_published)
    yield "modified", moment(record.date_modified)
    yield "language", record.in_language or "–"
    yield "page", record.page_type.value
    body = record.article_body or ""
    yield (
        "text",
        f"{record.word_count or 0} words in {len(record.blocks)} blocks: {body[:70].splitlines()[0] if body else ''}…",
    )
    yield "id", record.id


def moment(date: Moment | None) -> str:
    return f"{date.value}  (to the {date.precision}, zone: {date.zone})" if date else "–"


if __name__ == "__main__":
    run_command(main)
