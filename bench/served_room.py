"""The reading room served in a thread of this process, to be looked at by tests, measured, and photographed."""

import contextlib
import itertools
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from onrecord.archive import Archive
from onrecord.web.guard import Door
from onrecord.web.rates import Rates
from onrecord.web.room import make_app

__all__ = ["application", "served"]


def unhurried() -> Rates:
    """A rate that nothing exceeds: its clock leaps."""
    return Rates(itertools.count(0, 1_000).__next__)


def application(archive: Archive) -> Starlette:
    """The application, in no hurry."""
    return make_app(archive, Door(), unhurried())


@contextlib.contextmanager
def served(file: Path) -> Iterator[str]:
    """The address of a server over the archive in ``file``."""
    with Archive(file, create=True) as archive:
        sock = socket.create_server(("127.0.0.1", 0))
        config = uvicorn.Config(application(archive), log_level="warning", access_log=False, ws="none")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{sock.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(timeout=30)
            sock.close()
