"""What is counted about blocks: letters, names, places, and what the page's data gives."""

import re
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.body import hints, letters, words
from onrecord.body.blocks import cut
from onrecord.body.columns import COLUMNS
from onrecord.body.corrected import BEGINNINGS, CORRECTED
from onrecord.body.declared import declared
from onrecord.body.features import count
from onrecord.body.letters import COUNTED, count_letters
from onrecord.body.numbers import wholes
from onrecord.body.openings import Pairs, corrects, points
from onrecord.page import open_page

NAMES = [name for _, name in COLUMNS]
PROSE = "The ferry to Quell left at nine, an hour late, with sixty people and a goat on board, the harbour office said."


def columns(html: str) -> dict[str, list[float]]:
    page = open_page(html, kind="html", url="https://quell.example/a/1")
    matrix = count(page, cut(page)).matrix
    return dict(zip(NAMES, matrix.T.tolist(), strict=True))


def test_names_of_columns_are_told_apart() -> None:
    assert len(set(NAMES)) == len(NAMES)


def test_columns_tell_where_a_block_stands() -> None:
    prose = [f"<p>{start} {PROSE * 2}</p>" for start in ("First", "Then", "Last")]
    got = columns(f"<p>One</p><div>{prose[0]}<p>Two</p>{prose[1]}{prose[2]}</div><p>Three.</p>")
    signs = {
        "from first good": [-1, 0, 1, 1, 1, 1],
        "from last good": [-1, -1, -1, -1, 0, 1],
        "good before": [0, 0, 1, 1, 1, 1],
        "good at -1": [0, 0, 1, 0, 1, 1],
        "good at +1": [1, 0, 1, 1, 0, 0],
        "in the core": [0, 1, 1, 1, 1, 0],
        "blocks since good": [0, 0, 1, 0, 0, 1],
    }
    assert {name: np.sign(got[name]).astype(int).tolist() for name in signs} == signs
    assert got["share of blocks before"] == pytest.approx([n / 6 for n in range(6)])


def test_columns_tell_what_a_container_holds() -> None:
    texts = [PROSE, f"Then, {PROSE}", "Yes."]
    got = columns(f"<p>One</p><div>{''.join(f'<p>{text}</p>' for text in texts)}</div>")
    length, stops = sum(map(len, texts)), sum(text.count(",") + text.count(".") for text in texts)
    assert got["stops 0 up"][1:] == pytest.approx([stops / length] * 3, rel=0.05)
    assert got["good of all 0 up"][1:] == pytest.approx([(length - len(texts[2])) / length] * 3, rel=0.05)
    assert got["good blocks 0 up"][1:] == pytest.approx([2 / 3] * 3, rel=0.05)


def counted(texts: list[str]) -> list[list[int]]:
    cells = wholes(letters.ROWS * len(texts))
    count_letters(texts, cells)
    return [cells[row * len(texts) : (row + 1) * len(texts)].tolist() for row in range(letters.ROWS)]


def test_letters_are_counted_by_kind() -> None:
    got = counted(["Ab 1, c.", "雨が降った。", "→ x"])
    assert got[letters.SEEN] == [8, 6, 3]
    assert got[letters.SPACES] == [2, 0, 1]
    assert got[letters.CAPITALS] == [1, 0, 0]
    assert got[letters.DIGITS] == [1, 0, 0]
    assert got[letters.STOPS] == [2, 1, 0]
    assert got[letters.DENSE] == [0, 5, 0]
    assert got[letters.SIGNS] == [0, 0, 1]
    assert got[letters.ENDED] == [1, 1, 0]
    assert got[letters.ODD] == [0, 0, 1]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=6), st.integers(1, 3))
def test_letters_of_a_block_do_not_depend_on_the_others(texts: list[str], times: int) -> None:
    whole = counted(texts * times)
    for n, text in enumerate(texts):
        assert [row[n] for row in whole] == [row[0] for row in counted([text])]


def test_a_long_block_is_counted_by_its_beginning_and_its_last_letter() -> None:
    got = counted(["," * 5000 + "."])
    assert (got[letters.SEEN], got[letters.STOPS], got[letters.ENDED]) == ([COUNTED], [COUNTED], [1])


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("article__comments", hints.COMMENT), ("commentary", 0), ("navBar", hints.NAV), ("unavailable", 0), ("coauthors", hints.BYLINE),
        ("fact-box", hints.BOX), ("articleBody", hints.BODY), ("post-share", hints.SHARE), ("shareholder-news", hints.SHARE),
    ],
)  # fmt: skip
def test_stems_say_what_a_class_is(name: str, family: int) -> None:
    assert hints.of_name(name) & (family or ~0) == family


