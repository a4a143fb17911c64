"""Where tags stand: read from the text as the parser tells it."""

from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.body import places
from onrecord.page import Page, open_page
from onrecord.tags import REPEATED, UNPLACED, Tags

PIECES = (
    "<p>", "</p>", "<P CLASS=a>", "<div title='a > b' hidden>", "</div>", "<br/>", "<img src = /a.png alt=\"it's\"/>", "<b>", "</b>",
    "<a href=x>", "</a>", "<i\nclass='x'\n>", "</i>", "<table>", "<tr>", "<td lang=en lang=de>", "</table>", "<svg viewBox='0 0 1 1'/>",
    "<math>", "<html lang=fr>", "<body>", "<p a='1'b=\"2\"c>", "<p a\"b=c' d=>", "<p =x=y>", "<p / x / y=/z/>", "<!-- <p> -->", "<title>",
    "</title>", "<textarea>", "<template>", "</template>", "\n", "\n" * 70, "words", "<", ">", "&lt;p&gt;", "<p title=", "<p title=&lt;p&gt;>", '"', "雨",
)  # fmt: skip
pages = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def agree(page: Page, tags: Tags) -> None:
    """That what is read of each element is what the parser tells."""
    for element in page.tree.iter_elements():
        location = element.source_location
        start = tags.start_of(element)
        assert (start == UNPLACED) == (location is None or element.tag in REPEATED)
        if location is None or start == UNPLACED:
            continue
        assert start == location.start_tag.start_offset
        assert tags.behind(element) == location.start_tag.end_offset
        assert tags.value(element, "absent") is None
        for name, span in location.attrs.items():
            if name.isalpha():
                found = tags.value(element, name)
                assert found is not None
                assert span.start_offset < found[0] <= found[1] <= span.end_offset
                assert unescape(page.text[slice(*found)]) == (element.attr(name) or "")


@settings(max_examples=400, deadline=None)
@given(pages)
def test_any_tag_is_read_as_the_parser_tells(html: str) -> None:
    page = open_page(html, kind="html")
    agree(page, page.tags)


def test_elements_may_be_asked_for_in_any_order() -> None:
    page = open_page("<p class=a>one</p>\n" * 200, kind="html")
    for element in list(page.tree.iter_elements("p"))[::-7]:
        location = element.source_location
        assert location is not None
        assert page.tags.start_of(element) == location.start_tag.start_offset


@pytest.mark.parametrize(
    ("source", "closes"),
    [("</p>", True), ("</P\n>", True), ("</p/>", True), ("</pre>", False), ("<p>", False), ("</p", False)],
)
def test_an_end_tag_is_told_by_its_name(source: str, closes: bool) -> None:  # noqa: FBT001  # a row of the table
    assert places._closes(source, 0, "p") is closes  # noqa: SLF001  # no page shows it alone


def test_a_quotation_mark_in_the_name_of_an_attribute_opens_nothing() -> None:
    source = 'First words.</p><p class="a "b">Second words.</p>'
    assert [e.text for e in open_page(f"<p>{source}", kind="html").tree.iter_elements("p")] == [
        "First words.",
        "Second words.",
    ]
    assert places._read(source) == "First words.Second words."  # noqa: SLF001  # no page shows it alone
    assert places._read("One <a title='x > y' href = \"/z>\">two</a> three") == "One two three"  # noqa: SLF001  # no page shows it alone
