"""Bytes to text: decoded in the encoding that the bytes or the page tell, and wrong declarations noticed.

The labels and declarations are in `encodings`, how odd a reading looks in `misreading`, what was scrambled before it
came to the page in `mojibake`.
"""

import codecs
import io
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from turbohtml import detect

from onrecord.decoding.encodings import Declared, declarations, encoding_of
from onrecord.decoding.ends import plain_ends
from onrecord.decoding.halves import whole_letters
from onrecord.decoding.misreading import oddness, prose
from onrecord.decoding.mojibake import Unscrambled, unscramble
from onrecord.evidence import Trouble


class Decoded(NamedTuple):
    """A page's text, without BOM, with CRLF and CR made LF."""

    text: str
    encoding: str
    source: str
    """``bom``, ``bytes``, ``http``, ``meta``, ``xml`` or ``guess``."""
    troubles: tuple[Trouble, ...]


_BOMS: Mapping[bytes, str] = MappingProxyType(
    {
        codecs.BOM_UTF8: "utf-8",
        codecs.BOM_UTF32_LE: "utf-32-le",  # before UTF-16's, which it begins with
        codecs.BOM_UTF32_BE: "utf-32-be",
        codecs.BOM_UTF16_LE: "utf-16-le",
        codecs.BOM_UTF16_BE: "utf-16-be",
    }
)


def decode(data: bytes, content_type: str | None = None) -> Decoded:
    """The text of ``data``. Never fails: bytes that do not fit become U+FFFD, and a trouble says so.

    A byte-order mark wins; then bytes that are valid UTF-8 are UTF-8, whatever the page declares (a text of any
    length in another encoding is never that by chance); then HTTP, meta and XML declarations, the first under which
    the letters make sense; then a guess. Mojibake is reported, and repaired where that is certain.
    """
    for bom, encoding in _BOMS.items():
        if data.startswith(bom):
            return _decoded(data[len(bom) :], encoding, "bom", ())
    declared = tuple(declarations(data, content_type))
    if wide := _utf_16(data):
        return _decoded(data, wide, "bytes", _wrong(declared, wide))
    if b"\x1b" in data and b"\x1b$" in data:  # one byte first: two at once take forty times as long
        return _decoded(data, "iso2022_jp", _who(declared, "iso2022_jp"), _wrong(declared, "iso2022_jp"))
    plain = plain_ends(data)
    try:
        text = plain.decode("utf-8")
    except UnicodeDecodeError as error:
        if _nearly_utf_8(plain, error, declared):
            return _decoded(data, "utf-8", _who(declared, "utf-8"), _wrong(declared, "utf-8"))
    else:
        troubles = () if text.isascii() else _wrong(declared, "utf-8")
        text = text.removeprefix("\ufeff")
        found: tuple[Trouble, ...] = ()
        at = plain.find(b"\xc3")
        if at >= 0 or b"\xd0" in plain:  # where the letters that tell of mojibake begin, in UTF-8
            text, found = unscramble(text, plain[at : at + 5].decode("utf-8", "ignore") if at >= 0 else "")
        return Decoded(text, "utf-8", _who(declared, "utf-8"), (*troubles, *found))
    return _settled(data, declared)


def _who(declared: tuple[Declared, ...], encoding: str) -> str:
    """Who declares ``encoding``; the bytes themselves where nobody does."""
    for d in declared:
        if d.encoding == encoding:
            return d.source
    return "bytes"


def _wrong(declared: tuple[Declared, ...], encoding: str) -> tuple[Trouble, ...]:
    """A trouble for each declaration of another encoding than the bytes are in."""
    others = [d for d in declared if not encoding.startswith(d.encoding)]
    if not others:
        return ()
    name = encoding.upper() if encoding.startswith("utf") else encoding
    return tuple(
        Trouble("wrong-encoding-declared", f"{d.source} says {d.encoding}, the bytes are {name}")
        for d in others
    )


def _utf_16(data: bytes) -> str | None:
    """UTF-16 without a mark: the NULs of its ASCII stand at even places, or at odd ones.

    Most of them: one of the commonest letters of Chinese is written with a NUL on the other side.
    """
    head = data[:2_000]
    if (nuls := head.count(0)) * 25 < len(head) or nuls < 4:  # noqa: PLR2004  # tags and blanks are ASCII in any script
        return None
    even = head[::2].count(0)
    if even * 5 < nuls * 2:
        return "utf-16-le"
    return "utf-16-be" if even * 5 > nuls * 3 else None


_LEADS = bytes(range(0xC2, 0xF5))
_AROUND = 200_000
"""Bytes before and after the first fault that tell whether the text is UTF-8 but for a few faults."""


def _nearly_utf_8(data: bytes, error: UnicodeDecodeError, declared: tuple[Declared, ...]) -> bool:
    """Whether broken bytes are a few faults in UTF-8 and not another encoding.

    Cut off in the middle of a letter; or at least twenty letters of several bytes to one fault.
    """
    if error.start >= len(data) - 4:
        return True
    near = data[max(0, error.start - _AROUND) : error.start + _AROUND]
    faults = near.decode("utf-8", "replace").count("�")
    letters = len(near) - len(near.translate(None, _LEADS)) - faults
    return letters > (5 if any(d.encoding == "utf-8" for d in declared) else 20) * faults


