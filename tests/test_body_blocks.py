"""How a page is cut into blocks."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import limits
from onrecord.body import places
from onrecord.body.blocks import UNREAD, Cut, TextBlock, cut
from onrecord.body.places import places_of
from onrecord.evidence import Place
from onrecord.page import Page, open_page


def blocks_of(html: str) -> tuple[TextBlock, ...]:
    return cut(open_page(html, kind="html")).blocks


def place_of(page: Page, block: TextBlock) -> Place:
    return places_of(page, (block,))[0]


def texts(html: str) -> list[str]:
    return [b.text for b in blocks_of(html)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", []),
        ("<p>   </p><p>&nbsp;</p>", []),
        ("<p>One <b>bold</b>\n and <i>an</i>other.</p>", ["One bold and another."]),
        ("<p>Fish&nbsp;&amp;\tchips</p>", ["Fish & chips"]),
        ("<div>First line<br>second line</div>", ["First line\nsecond line"]),
        ("<div>First<br><br>Second<br>\n<br />Third</div>", ["First", "Second", "Third"]),
        ("<div>First<hr>Second</div>", ["First", "Second"]),
        ("<div><br>Alone<br></div>", ["Alone"]),
        ("<div>Bare<p>inner</p>tail</div>", ["Bare", "inner", "tail"]),
        ("<p>Left open<p>and again", ["Left open", "and again"]),
        ("<b><p>Across</b> the tag</p>", ["Across the tag"]),
        ("<p>Seen<script>var x = '<p>no</p>'</script><style>p{}</style> too</p>", ["Seen too"]),
        ("<p>Shown <span hidden>not</span><span style='display: none'>nor</span>here</p>", ["Shown here"]),
        (
            "<p>Seen <span style='border: none'>too</span><span style='Visibility : hidden'>not</span></p>",
            ["Seen too"],
        ),
        ("<p>Read <span class='sr-only'>aloud only</span>on</p>", ["Read on"]),
        ("<nav><p>Home</p></nav><footer><p>Imprint</p></footer><p>News</p>", ["News"]),
        ("<article><p>News</p><footer><p>Note</p></footer></article>", ["News", "Note"]),
        ("<ul class='main-menu'><li>Home</li></ul><ul><li>Point</li></ul>", ["Point"]),
        ("<my-box><p>In a site's own element</p></my-box>", ["In a site's own element"]),
        ("<p>شهد الميناء <b>ليلة</b> هادئة.</p>", ["شهد الميناء ليلة هادئة."]),
        ("<p>港は<b>静か</b>だった。</p><p>船が来た。</p>", ["港は静かだった。", "船が来た。"]),
        ("<p>ท่าเรือเงียบ<br>เรือมาถึง</p>", ["ท่าเรือเงียบ\nเรือมาถึง"]),
    ],
)
def test_blocks_are_what_a_reader_sees(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


def test_headings_know_their_level() -> None:
    assert [(b.kind, b.level) for b in blocks_of("<h1>A</h1><h4>B</h4><p>C</p>")] == [
        ("heading", 1),
        ("heading", 4),
        ("paragraph", None),
    ]


def test_nested_lists_know_their_depth() -> None:
    html = "<ul><li>Bread<ol><li>rye</li><li><p>wheat</p></li></ol></li><li>Milk</li></ul><p>End</p>"
    assert [(b.text, b.kind, b.level) for b in blocks_of(html)] == [
        ("Bread", "list-item", 1),
        ("rye", "list-item", 2),
        ("wheat", "list-item", 2),
        ("Milk", "list-item", 1),
        ("End", "paragraph", None),
    ]


def test_a_table_of_data_is_rows_and_one_that_lays_out_is_not() -> None:
    data = "<table><tr><th>Ward</th><th>Votes</th></tr><tr><td>North</td><td><p>1,204</p></td></tr></table>"
    assert [(b.text, b.kind) for b in blocks_of(data)] == [
        ("Ward\tVotes", "table-row"),
        ("North\t1,204", "table-row"),
    ]
    layout = "<table><tr><td><ul><li>Home</li></ul></td><td><h2>News</h2><p>It rained.</p></td></tr></table>"
    assert texts(layout) == ["Home", "News", "It rained."]


def test_preformatted_text_keeps_its_white_space() -> None:
    (block,) = blocks_of("<pre>\nif rain:\n    stay <a href='/in'>in</a>\n</pre>")
    assert (block.text, block.kind) == ("if rain:\n    stay in", "preformatted")
    assert [block.text[a.start : a.end] for a in block.anchors] == ["in"]


def test_a_heading_in_preformatted_text_is_a_heading() -> None:
    assert [(b.text, b.kind) for b in blocks_of("<pre>a  b<h2>c  d</h2></pre>")] == [
        ("a  b", "preformatted"),
        ("c d", "heading"),
    ]


def test_quotations() -> None:
    html = "<blockquote><p>Never again.</p><p>Not here.</p></blockquote><p>She left.</p>"
    assert [b.kind for b in blocks_of(html)] == ["quotation", "quotation", "paragraph"]


def test_links_know_where_they_stand() -> None:
    (block,) = blocks_of(
        "<p> The <a href='/a'> old  mill </a>and\n<a href=' b '>the <b>weir</b></a><br><a href='c'>x</a>.</p>"
    )
    assert block.text == "The old mill and the weir\nx."
    assert [(a.href, block.text[a.start : a.end]) for a in block.anchors] == [
        ("/a", "old mill"),
        ("b", "the weir"),
        ("c", "x"),
    ]


def test_a_link_over_a_line_break_is_one() -> None:
    (block,) = blocks_of("<p>See <a href='/a'>the mill<br>by <i>the</i> weir</a>.</p>")
    assert [block.text[a.start : a.end] for a in block.anchors] == ["the mill\nby the weir"]


def test_a_link_around_blocks_is_in_each() -> None:
    card = blocks_of("<a href='/x'><h3>Bridge opens</h3><p>After a year.</p></a><p>Text</p>")
    assert [[a.href for a in b.anchors] for b in card] == [["/x"], ["/x"], []]


def test_blocks_of_a_container_are_a_range() -> None:
    found = cut(open_page("<div><p>a</p><section><p>b</p><p>c</p></section></div><p>d</p>", kind="html"))
    ranges = {c.tag: [b.text for b in found.blocks[c.first : c.end]] for c in found.containers}
    assert ranges["section"] == ["b", "c"]
    assert ranges["div"] == ["a", "b", "c"]
    assert all(c.parent < n for n, c in enumerate(found.containers))


def test_a_page_is_cut_once() -> None:
    page = open_page("<p>One</p>", kind="html")
    assert cut(page) is cut(page)
    assert cut(open_page("<p>One</p>", kind="html")) is not cut(page)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("html", "source"),
    [
        ("<p>One <b>two</b></p>", "One <b>two"),
        ("<p>Left open\n<p>next", "Left open\n"),
        ("<div><!-- note -->Bare <i>text</i><p>more</p></div>", "<!-- note -->Bare <i>text"),
        ("<div>First<br>same<br><br>Second</div>", "First<br>same"),
        ("<ul><li>Fish &amp; chips<ul><li>salt</ul></ul>", "Fish &amp; chips"),
        ("<p>Before<img src='a>b.jpg'> after</p>", "Before<img src='a>b.jpg'> after"),
        ("<p>\n <b><a href='/a'>One</a></b></p>", "One"),
        ("<p>One <span>two</span> </p>", "One <span>two"),
        ("<p>One <i>two</i>, three</span> </p>", "One <i>two</i>, three</span> "),
        ("<b>x<p>One</b> two</p>", "x"),
    ],
)
def test_a_place_is_the_span_between_the_tags_around(html: str, source: str) -> None:
    page = open_page(html, kind="html")
    place = place_of(page, cut(page).blocks[0])
    assert page.text[place.start : place.end] == source


@pytest.mark.parametrize("tag", sorted(UNREAD - {"frameset", "head", "option"}))
def test_a_place_goes_over_an_element_whose_words_are_no_text(tag: str) -> None:
    """But for what the parser drops here, or ends with no tag of its own."""
    page = open_page(f"<div>One <{tag}>unread</{tag}>word.</div>", kind="html")
    block = cut(page).blocks[0]
    place = place_of(page, block)
    assert (block.text, page.text[place.start : place.end]) == (
        "One word.",
        f"One <{tag}>unread</{tag}>word.",
    )


def test_no_place_where_hidden_words_stand_between() -> None:
    page = open_page("<p>Shown <span hidden>not</span> here</p>", kind="html")
    assert place_of(page, cut(page).blocks[0]).start is None


def test_words_moved_by_the_parser_have_no_place() -> None:
    page = open_page("<table><tr><td>cell</td></tr>moved <b>words</b> here</table>", kind="html")
    block = next(b for b in cut(page).blocks if "moved" in b.text)
    place = place_of(page, block)
    assert place.start is None or squeezed(page.text[place.start : place.end]) == squeezed(
        "moved <b>words</b> here"
    )


def bounded(html: str) -> tuple[Page, Cut]:
    page = open_page(html, kind="html")
    start = time.process_time()
    found = cut(page)
    assert time.process_time() - start < 5
    return page, found


def test_deep_nesting_is_not_read_to_the_end() -> None:
    for tag in ("div", "b", "ul><li", "table><tr><td"):
        _, found = bounded("<p>Above</p>" + f"<{tag}>" * 200_000 + "below")
        assert found.blocks[0].text == "Above"
        assert [t.code for t in found.troubles] == ["too-deep"]


def test_many_siblings_take_bounded_time() -> None:
    page, found = bounded("<p>x</p>" * 100_000)
    assert len(found.blocks) == limits.BLOCKS
    assert [t.code for t in found.troubles] == ["too-many-blocks"]
    _, found = bounded("<i>x</i>" * 100_000)
    assert len(found.blocks) == 1
    start = time.process_time()
    for block in found.blocks[-50:]:
        place_of(page, block)
    assert time.process_time() - start < 5


PIECES = (
    "<p>", "</p>", "<div>", "</div>", "<div hidden>", "<br>", "<hr>", "<b>", "</b>", "<i class='x'>", "</i>", "<h1>", "</h1>",
    "<h2>", "</h2>", "<ul>", "</ul>", "<li>", "</li>", "<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>", "<pre>",
    "</pre>", "<blockquote>", "</blockquote>", "<a href='/a'>", "<a href='https://b.example/?q=1'>", "</a>", "<figure>",
    "<figcaption>", "</figcaption>", "</figure>", "<script>x</script>", "<button>b</button>", "<!-- c -->", "<span>",
    "</span>", "<section class='comments'>", "</section>", "<article>", "</article>", "<footer>", "</footer>", "<my-el>",
    "</my-el>", " ", "\n", "\t", "&nbsp;", "&amp;", "Rain fell. ", "on the", " old mill, ", "雨が降った。", "مطر", "ฝน", "\0", "&#1;",
    "A long sentence that says, at some length, that the ferry will not sail before the storm has passed over the bay. ",
)  # fmt: skip
pages = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=400, deadline=None)
@given(pages)
def test_any_page_is_cut_and_its_places_read_as_its_blocks(html: str) -> None:
    page = open_page(html, kind="html")
    for block in cut(page).blocks:
        assert block.text.strip()
        assert block.kind == "preformatted" or "  " not in block.text
        ends = [0]
        for anchor in block.anchors:
            assert anchor.start >= ends[-1]
            assert block.text[anchor.start : anchor.end].strip()
            ends.append(anchor.end)
        place = place_of(page, block)
        if place.start is not None:
            again = blocks_of(f"<div>{page.text[place.start : place.end]}</div>")
            assert squeezed("".join(b.text for b in again)) == squeezed(block.text)


@settings(max_examples=400, deadline=None)
@given(pages)
def test_a_place_read_from_tag_to_tag_is_the_one_that_the_parser_tells(html: str) -> None:
    page = open_page(html, kind="html")
    for block in cut(page).blocks:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(places, "_LOOPS", True)
            read = place_of(page, block)
            patch.setattr(places, "_LOOPS", False)
            assert read == place_of(page, block)
