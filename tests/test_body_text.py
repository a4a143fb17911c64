"""Which blocks are the article, and the text they make."""

import gc
import weakref

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from onrecord import extract
from onrecord.body.blocks import cut
from onrecord.body.choices import Part
from onrecord.body.features import count
from onrecord.body.judgement import Judgement
from onrecord.body.model import choose_by
from onrecord.body.numbers import singles
from onrecord.body.paragraphs import plain_article
from onrecord.body.signed import SIGNED
from onrecord.body.text import Article, read_article
from onrecord.evidence import NOWHERE, Place
from onrecord.page import Page, open_page
from onrecord.readers import visible

ONE = (
    "The harbour at Quellmouth stayed shut on Monday while divers searched for a lost anchor, the port said."
)
TWO = "Two ferries turned back before noon. “We could see the pier,” said Ada Brill, who was on the second, “and no one to meet us.”"
THREE = "The anchor was found at dusk, half a mile from where it fell, and the first boat sailed at seven, an hour late."
HEAD = "<h1>Harbour shut while divers search for anchor</h1>"
PAGE = "<html><head><title>Harbour shut while divers search for anchor</title>{meta}</head><body><main>{body}</main></body></html>"


def opened(body: str, meta: str = "") -> Page:
    return open_page(PAGE.format(body=body, meta=meta), kind="html", url="https://quell.example/a/1")


def read(body: str, meta: str = "") -> tuple[str, Article]:
    page = opened(body, meta)
    return page.text, read_article(page)


def story(*inner: str, before: str = "", after: str = "") -> str:
    text = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in inner)
    return f"<article>{HEAD}{before}<div class='text'>{text}</div>{after}</article>"


def reason(article: Article, words: str) -> str:
    return next(c.reason for b, c in zip(article.cut.blocks, article.choices, strict=True) if words in b.text)


def test_paragraphs_are_kept_and_the_headline_is_not() -> None:
    _, article = read(story(ONE, TWO, THREE))
    assert article.text == f"{ONE}\n\n{TWO}\n\n{THREE}"
    assert reason(article, "Harbour shut") == "the headline"


def test_nothing_gives_an_article_without_text() -> None:
    article = read_article(open_page("", kind="html"))
    assert (article.text, article.blocks, article.links, article.evidence, article.span) == (
        None,
        (),
        (),
        (),
        None,
    )


@pytest.mark.parametrize(
    "aside",
    [
        f"<section class='comments'><p>{THREE.replace('anchor', 'hook')}</p></section>",
        f"<div class='author-bio'><p>{THREE.replace('anchor', 'hook')}</p></div>",
        f"<div class='newsletter-box'><p>{THREE.replace('anchor', 'hook')}</p></div>",
        f"<div class='u-hidden' hidden><p>{THREE.replace('anchor', 'hook')}</p></div>",
        "<p class='read-more'><b>Read also:</b> <a href='/p/2'>A hook for every boat</a></p>",
        "<p>Lesen Sie auch: <a href='/p/2'>Ein hook für jedes Boot</a></p>",
        "<figure><img src='a.jpg'><figcaption>The pier and its hook at noon.</figcaption></figure>",
        "<ul class='tags'><li><a href='/t/1'>hook</a></li><li><a href='/t/2'>port</a></li></ul>",
        "<div class='share'>Share this hook</div>",
        "<div><div><div><span>hook</span></div></div></div>",
    ],
)
def test_what_stands_beside_the_article_is_left(aside: str) -> None:
    _, article = read(story(ONE, TWO, aside, THREE) + aside)
    assert article.text == f"{ONE}\n\n{TWO}\n\n{THREE}"


def test_short_paragraphs_subheadings_lists_quotations_and_tables_stay() -> None:
    inner = (
        "<h2>A long night</h2>", "No one slept.", "<blockquote><p>We only heard the gulls, and then nothing at all.</p></blockquote>",
        "<ul><li>Two ferries turned back</li><li>One stayed in port</li></ul>",
        "<table><tr><th>Boat</th><th>Hours</th></tr><tr><td>Ada</td><td>7</td></tr></table>",
    )  # fmt: skip
    _, article = read(story(ONE, *inner, TWO, THREE))
    assert [b.kind for b in article.blocks] == [
        "paragraph", "heading", "paragraph", "quotation", "list-item", "list-item", "table-row", "table-row", "paragraph",
        "paragraph",
    ]  # fmt: skip
    assert article.text is not None
    assert [article.text[b.start : b.end] for b in article.blocks][1:3] == ["A long night", "No one slept."]


