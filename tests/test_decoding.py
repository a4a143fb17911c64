"""Bytes to text: who is believed about the encoding, what broken bytes become, and packed pages."""

import codecs
import gzip
import zlib
from encodings import aliases

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounded import stopped_after
from onrecord import extract, limits
from onrecord.decoding import decode, mended, unpack
from onrecord.decoding.encodings import encoding_of
from onrecord.decoding.halves import whole_letters

ENGLISH = "“It rained – all day,” said Zoë. "
SCRAMBLED = "Am Kai sagte Jörg Weiß: „Die Fähre fährt nicht“ – und ging. Zoë blieb. "
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
        (SCRAMBLED, "mac-roman"),
        (SCRAMBLED.translate(str.maketrans("„“–", '""-')), "cp850"),
    ],
)
def test_an_encoding_that_nothing_declares_is_guessed(text: str, encoding: str) -> None:
    decoded = decode(page(text).encode(encoding))
    assert (decoded.text, decoded.source) == (page(text), "guess")


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_wins_and_goes(bom: bytes, encoding: str) -> None:
    plain = page(RUSSIAN, "windows-1251")
    decoded = decode(bom + plain.encode(encoding), "text/html; charset=koi8-r")
    assert decoded[:3] == (plain, encoding, "bom")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(encoding: str) -> None:
    for text in (page(ENGLISH), page("一上下不中主业东" + CHINESE)):  # some of these hold a NUL themselves
        assert decode(text.encode(encoding))[:3] == (text, encoding, "bytes")


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
    decoded = decode(b"<meta charset=latin1>\x93It rained\x94 \x81 " + b"caf\xe9 " * 40)
    assert decoded.text.startswith("<meta charset=latin1>“It rained” \x81 café")


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


def test_streams_one_after_another_are_one_page() -> None:
    data = page(ENGLISH).encode() * 100
    parts = [gzip.compress(data[at : at + 20_000], mtime=0) for at in range(0, len(data), 20_000)]
    assert unpack(b"".join(parts)) == (data, ())
    assert unpack(b"".join(parts) + bytes(8)) == (data, ())  # as blocks of tapes are filled
    cut = unpack(b"".join(parts)[:-9])
    assert data.startswith(cut.data[:-30_000])
    assert len(cut.data) > len(data) - 30_000
    assert [t.code for t in cut.troubles] == ["compression-broken"]


def test_streams_without_number_are_not_all_read() -> None:
    with stopped_after(5, "many streams"):
        unpacked = unpack(gzip.compress(b"", mtime=0) * (limits.STREAMS * 20))
    assert [t.code for t in unpacked.troubles] == ["compression-broken"]


def test_what_is_too_large_is_cut_and_said_to_be() -> None:
    bomb = unpack(gzip.compress(b"a" * 5_000_000, mtime=0))
    assert len(bomb.data) <= limits.DECOMPRESSION_RATIO * 6_000
    plain = unpack(b"a" * (limits.PAGE_BYTES + 1))
    assert len(plain.data) == limits.PAGE_BYTES
    assert [t.code for t in (*bomb.troubles, *plain.troubles)] == ["page-too-large"] * 2


@pytest.mark.parametrize(
    ("text", "encoding", "label"),
    [
        (RUSSIAN, "koi8-r", "windows-1251"),
        (RUSSIAN, "windows-1251", "iso-8859-1"),
        (RUSSIAN, "windows-1251", "utf-8"),
        (TURKISH, "windows-1254", "iso-8859-1"),
        (JAPANESE, "euc-jp", "shift_jis"),
        (JAPANESE, "cp932", "iso-8859-1"),
        (KOREAN, "cp949", "gb2312"),
        (CHINESE, "gb18030", "big5"),
        (CHINESE, "gb18030", "euc-kr"),
        (TAIWANESE, "big5hkscs", "iso-8859-1"),
    ],
)
@pytest.mark.parametrize("who", ["meta", "http"])
def test_a_wrong_declaration_is_noticed_and_not_believed(
    text: str, encoding: str, label: str, who: str
) -> None:
    plain = page(text, label if who == "meta" else None)
    decoded = decode(plain.encode(encoding), f"text/html; charset={label}" if who == "http" else None)
    assert (decoded.text, decoded.source) == (plain, "guess")
    assert "wrong-encoding-declared" in {t.code for t in decoded.troubles}


