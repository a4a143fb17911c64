"""Sites on loopback for the tests of gathering: what each path answers is told, what was asked is remembered."""

import contextlib
import http.server
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

__all__ = ["Answer", "Asked", "Site", "serve"]


@dataclass(frozen=True)
class Answer:
    """What a path answers."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)
    announced: int | None = None
    """What Content-Length says; the body's own length where None."""
    drip_s: float = 0
    """Seconds between two bytes of the body."""
    wait_s: float = 0
    """Before anything is answered."""


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
    together: int = 0
    """The most requests that were answered at one time."""
    at_once: int = 0
    closing: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def base(self) -> str:
        return f"http://{self.host}:{self.port}"

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
            self.send_response(answer.status)
            for name, value in answer.headers:
                self.send_header(name, value)
            length = len(answer.body) if answer.announced is None else answer.announced
            if answer.status != 304:
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

    server = _Server((site.host, site.port), Handler)
    site.port = server.server_address[1]
    return server
