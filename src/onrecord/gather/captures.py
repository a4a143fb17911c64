"""From what a person hands over to captures: what each input is, is told from its bytes."""

import gzip
import re
import sys
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, cast

import msgspec

from onrecord import limits
from onrecord.capture import Captured, Given, Lost, Redirected, Revisited, Said
from onrecord.causes import in_words
from onrecord.decoding import opening, unpack
from onrecord.errors import InputError
from onrecord.gather.crawled import is_crawl, read_crawl
from onrecord.gather.saved import is_mhtml, read_mhtml, read_note
from onrecord.gather.sources import STDIN, Input, find_inputs
from onrecord.record import Record
from onrecord.warc import WARCS, read_wacz, read_warc

Found = Captured | Given | Revisited | Redirected | Lost

_HEAD = 8_192


def find_captures(paths: Iterable[str], said: Said = Said()) -> Iterator[Found]:  # noqa: B008  # frozen
    """Every capture in ``paths``: pages, folders, saved pages, MHTML, WARC, WACZ, records as JSON lines, ``-``.

    Also what ``onrecord bulk`` wrote, its folder or a file of it. One at a time, in order; what cannot be read is a
    `Lost`. ``said`` holds for pages that say no other thing themselves. `MissingExtra` where a part that reads them is
    not installed.
    """
    for path in paths:
        if is_crawl(path):
            yield from read_crawl(path)
            continue
        for source in find_inputs((path,), collections=True):
            try:
                yield from _captures(source, said)
            except InputError as error:
                yield Lost(source.name, error.reason)
            except OSError as error:
                yield Lost(source.name, in_words(error))


def _captures(source: Input, said: Said) -> Iterator[Found]:
    if source.path is None or not source.repeatable:
        yield from _stream(source, said)
        return
    try:
        is_file = source.path.is_file()
    except ValueError:  # a NUL in the name
        is_file = False
    head = _head(source.path) if is_file else b""
    if is_file and _is_named_as_warc(source.path):  # its beginning may be lost
        head = b"WARC/"
    if not _is_collection(head):
        yield _page(source.read(), source.name, said)
        return
    with source.path.open("rb") as file:
        yield from _collection(file, head, source.name)


def _stream(source: Input, said: Said) -> Iterator[Found]:
    """Standard input or a pipe: collections of any size go through a file, for reading them takes going back."""
    stream = _opened(source)
    head = stream.read(_HEAD)
    if not _is_collection(opening(head)):
        rest = stream.read(limits.FILE_BYTES + 1 - len(head))
        data = Input(source.name, None, head + rest).read()
        yield _page(data, None if source.name == STDIN else source.name, said)
        return
    with tempfile.TemporaryFile() as file:
        file.write(head)
        while piece := stream.read(1_000_000):
            file.write(piece)
        file.seek(0)
        yield from _collection(file, opening(head), source.name)


def _opened(source: Input) -> IO[bytes]:
    if source.path is not None:
        return source.path.open("rb")
    if sys.stdin is None or sys.stdin.closed:
        raise InputError(source.name, "standard input is closed")
    return cast("IO[bytes]", sys.stdin.buffer)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return opening(file.read(_HEAD))


_RECORDS = re.compile(rb'\s{0,100}\[?\s{0,100}\{\s{0,100}"(?:id|schema_version|extractor|url)"')


def _is_named_as_warc(path: Path) -> bool:
    return path.name.lower().endswith(WARCS) and path.stat().st_size > 0


def _is_collection(head: bytes) -> bool:
    return head.startswith((b"WARC/", b"PK\x03\x04")) or _holds_records(head) or is_mhtml(head)


def _holds_records(head: bytes) -> bool:
    return bool(_RECORDS.match(head)) or head.split() in ([b"[]"], [b"[", b"]"])  # an array of none


def _collection(file: IO[bytes], head: bytes, name: str) -> Iterator[Found]:
    if head.startswith(b"WARC/"):
        yield from read_warc(file, name)
    elif head.startswith(b"PK"):
        yield from read_wacz(file, name)
    elif _holds_records(head):
        yield from _records(file, name)
    else:
        data = unpack(file.read(limits.FILE_BYTES)).data
        yield read_mhtml(data, name)


def _page(data: bytes, name: str | None, said: Said) -> Captured:
    """One page; gzip around it is a wrapping of the file's, not of the page's: it is the same capture without it."""
    if data.startswith(b"\x1f\x8b\x08"):
        unpacked = unpack(data)
        data = data if unpacked.troubles else unpacked.data
    url, captured = read_note(data)
    return Captured(
        name or STDIN,
        data,
        url=said.url or url,
        captured=said.captured or captured,
        file=name,
        kind=said.kind,
    )


def _records(file: IO[bytes], name: str) -> Iterator[Given | Lost]:
    """Records as JSON: one a line, or an array with one a line, as ``onrecord extract`` writes them."""
    packed = file.read(3) == b"\x1f\x8b\x08"
    file.seek(0)
    lines: IO[bytes] = cast("IO[bytes]", gzip.GzipFile(fileobj=file)) if packed else file
    whole = _only_record(lines, name)
    if whole is not None:
        yield whole
        return
    lines.seek(0)
    number = 0
    try:
        while line := lines.readline(limits.LINE_BYTES):
            number += 1
            text = line.strip().removesuffix(b",")
            if text and text not in (b"[", b"]", b"[]"):
                yield _record(text, f"{name}, line {number}")
    except (OSError, EOFError, zlib.error) as error:
        yield Lost(f"{name}, line {number + 1}", f"broken: {error}")


def _only_record(lines: IO[bytes], name: str) -> Given | None:
    """A record alone in its file, over several lines."""
    try:
        if lines.readline(_HEAD).strip() != b"{":
            return None
        lines.seek(0)
        return Given(name, Record.from_json(lines.read(limits.LINE_BYTES)))
    except (OSError, EOFError, zlib.error, msgspec.DecodeError, RecursionError):
        return None


def _record(text: bytes, name: str) -> Given | Lost:
    try:
        return Given(name, Record.from_json(text))
    except msgspec.ValidationError as error:
        return Lost(name, f"not a record: {error}")
    except (msgspec.DecodeError, RecursionError) as error:
        return Lost(name, f"not JSON: {error}")
