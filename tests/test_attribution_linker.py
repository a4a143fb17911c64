"""Which content is whose, with pieces laid by hand. All names and places are invented."""

import re

import pytest

from onrecord.attribution.linker import linked
from onrecord.attribution.pieces import CONTENT, CUE, SOURCE, Piece
from onrecord.attribution.quotations import quotations

ROLES = {"s": SOURCE, "k": CUE, "c": CONTENT}


def links(marked: str, *, unsourced: float = 0.0) -> list[tuple[str, str, list[str]]]:
    """Source, cue and contents of every attribution; ``marked`` has its pieces as [s Holt], [k said], [c no]."""
    text, pieces = "", []
    for before, role, words in re.findall(r"([^\[]*)(?:\[([skc]) ([^\]]*)\])?", marked):
        text += before
        if role:
            pieces.append(Piece(ROLES[role], len(text), len(text) + len(words), 0.9, unsourced))
            text += words
    return [
        (
            "".join(text[s:e] for s, e in a.source),
            "".join(text[s:e] for s, e in a.cue),
            [text[s:e] for s, e in a.content],
        )
        for a in linked(text, pieces, quotations(text, "en"))
    ]


def test_the_nearest_cue_and_its_nearest_source() -> None:
    assert links("[s Holt] [k said] [c that the bridge would stay shut]. [s Brandt] [k doubted] [c it].") == [
        ("Holt", "said", ["that the bridge would stay shut"]),
        ("Brandt", "doubted", ["it"]),
    ]


def test_both_halves_of_a_quotation_are_one_statement() -> None:
    assert links("[c “The bridge,”] [s Holt] [k said], [c “is shut.”]") == [
        ("Holt", "said", ["“The bridge,”", "“is shut.”"])
    ]


def test_two_verbs_share_a_subject() -> None:
    assert links("[s Holt] [k said] [c it was late] and [k promised] [c to hurry].") == [
        ("Holt", "said", ["it was late"]),
        ("Holt", "promised", ["to hurry"]),
    ]


def test_what_an_object_begins_looks_back_for_its_verb() -> None:
    assert links("[s Holt] [k asked] the crew [c to go on], [s Brandt] [k said].")[0][:2] == ("Holt", "asked")


def test_spoken_words_go_on_after_somebody_else_did_something() -> None:
    text = "[c “No,”] [s Holt] [k said]. [s Brandt] [k nodded]. [c “Never again.”]"
    assert links(text) == [("Holt", "said", ["“No,”", "“Never again.”"])]


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("[c “Never again.”] [s Brandt] [k thanked] him.", "Holt"),
        ("[c “Never again,”] [s Brandt] [k added].", "Brandt"),
        ("[c “Again?”] [s Brandt] [k asked].", "Brandt"),
    ],
)
def test_spoken_words_that_end_with_their_sentence_are_not_of_the_next(behind: str, speaker: str) -> None:
    said = links(f"[c “No,”] [s Holt] [k said]. {behind}")
    assert next(s for s, _, c in said if any("gain" in words for words in c)) == speaker


def test_spoken_words_are_the_nearer_speaker_s() -> None:
    text = "[c “No,”] [s Holt] [k said]. [c It was “too late,”] [s Brandt] [k added]. [c “Go home.”]"
    assert [(s, c) for s, _, c in links(text)] == [
        ("Holt", ["“No,”"]),
        ("Brandt", ["It was “too late,”", "“Go home.”"]),
    ]


def test_indirect_words_do_not_cross_a_paragraph() -> None:
    assert links("[c The bridge is shut].\n\n[s Holt] [k said] [c so].") == [
        ("", "", ["The bridge is shut"]),
        ("Holt", "said", ["so"]),
    ]


def test_a_quotation_that_opens_a_paragraph_is_the_last_speaker_s() -> None:
    text = "[c “It rained,”] [s Holt] [k said].\n\n[c “It never stopped.”]\n\n[s Brandt] [k left] [c him]."
    assert links(text)[:2] == [("Holt", "said", ["“It rained,”"]), ("Holt", "", ["“It never stopped.”"])]


def test_no_source_where_the_tagger_says_that_none_is_named() -> None:
    text = "[s Holt] left, and it [k was said] [c that the bridge was shut]."
    assert links(text, unsourced=0.9) == [("", "was said", ["that the bridge was shut"])]
    assert links(text, unsourced=0.1)[0][0] == "Holt"


def test_a_source_in_another_sentence_is_none() -> None:
    text = "[s Holt] came late. Workers at the port [k fear] [c that it will shut]."
    assert links(text) == [("", "fear", ["that it will shut"])]
    # Paragraphs glued together have no space between their sentences.
    assert links(text.replace(". ", "."))[0][0] == ""


def test_what_is_far_is_not_linked() -> None:
    assert links(f"[s Holt] left{' in the rain' * 70}, it [k was said] [c that all was well].")[0][0] == ""


def test_a_claim_of_others_is_not_its_repeater_s() -> None:
    text = "[s Brandt] [k repeated] [c old claims made by port officials about a “shortage”]."
    assert links(text) == [("port officials", "claims made by", ["about a “shortage”"])]


def test_a_transcript_is_told_by_its_layout() -> None:
    text = (
        "HOLT: Why was the [c bridge] shut so late?\n\nOLSEN: We [k found] cracks in the piers.\n\n"
        "HOLT: And who is to pay for it?\n"
    )
    assert [(s, c) for s, _, c in links(text)] == [
        ("HOLT", ["Why was the bridge shut so late?"]),
        ("OLSEN", ["We found cracks in the piers."]),
        ("HOLT", ["And who is to pay for it?"]),
    ]


def test_a_narrator_s_clause_tells_who_speaks_where_the_tagger_does_not() -> None:
    before = "[c “Four,”] [k says] [s Brandt].\n\n"
    assert links(f"{before}[c “It’s a port,”] Terry Holt sighs. [c “I get letters.”]")[1:] == [
        ("Terry Holt", "sighs", ["“It’s a port,”"]),
        ("Terry Holt", "", ["“I get letters.”"]),
    ]
    assert links(f"{before}[c “Rubbish!”] [k shouted] Holt from the bench.")[1:] == [
        ("Holt", "shouted", ["“Rubbish!”"])
    ]
    assert links(f"{before}Holt, asked about it, [k said:] [c “It was.”]")[1:] == [
        ("Holt", "said:", ["“It was.”"])
    ]


def test_whoever_stands_behind_the_verb_speaks() -> None:
    text = "[c “A mercy,”] [k wrote] [s Holt]; [c “a tragedy,”] [k wrote] [s Brandt]."
    assert [(s, c) for s, _, c in links(text)] == [("Holt", ["“A mercy,”"]), ("Brandt", ["“a tragedy,”"])]


def test_an_aside_does_not_part_a_sentence() -> None:
    text = "[c “I thought,”] [s Holt] [k said], [k pausing], [c “that it was firewood.”]"
    assert links(text) == [("Holt", "said", ["“I thought,”", "“that it was firewood.”"])]


@pytest.mark.parametrize("count", [5_000])
def test_many_pieces_take_linear_time(count: int) -> None:
    found = links("[s A] [k said] [c “b”]. " * count)
    assert len(found) == count