def test_a_heading_of_nothing_kept_is_left() -> None:
    box = "<div><h3>More from the coast</h3><ul><li><a href='/p/3'>Gulls return to the old lighthouse</a></li></ul></div>"
    _, article = read(story(ONE, TWO, box, THREE))
    assert article.text == f"{ONE}\n\n{TWO}\n\n{THREE}"
    assert [(k.url, k.start, k.rel) for k in article.links] == [
        ("https://quell.example/p/3", None, "related")
    ]


@pytest.mark.parametrize(
    "name", ["standfirst", "article__dek", "vorspann", "chapo", "entradilla", "underrubrik", "articleIntro"]
)
def test_a_standfirst_is_set_apart_by_its_class(name: str) -> None:
    lead = "Divers worked until dusk; two ferries never landed."
    source, article = read(story(ONE, TWO, THREE, before=f"<p class='{name}'>{lead}</p>"))
    (said,) = article.evidence
    assert (said.field, said.raw) == ("standfirst", lead)
    assert source[said.place.start : said.place.end] == lead
    assert article.text == f"{ONE}\n\n{TWO}\n\n{THREE}"


@pytest.mark.parametrize("name", ["lead", "post-intro", "summary"])
def test_a_lead_that_is_no_sentence_is_the_standfirst(name: str) -> None:
    lead = "The keeper of the light on boats, brothers and the sea"
    _, article = read(story(ONE, TWO, THREE, before=f"<p class='{name}'>{lead}</p>"))
    assert [e.raw for e in article.evidence if e.field == "standfirst"] == [lead]
    assert article.text == f"{ONE}\n\n{TWO}\n\n{THREE}"


def test_a_first_paragraph_stays_though_the_description_says_it_again() -> None:
    _, article = read(story(ONE, TWO, THREE), meta=f'<meta name="description" content="{ONE}">')
    assert article.evidence == ()
    assert article.text == f"{ONE}\n\n{TWO}\n\n{THREE}"


def test_a_list_of_names_and_values_with_the_date_in_it_is_no_text() -> None:
    facts = "<dl><dt>Date:</dt><dd>3 May 2024</dd><dt>Place:</dt><dd>Quell Harbour</dd></dl>"
    told = "".join(f"<p>{text}</p>" for text in (ONE, TWO, THREE))
    record = onrecord.extract(f"<article><h1>Harbour closed</h1>{facts}{told}</article>")
    assert record.article_body == f"{ONE}\n\n{TWO}\n\n{THREE}"
    assert record.date_published
    assert record.date_published.value == "2024-05-03"


def test_a_correction_is_evidence_and_not_text() -> None:
    note = "Correction: An earlier version of this report gave the wrong depth."
    source, article = read(story(ONE, TWO, THREE, f"<p><em>{note}</em></p>"))
    (said,) = article.evidence
    assert (said.field, said.raw) == ("corrections", note)
    assert source[said.place.start : said.place.end] == note
    assert article.text == f"{ONE}\n\n{TWO}\n\n{THREE}"
    _, article = read(story(ONE, TWO, f"<div class='korrektur'><p>{note}</p></div>", THREE))
    assert [e.field for e in article.evidence] == ["corrections"]


def test_a_correction_is_one_with_the_label_right_above_it_alone() -> None:
    note = "An earlier version of this report gave the wrong depth."
    _, article = read(story(ONE, TWO, THREE, f"<div class=correction><p>Correction:</p><p>{note}</p></div>"))
    assert [e.raw for e in article.evidence] == [f"Correction:\n{note}"]
    label = "Correction: it was seven."
    _, article = read(story(f"<p>{label}</p>", ONE, TWO, THREE, f"<p>{note}</p>"))
    assert [e.raw for e in article.evidence] == [label, note]


@pytest.mark.parametrize(
    "note",
    [
        "A previous version of this article gave the wrong depth.",
        "Une version antérieure de cet article donnait une profondeur erronée.",
        "In een eerdere versie van dit artikel stond een verkeerde diepte.",
        "訂正：水深は七メートルです。",
        "सुधार: पहले गहराई गलत दी गई थी।",
    ],
)
def test_a_correction_is_told_by_how_it_opens(note: str) -> None:
    _, article = read(story(ONE, TWO, THREE, f"<p>{note}</p>"))
    assert [(e.field, e.raw) for e in article.evidence] == [("corrections", note)]
    assert article.text == f"{ONE}\n\n{TWO}\n\n{THREE}"


