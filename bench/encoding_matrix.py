"""Encodings, part of ``make quality``: texts of 29 languages, in every encoding pages in them are found in.

    python bench/encoding_matrix.py [--misses]

Each text (``bench/languages/``, written for this) stands in a page, once cut to 200 characters and once whole, and is
read undeclared, declared (by meta, by HTTP, by a mark where there is one) and wrongly declared: as UTF-8, as ISO-8859-1,
as the encoding that the other half of the country's pages are in. Right is right to the letter; a wrong declaration
must be noticed too, by a trouble.
"""

import argparse
import codecs
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from command import run_command
from onrecord.decoding import Decoded, decode

TEXTS = Path(__file__).with_name("languages")
SHORT = 200

_WEST = "windows-1252 iso-8859-15"
_CENTRE = "windows-1250 iso-8859-2"
_BALTIC = "windows-1257 iso-8859-13 iso-8859-4"
LEGACY: Mapping[str, tuple[str, ...]] = {
    language: tuple(names.split())
    for languages, names in {
        "en fr de es pt it nl sv fi": _WEST, "pl cs hu ro hr": _CENTRE, "lt lv": _BALTIC, "tr": "windows-1254",
        "el": "windows-1253 iso-8859-7", "ru": "windows-1251 koi8-r iso-8859-5 mac-cyrillic ibm866",
        "uk": "windows-1251 koi8-u iso-8859-5", "bg": "windows-1251 iso-8859-5", "he": "windows-1255 iso-8859-8",
        "ar": "windows-1256 iso-8859-6", "th": "windows-874", "vi": "windows-1258",
        "ja": "shift_jis euc-jp iso-2022-jp", "zh": "gb18030", "zh-Hant": "big5", "ko": "euc-kr",
    }.items() for language in languages.split()
}  # fmt: skip
"""The encodings beside UTF-8 and UTF-16 that pages of a language are in, the commonest first."""

RIVALS = {
    "ja": ("shift_jis", "euc-jp"),
    "zh": ("big5",),
    "zh-Hant": ("gb18030",),
    "ko": ("shift_jis", "gb18030"),
}
"""What such pages are wrongly declared as, beside UTF-8, ISO-8859-1 and the other encodings of the language."""

_CODECS = {
    "windows-874": "cp874",
    "big5": "big5hkscs",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "ibm866": "cp866",
}
"""Python's names of what the web means by these labels."""


class Trial(NamedTuple):
    """A page as bytes, and what it must read as."""

    language: str
    encoding: str
    declared: str
    """``undeclared``, ``meta``, ``http``, ``mark``, or ``wrong``."""
    as_: str
    text: str
    data: bytes
    content_type: str | None


def trials() -> Iterator[Trial]:
    """Every cell of the matrix, twice: with a short text and with a whole one."""
    for path in sorted(TEXTS.glob("*.txt")):
        language = path.stem
        whole = path.read_text("utf-8").strip()
        for text in (whole[:SHORT], whole):
            for encoding in ("utf-8", "utf-16-le", "utf-16-be", *LEGACY[language]):
                yield from _cells(language, encoding, text)


def _cells(language: str, encoding: str, words: str) -> Iterator[Trial]:
    codec = _CODECS.get(encoding, encoding)
    words = _writable(words, codec)
    plain = page(words, None)
    bare = plain.encode(codec)
    yield Trial(language, encoding, "undeclared", "", plain, bare, None)
    yield Trial(language, encoding, "http", encoding, plain, bare, f"text/html; charset={encoding}")
    if encoding.startswith("utf"):
        mark = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE}.get(encoding, codecs.BOM_UTF16_BE)
        yield Trial(language, encoding, "mark", encoding, plain, mark + bare, None)
    if not encoding.startswith("utf-16"):
        said = page(words, encoding)
        yield Trial(language, encoding, "meta", encoding, said, said.encode(codec), None)
    for wrong in dict.fromkeys(("utf-8", "iso-8859-1", *LEGACY[language], *RIVALS.get(language, ()))):
        if wrong == encoding or _same(bare, codec, _CODECS.get(wrong, wrong)):
            continue
        if not encoding.startswith("utf-16"):  # whose meta elements nobody can read
            said = page(words, wrong)
            yield Trial(language, encoding, "wrong", wrong, said, said.encode(codec), None)
        yield Trial(language, encoding, "wrong", wrong, plain, bare, f"text/html; charset={wrong}")


