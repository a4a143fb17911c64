"""Statements told by a page's layout, and claims that are another's. All names and places are invented."""

import pytest

from onrecord.attribution.claims import nested
from onrecord.attribution.layouts import laid_out
from onrecord.attribution.pieces import CONTENT, Piece
from onrecord.attribution.quotations import quotations

TRANSCRIPT = """The talk, in part:

MAREN HOLT: Why was the bridge at Ostrel closed so late?

OLSEN: We found cracks in two of the piers. It took a week.

Nobody had looked there for years.

(LAUGHTER)

MAREN HOLT: And who is going to pay for all of it?

OLSEN (by phone): That is for the council to say, not for me.

The council meets on Monday.
"""


def told(text: str) -> list[tuple[str, list[str]]]:
    return [
        (text[slice(*a.source[0])], [text[start:end] for start, end in a.content])
        for a in laid_out(text, quotations(text, "en"))
    ]


def test_a_transcript_gives_each_turn_to_its_speaker() -> None:
    assert told(TRANSCRIPT) == [
        ("MAREN HOLT", ["Why was the bridge at Ostrel closed so late?"]),
        (
            "OLSEN",
            ["We found cracks in two of the piers. It took a week.", "Nobody had looked there for years."],
        ),
        ("MAREN HOLT", ["And who is going to pay for all of it?"]),
        ("OLSEN", ["That is for the council to say, not for me."]),
    ]


def test_a_transcript_between_marks_goes_on_where_a_paragraph_opens_with_one() -> None:
    text = (
        '"HOLT: Why was the bridge closed so late?\n\n"OLSEN: We found cracks in two piers.\n\n'
        '"It took a week.\n\n"HOLT: And who is going to pay?"\n\nThe council meets on Monday.'
    )
    assert told(text) == [
        ("HOLT", ["Why was the bridge closed so late?"]),
        ("OLSEN", ["We found cracks in two piers.", "It took a week."]),
        ("HOLT", ["And who is going to pay?"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Results:\n\nNorth: 1,204 votes\n\nSouth: 990 votes\n\nNorth: 12 seats\n",
        "Note: all of the times here are local ones.\n\nNote: bring water, shoes and a coat.\n\nNote: we leave at nine sharp.",
        "Holt: the one who saw it all happen.\n\nBrandt: the one who never came back.\n\nLind: the one who paid for it.",
    ],
)
def test_lists_and_notes_are_no_transcripts(text: str) -> None:
    assert told(text) == []


def test_questions_and_answers() -> None:
    text = (
        "Q: Why did you leave the party then?\n\nA: The party left the road and I did not.\n\nQ: Do you regret the vote of May?\n\n"
        "A: No.\n\nA: I regret how it was read by them.\n"
    )
    assert told(text) == [
        ("Q", ["Why did you leave the party then?"]),
        ("A", ["The party left the road and I did not."]),
        ("Q", ["Do you regret the vote of May?"]),
        ("A", ["I regret how it was read by them."]),
    ]


def test_signed_quotations() -> None:
    text = "“We were never asked.” ― Ida Brandt\n“Nobody wrote to us!”— Per Lind, 41 \n\n“No.”\n\n“So,” she said – Holt smiled."
    assert told(text) == [
        ("Ida Brandt", ["“We were never asked.”"]),
        ("Per Lind, 41", ["“Nobody wrote to us!”"]),
    ]


def claims(text: str, pieces: tuple[Piece, ...] = ()) -> list[tuple[str, str, str]]:
    return [
        (text[slice(*a.source[0])], text[slice(*a.cue[0])], text[slice(*a.content[0])])
        for a in nested(text, pieces)
    ]


def test_a_repeated_claim_is_its_maker_s() -> None:
    text = "Brandt repeated old claims made by port officials and unions about a “shortage”. She left."
    assert claims(text) == [("port officials and unions", "claims made by", "about a “shortage”")]


def test_a_claim_ends_where_the_tagger_ends_its_content() -> None:
    text = "Holt denied allegations by two engineers that the piers were cracked, and left for Ostrel."
    end = text.index(", and")
    piece = Piece(CONTENT, text.index("that the"), end, 0.9, 0.1)
    assert claims(text, (piece,)) == [("two engineers", "allegations by", "that the piers were cracked")]


def test_reports_by_place_or_time_are_no_claims() -> None:
    assert claims("A claim filed by noon. Claims by the river, they say, are dear.") == []
