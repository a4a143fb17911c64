"""Pages as web archives and browsers keep them: of whom they speak, and what is on them for those who see them drawn."""

import json

import pytest

import onrecord
from onrecord.page import open_page
from onrecord.values.addresses import copy_at

STORY = (
    "The harbour at Quellmouth stayed shut on Monday while divers searched for a lost anchor, the port said.",
    "Two ferries turned back before noon. “We could see the pier,” said Ada Brill, who was on the second.",
    "The anchor was found at dusk, half a mile from where it fell, and the first boat sailed at seven.",
    "Nobody was hurt. The port will pay for the tickets of those who turned back, a spokeswoman promised.",
)
PROSE = "".join(f"<p>{p}</p>" for p in STORY)
OWN = "https://www.quell.example/news/harbour-shut"
COPY = f"https://web.archive.example/web/20240506101112/{OWN}"
WAYBACK = f"""<html><head><title>Harbour shut</title><link rel="canonical" href="{COPY}">
<meta property="og:image" content="https://web.archive.example/web/20240506101112im_/https://cdn.quell.example/a.jpg"></head>
<body><div id="bar"><div>05 May 2024 - 11 Jan 2025</div></div><article><h1>Harbour shut</h1>
<p>By <a href="/web/20240506101112/{OWN}/authors/ida-kroll">Ida Kroll</a></p>{PROSE}
<p>See <a href="/web/20240506101112/https://www.port.example/notice">the notice</a> of the port, which is long.</p></article>"""


@pytest.mark.parametrize("url", [COPY, None])
def test_a_copy_is_read_as_the_page_it_is_a_copy_of(url: str | None) -> None:
    record = onrecord.extract(WAYBACK, url=url)
    assert record.url == url
    assert record.canonical_url == OWN
    assert record.date_captured == "2024-05-06T10:11:12+00:00"
    assert [i.url for i in record.images] == ["https://cdn.quell.example/a.jpg"]
    assert [a.url for a in record.author] == [f"{OWN}/authors/ida-kroll"]
    assert "https://www.port.example/notice" in [link.url for link in record.links]
    assert record.date_published is None  # from one day to another the archive took copies
    assert record.conflicts == ()


def test_a_page_that_links_to_a_copy_links_to_the_copy() -> None:
    page = WAYBACK.replace(f'<link rel="canonical" href="{COPY}">', "").replace(
        'href="/web', 'href="https://web.archive.example/web'
    )
    record = onrecord.extract(page, url=OWN)
    links = [link.url for link in record.links]
    assert "https://web.archive.example/web/20240506101112/https://www.port.example/notice" in links


def test_the_time_of_copying_is_not_the_pages_own() -> None:
    times = "".join(
        f'<meta property="article:{name}_time" content="2024-05-06T10:11:12Z">'
        for name in ("published", "modified")
    )
    head = f'<link rel=canonical href="https://archive.example/2024.05.06-101112/{OWN}">{times}'
    record = onrecord.extract(
        f"{head}<h1>Harbour shut</h1><p>3 May 2024</p>{PROSE}", url="https://archive.example/x7"
    )
    assert record.date_published
    assert record.date_published.value == "2024-05-03"
    assert record.date_modified is None
    assert record.date_captured == "2024-05-06T10:11:12+00:00"


def test_when_an_archive_took_the_copy_it_answers_with() -> None:
    headers = {"Date": "Sat, 11 Jan 2025 08:00:00 GMT", "Memento-Datetime": "Mon, 06 May 2024 10:11:12 GMT"}
    record = onrecord.extract(f"<h1>Harbour shut</h1>{PROSE}", headers=headers)
    assert record.date_captured == "2024-05-06T10:11:12+00:00"


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/2024/05/06/https-for-all",
        "https://news.example/go?to=https://other.example/20240506101112/",
        "https://news.example/20241306101112/https://other.example/",
        "https://news.example/share/https://other.example/",
        "https://archive.example/20240506101112/https://",
    ],
)
def test_addresses_of_no_copy(url: str) -> None:
    assert copy_at(url) is None


def test_a_shadow_tree_in_the_mark_up_is_on_the_page() -> None:
    tree = f"<template shadowrootmode=open><style>p{{}}</style><article><h1>Harbour shut</h1>{PROSE}</article></template>"
    page = f"<title>Harbour shut</title><quell-story>{tree}</quell-story><template><p>Not drawn until a script does so, and long enough.</p></template>"
    record = onrecord.extract(page)
    assert record.article_body == "\n\n".join(STORY)
    places = [b.place for b in record.blocks]
    assert [page[p.start : p.end] for p in places] == list(STORY)
    assert open_page(page).text == page
    assert (
        onrecord.extract(page.replace("shadowrootmode", "ShadowRootMode")).article_body == record.article_body
    )


LD = {"@type": "NewsArticle", "@context": "https://schema.org", "headline": "北沙港关闭"}
BRIEF = (
    "北沙港周一关闭，因为一艘渡轮在北岸附近丢失了船锚。港口负责人说，潜水员傍晚找到了船锚，第一艘船将于次日早晨出港。"
    "乘客将在一周内获得全额退款。市政府表示，码头将在秋天之前完成一次全面检查，费用由港口承担。"
)


def test_a_brief_that_only_the_data_hold_is_the_text() -> None:
    data = json.dumps({**LD, "articleBody": BRIEF})
    page = f"<title>北沙港关闭</title><script type='application/ld+json'>{data}</script><div id=root></div>"
    record = onrecord.extract(page)
    assert (record.page_type, record.article_body, record.headline) == ("article", BRIEF, "北沙港关闭")


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("请稍候…", "正在验证您是否是真人。这可能需要几秒钟时间。"),
        ("しばらくお待ちください...", "人間であることを確認します。これには数秒かかる場合があります。"),
        ("Один момент…", "Подтвердите, что вы человек. Это может занять несколько секунд."),
        ("لحظة…", "جارٍ التحقق من أنك إنسان. قد يستغرق هذا بضع ثوانٍ."),
        ("Bir dakika lütfen...", "İnsan olduğunuz doğrulanıyor. Bu işlem birkaç saniye sürebilir."),
    ],
)
def test_a_challenge_in_the_readers_language_is_no_article(title: str, line: str) -> None:
    page = (
        f"<html><head><title>{title}</title></head><body><div class=main-wrapper><div class=main-content>"
        f"<h1>www.news.example</h1><p>{line}</p><div class=ring></div></div></div>"
        "<div class=footer>Ray ID: <code>8a1b2c3d4e5f</code></div></body></html>"
    )
    assert onrecord.extract(page, url="https://www.news.example/a/1").page_type == "bot-check"
