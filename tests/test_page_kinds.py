"""What kind of page it is, by what it is made of. The cases are small, and each has a page beside it that is none."""

import pytest

from onrecord import PageType, extract

SITE = "https://www.harrow-post.example"
ARTICLE = '<meta property="og:type" content="article">'
DATA = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "HEADLINE", "datePublished": "2026-11-20", "author": {"name": "Ann Lee"}}</script>'
FRAME = (
    '<header><a href="/login">Log in</a> <a href="/subscribe">Subscribe</a></header>',
    '<footer><a href="/contact">Contact</a></footer>',
)
LEAD = "<p>The council met on Tuesday evening in the old mill to speak about the footbridge, which is closed since spring."
MORE = "".join(
    f"<p>In case {n} a farmer of street {n * 7} told the court about {n + 3} sheep that were lost near the pier, and asked "
    f"who would pay for them. Nobody had an answer for number {n} that evening, not even the mayor of the town.</p>"
    for n in range(1, 6)
)
LONG = MORE + MORE.replace("case", "trial") + MORE.replace("case", "matter")


def kind_of(body: str, *, title: str = "HEADLINE", head: str = "", at: str = "/news/bridge-1", lang: str = "en") -> PageType:  # fmt: skip
    page = f'<html lang="{lang}"><title>{title}</title>{head}<body>{FRAME[0]}<main>{body}</main>{FRAME[1]}'
    return extract(page, url=f"{SITE}{at}").page_type


def entries(*times: str) -> str:
    return "".join(
        f"<section><span>{time}</span><h3>Water rises</h3><p>Number {n}: the river rose again by {n} cm and people stay at home.</p></section>"
        for n, time in enumerate(times)
    )


def teasers(many: int, text: str = "Council votes to reopen the old footbridge") -> str:
    return "".join(
        f'<div><h3><a href="/n/{n}">{text} {n}</a></h3><p>A short line.</p></div>' for n in range(many)
    )


STORIES = "".join(f'<div><h2><a href="/o/{n}">The bridge again, part {n}</a></h2>{MORE.replace("case", f"case {n}")}</div>' for n in range(5))  # fmt: skip
SUMMARIES = (
    "<table>"
    + "".join(f'<tr><td><a href="/o/{n}">The mill turns again, part {n}</a> {LEAD[3:]}' for n in range(6))
    + "</table>"
)
CLOCKS = ("14:32", "14:10", "13:55", "13:20", "12:58")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<span>ŽIVĚ</span><h1>HEADLINE</h1>" + entries(*CLOCKS), PageType.LIVEBLOG),
        ("<h1>HEADLINE. Meciul minut cu minut</h1>" + entries("90+3'", "88'", "75'", "61'", "45'+1'", "30'"), PageType.LIVEBLOG),
        ("<h1>HEADLINE im Liveticker</h1>" + entries("1.", "2.", "3.", "4.", "5."), PageType.ARTICLE),  # a numbered list
        ("<h1>HEADLINE</h1><div class='lb24-container'>" + entries(*(f"Today, {c}" for c in CLOCKS)) + "</div>", PageType.LIVEBLOG),
        ("<h1>HEADLINE</h1>" + entries(*CLOCKS), PageType.LIVEBLOG),  # the newest first, whatever it is called
        ("<h1>HEADLINE</h1>" + entries("90+3'", "88'", "75'", "61'", "45'+1'", "30'"), PageType.LIVEBLOG),
        ("<h1>HEADLINE</h1>" + entries("1.05pm", "12.40pm", "11.58am", "11.02am", "10.10am"), PageType.LIVEBLOG),
        ("<h1>HEADLINE</h1>" + entries("午後1時5分", "午後0時40分", "午前11時50分", "午前11時0分", "午前10時12分"), PageType.LIVEBLOG),
        ("<h1>HEADLINE</h1>" + entries("۲۳:۴۰", "۲۳:۰۵", "۲۲:۳۰", "۲۱:۵۰", "۲۱:۱۵"), PageType.LIVEBLOG),
        ("<h1>HEADLINE</h1>" + entries(*(f"<a href='#e{c}'>{c}</a>" for c in CLOCKS)), PageType.LIVEBLOG),
        ("<h1>HEADLINE</h1>" + "".join(f"<p>{c} – {LEAD[3:]}" for c in CLOCKS), PageType.LIVEBLOG),
        ("<h1>HEADLINE</h1>" + "".join(f"<p>{c} – {LEAD[3:]}" for c in CLOCKS[::-1]), PageType.ARTICLE),
        ("<h1>HEADLINE</h1>" + entries(*(f"{c}</span><span>{n} km" for n, c in enumerate(CLOCKS, 20))), PageType.LIVEBLOG),
        ("<h1>HEADLINE</h1>" + entries(*CLOCKS[::-1]), PageType.ARTICLE),  # a day's events in their order
        ("<h1>HEADLINE</h1>" + LEAD + "<div class='comments'>" + entries(*CLOCKS) + "</div>", PageType.ARTICLE),
        ("<h1>HEADLINE</h1>" + LONG + entries(*CLOCKS), PageType.ARTICLE),
        ("<p>مباشر</p><h1>HEADLINE</h1>" + "".join(f"<div><i class='update-time'>قبل {n} دقائق</i><p>{LEAD[3:]}</div>" for n in range(3, 7)), PageType.LIVEBLOG),
        ("<h1>HEADLINE</h1>" + MORE + "<div class='liveticker-box'>" + "".join(f"<p>{c}</p>" for c in CLOCKS) + "</div>", PageType.ARTICLE),
    ],
)  # fmt: skip
def test_a_live_blog_says_so_somewhere_and_has_entries(body: str, kind: PageType) -> None:
    assert kind_of(body, head=ARTICLE + DATA) is kind


