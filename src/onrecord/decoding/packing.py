"""Packed bytes to plain ones: gzip and deflate undone within limits, and headers that lie about it noticed."""

import zlib
from collections.abc import Callable
from typing import NamedTuple, Protocol

from onrecord import limits
from onrecord.evidence import Trouble


class Unpacked(NamedTuple):
    """Bytes as they were before compression."""

    data: bytes
    troubles: tuple[Trouble, ...]


class Stream(Protocol):
    """Undoes one packing, piece by piece, as Python's own streams do."""

    @property
    def eof(self) -> bool:
        """Whether it has come to its end."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What was given to it beyond its end."""
        ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """What the next piece of ``data`` unpacks to, and no more than so much of it."""
        ...


class Packing(NamedTuple):
    """One way to pack bytes."""

    name: str
    stream: Callable[[], Stream]
    """Makes a new one."""
    fault: type[Exception]
    """What its streams raise."""
    magic: bytes = b""
    """How it begins, where streams that stand one after another are one (RFC 1952, 2.2; RFC 8878, 3)."""


def unpack(data: bytes, declared: str | None = None) -> Unpacked:
    """``data`` without compression, which is told from the bytes, and within the limits on size.

    ``declared`` is the Content-Encoding header; one that the bytes contradict is a trouble, not believed. Bytes in a
    packing that cannot be undone here (br, zstd) are no text: none is given, and a trouble says so.
    """
    said = _codings(declared)
    if data.startswith(_GZIP.magic):
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


def _inflating(bits: int) -> Callable[[], Stream]:
    return lambda: zlib.decompressobj(wbits=bits)


_GZIP = Packing("gzip", _inflating(zlib.MAX_WBITS | 16), zlib.error, b"\x1f\x8b\x08")
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
    most = most_of(data)
    while data.startswith(_GZIP.magic) and layers < _LAYERS:
        layers += 1
        plain = undone(data, _GZIP, most)
        data = plain.data
        troubles += plain.troubles
    if layers > max(1, said.count("gzip")):
        troubles.append(Trouble("compressed-twice", f"{layers} layers of gzip, one in another"))
    return Unpacked(data, tuple(troubles))


def opening(head: bytes, most: int = 8_192) -> bytes:
    """The first bytes of a file, inside gzip where they are in it; none where that is broken."""
    if not head.startswith(_GZIP.magic):
        return head
    try:
        return _GZIP.stream().decompress(head, most)
    except zlib.error:
        return b""


def most_of(data: bytes) -> int:
    """How many bytes packed ``data`` may unpack to."""
    return min(limits.PAGE_BYTES, max(len(data), 1_000) * limits.DECOMPRESSION_RATIO)


def undone(data: bytes, packing: Packing, most: int) -> Unpacked:
    """``data`` without one packing, and ``most`` bytes of it. What stands before a fault or an early end is kept."""
    try:
        return _undone(data, packing, most, _STEP)
    except packing.fault:
        return _undone(data, packing, most, _STEP_TO_FAULT)


_STEP = 65_536
_STEP_TO_FAULT = 512
"""Of a step that holds a fault nothing comes out, so where there is one the steps are small."""


def _undone(data: bytes, packing: Packing, most: int, step: int) -> Unpacked:
    """The same; a fault is raised where steps are long."""
    parts: list[bytes] = []
    size = at = 0
    for _ in range(limits.STREAMS):
        stream = packing.stream()
        while at < len(data) and size <= most and not stream.eof:
            piece = data[at : at + step]
            try:
                parts.append(stream.decompress(piece, most + 1 - size))
            except packing.fault as error:
                if step > _STEP_TO_FAULT:
                    raise
                return _broken(parts, f"{packing.name} data is broken: {error}")
            size += len(parts[-1])
            at += len(piece) - len(stream.unused_data)
        if size > most:
            detail = f"read the first {most:,} bytes of what unpacks to more"
            return Unpacked(b"".join(parts)[:most], (Trouble("page-too-large", detail),))
        if not stream.eof:
            return _broken(parts, f"{packing.name} data ends early")
        if not packing.magic or not data.startswith(packing.magic, at):
            return Unpacked(b"".join(parts), ())
    return _broken(parts, f"more than {limits.STREAMS:,} streams of {packing.name}; the rest was not read")


def _broken(parts: list[bytes], detail: str) -> Unpacked:
    return Unpacked(b"".join(parts), (Trouble("compression-broken", detail),))


def _deflated(data: bytes) -> Unpacked | None:
    """``data`` without deflate, with zlib's frame or bare, as servers send both; None where it is neither."""
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        packing = Packing("deflate", _inflating(bits), zlib.error)
        try:
            plain = _undone(data, packing, most_of(data), _STEP)
        except zlib.error:
            continue
        if plain.data:
            return plain
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
