"""The folder a run writes into: what is in it is whole, and what is finished is never done again.

``NAME.parquet`` is the rows of one WARC file, there only when it is finished. All else has a name that begins with
``_``, which DuckDB's ``*.parquet``, pandas, Spark and Daft pass over: ``_bulk.json`` (what was asked), ``_manifest/``
(what became of each record), ``_failures/`` (why a file was not read), ``_work/`` (what is being written).
"""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec

from onrecord.bulk.pieces import Piece
from onrecord.bulk.wanted import Wanted
from onrecord.causes import in_words
from onrecord.errors import InputError
from onrecord.version import __version__
from onrecord.whole_file import sync


class _Said(msgspec.Struct, frozen=True):
    """What all of a folder is made by."""

    onrecord: str
    wanted: Wanted


class _Failures(msgspec.Struct, frozen=True):
    location: str
    reasons: tuple[str, ...] = ()


class Folder:
    """One output folder. Holds nothing but its path, so that it can be sent to other machines that see it."""

    def __init__(self, path: str | Path) -> None:
        """``path`` is made by `opened`."""
        self.path = Path(path)

    @contextlib.contextmanager
    def opened(self, wanted: Wanted | None) -> Iterator[None]:
        """Made where there is none, and no other run's while the context lasts; `InputError`.

        None asks for nothing new: what is there stays as it was asked for.
        """
        if wanted is None and not (self.path / "_bulk.json").exists():
            raise InputError(str(self.path), "no folder of onrecord bulk")
        try:
            for name in ("_manifest", "_failures", "_work"):
                (self.path / name).mkdir(parents=True, exist_ok=True)
            lock = (self.path / "_lock").open("wb")
        except OSError as error:
            raise InputError(str(self.path), f"cannot write there: {in_words(error, str(error))}") from error
        with lock:
            if not _locked(lock.fileno()):
                raise InputError(str(self.path), "another run is writing there")
            if wanted:
                self._agree(wanted)
            shutil.rmtree(self.path / "_work", ignore_errors=True)
            (self.path / "_work").mkdir(exist_ok=True)
            yield

    def _agree(self, wanted: Wanted) -> None:
        said = msgspec.json.encode(_Said(__version__, wanted))
        path = self.path / "_bulk.json"
        if not path.exists():
            if any(self.path.glob("*.parquet")):
                raise InputError(
                    str(self.path), "there are Parquet files there that are not of onrecord bulk"
                )
            self.write(path, said + b"\n")
        elif path.read_bytes().strip() != said:
            there = path.read_text("utf-8", "replace").strip()
            raise InputError(
                str(self.path),
                f"was begun with other options or another version: {there}; take another folder",
            )

    def rows(self, piece: Piece) -> Path:
        """The file of its rows, which is there once it is finished."""
        return self.path / f"{piece.name}.parquet"

    def finished(self, piece: Piece) -> bool:
        """Whether nothing is left to do for it."""
        return self.rows(piece).exists()

    def manifest(self, piece: Piece) -> Path:
        """The file that says what became of each of its records."""
        return self.path / "_manifest" / f"{piece.name}.parquet"

    def work(self, name: str) -> Path:
        """Where something is written before it has its name."""
        return self.path / "_work" / name

    def begin(self, piece: Piece) -> None:
        """Say that a worker is at it. What was found among the rows goes where they were there before, for they may be others."""
        copies = self.path / "_copies"
        if any(copies.glob(f"sketches/{piece.name}.*")):
            shutil.rmtree(copies, ignore_errors=True)
        self.work(f"{piece.name}.begun").touch()

    def end(self, piece: Piece) -> None:
        """Say that none is at it any more."""
        self.work(f"{piece.name}.begun").unlink(missing_ok=True)

    def begun(self, piece: Piece) -> bool:
        """Whether a worker was at it and did not end."""
        return self.work(f"{piece.name}.begun").exists()

    def failures(self, piece: Piece) -> tuple[str, ...]:
        """Why the piece was not read, once for each try."""
        try:
            return msgspec.json.decode(self._failed(piece).read_bytes(), type=_Failures).reasons
        except (FileNotFoundError, msgspec.DecodeError):
            return ()

    def fail(self, piece: Piece, reason: str) -> None:
        """Remember one more failure."""
        reasons = (*self.failures(piece), reason)
        self.write(self._failed(piece), msgspec.json.encode(_Failures(piece.location, reasons)) + b"\n")

    def _failed(self, piece: Piece) -> Path:
        return self.path / "_failures" / f"{piece.name}.json"

    def write(self, path: Path, data: bytes) -> None:
        """A small file, whole or as it was."""
        with self.whole(path) as part:
            part.write_bytes(data)

    @contextlib.contextmanager
    def whole(self, path: Path) -> Iterator[Path]:
        """Where a file is to be written that has the name ``path`` once that is done: there whole, or as it was."""
        part = self.work(f"{path.name}.{os.getpid()}")
        yield part
        self.put(part, path)

    def put(self, part: Path, path: Path) -> None:
        """Give ``part`` its name; once this is done it outlasts a loss of power."""
        sync(part)
        part.replace(path)
        sync(path.parent)


def _locked(descriptor: int) -> bool:
    """Whether the lock is ours; it goes with the process. Where there are no such locks, it is taken for ours."""
    try:
        import fcntl
    except ImportError:  # Windows
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True
