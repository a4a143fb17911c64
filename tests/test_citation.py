"""Citations: what they say, and that reference managers' own readers read it back."""

import json
import re
from html import escape
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import msgspec
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.bibtex import to_bibtex
from onrecord.export.citation import Citation, Quoted, cite
from onrecord.export.csl import note, to_csl
from onrecord.export.fragments import fragment_link
from onrecord.export.prose import to_html, to_text
from onrecord.export.ris import to_ris
from onrecord.record import Author, Record
from onrecord.values.people import Kind
from small_press import FERRY, press

FERRY_RECORD = press()[0]
SCHEMA = Path(__file__).parent.parent.parent / "shared" / "schemas" / "csl-data.json"


def whole() -> Citation:
    return cite(FERRY_RECORD, archive="press.db")


def odd(**others: object) -> Record:
    """A record with what formats trip over."""
    fields = {
        "headline": "50% of {A_B} & C: \\end{x} “q” <b>#1</b>\nTY  - BOOK",
        "author": (
            Author("Lund & Söhne, GmbH", Kind.ORGANIZATION, None, ""),
            Author("Ana and Roe", Kind.PERSON, None, ""),
        ),
        **others,
    }
    return msgspec.structs.replace(FERRY_RECORD, **fields)


def test_a_citation_says_who_what_where_and_when() -> None:
    text = to_text(whole())
    for part in (
        "Cleo Hart.", "“Night ferry to stop in March.”", "Tarn Post.", "10 February 2022, 09:13 (UTC+01:00)",
        "https://tarnpost.example/ferry", "Accessed 1 June 2024, 08:00 (UTC)", "sha256:555", f"press.db, {FERRY_RECORD.id}",
    ):  # fmt: skip
        assert part in text
    assert "\n" not in text


@pytest.mark.parametrize(
    "headline", ["Who pays for the ferry?", "“Not a penny!”", "Roe & Sons Inc.", "誰が払うのか？"]
)
def test_what_ends_by_itself_gets_no_second_mark(headline: str) -> None:
    cited = msgspec.structs.replace(whole(), headline=headline, publisher=headline)
    assert f"Cleo Hart. “{headline}” {headline} Published" in to_text(cited)
    assert f"<cite>{escape(headline)}</cite></a> {escape(headline)} Published" in to_html(cited)


def test_a_statement_is_cited_with_its_words_and_a_link_to_them() -> None:
    cited = cite(FERRY_RECORD, statement=1)
    assert cited.quoted is not None
    assert cited.quoted.words == "We cannot run an empty ferry all winter"
    assert cited.url == (
        "https://tarnpost.example/ferry#:~:text=We%20cannot%20run%20an%20empty%20ferry%20all%20winter"
    )
    assert to_text(cited).startswith("“We cannot run an empty ferry all winter” – Ana Lund.")
    assert "<blockquote" in to_html(cited)
    with pytest.raises(IndexError, match="1 statement"):
        cite(FERRY_RECORD, statement=2)
    with pytest.raises(IndexError):
        cite(FERRY_RECORD, statement=0)


def test_what_only_describes_a_speaker_is_said_once() -> None:
    cited = msgspec.structs.replace(whole(), quoted=Quoted("No", "The harbour board", "harbour board"))
    assert to_text(cited).startswith("“No” – The harbour board. ")
    assert to_html(cited).partition("citation")[2].startswith('">The harbour board, in:')


@pytest.mark.parametrize("words", ["“We cannot run an empty ferry,”", '"Never."', "« Jamais »"])
def test_words_in_marks_of_their_own_get_no_others(words: str) -> None:
    cited = msgspec.structs.replace(whole(), quoted=Quoted(words, "Ana Lund", None))
    assert to_text(cited).startswith(f"{words} – Ana Lund.")
    assert note(cited).startswith(f"{words} (Ana Lund);")


def test_what_the_page_does_not_say_is_not_cited() -> None:
    bare = cite(Record(id="a" * 20, extractor=FERRY_RECORD.extractor))
    assert to_text(bare) == f"Record {'a' * 20}."
    assert to_csl(bare) == {"id": "a" * 20, "type": "article-newspaper"}
    assert to_bibtex(bare) == f"@article{{onrecord-{'a' * 20},\n}}\n"
    of_a_year = msgspec.structs.replace(bare, published="2024", language="de")
    assert to_bibtex(of_a_year).splitlines()[1:] == [
        "  date = {2024},",
        "  year = {2024},",
        "  langid = {ngerman},",
        "  note = {published 2024},",
        "}",
    ]
    assert rispy.loads(to_ris(bare)) == [{"type_of_reference": "NEWS", "id": "a" * 20}]


