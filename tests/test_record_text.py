"""A record's text as published: the standfirst before it, each caption where its image stands."""

import msgspec

from onrecord.evidence import Place, Source
from onrecord.record import Block, BlockKind, Candidate, Extractor, Image, Record

BODY = "It rained.\n\nAll day."


def candidate(url: str, at: int | None) -> Candidate:
    return Candidate(
        url, url, Source.VISIBLE, Place(at, None if at is None else at + 1), chosen=True, rule="only one"
    )


RECORD = Record(
    id="0" * 20,
    extractor=Extractor("1", {}),
    standfirst="Ferries stayed.",
    article_body=BODY,
    blocks=(
        Block(BlockKind.PARAGRAPH, None, None, 0, 10, Place(100, 110)),
        Block(BlockKind.PARAGRAPH, None, None, 12, 20, Place(200, 208)),
    ),
    images=(
        *(Image(name, caption=f"The {name}.") for name in ("sky", "boat", "pier", "goat")),
        Image("sea"),
    ),
    evidence={
        "images": tuple(
            candidate(*one) for one in (("sky", None), ("boat", 50), ("pier", 150), ("goat", 300))
        )
    },
)


def test_captions_stand_before_the_block_behind_their_image_and_those_without_a_place_last() -> None:
    assert RECORD.text(captions=True).split("\n\n") == [
        "The boat.", "It rained.", "The pier.", "All day.", "The sky.", "The goat.",
    ]  # fmt: skip


def test_the_standfirst_opens_the_text() -> None:
    assert RECORD.text() == BODY
    assert RECORD.text(standfirst=True) == f"Ferries stayed.\n\n{BODY}"
    assert RECORD.text(True, True).startswith("Ferries stayed.\n\nThe boat.")


def test_a_record_without_text_or_standfirst_has_none() -> None:
    empty = Record(id="0" * 20, extractor=Extractor("1", {}))
    assert empty.text(standfirst=True, captions=True) == ""
    assert msgspec.structs.replace(RECORD, standfirst=None).text(standfirst=True) == BODY
