"""The judge's rules, each on the smallest page that calls for it; the table of trust is tried by `make quality`."""

import json

import pytest

from onrecord import PageType, Record, limits
from onrecord.extraction import extract
from onrecord.judge.trust import TRUST, order

URL = "https://news.example/2024/05/03/world/rain-in-may"
PROSE = (
    "<p>"
    + "It rained on the third of May, all day long, in Harrow Bay, and the ferries stayed. " * 12
    + "</p>"
)


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def ld(inside: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {inside}}}</script>'


def record_of(page: str, url: str | None = URL) -> Record:
    return extract(f"<!doctype html><html><head>{page}</head><body>{PROSE}</body></html>", url=url)


def published(page: str) -> str | None:
    moment = record_of(page).date_published
    return f"{moment.value} {moment.zone}" if moment else None


@pytest.mark.parametrize(
    ("page", "value"),
    [
        (ld('"datePublished": "2024-05-03T10:00:00Z"') + meta("article:published_time", "2024-05-02"), "2024-05-03T10:00:00+00:00 stated"),
        (ld('"datePublished": "soon"') + meta("article:published_time", "2024-05-02"), "2024-05-02 none"),
        # A day gains the time that another place states for the same day.
        (ld('"datePublished": "2024-05-03"') + meta("article:published_time", "2024-05-03T10:00:00Z"), "2024-05-03T10:00:00+00:00 stated"),
        # A clock time gains the zone that another place states for it.
        (ld('"datePublished": "2024-05-03T10:00:00"') + meta("article:published_time", "2024-05-03T10:00:00+02:00"), "2024-05-03T10:00:00+02:00 stated"),
        # Or, assumed, the zone that the site writes its other times in.
        (ld('"datePublished": "2024-05-03T10:00:00", "dateModified": "2024-05-04T11:00:00+02:00"'), "2024-05-03T10:00:00+02:00 assumed"),
        (ld('"datePublished": "2024-05-03T10:00:00", "dateModified": "2024-09-04T11:00:00+02:00"'), "2024-05-03T10:00:00 none"),
        # A time in UTC does not say where the site is.
        (ld('"datePublished": "2024-05-03T10:00:00", "dateModified": "2024-05-04T11:00:00Z"'), "2024-05-03T10:00:00 none"),
        # The same instant in the site's own zone names the day that readers lived.
        (ld('"datePublished": "2024-05-03T22:30:00Z"') + meta("article:published_time", "2024-05-04T00:30:00+02:00"), "2024-05-04T00:30:00+02:00 stated"),
    ],
)  # fmt: skip
def test_when_it_was_published(page: str, value: str | None) -> None:
    assert published(page) == value


@pytest.mark.parametrize(
    ("page", "fields"),
    [
        (ld('"datePublished": "2024-05-03T10:00:00Z"') + meta("article:published_time", "2024-05-03T10:00:40Z"), set()),
        (ld('"datePublished": "2024-05-03T10:00:00Z"') + meta("article:published_time", "2024-05-03T10:02:00Z"), {"date_published"}),
        (ld('"datePublished": "2024-05-03T10:00:00Z"') + meta("article:published_time", "2024-05-03T12:00:00+02:00"), set()),
        (ld('"datePublished": "2024-05-03T10:00:00Z", "dateModified": "2024-05-03T09:00:00Z"'), {"date_modified"}),
        (ld('"datePublished": "2024-05-03T10:00:00Z", "dateModified": "2024-05-03T10:00:00Z"'), set()),
        (ld('"headline": "Rain in the bay"') + meta("og:title", "Rain in the bay | News") + meta("og:site_name", "News"), set()),
        (ld('"headline": "Rain in the bay"') + meta("og:title", "Ferries stay in harbour"), {"headline"}),
        (ld('"headline": "“Rain” in the bay"') + meta("og:title", "&quot;Rain&quot; in the bay"), set()),
        (ld('"author": {"name": "Ana Roe"}') + meta("author", "Ana Roe, Reporter"), set()),
        (ld('"author": {"name": "Ana Roe"}') + meta("author", "Bo Byrne"), {"author"}),
        # What the most trusted says agrees with either of two others, which cannot both be right.
        (ld('"author": {"name": "J. Roe"}') + meta("author", "Jo Roe") + meta("parsely-author", "Jan Roe"), {"author"}),
        (ld('"datePublished": "2024-05-03T10:00:00"') + meta("article:published_time", "2024-05-03T08:00:00Z") + meta("date", "2024-05-03T12:00:00Z"), {"date_published"}),
        ('<link rel="canonical" href="https://www.news.example/rain">', set()),
        ('<link rel="canonical" href="https://other.example/rain">', {"canonical_url"}),
        ('<link rel="canonical" href="https://www.news.example/rain">' + meta("og:url", "https://m.news.example/a"), set()),
        ('<link rel="canonical" href="https://www.news.example/rain">' + meta("og:url", "https://other.example/a"), {"canonical_url"}),
        (meta("og:locale", "de_DE"), {"in_language"}),
        (meta("og:locale", "en_US"), set()),
    ],
)  # fmt: skip
def test_conflicts(page: str, fields: set[str]) -> None:
    record = record_of(page)
    assert {c.field for c in record.conflicts} == fields
    for conflict in record.conflicts:
        assert len(conflict.values) == len(conflict.places) >= 2
        assert len(set(conflict.values)) == len(conflict.values)


