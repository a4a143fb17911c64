"""Bytes to text: who is believed about the encoding, what broken bytes become, and packed pages."""

import codecs
import gzip

import pytest

from onrecord import limits
from onrecord.decoding import decode, unpack

ENGLISH = "“It rained – all day,” said Zoë. "
RUSSIAN = "В посёлке весь день шёл дождь, и паром остался у причала. "
JAPANESE = "五月三日、湾では一日中雨が降り、渡し船は夕方まで動かなかった。"
KOREAN = "오월 삼일, 만에는 하루 종일 비가 내렸고 나룻배는 저녁까지 움직이지 않았다. "
CHINESE = "五月三日，海湾整天下雨，渡船直到傍晚都没有开动。"
TAIWANESE = "五月三日，海灣整天下雨，渡船直到傍晚都沒有開動。"
TURKISH = "Körfezde bütün gün yağmur yağdı, vapurlar iskelede kaldı. "


def page(text: str, charset: str | None = None) -> str:
    declared = f'<meta charset="{charset}">' if charset else ""
    return (
        f"<!doctype html><html><head>{declared}<title>x</title></head><body><p>{text * 20}</p></body></html>"
    )


@pytest.mark.parametrize(
    ("text", "encoding", "label"),
    [
        (ENGLISH, "windows-1252", "iso-8859-1"),
        (ENGLISH, "windows-1252", "ascii"),
        (RUSSIAN, "windows-1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (JAPANESE, "cp932", "Shift_JIS"),
        (JAPANESE, "euc-jp", "x-euc-jp"),
        (JAPANESE, "iso2022_jp", "ISO-2022-JP"),
        (KOREAN, "cp949", "EUC-KR"),
        (CHINESE, "gb18030", "GB2312"),
        (CHINESE, "gb18030", "gb18030"),
        (TAIWANESE, "big5hkscs", "Big5"),
        (TURKISH, "windows-1254", "iso-8859-9"),
        (ENGLISH, "utf-8", "UTF8"),
    ],
)
@pytest.mark.parametrize("who", ["meta", "http", "http-equiv", "xml"])
def test_a_declared_encoding(text: str, encoding: str, label: str, who: str) -> None:
    plain = page(text, label if who == "meta" else None)
    if who == "http-equiv":
        plain = plain.replace(
            "<title>", f'<META http-equiv="Content-Type" content="text/html; charset={label}"><title>'
        )
    if who == "xml":
        plain = f'<?xml version="1.0" encoding="{label}"?>' + plain
    decoded = decode(plain.encode(encoding), f"text/html; charset={label}" if who == "http" else None)
    assert decoded.text == plain
    assert codecs.lookup(decoded.encoding).name == codecs.lookup(encoding).name
    assert decoded.source == {"http-equiv": "meta"}.get(who, who)
    assert decoded.troubles == ()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "windows-1251"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc-jp"),
        (KOREAN, "cp949"),
        (CHINESE, "gb18030"),
    ],
)
def test_an_encoding_that_nothing_declares_is_guessed(text: str, encoding: str) -> None:
    decoded = decode(page(text).encode(encoding))
    assert (decoded.text, decoded.source) == (page(text), "guess")


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_wins_and_goes(bom: bytes, encoding: str) -> None:
    plain = page(RUSSIAN, "windows-1251")
    decoded = decode(bom + plain.encode(encoding), "text/html; charset=koi8-r")
    assert decoded[:3] == (plain, encoding, "bom")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(encoding: str) -> None:
    assert decode(page(ENGLISH).encode(encoding))[:3] == (page(ENGLISH), encoding, "bytes")