def test_the_declaration_under_which_the_letters_make_sense_is_believed() -> None:
    decoded = decode(page(RUSSIAN, "koi8-r").encode("koi8-r"), "text/html; charset=iso-8859-1")
    assert decoded[:3] == (page(RUSSIAN, "koi8-r"), "koi8-r", "meta")
    assert [t.code for t in decoded.troubles] == ["wrong-encoding-declared"]


def test_a_foreign_name_does_not_unseat_a_declaration() -> None:
    text = ENGLISH + "Señora Muñoz met Jürgen Groß at the café; Łódź was spelt Lódz. ".replace("Łódź", "Lodz")
    decoded = decode(page(text, "iso-8859-1").encode("windows-1252"))
    assert decoded[:3] == (page(text, "iso-8859-1"), "cp1252", "meta")


def test_iso_2022_jp_that_nothing_declares() -> None:
    assert decode(page(JAPANESE).encode("iso2022_jp"))[:3] == (page(JAPANESE), "iso2022_jp", "bytes")


@pytest.mark.parametrize(
    ("text", "read_as"), [(SCRAMBLED, "windows-1252"), (RUSSIAN.replace("В", "„В“"), "windows-1251")]
)
def test_mojibake_is_repaired_where_every_letter_is_scrambled(text: str, read_as: str) -> None:
    scrambled = "".join(bytes([b]).decode(read_as, "ignore") or chr(b) for b in page(text).encode())
    decoded = decode(scrambled.encode())
    assert decoded.text == page(text)
    [trouble] = decoded.troubles
    assert trouble.code == "mojibake-repaired"
    assert read_as in trouble.detail
    start, end = trouble.place.start or 0, trouble.place.end or 0
    assert not decoded.text[start:end].isascii()


def scrambled(text: str) -> str:
    return "".join(bytes([b]).decode("windows-1252", "ignore") or chr(b) for b in text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "Το πλοίο για το νησί σταματά όλο τον χειμώνα, είπε ο δήμαρχος. ",
        "توقفت العبارة إلى الجزيرة طوال الشتاء، بحسب مجلس الميناء. ",
        "המעבורת לאי מושבתת לכל החורף, הודיעה מועצת הנמל. ",
        "द्वीप की नौका पूरी सर्दी बंद रहेगी। ",
        "เรือข้ามฟากหยุดตลอดฤดูหนาว ",
        JAPANESE,
        KOREAN,
        CHINESE,
    ],
)
def test_mojibake_of_any_script_is_repaired_where_the_page_begins_with_it(text: str) -> None:
    decoded = decode(scrambled(page(text)).encode())
    assert (decoded.text, [t.code for t in decoded.troubles]) == (page(text), ["mojibake-repaired"])
    begun = page("Zoë. ") + scrambled(page(text))
    assert decode(begun.encode()).text == begun


@pytest.mark.parametrize("text", [SCRAMBLED, "Το πλοίο για το νησί σταματά όλο τον χειμώνα. "])
def test_mojibake_of_mojibake_is_repaired(text: str) -> None:
    decoded = decode(scrambled(scrambled(page(text))).encode())
    assert (decoded.text, [t.code for t in decoded.troubles]) == (page(text), ["mojibake-repaired"])
    assert mended(scrambled(scrambled(page(text)))).text == page(text)


def test_mojibake_beside_right_letters_is_only_reported() -> None:
    plain = page(SCRAMBLED) + page(
        SCRAMBLED.encode().decode("windows-1252", "replace").replace("\ufffd", "x")
    )
    decoded = decode(plain.encode())
    assert decoded.text == plain
    assert [t.code for t in decoded.troubles] == ["mojibake"]


