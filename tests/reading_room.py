"""What the tests of the reading room share: an archive, and a client without a browser."""

from starlette.applications import Starlette
from starlette.testclient import TestClient

from made_room import WALL
from served_room import application, served

__all__ = ["OWN", "WALL", "application", "client", "served"]

OWN = {"Origin": "http://127.0.0.1"}
"""What a browser says beside a form of ours."""


def client(app: Starlette) -> TestClient:
    """Without a browser: redirects are told, not followed; errors are answered, not raised."""
    return TestClient(app, base_url="http://127.0.0.1", follow_redirects=False, raise_server_exceptions=False)
