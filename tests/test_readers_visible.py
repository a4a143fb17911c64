"""Which heading of a page is its article's, and so around which lines its byline and date are looked for; and where else they are."""

import time

import pytest

import onrecord
from seen import PROSE


def main_heading(page: str) -> list[str]:
    from onrecord.page import open_page
    from onrecord.readers import visible

    seen = visible.read(open_page(page))
    return [e.raw for e in seen if e.field == "headline" and e.beside("main") == "yes"]


def test_an_empty_heading_is_none() -> None:
    assert main_heading(f"<h1> <img src=a></h1><h1>Harbour closed</h1>{PROSE}") == ["Harbour closed"]


def test_the_heading_that_says_more_of_the_title() -> None:
    page = f"<title>Harbour closed for the day - Bay News</title><h1>Bay News</h1><h1>Harbour closed for the day</h1>{PROSE}"
    assert main_heading(page) == ["Harbour closed for the day"]


def test_a_site_name_in_the_only_heading_gives_way_to_the_line_that_the_title_says() -> None:
    page = (
        f"<title>Harbour closed for the day - Bay News</title><h1>Bay News</h1>"
        f"<legend>Harbour closed for the day</legend><p>20 December 2025</p>{PROSE}"
    )
    assert main_heading(page) == ["Harbour closed for the day"]
    record = onrecord.extract(page)
    assert record.date_published
    assert record.date_published.value == "2025-12-20"


@pytest.mark.parametrize(
    ("foot", "authors"),
    [
        ("<div class='post-footer'><div class='post-footer-line'>{}</div></div>", ["Jane Roe"]),
        ("<footer class='entry-footer'><div>{}</div></footer>", ["Jane Roe"]),
        ("<footer><div>{}</div></footer>", ["Jane Roe"]),
        ("</article><footer><div>{}</div></footer>", []),
        ("<div class='site-footer'><div>{}</div></div>", []),
        ("<footer class='post-footer'><div class='related-posts'>{}</div></footer>", []),
    ],
)
def test_the_footer_of_an_article_is_read_for_who_wrote_it(foot: str, authors: list[str]) -> None:
    byline = foot.format("<span class='post-author'>Posted by <span class='fn'>Jane Roe</span></span>")
    record = onrecord.extract(f"<article><h1>Harbour closed</h1>{PROSE}{byline}</article>")
    assert [a.name for a in record.author] == authors


@pytest.mark.parametrize(
    ("language", "line", "authors"),
    [
        ("lv", "Par Annu Ozolu un ostu", []),
        ("it", "Per Marco Rossi", []),
        ("fr", "Par Anna Dubois", ["Anna Dubois"]),
        ("ca", "Per Marta Soler", ["Marta Soler"]),
    ],
)
def test_a_word_of_bylines_may_be_another_in_the_language_of_the_page(
    language: str, line: str, authors: list[str]
) -> None:
    page = f"<html lang={language}><article><h1>Harbour closed</h1><p>{line}</p>{PROSE}</article>"
    assert [a.name for a in onrecord.extract(page).author] == authors


def test_a_line_that_nothing_marks_as_the_heading_is_told_from_the_sites_name_before_it() -> None:
    page = f"<title>Bay News 3.5.2003: Harbour closed for the day</title><font size=5><b>Harbour closed for the day</b></font>{PROSE}"
    assert onrecord.extract(page).headline == "Harbour closed for the day"


@pytest.mark.parametrize(
    ("foot", "publisher"),
    [
        ("© 2024 Степний вісник", "Степний вісник"),
        ("&copy; Степний вісник", "Степний вісник"),
        ("Про нас: Степний вісник", None),
        ("© 2024 Степний вісник півдня", None),
    ],
)
def test_a_site_in_another_script_is_named_by_the_title_and_its_copyright(
    foot: str, publisher: str | None
) -> None:
    page = f"<title>Міст закрили | Степний вісник</title><h1>Міст закрили</h1>{PROSE}<p>{foot}</p>"
    record = onrecord.extract(page, url="https://stepvisnyk.example/1")
    assert (record.publisher and record.publisher.name) == publisher


@pytest.mark.parametrize(
    ("foot", "publisher"),
    [
        ("© 2024 Bay Gazette", "Bay Gazette"),
        ("Copyright Bay Gazette Ltd. All rights reserved.", "Bay Gazette"),
        ("(c) Bay Gazette 2024", "Bay Gazette"),
        ("© 2024 Bay Gazette Group", None),
        ("© 2024 The Lund Trust", None),
    ],
)
def test_a_saved_page_without_an_address_is_its_titles_and_copyrights(
    foot: str, publisher: str | None
) -> None:
    page = f"<title>Bridge closed - Bay Gazette</title><h1>Bridge closed</h1>{PROSE}<p>{foot}</p>"
    record = onrecord.extract(page)
    assert (record.publisher and record.publisher.name) == publisher


@pytest.mark.parametrize(
    ("home", "headline"),
    [
        ("https://bay.example/", "Harbour closed"),
        ("/", "Harbour closed"),
        ("https://bay.example/harbour", "Notes from the bay"),
    ],
)
def test_a_heading_that_leads_home_is_the_sites_name(home: str, headline: str) -> None:
    page = (
        f"<title>Notes from the bay: Harbour closed</title><h1><a href='{home}'>Notes from the bay</a></h1>"
        f"<h3>Harbour closed</h3>{PROSE}<h3>Older posts</h3>"
    )
    assert main_heading(page) == [headline]


