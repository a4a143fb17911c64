"""The crawl as Scrapy runs it: a spider that asks for what is due, and what stands between it and the network."""

import asyncio
import http.client
import re
import sqlite3
import time
from collections import Counter
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit

import scrapy
from scrapy import exceptions, signals
from scrapy.http import Headers, Request, Response
from scrapy.http.request import NO_CALLBACK

from onrecord import limits
from onrecord.causes import fault, one_line
from onrecord.gather import patience
from onrecord.gather.frontier import Visit
from onrecord.gather.gathering import Gathering
from onrecord.gather.reach import Reach, check_user, is_name
from onrecord.gather.recording import Answer, Kept, Recording
from onrecord.gather.robots import ALL, NONE, Rules, read_robots, robots_url
from onrecord.http_body import plain_body
from onrecord.values.addresses import host_of, redirect


class Refused(exceptions.IgnoreRequest):
    """Nothing is asked; ``passing`` says whether that may change soon, ``wait_s`` when, where that is known."""

    def __init__(self, why: str, *, passing: bool = False, wait_s: float | None = None) -> None:
        super().__init__(why)
        self.why, self.passing, self.wait_s = why, passing, wait_s


class Visitor(scrapy.Spider):
    """Asks for what the frontier gives, and hands over what came."""

    name = "onrecord"

    def __init__(
        self, gathering: Gathering, recording: Recording, reach: Reach, refused: dict[str, str]
    ) -> None:
        super().__init__()
        self.gathering, self.recording, self.reach, self.refused = gathering, recording, reach, refused

    @classmethod
    def from_crawler(cls, crawler: Any, *given: Any, **named: Any) -> Any:  # noqa: ANN401  # Scrapy's
        """As Scrapy makes it; told of what Scrapy drops, for a request that nobody ends holds its host for ever."""
        visitor = super().from_crawler(crawler, *given, **named)
        crawler.signals.connect(visitor.dropped, signals.request_dropped)
        return visitor

    async def start(self) -> AsyncIterator[Request]:
        """As Scrapy asks: one request whenever there is room for it."""
        try:
            async for visit in self.gathering.visits():
                request = self._request(visit, visit.url, ())
                if request is not None:
                    yield request
        except Exception as error:
            self.gathering.end_of(error)
            raise

    def _request(self, visit: Visit, url: str, hops: tuple[str, ...]) -> Request | None:
        """What is asked; None where Scrapy cannot ask it."""
        try:
            request = self._plain(visit, url, hops)
        except ValueError as error:
            self.gathering.failed(visit, f"no address that can be asked: {error}")
            return None
        earlier = self.gathering.earlier(visit, request.url)
        request.meta["earlier"] = earlier
        if earlier is not None and visit.etag:
            request.headers["If-None-Match"] = visit.etag.encode("latin-1")  # its bytes, as they came
        if earlier is not None and visit.modified:
            request.headers["If-Modified-Since"] = visit.modified.encode("latin-1")
        return request

    def _plain(self, visit: Visit, url: str, hops: tuple[str, ...]) -> Request:
        check_user(url)
        return Request(
            url, callback=self.came, errback=self.failed, dont_filter=True,
            cb_kwargs={"visit": visit, "hops": hops}, meta={"handle_httpstatus_all": True},
        )  # fmt: skip

    async def came(self, response: Response, visit: Visit, hops: tuple[str, ...]) -> AsyncIterator[Request]:
        """An answer: written, and then read."""
        kept = None
        try:
            kept = self.keep(response.meta)
            follow = await self.gathering.answered(visit, response.meta["answer"], kept, hops)
            if follow and (request := self._request(visit, follow, (*hops, response.url))):
                yield request
        except sqlite3.Error as error:
            self.gathering.end_of(error)
        except Exception as error:  # noqa: BLE001  # the loop over many pages: one that breaks onrecord must not stop it
            self._ended(visit, fault(error), kept=kept)

    def keep(self, meta: dict[str, Any]) -> Kept:
        """Write an answer; `Refused` where it cannot be. It is noted in the frontier next, with nothing in between."""
        try:
            return self.recording.write(meta["answer"], meta.get("earlier"))
        except (OSError, sqlite3.Error) as error:  # the disk is full, or gone
            self.gathering.end_of(error)
            raise Refused("it could not be written") from error

    def failed(self, failure: Any) -> None:  # noqa: ANN401  # Twisted's
        """No answer came."""
        why, passing = self.cause(failure.value, failure.request.url)
        wait_s = failure.value.wait_s if isinstance(failure.value, Refused) else None
        self._ended(failure.request.cb_kwargs["visit"], why, passing=passing, asked_s=wait_s)

    def dropped(self, request: Request) -> None:
        """Scrapy did not take it; requests for robots.txt, which belong to no visit, do not come this way."""
        self._ended(request.cb_kwargs["visit"], "dropped unasked, which is a fault in onrecord")

    def _ended(self, visit: Visit, why: str, *, kept: Kept | None = None, passing: bool = False, asked_s: float | None = None) -> None:  # fmt: skip
        """A visit failed; what was ``kept`` of it is whole."""
        try:
            if kept:
                self.gathering.frontier.wrote(kept.file, kept.offset, kept.length, read=False)
            self.gathering.failed(visit, why, passing=passing, asked_s=asked_s)
        except sqlite3.Error as error:
            self.gathering.end_of(error)

    def cause(self, error: BaseException, url: str) -> tuple[str, bool]:
        """Why no answer came, for a person to read, and whether one may come another time."""
        if isinstance(error, Refused):
            return error.why, error.passing
        host = urlsplit(url).hostname or ""
        if isinstance(error, exceptions.CannotResolveHostError):
            if refused := self.refused.get(host):
                return f"refused: {refused}", False
            return "its name leads to no address", is_name(host)
        if "SSL" in repr(error) or "certificate" in str(error):
            said = re.findall(r"'([^']{0,100})'", str(error))  # OpenSSL's own words come last
            return (
                f"its certificate or encryption is not right: {said[-1] if said else one_line(error)}",
                False,
            )
        for kind, why, passing in _CAUSES:
            if isinstance(error, kind):
                return why, passing
        return f"{type(error).__name__}: {one_line(error)}", True


