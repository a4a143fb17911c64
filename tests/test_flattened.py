"""Text whose mark-up is gone: the document the project starts from, and what its reader tells from shapes and order."""

import datetime as dt
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord import Source, limits
from onrecord.extraction import records_of
from onrecord.page import open_page
from onrecord.readers.flattened.lines import Line
from onrecord.readers.flattened.shapes import Shape, shape_of
from onrecord.values.addresses import site_of
from promised import check

ROOT = Path(__file__).parent.parent
SEED = ROOT.parent / "shared" / "seed"
SEEDS = sorted(SEED.glob("*.txt"))


@pytest.mark.skipif(not SEEDS, reason="the document the project starts from is not beside it")
def test_the_document_the_project_starts_from_is_read_whole() -> None:
    """What stands in it is told by where it stands: its words are its publisher's, so none of them is repeated here."""
    text = SEEDS[0].read_text("utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    record = onrecord.extract(SEEDS[0].read_bytes())
    assert record.url == lines[0].split()[-1]
    assert record.headline == lines[1] == lines[2]
    publisher = record.publisher
    assert publisher
    assert publisher.logo
    size = (publisher.logo.width, publisher.logo.height)
    parts = (publisher.name, publisher.email, publisher.telephone, publisher.legal_name, *size)
    assert " ".join(map(str, parts)) == lines[12]
    assert "@" in str(publisher.email)
    assert str(publisher.telephone).startswith("+")
    day = dt.date.fromisoformat(lines[4][:10]).strftime("%d.%m.%Y")
    assert f"{record.description} {day}, {publisher.name}" == lines[3]
    assert day in [c.raw for c in record.why("date_published")]
    assert [c.raw for c in record.why("publisher")].count(str(publisher.name)) == 2
    times = (record.date_created, record.date_published, record.date_modified)
    assert [t and t.raw for t in times] == lines[4:7]
    assert [t and t.value for t in times] == [f"{line[:16]}:00+00:00" for line in lines[4:7]]
    assert record.keywords == (lines[7],) == (lines[-1],)
    assert " ".join(record.speakable) == lines[8]
    assert len(record.speakable) == 2
    (image,) = record.images
    assert image.url == lines[9]
    assert {(s.width, s.height) for s in image.sizes} == {(1920, 1080), (1920, 1440), (1920, 1920)}
    assert [(link.url, link.rel) for link in record.links] == [(lines[11], "related")]
    assert (str(record.copyright_year), record.genre) == (lines[13], lines[15])
    assert (record.in_language, lines[16]) == ("en", "en_EN")
    assert "language-tag-odd" in {t.code for t in record.troubles}
    assert record.conflicts == ()
    assert record.author == ()


@pytest.mark.skipif(not SEEDS, reason="the document the project starts from is not beside it")
def test_its_text_is_parted_into_its_paragraphs() -> None:
    text = SEEDS[0].read_text("utf-8")
    record = onrecord.extract(SEEDS[0].read_bytes())
    body = record.article_body or ""
    assert body.replace("\n\n", "") == max(text.splitlines(), key=len)
    assert len(record.blocks) == 10
    for block in record.blocks:
        words = body[block.start : block.end]
        assert text[block.place.start : block.place.end] == words
        assert re.search(r"[.?!]\"?$", words)
        assert re.match(r'"?[A-Z]', words)
    assert re.search(r"\w\.\.\.\w", body), "an ellipsis between two words parts nothing"


@pytest.mark.skipif(not SEEDS, reason="the document the project starts from is not beside it")
def test_every_field_of_it_keeps_what_is_promised() -> None:
    page = open_page(SEEDS[0].read_bytes())
    for record in records_of(page):
        check(page, record)


@pytest.mark.skipif(not SEEDS, reason="the document the project starts from is not beside it")
def test_no_rule_names_its_site() -> None:
    name = str(site_of(str(onrecord.extract(SEEDS[0].read_bytes()).url))).partition(".")[0]
    for path in (ROOT / "src").rglob("*.py"):
        assert name not in path.read_text("utf-8").casefold(), path


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("https://news.example/2024/05/03/rain.html", Shape.ADDRESS),
        ("news.example/2024/05/03/rain", Shape.ADDRESS),
        ("https://cdn.news.example/img/rain.jpg?w=300", Shape.PICTURE),
        ("https://cdn.news.example/rain.webp 1200 800", Shape.PICTURE),
        ("https://a.example/b https://c.example/d", Shape.ADDRESSES),
        ("2024-05-03T09:13+0000", Shape.TIME),
        ("Fri May 03 19:20:36 CEST 2024", Shape.DATE),
        ("1920 1080 true", Shape.SIZE),
        ("600 x 60", Shape.SIZE),
        ("en_EN", Shape.LANGUAGE),
        ("uk", Shape.LANGUAGE),
        ("News", Shape.WORDS),
        ("2024", Shape.YEAR),
        ("523", Shape.NUMBER),
        ("True", Shape.BOOLEAN),
        ("/html/head/meta[@name='og:title']/@content //*[@class='a b']", Shape.PATHS),
        (".headline, #summary p", Shape.PATHS),
        ("Tarn Post desk@tarnpost.example +441632960417 Tarn Ltd. 310 72", Shape.ORGANIZATION),
        ("Ana Roe https://tarnpost.example/author/ana-roe", Shape.NAMED),
        ("The council met on Friday to vote on 4 of 11 plans.", Shape.WORDS),
    ],
)
def test_a_line_has_the_shape_it_shows(text: str, shape: Shape) -> None:
    assert shape_of(Line(text, 0, len(text), gap=False)) is shape


