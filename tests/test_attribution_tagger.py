"""The tagger that ships, run: what it finds in sentences of ours, that it says the same twice, and that no text breaks it."""

import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from onrecord.attribution import labelling, paths, tagger
from onrecord.attribution.attribution import Attribution
from onrecord.attribution.linker import attributions
from onrecord.attribution.pieces import CONTENT, CUE, SOURCE
from onrecord.attribution.quotations import quotations
from onrecord.attribution.tokens import tokens
from onrecord.errors import MissingExtra

ARTICLE = """OSTREL — The old bridge will stay closed until the spring, the port authority said on Monday.

“We found cracks in two of the piers,” said Maren Holt, who leads the authority. “It would be reckless to open it.”

Mayor Ivo Brandt told reporters that the city had not been warned, and called the decision “a slap in the face.”

The ferry carried 4,000 people on Sunday.
"""


def read(text: str) -> tuple[Attribution, ...]:
    return attributions(text, quotations(text, "en"))


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def test_an_article() -> None:
    found = [
        (words(ARTICLE, a.source), words(ARTICLE, a.cue), words(ARTICLE, a.content)) for a in read(ARTICLE)
    ]
    assert ("the port authority", "said", "The old bridge will stay closed until the spring") in found
    assert any(
        source.startswith("Maren Holt")
        and content == "“We found cracks in two of the piers,” … “It would be reckless to open it.”"
        for source, _, content in found
    )
    assert ("Mayor Ivo Brandt", "told", "that the city had not been warned") in [
        (s, c.partition(" ")[0], t) for s, c, t in found
    ]
    assert not any("ferry" in content for _, _, content in found)


def test_confidence_is_a_share() -> None:
    assert all(0 < a.confidence <= 1 for a in read(ARTICLE))


def test_the_same_text_gives_the_same_answer() -> None:
    assert read(ARTICLE) == read(ARTICLE)
    other = subprocess.run(
        [sys.executable, "-c", "import sys; from test_attribution_tagger import *; print(read(ARTICLE))"],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parent,
    )
    assert other.stdout.strip() == str(read(ARTICLE))


def test_a_long_text_is_read_in_windows_as_if_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    text = ARTICLE * 3
    whole = read(text)
    monkeypatch.setattr(tagger, "_CORE", 64)
    cut = read(text)
    # Numbers are rounded by what a window holds, so a doubtful piece may differ; spoken words do not.
    assert [a.content for a in cut if text[a.content[0][0]] == "“"] == [
        a.content for a in whole if text[a.content[0][0]] == "“"
    ]


HOSTILE = {
    "letters": "a" * 1_000_000,
    "quotes": "“" * 300_000,
    "closers": '."' * 50_000,
    "dots": ". " * 50_000,
    "initials": "A." * 500_000,
    "nul": "\0" * 1_000_000,
    "lines": "\n" * 1_000_000,
    "spaces": "said " + " " * 1_000_000 + "Holt",
    "surrogates": "\ud800" * 10_000,
    "turns": "HOLT: We are all here now.\n" * 5_000,
    "claims": "claims made by " * 15_000,
    "signed": "“a” ― B\n" * 15_000,
    "prose": "“No,” Holt said. " * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_takes_long_or_much(name: str) -> None:
    text = HOSTILE[name]
    began, before = time.process_time(), _peak()
    for found in read(text):
        assert all(0 <= s < e <= len(text) for s, e in (*found.content, *found.source, *found.cue))
    assert time.process_time() - began < 30, "seconds of CPU; a megabyte of prose takes about two"
    assert _peak() - before < 400, "megabytes"


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def test_an_empty_text_says_nothing() -> None:
    assert read("") == ()
    assert read(" \n ") == ()


def test_without_onnxruntime_one_line_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    monkeypatch.delitem(sys.modules, "onrecord.attribution.tagger")
    monkeypatch.delattr("onrecord.attribution.tagger")
    with pytest.raises(MissingExtra, match=r"pip install 'onrecord\[statements\]'") as caught:
        read(ARTICLE)
    assert "\n" not in str(caught.value)


def chosen(text: str, rows: list[list[float]]) -> list[tuple[int, str]]:
    found = tokens(text)
    logits = np.array([[*row, -5.0] for row in rows], np.float32)
    return [
        (p.role, text[p.start : p.end]) for p in labelling.pieces(text, found, quotations(text, "en"), logits)
    ]


def row(label: int, by: float = 9.0) -> list[float]:
    return [by if n == label else 0.0 for n in range(7)]


def test_likely_labels_are_taken_as_they_are() -> None:
    text = "Holt said it rained ."
    assert chosen(text, [row(1), row(3), row(5), row(6), row(0)]) == [
        (SOURCE, "Holt"),
        (CUE, "said"),
        (CONTENT, "it rained"),
    ]


def test_a_further_label_without_its_first_becomes_the_likeliest_legal_path() -> None:
    text = "Holt said it rained ."
    orphan = [row(1), row(3), row(6, 4.0), row(6), row(0)]
    assert chosen(text, orphan)[-1] == (CONTENT, "it rained")
    late = [row(1), row(3), row(0, 12.0), [0, 0, 0, 0, 0, 5.0, 9.0], row(0)]
    assert chosen(text, late)[-1] == (CONTENT, "rained")


def test_every_path_is_legal_and_no_legal_one_is_better() -> None:
    chance = np.random.default_rng(3)
    for _ in range(50):
        scores = chance.normal(size=(5, 7)).astype(np.float32)
        path = paths.path(scores.tolist())
        legal = [p for p in np.ndindex(7, 7, 7, 7, 7) if _legal(p)]
        best = max(sum(scores[i, label] for i, label in enumerate(p)) for p in legal)
        assert _legal(tuple(path))
        assert sum(scores[i, label] for i, label in enumerate(path)) == pytest.approx(best, abs=1e-4)


def _legal(path: tuple[int, ...]) -> bool:
    return all(
        label % 2 or label == 0 or before in (label, label - 1)
        for before, label in zip((0, *path), path, strict=False)
    )


def test_a_long_quotation_that_is_mostly_content_is_content_whole() -> None:
    text = "“It rained all day in Ostrel,” Holt said"
    rows = [row(5), row(6), row(6), row(6), row(0, 1.0), row(6), row(6), row(6), row(6), row(1), row(3)]
    rows[5] = row(0, 1.0)
    assert chosen(text, rows)[0] == (CONTENT, "“It rained all day in Ostrel,”")
