"""The archive's commands, run as a person runs them."""

import csv
import hashlib
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from made_archive import PARAGRAPHS, page
from onrecord.archive import Archive, Fate, Outcome
from onrecord.cli import main
from onrecord.cli.add import watched
from onrecord.record import Record

URL = "https://tarnpost.example/eels"


def run(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=given)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an archive of an article in two versions, the second edited silently, and a copy elsewhere."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_ARCHIVE", raising=False)
    changed = page(PARAGRAPHS[0].replace("dawn", "noon"), *PARAGRAPHS[1:])
    for day, data in (("01", page()), ("02", changed)):
        assert (
            run("add", "-", "--url", URL, "--captured", f"2024-06-{day}T00:00:00+00:00", given=data).exit_code
            == 0
        )
    assert (
        run(
            "add",
            "-",
            "--url",
            "https://fenecho.example/x",
            given=page(published="2024-05-04T00:00:00+00:00"),
        ).exit_code
        == 0
    )
    return tmp_path


@pytest.mark.usefixtures("here")
def test_add_says_what_it_did() -> None:
    Path("pages").mkdir()
    Path("pages/a.html").write_bytes(page("Another story, told at length."))
    Path("pages/b.html").write_bytes(b"")
    done = run("add", "pages", "nosuch")
    assert done.exit_code == 1
    assert done.stdout == "1 added, 2 failed\n"
    assert done.stderr == "onrecord: pages/b.html: empty\nonrecord: nosuch: no such file\n"
    again = run("add", "pages/a.html", "--json")
    assert (again.exit_code, json.loads(again.stdout)["known"]) == (0, 1)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("paths", [("pages",), ("pages/a.html", "-")])
def test_one_address_is_not_taken_for_that_of_several_pages(paths: tuple[str, ...]) -> None:
    Path("pages").mkdir()
    Path("pages/a.html").write_bytes(page("Another story, told at length."))
    before = run("status", "--json").stdout
    done = run("add", *paths, "--url", "https://tarnpost.example/other", given=page("A third."))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "--url is the address of one page" in done.stderr
    assert run("status", "--json").stdout == before


