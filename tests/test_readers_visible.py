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
