"""``onrecord search``, ``cite`` and ``export``, run as a person runs them on an archive of made-up articles."""

import csv
import io
import json
import re
import sqlite3
from pathlib import Path

import fastwarc.warc
import feedparser
import msgspec
import pyarrow.parquet
import pytest
from click.testing import CliRunner, Result

from onrecord.archive import Archive
from onrecord.archive.exporting import FORMS
from onrecord.capture import Captured
from onrecord.cli import export as export_command
from onrecord.cli import main
from onrecord.errors import ArchiveError, QueryError
from onrecord.record import Record
from small_press import press

PAGE = b"<html lang=en><title>Eel season opens</title><h1>Eel season opens</h1><p>By Ana Roe<p>Boats left the harbour at dawn."


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "press.db"
    with Archive(path) as made:
        made.add(*press())
        made.add(
            Captured(
                "eels", PAGE, url="https://tarnpost.example/eels", captured="2024-06-01T08:00:00+00:00",
                headers=((":status", "200"), ("Content-Type", "text/html")),
            )
        )  # fmt: skip
    return path


@pytest.fixture
def run(archive: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> object:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(archive))
    return lambda *arguments: CliRunner().invoke(main, list(arguments))


class Run:
    """What `run` gives, for the type checker."""

    def __call__(self, *arguments: str) -> Result: ...  # type: ignore[empty-body]


def test_hits_are_shown_plain_where_nobody_looks_on(run: Run) -> None:
    done = run("search", "mayor", "blow")
    assert done.exit_code == 0
    assert "Night ferry to stop in March\nTarn Post · 2022-02-10T09:13:00+01:00 · " in done.stdout
    assert "called the plan a blow" in done.stdout
    assert "\x1b" not in done.stdout


def test_on_a_terminal_words_are_bold_and_pages_cannot_steer_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.cli.terminal.is_terminal", lambda: True)
    done = run("search", "mayor blow")
    assert "\x1b[1mmayor\x1b[0m" in done.stdout
    assert "\x1b[1mblow\x1b[0m" in done.stdout


def test_no_hits_is_no_error(run: Run) -> None:
    for form in ((), ("--json",), ("--jsonl",), ("--csv",)):
        done = run("search", "zebra", *form)
        assert done.exit_code == 0
        assert done.stderr == ("" if form else "onrecord: nothing found\n")
    assert json.loads(run("search", "zebra", "--json").stdout) == []


FIELDS = ("id", "url", "headline", "date_published", "publisher", "snippet")


def test_the_forms_say_the_same(run: Run) -> None:
    array = json.loads(run("search", "rain", "--json").stdout)
    lines = [json.loads(line) for line in run("search", "rain", "--jsonl").stdout.splitlines()]
    table = list(csv.DictReader(io.StringIO(run("search", "rain", "--csv").stdout)))
    assert array == lines
    assert [{name: hit[name] or "" for name in FIELDS} for hit in lines] == table
    assert {"flood", "ferry"} == {hit["url"].rpartition("/")[2] for hit in array}
    first = run("search", "rain", "--jsonl", "--limit", "1")
    assert len(first.stdout.splitlines()) == 1
    assert first.stderr == "onrecord: there are more than these 1: see --limit\n"
    assert run("search", "rain", "--jsonl", "--limit", "2").stderr == ""
    newest = json.loads(run("search", "rain", "--json", "--order", "date").stdout)
    assert [hit["url"].rpartition("/")[2] for hit in newest] == ["flood", "ferry"]


def test_facets(run: Run) -> None:
    done = json.loads(run("search", "rain", "--json", "--facets").stdout)
    assert done["facets"]["publisher"] == {"Tarn Post": 2}
    assert len(done["hits"]) == 2
    shown = run("search", "rain", "--facets").stdout
    assert "2 articles\npublisher: Tarn Post 2\n" in shown
    assert run("search", "rain", "--facets", "--csv").exit_code == 2


@pytest.mark.parametrize(
    ("query", "line"),
    [
        (
            '"heavy rain',
            'onrecord: query, column 1: this quotation mark is never closed, here: "heavy rain\n',
        ),
        ("rain AND (snow", "onrecord: query, column 10: this bracket is never closed, here: (snow\n"),
        ("rain AND", "onrecord: query, column 6: nothing to look for after AND, here: AND\n"),
        (
            "rain (snow\x1b[2J",
            "onrecord: query, column 6: this bracket is never closed, here: (snow\\u001b[2J\n",
        ),
    ],
)
def test_an_unreadable_query_is_one_line_and_exit_2(run: Run, query: str, line: str) -> None:
    done = run("search", query)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr
    assert done.stderr == line
    assert run("export", query).exit_code == 2


