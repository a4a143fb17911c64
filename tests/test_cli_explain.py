"""``onrecord explain``: what a person sees, what a program gets, and what a page cannot do to a terminal."""

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from bounded import stopped_after
from onrecord.cli import explain as explain_command
from onrecord.cli import main
from onrecord.evidence import Place, Source, Trouble
from onrecord.fields import FIELDS
from onrecord.page import open_page
from onrecord.record import Candidate, Conflict, Extractor, Record
from onrecord.whereabouts import Span, find_span

LONG = "Eel season opens " * 20 + "end"
TEXT = f"""<!DOCTYPE html>
<title>Eels</title>
<script type="application/ld+json">{{"headline": "Eels are back"}}</script>
<h1>{LONG}</h1>
<p>Boats left the harbour at dawn on Friday, an hour before the season opened, and came back by noon with full nets.</p>
<p>The harbour board said the catch was the best in nine years, and that it hoped for as much again on Saturday.</p>
"""


def place(words: str, **paths: str) -> Place:
    return Place(TEXT.index(words), TEXT.index(words) + len(words), **paths)


SCRIPT = place('{"headline": "Eels are back"}', json="$.headline")
HEADLINES = (
    Candidate(LONG, LONG, Source.HEADING, place(LONG, css="body > h1"), True, "the heading is most trusted"),
    Candidate("Eels are back", "Eels are back", Source.JSON_LD, SCRIPT, False, "less trusted"),
    Candidate(None, "\x1b[31mred\u202e\x9b", Source.META, Place(), False, "could not be read"),
)
RECORD = Record(
    id="0" * 20,
    extractor=Extractor("0.1", {}),
    headline=LONG,
    evidence={"headline": HEADLINES, "publisher.logo": ()},
    conflicts=(Conflict("headline", "two headlines", (LONG, "Eels are back"), (HEADLINES[0].place, SCRIPT)),),
    troubles=(Trouble("odd-\x1bcode", "something\nis odd", place("Eels</title>")),),
)


@pytest.fixture(autouse=True)
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text(TEXT)
    monkeypatch.setattr(explain_command, "read_capture", lambda *_: iter([RECORD]))


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments], input=given)


def test_overview() -> None:
    done = run("page.html")
    assert (done.exit_code, done.stderr) == (0, "")
    said = done.stdout
    assert (
        said.index("conflict in headline: two headlines")
        < said.index("trouble: ")
        < said.index("\nheadline\n")
    )
    lines = [line.split() for line in said.splitlines()]
    assert ["✗", "Eels", "are", "back", "json-ld", "3:50", "less", "trusted"] in lines
    assert 'json">{"headline": "Eels are back\n' in said
    assert "(not read)" in said
    assert "something is odd (at 2:8)" in said


def test_overview_is_plain_and_narrow_without_a_terminal() -> None:
    said = run("page.html").stdout
    assert "\x1b" not in said
    assert all(len(line) <= 100 and line == line.rstrip() for line in said.splitlines())
    assert LONG not in " ".join(said.split("\n\n", 1)[1].split())


def test_a_candidate_that_says_the_same_is_told_from_one_that_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    same = Candidate(LONG, LONG, Source.TITLE, Place(), False, "says the same")
    made = msgspec.structs.replace(RECORD, evidence={"headline": (*HEADLINES, same)})
    monkeypatch.setattr(explain_command, "read_capture", lambda *_: iter([made]))
    marks = [
        line.split()[0]
        for line in run("page.html", "headline").stdout.splitlines()
        if line[:1] in "✓=✗" and line
    ]
    assert marks == ["✓", "✗", "✗", "="]


