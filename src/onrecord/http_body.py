"""The body of an HTTP response, as it came or as a crawler kept it, without what it was packed in.

What a server or a crawler says of a body's encodings is checked by its bytes, for both lie.
"""

import re
import sys

from onrecord.decoding import Packing, Unpacked, is_text, most_of, undone, unpack
from onrecord.evidence import Trouble


def plain_body(body: bytes, fields: dict[str, str]) -> tuple[bytes, tuple[Trouble, ...]]:
    """The body without transfer and content encoding, each undone only where the bytes show it."""
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    told = fields.get("content-encoding", "").strip().lower()
    troubles: tuple[Trouble, ...] = ()
    for _ in range(2):  # some servers pack twice
        plain = _unpacked(body, told)
        if not plain or not plain.data:
            break
        body = plain.data
        troubles += plain.troubles
    # What the header says wrongly may be the crawler's word, no fault of the page; what is not there is missed.
    return body, tuple(one for one in troubles if one.code in {"compression-broken", "page-too-large"})


_CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")


def _unchunked(body: bytes) -> bytes:
    """The chunks joined; ``body`` as it is where it is not in chunks, for crawlers that undo them keep the header."""
    parts: list[bytes] = []
    at = 0
    while found := _CHUNK.match(body, at):
        size = int(found[1], 16)
        if size == 0:
            return b"".join(parts)
        piece = body[found.end() : found.end() + size]
        parts.append(piece)
        at = found.end() + size
        if len(piece) < size:  # cut: what is there is there
            return b"".join(parts)
        if not body.startswith((b"\r\n", b"\n"), at):
            return body if len(parts) == 1 else b"".join(parts)
    return b"".join(parts) if parts and at >= len(body) - 4 else body


def _unpacked(body: bytes, told: str) -> Unpacked | None:
    """``body`` unpacked and bounded; None where its bytes are not packed in a known way."""
    if body.startswith(b"\x1f\x8b\x08"):
        return unpack(body)
    if body.startswith(ZSTD):
        return undone(body, zstd(), most_of(body))
    if body.lstrip().startswith(b"<"):
        return None
    if "deflate" in told:
        return unpack(body, "deflate")
    if "br" in told and (packing := _brotli()):
        plain = undone(body, packing, most_of(body))
        return None if plain.troubles and is_text(body) else plain
    return None


ZSTD = b"\x28\xb5\x2f\xfd"
"""How a frame of Zstandard begins."""


def zstd() -> Packing:
    """Zstandard, loaded where it is met."""
    if sys.version_info >= (3, 14):  # pragma: no cover  # the same library, part of Python by then
        from compression.zstd import ZstdDecompressor, ZstdError
    else:
        from backports.zstd import ZstdDecompressor, ZstdError

    return Packing("zstd", ZstdDecompressor, ZstdError, ZSTD)


def _brotli() -> Packing | None:
    try:
        import brotli
    except ImportError:
        return None

    class Stream:
        """One of brotli, asked as Python's own are."""

        unused_data = b""

        def __init__(self) -> None:
            self._stream = brotli.Decompressor()

        @property
        def eof(self) -> bool:
            return bool(self._stream.is_finished())

        def decompress(self, data: bytes, max_length: int, /) -> bytes:
            parts = [self._stream.process(data, output_buffer_limit=max_length)]
            while parts[-1] and (left := max_length - sum(map(len, parts))) > 0 and not self.eof:
                parts.append(self._stream.process(b"", output_buffer_limit=left))
            return b"".join(parts)

    return Packing("brotli", Stream, brotli.error)
