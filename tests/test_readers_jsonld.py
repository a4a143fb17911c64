"""JSON-LD: which article is the page's own, references, lists, and JSON as pages break it."""

import json

import pytest

from onrecord import Source, limits
from onrecord.readers import jsonld
from onrecord.readers.loosejson import read_json
from seen import evidence_of, seen, troubles_of

URL = "https://news.example/rain"


def script(*data: object) -> str:
    return "".join(
        f'<script type="application/ld+json">{json.dumps(d, ensure_ascii=False)}</script>' for d in data
    )


def article(headline: str = "Rain in May", **more: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": headline, "datePublished": "2024-05-03", **more}


def headlines(page: str, url: str | None = None) -> list[tuple[str, Source]]:
    return [(e.raw, e.source) for e in evidence_of(jsonld.read, page, url=url) if e.field == "headline"]


def raws(page: str, field: str) -> list[str]:
    return [raw for name, raw in seen(jsonld.read, page) if name == field]


OWN = [("Rain in May", Source.JSON_LD)]


@pytest.mark.parametrize(
    "page",
    [
        script({"@type": "ItemList", "itemListElement": [article("Rain", url=URL)]}, article(url=URL)),
        script(article()),
        script([article()]),
        script(
            {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "News"}, article()]}
        ),
        script({"@type": "https://schema.org/NewsArticle", "headline": "Rain in May"}),
        script({"@type": ["Article", "NewsArticle"], "headline": "Rain in May"}),
        script(article("Wind", url="https://news.example/wind"), article(url=URL)),
        script(
            article("Wind", url="https://news.example/wind"),
            article(mainEntityOfPage={"@id": URL + "?utm_source=x"}),
        ),
        script(
            {"@type": "ItemList", "itemListElement": [article("Wind", url="https://news.example/wind")]},
            article(),
        ),
        script({"@type": "WebPage", "mainEntity": article()}),
        f"<title>Rain in May | News</title>{script({'@type': 'Article', 'headline': 'Wind'}, article())}",
        f'<link rel=canonical href="{URL}">{script(article("Wind", url="https://news.example/wind"), article(url="/rain"))}',
        script({"@type": "NewsArticle", "name": "Rain in May"}),
    ],
)
def test_the_pages_own_article(page: str) -> None:
    assert [h for h in headlines(page, url=URL) if h[1] is Source.JSON_LD] == OWN


def test_an_article_in_a_list_is_anothers_page() -> None:
    page = script(
        {"@type": "ItemList", "itemListElement": [article("Wind", url="https://news.example/wind")]}
    )
    assert headlines(page, url=URL) == []


@pytest.mark.parametrize(
    ("other", "speaks"),
    [
        (article("Bridge closed after a crash"), False),
        (article("五月多雨"), False),
        (article("May: rain again"), True),
        (article("Bridge closed after a crash", url=URL), True),
        ({"@type": "Recipe", "name": "Okra stir fry", "datePublished": "2024-05-03"}, True),
        ({"@type": "Article", "datePublished": "2024-05-03"}, True),
    ],
)
def test_an_article_of_plainly_another_headline_is_anothers_page(other: object, *, speaks: bool) -> None:
    page = f"<title>Rain in May</title>{script([{'@type': 'NewsArticle', 'headline': 'Rain in May', 'url': URL}, other])}"
    dates = [e for e in evidence_of(jsonld.read, page, url=URL) if e.field == "date_published"]
    assert bool(dates) is speaks


def test_a_page_beside_the_article_speaks_as_a_page() -> None:
    page = script({"@type": "WebPage", "name": "Rain in May - News"}, article())
    assert headlines(page) == [*OWN, ("Rain in May - News", Source.JSON_LD_PAGE)]


def test_references_are_followed_to_where_they_lead() -> None:
    people = {"@type": "Person", "@id": "#ana", "name": "Ana Roe", "url": "https://news.example/ana"}
    publisher = {
        "@type": "Organization",
        "@id": "#us",
        "name": "News",
        "logo": {"url": "/logo.png", "width": 60},
    }
    page = script({"@graph": [article(author={"@id": "#ana"}, publisher={"@id": "#us"}), publisher]}, people)
    (author,) = [e for e in evidence_of(jsonld.read, page) if e.field == "author"]
    assert (author.raw, author.place.json) == ("Ana Roe", "$.name")
    assert author.beside("type") == "Person"
    assert author.beside("url") == "https://news.example/ana"
    assert author.place.start == page.rindex('{"@type": "Person"')
    (name, _) = [e for e in evidence_of(jsonld.read, page) if e.field == "publisher"]
    assert (name.raw, name.source, name.place.json) == ("News", Source.JSON_LD, "$['@graph'][1].name")


