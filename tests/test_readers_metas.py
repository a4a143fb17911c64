"""Meta elements, links, headers and the URL: each family of names, and what must not be read."""

import pytest

from onrecord import Source, extract, limits
from onrecord.page import open_page
from onrecord.readers import address, headers, metatags, notices, opengraph
from seen import evidence_of, seen, troubles_of


def meta(name: str, content: str, key: str = "name") -> str:
    return f'<meta {key}="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("name", "field", "source"),
    [
        ("author", "author", Source.META),
        ("byl", "author", Source.META),
        ("citation_author", "author", Source.META),
        ("Description", "description", Source.META),
        ("news_keywords", "keywords", Source.META),
        ("pubdate", "date_published", Source.META),
        ("article.published", "date_published", Source.META),
        ("cXenseParse:recs:publishtime", "date_published", Source.META),
        ("mediator_published_time", "date_published", Source.META),
        ("creation_date", "date_created", Source.META),
        ("last-modified", "date_modified", Source.META),
        ("article.updated", "date_modified", Source.META),
        ("content-language", "in_language", Source.META),
        ("application-name", "publisher", Source.META),
        ("article:content_tier", "is_accessible_for_free", Source.META),
        ("og:article:content_tier", "is_accessible_for_free", Source.META),
        ("section", "article_section", Source.META),
        ("articleSection", "article_section", Source.META),
        ("articleAuthor", "author", Source.META),
        ("genre", "genre", Source.META),
        ("DC.title", "headline", Source.DUBLIN_CORE),
        ("dc:creator", "author", Source.DUBLIN_CORE),
        ("DC.date.issued", "date_published", Source.DUBLIN_CORE),
        ("dcterms.created", "date_created", Source.DUBLIN_CORE),
        ("DCTERMS.modified", "date_modified", Source.DUBLIN_CORE),
        ("dc.language", "in_language", Source.DUBLIN_CORE),
        ("parsely-author", "author", Source.PARSELY),
        ("parsely-pub-date", "date_published", Source.PARSELY),
        ("parsely-link", "canonical_url", Source.PARSELY),
        ("sailthru.title", "headline", Source.SAILTHRU),
        ("sailthru.date", "date_published", Source.SAILTHRU),
        ("sailthru.image.full", "images", Source.SAILTHRU),
    ],
)
def test_meta_names(name: str, field: str, source: Source) -> None:
    (e,) = evidence_of(metatags.read, meta(name, " Rain &amp; wind "))
    assert (e.field, e.raw, e.source) == (field, " Rain & wind ", source)
    assert e.place.css


@pytest.mark.parametrize(
    ("name", "field", "source"),
    [
        ("og:title", "headline", Source.OPEN_GRAPH),
        ("og:url", "canonical_url", Source.OPEN_GRAPH),
        ("og:locale", "in_language", Source.OPEN_GRAPH),
        ("og:type", "page_type", Source.OPEN_GRAPH),
        ("og:site_name", "publisher", Source.OPEN_GRAPH),
        ("article:published_time", "date_published", Source.OPEN_GRAPH),
        ("og:updated_time", "date_modified", Source.OPEN_GRAPH),
        ("article:modified_time", "date_modified", Source.OPEN_GRAPH),
        ("article:author", "author", Source.OPEN_GRAPH),
        ("article:section", "article_section", Source.OPEN_GRAPH),
        ("article:tag", "keywords", Source.OPEN_GRAPH),
        ("og:article:section", "article_section", Source.OPEN_GRAPH),
        ("og:article:tag", "keywords", Source.OPEN_GRAPH),
        ("twitter:title", "headline", Source.TWITTER),
        ("twitter:image", "images", Source.TWITTER),
    ],
)
@pytest.mark.parametrize("key", ["property", "name"])
def test_open_graph_and_twitter(name: str, field: str, source: Source, key: str) -> None:
    (e,) = evidence_of(opengraph.read, meta(name, "Rain", key))
    assert (e.field, e.raw, e.source) == (field, "Rain", source)


@pytest.mark.parametrize(
    "name", ["viewport", "og:image:type", "fb:app_id", "twitter:creator", "twitter:site", "robots"]
)
def test_names_that_say_nothing_of_the_article(name: str) -> None:
    assert seen(metatags.read, meta(name, "x")) == []
    assert seen(opengraph.read, meta(name, "x")) == []


@pytest.mark.parametrize("content", ["", "   ", "x" * (limits.RAW_CHARACTERS + 1)])
def test_content_that_is_none_or_too_long_is_not_read(content: str) -> None:
    page = meta("author", content) + "<p>" + "x" * 100
    assert seen(metatags.read, page) == []
    assert troubles_of(metatags.read, page) == (["value-too-long"] if len(content) > 10 else [])


def test_metas_past_the_limit_are_left_and_said_to_be() -> None:
    page = meta("author", "Ana Roe") * (limits.METAS + 50)
    assert len(seen(metatags.read, page)) <= limits.METAS + 3
    assert troubles_of(metatags.read, page) == ["too-many-metas"]
    assert troubles_of(metatags.read, meta("author", "Ana Roe") * 50) == []