_CAUSES: tuple[tuple[type[BaseException], str, bool], ...] = (
    (exceptions.DownloadConnectionRefusedError, "the connection was refused", True),
    (exceptions.DownloadTimeoutError, "took too long", True),
    (exceptions.DownloadCancelledError, "larger than is taken", False),
    (exceptions.ResponseDataLossError, "the answer broke off", True),
    (exceptions.DownloadFailedError, "the answer broke off", True),
    (exceptions.UnsupportedURLSchemeError, "no web address", False),
)


class _Between:
    """What stands between spider and network knows the crawler, and through it the run."""

    def __init__(self, crawler: Any) -> None:  # noqa: ANN401  # Scrapy's
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Any) -> Any:  # noqa: ANN401  # Scrapy's
        """As Scrapy makes it."""
        return cls(crawler)

    @property
    def visitor(self) -> Visitor:
        """The spider."""
        visitor: Visitor = self.crawler.spider
        return visitor


class Recorder(_Between):
    """Next to the network: what came as it came, before anything changes it."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Note it; `Refused` where it came from where nothing was to be asked."""
        answer = _answer(request, response)
        if answer.ip and (refusal := self.visitor.reach.refusal(answer.ip)):
            raise Refused(f"refused: {answer.ip} is {refusal}")
        request.meta["answer"] = answer
        return response


def _answer(request: Request, response: Response) -> Answer:
    parts = urlsplit(request.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    asked = (("Host", parts.netloc.rpartition("@")[2]), *_pairs(request.headers))
    reason = http.client.responses.get(response.status, "")
    ip = str(response.ip_address) if response.ip_address else None
    protocol = response.protocol if response.protocol in {"HTTP/1.0", "HTTP/1.1"} else "HTTP/1.1"
    return Answer(
        request.url,
        path,
        asked,
        response.status,
        reason,
        _pairs(response.headers),
        response.body,
        ip,
        protocol or "",
        truncated="download_stopped" in response.flags,
    )


def _pairs(headers: Headers) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.decode("latin-1"), b" ".join(value.splitlines()).decode("latin-1"))
        for name, values in headers.items()
        for value in values
    )