@pytest.mark.parametrize(
    ("body", "head", "at", "kind"),
    [
        ("<h1>Topic: port</h1>" + teasers(10), ARTICLE, "/news/port", PageType.LISTING),
        ("<h1>Bridge to reopen</h1>" + LEAD + MORE[:400] + teasers(10), ARTICLE, "/news/bridge", PageType.ARTICLE),
        ("<h1>Bridge to reopen</h1>" + LEAD + "<aside>" + teasers(10) + "</aside>", ARTICLE, "/news/bridge", PageType.ARTICLE),
        ("<h1>Opinion</h1>" + "".join(f'<article><h2><a href="/o/{n}">On the bridge, part {n}</a></h2>{MORE.replace("case", f"case {n}")}</article>' for n in range(5)), ARTICLE, "/opinion/", PageType.LISTING),
        ("<article><h1>Bridge to reopen</h1>" + MORE + "</article>" + "".join(f'<article><h2><a href="/o/{n}">On the bridge, part {n}</a></h2>{LEAD}</article>' for n in range(5)), ARTICLE, "/news/bridge", PageType.ARTICLE),
        ("<h1>Port</h1>" + teasers(9), DATA.replace("HEADLINE", "Council votes to reopen the old footbridge 0"), "/tag/port", PageType.LISTING),  # a teaser's data
        ("<h1>Port</h1>" + STORIES, DATA.replace("HEADLINE", "Port"), "/tag/port", PageType.LISTING),
        ("<h1>Podcasts</h1>" + teasers(6, "The Till"), "", "/podcasts/", PageType.LISTING),
        ("<h1>Podcasts</h1>" + teasers(6, "The Till"), "", "/news/till", PageType.ARTICLE),
        ("<h1>Port</h1><p>All we wrote on it." + teasers(9), DATA.replace("HEADLINE", "Port"), "/amne/port", PageType.LISTING),
        ("<h1>Port</h1>" + LEAD + MORE[:250] + teasers(9), DATA.replace("HEADLINE", "Port"), "/amne/port", PageType.ARTICLE),
        ("<h1>Port</h1>" + "".join(f"<p>{p[:160]}</p>" for p in MORE.split("<p>")[1:3]) + teasers(9), "", "/news/port-2", PageType.ARTICLE),  # a short article's related ones
        ("<h1>Port</h1><table>" + "".join(f'<tr><td><img><td>{n}/07/2026 <a href="/o/{n}">The mill turns again, in part {n}</a> It was heard on the pier.' for n in range(10, 19)) + "</table>", "", "/index", PageType.LISTING),
        (teasers(4, "Council votes to reopen the bridge") + SUMMARIES, "", "/", PageType.LISTING),
        (teasers(4, "Council votes to reopen the bridge") + SUMMARIES.replace("<td><a", "<td>On Monday <a"), "", "/", PageType.ARTICLE),
        ("<h1>Port</h1>" + STORIES, DATA.replace("HEADLINE", "Port"), "/news/port-1", PageType.ARTICLE),
    ],
)  # fmt: skip
def test_a_listing_is_made_of_teasers_or_of_stories_under_links(body: str, head: str, at: str, kind: PageType) -> None:  # fmt: skip
    assert kind_of(body, title="Harrow Post", head=head, at=at) is kind


