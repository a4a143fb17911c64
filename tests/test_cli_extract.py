"""``onrecord extract``, run as a person runs it."""

import csv
import gzip
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import main, pages
from onrecord.record import Record

PAGE = """<!DOCTYPE html><html lang="en"><head><title>{0} | Tarn Post</title>
<meta property="og:title" content="{0}"></head><body><article><h1>{0}</h1>
<p>Boats left the harbour at dawn on Friday, an hour before the season opened, and came back by noon with full nets.</p>
<p>The harbour board said the catch was the best in nine years, and that it hoped for as much again on Saturday.</p>
</article></body></html>"""


def page(headline: str = "Eel season opens") -> bytes:
    return PAGE.format(headline).encode()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with two pages and one in a folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.html").write_bytes(page())
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(page("Crabs follow")))
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "c.html").write_bytes(page("Board pleased"))
    return tmp_path


def run(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["extract", *arguments], input=given)


def process(*arguments: str, **options: object) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "onrecord", *arguments]
    return subprocess.run(command, capture_output=True, check=False, timeout=60, **options)  # type: ignore[call-overload,no-any-return]


# One page, several pages


@pytest.mark.usefixtures("here")
def test_one_page_is_one_object_on_one_line() -> None:
    done = run("a.html")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1
    record = Record.from_json(done.stdout)
    assert record.headline == "Eel season opens"
    assert record.capture.file == "a.html"


@pytest.mark.usefixtures("here")
def test_several_are_lines_in_the_order_given() -> None:
    done = run("more", "b.html.gz", "a.html")
    records = [Record.from_json(line) for line in done.stdout.splitlines()]
    assert [record.capture.file for record in records] == ["more/c.html", "b.html.gz", "a.html"]
    assert [record.headline for record in records] == ["Board pleased", "Crabs follow", "Eel season opens"]


@pytest.mark.usefixtures("here")
def test_a_folder_with_one_page_is_a_line_too() -> None:
    assert run("more", "--jsonl").stdout == run("more").stdout
    assert len(json.loads(run("more", "--json").stdout)) == 1


@pytest.mark.usefixtures("here")
def test_standard_input_and_what_is_said_of_it() -> None:
    said = ("--url", "https://tarnpost.example/a", "--captured", "2024-05-03T15:42:07+01:00", "--as", "html")
    record = Record.from_json(run("-", *said, given=page()).stdout)
    assert record.url == "https://tarnpost.example/a"
    assert record.date_captured is not None
    assert record.capture.file is None


@pytest.mark.usefixtures("here")
def test_the_day_of_capture_stays_a_day() -> None:
    assert Record.from_json(run("a.html", "--captured", "2024-05-03").stdout).date_captured == "2024-05-03"


@pytest.mark.usefixtures("here")
def test_as_text() -> None:
    html, text = (Record.from_json(run("a.html", "--as", kind).stdout) for kind in ("html", "text"))
    assert html.headline == "Eel season opens"
    assert text.headline != html.headline


# Forms


@pytest.mark.usefixtures("here")
def test_json_of_several_is_one_array() -> None:
    done = run("a.html", "nosuch.html", "more", "--json")
    assert [made["headline"] for made in json.loads(done.stdout)] == ["Eel season opens", "Board pleased"]
    assert json.loads(run("nosuch.html", "neither.html", "--json").stdout) == []


EXPORT = "".join(
    f"Titel: {title}\nQuelle: Uferbote\nDatum: 3. Mai 2024\n\nDer Rat hat über alles beraten und dann vertagt.\n\n"
    for title in ("Die Fähre", "Die Schleuse")
)


@pytest.mark.usefixtures("here")
def test_an_export_of_several_articles_gives_a_record_for_each() -> None:
    Path("export.txt").write_text(EXPORT, "utf-8")
    wanted = ["Die Fähre", "Die Schleuse"]
    assert [made["headline"] for made in json.loads(run("export.txt").stdout)] == wanted
    assert [made["headline"] for made in json.loads(run("-", given=EXPORT.encode()).stdout)] == wanted
    lines = [Record.from_json(line) for line in run("export.txt", "a.html").stdout.splitlines()]
    assert [record.headline for record in lines] == [*wanted, "Eel season opens"]
    assert [record.capture.file for record in lines] == ["export.txt", "export.txt", "a.html"]
    assert run("export.txt", "--csv").stdout.count("Uferbote") == 2
    assert run("export.txt", "--jsonl", "--jobs", "2").stdout == run("export.txt", "--jsonl").stdout