@pytest.mark.skipif(not SCHEMA.exists(), reason="the schema of CSL-JSON is not in the project")
@pytest.mark.parametrize("record", [*press(), odd()], ids=lambda r: r.url)
def test_csl_is_valid(record: Record) -> None:
    jsonschema.validate([to_csl(cite(record, archive="a.db"))], json.loads(SCHEMA.read_text("utf-8")))


STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>test</title><id>test</id><updated>2024-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout>
<names variable="author"><name/></names><text variable="title" prefix=" | "/>
<text variable="container-title" prefix=" | "/><date variable="issued" prefix=" | "><date-part name="day"/>
<date-part name="month" form="numeric" prefix="."/><date-part name="year" prefix="."/></date>
<text variable="URL" prefix=" | "/></layout></bibliography></style>"""


@pytest.mark.filterwarnings("ignore")  # citeproc-py warns of fields it does not know, such as archive
def test_citeproc_makes_an_entry_of_it(tmp_path: Path) -> None:
    path = tmp_path / "style.csl"
    path.write_text(STYLE, "utf-8")
    item = to_csl(whole())
    bibliography = CitationStylesBibliography(
        CitationStylesStyle(str(path), validate=False), CiteProcJSON([item]), formatter.plain
    )
    bibliography.register(Cited([CitationItem(item["id"])]))
    (entry,) = bibliography.bibliography()
    assert (
        str(entry)
        == "Cleo Hart | Night ferry to stop in March | Tarn Post | 10.2.2022 | https://tarnpost.example/ferry"
    )


def test_bibtex_reads_back() -> None:
    library = parse_string(to_bibtex(whole()))
    assert not library.failed_blocks
    (entry,) = library.entries
    fields = {field.key: field.value for field in entry.fields}
    assert entry.entry_type == "article"
    assert fields["title"].strip("{}") == "Night ferry to stop in March"
    assert fields["author"] == "Cleo Hart"
    assert fields["date"] == "2022-02-10"
    assert fields["year"] == "2022"
    assert fields["urldate"] == "2024-06-01"
    assert fields["url"] == "https://tarnpost.example/ferry"


def test_bibtex_runs_nothing_of_a_page() -> None:
    made = to_bibtex(cite(odd()))
    library = parse_string(made)
    assert not library.failed_blocks
    (entry,) = library.entries
    fields = {field.key: field.value for field in entry.fields}
    assert "\\end{" not in made
    assert fields["title"].startswith("{50\\% of \\textbraceleft{}A\\_B\\textbraceright{} \\& C")
    assert fields["author"] == "{Lund \\& Söhne, GmbH} and {Ana and Roe}"


def test_ris_reads_back() -> None:
    (entry,) = rispy.loads(to_ris(whole()))
    assert entry["type_of_reference"] == "NEWS"
    assert entry["authors"] == ["Cleo Hart"]
    assert entry["title"] == "Night ferry to stop in March"
    assert entry["secondary_title"] == "Tarn Post"
    assert entry["date"] == "2022/02/10/"
    assert entry["urls"] == ["https://tarnpost.example/ferry"]
    assert entry["accession_number"] == FERRY_RECORD.id
    assert len(rispy.loads(to_ris(cite(odd())))) == 1, "a line break in a headline begins no new entry"


def test_html_shows_no_markup_of_a_page() -> None:
    made = to_html(cite(odd(canonical_url="javascript:alert(1)", url=None)))
    assert "<b>" not in made
    assert "href" not in made
    assert "&lt;b&gt;" in made


# --- links to words ---


def directive(url: str) -> list[list[str]]:
    """The terms of each directive, read as a browser reads them."""
    return [
        [unquote(term) for term in one.removeprefix("text=").split(",")]
        for one in url.partition(":~:")[2].split("&")
    ]


def span(text: str, words: str, start: int = 0) -> tuple[int, int]:
    at = text.index(words, start)
    return at, at + len(words)


def test_signs_that_part_terms_are_encoded() -> None:
    text = "He said: “Well-timed, that & more – 100% sure.” Nobody knew."
    url = fragment_link("https://a.example/x", text, [span(text, "Well-timed, that & more – 100% sure.")])
    assert url.endswith("#:~:text=Well%2Dtimed%2C%20that%20%26%20more%20%E2%80%93%20100%25%20sure.")


def test_words_that_stand_twice_get_those_around_them() -> None:
    text = "No comment, said Roe on Monday.\n\nThe company was asked again. No comment, said Lund on Friday."
    (terms,) = directive(fragment_link("https://a.example/x", text, [span(text, "No comment", 30)]))
    assert terms == ["again.-", "No comment", "-, said"]
    (first,) = directive(fragment_link("https://a.example/x", text, [span(text, "No comment")]))
    assert first == ["No comment", "-, said Roe"] or first[-1].startswith("-, said Roe")


def test_long_words_are_named_by_their_ends() -> None:
    start, end = span(FERRY, FERRY[FERRY.index("The mayor") :])
    (terms,) = directive(fragment_link("https://a.example/x", FERRY, [(0, end)]))
    assert terms == ["The night ferry to Harrow", "ferry in port on Monday."]
    (terms,) = directive(fragment_link("https://a.example/x", FERRY, [(start, end)]))
    assert len(terms) in (1, 2)


def test_pieces_have_a_directive_each_and_a_fragment_stays() -> None:
    text = "“It was late,” she said, “and it rained.”"
    url = fragment_link(
        "https://a.example/x#top", text, [span(text, "It was late,"), span(text, "and it rained.")]
    )
    assert url == "https://a.example/x#top:~:text=It%20was%20late%2C&text=and%20it%20rained."
    assert fragment_link(url, text, [(0, 0)]) == url


@given(st.data())
def test_a_directive_finds_its_words_first(data: st.DataObject) -> None:
    """A browser looks for the first place where prefix, start, end and suffix follow one another."""
    words = data.draw(
        st.lists(
            st.sampled_from(("ferry", "rain", "no", "Well-timed,", "50%", "mayor's")),
            min_size=3,
            max_size=120,
        )
    )
    breaks = data.draw(st.sets(st.integers(1, len(words)), max_size=4))
    text = "".join(w + ("\n\n" if n in breaks else " ") for n, w in enumerate(words, 1)).strip()
    places = [m.span() for m in re.finditer(r"\S+", text)]
    first = data.draw(st.integers(0, len(places) - 1))
    last = data.draw(st.integers(first, len(places) - 1))
    start, end = places[first][0], places[last][1]
    (terms,) = directive(fragment_link("https://a.example/", text, [(start, end)]))
    prefix = terms.pop(0)[:-1] if terms[0].endswith("-") else ""
    suffix = terms.pop()[1:] if terms[-1].startswith("-") else ""
    plain = " ".join(text.split())
    wanted = " ".join(text[start:end].split())
    assert wanted.startswith(terms[0])
    assert wanted.endswith(terms[-1])
    assert " ".join((prefix, terms[0])).strip() in plain
    assert " ".join((terms[-1], suffix)).strip() in plain
    if len(terms) == 1:
        assert terms[0] == wanted
    assert "\n" not in terms[0]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Ludwig van Beethoven", "Ludwig van Beethoven"),
        ("Martin Luther King Jr.", "{Martin Luther King Jr.}"),
        ("Henry Louis Gates III", "{Henry Louis Gates III}"),
        ("Sammy Davis, Jr.", "{Sammy Davis, Jr.}"),
        ("Ana and Roe", "{Ana and Roe}"),
        ("others", "{others}"),
    ],
)
def test_bibtex_parts_no_name_wrongly(name: str, written: str) -> None:
    cited = msgspec.structs.replace(whole(), author=(Author(name, Kind.PERSON, None, name),))
    assert f"  author = {{{written}}},\n" in to_bibtex(cited)


def test_a_comma_in_a_name_makes_no_first_name_in_ris() -> None:
    (read,) = rispy.loads(to_ris(cite(odd())))
    assert read["authors"] == ["Lund & Söhne GmbH", "Ana and Roe"]


@pytest.mark.parametrize(
    ("tag", "name"),
    [("en-GB", "british"), ("pt-BR", "brazilian"), ("fr-CD", "french"), ("tlh", None), (None, None)],
)
def test_biblatex_is_told_the_language_by_its_own_name(tag: str | None, name: str | None) -> None:
    written = to_bibtex(msgspec.structs.replace(whole(), language=tag))
    assert (f"  langid = {{{name}}},\n" in written) is (name is not None)
    assert ("langid" in written) is (name is not None)


def test_a_record_and_its_statement_may_stand_in_one_bibliography() -> None:
    both = (cite(FERRY_RECORD), cite(FERRY_RECORD, statement=1))
    read = parse_string("\n".join(map(to_bibtex, both)))
    assert [e.key for e in read.entries] == [f"onrecord-{FERRY_RECORD.id}", f"onrecord-{FERRY_RECORD.id}-1"]
    assert not read.failed_blocks
    assert [to_csl(cited)["id"] for cited in both] == [FERRY_RECORD.id, f"{FERRY_RECORD.id}-1"]
    assert [rispy.loads(to_ris(cited))[0]["id"] for cited in both] == [
        FERRY_RECORD.id,
        f"{FERRY_RECORD.id}-1",
    ]