BODY = (
    "The council of Tarnby voted on Friday to reopen the lock.Work is to start in July. "
    + "It will be slow. " * 15
)
HEAD = "https://tarnpost.example/a/council-votes-to-reopen-the-lock-77\n\nCouncil votes to reopen the lock at Tarnby\n\n"


def block(*times: str) -> str:
    return HEAD + "\n\n".join(times) + "\n\n" + BODY + "\n\nen\n"


@pytest.mark.parametrize(
    ("times", "created", "published", "modified"),
    [
        (("2024-05-03T10:00Z",), None, "10:00", None),
        (("2024-05-03T10:00Z", "2024-05-03T12:00Z"), None, "10:00", "12:00"),
        # Behind a headline the order is schema.org's, even where it says modified before published.
        (("2024-05-03T12:00Z", "2024-05-03T10:00Z"), None, "12:00", "10:00"),
        (("2024-05-03T09:00Z", "2024-05-03T10:00Z", "2024-05-03T12:00Z"), "09:00", "10:00", "12:00"),
        # The alphabet's order: created, modified, published.
        (("2024-05-03T09:00Z", "2024-05-03T12:00Z", "2024-05-03T10:00Z"), "09:00", "10:00", "12:00"),
    ],
)
def test_which_time_is_which(
    times: tuple[str, ...], created: str | None, published: str | None, modified: str | None
) -> None:
    record = onrecord.extract(block(*times))
    found = (record.date_created, record.date_published, record.date_modified)
    assert [m and m.value[11:16] for m in found] == [created, published, modified]


def test_times_before_the_headline_are_told_by_which_is_later() -> None:
    text = "2024-05-03T12:00Z\n\n2024-05-03T10:00Z\n\n" + HEAD + BODY
    record = onrecord.extract(text)
    assert record.date_published
    assert record.date_modified
    assert (record.date_published.value[11:16], record.date_modified.value[11:16]) == ("10:00", "12:00")


def test_a_keyword_that_looks_like_a_language_is_no_language() -> None:
    text = block("2024-05-03T10:00Z").replace(BODY, "uk\n\n" + BODY)
    record = onrecord.extract(text)
    assert record.keywords == ("uk",)
    assert record.in_language == "en"
    assert "uk" not in [c.raw for c in record.why("in_language")]


@pytest.mark.parametrize(
    ("tail", "parted"),
    [
        ("3 May 2024, Tarn Post", True),
        ("4 May 2024, Tarn Post", True),  # by whom, as a line of its own says
        ("3 May 2024, Ana Roe", True),  # when, as another line says
        ("4 May 2024, Ana Roe", False),
        ("4 May 2024, The lock", False),  # as the description itself begins
        ("In May 2024 again, Tarn Post", False),
    ],
)
def test_day_and_publisher_behind_the_description_are_no_part_of_it(tail: str, *, parted: bool) -> None:
    said = "The lock was shut after the flood, and boats went round by the sea."
    day = "2024-05-03T10:00:00+00:00"
    record = onrecord.extract(f"{HEAD}{said} {tail}\n\n{day}\n\nTarn Post\n\n{BODY}\n\nen\n")
    assert record.description == (said if parted else f"{said} {tail}")


def test_values_may_hold_tags() -> None:
    text = block("2024-05-03T10:00Z").replace(
        "en\n", "<p>Boats may return to the upper canal by spring.</p>\n"
    )
    record = onrecord.extract(text)
    assert record.headline == "Council votes to reopen the lock at Tarnby"
    assert record.description == "Boats may return to the upper canal by spring."


