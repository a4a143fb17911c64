"""WARC files on web servers: what cannot be had is an `OSError`, whatever the server answers."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from onrecord import limits
from onrecord.bulk.places import local
from onrecord.gather import dialling
from onrecord.gather.reach import Reach


@contextmanager
def answering(answer: bytes) -> Iterator[str]:
    """The address of a server that answers this, once."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with server.accept()[0] as connection:
                connection.recv(65_536)
                connection.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/a.warc.gz"
        thread.join(10)


OK = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        OK + b"Transfer-Encoding: chunked\r\n\r\n9\r\nWARC",
        OK + b"Content-Length: 9\r\n\r\nWARC",
        b"WARC/1.1 what is this\r\n\r\n",
        b"",
    ],
    ids=["a chunk cut", "a body cut", "no HTTP", "nothing"],
)
def test_an_answer_that_cannot_be_read_is_an_oserror(answer: bytes) -> None:
    with answering(answer) as address, pytest.raises(OSError, match=r"."), local(address):
        pass


@pytest.mark.parametrize("address", ["http://127.0.0.1:many/a.warc", "http://.x\xe9.example/a.warc"])
def test_an_address_that_is_none_is_an_oserror(address: str) -> None:
    with pytest.raises(OSError, match=r"."), local(address):
        pass


def test_a_server_that_is_not_there_is_told_in_words() -> None:
    refused = pytest.raises(OSError, match=r"^cannot be connected to: connection refused$")
    with refused, local("http://127.0.0.1:1/a.warc.gz"):
        pass


def moved(target: str) -> bytes:
    return f"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n".encode()


def test_a_redirect_to_what_is_no_web_address_is_refused() -> None:
    refused = pytest.raises(OSError, match=r"^redirects to ftp://127.0.0.1:1/a.warc.gz, no web address$")
    with answering(moved("ftp://127.0.0.1:1/a.warc.gz")) as address, refused, local(address):
        pass


WARC = OK + b"Content-Length: 4\r\n\r\nWARC"


def test_a_redirect_within_a_network_of_ones_own_is_followed() -> None:
    with answering(WARC) as onward, answering(moved(onward)) as address, local(address) as path:
        assert path.read_bytes() == b"WARC"


def test_a_redirect_from_a_public_address_into_a_private_network_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real, asked = Reach.refusal, []

    def refusal(reach: Reach, address: str) -> str | None:
        return None if address == "127.0.0.1" else real(reach, address)

    def look_up(host: str, port: int) -> list[str]:  # a name that leads elsewhere each time
        asked.append(host)
        return dialling.look_up("127.0.0.1" if len(asked) == 1 else "127.0.0.2", port)

    monkeypatch.setattr(Reach, "refusal", refusal)
    monkeypatch.setattr("onrecord.bulk.places.look_up", look_up)
    refused = pytest.raises(OSError, match=r"^refused: 127.0.0.2 is a loopback address$")
    with answering(moved("/a.warc.gz")) as address, refused, local(address):
        pass
    assert len(asked) == 2


def test_behind_a_proxy_redirects_are_checked_by_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(host: str, port: int) -> list[str]:
        if host.endswith(".example"):
            raise OSError("known to the proxy alone")
        return dialling.look_up(host, port)

    monkeypatch.setattr("onrecord.bulk.places.look_up", look_up)
    monkeypatch.delenv("no_proxy", raising=False)
    refused = pytest.raises(OSError, match=r"^refused: 10.1.2.3 is a private address$")
    with answering(moved("http://10.1.2.3/a.warc.gz")) as proxy:
        monkeypatch.setenv("http_proxy", proxy)
        with refused, local("http://news.example/a.warc.gz"):
            pass
    with answering(WARC) as proxy:
        monkeypatch.setenv("http_proxy", proxy)
        with local("http://news.example/a.warc.gz") as path:
            assert path.read_bytes() == b"WARC"


def test_past_a_proxy_too_redirects_lead_to_public_addresses_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(host: str, port: int) -> list[str]:
        return dialling.look_up("192.0.0.9" if host == "news.example" else host, port)

    monkeypatch.setattr("onrecord.bulk.places.look_up", look_up)
    monkeypatch.setenv("no_proxy", "127.0.0.2")
    refused = pytest.raises(OSError, match=r"^refused: 127.0.0.2 is a loopback address$")
    with answering(moved("http://127.0.0.2:1/a.warc.gz")) as proxy:
        monkeypatch.setenv("http_proxy", proxy)
        with refused, local("http://news.example/a.warc.gz"):
            pass


def test_an_address_that_is_silent_leaves_the_next_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.create_connection
    told: list[float | None] = []
    made: list[socket.socket] = []

    def connect(where: tuple[str, int], timeout: float) -> socket.socket:
        told.append(round(timeout / limits.FETCH_SECONDS, 1))
        if where[0] != "127.0.0.1":
            raise TimeoutError
        made.append(real(where, timeout=timeout))
        return made[0]

    monkeypatch.setattr(socket, "create_connection", connect)
    monkeypatch.setattr("onrecord.bulk.places.look_up", lambda *_: ["2001:db8::1", "127.0.0.1"])
    monkeypatch.setattr("onrecord.bulk.places._copy", lambda *_: told.append(made[0].gettimeout()))
    with answering(WARC.replace(b"Connection: close\r\n", b"")) as address, local(address):
        assert told == [0.5, 1.0, limits.FETCH_SECONDS]


def test_a_length_that_is_no_number_is_passed_over() -> None:
    with answering(OK + b"Content-Length: \xb2\r\n\r\nWARC") as address, local(address) as path:
        assert path.read_bytes() == b"WARC"
