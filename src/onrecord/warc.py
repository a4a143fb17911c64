"""WARC and WACZ: pages out of web archives, and captures into one.

Reads ISO 28500 files, plain or packed by gzip or Zstandard: ``response`` and ``resource`` records that hold pages, ``revisit`` records, and
redirects. Broken records are left out, counted, and reading goes on at the next.
"""

import datetime as dt
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from onrecord import limits
from onrecord.capture import Captured, Lost, Redirected, Revisited
from onrecord.causes import one_line
from onrecord.decoding import Packing, opening
from onrecord.errors import MissingExtra
from onrecord.evidence import Trouble
from onrecord.http_body import ZSTD, plain_body, zstd
from onrecord.values.addresses import is_web, redirect
from onrecord.values.iso_times import iso_time

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

WARCS = (".warc", ".warc.gz", ".warc.zst")
"""How the names of WARC files end."""

Found = Captured | Revisited | Redirected | Lost


@dataclass(frozen=True)
class Walk:
    """How a WARC is gone through: from where, and who is told of each record that may hold a page."""

    start: int = 0
    """Byte of the file at which a record begins, or the file."""
    passing: int = 0
    """How many records that may hold a page are passed over unread, and the damage before the last of them untold."""
    again: bool = False
    """Whether the last of these is read all the same."""
    reached: Callable[[int, dict[str, str]], None] = lambda _at, _headers: None
    """Called with the place and the headers (names in lower case) of a record before anything in it is read."""


def read_warc(file: IO[bytes], name: str, walk: Walk = Walk()) -> Iterator[Found]:  # frozen
    """What a WARC holds, in its order; ``file`` can seek, ``name`` is what the captures' ``file`` becomes.

    `MissingExtra` where fastwarc is not installed.
    """
    _need("fastwarc")
    yield from _records(file, name, walk)


def read_wacz(file: IO[bytes], name: str) -> Iterator[Found]:
    """What the WARCs in a WACZ hold: a ZIP file with WARCs under ``archive/`` (specs.webrecorder.net/wacz)."""
    _need("fastwarc")
    try:
        with zipfile.ZipFile(file) as packed:
            members = packed.infolist()[: limits.ZIP_MEMBERS]
            warcs = [m for m in members if m.filename.lower().endswith(WARCS)]
            if not warcs:
                yield Lost(name, "a ZIP file without WARCs: no WACZ")
            for member in warcs:
                yield from _member(packed, member, f"{name}/{member.filename}")
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
    ) as error:  # broken; odd packing; a password
        yield Lost(name, f"not a readable ZIP file: {error}")


