"""What makes words a name: whose it is, what it is not, and how it is written."""

import enum
import functools
import re
from collections.abc import Sequence

from onrecord.values import bylines as words_of
from onrecord.values import calendars
from onrecord.values.agencies import agency_of
from onrecord.values.byline_words import (
    AND,
    CJK,
    CREDITS,
    DESKS,
    DOMAIN,
    GENERIC,
    KNOWN,
    LABELS,
    NOBODY,
    ORGANISATIONS,
    PREPOSITIONS,
    SENTENCE,
    key_of,
)

_MAX_NAME_CHARS = 60
_SIGNS = re.compile(r"[\W_]+")
_LETTER = re.compile(r"[^\W\d_]")
_PLAIN = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+(?: [A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+){1,2}")
_BARE = re.compile(
    r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:[ -][A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿ]*[a-zß-öø-ÿ]){0,3}"
)  # behind the first word none that is shouted or in lower case: such ones are asked more
_TOLD = KNOWN | words_of.BIO_WORDS
_ENDINGS = words_of.TITLE_ENDINGS + words_of.ORGANISATION_ENDINGS
_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)+")
"""A word of an address or of a template, "jane-doe"; no name as a reader would write it."""
_NUMBERED = re.compile(r"\d|.*(?<!\w)(?:\d{3}|\d+$)", re.DOTALL)
"""A count or a leftover of a date, "267 Views"."""
_CONTRACTION = re.compile(r"(?:i|you|we|they|he|she|it)['’](?:ve|re|ll|m|d|s)|\w+n['’]t", re.IGNORECASE)
_HEX = re.compile(r"(?=.*\d)[0-9a-f]{4,}(?:-[0-9a-f]{2,})*|\W*\d[\d\W]*", re.IGNORECASE)


class Kind(enum.StrEnum):
    """Whom a name stands for."""

    PERSON = "person"
    ORGANIZATION = "organization"


_PERSON, _ORGANIZATION = Kind.PERSON, Kind.ORGANIZATION


def classify_name(name: str, *, site: str | None = None) -> Kind:
    """Whether ``name`` is a person's or an organisation's; in doubt a person's.

    >>> str(classify_name("Example Editorial Team"))
    'organization'
    """
    words = name.split()
    keys = [key_of(word) for word in words]
    person = words and words[0].endswith(".") and keys[0] in words_of.HONORIFICS
    organisation = (
        is_site(name, site)
        or agency_of(name) != ""
        or (not person and not ORGANISATIONS.isdisjoint(keys))
        or (len(words) > 1 and keys[0] == "the")
        or any(key.endswith(words_of.ORGANISATION_ENDINGS) for key in keys)
        or any("." in word and DOMAIN.fullmatch(word) for word in words)
    )
    return _ORGANIZATION if organisation else _PERSON


@functools.lru_cache(maxsize=256)  # pure; one site's name is asked of every name
def _fold(text: str) -> str:
    """``text`` without case, punctuation and article, to compare names of sites."""
    flat = _SIGNS.sub(" ", text.casefold()).strip()
    return flat.removeprefix("the ").removeprefix("die ").removeprefix("www ")


def is_site(name: str, site: str | None) -> bool:
    """Whether ``name`` is the site's; case, punctuation and an article do not count."""
    return site is not None and _fold(name) == _fold(site) != ""


@functools.lru_cache(maxsize=64)  # pure; one site's name is asked of every byline
def _longest_word(site: str) -> str:
    return max(_fold(site).split(), key=len, default="")


def may_hold(raw: str, site: str) -> bool:
    """Whether what `is_site` may be in a byline: not where the longest word of the site's name is not in it."""
    word = _longest_word(site)
    return word != "" and (not raw.isascii() or word in raw.lower())


@functools.lru_cache(maxsize=128)  # pure; a line, and then the name in it, is asked again and again
def is_plain(raw: str) -> bool:
    """Two or three capitalised words, none of them in a table: a name as it stands."""
    if len(raw) > _MAX_NAME_CHARS or not _PLAIN.fullmatch(raw):
        return False
    for word in raw.casefold().split(" "):  # noqa: SIM110 (most calls end here; a generator takes twice the time)
        if word in KNOWN or word.endswith(_ENDINGS):
            return False
    return True


def is_bare(raw: str) -> bool:
    """Words of which nothing is to be peeled, as none of them is in a table: a name as it stands, or a user's.

    Unlike `is_plain`, it may be a single word, or have a hyphen.
    """
    half = len(raw) // 2
    if not 1 < len(raw) <= _MAX_NAME_CHARS or raw[:half] == raw[half + 1 :] or not _BARE.fullmatch(raw):
        return False
    said = raw.casefold()
    words = said.split(" ")
    if "-" in said:
        words += said.replace("-", " ").split(" ")
    for word in words:
        if word in _TOLD or word.endswith(_ENDINGS):
            return False
    return not _fits_anybody(words[0])


