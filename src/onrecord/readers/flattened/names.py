"""A line that is a person's name and nothing else."""

from onrecord.values.bylines import SURE_PARTICLES
from onrecord.values.people import Kind, parse_byline

__all__ = ["is_name"]

_ARTICLES = frozenset(
    (
        "the",
        "der",
        "die",
        "das",
        "le",
        "la",
        "les",
        "el",
        "il",
        "lo",
        "o",
        "a",
        "os",
        "as",
        "den",
        "de",
        "het",
    )
)


def is_name(text: str) -> bool:
    """Whether ``text`` is two to four capitalised words that are read as one person, the first no article."""
    words = text.split()
    if not 2 <= len(words) <= 4 or len(text) > 60 or words[0].casefold() in _ARTICLES:
        return False
    if not all(
        w in SURE_PARTICLES
        or (w[0].isupper() and not w.isupper() and w.replace("-", "").replace("’", "").isalpha())
        for w in words
    ):
        return False
    told = parse_byline(text).authors
    return len(told) == 1 and told[0].name == text and told[0].kind is Kind.PERSON
