"""What kind of page it is, by what it is made of."""

import math
import struct
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
import pytest

from onrecord import PageType, Record, Source, extract
from onrecord.body.blocks import cut
from onrecord.body.numbers import singles
from onrecord.body.trees import Trees, shares_of, sums_of
from onrecord.page import Page, open_page
from onrecord.readers import page_kinds, votes
from onrecord.readers.buttons import buttons
from onrecord.readers.makeup import COLUMNS, Told, measured
from onrecord.readers.page_kinds import Model, is_open, load, shipped, sums
from onrecord.readers.votes import Votes, shares

KINDS = Path(__file__).parent.parent / "cases" / "kinds"
SITE = "https://www.harrow-post.example"
LEAD = "<p>The council met on Tuesday evening in the old mill to speak about the footbridge, which is closed since spring."
PROSE = "".join(
    f"<p>In case {n} a farmer of street {n * 7} told the court about {n + 3} sheep that were lost near the pier, and asked "
    f"who would pay for them. Nobody had an answer for number {n} that evening, not even the mayor of the town.</p>"
    for n in range(1, 9)
)


def told(page: Page, *, words: int = 400, little: bool = False) -> Told:
    """As if every line of the page were its text."""
    return Told(range(len(cut(page).blocks)), words, declared=False, little=little)


def numbers(html: str, *, url: str | None = None, little: bool = False, status: int | None = None) -> dict[str, float]:  # fmt: skip
    page = open_page(html, url=url, headers={":status": str(status)} if status else {})
    found = measured(page, told(page, little=little), ())
    return {name: found[n] for n, (name, _) in enumerate(COLUMNS)}


def entries(*times: str) -> str:
    return "".join(
        f"<section><span>{time}</span><p>The river rose again in the night.</section>" for time in times
    )


def teasers(many: int) -> str:
    return "".join(
        f'<div><h3><a href="/n/{n}">Council votes to reopen the old footbridge, part {n}</a></h3><p>A short line.</div>'
        for n in range(many)
    )


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        (LEAD, {"lines": 1, "long_100": 1, "long_250": 0, "longest": 111, "teasers": 0, "linked": 0, "text_ends": 0.5}),
        (teasers(4), {"lines": 8, "teasers": 4, "teaser_share": 4 / 9, "linked_headings": 4, "headings": 4, "tags_a": 4, "between": 13}),
        (LEAD + teasers(2) + LEAD, {"before": 111, "prose": 222, "teasers": 2}),
        (entries("14:32", "14:10", "13:55", "14:20"), {"stamps": 4, "times": 4, "falls": 2}),
        (entries("۲۳:۴۰", "۲۳:۰۵"), {"times": 2, "falls": 1}),
        (entries("90+3'", "88'", "75'"), {"times": 3, "falls": 2}),
        ("<title>Sudden flood: live updates</title>", {"called_live": 1, "title": 26}),
        ("<title>Town v Rovers: minute by minute</title>", {"called_live": 1}),
        ("<title>The storm as it happened</title>", {"called_live": 1}),
        ("<p>3 May 1999<p>Rain<p>4 May 1999", {"dated": 0.5}),
        (LEAD, {"cut_off": 0}),
        (LEAD + "<p>It was a long evening and…", {"cut_off": 1}),
        ("<title>The bridge | Post</title><h1>The bridge</h1>", {"heading_in_title": 1, "heading": 10}),
        ("<title>Post</title><h1>The bridge</h1>", {"heading_in_title": 0}),
        ("<title>Post</title>", {"heading_in_title": -1}),
        ("<p>12 € and 345 $", {"digits": 5 / 15, "money": 2}),
        ("<ul><li>one<li class=x>two</ul><IMG src=a><form><input><select></select></form>", {"tags_items": 2, "tags_images": 1, "tags_fields": 2}),
        ("<div class='captcha-box challenge'>", {"marks_check": 2}),
    ],
)  # fmt: skip
def test_what_a_page_is_made_of_is_counted(html: str, wanted: dict[str, float]) -> None:
    found = numbers(html)
    assert {name: pytest.approx(found[name]) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>We and our partners store cookies on your device to measure our advertising.<button>Accept all</button>", {"of_data": 1, "accepts": 1, "says_consent": 2}),
        ("<p>We use cookies.<input type=submit value='Accept all'><input type=text value='Reject all'>", {"accepts": 1}),
        ("<p>Subscribe to read the rest of this story.<p>Already a subscriber? Log in", {"buys": 2, "asks": 1, "enter_share": 1 / 3}),
        ("<title>Page not found</title><p>Sorry", {"heads_error": 1}),
        ("<title>This story has moved</title>", {"heads_error": 1}),
        ("<p>Sie werden in drei Sekunden weitergeleitet.<p>This page is not available in your country.<p>Vi er straks tilbake", {"says_error": 3}),
        ("<p>Your request is being verified<p>Sind Sie ein Mensch?", {"says_check": 2}),
        ("<p><a href=/>Post</a><h1>Gone</h1><p><a href='https://post.example'>Front page</a><p><a href=/n/1>More</a>", {"home": 1}),
        ("<p>Checking your browser before you go on", {"says_check": 1}),
        ("<title>Impressum</title>", {"standing": 1}),
    ],
)  # fmt: skip
def test_words_are_asked_of_pages_with_little_text(html: str, wanted: dict[str, float]) -> None:
    found, long = numbers(html, little=True), numbers(html)
    assert {name: pytest.approx(found[name], rel=0.02) for name in wanted} == wanted
    assert all(long[name] == 0 for name in wanted)