_ROE = "<a href='/author/roe'>Jane Roe</a>"
_LEE = "<a href='/author/lee'>Kim Lee</a>"


@pytest.mark.parametrize(
    ("title", "heading", "headline"),
    [
        ("Twelve ways to cross the bay", "<span>12</span> ways to cross the bay", "12 ways to cross the bay"),
        (
            "'Gulls' seen at the harbour",
            "<em>“Gulls”</em> seen at the harbour",
            "“Gulls” seen at the harbour",
        ),
    ],
)
def test_a_piece_of_the_heading_that_the_title_says_in_other_words_is_of_the_headline(
    title: str, heading: str, headline: str
) -> None:
    page = f"<title>{title} | Bay Post</title><h1>{heading}</h1>{PROSE}"
    assert onrecord.extract(page).headline == headline


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        # Names and roles with elements of their own, and nothing between them.
        (f"<p class='author'>{_ROE}<span>Local Reporting Service</span></p>", ["Jane Roe"]),
        (f"<p class='author'>{_ROE}{_LEE}</p>", ["Jane Roe", "Kim Lee"]),
        (f"<div><span>Ports</span>{_ROE}{_LEE}</div>", ["Jane Roe", "Kim Lee"]),
        (f"<p class='author'>{_ROE}, PhD</p>", ["Jane Roe, PhD"]),
        # Lines of a byline.
        ("<p><b>By Jane Roe</b><br>Bay News, London</p>", ["Jane Roe"]),
        ("<p class='author'>Jane Roe<br>Kim Lee</p>", ["Jane Roe", "Kim Lee"]),
        ("<p class='author'>Jane<br>Roe</p>", ["Jane Roe"]),
        ("<p>Της Ελένης Λάμπρου</p>", ["Ελένης Λάμπρου"]),
        # An agency beside a date.
        ("<p>Jane Roe – MTI</p><p>3 May 2024</p>", ["Jane Roe"]),
        ("<p>Jane Roe – The Sea</p><p>3 May 2024</p>", []),
        # Others' lines.
        ("<p class='author'>BAY CITY —</p>", []),
        ("<a href='/x'><h3>Ferries late again</h3><p>By Jane Roe</p></a>", []),
    ],
)
def test_who_signs(line: str, authors: list[str]) -> None:
    record = onrecord.extract(f"<h1>Harbour closed for the day</h1>{line}{PROSE * 3}")
    assert [a.name for a in record.author] == authors


def test_an_agency_beside_a_linked_name() -> None:
    line = f"<div><span class='author'>{_ROE}, ČTK</span><span>3. 5. 2024 14:05</span></div>"
    record = onrecord.extract(f"<h1>Harbour closed for the day</h1>{line}{PROSE * 3}")
    assert ([a.name for a in record.author], record.credited_agency) == (["Jane Roe"], "ČTK")


def test_a_dateline_has_no_dash() -> None:
    record = onrecord.extract(
        f"<h1>Harbour closed for the day</h1><p class='dateline'>BAY CITY —</p>{PROSE * 3}"
    )
    assert record.dateline == "BAY CITY"


@pytest.mark.parametrize(
    ("end", "agency"),
    [
        ("Nobody was hurt. (dpa)", "dpa"),
        ("Nobody was hurt.” /ritzau/", "Ritzau"),
        ("Nobody was hurt. (Jana Meier, dpa)", "dpa"),
        ("Nobody was hurt.</p><p>dpa/lno", "dpa"),
        ("Nobody was hurt.</p><p>(mit AFP)", "AFP"),
        ("Nobody was hurt, says the agency (dpa).", None),
        ("Nobody was hurt. (Foto: dpa)", None),
        ("Nobody was hurt.</p><p>Getty Images/AFP", None),
        ("Nobody was hurt. (See below)", None),
    ],
)
def test_the_agency_that_a_text_ends_with(end: str, agency: str | None) -> None:
    record = onrecord.extract(
        f"<article><h1>Harbour closed for the day</h1>{PROSE * 3}<p>All day long the ferries stayed where they were. {end}</p></article>"
    )
    assert record.credited_agency == agency


