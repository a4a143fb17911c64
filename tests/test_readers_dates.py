"""Where pages say when their article was published, and the dates on them that are of something else."""

import json

import pytest

import onrecord
from onrecord import Record
from onrecord.page import open_page
from onrecord.readers.breadcrumbs import headline_below, is_in_trail
from seen import PROSE


def record_of(above: str = "", below: str = "", *, head: str = "", url: str | None = None) -> Record:
    return onrecord.extract(
        f"<html><head><title>Harbour closed to ferries</title>{head}</head><body><article>"
        f"<h1>Harbour closed to ferries</h1>{above}{PROSE * 4}{below}</article></body></html>",
        url=url,
    )


def published(above: str = "", below: str = "", *, head: str = "", url: str | None = None) -> str | None:
    moment = record_of(above, below, head=head, url=url).date_published
    return moment.value if moment else None


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ("<meta name='article:published:time' content='2024-05-03T10:15:00+02:00'>", "2024-05-03T10:15:00+02:00"),
        ("<meta name='acme-first-published-time' content='2024-05-03T10:15:00Z'>", "2024-05-03T10:15:00+00:00"),
        ("<meta name='x_publishDate' content='3 May 2024'>", "2024-05-03"),
        ("<meta name='acme:republish_date' content='2024-05-03'>", None),
        ("<meta name='acme:last-published-date' content='2024-05-03'>", None),
        # A name of the site's own making may say when the site was built.
        ("<meta name='build:published-time' content='2024-06-01'><meta name='date' content='2024-05-03'>", "2024-05-03"),
        ("<script>analytics({firstPublicationDate: '20240503'})</script>", "2024-05-03"),
        ('<script>analytics({"publication_date": "20240503"})</script>', None),
    ],
)  # fmt: skip
def test_data_that_names_the_published_time(head: str, value: str | None) -> None:
    assert published(head=head) == value


_NEWS = {"@type": "NewsArticle", "headline": "Harbour closed to ferries"}
_THEN = "2021-01-01T08:00:00Z"


@pytest.mark.parametrize(
    "data",
    [
        {**_NEWS, "comment": [{"@type": "Comment", "text": "At last.", "datePublished": _THEN}]},
        {**_NEWS, "citation": [{"@type": "NewsArticle", "headline": "Bridge", "datePublished": _THEN}]},
        {"@type": "WebSite", "name": "The Quay", "datePublished": _THEN},
        {"@graph": [_NEWS, {"@type": "NewsArticle", "url": "https://quay.example/bridge", "headline": "Bridge", "datePublished": _THEN}]},
        {**_NEWS, "@type": "LiveBlogPosting", "liveBlogUpdate": [{"@type": "BlogPosting", "datePublished": _THEN}]},
    ],
)  # fmt: skip
def test_what_json_ld_says_of_other_things_is_no_state(data: dict[str, object]) -> None:
    head = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    assert published(head=head) is None
    later = head + "<script>analytics({publishedAt: '2024-05-03'})</script>"
    assert published(head=later) == "2024-05-03"


def test_json_ld_that_cannot_be_read_is_asked_like_any_script() -> None:
    data = '{"@type": "NewsArticle" "headline": "Harbour", "datePublished": "2024-05-03T08:00:00Z"}'
    record = record_of(head=f"<script type='application/ld+json'>{data}</script>")
    assert [t.code for t in record.troubles] == ["json-ld-unreadable"]
    assert [(c.source, c.raw) for c in record.why("date_published")] == [("state", "2024-05-03T08:00:00Z")]


def test_an_attribute_that_holds_an_applications_state() -> None:
    state = (
        "{&quot;title&quot;:&quot;Harbour&quot;,&quot;datePublished&quot;:&quot;2024-05-03T08:00:00Z&quot;}"
    )
    page = f"<h1>Harbour closed</h1><article-view data-state='{state}'></article-view>{PROSE * 4}"
    (told,) = onrecord.extract(page).why("date_published")
    assert page[told.place.start : told.place.end] == told.raw == "2024-05-03T08:00:00Z"


