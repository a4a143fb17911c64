"""Markdown: the words survive a Markdown reader, and nothing in them becomes mark-up."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from onrecord.evidence import Place, Trouble
from onrecord.export.markdown import to_markdown
from onrecord.record import Author, Block, BlockKind, Conflict, Extractor, Link, Publisher, Record, Rel
from onrecord.values.moments import Moment, Precision, Zone
from onrecord.values.people import Kind

READER = MarkdownIt("commonmark").enable("table")


def record(
    *parts: tuple[BlockKind, int | None, str], links: tuple[tuple[str, str], ...] = (), **fields: object
) -> Record:
    """A record whose body has these blocks; ``links`` pairs words of the body with an address."""
    body, blocks = "", []
    for kind, level, text in parts:
        body += "\n\n" if body else ""
        blocks.append(Block(kind, level, None, len(body), len(body) + len(text), Place()))
        body += text
    found = tuple(
        Link(url, words, body.index(words), body.index(words) + len(words), Rel.INLINE)
        for words, url in links
    )
    made = Record(
        id="0" * 20, extractor=Extractor("0.1", {}), article_body=body or None, blocks=tuple(blocks), links=found
    )  # fmt: skip
    return msgspec.structs.replace(made, **fields)


def paragraph(text: str, **fields: object) -> Record:
    return record((BlockKind.PARAGRAPH, None, text), **fields)  # type: ignore[arg-type]


def article(made: Record) -> str:
    """What follows the front matter."""
    return to_markdown(made).split("\n---\n", 1)[1].strip("\n")


def read_back(markdown: str) -> str:
    """The words a Markdown reader finds, without any mark-up."""
    words = (child for token in READER.parse(markdown) for child in token.children or ())
    return "".join("\n" if child.type in ("softbreak", "hardbreak") else child.content for child in words)


def test_front_matter_is_json_in_yaml() -> None:
    made = record(
        headline='He said: "no"\u2028',
        author=(Author("Ada Byrne", Kind.PERSON, None, "By Ada Byrne"),),
        publisher=Publisher(name="The Tarn Post"),
        date_published=Moment(value="2024-05-03", precision=Precision.DAY, zone=Zone.NONE, raw="3 May 2024"),
        conflicts=(Conflict("headline", "differ", ("a", "b"), (Place(), Place())),),
        troubles=(Trouble("undecodable-bytes", "x"),),
    )
    lines = to_markdown(made).split("\n---\n")[0].split("\n")
    assert lines[0] == "---"
    fields = dict(line.split(": ", 1) for line in lines[1:])
    assert fields["headline"] == '"He said: \\"no\\"\\u2028"'
    assert {name: json.loads(text) for name, text in fields.items()} == {
        "id": "0" * 20, "headline": 'He said: "no"\u2028', "author": ["Ada Byrne"], "publisher": "The Tarn Post",
        "date_published": "2024-05-03", "page_type": "article", "conflicts": ["headline"],
        "troubles": ["undecodable-bytes"], "extractor": "onrecord 0.1",
    }  # fmt: skip


def test_a_page_cannot_end_its_front_matter() -> None:
    made = to_markdown(record(headline="x\n---\nadmin: true"))
    assert "\nadmin" not in made


def test_each_kind_of_block() -> None:
    made = record(
        (BlockKind.PARAGRAPH, None, "First line\nsecond line"),
        (BlockKind.HEADING, 2, "What next? #"),
        (BlockKind.HEADING, 1, "Low tide"),
        (BlockKind.LIST_ITEM, 1, "eels"),
        (BlockKind.LIST_ITEM, 3, "smoked"),
        (BlockKind.LIST_ITEM, 1, "crabs"),
        (BlockKind.QUOTATION, None, "We wait."),
        (BlockKind.QUOTATION, None, "And wait."),
        (BlockKind.TABLE_ROW, None, "Port\tBoats"),
        (BlockKind.TABLE_ROW, None, "Ellery\t12|13\tnew"),
        (BlockKind.PREFORMATTED, None, "*as* it ``` stands"),
        headline="Tides & *eels*",
        standfirst="A short_word",
    )
    lines = (
        r"# Tides & \*eels\*", "", r"*A short\_word*", "",
        "First line\\", "second line", "",
        r"## What next? \#", "", "## Low tide", "",
        "- eels", "  - smoked", "- crabs", "",
        "> We wait.", ">", "> And wait.", "",
        "| Port | Boats |  |", "| --- | --- | --- |", r"| Ellery | 12\|13 | new |", "",
        "````", "*as* it ``` stands", "````",
    )  # fmt: skip
    assert article(made) == "\n".join(lines)


def test_tables_lists_and_headings_are_read_as_such() -> None:
    made = record(
        (BlockKind.TABLE_ROW, None, "a\tb"), (BlockKind.TABLE_ROW, None, "c\td"), (BlockKind.LIST_ITEM, 1, "one"),
        (BlockKind.LIST_ITEM, 2, "two"), (BlockKind.HEADING, 3, "three"),
    )  # fmt: skip
    html = READER.render(article(made))
    assert html.count("<td>") == 2
    assert html.count("<th>") == 2
    assert html.count("<ul>") == 2
    assert "<h3>three</h3>" in html


def test_live_entries_carry_their_time_once() -> None:
    entry = Block(BlockKind.LIVE_ENTRY, None, "2024-05-03T15:42:00+01:00", 0, 1, Place())
    later = Block(BlockKind.LIVE_ENTRY, None, "2024-05-03T15:42:00+01:00", 3, 4, Place())
    made = Record(id="0", extractor=Extractor("0.1", {}), article_body="a\n\nb", blocks=(entry, later))
    assert article(made) == "**2024-05-03T15:42:00+01:00**\n\na\n\nb"


def test_inline_links() -> None:
    made = paragraph(
        "Wow! The harbour board [sic] met.",
        links=(("harbour board [sic]", "https://x.example/a_(b)?c=1&copy;=2"),),
    )
    assert (
        article(made) == r"Wow! The [harbour board \[sic\]](https://x.example/a_%28b%29?c=1&amp;copy;=2) met."
    )


def test_a_link_after_an_exclamation_mark_is_no_image() -> None:
    made = article(paragraph("Look!here", links=(("here", "https://x.example/"),)))
    assert "<img" not in READER.render(made)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", " https://x.example/", "/relative"]
)
def test_only_web_and_mail_addresses_become_links(url: str) -> None:
    assert article(paragraph("Read this", links=(("this", url),))) == "Read this"


def test_overlapping_links_keep_the_first() -> None:
    made = paragraph(
        "one two three", links=(("one two", "https://x.example/1"), ("two three", "https://x.example/2"))
    )
    assert article(made) == "[one two](https://x.example/1) three"


@pytest.mark.parametrize(
    "line",
    [
        "# no heading", "- no item", "+ no item", "1. no item", "2024) no item", "> no quotation", "---", "===", "***",
        "```", "~~~", "<b>no tag</b>", "&amp; no entity", "[no](https://link.example)", "![no](image.png)", "a*b*c",
        "a | b\n--- | ---", "a\n:-", "a\n-", "`code`", "\\*", "https://x.example/_a_", "\x1b[2Jx",
    ],
)  # fmt: skip
def test_words_are_never_mark_up(line: str) -> None:
    made = article(paragraph(line))
    assert read_back(made) == line.replace("\x1b", "")
    assert READER.render(made).startswith("<p>")


@given(st.text(st.sampled_from("ab1 \n.)#-+=*_`~[]()<>!|\\&;:\t>é"), max_size=30))
def test_any_paragraph_reads_back(text: str) -> None:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    said = "\n".join(line for line in lines if line)
    made = article(paragraph(said, headline="h")).removeprefix("# h").strip("\n")
    assert read_back(made) == said


def test_a_body_without_blocks_is_paragraphs() -> None:
    made = Record(id="0", extractor=Extractor("0.1", {}), article_body="one\n\ntwo")
    assert article(made) == "one\n\ntwo"


def test_an_empty_record_is_front_matter_alone() -> None:
    assert to_markdown(record()).endswith("\n---\n")