def test_words_of_corrections_may_open_a_paragraph() -> None:
    errata = "Errata are listed at the back of the book, which the library has lent 4,000 times since it was printed."
    _, article = read(story(ONE, TWO, errata, THREE))
    assert article.evidence == ()
    assert errata in (article.text or "")


@pytest.mark.parametrize(
    "line",
    [
        "<p>By Una Corrie</p>",
        "<p>Par Una Corrie</p>",
        "<p>Von Una Corrie und Bo Lind</p>",
        "<p>By Una Corrie</p><p>Published on Friday, 3 May 2024, at 10:15</p>",
        "<p class='date'>Publié le 9 février 2024 à 06:30, mis à jour le 10 février 2024</p>",
        "<p class='date'>Gepubliceerd op 3 mei 2024 om 10:00 uur. Bijgewerkt op 4 mei 2024 om 11:00 uur</p>",
    ],
)
def test_a_line_above_the_prose_that_was_read_as_byline_or_date_is_no_text(line: str) -> None:
    page = opened(story(line, ONE, TWO, THREE))
    assert read_article(page).text != f"{ONE}\n\n{TWO}\n\n{THREE}"
    article = read_article(page, visible.read(page))
    assert article.text == f"{ONE}\n\n{TWO}\n\n{THREE}"
    assert [page.text[b.place.start : b.place.end] for b in article.blocks] == [ONE, TWO, THREE]
    assert SIGNED in article.choices


@pytest.mark.parametrize(
    "line",
    [
        "<p>By Friday nobody knew who had sent it.</p>",
        "<p>It was 3 May 2024.</p>",
        "<h2>By Una Corrie</h2>",
        "<p>The harbour of Quell and its ferries since 3 May 2024</p>",
    ],
)
def test_sentences_headings_and_more_than_a_date_stay(line: str) -> None:
    page = opened(story(line, ONE, TWO, THREE))
    assert read_article(page, visible.read(page)) == read_article(page)


def test_a_byline_after_the_prose_or_without_any_stays() -> None:
    page = opened(story(ONE, TWO, "By Una Corrie", THREE))
    assert "By Una Corrie" in (read_article(page, visible.read(page)).text or "")
    page = opened(f"<article>{HEAD}<p>By Una Corrie</p></article>")
    assert read_article(page, visible.read(page)) == read_article(page)


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("<p>Filed under: <a rel='tag' href='/t/1'>harbour</a>, <a rel='category tag' href='/c/2'>Ferries</a></p>", False),
        ("<p>Filed under: harbour, Ferries</p>", False),
        ("<p>On the water: <a href='/t/1'>harbour</a>, <a href='/c/2'>Ferries</a></p>", True),
        (f"<p>{THREE} <a rel='tag' href='/t/1'>harbour</a></p>", True),
    ],
)  # fmt: skip
def test_a_last_line_of_tags_is_no_text_and_a_paragraph_with_one_is(line: str, stays: bool) -> None:  # noqa: FBT001
    page = opened(story(ONE, TWO, line))
    text = read_article(page, visible.read(page)).text or ""
    assert text.startswith(f"{ONE}\n\n{TWO}")
    assert ("harbour" in text.removeprefix(f"{ONE}\n\n{TWO}")) is stays


def test_inline_links_have_offsets_and_absolute_addresses() -> None:
    inner = (
        "<p>"
        + ONE
        + " See <a href='../log?x=1'>the port’s log</a>, <a href='#n1'>1</a> or <a href='mailto:a@b.example'>write</a>.</p>"
    )
    _, article = read(story(TWO, inner, THREE))
    (link,) = article.links
    assert article.text is not None
    assert (link.url, article.text[link.start : link.end], link.rel) == (
        "https://quell.example/log?x=1",
        "the port’s log",
        "inline",
    )


