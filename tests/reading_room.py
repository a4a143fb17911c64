"""What the tests of the reading room share: an archive, a client without a browser, a server for one with."""

import contextlib
import itertools
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.testclient import TestClient

from made_room import WALL, fill
from onrecord.archive import Archive
from onrecord.web.guard import Door
from onrecord.web.rates import Rates
from onrecord.web.room import make_app

__all__ = ["OWN", "WALL", "application", "client", "fill", "served", "unhurried"]

OWN = {"Origin": "http://127.0.0.1"}
"""What a browser says beside a form of ours."""


def unhurried() -> Rates:
    """A rate that nothing exceeds: its clock leaps."""
    return Rates(itertools.count(0, 1_000).__next__)


def application(archive: Archive) -> Starlette:
    return make_app(archive, Door(), unhurried())


def client(app: Starlette) -> TestClient:
    """Without a browser: redirects are told, not followed; errors are answered, not raised."""
    return TestClient(app, base_url="http://127.0.0.1", follow_redirects=False, raise_server_exceptions=False)


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
