"""Page kinds, part of ``make quality``: pages that are no articles, and the data folder's, which are.

    python bench/page_kinds.py [--misses]

``cases/kinds/first`` was there when the rules were made; ``unseen`` and ``second`` to ``sixth`` were each written without a
look at the rules, judged once, and then looked at to mend the rules: the first looks are in
``docs/decisions/0011-page-kinds.md``. ``seventh`` (50 pages, 15 articles) was written in the same way, and no rule has seen
it: what to expect elsewhere. Keep it so: a rule that is made by looking at it ends that, and an eighth has to be written.
The lists beside them give each page's kind, address and HTTP status.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import onrecord
from onrecord import Record
from pages import folder, known_pages

GROUPS = ("first", "unseen", "second", "third", "fourth", "fifth", "sixth", "seventh")
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


def examples(group: str) -> Iterator[Example]:
    """The pages of one of `GROUPS`."""
    for line in (KINDS / f"{group}.tsv").read_text("utf-8").splitlines():
        name, kind, url, status = line.split("\t")
        yield Example(name, kind, url, status, KINDS / f"{name}.html")


def figures(*, misses: bool = False) -> dict[str, float]:
    """Shares of pages told right: of those written for it, and of the data folder's articles."""
    told: dict[str, list[bool]] = {}
    for group in GROUPS:
        for example in examples(group):
            kind = example.record().page_type.value
            what = "articles" if example.kind == "article" else "no articles"
            told.setdefault(f"{what}, {group}", []).append(kind == example.kind)
            if misses and kind != example.kind:
                print(f"  {example.name}: {kind}, not {example.kind}")
    for page in known_pages(folder()):
        if page.kind != "snippet":
            record = onrecord.extract(page.data, url=page.url)
            told.setdefault("articles of the folder", []).append(record.page_type == "article")
            if misses and not told["articles of the folder"][-1]:
                chosen = next((c for c in record.why("page_type") if c.chosen), None)
                print(
                    f"  {page.id}: {record.page_type.value}, {chosen.raw[:80] if chosen else ''!r} ({chosen.rule if chosen else ''}), {record.word_count} words"
                )
    return {name: sum(oks) / len(oks) for name, oks in told.items()}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", action="store_true", help="name each page told wrong")
    for name, value in figures(misses=parser.parse_args().misses).items():
        print(f"  {name:24s} {value:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
