"""XML as a stream of elements: no document type, no entities, bounded depth. What came before a fault is still given."""

import codecs
import re
from collections.abc import Callable
from xml.parsers import expat

from onrecord import limits

__all__ = ["Element", "narrow", "read_elements"]

Element = tuple[str, dict[str, str], str]
"""Local name in lower case, attributes, and the words directly inside."""


class _Enough(Exception):  # noqa: N818  # never leaves this module
    """Nothing more is read."""


def narrow(data: bytes) -> bytes:
    """XML in UTF-16 or UTF-32 as UTF-8, without its declaration; any other as it is.

    >>> narrow("<?xml version='1.0'?> <a>é</a>".encode("utf-32-be")).decode()
    ' <a>é</a>'
    """
    if b"\0" not in data[:4]:
        return data
    bare = "utf-32" if b"\0\0" in data[:4] else "utf-16"
    wide = bare if data.startswith(_MARKS) else f"{bare}-be" if data[0] == 0 else f"{bare}-le"
    text = data.decode(wide, "replace").removeprefix("\ufeff")
    return re.sub(r"<\?xml[^>]{0,200}\?>", "", text, count=1).encode()


_MARKS = (
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
    codecs.BOM_UTF32_BE,
)  # that of UTF-32 LE begins with the first


def read_elements(data: bytes, each: Callable[[int, Element], bool]) -> str | None:
    """Call ``each`` with depth and element, at each element's end, until it returns false; what is wrong, or None.

    Nothing is fetched or expanded: where a document type is declared, reading ends before it.
    """
    reader = _Reader(each)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.words
    parser.StartDoctypeDeclHandler = reader.doctype
    try:
        parser.Parse(narrow(data).removeprefix(codecs.BOM_UTF8).lstrip(), True)
    except _Enough as stop:
        return str(stop) or None
    except (
        expat.ExpatError,
        ValueError,
    ) as error:  # ValueError: an encoding of several bytes that expat lacks
        return f"broken XML: {error}"
    return None


class _Reader:
    """The elements that are open."""

    def __init__(self, each: Callable[[int, Element], bool]) -> None:
        self._each = each
        self._open: list[tuple[str, dict[str, str], list[str]]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= limits.XML_DEPTH:
            raise _Enough("XML nested too deep")
        local = name.rpartition(" ")[2].lower()
        self._open.append((local, attributes, []))

    def end(self, _name: str) -> None:
        name, attributes, words = self._open.pop()
        if not self._each(len(self._open), (name, attributes, "".join(words).strip())):
            raise _Enough

    def words(self, text: str) -> None:
        if len(self._open[-1][2]) < limits.ADDRESS_CHARACTERS:
            self._open[-1][2].append(text)

    def doctype(self, *_: object) -> None:
        raise _Enough("a document type is declared in it, which is not read")
