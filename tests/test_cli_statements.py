"""``onrecord statements``, run as a person runs it."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import main
from onrecord.record import Record

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Flour gone | Tarn Post</title></head><body><article><h1>Flour gone</h1>
<p>Mayor Ana Roe said on Friday that the mill would be repaired before the winter.</p>
<p>"We have never had so little flour in the valley," said Bo Lind, a baker in Holm, on the steps of the town hall.</p>
<p>"=1+1 is what they offered us, and not a sack more," he said.</p></article></body></html>"""
SILENT = "<!DOCTYPE html><title>Tides</title><article><h1>Tides</h1><p>High water at six.</p></article>"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.html").write_text(SILENT)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["statements", *arguments])


@pytest.mark.usefixtures("here")
def test_for_a_person() -> None:
    result = run("a.html")
    assert result.exit_code == 0, result.output
    assert 'Bo Lind, baker in Holm · said · direct\n    "We have never had so little flour' in result.stdout
    assert result.stdout.startswith("Flour gone\n\nAna Roe, Mayor · said · indirect\n")


@pytest.mark.usefixtures("here")
def test_json_is_one_array_over_all_pages() -> None:
    for order in (("a.html", "b.html"), ("b.html", "a.html"), ("a.html", "b.html", "a.html")):
        rows = json.loads(run("--json", *order).stdout)
        assert len(rows) == 3 * order.count("a.html")
        assert {row["headline"] for row in rows} == {"Flour gone"}
    assert json.loads(run("--json", "b.html").stdout) == []


@pytest.mark.usefixtures("here")
def test_jsonl_is_a_line_for_each_statement() -> None:
    lines = [json.loads(line) for line in run("--jsonl", "a.html", "b.html").stdout.splitlines()]
    assert [line["speaker"]["name"] for line in lines] == ["Ana Roe", "Bo Lind", "Bo Lind"]
    assert lines[1]["words"] == '"We have never had so little flour in the valley,"'
    assert lines[2]["speaker"] == {"name": "Bo Lind", "role": "baker in Holm", "mention": "he"}


@pytest.mark.usefixtures("here")
def test_a_table_holds_nothing_that_a_spreadsheet_would_run() -> None:
    rows = list(csv.DictReader(io.StringIO(run("--csv", "a.html", "b.html").stdout)))
    assert len(rows) == 3
    assert rows[1]["role"] == "baker in Holm"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_a_formula_in_a_cell_is_made_harmless(here: Path) -> None:
    (here / "c.html").write_text(PAGE.replace("Flour gone", "=cmd()"))
    rows = list(csv.DictReader(io.StringIO(run("--csv", "c.html").stdout)))
    assert {row["headline"] for row in rows} == {"'=cmd()"}


@pytest.mark.usefixtures("here")
def test_a_page_that_cannot_be_read_fails_alone() -> None:
    result = run("--jsonl", "missing.html", "a.html")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 3
    assert "missing.html" in result.stderr


@pytest.mark.usefixtures("here")
def test_wrong_usage() -> None:
    assert run().exit_code == 2
    assert run("--markdown", "a.html").exit_code == 2


@pytest.mark.usefixtures("here")
def test_extract_adds_them_when_asked() -> None:
    plain = Record.from_json(CliRunner().invoke(main, ["extract", "a.html"]).stdout)
    asked = Record.from_json(CliRunner().invoke(main, ["extract", "--statements", "a.html"]).stdout)
    assert plain.statements is None
    assert [s.speaker.name for s in asked.statements or ()] == ["Ana Roe", "Bo Lind", "Bo Lind"]


def test_words_cannot_steer_the_terminal(here: Path) -> None:
    (here / "d.html").write_text(PAGE.replace("so little flour", "so little \x1b[2J flour"))
    assert "\x1b" not in run("d.html").stdout
