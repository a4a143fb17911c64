"""The README's examples: run, and their output compared to the letter."""

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (onrecord\b.*(?:\\\n.*)*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def fences(language: str) -> list[str]:
    return [body for name, body in FENCE.findall(README) if name == language]


COMMANDS = [found for body in fences("console") for found in COMMAND.findall(body)]
EXAMPLES = [body for body in fences("python") if ">>>" in body]


def test_there_are_examples() -> None:
    assert COMMANDS, "the README shows no command"


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like the repository's, for the examples to write in."""
    shutil.copytree(ROOT / "cases", tmp_path / "cases")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("command", "output"), COMMANDS, ids=[command for command, _ in COMMANDS])
def test_command(command: str, output: str, copy: Path) -> None:
    shell = re.sub(r"^onrecord\b", f"{shlex.quote(sys.executable)} -m onrecord", command)
    done = subprocess.run(
        ["bash", "-c", shell],  # the examples are our own, and use pipes
        cwd=copy, env={**os.environ, "PYTHONUTF8": "1"}, capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    assert done.stdout + done.stderr == output


@pytest.mark.usefixtures("copy")
@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_python(number: int) -> None:
    example = doctest.DocTestParser().get_doctest(EXAMPLES[number], {}, f"README {number}", "README.md", None)
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=said.append)
    assert not said, "".join(said)
