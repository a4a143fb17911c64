"""Where pieces begin and end, with pieces laid by hand. All names and places are invented."""

import re

import pytest

from onrecord.attribution.edges import mended
from onrecord.attribution.pieces import CONTENT, CUE, SOURCE, Piece
from onrecord.attribution.quotations import quotations

ROLES = {"s": SOURCE, "k": CUE, "c": CONTENT}


def pieces(marked: str) -> list[str]:
    """The mended pieces of a text that has them as [s Holt], [k said], [c no], in the same form."""
    text, laid = "", []
    for before, role, words in re.findall(r"([^\[]*)(?:\[([skc]) ([^\]]*)\])?", marked):
        text += before
        if role:
            laid.append(Piece(ROLES[role], len(text), len(text) + len(words), 0.9, 0.0))
            text += words
    letters = {role: letter for letter, role in ROLES.items()}
    return [f"{letters[p.role]} {text[p.start : p.end]}" for p in mended(text, laid, quotations(text, "en"))]


def test_pieces_lose_the_marks_around_them() -> None:
    assert pieces("[c it rained,] [s Holt] [k said]") == ["c it rained", "s Holt", "k said"]
    assert pieces("[s “] [k said:] [c ,]") == ["k said:"]
    assert pieces("[s The S.E.C.] [k said] [c it left the U.S.]") == [
        "s The S.E.C.",
        "k said",
        "c it left the U.S.",
    ]


@pytest.mark.parametrize(
    ("laid", "source"),
    [
        ("[k said] [s mayor] Ada Brill today", "mayor Ada Brill"),
        ("[k said] [s mayor] Ada [k Brill] today", "mayor"),
        ("[k said] [s officials] Monday Morning show", "officials"),
        ("[k said] [s Ada Brill on] Friday", "Ada Brill"),
        ("[s Ada Brill] [k Says] [c No]", "Ada Brill"),
        ("[c “No,”] [k said] [s Lewis Okoro-]Finch.", "Lewis Okoro-Finch"),
        ("[c “No,”] [k said] [s Tadhg] Ó Briain on Monday.", "Tadhg Ó Briain"),
        ("[c “No,”] [k said] [s Holt] Monday.", "Holt"),
        ("[k According to] [s Holt] [c Brexit is over].", "Holt"),
        ("[k murmured] [s its seller], Lady Ada Brill.", "its seller, Lady Ada Brill"),
        ("[k said] [s the report], Ada Brill left.", "the report"),
        ("[k said] [s the mayor], Ada Brill came, too.", "the mayor"),
        ("[s 10:42 am. Holt] [k said]", "Holt"),
        ("[s WEST OSTREL, May 3 (Arden News) - Holt] [k said]", "Holt"),
    ],
)
def test_a_source_goes_to_the_end_of_the_name_and_no_further(laid: str, source: str) -> None:
    assert f"s {source}" in pieces(laid)


@pytest.mark.parametrize(
    ("source", "parted"),
    [
        ("the university. Tan", ["the university", "Tan"]),
        ("Dame Imogen Vance. Ralph Tully", ["Dame Imogen Vance", "Ralph Tully"]),
        ("Gemma Holt. The nurse", ["Gemma Holt", "The nurse"]),
        ("the board of St. Tan", ["the board of St. Tan"]),
        ("the late Prof. Tan", ["the late Prof. Tan"]),
        ("state Del. Gemma Holt", ["state Del. Gemma Holt"]),
    ],
)
def test_no_source_goes_on_over_the_end_of_a_sentence(source: str, parted: list[str]) -> None:
    assert pieces(f"[k said] [s {source}] [k warned]") == ["k said", *(f"s {s}" for s in parted), "k warned"]


def test_a_verb_begins_behind_the_name() -> None:
    assert pieces("[s Theresa] [k May said] [c that it was no]") == [
        "s Theresa May",
        "k said",
        "c that it was no",
    ]
    assert pieces("[s Hope] [k Says She] [c Will Come Home]")[1] == "k Says She"


def test_where_and_when_it_was_written_is_no_part_of_it() -> None:
    assert (
        pieces("[c OSTREL (Arden News) — Shells hit a depot], [s Holt] [k said]")[0] == "c Shells hit a depot"
    )


def test_a_piece_may_begin_within_the_time_of_an_entry() -> None:
    assert pieces("Live\n12:[s 58 A clerk] [k said] [c no]") == ["s A clerk", "k said", "c no"]


def test_a_name_of_capitals_with_an_aside_is_no_dateline() -> None:
    assert (
        pieces("[c ARDO – the league – must act], [s Holt] [k said]")[0] == "c ARDO – the league – must act"
    )


@pytest.mark.parametrize(
    ("laid", "content"),
    [
        ("[c it rained in] Ostrel , and left", "it rained in Ostrel"),
        ("[c it rained in] Ostrel’s port, and left", "it rained in Ostrel’s port"),
        ("[c it rained in\xa0the] port.", "it rained in\xa0the port"),
        ("[c it rained in] -- of all", "it rained in"),
        ("[c it rained in] [s Ostrel]", "it rained in"),
        ("[c it rained] in Ostrel.", "it rained"),
    ],
)
def test_a_content_that_ends_on_a_preposition_runs_on_to_the_next_mark(laid: str, content: str) -> None:
    assert pieces(laid)[0] == f"c {content}"


def test_spoken_words_end_where_the_narrator_begins() -> None:
    aside = "interrupts her partner, luthier Bo Lind"
    assert pieces(f"[c “Most of it,” {aside}, “she has tried.”]") == ["c “Most of it,”", "c “she has tried.”"]
    for words in ("“reckless,” dangerous and wrong", "“Big Idea,” scored one or two points"):
        assert pieces(f"[c {words}].") == [f"c {words}"]
