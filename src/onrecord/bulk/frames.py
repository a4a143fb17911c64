"""What a child tells its parent, over a pipe: a letter, a length, and so many bytes."""

import os
import select
import struct
from typing import IO

__all__ = ["DONE", "END", "FAILED", "PAGE", "Frames", "Silent", "send"]

PAGE = b"P"
"""A record is about to be read: `manifest.Entry` as JSON."""
DONE = b"D"
"""It was: the entry, and after a line feed the rows, a line each."""
END = b"E"
"""The file is read to its end."""
FAILED = b"F"
"""The file cannot be read at all: the reason."""

_HEAD = struct.Struct(">cI")
_READ = 1 << 20


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
        self._waiting = bytearray()
        self._poll = select.poll()
        self._poll.register(self._descriptor, select.POLLIN)

    def next(self, seconds: float) -> tuple[bytes, bytes]:
        """Letter and payload. `Silent` where nothing comes for so long, `EOFError` where the other side is gone."""
        self._fill(_HEAD.size, seconds)
        letter, length = _HEAD.unpack_from(self._waiting)
        end = _HEAD.size + length
        self._fill(end, seconds)
        payload = bytes(self._waiting[_HEAD.size : end])
        del self._waiting[:end]
        return letter, payload

    def _fill(self, size: int, seconds: float) -> None:
        while len(self._waiting) < size:
            if not self._poll.poll(seconds * 1_000):
                raise Silent
            piece = os.read(self._descriptor, _READ)
            if not piece:
                raise EOFError
            self._waiting += piece
