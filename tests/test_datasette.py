"""Datasette itself opens an archive as it is, with the metadata that ``onrecord status --datasette`` prints.

It runs in a process of its own (`datasette_pages`): its threads and its warnings are none of ours.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from made_archive import PARAGRAPHS, captured, page
from onrecord.archive import Archive

ASK = Path(__file__).with_name("datasette_pages.py")
VIEWS = ("articles", "versions", "statements", "people", "speakers")
BYLINE = page().replace(b"</h1>", b"</h1><p class='byline'>By Ana Roe</p>")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("datasette")
    with Archive(folder / "press.db") as archive:
        archive.add(captured(BYLINE, when="2024-05-03T08:00:00Z"), statements=True)
        archive.add(captured(page(*PARAGRAPHS[:3]), when="2024-05-04T08:00:00Z"), statements=True)
    return folder / "press.db"


def ask(file: Path, *addresses: str) -> dict[str, tuple[int, str]]:
    """Address → status and text of Datasette's answer; the metadata comes from the command."""
    told = [sys.executable, "-m", "onrecord", "status", "--datasette", "--archive", str(file)]
    metadata = file.with_name("metadata.json")
    metadata.write_bytes(subprocess.run(told, capture_output=True, check=True, timeout=60).stdout)
    done = subprocess.run(
        [sys.executable, str(ASK), str(file), str(metadata), *addresses],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    answers: dict[str, tuple[int, str]] = {address: (s, t) for address, s, t in json.loads(done.stdout)}
    return answers


def rows(answer: tuple[int, str]) -> list[dict[str, Any]]:
    status, text = answer
    assert status == 200
    found: list[dict[str, Any]] = json.loads(text)
    return found


def test_its_views_are_what_a_person_looks_at(file: Path) -> None:
    answers = ask(file, *(f"/press/{view}.json?_shape=array" for view in VIEWS))
    articles, versions, statements, people, speakers = (rows(answer) for answer in answers.values())
    assert [(row["headline"], row["versions"], row["captures"]) for row in articles] == [
        ("Eel season opens in Tarnmouth", 2, 2)
    ]
    assert [row["silent_edit"] for row in versions] == [0, 1]
    assert "Odile Brandt" in [row["speaker"] for row in statements]
    assert {row["name"] for row in people} >= {"Odile Brandt"}
    assert "Odile Brandt" in {row["written"] for row in speakers}


def test_its_pages_explain_themselves(file: Path) -> None:
    """Every page that the front pages lead to answers, and shows what the metadata says of it."""
    views = [f"/press/{view}" for view in VIEWS]
    tables = [f"/press/{table}" for table in ("capture", "bytes", "record", "version", "copy", "tombstone")]
    canned = [
        "/press/articles?_facet=publisher&_sort_desc=date_published",
        "/press/articles.csv",
        "/press/versions?silent_edit=1",
        "/press?sql=select+headline,+count(*)+from+articles+group+by+publisher",
    ]
    answers = ask(file, "/", "/press", *views, *tables, *canned)
    assert {address: status for address, (status, _) in answers.items() if status != 200} == {}
    assert "onrecord archive" in answers["/"][1]
    assert "One row an article: its newest version." in answers["/press/articles"][1]
    assert "When and from where bytes came." in answers["/press/capture"][1]
    assert "which search_stored keeps" in answers["/press/bytes"][1]


def test_only_the_views_are_offered(file: Path) -> None:
    listed = json.loads(ask(file, "/press.json")["/press.json"][1])
    assert {view["name"] for view in listed["views"]} == set(VIEWS)
    assert [table["name"] for table in listed["tables"] if not table["hidden"]] == []
