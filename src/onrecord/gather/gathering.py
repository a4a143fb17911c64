"""What is done with every answer: who is asked next, what is kept, what is asked again. Knows of no network."""

import asyncio
import datetime as dt
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

from onrecord import limits
from onrecord.gather import patience
from onrecord.gather.events import Event, What
from onrecord.gather.frontier import Frontier, Visit
from onrecord.gather.listing import Kind, Listing
from onrecord.gather.plan import Plan, Source
from onrecord.gather.reading import read_listing
from onrecord.gather.recording import Answer, Earlier, Kept
from onrecord.gather.revisits import next_visit
from onrecord.gather.shelf import Shelf
from onrecord.values.addresses import host_of, redirect, resolve

_GONE = frozenset((404, 410))
_FAILED_AGAIN_S = 86_400.0
"""A page that could not be had is tried again a day later, for a week from the first failure."""


@dataclass
class Gathering:
    """One run."""

    plan: Plan
    frontier: Frontier
    shelf: Shelf
    tell: Callable[[Event], None]
    watch: bool = False
    """Whether it goes on until it is stopped."""
    began: float = field(default_factory=time.time)
    stopping: bool = False
    fault: BaseException | None = None
    """What the run ends of, such as a full disk."""
    sitemaps: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By host: those that its robots.txt names."""
    _turn: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self._sources = {source.name or source.url: source for source in self.plan.sources}
        self._given = {source.url for source in self.plan.sources}

    @property
    def since(self) -> float | None:
        """When a run that ends by itself began: what was visited after it is not visited again."""
        return None if self.watch else self.began

    # Who is asked

    def begin(self) -> None:
        """Take the sources in."""
        self.frontier.begin()
        self._set_right(self.began)
        for source in self.plan.sources:
            self.frontier.put(source.url, "source", source.name or source.url, self.began, wake=True)

    def _set_right(self, now: float) -> None:
        """The clock may have been set back: what was noted before must not wait for that time to come again."""
        longest = self.plan.revisits
        self.frontier.bring_near(
            now, max(longest.oldest_days * 86_400, longest.youngest_minutes * 60, limits.RETRY_AFTER_S)
        )

    async def visits(self) -> AsyncIterator[Visit]:
        """Whose turn it is, as long as there is anyone; ends when all is in the archive."""
        manners = self.plan.limits
        self.shelf.start()
        now = self.began
        while not self.stopping and not self._broken:
            before, now = now, time.time()
            if now < before:
                self._set_right(now)
            flying = self.frontier.flying.total()
            due = None
            if flying < manners.hosts * manners.per_host:  # else whatever lands wakes us
                visit = self.frontier.take(now, per_host=manners.per_host, since=self.since)
                if visit is not None:
                    yield visit
                    continue
                due = self.frontier.next_due(per_host=manners.per_host, since=self.since)
            if flying == 0 and not self.watch and (due is None or due > now + manners.max_wait_s):
                break
            await self._wait(min(1.0, max(0.01, (due or now + 1) - now)))
        while self.frontier.flying.total() and not self._broken:
            await self._wait(0.5)
        if self.fault is None:
            await self.shelf.drain()

    @property
    def _broken(self) -> bool:
        return self.fault is not None or self.shelf.fault is not None

    def end_of(self, fault: BaseException) -> None:
        """End the run: nothing can be kept any more."""
        self.fault = self.fault or fault
        self._turn.set()

    async def _wait(self, seconds: float) -> None:
        """Until something landed, or that long."""
        self._turn.clear()
        try:
            await asyncio.wait_for(self._turn.wait(), seconds)
        except TimeoutError:
            return

    def earlier(self, visit: Visit, url: str) -> Earlier | None:
        """The last whole answer from ``url``, where it is of this very address."""
        if visit.final != url or not (visit.digest and visit.record_id and visit.captured):
            return None
        return Earlier(url, visit.digest, visit.record_id, visit.captured)

    # What came

    async def answered(self, visit: Visit, answer: Answer, kept: Kept, hops: tuple[str, ...]) -> str | None:
        """An answer came and is in the WARC; where it leads, if it is a redirect that is to be followed."""
        try:
            listing = await self._read(visit, answer) if not kept.revisit else None
            # What is written and what is due change as one: killed in between, nothing is lost or comes twice.
            with self.frontier.step():
                return self._answered(visit, answer, kept, hops, listing)
        finally:
            self._turn.set()

    async def _read(self, visit: Visit, answer: Answer) -> Listing:
        """What a source leads to; of all else nothing. What the user gave is told from each answer anew."""
        page = visit.role == "page" and visit.key not in self._given
        if page or not 200 <= answer.status < 300:  # noqa: PLR2004
            return Listing(Kind.PAGE)
        front = self._source(visit).front if visit.parent is None else False
        # In a thread: a sitemap of 50,000 addresses would stop every host for a second.
        return await asyncio.to_thread(read_listing, answer.body, answer.url, answer.fields, front=front)

    def _answered(
        self, visit: Visit, answer: Answer, kept: Kept, hops: tuple[str, ...], listing: Listing | None
    ) -> str | None:
        if target := redirect(answer.status, answer.headers, answer.url):
            return self._redirected(visit, answer, kept, target, hops)
        if (answer.status == 304 and visit.digest) or (kept.revisit and answer.status < 300):  # noqa: PLR2004
            self._unchanged(visit, answer, kept, time.time())
        elif 200 <= answer.status < 300 and listing is not None:  # noqa: PLR2004
            self._came(visit, answer, kept, listing)
        else:
            self._refused(visit, answer, kept)
        return None

    def _refused(self, visit: Visit, answer: Answer, kept: Kept) -> None:
        known = visit.role == "page" and visit.digest is not None
        self._note(kept, read=known and answer.status in _GONE)
        why = patience.refusal(answer.status, answer.headers)
        self.failed(
            visit,
            why,
            answer=answer,
            asked_s=patience.retry_after(answer.fields.get("retry-after"), time.time()),
        )

    def _redirected(
        self, visit: Visit, answer: Answer, kept: Kept, target: str, hops: tuple[str, ...]
    ) -> str | None:
        self._note(kept, read=True)
        self._tell(What.REDIRECTED, visit, url=answer.url, status=answer.status, why=None)
        if target in {*hops, answer.url}:
            self.failed(visit, "redirects in a circle", answer=answer)
        elif len(hops) >= self.plan.limits.redirects:
            self.failed(visit, f"more than {self.plan.limits.redirects} redirects", answer=answer)
        elif len(target) > limits.ADDRESS_CHARACTERS:
            why = f"redirects to an address of more than {limits.ADDRESS_CHARACTERS:,} characters"
            self.failed(visit, why, answer=answer)
        else:
            return target
        return None

    def _came(self, visit: Visit, answer: Answer, kept: Kept, listing: Listing) -> None:
        now = time.time()
        headers = answer.fields
        known: dict[str, object] = {
            "final": answer.url, "etag": headers.get("etag"), "modified": headers.get("last-modified"),
            "digest": kept.digest, "record_id": kept.record_id, "captured": kept.captured, "unchanged": 0,
        }  # fmt: skip
        if listing.kind is not Kind.PAGE:
            self._note(kept, read=False)
            self._listed(visit, listing, answer, known, now)
        elif visit.parent is not None and visit.role == "source":
            self._note(kept, read=False)
            self.failed(visit, f"{visit.source} names it, and it is no feed and no sitemap", answer=answer)
        else:
            self._page(visit, answer, kept, known, now)

    def _page(self, visit: Visit, answer: Answer, kept: Kept, known: dict[str, object], now: float) -> None:
        self._note(kept, read=True)
        if visit.role == "source" and visit.final:  # it was a feed before, and will be again after a notice
            role, due = "source", self._next_source(visit, now)
        else:  # what the user gave may turn out to be one
            role, due = "page", self._next_page(visit, now, changed=visit.digest is not None, unchanged=0)
        self.frontier.landed(visit, now, due, role=role, **known)
        self._tell(What.FETCHED, visit, url=answer.url, status=answer.status, bytes=len(answer.body))

    def _unchanged(self, visit: Visit, answer: Answer, kept: Kept, now: float) -> None:
        unchanged = visit.unchanged + 1
        self._note(kept, read=visit.role == "page")
        if visit.role == "page":
            due = self._next_page(visit, now, changed=False, unchanged=unchanged)
        else:
            due = self._next_source(visit, now)
            self.frontier.wake_children(visit.key, now)
        self.frontier.landed(visit, now, due, unchanged=unchanged)
        self._tell(What.UNCHANGED, visit, url=answer.url, status=answer.status, bytes=len(answer.body))

    def _listed(
        self, visit: Visit, listing: Listing, answer: Answer, known: dict[str, object], now: float
    ) -> None:
        sources = [one.url for one in listing.sources]
        if listing.kind is Kind.FRONT:
            sources += self.sitemaps.get(visit.host, ())
        if sources and self.frontier.depth(visit.key) >= limits.SOURCES_DEEP:
            self.failed(
                visit, f"more than {limits.SOURCES_DEEP} sources that lead one to the next", answer=answer
            )
            return
        fresh, left = self._take_in(visit, listing, sources, now)
        if listing.fault and not listing.pages and not sources:
            self.failed(visit, listing.fault, answer=answer)
            return
        if listing.kind is Kind.FRONT and not sources:
            self.failed(visit, "a front page that names no feed and no sitemap", answer=answer)
            return
        if left:  # the next visit needs the whole of it again, changed or not
            known |= {"etag": None, "modified": None, "digest": None}
        self.frontier.wake_children(visit.key, now)
        self.frontier.landed(visit, now, self._next_source(visit, now), role="source", **known)
        self._tell(
            What.LISTED, visit, url=answer.url, status=answer.status, bytes=len(answer.body), pages=fresh, why=listing.fault
        )  # fmt: skip

    def _take_in(self, visit: Visit, listing: Listing, sources: list[str], now: float) -> tuple[int, bool]:
        """How many pages are new, and whether there are more than one visit takes."""
        source = self._source(visit)
        oldest = now - source.max_age_days * 86_400 if source.max_age_days else None
        for url in sources:
            if (web := resolve(url, visit.url)) and web != visit.key:
                self.frontier.put(web, "source", visit.source, now, parent=visit.key)
        fresh = 0
        for page in listing.pages:
            if fresh >= source.max_pages:
                return fresh, True
            if oldest is None or page.moment is None or page.moment >= oldest:
                fresh += self.frontier.put(page.url, "page", visit.source, now, moment=page.moment)
        return fresh, False

    def failed(
        self, visit: Visit, why: str, *, answer: Answer | None = None, asked_s: float | None = None, passing: bool = False
    ) -> None:  # fmt: skip
        """A visit failed: it is asked again where that may help. ``passing``: no answer came, and one may come yet."""
        self._turn.set()
        if self.fault is not None:  # not its own failure: it is due as before
            return
        now = time.time()
        status = answer.status if answer else None
        told = {"status": status, "bytes": len(answer.body) if answer else None, "why": why}
        later = None
        if passing or status in patience.PASSING:
            later = patience.again(self.plan.limits, visit.tries + 1, status, asked_s)
        if later is not None:
            hold = host_of(answer.url) if answer and later.whole_host else None
            self.frontier.later(visit, now + later.wait_s, why, hold=hold)
            self._tell(What.RETRY, visit, wait_s=later.wait_s, **told)
            return
        failing = visit.failing or now
        due = self._next_source(visit, now) if visit.role == "source" else None
        if visit.role == "page" and now - failing < 7 * _FAILED_AGAIN_S:
            due = now + _FAILED_AGAIN_S
        self.frontier.landed(visit, now, due, why=why, failing=failing)
        self._tell(What.FAILED, visit, **told)

    # The rest

    def _note(self, kept: Kept, *, read: bool) -> None:
        written = self.frontier.wrote(kept.file, kept.offset, kept.length, read=read)
        if written is not None:
            self.shelf.put(written)

    def _source(self, visit: Visit) -> Source:
        return self._sources.get(visit.source) or Source(url=visit.url)

    def _next_source(self, visit: Visit, now: float) -> float | None:
        """Sources that a source led to come when it comes."""
        return now + self._source(visit).interval_minutes * 60 if visit.parent is None else None

    def _next_page(self, visit: Visit, now: float, *, changed: bool, unchanged: int) -> float | None:
        born = visit.found if visit.moment is None else min(visit.moment, visit.found)
        wait = next_visit(self.plan.revisits, now - born, changed=changed, unchanged=unchanged)
        return None if wait is None else now + wait

    def _tell(self, what: What, visit: Visit, **more: object) -> None:
        told = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        about = {"url": visit.url, "host": visit.host, "source": visit.source, "time": told, **more}
        self.tell(Event(what=what, **about))  # type: ignore[arg-type]  # one dict of several types