def test_offsets_and_places_read_as_the_text() -> None:
    source, article = read(
        story(
            ONE,
            "<p>Fish &amp; <b>chips</b> were sold at the gate, as they are on every day of the year.</p>",
            THREE,
        )
    )
    assert article.text is not None
    second = article.blocks[1]
    assert article.text[second.start : second.end].startswith("Fish & chips were")
    assert source[second.place.start : second.place.end].startswith("Fish &amp; <b>chips</b> were")
    assert article.span == (article.blocks[0].place.start, article.blocks[-1].place.end)


@pytest.mark.parametrize(
    "text",
    [
        "港は月曜日、潜水士が失われた錨を探す間閉鎖されたままだったと港湾当局が発表した。フェリー二隻が正午前に引き返した。",
        "ظل الميناء مغلقا يوم الاثنين بينما بحث الغواصون عن مرساة مفقودة، وعادت عبارتان أدراجهما قبل الظهر، كما قالت الإدارة.",
        "ท่าเรือยังคงปิดในวันจันทร์ ขณะที่นักประดาน้ำค้นหาสมอที่หายไป. เรือข้ามฟากสองลำหันกลับก่อนเที่ยง ตามที่ท่าเรือแจ้ง.",
    ],
)
def test_any_script(text: str) -> None:
    other = text[len(text) // 2 :] + text[: len(text) // 2] + "."
    _, article = read(story(text, other, text[::-1] + "."))
    assert article.text == f"{text}\n\n{other}\n\n{text[::-1]}."


def test_copies_for_small_screens_are_left() -> None:
    copy = f"<div class='wide'>{HEAD}<p>{ONE}</p><p>{TWO}</p></div>"
    _, article = read(copy + copy.replace("wide", "narrow"))
    assert article.text == f"{ONE}\n\n{TWO}"


def test_a_line_right_under_the_headline_is_a_standfirst_whatever_its_class() -> None:
    line = "Divers worked until dusk; two ferries never landed"
    for tag in ("p class='k7'", "h2"):
        _, article = read(story(ONE, TWO, THREE, before=f"<{tag}>{line}</{tag.split()[0]}>"))
        assert [e.raw for e in article.evidence] == [line]


def test_a_line_with_a_sum_and_a_year_is_no_date() -> None:
    line = "The town buys for 640.000 euros what was closed in 1985"
    _, article = read(story(ONE, TWO, THREE, before=f"<h2>{line}</h2>"))
    assert [e.raw for e in article.evidence] == [line]


@pytest.mark.parametrize("tag", ["blockquote", "aside"])
def test_what_is_set_apart_and_said_in_the_text_as_well_is_said_once(tag: str) -> None:
    quote = "they turned back before noon, and no one came to meet them at the pier"
    pulled, twice = f"<{tag}><p>“{quote}”</p></{tag}>", f"<p>Of the ferries she said that {quote}.</p>"
    _, article = read(story(ONE, TWO, THREE, pulled + twice))
    assert (article.text or "").count(quote) == 1
    assert f"said that {quote}" in (article.text or "")
    _, article = read(story(ONE, TWO, THREE, f"<{tag}><p>The bay</p></{tag}>" + twice))
    assert (article.text or "").count(quote) == 1


def test_a_refrain_of_quotations_is_no_pull_quote() -> None:
    line = "<blockquote><p>This is the last night of the northern pier, my dears.</p></blockquote>"
    _, article = read(story(ONE, line, TWO, line, THREE))
    assert (article.text or "").count("last night of the northern pier") == 2


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("<em>Зибора Квелл</em>", "Зибора Квелл"),
        ("<i>Ada van der Quell</i>", "Ada van der Quell"),
        ("<i>Von Zybora Quell</i>", "Zybora Quell"),
        ("<b>Зибора Квелл</b>", None),
        ("<em>Happy New Year</em>", None),
        ("<em>To Be Continued</em>", None),
    ],
)
def test_a_name_alone_in_italics_signs_the_text(line: str, author: str | None) -> None:
    record = extract(f"<article><h1>Harbour closed</h1>{_LONG * 3}<p>{line}</p></article>")
    assert [a.name for a in record.author] == ([author] if author else [])
    assert (line.partition(">")[2][:9] in (record.article_body or "")) is (author is None)


def test_a_tree_is_freed_as_soon_as_it_is_let_go() -> None:
    class Marker:
        pass

    gc.disable()
    try:
        page = open_page(PAGE.format(body=story(ONE, TWO), meta=""), kind="html")
        marker = Marker()
        page.__dict__["marker"] = marker
        gone = weakref.ref(marker)
        read_article(page)
        del page, marker
        assert gone() is None
    finally:
        gc.enable()