def test_canonical_addresses_on_different_sites_are_in_conflict_whatever_the_pages_own() -> None:
    page = (
        '<link rel="canonical" href="https://news.example/a"><link rel="canonical" href="https://other.example/b">'
        + meta("og:url", "https://third.example/c")
    )
    for url in (None, URL):
        (conflict,) = record_of(page, url).conflicts
        assert conflict.values == (
            "https://news.example/a",
            "https://other.example/b",
            "https://third.example/c",
        )


@pytest.mark.parametrize(
    ("page", "canonical"),
    [
        ('<link rel="canonical" href="/rain?utm_source=x&id=7#top">', "https://news.example/rain?id=7"),
        ('<link rel="canonical" href="https://news.example/">', None),
        (
            '<link rel="canonical" href="https://news.example/">' + meta("og:url", "/rain"),
            "https://news.example/rain",
        ),
        ('<link rel="canonical" href="javascript:1">', None),
    ],
)
def test_the_canonical_address(page: str, canonical: str | None) -> None:
    assert record_of(page).canonical_url == canonical


@pytest.mark.parametrize(
    ("page", "language"),
    [
        ('<html lang="en-GB">', "en-GB"),
        (meta("og:locale", "en_EN"), "en"),
        (meta("og:locale", "fr_FR"), "en"),  # the text is English
    ],
)
def test_the_language_is_a_declared_one_that_the_text_bears_out(page: str, language: str) -> None:
    record = extract(f"{page}{PROSE}")
    assert record.in_language == language


def test_a_declared_language_that_no_text_is_told_to_be_in_is_believed() -> None:
    irish = (
        "Shocraigh an Chomhairle Contae Déardaoin go ndúnfar an tseanscoil ar an oileán ag deireadh na bliana, cé go "
        "bhfuil naonúr páistí fós ag freastal uirthi. Beidh ar na daltaí dul ar an mbád gach maidin go dtí an mhórthír, "
        "turas a thógann fiche nóiméad nuair a bhíonn an aimsir go maith. "
    )
    record = extract(f'<html lang="ga"><h1>Scoil le dúnadh</h1><p>{irish * 2}</p>')
    assert (record.in_language, record.conflicts) == ("ga", ())


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("", PageType.ARTICLE),
        (meta("og:type", "website"), PageType.ARTICLE),
        ('<script type="application/ld+json">{"@type": "CollectionPage"}</script>', PageType.LISTING),
        ('<script type="application/ld+json">{"@type": "CollectionPage"}</script>' + meta("og:type", "article"), PageType.ARTICLE),
        ('<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>' + meta("og:type", "article"), PageType.LIVEBLOG),
        (ld('"headline": "Rain"') + '<div itemscope itemtype="https://schema.org/LiveBlogPosting"><b itemprop="headline">Rain</b></div>', PageType.LIVEBLOG),
        ("<title>Just a moment...</title>", PageType.ARTICLE),  # there is an article on it
    ],
)  # fmt: skip
def test_what_kind_of_page_it_is(page: str, kind: PageType) -> None:
    assert record_of(page).page_type is kind


