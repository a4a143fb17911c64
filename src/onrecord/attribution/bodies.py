"""Organisations, firms, papers and countries that speak: their names in the words for a source."""

import functools
import re
from collections.abc import Sequence
from typing import Final

from onrecord.attribution.names import is_owners
from onrecord.attribution.phrases import EXAMPLES, trunk_of
from onrecord.attribution.roles import LINKS, link_in, without_determiner
from onrecord.attribution.titles import is_body, is_group, is_paper, is_title
from onrecord.values.forenames import is_forename
from onrecord.values.wordlists import listed


def named_body(text: str, start: int, end: int) -> str | None:
    """The name of an organisation, firm or paper that the source at text[start:end] is; None where it names none.

    >>> line = "The satirical magazine Rook said"
    >>> named_body(line, 0, 27)
    'Rook'
    >>> named_body("The Crown Princess said", 0, 18) is None
    True
    """
    phrase = " ".join(text[start:end].split()).strip(" ,;:")
    if opened := _BODY_FIRST.match(phrase):
        return named_body(phrase, opened.end(), len(phrase))
    words = without_determiner(_BOTH.sub("", trunk_of(phrase))).split()
    if not any(word[0].isupper() for word in words) or "I" in words:
        return None
    described = _is_anothers(words) or _is_description(words)
    kept = [] if described or _has_capital_by_place(text, start, words) else _proper(words)
    return re.sub(r"['’]s$", "", " ".join(kept)) or None


_BOTH = re.compile(r"^(?:both|either|neither|even|only) ", re.IGNORECASE)


def _is_anothers(words: Sequence[str]) -> bool:
    """Whether the phrase ends with whose somebody is, or begins so: "mannen till Ada Lind", "Ada Linds Anwalt"."""
    head = _head(words)
    of = words[words.index(head) + 2 :]
    if len(of) == 2 and is_forename(of[0]) and of[1][0].isupper():  # noqa: PLR2004 (first and last name)
        return not is_body(head)
    return is_owners(tuple(words))


def _is_description(words: Sequence[str]) -> bool:
    """Whether the phrase turns on a noun for people, bodies or papers: "UN officials", "Home Office letter"."""
    head = _head(words)
    low = re.sub(r"['’]s?$", "", head.casefold())
    if words[0].casefold() in _QUANTIFIERS:
        return True
    if head == words[0] and len(words) > 1 and not (head[0].isupper() and is_body(low)):
        return is_group(low) or is_title(low) or is_paper(low)  # "Experts on the Arctic"
    if len(words) == 1:
        return is_group(low) or is_title(low)
    if head[0].islower():
        return is_paper(low) or (
            (is_title(low) or is_group(low))
            and not (words[0][0].isupper() and words[-1].casefold() in _BODY_HEADS)
        )
    return (
        words[0][0].isupper() and len(words) < _SHORT and (is_title(low) or is_title(low.removesuffix("s")))
    )


_QUANTIFIERS: Final = listed(
    "all another both dozens everyone few hundreds many most nobody none one several some thousands two three four five six"
)
_SHORT: Final = 3
"""Words from which a name that ends in a title is a body's: "Society of Actors"."""


def _head(words: Sequence[str]) -> str:
    return words[link_in(words) - 1]


def _proper(words: list[str]) -> list[str]:
    """The name in it; empty where capitals stand only in what the noun is of: "officials in Sarnby"."""
    if words[0][0].islower():
        at = next(i for i, word in enumerate(words) if word[0].isupper())
        return [] if any(word.casefold() in LINKS or word in EXAMPLES for word in words[:at]) else words[at:]
    if not any(word.casefold() in LINKS for word in words[1:]):
        for i in range(len(words) - 2, -1, -1):
            if words[i][0].islower() and is_body(words[i]) and words[i + 1][0].isupper():
                return words[i + 1 :]  # "Internet security firm Rook"
    return words


def _has_capital_by_place(text: str, start: int, words: Sequence[str]) -> bool:
    """Whether the only capital is that of a sentence's first word: "Country after country".

    Of a word by itself that shows where the text has it in small letters, too.
    """
    first = words[0]
    if first.isupper() or first.endswith(("'s", "’s")) or any(w[0].isupper() for w in words[1:]):
        return False
    before = text[max(0, start - 3) : start].rstrip(" ")
    opens = text.startswith(first, start) and before[-1:] in {"", ".", "!", "?", "\n", "”", '"'}
    return opens and (len(words) > 1 or first.lower() in _words_of(text))


@functools.lru_cache(maxsize=2)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+(?:[’'-]\w+)*", text))


_BODY_FIRST = re.compile(
    r"(?:the|a|an|its|their|his|her) (?:[a-z-]+ ){0,2}(?:union|company|firm|group|association|operator|charity|club|party|agency|owner|regulator), (?=(?:the )?[A-Z])",
    re.IGNORECASE,
)

_BODY_HEADS: Final = listed(
    "ministry department agency council committee government court police news bank university office parliament army navy campaign"
)


_IN_FULL = re.compile(
    r"((?:[A-Z]\w+[ -](?:(?:of|and|for|the|on|de|la|des|et|y)\s)*){1,7}[A-Z]\w+)\s\(([A-Z]{2,8})\)"
)


def in_full(name: str, text: str) -> str:
    """The name an acronym stands for, where the article gives both: "Harbour Users' Union (HUU)"."""
    if name.isupper() and len(name) > 1 and f"({name})" in text:
        for found in _IN_FULL.finditer(text):
            if found[2] == name:
                return found[1].removeprefix("The ")
    return name
