"""A page: what it is told to be, and where the words of an element stand."""

import hashlib

import pytest

from onrecord.page import Page, PageKind, open_page, words


def opened(text: str, url: str | None = None) -> Page:
    return open_page(text, url=url, kind="html")


@pytest.mark.parametrize(
    ("text", "headers", "kind"),
    [
        ("<!DOCTYPE html><p>Rain", {}, PageKind.HTML),
        ("Rain <p class=x> in May", {}, PageKind.HTML),
        ("Rain in May.\n\nIt rained.", {}, PageKind.TEXT),
        ("a < b and b > c", {}, PageKind.TEXT),
        ("<pre> in May", {"Content-Type": "text/html"}, PageKind.HTML),
        ("Rain in May", {"Content-Type": "text/html"}, PageKind.TEXT),
        ("", {}, PageKind.TEXT),
    ],
)
def test_mark_up_is_told_from_text(text: str, headers: dict[str, str], kind: PageKind) -> None:
    assert open_page(text, headers=headers).kind is kind
    assert open_page(text, headers=headers, kind="html").kind is PageKind.HTML


def test_what_is_known_of_the_bytes() -> None:
    page = open_page(b"\xef\xbb\xbf<p>Rain\r\n", headers=[(":Status", "200")], url="https://news.example/")
    assert page.text == "<p>Rain\n"
    assert page.digest == "sha256:" + hashlib.sha256(b"\xef\xbb\xbf<p>Rain\r\n").hexdigest()
    assert (page.status, page.encoding, page.encoding_source) == (200, "utf-8", "bom")


def test_half_characters_become_the_sign_for_it() -> None:
    page = open_page(
        "<p>a\ud83d", url="https://news.example/\udc00", headers={"x": "\ud83d"}, captured="\ud83d"
    )
    assert (page.text, page.url, page.headers["x"]) == ("<p>a�", "https://news.example/�", "�")
    assert [t.code for t in page.troubles] == ["capture-time-unreadable"]


@pytest.mark.parametrize(
    ("text", "raw", "stands"),
    [
        ("<h1>Rain in May</h1>", None, "Rain in May"),
        ("<h1> Rain <b>in</b> May </h1>", "Rain in May", " Rain <b>in</b> May "),
        ("<h1>Rain &amp; wind</h1>", "Rain & wind", "Rain &amp; wind"),
        ("<h1>By Ana Roe, 3 May 2024</h1>", "3 May 2024", "3 May 2024"),
        ("<h1>By Ana, 3&nbsp;May <b>20</b>24, 10:00</h1>", "3 May 2024", "3&nbsp;May <b>20</b>24"),
        ("<h1>By Ana,\u30003\u3000May 2024</h1>", "3 May 2024", "3\u3000May 2024"),
        ("<h1>Rain<script>x</script></h1>", "Rain", "Rain"),
        ("<h1>Ra<!-- x -->in</h1>", "Rain", "Ra<!-- x -->in"),
        ("<h1>Rain", None, "Rain"),
        ("<h1>Rain<p>It rained.", "Rain", "Rain"),
        ("<section><h1>Rain <b>in</b></section>Wind", None, "Rain <b>in</b>"),
        ("<div><h1>Rain <b>in</b><!-- x --></div>Wind<p>Sun", None, "Rain <b>in</b><!-- x -->"),
        ("<h1>Rain</h1>Wind", "Wind", None),
        ("<h1><b>Rain</b> Wind</h1>", "Wind", "Wind"),
        ("<h1>Rain", "Rain", "Rain"),
        ("<h1>Rain</h1>", "Wind", None),
    ],
)
def test_where_words_stand(text: str, raw: str | None, stands: str | None) -> None:
    page = opened(text)
    (element,) = page.elements("h1")
    place = page.place(element, raw)
    assert place.css
    assert (page.text[place.start : place.end] if place.start is not None else None) == stands