_AT, _ON = "2024-05-03T10:00:00Z", "2024-05-04T10:00:00Z"


@pytest.mark.parametrize(
    ("above", "value"),
    [
        # Pieces in elements of their own, whether or not they share a container, and however they are indented.
        ("<div><span>Ida Holm</span> · <span>May 3, 2024</span> · <a href='/h'>Harbour</a></div>", "2024-05-03"),
        (f"<div><span>Ida Holm</span>{' ' * 500}<span>May 3, 2024</span></div>", "2024-05-03"),
        ("<div class='date'><span>May</span><span>03</span><span>2024</span></div>", "2024-05-03"),
        ("<abbr itemprop='datePublished' title='2024-05-03T10:15:00+02:00'>10:15</abbr>", "2024-05-03T10:15:00+02:00"),
        ("<abbr class='published' title='2024-05-03T10:15:00+02:00'>10:15</abbr>", "2024-05-03T10:15:00+02:00"),
        ("<time title='2024-05-03T10:15:00+02:00'>2 hours ago</time>", "2024-05-03T10:15:00+02:00"),
        ("<time title='a leap day'>29 February 2024</time>", "2024-02-29"),
        ("<p><abbr title='2024 Tall Ships Race'>TSR</abbr> · By Ida Holm</p>", None),
        ("<p>Submitted by webteam on Thu, 04/11/2024 - 14:22</p>", "2024-04-11T14:22:00"),
        ("<time><span>May 3, 2024</span><span>2:14 PM GMT+1</span><span>Updated 2 hours ago</span></time>", "2024-05-03T14:14:00+01:00"),
        ("<p><span>By Ida Holm</span><span>3 May 2024</span><span>6 min</span></p>", "2024-05-03"),
        ("<p><span>6 min read</span><span>May 3, 2024</span></p>", "2024-05-03"),
        # The microformats of old call the one date of an entry an update, too.
        (f"<time class='entry-date published updated' datetime='{_AT}'>3 May</time>", "2024-05-03T10:00:00+00:00"),
        (f"<time class='entry-date updated' datetime='{_AT}'>3 May</time>", "2024-05-03T10:00:00+00:00"),
        (f"<time class='post-date-updated' datetime='{_AT}'>3 May</time>", None),
        ("<p>In the trial of 24 January 2020 the court found that nobody had seen the harbour burn.</p>", None),
        ("<figure><img src='/a.jpg'><figcaption>The harbour, 2 May 2024</figcaption></figure>", None),
        ("<div><img src='/a.jpg' alt='The harbour at noon, 2 May 2024'><p>The harbour at noon, 2 May 2024</p></div>", None),
        ("<blockquote><time datetime='2023-01-01'>1 January</time></blockquote>", None),
        ("<a href='/x'><b>Another story of the harbour</b> <span class='date'>2 May 2024</span></a>", None),
        ("<ul class='archive-dates'><li><a href='/2023/01'>January 2023</a></li></ul>", None),
    ],
)  # fmt: skip
def test_lines_around_the_headline(above: str, value: str | None) -> None:
    assert published(above) == value


