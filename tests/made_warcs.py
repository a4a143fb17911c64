"""Small WARC files for the tests of bulk: records by hand, pages of a press that does not exist."""

import gzip
from pathlib import Path

from made_archive import PARAGRAPHS, page


def record(block: bytes, url: str, number: int = 0, kind: str = "response", more: str = "") -> bytes:
    """One record, as it stands in a file."""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-03T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{number}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n{more}\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def http(
    body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8", more: str = ""
) -> bytes:
    """A response of HTTP."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def response(number: int, words: str = "", status: str = "200 OK") -> bytes:
    """A page of its own, with ``words`` in it."""
    text = page(f"Number {number} came in. {words}", *PARAGRAPHS, headline=f"Eel number {number} comes in")
    return record(http(text, status), f"https://tarnpost.example/eels/{number}", number)


def write_warc_file(path: Path, *records: bytes) -> Path:
    """A WARC file, a gzip member for each record."""
    path.write_bytes(b"".join(map(gzip.compress, records)))
    return path
