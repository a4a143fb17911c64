"""The tables of ``bylines`` with all languages put together, and the questions asked of them."""

import functools
import re
from collections.abc import Iterable, Sequence

from onrecord.scripts import DENSE
from onrecord.values import bylines as words_of
from onrecord.values.agencies import AGENCIES


def alternatives(entries: frozenset[str]) -> str:
    """A regular expression for any of ``entries``, longest first; a sigma may be one that ends a word."""
    longest_first = sorted(entries, key=lambda e: (-len(e), e))
    return "|".join(re.escape(entry).replace("σ", "[σς]") for entry in longest_first)


def opening_words(entries: Iterable[str]) -> frozenset[str]:
    """The first word of each entry: a text that starts with none of them starts with no entry."""
    return frozenset(WORD.findall(entry)[0] for entry in entries)


def telling_words(entries: Iterable[str]) -> frozenset[str]:
    """The longest word of each entry, which is the rarest: a text with none of them has no entry in it."""
    return frozenset(max(WORD.findall(entry), key=len) for entry in entries)


WORD = re.compile(r"\w+")
LABELS = words_of.merged(words_of.LABELS, words_of.BY)
CREDITS = words_of.merged(words_of.CREDITS)
PHRASES = words_of.merged(words_of.CREDIT_PHRASES)
AND = words_of.merged(words_of.AND)
TITLES = words_of.merged(words_of.TITLES)
MODIFIERS = words_of.merged(words_of.TITLE_MODIFIERS)
DESKS = words_of.merged(words_of.DESKS)
ORGANISATIONS = words_of.merged(words_of.ORGANISATIONS) | DESKS
NOBODY = words_of.merged(words_of.NOBODY)
SENTENCE = words_of.merged(words_of.SENTENCE_WORDS)
PLACES = words_of.merged(words_of.PLACES)
SURE = words_of.merged({"sure": words_of.PLACE_PREPOSITIONS["sure"]})
PREPOSITIONS = words_of.merged(words_of.PLACE_PREPOSITIONS)
GENERIC = NOBODY | TITLES | MODIFIERS | DESKS | LABELS
ARTICLES = frozenset({"the", "la", "le", "el", "der", "die", "das", "den", "dem", "il", "o", "a"})
KNOWN = frozenset(
    word
    for table in (
        GENERIC, CREDITS, AND, ORGANISATIONS, SENTENCE, PLACES, PREPOSITIONS, PHRASES, AGENCIES,
        words_of.TAILS, words_of.BUTTONS, words_of.CREDENTIALS, words_of.HONORIFICS,
    )
    for entry in table
    for word in entry.split()
)  # fmt: skip
"""Every word of every table: a plain name without any of them needs no parsing."""
EAST_TITLES = alternatives(words_of.merged({lang: words_of.TITLES[lang] for lang in ("zh", "ja")}))
"""As a regular expression: in Chinese and Japanese no space parts a title from a name."""
CJK = re.compile(f"[\u1100-\u11ff{DENSE}]")
DOMAIN = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|news|de|at|ch|fr|es|it|uk|nl|be|br|ar|tv|eu|no|dk|se|fi|pl|cz|ru|ua|tr|gr|il|in|jp|cn|kr|is|pt|us|ca|au|ro|hu|blog|online)",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=4096)  # pure; a piece is asked for its words' keys by every question here
def key_of(word: str) -> str:
    """How ``word`` stands in a table."""
    return word.strip(".,:;!?\"“”„'‘’*").casefold()


def title_end(keys: Sequence[str], gap: int = 0) -> int:
    """How many of ``keys`` are a job title standing at their start.

    After a word such as "senior" up to ``gap`` unknown words may come before "reporter".
    """
    i = 0
    while i < len(keys) and _may_open_title(keys, i):
        i += 1
    unknown = 0
    while i and unknown < gap and i < len(keys) and not is_title(keys[i]):
        i, unknown = i + 1, unknown + 1
    end = i
    while end < len(keys) and is_title(keys[end]):
        end += 1
    return end if end > i else 0


def _may_open_title(keys: Sequence[str], i: int) -> bool:
    joins = i > 0 and keys[i] in AND
    place = keys[i] in PLACES and i + 1 < len(keys)
    return (keys[i] in MODIFIERS or joins or place) and not is_title(keys[i])


@functools.lru_cache(maxsize=1024)  # pure; asked of each word by several of the questions
def is_title(key: str) -> bool:
    """Whether the word is a job title's: "editor", "co-editor", "Verkehrsredakteurin"."""
    if key in TITLES or ("-" in key and key.rsplit("-", 1)[-1] in TITLES):
        return True
    return key.endswith(words_of.TITLE_ENDINGS) and not key.startswith(words_of.TITLE_ENDINGS)