def test_stems_are_found_as_regular_expressions_would() -> None:
    written = {family: re.compile("|".join(stems)) for family, stems in words.FAMILIES.items()}
    for word in (
        "sharing",
        "share",
        "shares",
        "menus",
        "submenu",
        "footers",
        "reporterin",
        "tageskasten",
        "intros",
        "xintro",
    ):
        asked = {family for family, pattern in written.items() if pattern.search(word)}
        whole = {family for family, listed in words.WHOLE.items() if word in listed}
        told = set(hints.names_of(hints.of_name(word)).split(", "))
        assert told & set(written) == asked | whole, word


@pytest.mark.parametrize(
    ("attribute", "unseen"),
    [
        ("style='display: none'", True), ("style='color: red; VISIBILITY:hidden'", True), ("hidden", True),
        ("style='border: none'", False), ("style='overflow: hidden'", False), ("style=''", False), ("lang=en", False),
    ],
)  # fmt: skip
def test_a_style_hides_where_it_says_so(attribute: str, unseen: bool) -> None:  # noqa: FBT001
    (element,) = open_page(f"<div {attribute}>Boats</div>", kind="html").elements("div")
    assert bool(hints.of_element(element, "div") & hints.HIDDEN) is unseen


def test_a_role_tells_what_a_class_does_not() -> None:
    html = f"<div role='complementary'><p>{PROSE}</p></div><p>{PROSE}</p>"
    assert columns(html)["own sidebar"] == [0, 0]
    assert columns(html)["near sidebar"] == [1, 0]


def test_the_data_of_the_page_tells_which_blocks_it_holds() -> None:
    other = PROSE.replace("ferry", "train").replace("goat", "dog")
    said = (PROSE + r" \"Late,\" \u00e9crit-on. " + "And then some. " * 12).replace("'", "")
    html = (
        f'<script type="application/ld+json">{{"articleBody": "{said}"}}</script><p>{PROSE}</p><p>{other}</p>'
    )
    got = columns(html)
    assert got["in the data's body"] == [1, 0]
    assert got["data's body given"] == [1, 1]
    found = declared(open_page(html, kind="html"))
    assert found is not None
    assert found.holds('"Late," écrit-on.') == 1
    assert declared(open_page('<script>{"articleBody": "Short."}</script>', kind="html")) is None


def test_a_broken_string_in_the_data_is_read_as_far_as_it_goes() -> None:
    html = '<script>{"articleBody": "' + PROSE * 3 + r" \ud8 and \x more"
    found = declared(open_page(html, kind="html"))
    assert found is not None
    assert found.holds(PROSE) == 1


def test_places_count_from_the_headline_and_the_core() -> None:
    html = f"<ul><li><a href='/'>Home</a></li></ul><article><h1>Ferry late</h1><p>{PROSE}</p><p>{PROSE} Again.</p></article><div><p>{PROSE} Once more.</p></div>"
    got = columns(html)
    assert [round(v, 2) for v in got["from headline"]] == [-0.69, 0, 0.69, 1.10, 1.39]
    assert got["in the core"] == [0, 1, 1, 1, 0]
    assert got["same article"] == [0.5, 1, 1, 1, 0.5]


PIECES = ("<p>", "</p>", "<div class='comments'>", "</div>", "<article>", "</article>", "<h1>Ferry</h1>", PROSE, "雨が降った。", "<a href='/x'>x</a>", "<li>y")  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join))
def test_every_count_of_any_page_is_a_number(html: str) -> None:
    page = open_page(f"<title>Ferry</title>{html}", kind="html")
    pieces = cut(page)
    if pieces.blocks:
        matrix = count(page, pieces).matrix
        assert matrix.shape == (len(pieces.blocks), len(COLUMNS))
        assert np.isfinite(matrix).all()


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aAbB é\t.", max_size=30), st.integers(0, 25), st.integers(0, 12))
def test_what_stands_in_a_text_is_never_told_to_be_elsewhere(text: str, start: int, most: int) -> None:
    assert Pairs([text.casefold()]).opens(text[start:], most)


def test_phrases_are_found_behind_marks_in_any_case() -> None:
    assert points("» READ ALSO: the ferry")
    assert points("À lire: le bac")
    assert not points("The ferry")
    assert corrects("(Correction: the ferry left at ten)")
    assert not corrects("Corrected vision")


