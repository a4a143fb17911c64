"""Compiles the modules that `onrecord.compiled` names, where Cython, a C compiler and Python's headers are there.

As a hook of hatchling it does so for every wheel, an editable one too. ``python hatch_build.py`` does so in place, for
what has changed only. Where it cannot it says why in one line, and the sources run as they are. ONRECORD_COMPILE=0 keeps
it from trying.
"""

import hashlib
import importlib.machinery
import importlib.metadata
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parent
_DIRECTIVES = {
    "language_level": "3",
    "annotation_typing": False,
    "autotestdict": False,
    "emit_code_comments": False,
}
"""Annotations are for readers and mypy: C types stand in ``.pxd`` files, where no caller can be wrong about them."""
_FLAGS = ["-O3", "-g0", "-w", "-fno-plt"]
"""The last: Python's own functions are called at once. By way of a table each call took another line of the processor's cache."""

_ENDING = importlib.machinery.EXTENSION_SUFFIXES[0]
"""Of the names of this Python's objects; those of another one's differ before the last point."""
_ENDINGS = (".so", ".pyd")


def objects(say: Callable[[str], None]) -> list[Path]:
    """The object of each hot module, made where it is not there; none where they cannot be made."""
    compiled = listed()
    if not compiled.wanted():
        say(f"{compiled.SWITCH}=0: not compiled")
        return []
    modules = (compiled.SHARED, *compiled.MODULES)
    named = {m: compiled.FOLDER / compiled.object_name(m, compiled.source_of(m)) for m in modules}
    compiled.FOLDER.mkdir(exist_ok=True)
    made_by = compiled.FOLDER / _made_by()
    kept = {*named.values(), made_by} if made_by.is_file() else set()
    for path in set(compiled.FOLDER.iterdir()) - kept:
        if path.suffix not in _ENDINGS or path.name.endswith(_ENDING):  # those of other Pythons stay
            path.unlink()
    made_by.touch()
    missing = {module: path for module, path in named.items() if not path.is_file()}
    if missing:
        say(f"compiling {len(missing)} modules ...")
        try:
            _compile(missing, compiled.SHARED)
        except (Exception, SystemExit) as error:  # noqa: BLE001  # what a compiler may do wrong has no end
            why = str(error).strip().splitlines() or [type(error).__name__]
            say(f"not compiled, the sources run as they are: {why[-1]}")
    return [path for path in named.values() if path.is_file()]


def _made_by() -> str:
    """The name of an empty file beside the objects of this Python. They share code: all are made by one compiler, in one way."""
    try:
        version = importlib.metadata.version("cython")
    except importlib.metadata.PackageNotFoundError:
        version = "none"
    return f"cython-{version}-{hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:16]}{_ENDING}"


def listed() -> ModuleType:
    """`onrecord.compiled`, without the package, whose dependencies are not there when it is built."""
    spec = importlib.util.spec_from_file_location("compiled", ROOT / "src" / "onrecord" / "compiled.py")
    if spec is None or spec.loader is None:
        raise SystemExit("no list of modules to compile")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _compile(modules: dict[str, Path], shared: str) -> None:
    """Write the object of each module to its path; of these ``shared`` is the one that Cython writes itself."""
    from Cython.Build import cythonize
    from setuptools import Distribution, Extension

    sources = {m: ROOT.joinpath("src", *m.split(".")).with_suffix(".py") for m in modules}
    flags = [] if os.name == "nt" else _FLAGS
    with tempfile.TemporaryDirectory() as folder:
        if shared in modules:
            sources[shared] = Path(folder) / f"{shared}.c"
            written = [sys.executable, "-m", "cython", "--generate-shared", str(sources[shared])]
            subprocess.run(written, check=True)  # noqa: S603  # our own command
        libraries = [] if os.name == "nt" else ["m"]
        extensions = [
            Extension(m, [str(path)], extra_compile_args=flags, libraries=libraries)
            for m, path in sources.items()
        ]
        options = {"compiler_directives": _DIRECTIVES, "shared_utility_qualified_name": shared}
        made = cythonize(extensions, build_dir=folder, quiet=True, **options)
        distribution = Distribution({"name": "onrecord", "ext_modules": made, "packages": []})
        build: Any = distribution.get_command_obj("build_ext")
        build.build_lib = build.build_temp = folder
        build.parallel = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
        build.ensure_finalized()
        build.run()
        for module, path in modules.items():
            part = path.with_suffix(".part")
            shutil.copyfile(build.get_ext_fullpath(module), part)
            part.replace(path)


if __name__ == "__main__":
    objects(print)
else:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
        """Puts the objects into a wheel."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Make the objects; a wheel that holds them is for this Python and this kind of machine."""
            found = objects(self.app.display_info) if self.target_name == "wheel" else []
            if found and version != "editable":  # which finds them where they were made
                build_data["force_include"].update({str(p): f"onrecord/objects/{p.name}" for p in found})
                build_data.update(pure_python=False, infer_tag=True)