def test_all_evidence_is_of_a_line_with_its_place() -> None:
    page = open_page(block("2024-05-03T10:00Z", "2024-05-03T12:00Z"))
    for record in records_of(page):
        check(page, record)
        for rows in record.evidence.values():
            for c in rows:
                if c.source is Source.FLATTENED:
                    assert page.text[c.place.start : c.place.end] == c.raw


EXPORT = (ROOT / "cases" / "export-three-articles" / "page.txt").read_text("utf-8")


def test_extract_gives_the_first_of_several_articles_and_says_how_many_there_are() -> None:
    first, *others = onrecord.extract_all(EXPORT)
    record = onrecord.extract(EXPORT)
    assert len(others) == 2
    assert record.id == first.id
    (trouble,) = (t for t in record.troubles if t.code == "several-articles")
    assert trouble.detail == "the text holds 3 articles; this is the first"
    assert not any(t.code == "several-articles" for r in (first, *others) for t in r.troubles)


def test_a_page_of_mark_up_is_one_record() -> None:
    page = "<title>Rain</title><h1>Rain in May</h1><p>It rained all day long, in all of Harrow Bay.</p>"
    assert list(onrecord.extract_all(page)) == [onrecord.extract(page)]


def test_articles_without_anything_between_them_are_parted_where_the_labels_begin_again() -> None:
    one = "Titel: Die {}\nQuelle: Uferbote\nDatum: 3. Mai 2024\n\nDer Rat hat über die {} beraten und vertagt.\n\n"
    records = list(onrecord.extract_all(one.format("Fähre", "Fähre") + one.format("Schleuse", "Schleuse")))
    assert [r.headline for r in records] == ["Die Fähre", "Die Schleuse"]
    assert [r.article_body for r in records] == [
        f"Der Rat hat über die {w} beraten und vertagt." for w in ("Fähre", "Schleuse")
    ]


def test_a_rule_inside_an_article_does_not_part_it() -> None:
    text = (
        "Title: Rain\nSource: Tarn Post\nDate: 3 May 2024\n\nIt rained all day long in Harrow Bay and everywhere.\n"
        "----------\nThe ferries stayed where they were until it was evening.\n"
    )
    (record,) = onrecord.extract_all(text)
    assert len(record.blocks) >= 2


def test_prose_with_a_colon_is_no_export() -> None:
    text = "He said: we wait.\n\nThey asked: for what? Nobody in Harrow Bay knew, and nobody said so.\n\nThe answer: rain."
    record = onrecord.extract(text)
    assert record.article_body
    assert "He said: we wait." in record.article_body


PIECES = (
    "2024-05-03T09:13:00Z", "https://news.example/a/rain-in-may", "https://cdn.news.example/img/a.jpg", "1920 1080 true", "en_EN", "uk",
    "2024", "News", "True", "Rain in May comes early", "By Ana Roe", "3 May 2024, 15:42", "Title: Rain", "Source: Tarn Post vom 3.5.2024, S. 3",
    "Length: 3 words", "BODY:", "HD Rain", "PD 3 May 2024", "WC 30 words", "LP", 'From: "Post" <a@news.example>', "Subject: Rain", "Date: Fri, 03 May 2024 14:42:07 GMT",
    "Tarn Post a@news.example +441632960417 Tarn Ltd. 310 72", "/html/head/meta[@name='a b']/@content .x", "© 2024 Tarn Post. All rights reserved.",
    "Advertisement", "2 of 3 DOCUMENTS", "End of Document", "------------", "Correction: it rained on Friday, not on Thursday.", "Read more: Ferries",
    'It rained on the third of May, all day long, in Harrow Bay.The ferries stayed where they were."Nobody went home," said the harbour master.',
    "Am Freitag regnete es „den ganzen Tag“.Wie es weitergehtNiemand weiß es. " * 5, "五月三日、湾では一日中雨が降った。「誰も帰らなかった」", "212 words", "4 June 2024", "Tarn Post (Tarnby, ME) - June 4, 2024", "Le Bac, mardi 4 juin 2024 212 mots, p. 8", "(END) Dow Jones Newswires",
    "TARNBY, June 5 (AFP) -", "---", "title: 'Rain'", "# Rain", "## Rain in May", "Person", "https://news.example/logo.png", "Author: Ida Roe | Page: A3",
    "The ferries of Harrow Bay stay where they were, all of the long after-", "noon, and until the even-", "ing of the third of May.", "\\n\\n", "&lt;p&gt;", "<br/>",
    "(Reporting by Ida Roe)", "About Harrow Bay", "FOR IMMEDIATE RELEASE", "RUBRIK: Lokales", "News", "\f", "\0", "\u202e", "&amp;#0;", "<p>", "a" * 300,
)  # fmt: skip
TEXTS = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(("\n", "\n\n", " ", "\r\n", "\n \n"))), max_size=25
)


