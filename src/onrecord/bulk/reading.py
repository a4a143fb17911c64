"""A WARC read by a child: what ends the child costs the page it was on, and nothing else."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import msgspec

from onrecord import limits
from onrecord.bulk.frames import DONE, FAILED, PAGE, Frames, Silent
from onrecord.bulk.manifest import Entry
from onrecord.bulk.wanted import Task

CHILD = (sys.executable, "-m", "onrecord.bulk.child")
"""The command that starts a child."""

_IDLE_DEATHS = 3
"""Children that die in a row before they reach a record: then it is not a record's fault."""


class PieceFailed(Exception):  # noqa: N818  # reads as what it says
    """A WARC file cannot be read to its end now; the message says why."""


class Answer(NamedTuple):
    """What became of one record, and the rows that were made of it."""

    entry: Entry
    lines: Sequence[bytes]
    """Those of its rows, as `columns.lines` tells them; empty where there are none."""


class Reader:
    """Keeps a child from file to file, and takes a new one where it died."""

    def __init__(self, command: Sequence[str] = CHILD, seconds: float = limits.PAGE_SECONDS) -> None:
        """``seconds`` of silence are too many."""
        self._command, self._seconds = command, seconds
        self._child: subprocess.Popen[bytes] | None = None

    def close(self) -> None:
        """End the child."""
        if self._child:
            self._child.kill()
            _closed(self._child)
            self._child = None

    def read(self, task: Task) -> Iterator[Answer]:
        """What became of every record of the file, in its order; `PieceFailed`."""
        tried: Entry | None = None
        idle = 0
        while True:
            course = _Course(task)
            try:
                yield from self._answers(course)
            except (EOFError, BrokenPipeError) as end:
                why, slow = self._death(), isinstance(end, Silent)
                if course.page is None:
                    idle += 1
                    if idle == _IDLE_DEATHS:
                        raise PieceFailed(f"its reader {why}, and was at no record") from None
                    task = course.rest()
                    continue
                idle = 0
                # One more try: whatever ends processes when memory is short cannot know which page is to blame.
                if not slow and course.page != tried:
                    tried = course.page
                    task = course.rest(again=True)
                    continue
                yield Answer(replace(course.page, reason=_blame(why, self._seconds, slow=slow)), ())
                task = course.rest()
            else:
                return

    def _answers(self, course: "_Course") -> Iterator[Answer]:
        frames = self._started(course.task)
        try:
            while True:
                letter, payload = frames.next(self._seconds)
                if letter == PAGE:
                    course.announce(msgspec.json.decode(payload, type=Entry))
                elif letter == DONE:
                    course.page = None
                    head, *lines = payload.split(b"\n")
                    yield Answer(msgspec.json.decode(head, type=Entry), lines)
                else:
                    break
        except EOFError:  # it died, or is silent: `read` asks which
            raise
        except (
            BaseException
        ):  # whoever reads ends in the middle: what it would go on to say is of no other file
            self.close()
            raise
        if letter == FAILED:
            raise PieceFailed(payload.decode())

    def _started(self, task: Task) -> Frames:
        if self._child is None:
            # In a group of its own: Ctrl-C, which reaches a whole group, is for the worker.
            self._child = subprocess.Popen(  # noqa: S603  # our own command
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0
            )
        child = self._child
        if child.stdin is None or child.stdout is None:
            raise PieceFailed("its reader has no pipes")
        child.stdin.write(msgspec.json.encode(task) + b"\n")
        child.stdin.flush()
        return Frames(child.stdout)

    def _death(self) -> str:
        """How the child ended; it is gone afterwards."""
        child, self._child = self._child, None
        if child is None:
            return "was not there"
        try:
            code = child.wait(1)
        except subprocess.TimeoutExpired:
            child.kill()
            code = None
        _closed(child)
        if code is None:
            return "was silent"
        return f"died of signal {-code}" if code < 0 else f"ended with code {code}"


def _closed(child: "subprocess.Popen[bytes]") -> None:
    with contextlib.suppress(BrokenPipeError):
        child.communicate()


def _blame(why: str, seconds: float, *, slow: bool) -> str:
    if slow:
        return f"not read after {seconds:g} s"
    return f"its reader {why}, twice (a crash, or more than {limits.PROCESS_BYTES:,} bytes of memory)"


@dataclass
class _Course:
    """How far a child has come with a file."""

    task: Task
    page: Entry | None = None
    """What it announced and has not answered."""
    last: Entry | None = None
    """What it announced last."""
    announced: int = 0

    def announce(self, entry: Entry) -> None:
        """It is at a record."""
        self.page = self.last = entry
        self.announced += 1

    def rest(self, *, again: bool = False) -> Task:
        """What is left to read: from the last record on, with it or without it."""
        from onrecord.warc import stands_at  # with all that reads pages, which a worker needs here alone

        if self.last is None or self.last.offset is None:
            return self.task
        if self.last.offset > self.task.start and self.last.record_id:
            with Path(self.task.path).open("rb") as file:
                if stands_at(file, self.last.offset, self.last.record_id):
                    return replace(self.task, start=self.last.offset, passing=1, again=again)
        passing = self.task.passing - self.task.again + self.announced
        return replace(self.task, passing=passing, again=again)


replace = msgspec.structs.replace