@pytest.mark.usefixtures("here")
def test_jsonld() -> None:
    made = json.loads(run("a.html", "--jsonld").stdout)
    assert (made["@type"], made["headline"]) == ("NewsArticle", "Eel season opens")
    assert len(json.loads(run("a.html", "more", "--jsonld").stdout)) == 2


@pytest.mark.usefixtures("here")
def test_markdown() -> None:
    done = run("a.html", "more", "--markdown").stdout
    assert re.findall("^# .*", done, re.MULTILINE) == ["# Eel season opens", "# Board pleased"]
    assert done.startswith("---\n")


@pytest.mark.usefixtures("here")
def test_csv() -> None:
    read = list(csv.DictReader(io.StringIO(run("a.html", "more", "--csv").stdout_bytes.decode(), newline="")))
    assert [line["headline"] for line in read] == ["Eel season opens", "Board pleased"]


# Files


def test_output_goes_to_a_file(here: Path) -> None:
    done = run("a.html", "-o", "out.json")
    assert (done.exit_code, done.stdout) == (0, "")
    assert Record.from_json((here / "out.json").read_bytes()).headline == "Eel season opens"
    assert not list(here.glob(".*"))


def test_output_is_replaced_only_when_all_is_done(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "out.json").write_text("before")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pages, "_write_all", stop)
    done = run("a.html", "-o", "out.json")
    assert (done.exit_code, done.stderr) == (130, "onrecord: stopped\n")
    assert (here / "out.json").read_text() == "before"
    assert not list(here.glob(".*"))


@pytest.mark.usefixtures("here")
def test_a_device_is_written_to_not_replaced() -> None:
    assert run("a.html", "-o", "/dev/null").exit_code == 0
    assert not Path("/dev/null").is_file()


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("output", ["nosuch/out.json", "more"])
def test_a_place_that_cannot_be_written_to(output: str) -> None:
    done = run("a.html", "-o", output)
    assert done.exit_code == 1
    assert re.fullmatch(f"onrecord: {output}: cannot write it: .*\n", done.stderr)


@pytest.mark.parametrize("output", ["./a.html", "more/c.html", "more/../more/c.html", "link.html"])
def test_an_input_is_never_replaced(here: Path, output: str) -> None:
    (here / "link.html").symlink_to("more/c.html")
    for command in ("extract", "statements"):
        done = CliRunner().invoke(main, [command, "a.html", "more", "-o", output])
        assert done.exit_code == 2
        assert "--output would replace an input" in done.stderr
    assert Path("a.html").read_bytes() == page()
    assert Path("more/c.html").read_bytes() == page("Board pleased")


@pytest.mark.usefixtures("here")
def test_what_lies_in_the_folder_and_is_no_input_is_replaced() -> None:
    for _ in range(2):
        assert run("more", "-o", "more/all.jsonl").exit_code == 0
    assert Path("more/all.jsonl").read_text("utf-8").count("\n") == 1


@pytest.mark.parametrize("names", [("nosuch.html",), ("nosuch.html", "neither.html", "--json")])
def test_where_nothing_was_read_the_old_output_stays(here: Path, names: tuple[str, ...]) -> None:
    (here / "out.json").write_text("before")
    assert run(*names, "-o", "out.json").exit_code == run(*names, "-o", "new.json").exit_code == 1
    assert (here / "out.json").read_text() == "before"
    assert not (here / "new.json").exists()
    assert not list(here.glob(".*"))
    assert run(*names, "a.html", "-o", "out.json").exit_code == 1
    assert "Eel season opens" in (here / "out.json").read_text("utf-8")