@pytest.mark.parametrize(
    ("foot", "keywords", "sections"),
    [
        ("<p><a rel='tag'>ferry</a>, <a rel='tag'>pier</a></p>", ["ferry", "pier"], []),
        ("<footer class='entry-footer'><a rel='category tag'>Ports</a> <a rel='tag'>pier</a></footer>", ["pier"], ["Ports"]),
        ("<footer class='entry-footer'><a rel='category' href='/?cat=3'>Ports</a></footer>", [], ["Ports"]),
        ("<div><div><footer class='page-meta'><a rel='tag'>pier</a></footer></div></div>", ["pier"], []),
        ("<section><footer class='page-meta'><a rel='tag'>pier</a></footer></section>", [], []),
        ("<div class='related-posts'><a rel='tag'>sheep</a></div>", [], []),
        ("<article><h2>Sheep</h2><a rel='tag'>sheep</a></article>", [], []),
        ("<p>" + "".join(f"<a rel='tag'>town {n}</a> " for n in range(60)) + "</p>", [], []),
        ("<ul class=post-tags><li><a href=/x>pier</a><li><a href=/y>ferry</a></ul>", ["pier", "ferry"], []),
        ("<p>Filed: <a href=/tag/pier>pier</a>, <a href=/tags/ferry/>ferry</a></p>", ["pier", "ferry"], []),
        ("<p>Nobody knew when <a href=/tag/pier>the pier</a> would open to the boats again.</p>", [], []),
        ("<p><a href=/tag/pier>The pier and its boats</a> stay closed.</p>", [], []),
        ("<p><a href=/tag/pier>old pier</a> (3), <a href=/tag/ferry>ferries</a> (12)</p>", ["old pier", "ferries"], []),
        ("<div class=tags><h4><a href=/sheep>Sheep on the pier</a></h4></div>", [], []),
    ],
)  # fmt: skip
def test_tags_under_which_the_article_is_filed(foot: str, keywords: list[str], sections: list[str]) -> None:
    record = onrecord.extract(
        f"<article><h1>Harbour closed</h1>{PROSE}{foot}</article><aside><a rel='tag'>x</a></aside>"
    )
    assert (list(record.keywords), list(record.article_section)) == (keywords, sections)


@pytest.mark.parametrize(
    ("head", "sections"),
    [
        ("<a href=/category/ports>Ports</a><h1>Harbour closed</h1><p>By Rosa Lindt</p>", ["Ports"]),
        ("<h1>Harbour closed</h1><p>3 May 2024 · <a href=/blog/categories/ports>Ports</a></p>", ["Ports"]),
        ("<h1>Harbour closed</h1><ul>" + "<li><a href=/category/x>Bay {}</a>" * 9 + "</ul>", []),
        ("<nav><a href=/category/ports>Ports</a></nav><h1>Harbour closed</h1>", []),
    ],
)
def test_sections_that_lines_around_the_headline_lead_to(head: str, sections: list[str]) -> None:
    assert list(onrecord.extract(f"<title>Harbour closed</title>{head}{PROSE}").article_section) == sections


def test_tags_in_the_one_article_that_the_headline_stands_above() -> None:
    tags = "<ul><li><a href=/tags/pier>pier</a></ul>"
    page = f"<nav class=tags><a href=/tags/all>all</a></nav><h1>Harbour closed</h1><article>{PROSE}{tags}</article>"
    assert onrecord.extract(page).keywords == ("pier",)


def test_what_data_says_of_keywords_comes_before_tags() -> None:
    page = f"<meta name=keywords content='sea'><article><h1>Harbour closed</h1>{PROSE}<a rel='tag'>pier</a></article>"
    assert onrecord.extract(page).keywords == ("sea",)


@pytest.mark.parametrize(
    ("title", "link", "publisher"),
    [
        ("Harbour closed – Bay News", "<a href='/'>Bay News</a>", "Bay News"),
        ("Harbour closed – Bay News", "<a href='https://bay.example'>BAY NEWS</a>", "BAY NEWS"),
        ("Bay News: Harbour closed", "<a href='/start' rel='home'>Bay News</a>", "Bay News"),
        ("Harbour closed – Bay News", "<a href='https://sea.example/'>Bay News</a>", None),
        ("Harbour closed in Bay News", "<a href='/'>Bay News</a>", None),
        ("Harbour closed | Bay News", "<a href='/'><img alt='Bay News logo'></a>", "Bay News"),
        ("Harbour closed | Bay News", "<a href='/'><img alt='Bay News Logo black'></a>", "Bay News"),
        ("Harbour closed", "<a href='/'><img alt='Logo of Bay'></a>", None),
        ("Harbour closed | Bay", "<a href='/'><img alt='Logo: Bay'></a>", "Bay"),
        ("Harbour closed", "<div class='site-title'><a href='/'>Salt &amp; Sails</a></div>", "Salt & Sails"),
        ("Harbour closed | News", "", None),
        ("Harbour closed – Home", "<a href='/'>Start</a>", None),
        ("Home-Office: harbour closed", "<a href='/'>Home</a>", None),
        ("News: Harbour closed", "<a href='/'>News</a>", None),
    ],
)
def test_the_sites_name_is_what_leads_to_its_front_page(title: str, link: str, publisher: str | None) -> None:
    page = f"<title>{title}</title><header>{link}</header><h1>Harbour closed</h1>{PROSE}"
    record = onrecord.extract(page, url="https://bay.example/harbour")
    assert (record.publisher and record.publisher.name) == publisher


def test_a_short_heading_of_a_menu_is_no_headline() -> None:
    page = (
        "<title>Storm batters coast | News | The Harrow Herald</title><h1><a href='/'>The Harrow Herald</a></h1>"
        f"<h3>News</h3><h2>Storm batters coast</h2>{PROSE}"
    )
    assert main_heading(page) == ["Storm batters coast"]


def test_a_byline_stands_in_the_link_of_its_own_headline_and_is_no_dateline() -> None:
    for line in (
        "<a href='/harbour'><h2>Harbour closed</h2><span class=byline>By Jane Roe</span></a>",
        "<div><span class=author-name>Jane Roe –</span></div>",
    ):
        record = onrecord.extract(f"<title>Harbour closed</title><h1>Harbour closed</h1>{line}{PROSE}")
        assert ([a.name for a in record.author], record.dateline) == (["Jane Roe"], None)


