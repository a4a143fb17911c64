"""``make quality``: who speaks, to full name and role, on the articles labelled by hand.

    python bench/speakers.py [--show] [--pin] [--allow-lower]

"Given true spans" hands the resolver the labelled content and source; "end to end" starts from the text. ``--show``
prints what is wrong on the seen half; of the unseen half nothing but figures is ever printed. ``--pin`` writes what is
reached as the new floors, less a margin; it refuses to lower one unless ``--allow-lower`` is given too.
"""

import argparse
import json
import re
import statistics
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from command import run_command
from floors import Floors, add_flags
from labelled import Article, Label, own_articles, split, wikinews
from onrecord.attribution.attribution import Attribution
from onrecord.attribution.quotations import quotations
from onrecord.attribution.roles import without_determiner
from onrecord.attribution.speakers import resolve
from onrecord.extraction import statements
from onrecord.record import Speaker
from pages import folder

HALF = 0.5
"""Share of a label's content that a statement has to cover to be the same."""


FLOORS = Floors(Path(__file__).with_name("speaker_floors.json"), margin=0.004)
MUST, AIM = 0.85, 0.92
"""What "name and role" given true spans must reach on the unseen half, and what is aimed at."""
COUNTED = "statements"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true", help="print what is wrong on the seen half")
    add_flags(parser)
    args = parser.parse_args()
    reached = scores(folder() / "statements" / "wikinews.jsonl", show=args.show)
    fallen = [line for half in reached for line in show_half(half, reached[half])]
    dev = folder() / "statements" / "dev.jsonl"
    if dev.exists():
        rate = speed([json.loads(line)["text"] for line in dev.read_text("utf-8").strip().split("\n")])
        print(
            f"statements with speakers, articles a CPU second on one thread: {rate:.1f}   must 80   aim 150"
        )
    with_floors = {half: {n: v for n, v in rows.items() if n != COUNTED} for half, rows in reached.items()}
    return FLOORS.end(args, with_floors, fallen)


def speed(texts: Sequence[str]) -> float:
    """Articles a CPU second from text to speakers, language unknown: the median of three passes."""
    statements(texts[0])  # the model is loaded once
    seconds = []
    for _ in range(3):
        start = time.process_time()
        for text in texts:
            statements(text)
        seconds.append(time.process_time() - start)
    return len(texts) / statistics.median(seconds)


def show_half(half: str, figures: dict[str, float]) -> list[str]:
    """Print one half's figures; those that fell under their floors."""
    print(f"speakers, {half} half ({figures[COUNTED]:.0f} statements)")
    fallen = []
    for name, value in figures.items():
        if name == COUNTED:
            continue
        note = ""
        if half == "unseen" and name == "name and role, given true spans":
            note = f"   must {MUST}   aim {AIM}" + "   NOT REACHED" * (value < MUST)
        if FLOORS.is_under(half, name, value):
            fallen.append(f"{half} {name}")
            note += "   UNDER"
        print(f"  {name:32s} {value:.4f}{note}")
    return fallen


def scores(wikinews_file: Path, *, show: bool = False) -> dict[str, dict[str, float]]:
    """Half → figure → value. The two sets count together, each label once."""
    sets = [own_articles()]
    if wikinews_file.exists():
        sets.append(wikinews(wikinews_file))
    halves = [split(articles) for articles in sets]
    result = {}
    for at, name in enumerate(("seen", "unseen")):
        articles = [article for half in halves for article in half[at]]
        result[name] = _figures(articles, show=show and name == "seen")
    return result


def _figures(articles: Iterable[Article], *, show: bool) -> dict[str, float]:
    count = names = given = both = found = 0
    for article in articles:
        quoted = quotations(article.text, article.language)
        truth = [Attribution(label.content, label.source, (), 1.0) for label in article.labels]
        speakers = resolve(article.text, truth, quoted)
        read = statements(article.text, language=article.language)
        for label, speaker in zip(article.labels, speakers, strict=True):
            count += 1
            named = _right(speaker.name, label.names)
            right = named and _right(speaker.role, label.roles)
            names += named
            given += right
            if show and not right:
                print(f"  {article.name}: {speaker} should be {label.names} {label.roles}")
            best = max(read, key=lambda s: _covered(label, s.content), default=None)
            same = best is not None and _covered(label, best.content) >= HALF
            found += same
            ok = best is not None and same and _is_right(best.speaker, label)
            both += ok
            if show and right and not ok:
                content = article.text[label.content[0][0] :][:50]
                print(
                    f"    end to end {article.name}: {content!r} {best.speaker if best and same else 'not found'}"
                )
    total = max(1, count)
    return {
        COUNTED: float(count),
        "name, given true spans": names / total,
        "name and role, given true spans": given / total,
        "found, end to end": found / total,
        "name and role, end to end": both / total,
    }


def _is_right(speaker: Speaker, label: Label) -> bool:
    return _right(speaker.name, label.names) and _right(speaker.role, label.roles)


def _right(said: str | None, answers: tuple[str | None, ...]) -> bool:
    return _plain(said) in {_plain(answer) for answer in answers}


def _plain(words: str | None) -> str | None:
    if words is None:
        return None
    return re.sub(r"\s+", " ", without_determiner(words.replace("’", "'"))).strip().casefold()


def _covered(label: Label, content: tuple[tuple[int, int], ...]) -> float:
    size = sum(end - start for start, end in label.content)
    return sum(max(0, min(e, b) - max(s, a)) for s, e in label.content for a, b in content) / size


if __name__ == "__main__":
    run_command(main)