@pytest.mark.usefixtures("here")
def test_the_archive_is_where_one_says(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("add", "-", "--archive", "other.db", given=page()).exit_code == 0
    monkeypatch.setenv("ONRECORD_ARCHIVE", "other.db")
    assert json.loads(run("status", "--json").stdout)["articles"] == 1


@pytest.mark.usefixtures("here")
def test_show() -> None:
    done = run("show", URL)
    assert done.exit_code == 0
    assert "Eel season opens in Tarnmouth" in done.stdout
    assert done.stdout.count("version ") == 2
    assert "version " not in run("show", "https://fenecho.example/x").stdout, "there is one alone"
    assert "silent edit ←" in done.stdout
    record = Record.from_json(run("show", URL, "--json").stdout)
    assert run("show", record.id[:6], "--markdown").stdout.startswith("---\n")
    assert run("show", "https://fenecho.example/x", "--page").stdout_bytes == page(
        published="2024-05-04T00:00:00+00:00"
    )


@pytest.mark.usefixtures("here")
def test_show_tells_corrections() -> None:
    note = "Correction, June 3: An earlier version of this article misstated the number of nets."
    run(
        "add",
        "-",
        "--url",
        "https://tarnpost.example/nets",
        given=page(*PARAGRAPHS, note, headline="Nets are counted"),
    )
    assert f"correction  {note}\n" in run("show", "https://tarnpost.example/nets").stdout


@pytest.mark.usefixtures("here")
def test_the_page_of_a_version_is_the_one_that_is_cited() -> None:
    with Archive("onrecord.db") as archive:
        versions = [version.id for version in archive.versions(URL)]
    assert len(versions) == 2
    for version in versions:
        data = run("show", version, "--page").stdout_bytes
        assert f"sha256:{hashlib.sha256(data).hexdigest()}" in run("cite", version).stdout


@pytest.mark.usefixtures("here")
def test_diff() -> None:
    done = run("diff", URL)
    assert done.exit_code == 0
    assert "SILENT EDIT" in done.stdout
    assert "at [-dawn-]{+noon+} on Friday" in done.stdout
    assert json.loads(run("diff", URL, "--all", "--json").stdout)["silent"] is True
    assert run("diff", "https://fenecho.example/x").stdout == "one version only\n"
    with Archive("onrecord.db") as archive:
        first, _ = archive.versions(URL)
    assert run("diff", first.id).stdout == "no version before it\n"


@pytest.mark.usefixtures("here")
def test_diff_tells_fields_and_what_became_of_each_sentence() -> None:
    later = page(PARAGRAPHS[2], *PARAGRAPHS[:2], "A ferry was late.", headline="Eel season opens late")
    url = "https://tarnpost.example/late"
    for day, data in (("01", page()), ("02", later)):
        run("add", "-", "--url", url, "--captured", f"2024-06-{day}T00:00:00+00:00", given=data)
    told = run("diff", url).stdout.splitlines()
    assert "  headline: Eel season opens [-in Tarnmouth-]{+late+}" in told
    assert "    + A ferry was late." in told
    assert any(line.startswith("    - ") and line[6:] in PARAGRAPHS[3] for line in told)
    assert any(line.startswith("    ↕ ") and line[6:] in PARAGRAPHS[2] for line in told)
    shown = run("show", url).stdout.splitlines()
    assert [line.split()[3:] for line in shown if line.startswith("version")] == [
        ["first"],
        ["silent", "edit", "←"],
    ]


class Terminal(io.StringIO):
    """What a person looks at."""

    def isatty(self) -> bool:
        return True


def test_what_fails_is_told_on_a_terminal_too(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with watched(total=2) as step:
        step(Outcome("a", Fate.ADDED, file="a.warc", offset=9))
        step(Outcome("b", Fate.FAILED, "cut short", file="b.warc"))
    assert "onrecord: b: cut short" in terminal.getvalue()


@pytest.mark.usefixtures("here")
def test_the_page_of_a_record_made_elsewhere_is_not_there() -> None:
    line = run("show", URL, "--json").stdout.replace("tarnpost.example", "elsewhere.example")
    Path("made.jsonl").write_text(json.dumps(json.loads(line)) + "\n")
    assert run("add", "made.jsonl").exit_code == 0
    done = run("show", "https://elsewhere.example/eels", "--page")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.endswith("its record was made elsewhere, the page is not in the archive\n")


@pytest.mark.usefixtures("here")
def test_what_another_extractor_read_is_said_to_be_left_out() -> None:
    assert run("diff", URL).stderr == ""
    with_statements = page(*PARAGRAPHS[:2])
    run("add", "-", "--url", URL, "--captured", "2024-06-03", "--statements", given=with_statements)
    for command in ("diff", "show"):
        done = run(command, URL)
        assert done.exit_code == 0
        assert done.stderr.startswith(f"onrecord: {URL}: not compared: 2 of its captures")
    run("reextract", "--statements")
    assert (run("diff", URL).stderr, run("show", URL).stderr) == ("", "")
    assert "SILENT EDIT" in run("diff", URL).stdout


@pytest.mark.usefixtures("here")
def test_copies() -> None:
    done = run("copies", URL)
    assert done.exit_code == 0
    assert "99% of it here, 99% of this there" in done.stdout
    rows = list(csv.DictReader(io.StringIO(run("copies", URL, "--csv").stdout)))
    assert [row["url"] for row in rows] == [URL, "https://fenecho.example/x"]
    assert [row["first"] for row in rows] == ["True", "False"]
    assert len(json.loads(run("copies", URL, "--json").stdout)) == 2


@pytest.mark.usefixtures("here")
def test_no_table_of_copies_holds_what_a_spreadsheet_would_run() -> None:
    run("add", "-", "--url", "https://guano.example/x", given=page(headline="=cmd() and eels"))
    rows = csv.DictReader(io.StringIO(run("copies", URL, "--csv").stdout))
    assert "'=cmd() and eels" in {row["headline"] for row in rows}


@pytest.mark.usefixtures("here")
def test_tags_and_notes() -> None:
    assert run("tag", URL, "eels", "harbour", "--note", "Ask the board.").stdout.split("\n")[:2] == [
        "tag   eels",
        "tag   harbour",
    ]
    assert run("tag", URL, "eels", "--remove").stdout == "tag   harbour\nnote  Ask the board.\n"
    assert "harbour" in run("show", URL).stdout


@pytest.mark.usefixtures("here")
def test_status_and_verify() -> None:
    done = run("status")
    assert done.exit_code == 0
    assert "2 (2 article)" in done.stdout
    assert json.loads(run("status", "--datasette").stdout)["databases"]["onrecord"]["tables"]["articles"]
    assert run("verify").stdout == "3 captures, all as they were kept\n"


def test_verify_tells_of_damage(here: Path) -> None:
    with Archive(here / "onrecord.db") as archive, archive._store.writing() as connection:  # noqa: SLF001  # there is no other way to damage it
        connection.execute("UPDATE bytes SET digest = zeroblob(32) WHERE number = 1")
    done = run("verify")
    assert done.exit_code == 1
    assert done.stderr.startswith("onrecord: bytes sha256:0000")


@pytest.mark.usefixtures("here")
def test_forget_asks_first() -> None:
    assert run("forget", URL).exit_code == 2
    done = run("forget", URL, "--yes", "--reason", "court order")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "2 captures gone")
    assert run("show", URL).exit_code == 1


@pytest.mark.usefixtures("here")
def test_reextract_reads_what_this_version_has_not() -> None:
    assert run("reextract").stdout == "0 read again\n"


@pytest.mark.usefixtures("here")
def test_what_could_not_be_read_again_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def reextract(_archive: Archive, *, each: Callable[[Outcome], object], **_: object) -> int:
        each(Outcome("a", Fate.ADDED))
        each(Outcome("b", Fate.FAILED, "its bytes are gone"))
        return 1

    monkeypatch.setattr(Archive, "reextract", reextract)
    done = run("reextract")
    assert (done.exit_code, done.stdout, done.stderr) == (
        1,
        "1 read again, 1 failed\n",
        "onrecord: b: its bytes are gone\n",
    )


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("name", ["-o", "--output", "--out"])
def test_where_it_goes_has_the_same_names_for_every_command(name: str) -> None:
    Path("page.html").write_bytes(page())
    for command, given in (("extract", "page.html"), ("statements", "page.html"), ("export", "eel")):
        assert run(command, given, name, f"{command}.txt").exit_code == 0
        assert Path(f"{command}.txt").stat().st_size
        assert "--out " not in run(command, "--help").stdout
    assert "no WARC files" in run("bulk", ".", name, "rows").stderr


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("add", "-", "--url", "http://"), "'http://' is no web address"),
        (("add", "-", "--url", "//tarnpost.example/a"), "'//tarnpost.example/a' is no web address"),
        (("add", "-", "--captured", ""), "'' is no ISO 8601 time"),
        (("status", "--archive", ""), "'--archive': it is empty"),
        (("export", "--format", "markdown", "--out", ""), "it is empty"),
        (("bulk", "a.warc", "--out", ""), "it is empty"),
        (("search", "rain", "--save", " "), "it is empty"),
        (("tag", URL, "--note", ""), "it is empty"),
        (("gather", "https://tarnpost.example/", "--pause", "nan"), "nan is not in the range"),
        (("gather", "https://tarnpost.example/", "--pause", "inf"), "inf is not in the range"),
        (("gather", ""), "'': no file can have this name"),
    ],
)
def test_what_is_no_value_is_wrong_usage(arguments: tuple[str, ...], why: str) -> None:
    done = run(*arguments, given=b"<p>Rain.")
    assert done.exit_code == 2
    assert why in done.stderr


