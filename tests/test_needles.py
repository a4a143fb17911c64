"""Loops that stand for regular expressions, or for a walk up the page, find what those find."""

import itertools
import re
from collections.abc import Iterable, Iterator
from re import _constants, _parser  # Python's own: how expressions are taken apart
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from turbohtml import Element

from onrecord import limits
from onrecord.body import hints, signed
from onrecord.extent import bounded
from onrecord.needles import Needles, count_letter, held, holds_any
from onrecord.page import open_page
from onrecord.phrases import Phrases, stems_of
from onrecord.readers import breadcrumbs, dated, filed, live_blogs, notices, visible, wording
from onrecord.readers.classes import CAPTION, LINE, NAMED, TAGS, says
from onrecord.readers.numerals import DATE, digits_in, has_date
from onrecord.readers.surroundings import Setting, stands_in

WORDS = ("cmpbox", "cf-chl-", "px-captcha", "cf-turnstile")
PIECES = st.sampled_from([*WORDS, "CMPBOX", "Cf-", "px-", "cf-chl", "é", "\U0001f600", " ", "-", "captcha"])


@given(st.lists(PIECES).map("".join))
def test_needles_find_what_a_regular_expression_does(text: str) -> None:
    found = re.search("|".join(WORDS), text, re.IGNORECASE | re.ASCII)
    assert Needles(WORDS).find(text, 0, len(text)) == (found.span() if found else None)


def test_needles_look_between_two_characters_only() -> None:
    needles = Needles(["ab", "cd"])
    assert needles.find("ab cd ab", 1, 99) == (3, 5)
    assert needles.find("ab cd ab", 4, 7) is None
    assert holds_any("a line", ("wine", "line"))
    assert not holds_any("a line", ())


@given(st.lists(PIECES).map("".join))
def test_needles_are_counted_as_a_regular_expression_counts(text: str) -> None:
    found = [w.lower() for w in re.findall("|".join(WORDS), text, re.IGNORECASE | re.ASCII)]
    assert Needles(WORDS).count(text, len(text)) == {word: found.count(word) for word in found}


STEMS = ("updat", "mis à jour", "updates", "измен", "更新")


@given(
    st.lists(st.sampled_from([*STEMS, "Updat", "MIS À", " ", "jour", "ИЗМЕН", "更", "新", "dat", "es"])).map(
        "".join
    )
)
def test_words_of_any_script_are_found_in_a_line(text: str) -> None:
    low = text.lower()
    found, wanted = Phrases(*STEMS).search(low), re.search("|".join(STEMS), low)
    assert (found and found.span()) == (wanted and wanted.span())


@given(st.text("<aé€\U0001f600"))
def test_a_letter_is_counted_as_by_the_text_itself(text: str) -> None:
    assert all(count_letter(c, text) == text.count(c) for c in "<é€\U0001f600")


@given(st.lists(st.text("abc ", max_size=6)), st.lists(st.text("abc", min_size=1, max_size=3)).map(tuple))
def test_lines_need_be_asked_for_held_words_only(lines: list[str], words: tuple[str, ...]) -> None:
    known = held(lines, words)
    assert [holds_any(line, known) for line in lines] == [holds_any(line, words) for line in lines]


@given(st.text("0159٣१x½² "))
def test_digits_of_any_script(text: str) -> None:
    assert digits_in(text) == sum(c.isdecimal() for c in text)


@pytest.mark.parametrize("before", [0, 1, 39_999, 40_000, 40_001])
@pytest.mark.parametrize(("attributes", "cuts"), [(limits.ATTRIBUTES, 0), (limits.ATTRIBUTES + 1, 1)])
def test_a_tag_of_too_many_attributes_is_found_wherever_it_stands(
    before: int, attributes: int, cuts: int
) -> None:
    text = "." * before + "<p" + " a" * attributes + ">" + "x" * 1_000_000
    read, troubles = bounded(text)
    assert (len(read) == before, len(troubles)) == (cuts, cuts)


@given(st.text("0123456789./-٣x ", max_size=12))
def test_numbers_of_a_date(text: str) -> None:
    assert has_date(text) is (DATE.search(text) is not None)


