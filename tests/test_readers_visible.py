"""Which heading of a page is its article's, and so around which lines its byline and date are looked for; and where else they are."""

import pytest

import onrecord

_PROSE = "<p>" + "The harbour was closed all day and nobody in the town could say for how long. " * 8 + "</p>"


def main_heading(page: str) -> list[str]:
    from onrecord.page import open_page
    from onrecord.readers import visible

    seen = visible.read(open_page(page))
    return [e.raw for e in seen if e.field == "headline" and e.beside("main") == "yes"]


def test_an_empty_heading_is_none() -> None:
    assert main_heading(f"<h1> <img src=a></h1><h1>Harbour closed</h1>{_PROSE}") == ["Harbour closed"]


def test_the_heading_that_says_more_of_the_title() -> None:
    page = f"<title>Harbour closed for the day - Bay News</title><h1>Bay News</h1><h1>Harbour closed for the day</h1>{_PROSE}"
    assert main_heading(page) == ["Harbour closed for the day"]


def test_a_site_name_in_the_only_heading_gives_way_to_the_line_that_the_title_says() -> None:
    page = (
        f"<title>Harbour closed for the day - Bay News</title><h1>Bay News</h1>"
        f"<legend>Harbour closed for the day</legend><p>20 December 2025</p>{_PROSE}"
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
        ("<footer><div>{}</div></footer>", []),
        ("<div class='site-footer'><div>{}</div></div>", []),
        ("<footer class='post-footer'><div class='related-posts'>{}</div></footer>", []),
    ],
)
def test_the_footer_of_an_article_is_read_for_who_wrote_it(foot: str, authors: list[str]) -> None:
    byline = foot.format("<span class='post-author'>Posted by <span class='fn'>Jane Roe</span></span>")
    record = onrecord.extract(f"<article><h1>Harbour closed</h1>{_PROSE}{byline}</article>")
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
    page = f"<html lang={language}><article><h1>Harbour closed</h1><p>{line}</p>{_PROSE}</article>"
    assert [a.name for a in onrecord.extract(page).author] == authors


def test_a_line_that_nothing_marks_as_the_heading_is_told_from_the_sites_name_before_it() -> None:
    page = f"<title>Bay News 3.5.2003: Harbour closed for the day</title><font size=5><b>Harbour closed for the day</b></font>{_PROSE}"
    assert onrecord.extract(page).headline == "Harbour closed for the day"


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
        f"<h3>Harbour closed</h3>{_PROSE}<h3>Older posts</h3>"
    )
    assert main_heading(page) == [headline]


_ROE = "<a href='/author/roe'>Jane Roe</a>"
_LEE = "<a href='/author/lee'>Kim Lee</a>"


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
    record = onrecord.extract(f"<h1>Harbour closed for the day</h1>{line}{_PROSE * 3}")
    assert [a.name for a in record.author] == authors


def test_an_agency_beside_a_linked_name() -> None:
    line = f"<div><span class='author'>{_ROE}, ČTK</span><span>3. 5. 2024 14:05</span></div>"
    record = onrecord.extract(f"<h1>Harbour closed for the day</h1>{line}{_PROSE * 3}")
    assert ([a.name for a in record.author], record.credited_agency) == (["Jane Roe"], "ČTK")


def test_a_dateline_has_no_dash() -> None:
    record = onrecord.extract(
        f"<h1>Harbour closed for the day</h1><p class='dateline'>BAY CITY —</p>{_PROSE * 3}"
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
        f"<article><h1>Harbour closed for the day</h1>{_PROSE * 3}<p>All day long the ferries stayed where they were. {end}</p></article>"
    )
    assert record.credited_agency == agency


@pytest.mark.parametrize(
    ("foot", "keywords", "sections"),
    [
        ("<p><a rel='tag'>ferry</a>, <a rel='tag'>pier</a></p>", ["ferry", "pier"], []),
        ("<footer class='entry-footer'><a rel='category tag'>Ports</a> <a rel='tag'>pier</a></footer>", ["pier"], ["Ports"]),
        ("<div class='related-posts'><a rel='tag'>sheep</a></div>", [], []),
        ("<article><h2>Sheep</h2><a rel='tag'>sheep</a></article>", [], []),
        ("<p>" + "".join(f"<a rel='tag'>town {n}</a> " for n in range(60)) + "</p>", [], []),
    ],
)  # fmt: skip
def test_tags_under_which_the_article_is_filed(foot: str, keywords: list[str], sections: list[str]) -> None:
    record = onrecord.extract(
        f"<article><h1>Harbour closed</h1>{_PROSE}{foot}</article><aside><a rel='tag'>x</a></aside>"
    )
    assert (list(record.keywords), list(record.article_section)) == (keywords, sections)


def test_what_data_says_of_keywords_comes_before_tags() -> None:
    page = f"<meta name=keywords content='sea'><article><h1>Harbour closed</h1>{_PROSE}<a rel='tag'>pier</a></article>"
    assert onrecord.extract(page).keywords == ("sea",)


