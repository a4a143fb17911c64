"""The articles whose statements were labelled by hand, with who speaks: cases/statements/GUIDELINES.md."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

__all__ = ["Article", "Label", "own_articles", "split", "wikinews"]

FOLDER = Path(__file__).parent.parent / "cases" / "statements"

Span = tuple[int, int]


class Label(msgspec.Struct, frozen=True):
    """One statement. ``names`` and ``roles`` are all answers that count; None among them means that none counts too."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    names: tuple[str | None, ...]
    roles: tuple[str | None, ...]


class Article(msgspec.Struct, frozen=True):
    name: str
    text: str
    language: str | None
    labels: tuple[Label, ...]
    """In the order of the text."""


def split(articles: list[Article]) -> tuple[list[Article], list[Article]]:
    """Seen and unseen, by the rule of the guidelines."""
    ordered = sorted(articles, key=lambda a: hashlib.sha256(a.name.encode()).hexdigest())
    return ordered[::2], ordered[1::2]


def own_articles() -> list[Article]:
    """Those written for it."""
    return [_parsed(path.stem, path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.txt"))]


_TAG = re.compile(r"\{(?P<numbers>[\d,]+)(?P<part>[:@])|(?P<end>\})")


def _parsed(name: str, written: str) -> Article:
    head, _, rest = written.partition("\n\n")
    marked, _, speakers = rest.rpartition("\n---\n")
    text, spans = _unmarked(marked.strip())
    who = dict(_speakers(speakers))
    labels = [
        Label(tuple(spans.get((number, ":"), ())), tuple(spans.get((number, "@"), ())), *said)
        for number, said in who.items()
    ]
    if {number for number, _ in spans} != set(who) or not all(label.content for label in labels):
        raise ValueError(f"{name}: what is marked and who speaks do not agree")
    language = head.partition("language:")[2].split()[0]
    return Article(name, text, language, tuple(sorted(labels, key=lambda label: label.content)))


def _unmarked(marked: str) -> tuple[str, dict[tuple[int, str], list[Span]]]:
    """The text without its marks, and what they span: (number, ``:`` or ``@``) → spans."""
    text, at = "", 0
    spans: dict[tuple[int, str], list[Span]] = {}
    opened: list[tuple[str, str, int]] = []
    for tag in _TAG.finditer(marked):
        text += marked[at : tag.start()]
        at = tag.end()
        if tag["end"]:
            numbers, part, start = opened.pop()
            for number in numbers.split(","):
                spans.setdefault((int(number), part), []).append((start, len(text)))
        else:
            opened.append((tag["numbers"], tag["part"], len(text)))
    return text + marked[at:], spans


def _speakers(lines: str) -> Iterator[tuple[int, tuple[tuple[str | None, ...], tuple[str | None, ...]]]]:
    known: dict[int, tuple[tuple[str | None, ...], tuple[str | None, ...]]] = {}
    for line in filter(None, map(str.strip, lines.splitlines())):
        number, _, rest = line.partition(" ")
        if rest.startswith("="):
            known[int(number)] = known[int(rest[1:])]
        else:
            name, _, role = rest.partition(" | ")
            known[int(number)] = (_answers(name), _answers(role))
        yield int(number), known[int(number)]


def _answers(words: str) -> tuple[str | None, ...]:
    return tuple(None if word.strip() == "-" else word.strip() for word in words.split(" / "))


def wikinews(path: Path) -> list[Article]:
    """Labels of the project on texts of the data folder; those whose text is not there, or another, are left out."""
    rows = json.loads((FOLDER / "wikinews.json").read_text("utf-8"))
    with path.open(encoding="utf-8") as lines:
        texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    return [
        _placed(row, texts[row["id"]]) for row in rows if _digest(texts.get(row["id"], "")) == row["sha256"]
    ]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _placed(row: dict[str, object], text: str) -> Article:
    said = msgspec.convert(row["statements"], list[dict[str, list[Span | None]]])

    def spans(found: list[Span | None]) -> tuple[Span, ...]:
        return tuple(span for span in found if span)

    def words(found: list[Span | None]) -> tuple[str | None, ...]:
        return tuple(text[span[0] : span[1]] if span else None for span in found)

    labels = [
        Label(spans(one["content"]), spans(one["source"]), words(one["name"]), words(one["role"]))
        for one in said
    ]
    return Article(str(row["id"]), text, "en", tuple(labels))
