"""Pages made worse: what ``make fuzz`` does to a page before it is read. Each change is a function of the page and a die."""

import gzip
import random
import re
from collections.abc import Callable
from typing import TypeAlias

__all__ = ["mutated"]

Change: TypeAlias = Callable[[bytes, bytes, random.Random], bytes]
"""From a page, another page and a die to the page changed."""


def mutated(page: bytes, other: bytes, die: random.Random) -> bytes:
    """``page`` after one to five changes; pieces of ``other`` may be put into it."""
    for _ in range(die.choice((1, 1, 2, 3, 5))):
        page = die.choice(CHANGES)(page, other, die)
    return page[:MOST]


MOST = 3_000_000
"""Bytes of a page, so that a run of many thousands ends. What is larger stands among the hostile pages of the tests."""


def _span(page: bytes, die: random.Random, longest: int = 20_000) -> tuple[int, int]:
    start = die.randrange(len(page) + 1)
    return start, min(len(page), start + die.randrange(1, die.choice((2, 40, 400, longest)) + 1))


def _bytes(page: bytes, _other: bytes, die: random.Random) -> bytes:
    changed = bytearray(page)
    for _ in range(die.choice((1, 10, 100)) if changed else 0):
        changed[die.randrange(len(changed))] = die.randrange(256)
    return bytes(changed)


def _cut_out(page: bytes, _: bytes, die: random.Random) -> bytes:
    start, end = _span(page, die)
    return page[:start] + page[end:]


def _doubled(page: bytes, _: bytes, die: random.Random) -> bytes:
    start, end = _span(page, die)
    return page[:end] + page[start:end] * die.choice((1, 2, 30)) + page[end:]


def _truncated(page: bytes, _: bytes, die: random.Random) -> bytes:
    return page[: die.randrange(len(page) + 1)]


def _spliced(page: bytes, other: bytes, die: random.Random) -> bytes:
    start, end = _span(other, die, 100_000)
    at = die.randrange(len(page) + 1)
    return page[:at] + other[start:end] + page[at:]


def _joined(page: bytes, other: bytes, die: random.Random) -> bytes:
    return page[: die.randrange(len(page) + 1)] + other[die.randrange(len(other) + 1) :]


_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,20})([^<>]{0,2000})>")
TAGS = b"p div span h1 h2 a b table tr td ul li article section time figure script style title template svg math select form br pre x-y plaintext textarea noscript iframe body html head meta".split()  # fmt: skip


def _tags(page: bytes, _: bytes, die: random.Random) -> bytes:
    """Some tags left out, doubled, closed, or made others."""
    share = die.choice((0.002, 0.02, 0.2))

    def change(tag: re.Match[bytes]) -> bytes:
        if die.random() > share:
            return tag[0]
        return die.choice(
            (
                b"",
                tag[0] * 2,
                b"</" + tag[2] + b">",
                b"<" + tag[1] + die.choice(TAGS) + tag[3] + b">",
                tag[0][:-1],
            )
        )

    return _TAG.sub(change, page)


_ATTRIBUTE = re.compile(rb"""\b([\w:-]{2,20})=("[^"<>]{0,500}"|'[^'<>]{0,500}')""")
NAMES = b"class id itemprop itemtype itemscope property typeof rel href src content name datetime lang style hidden".split()
VALUES = b"author byline date headline datePublished og:title article:published_time display:none 2024-02-30T25:61:00+99:99 0 -1 9999999999999999 javascript:1 // ? # http://[ \xff \x00 &#0; &amp;amp; %00 \xe2\x80\xae".split()  # fmt: skip


def _attributes(page: bytes, _: bytes, die: random.Random) -> bytes:
    """Some attributes renamed, or given a value of another."""
    share = die.choice((0.005, 0.05, 0.5))

    def change(found: re.Match[bytes]) -> bytes:
        if die.random() > share:
            return found[0]
        name = die.choice((found[1], die.choice(NAMES)))
        return name + b"=" + die.choice((found[2], b'"' + die.choice(VALUES) + b'"', b"'", b'"' * 3, b""))

    return _ATTRIBUTE.sub(change, page)