def test_a_word_of_a_script_is_placed_only_where_it_is_sure() -> None:
    text = (
        '<script>{"name": "Tarn", "about": {"name": "Tarn", "title": "Tarn Post", "city": "Tarn"}}</script>'
    )
    page = open_page(text)
    script = Place(8, len(text) - 9, json="$.name")
    assert find_span(page, script, "Tarn") == Span(8, len(text) - 9, exact=False)
    found = find_span(page, Place(8, len(text) - 9, json="$.about.city"), "Tarn")
    assert found == Span(text.index('Tarn"}}'), text.index('"}}'))
    found = find_span(page, Place(8, len(text) - 9, json="$.about.title"), "Tarn Post")
    assert found == Span(text.index("Tarn Post"), text.index("Tarn Post") + 9)
    assert find_span(page, Place(json="$.name"), "Tarn") is None
    listed = open_page('{"tag": "eel", "name": [ "eel" ], "about": {"author": "\\"eel"}}')
    whole = len(listed.text)
    assert find_span(listed, Place(0, whole, json="$.name"), "eel") == Span(26, 29)
    assert find_span(listed, Place(0, whole, json="$.name"), '"eel') == Span(25, 29), (
        "what opens it is asked for"
    )


@pytest.mark.parametrize(
    ("script", "raw", "path"),
    [
        ("a" * 1_900_000, "a" * 9_000, "$.headline"),
        ('"a":' * 475_000, '"a":' * 2_000 + "b" + '"a":' * 200, "$.a"),
        ('"a":' * 475_000, '"a":' * 2_000, "$.a"),
        ('"a"' + " " * 900_000 + '"a"' + " " * 900_000, '"', "$.a"),
        ("bb", "b", "a" * 500_000 + "." + "é" * 500_000 + " $" * 200_000 + "\n."),
    ],
    ids=["one letter", "nearly", "everywhere", "spaces", "path"],
)
def test_a_hostile_script_is_searched_in_no_time(script: str, raw: str, path: str) -> None:
    page = open_page("{" + script + "}")
    with stopped_after(2, "where a value stands"):
        assert find_span(page, Place(0, len(page.text), json=path), raw) == Span(
            0, len(page.text), exact=False
        )


def test_a_page_cannot_steer_the_terminal() -> None:
    for said in (run("page.html").stdout, run("page.html", "headline").stdout):
        assert not {"\x1b", "\x9b", "\u202e"} & set(said)
        assert "\\u001b[31mred\\u202e\\u009b" in said


def test_a_field_in_full() -> None:
    said = run("page.html", "headline").stdout
    words = " ".join(said.split())
    assert f"✓ {LONG} why the heading is most trusted source heading raw the same words" in words
    start = TEXT.index(LONG)
    assert f"line 4, column 5 (characters {start} to {start + len(LONG)})" in words
    assert "css body > h1" in words
    assert "json $.headline" in words
    assert "trouble" not in said


def test_a_field_the_page_does_not_speak_of() -> None:
    for field in ("keywords", "publisher.telephone"):
        done = run("page.html", field)
        assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "The page does not say.")


def test_blocks_of_the_body_are_shown_kept_and_left() -> None:
    said = run("page.html", "article_body").stdout
    assert "Boats left the harbour at dawn" in said
    assert "✓ article: " in said


def test_an_unknown_field_is_told_the_known() -> None:
    done = run("page.html", "healdine")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("onrecord: no field 'healdine'; there are: url, canonical_url, headline, ")
    assert "publisher, publisher.email, publisher.legal_name, publisher.logo, " in done.stderr
    assert done.stderr.count("\n") == 1


def test_every_known_field_is_one_of_the_record() -> None:
    assert set(FIELDS) <= set(Record.__struct_fields__)


def test_json() -> None:
    said = json.loads(run("page.html", "--json").stdout)
    assert list(said) == ["conflicts", "troubles", "evidence"]
    assert [candidate["chosen"] for candidate in said["evidence"]["headline"]] == [True, False, False]
    one = json.loads(run("page.html", "keywords", "--json").stdout)
    assert (one["conflicts"], one["evidence"]) == ([], {})


def test_standard_input() -> None:
    assert run("-", "headline", given=TEXT).exit_code == 0


@pytest.mark.parametrize(("path", "code"), [("nosuch.html", 1), ("many", 2), ("hollow", 1)])
def test_what_is_not_one_page(path: str, code: int) -> None:
    Path("hollow").mkdir()
    Path("many").mkdir()
    for name in ("a.html", "b.html"):
        Path("many", name).write_text(TEXT)
    done = run(path)
    assert (done.exit_code, done.stdout) == (code, "")
    assert path in done.stderr
