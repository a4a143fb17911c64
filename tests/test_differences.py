"""What changed between two versions, in a reader's terms; and what is no change."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_archive import PARAGRAPHS, page
from onrecord.archive.changes import Diff
from onrecord.archive.differences import compare
from onrecord.extraction import extract
from onrecord.record import Record, Speaker, Statement, StatementKind

URL = "https://tarnpost.example/eels"


def read(*paragraphs: str, **said: str) -> Record:
    return extract(page(*paragraphs, **said), url=URL)


def kinds(diff: Diff) -> list[str]:
    return [str(change.kind) for change in diff.sentences]


def test_the_same_words_are_no_change() -> None:
    diff = compare(read(), read())
    assert not diff.changed
    assert not diff.silent
    assert (diff.sentences, diff.fields, len(diff.corrections)) == ((), (), 0)


def test_a_sentence_added_and_one_removed() -> None:
    after = read(*PARAGRAPHS[:3], "A ferry was late. " + PARAGRAPHS[3])
    assert kinds(compare(read(), after)) == ["added"]
    assert kinds(compare(after, read())) == ["removed"]
    (added,) = compare(read(), after).sentences
    assert added.after == "A ferry was late."
    assert after.article_body is not None
    assert added.after_start is not None
    assert after.article_body[added.after_start :].startswith("A ferry was late.")


def test_a_reworded_sentence_has_its_words_marked() -> None:
    after = read(PARAGRAPHS[0].replace("at dawn on Friday", "at noon on Saturday"), *PARAGRAPHS[1:])
    (change,) = compare(read(), after).sentences
    assert change.kind == "reworded"
    marked = [(word.text, word.kind) for word in change.words if word.kind]
    assert marked == [("dawn", "removed"), ("noon", "added"), ("Friday", "removed"), ("Saturday", "added")]
    assert "".join(w.text for w in change.words if w.kind != "removed") == change.after
    assert "".join(w.text for w in change.words if w.kind != "added") == change.before


def test_a_paragraph_that_moved() -> None:
    after = read(PARAGRAPHS[3], *PARAGRAPHS[:3])
    assert set(kinds(compare(read(), after))) == {"moved"}


def test_other_quotation_marks_are_no_change() -> None:
    plain = [p.translate(str.maketrans("“”", '""')) for p in PARAGRAPHS]
    assert not compare(read(), read(*plain)).changed


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Last updated 5 minutes ago", "Last updated 17 minutes ago"),
        (
            "Published 4 May 2024, 10:00 | Updated 12:10 BST",
            "Published 4 May 2024, 10:00 | Updated 12:40 BST",
        ),
        ("Stand: 4. Mai 2024, 10.00 Uhr", "Stand: 5. Mai 2024, 9.30 Uhr"),
        ("Mis à jour il y a 5 minutes", "Mis à jour il y a 2 heures"),
        ("更新：2024年5月4日 12:03", "更新：2024年5月4日 13:10"),
        ("Advertisement", "Advertisement - continue reading below"),
        ("Related: A ferry was late", "Related: A ferry was on time"),
        ("Sign up for the Morning Letter.", "Subscribe to our podcast"),
    ],
)
def test_lines_that_a_page_draws_anew_are_no_change(was: str, now: str) -> None:
    assert not compare(read(*PARAGRAPHS, was), read(*PARAGRAPHS, now)).changed


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Updated figures put the toll at 12.", "Updated figures put the toll at 112."),
        ("Published results name 3 rivers.", "Published results name 5 rivers."),
        ("Related charges were dropped.", "Related charges were upheld."),
        ("Date: 8 June 2024", "Date: 9 June 2024"),
        ("Advertisement rules were kept.", "Advertisement rules were dropped."),
        ("Stand heute wurden 12 Menschen verletzt.", "Stand heute wurden 112 Menschen verletzt."),
        ("Sign up for the race by 4 May.", "Sign up for the race by 5 May."),
    ],
)
def test_a_sentence_that_opens_as_such_a_line_does_is_compared(was: str, now: str) -> None:
    first, second, *others = PARAGRAPHS
    assert kinds(compare(read(*PARAGRAPHS, was), read(*PARAGRAPHS, now))) == ["reworded"]
    amid = compare(read(first, f"{second} {was}", *others), read(first, f"{second} {now}", *others))
    assert kinds(amid) == ["reworded"]
    assert amid.silent


def test_another_modified_time_alone_is_no_change_but_is_told() -> None:
    diff = compare(read(), read(modified="2024-05-04T08:00:00+00:00"))
    assert not diff.changed
    assert [field.field for field in diff.fields] == ["date_modified"]


def test_the_same_time_told_in_another_zone_is_no_change_and_tells_of_none() -> None:
    dawn = read(published="2024-05-03T06:00:00+01:00", modified="2024-05-04T09:00:00+01:00")
    utc = {"published": "2024-05-03T05:00:00Z", "modified": "2024-05-04T08:00:00Z"}
    assert (compare(dawn, read(**utc)).fields, compare(dawn, read(**utc)).changed) == ((), False)
    assert compare(dawn, read(*PARAGRAPHS[:3], **utc)).silent
    later = read(*PARAGRAPHS[:3], **{**utc, "modified": "2024-05-04T09:00:00Z"})
    assert not compare(dawn, later).silent


@pytest.mark.parametrize(
    ("said", "silent"),
    [({}, True), ({"modified": "2024-05-04T08:00:00+00:00"}, False)],
)
def test_a_silent_edit_is_one_that_nothing_tells(said: dict[str, str], silent: bool) -> None:  # noqa: FBT001
    assert compare(read(), read(*PARAGRAPHS[:3], **said)).silent is silent
    assert compare(read(), read(headline="Quite another headline", **said)).silent is silent


def test_a_sentence_is_what_became_of_one_alone() -> None:
    first, *others = PARAGRAPHS
    after = read(first.replace("dawn", "noon"), first.replace("dawn", "night"), *others)
    assert sorted(kinds(compare(read(), after))) == ["added", "reworded"]
    assert sorted(kinds(compare(after, read()))) == ["removed", "reworded"]


def test_changes_are_told_in_the_order_of_the_text() -> None:
    rain, ferry, fog = "Rain fell on Thursday night.", "A ferry was late.", "Fog is expected."
    after = read(rain, PARAGRAPHS[0], ferry, *PARAGRAPHS[2:], fog)
    changes = compare(read(), after).sentences
    assert [change.after for change in changes if change.kind == "added"] == [rain, ferry, fog]
    starts = [change.after_start for change in changes if change.after_start is not None]
    assert starts == sorted(starts)
    assert all((after.article_body or "")[c.after_start :].startswith(c.after or "-") for c in changes if c.after_start is not None)  # fmt: skip
    gone = [change for change in changes if change.kind == "removed"]
    assert [change.before_start for change in gone] == [(read().article_body or "").index(change.before or "-") for change in gone]  # fmt: skip
    assert gone


def test_a_sentence_said_twice_and_then_once_went_once() -> None:
    once, twice = read(*PARAGRAPHS, "Rain fell."), read("Rain fell.", *PARAGRAPHS, "Rain fell.")
    assert [(str(c.kind), c.before) for c in compare(twice, once).sentences] == [("removed", "Rain fell.")]
    assert [(str(c.kind), c.after) for c in compare(once, twice).sentences] == [("added", "Rain fell.")]


def test_a_time_that_is_no_longer_stated_is_told() -> None:
    time = "2024-05-04T08:00:00+00:00"
    (field,) = compare(read(modified=time), read()).fields
    assert (field.field, field.before, field.after) == ("date_modified", time, None)
    assert compare(read(modified=time), read(*PARAGRAPHS[:3])).silent


def test_a_correction_note_tells() -> None:
    note = "Correction, 4 May 2024: an earlier version named the wrong county town."
    noted = page(*PARAGRAPHS[:3]).replace(
        b"</article>", f'<p class="correction">{note}</p></article>'.encode()
    )
    diff = compare(read(), extract(noted, url=URL))
    assert [change.after for change in diff.corrections] == [note]
    assert not diff.silent


def test_headline_and_authors() -> None:
    byline = page(headline="Eel season opens late").replace(
        b"</h1>", b'</h1><p class="byline">By Ana Roe</p>'
    )
    diff = compare(read(headline="Eel season opens"), extract(byline, url=URL))
    told = {field.field: (field.before, field.after) for field in diff.fields}
    assert told == {"headline": ("Eel season opens", "Eel season opens late"), "author": (None, "Ana Roe")}


def test_statements_are_compared_where_both_have_them() -> None:
    import msgspec

    record = read()
    assert record.article_body is not None
    start = record.article_body.index("“We had")
    end = record.article_body.index("”", start) + 1
    speaker = Speaker("Odile Brandt", None, "Odile Brandt")
    said = Statement(((start, end),), (), (), StatementKind.DIRECT, speaker, "rules", 1.0)
    with_none, with_one = (msgspec.structs.replace(record, statements=s) for s in ((), (said,)))
    assert compare(record, with_one).statements is None
    changes = compare(with_none, with_one).statements
    assert changes is not None
    assert [(str(c.kind), c.after) for c in changes] == [
        ("added", "Odile Brandt: " + record.article_body[start:end])
    ]


def test_a_hostile_text_is_compared_in_bounded_time() -> None:
    same = ["The same line again and again."] * 3_000
    began = time.process_time()
    compare(read(*same, "x one."), read("y two.", *same, *same))
    many = [f"Line {n} says {n * 7} and {n * 31}." for n in range(4_000)]
    compare(read(*many), read(*(m.replace("says", "said") for m in many)))
    assert time.process_time() - began < 30


sentences = st.lists(
    st.sampled_from([*PARAGRAPHS, "Rain fell.", "雨が降った。船は出なかった。", "No."]),
    min_size=1,
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(sentences, sentences)
def test_a_diff_loses_no_sentence(old: list[str], new: list[str]) -> None:
    before, after = read(*old), read(*new)
    diff = compare(before, after)
    assert compare(before, before).sentences == ()
    assert diff.changed or before.article_body == after.article_body or not diff.sentences
    for change in diff.sentences:
        if change.before is not None:
            assert change.before in (before.article_body or "")
        if change.after is not None:
            assert change.after in (after.article_body or "")
