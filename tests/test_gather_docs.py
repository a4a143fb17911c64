"""The examples of docs/gather.md: run, on the pages shipped, and compared to the letter."""

import functools
import http.server
import os
import re
import shlex
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from onrecord.gather.plan import Plan, read_plan

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "gather.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def fences(language: str) -> list[str]:
    return [body for name, body in FENCE.findall(PAGE) if name == language]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Not on the terminal."""


@pytest.fixture
def port() -> Iterator[int]:
    handler = functools.partial(_Quiet, directory=str(ROOT / "cases"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


def test_the_example(port: int, tmp_path: Path) -> None:
    commands = [
        pair for body in fences("console") for pair in COMMAND.findall(body.replace("8765", str(port)))
    ]
    python = shlex.quote(sys.executable)
    begin = f'exec 2>&1\nonrecord() {{ {python} -m onrecord "$@"; }}\npython3() {{ {python} "$@"; }}\n'
    script = begin + "".join(f"{command}\nprintf '\\0'\n" for command, _ in commands)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    done = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, env={**environment, "PYTHONUTF8": "1"}, capture_output=True, encoding="utf-8",
        check=False, timeout=120,
    )  # fmt: skip
    assert len(commands) == 7
    assert done.stdout.split("\0")[:-1] == [output for _, output in commands]


def test_the_file_of_sources_shows_every_setting_with_its_default() -> None:
    (text,) = fences("toml")
    plan = read_plan("docs.toml", text.encode())
    assert plan.limits == Plan().limits
    assert plan.revisits == Plan().revisits
    for struct in (plan.limits, plan.revisits, plan.sources[0]):
        for name in struct.__struct_fields__:
            if struct is not plan.limits or name != "contact":
                assert re.search(rf"^{name} = ", text, re.MULTILINE), name
    assert plan.contact
    assert msgspec.toml.decode(text)["sources"][0]["interval_minutes"] == 15