@pytest.mark.parametrize(
    ("line", "first", "changed"),
    [
        ("Ostatnia aktualizacja: 17.04.2024 08:00", None, "2024-04-17T08:00:00"),
        ("Zmodyfikowano: 17.04.2024", None, "2024-04-17"),
        ("Letzte Änderung: 14. März 2024", None, "2024-03-14"),
        ("Überarbeitet am 14.03.2024", None, "2024-03-14"),
        ("Actualisé le 9 février 2024", None, "2024-02-09"),
        ("MAJ le 9 février 2024", None, "2024-02-09"),
        ("Ultimo agg.: 9 febbraio 2024 19:12", None, "2024-02-09T19:12:00"),
        ("Alterado em 19 de novembro de 2019", None, "2019-11-19"),
        ("Aangepast op 3 februari 2018", None, "2018-02-03"),
        ("Последняя редакция: 13 октября 2023", None, "2023-10-13"),
        ("Amended 5 March 2024", None, "2024-03-05"),
        ("Revised March 5, 2024", None, "2024-03-05"),
        ("Ενημερώθηκε: 17.04.2024, 08:00", None, "2024-04-17T08:00:00"),
        ("Ažurirano 17.04.2024.", None, "2024-04-17"),
        ("Actualitzat el 17/04/2024 a les 8:00", None, "2024-04-17T08:00:00"),
        ("最后修改：2022年9月18日", None, "2022-09-18"),
        # What it is may stand behind the date.
        ("2023年12月6日 9時05分 更新", None, "2023-12-06T09:05:00"),
        ("2022年9月18日（更新）", None, "2022-09-18"),
        ("Am 14. März 2024 aktualisiert", None, "2024-03-14"),
        (f"<time datetime='{_AT}'>12月6日</time> <b>更新</b>", None, "2024-05-03T10:00:00+00:00"),
        # Of two dates each has its own.
        ("Opublikowano: 17.04.2024 05:55, aktualizacja: 18.04.2024 08:00", "2024-04-17T05:55:00", "2024-04-18T08:00:00"),
        ("3 May 2024 updated 4 May 2024", "2024-05-03", "2024-05-04"),
        ("公開日：2023年12月6日 更新日：2023年12月7日", "2023-12-06", "2023-12-07"),
        ("2023年12月6日 公開 2023年12月7日 更新", "2023-12-06", "2023-12-07"),
        ("2023年12月7日 更新 2023年12月6日 公開", "2023-12-06", "2023-12-07"),
        (f"<time datetime='{_AT}'>3 May</time> updated <time datetime='{_ON}'>4 May</time>", "2024-05-03T10:00:00+00:00", "2024-05-04T10:00:00+00:00"),
        ("17.04.2024 r., godz. 05:55, akt. 18.04.2024 08:00", "2024-04-17T05:55:00", "2024-04-18T08:00:00"),
        ("<b class='published'>3 May 2024</b> <b class='updated'>4 May 2024</b>", "2024-05-03", "2024-05-04"),
        ("Update: first published on 3 May 2024, edited on 4 May 2024", "2024-05-03", "2024-05-04"),
        # None of these says that anything was changed.
        ("3 May 2024 Updates", "2024-05-03", None),
        ("3 May 2024 | updates", "2024-05-03", None),
        ("Редакция, 13 октября 2023", "2023-10-13", None),
        ("Skrevet 3. maj 2024", "2024-05-03", None),
    ],
)  # fmt: skip
def test_a_time_that_a_line_calls_an_updates_is_none_of_publishing(
    line: str, first: str | None, changed: str | None
) -> None:
    record = record_of(f"<p class='date'>{line}</p>")
    assert [m and m.value for m in (record.date_published, record.date_modified)] == [first, changed]


@pytest.mark.parametrize(
    "below",
    [
        "<p>Published on 3 May 2024</p>",
        "<p>This article was originally published on 3 May 2024 and is kept current.</p>",
        "<p>Veröffentlicht von Ida Holm am 3. Mai 2024</p>",
        "<div><h4>Publish date</h4><p>3 May 2024</p></div>",
        "<p>Publié le 3 mai 2024</p>",
        "<p>掲載日：2024年5月3日</p>",
    ],
)
def test_a_line_that_says_so_is_believed_before_other_dates_that_are_shown(below: str) -> None:
    assert published("<p>7 June 2024</p>", below) == "2024-05-03"


@pytest.mark.parametrize(
    "below",
    [
        "<p>Published on 3 May 2024</p><p>Published on 4 May 2024</p>",
        "<p>Published, last updated 3 May 2024</p>",
        "<div class='comments'><p>Posted on 3 May 2024</p></div>",
    ],
)
def test_lines_that_say_so_of_other_things(below: str) -> None:
    assert published("<p>7 June 2024</p>", below) == "2024-06-07"