@pytest.mark.parametrize(
    "asked",
    [
        ("search", "language:\udcff"),
        ("search", "--save", "n\udcff", "rain"),
        ("search", "--saved", "\udcff"),
        ("export", "\udcff"),
        ("tag", "x", "\udcff"),
        ("tag", "x", "--note", "\udcff"),
        ("forget", "x", "--reason", "\udcff"),
        ("add", "--url", "https://tarnpost.example/\udcff", "-"),
        *(
            (command, "\udcff.x")
            for command in ("cite", "copies", "diff", "forget", "people", "show", "stories")
        ),
        ("diff", "x", "\udcff"),
        *(("people", option, "\udcff") for option in ("--publisher", "--since", "--until")),
        *(("stories", option, "\udcff") for option in ("--since", "--until")),
        ("search", "--limit", "99999999999999999999", "rain"),
        ("people", "--limit", "99999999999999999999"),
        ("stories", "--limit", "99999999999999999999"),
        ("stories", "--least", "99999999999999999999"),
    ],
    ids=ascii,
)
def test_what_no_archive_can_be_asked_is_wrong_usage(run: Run, asked: tuple[str, ...]) -> None:
    done = run(*asked)
    assert (done.exit_code, done.stdout) == (2, "")
    assert re.fullmatch(r"onrecord: invalid value for [^\n]+\n", done.stderr)


def test_a_query_is_needed_and_an_archive(run: Run) -> None:
    assert run("search").exit_code == 2
    done = run("search", "rain", "--archive", "none.db")
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1


def test_what_finds_nothing_says_so_and_languages_go_by_their_names(run: Run) -> None:
    for query, told in (
        ("zeppelin", "onrecord: nothing found\n"),
        (
            "zeppelin or airship",
            "onrecord: nothing found; in small letters and, or, not are words to look for\n",
        ),
    ):
        done = run("search", query)
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", told)
    assert run("search", "zeppelin", "--json").stderr == ""
    assert run("search", "ferry language:English").stdout == run("search", "ferry language:en").stdout != ""
    for wrong, told in (
        ("language:9", "is no language"),
        ("https://tarnpost.example/a", "onrecord show opens"),
    ):
        done = run("search", wrong)
        assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
        assert told in done.stderr


def test_searches_are_saved(run: Run) -> None:
    assert run("search", "mayor blow", "--save", "blows").exit_code == 0
    assert "Night ferry" in run("search", "--saved", "blows").stdout
    assert run("search", "--saved", "nothing").exit_code == 1


