"""Which modules run as machine code where they were compiled, and how Python finds that code.

The build (``hatch_build.py``) makes an object of each module named here. Its file's name holds the digest of the source
it was made from, and it is looked for by the digest of the source that is there: an object of any other source is never
found, and the source runs instead, to the same effect.

>>> object_name("onrecord.body.blocks", b"x = 1").startswith("onrecord.body.blocks.")
True
>>> object_name("onrecord.body.blocks", b"x = 1") == object_name("onrecord.body.blocks", b"x = 2")
False
"""

import hashlib
import importlib.machinery
import importlib.util
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

MODULES = (
    "onrecord.attribution.paths",
    "onrecord.body.anchors",
    "onrecord.body.blocks",
    "onrecord.body.features",
    "onrecord.body.frames",
    "onrecord.body.hints",
    "onrecord.body.judgement",
    "onrecord.body.letters",
    "onrecord.body.links",
    "onrecord.body.model",
    "onrecord.body.nearby",
    "onrecord.body.openings",
    "onrecord.body.places",
    "onrecord.body.position",
    "onrecord.body.standfirst",
    "onrecord.body.stems",
    "onrecord.body.surroundings",
    "onrecord.body.tally",
    "onrecord.body.text",
    "onrecord.body.trees",
    "onrecord.body.vetoes",
    "onrecord.body.wording",
    "onrecord.decoding.ends",
    "onrecord.needles",
    "onrecord.readers.classes",
    "onrecord.readers.comments",
    "onrecord.readers.head",
    "onrecord.readers.jsonld",
    "onrecord.readers.live_blogs",
    "onrecord.readers.numerals",
    "onrecord.readers.surroundings",
    "onrecord.readers.teasers",
    "onrecord.readers.votes",
    "onrecord.readers.wording",
    "onrecord.spacing",
    "onrecord.tags",
    "onrecord.values.tokens",
    "onrecord.visible_words",
)
"""The hot modules, in no order. What a module's ``.pxd`` file says of C types belongs to its source."""

SHARED = "onrecord_views"
"""What Cython needs to reach into arrays, compiled once for all of them. It has no source: Cython writes it."""

SWITCH = "ONRECORD_COMPILE"
"""The environment variable that, set to 0, keeps the build from compiling and Python from using what is compiled."""

PACKAGE = Path(__file__).parent
FOLDER = PACKAGE / "objects"
"""Where the objects lie."""


def wanted() -> bool:
    """Whether modules may be compiled, and run compiled."""
    return os.environ.get(SWITCH) != "0"


def is_compiled(module: str) -> bool:
    """Whether ``module``, which is imported or being so, runs as machine code."""
    return isinstance(getattr(sys.modules[module], "__loader__", None), _Loader)


def source_of(module: str) -> bytes:
    """All of ours that an object of ``module`` is made from; OSError where its source is not there."""
    if module == SHARED:
        return b""
    path = _path_of(module)
    types = path.with_suffix(".pxd")
    return path.read_bytes() + (types.read_bytes() if types.is_file() else b"")


def object_name(module: str, source: bytes) -> str:
    """The file's name of the object that is made from ``source`` for this Python on this kind of machine."""
    digest = hashlib.sha256(source).hexdigest()[:16]
    return f"{module}.{digest}{importlib.machinery.EXTENSION_SUFFIXES[0]}"


def _path_of(module: str) -> Path:
    return PACKAGE.joinpath(*module.split(".")[1:]).with_suffix(".py")


class _Loader(importlib.machinery.ExtensionFileLoader):
    """Loads an object under the name of its source, so that who asks where a module lies is told as ever."""

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = str(_path_of(module.__name__))
        super().exec_module(module)


class Finder:
    """Finds the objects of the modules named here, and nothing else."""

    @staticmethod
    def find_spec(
        name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """As the import system asks it; None where there is no object of the source that is there."""
        if name not in _NAMES or not wanted():
            return None
        try:
            path = FOLDER / object_name(name, source_of(name))
        except OSError:
            return None
        if not path.is_file() or not (FOLDER / object_name(SHARED, b"")).is_file():
            return None
        return importlib.util.spec_from_file_location(name, path, loader=_Loader(name, str(path)))


_NAMES = frozenset((*MODULES, SHARED))

if __name__ == "onrecord.compiled":  # the build reads the list above under another name
    sys.meta_path.insert(0, Finder)