def test_a_reference_that_leads_nowhere_or_to_itself() -> None:
    assert raws(script(article(author={"@id": "#nobody"})), "author") == []
    assert raws(script({**article(author={"@id": "#a"}), "@id": "#a"}), "author") == []


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ana Roe", ["Ana Roe"]),
        (["Ana Roe", "Bo Byrne"], ["Ana Roe", "Bo Byrne"]),
        ({"name": "Ana Roe"}, ["Ana Roe"]),
        ([{"name": "Ana Roe"}, "Bo Byrne"], ["Ana Roe", "Bo Byrne"]),
        ({"name": ["Ana Roe", "Bo Byrne"]}, ["Ana Roe", "Bo Byrne"]),
        ({"name": {"@value": "Ana Roe"}}, ["Ana Roe"]),
        ({"name": None}, []),
        ([], []),
        ("  ", []),
        ([["Ana Roe"]], []),
        (7, []),
    ],
)
def test_authors(author: object, names: list[str]) -> None:
    assert raws(script(article(author=author)), "author") == names


@pytest.mark.parametrize(
    ("image", "addresses"),
    [
        ("/a.jpg", ["/a.jpg"]),
        (["/a.jpg", "/b.jpg"], ["/a.jpg", "/b.jpg"]),
        ({"url": "/a.jpg", "width": 1200}, ["/a.jpg"]),
        ([{"contentUrl": "/a.jpg"}, {"@id": "/b.jpg"}], ["/a.jpg", "/b.jpg"]),
        ({"caption": "Rain"}, []),
    ],
)
def test_images(image: object, addresses: list[str]) -> None:
    assert raws(script(article(image=image)), "images") == addresses


def test_what_stands_beside_an_image() -> None:
    page = script(
        article(
            image={
                "url": "/a.jpg",
                "width": {"@type": "QuantitativeValue", "@value": "1200"},
                "caption": "Rain",
            }
        )
    )
    (e,) = [e for e in evidence_of(jsonld.read, page) if e.field == "images"]
    assert (e.beside("width"), e.beside("caption"), e.beside("height")) == ("1200", "Rain", None)


def test_the_publisher_in_all_its_parts() -> None:
    us = {
        "name": "News",
        "legalName": "News Ltd",
        "url": "/",
        "email": "a@news.example",
        "telephone": "+44",
        "logo": ["/l.png"],
    }
    page = script(article(publisher={"@type": "NewsMediaOrganization", **us}))
    told = dict(seen(jsonld.read, page))
    assert {name.removeprefix("publisher."): raw for name, raw in told.items() if name.startswith("publisher")} == {
        "publisher": "News", "legal_name": "News Ltd", "url": "/", "email": "a@news.example", "telephone": "+44", "logo": "/l.png",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "field", "told"),
    [
        ("isAccessibleForFree", False, "is_accessible_for_free", ["False"]),
        ("copyrightYear", 2024, "copyright_year", ["2024"]),
        ("keywords", ["rain", {"name": "wind"}, None, 7], "keywords", ["rain", "wind", "7"]),
        ("articleSection", "World", "article_section", ["World"]),
        ("speakable", {"cssSelector": [".a", ".b"]}, "speakable", [".a", ".b"]),
        ("speakable", [{"xpath": "/html"}, "#x"], "speakable", ["/html", "#x"]),
        ("relatedLink", ["/a", "/b"], "links", ["/a", "/b"]),
        ("alternativeHeadline", "Wet", "alternative_headline", ["Wet"]),
        ("dateCreated", "2024-05-02", "date_created", ["2024-05-02"]),
        ("correction", "It was May.", "corrections", ["It was May."]),
    ],
)
def test_properties(name: str, value: object, field: str, told: list[str]) -> None:
    assert raws(script({**article(), name: value}), field) == told


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("LiveBlogPosting", "LiveBlogPosting"),
        ("CollectionPage", "CollectionPage"),
        ("WebPage", None),
        ("Nonsense", None),
    ],
)
def test_page_types(kind: str, told: str | None) -> None:
    assert raws(script({"@type": kind, "headline": "Rain"}), "page_type") == ([told] if told else [])


def test_paths_are_json_paths_even_to_odd_names() -> None:
    page = script(
        {
            "@graph": [
                {"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": ["Rain in May"]}}
            ]
        }
    )
    (e,) = [e for e in evidence_of(jsonld.read, page) if e.field == "headline" and e.source is Source.JSON_LD]
    assert e.place.json == "$['@graph'][0].mainEntity.headline[0]"