@given(TEXTS)
def test_what_every_record_promises_holds_for_texts(pieces: list[tuple[str, str]]) -> None:
    page = open_page("".join(a + b for a, b in pieces), kind="text")
    for record in records_of(page):
        check(page, record)


HOSTILE = (
    "\n", "a\n", "a", "2024-05-03T09:13:00Z\n", "https://a.example/b\n", "Advertisement\n", "a:", "Title: x\nDate: 3 May 2024\nSource: y\n\ntext.\n\n",
    "--------------\n", "HD x\nBY y\nPD 3 May 2024\nSN z\nLP\ntext\n", "word " * 13 + "\n", "A sentence that stands in a line by itself, here.\n\n", "a.b-c+",
)  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_texts_are_read_in_bounded_time(unit: str) -> None:
    text = unit * (5_000_000 // len(unit))
    began = time.process_time()
    onrecord.extract(text, kind="text")
    assert time.process_time() - began < 4


ONE = (
    "Title: Anchor found\nSource: Quell Times\nDate: 3 May 2024\n\nDivers found the anchor near the pier.\n\n"
)


@pytest.mark.parametrize(("bound", "most"), [("ARTICLES", 3), ("LINES", 4 * 3 - 1)])
def test_an_export_of_more_articles_than_are_read_says_so(
    bound: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, bound, most)
    text = ONE * 4
    told = [[t.code for t in r.troubles] for r in onrecord.extract_all(text, kind="text")]
    assert told == [[], [], ["too-many-articles"]]
    assert {t.code for t in onrecord.extract(text, kind="text").troubles} == {
        "too-many-articles",
        "several-articles",
    }


def test_what_is_asked_of_an_article_is_not_asked_of_the_whole_export() -> None:
    text = (ONE + "The harbour at Quellmouth stayed shut. " * 60 + "\n\n") * 2_000
    began = time.process_time()
    assert sum(1 for _ in onrecord.extract_all(text, kind="text")) == 2_000
    assert time.process_time() - began < 8


def test_what_one_article_of_an_export_is_marked_with_says_nothing_of_another() -> None:
    text = f"{ONE}# Not so\n\n" + ONE.replace("Divers found", "*Divers* \\\\n found")
    assert "*Divers*" in str([*onrecord.extract_all(text, kind="text")][1].article_body)


def test_white_space_beside_written_breaks_is_read_in_bounded_time() -> None:
    text = "The harbour stayed shut.\\n\\nDivers looked for an anchor." + " " * 80_000 + "It was not found."
    began = time.process_time()
    body = onrecord.extract(text, kind="text").article_body or ""
    assert time.process_time() - began < 2
    assert body.startswith("The harbour stayed shut.\n\nDivers")


def test_an_export_may_set_the_headline_behind_source_and_date() -> None:
    one = (
        "Quell Times\n\nMay 5, 2024 Sunday\n\n{}\n\nBYLINE: Ida Kroll\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 41 words\n\n"
        "The harbour at Quellmouth stayed shut on Monday while divers searched for a lost anchor, the port said.\n\n"
    )
    text = (
        "1 of 2 DOCUMENTS\n\n"
        + one.format("Harbour shut")
        + "2 of 2 DOCUMENTS\n\n"
        + one.format("Anchor found")
    )
    told = [(r.headline, r.publisher.name if r.publisher else None) for r in onrecord.extract_all(text)]
    assert told == [("Harbour shut", "Quell Times"), ("Anchor found", "Quell Times")]


@pytest.mark.parametrize(
    ("labels", "publisher", "day"),
    [
        (("عنوان", "منبع", "تاریخ", "صفحه", "متن"), "روزنامه بامداد", "۱۶ اردیبهشت ۱۴۰۳"),
        (("العنوان", "المصدر", "التاريخ", "الصفحة", "النص"), "الميناء اليوم", "5 مايو 2024"),
        (("제목", "언론사", "일자", "면", "본문"), "해온일보", "2024-05-05"),
    ],
)
def test_labels_of_other_scripts(labels: tuple[str, ...], publisher: str, day: str) -> None:
    values = ("Harbour shut", publisher, day, "3", "")
    head = "\n".join(f"{label}: {value}" for label, value in zip(labels, values, strict=True))
    prose = "The harbour at Quellmouth stayed shut on Monday while divers searched for a lost anchor."
    record = onrecord.extract(f"{head}\n{prose}\n")
    assert (record.headline, record.article_body) == ("Harbour shut", prose)
    assert record.publisher
    assert record.publisher.name == publisher
    assert record.date_published
    assert record.date_published.value == "2024-05-05"