def test_a_sentence_in_italics_under_the_headline_is_a_standfirst() -> None:
    line = "Divers worked until dusk and two ferries never landed."
    body = f"<table><tr><td><h2>Harbour shut while divers search for anchor</h2>{{}}<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></td></tr></table>"
    _, article = read(body.format(f"<p><i>{line}</i></p>"))
    assert [e.raw for e in article.evidence] == [line]
    assert article.text == f"{ONE}\n\n{TWO}\n\n{THREE}"
    _, article = read(body.format(f"<p><i>{line}</i></p><p><i>{line} Again.</i></p>"))
    assert article.evidence == ()


@pytest.mark.parametrize("line", ["17.04.2019 12:10 | Harbour | Ada Brill", "By Ada Brill, 2019-04-17"])
def test_without_headings_the_line_that_says_the_title_is_the_headline(line: str) -> None:
    title = "Harbour shut while divers search for anchor"
    text = f"<font size=3>{ONE}<br><br>{TWO}<br><br>{THREE}</font>"
    for between in ("<br>", "<br><br>"):
        _, article = read(
            f"<div><font size=5><b>{title}</b></font>{between}<font size=2>{line}</font><br><br>{text}</div>"
        )
        assert article.text == f"{ONE}\n\n{TWO}\n\n{THREE}"


def test_a_date_in_the_text_stays() -> None:
    dated = "They had last met on 17.04.2019, off the pier"
    _, article = read(story(ONE, dated, TWO, THREE))
    assert article.text == f"{ONE}\n\n{dated}\n\n{TWO}\n\n{THREE}"


@pytest.mark.parametrize("tag", ["article", "main"])
def test_a_brief_is_not_outweighed_by_the_page_around_it(tag: str) -> None:
    page = f"<{tag}>{HEAD}<div>4 May</div><div><p>{ONE}</p></div></{tag}><div><p>{TWO}</p></div>"
    _, article = read(f"<div>{page}</div>")
    assert article.text == ONE


WRAPPED = (
    "The harbour at Quellmouth stayed shut on Monday while\ndivers searched for a lost anchor, the port said."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        (" \n ", None),
        ("One line.\nAnother.", "One line.\n\nAnother."),
        (f"{WRAPPED}\n \n\nSecond.", f"{' '.join(WRAPPED.split())}\n\nSecond."),
        ("A <b>bold</b> <a href='/x'>link</a>.\n\nAnother.", "A bold link.\n\nAnother."),
        ("Fish &amp; chips", "Fish & chips"),
        ("<p>First</p><p>Second<br>line</p>", "First\n\nSecond\nline"),
        ("No tag: 3 < 4.\nStill none.", "No tag: 3 < 4.\n\nStill none."),
    ],
)
def test_plain_text_is_cut_into_paragraphs(text: str, expected: str | None) -> None:
    article = plain_article(text, Place(0, len(text), None, "$.articleBody"))
    assert article.text == expected
    assert [(article.text or "")[b.start : b.end] for b in article.blocks] == (expected or "").split(
        "\n\n"
    ) * bool(expected)


def test_plain_paragraphs_have_their_own_place_where_the_text_stands_literally() -> None:
    source = "Head\n  One.  \n\nTwo."
    article = plain_article(source[5:], Place(5, len(source)))
    assert [source[b.place.start : b.place.end] for b in article.blocks] == ["One.", "Two."]
    assert plain_article("One.\n\nTwo.", NOWHERE).blocks[1].place == NOWHERE


def test_paragraphs_that_data_give_without_a_break_are_parted_and_stand_where_the_value_does() -> None:
    place = Place(7, 400, None, "$.articleBody")
    article = plain_article(f"{ONE}What the divers found{TWO}{THREE}", place)
    assert (article.text or "").split("\n\n") == [ONE, "What the divers found", TWO, THREE]
    assert {b.place for b in article.blocks} | {t.place for t in article.troubles} == {place}
    assert [b.kind.value for b in article.blocks][:2] == ["paragraph", "heading"]