@pytest.mark.parametrize(
    "kind",
    [
        '"application/ld+json"',
        "'application/LD+JSON'",
        '"application/ld+json; charset=utf-8"',
        "application/ld+json",
    ],
)
def test_scripts_of_the_type(kind: str) -> None:
    assert headlines(f"<script type={kind}>{json.dumps(article())}</script>") == OWN


@pytest.mark.parametrize("kind", ['"application/json"', '"text/javascript"', '""'])
def test_scripts_of_other_types_are_not_read(kind: str) -> None:
    assert headlines(f"<script type={kind}>{json.dumps(article())}</script>") == []


WHOLE = {"@type": "NewsArticle", "headline": 'Rain "in" May', "keywords": ["a", "b"]}


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "NewsArticle", "headline": "Rain \\"in\\" May", "keywords": ["a", "b",],}',
        '// ours\n{"@type": "NewsArticle", /* so */ "headline": "Rain \\"in\\" May", "keywords": ["a", "b"] // end\n}',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Rain \\"in\\" May", "keywords": ["a", "b"]}\n//]]>',
        '/*<![CDATA[*/{"@type": "NewsArticle", "headline": "Rain \\"in\\" May", "keywords": ["a", "b"]}/*]]>*/',
        '<!--\n{"@type": "NewsArticle", "headline": "Rain \\"in\\" May", "keywords": ["a", "b"]}\n-->',
        '\ufeff{"@type": "NewsArticle", "headline": "Rain \\"in\\" May", "keywords": ["a", "b"]};',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Rain \\&quot;in\\&quot; May&quot;, &quot;keywords&quot;: [&quot;a&quot;, &quot;b&quot;]}",
        '{"@type": "NewsArticle", "headline": "Rain "in" May", "keywords": ["a", "b"]}',
        '{"@type": "NewsArticle", "headline": "Rain \\"in\\" \\May", "keywords": ["a", "b"]}',
        '{"@type": "NewsArticle", "headline": "Rain \\"in\\" May", "keywords": ["a", "b"',
        '{"@type": "NewsArticle", "headline": "Rain \\"in\\" May", "keywords": ["a", "b',
    ],
)
def test_broken_json_is_mended_and_said_to_be(text: str) -> None:
    reading = read_json(text)
    assert reading is not None
    assert (reading.value, bool(reading.mended)) == (WHOLE, True)
    page = f'<script type="application/ld+json">{text}</script>'
    assert troubles_of(jsonld.read, page) == ["json-ld-mended"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": "first\nsecond\tthird"}', {"a": "first\nsecond\tthird"}),
        ('{"a": 1}{"b": 2}', [{"a": 1}, {"b": 2}]),
        ('{"a": 1}\n,\n{"b": 2}', [{"a": 1}, {"b": 2}]),
        ('{"url": "https://news.example/a", "b": 1,}', {"url": "https://news.example/a", "b": 1}),
        ('{"a": "half \\ud83d"}', {"a": "half �"}),
        ('{"a": "\\ud83c\\udf27"}', {"a": "\U0001f327"}),
        ('{"a": "x, // y, /* z */",}', {"a": "x, // y, /* z */"}),
        ('{"a": , "b": [1, , 2,,], "c":}', {"a": None, "b": [1, 2], "c": None}),
        (
            '{"a": undefined, "b": True, "c_d": "None: ,,", "e": None}',
            {"a": None, "b": True, "c_d": "None: ,,", "e": None},
        ),
        ('{"a":\xa01,\u2003"b": "x\xa0y"}', {"a": 1, "b": "x\xa0y"}),
    ],
)
def test_what_broken_json_means(text: str, value: object) -> None:
    reading = read_json(text)
    assert reading is not None
    assert reading.value == value


@pytest.mark.parametrize("text", ["", "  ", "var x = 1", "{", "<html>", "[" * 200_000])
def test_what_is_no_json(text: str) -> None:
    reading = read_json(text)
    assert reading is None or reading.value in ({}, [])


def test_sound_json_is_not_touched() -> None:
    reading = read_json('{"a": "x, ] // y", "b": [1, 2.5, true, null]}')
    assert reading == ({"a": "x, ] // y", "b": [1, 2.5, True, None]}, None)


def test_scripts_that_cannot_be_read_are_a_trouble() -> None:
    assert troubles_of(jsonld.read, '<script type="application/ld+json">var x</script>') == [
        "json-ld-unreadable"
    ]
    assert troubles_of(jsonld.read, '<script type="application/ld+json"> </script>') == []
    assert troubles_of(jsonld.read, script(article())) == []
    assert troubles_of(jsonld.read, script(*[article()] * (limits.SCRIPTS + 1))) == ["too-many-scripts"]
