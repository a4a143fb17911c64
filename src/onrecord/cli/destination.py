"""Where data goes: standard output, or a file that appears when it is complete."""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from onrecord.cli import terminal

__all__ = ["opened"]

Write = Callable[[bytes], object]


@contextlib.contextmanager
def opened(output: str | None) -> Iterator[Write]:
    """A function that writes to ``output``; None and ``-`` are standard output.

    A file is written beside its place under a hidden name and renamed at the end, so it is there whole or as it was.
    """
    if output in (None, "-"):
        yield terminal.write
        return
    path = Path(str(output)).resolve()  # a link stays a link: what it leads to is replaced
    try:
        with _in_place(path) if path.exists() and not path.is_file() else _renamed(path) as write:
            yield write
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise terminal.Failure(f"{output}: cannot write it: {reason}") from error


@contextlib.contextmanager
def _in_place(path: Path) -> Iterator[Write]:
    """Devices and pipes are not replaced."""
    with path.open("wb") as file:
        yield file.write


@contextlib.contextmanager
def _renamed(path: Path) -> Iterator[Write]:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            yield file.write
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
