"""Bytes made small and large again: Zstandard frames (RFC 8878), which any ``zstd`` reads.

Zstandard at these levels packs pages a tenth smaller than gzip in less time, and takes other bytes as a dictionary. A
page repeats its article's text, which the index keeps; a record repeats most of its page's words: each packs far smaller
against what it repeats (``docs/decisions/0033-texts-kept-once.md``).
"""

import sys
from collections.abc import Mapping

from onrecord import limits
from onrecord.errors import OnRecordError

# The standard library's own, of which the other is the backport.
if sys.version_info >= (3, 14):  # pragma: no cover
    from compression import zstd
else:
    from backports import zstd

_PAGE: Mapping[int, int] = {
    zstd.CompressionParameter.compression_level: 9,
    zstd.CompressionParameter.checksum_flag: 1,
}
"""Measured on every tenth page of the data folder: 90% of gzip's size at 70% of its time. Level 12 gains 1% more for
three times the time, level 19 5% for 25 times."""

_PAGE_AFTER: Mapping[int, int] = {
    zstd.CompressionParameter.compression_level: 10,
    zstd.CompressionParameter.checksum_flag: 1,
}
"""A page after its text, on every twelfth page: 22.4 kB in the time of level 9 without, which gives 25.4; level 12 gains
0.1 kB for twice the time."""

_AFTER: Mapping[int, int] = {
    zstd.CompressionParameter.compression_level: 9,
    zstd.CompressionParameter.checksum_flag: 1,
}
"""A record after its page and its text, on the same: 2.3 kB at 0.9 ms; level 6 gives 2.5 kB at 0.7 ms."""


class Damaged(OnRecordError):  # noqa: N818  # reads as what it says
    """Packed bytes that are not what was packed: the checksum in the frame does not fit."""


class Dictionary:
    """Bytes that frames are packed with, made ready once."""

    def __init__(self, data: bytes) -> None:
        """``data`` must be given again, byte by byte, to unpack; it may be empty, where pages share nothing."""
        self.data = data
        self.ready = zstd.ZstdDict(data, is_raw=True) if len(data) >= _LEAST else None


_LEAST = 8
"""Bytes of the shortest dictionary that Zstandard takes."""


def pack(data: bytes, dictionary: Dictionary | None = None, text: bytes = b"") -> bytes:
    """``data`` as one frame that leaves out what is in ``dictionary`` and ``text``; `unpack` must be given both again."""
    if text:
        return zstd.compress(data, options=_PAGE_AFTER, zstd_dict=_before(dictionary, text))
    return zstd.compress(data, options=_PAGE, zstd_dict=dictionary.ready if dictionary else None)


def unpack(packed: bytes, dictionary: Dictionary | None = None, text: bytes = b"") -> bytes:
    """What was packed; `Damaged` where it cannot be had."""
    if text:
        return _unpacked(packed, _before(dictionary, text))
    return _unpacked(packed, dictionary.ready if dictionary else None)


def _before(dictionary: Dictionary | None, text: bytes) -> "tuple[zstd.ZstdDict, int]":
    return zstd.ZstdDict((dictionary.data if dictionary else b"") + text, is_raw=True).as_prefix


def pack_after(data: bytes, before: bytes) -> bytes:
    """``data`` as one frame that leaves out what stands in ``before``, which `unpack_after` must be given again."""
    return zstd.compress(data, options=_AFTER, zstd_dict=zstd.ZstdDict(before, is_raw=True).as_prefix)


def unpack_after(packed: bytes, before: bytes) -> bytes:
    """What was packed after ``before``; `Damaged` where it cannot be had."""
    return _unpacked(packed, zstd.ZstdDict(before, is_raw=True).as_prefix)


def _unpacked(packed: bytes, dictionary: "zstd.ZstdDict | tuple[zstd.ZstdDict, int] | None") -> bytes:
    try:
        size = zstd.get_frame_info(packed).decompressed_size
        if size is None or size > limits.FILE_BYTES:
            raise Damaged("packed bytes are damaged: they state no size, or one that is too large")
        return zstd.decompress(packed, zstd_dict=dictionary)
    except (zstd.ZstdError, MemoryError, ValueError, TypeError) as error:
        # A damaged row may hold no bytes at all.
        raise Damaged(f"packed bytes are damaged: {error}") from error
