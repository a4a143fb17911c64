"""Names of encodings: what a label means on the web, and which a page or its server declares."""

import codecs
import functools
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple


class Declared(NamedTuple):
    """An encoding, by Python's name of it, and who says so: ``http``, ``meta`` or ``xml``."""

    encoding: str
    source: str


# Browsers look into the first 1,024 bytes (WHATWG HTML, 13.2.3.2); real pages put scripts before it.
_PRESCAN = 8_192

_META = re.compile(rb"""<meta[^>]{0,400}?charset\s*+=\s*+["']?\s*+([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*+<\?xml[^>]{0,200}?encoding\s*+=\s*+["']([\w.:-]{2,40})["']""", re.IGNORECASE)
_HTTP = re.compile(r"""charset\s*+=\s*+["']?\s*+([\w.:-]{2,40})""", re.IGNORECASE)


def declarations(data: bytes, content_type: str | None) -> Iterator[Declared]:
    """What HTTP, a meta element and an XML declaration say, in the order in which they are believed."""
    if content_type and (found := _HTTP.search(content_type[:1_000])) and (name := encoding_of(found[1])):
        yield Declared(name, "http")
    head = data[:_PRESCAN]
    if (meta := _META.search(head)) and (name := encoding_of(meta[1].decode("ascii", "replace"))):
        # A page whose meta tag could be read in ASCII is not UTF-16 (WHATWG HTML, 13.2.3.2).
        yield Declared("utf-8" if name.startswith("utf-16") else name, "meta")
    if (xml := _XML.match(head)) and (name := encoding_of(xml[1].decode("ascii", "replace"))):
        yield Declared("utf-8" if name.startswith("utf-16") else name, "xml")


# Labels that mean a larger encoding on the web (WHATWG Encoding, 4.2) or that Python does not know.
_WEB: Mapping[str, str] = MappingProxyType(
    {
        "ascii": "windows-1252", "us-ascii": "windows-1252", "iso-8859-1": "windows-1252", "latin1": "windows-1252",
        "iso8859-1": "windows-1252", "iso_8859-1": "windows-1252", "iso-8859-9": "windows-1254",
        "iso8859-9": "windows-1254", "iso8859-11": "cp874", "iso-8859-11": "cp874",
        "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030",
        "x-gbk": "gb18030", "gb_2312-80": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932",
        "x-sjis": "cp932", "windows-31j": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "big5": "big5hkscs",
        "big5-hkscs": "big5hkscs", "cn-big5": "big5hkscs", "x-x-big5": "big5hkscs",
        "x-euc-jp": "euc-jp", "unicode": "utf-16-le", "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8",
        "iso-8859-8-i": "iso-8859-8", "logical": "iso-8859-8", "x-mac-cyrillic": "mac-cyrillic",
        "x-mac-ukrainian": "mac-cyrillic", "x-mac-roman": "mac-roman", "macintosh": "mac-roman",
        "x-user-defined": "windows-1252", "windows-874": "cp874", "dos-874": "cp874",
        "win-1251": "windows-1251", "cp-1251": "windows-1251", "win1251": "windows-1251", "x-cp1251": "windows-1251",
        "x-cp1250": "windows-1250", "x-cp1252": "windows-1252", "koi": "koi8-r", "koi8": "koi8-r", "koi8-ru": "koi8-u",
        "ibm866": "cp866", "866": "cp866", "csiso88596e": "iso-8859-6", "sun_eu_greek": "iso-8859-7",
    }
)  # fmt: skip


@functools.lru_cache(maxsize=256)
def encoding_of(label: str) -> str | None:
    """Python's name of the encoding that ``label`` means on the web; None where there is none such.

    >>> encoding_of("ISO-8859-1"), encoding_of("GB2312"), encoding_of("rot13")
    ('cp1252', 'gb18030', None)
    """
    label = label.strip().lower()
    try:
        found = codecs.lookup(_WEB.get(label, label))
    except (LookupError, ValueError):
        return None
    # Nothing public tells a text encoding; Python writes some of the names with a hyphen, some with a low line.
    if not found._is_text_encoding or found.name.replace("-", "_") in _NOT_ON_PAGES:  # noqa: SLF001
        return None
    wider = _WEB.get(found.name)
    return codecs.lookup(wider).name if wider else found.name


_NOT_ON_PAGES = frozenset(("idna", "punycode", "utf_7", "unicode_escape", "raw_unicode_escape", "undefined"))
"""Encodings of Python that no page is in: some raise, some read a page's letters as commands, or give half
characters. With low lines."""