@pytest.mark.parametrize(
    ("title", "link", "publisher"),
    [
        ("Harbour closed – Bay News", "<a href='/'>Bay News</a>", "Bay News"),
        ("Harbour closed – Bay News", "<a href='https://bay.example'>BAY NEWS</a>", "BAY NEWS"),
        ("Bay News: Harbour closed", "<a href='/start' rel='home'>Bay News</a>", "Bay News"),
        ("Harbour closed – Bay News", "<a href='https://sea.example/'>Bay News</a>", None),
        ("Harbour closed in Bay News", "<a href='/'>Bay News</a>", None),
        ("Harbour closed – Home", "<a href='/'>Start</a>", None),
        ("Home-Office: harbour closed", "<a href='/'>Home</a>", None),
        ("News: Harbour closed", "<a href='/'>News</a>", None),
    ],
)
def test_the_sites_name_is_what_leads_to_its_front_page(title: str, link: str, publisher: str | None) -> None:
    page = f"<title>{title}</title><header>{link}</header><h1>Harbour closed</h1>{_PROSE}"
    record = onrecord.extract(page, url="https://bay.example/harbour")
    assert (record.publisher and record.publisher.name) == publisher


def test_a_short_heading_of_a_menu_is_no_headline() -> None:
    page = (
        "<title>Storm batters coast | News | The Harrow Herald</title><h1><a href='/'>The Harrow Herald</a></h1>"
        f"<h3>News</h3><h2>Storm batters coast</h2>{_PROSE}"
    )
    assert main_heading(page) == ["Storm batters coast"]


def test_a_byline_stands_in_the_link_of_its_own_headline_and_is_no_dateline() -> None:
    for line in (
        "<a href='/harbour'><h2>Harbour closed</h2><span class=byline>By Jane Roe</span></a>",
        "<div><span class=author-name>Jane Roe –</span></div>",
    ):
        record = onrecord.extract(f"<title>Harbour closed</title><h1>Harbour closed</h1>{line}{_PROSE}")
        assert ([a.name for a in record.author], record.dateline) == (["Jane Roe"], None)


def test_a_name_beside_a_date_is_none_of_the_text() -> None:
    lines = "<p>Jane Roe</p><p>3 May 2024, 10:15</p>"
    record = onrecord.extract(f"<article><h1>Harbour closed for the day</h1>{lines}{_PROSE * 3}</article>")
    assert [a.name for a in record.author] == ["Jane Roe"]
    assert (record.article_body or "").startswith("The harbour was closed")


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("Harbour closed | The Bay Post", "The Bay Post"),
        ("Bay Post: Harbour closed", "Bay Post"),
        ("Harbour closed – News – Bay-Post", "Bay-Post"),
        ("Bay | Harbour closed", None),
        ("Bay Post", None),
    ],
)
def test_the_sites_name_is_an_end_of_the_title_that_the_address_spells(
    title: str, publisher: str | None
) -> None:
    record = onrecord.extract(
        f"<title>{title}</title><h1>Harbour closed</h1>{_PROSE}", url="https://m.bay-post.example/harbour"
    )
    assert (record.publisher and record.publisher.name) == publisher


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
    page = f"<title>{title}</title>" + _OLD.format(head, _PROSE * 5)
    record = onrecord.extract(page, url="http://www.baypost.example/1999/story7.htm")
    assert record.headline == "Harbour shut until spring"
    assert [a.name for a in record.author] == ["Jane Roe"]
    assert record.date_published
    assert record.date_published.value == "1999-05-03"
    for field in ("author", "date_published"):
        chosen = next(c for c in record.why(field) if c.chosen)
        assert page[chosen.place.start : chosen.place.end]


def test_a_title_that_says_something_is_the_headline_though_a_line_is_bold() -> None:
    page = f"<title>Harbour shut until spring</title><p><b>Read all about it here</b></p>{_PROSE}"
    assert onrecord.extract(page).headline == "Harbour shut until spring"


def test_the_day_of_an_issue_stands_in_the_title() -> None:
    page = "<title>Bay Post Online - {}</title><h1>Harbour shut until spring</h1>" + _PROSE
    days = {
        "Monday, 3 May 1999": "1999-05-03",
        "Local - 3 May 1999": "1999-05-03",
        "Concert on 3 May 1999": None,
        "A feast of old songs in the hall - 3 May 1999": None,
    }
    for day, value in days.items():
        record = onrecord.extract(page.format(day), url="http://www.baypost.example/story7.htm")
        assert (record.date_published and record.date_published.value) == value


def test_a_day_in_the_title_of_an_article_makes_it_no_issue() -> None:
    title = "Bay: Harbour shut until spring, 3 May 1999"
    page = f"<title>{title}</title><p>Bay</p><h2>Please support our work</h2>{_PROSE}<h1>Please support our work</h1>"
    assert title in [c.value for c in onrecord.extract(page).why("headline")]
