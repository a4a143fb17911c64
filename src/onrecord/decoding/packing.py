"""Packed bytes to plain ones: gzip and deflate undone within limits, and headers that lie about it noticed."""

import zlib
from typing import NamedTuple

from onrecord import limits
from onrecord.evidence import Trouble

__all__ = ["Unpacked", "is_text", "unpack"]


class Unpacked(NamedTuple):
    """Bytes as they were before compression."""

    data: bytes
    troubles: tuple[Trouble, ...]


def unpack(data: bytes, declared: str | None = None) -> Unpacked:
    """``data`` without compression, which is told from the bytes, and within the limits on size.

    ``declared`` is the Content-Encoding header; one that the bytes contradict is a trouble, not believed. Bytes in a
    packing that cannot be undone here (br, zstd) are no text: none is given, and a trouble says so.
    """
    said = _codings(declared)
    if data[:3] == _GZIP:
        return _gzip(data, said)
    if said and said[-1] == "deflate" and (plain := _deflated(data)) is not None:
        return plain
    if said:
        if not is_text(data):
            detail = f"the header says {', '.join(said)}, which is not undone here; nothing was read"
            return Unpacked(b"", (Trouble("compression-unread", detail),))
        detail = f"the header says {', '.join(said)}, the bytes are not compressed"
        cut = _cut(data)
        return Unpacked(cut.data, (Trouble("wrong-compression-declared", detail), *cut.troubles))
    return _cut(data)


_GZIP = b"\x1f\x8b\x08"
_LAYERS = 3
"""Layers of gzip, one in another, that are undone: servers and archives that both compress make two."""


def _codings(declared: str | None) -> list[str]:
    """The codings a header names, in the order in which they were done, those that change nothing left out."""
    if not declared:
        return []
    names = (name.strip().lower().removeprefix("x-")[:20] for name in declared[:200].split(","))
    return [name for name in names if name not in {"", "identity", "none", "utf-8", "chunked"}]


def _gzip(data: bytes, said: list[str]) -> Unpacked:
    troubles: list[Trouble] = []
    if said and "gzip" not in said:
        detail = f"the header says {', '.join(said)}, the bytes are gzip"
        troubles.append(Trouble("wrong-compression-declared", detail))
    layers = 0
    most = _most(data)
    while data[:3] == _GZIP and layers < _LAYERS:
        layers += 1
        plain = _layer(data, most)
        data = plain.data
        troubles += plain.troubles
    if layers > max(1, said.count("gzip")):
        troubles.append(Trouble("compressed-twice", f"{layers} layers of gzip, one in another"))
    return Unpacked(data, tuple(troubles))


def _most(data: bytes) -> int:
    return min(limits.PAGE_BYTES, max(len(data), 1_000) * limits.DECOMPRESSION_RATIO)


def _layer(data: bytes, most: int) -> Unpacked:
    stream = zlib.decompressobj(wbits=31)
    try:
        plain = stream.decompress(data, most + 1)
    except zlib.error as error:
        detail = f"gzip data is broken: {error}"
        return Unpacked(_salvage(data, most), (Trouble("compression-broken", detail),))
    if len(plain) > most:
        detail = f"read the first {most:,} bytes of what unpacks to more"
        return Unpacked(plain[:most], (Trouble("page-too-large", detail),))
    if not stream.eof:
        return Unpacked(plain, (Trouble("compression-broken", "gzip data ends early"),))
    return Unpacked(plain, ())


def _deflated(data: bytes) -> Unpacked | None:
    """``data`` without deflate, with zlib's frame or bare, as servers send both; None where it is neither."""
    most = _most(data)
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        stream = zlib.decompressobj(wbits=bits)
        try:
            plain = stream.decompress(data, most + 1)
        except zlib.error:
            continue
        if not plain:
            continue
        if len(plain) > most:
            detail = f"read the first {most:,} bytes of what unpacks to more"
            return Unpacked(plain[:most], (Trouble("page-too-large", detail),))
        early = () if stream.eof else (Trouble("compression-broken", "deflate data ends early"),)
        return Unpacked(plain, early)
    return None


_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\f\r\x1b"))


def is_text(data: bytes) -> bool:
    """Whether these bytes may be letters: compressed ones have as many control characters as any others."""
    head = data[:2_000]
    if head.count(0) * 5 > len(head):  # UTF-16
        return True
    return (len(head) - len(head.translate(None, _CONTROLS))) * 25 < len(head)


def _cut(data: bytes) -> Unpacked:
    if len(data) <= limits.PAGE_BYTES:
        return Unpacked(data, ())
    detail = f"read the first {limits.PAGE_BYTES:,} of {len(data):,} bytes"
    return Unpacked(data[: limits.PAGE_BYTES], (Trouble("page-too-large", detail),))


def _salvage(data: bytes, most: int) -> bytes:
    """What unpacks before the fault."""
    stream, plain = zlib.decompressobj(wbits=31), bytearray()
    for at in range(0, len(data), 512):
        try:
            plain += stream.decompress(data[at : at + 512], most - len(plain) + 1)
        except zlib.error:
            break
        if len(plain) > most or stream.eof:
            break
    return bytes(plain[:most])
