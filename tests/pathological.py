"""Strings that make a careless regular expression take for ever, and every expression of the package."""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping

import onrecord

SIZE = 20_000

_UNITS = (
    " ", "\n", "\t", "\u00a0", "a", "A", "é", "ж", "Ж", "雨", "ア", "한", "ก", "ا", "א", "α", "\u0301", "\U0001f327", "0", "1", "9",
    ".", ",", ";", ":", "-", "–", "—", "_", "'", "’", '"', "“", "«", "(", ")", "[", "]", "{", "}", "<", ">", "&", "/", "\\",
    "@", "#", "%", "|", "=", "?", "!", "*", "+", "~", "\0", "\x1b", "\u202e", "·", "•", "…", "/*", "//", "<!--", "-->", "<a", "<a ",
    "</", "<p>", "<script", "<script>", "&a", "&amp;", "&#1", "a ", "A ", "Aa ", "1 ", "a.", "A.", "A. ", "a,", "a, ", "a-", "1.", "1:", "1-", "1/", "01 ", "12:", ", ",
    " ,", "- ", " - ", " – ", " | ", "/a", "a/", "a=", 'a="', "a='", "='", '="', "(a", "a(", "()", "[]", "{}", "},{", '","', '\\"', '"a":', '{"a":', "[[", "http://", "http://a",
    "https://a.b/", "www.", "a@", "a@b.", "\r\n", " \n", "\n\n", "\n \n", "By ", "by a ", "and ", " and a", "von ", "Dr. ", "Mc", "O'", "2024-", "2024-05-", "2024-05-03T", "3 May ",
    "May ", "12:00 ", "Uhr ", "error ", "404 ", "live ", "live:", "cookies ", "accept ", "consent ", "subscribe ", "page ", "article was ", "die seite ", "we use ", "abonn", "Ã", "Ã©", "â€", "Ð", "Р°",
)  # fmt: skip

STRINGS: dict[str, str] = {unit: (unit * (SIZE // len(unit) + 1))[:SIZE] for unit in _UNITS}
"""Each unit repeated; with an odd end, so that what nearly matches does not."""


def expressions() -> Iterator[tuple[str, "re.Pattern[str] | re.Pattern[bytes]"]]:
    """Every compiled expression that a module of the package holds, by where it stands."""
    seen: set[int] = set()
    for module in sorted(pkgutil.walk_packages(onrecord.__path__, "onrecord."), key=lambda m: m.name):
        if module.name.endswith("__main__"):
            continue
        loaded = importlib.import_module(module.name)
        for name, value in vars(loaded).items():
            for number, pattern in enumerate(_inside(value, 0)):
                # By identity: an expression that one module imports from another is tried once.
                if id(pattern) not in seen:
                    seen.add(id(pattern))
                    yield f"{module.name}.{name}[{number}]", pattern


def _inside(value: object, depth: int) -> Iterator["re.Pattern[str] | re.Pattern[bytes]"]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 3 and isinstance(value, (tuple, list)):
        for item in value:
            yield from _inside(item, depth + 1)
    elif depth < 3 and isinstance(value, Mapping):
        for item in value.values():
            yield from _inside(item, depth + 1)