def test_what_stands_right_behind_the_text_is_counted() -> None:
    wall = "<p>Subscribe for one pound<p>Log in<p>The bridge"
    page = open_page(f"{LEAD}{wall}{'<p>Rain' * 9}<p>Subscribe")
    found = measured(page, Told((0,), 20, declared=False, little=True), ())
    assert found[[name for name, _ in COLUMNS].index("wall_next")] == 2


def test_the_address_and_the_status_are_counted() -> None:
    found = numbers("<p>x", url=f"{SITE}/tag/port-and-pier/2026?page=2", status=451)
    assert (found["address_parts"], found["address_digits"], found["address_named"]) == (3, 4, 1)
    assert (found["status"], found["refused"], found["address_hyphens"]) == (451, 1, 0)


def test_what_readers_found_is_counted() -> None:
    seen: list[Sequence[float]] = []

    def read(page: Page, known: Told, found: object) -> Sequence[object]:
        seen.append(measured(page, known, found))  # type: ignore[arg-type]
        return ()

    head = '<meta property="og:type" content="article"><script type="application/ld+json">{"@type": "CollectionPage"}</script>'
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_kinds, "read", read)
        extract(f"{head}<meta name='author' content='Ann Lee'>{LEAD}")
    found = {name: seen[0][n] for n, (name, _) in enumerate(COLUMNS)}
    assert (found["open_graph"], found["schema_listing"], found["declared"]) == (1, 1, 1)
    assert found["authors"] >= 1
    assert found["shown_times"] == 0


@pytest.mark.parametrize(
    ("html", "words", "url", "open_"),
    [
        (PROSE, 400, "/news/bridge-1", False),
        (PROSE, 249, "/news/bridge-1", True),
        (PROSE, 400, "/tag/bridge", True),
        (PROSE + entries("14:32", "14:10", "13:55", "13:20"), 400, "/news/bridge-1", True),
        (PROSE + entries("14:32", "14:10", "13:55"), 400, "/news/bridge-1", False),
        ("<title>LIVE: flood</title>" + PROSE, 400, "/news/bridge-1", True),
        ("<h1>Flood</h1><p>LIVE</p>" + PROSE, 400, "/news/bridge-1", True),
        ("<p>Short lines.</p>" * 90, 400, "/news/bridge-1", True),
        ("".join(f"<h2><a href='/{n}'>The bridge again, part {n}</a></h2>{PROSE}" for n in range(4)), 900, "/x", True),
    ],
)  # fmt: skip
def test_prose_that_nothing_speaks_against_is_an_article_at_a_glance(html: str, words: int, url: str, open_: bool) -> None:  # noqa: FBT001  # fmt: skip
    page = open_page(html, url=SITE + url)
    assert is_open(page, told(page, words=words)) is open_


def written(group: str) -> list[tuple[str, Record, str]]:
    """The pages of a group: what each is, its record, the page."""
    out = []
    for line in (KINDS / f"{group}.tsv").read_text("utf-8").splitlines():
        name, kind, url, status = line.split("\t")
        page = (KINDS / f"{name}.html").read_bytes()
        out.append((kind, extract(page, url=url, headers={":status": status}), open_page(page).text))
    return out