def test_sizes_go_to_the_image_before_them() -> None:
    page = "".join(
        meta(name, content, "property")
        for name, content in (
            ("og:image", "/a.jpg"), ("og:image:width", "1200"), ("og:image:alt", "Rain"), ("og:image", "/b.jpg"), ("og:image:width", "600"),
        )
    )  # fmt: skip
    first, second = evidence_of(opengraph.read, page)
    assert (first.raw, first.said) == ("/a.jpg", (("width", "1200"), ("alt", "Rain")))
    assert (second.raw, second.said) == ("/b.jpg", (("width", "600"),))


@pytest.mark.parametrize(
    ("label", "author"), [("Written by", "Ana Roe"), ("Verfasst von", "Ana Roe"), ("Reading time", None)]
)
def test_the_author_that_wordpress_gives_to_twitter(label: str, author: str | None) -> None:
    page = meta("twitter:label1", label) + meta("twitter:data1", "Ana Roe")
    assert seen(opengraph.read, page) == ([("author", author)] if author else [])


def test_title_is_the_pages_own_not_a_drawings() -> None:
    page = "<body><svg><title>Logo</title></svg><title>Rain &amp;\n wind</title>"
    (e,) = evidence_of(metatags.read, page)
    assert (e.field, e.raw, e.source) == ("headline", "Rain & wind", Source.TITLE)
    assert e.place.start == page.index("Rain")


@pytest.mark.parametrize(
    ("page", "raw"),
    [
        ('<html lang="de-AT"><body lang="fr">', "de-AT"),
        ('<html xml:lang="de">', "de"),
        ('<html lang=" "><body lang="fr">', "fr"),
    ],
)
def test_language_of_the_document(page: str, raw: str) -> None:
    assert ("in_language", raw) in seen(metatags.read, page)


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ('<link rel="canonical" href="/rain">', ["/rain"]),
        ('<LINK REL="Canonical" HREF="/rain">', ["/rain"]),
        ('<link rel="alternate" href="/rain">', []),
        ('<link rel="canonical">', []),
    ],
)
def test_canonical_link(link: str, told: list[str]) -> None:
    assert seen(metatags.read, link) == [("canonical_url", raw) for raw in told]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0029)https://news.example/rain-in-may -->",
        "<!--\n Page saved with SingleFile \n url: https://news.example/rain-in-may \n saved date: x -->",
    ],
)
def test_address_that_a_saved_page_names(comment: str) -> None:
    (e,) = evidence_of(metatags.read, f"<!doctype html>{comment}<p>Rain")
    assert (e.field, e.raw, e.source) == ("url", "https://news.example/rain-in-may", Source.COMMENT)
    assert f"<!doctype html>{comment}"[e.place.start : e.place.end] == e.raw


def test_a_comment_further_down_is_no_saved_pages() -> None:
    page = "<p>" + "Rain. " * 1_000 + "<!-- saved from url=(0029)https://news.example/rain-in-may -->"
    assert seen(metatags.read, page) == []


@pytest.mark.parametrize(
    ("path", "date", "section"),
    [
        ("/2024/05/03/world/rain", "2024/05/03", "world"),
        ("/world/2024/05/03/rain", "2024/05/03", "world"),
        ("/world/europe/rain-2024-05-03.html", "2024-05-03", "world"),
        ("/world/2024/may/03/rain", "2024/may/03", "world"),
        ("/news/2024/May/03/rain", "2024/May/03", None),
        ("/a/20240503-rain", "20240503", None),
        ("/news/business/rain_2024_5_3", "2024_5_3", "business"),
        ("/news/rain", None, None),
        ("/rain-20240503123456", None, None),
        ("/rain/2024-13-03", None, "rain"),
        ("/rain/2024/05", None, "rain"),
        ("/rain-in-may?date=2024-05-03", None, None),
        ("/world/", None, None),
        ("/", None, None),
    ],
)
def test_what_a_url_tells(path: str, date: str | None, section: str | None) -> None:
    url = f"https://news2024-05-04.example{path}"
    wanted = [("url", url)]
    wanted += [("date_published", date)] if date else []
    wanted += [("article_section", section)] if section else []
    assert seen(address.read, "", url=url) == wanted


@pytest.mark.parametrize(
    ("part", "link", "section"),
    [
        ("koepfe", "Köpfe", "Köpfe"),
        ("food-drink", "Food &amp; Drink", "Food & Drink"),
        ("umc", "UMC", "UMC"),
        ("ports", "» Ports ›", "Ports"),
        ("sport", "Sport on Sunday", "sport"),
    ],
)
def test_the_section_of_a_url_is_spelt_as_the_page_links_it(part: str, link: str, section: str) -> None:
    page = f"<nav><a href=/x> {link} </a></nav>"
    found = evidence_of(address.read, page, url=f"https://news.example/{part}/rain")
    assert [e.raw for e in found if e.field == "article_section"] == [section]
    place = found[-1].place
    assert (place.start is not None) is (section != part)


