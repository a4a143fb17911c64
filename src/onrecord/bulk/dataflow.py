"""Pieces handed to workers by Daft: on this machine or on a Ray cluster, with the same code."""

import logging
import os
import socket
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

import msgspec

from onrecord.bulk.folder import Folder
from onrecord.bulk.piece import Done, do_piece
from onrecord.bulk.pieces import Piece
from onrecord.bulk.reading import CHILD, Reader
from onrecord.bulk.wanted import Wanted
from onrecord.causes import in_words, one_line
from onrecord.errors import InputError, MissingExtra

if TYPE_CHECKING:
    from daft import DataFrame, Expression

LOCAL_RAY = "local"
"""The address that starts a Ray of one's own on this machine, for as long as this process lives."""

_OBJECT_STORE = 200_000_000
"""Bytes of Ray's shared memory: what goes through it are names and counts."""


class WorkersDied(Exception):  # noqa: N818  # reads as what it says
    """A worker's whole process is gone, and with it the run it was part of; what was finished is finished."""


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """What every worker is told."""

    folder: str
    wanted: Wanted
    command: tuple[str, ...] = CHILD
    """Starts the process that reads pages."""


class Worker(Protocol):
    """What Daft makes one of in each of its processes, from what all are told."""

    def __init__(self, told: bytes) -> None: ...

    def __call__(self, name: str, location: str) -> bytes:
        """Do one thing; what became of it."""
        ...


class PageWorker:
    """Does pieces, with a child that is kept from one to the next."""

    def __init__(self, told: bytes) -> None:
        """``told`` is a `Work` as JSON."""
        work = msgspec.json.decode(told, type=Work)
        self._folder, self._wanted = Folder(work.folder), work.wanted
        self._reader = Reader(work.command)

    def close(self) -> None:
        """End its child."""
        self._reader.close()

    def __call__(self, name: str, location: str) -> bytes:
        """Do a `Piece`; its `Done` as JSON."""
        piece = Piece(name, location)
        self._folder.begin(piece)
        done = do_piece(piece, self._folder, self._wanted, self._reader)
        self._folder.end(piece)
        return msgspec.json.encode(done)


_free: list[tuple[bytes, PageWorker]] = []
"""Workers of this process that are at nothing: Daft calls from ever new threads, and a child is kept for the next."""


def _do(told: bytes, name: str, location: str) -> bytes:
    """Do one piece with a worker that is free, or a new one: there are as many as are at work at once."""
    try:
        kept, worker = _free.pop()
    except IndexError:
        kept, worker = b"", None
    if worker is None or kept != told:
        if worker:
            worker.close()
        worker = PageWorker(told)
    try:
        return worker(name, location)
    finally:
        _free.append((told, worker))


class Engine:
    """Daft, set up once: its runner is one for the whole process."""

    def __init__(self, workers: int, ray: str | None = None) -> None:
        """Work on ``workers`` pieces at once here, or on as many as the Ray cluster at ``ray`` has CPUs; `MissingExtra`."""
        # Neither is asked to tell its makers what is run here, nor to draw bars over our own.
        for name, value in _QUIET.items():
            os.environ.setdefault(name, value)
        self.workers = workers
        self._ray = ray is not None
        try:
            import daft
        except ImportError:
            raise MissingExtra("this needs the extra 'bulk': pip install 'onrecord[bulk]'") from None
        if ray is None:
            daft.set_runner_native(num_threads=workers)
        else:
            _join(ray, workers)
            daft.set_runner_ray(noop_if_initialized=True)

    def close(self) -> None:
        """End the children of this process, and leave the cluster; one that was started here ends."""
        while _free:
            _free.pop()[1].close()
        if self._ray:
            import ray

            ray.shutdown()

    def run(self, pieces: Iterable[Piece], work: Work) -> Iterator[Done]:
        """What became of each piece, as they end; `WorkersDied` where that cannot be told.

        Done by threads, which wait for their children: the pages are read in processes anyway.
        """
        import daft

        told = msgspec.json.encode(work)

        def do(name: str, location: str) -> bytes:
            return _do(told, name, location)

        function = daft.func(do, return_dtype=daft.DataType.binary(), use_process=False)
        for done in self._each(function, list(pieces)):
            yield msgspec.json.decode(done, type=Done)

    def each(self, kind: type[Worker], told: bytes, pieces: Iterable[Piece]) -> Iterator[bytes]:
        """What workers of a kind, each in a process, make of each of ``pieces``, as they end; `WorkersDied`."""
        import daft

        called = daft.method(return_dtype=daft.DataType.binary())(kind.__call__)
        made = type(kind.__name__, (kind,), {"__call__": called})
        yield from self._each(
            daft.cls(made, max_concurrency=self.workers, use_process=True)(told), list(pieces)
        )

    def _each(self, worker: Callable[..., "Expression"], pieces: list[Piece]) -> Iterator[bytes]:
        import daft

        if not pieces:
            return
        table = daft.from_pydict({"name": [p.name for p in pieces], "location": [p.location for p in pieces]})
        done = self._cut(table, len(pieces)).select(
            worker(daft.col("name"), daft.col("location")).alias("done")
        )
        try:
            for row in done.iter_rows(results_buffer_size=1):
                yield row["done"]
        except Exception as error:  # Daft has no error of its own for it
            raise WorkersDied(" ".join(str(error).split())[:500]) from error

    def _cut(self, table: "DataFrame", pieces: int) -> "DataFrame":
        """One piece a partition: who is done takes the next."""
        return table.into_partitions(pieces) if self._ray else table.into_batches(1)


_QUIET = {
    "DO_NOT_TRACK": "true",
    "DAFT_ANALYTICS_ENABLED": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
}


def _join(address: str, workers: int) -> None:
    try:
        import ray
    except ImportError:
        raise MissingExtra("--ray needs the extra 'ray': pip install 'onrecord[ray]'") from None
    here = address == LOCAL_RAY
    try:
        _knock(_meant(address))
        ray.init(
            address,  # told to start one, it joins none that runs, nor one of which a killed run left the address
            num_cpus=workers if here else None,
            object_store_memory=_OBJECT_STORE if here else None,
            include_dashboard=False if here else None,
            log_to_driver=False,
            logging_level=logging.ERROR,
            ignore_reinit_error=True,
        )
    except (OSError, RuntimeError, ValueError) as error:  # ValueError: an address of no form that Ray knows
        why = in_words(error, one_line(error)) if isinstance(error, OSError) else one_line(error)
        raise InputError(address, f"no Ray can be joined there: {why}") from error


def _meant(address: str) -> str:
    """Where Ray itself looks for what it was told is ``auto``; `OSError` where nothing says."""
    from ray._private.services import canonicalize_bootstrap_address

    return str(canonicalize_bootstrap_address(address)) if address == "auto" else address


def _knock(address: str) -> None:
    """`OSError` where nobody listens at ``HOST:PORT`` within seconds: Ray would try for minutes."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    until = time.monotonic() + _KNOCK_S
    while host and port.isascii() and port.isdigit():
        try:
            socket.create_connection((host.strip("[]"), int(port)), timeout=_KNOCK_S).close()
        except ConnectionRefusedError:  # it may be about to start
            if time.monotonic() > until:
                raise
            time.sleep(0.5)
        else:
            return


_KNOCK_S = 5.0
