"""Who said what, from the pages to what the archive answers; and texts that hold several articles."""

import json
import sqlite3
import sys
from pathlib import Path

import pytest

import onrecord
from made_archive import PARAGRAPHS, captured, page
from onrecord.archive import Archive
from onrecord.errors import ArchiveError
from onrecord.record import Record
from onrecord.values.moments import parse_moment
from small_press import record
from test_cli_archive import URL, run

LATER = "“The quota was never the trouble,” said Odile Brandt on Saturday, when the second auction was over."


@pytest.fixture
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an archive of one article in two versions, read with their statements."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_ARCHIVE", raising=False)
    for day, data in (("01", page()), ("02", page(*PARAGRAPHS, LATER))):
        done = run(
            "add", "-", "--statements", "--url", URL, "--captured", f"2024-06-{day}T00:00:00Z", given=data
        )
        assert (done.exit_code, done.stderr) == (0, "")
    return tmp_path


def hits(query: str) -> list[str]:
    return [json.loads(line)["url"] for line in run("search", query, "--jsonl").stdout.splitlines()]


@pytest.mark.usefixtures("press")
def test_statements_are_kept_found_cited_and_compared() -> None:
    assert json.loads(run("status", "--json").stdout)["statements"] > 0
    assert hits("said:storms") == [URL]
    assert hits("said:lorries") == []
    assert hits('speaker:"Odile Brandt"') == [URL]
    assert hits('speaker:"Nobody Known"') == []
    record = Record.from_json(run("show", URL, "--json").stdout)
    assert record.statements is not None
    body = record.article_body or ""
    wanted = next(
        n for n, s in enumerate(record.statements, 1) if "quota" in body[s.content[0][0] : s.content[-1][1]]
    )
    cited = run("cite", URL, "--statement", str(wanted))
    assert cited.exit_code == 0
    assert "The quota was never the trouble" in cited.stdout
    assert "#:~:text=" in cited.stdout
    diff = run("diff", URL).stdout
    assert "statements:\n    + " in diff
    assert "quota" in diff.partition("statements:")[2]


@pytest.mark.usefixtures("press")
def test_what_was_read_with_statements_is_not_read_again() -> None:
    assert run("reextract", "--statements").stdout == "0 read again\n"
    assert run("reextract").stdout == "0 read again\n"


