"""onrecord people and onrecord stories, as a person calls them."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from onrecord.archive import Archive
from test_cli_archive import run
from test_stories import records
from told import article

SMOKE = "https://alpinewire.example/smoke"


@pytest.fixture
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_ARCHIVE", raising=False)
    with Archive("onrecord.db") as archive:
        archive.add(*records())


def out(*arguments: str) -> str:
    done = run(*arguments)
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.usefixtures("press")
def test_people_lists_speakers_and_what_one_said() -> None:
    assert out("people").splitlines() == ["    2  Reto Hasler: 2 articles of 2 publishers"]
    said = out("people", "reto HASLER")
    assert said.index("Valley Courier") < said.index("Alpine Wire")
    assert "The signs on the walls saved lives and nothing else did" in said
    assert "Valley Courier" not in out("people", "Reto Hasler", "--publisher", "Alpine Wire")
    assert [one["key"] for one in json.loads(out("people", "--json"))] == ["reto hasler"]
    rows = list(csv.DictReader(io.StringIO(out("people", "Reto Hasler", "--csv"), newline="")))
    assert [row["publisher"] for row in rows] == ["Valley Courier", "Alpine Wire"]
    assert all(":~:text=" in row["link"] for row in rows)


@pytest.mark.usefixtures("press")
def test_the_same_words_side_by_side() -> None:
    assert "{+ and nothing else did+}" in out("people", "Reto Hasler", "--retold")
    (told,) = json.loads(out("people", "Reto Hasler", "--retold", "--json"))
    assert (told["publishers"], told["differs"]) == (2, True)


@pytest.mark.usefixtures("press")
def test_stories_lists_events_and_shows_one() -> None:
    listed = out("stories")
    assert listed.startswith("2024-03-11    3 articles  A lorry with tyres caught fire")
    assert "Valley Courier, Alpine Wire, Sarner Bote" in listed
    shown = out("stories", SMOKE)
    assert shown.index("first  Valley Courier") < shown.index("Alpine Wire  ") < shown.index("Sarner Bote  ")
    everywhere, some = shown.split("statements in all that quote anybody:\n")[1].split(
        "statements in some, or in one:\n"
    )
    assert "Reto Hasler: The signs on the walls saved lives\n    Valley Courier\n" in everywhere
    more = "The signs on the walls saved lives and nothing else did"
    assert f"Reto Hasler: {more}\n    Alpine Wire\n" in everywhere, (
        "nobody is told to have reported another's words"
    )
    assert "he: We were lucky" in some
    assert out("stories", "--since", "2025") == "no event that several articles tell of\n"
    assert json.loads(out("stories", SMOKE, "--json"))["story"]["articles"] == 3


@pytest.mark.usefixtures("press")
def test_what_is_cut_off_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("people", "Reto Hasler", "--limit", "2").stderr == ""
    for form in ((), ("--csv",), ("--json",)):
        cut = run("people", "Reto Hasler", "--limit", "1", *form)
        assert "Valley Courier" in cut.stdout
        assert "Alpine Wire" not in cut.stdout
        assert cut.stderr == "onrecord: there are more than these 1: see --limit\n"
    with Archive("onrecord.db") as archive:
        story = archive.story(SMOKE).story
    monkeypatch.setattr(Archive, "stories", lambda _, **asked: iter((story,) * min(3, asked["limit"])))
    assert run("stories", "--limit", "3").stderr == ""
    cut = run("stories", "--limit", "2")
    assert (cut.stdout.count("lorry"), cut.stderr) == (
        2,
        "onrecord: there are more than these 2: see --limit\n",
    )


@pytest.mark.usefixtures("press")
def test_wrong_usage_and_what_is_not_there() -> None:
    for arguments in (
        ("people", "--since", "May"),
        ("stories", "--until", "2024-13"),
        ("people", "--retold"),
    ):
        done = run(*arguments)
        assert (done.exit_code, done.stdout) == (2, "")
    for arguments in (("people", "Nobody Known"), ("stories", "https://news.example/none")):
        done = run(*arguments)
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr.count("\n") == 1


@pytest.mark.usefixtures("press")
def test_words_of_a_page_do_not_steer_the_terminal() -> None:
    evil = "We will \x1b[2J clear this screen now"
    with Archive("onrecord.db") as archive:
        archive.add(article("evil", evil, ("Bo\x1b[31m Roe", None, evil), headline="\x1b[2J"))
    for arguments in (("people",), ("people", "Bo [31m Roe"), ("stories", "https://tarnpost.example/evil")):
        assert "\x1b" not in out(*arguments)


def test_without_the_extra_the_command_for_assistants_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "onrecord.mcp.server", None)
    done = run("mcp")
    assert (done.exit_code, done.stderr) == (
        1,
        "onrecord: assistants need the extra 'mcp': pip install 'onrecord[mcp]'\n",
    )