OF_DATA = "<p>We and our partners store cookies and other information on your device to show ads that suit you and to count our readers."
PLAINLY = "<p>The paper lives on advertisements, and whoever buys them asks for a cookie that says what was read, on which device, and for how long."
VENDORS = "".join(f"<li>Advertiser {n} Ltd keeps what it stores for {n + 20} days" for n in range(30))
BUTTONS = "<button>Accept tot</button><button>Mai multe opțiuni</button>"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (f"<h1>Salut</h1>{OF_DATA}{BUTTONS}", PageType.CONSENT),
        (f"<h1>HEADLINE</h1>{MORE}{OF_DATA}{BUTTONS}", PageType.ARTICLE),
        (
            f"<h1>Salut</h1>{PLAINLY}<button>Accept tot</button><button>Accept o parte</button>",
            PageType.CONSENT,
        ),
        (f"<h1>Salut</h1>{PLAINLY}<button>Accept tot</button>", PageType.ARTICLE),
        (f"<h1>Salut</h1>{PLAINLY}<p><button>Accept tot</button> <button>Poate</button>", PageType.CONSENT),
        (
            "<h1>Port</h1>" + teasers(7, "Council votes to reopen the bridge") + OF_DATA + BUTTONS,
            PageType.ARTICLE,
        ),  # a banner
        (f"<h1>Salut</h1>{OF_DATA * 10}<ul>{VENDORS}</ul>{BUTTONS}", PageType.CONSENT),  # a page of it
        (f"<h1>HEADLINE</h1>{OF_DATA}{MORE}<ul>{VENDORS}</ul>{BUTTONS}", PageType.ARTICLE),
        (f'<div id="CybotCookiebotDialog"><h2>Cookies</h2>{OF_DATA * 12}{BUTTONS}</div>', PageType.CONSENT),
        (f'<h1>HEADLINE</h1>{LEAD}<div style="display:none">{OF_DATA}{BUTTONS}</div>', PageType.ARTICLE),
    ],
)
def test_a_wall_of_consent_leaves_next_to_nothing_without_it(body: str, kind: PageType) -> None:
    assert kind_of(body) is kind


GATE = "<div><h3>HEADLINE</h3><form><input type='email'><button>OK</button></form></div>"


def test_a_wall_of_consent_may_keep_the_data_of_what_is_behind_it() -> None:
    wall = f"<h1>Salut</h1>{PLAINLY}<p><button>Accept tot</button> <button>Poate</button>"
    assert kind_of(wall, head=DATA) is PageType.CONSENT
    assert kind_of(MORE[:480] + wall, head=DATA) is PageType.ARTICLE


@pytest.mark.parametrize(
    ("at", "title", "kind"),
    [
        ("/val?to=%2Fnews%2Fbridge", "HEADLINE", PageType.CONSENT),  # it stands between two pages
        ("/val?to=news", "HEADLINE", PageType.ARTICLE),
        ("/val?to=/news/bridge", "Personvern", PageType.CONSENT),
        ("/personvern", "Personvern", PageType.OTHER),
    ],
)
def test_any_button_will_do_where_the_address_says_where_to_go_on(
    at: str, title: str, kind: PageType
) -> None:
    wall = f"<h1>Salut</h1>{PLAINLY}<button>Mai departe</button>"
    assert kind_of(wall, at=at, title=title) is kind