PIECES = (
    HEAD, f"<p>{ONE}</p>", f"<p>{TWO} <a href='/x'>here</a></p>", f"<div>{THREE}</div>", f"<p>{THREE}", "<p class='dek'>Two ferries turned back</p>",
    "<ul>", "</ul>", "<li>A point", f"<li>{TWO}</li>", "<div class='comments'>", "<div class='related'>", "</div>", "<div>", "<article>", "</article>",
    "<p>Correction: it was seven.</p>", "<figcaption>Pier</figcaption>", "<h2>Next</h2>", "<a href='http://b.example/p'>", "</a>", "<br>", "<b>", "</b>",
    "<table><tr><td>a</td><td>b</td></tr></table>", "<pre> x\n  y</pre>", "<blockquote>", "</blockquote>", "text", "雨が降った。", "&lt;b&gt;",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_page_gives_offsets_that_point_at_the_words_they_claim(body: str) -> None:
    source, article = read(body)
    text = article.text or ""
    assert "\n\n".join(text[b.start : b.end] for b in article.blocks) == text
    for link in article.links:
        if link.start is not None:
            assert text[link.start : link.end] == link.text
    kept = [
        b.text for b, c in zip(article.cut.blocks, article.choices, strict=True) if c.part is Part.ARTICLE
    ]
    assert kept == [text[b.start : b.end] for b in article.blocks]
    for said in article.evidence:
        if said.place.start is not None and "<" not in (found := source[said.place.start : said.place.end]):
            assert found.split() == said.raw.split()


@given(st.text(alphabet="ab.\n &;<>p/", max_size=60))
def test_any_plain_text_is_an_article(text: str) -> None:
    article = plain_article(text, Place(3, 3 + len(text)))
    assert "\n\n".join((article.text or "")[b.start : b.end] for b in article.blocks) == (article.text or "")


@pytest.mark.parametrize(
    ("last", "likely", "kept"),
    [
        ('<p class="text">Nobody was hurt.</p>', 0.4, True),
        ('<p class="text">Nobody was hurt.</p>', 0.3, False),
        ('<p class="note">Nobody was hurt.</p>', 0.4, False),
        ("<p>Nobody was hurt.</p>", 0.4, False),
        ('<div class="text">Nobody was hurt.</div>', 0.4, False),
        ('<section><p class="text">Nobody was hurt.</p></section>', 0.4, False),
    ],
)
def test_what_is_nearly_likely_is_text_where_it_goes_on_in_the_same_dress(last: str, likely: float, *, kept: bool) -> None:  # fmt: skip
    lines = "".join(f'<p class="text">{said}</p>' for said in (ONE, TWO, THREE))
    page = open_page(PAGE.format(body=f"{HEAD}<article>{lines}{last}</article>", meta=""))
    pieces = cut(page)
    article, standfirst = singles(len(pieces.blocks)), singles(len(pieces.blocks))
    for n in range(1, 4):
        article[n] = 0.9
    article[4] = likely
    chosen = choose_by(pieces, count(page, pieces), Judgement(article, standfirst), (0.5, 0.9))
    assert [choice.part is Part.ARTICLE for choice in chosen.choices] == [False, True, True, True, kept]


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("© 1999 Bay Post. All rights reserved.", False),
        ("Back to front page<br>Copyright 1999 Bay Post Inc.", False),
        ("Copyright is a strange thing, she said.", True),
        ("(c) as in cat, they teach here.", True),
    ],
)
def test_a_last_line_that_says_whose_the_rights_are_is_no_text(line: str, stays: bool) -> None:  # noqa: FBT001
    _, article = read(story(ONE, TWO, THREE, line))
    assert (line in (article.text or "")) is stays
    assert stays or "Post" not in (article.text or "")


def test_what_stands_above_the_headline_of_a_small_page_is_no_text() -> None:
    cached = "<p>This is a copy of the page http://www.bay.example/7.htm as it was found on 12 October 2002, made while walking the web.</p>"
    _, article = read(f"{cached}{HEAD}<p>{ONE}<p>{TWO}<p>{THREE}")
    assert "walking the web" not in (article.text or "")


def test_a_short_lead_above_the_byline_is_a_standfirst() -> None:
    lead = "<div class=excerpt><p>Rust was found in eleven hangers.</p></div>"
    for byline, apart in (("<p class=byline>By Jane Roe</p>", True), ("", False)):
        _, article = read(f"<article>{HEAD}{lead}{byline}<p>{ONE}<p>{TWO}<p>{THREE}</article>")
        assert ("Rust was" not in (article.text or "")) is apart


