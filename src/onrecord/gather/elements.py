"""XML as a stream of elements, whatever is wrong with it: no entities of its own, bounded depth, time in line with its size.

Read by hand, for what sites send is seldom what a parser of XML takes: a bare ``&``, a prefix without a namespace, an
entity of HTML, letters in another encoding than is declared, an end that never comes. Each of these costs nothing but
itself.
"""

import codecs
import re
from collections.abc import Callable
from html import unescape
from itertools import islice
from typing import NamedTuple

from onrecord import limits
from onrecord.decoding import decode
from onrecord.values.addresses import resolve

__all__ = ["Element", "read_elements", "text_of"]


class Element(NamedTuple):
    """One element, at its end. Names are local and in lower case, but for attributes, which keep their prefix."""

    name: str
    attributes: dict[str, str]
    within: str
    """The name of the element around it; empty where there is none."""
    base: str | None
    """What addresses in it are read against: ``xml:base``, else the address of the whole."""
    words: str = ""
    """Those directly inside."""


def text_of(data: bytes, content_type: str | None = None) -> str:
    """The text of XML or JSON, decoded as pages are; UTF-32 too, which pages are not in.

    >>> text_of("<?xml version='1.0' encoding='utf-8'?><a>é</a>".encode("utf-32-be"))
    "<?xml version='1.0' encoding='utf-8'?><a>é</a>"
    """
    if b"\0\0" in data[:4]:
        wide = "utf-32" if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)) else "utf-32-be" if data[0] == 0 else "utf-32-le"  # fmt: skip
        return data.decode(wide, "replace")
    return decode(data, content_type).text.lstrip("\ufeff")


# What is never closed goes on to the end; and no tag goes on behind a "<", which no value may hold: so each letter is
# looked at a few times at most.
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!\[CDATA\[(?P<data>.*?)(?:\]\]>|\Z)|<!DOCTYPE[^\[>]*+(?P<declares>\[)?"
    r"""|<(?P<close>/?)(?:[\w.-]+:)?(?P<name>[\w.-]+)(?P<rest>(?:"[^"<]*+"|'[^'<]*+'|[^<>"'])*+)>""",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([\w:.-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')""")
_ENTITY = re.compile(r"&#?\w{1,32};")


def read_elements(text: str, url: str | None, each: Callable[[Element], bool]) -> str | None:
    """Call ``each`` with every element, at its end, until it returns false; what is wrong, or None.

    Nothing is fetched or expanded: where a document type declares anything, reading ends before it.
    """
    around: list[Element] = []
    words: list[list[str]] = []
    last = ended = 0
    for token in islice(_TOKEN.finditer(text), limits.XML_TOKENS):
        if token["declares"]:
            return "entities are declared in it, which are not read"
        if around:
            told = _plain(text[last : token.start()]) + (token["data"] or "")[: limits.ADDRESS_CHARACTERS]
            words[-1] += [told] if told else []
        last = token.end()
        name = (token["name"] or "").lower()
        if name and not token["close"]:
            if len(around) == limits.XML_DEPTH:
                continue
            around.append(_begun(name, token["rest"], around[-1] if around else Element("", {}, "", url)))
            words.append([])
        if not name or not (token["close"] or token["rest"].endswith("/")):
            continue
        at = next((n for n in range(len(around) - 1, -1, -1) if around[n].name == name), len(around))
        while len(around) > at:  # what it holds and nobody closed ends with it
            ended += 1
            if not each(around.pop()._replace(words="".join(words.pop()).strip())):
                return None
    if around or not ended:
        return f"broken XML: it ends inside <{around[-1].name if around else ''}>"
    return None


def _begun(name: str, rest: str, around: Element) -> Element:
    attributes = {key.lower(): _plain(one or other) for key, one, other in _ATTRIBUTE.findall(rest)}
    base = attributes.get("xml:base")
    return Element(
        name, attributes, around.name, (resolve(base, around.base) if base else None) or around.base
    )


def _plain(text: str) -> str:
    """``text`` with its entities read, those that end as entities do: a bare ``&`` may stand in an address."""
    text = text[: limits.ADDRESS_CHARACTERS]
    return _ENTITY.sub(lambda found: unescape(found[0]), text) if "&" in text else text