@pytest.mark.parametrize(
    "text",
    [
        "A previous version of this article misstated the cost of the roof.",
        "Due to an editing error, an earlier version of this article gave the wrong year.",
        "Because of incorrect information from the council, a previous version of this story gave",
        "Une version antérieure de cet article donnait un âge erroné.",
        "En raison d’une erreur, une version précédente de l’article donnait",
        "Correction : le toit a 40 ans.",
        "In een eerdere versie van dit artikel stond dat het dak",
        "Correctie: het dak is 40 jaar oud.",
        "I en tidigare version av artikeln stod det",
        "I en tidligere versjon av denne saken sto det",
        "Исправление: крыше 40 лет.",
        "В предыдущей версии этой статьи",
        "Düzeltme: çatı 40 yaşında.",
        "Bu haberin önceki sürümünde",
        "訂正：屋根は40年前のものです。",
        "【訂正】屋根は40年前",
        "更正：屋顶",
        "Correction, 4 May 2024: it rained on Friday.",
        "Correction (May 5): it",
        "Correction — it was seven",
        "Errata:",
        "In einer früheren Version dieses Artikels hieß es",
        "In einer früheren Version hieß es",
        "Una versión anterior de este artículo decía",
        "Una versione precedente di questo articolo",
        "W poprzedniej wersji artykułu podano",
        "Sprostowanie: dach",
        "Editor's note: This",
        "DÜZELTME: çatı",
        "Corrections and clarifications: x",
        "Rättelse: taket",
        "정정: 지붕",
        "Oikaisu 3.5.: katto on 40 vuotta vanha.",
        "Korrektur am 3. Mai: Das Dach ist 40 Jahre alt.",
        "Hinweis: In einer früheren Version dieses Artikels hieß es",
        "Wir haben diesen Artikel am 3. Mai 2024 aktualisiert.",
        "Dieser Text wurde um 18.30 Uhr korrigiert.",
        "NDLR : cet article a été corrigé le 3 mai.",
        "Actualización: este artículo ha sido corregido.",
        "Esta reportagem foi corrigida às 12h.",
        "Questo articolo è stato modificato il 3 maggio.",
        "Aquest article s’ha corregit el 3 de maig.",
        "Dit artikel is op 3 mei aangepast.",
        "Artikeln har rättats.",
        "Denne artikkelen ble rettet 3. mai.",
        "Juttua korjattu 3.5. kello 18.30: katto on 40 vuotta vanha.",
        "Tekst został poprawiony.",
        "Článek jsme 3. května opravili.",
        "Cikkünket május 3-án frissítettük.",
        "Članak je naknadno ispravljen.",
    ],
)
def test_corrections_open_with_a_label_or_speak_of_an_earlier_version(text: str) -> None:
    assert corrects(text)
    assert CORRECTED.match(text)


@pytest.mark.parametrize(
    "text",
    [
        "Errata are listed at the back of the book, which the library has lent 4,000 times.",
        "Sprostowanie ministra ukazało się w piątek.",
        "An earlier version of this bill failed in committee.",
        "In einer früheren Version des Gesetzes hieß es, dass der Artikel",
        "訂正案が可決された。",
        "更正案",
        "Correction officers said on Monday that the prison",
        "Due to the storm, the ferry did not sail.",
        "Corrected vision",
        "Corrections",
        "Rectification of the error took four weeks.",
        "En una versión anterior de la ley",
        "Une version antérieure du projet de loi",
        "Die Stadt will das Dach nicht ändern.",
        "Dieser Artikel der Verfassung regelt, wer das Dach bezahlt.",
        "Hinweis: Das Dach bleibt bis Mai gesperrt.",
        "Saken ble rettet mot kommunen.",
        "Ce texte a été modifié en commission par les élus.",
        "Este texto foi alterado pelo Senado na terça-feira.",
        "Questo testo è stato modificato dal Senato.",
        "Tekst został uzupełniony przez komisję.",
    ],
)
def test_the_same_words_in_an_article_correct_nothing(text: str) -> None:
    assert not corrects(text)


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_every_beginning_of_a_correction_is_let_through(beginning: str) -> None:
    assert corrects(f"{beginning}: it was seven") == bool(CORRECTED.match(f"{beginning}: it was seven"))


def test_corrections_are_searched_for_in_bounded_time() -> None:
    began = time.process_time()
    for start in (
        "due to ",
        "due to an earlier version ",
        "correction, 1",
        "juttua 3.",
        "hinweis: ",
        "an earlier version ",
    ):
        corrects((start * 200)[:1_400])
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("name", "family"),
    [("subheadline", hints.TITLE), ("imprint", hints.SHARE), ("aboutauthor", hints.BYLINE)],
)
def test_what_ends_a_name_counts_though_a_longer_word_was_read(name: str, family: int) -> None:
    assert hints.of_name(name) & family
