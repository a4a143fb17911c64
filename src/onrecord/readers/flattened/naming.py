"""Headline, alternative headline and description of a flattened block: which line of words is which."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import unquote

from onrecord.evidence import Evidence
from onrecord.readers.flattened.block import Block
from onrecord.readers.flattened.lines import Line, evidence
from onrecord.readers.flattened.shapes import Shape
from onrecord.readers.teasers import weight
from onrecord.values.moments import find_moments
from onrecord.values.people import Kind, parse_byline


class Naming(NamedTuple):
    """What names the article; an index is -1 where there is none."""

    headline: int
    description: int
    evidence: tuple[Evidence, ...]


_SHORTEST, _LONGEST = 8, 320
"""Code points of a headline."""
_ROWS, _READ = 200, 5_000
"""Lines of words that are looked at, and code points of the longest."""
_USUAL = (25, 130)
"""The width of nearly every one."""
_UNLIKELY = -1.5
"""The score under which a line is no headline."""


def of(block: Block, url: str | None) -> Naming:
    """The headline, wherever it stands again, then what else names the article; ``url`` is the page's address."""
    rows = [
        i for i, line in block.of(Shape.WORDS) if i != block.body and _SHORTEST <= len(line.text) <= _READ
    ]
    del rows[_ROWS:]
    scores = _scores(block, rows, url)
    best = max(scores, key=lambda i: (scores[i], -i), default=-1)
    best = best if scores.get(best, _UNLIKELY) > _UNLIKELY else -1
    headline = block.lines[best].text if best >= 0 else ""
    same = [i for i in rows if block.lines[i].text == headline]
    found = [
        evidence("headline", block.lines[i], "words near the top that the address or the text repeats")
        for i in same
    ]
    described = _description(block, rows, headline)
    if described >= 0:
        found += _description_parts(block.lines[described], block)
        for i in _other_headline(block, rows, (min(same, default=best), described), headline):
            found.append(
                evidence("alternative_headline", block.lines[i], "words between headline and description")
            )
    return Naming(best, described, tuple(found))


def _scores(block: Block, rows: Sequence[int], url: str | None) -> dict[int, float]:
    """How much each line is like a headline. The weights were set by hand on flattened news pages."""
    texts = [block.lines[i].text for i in rows]
    times = Counter(texts)
    path = _slug(url or "")
    address = min((i for i, _ in block.of(Shape.ADDRESS)), default=-1)
    body = block.lines[block.body].text if block.body >= 0 else ""
    said = set(_folded(body[:20_000]).split())
    scores: dict[int, float] = {}
    for place, i in enumerate(rows):
        text = block.lines[i].text
        if len(text) > _LONGEST:
            continue
        words = [w for w in _folded(text).split() if len(w) > 2]  # shorter ones stand in any text
        score = 3.0 * len(path.intersection(words)) / max(4, len(words)) + 1.5 * _share(words, said)
        width = weight(text)
        score += 1.2 * (times[text] > 1) + 0.8 * (_USUAL[0] <= width <= _USUAL[1])
        if width >= _USUAL[0] or block.lines[i].text.count(" ") > 0:
            score += 1.2 / (1 + place) + 1.0 * (address == i - 1)
        scores[i] = score - _unlike(text, body) - 0.3 * (0 <= block.body < i)
    return scores


def _slug(url: str) -> set[str]:
    """The words of the part of an address that has most of them, where these are some."""
    path = unquote(url).partition("://")[2].partition("/")[2][:500]
    words = max((_folded(part).split() for part in path.split("/")), key=len, default=[])
    return set(words) if len(words) > 2 else set()


def _share(words: Sequence[str], said: set[str]) -> float:
    return len(said.intersection(words)) / len(words) if len(words) > 2 else 0


def _unlike(text: str, body: str) -> float:
    """What speaks against a line being a headline: its length, its end, a list, a name, words of the text itself."""
    width = weight(text)
    against = 2.0 * (width < 15) + 1.0 * (width > 130) + 1.0 * (width > 180)
    against += 1.2 * text.endswith((".", "...", "…", "。")) + 0.8 * (len(_SENTENCE.findall(text)) > 0)
    pieces = text.split(",")
    if max(len(p) for p in pieces) < 40 and (len(pieces) > 2 or (len(pieces) == 2 and ", " not in text)):
        against += 2.5
    if text.isascii() and body and not any(c.isascii() and c.isalpha() for c in body[:_SCRIPT]):
        against += 2.0
    if len(text.split()) < 2:
        against += 0.0 if len(text) > 8 and not text.isascii() else 2.0  # written without spaces
    if len(text) > 30 and text[:-1] in body:
        against += 1.5
    if len(text) < 40 and any(n.name == text and n.kind is Kind.PERSON for n in parse_byline(text).authors):
        against += 1.5
    return against


_SCRIPT = 40
"""Code points of the text that tell whether it is written in Latin letters."""
_SENTENCE = re.compile(r"[.!?…]\s+[^\W\d_a-z]")


def _folded(text: str) -> str:
    """``text`` as the path of an address would write its words: small letters, no accents, signs as spaces."""
    text = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", plain))


_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "å": "a", "æ": "ae", "ı": "i", "ł": "l", "đ": "d"})  # fmt: skip


def _description(block: Block, rows: Sequence[int], headline: str) -> int:
    """The longest line of a few words or more that is no headline, before the text or its image; -1: there is none."""
    likely = [i for i in rows if block.lines[i].text != headline and _is_prose(block.lines[i].text)]
    before = [i for i in likely if i < block.body]
    return max(before or likely, key=lambda i: len(block.lines[i].text), default=-1)


def _is_prose(text: str) -> bool:
    pieces = text.split(",")
    listed = len(pieces) > 3 and max(len(p.split()) for p in pieces) <= 3 and not text.endswith(".")
    return (len(text.split()) >= 6 or len(text) >= 40) and not listed and len(text) > 30


_TAIL = re.compile(r"(?<=[.!?…])\s+(?P<date>[^,]{6,40}),\s+(?P<who>[^,.;:!?]{2,60})$")


def _description_parts(line: Line, block: Block) -> list[Evidence]:
    """The description; a date and a publisher that were written behind it are evidence of their own."""
    how, behind = "a line of prose before the text", "written behind the description"
    found = _TAIL.search(line.text)
    if found is None or not _is_told(found, line, block):
        return [evidence("description", line, how)]
    return [
        evidence("description", line.part(0, found.start()), how),
        evidence("date_published", line.part(*found.span("date")), behind),
        evidence("publisher", line.part(*found.span("who")), behind),
    ]


def _is_told(tail: re.Match[str], line: Line, block: Block) -> bool:
    """Whether what ends a line is a date, and another line gives that day, or begins with whom it names."""
    days = find_moments(tail["date"])
    if not days or days[0][:2] != (0, len(tail["date"])):
        return False
    others = [o.text for _, o in block.of(Shape.ORGANIZATION, Shape.NAMED, Shape.WORDS) if o is not line]
    times = [time.text[:10] for _, time in block.of(Shape.TIME)]
    return days[0][2].value[:10] in times or any(text.startswith(tail["who"]) for text in others)


def _other_headline(block: Block, rows: Sequence[int], span: tuple[int, int], headline: str) -> list[int]:
    """Lines between headline and description that are neither: another headline."""
    first, last = span
    between = [i for i in rows if first < i < last and block.lines[i].text != headline]
    return [i for i in between if len(block.lines[i].text) >= 15 and "," not in block.lines[i].text[:40]][:1]
