"""What was asked and answered, as WARC (ISO 28500): written before anything is read in it.

Header lines are rebuilt: the client hands over names and values, not the bytes they came in. Bodies are as received,
without transfer encoding and with their content encoding.
"""

import base64
import contextlib
import datetime as dt
import hashlib
import io
import os
import uuid
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, NamedTuple

from onrecord.gather.manners import Manners
from onrecord.version import __version__

_FILE_BYTES = 1_000_000_000
"""A file that has reached this size is followed by another, as crawlers do."""


class Answer(NamedTuple):
    """One exchange with a server."""

    url: str
    path: str
    """What was asked of the server: path and query."""
    asked: tuple[tuple[str, str], ...]
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    ip: str | None
    """The address that was connected to; None where it is not known."""
    protocol: str = "HTTP/1.1"
    truncated: bool = False
    """Whether ``body`` is only its beginning, since no more was wanted."""

    @property
    def fields(self) -> dict[str, str]:
        """The headers by their names in lower case; of those that came twice the first."""
        return {name.lower(): value for name, value in reversed(self.headers)}


class Earlier(NamedTuple):
    """The last whole answer from an address."""

    url: str
    digest: str
    record_id: str
    captured: str


class Kept(NamedTuple):
    """Where an answer is."""

    file: str
    """Its name within the folder."""
    offset: int
    """Of the response or revisit record."""
    length: int
    record_id: str
    captured: str
    digest: str
    """Of the body as received."""
    revisit: bool


class Recording:
    """WARC files in one folder, written by one process; each record is in the file when `write` returns."""

    def __init__(self, folder: Path, manners: Manners, begin: Callable[[str], object]) -> None:
        """The first file is made with the first record.

        ``begin`` is told of each file before it is made: what a kill then leaves of it is known to be ours.
        """
        self._folder, self._manners, self._begin = folder, manners, begin
        self._began = dt.datetime.now(dt.UTC).strftime("%Y%m%d%H%M%S")
        self._serial = 0
        self._file: IO[bytes] | None = None
        self.name = ""

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            with contextlib.suppress(OSError):  # a full disk was told when it was met
                self._file.close()
            self._file = None

    def write(self, answer: Answer, earlier: Earlier | None = None) -> Kept:
        """Write request, then response; a revisit record where the body is that of ``earlier``, or 304 says so."""
        from onrecord.http_head import HttpHead

        digest = _digest(answer.body)
        # An error or a redirect in the same bytes is another answer.
        came = 200 <= answer.status < 300 and earlier is not None and digest == earlier.digest  # noqa: PLR2004
        same = earlier is not None and (came or answer.status == 304)  # noqa: PLR2004  # not modified
        captured = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        record_id = f"<urn:uuid:{uuid.uuid4()}>"
        about = {"WARC-Date": captured, "WARC-Record-ID": record_id}
        if answer.ip:
            about["WARC-IP-Address"] = answer.ip
        if answer.truncated:
            about["WARC-Truncated"] = "length"
        if same and earlier is not None:
            about |= _refers(earlier, unmodified=answer.status == 304)  # noqa: PLR2004
        head = HttpHead(
            f"{answer.status} {answer.reason}".strip(), list(answer.headers), protocol=answer.protocol
        )
        body = b"" if same else answer.body
        piece = _piece("revisit" if same else "response", answer.url, head, about, body)
        asked = HttpHead(f"GET {answer.path} HTTP/1.1", list(answer.asked), is_http_request=True)
        asked_about = {"WARC-Date": captured, "WARC-Concurrent-To": record_id}
        file = self._open()
        file.write(_piece("request", answer.url, asked, asked_about, b""))
        offset = file.tell()
        file.write(piece)
        file.flush()
        if same and earlier is not None:
            digest = earlier.digest
        return Kept(self.name, offset, len(piece), record_id.strip("<>"), captured, digest, same)

    def _open(self) -> IO[bytes]:
        if self._file is not None and self._file.tell() < _FILE_BYTES:
            return self._file
        self.close()
        self._serial += 1
        self.name = f"onrecord-{self._began}-{os.getpid()}-{self._serial:05}.warc.gz"
        self._begin(self.name)
        self._file = (self._folder / self.name).open("xb")
        self._file.write(self._info())
        return self._file

    def _info(self) -> bytes:
        about = {
            "software": f"onrecord/{__version__}",
            "format": "WARC File Format 1.1",
            "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "robots": "obey",
            "http-header-user-agent": self._manners.user_agent,
            "description": "Header lines of requests and responses are rebuilt from the names and values that the HTTP client "
            "hands over: their order, case and white space may differ from what was sent. Bodies are as received, "
            "transfer encoding undone, content encoding not.",
        }
        if self._manners.contact:
            about["operator"] = self._manners.contact
        return _written(lambda writer: writer.create_warcinfo_record(self.name, about))


def _piece(kind: str, url: str, head: object, about: dict[str, str], body: bytes) -> bytes:
    return _written(
        lambda writer: writer.create_warc_record(
            url, kind, payload=io.BytesIO(body), length=len(body), http_headers=head, warc_headers_dict=about
        )
    )


def _written(made: Callable[[Any], object]) -> bytes:
    """The record that a writer of warcio's is asked to make, packed."""
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    writer.write_record(made(writer))
    return out.getvalue()


def cut_torn(path: Path, known: int) -> int:
    """Where the whole records end of a file that is whole up to ``known``; what stands after them is taken off.

    A record is a gzip member, so that one is whole can be told by its end. A file without a whole one goes.
    """
    with path.open("r+b") as file:
        whole = _end_of_whole(file, known)
        file.truncate(whole)
    if not whole:
        path.unlink()
    return whole


def _end_of_whole(file: IO[bytes], whole: int) -> int:
    file.seek(whole)
    member, piece = zlib.decompressobj(wbits=31), b""
    while piece := piece or file.read(_STEP):
        try:
            member.decompress(piece, _STEP)
        except zlib.error:
            break
        piece = member.unconsumed_tail
        if member.eof:
            piece = member.unused_data
            whole = file.tell() - len(piece)
            member = zlib.decompressobj(wbits=31)
    return whole


_STEP = 65_536


def _digest(body: bytes) -> str:
    """As warcio writes it: ``sha1:`` and the hash in base 32."""
    return "sha1:" + base64.b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()


_PROFILES = "http://netpreserve.org/warc/1.1/revisit/"


def _refers(earlier: Earlier, *, unmodified: bool) -> dict[str, str]:
    return {
        "WARC-Profile": _PROFILES + ("server-not-modified" if unmodified else "identical-payload-digest"),
        "WARC-Refers-To": f"<{earlier.record_id}>",
        "WARC-Refers-To-Target-URI": earlier.url,
        "WARC-Refers-To-Date": earlier.captured,
        "WARC-Payload-Digest": earlier.digest,
    }
