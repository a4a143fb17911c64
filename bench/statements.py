"""``make quality``: attributed statements scored on the articles of dev.jsonl, beside what they must reach.

    python bench/statements.py [--pin] [--allow-lower]

The scorer is the data folder's own. ``--pin`` writes what is reached as the new floors, less a margin.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from command import run_command
from floors import Floors, add_flags
from onrecord.attribution.attribution import Attribution
from onrecord.attribution.layouts import laid_out
from onrecord.attribution.linker import attributions
from onrecord.attribution.quotations import quotations
from pages import scorer
from statement_data import Article, articles, folder

MUST = {
    "direct exact F1": (0.965, 0.980),
    "direct, right source": (0.930, 0.955),
    "content token F1": (0.892, 0.905),
    "content exact F1": (0.62, 0.66),
    "source exact F1": (0.75, 0.78),
    "given a source without one": (0.25, 0.15),
    "articles a CPU second": (80.0, 150.0),
    "model, MB": (15.0, 5.0),
}
"""Figure → what it must reach, and what is aimed at."""
LESS = {"given a source without one", "model, MB"}
"""Figures of which less is better."""
SET = "statements"
FLOORS = Floors(Path(__file__).with_name("statement_floors.json"), margin=0.004, less=LESS)
_NO_FLOOR = {"articles a CPU second", "model, MB"}
"""Speed is the machine's and size the file's."""

Found = dict[str, tuple[Attribution, ...]]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_flags(parser)
    args = parser.parse_args()
    known = list(articles("dev"))
    found = {a.id: attributions(a.text, quotations(a.text, "en")) for a in known}
    reached = figures(known, found) | {
        "given a source without one": given_one(known, found),
        "articles a CPU second": speed(known),
        "model, MB": megabytes(),
    }
    fallen = show(reached)
    plain = [a for a in known if not laid_out(a.text, quotations(a.text, "en"))]
    print(
        f"without the {len(known) - len(plain)} articles that are laid out as transcripts or signed quotations"
    )
    show_line("", figures(plain, found))
    print("by publisher")
    for publisher in sorted({a.publisher for a in known}):
        show_line(publisher, figures([a for a in known if a.publisher == publisher], found))
    by_kind(known, found)
    return FLOORS.end(args, {SET: {n: v for n, v in reached.items() if n not in _NO_FLOOR}}, fallen)


def figures(known: Sequence[Article], found: Found) -> dict[str, float]:
    """The scorer's figures for some of the articles."""
    with tempfile.TemporaryDirectory() as place:
        truth, said = Path(place, "truth.jsonl"), Path(place, "said.jsonl")
        _write(truth, ({"id": a.id, "text": a.text, "attributions": a.attributions} for a in known))
        _write(said, ({"id": a.id, "statements": [_spans(x) for x in found[a.id]]} for a in known))
        done = subprocess.run(
            [sys.executable, folder() / "score.py", said, "--truth", truth],
            capture_output=True,
            text=True,
            check=True,
        )
    return parsed(done.stdout)


def _write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def _spans(attribution: Attribution) -> dict[str, Any]:
    return {"content": attribution.content, "source": attribution.source, "cue": attribution.cue}


def parsed(printed: str) -> dict[str, float]:
    """The scorer's lines: a role, then a figure's name and its value."""
    out: dict[str, float] = {}
    for line in printed.splitlines()[1:]:
        role, words = line.split()[0], line.split()
        if "token" in words:
            out[f"{role} token F1"] = float(words[words.index("token") + 2])
        if "exact" in words:
            out[f"{role} exact F1"] = float(words[words.index("exact") + 2])
        if "found" in words:
            out["direct, right source"] = float(words[words.index("source") + 1])
    return out


def given_one(known: Sequence[Article], found: Found) -> float:
    """Share of the contents without a source in the truth that are given one."""
    given = [
        bool((best := _covering(found[a.id], (start, end))) and best.source)
        for a in known
        for attribution in a.attributions
        if not attribution["source"]
        for start, end in attribution["content"]
    ]
    return statistics.mean(given)


def _covering(found: Sequence[Attribution], span: tuple[int, int]) -> Attribution | None:
    """The attribution that holds most of the span, half of it at least."""
    start, end = span
    shared = [
        (sum(max(0, min(e, end) - max(s, start)) for s, e in a.content), n) for n, a in enumerate(found)
    ]
    most, which = max(shared, default=(0, 0))
    return found[which] if most * 2 >= end - start else None


def speed(known: Sequence[Article]) -> float:
    """Articles a second of CPU time, one thread, from the text to the attributions; the median of five rounds."""
    rounds = []
    for _ in range(5):
        began = time.process_time()
        for article in known:
            attributions(article.text, quotations(article.text, "en"))
        rounds.append(len(known) / (time.process_time() - began))
    return statistics.median(rounds)


def megabytes() -> float:
    from onrecord.attribution import tagger

    return sum(path.stat().st_size for path in (tagger.MODEL, tagger.VECTORS)) / 1e6


def by_kind(known: Sequence[Article], found: Found) -> None:
    """Per kind of content: how many there are, and which share is found, found to the letter, with its source."""
    score = scorer(folder())
    counts: Counter[tuple[str, str]] = Counter()
    for article in known:
        exact = {score.trim(article.text, *span) for a in found[article.id] for span in a.content}
        for truth in article.attributions:
            for start, end in truth["content"]:
                kind = _kind(score, article.text, start, end)
                best = _covering(found[article.id], (start, end))
                counts[kind, "all"] += 1
                counts[kind, "found"] += best is not None
                counts[kind, "exact"] += score.trim(article.text, start, end) in exact
                if truth["source"]:
                    counts[kind, "sourced"] += 1
                    counts[kind, "right"] += best is not None and any(
                        score.overlap(a, b) for a in best.source for b in truth["source"]
                    )
    print("by kind of content")
    for kind in ("direct", "mixed", "indirect"):
        every = counts[kind, "all"]
        found_, exact_ = counts[kind, "found"] / every, counts[kind, "exact"] / every
        right = counts[kind, "right"] / counts[kind, "sourced"]
        print(
            f"  {kind:9s} n {every:5d}   found {found_:.3f}   exact {exact_:.3f}   right source {right:.3f}"
        )


def _kind(score: ModuleType, text: str, start: int, end: int) -> str:
    inner, whole = score.quoted(text, start, end), score.trim(text, start, end)
    if not inner:
        return "indirect"
    return "direct" if sum(b - a for a, b in inner) >= 0.9 * (whole[1] - whole[0]) else "mixed"


def show(reached: dict[str, float]) -> list[str]:
    """Print each figure beside what it must reach; those that fell under their floors."""
    fallen = []
    print("statements (PolNeAR 1.0, dev)")
    for name, value in reached.items():
        must, aim = MUST.get(name, (None, None))
        line = f"  {name:28s} {value:8.4f}"
        if must is not None:
            held = value <= must if name in LESS else value >= must
            line += f"   must {must:g}   aim {aim:g}" + ("" if held else "   NOT REACHED")
        if FLOORS.is_under(SET, name, value):
            fallen.append(name)
            line += "   UNDER ITS FLOOR"
        print(line)
    return fallen


def show_line(name: str, reached: dict[str, float]) -> None:
    print(f"  {name:13s}" + "   ".join(f"{n} {v:.3f}" for n, v in reached.items() if n in MUST))


if __name__ == "__main__":
    run_command(main)