@pytest.mark.parametrize(
    "text",
    [
        "O Ã de NÃO, o Â de ÂNGULO e o Ô: LÃ, MAÇÃ, IRMÃ, MANHÃ, CAFÉ… ",
        "Il répondit : « À Pâques… » ; l’été, « Ça va ? » Ã, É… ",
        "Đà Lạt và Ð khác nhau; Ñandú, Ð, Ñ. ",
        "Ђорђе и Љиља су, рекли су, отишли – „Ђаво“. ",
        "A hall of 20\u00a0×\u00a030 m, and one of 8\u00a0×\u00a09 m. ",
        "The pocket has 120 Å² and 310 Å³. ",
        "«\u00a0Il est tombé\u00a0», «\u00a0il a crié\u00a0». ",
        "„Das macht Spaß“, „ein Gruß“. ",
        "“Así”… “aquí”… ",
        "“Ñ” “Ñ” ",
    ],
)
def test_what_only_looks_a_little_like_mojibake_is_left_alone(text: str) -> None:
    decoded = decode(page(text * 3).encode())
    assert (decoded.text, decoded.troubles) == (page(text * 3), ())


@pytest.mark.parametrize(
    ("data", "header", "codes"),
    [
        (b"<p>It rained.</p>", "gzip", ["wrong-compression-declared"]),
        (b"<p>It rained.</p>", "br", ["wrong-compression-declared"]),
        (b"<p>It rained.</p>", "identity", []),
        (gzip.compress(b"<p>It rained.</p>", mtime=0), "gzip", []),
        (gzip.compress(b"<p>It rained.</p>", mtime=0), None, []),
        (gzip.compress(b"<p>It rained.</p>", mtime=0), "br", ["wrong-compression-declared"]),
        (gzip.compress(gzip.compress(b"<p>It rained.</p>", mtime=0), mtime=0), "gzip", ["compressed-twice"]),
        (gzip.compress(gzip.compress(b"<p>It rained.</p>", mtime=0), mtime=0), "gzip, gzip", []),
        (zlib.compress(b"<p>It rained.</p>"), "deflate", []),
        (zlib.compress(b"<p>It rained.</p>", wbits=-15), "deflate", []),
        (b"<p>It rained.</p>", "deflate", ["wrong-compression-declared"]),
    ],
)
def test_a_header_that_lies_about_compression(data: bytes, header: str | None, codes: list[str]) -> None:
    unpacked = unpack(data, header)
    assert unpacked.data == b"<p>It rained.</p>"
    assert [t.code for t in unpacked.troubles] == codes


def test_a_packing_that_cannot_be_undone_gives_no_text() -> None:
    unpacked = unpack(bytes(range(256)) * 8, "br")
    assert (unpacked.data, [t.code for t in unpacked.troubles]) == (b"", ["compression-unread"])


def test_a_bomb_in_deflate_is_cut() -> None:
    unpacked = unpack(zlib.compress(b"a" * 5_000_000), "deflate")
    assert len(unpacked.data) <= limits.DECOMPRESSION_RATIO * 6_000
    assert [t.code for t in unpacked.troubles] == ["page-too-large"]


_BYTES = (
    bytes(range(256)) * 3
    + b"\\ude00 \\x41 +AGE- \xed\xb8\x80 \xd8\x00 \x00\xd8"
    + bytes(reversed(range(256)))
)


@pytest.mark.parametrize(
    "label", sorted({*aliases.aliases, *aliases.aliases.values(), "unicode-escape", "raw-unicode-escape"})
)
def test_no_declared_encoding_gives_half_characters_or_raises(label: str) -> None:
    name = encoding_of(label)
    if name is not None:
        _BYTES.decode(name, "replace").encode()
    page = b'<meta charset="%s"><h1>Rain \\ude00 in May</h1><p \\ude00=1>' % label.encode() + _BYTES
    assert extract(page).to_json()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@given(st.lists(st.sampled_from((0x41, 0xD83D, 0xDBFF, 0xDC00, 0xDE00, 0xE000, 0xFFFD)), max_size=12))
def test_halves_of_letters_are_mended_as_the_decoder_would(encoding: str, units: list[int]) -> None:
    little = encoding == "utf-16-le"
    data = b"".join(unit.to_bytes(2, "little" if little else "big") for unit in units)
    whole = whole_letters(data, little=little)
    assert whole.decode(encoding) == data.decode(encoding, "replace")
    assert whole_letters(data + b"<", little=little) == whole + b"<"