@pytest.mark.parametrize("group", ["first", "fourth", "tenth", "twelfth"])
def test_the_model_that_ships_knows_the_pages_it_learned_from(group: str) -> None:
    pages = written(group)
    wrong = [(kind, record.page_type.value) for kind, record, _ in pages if kind != record.page_type]
    assert len(wrong) * 50 <= len(pages), wrong


def test_a_page_that_is_no_article_shows_why() -> None:
    for kind, record, text in written("eleventh"):
        chosen = next((c for c in record.why("page_type") if c.chosen and c.source is Source.VISIBLE), None)
        if chosen is None:
            continue
        assert chosen.rule.startswith("made up like one, likely by "), kind
        assert chosen.rule.count(";") == 2
        if chosen.place.start is not None:
            assert "".join(text[chosen.place.start : chosen.place.end].split())


@pytest.mark.parametrize("html", ["", "<title>x", "<p>Hello.", "<title>Rain</title><p>It rained all day long in Harrow Bay.", "<h1>Vote</h1>" + LEAD, "<div id=app></div>"])  # fmt: skip
def test_a_page_with_next_to_nothing_on_it_is_an_article(html: str) -> None:
    assert extract(html, kind="html").page_type is PageType.ARTICLE


def test_a_text_that_only_the_data_holds_is_an_articles() -> None:
    said = " ".join(
        f"The council met in room {n} of the old mill to speak about the bridge." for n in range(20)
    )
    page = f'<div id=app></div><script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Vote", "articleBody": "{said}"}}</script>'
    record = extract(page)
    assert (record.page_type, record.article_body) == (PageType.ARTICLE, said)


def test_what_the_trees_add_up_to_is_laid_to_the_columns() -> None:
    # Two trees of depth two over three columns; leaves are counted by their answers, the first question the lowest bit.
    trees = Trees(
        depth=2,
        columns=struct.pack("<3H", 0, 1, 2),
        borders=struct.pack("<3f", 0.5, 1.5, 2.5),
        asked=struct.pack("<4H", 0, 2, 1, 1),
        leaves=struct.pack("<8f", 1, 2, 3, 4, -1, 0, 5, 7),
        weights=struct.pack("<8e", 4, 3, 2, 1, 1, 1, 1, 1),
        bias=0.25,
    )
    row = singles(3)
    row[0], row[1], row[2] = 1, 2, 0
    leaves = struct.pack("<16f", *(v for leaf in (1, 2, 3, 4, -1, 0, 5, 7) for v in (-leaf, leaf)))
    kinds = Votes(
        depth=2, columns=trees.columns, borders=trees.borders, asked=trees.asked, weights=trees.weights,
        names=("no", "yes"), leaves=leaves, biases=(0.5, 0.25),
    )  # fmt: skip
    adds = shares(kinds, "yes", row)
    assert votes.sums(kinds, row) == {"no": pytest.approx(-9 + 0.5), "yes": pytest.approx(9 + 0.25)}
    assert sums_of(trees, row, 1, 0, 1)[0] == pytest.approx(4 + 5 + 0.25)
    alike = (4 * 1 + 3 * 2 + 2 * 3 + 1 * 4) / 10 + (-1 + 0 + 5 + 7) / 4 + 0.25
    assert sum(adds.values()) + alike == pytest.approx(9.25)
    # The first tree asks the second column first: 3.33 of those that answer yes, then the first column: 4.
    assert adds[0] == pytest.approx(4 - 10 / 3)
    assert adds[2] == pytest.approx(5 - 6)
    # The body's explanations lay a sum to its columns in the same way, for many rows at once, with numpy.
    many, base = shares_of(trees, np.array([row], np.float32))
    assert {n: pytest.approx(adds.get(n, 0.0)) for n in range(3)} == dict(enumerate(many[0].tolist()))
    assert base[0] == pytest.approx(alike)


def test_a_model_of_other_columns_is_refused() -> None:
    known = shipped()
    with pytest.raises(ValueError, match="make train-kinds"):
        load(msgspec.msgpack.encode(Model(known.names[1:], known.votes, 0)))


