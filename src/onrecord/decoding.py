"""Bytes to text: unpacked, and decoded in the encoding that the bytes or the page tell."""

import codecs
import re
import zlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from turbohtml import detect

from onrecord import limits
from onrecord.evidence import Trouble

__all__ = ["Decoded", "Unpacked", "decode", "unpack"]


class Unpacked(NamedTuple):
    """Bytes as they were before compression."""

    data: bytes
    troubles: tuple[Trouble, ...]


def unpack(data: bytes) -> Unpacked:
    """``data`` without gzip, which is told from the bytes, and within the limits on size."""
    if data[:3] != b"\x1f\x8b\x08":
        return _cut(data, len(data))
    most = min(limits.PAGE_BYTES, max(len(data), 1_000) * limits.DECOMPRESSION_RATIO)
    stream = zlib.decompressobj(wbits=31)
    try:
        plain = stream.decompress(data, most + 1)
    except zlib.error as error:
        detail = f"gzip data is broken: {error}"
        return Unpacked(_salvage(data, most), (Trouble("compression-broken", detail),))
    if len(plain) > most:
        return Unpacked(
            plain[:most],
            (Trouble("page-too-large", f"read the first {most:,} bytes of what unpacks to more"),),
        )
    if not stream.eof:
        return Unpacked(plain, (Trouble("compression-broken", "gzip data ends early"),))
    return Unpacked(plain, ())


def _cut(data: bytes, size: int) -> Unpacked:
    if size <= limits.PAGE_BYTES:
        return Unpacked(data, ())
    detail = f"read the first {limits.PAGE_BYTES:,} of {size:,} bytes"
    return Unpacked(data[: limits.PAGE_BYTES], (Trouble("page-too-large", detail),))


def _salvage(data: bytes, most: int) -> bytes:
    """What unpacks before the fault."""
    stream, plain = zlib.decompressobj(wbits=31), bytearray()
    for at in range(0, len(data), 512):
        try:
            plain += stream.decompress(data[at : at + 512], most - len(plain) + 1)
        except zlib.error:
            break
        if len(plain) > most:
            break
    return bytes(plain[:most])


class Decoded(NamedTuple):
    """A page's text, without BOM, with CRLF and CR made LF."""

    text: str
    encoding: str
    source: str
    """``bom``, ``bytes``, ``http``, ``meta``, ``xml`` or ``guess``."""
    troubles: tuple[Trouble, ...]


_BOMS: Mapping[bytes, str] = MappingProxyType(
    {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
)

# Browsers look into the first 1,024 bytes (WHATWG HTML, 13.2.3.2); real pages put scripts before it.
_PRESCAN = 8_192

_META = re.compile(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})["']""", re.IGNORECASE)
_HTTP = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)

# Labels that mean a larger encoding on the web (WHATWG Encoding, 4.2) or that Python does not know.
_WEB: Mapping[str, str] = MappingProxyType(
    {
        "ascii": "windows-1252", "us-ascii": "windows-1252", "iso-8859-1": "windows-1252", "latin1": "windows-1252",
        "iso8859-1": "windows-1252", "iso_8859-1": "windows-1252", "iso-8859-9": "windows-1254",
        "iso-8859-11": "windows-874", "tis-620": "windows-874", "gb2312": "gb18030", "gbk": "gb18030",
        "x-gbk": "gb18030", "gb_2312-80": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932",
        "x-sjis": "cp932", "windows-31j": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "big5": "big5hkscs",
        "x-euc-jp": "euc-jp", "unicode": "utf-16-le", "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8",
        "iso-8859-8-i": "iso-8859-8", "x-mac-cyrillic": "mac-cyrillic", "x-user-defined": "windows-1252",
        "windows-874": "cp874", "win-1251": "windows-1251", "cp-1251": "windows-1251",
    }
)  # fmt: skip


