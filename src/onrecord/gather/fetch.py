"""One page by its address, as safely as a crawl: robots.txt, only public addresses, bounded in size and time.

The address that is connected to is the one that was checked: the name is resolved once, by us, and the socket opened to
what was found.
"""

import contextlib
import datetime as dt
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from onrecord import limits
from onrecord.capture import Captured, Lost, Redirected
from onrecord.causes import in_words, one_line
from onrecord.errors import InputError
from onrecord.gather.dialling import RefusedAddress, dial, look_up
from onrecord.gather.manners import Manners
from onrecord.gather.patience import refusal
from onrecord.gather.reach import Reach, check_user
from onrecord.gather.robots import NONE, Rules, read_robots, robots_url
from onrecord.gather.sources import not_a_page
from onrecord.http_body import plain_body
from onrecord.values.addresses import redirect, resolve

Found = Captured | Redirected | Lost
_Resolve = Callable[[str, int], list[str]]
_STEP = 65_536


class _Response(NamedTuple):
    """One answer."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    captured: str


@dataclass
class Fetcher:
    """Fetches one page after another; remembers each site's robots.txt and when it was last asked."""

    manners: Manners
    resolve: _Resolve = look_up
    sleep: Callable[[float], object] = time.sleep
    _rules: dict[str, Rules] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)
    """By host: when it was last asked for anything."""
    _paged: set[str] = field(default_factory=set)
    """Hosts that were asked for a page: the first comes right after robots.txt, one request of a person's, not a crawl."""

    def fetch(self, url: str) -> Iterator[Found]:
        """The page at ``url``, after the redirects that led to it; a `Lost` says why there is none.

        An answer that is no success is a `Lost`. `MissingExtra` where robots.txt cannot be read.
        """
        try:
            yield from self._follow(url)
        except InputError as error:
            yield Lost(url, error.reason)

    def _follow(self, url: str) -> Iterator[Found]:
        at = (resolve(url) or "").partition("#")[0]
        if not at:
            raise InputError(url, "no web address")
        seen = {at}
        for _ in range(self.manners.redirects + 1):
            _asked(at)  # what cannot be is told before its site is asked for its rules
            self._check_robots(at)
            response = self._polite(at, self._pause_of(at))
            target = redirect(response.status, response.headers, response.url)
            if target is None:
                yield _page(url, response)
                return
            yield Redirected(url, at, target)
            if target in seen:
                raise InputError(url, "redirects in a circle")
            seen.add(target)
            at = target
        raise InputError(url, f"more than {self.manners.redirects} redirects")

    def _check_robots(self, url: str) -> None:
        where = robots_url(url)
        if where not in self._rules:
            self._rules[where] = self._ask_robots(where)
        rules = self._rules[where]
        if rules is NONE:
            raise InputError(url, "its robots.txt cannot be had, so nothing may be asked")
        if not rules.allows(url):
            raise InputError(url, "robots.txt forbids it")

    def _ask_robots(self, where: str) -> Rules:
        at = where
        for _ in range(5):
            try:
                response = self._polite(at, 0, cut_at=limits.ROBOTS_BYTES)
            except InputError as error:
                if at == where:
                    raise
                raise InputError(where, f"its robots.txt cannot be had: {error.reason}") from error
            target = redirect(response.status, response.headers, response.url)
            if target is None:
                return read_robots(response.status, plain_body(response.body, dict(response.headers))[0])
            at = target
        return read_robots(404, b"")

    def _pause_of(self, url: str) -> float:
        rules = self._rules.get(robots_url(url))
        return max(self.manners.pause_s, rules.crawl_delay_s if rules else 0)

    def _polite(self, url: str, pause_s: float, *, cut_at: int | None = None) -> _Response:
        host = urlsplit(url).hostname or ""
        wait = self._asked.get(host, -pause_s) + pause_s - time.monotonic()
        if wait > 0 and host in self._paged:
            self.sleep(wait)
        response = self._exchange(url, cut_at)
        self._asked[host] = time.monotonic()
        if pause_s:
            self._paged.add(host)
        return response

    def _exchange(self, url: str, cut_at: int | None) -> _Response:
        host, port, path = _asked(url)
        with self._connected(url, host, port) as connection:
            connection.putrequest("GET", path, skip_accept_encoding=True)
            for name, value in self._headers():
                connection.putheader(name, value)
            connection.endheaders()
            response = connection.getresponse()
            while 100 <= response.status < 200:  # noqa: PLR2004  # not yet the answer; of these it passes over 100 alone
                response.headers = None  # type: ignore[assignment]  # else it begins no other
                response.begin()
            body = self._body(url, response, cut_at)
            headers = tuple((name.lower(), value) for name, value in response.getheaders())
            captured = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            return _Response(url, response.status, headers, body, captured)

    def _headers(self) -> tuple[tuple[str, str], ...]:
        return (
            ("User-Agent", self.manners.user_agent),
            ("Accept", "text/html,application/xhtml+xml,*/*;q=0.5"),
            ("Accept-Encoding", "gzip, deflate"),
            ("Connection", "close"),
        )

    def _body(self, url: str, response: http.client.HTTPResponse, cut_at: int | None) -> bytes:
        """What came; of what is longer than ``cut_at`` its beginning, else `InputError` where it is longer than is taken."""
        told = ",".join(response.headers.get_all("content-length", ()))  # as one list (RFC 9110, 5.3)
        if len({length.strip() for length in told.split(",")}) > 1:
            raise InputError(url, "the answer states several lengths")
        pieces, size = [], 0
        while piece := response.read1(_STEP):
            size += len(piece)
            pieces.append(piece)
            if cut_at is not None and size > cut_at:
                return b"".join(pieces)
            if cut_at is None and size > self.manners.max_bytes:
                raise InputError(url, f"larger than {self.manners.max_bytes:,} bytes")
        if response.length:  # what was announced and did not come
            raise InputError(url, "the answer broke off")
        return b"".join(pieces)

    @contextlib.contextmanager
    def _connected(self, url: str, host: str, port: int) -> Iterator[http.client.HTTPConnection]:
        """A connection that ends when its time is over, however slowly the server sends."""
        until = time.monotonic() + self.manners.timeout_s
        late, too_late = threading.Event(), f"took longer than {self.manners.timeout_s:g} seconds"
        sock = self._dialled(url, host, port, until)

        def cut() -> None:  # the socket in use by then: that of TLS takes the first one over
            late.set()
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

        timer = threading.Timer(max(0.01, until - time.monotonic()), cut)
        timer.daemon = True
        timer.start()
        try:
            if url.lower().startswith("https"):
                sock = tls = ssl.create_default_context().wrap_socket(
                    sock, server_hostname=host, do_handshake_on_connect=False
                )
                tls.do_handshake()  # in reach of the timer
            connection = http.client.HTTPConnection(host, port)
            connection.default_port = 443 if url.lower().startswith("https") else 80
            connection.sock = sock
            yield connection
        except (OSError, http.client.HTTPException, ValueError) as error:
            why = too_late if late.is_set() or isinstance(error, TimeoutError) else _cause(error)
            raise InputError(url, why) from error
        except InputError as error:
            if not late.is_set():
                raise
            raise InputError(url, too_late) from error
        finally:
            timer.cancel()
            sock.close()
        if late.is_set():  # where no length was announced, what was cut looks whole
            raise InputError(url, too_late)

    def _dialled(self, url: str, host: str, port: int, until: float) -> socket.socket:
        try:
            sock = dial(self.resolve(host, port), port, Reach.of(self.manners.allow), until)
        except RefusedAddress as error:
            raise InputError(url, str(error)) from error
        except OSError as error:
            why = f"cannot be connected to: {in_words(error, str(error))}"
            raise InputError(url, why) from error
        sock.settimeout(self.manners.timeout_s)
        return sock


