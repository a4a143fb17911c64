"""XML as a stream of elements, by lxml, which goes on behind most faults; no entities that a document declares."""

import codecs
import re
from collections.abc import Callable

from onrecord import limits


class Enough(Exception):  # noqa: N818  # no fault
    """Nothing more is to be read."""


def narrow(data: bytes) -> bytes:
    """XML in UTF-16 or UTF-32 as UTF-8, without its declaration; any other as it is, without byte order marks.

    >>> narrow("<?xml version='1.0'?> <a>é</a>".encode("utf-32-be")).decode()
    ' <a>é</a>'
    """
    if b"\0" not in data[:4]:
        return re.sub(rb"\A(?:\xef\xbb\xbf)++", b"", data)
    bare = "utf-32" if b"\0\0" in data[:4] else "utf-16"
    wide = bare if data.startswith(_MARKS) else f"{bare}-be" if data[0] == 0 else f"{bare}-le"
    text = data.decode(wide, "replace").removeprefix("\ufeff")
    return re.sub(r"<\?xml[^>]{0,200}\?>", "", text, count=1).encode()


# That of UTF-32 LE begins with the first.
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def without_doctype(data: bytes) -> bytes | None:
    """``data`` without its document type; None where that declares something."""
    if b"<!ENTITY" in data[:100_000].upper():
        return None
    found = _DOCTYPE.search(data[:100_000])
    if found is None:
        return data
    return data[: found.start()] + data[found.end() :] if found[1] == b">" else None


_DOCTYPE = re.compile(rb"<!DOCTYPE\b[^\[>]{0,2000}([\[>]?)", re.IGNORECASE)


def read_elements(
    data: bytes, begun: Callable[[str, dict[str, str]], None], ended: Callable[[str, str, str], None]
) -> str | None:
    """Tell of each element as it begins and ends, until `Enough` is raised; the first fault of the document, or None.

    ``begun`` gets its name, local and in lower case, and attributes; ``ended`` its name, that of the element around it,
    and the words directly inside. Nothing is fetched, and what declares entities is not read.
    """
    from lxml import etree  # there where anything is gathered (`crawl.need_extra`)

    plain = without_doctype(data)
    if plain is None:
        return "entities are declared in it, which are not read"
    # Internal: those of XML itself, for no document type comes so far. Without, an attribute's "&amp;" reads "&#38;".
    parser = etree.XMLParser(
        target=_Target(begun, ended),
        recover=True,
        resolve_entities="internal",
        no_network=True,
        huge_tree=False,
    )
    try:
        etree.fromstring(with_ampersands(plain.strip()), parser)
    except Enough as stop:
        return str(stop) or None
    except etree.XMLSyntaxError as error:
        return f"broken XML: {error}"
    faults = parser.error_log.filter_from_fatals()
    return (
        f"broken XML: {' '.join(faults[0].message.split())[:200]}, line {faults[0].line}" if faults else None
    )


def with_ampersands(data: bytes) -> bytes:
    """``data`` with each bare ``&`` written as XML would: of "?a=1&copy=2" a parser makes "?a=1=2" or "?a=1©=2"."""
    parts = _VERBATIM.split(data)
    parts[::2] = [_BARE.sub(b"&amp;", part, count=20 * limits.LISTING) for part in parts[::2]]
    return b"".join(parts)


_VERBATIM = re.compile(rb"(<!\[CDATA\[.*?(?:\]\]>|\Z))", re.DOTALL)
_BARE = re.compile(rb"&(?!#?\w{1,32};)")


class _Target:
    """What lxml tells of a document as it reads it."""

    def __init__(
        self, begun: Callable[[str, dict[str, str]], None], ended: Callable[[str, str, str], None]
    ) -> None:
        self._begun = begun
        self._ended = ended
        self._open: list[tuple[str, list[str]]] = [("", [])]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) > limits.XML_DEPTH:  # libxml2 has such a bound, but not of tags that never close
            raise Enough("broken XML: nested too deep")
        name = re.split("[}:]", tag)[-1].lower()
        self._open.append((name, []))
        self._begun(name, attributes)

    def end(self, _tag: str) -> None:
        if len(self._open) > 1:
            name, words = self._open.pop()
            self._ended(name, self._open[-1][0], "".join(words).strip())

    def data(self, text: str) -> None:
        words = self._open[-1][1]
        if len(words) < limits.ADDRESS_CHARACTERS:
            words.append(text)

    def doctype(self, *_: object) -> None:
        raise Enough("a document type is declared in it, which is not read")

    def close(self) -> None:
        """Asked for by lxml."""
