"""Runs of words: the same in every process, blind to marks and accents, and exact in what they share."""

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_archive import PARAGRAPHS
from onrecord.archive.shingles import samples, shared, shingled

TEXT = "\n\n".join(PARAGRAPHS)


def test_marks_case_and_accents_are_no_words() -> None:
    other = TEXT.upper().replace("“", "„").replace("”", "“").replace("-", " ")
    assert shingled(other).hashes == shingled(TEXT).hashes
    assert (
        shingled("Café crème à la bonne heure, l’été.").hashes
        == shingled("cafe creme a la BONNE heure; l'ete").hashes
    )


def test_the_hashes_are_the_same_in_every_process() -> None:
    program = f"from onrecord.archive.shingles import *; print(hash(samples(shingled({TEXT!r}))), samples(shingled({TEXT!r}))[:3])"
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_shares_are_of_words_both_ways() -> None:
    half = "\n\n".join(PARAGRAPHS[:2])
    shares = shared(shingled(half), shingled(TEXT))
    assert shares.first == 1.0
    assert shares.second == pytest.approx(len(half.split()) / len(TEXT.split()), abs=0.03)
    assert shared(shingled(TEXT), shingled("Nothing of the kind was ever said by anybody here.")) == (
        0.0,
        0.0,
        0,
    )


def test_languages_without_spaces() -> None:
    text = "港の役員会は、今年の漁獲量が九年ぶりの高水準に達したと発表した。市場では氷が不足し、隣町から二台のトラックが呼ばれた。"
    assert shared(shingled(text), shingled("昨日の発表によると、" + text)).first == 1.0


@given(st.text(max_size=200), st.text(max_size=200))
def test_shares_are_shares(one: str, other: str) -> None:
    a, b = shingled(one), shingled(other)
    forth, back = shared(a, b), shared(b, a)
    assert 0 <= forth.first <= 1
    assert (forth.first, forth.second) == (back.second, back.first)
    assert len(a.hashes) == max(0, a.words - a.length + 1)
    if a.hashes:
        assert shared(a, a).first == 1.0


def test_samples_are_few_and_meet_in_longer_texts() -> None:
    rng = random.Random(2)
    words = [f"w{n}" for n in range(5_000)]
    story = rng.choices(words, k=600)
    for length in (0, 300, 1_200, 3_000):
        longer = " ".join([*rng.choices(words, k=length // 2), *story, *rng.choices(words, k=length // 2)])
        own, other = samples(shingled(" ".join(story))), samples(shingled(longer))
        assert len(other) <= 60
        assert len(set(own) & set(other)) >= 2, length