BOX = '<div><p>להמשך קריאה</p><a href="/subscribe">לרכישת מנוי</a> <a href="/login">התחברות</a></div>'


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (f"<h1>HEADLINE</h1>{LEAD}{BOX}", PageType.PAYWALL),
        (f"{BOX}<h1>HEADLINE</h1>{LEAD}", PageType.ARTICLE),  # it stands where a site's name does
        (f"<h1>HEADLINE</h1>{LEAD}{MORE}{BOX}", PageType.ARTICLE),
        (f"<h1>HEADLINE</h1>{LEAD}<footer>{BOX}</footer>", PageType.ARTICLE),
        (
            f"<h1>HEADLINE</h1>{LEAD}<p>Every morning before the mill opens he walks to the pier and …</p>{GATE}",
            PageType.PAYWALL,
        ),
        (
            f"<h1>HEADLINE</h1>{LEAD}<p>Every morning before the mill opens he walks to the pier.</p>{GATE}",
            PageType.ARTICLE,
        ),
        (f"<h1>HEADLINE</h1>{LEAD}<h2>Logg inn for å lese videre</h2>", PageType.PAYWALL),
        (f"<h1>HEADLINE</h1>{LEAD}<h2>Logg inn</h2>", PageType.ARTICLE),
        (f'<h1>HEADLINE</h1>{LEAD}<div class="regwall"><a href="/login">Enter</a></div>', PageType.PAYWALL),
    ],
)
def test_a_paywall_is_a_box_to_log_in_and_to_subscribe_behind_little_text(body: str, kind: PageType) -> None:
    assert kind_of(body, head=ARTICLE + DATA) is kind


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (f'<body class="home error404"><h1>HEADLINE</h1>{LEAD}', PageType.ERROR),
        (f'<body class="room-404-mill"><h1>HEADLINE</h1>{LEAD}', PageType.ARTICLE),
        (f'<body class="error404"><h1>HEADLINE</h1>{LONG}', PageType.ARTICLE),
        (f'<body><div class="hp-404"><p>HEADLINE</p>{LEAD}</div>', PageType.ERROR),
        (f'<body class="post-404"><h1>HEADLINE</h1>{LEAD}', PageType.ARTICLE),
        ("<h1>Ricerca</h1><p>La ricerca di funivia non ha prodotto risultati.", PageType.ERROR),
        ("<h1>お探しの記事は掲載期間が終了しました</h1>", PageType.ERROR),
        ("<h1>দুঃখিত!</h1><p>একটু পরে আবার চেষ্টা করুন।", PageType.ERROR),
        (f"<h1>Sorry, says the mayor, and reopens the footbridge after a summer of protest</h1>{LEAD}", PageType.ARTICLE),
    ],
)  # fmt: skip
def test_an_error_is_named_so_or_begs_pardon(page: str, kind: PageType) -> None:
    assert extract(f"<html><title>Harrow Post</title>{page}", url=f"{SITE}/x").page_type is kind


@pytest.mark.parametrize(
    ("page", "at", "kind"),
    [
        ("<h1>légvár</h1><p>0 találat", "/kereses?kif=x", PageType.ERROR),
        ("<h1>légvár</h1><p>0 találat", "/hirek/x", PageType.ARTICLE),
        ("<h1>légvár</h1><p>10 találat", "/kereses?kif=x", PageType.ARTICLE),
    ],
)
def test_a_search_that_finds_nothing_says_so_in_a_number(page: str, at: str, kind: PageType) -> None:
    assert extract(f"<html><title>Harrow Post</title><body>{page}", url=f"{SITE}{at}").page_type is kind


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("", PageType.BOT_CHECK),
        ("<title>Harrow Post</title>", PageType.ARTICLE),
        ("<p>Rain", PageType.ARTICLE),
    ],
)
def test_a_page_without_a_word_is_its_script(head: str, kind: PageType) -> None:
    assert extract(f'<html>{head}<script src="/_R?d=1"></script>', url=f"{SITE}/x").page_type is kind


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ('<p>Hold on.<form action="/go"><div class="hp-captcha-box"></div></form>', PageType.BOT_CHECK),
        ('<p>Hold on.<form action="/go"><div class="hp-captcha-box"></div><input type="email"></form>', PageType.ARTICLE),
        (f'<h1>HEADLINE</h1>{LONG}<form action="/go"><div class="hp-captcha-box"></div></form>', PageType.ARTICLE),
        ("<p>Copy this.<form><img src=/i><input name=a maxlength=6><input type=hidden name=k></form>", PageType.BOT_CHECK),
        ("<p>Copy this.<form><img src=/i><input name=a maxlength=60></form>", PageType.ARTICLE),
        ("<p>Copy this.<form><img src=/i><input name=a maxlength=6><input name=b></form>", PageType.ARTICLE),
        ("<p>Tu navegador no ejecuta JavaScript.", PageType.BOT_CHECK),
        ("<h1>HEADLINE</h1><p>자동 입력 방지 문자를 입력해 주세요", PageType.BOT_CHECK),
        ("<h1>Samahani</h1><p>مرورگر شما در حال بررسی است.", PageType.BOT_CHECK),
        (f"<h1>HEADLINE</h1><p>The browser is checked by the council.{LONG}", PageType.ARTICLE),
    ],
)  # fmt: skip
def test_a_bot_check_is_a_puzzle_or_looks_into_the_browser(page: str, kind: PageType) -> None:
    assert extract(f"<html><title>Harrow Post</title><body>{page}", url=f"{SITE}/x").page_type is kind


