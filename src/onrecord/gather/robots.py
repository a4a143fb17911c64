"""robots.txt: what a site lets us ask, how often, and where its sitemaps are (RFC 9309)."""

import math
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

from onrecord import limits
from onrecord.errors import MissingExtra
from onrecord.gather.manners import ROBOT


class _Rules(Protocol):
    def can_fetch(self, url: str, user_agent: str) -> bool: ...


class Rules(NamedTuple):
    """What a site asks of robots."""

    parsed: _Rules | None
    """None where ``all_or_none`` says it."""
    all_or_none: bool
    crawl_delay_s: float = 0
    sitemaps: tuple[str, ...] = ()

    def allows(self, url: str) -> bool:
        """Whether ``url`` may be asked for."""
        return self.all_or_none if self.parsed is None else self.parsed.can_fetch(url, ROBOT)


ALL = Rules(None, all_or_none=True)
"""Of a site that has no such file."""

NONE = Rules(None, all_or_none=False)
"""Of a site that fails to say: until it does, nothing is asked."""


def robots_url(url: str) -> str:
    """Where the rules for ``url`` are.

    >>> robots_url("https://news.example:8443/a?b#c")
    'https://news.example:8443/robots.txt'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/robots.txt"


def read_robots(status: int, body: bytes) -> Rules:
    """The rules that an answer gives: 4xx that there are none, 5xx that nothing may be asked for now.

    >>> read_robots(404, b"").allows("https://news.example/a"), read_robots(503, b"").allows("https://news.example/a")
    (True, False)
    """
    if status >= 500 or status == 429:  # noqa: PLR2004  # the server fails, or asks for patience
        return NONE
    if not 200 <= status < 300:  # noqa: PLR2004
        return ALL
    try:
        from protego import Protego
    except ImportError:
        raise MissingExtra("fetching needs the extra 'gather': pip install 'onrecord[gather]'") from None
    encoding = "utf-16" if body[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8"
    text = body[: limits.ROBOTS_BYTES].decode(encoding, "replace").removeprefix("\ufeff")
    if len(body) > limits.ROBOTS_BYTES:  # half a line says another thing
        text = text.rpartition("\n")[0]
    parsed = Protego.parse(text)
    delay = parsed.crawl_delay(ROBOT) or 0
    rate = parsed.request_rate(ROBOT)
    if rate is not None and rate.requests:
        delay = max(delay, min(rate.seconds, int(limits.CRAWL_DELAY_S) * rate.requests) / rate.requests)
    delay = delay if math.isfinite(delay) and delay > 0 else 0
    sitemaps = tuple(parsed.sitemaps)[: limits.SITEMAPS]
    return Rules(parsed, all_or_none=True, crawl_delay_s=min(delay, limits.CRAWL_DELAY_S), sitemaps=sitemaps)