def _member(packed: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Iterator[Found]:
    if member.file_size > limits.WARC_BYTES:
        yield Lost(name, f"too large ({member.file_size:,} bytes)")
        return
    with packed.open(member) as file:  # seekable, and never more of it in memory than is read at once
        yield from _records(file, name, Walk())


def _need(library: str) -> None:
    try:
        __import__(library)
    except ImportError:
        raise MissingExtra("WARC files need the extra 'warc': pip install 'onrecord[warc]'") from None


class _From(io.RawIOBase):
    """A file from ``base`` on: for fastwarc, which counts and seeks from where it began."""

    def __init__(self, file: IO[bytes], base: int) -> None:
        super().__init__()
        self._file, self._base = file, base
        file.seek(base)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._file.tell() - self._base

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        start = max(0, offset) + self._base if whence == io.SEEK_SET else offset
        return self._file.seek(start, whence) - self._base

    def read(self, size: int = -1, /) -> bytes:
        return self._file.read(size)


def _records(file: IO[bytes], name: str, walk: Walk) -> Iterator[Found]:
    """Every record, going on after what is broken at the next place where a record may begin."""
    course = _Course(file, name, walk)
    base: int | None = walk.start
    while base is not None:
        lost = None
        try:
            yield from course.stretch(base)
        except BaseException as error:
            if (
                not isinstance(error, _BROKEN) and type(error).__name__ != "PanicException"
            ):  # of fastwarc's Rust
                raise
            base, lost = course.after_fault(base, one_line(error))
        else:
            base, lost = course.at_end(base)
        if lost and course.number >= walk.passing:
            yield lost
    yield from course.held


@dataclass
class _Course:
    """How far a WARC is gone through."""

    file: IO[bytes]
    name: str
    walk: Walk
    number: int = 0
    """Records so far that may hold a page."""
    last: int = 0
    """Where the last record began, and whether it may hold a page, how long it says it is, and whether it was read."""
    read: bool = False
    claimed: int = 0
    answered: bool = True
    seen: bool = False
    held: tuple[Lost, ...] = ()
    """Damage after a record, until something else is read: what begins next may be all of it, and tells it better."""

    def stretch(self, base: int) -> Iterator[Found]:
        """The records from ``base`` to the next damage."""
        from fastwarc.warc import ArchiveIterator, WarcRecordType

        kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.revisit
        self.last, self.answered = base - 1, True
        for record in ArchiveIterator(
            _From(self.file, base), record_types=WarcRecordType.any_type, parse_http=False,
            max_header_len=limits.WARC_HEADERS,
        ):  # fmt: skip
            yield from self.held
            self.held = ()
            self.last, self.claimed = base + record.stream_pos, record.content_length
            self.seen = self.seen or bool(list(record.headers))
            self.read = bool(record.record_type & kinds)
            self.number += self.read
            if self.read and self.number > self.walk.passing - self.walk.again:
                headers = {key.lower(): value for key, value in record.headers}
                self.answered = False
                self.walk.reached(self.last, headers)
                yield from _read(record, headers, self.name, self.last)
                self.answered = True

    def after_fault(self, base: int, why: str) -> tuple[int | None, Lost | None]:
        """Where to go on, and what is told now."""
        broken = max(self.last, base)
        lost = Lost(f"{self.name}, after byte {broken}", f"broken: {why}; left out up to the next record")
        further = _next_record(self.file, broken + 1)
        self.held = ()
        if self.last < base or not self.answered or further is None:
            return further, lost
        if self.number >= self.walk.passing:
            self.held = (lost,)
        return further, None

    def at_end(self, base: int) -> tuple[int | None, Lost | None]:
        """The same, where nothing was found broken: what fastwarc did not tell."""
        if not self.seen:
            further = _next_record(self.file, base + 1)
            return further, None if further else Lost(self.name, "broken: no whole record in it")
        further = _left(self.file, self.last, self.claimed, read=self.read)
        if further == base:
            return None, Lost(f"{self.name}, record at byte {base}", "cut short in its head")
        return further, None


def _left(file: IO[bytes], last: int, claimed: int, *, read: bool) -> int | None:
    """Where something stands that fastwarc took for the file's end, or for part of the record at ``last``, its last.

    A record's head that is cut, or whatever follows a record that claims more bytes than there are.
    """
    file.seek(max(0, last))
    found = file.read(limits.WARC_HEADERS)
    head = opening(found, limits.WARC_HEADERS)
    if head.startswith(b"WARC/"):
        blank = _BLANK.search(head)
        if not (read or blank or len(head) == limits.WARC_HEADERS):
            return last
        if head is found and last + (blank.end() if blank else 0) + claimed <= file.seek(0, io.SEEK_END):
            return None
    return _next_record(file, last + 1)


_BROKEN = (OSError, ValueError, EOFError, zlib.error, zipfile.BadZipFile)

_BEGINNING = re.compile(rb"(?:(?<=\n)|\A)WARC/[01]\.\d\r?\n|\x1f\x8b\x08[\x00-\x1f]|\x28\xb5\x2f\xfd")
_STEP = 1_000_000


def _next_record(file: IO[bytes], start: int) -> int | None:
    """Where the next record may begin at or after ``start``: its first line, or what is packed by itself and holds it."""
    base, tail = start, b""
    file.seek(start)
    while piece := file.read(_STEP):
        window = tail + piece
        for found in _BEGINNING.finditer(window):
            at = base - len(tail) + found.start()
            if at >= start and (b"WARC/" in found[0] or _holds_record(window[found.start() :])):
                return at
        base += len(piece)
        tail = window[-32:]
    return None


def stands_at(file: IO[bytes], at: int, record_id: str) -> bool:
    """Whether that record begins at a byte of the file. Where records share gzip members, fastwarc's places are others'."""
    file.seek(at)
    head = opening(file.read(limits.WARC_HEADERS), limits.WARC_HEADERS)
    told = rb"(?mi)^WARC-Record-ID:[ \t]*<?" + re.escape(record_id.encode()) + rb">?[ \t]*\r?$"
    return head.startswith(b"WARC/") and bool(re.search(told, _BLANK.split(head, 1)[0]))


_GZIP = Packing("gzip", lambda: zlib.decompressobj(wbits=31), zlib.error)


def _holds_record(data: bytes) -> bool:
    """Whether a member of gzip or Zstandard may hold a record: some crawlers leave members that hold nothing."""
    packing = zstd() if data.startswith(ZSTD) else _GZIP
    stream = packing.stream()
    try:
        begun = stream.decompress(data[:4_096], 5)
    except packing.fault:
        return False
    return begun == b"WARC/" or not (begun or stream.eof)


_NO_ADDRESS = "urn:sha256:"
"""What `write_warc` names captures without an address by, with their digest."""

_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "multipart/related", "application/http")