@pytest.mark.parametrize(
    ("between", "apart"),
    [
        ("<div class=author>Jane Roe</div>", True),
        ("", False),
        ("<h2>Ferries are late</h2><div class=author>Jane Roe</div>", False),
    ],
)
def test_a_lead_that_reads_like_text_is_a_standfirst_above_the_byline(between: str, apart: bool) -> None:  # noqa: FBT001
    """Where a heading stands between them it is the site's motto, under the site's name."""
    lead = "<p class=intro>Eleven hangers of the old bridge at Quellmouth were found rusted through on Monday.</p>"
    _, article = read(f"<article>{HEAD}{lead}{between}<p>{ONE}<p>{TWO}<p>{THREE}</article>")
    assert any(e.field == "standfirst" for e in article.evidence) is apart


@pytest.mark.parametrize("end", ["is also told in other tongues of the island:", "and again: {}"])
def test_what_leads_to_something_else_and_the_headline_again_are_no_standfirst(end: str) -> None:
    headline = "Rust found in the hangers of the old bridge"
    lead = f"<p class=intro>The whole of it {end.format(headline)}</p>"
    _, article = read(
        f"<article><h1>{headline}</h1>{lead}<div class=author>Jane Roe</div><p>{ONE}<p>{TWO}<p>{THREE}</article>"
    )
    assert not [e.raw for e in article.evidence if e.field == "standfirst"]


_LONG = "<p>" + "The harbour was closed all day and nobody in the town could say for how long. " * 4 + "</p>"


@pytest.mark.parametrize(
    "note",
    [
        "<p>Ida Holm is a writer in Harrow and has kept bees since 2009.</p>",
        "<p>Contact Ida Holm at 555-0102.</p>",
        "<p>Ida Holm can be reached at ida@bay.example.</p>",
        "<p>Copyright 2003 Bay News. All rights reserved.</p>",
        "<p>This article is for informational purposes only.</p>",
        "<p>The information here does not constitute legal advice.</p>",
        "<p>This entry was posted on Sunday, November 4th, 2007 and is filed under Ports.</p>",
        "<h3>About Ida Holm</h3><p>Ida Holm was born on an island and lives on another.</p>",
        "<p>If you liked this post you might also like:</p>",
        "<p>Lesen Sie auch:</p>",
        "<p>URL: https://bay.example/harbour/closed-1</p>",
        "<p>Sign up for our newsletter and never miss a boat.</p>",
        "<p>Suscríbete a nuestro boletín del puerto.</p>",
        "<p>Related posts from the bay:</p><p>This article is for informational purposes only.</p>",
        "<h3>About the author</h3><p>Ida keeps bees.</p><p>She has sold honey since 2009.</p>",
        "<p>Unsere Mitarbeiterin Ida Holm hält seit 2009 Bienen.</p>",
        "<p>Ida Holm keeps bees.</p><p>More from Ida Holm: The last lamp. A year of fog.</p>",
        "<p>If you liked this story, please consider a small donation, so that we can go on.</p>",
        "<h3>Rester informé</h3><p>Abonnez-vous à notre infolettre du port.</p>",
        "<p>この記事は有料会員限定です。登録すると続きをお読みいただけます。</p>",
        "<p>Мнение автора может не совпадать с позицией редакции.</p>",
        "<p>Tüm hakları saklıdır.</p>",
        "<p><b>Quellen:</b></p><ul><li>Hafenamt, Logbuch vom 2. Mai.</li><li>Gespräche mit der Besatzung.</li></ul>",
        "<p>– – –</p><p>Fuentes: Capitanía del puerto; entrevistas</p>",
        "<p>Pressekontakt: Hafenamt, Tel. 0555 102030</p><p>Das Hafenamt betreibt vier Fähren.</p>",
        "<h3>Altre notizie</h3><ul><li>Torna la sagra</li><li>Chiude il molo</li></ul><p>© Il Porto</p>",
        "<h3>Über die Autorin: Ida Holm</h3><p>Sie hält Bienen und lebt auf einer Insel.</p>",
        "<p>###</p><p>Bay Ferries runs nine boats between four towns.</p>",
        "<p>About Bay Ferries</p><p>Bay Ferries is a company of nine boats.</p><p>Press: 555-0102</p>",
        "<p>About Bay Ferries</p><p>Bay Ferries is a company of nine boats.</p><p>About Bay Piers</p><p>Bay Piers is a company.</p><p>More at www.bay.example.</p>",
    ],
)
def test_notes_on_who_wrote_pays_or_is_liable_are_no_text(note: str) -> None:
    page = f"<article><h1>Harbour closed</h1><p>By Ida Holm</p>{_LONG * 3}{{}}</article>"
    url = "https://bay.example/harbour/closed-1"
    assert extract(page.format(note), url=url).article_body == extract(page.format("")).article_body