_JSON = re.compile(
    rb"(<script[^<>]{0,200}ld\+json[^<>]{0,200}>)(.{0,100000}?)(</script)", re.DOTALL | re.IGNORECASE
)
_TOKEN = re.compile(rb'"[^"\\]{0,200}"|[\[\]{},:]|-?\d+')
JSON = (b"{", b"}", b"[", b"]", b",", b":", b'"', b"null", b"1e999", b"-0", b'"\\ud800"', b'"\\u0000"', b"//x\n", b"/*", b"\\", b"NaN", b"[[[[[[[[", b'{"@graph":', b'"@type":"NewsArticle",', b'"@id":"#a",', b"\n", b"\xff", b"&quot;", b"<!--")  # fmt: skip


def _json(page: bytes, _: bytes, die: random.Random) -> bytes:
    """Some tokens of JSON-LD left out, doubled, or made others."""
    share = die.choice((0.01, 0.1, 0.5))

    def change(token: re.Match[bytes]) -> bytes:
        if die.random() > share:
            return token[0]
        return die.choice((b"", token[0] * 2, die.choice(JSON), die.choice(JSON) + token[0]))

    return _JSON.sub(lambda s: s[1] + _TOKEN.sub(change, s[2]) + s[3], page, count=5)


ENCODINGS = ("utf-8", "windows-1252", "windows-1251", "koi8-r", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "utf-16", "utf-16-le", "utf-16-be", "iso2022_jp", "utf-7", "utf-32", "cp037")  # fmt: skip


def _encoded(page: bytes, _: bytes, die: random.Random) -> bytes:
    """The page in another encoding than it was, whatever it declares."""
    text = page.decode(die.choice(ENCODINGS[:8]), "replace")
    return text.encode(die.choice(ENCODINGS), die.choice(("replace", "ignore", "xmlcharrefreplace")))


_CHARSET = re.compile(rb"charset=[\"']?[\w-]{2,20}", re.IGNORECASE)


def _declared(page: bytes, _: bytes, die: random.Random) -> bytes:
    said = (
        b"charset="
        + die.choice(
            (*ENCODINGS, "x-none", "rot13", "idna", "utf-8\x00", "hex", "punycode", "unicode_escape")
        ).encode()
    )
    changed = _CHARSET.sub(lambda _: said, page, count=2)
    return changed if changed != page else b"<meta " + said + b">" + page


def _nested(page: bytes, _: bytes, die: random.Random) -> bytes:
    at = die.randrange(len(page) + 1)
    tag = die.choice(TAGS)
    depth = die.choice((10, 300, 3_000, 30_000))
    closed = die.random() < 0.3
    return (
        page[:at]
        + (b"<" + tag + b">") * depth
        + (b"x" + (b"</" + tag + b">") * depth if closed else b"")
        + page[at:]
    )


ODD = (b"\x00", b"\r", b"\r\n", b"\x0b", b"\x0c", b"\x1b$B", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\xed\xa0\xbd", b"\xff\xfe", b"&#x1F327;", b"&#0;", b"&notit;", b"&", b"<", b">", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?", b"</", b"<plaintext>", "Ã©".encode(), "â€™".encode(), "\u2028".encode(), "雨".encode(), "ﷺ".encode(), "İ".encode())  # fmt: skip


def _sprinkled(page: bytes, _other: bytes, die: random.Random) -> bytes:
    sign = die.choice(ODD) * die.choice((1, 1, 50, 5_000))
    for _ in range(die.choice((1, 5, 50)) if len(sign) < 100 else 1):
        at = die.randrange(len(page) + 1)
        page = page[:at] + sign + page[at:]
    return page


def _packed(page: bytes, _: bytes, die: random.Random) -> bytes:
    packed = gzip.compress(page, 1, mtime=0)
    return die.choice(
        (packed, packed[: die.randrange(len(packed))], packed + packed[:9], gzip.compress(packed, 1, mtime=0))
    )


def _lines(page: bytes, _: bytes, die: random.Random) -> bytes:
    """Lines in another order, or all in one."""
    lines = page.split(b"\n")
    die.shuffle(lines)
    return die.choice((b"\n", b"", b"\r\n", b"\r")).join(lines)


def _unmarked(page: bytes, _: bytes, die: random.Random) -> bytes:
    """The page as text whose mark-up is gone."""
    return re.sub(rb"<[^<>]{0,3000}>", die.choice((b"", b"\n", b" ")), page)


CHANGES: tuple[Change, ...] = (
    _bytes, _bytes, _cut_out, _doubled, _truncated, _spliced, _joined, _tags, _tags, _attributes, _attributes, _json,
    _json, _encoded, _declared, _nested, _sprinkled, _packed, _lines, _unmarked,
)  # fmt: skip
