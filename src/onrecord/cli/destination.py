"""Where data goes: standard output, or a file that appears when it is complete."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from onrecord.causes import in_words
from onrecord.cli import terminal
from onrecord.whole_file import whole_file

Write = Callable[[bytes], object]


@contextlib.contextmanager
def opened(output: str | None) -> Iterator[Write]:
    """A function that writes to ``output``; None and ``-`` are standard output. A file is there whole or as it was."""
    if output in (None, "-"):
        yield terminal.write
        return
    path = Path(str(output)).resolve()  # a link stays a link: what it leads to is replaced
    try:
        # Devices and pipes are not replaced.
        with path.open("wb") if path.exists() and not path.is_file() else whole_file(path) as file:
            yield file.write
    except BrokenPipeError:
        raise
    except OSError as error:
        raise terminal.Failure(f"{output}: cannot write it: {in_words(error)}") from error