@pytest.mark.parametrize(
    ("meta", "http", "source", "codes"),
    [
        (None, None, "bytes", []),
        ("utf-8", None, "meta", []),
        ("windows-1251", None, "bytes", ["wrong-encoding-declared"]),
        ("utf-8", "windows-1251", "meta", ["wrong-encoding-declared"]),
        (None, "utf-8", "http", []),
        ("x-none", "rot13", "bytes", []),
        ("utf-16", None, "meta", []),  # a tag that could be read in ASCII is not UTF-16
    ],
)
def test_valid_utf_8_is_utf_8_whatever_is_declared(
    meta: str | None, http: str | None, source: str, codes: list[str]
) -> None:
    plain = page(RUSSIAN, meta)
    decoded = decode(plain.encode(), f"text/html; charset={http}" if http else None)
    assert decoded[:3] == (plain, "utf-8", source)
    assert [t.code for t in decoded.troubles] == codes


def test_http_is_believed_before_meta_and_the_quarrel_is_told() -> None:
    decoded = decode(page(RUSSIAN, "koi8-r").encode("windows-1251"), "text/html; charset=windows-1251")
    assert decoded[:3] == (page(RUSSIAN, "koi8-r"), "cp1251", "http")
    assert [t.code for t in decoded.troubles] == ["encodings-disagree"]


@pytest.mark.parametrize("cut", [1, 2])
def test_utf_8_cut_in_a_letter_is_still_utf_8(cut: int) -> None:
    decoded = decode(page(JAPANESE).encode().partition(b"</p>")[0][:-cut])
    assert JAPANESE in decoded.text
    assert decoded.encoding == "utf-8"
    assert [t.code for t in decoded.troubles] == ["undecodable-bytes"]


def test_a_short_text_cut_in_a_letter() -> None:
    decoded = decode(b"<p>Caf\xc3")
    assert (decoded.text, decoded.encoding) == ("<p>Caf�", "utf-8")


def test_a_few_faults_do_not_make_utf_8_another_encoding() -> None:
    data = page(RUSSIAN).encode()
    decoded = decode(data[:400] + b"\xff" + data[400:])
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("�") >= 1


def test_bytes_that_fit_nowhere_become_the_sign_for_it() -> None:
    decoded = decode(page(JAPANESE, "shift_jis").encode("cp932") + b"\x81")
    assert decoded.text.endswith("�")
    assert [t.code for t in decoded.troubles] == ["undecodable-bytes"]


def test_what_windows_1252_leaves_undefined_is_kept() -> None:
    decoded = decode(b"<meta charset=latin1>\x93It rained\x94 \x81 " + b"\xe9" * 40)
    assert decoded.text.startswith("<meta charset=latin1>“It rained” \x81 é")


@pytest.mark.parametrize("text", ["a\r\nb\rc\n\rd", "\ufeffa\r\n"])
def test_line_ends_are_made_one(text: str) -> None:
    plain = decode(text.encode()).text
    assert "\r" not in plain
    assert "\ufeff" not in plain
    assert plain.count("\n") == text.replace("\r\n", "\n").replace("\r", "\n").count("\n")


def test_packed_pages() -> None:
    data = page(ENGLISH).encode()
    packed = gzip.compress(data, mtime=0)
    assert unpack(packed) == (data, ())
    assert unpack(data) == (data, ())
    for broken in (packed[:-9], packed[:-1]):
        unpacked = unpack(broken)
        assert data.startswith(unpacked.data[:100])
        assert [t.code for t in unpacked.troubles] == ["compression-broken"]
    assert unpack(b"\x1f\x8b\x08nothing").troubles[0].code == "compression-broken"


def test_what_is_too_large_is_cut_and_said_to_be() -> None:
    bomb = unpack(gzip.compress(b"a" * 5_000_000, mtime=0))
    assert len(bomb.data) <= limits.DECOMPRESSION_RATIO * 6_000
    plain = unpack(b"a" * (limits.PAGE_BYTES + 1))
    assert len(plain.data) == limits.PAGE_BYTES
    assert [t.code for t in (*bomb.troubles, *plain.troubles)] == ["page-too-large"] * 2