def test_a_name_beside_a_date_is_none_of_the_text() -> None:
    lines = "<p>Jane Roe</p><p>3 May 2024, 10:15</p>"
    record = onrecord.extract(f"<article><h1>Harbour closed for the day</h1>{lines}{PROSE * 3}</article>")
    assert [a.name for a in record.author] == ["Jane Roe"]
    assert (record.article_body or "").startswith("The harbour was closed")


_OLD = (
    "<table><tr><td><font size=6><b>BAY POST</b></font><br>Every Tuesday<tr><td><a href=/>Front page</a>"
    "<td>{}<p>{}</table>"
)


@pytest.mark.parametrize(
    "head",
    [
        "<font size=5>Harbour shut until spring</font><br><font size=2>By Jane Roe<br>3 May 1999</font>",
        "<font size='+2'><b>Harbour shut until spring</b></font><br>3 May 1999<br>By Jane Roe",
        "<p><b>Harbour shut until spring</b><p>3 May 1999<p>By Jane Roe",
        "<big><big>Harbour shut until spring</big></big><br>By Jane Roe, 3 May 1999",
        "<h3>Harbour shut until spring</h3>By Jane Roe<br>3 May 1999",
        "<font size=4><b>3 May 1999</b></font><br><font size=5><b>Harbour shut until spring</b></font><br>By Jane Roe",
        "<font size=1>Monday, 3 May 1999</font><br><font size=5>Harbour shut until spring</font><br>By Jane Roe",
        "<div class=titolo>Harbour shut until spring</div><div>3 May 1999</div><div>By Jane Roe</div>",
        "<p class=MsoTitle><b><span>Harbour shut until spring</span></b><p>By Jane Roe<p>3 May 1999",
    ],
)
@pytest.mark.parametrize(
    "title",
    [
        "Bay Post Online",
        "Bay Post - Monday, 3 May 1999",
        "Baypost no. 18/1999",
        "Post of the Bay, 3 May 1999",
    ],
)
def test_a_line_set_large_or_bold_above_the_prose_is_the_headline_where_nothing_is_marked(
    head: str, title: str
) -> None:
    page = f"<title>{title}</title>" + _OLD.format(head, PROSE * 5)
    record = onrecord.extract(page, url="http://www.baypost.example/1999/story7.htm")
    assert record.headline == "Harbour shut until spring"
    assert [a.name for a in record.author] == ["Jane Roe"]
    assert record.date_published
    assert record.date_published.value == "1999-05-03"
    for field in ("author", "date_published"):
        chosen = next(c for c in record.why(field) if c.chosen)
        assert page[chosen.place.start : chosen.place.end]


def test_a_title_that_says_something_is_the_headline_though_a_line_is_bold() -> None:
    page = f"<title>Harbour shut until spring</title><p><b>Read all about it here</b></p>{PROSE}"
    assert onrecord.extract(page).headline == "Harbour shut until spring"


def test_the_day_of_an_issue_stands_in_the_title() -> None:
    page = "<title>Bay Post Online - {}</title><h1>Harbour shut until spring</h1>" + PROSE
    days = {
        "Monday, 3 May 1999": "1999-05-03",
        "Local - 3 May 1999": "1999-05-03",
        "Concert on 3 May 1999": None,
        "A feast of old songs in the hall - 3 May 1999": None,
    }
    for day, value in days.items():
        record = onrecord.extract(page.format(day), url="http://www.baypost.example/story7.htm")
        assert (record.date_published and record.date_published.value) == value


@pytest.mark.parametrize(
    ("url", "title", "publisher"),
    [
        ("https://m.bay-post.example/1", "Harbour closed – News – Bay-Post", "Bay-Post"),
        ("https://bay-post.example/1", "Bay Post: Harbour closed", "Bay Post"),
        ("https://bay-post.example/1", "Bay | Harbour closed", None),
        ("https://www.baycourier.example/1", "Harbour closed - Bay Courier", "Bay Courier"),
        (
            "https://www.baycourier.example/1",
            "Harbour closed for the day | The Bay Courier: Local",
            "The Bay Courier",
        ),
        ("https://www.baycourier.example/1", "Bay courier stranded by the storm | News", None),
        ("https://blog.fishandchips.example/1", "Harbour closed - Fish & Chips", "Fish & Chips"),
        (
            "https://bayinstitute.example/1",
            "Harbour closed for the day - Bay Institute of Tides",
            "Bay Institute of Tides",
        ),
        ("https://boh.example/1", "Harbour closed for the day - Board of Harbours", "Board of Harbours"),
        ("https://stories.baycourier.example/1", "Harbour closed - Bay Stories", "Bay Stories"),
        (
            "https://toelz-kurier.example/1",
            "Harbour closed for the day - Tölz-Kurier online",
            "Tölz-Kurier online",
        ),
        ("https://newsbay.example/1", "Harbour closed for the day | News", None),
        ("https://baynews.example/1", "Harbour closed for the day | Öbay News", None),
        ("https://harbours.college.example/1", "Harbours of the north | Guides", None),
        ("https://baycourier.example/1", "Harbour closed - The Far Shore", None),
        ("https://baycourier.example/1", "Bay Courier", None),
        (None, "Harbour closed - Bay Courier", None),
    ],
)
def test_the_sites_name_is_the_part_of_the_title_that_the_host_spells(
    url: str | None, title: str, publisher: str | None
) -> None:
    record = onrecord.extract(f"<title>{title}</title><h1>Harbour closed</h1>{PROSE}", url=url)
    assert (record.publisher and record.publisher.name) == publisher