ROWS = "".join(f"<div><time>{n}:00</time> <b>{n} °C</b> <i>{n}0%</i></div>" for n in range(1, 20))
WARDS = "".join(
    f'<tr><td>{n}<td><a href="/w/{n}">The old school in the street of the mill, ward {n}</a><td>{n * 31}'
    for n in range(9)
)
HOURS = "".join(f"<td>{n} h<br>{n} °C" for n in range(24))
CHOICES = "".join(f'<label><input type="radio" name="q">Answer {n}</label>' for n in range(5))


@pytest.mark.parametrize(
    ("body", "head", "kind"),
    [
        (f"<h1>Forecast</h1>{ROWS}", ARTICLE, PageType.OTHER),
        (f"<h1>HEADLINE</h1>{ROWS}", DATA, PageType.ARTICLE),
        (f"<h1>Forecast</h1><table><tr>{HOURS}</table>{LEAD}", "", PageType.OTHER),
        (f"<h1>Wards</h1><table>{WARDS}</table>", "", PageType.OTHER),  # rows, however much of them is a link
        ("<h1>The mill</h1>" + LEAD, ARTICLE + '<script type="application/ld+json">{"@type": "JobPosting"}</script>', PageType.OTHER),
        ("<h1>The mill</h1>" + LONG, ARTICLE + '<script type="application/ld+json">{"@type": "JobPosting"}</script>', PageType.OTHER),
        ("<h1>The mill</h1>" + LONG, ARTICLE + '<script type="application/ld+json">{"@type": "RadioEpisode"}</script>', PageType.ARTICLE),
        ("<h1>HEADLINE</h1>" + LEAD, '<script type="application/ld+json">{"@type": "JobPosting"}</script>' + DATA, PageType.ARTICLE),
        (f"<h1>Forecast</h1>{MORE}{ROWS}", ARTICLE, PageType.ARTICLE),
        (f"<h1>Poll</h1><form>{CHOICES}</form>", "", PageType.OTHER),
        (f'<h1>Rates</h1><table>{WARDS}<tr><td class="author">EUR<td>1<td>2</table>', "", PageType.OTHER),  # no byline's
        ("<h1>The mill</h1>" + LEAD, '<script type="application/ld+json">{"@type": "PodcastEpisode"}</script>', PageType.OTHER),
        ("<h1>The mill</h1>" + MORE, ARTICLE + '<script type="application/ld+json">{"@type": "FAQPage"}</script>', PageType.ARTICLE),
    ],
)  # fmt: skip
def test_rows_and_choices_without_prose_are_no_article(body: str, head: str, kind: PageType) -> None:
    assert kind_of(body, title="Harrow Post", head=head) is kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Politica de confidențialitate", PageType.OTHER),
        ("Om oss", PageType.OTHER),
        ("About time: the bridge reopens", PageType.ARTICLE),
        ("Help", PageType.ARTICLE),  # a headline may be that
    ],
)
def test_opengraph_calls_the_pages_every_site_keeps_articles(title: str, kind: PageType) -> None:
    assert kind_of(MORE, title=f"{title} | Harrow Post", head=ARTICLE) is kind