@pytest.mark.parametrize(
    ("tag", "stands"),
    [
        ('<meta content="Rain &amp; wind">', "Rain &amp; wind"),
        ("<meta content='Rain \"in\" May'>", 'Rain "in" May'),
        ("<meta content=Rain>", "Rain"),
        ("<meta content = Rain/>", "Rain/"),
        ('<meta content="a=b">', "a=b"),
        ('<meta content="">', ""),
        ("<meta content>", ""),
        ('<meta CONTENT="Rain">', "Rain"),
        ('<meta x="content" content="Rain" content="Wind">', "Rain"),
    ],
)
def test_where_an_attribute_stands(tag: str, stands: str) -> None:
    page = opened(tag)
    (element,) = page.elements("meta")
    place = page.attribute(element, "content")
    assert page.text[place.start : place.end] == stands


@pytest.mark.parametrize(
    ("raw", "stands"),
    [
        ("wind", "wind"),
        ("O'Roe & Sons", "O&#39;Roe &amp; Sons"),
        ("Rain & wind, O'Roe & Sons", "Rain &amp; wind,  O&#39;Roe &amp; Sons"),
        ("Snow", "Rain &amp; wind,  O&#39;Roe &amp; Sons"),
    ],
)
def test_where_a_part_of_an_attribute_stands(raw: str, stands: str) -> None:
    page = opened('<meta content="Rain &amp; wind,  O&#39;Roe &amp; Sons">')
    (element,) = page.elements("meta")
    place = page.attribute(element, "content", raw)
    assert page.text[place.start : place.end] == stands


def test_an_element_without_a_tag_has_no_place() -> None:
    page = opened("Rain")
    (body,) = page.elements("body")
    assert page.place(body).start is None
    assert page.attribute(body, "lang").start is None


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p> Rain\n in&nbsp;May ", "Rain in May"),
        ("<p>Rain<br>in May", "Rain in May"),
        ("<div>By<div>Ana Roe</div></div>", "By Ana Roe"),
        ("<p><b>By</b><a>Ana</a>", "By Ana"),
        ("<p>Ana Roe<span>3 May</span>", "Ana Roe 3 May"),
        ("<p>ra<b>in</b>", "rain"),
        ("<p><span class=name>Ture Ek</span><span class=role>text och bild</span>", "Ture Ek text och bild"),
        ("<p><span class=cap>R</span><span>ain</span>, <b class=x>x</b><i class=y>.</i>", "Rain, x."),
        ("<p><i class=a></i><i class=b></i>", ""),
        ("<p>Rain<script>x</script><button>Share</button><svg><text>x</text></svg>", "Rain"),
        ("<p>Rain<span hidden>x</span>", "Rain"),
    ],
)
def test_words_as_a_person_reads_them(html: str, said: str) -> None:
    element = opened(html).tree.select_one("p, div")
    assert element is not None
    assert words(element) == said


@pytest.mark.parametrize(
    ("base", "href", "resolved"),
    [
        ("", "/a", "https://news.example/a"),
        ('<base href="/x/">', "a", "https://news.example/x/a"),
        ('<base href="https://other.example/">', "/a", "https://other.example/a"),
        ('<base href="javascript:1">', "/a", "https://news.example/a"),
        ("<base target=_blank>", "/a", "https://news.example/a"),
    ],
)
def test_addresses_are_read_against_the_base(base: str, href: str, resolved: str) -> None:
    assert opened(f"{base}<p>", url="https://news.example/x").resolve(href) == resolved


def test_metas_have_every_name_they_are_given() -> None:
    page = opened('<meta name="Author" property="dc:creator" content="Ana"><meta name=x><meta content=y>')
    assert [(m.name, m.content) for m in page.metas] == [("dc:creator", "Ana"), ("author", "Ana")]


def test_a_kind_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="kind is 'html' or 'text', not 'pdf'"):
        open_page("Rain", kind="pdf")
