"""A process that reads WARC files for a worker: ``python -m onrecord.bulk.child``.

Takes a `Task` a line on standard input. Announces every record before anything in it is read, so that when this process
dies the worker knows on what. Whatever else writes to standard output here, writes to standard error.
"""

import os
import sys
import time
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import IO

import msgspec

import onrecord.extraction  # noqa: F401  # here, not in the time of the first page
from onrecord import jobs
from onrecord.bulk.frames import DONE, END, FAILED, PAGE, send
from onrecord.bulk.manifest import Entry, Fate
from onrecord.bulk.wanted import Task, Wanted
from onrecord.capture import Captured, Lost, Redirected, Revisited, read_capture
from onrecord.causes import fault
from onrecord.errors import OnRecordError
from onrecord.export.columns import lines
from onrecord.export.trimming import trim
from onrecord.page import PageKind, open_page
from onrecord.record import READABLE
from onrecord.warc import Found, Walk, read_warc


def main() -> None:
    """Serve until standard input ends, or nobody listens any more."""
    jobs.prepare_process()
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        for given in sys.stdin.buffer:
            _serve(msgspec.json.decode(given, type=Task), out)
    except BrokenPipeError:
        os._exit(1)  # at its end Python would try once more to write what nobody reads


def _serve(task: Task, out: IO[bytes]) -> None:
    try:
        _read(task, out)
    except BrokenPipeError:
        raise
    except (OSError, OnRecordError) as error:
        send(out, FAILED, str(error).encode("utf-8", "replace"))
    else:
        send(out, END)


def _read(task: Task, out: IO[bytes]) -> None:
    """Tell of every record, and of damage between them."""
    current: Entry | None = None

    def reached(at: int, headers: dict[str, str]) -> None:
        nonlocal current
        if current:
            _tell(out, _left_out(current, "holds no page"))
        current = _announced(task.file, at, headers)
        send(out, PAGE, msgspec.json.encode(current))

    walk = Walk(task.start, task.passing, task.again, reached)
    with Path(task.path).open("rb") as file:
        for found in read_warc(file, task.file, walk):
            _tell(out, *_answer(current or Entry(file=task.file, fate=Fate.DAMAGED), found, task.wanted))
            current = None
    if current:
        _tell(out, _left_out(current, "holds no page"))


def _tell(out: IO[bytes], entry: Entry, told: Iterable[bytes] = ()) -> None:
    send(out, DONE, b"\n".join([msgspec.json.encode(entry), *told]))


def _announced(file: str, at: int, headers: dict[str, str]) -> Entry:
    record_id, url = (
        headers.get(name, "").strip("<> ") or None for name in ("warc-record-id", "warc-target-uri")
    )
    return Entry(file=file, offset=at, record_id=record_id, url=url, fate=Fate.SET_ASIDE)


def _left_out(entry: Entry, reason: str, **more: object) -> Entry:
    return replace(entry, fate=Fate.LEFT_OUT, reason=reason, **more)


def _answer(entry: Entry, found: Found, wanted: Wanted) -> tuple[Entry, tuple[bytes, ...]]:
    """What became of a record, and the lines of its rows."""
    if isinstance(found, Lost):
        fate = Fate.DAMAGED if found.failed else Fate.LEFT_OUT
        where = "" if entry.offset is not None else f"{found.name}: "
        return replace(entry, fate=fate, reason=where + found.reason), ()
    if isinstance(found, Redirected):
        return _left_out(entry, f"redirects to {found.target}"), ()
    if isinstance(found, Revisited):
        when = f", captured {found.earlier_captured}" if found.earlier_captured else ""
        return _left_out(entry, f"a revisit: the bytes are those of {found.earlier_url}{when}"), ()
    entry = replace(entry, status=found.status)
    if reason := _no_row(found):
        return _left_out(entry, reason), ()
    try:
        return _kept(entry, found, wanted)
    except Exception as error:  # noqa: BLE001  # the loop over many pages: one that breaks onrecord must not stop it
        return replace(entry, fate=Fate.SET_ASIDE, reason=fault(error)), ()


def _no_row(captured: Captured) -> str | None:
    """Why a capture is no 2xx response that holds HTML; None where it is one. A ``resource`` has no status."""
    if captured.status is not None and not 200 <= captured.status < 300:  # noqa: PLR2004  # HTTP's
        return f"status {captured.status}"
    told = next((value for name, value in captured.headers if name == "content-type"), "")
    told = told.partition(";")[0].strip().lower()
    if told:
        return None if told in _HTML else f"no HTML but {told}"
    kind = open_page(captured.data, headers=captured.page_headers).kind
    return None if kind is PageKind.HTML else "no HTML, by its bytes"


_HTML = ("text/html", "application/xhtml+xml")


def _kept(entry: Entry, captured: Captured, wanted: Wanted) -> tuple[Entry, tuple[bytes, ...]]:
    began = time.process_time()
    records = tuple(read_capture(captured, statements=wanted.statements))
    spent = round(1e3 * (time.process_time() - began), 3)
    first = records[0]
    entry = replace(entry, page_type=str(first.page_type), id=first.id, cpu_ms=spent)
    if wanted.articles_only and first.page_type not in READABLE:
        return _left_out(entry, f"no article: {first.page_type}"), ()
    told = [lines(trim(record, wanted.evidence)) for record in records]
    return replace(entry, fate=Fate.KEPT, rows=len(records)), tuple(chain(*told))


replace = msgspec.structs.replace

if __name__ == "__main__":
    main()
