"""JSON as pages really write it: read strictly first, mended only where that fails.

Mended: comments, commas too many, values left out, what JavaScript and Python call nothing, true and false, spaces of
other kinds, raw line ends and tabs in strings, wrong escapes, unescaped quotation marks in strings, CDATA and comment
wrappers, HTML entities for the quotes, several objects in a row, a missing end.
"""

import html
import json
import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

import msgspec

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


class Reading(NamedTuple):
    """``value`` as read; ``mended`` names what was wrong, None where nothing was."""

    value: Json
    mended: str | None


def read_json(text: str) -> Reading | None:
    """What ``text`` says; None where it cannot be read even with mending."""
    try:
        return Reading(msgspec.json.decode(text), None)
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError, UnicodeDecodeError) as error:
        fault = str(error)
    if not text.strip():
        return None
    for attempt in _attempts(_unwrapped(text)):
        try:
            return Reading(_whole(json.loads(attempt, strict=False)), fault)
        except (ValueError, RecursionError):
            continue
    return None


_WRAP_START = re.compile(r"^\s*(?:(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?|<!--|//<!--)\s*")
_WRAP_END = re.compile(r"\s*(?:(?://|/\*)?\s*\]\]>\s*(?:\*/)?|(?://)?\s*-->)?\s*;?\s*$")


def _unwrapped(text: str) -> str:
    text = _WRAP_START.sub("", text.strip().lstrip("\ufeff"), count=1)
    # The end pattern is tried on the last stretch alone: on a long script it would be tried at every blank.
    head, tail = text[:-60], text[-60:]
    text = head + _WRAP_END.sub("", tail, count=1)
    if "&quot;" in text and '"' not in text:
        text = html.unescape(text)
    return text


def _attempts(text: str) -> Iterator[str]:
    """What ``text`` may have been meant to be, the least mended first."""
    yield (plain := _TOKENS.sub(_mend, text))
    yield f"[{_JOINT.sub('},{', plain)}]"
    yield (bold := _BOLD_TOKENS.sub(_mend, text))
    yield _closed(plain)
    yield _closed(bold)


_JOINT = re.compile(r"\}\s*(?:,\s*)?\{")

# A comment or string that is never closed is one token too, to the end: else the search would begin again at each of
# its marks, and a page could make it take hours.
_COMMENT = r"//[^\n]*+|/\*.*?(?:\*/|\Z)"
_STRING = r'"(?:[^"\\]|\\.|\\\Z)*+(?:"|\Z)'
# Between strings: commas and colons with nothing behind them, words for values, spaces that JSON does not know.
_END = rf"(?=(?:\s|{_COMMENT})*+[}}\]])"
_LOOSE = (
    rf",(?:\s*+,)*+{_END}|(?P<commas>,(?:\s*+,)++)|:(?:(?=\s*,)|{_END})"
    r"|\b(?:undefined|None|True|False)\b|[^\S \t\r\n]++"
)
_TOKENS = re.compile(rf"{_STRING}|{_COMMENT}|{_LOOSE}", re.DOTALL)
# A quotation mark that nothing of JSON follows is one of the words.
_BOLD_TOKENS = re.compile(
    rf'"(?:[^"\\]|\\.|\\\Z|"(?!\s*(?:[:}}\]]|,\s*(?:["\[{{\d]|true|false|null)|$)))*+(?:"|\Z)|{_COMMENT}|{_LOOSE}',
    re.DOTALL,
)
_WRONG_ESCAPE = re.compile(r"\\(?![\"\\/bfnrt]|u[0-9a-fA-F]{4})")
_INNER_QUOTE = re.compile(r'(?<!\\)((?:\\\\)*)"')


def _mend(token: re.Match[str]) -> str:
    word = token[0]
    if word[0] == ",":
        return "," if token["commas"] else ""
    if word[0] != '"':
        return _INSTEAD.get(word, " ")
    if len(word) < 2 or word[-1] != '"':  # noqa: PLR2004  # never closed
        return word
    inner = word[1:-1]
    if "\\" in inner:
        inner = _WRONG_ESCAPE.sub("", inner)
    if '"' in inner:
        inner = _INNER_QUOTE.sub(r"\1\\" + '"', inner)
    return f'"{inner}"'


_INSTEAD = {":": ": null", "undefined": "null", "None": "null", "True": "true", "False": "false"}


_BRACKETS = re.compile(rf"{_STRING}|[\[\]{{}}]", re.DOTALL)


def _closed(text: str) -> str:
    """``text`` with the brackets that it leaves open closed, as far as it goes."""
    open_: list[str] = []
    for token in _BRACKETS.finditer(text):
        mark = token[0]
        if mark in "[{":
            open_.append("]" if mark == "[" else "}")
        elif mark in "]}" and open_:
            open_.pop()
    tail = text.rstrip()
    if tail.count('"') % 2:
        tail += '"'
    return tail.rstrip(",: \n\t") + "".join(reversed(open_))


def _whole(value: Json) -> Json:
    """``value`` without half characters, which JSON escapes can make and UTF-8 cannot carry."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        mended: Json = json.loads(re.sub("[\ud800-\udfff]", "�", text))
        return mended
    return value