# What goes wrong


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nosuch.html", "no such file"),
        ("empty.html", "empty"),
        ("binary.html", "not a page: a PDF"),
        ("hollow", "no pages in this folder (looked for *.html *.htm *.xhtml *.shtml *.txt)"),
        ("huge.html", "too large for a page (500,000,000 bytes; at most 200,000,000 are read)"),
        ("http://127.0.0.1:9/a", "refused: 127.0.0.1 is a loopback address"),
    ],
)
def test_one_line_for_each_wrong_input_and_the_others_are_done(here: Path, name: str, reason: str) -> None:
    (here / "empty.html").touch()
    (here / "binary.html").write_bytes(b"%PDF-1.7")
    (here / "hollow").mkdir()
    with (here / "huge.html").open("wb") as sparse:
        sparse.truncate(500_000_000)
    done = run("a.html", name, "more")
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 2
    assert done.stderr.startswith(f"onrecord: {name}: {reason}")
    assert done.stderr.count("\n") == 1
    alone = run(name)
    assert (alone.exit_code, alone.stdout, alone.stderr) == (1, "", done.stderr)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("a.html", "--as", "pdf"),
        ("a.html", "--jobs", "0"),
        ("a.html", "--nosuch"),
        ("a.html", "more", "--url", "https://tarnpost.example/a"),
        ("more", "--url", "https://tarnpost.example/a"),
        ("a.html", "--url", "tarnpost.example/a"),
        ("a.html", "--captured", "last Friday"),
        ("a.html", "--captured", "2024-W18"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert re.fullmatch(r"onrecord: [^\n]+ --help says more\)\n", done.stderr), "one clear line"


@pytest.mark.usefixtures("here")
def test_a_fault_of_ours_is_one_line_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("two\nlines\x1b[2J")

    monkeypatch.setattr(pages, "read_capture", fail)
    done = run("a.html")
    assert done.exit_code == 1
    assert done.stderr.startswith("onrecord: a.html: onrecord failed on it")
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr


@pytest.mark.usefixtures("here")
def test_a_name_cannot_steer_the_terminal() -> None:
    assert run("no\x1b[2Jsuch").stderr == "onrecord: no\\u001b[2Jsuch: no such file\n"


# Processes


def test_jobs_change_nothing_but_the_time(here: Path) -> None:
    for number in range(12):
        (here / "more" / f"{number:02}.html").write_bytes(page(f"Number {number}"))
    (here / "more" / "05.html").write_bytes(b"")
    names = ("more", "nosuch.html", "-", "a.html")
    one, two = (process("extract", *names, "--jobs", jobs, input=page("Given")) for jobs in ("1", "2"))
    assert one.returncode == two.returncode == 1
    assert len(one.stdout.splitlines()) == 14
    assert two.stdout == one.stdout
    assert two.stderr == one.stderr
    assert one.stderr.count(b"\n") == 2


@pytest.mark.usefixtures("here")
def test_nobody_reads_on(tmp_path: Path) -> None:
    shell = f"set -o pipefail; {sys.executable} -m onrecord extract " + "a.html " * 300 + "| head -c 20"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, check=False, timeout=60, cwd=tmp_path)
    assert (done.returncode, len(done.stdout), done.stderr) == (0, 20, b"")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("extract a.html >&-", 1, "onrecord: standard output: bad file descriptor\n"),
        ("extract nosuch.html more/nosuch.html --json >/dev/full", 1, "onrecord: more/nosuch.html: no such file\nonrecord: standard output: no space left on device\n"),
        ("extract a.html -o out.json >&-", 0, ""),
        ("explain a.html >&-", 1, "onrecord: standard output: bad file descriptor\n"),
        ("statements more >&-", 1, "onrecord: standard output: bad file descriptor\n"),
        ("status >&-", 1, "onrecord: standard output: bad file descriptor\n"),
        ("extract a.html more nosuch.html 2>&-", 1, ""),
        ("extract a.html -o out.json >&- 2>&-", 0, ""),
        ("add a.html >out 2>&-", 0, ""),
        ("extract - <&-", 1, "onrecord: -: standard input is closed\n"),
        ("gather --once - <&-", 2, "onrecord: -: standard input is closed (onrecord gather --help says more)\n"),
    ],
)  # fmt: skip
def test_standard_streams_that_are_closed_or_full(line: str, code: int, told: str) -> None:
    process("add", "more/c.html")
    shell = (
        f"PYTHONUNBUFFERED= {sys.executable} -m onrecord {line}"  # so that much is written at the very end
    )
    done = subprocess.run(["bash", "-c", shell], capture_output=True, check=False, timeout=60)
    assert done.returncode == code
    assert done.stderr.decode().endswith(told)
    assert "Traceback" not in done.stderr.decode()
    assert bool(done.stderr) == bool(told)


@pytest.mark.usefixtures("here")
def test_output_is_utf_8_in_any_locale() -> None:
    done = process(
        "extract", "a.html", "--markdown", env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    )
    assert done.returncode == 0
    given = page("Ål och krabba").replace(b"Tarn", "Tärn".encode())
    done = process("extract", "-", "--markdown", input=given, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert "# Ål och krabba" in done.stdout.decode()


def test_both_ways_to_start_it() -> None:
    assert process("--version").stdout == b"onrecord, version 0.1.0\n"
    assert CliRunner().invoke(main, ["--version"], prog_name="onrecord").stdout == "onrecord, version 0.1.0\n"
