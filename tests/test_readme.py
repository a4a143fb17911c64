"""The README's examples: run, each block of commands in a folder of its own, and their output compared to the letter."""

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord.cli

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*(?:\\\n.*)*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def fences(language: str) -> list[str]:
    return [body for name, body in FENCE.findall(README) if name == language]


SESSIONS = [COMMAND.findall(body) for body in fences("console")]
EXAMPLES = [body for body in fences("python") if ">>>" in body]


def test_there_are_examples() -> None:
    assert all(SESSIONS), "a block of the README shows no command"
    assert SESSIONS
    assert EXAMPLES


def test_every_command_is_named() -> None:
    missing = [name for name in onrecord.cli.COMMANDS if f"`{name}`" not in README]
    assert not missing


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like the repository's, for the examples to write in."""
    shutil.copytree(ROOT / "cases", tmp_path / "cases")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("session", SESSIONS, ids=[session[0][0] for session in SESSIONS])
def test_commands(session: list[tuple[str, str]], copy: Path) -> None:
    """A block's commands run one after another, so that a later one finds what an earlier one made."""
    ours = f'onrecord() {{ {shlex.quote(sys.executable)} -m onrecord "$@"; }}'
    environment = {name: value for name, value in os.environ.items() if name != "ONRECORD_ARCHIVE"}
    for command, output in session:
        done = subprocess.run(
            ["bash", "-c", f"{ours}\n{command}"],  # the examples are our own, and use pipes
            cwd=copy, env={**environment, "PYTHONUTF8": "1"}, capture_output=True, encoding="utf-8", check=False, timeout=300,
        )  # fmt: skip
        assert done.stdout + done.stderr == output, command


@pytest.mark.usefixtures("copy")
@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_python(number: int) -> None:
    example = doctest.DocTestParser().get_doctest(EXAMPLES[number], {}, f"README {number}", "README.md", None)
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=said.append)
    assert not said, "".join(said)