def test_no_url_tells_nothing() -> None:
    assert seen(address.read, "<p>Rain") == []


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"Date": "Fri, 03 May 2024 14:42:07 GMT"}, [("date_captured", "Fri, 03 May 2024 14:42:07 GMT")]),
        ({"Last-Modified": "Fri, 03 May 2024 14:42:07 GMT"}, []),
        ({"CONTENT-LANGUAGE": "de-AT"}, [("in_language", "de-AT")]),
        ({":status": "404"}, [("page_type", "404")]),
        ({":status": "200"}, []),
        ({":status": "teapot"}, []),
        ({"Link": '<https://news.example/a>; rel="canonical"'}, [("canonical_url", "https://news.example/a")]),
        ({"Link": '</s.css>; rel=preload, <https://news.example/a>; rel = "canonical"'}, [("canonical_url", "https://news.example/a")]),
        ({"Link": "<https://news.example/a>; rel=preload"}, []),
    ],
)  # fmt: skip
def test_headers(given: dict[str, str], told: list[tuple[str, str]]) -> None:
    assert seen(headers.read, "<p>Rain", headers=given) == told


@pytest.mark.parametrize(
    ("captured", "value"),
    [
        ("2024-05-03T10:00:00Z", "2024-05-03T10:00:00+00:00"),
        ("2024-05-03 10:00", "2024-05-03T10:00:00"),
        ("2024-05-03T10:00:00.25+02:00", "2024-05-03T10:00:00.250000+02:00"),
        ("2024-05-03", "2024-05-03"),
        ("20240503", "2024-05-03"),
        ("2024-W18-5", "2024-05-03"),
    ],
)
def test_when_the_caller_captured_it(captured: str, value: str) -> None:
    assert seen(headers.read, "", captured=captured) == [("date_captured", captured)]
    record = extract("<p>Rain", captured=captured, headers={"Date": "Sat, 04 May 2024 10:00:00 GMT"})
    assert record.date_captured == value
    assert record.why("date_captured")[0].raw == captured


@pytest.mark.parametrize(
    "captured", ["yesterday", "2024-W18", "2024-W18T10:00", "2024-05-03\x0010:00", "1714737600"]
)
def test_what_is_no_time_of_capture(captured: str) -> None:
    page = open_page("", captured=captured)
    assert page.captured is None
    assert [t.code for t in page.troubles] == ["capture-time-unreadable"]


@pytest.mark.parametrize(
    ("date", "value"),
    [
        ("Fri, 03 May 2024 10:00:00 GMT", "2024-05-03T10:00:00+00:00"),
        ("Friday, 03-May-24 10:00:00 GMT", "2024-05-03T10:00:00+00:00"),
        ("Fri May  3 10:00:00 2024", "2024-05-03T10:00:00"),
        ("some day", None),
    ],
)
def test_when_the_server_says_it_answered(date: str, value: str | None) -> None:
    record = extract("<p>Rain", headers={"Date": date})
    assert (record.date_captured, record.why("date_captured")[0].raw) == (value, date)


PROSE = "<p>" + "It rained on the third of May, all day long, in Harrow Bay. " * 5


@pytest.mark.parametrize(
    ("page", "kind", "raw"),
    [
        ("<title>Just a moment...</title>", "bot-check", "Just a moment..."),
        ("<p>Tu navegador no ejecuta JavaScript.", "bot-check", "Tu navegador no ejecuta JavaScript."),
        ("<h1>Error 404</h1>", "error", "Error 404"),
        ("<title>Page introuvable</title>", "error", "Page introuvable"),
        ("<h1>Hello</h1><p>We value your privacy", "consent", "We value your privacy"),
        ("<p>Mit Werbung und Tracking weiterlesen", "consent", "Mit Werbung und Tracking weiter"),
        (f"{PROSE}<p>Subscribe now to continue reading", "paywall", "Subscribe now to continue"),
        ("<p>The museum has 404 rooms, said its owner, and all of them leak", "error", None),
        (PROSE, "paywall", None),
    ],
)  # fmt: skip
def test_notices_are_told_by_their_words(page: str, kind: str, raw: str | None) -> None:
    opened = open_page(page)
    assert [words for _, words in notices.said(opened, kind)] == ([raw] if raw else [])
    heads, lines = notices.says(opened, kind)
    assert heads + lines == bool(raw)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Impressum | Harrow Post", "Impressum"),
        ("Politica de confidențialitate - Harrow Post", "Politica de confidențialitate"),
        ("Privacy policy of the county is worth nothing, says judge", None),
    ],
)
def test_pages_that_every_site_keeps_are_named(title: str, name: str | None) -> None:
    assert next((words for _, words in notices.named(open_page(f"<title>{title}</title>"))), None) == name
