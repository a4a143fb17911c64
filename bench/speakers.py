"""Speakers to full name and role, on the labelled articles: given true spans, and end to end.

    python bench/speakers.py [--show]

``--show`` prints what is wrong on the seen half; of the unseen half nothing but the figures is ever printed.
"""

import argparse
import re
from collections.abc import Iterable
from pathlib import Path

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


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true", help="print what is wrong on the seen half")
    show = parser.parse_args().show
    for name, figures in scores(folder() / "statements" / "wikinews.jsonl", show=show).items():
        print(name, *(f"{what} {value:.4f}" for what, value in figures.items()))


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
        "statements": float(count),
        "name": names / total,
        "name and role": given / total,
        "found": found / total,
        "end to end": both / total,
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
    main()
