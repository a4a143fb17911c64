"""The parts import one way only, as docs/ARCHITECTURE.md says; importing is light and takes no name's place."""

import ast
import importlib
import importlib.metadata
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import onrecord
from onrecord.cli import COMMANDS, main

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "onrecord"
FILES = sorted(SOURCE.rglob("*.py"))
MODULES = sorted(
    m.name for m in pkgutil.walk_packages(onrecord.__path__, "onrecord.") if m.name != "onrecord.__main__"
)

TABLE = (ROOT / "docs" / "ARCHITECTURE.md").read_text("utf-8")
PARTS = [name.rstrip("/") for name in re.findall(r"^\| `(\w+/?)` \|", TABLE, re.MULTILINE)]
"""In reading order: a part may import only from those before it, and inside itself."""


def part_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def is_module(dotted: str) -> bool:
    path = SOURCE.parent.joinpath(*dotted.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


def imports(path: Path) -> Iterator[str]:
    """Every name of the package that a file imports, wherever in it: in functions and under TYPE_CHECKING too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.partition(".")[0] == "onrecord")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide where a name comes from"
            if node.module and node.module.partition(".")[0] == "onrecord":
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_module_imports_only_from_the_parts_above_it(path: Path) -> None:
    part = part_of(path)
    assert part in PARTS, f"docs/ARCHITECTURE.md has no row for {part}"
    for name in imports(path):
        assert is_module(".".join(name.split(".")[:2])), (
            f"{name}: taken from the package's root, not from its module"
        )
        other = name.split(".")[1]
        if other != part:
            assert other in PARTS[: PARTS.index(part)], (
                f"{part} imports {name}, which stands below it in the table"
            )


def test_the_table_names_what_exists_and_each_once() -> None:
    assert sorted(set(PARTS)) == sorted(PARTS)
    assert set(PARTS) == {part_of(path) for path in FILES}


@pytest.mark.parametrize("part", sorted(part for part in PARTS if (SOURCE / part).is_dir() and part != "cli"))
def test_the_table_names_every_module_of_a_folder_and_no_other(part: str) -> None:
    row = next(line for line in TABLE.splitlines() if line.startswith(f"| `{part}/`")).partition("/`")[2]
    named = {name.rstrip("/") for name in re.findall(r"`([a-z_]+/?)`", row)}
    folders = {path.name for path in (SOURCE / part).iterdir() if path.is_dir()}
    there = {path.stem for path in (SOURCE / part).rglob("*.py")} - {"__init__"}
    assert (there - named, named - there - folders) == (set(), set())


def test_of_the_readers_only_those_of_the_visible_page_use_the_body() -> None:
    users = {
        path.stem
        for path in (SOURCE / "readers").rglob("*.py")
        if any(name.startswith("onrecord.body") for name in imports(path))
    }
    assert users == {
        "buttons", "comments", "consent", "head", "heading", "live_blogs", "lone_author", "lone_date", "makeup", "notices", "page_kinds", "prose", "signing", "surroundings", "teasers", "visible", "votes",
    }  # fmt: skip


HEAVY = (
    "click rich scipy sklearn scrapy starlette jinja2 onnxruntime fastwarc warcio daft torch lightgbm pyarrow"
)

LIGHT = """
import pathlib, resource, sys
import onrecord
record = onrecord.extract(b"<title>Rain</title><h1>Rain in May</h1><p>By Ana Roe</p>", url="https://news.example/a")
assert record.headline == "Rain in May", record
from onrecord.compiled import is_compiled
assert "numpy" not in sys.modules or not is_compiled("onrecord.body.trees"), "what is compiled needs no numpy"
loaded = sorted(set(sys.argv[1].split()) & {name.partition(".")[0] for name in sys.modules})
# On Linux the peak of getrusage is inherited from the process that started this one; that of /proc is not.
status = pathlib.Path("/proc/self/status")
if status.exists():
    peak = int(status.read_text().split("VmHWM:")[1].split()[0])
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)
print(peak, *loaded)
"""


def test_importing_is_light() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIGHT, HEAVY],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=_plain(),
    )
    peak, *loaded = done.stdout.split()
    assert loaded == [], "import onrecord loads what only a command or an extra needs"
    assert int(peak) < 80_000, "KiB of memory"


def test_what_reads_pages_is_loaded_by_the_first_who_asks() -> None:
    code = (
        "import sys, onrecord, onrecord.cli, onrecord.archive;"
        "print('onrecord.readers' in sys.modules, {*onrecord.__all__} <= {*dir(onrecord)});"
        "print(onrecord.extract(b'<h1>Rain</h1>').headline, onrecord.extract is vars(onrecord)['extract'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, env=_plain()
    )
    assert done.stdout == "False True\nRain True\n"


def test_every_command_is_the_file_of_its_name() -> None:
    defining = {p.stem for p in (SOURCE / "cli").glob("*.py") if "@click.command(" in p.read_text("utf-8")}
    assert defining == {*COMMANDS}
    assert [*COMMANDS] == sorted(COMMANDS)
    for name in COMMANDS:
        command = main.get_command(click.Context(main), name)
        assert command is not None
        assert command.name == name


def test_a_command_loads_no_other() -> None:
    code = "import sys; from onrecord.cli import main; main(['--version'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, env=_plain()
    )
    assert not {f"onrecord.cli.{name}" for name in COMMANDS} & {*done.stdout.split()}


def _plain() -> dict[str, str]:
    """The environment, without what makes a subprocess measure its tests' coverage and the like."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("COV", "PYTEST"))}


@pytest.mark.parametrize("name", MODULES)
def test_every_module_can_be_imported(name: str) -> None:
    assert importlib.import_module(name).__doc__


def test_public_functions_still_answer_when_every_module_is_imported() -> None:
    for name in MODULES:
        importlib.import_module(name)
    assert onrecord.extract("<h1>Rain in May</h1>").headline == "Rain in May"
    assert onrecord.json_schema()["title"]


@pytest.mark.parametrize(
    "name", ["onrecord", *(m for m in MODULES if is_module(m) and not m.endswith(".py"))]
)
def test_no_module_takes_the_place_of_a_public_name(name: str) -> None:
    package = importlib.import_module(name)
    if not hasattr(package, "__path__"):
        return
    inside = {m.name for m in pkgutil.iter_modules(package.__path__)}
    assert not inside & set(getattr(package, "__all__", ())), "importing the module would hide the name"


def test_the_public_names_are_all_there_and_in_order() -> None:
    assert len(set(onrecord.__all__)) == len(onrecord.__all__)
    assert sorted(onrecord.__all__) == list(onrecord.__all__)
    for name in onrecord.__all__:
        assert getattr(onrecord, name) is not None
    public = {name for name in vars(onrecord) if not name.startswith("_")} - {
        m.split(".")[1] for m in MODULES
    }
    assert public <= set(onrecord.__all__)


def test_the_command_exists() -> None:
    (script,) = importlib.metadata.entry_points(group="console_scripts", name="onrecord")
    assert callable(script.load())
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "--version"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert onrecord.__version__ in done.stdout
