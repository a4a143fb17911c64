"""What a person sees of a crawl: a table of hosts while it goes, a line for what fails, a summary at the end."""

import contextlib
import logging
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import msgspec

from onrecord.cli import terminal
from onrecord.gather.events import Event, Tally, What
from onrecord.quantities import quantity

if TYPE_CHECKING:
    from rich.table import Table

    from onrecord.archive import Outcome
    from onrecord.gather.gathering import Gathering

_ROWS = 20
"""Hosts that are shown: those where the most fails and happens; at the end all where something fails or waits."""


class View:
    """The counts of a crawl, and what is printed of them."""

    def __init__(self, *, log_json: bool) -> None:
        self._log_json = log_json
        self.say: Callable[[str], object] = terminal.complain
        """How a person is told a line."""
        self._tally = Tally()
        self._kept = {"added": 0, "known": 0, "noted": 0, "skipped": 0, "failed": 0}

    @property
    def failed(self) -> bool:
        """Whether anything failed."""
        return bool(self._tally.failed or self._kept["failed"])

    @property
    def waiting(self) -> int:
        """How many addresses wait for the next run."""
        return sum(host.waiting for host in self._tally.hosts.values())

    def tell(self, event: Event) -> None:
        """Count an event; print it where it is a failure, or everything is logged."""
        self._tally.count(event)
        if self._log_json:
            _line(msgspec.json.encode(event))
        elif event.what is What.FAILED:
            self.say(f"{event.url}: {event.why}")

    def kept(self, outcome: "Outcome") -> None:
        """Count what the archive did with a page."""
        self._kept[str(outcome.fate)] += 1
        if self._log_json:
            told = {
                "what": f"archive-{outcome.fate}",
                "name": outcome.name,
                "id": outcome.id,
                "why": outcome.reason,
            }
            _line(msgspec.json.encode({key: value for key, value in told.items() if value}))
        elif outcome.fate == "failed":
            self.say(f"{outcome.name}: {outcome.reason}")

    def look(self, gathering: "Gathering") -> None:
        """Ask how many addresses wait."""
        soon = time.time() + gathering.plan.limits.max_wait_s
        self._tally.wait(gathering.frontier.waiting(soon, gathering.since))

    def log(self, record: logging.LogRecord) -> None:
        """Print what the libraries below have to say of faults."""
        said = " ".join(record.getMessage().split())[:500]
        self.complain(said, level=record.levelname.lower(), logger=record.name)

    def complain(self, why: str, level: str = "error", logger: str = "onrecord") -> None:
        """Print what is wrong with the whole."""
        if self._log_json:
            _line(msgspec.json.encode({"what": "log", "level": level, "logger": logger, "why": why}))
        else:
            self.say(why)

    def table(self, *, whole: bool = False) -> "Table":
        """Host by host: done, unchanged, waiting, failed, and why."""
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, pad_edge=False)
        for name in ("host", "pages", "unchanged", "sources", "waiting", "failed"):
            table.add_column(name, justify="left" if name == "host" else "right", no_wrap=True)
        table.add_column("why")  # the one that gives way where the line is too short
        hosts = sorted(
            self._tally.hosts.items(),
            key=lambda pair: (-pair[1].failed, -pair[1].waiting, -pair[1].done, pair[0]),
        )
        rows = max(_ROWS, sum(bool(host.failed or host.waiting) for _, host in hosts)) if whole else _ROWS
        for name, host in hosts[:rows]:
            why = "; ".join(
                f"{reason} ({count})" if count > 1 else reason for reason, count in host.why.most_common(3)
            )
            counts = (host.done, host.unchanged, host.sources, host.waiting, host.failed)
            told = Text(terminal.visible(why), no_wrap=True, overflow="ellipsis")
            table.add_row(Text(terminal.visible(name)), *(f"{count:,}" for count in counts), told)
        if len(hosts) > rows:
            table.add_row(f"and {len(hosts) - rows:,} more")
        return table

    def summarise(self, *, as_json: bool) -> None:
        """Print what was done, on standard output."""
        if as_json:
            told = {"archive": self._kept, "bytes": self._tally.bytes, "hosts": self._tally.hosts}
            terminal.write_json(told)
            return
        from rich.console import Console

        if self._tally.hosts:
            console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else 120, highlight=False)
            with console.capture() as said:
                console.print(self.table(whole=True))
            terminal.show("".join(f"{line.rstrip()}\n" for line in said.get().splitlines()))
        terminal.show(self._in_words() + "\n")

    def _in_words(self) -> str:
        hosts = self._tally.hosts.values()
        unchanged, added = sum(host.unchanged for host in hosts), self._kept["added"]
        counts = (
            (unchanged, f"{unchanged:,} unchanged"),
            (added, quantity(added, "capture added")),
            (self.waiting, f"{self.waiting:,} waiting for the next run"),
            (self._tally.failed, f"{self._tally.failed:,} failed"),
        )
        fetched = quantity(sum(host.done for host in hosts), "page fetched")
        said = ", ".join((fetched, *(words for count, words in counts if count)))
        return f"{said}; {self._tally.bytes / 1e6:,.1f} MB"


def _line(data: bytes) -> None:
    sys.stderr.buffer.write(data + b"\n")
    sys.stderr.buffer.flush()


class _Handler(logging.Handler):
    def __init__(self, view: View) -> None:
        super().__init__(logging.WARNING if view._log_json else logging.CRITICAL)  # noqa: SLF001  # of this module
        self._view = view

    def emit(self, record: logging.LogRecord) -> None:
        """Hand it on."""
        self._view.log(record)


@contextlib.contextmanager
def logging_to(view: View) -> Iterator[None]:
    """What the libraries log goes to the view: warnings where all is logged, else only what is critical."""
    root, handler = logging.getLogger(), _Handler(view)
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)


@contextlib.contextmanager
def shown(view: View) -> Iterator[Callable[["Gathering"], None]]:
    """A function that looks at a crawl from time to time; where a person looks on, it shows the table."""
    if view._log_json or not sys.stderr.isatty():  # noqa: SLF001  # of this module
        yield view.look
        return
    from rich.console import Console
    from rich.live import Live

    with Live(view.table(), console=Console(stderr=True), auto_refresh=False, transient=True) as live:

        def look(gathering: "Gathering") -> None:
            view.look(gathering)
            live.update(view.table(), refresh=True)

        # Above the table, which stays below.
        view.say = lambda text: live.console.print(
            terminal.complaint(text), markup=False, highlight=False, soft_wrap=True
        )
        yield look
    view.say = terminal.complain