def _read(record: "WarcRecord", headers: dict[str, str], name: str, at: int) -> Iterator[Found]:
    """What one record holds; nothing where it is no page and was not meant as one."""
    url = headers.get("warc-target-uri", "").strip("<> ")
    label = f"{name}, record at byte {at}"
    if not headers.get("content-length"):
        yield Lost(label, "cut short in its head: it names no length")
        return
    if not url:
        yield Lost(label, "malformed: it names no address")
        return
    if not (is_web(url) or url.lower().startswith(_NO_ADDRESS)):
        return
    if record.content_length > limits.PAGE_BYTES + limits.WARC_HEADERS:
        yield Lost(label, f"too large for a page ({record.content_length:,} bytes)", failed=False)
        return
    block = record.reader.read(record.content_length)
    if len(block) < record.content_length:
        yield Lost(label, f"cut short: {len(block):,} of {record.content_length:,} bytes are there")
        return
    kept = _Kept(label, url, headers, name, at)
    kind = headers.get("warc-type", "").lower()
    if kind == "resource":
        yield from kept.page(block, (("content-type", headers.get("content-type", "")),))
        return
    yield from _answered(kept, block, is_revisit=kind == "revisit")


def _answered(kept: "_Kept", block: bytes, *, is_revisit: bool) -> Iterator[Found]:
    """What an HTTP response holds; a revisit may come without one."""
    head = _http_head(block)
    if head is None and not is_revisit:
        told = f"its HTTP head has more than {limits.WARC_HEADERS:,} bytes" if _STATUS.match(block) else "no HTTP response in it"  # fmt: skip
        yield Lost(kept.label, f"malformed: {told}")
        return
    fields, body = head or ((), b"")
    if is_revisit:
        yield from kept.revisit(fields)
    elif target := redirect(int(fields[0][1]), fields, kept.url):
        yield Redirected(kept.label, kept.url, target)
    else:
        yield from kept.page(body, fields)


class _Kept:
    """A record's own words about itself."""

    def __init__(self, label: str, url: str, headers: dict[str, str], file: str, at: int) -> None:
        self.label, self.url, self.headers, self.file, self.at = label, url, headers, file, at

    @property
    def record_id(self) -> str | None:
        return self.headers.get("warc-record-id", "").strip("<> ") or None

    @property
    def captured(self) -> str | None:
        return self.headers.get("warc-date") or None

    def page(self, body: bytes, fields: tuple[tuple[str, str], ...]) -> Iterator[Found]:
        plain, troubles = plain_body(body, dict(reversed(fields)))
        if _is_other(fields) or not plain or plain.isspace() or _begins_as_other(plain):
            return
        if cut := self.headers.get("warc-truncated"):
            troubles = (*troubles, Trouble("capture-truncated", f"the crawler cut it ({cut})"))
        yield Captured(
            self.label, plain, url=None if self.url.startswith(_NO_ADDRESS) else self.url, captured=self.captured, headers=fields, file=self.file,
            record_id=self.record_id, offset=self.at, troubles=troubles,
        )  # fmt: skip

    def revisit(self, fields: tuple[tuple[str, str], ...]) -> Iterator[Found]:
        if _is_other(fields):
            return
        earlier = self.headers.get("warc-refers-to-target-uri", "").strip("<> ") or self.url
        yield Revisited(
            self.label, self.url, self.captured, earlier, self.headers.get("warc-refers-to-date") or None,
            headers=fields, file=self.file, record_id=self.record_id, offset=self.at,
        )  # fmt: skip


def _is_other(fields: tuple[tuple[str, str], ...]) -> bool:
    """Whether the headers say that it is no page."""
    told = next((value for key, value in fields if key == "content-type"), "").partition(";")[0]
    return bool(told.strip()) and told.strip().lower() not in _PAGE_TYPES