CLASSES = {
    NAMED: re.compile(
        "author|autor|auteur|byline|date|datum|posted|publish|headline|-title", re.IGNORECASE | re.ASCII
    ),
    LINE: re.compile("dateline|headline", re.IGNORECASE | re.ASCII),
    CAPTION: re.compile("^(?!.*captions).*caption", re.IGNORECASE | re.ASCII | re.DOTALL),
    TAGS: re.compile("tags", re.IGNORECASE | re.ASCII),
}
PARTS = st.sampled_from(
    ["author", "Aut", "or", "eur", "by", "Line", "da", "te", "tum", "POSTED", "post", "ed", "head", "-", "title", "x", "é", " ", "tag",
     "s", "Cap", "tion"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=8).map("".join))
def test_names_of_classes(name: str) -> None:
    assert says(name) == sum(kind for kind, piece in CLASSES.items() if piece.search(name))


BOXES = st.lists(
    st.sampled_from(["div", "nav", "main", "article", "div class=comments", "p id=footer"]), max_size=18
)


@given(st.lists(BOXES, min_size=1, max_size=4))
def test_what_is_known_of_neighbours_changes_no_answer(stacks: list[list[str]]) -> None:
    opened = "".join("".join(f"<{box}>" for box in stack) + "<b>x</b></div>" for stack in stacks)
    page = open_page(f"<html><body>{opened}", kind="html")
    tags, names = frozenset(("nav",)), hints.COMMENT | hints.FOOTER
    setting = Setting(tags, names)
    for element in page.tree.iter_elements(("b",)):
        assert setting.holds(element) == stands_in(element, tags, names) == _walked(element, tags, names)


def _walked(element: Element, tags: frozenset[str], names: int) -> bool:
    for ancestor in itertools.islice(element.ancestors, 13):
        if not isinstance(ancestor, Element) or ancestor.tag in {"main", "body", "html"} - tags:
            return False
        said = hints.of_name(ancestor.attr("class") or "") | hints.of_name(ancestor.attr("id") or "")
        if ancestor.tag in tags or (ancestor.tag != "article" and said & names):
            return True
    return False


PHRASES = dict(notices.NOTICES) | {
    f"{module.__name__}.{name}": value
    for module in (breadcrumbs, dated, filed, live_blogs, visible, wording, signed)
    for name, value in vars(module).items()
    if isinstance(value, Phrases)
}


@pytest.mark.parametrize("name", PHRASES)
def test_a_stem_is_in_all_that_an_expression_finds(name: str) -> None:
    for phrases in (PHRASES[name], *PHRASES[name].parts):
        spelled = [*_spelled(_parser.parse(phrases.written))]
        assert spelled == [said for said in spelled if holds_any(said, phrases.stems)]


def test_stems_are_the_longest_letters_that_nothing_can_be_without() -> None:
    assert stems_of(r"(?:a )?storm|\b(?:high|low) (?:tide|tides)") == ("storm", "tide")
    assert stems_of(r"rain{2}bow|drizzles?|fog(?! lamp)s+") == ("rain", "drizzle", "fogs")
    assert stems_of(r"sea [.]{0,3}walls|満潮.flood") == ("walls", "満潮")
    with pytest.raises(ValueError, match="nothing"):
        stems_of("storm|(?:rain)?")


def _spelled(expression: Iterable[tuple[Any, Any]]) -> Iterator[str]:
    """What an expression finds, in each of its ways: what may be left out left out or there, other letters as NUL."""
    return map("".join, itertools.product(*(list(_ways(*part)) for part in expression)))


def _ways(part: Any, of: Any) -> Iterator[str]:  # noqa: ANN401  # what Python's own parser of expressions gives
    if part is _constants.LITERAL:
        yield chr(of)
    elif part is _constants.BRANCH:
        yield from itertools.chain.from_iterable(map(_spelled, of[1]))
    elif part is _constants.SUBPATTERN:
        yield from _spelled(of[3])
    elif part in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
        yield from ([] if of[0] else [""])
        yield from _spelled(of[2])
    elif part is _constants.IN and all(kind is _constants.LITERAL for kind, _ in of):
        yield from (chr(letter) for _, letter in of)
    elif part in (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT):
        yield ""
    else:
        yield "\0"