def test_reextract_adds_statements_to_what_was_read_without(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        archive.add(captured(page()))
        assert archive.get(URL).statements is None
        assert archive.reextract(statements=True) == 1
        assert archive.get(URL).statements
        assert archive.reextract(statements=True) == 0


def test_models_are_those_asked_even_where_nobody_said_anything() -> None:
    quiet = onrecord.extract("<h1>Rain</h1><p>It rained all day.</p>", statements=True)
    spoken = onrecord.extract(page(), statements=True)
    assert spoken.statements
    assert not quiet.statements
    assert quiet.extractor == spoken.extractor
    assert set(quiet.extractor.models) > set(onrecord.extract(page()).extractor.models)


def test_without_the_extra_marks_alone_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import onrecord.attribution as package

    for name in ("tagger", "labelling"):
        monkeypatch.delitem(sys.modules, f"onrecord.attribution.{name}", raising=False)
        monkeypatch.delattr(package, name, raising=False)
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    monkeypatch.chdir(tmp_path)
    done = run("add", "-", "--statements", "--url", URL, given=page())
    assert (done.exit_code, done.stdout, done.exception) == (0, "1 added\n", None)
    assert len(done.stderr.splitlines()) == 1
    assert "pip install 'onrecord[statements]'" in done.stderr
    assert hits("said:storms") == [URL]


# Several articles in one text

ONE = "Titel: Die {0}\nQuelle: Uferbote\nDatum: 3. Mai 2024\n\nDer Rat hat über die {0} beraten und die Sache auf Freitag vertagt.\n\n"
NAMES = ("Fähre", "Schleuse", "Brücke")
TEXT = "".join(ONE.format(name) for name in NAMES).encode()


def headlines(archive: Archive) -> list[str | None]:
    return [record.headline for record in archive.records()]


def test_every_article_of_a_text_is_kept_once(tmp_path: Path) -> None:
    (tmp_path / "export.txt").write_bytes(TEXT)
    with Archive(tmp_path / "a.db") as archive:
        assert archive.add(tmp_path / "export.txt").added == len(NAMES)
        assert headlines(archive) == [f"Die {name}" for name in NAMES]
        assert archive.add(tmp_path / "export.txt").known == 1
        status = archive.status()
        assert (status.articles, status.captures, status.captured_bytes) == (3, 3, len(TEXT))
        assert list(archive.verify()) == []
        assert {c.data for c in archive.captures()} == {TEXT}


def test_the_address_of_the_text_is_its_first_articles(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        assert archive.add(captured(TEXT, URL)).added == len(NAMES)
        assert headlines(archive) == [f"Die {name}" for name in NAMES]
        assert archive.get(URL).headline == "Die Fähre"


@pytest.mark.parametrize("text_first", [True, False])
def test_records_of_a_text_and_the_text_itself_are_the_same_articles(
    tmp_path: Path,
    *,
    text_first: bool,
) -> None:
    records = list(onrecord.extract_all(TEXT))
    (tmp_path / "export.txt").write_bytes(TEXT)
    with Archive(tmp_path / "a.db") as archive:
        if text_first:
            archive.add(tmp_path / "export.txt")
        assert archive.add(*records).added == (0 if text_first else 3)
        archive.add(tmp_path / "export.txt")
        assert archive.add(*records).known == len(NAMES)
        assert archive.status().captures == len(NAMES)


def test_each_article_of_a_text_is_read_again_by_itself(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        archive.add(captured(TEXT, URL))
        assert archive.reextract(statements=True) == len(NAMES)
        assert headlines(archive) == [f"Die {name}" for name in NAMES]
        assert all(record.statements is not None for record in archive.records())
        assert list(archive.verify()) == []


# Damage


def damage(file: Path, sql: str) -> None:
    connection = sqlite3.connect(file)
    connection.execute(sql)
    connection.commit()
    connection.close()


def test_reextract_tells_of_damaged_bytes_and_does_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Archive("onrecord.db") as archive:
        archive.add(
            captured(page()), captured(page("Another story altogether."), "https://tarnpost.example/b")
        )
    damage(Path("onrecord.db"), "UPDATE bytes SET packed = x'00' WHERE number = 1")
    done = run("reextract", "--statements")
    assert (done.exit_code, done.stdout) == (1, "1 read again, 1 failed\n")
    assert done.stderr.startswith(f"onrecord: {URL}: packed bytes are damaged")
    assert done.stderr.count("\n") == 1
    for command in (["show", URL], ["cite", URL], ["export", "--format", "jsonl"], ["show", URL, "--page"]):
        done = run(*command)
        assert done.exit_code == 1, command
        assert done.stderr.startswith("onrecord: onrecord.db: "), command
        assert done.stderr.count("\n") == 1, command


def test_faults_met_while_hits_are_fetched_are_archive_errors(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        archive.add(captured(page()))
        first = archive.search("harbour")
        damage(archive.path, "UPDATE search_stored SET data = x'00'")
        with pytest.raises(ArchiveError, match="damaged"):
            next(first)
        damage(archive.path, "DROP TABLE search_stored")
        second = archive.search("harbour")
        with pytest.raises(ArchiveError, match="SQLite says"):
            next(second)


def test_iterators_of_a_closed_archive_raise_archive_errors(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "a.db")
    archive.add(captured(page()), captured(page("Other words."), when="2030-01-01T00:00:00Z"))
    key = archive.get(URL).id
    iterators = [
        archive.search("harbour"), archive.versions(key), archive.changes(key), archive.copies(key),
        archive.records(), archive.captures(), archive.document(form="jsonl"), archive.verify(),
    ]  # fmt: skip
    archive.close()
    for iterator in iterators:
        with pytest.raises(ArchiveError, match="closed"):
            next(iter(iterator))


# Files that are the archive's own


def test_an_export_never_takes_the_archives_place(press: Path) -> None:
    (press / "link.db").symlink_to("onrecord.db")
    for out in ("onrecord.db", "link.db", "onrecord.db-wal", "onrecord.db.bytes/x"):
        done = run("export", "--out", out)
        assert (done.exit_code, done.stderr.count("\n")) == (1, 1), out
        assert done.stderr.startswith(f"onrecord: {out}: is "), out
    with Archive("onrecord.db") as archive, pytest.raises(ArchiveError, match="the archive itself"):
        archive.export("onrecord.db")
    assert run("export", "--out", "out.jsonl").exit_code == 0
    assert run("verify").exit_code == 0


def test_records_that_answer_a_query_are_all_there_the_newest_first(tmp_path: Path) -> None:
    days = [f"2024-05-{number:02}" for number in range(1, 24)]
    texts = {day: f"Rain fell all day long on the {number}th pier." for number, day in enumerate(days)}
    pages = [record(day[-2:], "Rain", text, date_published=parse_moment(day)) for day, text in texts.items()]
    with Archive(tmp_path / "press.db") as archive:
        archive.add(*pages[9:], *pages[:9], record("snow", "Snow", "Snow lay on the pier."))
        found = [one.date_published and one.date_published.value for one in archive.records("rain")]
    assert found == days[::-1]
