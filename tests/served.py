"""Sites on loopback for the tests of gathering: what each path answers is told, what was asked is remembered."""

import contextlib
import datetime as dt
import http.server
import ipaddress
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass(frozen=True)
class Answer:
    """What a path answers."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)
    announced: int | None = None
    """What Content-Length says; the body's own length where None; below 0 it is not said."""
    drip_s: float = 0
    """Seconds between two bytes of the body."""
    wait_s: float = 0
    """Before anything is answered."""
    before: bytes = b""
    """What is sent before the answer."""


@dataclass(frozen=True)
class Asked:
    """One request."""

    path: str
    headers: dict[str, str]
    when: float


Route = Answer | Callable[["Asked"], Answer]


@dataclass
class Site:
    """One host."""

    host: str
    port: int = 0
    routes: dict[str, Route] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    certificate: str | None = None
    """A file with a certificate and its key: it is served by TLS."""
    together: int = 0
    """The most requests that were answered at one time."""
    at_once: int = 0
    closing: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def base(self) -> str:
        return f"http{'s' if self.certificate else ''}://{self.host}:{self.port}"

    def paths(self) -> list[str]:
        return [one.path for one in self.asked]

    def answer(self, asked: Asked) -> Answer:
        route = self.routes.get(asked.path, Answer(b"nothing here", 404))
        return route(asked) if callable(route) else route


@contextlib.contextmanager
def serve(*sites: Site) -> Iterator[None]:
    """Serve them, each from a thread of its own, until the end."""
    servers = [_server(site) for site in sites]
    threads = [threading.Thread(target=server.serve_forever, args=(0.02,)) for server in servers]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for site, server, thread in zip(sites, servers, threads, strict=True):
            site.closing.set()
            server.shutdown()
            thread.join()
            server.server_close()


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Clients that go away are part of the tests."""


def _server(site: Site) -> _Server:
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked = Asked(self.path, {key.lower(): value for key, value in self.headers.items()}, time.time())
            with site.lock:
                site.asked.append(asked)
                site.at_once += 1
                site.together = max(site.together, site.at_once)
            try:
                self._send(site.answer(asked))
            finally:
                with site.lock:
                    site.at_once -= 1

        def _send(self, answer: Answer) -> None:
            site.closing.wait(answer.wait_s)
            self.wfile.write(answer.before)
            self.send_response(answer.status)
            for name, value in answer.headers:
                self.send_header(name, value)
            length = len(answer.body) if answer.announced is None else answer.announced
            if answer.status != 304 and length >= 0:
                self.send_header("Content-Length", str(length))
            if length != len(answer.body):
                self.close_connection = True
            self.end_headers()
            if not answer.drip_s:
                self.wfile.write(answer.body)
                return
            for byte in answer.body:
                self.wfile.write(bytes([byte]))
                if site.closing.wait(answer.drip_s):
                    return

        def log_message(self, *_: object) -> None:
            """Not on the terminal."""

    return _bound(site, Handler)


def _bound(site: Site, handler: type[http.server.BaseHTTPRequestHandler]) -> _Server:
    server = _Server((site.host, site.port), handler)
    site.port = server.server_address[1]
    if site.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(site.certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    return server


def self_signed(path: Path, host: str) -> str:
    """A certificate that nobody vouches for, with its key, in a file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    begin = dt.datetime.now(dt.UTC) - dt.timedelta(days=1)
    alternative = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))])
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(begin).not_valid_after(begin + dt.timedelta(days=10))
        .add_extension(alternative, critical=False).sign(key, hashes.SHA256())
    )  # fmt: skip
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return str(path)
