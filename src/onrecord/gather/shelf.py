"""From the WARC to whoever takes captures in: a batch at a time, in a thread, so that the crawl goes on meanwhile."""

import asyncio
import contextlib
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from onrecord.capture import Captured, Lost, Revisited
from onrecord.causes import in_words
from onrecord.gather.frontier import Frontier, Written
from onrecord.warc import Found, read_warc

Sink = Callable[[Iterable[Found]], object]
"""Takes captures in; returns when they are kept. Called in a thread, one call at a time."""

_BATCH = 50
_WAIT_S = 1.0


class Shelf:
    """What is written and waits to be read. Used in the thread of the event loop alone."""

    def __init__(self, frontier: Frontier, sink: Sink, folder: Path) -> None:
        self._frontier, self._sink, self._folder = frontier, sink, folder
        self._waiting: list[Written] = list(frontier.unread())
        self._busy: asyncio.Task[None] | None = None
        self._hurry = asyncio.Event()
        self.fault: BaseException | None = None
        """Why nothing more can be taken in."""

    def put(self, written: Written) -> None:
        """Hand one on, before long."""
        self._waiting.append(written)
        self.start()

    def start(self) -> None:
        """Hand on what a killed run left, before long."""
        if self._waiting and (self._busy is None or self._busy.done()):
            self._busy = asyncio.get_running_loop().create_task(self._soon())

    async def drain(self) -> None:
        """Hand on all, now."""
        self._hurry.set()
        while (self._busy is not None and not self._busy.done()) or (self._waiting and self.fault is None):
            if self._busy is not None and not self._busy.done():
                await self._busy
            else:
                await self._hand_on()

    def hand_on_now(self) -> None:
        """Hand on all when no event loop runs any more."""
        if self._waiting and self.fault is None:
            read: list[int] = []
            self._sink(_captures(self._folder, self._waiting, read))
            self._frontier.was_read(read)
            self._waiting = []

    async def _soon(self) -> None:
        while self._waiting and self.fault is None:
            if len(self._waiting) < _BATCH:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._hurry.wait(), _WAIT_S)
            await self._hand_on()

    async def _hand_on(self) -> None:
        batch, read = self._waiting[:_BATCH], list[int]()
        try:
            await asyncio.to_thread(self._sink, _captures(self._folder, batch, read))
        except Exception as error:  # noqa: BLE001  # told at the end; what is written stays for the next run
            self.fault = error
            return
        self._frontier.was_read(read)
        done = {written.number for written in batch}
        self._waiting = [written for written in self._waiting if written.number not in done]


def _captures(folder: Path, batch: Iterable[Written], read: list[int]) -> Iterator[Found]:
    """What the records hold. ``read`` gets the numbers of those that could be read: the others stay for the next run."""
    for written in list(batch):
        path = folder / written.file
        try:
            with path.open("rb") as file:
                file.seek(written.offset)
                piece = file.read(written.length)
        except OSError as error:
            yield Lost(str(path), in_words(error))
            continue
        read.append(written.number)
        yield from _record(piece, str(path), written.offset)


def _record(piece: bytes, file: str, offset: int) -> Iterator[Found]:
    """What one record holds, exactly as reading the whole WARC would give it."""
    for found in read_warc(io.BytesIO(piece), file):
        name = f"{file}, record at byte {offset}"
        if isinstance(found, Captured | Revisited):
            yield replace(found, name=name, offset=offset)
        else:
            yield replace(found, name=name)