def test_a_search_is_saved_though_nobody_reads_what_it_finds(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shut(_text: str) -> None:
        raise BrokenPipeError

    with monkeypatch.context() as patch:
        patch.setattr("onrecord.cli.terminal.show", shut)
        assert run("search", "mayor blow", "--save", "unread").exit_code == 0
    assert "Night ferry" in run("search", "--saved", "unread").stdout


def test_cite(run: Run) -> None:
    done = run("cite", "https://tarnpost.example/ferry")
    assert done.exit_code == 0
    assert "“Night ferry to stop in March.” Tarn Post." in done.stdout
    assert "press.db" in done.stdout
    (item,) = json.loads(run("cite", "https://tarnpost.example/ferry", "--format", "csl").stdout)
    assert item["type"] == "article-newspaper"
    assert item["archive_location"] == press()[0].id
    both = run("cite", press()[0].id, press()[1].id, "--format", "bibtex").stdout
    assert both.count("@article{") == 2
    assert run("cite", press()[0].id, "--format", "ris").stdout.startswith("TY  - NEWS")
    assert "<cite>" in run("cite", press()[0].id, "--format", "html").stdout


def test_cite_a_statement(run: Run) -> None:
    done = run("cite", "https://tarnpost.example/ferry", "--statement", "1")
    assert "#:~:text=We%20cannot%20run" in done.stdout
    for wrong, code in ((("--statement", "2"), 1), (("--statement", "0"), 2)):
        failed = run("cite", "https://tarnpost.example/ferry", *wrong)
        assert failed.exit_code == code
    assert run("cite", "nowhere").exit_code == 1


def test_the_forms_of_export_are_those_of_the_archive() -> None:
    assert sorted(export_command.FORMS) == sorted(FORMS)


def test_export_to_standard_output(run: Run) -> None:
    lines = run("export").stdout.splitlines()
    assert len(lines) == len(press()) + 1
    assert {Record.from_json(line).headline for line in lines} >= {record.headline for record in press()}
    only = run("export", "mayor", "blow", "--evidence", "none").stdout.splitlines()
    assert [Record.from_json(line).url for line in only] == ["https://tarnpost.example/ferry"]
    feed = feedparser.parse(run("export", "rain", "--format", "atom").stdout)
    assert [entry.title for entry in feed.entries] == [
        "Rain floods the market",
        "Night ferry to stop in March",
    ]


def test_export_to_files(run: Run, tmp_path: Path) -> None:
    for form in ("jsonl", "csv", "jsonld", "ninjs", "atom", "rss", "parquet"):
        done = run("export", "rain", "--format", form, "--out", f"out.{form}")
        assert (done.exit_code, done.stderr) == (0, "")
    assert pyarrow.parquet.read_table(tmp_path / "out.parquet").num_rows == 2
    assert not list(tmp_path.glob(".*"))
    assert run("export", "--format", "markdown", "--out", "notes").exit_code == 0
    assert len(list((tmp_path / "notes").iterdir())) == len(press()) + 1
    assert run("export", "--format", "markdown").exit_code == 2
    failed = run("export", "--out", "nowhere/out.jsonl")
    assert failed.exit_code == 1
    assert failed.stderr.count("\n") == 1


def test_what_was_captured_goes_out_as_warc(run: Run, tmp_path: Path) -> None:
    assert run("export", "eel", "--format", "warc", "--out", "eels.warc.gz").exit_code == 0
    with (tmp_path / "eels.warc.gz").open("rb") as file:
        records = [
            (record.headers["WARC-Target-URI"], record.reader.read())
            for record in fastwarc.warc.ArchiveIterator(file, parse_http=True)
            if record.headers["WARC-Type"] == "response"
        ]
    assert records == [("https://tarnpost.example/eels", PAGE)]


def test_from_python(archive: Path, tmp_path: Path) -> None:
    with Archive(archive) as opened:
        opened.export(tmp_path / "out.parquet", "rain", form="parquet", evidence="chosen")
        opened.export(tmp_path / "notes", form="markdown")
        assert [record.url for record in opened.records("blow")] == ["https://tarnpost.example/ferry"]
        assert b"".join(opened.document("blow")).count(b"\n") == 1
        table = opened.search("rain", limit=None).to_arrow()
        with pytest.raises(ValueError, match="jsonld, ninjs, atom, rss, markdown, warc, not 'pdf'"):
            opened.export(tmp_path / "out.pdf", form="pdf")
        with pytest.raises(QueryError):
            opened.export(tmp_path / "out.jsonl", "(rain")
        with pytest.raises(ArchiveError):
            opened.export(tmp_path / "no" / "out.jsonl")
    assert pyarrow.parquet.read_table(tmp_path / "out.parquet").num_rows == 2
    assert table.num_rows == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notes", "out.parquet"]


def test_nothing_of_a_query_changes_the_archive(run: Run, archive: Path) -> None:
    before = len(run("export").stdout)
    for query in ("'; DROP TABLE version; --", '" OR 1=1 --"', "rain') UNION SELECT 1 --"):
        run("search", query)
    assert len(run("export").stdout) == before
    with sqlite3.connect(archive) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_odd_records_are_shown(run: Run, tmp_path: Path) -> None:
    bare = msgspec.structs.replace(
        press()[0], id="f" * 20, headline=None, url=None, canonical_url=None, article_body="Zebra\x1b[2J crossing",
        publisher=None, statements=(), blocks=(), standfirst=None, author=(),
    )  # fmt: skip
    with Archive(tmp_path / "odd.db") as made:
        made.add(bare)
    done = run("search", "zebra", "--archive", "odd.db")
    assert "(no headline)" in done.stdout
    assert "\x1b" not in done.stdout
    for form in export_command.FORMS[:-2]:
        assert run("export", "--archive", "odd.db", "--format", form, "--out", f"x.{form}").exit_code == 0
    assert run("cite", "f" * 20, "--archive", "odd.db").exit_code == 0
