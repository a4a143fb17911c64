"""Tokens: where they stand, and the numbers the tagger knows them by."""

import struct
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import limits
from onrecord.attribution.tokens import COLUMNS, PREFIXES, SHAPES, SUFFIXES, WORDS, described, tokens


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokens(text)]


def test_words_marks_initials_and_line_breaks_are_tokens() -> None:
    assert words("“We’re late,” the U.K. team said.\n\nIt rained.") == [
        "“", "We", "’", "re", "late", ",", "”", "the", "U.K.", "team", "said", ".", "\n\n", "It", "rained", ".",
    ]  # fmt: skip


@given(st.text())
def test_tokens_are_in_order_and_leave_out_only_spaces(text: str) -> None:
    found = tokens(text)
    assert all(start < end for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    covered = "".join(text[start:end] for start, end in found)
    assert "".join(covered.split()) == "".join(text.split())


def test_of_an_endless_text_the_beginning_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TAGGED_TOKENS", 3)
    assert words("Rain fell. Holt said so.") == ["Rain", "fell", "."]


@given(st.text(min_size=1, max_size=60))
def test_every_word_has_its_numbers_within_their_tables(text: str) -> None:
    for word in words(text):
        numbers = struct.unpack(f"={COLUMNS}I", described(word))
        assert all(n < size for n, size in zip(numbers, (WORDS, PREFIXES, SUFFIXES, SHAPES), strict=False))


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("\n\n", 0),
        ("“", 1),
        ("1,", 2),
        ("A", 3),
        ("NATO", 4),
        ("Holt", 5),
        ("McRae", 6),
        ("said", 7),
        ("語", 6),
    ],
)
def test_shapes(word: str, shape: int) -> None:
    assert struct.unpack(f"={COLUMNS}I", described(word))[3] == shape


def test_case_and_digits_tell_no_words_apart() -> None:
    assert described("SAID")[:12] == described("said")[:12]
    assert described("1987") == described("2024")


def test_half_a_surrogate_pair_is_hashed_like_any_character() -> None:
    assert len(described("a\ud800b")) == 4 * COLUMNS
