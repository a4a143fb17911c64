"""White space and words, which loops tell where they are compiled, and Python's own methods where not."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import spacing
from onrecord.judge.weighing import UNSEEN
from onrecord.scripts import UNSPACED

TEXTS = st.text(
    st.sampled_from("ab \t\n\u00a0\u2003\u200b\u202e\u0085\x1c.中あカไລမកİ한𠀀\ufeff") | st.characters(),
    max_size=40,
)


@given(TEXTS)
def test_white_space_is_made_single(text: str) -> None:
    assert spacing.collapse(text) == " ".join(text.split())


@given(TEXTS)
def test_words_are_counted_in_loops_as_by_patterns(text: str) -> None:
    parted = re.sub(f"([{UNSPACED}])", r" \1 ", text).split()
    assert spacing.words_in(text) == len(parted)


@given(TEXTS)
def test_what_steers_is_not_seen(text: str) -> None:
    assert not (UNSEEN.search(text) and spacing.is_seen(text))


@pytest.mark.parametrize("text", ["雨が降る", "ฝนตก", "ຝົນຕົກ"[:4], "မိုးရွာ"[:4], "ភ្លៀង"[:4]])
def test_scripts_without_spaces_are_counted_by_characters(text: str) -> None:
    assert spacing.words_in(text) == 4