_FITS = 0.04
"""Oddness up to which a declared encoding is believed: the letters of foreign names in a page of any language."""

_CLEARLY = 0.5
"""A reading displaces a declared one where it is at most this share as odd."""

_DETECTED = 200_000
"""Bytes that a guess is made from."""


def _settled(data: bytes, declared: tuple[Declared, ...]) -> Decoded:
    """A page that is not UTF-8, in the encoding under which its letters make sense."""
    odd: dict[str, float] = {}
    for d in declared:
        if d.encoding != "utf-8" and d.encoding not in odd:
            odd[d.encoding] = _oddness(data, d.encoding)
            if odd[d.encoding] <= _FITS:
                return _decoded(data, d.encoding, d.source, _quarrel(declared, d, odd))
    guess = _guess(data)
    if not odd:
        return _decoded(data, _finer(data, guess), "guess", _wrong(declared, guess))
    first = next(d for d in declared if d.encoding in odd)
    best = min((*odd, guess, *_SIBLINGS.get(guess, ())), key=lambda e: _noted(odd, data, e))
    if best == first.encoding or odd[best] > odd[first.encoding] * _CLEARLY:
        return _decoded(data, first.encoding, first.source, _quarrel(declared, first, odd))
    source = next((d.source for d in declared if d.encoding == best), "guess")
    return _decoded(data, best, source, _wrong(declared, best))


def _oddness(data: bytes, encoding: str) -> float:
    return oddness(prose(data[:_DETECTED].decode(encoding, "replace")))


def _noted(odd: dict[str, float], data: bytes, encoding: str) -> float:
    if encoding not in odd:
        odd[encoding] = _oddness(data, encoding)
    return odd[encoding]


def _quarrel(
    declared: tuple[Declared, ...], believed: Declared, odd: dict[str, float]
) -> tuple[Trouble, ...]:
    """What the declarations disagree about: those whose letters made no sense are wrong, the others only differ."""
    wrong = tuple(
        d
        for d in declared
        if d.encoding != believed.encoding and (odd.get(d.encoding, 0) > _FITS or d.encoding == "utf-8")
    )
    if wrong:
        return _wrong(wrong, believed.encoding)
    if len({d.encoding for d in declared}) < 2:  # noqa: PLR2004
        return ()
    said = ", ".join(f"{d.source} says {d.encoding}" for d in declared)
    return (Trouble("encodings-disagree", said),)


# Encodings that a guess takes for one another; the letters of the language tell.
_LATIN = (
    "cp1252", "cp1250", "cp1254", "cp1257", "iso8859-2", "iso8859-15", "iso8859-4", "iso8859-13", "mac-roman", "cp850",
)  # fmt: skip
_CYRILLIC = ("cp1251", "koi8-r", "koi8-u", "iso8859-5", "mac-cyrillic", "cp866")
_SIBLINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {**dict.fromkeys((*_LATIN, "cp1258"), _LATIN), **dict.fromkeys(_CYRILLIC, _CYRILLIC)}
)


_CHARSET = re.compile(b"charset", re.IGNORECASE)
"""What makes the detector answer with what the page declares, which was weighed already."""


def _guess(data: bytes) -> str:
    found = detect.detect(_CHARSET.sub(b"xharset", data[:1_024]) + data[1_024:_DETECTED])
    return encoding_of(found.encoding or "") or "cp1252"


def _finer(data: bytes, guess: str) -> str:
    """The guess, or one of those like it where that one is clearly less odd."""
    odd: dict[str, float] = {}
    if _noted(odd, data, guess) <= _FITS:
        return guess
    best = min((guess, *_SIBLINGS.get(guess, ())), key=lambda e: _noted(odd, data, e))
    return best if odd[best] < odd[guess] * _CLEARLY else guess


def _decoded(data: bytes, encoding: str, source: str, troubles: tuple[Trouble, ...]) -> Decoded:
    if encoding == "cp1252":
        text, _ = codecs.charmap_decode(data, "strict", _WINDOWS_1252)
    else:
        if encoding.startswith("utf-16"):
            data = whole_letters(data, little=encoding == "utf-16-le")
        text = data.decode(encoding, "replace")
    if faults := text.count("�"):
        detail = f"{faults} places are not {encoding} and read as U+FFFD"
        troubles = (*troubles, Trouble("undecodable-bytes", detail))
    text, found = mended(text)
    return Decoded(text, encoding, source, (*troubles, *found))


# Python's own leaves five bytes undefined; on the web they are C1 controls (WHATWG Encoding, index-windows-1252). To
# replace each of them as a fault would take seconds of CPU time on a page that is full of them.
_WINDOWS_1252 = "".join(bytes([i]).decode("cp1252", "ignore") or chr(i) for i in range(256))


def mended(text: str) -> Unscrambled:
    """A text that somebody decoded, as `decode` would give it: without BOM, with LF line ends, its mojibake repaired."""
    if "\r" in text:
        text = io.IncrementalNewlineDecoder(None, translate=True).decode(text, final=True)
    return unscramble(text.removeprefix("\ufeff"))
