"""Copies as news sites make them, of made-up articles, with how much of each is whose: known, because it is put together.

What happens to a story on its way: another headline, other quotation marks, the end cut, the middle cut, a lead of one's
own, an end of one's own, words of house style, a place in a round-up of several stories. Beside them stand articles
that are no copies: of the same subject and vocabulary, and follow-ups that repeat some sentences of background.
"""

import itertools
import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec

from made_articles import article
from onrecord.record import Record
from onrecord.search.passages import sentences

__all__ = ["Case", "cases", "truth"]

SEED = 11
SURE = 0.5
"""Share of one of two articles in the other from which they are a pair."""
DOUBTFUL = 0.3
"""From here to there is neither right nor wrong to be named."""

Sentence = tuple[int, int, str]
"""Article it comes from, its number there, its words."""


class Case(NamedTuple):
    """An article made of sentences whose origin is known."""

    record: Record
    kind: str
    said: tuple[Sentence, ...]


def cases(families: int) -> Iterator[Case]:
    """Originals, each with some of the things that happen to a story; and what only resembles them."""
    rng = random.Random(SEED)
    numbers = itertools.count()
    fresh = (case for case in map(_original, numbers) if len(case.said) >= 8)
    for family in range(families):
        original = next(fresh)
        yield original
        for kind, make in rng.sample(_KINDS, k=rng.randint(1, 4)):
            other = next(fresh)
            yield _made(f"{family}-{kind}", kind, make(original.said, other.said, rng), other.record)


def _original(number: int) -> Case:
    record = article(number)
    body = record.article_body or ""
    said = tuple(
        (number, at, body[a:b].strip()) for at, (a, b) in enumerate(sentences(body)) if body[a:b].strip()
    )
    return Case(record, "original", said)


Make = Callable[[tuple[Sentence, ...], tuple[Sentence, ...], random.Random], list[Sentence]]


def _whole(own: tuple[Sentence, ...], _: tuple[Sentence, ...], __: random.Random) -> list[Sentence]:
    return list(own)


def _marks(own: tuple[Sentence, ...], _: tuple[Sentence, ...], rng: random.Random) -> list[Sentence]:
    pair = rng.choice(("«»", "„“", '""', "''"))
    table = str.maketrans({"“": pair[0], "”": pair[1], "—": "–", "’": "'"})
    return [(a, n, text.translate(table)) for a, n, text in own]


def _cut(own: tuple[Sentence, ...], _: tuple[Sentence, ...], rng: random.Random) -> list[Sentence]:
    return list(own[: max(3, round(len(own) * rng.uniform(0.5, 0.9)))])


def _holes(own: tuple[Sentence, ...], _: tuple[Sentence, ...], rng: random.Random) -> list[Sentence]:
    return [sentence for sentence in own if rng.random() < 0.7] or list(own)


def _led(own: tuple[Sentence, ...], other: tuple[Sentence, ...], rng: random.Random) -> list[Sentence]:
    return [*other[: rng.randint(1, 4)], *own]


def _extended(own: tuple[Sentence, ...], other: tuple[Sentence, ...], rng: random.Random) -> list[Sentence]:
    return [*other[:2], *own, *other[2 : 2 + rng.randint(1, len(own))]]


def _cut_and_led(
    own: tuple[Sentence, ...], other: tuple[Sentence, ...], rng: random.Random
) -> list[Sentence]:
    return [*other[: rng.randint(1, 3)], *own[: max(3, round(len(own) * rng.uniform(0.55, 0.8)))]]


def _house_style(own: tuple[Sentence, ...], _: tuple[Sentence, ...], rng: random.Random) -> list[Sentence]:
    """One word in thirty is another, which cuts the runs that are the same."""
    return [(a, n, " ".join(_other(word, rng) for word in text.split(" "))) for a, n, text in own]


def _other(word: str, rng: random.Random) -> str:
    return word if rng.random() > 1 / 30 or not word.isalpha() else word[::-1]


def _round_up(own: tuple[Sentence, ...], other: tuple[Sentence, ...], rng: random.Random) -> list[Sentence]:
    before, after = other[: len(other) // 2], other[len(other) // 2 :]
    return [*before, *own, *after] if rng.random() < 0.5 else [*own, *other]


def _follow_up(own: tuple[Sentence, ...], other: tuple[Sentence, ...], _: random.Random) -> list[Sentence]:
    """A new story with a little of the old one's background: no copy."""
    return [*other, *own[-max(1, min(len(own), len(other)) // 6) :]]


_KINDS: tuple[tuple[str, Make], ...] = (
    ("whole", _whole),
    ("other marks", _marks),
    ("end cut", _cut),
    ("sentences left out", _holes),
    ("own lead", _led),
    ("extended", _extended),
    ("cut, own lead", _cut_and_led),
    ("house style", _house_style),
    ("in a round-up", _round_up),
    ("follow-up (no copy)", _follow_up),
)


def _made(name: str, kind: str, said: list[Sentence], other: Record) -> Case:
    """The sentences as an article of the other publisher's, under the other's headline."""
    body = "\n\n".join(" ".join(text for _, _, text in said[at : at + 3]) for at in range(0, len(said), 3))
    url = f"{other.url}-{name.replace(' ', '-').replace(',', '')}"
    digest = f"{random.Random(url).getrandbits(80):020x}"
    record = msgspec.structs.replace(
        other, id=digest, url=url, canonical_url=url, article_body=body, blocks=(), links=(), statements=None,
        word_count=len(body.split()), evidence={},
    )  # fmt: skip
    return Case(record, kind, tuple(said))


def truth(made: list[Case]) -> tuple[set[tuple[int, ...]], set[tuple[int, ...]]]:
    """Pairs of places in ``made`` that share half or more of one of them, and those that share nearly that."""
    holders: dict[tuple[int, int], list[int]] = {}
    sizes = []
    weights: dict[tuple[int, int], int] = {}
    for at, case in enumerate(made):
        sizes.append(sum(_size(text) for _, _, text in case.said))
        for a, n, text in case.said:
            holders.setdefault((a, n), []).append(at)
            weights[a, n] = _size(text)
    both: dict[tuple[int, ...], int] = {}
    for sentence, places in holders.items():
        for pair in itertools.combinations(sorted(set(places)), 2):
            both[pair] = both.get(pair, 0) + weights[sentence]
    shares = {pair: common / min(sizes[pair[0]], sizes[pair[1]]) for pair, common in both.items()}
    sure = {pair for pair, share in shares.items() if share >= SURE}
    return sure, {pair for pair, share in shares.items() if DOUBTFUL <= share < SURE}


def _size(text: str) -> int:
    """Words; letters where there are no spaces between them."""
    words = text.split()
    return len(words) if len(words) > len(text) / 15 else len(text)
