"""``make bench-stories``: how well articles of one event are found, over cases/stories, and what an article costs.

    python bench/stories.py [--wrong] [--articles N]

Two halves of labelled articles, written for this: thresholds are settled on the first, the second is only measured.
B-cubed: of each article, how much of the story it was put in is of its event (precision), and how much of its event
is in that story (recall), averaged over articles. Pairs: the same counted over pairs of articles. Each half is added
in ten orders, since what an article joins depends on what is there: by time, the other way round, and shuffled.
``--wrong`` names the pairs of the first half that were joined or parted wrongly when added by time.
"""

import argparse
import itertools
import random
import sqlite3
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from command import run_command
from made_articles import articles
from onrecord.archive.gist import gist_of
from onrecord.archive.schema import run_script
from onrecord.archive.stories import STORIES, day_of, keep_story
from story_cases import Labelled, labelled

SHUFFLES = 8
WINDOW = 2_000
A_DAY = 100


class Figures(NamedTuple):
    """0 to 1."""

    precision: float
    recall: float
    pair_precision: float
    pair_recall: float


def stories_of(cases: Sequence[Labelled], order: Sequence[int]) -> list[int]:
    """The story that each case is put in when they come in ``order``."""
    connection = empty()
    for at in order:
        record = cases[at].record
        keep_story(connection, at + 1, day_of(moment(cases[at])), gist_of(record))
    found = dict(connection.execute("SELECT article - 1, story FROM story_article"))
    return [found[at] for at in range(len(cases))]


def empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE article (number INTEGER PRIMARY KEY)")
    run_script(connection, STORIES)
    return connection


def moment(case: Labelled) -> str:
    published = case.record.date_published
    return published.value if published else ""


def score(cases: Sequence[Labelled], found: Sequence[int]) -> Figures:
    both = Counter(zip((c.event for c in cases), found, strict=True))
    events, stories = Counter(c.event for c in cases), Counter(found)
    share = [
        (both[case.event, story], stories[story], events[case.event])
        for case, story in zip(cases, found, strict=True)
    ]
    pairs, joined, alike = (sum(n * (n - 1) // 2 for n in c.values()) for c in (both, stories, events))
    return Figures(
        sum(hit / story for hit, story, _ in share) / len(cases),
        sum(hit / event for hit, _, event in share) / len(cases),
        pairs / joined if joined else 1.0,
        pairs / alike,
    )


def orders(cases: Sequence[Labelled]) -> Iterator[list[int]]:
    by_time = sorted(range(len(cases)), key=lambda at: moment(cases[at]))
    yield by_time
    yield by_time[::-1]
    for seed in range(SHUFFLES):
        yield random.Random(seed).sample(by_time, len(by_time))


def measure(half: str) -> tuple[Figures, Figures, int, int]:
    """The mean over all orders, the worst of each figure, and how many articles and events there are."""
    cases = list(labelled(half))
    all_of_them = [score(cases, stories_of(cases, order)) for order in orders(cases)]
    columns = list(zip(*all_of_them, strict=True))
    return (
        Figures(*map(statistics.fmean, columns)),
        Figures(*map(min, columns)),
        len(cases),
        len({case.event for case in cases}),
    )


def name_wrong() -> None:
    cases = list(labelled("first"))
    found = stories_of(cases, next(orders(cases)))
    for a, b in itertools.combinations(range(len(cases)), 2):
        same, joined = cases[a].event == cases[b].event, found[a] == found[b]
        if same != joined:
            print(
                f"{'joined' if joined else 'parted'}: {cases[a].record.headline} | {cases[b].record.headline}"
            )


def cost(number: int) -> None:
    """CPU milliseconds that the stories take of an article, early and late, where days stay alike and where they fill."""
    given = list(articles(number))
    spread = [738_000 + at // A_DAY for at in range(number)]
    crowded = [738_000 + at % 60 for at in range(number)]
    for name, days in ((f"{A_DAY} articles a day", spread), ("all in 60 days", crowded)):
        connection = empty()
        spent: list[float] = []
        for at, record in enumerate(given):
            began = time.process_time()
            keep_story(connection, at + 1, days[at], gist_of(record))
            spent.append(1_000 * (time.process_time() - began))
        early, late = statistics.fmean(spent[WINDOW : 2 * WINDOW]), statistics.fmean(spent[-WINDOW:])
        print(
            f"cost, {name}: {early:.2f} ms CPU an article at {2 * WINDOW:,}, {late:.2f} at {number:,}:"
            f" {late / early:.2f} times",
            flush=True,
        )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--articles", type=int, default=10_000)
    asked = parser.parse_args()
    for half in ("first", "unseen"):
        mean, worst, number, events = measure(half)
        f = 2 * mean.precision * mean.recall / (mean.precision + mean.recall)
        print(
            f"stories, {half}: {number} articles of {events} events, B-cubed precision {mean.precision:.3f}"
            f" (worst order {worst.precision:.3f}), recall {mean.recall:.3f} ({worst.recall:.3f}), F1 {f:.3f};"
            f" pairs: precision {mean.pair_precision:.3f}, recall {mean.pair_recall:.3f}"
        )
    if asked.wrong:
        name_wrong()
    if asked.articles:
        cost(asked.articles)
    return 0


if __name__ == "__main__":
    run_command(main)