@pytest.mark.parametrize(
    ("said", "url"),
    [
        ('"author": {"name": "Ana Roe", "url": "/people/ana-roe"}', "https://news.example/people/ana-roe"),
        ('"author": {"name": "Ana Roe", "url": "https://ana.example/"}', "https://ana.example/"),
        # A place on the page itself, and what is no address of the web, is not hers.
        ('"author": {"name": "Ana Roe", "url": "#about"}', None),
        (f'"author": {{"name": "Ana Roe", "url": "{URL}#about"}}', None),
        ('"author": {"name": "Ana Roe", "url": "mailto:ana@news.example"}', None),
        ('"author": [{"name": "Ana Roe"}, {"name": "Bo Byrne", "url": "/people/bo"}]', None),
    ],
)
def test_the_address_of_an_author(said: str, url: str | None) -> None:
    assert record_of(ld(said)).author[0].url == url


def test_an_address_from_another_place_that_names_the_same_person() -> None:
    head = ld('"author": {"name": "Ana Roe"}')
    byline = '<h1>Rain in May</h1><p class="byline">By <a rel="author" href="/people/ana">Ana Roe</a></p>'
    record = extract(f"<!doctype html><html><head>{head}</head><body>{byline}{PROSE}</body></html>", url=URL)
    assert [(a.name, a.url) for a in record.author] == [("Ana Roe", "https://news.example/people/ana")]


def test_a_tag_in_a_byline_is_no_address_of_its_author() -> None:
    tags = '<a href="/tag/rain">rain</a>, <a href="/tag/sea">sea</a>'
    byline = f'<h1>Rain in May</h1><p class="byline">Posted by Ana Roe at 21:12 Labels: {tags}</p>'
    record = extract(f"{byline}{PROSE}", url=URL)
    assert [(a.name, a.url) for a in record.author] == [("Ana Roe", None)]


def test_each_author_of_a_line_has_the_address_of_its_own_link() -> None:
    ana, bo, cy = '<a href="/people/ana">Ana Roe</a>', '<a href="/people/bo">Bo Byrne</a>', "Cy Dunne"
    byline = (
        f'<h1>Rain in May</h1><p class="byline">By {ana}, {bo} and {cy} in <a href="/bay">Harrow Bay</a></p>'
    )
    record = extract(f"<!doctype html><html><body>{byline}{PROSE}</body></html>", url=URL)
    assert [(a.name, a.url) for a in record.author] == [
        ("Ana Roe", "https://news.example/people/ana"),
        ("Bo Byrne", "https://news.example/people/bo"),
        ("Cy Dunne", None),
    ]


@pytest.mark.parametrize(
    ("said", "byline", "authors"),
    [
        ("aroe", "By Ana Roe and Bo Byrne", ["Ana Roe", "Bo Byrne"]),
        ("aroe", "By Ana", ["aroe"]),
        ("Aroe", "By Ana Roe and Bo Byrne", ["Aroe"]),
    ],
)
def test_an_account_gives_way_to_a_full_name(said: str, byline: str, authors: list[str]) -> None:
    head = ld(f'"author": {{"name": "{said}"}}')
    record = extract(
        f"<html><head>{head}</head><body><h1>Rain in May</h1><p>{byline}</p>{PROSE}</body></html>"
    )
    assert [a.name for a in record.author] == authors


def test_authors_side_by_side_and_nobody_whose_box_is_elsewhere() -> None:
    names = "<div><p class=author>Ana Roe</p><p class=author>Bo Byrne</p></div><section><p class=author>Cy Dunne</p></section>"
    record = extract(f"<h1>Rain in May</h1>{names}{PROSE}", url=URL)
    assert [a.name for a in record.author] == ["Ana Roe", "Bo Byrne"]


