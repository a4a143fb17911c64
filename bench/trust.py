"""``make trust``: how often each source is right where it speaks: what the judge's trust table was made from.

For every field with a known answer and every source, over the development pages: on how many pages it speaks, and
how often what it says first is right (of authors: the F1 of the names). Then, for dates, which of two sources is
right where they differ. Nothing is chosen here: this is what the judge has to choose from.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterator
from types import ModuleType

from command import run_command
from onrecord.evidence import Evidence
from onrecord.page import open_page
from onrecord.readers import READERS
from onrecord.values.moments import parse_moment
from onrecord.values.people import parse_byline
from pages import Known, folder, known_pages, scorer

Row = tuple[str, str, float]
"""Figure, source, and how right what it says first is."""


def main() -> int:
    path = folder()
    score = scorer(path)
    table: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    pairs: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for page in known_pages(path):
        rows = list(rated(page, score))
        for figure, source, right in rows:
            table[page.kind, figure, source].append(right)
        days = {source: right for figure, source, right in rows if figure == "published day"}
        for (a, first), (b, second) in itertools.combinations(sorted(days.items()), 2):
            pairs[page.kind, a, b][2 if first == second else 0 if first else 1] += 1
    show(table, pairs)
    return 0


def rated(page: Known, score: ModuleType) -> Iterator[Row]:
    """Each source's first word on each field that has a known answer, rated 0 to 1."""
    truth = page.truth
    opened = open_page(page.data, url=page.url)
    first: dict[tuple[str, str], Evidence] = {}
    for read in READERS:
        for e in read(opened):
            if isinstance(e, Evidence):
                first.setdefault((e.field, str(e.source)), e)
    for (field, source), e in first.items():
        if field == "headline" and truth.get("headline"):
            yield "headline", source, float(score.plain(e.raw) == score.plain(truth["headline"]))
        elif field == "author" and truth.get("authors"):
            names = score.names([a.name for a in parse_byline(e.raw).authors])
            yield "authors F1", source, score.set_f1(names, score.names(truth["authors"]))
        elif field == "date_published" and truth.get("published"):
            moment = parse_moment(e.raw, language=truth.get("language"))
            if moment:
                yield "published day", source, float(score.same_day(moment.value, truth["published"]))


def show(
    table: dict[tuple[str, str, str], list[float]], pairs: dict[tuple[str, str, str], list[int]]
) -> None:
    for kind in ("news", "article"):
        for figure in ("headline", "authors F1", "published day"):
            print(f"{kind}: {figure}, pages where the source speaks, how right its first word is")
            rows = [(s, v) for (k, f, s), v in table.items() if (k, f) == (kind, figure)]
            for source, values in sorted(rows, key=lambda row: -len(row[1])):
                print(f"  {source:16s} {len(values):4d}  {sum(values) / len(values):.3f}")
    print("published day, where two sources differ: first right, second right; both alike")
    for (kind, a, b), (left, right, alike) in sorted(pairs.items(), key=lambda row: -sum(row[1][:2]))[:20]:
        print(f"  {kind:8s} {a:14s} {b:14s} {left:3d} {right:3d}; {alike}")


if __name__ == "__main__":
    run_command(main)