def test_a_line_that_says_so_is_no_match_for_the_pages_data() -> None:
    head = "<meta property='article:published_time' content='2024-06-07'>"
    assert published("", "<p>Published on 3 May 2024</p>", head=head) == "2024-06-07"


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://news.example/2024/may/03/harbour", "2024-05-03"),
        ("https://news.example/notices/13-05-2024-harbour", "2024-05-13"),
        ("https://news.example/2024-05/03/content_8812.htm", "2024-05-03"),
        ("https://news.example/items/1213-05-2024", None),
    ],
)
def test_days_in_addresses(url: str, value: str | None) -> None:
    assert published(url=url) == value


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://news.example/2024/03/05/harbour", "2024-03-05"),
        ("https://news.example/2024/05/03/harbour", "2024-05-03"),
        ("https://news.example/harbour", None),
    ],
)
def test_the_order_of_a_date_in_numbers_is_told_by_other_dates(url: str, value: str | None) -> None:
    told = record_of("<p>By Ida Holm, 03/05/2024</p>", url=url).why("date_published")
    assert next(c.value for c in told if c.source == "visible") == value


@pytest.mark.parametrize(
    "line",
    [
        "{} à 06:30", "{} à 06h30", "{} a las 06:30", "{} - 06:30", "{} · 06:30", "{} alle 06:30", "{}, ore 06.30",
        "{} às 06:30", "{} om 06:30 uur", "{} um 06:30 Uhr", "{} at 6:30 am", "06:30 {}", "vendredi {} à 06:30",
    ],
)  # fmt: skip
@pytest.mark.parametrize("day", ["09/02/2024", "29/02/2024"])
def test_a_date_in_numbers_has_the_time_beside_it_in_whatever_order_it_is(line: str, day: str) -> None:
    url = f"https://news.example/2024/02/{day[:2]}/harbour"
    line = line.format(day)
    told = record_of(f"<p>{line}</p>", url=url).why("date_published")[0]
    assert (told.value, told.raw) == (f"2024-02-{day[:2]}T06:30:00", line)


def test_both_of_two_dates_in_numbers_are_read() -> None:
    record = record_of("<p>29/02/2024 à 06:30, mis à jour le 10/03/2024 à 07:15</p>")
    assert [c.raw for c in record.why("date_published")] == ["29/02/2024 à 06:30"]
    assert [c.raw for c in record.why("date_modified")] == ["10/03/2024 à 07:15"]


@pytest.mark.parametrize(
    ("opening", "value"),
    [
        ("3 May 2024 – ", "2024-05-03"),
        ("(3 May 2024) ", "2024-05-03"),
        ("HARROW BAY, 3 May 2024 (Coast News) – ", "2024-05-03"),
        ("On 3 May 2024 ", None),
        ("3 May 2024 was the day on which ", None),
    ],
)
def test_a_date_that_opens_the_text(opening: str, value: str | None) -> None:
    page = f"<h1>Harbour closed</h1><p>{opening}{PROSE[3:] * 4}"
    moment = onrecord.extract(page).date_published
    assert (moment.value if moment else None) == value


_ITEM = "<article itemscope itemtype='https://schema.org/NewsArticle'><h3 itemprop='headline'>Elsewhere {0}</h3><span itemprop='datePublished' content='2023-01-0{0}'></span></article>"


@pytest.mark.parametrize(
    "below",
    [
        f"<ul><li>{_ITEM.format(1)}</li></ul>",
        "".join(_ITEM.format(n) for n in (1, 2, 3)),
        "<aside><span itemprop='datePublished' content='2023-01-01'>then</span></aside>",
    ],
)
def test_items_of_a_list_are_not_the_pages_own(below: str) -> None:
    head = "<meta name='date' content='3 May 2024'>"
    page = f"<html><head>{head}</head><h1>Harbour closed</h1>{PROSE * 4}{below}</html>"
    record = onrecord.extract(page)
    assert record.date_published is not None
    assert record.date_published.value == "2024-05-03"
    assert record.headline == "Harbour closed"