def authors(page: str, url: str | None = None) -> list[str]:
    return [a.name for a in onrecord.extract(page, url=url).author]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<h1>Harbour closed</h1><p>Rosa Lindt</p><p>·</p><p>Follow</p><p>5 min read · 3 May 2024</p>", ["Rosa Lindt"]),
        ("<ul><li>Rosa Lindt</li><li>3 May 2024</li></ul><h1>Harbour closed</h1>", ["Rosa Lindt"]),
        ("<ul><li>Harbour Notes</li><li>3 May 2024</li></ul><h1>Harbour closed</h1>", []),
        ("<h1>Harbour closed</h1><p>3 May 2024</p><h2>Ferries Stranded</h2>", []),
        ("<h1>Harbour closed</h1><p><span>3 May 2024</span> <span class=post-category>Harrow Ferries</span></p>", []),
        ("<h1>Harbour closed</h1><p>3 May 2024</p><p><a href=/category/f>Harrow Ferries</a></p>", []),
        ("<h1>Harbour closed</h1><p>posted on 2009-08-14 by Dunc</p>", ["Dunc"]),
        ("<h1>Harbour closed</h1><p>The harbour, painted in 1889 by Rosa Lindt</p>", []),
        ("<h1>Harbour closed</h1><p>Rosa Lindt, as told to Max Roe</p>", ["Rosa Lindt", "Max Roe"]),
        ("<h1>Harbour closed</h1><p>Posted on <a href=/x>3 May 2024</a> <i>by</i> <b><a href=/author/r>Rosa Lindt</a></b></p>", ["Rosa Lindt"]),
        ("<h1>Harbour closed</h1><dl><dt>Date:<dd>3 May 2024<dt>Contact:<dd>Rosa Lindt</dl>", []),
        ("<h1>Harbour closed</h1><dl><dt>From:<dd><a href=/people/lindt>Rosa Lindt</a><dt>On:<dd>3 May 2024</dl>", []),
        ("<h1>Harbour closed</h1><dl><dt>Author:<dd><a href=/people/lindt>Rosa Lindt</a></dl>", ["Rosa Lindt"]),
        ("<h1>Harbour closed</h1><h3>Authors</h3><p>Rosa Lindt, Max Roe</p>", ["Rosa Lindt", "Max Roe"]),
        ("<h1>Harbour closed</h1><h4>Authors</h4><ul><li><a href=/people/r>Rosa Lindt</a><i>Partner</i><li><a href=/people/m>Max Roe</a></ul>", ["Rosa Lindt", "Max Roe"]),
        ("<h1>Harbour closed</h1><div class=footer><p><time datetime=2024-05-03>03.05.2024</time> <span>Written by Rosa Lindt</span></p></div>", ["Rosa Lindt"]),
        ("<article><h1>Harbour closed</h1><footer>By <span>rlindt</span>, 3 May 2024</footer>", ["rlindt"]),
    ],
)  # fmt: skip
def test_a_name_in_the_head_of_an_article(head: str, expected: list[str]) -> None:
    assert authors(f"<title>Harbour closed</title>{head}{PROSE}") == expected


def test_a_short_last_line_of_prose_is_no_name() -> None:
    line = "The harbour was closed all day and nobody in the town could say for how long, or what the ferries would do."
    head = f"<p>3 May 2024</p><p>{line}<br>Kind Regards<br><br>Links:<br>Ferries</p>"
    assert authors(f"<title>Harbour closed</title><h1>Harbour closed</h1>{head}{PROSE}") == []


def test_the_place_of_a_name_that_stands_for_a_picture_is_that_of_its_words() -> None:
    page = f"<title>Harbour closed | Bay News</title><a href='/'><img src='/Bay News.png' alt='Bay News logo'></a><h1>Harbour closed</h1>{PROSE}"
    place = onrecord.extract(page, url="https://bay.example/harbour").why("publisher")[0].place
    assert place.start == page.index("Bay News logo")


def test_a_name_that_the_title_gives_as_the_authors() -> None:
    head = "<h1>Harbour closed</h1><p>Yusef Adani</p><p>3 May 2024</p>"
    assert authors(f"<title>Harbour closed | by Yusef Adani | Notes</title>{head}{PROSE}") == ["Yusef Adani"]
    assert authors(f"<title>Harbour closed | Yusef Adani</title>{head}{PROSE}") == []


def test_the_footer_of_the_article_around_the_headline_is_its_own() -> None:
    foot = "<footer class=meta>Posted in Ports on 3 May 2024 <span>by <a rel=author href=/a/r>Rosa Lindt</a></span></footer>"
    page = f"<article><h1>Harbour closed</h1>{PROSE}{{}}</article>"
    assert authors(page.format(foot)) == ["Rosa Lindt"]