@pytest.mark.parametrize(
    "note",
    [
        f"<h3>About the author</h3><p>Ida keeps bees.</p>{_LONG * 4}",
        "<p>Max Roe is a writer in Harrow and has kept bees since 2009, which he calls a second life.</p>",
        "<p>No copyright was claimed by the photographer, whose pictures are in every book on the harbour.</p>",
        "<p>About Harrow</p><p>Harrow is a town of nine thousand people at the mouth of the river Elm.</p>",
        "<p>The judge held that the letters of the harbour master did not constitute legal advice.</p>",
        "<p>Petition: https://bay.example/open-the-harbour</p>",
        "<p>The sign-up for the boat began at noon, the newsletter of the harbour said.</p>",
        "<p>#  #  #</p>"
        + _LONG
        + "<p>#  #  #</p><p>Then the ferries of the bay came home, one after another.</p>",
        "<h2>About Bay Ferries</h2><p>Bay Ferries is the leading line of the bay.</p><p>Its crews walked out on Monday, all of them.</p>",
        "<h2>About the writers’ strike</h2><p>Nobody in the harbour of Harrow wrote a line all day.</p>",
        "<p>Copyright by its nature lasts longer than a life, the judge said in Harrow on Monday.</p>",
        "<p>Read more in the log of the harbour master than in any of the town's own books, she said, and she has read it all:</p>",
        "<p>The ferries called at these four towns:</p>",
        "<p>Ida Holm: And what did you do then, when all the boats were gone?</p>",
        "<p>Die Zeitung hatte 20.000 Abonnenten, ehe sie im Jahr 2019 eingestellt wurde.</p>",
        "<p>“Support us with a donation, and tell our story,” said the harbour master of Harrow.</p>",
        "<p>The story of the donation moved its readers, who sent the harbour their own boats.</p>",
        "<p>The pressing needs of the harbour were met by 20.12.2022, the log of the master says.</p>",
        "<p>Mehr von der Fähre:</p><p>Sie kam am Abend zurück, und niemand stand am Pier.</p>",
        "<p>The sources of the Elm:</p><p>They lie in the hills above the harbour of Harrow.</p>",
        "<h2>Sources</h2><p>The Elm has more than one, and all of them lie in the hills above the harbour.</p>",
        "<p>Del mismo autor confeso se hallaron cartas, dijo la policía del puerto de Harrow.</p>",
        "<p>The harbour of the town of Harrow wants more from Europe</p>",
        "<p>“I shall not go out today,” Ida Holm told the harbour master.</p>",
        "<p>Hinweise nimmt die Pressestelle der Polizei unter 0555/10203040 entgegen.</p>",
        "<p>El periodista del puerto de Harrow recibió amenazas por su trabajo.</p>",
        "<p>About the harbour nobody spoke, and the ferries of the bay stayed where they were all day.</p>",
    ],
)
def test_last_words_on_somebody_else_stay(note: str) -> None:
    page = f"<article><h1>Harbour closed</h1><p>By Ida Holm</p>{_LONG * 3}{note}</article>"
    assert note[-40:-4] in (extract(page).article_body or "")


@pytest.mark.parametrize(
    "lead",
    [
        "Brokers who receive a commission must say so, the regulator said on Tuesday.",
        "“I get a small commission,” said Ida Holm, who sells boats in the harbour of Harrow.",
    ],
)
def test_a_first_line_on_what_others_are_paid_is_the_lead(lead: str) -> None:
    body = extract(f"<article><h1>Harbour closed</h1><p>{lead}</p>{_LONG * 3}</article>").article_body or ""
    assert body.startswith(lead)


def test_a_first_line_that_says_who_pays_is_no_text() -> None:
    note = "<p><em>This post contains affiliate links.</em></p>"
    body = extract(f"<article><h1>Harbour closed</h1>{note}{_LONG * 3}</article>").article_body or ""
    assert body.startswith("The harbour was closed")
