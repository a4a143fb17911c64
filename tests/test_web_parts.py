"""What the reading room's pages are made of: queries taken apart, a line of time, marks over a text, two sides."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.archive.differences import compare
from onrecord.errors import QueryError
from onrecord.page import open_page
from onrecord.record import Conflict, Link, Record, Rel
from onrecord.search.hits import Facets
from onrecord.search.query import parse
from onrecord.search.tree import Or
from onrecord.web import terms
from onrecord.web.evidence import clashes
from onrecord.web.marking import Marked, pieces
from onrecord.web.reading import groups
from onrecord.web.sides import side_by_side
from onrecord.web.source_page import stretch
from onrecord.web.timeline import timeline
from onrecord.whereabouts import Span, position, positions
from small_press import press, record

# Queries


@pytest.mark.parametrize(
    ("query", "text", "without"),
    [
        ('rain publisher:"Tarn Post"', 'publisher:"Tarn Post"', "rain"),
        ("rain AND publisher:x AND snow", "publisher:x", "rain AND snow"),
        ("publisher:x AND rain", "publisher:x", "rain"),
        ("-publisher:x rain", "-publisher:x", "rain"),
        ("rain NOT language:en", "NOT language:en", "rain"),
        ("(rain OR snow) date:2022", "date:2022", "(rain OR snow)"),
        ("date:2022", "date:2022", ""),
        ("copies:hide rain", "copies:hide", "rain"),
    ],
)
def test_a_condition_is_taken_off(query: str, text: str, without: str) -> None:
    assert terms.Term(text, without) in terms.terms(query)


@pytest.mark.parametrize("query", ["rain", "rain OR date:2022", "publisher:(a OR b)", "((", ""])
def test_what_cannot_be_taken_off_whole_is_left(query: str) -> None:
    for term in terms.terms(query):
        assert not term.without or parse(term.without)
    assert query != "rain OR date:2022" or terms.terms(query) == ()


WORDS = st.sampled_from(["rain", "snow", '"heavy rain"', "publisher:x", "-speaker:y", "date:2022", "language:en", "has:conflict", "(a OR b)", "OR", "AND", "NOT", "said:x", "copies:hide"])  # fmt: skip


@given(st.lists(WORDS, max_size=6).map(" ".join))
def test_a_query_narrowed_can_be_read_and_holds_for_all_of_it(query: str) -> None:
    narrowed = terms.narrowed(query, "language:de")
    try:
        before = parse(query)
    except QueryError:
        assert narrowed in (query, "language:de")
        return
    assert not isinstance(parse(narrowed), Or)
    assert any(term.text == "language:de" for term in terms.terms(narrowed))
    for term in terms.conjuncts(narrowed):
        assert not term.without or parse(term.without)
    assert isinstance(before, msgspec.Struct)


def test_days_take_the_place_of_days() -> None:
    assert terms.dated("rain date:2020 date:2021", "2022-02", None) == "rain date:2022-02.."
    assert terms.dated("rain -date:2020", "2022", "2022") == "rain -date:2020 date:2022"
    assert terms.dated("rain date:2020", None, None) == "rain"
    assert terms.dated("", None, "2022") == "date:..2022"


# The line of time


def facets(month: dict[str, int], day: dict[str, int] | None = None) -> Facets:
    return Facets(
        total=sum(month.values()), complete=True, publisher=(), language=(), month=tuple(month.items()),
        day=tuple((day or {}).items()), speaker=(),
    )  # fmt: skip


def test_months_without_an_article_have_their_place() -> None:
    line = timeline(facets({"2021-11": 4, "2022-02": 1}))
    assert line
    assert [(bar.period, bar.articles) for bar in line.bars] == [("2021-11", 4), ("2021-12", 0), ("2022-01", 0), ("2022-02", 1)]  # fmt: skip
    assert [bar.height for bar in line.bars] == [64, 0, 0, 16]
    assert [bar.y + bar.height for bar in line.bars] == [64, 64, 64, 64]


def test_days_where_all_are_near_and_years_where_they_are_far() -> None:
    near = timeline(facets({"2022-02": 3}, {"2022-02-27": 1, "2022-03-02": 2}))
    assert near
    assert (near.unit, len(near.bars)) == ("day", 4)
    far = timeline(facets({"1999-01": 1, "2022-02": 3, "2022-07": 2}))
    assert far
    assert (far.unit, len(far.bars), far.bars[-1].articles) == ("year", 24, 5)
    assert timeline(facets({})) is None


def test_the_rarest_can_be_seen_beside_the_most_frequent() -> None:
    line = timeline(facets({"2022-01": 1, "2022-02": 100_000}))
    assert line
    assert line.bars[0].height >= 2


# Marks


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(-3, 33), st.integers(-3, 33)), max_size=8))
def test_pieces_are_the_text_and_each_has_the_marks_that_lie_over_it(
    text: str, spans: list[tuple[int, int]]
) -> None:
    made = pieces(text, [Marked(start, end, n) for n, (start, end) in enumerate(spans)])
    assert "".join(piece.text for piece in made) == text
    at = 0
    for piece in made:
        for place in range(at, at + len(piece.text)):
            over = {n for n, (start, end) in enumerate(spans) if start <= place < end}
            assert set(piece.marks) == over
        at += len(piece.text)


def test_every_character_of_an_article_is_shown_once() -> None:
    for one in press():
        shown = [piece.text for group in groups(one) for unit in group.units for piece in unit.pieces]
        assert "".join(shown) == (one.article_body or "").replace("\n\n", "")


def test_a_statement_begins_once_though_a_link_lies_in_it() -> None:
    ferry = press()[0]
    assert ferry.statements
    start, _ = ferry.statements[0].content[0]
    cut = msgspec.structs.replace(
        ferry, links=(Link("https://x.example/", "cannot", start + 4, start + 10, Rel.INLINE),)
    )
    marks = [
        mark for group in groups(cut) for unit in group.units for piece in unit.pieces for mark in piece.marks
    ]
    assert sum(mark.begins for mark in marks) == 1
    assert sum(mark.statement == 1 for mark in marks) == 3
    assert sum(mark.url is not None for mark in marks) == 1


# Two sides


def versions(before: str, after: str) -> tuple[Record, Record]:
    return record("a", "Rain", before), record("a", "Rain", after)


def text_of(side: list[tuple[str, tuple[str, ...]]]) -> str:
    return "".join(text for text, _ in side)


PARAGRAPHS = st.lists(
    st.sampled_from(["It rained on Monday. It was cold.", "It rained on Tuesday. It was cold.", "Nobody came.", "The boats stayed in all day, said Ana Lund.", "The boats went out all day, said Ana Lund.", "雨が降った。", "Snow fell in Tarn."]),
    max_size=7,
)  # fmt: skip


@given(PARAGRAPHS, PARAGRAPHS)
def test_both_sides_hold_their_whole_text_in_order(before: list[str], after: list[str]) -> None:
    one, other = versions("\n\n".join(before), "\n\n".join(after))
    rows = [row for fold in side_by_side(one, other, compare(one, other)) for row in fold.rows]
    left = ["".join(piece.text for piece in row.left) for row in rows if row.left is not None]
    right = ["".join(piece.text for piece in row.right) for row in rows if row.right is not None]
    assert [part for part in left if part] == before
    assert [part for part in right if part] == after
    for row in rows:
        assert not row.same or row.left == row.right


def test_only_the_words_that_differ_are_marked() -> None:
    one, other = versions(
        "The wall costs £41m, said Roe. It rained.", "The wall costs £46m, said Roe. It rained."
    )
    ((row,),) = (fold.rows for fold in side_by_side(one, other, compare(one, other)))
    assert row.left
    assert row.right
    assert [piece.text for piece in row.left if "removed" in piece.marks] == ["41m"]
    assert [piece.text for piece in row.right if "added" in piece.marks] == ["46m"]


def test_what_did_not_change_is_folded() -> None:
    same = "\n\n".join(f"Paragraph number {n} stays as it was." for n in range(12))
    one, other = versions(f"{same}\n\nIt rained.", f"{same}\n\nIt snowed heavily in the hills.")
    folds = side_by_side(one, other, compare(one, other))
    assert [(fold.folded, len(fold.rows)) for fold in folds] == [(True, 10), (False, 4)]


# The source


@given(st.text("ab\n", max_size=60), st.lists(st.integers(0, 60), max_size=9))
def test_many_positions_are_those_of_each(text: str, offsets: list[int]) -> None:
    inside = [min(offset, len(text)) for offset in offsets]
    page = open_page("x" + text, kind="html")
    assert page.text == "x" + text
    assert positions(page.text, inside) == {offset: position(page, offset) for offset in inside}


@given(st.integers(0, 200_000), st.integers(0, 50))
def test_a_stretch_of_the_source_holds_the_place(start: int, size: int) -> None:
    text = "".join(f"{n:09}\n" for n in range(20_000))
    found = stretch(text, Span(start, start + size))
    assert found.here == text[start : start + size]
    whole = found.before + found.here + found.after
    assert whole in text
    assert text.startswith(f"{found.line - 1:09}"[:9], (found.line - 1) * 10)
    assert (found.cut_before, found.cut_after) == (not text.startswith(whole), not text.endswith(whole))


def test_of_a_short_source_nothing_is_cut() -> None:
    assert stretch("rain in May", None)[-2:] == (False, False)


def test_a_record_made_elsewhere_may_say_that_anything_is_in_conflict() -> None:
    odd = msgspec.structs.replace(
        record("rain", "Rain", "It rained."), conflicts=(Conflict("zebra", "two of it", (), ()),)
    )
    assert [clash.field for clash in clashes(odd)] == ["zebra"]