def _asked(url: str) -> tuple[str, int, str]:
    """Host, port and path; `InputError` where they cannot be asked."""
    parts = urlsplit(url)
    try:
        check_user(url)
        port = parts.port or (443 if parts.scheme.lower() == "https" else 80)
        host = (parts.hostname or "").encode("idna").decode()
    except UnicodeError as error:
        raise InputError(url, "no address that can be asked") from error
    except ValueError as error:
        raise InputError(url, f"no address that can be asked: {error}") from error
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&()*+,;=~-._?")
    return host, port, f"{path}?{query}" if query else path


def _cause(error: Exception) -> str:
    if isinstance(error, ssl.SSLError):
        return f"its certificate or encryption is not right: {error.reason or error}"
    if isinstance(error, http.client.IncompleteRead | http.client.RemoteDisconnected | ConnectionError):
        return "the answer broke off"
    if isinstance(error, http.client.BadStatusLine):  # in which its words come
        return "no answer that can be read: it is not HTTP"
    return f"no answer that can be read: {one_line(error)}"


def _page(name: str, response: _Response) -> Captured | Lost:
    if not 200 <= response.status < 300:  # noqa: PLR2004
        return Lost(name, f"the server answered {refusal(response.status, response.headers)}")
    data, troubles = plain_body(response.body, dict(reversed(response.headers)))
    if fault := not_a_page(data):
        return Lost(name, fault)
    headers = ((":status", str(response.status)), *response.headers)
    return Captured(
        name, data, url=response.url, captured=response.captured, headers=headers, troubles=troubles
    )