@pytest.mark.parametrize("command", ["add", "extract"])
def test_an_empty_name_is_no_folder(command: str) -> None:
    assert run(command, "").stderr == "onrecord: '': no file can have this name\n"


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("command", "code"), [("export", 2), ("stories", 1)])
def test_an_empty_argument_does_not_mean_all(command: str, code: int) -> None:
    done = run(command, "")
    assert (done.exit_code, done.stdout) == (code, "")


@pytest.mark.usefixtures("here")
def test_an_article_named_twice_is_cited_once() -> None:
    assert run("cite", URL, URL, "--format", "bibtex").stdout.count("@article") == 1


@pytest.mark.parametrize("command", ["show", "diff", "copies", "tag", "forget"])
def test_what_is_not_there_is_one_line(command: str) -> None:
    done = run(command, "https://tarnpost.example/nosuch", *["--yes"] * (command == "forget"))
    assert done.exit_code == 1
    assert done.stderr == "onrecord: onrecord.db: no article of the address https://tarnpost.example/nosuch\n"


@pytest.mark.parametrize("command", [["status"], ["verify"], ["show", "abcd"], ["reextract"]])
def test_no_archive_is_one_line(command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*command)
    assert (done.exit_code, done.stderr) == (
        1,
        "onrecord: onrecord.db: no such archive; onrecord add makes one\n",
    )
    Path("onrecord.db").write_text("something else")
    done = run(*command)
    assert (done.exit_code, done.stderr) == (
        1,
        "onrecord: onrecord.db: not an archive: the file is something else\n",
    )


def test_a_warc_is_written_without_the_bytes_that_are_gone(here: Path) -> None:
    Path("big.html").write_bytes(page("A story so long that its bytes are a file of their own.") + _noise())
    assert run("add", "big.html").exit_code == 0
    for file in here.glob("onrecord.db.bytes/*/*"):
        file.unlink()
    done = run("export", "--format", "warc", "--out", "all.warc.gz")
    assert done.exit_code == 1
    assert re.fullmatch(r"onrecord: big\.html: left out: \S+\.zst: no such file or directory\n", done.stderr)
    again = run("add", "--archive", "again.db", "all.warc.gz")
    assert (again.exit_code, again.stdout) == (0, "3 added\n")


def _noise() -> bytes:
    words = hashlib.shake_256(b"noise").hexdigest(400_000)
    return f"<script>var x = '{words}'</script>".encode()
