"""Microdata and RDFa: things in things, whose name is whose, and attributes before words."""

import pytest

from onrecord import Source
from onrecord.readers import microdata, rdfa
from seen import evidence_of, seen


def item(inside: str, kind: str = "NewsArticle", prop: str = "") -> str:
    prop = f' itemprop="{prop}"' if prop else ""
    return f'<div itemscope itemtype="https://schema.org/{kind}"{prop}>{inside}</div>'


def microdata_of(page: str) -> list[tuple[str, str]]:
    return [e for e in seen(microdata.read, page) if e[0] != "page_type"]


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ('<h1 itemprop="headline">Rain in <b>May</b></h1>', [("headline", "Rain in May")]),
        ('<meta itemprop="datePublished" content="2024-05-03">', [("date_published", "2024-05-03")]),
        (
            '<time itemprop="dateModified" datetime="2024-05-04">yesterday</time>',
            [("date_modified", "2024-05-04")],
        ),
        (
            '<b itemprop="headline alternativeHeadline">Rain</b>',
            [("headline", "Rain"), ("alternative_headline", "Rain")],
        ),
        ('<span itemprop="author">Ana Roe</span>', [("author", "Ana Roe")]),
        (item('By <b itemprop="name">Ana Roe</b>', "Person", "author"), [("author", "Ana Roe")]),
        (
            item('<b itemprop="name">Ana</b><b itemprop="jobTitle">Editor</b>', "Person", "creator"),
            [("author", "Ana")],
        ),
        (item('<b itemprop="name alternateName">Ana</b>', "Person", "author creator"), [("author", "Ana")]),
        (item('<meta itemprop="name" content="News">', "Organization", "publisher"), [("publisher", "News")]),
        (
            item(
                item('<img itemprop="url" src="/l.png" width=60>', "ImageObject", "logo"),
                "Organization",
                "publisher",
            ),
            [("publisher.logo", "/l.png")],
        ),
        (item('<img itemprop="url" src="/a.jpg">', "ImageObject", "image"), [("images", "/a.jpg")]),
        ('<img itemprop="image" src="/a.jpg">', [("images", "/a.jpg")]),
        ('<link itemprop="mainEntityOfPage" href="/rain">', [("canonical_url", "/rain")]),
        ('<div itemprop="articleBody">It rained.</div>', []),
        ('<div itemprop="description articleBody">It rained.</div>', []),
        (item('<b itemprop="headline">Another</b>', "NewsArticle", "citation"), []),
        (item('<b itemprop="name">A comment</b>', "Comment", "comment"), []),
        ('<b itemprop="headline"> </b>', []),
    ],
)
def test_microdata(inside: str, told: list[tuple[str, str]]) -> None:
    assert microdata_of(item(inside)) == told


def test_of_several_items_the_one_with_the_h1_is_the_pages() -> None:
    page = item('<b itemprop="headline">Wind</b>') + item('<h1 itemprop="headline">Rain</h1>')
    assert microdata_of(page) == [("headline", "Rain")]
    assert microdata_of(page.replace("h1", "b")) == [("headline", "Wind")]


@pytest.mark.parametrize("count", [2, 3])
def test_three_items_beside_a_heading_that_none_of_them_holds_are_a_list_of_others(count: int) -> None:
    others = "".join(
        item(f'<b itemprop="headline">Snow in {n}</b>') for n in ("Tarn", "Vale", "Moor")[:count]
    )
    told = microdata_of(f"<h1>Rain in May</h1>{others}")
    assert told == ([("headline", "Snow in Tarn")] if count < 3 else [])


def test_the_first_of_several_items_that_stands_in_no_list_is_the_pages() -> None:
    tarn, vale, may = (
        item(f'<b itemprop="headline">{n}</b>') for n in ("Snow in Tarn", "Snow in Vale", "Rain in May")
    )
    page = f"<ul><li>{tarn}</li></ul><article><h2>Sea</h2>{vale}</article>{may}"
    assert microdata_of(page) == [("headline", "Rain in May")]


def test_an_article_that_is_the_pages_main_thing() -> None:
    page = item(item('<h1 itemprop="headline">Rain</h1>', "NewsArticle", "mainEntity"), "WebPage")
    assert microdata_of(page) == [("headline", "Rain")]


