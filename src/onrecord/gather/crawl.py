"""The crawl: Scrapy in this process, set up to be polite, safe and whole. One in a process: there is one reactor."""

import asyncio
import functools
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.causes import in_words
from onrecord.errors import ArchiveError, MissingExtra
from onrecord.gather.events import Event
from onrecord.gather.frontier import Frontier
from onrecord.gather.gathering import Gathering
from onrecord.gather.manners import Manners
from onrecord.gather.plan import Plan
from onrecord.gather.reach import Reach
from onrecord.gather.recording import Recording, cut_torn
from onrecord.gather.shelf import Shelf, Sink
from onrecord.jobs import end_processes

_GRACE_S = 3.0
"""How long a run that is stopped waits for answers that are on their way."""


class Run(NamedTuple):
    """What a crawl is given."""

    plan: Plan
    folder: Path
    """Where the WARC files and the frontier lie; made where it is not there."""
    sink: Sink
    tell: Callable[[Event], None]
    """Called with every event, in the thread of the crawl."""
    watch: bool = False
    look: Callable[[Gathering], None] | None = None
    """Called about twice a second: for a view."""


def need_extra() -> None:
    """`MissingExtra` where a part is not installed."""
    try:
        import feedparser  # noqa: F401
        import lxml.etree  # noqa: F401
        import scrapy  # noqa: F401
        import warcio  # noqa: F401
    except ImportError:
        raise MissingExtra("gather needs the extra 'gather': pip install 'onrecord[gather]'") from None


def gather(run: Run) -> int:
    """Gather until all is done, or with ``watch`` until a signal comes; gives its number, else 0.

    Killed at any moment, the next run on the same folder goes on where it was. `ArchiveError` where the folder cannot
    be written to or another process works in it, or the sink could take nothing more in; `MissingExtra`.
    """
    need_extra()
    try:
        run.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(str(run.folder), in_words(error, "cannot be made")) from error
    frontier = Frontier(run.folder / "frontier.db")
    recording = Recording(run.folder, run.plan.limits, lambda name: frontier.wrote(name, 0, 0, read=False))
    try:
        _cut_torn(frontier, run.folder)
        return _crawl(run, frontier, recording)
    finally:
        recording.close()
        frontier.close()


def _cut_torn(frontier: Frontier, folder: Path) -> None:
    """Take off what a kill left of a record that was being written; what the frontier does not know is let alone."""
    for name, known in frontier.whole().items():
        path = folder / name
        if path.is_file() and path.stat().st_size > known:
            frontier.wrote(name, 0, cut_torn(path, known), read=False)


def _crawl(run: Run, frontier: Frontier, recording: Recording) -> int:
    from scrapy.crawler import AsyncCrawlerProcess

    from onrecord.gather.resolver import CheckedResolver
    from onrecord.gather.spider import Visitor

    reach, refused = Reach.of(run.plan.limits.allow), dict[str, str]()
    settings = _settings(run.plan.limits)
    settings["TWISTED_DNS_RESOLVER"] = functools.partial(CheckedResolver, reach=reach, refused=refused)
    process = AsyncCrawlerProcess(settings)
    shelf = Shelf(frontier, run.sink, run.folder)
    gathering = Gathering(run.plan, frontier, shelf, run.tell, watch=run.watch)
    gathering.begin()
    process.crawl(Visitor, gathering=gathering, recording=recording, reach=reach, refused=refused)
    stop = _Stop(gathering)
    stop.listen()
    if run.look:
        _look(gathering, run.look)
    process.start(install_signal_handlers=False)
    if gathering.fault is not None:
        raise ArchiveError(str(run.folder), f"cannot be written to: {gathering.fault}") from gathering.fault
    shelf.hand_on_now()
    if run.look:
        run.look(gathering)
    if shelf.fault is not None:
        raise shelf.fault
    return stop.signal


def _settings(manners: Manners) -> dict[str, Any]:
    """Scrapy's settings. What is off is done by us, or not wanted."""
    ours = "onrecord.gather.spider."
    return {
        "USER_AGENT": manners.user_agent,
        "DEFAULT_REQUEST_HEADERS": {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5", "Accept-Encoding": "gzip, deflate"},
        "DOWNLOADER_MIDDLEWARES": {f"{ours}Robots": 100, f"{ours}Recorder": 950},
        "SPIDER_MIDDLEWARES_BASE": {},  # they drop requests without a word, as those of long addresses
        "ROBOTSTXT_OBEY": False,  # by `Robots`, which knows Crawl-delay, redirects, and what 5xx means
        "COMPRESSION_ENABLED": False,  # bodies are kept as received
        "COOKIES_ENABLED": False,
        "REDIRECT_ENABLED": False,  # each step is kept, counted and checked by `Gathering`
        "RETRY_ENABLED": False,  # by `patience`, which survives a kill
        "HTTPPROXY_ENABLED": False,  # a proxy would connect where nothing is checked
        "REFERER_ENABLED": False,
        "METAREFRESH_ENABLED": False,
        "AUTOTHROTTLE_ENABLED": True,
        "AUTOTHROTTLE_START_DELAY": manners.pause_s,
        "AUTOTHROTTLE_MAX_DELAY": max(manners.max_pause_s, manners.pause_s),
        "AUTOTHROTTLE_TARGET_CONCURRENCY": float(manners.per_host),
        "DOWNLOAD_DELAY": manners.pause_s,
        "DOWNLOAD_DELAY_JITTER": 0,  # nothing shortens a pause
        "CONCURRENT_REQUESTS": manners.hosts * manners.per_host * 2,  # as many again for robots.txt
        "CONCURRENT_REQUESTS_PER_DOMAIN": manners.per_host,
        "DOWNLOAD_TIMEOUT": manners.timeout_s,
        "DOWNLOAD_MAXSIZE": manners.max_bytes,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "DNSCACHE_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "LOG_ENABLED": False,
        "LOG_INSTALL_ROOT_HANDLER": False,
        "STATS_DUMP": False,
        "DOWNLOAD_HANDLERS": {
            "data": None, "file": None, "ftp": None, "s3": None,
            **dict.fromkeys(("http", "https"), "onrecord.gather.heads.BoundedHeads"),
        },
    }  # fmt: skip


class _Stop:
    """Ctrl-C and kill: what is on its way may land for some seconds, a second one does not wait."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self.signal = 0

    def listen(self) -> None:
        """Take the signals over."""
        loop = asyncio.get_event_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._stop, number)

    def _stop(self, number: int) -> None:
        if self.signal:
            self._at_once()
            return
        self.signal = number
        self._gathering.stopping = True
        asyncio.get_event_loop().call_later(_GRACE_S, self._at_once)

    @staticmethod
    def _at_once() -> None:
        """End the loop as it is: stopping Scrapy would wait for every answer that is on its way."""
        from twisted.internet import reactor

        end_processes()  # a feed that takes long to read would be waited for
        running: Any = reactor  # a module that becomes the reactor
        if running.running:
            running.crash()
            running.getThreadPool().stop()


def _look(gathering: Gathering, look: Callable[[Gathering], None]) -> None:
    loop = asyncio.get_event_loop()

    def again() -> None:
        look(gathering)
        loop.call_later(0.5, again)

    loop.call_soon(again)