def _same(data: bytes, codec: str, wrong: str) -> bool:
    """Whether a wrong declaration does no harm: these bytes read alike."""
    wide = {"iso-8859-1": "windows-1252"}.get(wrong, wrong)
    return data.decode(codec) == data.decode(wide, "replace")


def page(words: str, charset: str | None) -> str:
    declared = f'<meta charset="{charset}">' if charset else ""
    paragraphs = "</p>\n<p>".join(words.split("\n"))
    return (
        f"<!doctype html>\n<html><head>{declared}<title>{words[:40].strip()}</title>"
        '<link rel="stylesheet" href="/css/main.css"></head>\n<body class="page"><div id="main" class="article">'
        f"<p>{paragraphs}</p></div>\n<div class=foot><a href=/contact>…</a></div></body></html>".replace(
            "…", "-"
        )
    )


_PLAINER = {
    "“": '"',
    "”": '"',
    "„": '"',
    "‘": "'",
    "’": "'",
    "–": "-",
    "—": "-",
    "€": "EUR",
    "£": "GBP",
    "«": '"',
    "»": '"',
}


def _writable(text: str, codec: str) -> str:
    """``text`` with what ``codec`` has no sign for written as its users wrote it."""
    return "".join(_sign(c, codec) for c in text)


def _sign(sign: str, codec: str) -> str:
    for written in (sign, _PLAINER.get(sign, sign), _parted(sign)):
        try:
            written.encode(codec)
        except UnicodeEncodeError:
            continue
        return written
    raise ValueError(f"{sign!r} cannot be written in {codec}")


_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _parted(sign: str) -> str:
    """A Vietnamese letter as windows-1258 writes it: its tone apart, the rest in one."""
    apart = unicodedata.normalize("NFD", sign)
    letter = "".join(c for c in apart if c not in _TONES)
    return unicodedata.normalize("NFC", letter) + "".join(c for c in apart if c in _TONES)


def figures(*, misses: bool = False) -> dict[str, float]:
    """Name of a figure → its value: shares of pages read right to the letter, and of wrong declarations noticed."""
    right: dict[str, list[bool]] = {}
    for trial in trials():
        decoded = decode(trial.data, trial.content_type)
        ok = decoded.text == trial.text
        kind = "declared" if trial.declared in {"meta", "http", "mark"} else trial.declared
        group = "utf" if trial.encoding.startswith("utf") else "legacy"
        right.setdefault(f"{kind}, {group}", []).append(ok)
        if kind == "wrong":
            right.setdefault("wrong, noticed", []).append(_noticed(decoded))
        if misses and not (ok and (kind != "wrong" or _noticed(decoded))):
            print(
                f"  {'noticed' if _noticed(decoded) else 'MISSED':8s} {trial.language:8s} {trial.encoding:12s} {trial.declared} {trial.as_} {trial.content_type or ''} -> {decoded.encoding} ({decoded.source})"
            )
    shares = {name: sum(oks) / len(oks) for name, oks in sorted(right.items())}
    return {
        **shares,
        "pages made": float(sum(len(oks) for name, oks in right.items() if name != "wrong, noticed")),
    }


def _noticed(decoded: Decoded) -> bool:
    return bool(
        {t.code for t in decoded.troubles}
        & {"wrong-encoding-declared", "encodings-disagree", "undecodable-bytes"}
    )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", action="store_true", help="name each page read wrong")
    for name, value in figures(misses=parser.parse_args().misses).items():
        print(f"  {name:24s} {value:.4f}" if name != "pages made" else f"  {name:24s} {value:.0f}")
    return 0


if __name__ == "__main__":
    run_command(main)
