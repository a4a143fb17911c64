"""What happens while gathering, one event at a time, and the counts of it, host by host."""

import enum
from collections import Counter
from dataclasses import dataclass, field

import msgspec


class What(enum.StrEnum):
    """What happened."""

    FETCHED = "fetched"
    """A page came, new or other than before."""
    UNCHANGED = "unchanged"
    """A page or source is as it was: the server says so, or the bytes do."""
    LISTED = "listed"
    """A source was read."""
    RETRY = "retry"
    """A failure that may pass: it is asked for again."""
    FAILED = "failed"
    """It is given up, for this time at least."""
    REDIRECTED = "redirected"
    """An address led to another one."""


class Event(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that happened."""

    what: What
    url: str
    host: str
    source: str
    """The name of the source that led there."""
    time: str
    """ISO 8601, UTC."""
    status: int | None = None
    bytes: int | None = None
    """Of the body as received."""
    pages: int | None = None
    """Of a source: the pages in it that are new."""
    wait_s: float | None = None
    """Of a retry: how long until then."""
    why: str | None = None
    """For a person to read."""


@dataclass
class HostTally:
    """What happened at one host."""

    done: int = 0
    unchanged: int = 0
    sources: int = 0
    failed: int = 0
    retries: int = 0
    waiting: int = 0
    why: Counter[str] = field(default_factory=Counter)
    """Reasons of failures and retries, with how often each was met; a hundred are told apart."""


_COUNTED = {
    What.FETCHED: "done", What.UNCHANGED: "unchanged", What.LISTED: "sources", What.RETRY: "retries", What.FAILED: "failed",
}  # fmt: skip


@dataclass
class Tally:
    """What happened, host by host."""

    hosts: dict[str, HostTally] = field(default_factory=dict)
    bytes: int = 0

    def count(self, event: Event) -> None:
        """Add one event."""
        host = self.hosts.setdefault(event.host, HostTally())
        self.bytes += event.bytes or 0
        if name := _COUNTED.get(event.what):
            setattr(host, name, getattr(host, name) + 1)
        if event.why and (event.why in host.why or len(host.why) < 100):  # noqa: PLR2004  # reasons of one host
            host.why[event.why] += 1

    def wait(self, waiting: dict[str, int]) -> None:
        """Set how many addresses of each host wait."""
        for name in {*self.hosts, *waiting}:
            self.hosts.setdefault(name, HostTally()).waiting = waiting.get(name, 0)

    @property
    def failed(self) -> int:
        """Failures of all hosts."""
        return sum(host.failed for host in self.hosts.values())