def decode(data: bytes, content_type: str | None = None) -> Decoded:
    """The text of ``data``. Never fails: bytes that do not fit become U+FFFD, and a trouble says so.

    A byte-order mark wins; then bytes that are valid UTF-8 are UTF-8, whatever the page declares (a text of any
    length in another encoding is never that by chance); then HTTP, meta and XML declarations; then a guess.
    """
    for bom, encoding in _BOMS.items():
        if data.startswith(bom):
            return _decoded(data[len(bom) :], encoding, "bom", ())
    declared = tuple(_declarations(data, content_type))
    if wide := _utf_16(data):
        return _decoded(data, wide, "bytes", ())
    if not (b"\x1b" in data and any(e == "iso2022_jp" for e, _ in declared)):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            if _nearly_utf_8(data, error, declared):
                declared = (("utf-8", next((s for e, s in declared if e == "utf-8"), "bytes")),)
        else:
            return Decoded(_lines(text), "utf-8", *_valid_utf_8(data, declared))
    encoding, source = declared[0] if declared else _guess(data)
    return _decoded(data, encoding, source, _disagreement(declared))


def _declarations(data: bytes, content_type: str | None) -> Iterator[tuple[str, str]]:
    if content_type and (found := _HTTP.search(content_type)) and (name := _known(found[1])):
        yield name, "http"
    head = data[:_PRESCAN]
    if (meta := _META.search(head)) and (name := _known(meta[1].decode("ascii", "replace"))):
        # A page whose meta tag could be read in ASCII is not UTF-16 (WHATWG HTML, 13.2.3.2).
        yield ("utf-8" if name.startswith("utf-16") else name), "meta"
    if (xml := _XML.match(head)) and (name := _known(xml[1].decode("ascii", "replace"))):
        yield ("utf-8" if name.startswith("utf-16") else name), "xml"


def _known(label: str) -> str | None:
    """Python's name of the encoding that ``label`` means on the web; None where there is none such."""
    label = label.strip().lower()
    try:
        found = codecs.lookup(_WEB.get(label, label))
    except (LookupError, ValueError):
        return None
    if not found._is_text_encoding:  # noqa: SLF001  # rot13, hex and the like are codecs too; nothing public tells
        return None
    return _WEB.get(found.name, found.name)


def _utf_16(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its ASCII is NUL."""
    head = data[:512]
    if head.count(0) * 3 < len(head) or len(head) < 8:  # noqa: PLR2004  # a third: mark-up is ASCII, text may not be
        return None
    return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"


def _nearly_utf_8(data: bytes, error: UnicodeDecodeError, declared: tuple[tuple[str, str], ...]) -> bool:
    """Whether broken bytes are a few faults in UTF-8 and not another encoding.

    Cut off in the middle of a letter; or at least twenty letters of several bytes to one fault.
    """
    if error.start >= len(data) - 4:
        return True
    text = data.decode("utf-8", "replace")
    faults = text.count("�")
    letters = sum(1 for c in text if c > "\x7f") - faults
    return letters > (5 if any(e == "utf-8" for e, _ in declared) else 20) * faults


def _valid_utf_8(data: bytes, declared: tuple[tuple[str, str], ...]) -> tuple[str, tuple[Trouble, ...]]:
    said = next((source for name, source in declared if name == "utf-8"), "bytes")
    if data.isascii():
        return said, ()
    wrong = [(name, source) for name, source in declared if name != "utf-8"]
    return said, tuple(
        Trouble("wrong-encoding-declared", f"{source} says {name}, the bytes are UTF-8")
        for name, source in wrong
    )


def _disagreement(declared: tuple[tuple[str, str], ...]) -> tuple[Trouble, ...]:
    if len({name for name, _ in declared}) < 2:  # noqa: PLR2004
        return ()
    said = ", ".join(f"{source} says {name}" for name, source in declared)
    return (Trouble("encodings-disagree", said),)


def _guess(data: bytes) -> tuple[str, str]:
    found = detect.detect(data[:200_000])
    name = _known(found.encoding or "windows-1252") or "windows-1252"
    return name, "guess"


def _decoded(data: bytes, encoding: str, source: str, troubles: tuple[Trouble, ...]) -> Decoded:
    text = data.decode(encoding, "replace")
    if encoding == "cp1252" and "�" in text:
        text = data.decode("latin-1").translate(_C1)
    if faults := text.count("�"):
        detail = f"{faults} places are not {encoding} and read as U+FFFD"
        troubles = (*troubles, Trouble("undecodable-bytes", detail))
    return Decoded(_lines(text), encoding, source, troubles)


# The five bytes that windows-1252 leaves undefined are C1 controls on the web (WHATWG Encoding, index-windows-1252).
_C1 = {i: bytes([i]).decode("windows-1252", "ignore") or chr(i) for i in range(0x80, 0xA0)}


def _lines(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff")