def test_the_head_of_an_article_ends_with_its_first_sentences() -> None:
    short = (
        "<p>"
        + "Nobody in the town could say for how long the harbour would stay closed after the storm of that week.</p><p>"
        * 9
    )
    related = "<ul class=youmightlike><li>Three Days in Harrow <small>4 March 2013</small></ul>"
    page = f"<p>12 July 2014</p><h1>Harbour closed</h1>{short}</p>{related}"
    record = onrecord.extract(page)
    assert record.date_published
    assert (record.date_published.value, record.author) == ("2014-07-12", ())


@pytest.mark.parametrize(
    ("page", "url", "headline"),
    [
        ("<title>Delete more | Rosa Lindt's long notes</title><a href=/>Rosa Lindt's long notes</a><h1>Delete more</h1>", None, "Delete more"),
        ("<title>Bay Parish - Pastor's letter</title><h1>Bay Parish</h1><h2>Pastor's letter</h2>", "https://bayparish.example/l", "Pastor's letter"),
        ("<title>Bay Chapel | Pastor's blog | The walk to the sea</title><h2>Pastor's blog</h2><h3>The walk to the sea</h3>", None, "The walk to the sea"),
    ],
)  # fmt: skip
def test_the_headline_beside_a_sites_name(page: str, url: str | None, headline: str) -> None:
    assert onrecord.extract(f"{page}<p>3 May 2024</p>{PROSE}", url=url).headline == headline


def test_a_day_in_the_title_of_an_article_makes_it_no_issue() -> None:
    title = "Bay: Harbour shut until spring, 3 May 1999"
    page = f"<title>{title}</title><p>Bay</p><h2>Please support our work</h2>{PROSE}<h1>Please support our work</h1>"
    assert title in [c.value for c in onrecord.extract(page).why("headline")]


@pytest.mark.parametrize(
    ("picture", "caption"),
    [
        ("<figure><img src=/pier.jpg><p>The pier at noon.</p></figure>", "The pier at noon."),
        ("<div><img src=/pier.jpg><span class=picCaption>The pier at noon.</span></div>", "The pier at noon."),
        (
            "<div><a><img src=/pier.jpg></a></div><!-- x --><p class=img-caption>The pier at noon.</p>",
            "The pier at noon.",
        ),
        (f"<div><img src=/pier.jpg>{PROSE}<p class=caption>The pier at noon.</p></div>", None),
        (
            "<div><div><img src=/a.jpg><img src=/pier.jpg></div><p class=caption>The pier at noon.</p></div>",
            None,
        ),
        ("<figure><img src=/pier.jpg></figure><figure><img src=/pier.jpg><figcaption>The pier</figure>", "The pier"),
        (f"<div><div class=has-caption><img src=/pier.jpg>{PROSE * 3}</div></div>", None),
        ("<div><img src=/still.jpg><div class=player-captions-menu>captions off, selected</div></div>", None),
    ],
)  # fmt: skip
def test_captions_that_no_figure_marks(picture: str, caption: str | None) -> None:
    """Of the one image that they stand under, with little else around both."""
    record = onrecord.extract(
        f"<article><h1>Harbour closed</h1>{picture}{PROSE}</article>", url="https://bay.example/1"
    )
    assert [i.caption for i in record.images if i.caption] == ([caption] if caption else [])


def test_an_image_that_is_loaded_late_is_not_what_stands_for_it_until_then() -> None:
    late = "<figure><img src=/lazy_placeholder.gif data-src=/pier.jpg><figcaption>The pier.</figcaption></figure>"
    never = "<figure><img src=/placeholder.png><figcaption>The pier again.</figcaption></figure>"
    record = onrecord.extract(
        f"<article><h1>Harbour closed</h1>{late}{never}{PROSE}</article>", url="https://bay.example/1"
    )
    assert [i.url for i in record.images] == ["https://bay.example/pier.jpg"]


def test_captions_without_end_are_looked_at_for_a_moment() -> None:
    captions = "<p class=caption>x</p>" * 500
    began = time.process_time()
    onrecord.extract(f"<h1>Harbour closed</h1>{PROSE}<div>{captions}{'word ' * 900_000}</div>")
    assert time.process_time() - began < _MOMENT


def test_lists_of_tags_without_end_are_looked_at_for_a_moment() -> None:
    links = "<a href=/tag/x>x</a> " * 40_000
    began = time.process_time()
    onrecord.extract(f"<h1>Harbour closed</h1>{PROSE}<div>{links}</div>")
    assert time.process_time() - began < _MOMENT


_MOMENT = 3
"""Seconds: a slow machine takes one, and what looks again at all for each takes ten."""


def test_a_short_article_under_the_headline_is_no_card_for_a_heading_that_leads_to_a_part_of_it() -> None:
    date = "<time datetime=2024-05-03T10:00:00Z>3 May 2024</time>"
    part = "<h3><a href='#next'>What next</a></h3><p>Nothing, says the council.</p>"
    record = onrecord.extract(
        f"<main><h1>Harbour closed</h1><article>{date}<p>Until noon.</p>{part}</article></main>"
    )
    assert record.date_published
    assert record.date_published.value == "2024-05-03T10:00:00+00:00"