@pytest.mark.parametrize(
    ("byline", "author"), [("Ana Roe", "Ana Roe"), ("Ana", "Harbour News"), ("By Ana", "Ana")]
)
def test_the_site_gives_way_to_a_full_name_or_a_line_that_says_by(byline: str, author: str) -> None:
    head = ld('"author": {"name": "Harbour News"}, "publisher": {"name": "Harbour News"}')
    record = extract(f"{head}<h1>Rain in May</h1><p class=author>{byline}</p>{PROSE}", url=URL)
    assert [a.name for a in record.author] == [author]


def test_the_site_is_no_author_beside_people() -> None:
    us = '"publisher": {"name": "Harbour News"}'
    both = record_of(ld('"author": [{"name": "Ana Roe"}, {"name": "Harbour News"}], ' + us))
    assert [a.name for a in both.author] == ["Ana Roe"]
    alone = record_of(ld('"author": {"@type": "Organization", "name": "Harbour News"}, ' + us))
    assert [(a.name, a.type) for a in alone.author] == [("Harbour News", "organization")]


@pytest.mark.parametrize("url", ["https://news.example/2024/05/03/rain", "https://news.example/a-2024-05-03"])
def test_a_moment_keeps_the_words_it_was_read_from(url: str) -> None:
    record = record_of("", url=url)
    assert record.date_published is not None
    assert record.date_published.value == "2024-05-03"
    assert record.date_published.raw in url


def test_lists_come_from_one_source_each_value_once() -> None:
    record = record_of(ld('"keywords": ["rain", "Rain", "wind, storm"]') + meta("news_keywords", "sun"))
    assert record.keywords == ("rain", "wind", "storm")
    assert {c.value for c in record.why("keywords") if not c.chosen} >= {"sun"}