_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b[^\n]*\n")
_INTERIM = re.compile(rb"(?:HTTP/\d(?:\.\d)?[ \t]+1\d\d\b[^\n]*\n(?:[^\r\n][^\n]*\n)*+\r?\n)++")
"""Heads that are not yet the answer: a server may send some before it, and some crawlers keep them."""
_BLANK = re.compile(rb"\r?\n\r?\n")


def _http_head(block: bytes) -> tuple[tuple[tuple[str, str], ...], bytes] | None:
    """The status and headers of an HTTP response, names in lower case, and what stands after them; None: no such, or too long."""
    interim = _INTERIM.match(block)
    start = (_STATUS.match(block, interim.end()) if interim else None) or _STATUS.match(block)
    if start is None:
        return None
    last = start.end() + limits.WARC_HEADERS
    end = _BLANK.search(block, start.end() - 2, last)
    if end is None and len(block) > last:
        return None
    head, body = (
        (block[start.end() : end.start()], block[end.end() :]) if end else (block[start.end() :], b"")
    )
    fields = [(":status", start[1].decode("ascii"))]
    for line in head.split(b"\n")[:1_000]:
        key, colon, value = line.partition(b":")
        if colon:
            fields.append((_latin(key).lower(), _latin(value)))
    return tuple(fields), body


def _latin(raw: bytes) -> str:
    return raw.strip().decode("latin-1")


_OTHER = re.compile(rb"%PDF-|\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF|PK\x03\x04|OggS|\x1aE\xdf\xa3|....ftyp|wOF[F2]|\x00\x01\x00\x00", re.DOTALL)  # fmt: skip


def _begins_as_other(data: bytes) -> bool:
    """Whether it is a picture or the like that the server calls a page."""
    return bool(_OTHER.match(data))


def write_warc(captures: Iterable[Captured]) -> Iterator[bytes]:
    """The captures as a gzipped WARC 1.1, piece by piece; `MissingExtra` where warcio is not installed.

    Those that came without HTTP headers become ``resource`` records, the others ``response`` records whose headers
    speak of the bytes as they are kept: unpacked, in one piece. Captures without an address are named by their digest.
    What came from a WARC keeps its record's name, if that is a URI, so that whoever has it already knows it again.
    """
    try:
        from warcio.warcwriter import WARCWriter

        from onrecord.http_head import HttpHead
    except ImportError:
        raise MissingExtra("WARC files need the extra 'warc': pip install 'onrecord[warc]'") from None
    for captured in captures:
        address = captured.url or _NO_ADDRESS + hashlib.sha256(captured.data).hexdigest()
        out = io.BytesIO()
        writer = WARCWriter(out, gzip=True, warc_version="1.1")
        fields = [pair for pair in captured.headers if pair[0] not in _UNDONE]
        kind, http = "resource", None
        if captured.status is not None:
            kind, http = "response", HttpHead(str(captured.status), fields, protocol="HTTP/1.1")
        record = writer.create_warc_record(
            address, kind, payload=io.BytesIO(captured.data), length=len(captured.data), http_headers=http,
            warc_content_type="" if http else "text/html" if b"<" in captured.data[:10_000] else "text/plain",
            warc_headers_dict=dict(_named(captured)),
        )  # fmt: skip
        writer.write_record(record)
        yield out.getvalue()


def _named(captured: Captured) -> Iterator[tuple[str, str]]:
    """Its time and its record's name, where a WARC may bear them."""
    if when := _utc(captured.captured):
        yield "WARC-Date", when
    if captured.record_id and _RECORD_ID.fullmatch(captured.record_id):
        yield "WARC-Record-ID", f"<{captured.record_id}>"


def _utc(captured: str | None) -> str | None:
    """A time as WARC wants it: UTC; one that states no zone is taken as that. A day stays one, as WARC 1.1 lets it."""
    if captured and _WARC_DATE.fullmatch(captured):
        return captured
    told = iso_time(captured or "")
    if told is None or len(told) == _DAY:
        return told
    when = dt.datetime.fromisoformat(told)
    try:
        return (when.astimezone(dt.UTC) if when.tzinfo else when).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        return None


_DAY = len("2024-05-03")
_WARC_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){2}T(?:[0-9]{2}:){2}[0-9]{2}(?:\.[0-9]{1,9})?Z")
_RECORD_ID = re.compile("[A-Za-z][A-Za-z0-9+.-]*:[!-;=?-~]+")
_UNDONE = frozenset((":status", "transfer-encoding", "content-encoding", "content-length"))