def conflicting(above: str, data: str) -> bool:
    record = record_of(above, head=f"<meta property='article:published_time' content='{data}'>")
    return any(c.field == "date_published" for c in record.conflicts)


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("<time datetime='2024-05-03T10:15:00+02:00'></time><time datetime='2024-05-02T08:00:00+02:00'></time>", False),
        ("<time datetime='2024-05-02T08:00:00+02:00'></time>", True),
        ("<time datetime='2024-05-03T00:00:00+02:00'></time>", False),
        ("<time datetime='2024-05-03T10:15:00+02:00'></time><time datetime='2024-05-03T10:15:00Z'></time>", True),
    ],
)  # fmt: skip
def test_what_is_shown_of_other_things_is_no_conflict(above: str, *, expected: bool) -> None:
    assert conflicting(above, "2024-05-03T10:15:00+02:00") is expected


_TRAIL = "<nav class='breadcrumb'><a href='/'>Home</a><h1>Harbour news: ferries stay at the quay for days</h1></nav>"


@pytest.mark.parametrize(
    ("below", "said", "value"),
    [
        ("<h2>Why the ferries stay at their quay</h2>", "Why the ferries stay at their quay", "Why the ferries stay at their quay"),
        ("<h2>Most read this week</h2>", "Harbour news: ferries stay at the quay for days", "Harbour news: ferries stay at the quay for days"),
    ],
)  # fmt: skip
def test_the_headline_below_a_trail_of_links(below: str, said: str, value: str) -> None:
    head = f"<title>Harbour news: ferries stay at the quay for days</title><meta property='og:title' content='{said}'>"
    page = f"<html><head>{head}</head><body>{_TRAIL}<main>{below}<p>By Ida Holm, 3 May 2024</p>{PROSE * 4}</main></body></html>"
    record = onrecord.extract(page)
    assert record.headline == value


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        ("<ol class='breadcrumbs'><li>{}</li></ol>", True),
        ("<div id='bread-crumb'><p>{}</p></div>", True),
        ("<div class='brotkrumen'>{}</div>", True),
        ("<nav>{}</nav>", True),
        ("<div class='crumbly-cakes'>{}</div>", False),
        ("<nav><article>{}</article></nav>", False),
    ],
)
def test_what_a_trail_of_links_is(around: str, *, expected: bool) -> None:
    page = open_page(around.format("<h1>Harbour news</h1>"), kind="html")
    assert is_in_trail(next(page.elements("h1"))) is expected


def test_a_heading_below_a_trail_that_tells_of_something_else_is_none() -> None:
    page = open_page(f"<title>Harbour news</title>{_TRAIL}<h2>Most read this week: harbour</h2>")
    (heading,) = page.elements("h1")
    assert headline_below(page, heading) is None


def test_a_name_above_main_says_nothing_of_what_stands_in_it() -> None:
    page = f"<div id='related'><main><h1>Harbour closed</h1>{PROSE * 4}<p>Published on 3 May 2024</p></main></div>"
    assert onrecord.extract(page).date_published is not None


def test_two_times_side_by_side_are_no_conflict() -> None:
    line = f"Posted on <time class='published' datetime='{_AT}'>3 May 2024</time><time class='updated' datetime='{_ON}'>4 May 2024</time>"
    assert record_of(f"<div class='meta'>{line} by Ida Holm</div>").conflicts == ()


def test_an_update_that_its_class_tells_apart_is_modified_beside_a_date_that_is_not() -> None:
    page = (
        "<h1>Ferries</h1><time class='entry-date' datetime='2024-05-05'>5 May 2024</time>"
        "<time class='entry-date updated' datetime='2024-05-07'>7 May 2024</time><p>The harbour was closed.</p>"
    )
    record = onrecord.extract(page)
    assert [m and m.value for m in (record.date_published, record.date_modified)] == [
        "2024-05-05",
        "2024-05-07",
    ]


def test_a_time_that_a_dash_parts_from_that_of_an_update_is_read() -> None:
    page = (
        "<h1>Ferries</h1><p class=date>5 May 2024 10:15 – 5 May 2024 12:30</p><p>The harbour was closed.</p>"
    )
    assert (published := onrecord.extract(page).date_published)
    assert published.value == "2024-05-05T10:15:00"