def test_a_short_article_under_a_linked_heading_tells_its_own_date() -> None:
    card = "<article><h3><a href=/sheep>Sheep</a></h3><time datetime=2024-01-02T09:00:00Z>2 January</time></article>"
    page = f"<main><h1>Harbour closed</h1><p>3 May 2024</p>{PROSE}<div>{card}{card}</div></main>"
    record = onrecord.extract(page)
    assert record.date_published
    assert record.date_published.value == "2024-05-03"


@pytest.mark.parametrize("name", ["subscriber-only", "asset-masthead"])
def test_pictures_in_a_text_for_subscribers_and_in_an_articles_masthead_are_its_own(name: str) -> None:
    figure = "<figure><img src=/pier.jpg><figcaption>The pier at noon.</figcaption></figure>"
    page = f"<article><h1>Harbour closed</h1><div class={name}>{PROSE}{figure}{PROSE}</div></article>"
    record = onrecord.extract(page, url="https://bay.example/1")
    assert [i.caption for i in record.images] == ["The pier at noon."]


@pytest.mark.parametrize(
    ("heading", "headline"),
    [
        ("<small>Harl Bay</small> Harbour shut until spring", "Harbour shut until spring"),
        ("<span>Harl Bay</span><br>Harbour shut until spring", "Harbour shut until spring"),
        ("Harbour shut until spring <span>The ferry stays in port</span>", "Harbour shut until spring"),
        ("<em>Harl Bay:</em> Harbour shut until spring", "Harl Bay: Harbour shut until spring"),
    ],
)
def test_a_kicker_in_the_heading_is_none_of_the_headline_where_the_title_is_without(
    heading: str, headline: str
) -> None:
    page = f"<title>Harbour shut until spring | Bay Post</title><h1>{heading}</h1>{PROSE}"
    assert main_heading(page) == [headline]
    assert onrecord.extract(page).headline == headline


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Harbour Town", []),
        ("Nobody Pier", []),
        ("Trond Teig", ["Trond Teig"]),
        ("Ida Town", ["Ida Town"]),
        ("Achieng Town", ["Achieng Town"]),
        ("Harbour Town Staff", ["Harbour Town Staff"]),
    ],
)
def test_words_beside_a_date_that_mean_something_are_no_name(line: str, authors: list[str]) -> None:
    page = f"<h1>Spring at last</h1><p>{line}</p><p>3 May 2024</p>{PROSE}"
    assert [a.name for a in onrecord.extract(page).author] == authors


def test_a_day_stands_in_the_second_line_of_a_block_that_opens_with_an_element_of_its_own() -> None:
    page = f"<body><h1>Harbour shut</h1><b>Ida</b> (ida at bay.example)<br><i>Fri May  3 10:12:13 2024</i><hr>{PROSE}"
    record = onrecord.extract(page)
    assert record.date_published
    assert record.date_published.value == "2024-05-03T10:12:13"


@pytest.mark.parametrize("title", ["harbour_final.pdf", "Microsoft Word - harbour.docx"])
def test_the_name_of_a_file_is_no_headline_where_a_line_is_set_as_one(title: str) -> None:
    page = f"<title>{title}</title><p><font size=5><b>Harbour shut until spring</b></font></p>{PROSE * 4}"
    assert onrecord.extract(page).headline == "Harbour shut until spring"


@pytest.mark.parametrize(
    ("line", "sections"),
    [
        ("<ul class=td-category><li class=entry-category><a href=/c/local>Local</a></li></ul>", ["Local"]),
        ("<p class=meta><span class=article-section>Harbour</span> 3 May 2024, 10:00</p>", ["Harbour"]),
        ("<p class=section>Harbour</p>", ["Harbour"]),
        ("<p class=rubrik><a href=/fisk>Fisk</a></p>", ["Fisk"]),
        ("<p class=category><a href=/author/roe>Ann Roe</a></p>", []),
        ("<p class=category>Posted by Roe</p>", []),
        ("<p class=category>Category: <a href='#top'>Harbour</a></p>", []),
        ("<p class=section-head>Harbour</p>", []),
        ("<p><a href=/category/eels>Eels</a></p>", ["Eels"]),
        ("<div class=menu><p><a href=/category/eels>Eels</a></p></div>", []),
        ("<div class=menu><a href=/category/eels>Eels</a> <a href=/category/cod>Cod</a></div>", []),
        ("<p class=category>Uncategorized</p>", []),
        ("<p class=section-title>Share this page</p>", []),
        ("<div class=related><p class=category><a href=/c/eels>Eels</a></p></div>", []),
    ],
)
def test_sections_that_lines_beside_the_headline_name(line: str, sections: list[str]) -> None:
    for page in (f"{line}<h1>Harbour closed for the day</h1>", f"<h1>Harbour closed for the day</h1>{line}"):
        record = onrecord.extract(f"<body><div>{page}</div>{PROSE}")
        assert list(record.article_section) == sections
    data = '<script type="application/ld+json">{"@type":"NewsArticle","articleSection":"Port"}</script>'
    assert onrecord.extract(f"{data}<h1>Harbour closed</h1>{line}{PROSE}").article_section == ("Port",)


@pytest.mark.parametrize("around", ["node", "node node-promoted"])
def test_a_full_name_under_the_account_that_posted_it_is_the_author(around: str) -> None:
    """A class says of many a page of Drupal's that it was promoted to the front page: that makes it no advertisement."""
    head = "<div class=submitted>Submitted by webeditor on 8 October 2013</div><div><p>By:</p><p>Hester Dale</p></div>"
    record = onrecord.extract(
        f"<h1>Harbour closed for the day</h1><div class='{around}'>{head}<div>{PROSE * 3}</div></div>"
    )
    assert [a.name for a in record.author] == ["Hester Dale"]