def test_a_body_may_be_longer_than_other_values() -> None:
    body = "It rained. " * (limits.RAW_CHARACTERS // 10)
    assert record_of(ld(f'"articleBody": "{body}"')).troubles == ()
    assert [t.code for t in record_of(ld(f'"description": "{body}"')).troubles] == ["value-too-long"]


def test_an_address_is_no_keyword_and_no_section() -> None:
    said = '"keywords": "rain, https://news.example/tag/wind, sea", "articleSection": ["http://schema.org/News", "Sport/Sea"]'
    record = record_of(ld(said))
    assert (record.keywords, record.article_section) == (("rain", "sea"), ("Sport", "Sea"))


MADE_AGAIN = ld('"datePublished": "2024-05-20T10:00:00Z", "dateModified": "2024-05-20T10:00:00Z"')


@pytest.mark.parametrize(
    ("shown", "url", "day"),
    [
        ("2024-05-03T09:00:00Z", None, "2024-05-03"),
        ("2024-05-21T09:00:00Z", None, "2024-05-20"),
        ("2024-05-20T08:00:00Z", None, "2024-05-20"),
        ("2024", None, "2024-05-20"),
        (None, URL, "2024-05-20"),
    ],
)
def test_a_source_that_states_when_the_page_was_made_gives_way_to_an_earlier_day_that_is_shown(
    shown: str | None, url: str | None, day: str
) -> None:
    line = f"<p class=byline>By Ana Roe, <time datetime={shown}>then</time></p>" if shown else ""
    record = record_of(MADE_AGAIN + line, url=url)
    assert record.date_published is not None
    assert record.date_published.value[:10] == day
    rule = record.why("date_published")[0].rule
    assert ("gives its modified time as published" in rule) is (day == "2024-05-03")


@pytest.mark.parametrize("mark", ["-", "_"])
def test_an_image_is_one_in_all_its_sizes(mark: str) -> None:
    name = f"lead{mark}picture"
    page = ld(
        f'"image": [{{"url": "/{name}{mark}1200x800.jpg", "width": 1200, "height": 800}}, "/{name}{mark}600x400.jpg"]'
    )
    (image,) = record_of(page + meta("og:image", f"https://news.example/{name}.jpg?w=9")).images
    assert (image.url, image.width, image.height) == (
        f"https://news.example/{name}{mark}1200x800.jpg",
        1200,
        800,
    )


def test_an_image_has_the_caption_and_the_credit_that_its_data_give() -> None:
    said = '"width": "0", "height": "800 px", "caption": "The roof.", "creditText": "Photo: Gil Roan"'
    (image,) = record_of(ld(f'"image": {{"url": "/lead-picture.jpg", {said}}}')).images
    assert (image.width, image.height, image.caption, image.credit) == (None, 800, "The roof.", "Gil Roan")
    (bare,) = record_of(ld('"image": {"url": "/lead-picture.jpg", "creditText": "Gil Roan"}')).images
    assert (bare.width, bare.height, bare.caption, bare.credit) == (None, None, None, "Gil Roan")


def test_the_largest_size_of_a_picture_is_one_whose_height_is_told() -> None:
    sizes = '{"url": "/lead-picture.jpg", "width": 1200}, {"url": "/lead-picture.jpg", "width": 800, "height": 600}'
    (image,) = record_of(ld(f'"image": [{sizes}]')).images
    assert (image.width, image.height, len(image.sizes)) == (800, 600, 2)


def test_the_first_caption_of_a_picture_is_its_caption() -> None:
    one = '{"url": "/lead-picture.jpg", "caption": "The quay at dawn."}'
    other = one.replace("dawn", "noon")
    (image,) = record_of(ld(f'"image": [{one}, {other}]')).images
    assert image.caption == "The quay at dawn."


def test_a_logo_that_is_no_address_and_has_no_size_is_none() -> None:
    record = record_of(ld('"publisher": {"name": "Harbour News", "logo": {"url": "javascript:x"}}'))
    assert record.publisher
    assert record.publisher.logo is None
    assert [c.rule for c in record.why("publisher.logo")] == ["cannot be read"]


def test_a_logo_or_a_portrait_is_no_image_of_the_article() -> None:
    given = ["/img/logo.png", "/logos/press.png", "/avatar-of-roan.png", "data:image/png;base64,AA", "/mr-logothetis-at-work.jpg"]  # fmt: skip
    page = ld(f'"image": {json.dumps(given)}')
    assert [image.url for image in record_of(page).images] == [f"https://news.example{given[-1]}"]


@pytest.mark.parametrize(
    ("caption", "told"),
    [
        ("The roof on Monday. Photograph: Gil Roan/Herald", ("The roof on Monday.", "Gil Roan/Herald")),
        ("Le toit. Crédit photo : Gil Roan", ("Le toit.", "Gil Roan")),
        ("Das Dach. | Bild: Gil Roan", ("Das Dach.", "Gil Roan")),
        ("The roof. Photos: Gil Roan", ("The roof.", "Gil Roan")),
        ("The roof (Photo credit: Gil Roan)", ("The roof", "Gil Roan")),
        ("The roof. <i class=credit>(c) Gil Roan</i>", ("The roof.", "Gil Roan")),
        ("The roof. <i class=credit>Bildagentur Roan</i>", ("The roof.", "Bildagentur Roan")),
        ("The roof on Monday", ("The roof on Monday", None)),
        ("The roof. <i class=credit>© Foto Gil Roan</i>", ("The roof.", "Gil Roan")),
        ("Das Dach. <i class=credit>Foto: picture alliance</i>", ("Das Dach.", "picture alliance")),
        ("The roof. Photo: Gil Roan <i class=source>Source: Herald</i>", ("The roof.", "Herald")),
        ("Photo:<i class=credit>Gil Roan</i>", (None, "Gil Roan")),
        ("The roof. (Photo by Gil Roan)", ("The roof.", "Gil Roan")),
        ("The roof. Photo by Gil Roan/AP", ("The roof.", "Gil Roan/AP")),
        ("The roof (Gil Roan/AP)", ("The roof", "Gil Roan/AP")),
        ("The roof. | Gil Roan/The Herald", ("The roof.", "Gil Roan/The Herald")),
        ("Photograph by Gil Roan", (None, "Gil Roan")),
        ("Dach (fot. Jan Lis / Agencja)", ("Dach", "Jan Lis / Agencja")),
        ("Le toit. PAUL RIOU/AFP", ("Le toit.", "PAUL RIOU/AFP")),
        ("Das Dach. (Quelle: dpa)", ("Das Dach.", "dpa")),
        ("Das Dach. Foto von Mia Kranz", ("Das Dach.", "Mia Kranz")),
        ("Il tetto (foto Ada Neri)", ("Il tetto", "Ada Neri")),
        ("Katto. KUVA: JARI MÄKI / LEHTIKUVA", ("Katto.", "JARI MÄKI / LEHTIKUVA")),
        ("A tető. Fotó: Kis Béla", ("A tető.", "Kis Béla")),
        ("Η στέγη / ΑΠΕ-ΜΠΕ", ("Η στέγη", "ΑΠΕ-ΜΠΕ")),
        ("O telhado. — Foto: Ana Nunes/g1", ("O telhado.", "Ana Nunes/g1")),
        ("The roof. Photo by Gil Roan on Picshare", ("The roof.", "Gil Roan on Picshare")),
        ("The roof. Image via Roan Archive", ("The roof.", "Roan Archive")),
        ("The roof. Photo courtesy of Gil Roan", ("The roof.", "Gil Roan")),
        (
            "The roof from the ferry. Courtesy of the Roan family",
            ("The roof from the ferry. Courtesy of the Roan family", None),
        ),
        ("The roof. Gil Roan/Moment via Getty Images", ("The roof.", "Gil Roan/Moment via Getty Images")),
        ("The roof. Image source: The Roan Archive", ("The roof.", "The Roan Archive")),
        ("Крыша. Снимка: Ива Ружева", ("Крыша.", "Ива Ружева")),
        ("السطح (تصوير: سامي نور)", ("السطح", "سامي نور")),
        ("چھت — فوٹو: ندیم کوہ", ("چھت", "ندیم کوہ")),
        ("छत। (फोटो- प्रहरी)", ("छत।", "प्रहरी")),
        ("Տանիքը։ Լուսանկարը՝ Արա Լոռու", ("Տանիքը։", "Արա Լոռու")),
        ("ጣሪያው። ፎቶ፡ ሳሙኤል ታዬ", ("ጣሪያው።", "ሳሙኤል ታዬ")),
        ("Paa la shule. Picha na Juma Kito", ("Paa la shule.", "Juma Kito")),
        ("Atap rumah.(LENTERA/RINI SARI)", ("Atap rumah.", "LENTERA/RINI SARI")),
        ("▲ 新屋頂啟用。（何定山攝）", ("新屋頂啟用。", "何定山")),
        ("新屋顶启用。本报记者 何定山摄", ("新屋顶启用。", "何定山")),
        ("新しい屋根＝三日、山北町で、森谷結衣撮影", ("新しい屋根＝三日、山北町で", "森谷結衣")),
        ("새 지붕이 열렸다. /나도란 기자", ("새 지붕이 열렸다.", "나도란")),
        ("새 지붕. ⓒ나도란", ("새 지붕.", "나도란")),
        # Not all that stands at an end names a source.
        ("The roof. Photo for Sale", ("The roof. Photo for Sale", None)),
        ("Ana Roe (Labour/Green)", ("Ana Roe (Labour/Green)", None)),
        ("Ana Roe. Gil Roan", ("Ana Roe. Gil Roan", None)),
        ("The roof at dusk – Ostrel/Quell", ("The roof at dusk – Ostrel/Quell", None)),
        ("Der Vorstand (Bild Mitte)", ("Der Vorstand (Bild Mitte)", None)),
        ("Photo Gallery", ("Photo Gallery", None)),
        ("屋根の花＝昨年撮影", ("屋根の花＝昨年撮影", None)),
        ("屋根の前で（代表撮影）", ("屋根の前で（代表撮影）", None)),
        ("屋根、空から撮影", ("屋根、空から撮影", None)),
        ("The roof. Photo of it in May", ("The roof. Photo of it in May", None)),
        ("Energy source: the roof", ("Energy source: the roof", None)),
        ("Picture - the roof", ("Picture - the roof", None)),
        ("The roof in <cite>The Long Dry</cite> by Roan", ("The roof in The Long Dry by Roan", None)),
        ("The roof. <button class=credit>Show credit</button>", ("The roof.", None)),
    ],
)
def test_who_is_credited_for_a_picture(caption: str, told: tuple[str, str | None]) -> None:
    page = f"<figure><img src='/roof-in-may.jpg'><figcaption>{caption}</figcaption></figure>"
    (image,) = record_of(page).images
    assert (image.caption, image.credit) == told


@pytest.mark.parametrize(
    "beside",
    [
        "<figcaption itemprop=caption>The roof.</figcaption><figcaption itemprop=author>Gil Roan</figcaption>",
        "<span><figcaption>The roof.</figcaption><cite>Gil Roan</cite></span>",
        "<figcaption>The roof.</figcaption><div class=fig-credit>Photo: Gil Roan</div>",
    ],
)
def test_a_credit_stands_beside_the_caption_of_its_figure(beside: str) -> None:
    (image,) = record_of(f"<figure><img src='/roof-in-may.jpg'>{beside}</figure>").images
    assert (image.caption, image.credit) == ("The roof.", "Gil Roan")


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("The roof, on the day before the rain.", "The roof, on the day before the rain."),
        ("The roof / Herald", "The roof"),
        ("The roofer.", "The roof"),
    ],
)
def test_a_caption_that_goes_on_where_data_end_is_the_fuller(shown: str, told: str) -> None:
    given = ld('"image": {"url": "/roof-in-may.jpg", "caption": "The roof"}')
    figure = f"<figure><img src='/roof-in-may.jpg'><figcaption>{shown}</figcaption></figure>"
    (image,) = record_of(given + figure).images
    assert image.caption == told