def is_numbered(name: str) -> bool:
    """Whether a number stands where a person has none: at the start, at the end, or of three digits and more."""
    return _NUMBERED.match(name) is not None


def is_sentence(words: Sequence[str]) -> bool:
    """Whether ``words`` hold what no name holds: verbs, pronouns, ordinary words in lower case."""
    if any(map(_CONTRACTION.fullmatch, words)):
        return True
    if len(words) < 2:  # noqa: PLR2004 (a single word is no sentence)
        return False
    if any(word in SENTENCE for word in words) or (words[0].casefold() in SENTENCE and len(words[0]) > 1):
        return True
    plain = [
        w
        for w in words[1:]
        if w[:1].islower() and w.casefold() not in words_of.PARTICLES and "-" not in w and not w.endswith(".")
    ]
    keys = [key_of(word) for word in words]
    if "by" in keys[1:-1]:
        return True  # "Data Analysis By Jane Doe": none of the words that open a byline
    return len(words) > 2 and len(plain) > 0 and ORGANISATIONS.isdisjoint(keys)  # noqa: PLR2004 ("jane doe" may be a name)


def is_name(name: str, words: Sequence[str]) -> bool:
    """Whether something stands there, and more than words that fit anybody."""
    if not name or len(name) > _MAX_NAME_CHARS or _HEX.fullmatch(name) or not _LETTER.search(name):
        return False
    if any("." in word and DOMAIN.fullmatch(word) for word in words):
        return True
    if _SLUG.fullmatch(name) or (len(name) == 1 and not CJK.match(name)):
        return False
    keys = [key_of(word) for word in name.replace("/", " ").split()]
    opens = keys[0] in PREPOSITIONS and name[0].islower()
    heads = keys[0] == "the" and name.islower()  # "By the numbers"
    if len(keys) > 1 and (opens or heads or (words[-1].islower() and words[-1] in PREPOSITIONS)):
        return False
    bare = all(map(_fits_anybody, keys))
    if bare and keys[0] == "the" and len(keys) == 2:  # noqa: PLR2004 ("The Economist" is a title, "The Editors" is not)
        return keys[1] not in _NOBODY and words[1][:1].isupper()
    return not bare and key_of(name) not in GENERIC and not _PARTICLES.issuperset(keys)


_NOBODY = DESKS | NOBODY | LABELS
_PARTICLES = AND | PREPOSITIONS | CREDITS


def _fits_anybody(key: str) -> bool:
    about = key in GENERIC or key in words_of.HONORIFICS or not key or key.isdigit()
    return about or calendars.fold(key) in calendars.words(calendars.LABELS)


def cased(words: Sequence[str]) -> str:
    """A person's name, title case where it is shouted; acronyms, initials and credentials as they are."""
    name = " ".join(words)
    if len(words) < 2:  # noqa: PLR2004 (one word may be an acronym)
        return name
    shouted = name.isupper()
    turkish = any(letter in name for letter in "İĞ")
    tail = all(word.isupper() for word in words[1:]) and words[0].istitle()
    if not shouted and not tail:
        return name
    if not any(len(word) > 3 and "." not in word for word in words[0 if shouted else 1 :]) and not shouted:  # noqa: PLR2004
        return name
    return " ".join(word if _keeps_case(word) else _title_case(word, turkish=turkish) for word in words)


def _keeps_case(word: str) -> bool:
    bare = word.strip(",")
    return (
        not bare.isupper()
        or bare.count(".") > 1
        or len(bare.rstrip(".")) < 2  # noqa: PLR2004 (an initial)
        or key_of(bare).replace(".", "") in words_of.INVARIABLE
    )


def _title_case(word: str, *, turkish: bool) -> str:
    """``word`` in title case, letter for letter: "O'NEILL-MCDONALD" to "O'Neill-McDonald"."""
    if word.casefold() in words_of.PARTICLES and len(word) > 1:
        return word.lower()
    if turkish:
        word = word.replace("I", "ı") if word[0] != "I" else "I" + word[1:].replace("I", "ı")
    parts = re.split(r"([-'’.])", word)
    return "".join(_capital(part) for part in parts)


def _capital(part: str) -> str:
    lower = part[:1] + part[1:].lower().replace("i̇", "i")
    if re.fullmatch(r"Mc[a-z]{3,}", lower):
        return "Mc" + part[2] + lower[3:]
    return lower