class Robots(_Between):
    """robots.txt, asked for once a day from each site; its Crawl-delay becomes the pause.

    Where it cannot be had the whole host waits, for each of its pages would ask for it again. Once it was asked for in
    vain as often as a page is, no page waits for it any more: until it is asked for again, each fails at once.
    """

    def __init__(self, crawler: Any) -> None:  # noqa: ANN401  # Scrapy's
        super().__init__(crawler)
        self._known: dict[str, tuple[float, asyncio.Future[Rules | Refused]]] = {}
        self._in_vain: Counter[str] = Counter()
        crawler.signals.connect(self.received, signals.bytes_received)

    def received(self, data: bytes, request: Request) -> None:
        """As Scrapy tells it: of a robots.txt no more is taken than is read, however much the site sends."""
        if "of_robots" in request.meta:
            request.meta["of_robots"] += len(data)
            if request.meta["of_robots"] > limits.ROBOTS_BYTES:
                raise exceptions.StopDownload(fail=False)

    async def process_request(self, request: Request) -> None:
        """Let it pass, or `Refused`."""
        if "of_robots" in request.meta:
            return
        rules = await self._rules(robots_url(request.url))
        if isinstance(rules, Refused):
            raise Refused(rules.why, passing=rules.passing, wait_s=rules.wait_s)
        if not rules.allows(request.url):
            raise Refused("robots.txt forbids it")
        if rules.crawl_delay_s > self.visitor.gathering.plan.limits.pause_s:
            self._slow_down(request, rules.crawl_delay_s)

    async def _rules(self, where: str) -> Rules | Refused:
        known = self._known.get(where)
        if known is not None and known[0] > time.monotonic():
            return await asyncio.shield(known[1])
        asked: asyncio.Future[Rules | Refused] = asyncio.get_running_loop().create_future()
        self._known[where] = (time.monotonic() + _DAY_S, asked)
        try:
            rules: Rules | Refused = await self._ask(where)
        except Refused as error:
            rules = error
        except Exception as error:  # noqa: BLE001  # whatever goes wrong on the way: nothing may be asked
            why, passing = self.visitor.cause(error, where)
            rules = Refused(why, passing=passing)
        if isinstance(rules, Refused):
            rules = self._put_off(where, rules)
            self._known[where] = (time.monotonic() + (rules.wait_s or 0), asked)
        else:
            self._in_vain.pop(where, None)
            self.visitor.gathering.sitemaps[urlsplit(where).hostname or ""] = rules.sitemaps
        asked.set_result(rules)
        return rules

    def _put_off(self, where: str, refused: Refused) -> Refused:
        """``refused``, with how long it is: as long as the server asks, else longer every time."""
        self._in_vain[where] += 1
        tries, manners = self._in_vain[where], self.visitor.gathering.plan.limits
        passing, asked_s = refused.passing and tries <= manners.retries, refused.wait_s
        wait_s = patience.wait_s(manners, tries) if asked_s is None else asked_s
        if passing or asked_s is not None:
            self.visitor.gathering.frontier.hold(host_of(where) or "", time.time() + wait_s)
        return Refused(refused.why, passing=passing, wait_s=wait_s)

    async def _ask(self, where: str) -> Rules:
        """The rules, redirects followed as RFC 9309 asks."""
        url = where
        for _ in range(_HOPS):
            asked = Request(
                url,
                callback=NO_CALLBACK,
                meta={"of_robots": 0, "download_maxsize": 0, "handle_httpstatus_all": True},
                dont_filter=True,
            )
            try:
                await self.crawler.engine.download_async(asked)
            except Exception as error:
                why, passing = self.visitor.cause(error, url)
                if url != where:
                    why = f"its robots.txt cannot be had: {why}"
                raise Refused(why, passing=passing) from error
            kept = self.visitor.keep(asked.meta)
            self.visitor.gathering.frontier.wrote(kept.file, kept.offset, kept.length, read=False)
            answer = asked.meta["answer"]
            target = redirect(answer.status, answer.headers, url)
            if target is None:
                return self._read(answer)
            url = target
        return ALL

    @staticmethod
    def _read(answer: Answer) -> Rules:
        rules = read_robots(answer.status, plain_body(answer.body, answer.fields)[0])
        if rules is NONE:
            wait_s = patience.retry_after(answer.fields.get("retry-after"), time.time())
            raise Refused("its robots.txt cannot be had", passing=True, wait_s=wait_s)
        return rules

    def _slow_down(self, request: Request, delay_s: float) -> None:
        """Scrapy's pause for this host becomes what it asks for, and AutoThrottle leaves it so."""
        downloader = self.crawler.engine.downloader
        host = downloader.get_slot_key(request)
        downloader.per_slot_settings[host] = {"concurrency": 1, "delay": delay_s, "jitter": 0}
        if host in downloader.slots:
            downloader.slots[host].delay = delay_s
            downloader.slots[host].concurrency = 1
        request.meta["autothrottle_dont_adjust_delay"] = True
        self.visitor.gathering.frontier.hold(host, time.time() + delay_s)


_DAY_S = 86_400.0
_HOPS = 5
