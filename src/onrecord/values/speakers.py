"""Under what one speaker is counted, however articles write the name."""

import functools
import re
import unicodedata

from onrecord.values.wordlists import listed

_LONGEST = 80
"""Code points of words for a speaker; longer ones are a clause, which names nobody."""

# An article before a name in a language where nouns are small: there it opens a description, and is part of a name
# where the next word has a capital (La Paz, Le Pen). German's and English's open descriptions and names alike.
_ALWAYS = listed("the a an der die das")
_BEFORE_SMALL = listed("le la les un une el los las una il lo gli i o os as uma het een")
_ELIDED = re.compile(r"^[lLdD]['’](?=\w)")
_HONORIFICS = listed("mr mrs ms miss dr prof professor sir dame herr frau mme monsieur madame señor señora")
"""Fewer than `bylines` and `titles` know, and no more: archives hold keys that were made without these."""
_INITIALS = re.compile(r"\b(?:\w\.){2,}")
_POSSESSIVE = re.compile(r"['’]s?$")
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]")
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
"""Letters that hold an accent which Unicode cannot part from them, as they are written without."""


@functools.lru_cache(maxsize=8192)  # pure; the same speakers come again and again
def speaker_key(name: str) -> str:
    """``name`` folded: without case, accents, points, a leading article or honorific; empty where no name is left.

    Two people of one name have one key, and a person who is named in two ways has two.

    >>> speaker_key("The board") == speaker_key("the board") == speaker_key("Board"), speaker_key("Die Polizei")
    (True, 'polizei')
    >>> speaker_key("Mr. Zoë Le Pen"), speaker_key("La Paz"), speaker_key("la police"), speaker_key("the U.N.’s")
    ('zoe le pen', 'la paz', 'police', 'un')
    """
    words = _POSSESSIVE.sub("", " ".join(name.split()).strip(' ,.;:“”"„«»')).split()
    if len(words) > 1 and _is_article(words[0], words[1]):
        del words[0]
    if len(words) > 1 and words[0].rstrip(".").casefold() in _HONORIFICS:
        del words[0]
    whole = " ".join(words)
    elided = _ELIDED.match(whole)
    if elided and whole[elided.end()].islower():
        whole = whole[elided.end() :]
    if len(whole) > _LONGEST:
        return ""
    return _folded(_INITIALS.sub(lambda found: found[0].replace(".", ""), whole))


def role_beside(name: str | None, role: str | None) -> str | None:
    """``role`` to stand behind ``name``; None where that says it already.

    >>> role_beside("The harbour board", "harbour board"), role_beside("Ana Roe", "mayor")
    (None, 'mayor')
    """
    said = f" {name} ".casefold() if name else ""
    return None if role and f" {role} ".casefold() in said else role


def _is_article(word: str, after: str) -> bool:
    low = word.casefold()
    return low in _ALWAYS or (low in _BEFORE_SMALL and after[:1].islower())


def _folded(text: str) -> str:
    parted = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    plain = unicodedata.normalize("NFC", _MARKS.sub("", parted))
    return " ".join(
        "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in plain).split()
    )
