"""``make quality``: onrecord and its peers on the known pages, side by side in one run, beside floors.

    python bench/quality.py [--worst N] [--pin] [--allow-lower]

The body model is trained on these pages, so the text of each is chosen by the model of a fold that left its whole group
out (``make train`` makes and keeps them); what the shipped model gives is printed next to it. Everything is scored by
the data folder's own scorer. The peers' texts are kept in build/peers, so that the second run is quick.

``--worst`` lists the pages with the lowest text F1 and what is wrong there. ``--pin`` writes what is reached as the
new floors (less a margin for noise); it refuses to lower one unless ``--allow-lower`` is given too.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import encoding_matrix
import flattened
import page_kinds
from command import run_command
from floors import Floors, add_flags
from fold_models import BODY, KINDS
from onrecord.version import __version__
from pages import Known, folder, known_pages, prediction, scorer
from peer_texts import PYTHON, texts_of_peers
from side_by_side import show_side_by_side
from worst import show_worst

FLOORS = Floors(Path(__file__).with_name("floors.json"), margin=0.002)

LABELS = {
    "news": "fundus test pages",
    "article": "WCXB 1.0, type article",
    "snippet": "trafilatura evaluation pages",
    "flattened-seed": "the news pages as a crawler flattens them, bench/flattened.py",
    "flattened-own": "the same, values in the order of each page's JSON-LD",
    "flattened-alphabet": "the same, in the order of the alphabet",
    "flattened-leaves": "the same, own order, every inner value a line of its own",
    "encodings": "pages made from texts in 29 languages: python bench/encoding_matrix.py --misses",
    "page kinds": "pages told as what they are: python bench/page_kinds.py --misses",
}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--worst", type=int, default=0, metavar="N", help="list the N pages with the worst text"
    )
    add_flags(parser)
    args = parser.parse_args()
    path = folder()
    pages = list(known_pages(path))
    predictions = [_predicted(page) for page in _told(pages)]
    reached = {
        **scores(path, predictions),
        **{f"flattened-{order}": rows for order, rows in flattened.figures().items()},
        "encodings": encoding_matrix.figures(),
        "page kinds": page_kinds.figures(),
    }
    fallen = show(reached)
    compare(path, pages, predictions)
    if args.worst:
        show_worst(scorer(path), pages, [p["text"] for p in predictions], args.worst)
    with_floors = {
        kind: {name: value for name, value in figures.items() if not any(word in name for word in _NO_FLOOR)}
        for kind, figures in reached.items()
    }
    return FLOORS.end(args, with_floors, fallen)


def _told(pages: Sequence[Known]) -> Sequence[Known]:
    print(f"reading {len(pages)} pages", file=sys.stderr)
    return pages


def _predicted(page: Known) -> dict[str, Any]:
    with BODY.of(page.id), KINDS.of(page.id):
        return prediction(page)


def compare(path: Path, pages: Sequence[Known], predictions: Sequence[Mapping[str, Any]]) -> None:
    """Print the texts of all tools side by side."""
    print()
    print(
        "folds: each page read by a model that has seen neither it nor its group; shipped: by the one that has"
    )
    texts = {
        f"onrecord {__version__}, folds": [p["text"] for p in predictions],
        f"onrecord {__version__}, shipped": [prediction(page)["text"] for page in pages],
        **texts_of_peers(path, pages),
    }
    if not PYTHON.exists():
        print("no peers are installed: make quality sets them up")
    show_side_by_side(scorer(path), pages, texts)


def scores(path: Path, predictions: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, float]]:
    """Kind of page → figure → value, as the data folder's scorer prints them."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in predictions)
        out.flush()
        done = subprocess.run(
            [sys.executable, path / "score.py", out.name], capture_output=True, text=True, check=True
        )
    return parsed(done.stdout)


def parsed(printed: str) -> dict[str, dict[str, float]]:
    """The scorer's lines: a kind at the margin, its figures indented, names of 22 characters."""
    figures: dict[str, dict[str, float]] = {}
    kind = ""
    for line in printed.splitlines():
        if line.startswith("  "):
            figures[kind][line[2:24].strip()] = float(line[24:].split()[0])
        elif (word := line.partition(" ")[0]) in LABELS and word not in figures:
            kind = word
            figures[kind] = {}
    return figures


def show(reached: dict[str, dict[str, float]]) -> list[str]:
    """Print each figure beside its floor; those that fell under theirs."""
    fallen = []
    for kind, figures in reached.items():
        print(f"{kind} ({LABELS[kind]})")
        floors = FLOORS.of(kind)
        for name, value in figures.items():
            mark = f"   floor {floors[name]:.4f}" if name in floors else ""
            if FLOORS.is_under(kind, name, value):
                fallen.append(f"{kind} {name}")
                mark += "   UNDER"
            print(f"  {name:24s} {value:.4f}{mark}")
    return fallen


# Figures of which less is better have no floor, nor has what a rule reaches that is not ours.
_NO_FLOOR = ("must-not-have", "below", "plain rule", "at most", "pages made")


if __name__ == "__main__":
    run_command(main)