def test_names_of_attributes_in_any_case() -> None:
    """As React writes them."""
    page = item('<h1 itemprop="headline">Rain</h1>').replace("item", "ITEM")
    assert microdata_of(page) == [("headline", "Rain")]


def test_what_an_author_in_microdata_is() -> None:
    inside = '<a itemprop="url" href="/ana"><b itemprop="name">Ana Roe</b></a>'
    (author,) = [
        e for e in evidence_of(microdata.read, item(item(inside, "Person", "author"))) if e.field == "author"
    ]
    assert author.said == (("type", "Person"), ("url", "/ana"))


def test_microdata_without_an_item() -> None:
    assert microdata_of('<b itemprop="datePublished">3 May 2024</b>') == [("date_published", "3 May 2024")]
    assert microdata_of('<b itemprop="description">Rain</b>') == []


def test_microdata_says_what_it_is() -> None:
    (e,) = evidence_of(
        microdata.read, '<div itemscope itemtype=" https://schema.org/LiveBlogPosting" itemprop="x">'
    )
    assert (e.field, e.raw, e.source) == ("page_type", "https://schema.org/LiveBlogPosting", Source.MICRODATA)


def thing(inside: str) -> str:
    return f'<article prefix="schema: http://schema.org/" typeof="schema:NewsArticle">{inside}</article>'


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ('<h1 property="schema:headline">Rain in <b>May</b></h1>', [("headline", "Rain in May")]),
        ('<h1 property="headline">Rain</h1>', [("headline", "Rain")]),
        ('<h1 property="http://schema.org/headline">Rain</h1>', [("headline", "Rain")]),
        ('<h1 property="schema:name">Rain</h1><b property="schema:name">x</b>', [("headline", "Rain")]),
        ('<i property="schema:dateModified" content="2024-05-04">later</i>', [("date_modified", "2024-05-04")]),
        ('<i property="schema:author">Ana Roe</i>', [("author", "Ana Roe")]),
        ('<i property="schema:publisher">News</i>', [("publisher", "News")]),
        (
            '<i property="schema:author" typeof="schema:Person"><b property="schema:name">Ana Roe</b></i>',
            [("author", "Ana Roe")],
        ),
        (
            '<p rel="schema:author"><i typeof="schema:Person"><b property="schema:name">Ana Roe</b></i></p>',
            [("author", "Ana Roe")],
        ),
        (
            '<p rel="schema:author"><i><i typeof="schema:Person"><b property="schema:name">Ana Roe</b></i></i></p>',
            [("author", "Ana Roe")],
        ),
        (
            '<p rel="schema:publisher" typeof="schema:Organization"><b property="schema:name">News</b></p>',
            [("publisher", "News")],
        ),
        ('<p rel="schema:about"><i typeof="schema:Person"><b property="schema:name">Ana</b></i></p>', []),
        ('<i typeof="schema:Person"><b property="schema:name">Ana</b><b property="schema:description">x</b></i>', []),
        ('<div property="schema:articleBody">It rained.</div>', []),
        ('<span property="dc:date" content="2024-05-03T10:00">3 May</span>', [("date_published", "2024-05-03T10:00")]),
        ('<i property="dc:title">Rain</i><i property="DCTERMS:created">2024</i>', [("headline", "Rain"), ("date_created", "2024")]),
    ],
)  # fmt: skip
def test_rdfa(inside: str, told: list[tuple[str, str]]) -> None:
    assert seen(rdfa.read, thing(inside)) == told


@pytest.mark.parametrize(
    "page",
    [
        '<meta property="og:title" content="Rain">',
        '<b property="headline">Rain</b>',  # no word of schema.org on the page
        '<meta property="article:author" content="Ana">',
    ],
)
def test_what_is_no_rdfa_of_an_article(page: str) -> None:
    assert seen(rdfa.read, page) == []


def test_the_author_of_a_picture_is_not_the_articles() -> None:
    picture = (
        '<figure><img src="/a.jpg"><figcaption>Rain <i itemprop="author">Bo Byrne</i></figcaption></figure>'
    )
    article = '<article itemscope itemtype="https://schema.org/NewsArticle"><b itemprop="author">Ana Roe</b>'
    assert [raw for field, raw in seen(microdata.read, article + picture) if field == "author"] == ["Ana Roe"]