@pytest.mark.parametrize("count", ["Comments", "12 comments"])
def test_how_many_comments_there_are_below_the_standfirst_ends_no_head(count: str) -> None:
    lead = "<p>The harbour was closed all day and nobody in the town, where 9,000 people live, could say for how long.</p>"
    page = f"<h1>Harbour closed</h1>{lead}<p>{count}</p><p>By Ida Holm</p>{PROSE}"
    assert [a.name for a in onrecord.extract(page).author] == ["Ida Holm"]


@pytest.mark.parametrize(
    ("caption", "count"),
    [
        ("Picture {n} of the roof", 9),
        ("<a href=/full-{n}.jpg>Picture {n} of the roof</a>", 9),
        ("<a href=/roof-{n}>Town {n} repairs its roof, too</a>", 2),
    ],
)
def test_pictures_below_the_text_are_its_own_unless_they_lead_to_others(caption: str, count: int) -> None:
    figures = "".join(
        f"<figure><img src='/picture-{n}-of-a-roof.jpg' data-said='{'x' * 150}'><figcaption>{caption.format(n=n)}</figcaption></figure>"
        for n in range(9)
    )
    text = (
        "<p>The roof of the old hall was taken down in May, said Ada Roan, and will be put up again in June.</p>"
        "<p>Forty people of Harrow carried the tiles down by hand, for the crane could not pass the gate.</p>"
        "<p>What it costs nobody knows yet: the council will be told in July, when all of it is paid for.</p>"
    )
    page = f"<article><h1>Roof taken down</h1>{text}</article><div><h2>More</h2>{figures}</div>"
    assert len(onrecord.extract(page, url="https://news.example/a").images) == count


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("<b>Jane Roe</b><span>Harbour editor</span>", ["Jane Roe"]),
        ("By <span>Jane Roe</span> <i>Harbour editor</i>", ["Jane Roe"]),
        ("<span>Jane</span> <span>Roe</span>", ["Jane Roe"]),
        ("<span>Jane Roe</span> <span>and Bo Lind</span>", ["Jane Roe", "Bo Lind"]),
    ],
)
def test_a_name_in_an_element_of_its_own_ends_there(byline: str, authors: list[str]) -> None:
    record = onrecord.extract(f"<h1>Harbour closed for the day</h1><div class='byline'>{byline}</div>{PROSE}")
    assert [a.name for a in record.author] == authors


@pytest.mark.parametrize(
    "line",
    [
        "Deadline: 3 May 2024",
        "Date of event: 3 May 2024",
        "Applications close 3 May 2024",
        "<b>When:</b> 3 May 2024, 19:00",
        "<b>Expires</b> <time datetime='2024-05-03'>3 May</time>",
        "<span>Born:</span> <span class='date'>3 May 1974</span>",
        "Printed on: 3 May 2024",
        "Anmeldeschluss: 3. Mai 2024",
        "Fecha límite: 3 de mayo de 2024",
        "開催日：2024年5月3日",
    ],
)
def test_a_day_of_something_else_under_the_headline_is_not_the_articles(line: str) -> None:
    head = f"<article><h1>Harbour closed</h1><p>{line}</p>"
    assert onrecord.extract(f"{head}{PROSE}</article>").date_published is None
    told = onrecord.extract(f"{head}<p>Published 4 April 2024</p>{PROSE}</article>")
    assert told.date_published is not None
    assert told.date_published.value == "2024-04-04"
    assert told.conflicts == ()


@pytest.mark.parametrize(
    "line",
    [
        "Events | 3 May 2024",
        "Harrow Bay: 3 May 2024",
        "Date: 3 May 2024",
        "Date of publication: 3 May 2024",
        "Date of issue: 3 May 2024",
        "Created on 3 May 2024",
        "Erstellt am: <time datetime='2024-05-03'>3. Mai</time>",
        "登録日時：2024年5月3日",
        "작성 일시: 2024년 5월 3일",
    ],
)
def test_a_section_a_place_or_nothing_more_may_stand_before_the_articles_day(line: str) -> None:
    told = onrecord.extract(f"<article><h1>Harbour closed</h1><p>{line}</p>{PROSE}</article>")
    assert told.date_published is not None
    assert told.date_published.value == "2024-05-03"


@pytest.mark.parametrize(
    "line",
    [
        "Created: 1 May 2024 | Published: 3 May 2024",
        "Created <time datetime='2024-05-01'>1 May</time> Published <time datetime='2024-05-03'>3 May</time>",
        "Erstellt am 1. Mai 2024, veröffentlicht am 3. Mai 2024",
    ],
)
def test_when_a_page_was_made_is_not_when_it_was_published(line: str) -> None:
    told = onrecord.extract(f"<article><h1>Harbour closed</h1><p>{line}</p>{PROSE}</article>")
    assert told.date_created is not None
    assert told.date_published is not None
    assert (told.date_created.value, told.date_published.value) == ("2024-05-01", "2024-05-03")
    assert told.conflicts == ()
