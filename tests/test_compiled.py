"""What is compiled does what its source does; an object of another source is never used; a wheel holds the objects."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import onrecord.compiled
from onrecord.compiled import FOLDER, MODULES, SHARED, SWITCH, object_name, source_of

ROOT = Path(__file__).parent.parent

CHILD = """
import hashlib, json, pathlib, sys
import onrecord, onrecord.compiled, onrecord.body.model, onrecord.attribution.paths
from accept import page_of

def digest(folder):
    case = json.loads((folder / "case.json").read_text("utf-8"))
    data = page_of(folder).read_bytes()
    records = onrecord.extract_all(data, url=case["url"], captured=case.get("captured"))
    return hashlib.sha256(b"".join(r.to_json() for r in records)).hexdigest()

folders = sorted(path.parent for path in pathlib.Path("cases").glob("*/case.json"))
digests = {folder.name: digest(folder) for folder in folders}
loaded = [m for m in onrecord.compiled.MODULES if type(sys.modules[m].__loader__).__name__ == "_Loader"]
print(json.dumps([loaded, digests]))
"""


def _compiles_here() -> bool:
    """Whether this machine has a C compiler and Python's headers, and nobody said not to use them."""
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    headers = Path(sysconfig.get_path("include")) / "Python.h"
    return shutil.which(compiler) is not None and headers.is_file() and os.environ.get(SWITCH) != "0"


def _run(switch: str) -> tuple[list[str], dict[str, str]]:
    environment = {**os.environ, SWITCH: switch, "PYTHONPATH": str(ROOT / "bench")}
    done = subprocess.run(
        [sys.executable, "-c", CHILD], capture_output=True, check=True, cwd=ROOT, env=environment
    )
    loaded, digests = json.loads(done.stdout)
    return loaded, digests


needs_compiler = pytest.mark.skipif(not _compiles_here(), reason="no compiler: the sources run as they are")


@needs_compiler
def test_every_module_is_compiled_from_the_source_that_is_there() -> None:
    stale = [m for m in MODULES if not (FOLDER / object_name(m, source_of(m))).is_file()]
    assert not stale, "edited since they were compiled: make setup"


@needs_compiler
def test_records_of_all_cases_are_the_same_compiled_and_not() -> None:
    loaded, compiled = _run("1")
    none, plain = _run("0")
    assert (sorted(loaded), none) == (sorted(MODULES), [])
    assert len(plain) >= 25
    assert compiled == plain


@pytest.fixture
def objects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an object of every module, in place of the real one; none can be loaded."""
    for module in (*MODULES, SHARED):
        (tmp_path / object_name(module, source_of(module))).write_bytes(b"")
    monkeypatch.setattr(onrecord.compiled, "FOLDER", tmp_path)
    monkeypatch.delenv(SWITCH, raising=False)
    return tmp_path


def _found(module: str) -> object:
    return onrecord.compiled.Finder.find_spec(module)


@pytest.mark.parametrize("module", MODULES)
def test_an_object_of_another_source_is_not_found(
    module: str, objects: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert objects.is_dir()
    assert _found(module) is not None
    edited = source_of(module) + b"\n"
    monkeypatch.setattr(onrecord.compiled, "source_of", lambda _: edited)
    assert _found(module) is None


def test_the_types_of_a_module_belong_to_its_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onrecord.compiled, "PACKAGE", tmp_path)
    (tmp_path / "a.py").write_bytes(b"x = 1")
    plain = source_of("onrecord.a")
    (tmp_path / "a.pxd").write_bytes(b"cdef int x")
    assert source_of("onrecord.a") not in (plain, b"")


def test_without_what_they_share_no_object_is_found(objects: Path) -> None:
    (objects / object_name(SHARED, b"")).unlink()
    assert [m for m in MODULES if _found(m) is not None] == []


@pytest.mark.usefixtures("objects")
def test_what_is_compiled_is_not_used_where_it_is_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "0")
    assert [m for m in MODULES if _found(m) is not None] == []


def _hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class _App:
    def __init__(self) -> None:
        self.said: list[str] = []

    def display_info(self, line: str) -> None:
        self.said.append(line)


def _built(version: str) -> tuple[dict[str, Any], list[str]]:
    app, data = _App(), {"force_include": {}, "pure_python": True, "infer_tag": False}
    _hook().CompileHook(str(ROOT), {}, None, None, str(ROOT), "wheel", app).initialize(version, data)
    return data, app.said


@needs_compiler
def test_a_wheel_holds_the_objects_and_an_editable_one_finds_them() -> None:
    data, _ = _built("standard")
    assert sorted(data["force_include"].values()) == sorted(
        f"onrecord/objects/{object_name(m, source_of(m))}" for m in (*MODULES, SHARED)
    )
    assert (data["pure_python"], data["infer_tag"]) == (False, True)
    assert _built("editable")[0] == {"force_include": {}, "pure_python": True, "infer_tag": False}


def test_a_wheel_without_objects_is_for_every_machine_and_the_build_says_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(SWITCH, "0")
    data, said = _built("standard")
    assert data == {"force_include": {}, "pure_python": True, "infer_tag": False}
    assert said == ["ONRECORD_COMPILE=0: not compiled"]


def test_without_a_compiler_the_build_says_so_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook, said = _hook(), list[str]()
    modules = hook.listed()
    monkeypatch.setattr(modules, "FOLDER", tmp_path / "objects")
    monkeypatch.setattr(modules, "MODULES", MODULES[:1])
    monkeypatch.setattr(hook, "listed", lambda: modules)
    monkeypatch.setenv("CC", "/there/is/none")
    monkeypatch.delenv(SWITCH, raising=False)
    (tmp_path / "objects").mkdir()
    others = tmp_path / "objects" / "onrecord.page.0123.cpython-34-x86_64-linux-gnu.so"
    own = tmp_path / "objects" / object_name("onrecord.page", b"an older source")
    others.touch()
    own.touch()
    assert hook.objects(said.append) == []
    assert (others.exists(), own.exists()) == (True, False)  # of another Python, in the same checkout
    assert said[0] == "compiling 2 modules ..."
    assert said[1].startswith("not compiled, the sources run as they are: ")