def test_a_record_has_so_many_images_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "IMAGES", 3)
    page = ld(
        f'"image": {json.dumps([f"/picture-of-{name}.jpg" for name in ("eels", "rain", "boats", "walls", "ice")])}'
    )
    assert [image.url.rpartition("-")[2] for image in record_of(page).images] == [
        "eels.jpg",
        "rain.jpg",
        "boats.jpg",
    ]


@pytest.mark.parametrize(
    "title", ["« La pluie dure » | News", "« La pluie dure » » News", "« La pluie dure »"]
)
def test_a_headline_ends_where_its_words_end(title: str) -> None:
    record = record_of(f"<title>{title}</title>{meta('og:site_name', 'News')}")
    assert record.headline == "« La pluie dure »"


def test_an_alternative_headline_is_another_one() -> None:
    assert (
        record_of(ld('"headline": "Rain in May", "alternativeHeadline": "rain in  May"')).alternative_headline
        is None
    )
    assert (
        record_of(ld('"headline": "Rain in May", "alternativeHeadline": "Wet"')).alternative_headline == "Wet"
    )


def test_the_table_of_trust_names_each_source_once() -> None:
    for field, sources in TRUST.items():
        assert len(set(sources)) == len(sources), field
        assert list(order(field)) == list(sources)


def test_the_software_of_a_blog_is_not_its_publisher() -> None:
    """Where the page names another."""
    said = '"publisher": {"name": "Blogger"}'
    named = record_of(ld(said) + '<meta property="og:site_name" content="Pier Notes">')
    alone = record_of(ld(said))
    assert named.publisher
    assert alone.publisher
    assert (named.publisher.name, alone.publisher.name) == ("Pier Notes", "Blogger")


def test_the_name_of_the_site_is_no_headline() -> None:
    told = (
        ld('"headline": "Harrow Bay"') + meta("og:title", "Harrow Bay") + meta("twitter:title", "Harrow Bay")
    )
    named = meta("og:site_name", "Harrow Bay") + told
    assert (
        record_of(named + "<title>Rain in May stops the ferries</title>").headline
        == "Rain in May stops the ferries"
    )
    assert record_of(named).headline == "Harrow Bay"
