"""What no request gets past, and what every answer says: before any page is asked.

Who may ask (the Host it names, where a browser says it comes from), how much (size, rate), and what a browser may do
with the answer (Content-Security-Policy and its like).
"""

import ipaddress
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord import limits
from onrecord.web.problem import problem
from onrecord.web.rates import Rates

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""Scripts, styles and requests of our own files only; nothing inline, nothing evaluated, nothing framed."""

_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not no-referrer: with that a browser names no origin beside a form of our own, by which we tell it from others'.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_COSTS = (("/static/", 0.0), ("/export", 20.0), ("/feed", 5.0), ("/try", 5.0))
"""What a request takes from its client's bucket, by how its path begins; else 1."""
_CHARGED_S = 2 * limits.QUERY_SECONDS
"""The most work that one request is charged for: counts and hits. What is longer was waiting, for others or for a body."""


@dataclass(frozen=True)
class Door:
    """Where the application listens, and under which names it answers."""

    host: str = "127.0.0.1"
    names: tuple[str, ...] = ()
    """Further host names, such as that of a proxy in front."""

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach it."""
        return _is_loopback(self.host)

    def answers(self, host: str) -> bool:
        """Whether a request for the header ``Host: host`` may be meant for us.

        A page elsewhere can have its own name lead to this machine, and then read what its name gives; it cannot have
        an address in numbers do so. So numbers are let in, names only if they are ours.
        """
        name = _name(host)
        if name in {"localhost", *(_name(own) for own in (self.host, *self.names))}:
            return True
        return _is_loopback(name) if self.is_loopback else _is_address(name)


def _name(host: str) -> str:
    """The name in a Host header, without its port: in lower case; empty where it is none."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_loopback(name: str) -> bool:
    return name == "localhost" or (_is_address(name) and ipaddress.ip_address(name).is_loopback)


class Guard:
    """Refuses what must not be answered, in one line; puts the headers on what is."""

    def __init__(self, app: ASGIApp, door: Door, rates: Rates) -> None:
        """``app`` is what it stands before."""
        self._app, self._door, self._rates = app, door, rates

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # no web sockets here
        if refusal := self._refusal(scope):
            await refusal(scope, receive, _headed(send, scope["path"]))
            return
        begun = time.monotonic()

        def answered() -> None:
            self._rates.charge(_client(scope), min(time.monotonic() - begun, _CHARGED_S))

        headed = _headed(send, scope["path"], answered)
        await self._app(scope, _bounded(receive, _most(scope["path"])), headed)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self._door.answers(headers.get("host", "")):
            return _refused(
                scope, 400, "This server does not answer under that name; onrecord serve --name adds one."
            )
        if len(scope["path"]) + len(scope["query_string"]) > limits.ADDRESS_BYTES:
            return _refused(scope, 414, "The address is too long.")
        if not _said_size_fits(headers, scope["path"]):
            return _refused(scope, 413, "That is too large.")
        if reason := _foreign(scope, headers):
            return _refused(scope, 403, reason)
        return self._too_often(scope)

    def _too_often(self, scope: Scope) -> Response | None:
        cost = next((cost for start, cost in _COSTS if scope["path"].startswith(start)), 1.0)
        wait = self._rates.wait(_client(scope), cost)
        if not wait:
            return None
        return _refused(scope, 429, "Too many requests; wait a moment.", {"Retry-After": str(int(wait) + 1)})


def _client(scope: Scope) -> str:
    """The address of who asks."""
    return str(scope["client"][0]) if scope.get("client") else ""


def _refused(scope: Scope, status: int, reason: str, headers: dict[str, str] | None = None) -> Response:
    if not scope["path"].startswith("/api/"):
        return PlainTextResponse(f"{reason}\n", status, headers)
    response = problem(status, "That was not done", detail=reason)
    response.headers.update(headers or {})
    return response


def _most(path: str) -> int:
    """Bytes of a body: of a page that is handed over, a page's and what a form adds to it."""
    return limits.REQUEST_BYTES + (limits.PAGE_BYTES if path == "/try" else 0)


def _said_size_fits(headers: Headers, path: str) -> bool:
    said = headers.get("content-length", "0")
    return (
        said.isascii()
        and said.isdigit()
        and len(said) < len(str(limits.PAGE_BYTES)) * 2
        and int(said) <= _most(path)
    )


def _foreign(scope: Scope, headers: Headers) -> str | None:
    """Why a request is not one of our own pages', nor typed by the reader; None where it may be.

    A browser says with every request whether our own page made it (``Sec-Fetch-Site``), and with every POST which
    origin did (``Origin``): a page elsewhere can change nothing here, and can ask only by a link that is followed.
    """
    site = headers.get("sec-fetch-site")
    if scope["method"] in _SAFE:
        followed = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
        return "Another site's page asked." if site == "cross-site" and not followed else None
    if site is not None:
        return None if site == "same-origin" else "Only a form of this page may change something."
    origin = headers.get("origin")
    if origin is None:
        # No browser leaves both out. What is no browser may use the API, which changes nothing.
        return None if scope["path"].startswith("/api/") else "The request does not say which page made it."
    same = _netloc(origin) == headers.get("host", "").lower()
    return None if same else "Only a form of this page may change something."


def _netloc(origin: str) -> str | None:
    """Name and port of an origin, in lower case; None where it is none."""
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return None


def _bounded(receive: Receive, most: int) -> Receive:
    """``receive``, until more than ``most`` bytes have come: then an `HTTPException`."""
    came = 0

    async def bounded() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > most:
            raise HTTPException(413, "That is too large.")
        return message

    return bounded


def _headed(send: Send, path: str, answered: Callable[[], None] = lambda: None) -> Send:
    """``send`` with the headers of safety on each answer, and none of it kept by a cache but our own files.

    ``answered`` is called when an answer begins: then the work is done, and what follows is the reader's line.
    """
    kept = "max-age=86400" if path.startswith("/static/") else "no-store"

    async def headed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(_HEADERS)
            headers["Cache-Control"] = kept
            answered()
        await send(message)

    return headed