def test_doubt_speaks_for_an_article() -> None:
    page = open_page(teasers(12), url=f"{SITE}/tag/port")
    found = measured(page, told(page, words=20, little=True), ())
    known = shipped()
    plain, doubting = sums(known, found), sums(Model(known.names, known.votes, 20), found)
    assert doubting["article"] - plain["article"] == pytest.approx(20 - known.doubt)
    assert max(plain, key=plain.__getitem__) == "listing"
    assert max(doubting, key=doubting.__getitem__) == "article"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ('<meta http-equiv="Refresh" content="0; URL=/new/7">', PageType.ERROR),
        ("<meta http-equiv=refresh content=\"5;url='https://archive.example/7'\">", PageType.ERROR),
        ('<meta http-equiv="refresh" content="300; url=/new/7">', PageType.ARTICLE),
        ('<meta http-equiv="refresh" content="5">', PageType.ARTICLE),
        (f'<meta http-equiv="refresh" content="5; url={SITE}/7">', PageType.ARTICLE),
        ('<noscript><meta http-equiv="refresh" content="0; url=/?plain=1"></noscript>', PageType.ARTICLE),
    ],
)
def test_a_page_that_sends_its_reader_on_at_once_is_no_article(head: str, kind: PageType) -> None:
    page = f"<title>Footbridge</title>{head}<p>See the new page.</p>"
    assert extract(page, url=f"{SITE}/7").page_type is kind


def test_an_article_that_goes_on_elsewhere_after_a_while_is_one() -> None:
    page = f'<title>Vote</title><meta http-equiv="refresh" content="5; url=/next"><h1>Vote</h1>{PROSE}'
    assert extract(page, url=f"{SITE}/7").page_type is PageType.ARTICLE


def test_a_page_made_of_frames_is_no_article() -> None:
    page = (
        "<title>Harrow Post</title><frameset cols='20%,*'><frame src=nav.htm><frame src=story.htm></frameset>"
    )
    record = extract(page)
    assert record.page_type is PageType.OTHER
    assert record.why("page_type")[0].raw == "nav.htm"


def test_what_can_be_pressed_and_seen() -> None:
    links = "<a class='btn-primary'>Accept all</a><a id=accept>Yes</a><a role=button>Manage</a><a href=/more>More</a>"
    others = "<input type=submit value=Go><input value=Name><button hidden>No</button><div style='display:none'><button>Never</button></div>"
    page = open_page(links + others + LEAD, kind="html")
    assert [words for _, words in buttons(page)] == ["Accept all", "Yes", "Manage", "Go"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("blog error404 wide", PageType.ERROR),
        ("search search-no-results", PageType.ERROR),
        ("single postid-404", PageType.ARTICLE),
    ],
)
def test_what_software_calls_a_missing_page_is_an_error_in_any_language(name: str, kind: PageType) -> None:
    page = (
        f"<body class='{name}'><h1>Pajennan ket kavet</h1><p>N'eus netra amañ, siwazh deoc'h. Klaskit adarre."
    )
    assert extract(page).page_type is kind


def test_a_brief_that_says_nothing_of_an_error_is_an_article() -> None:
    page = (
        '<title>"Насос", 8 ноября 1999</title><center><font size=+2>Театр въезжает в насосную</font></center><p align=right><i>Пётр РЯБОВ</i>'
        "<p>Сельсовет в понедельник решил продать старую насосную станцию театральной труппе за один рубль, сообщила глава совета."
        "<p>Труппа, играющая в сараях с 1988 года, обещает потратить девяносто тысяч на новую крышу и сто кресел."
        "<p>«Мы мокли в одиннадцати областях», - сказала режиссёр Галина Ломова.<hr><a href=index.html>На первую страницу</a>"
    )
    assert extract(page, url="http://www.nasos.example/991108/teatr.html").page_type is PageType.ARTICLE


@pytest.mark.parametrize(("share", "kinds"), [(0.45, []), (0.55, ["consent"])])
def test_a_wall_that_is_less_likely_than_not_is_none(
    monkeypatch: pytest.MonkeyPatch, share: float, kinds: list[str]
) -> None:
    page = open_page(
        "<h1>We value your privacy</h1><p>We use cookies.</p><button>Accept all cookies</button>"
    )
    rest = (1 - share) / 2
    said = {"consent": math.log(share), "article": math.log(rest), "paywall": math.log(rest)}
    monkeypatch.setattr(page_kinds, "sums", lambda *_: said)
    found = page_kinds.read(page, told(page, words=5, little=True), ())
    assert [e.beside("type") for e in found] == kinds
