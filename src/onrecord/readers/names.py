"""What reads as a person's name by its capitals alone: a few words, each with one."""

import re

from onrecord.values import bylines
from onrecord.values.people import Kind, parse_byline


def are_capitalised(text: str) -> bool:
    """Whether ``text`` is two to four words with capitals, particles such as "van" aside, and nothing else."""
    words = text.split(" ")
    if not 2 <= len(words) <= 4 or any(c.isdigit() for c in text):  # noqa: PLR2004
        return False
    return all(
        w and (w in bylines.SURE_PARTICLES or (w[0].isupper() and _LETTERS.fullmatch(w))) for w in words
    )


_LETTERS = re.compile(r"[^\W\d_][\w.'’-]*")


def is_name(text: str) -> bool:
    """Whether ``text`` is such words that are read as one person, none all in capitals, the first no article."""
    if len(text) > _LONGEST or not are_capitalised(text) or text.partition(" ")[0].casefold() in _ARTICLES:
        return False
    if any(w.isupper() and not w.endswith(".") for w in text.split()):
        return False
    told = parse_byline(text).authors
    return len(told) == 1 and told[0].name == text and told[0].kind is Kind.PERSON


_LONGEST = 60
"""Code points of the longest name."""
_ARTICLES = frozenset(("the", "der", "die", "das", "le", "la", "les", "el", "il", "lo", "o", "a", "os", "as", "den", "de", "het"))  # fmt: skip
