"""What class names and ids say a part of a page is: families of hints, one bit each."""

import functools
import re
from typing import NamedTuple

from turbohtml import Element

from onrecord.body.words import FAMILIES, PAIRS, WHOLE

__all__ = [
    "AD", "BIO", "BODY", "BOX", "BYLINE", "CAPTION", "COMMENT", "CORRECTION", "DATE", "FIGURE", "FOOTER", "HIDDEN", "LEAD",
    "LIVE", "NAV", "NEWSLETTER", "RELATED", "SHARE", "SIDEBAR", "TAGS", "TITLE", "UNSEEN", "UNSHOWN", "bit_of", "names_of", "of_element",
    "of_name", "of_tag",
]  # fmt: skip

(
    COMMENT, RELATED, FOOTER, NAV, CAPTION, BYLINE, NEWSLETTER, AD, SHARE, BIO, TAGS, DATE, LEAD, CORRECTION, LIVE,
    SIDEBAR, HIDDEN, BODY, TITLE, FIGURE, UNSEEN, BOX,
) = (1 << n for n in range(22))  # fmt: skip

_BITS = {
    "comment": COMMENT, "related": RELATED, "footer": FOOTER, "nav": NAV, "caption": CAPTION, "byline": BYLINE,
    "newsletter": NEWSLETTER, "ad": AD, "share": SHARE, "bio": BIO, "tags": TAGS, "date": DATE, "lead": LEAD,
    "correction": CORRECTION, "live": LIVE, "sidebar": SIDEBAR, "hidden": HIDDEN, "body": BODY, "title": TITLE,
    "figure": FIGURE, "unseen": UNSEEN, "box": BOX,
}  # fmt: skip
"""The bit of each family named in `words`."""

_TAGS = {
    "nav": NAV, "footer": FOOTER, "aside": SIDEBAR, "figure": FIGURE, "figcaption": CAPTION | FIGURE, "caption": CAPTION,
    "dialog": HIDDEN, "address": BYLINE, "menu": NAV, "h1": TITLE,
}  # fmt: skip

_ROLES = {
    "navigation": NAV, "contentinfo": FOOTER, "complementary": SIDEBAR, "dialog": HIDDEN, "alertdialog": HIDDEN, "search": NAV,
    "menu": NAV, "menubar": NAV, "tablist": NAV, "banner": NAV,
}  # fmt: skip

_LEAVES = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "tbody"))
"""Tags whose ids name one place on one page and say nothing."""


class _Stem(NamedTuple):
    """Letters to be found in a word, and where."""

    letters: str
    opens: bool
    """Only at the start of a word."""
    closes: bool
    """Only at its end."""
    unlike: tuple[str, ...]
    """Not where one of these follows."""
    bit: int


def _stem(written: str, bit: int) -> _Stem:
    """A stem as it is written in `words`: ``^`` and ``$`` as in a regular expression, ``(?!a|b)`` at its end."""
    letters, _, unlike = written.partition("(?!")
    inner = letters.removeprefix("^").removesuffix("$")
    others = tuple(unlike.removesuffix(")").split("|")) if unlike else ()
    return _Stem(inner, letters.startswith("^"), letters.endswith("$"), others, bit)


_KEY = 4
"""Letters by which stems are looked up: a word of eight costs five look-ups, where asking every stem costs a hundred."""


def _by_key() -> dict[str, tuple[_Stem, ...]]:
    found: dict[str, tuple[_Stem, ...]] = {}
    for family, written in FAMILIES.items():
        for stem in (_stem(w, _BITS[family]) for w in written):
            found[stem.letters[:_KEY]] = (*found.get(stem.letters[:_KEY], ()), stem)
    return found


_STEMS = _by_key()
_WHOLE = {word: _BITS[family] for family, listed in WHOLE.items() for word in listed}
_PAIRS = {pair: _BITS[family] for family, listed in PAIRS.items() for pair in listed}
UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WORDS = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}")


def of_tag(tag: str) -> int:
    """What a tag alone says."""
    return _TAGS.get(tag, 0)


def of_element(element: Element, tag: str) -> int:
    """What an element's tag, class, id and other attributes say it is."""
    bits = _TAGS.get(tag, 0)
    if not element.attrs:
        return bits
    if name := element.attr("class"):
        bits |= of_name(name)
    if tag not in _LEAVES and (ident := element.attr("id")):
        bits |= of_name(ident)
    if role := element.attr("role"):
        bits |= _ROLES.get(role, 0)
    if (prop := element.attr("itemprop")) == "articleBody":
        bits |= BODY
    elif prop == "comment":
        bits |= COMMENT
    if element.attr("hidden") is not None or ((style := element.attr("style")) and UNSHOWN.search(style)):
        bits |= HIDDEN
    return bits


@functools.lru_cache(maxsize=4096)
def _of_word(word: str) -> int:
    """The hints of one lower-case word of a class name."""
    bits = _WHOLE.get(word, 0)
    if len(word) > 4:  # noqa: PLR2004  # shorter ones are in the table of whole words
        for at in range(len(word) - _KEY + 1):
            if stems := _STEMS.get(word[at : at + _KEY]):
                for stem in stems:
                    if _is_at(word, at, stem):
                        bits |= stem.bit
        if word.startswith("nav"):  # the one stem that is shorter
            bits |= NAV
    return bits


def _is_at(word: str, at: int, stem: _Stem) -> bool:
    if (stem.opens and at) or not word.startswith(stem.letters, at):
        return False
    end = at + len(stem.letters)
    return not (stem.closes and end < len(word)) and not (stem.unlike and word.startswith(stem.unlike, end))


@functools.lru_cache(maxsize=4096)
def _of_token(token: str) -> int:
    """The hints of one class: of its words, and of two that stand side by side in it."""
    bits = 0
    before = ""
    for found in _WORDS.findall(token[:100]):
        word = found.lower()
        bits |= _of_word(word) | _PAIRS.get(before + "-" + word, 0)
        before = word
    return bits


@functools.lru_cache(maxsize=4096)
def of_name(name: str) -> int:
    """The hints of a class attribute or an id. A pure function: its cache changes speed alone.

    >>> of_name("article-comments wide") == COMMENT
    True
    >>> of_name("article__body") == BODY
    True
    """
    bits = 0
    for token in name[:400].split():
        bits |= _of_token(token)
    return bits


def bit_of(family: str) -> int:
    """The bit of a family named in `words`."""
    return _BITS[family]


def names_of(bits: int) -> str:
    """The families in ``bits``, for a person to read: ``comment, footer``."""
    return ", ".join(name for name, bit in _BITS.items() if bits & bit)
