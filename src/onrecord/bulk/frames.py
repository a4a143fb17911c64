"""What a child tells its parent, over a pipe: a letter, a length, and so many bytes."""

import os
import select
import struct
import time
from typing import IO

PAGE = b"P"
"""A record is about to be read: `manifest.Entry` as JSON."""
DONE = b"D"
"""It was: the entry, and behind it the lines of its rows, parted by line feeds."""
END = b"E"
"""The file is read to its end."""
FAILED = b"F"
"""The file cannot be read at all: the reason."""

_HEAD = struct.Struct(">cI")
_PIPE = 1 << 20
"""Bytes a pipe is to hold: what Linux lets anyone ask for."""
_GATHERED_S = 0.02
"""Seconds that frames are let gather in a pipe of that size before they are read: some pages' worth, for every waking
costs both sides more than what it is woken for."""


class Silent(EOFError):  # noqa: N818  # reads as what it says
    """Nothing came for too long."""


def send(pipe: IO[bytes], letter: bytes, payload: bytes = b"") -> None:
    """Write one frame, at once."""
    pipe.write(_HEAD.pack(letter, len(payload)) + payload)
    pipe.flush()


class Frames:
    """The frames that come out of a pipe."""

    def __init__(self, pipe: IO[bytes]) -> None:
        """``pipe`` is read by its descriptor alone."""
        self._descriptor = pipe.fileno()
        self._wide = _widened(self._descriptor)
        self._waiting = bytearray()
        self._piece = bytearray(_PIPE)
        self._poll = select.poll()
        self._poll.register(self._descriptor, select.POLLIN)

    def next(self, seconds: float) -> tuple[bytes, bytes]:
        """Letter and payload. `Silent` where nothing comes for so long, `EOFError` where the other side is gone."""
        self._fill(_HEAD.size, seconds)
        letter, length = _HEAD.unpack_from(self._waiting)
        end = _HEAD.size + length
        self._fill(end, seconds)
        with memoryview(self._waiting) as waiting:
            payload = bytes(waiting[_HEAD.size : end])
        del self._waiting[:end]
        return letter, payload

    def _fill(self, size: int, seconds: float) -> None:
        while len(self._waiting) < size:
            if not self._poll.poll(seconds * 1_000):
                raise Silent
            if self._wide:
                time.sleep(_GATHERED_S)
            read = os.readv(self._descriptor, [self._piece])
            if not read:
                raise EOFError
            self._waiting += memoryview(self._piece)[:read]


def _widened(descriptor: int) -> bool:
    """Whether the pipe holds `_PIPE` bytes now."""
    try:
        import fcntl

        return fcntl.fcntl(descriptor, fcntl.F_SETPIPE_SZ, _PIPE) >= _PIPE
    except (ImportError, AttributeError, OSError):  # not Linux; more than this person's pipes may hold in all
        return False
