"""Page kinds, part of ``make quality``: pages that are no articles, and the data folder's, which are.

    python bench/page_kinds.py [--misses]

Each group of ``cases/kinds`` was written by people who had not seen the rules. `GROUPS` are learned from: each is told here
by a model that was trained without it, and so is every page of the data folder, by one that has not seen its domain.
`UNSEEN` (60 pages, and 20 articles) is not learned from, and nobody has looked at what is told wrong there: what to expect
elsewhere. Keep it so. The lists beside them give each page's kind, address and HTTP status.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import fold_models
import onrecord
from command import run_command
from onrecord import Record
from pages import folder, known_pages

GROUPS = (
    "first", "unseen", "second", "third", "fourth", "fifth", "sixth", "seventh", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
)  # fmt: skip
UNSEEN = "eighth"
KINDS = Path(__file__).parent.parent / "cases" / "kinds"


class Example(NamedTuple):
    """A page that is no article, or one easily mistaken for such."""

    name: str
    kind: str
    url: str
    status: str
    path: Path

    def record(self) -> Record:
        return onrecord.extract(self.path.read_bytes(), url=self.url, headers={":status": self.status})

    def saved(self) -> Record:
        """What the page's file alone tells, without its address and HTTP status."""
        return onrecord.extract(self.path.read_bytes())


def examples(group: str) -> Iterator[Example]:
    """The pages of one group."""
    for line in (KINDS / f"{group}.tsv").read_text("utf-8").splitlines():
        name, kind, url, status = line.split("\t")
        yield Example(name, kind, url, status, KINDS / f"{name}.html")


def figures(*, misses: bool = False) -> dict[str, float]:
    """Shares of pages told right: of those written for it, and of the data folder's articles."""
    told: dict[str, list[bool]] = {}
    for group in (*GROUPS, UNSEEN):
        with fold_models.KINDS.of(group):
            for example in examples(group):
                kind = example.record().page_type.value
                what = "articles" if example.kind == "article" else "no articles"
                of = "unseen group" if group == UNSEEN else "other groups"
                told.setdefault(f"{what}, {of}", []).append(kind == example.kind)
                saved = example.saved().page_type.value
                told.setdefault(f"{what}, {of}, the file alone", []).append(saved == example.kind)
                if misses and kind != example.kind and group != UNSEEN:
                    print(f"  {example.name}: {kind}, not {example.kind}")
    for page in known_pages(folder()):
        if page.kind != "snippet":
            with fold_models.KINDS.of(page.id):
                record = onrecord.extract(page.data, url=page.url)
            told.setdefault("articles of the folder", []).append(record.page_type == "article")
            if misses and not told["articles of the folder"][-1]:
                chosen = next((c for c in record.why("page_type") if c.chosen), None)
                print(
                    f"  {page.id}: {record.page_type.value}, {chosen.raw[:80] if chosen else ''!r} ({chosen.rule if chosen else ''}), {record.word_count} words"
                )
    return {name: sum(oks) / len(oks) for name, oks in told.items()}


def show(*, misses: bool) -> None:
    """Print the figures."""
    for name, value in figures(misses=misses).items():
        print(f"  {name:42s} {value:.4f}")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", action="store_true", help="name each page told wrong")
    show(misses=parser.parse_args().misses)
    return 0


if __name__ == "__main__":
    run_command(main)
