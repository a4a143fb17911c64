"""Whom "he", "she" and "they" mean where somebody is said to speak."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType
from typing import Final

from onrecord.attribution.quotations import Quotation
from onrecord.attribution.register import Person, Register
from onrecord.attribution.roles import DETERMINERS
from onrecord.values.forenames import Gender
from onrecord.values.wordlists import listed

_SINGULARS: Final[Mapping[str, Mapping[str, Gender | None]]] = MappingProxyType(
    {
        "en": {"he": Gender.HE, "him": Gender.HE, "his": Gender.HE, "she": Gender.SHE, "her": Gender.SHE, "who": None},
        "de": {"er": Gender.HE, "sie": Gender.SHE},
        "fr": {"il": Gender.HE, "elle": Gender.SHE, "lui": Gender.HE},
        "es": {"él": Gender.HE, "ella": Gender.SHE},
        "it": {"egli": Gender.HE, "lui": Gender.HE, "lei": Gender.SHE},
        "pt": {"ele": Gender.HE, "ela": Gender.SHE},
        "nl": {"hij": Gender.HE, "zij": Gender.SHE, "ze": Gender.SHE},
        "sv": {"han": Gender.HE, "hon": Gender.SHE},
        "da": {"han": Gender.HE, "hun": Gender.SHE},
        "no": {"han": Gender.HE, "hun": Gender.SHE},
        "fi": {"hän": None},
        "pl": {"on": Gender.HE, "ona": Gender.SHE},
        "cs": {"on": Gender.HE, "ona": Gender.SHE},
        "ru": {"он": Gender.HE, "она": Gender.SHE},
        "uk": {"він": Gender.HE, "вона": Gender.SHE},
        "tr": {"o": None},
        "hu": {"ő": None},
    }
)  # fmt: skip
"""By language: French "il" and Turkish "o" are articles in Italian and Portuguese."""
_ANY: Final = MappingProxyType(
    {word: gender for words in _SINGULARS.values() for word, gender in words.items()}
)
_NO_ARTICLES: Final = MappingProxyType({w: gender for w, gender in _ANY.items() if w not in DETERMINERS})
PLURALS: Final = frozenset(
    {"they", "them", "ils", "elles", "ellos", "ellas", "loro", "eles", "elas", "de", "они", "вони"}
)
SELVES: Final = frozenset(
    ["i", "me", "my", "we", "us", "our", "you", "your", "ich", "wir", "je", "nous", "yo", "nosotros"]
)
"""Those who speak and who are spoken to; the words around them do not name them."""
THINGS: Final = frozenset({"it", "es", "ça", "det", "esso"})
PRONOUN_LEFT_OUT: Final = listed("ar be bg ca cs el es gl he hr hu it ja ko pl pt ro sk sl sr tr zh")
"""Languages in which a verb without a subject is that of whoever was named or spoke last."""
SLAVIC: Final = listed("be bg cs hr pl ru sk sl sr uk")

SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*\s|\n")
_REACH = 1500
"""Code points before the pronoun in which its person is looked for."""
_MOST = 24
"""Mentions that are weighed."""
_SAME_PARAGRAPH = 1.5
"""What counts for somebody named in the pronoun's own paragraph: nearly as much as having spoken last."""


def pronoun_gender(word: str, language: str | None = None) -> tuple[bool, Gender | None]:
    """Whether ``word`` stands for one person, and of which gender if that shows.

    Where ``language`` is not given the word stands alone, and may be of any; in a text whose language is not listed
    here it must be an article in none.

    >>> pronoun_gender("She"), pronoun_gender("Bolton"), pronoun_gender("il", "it")
    ((True, <Gender.SHE: 'she'>), (False, None), (False, None))
    """
    low = word.casefold()
    known = _ANY if language is None else _SINGULARS.get(language, _NO_ARTICLES)
    return low in known, known.get(low)


def verb_gender(verb: str, language: str | None) -> Gender | None:
    """Of which gender whoever does something is, as the past of Slavic verbs tells; None where none shows.

    >>> verb_gender("uvedla", "cs"), verb_gender("dodał", "pl"), verb_gender("dijo", "es")
    (<Gender.SHE: 'she'>, <Gender.HE: 'he'>, None)
    """
    if language not in SLAVIC:
        return None
    if verb.endswith(_HERS.get(language, ("la", "ла", "лась", "лася"))):
        return Gender.SHE
    return Gender.HE if verb.endswith(_HIS.get(language, ("l", "л", "лся"))) else None


_HERS: Final = MappingProxyType({"pl": ("ła",)})
"""How the past of who is a woman ends where it is not "-la": Polish "podkreśla" is anybody's present."""
_HIS: Final = MappingProxyType(
    {"pl": ("ł",), "uk": ("в", "вся"), "be": ("ў", "ўся"), "hr": ("ao",), "sr": ("ao", "ао")}
)


def is_quoted(outer: Sequence[Quotation], position: int) -> bool:
    """Whether a place stands within one of the quotations, of which none is in another."""
    at = bisect_left(outer, position, key=attrgetter("start"))
    return at > 0 and position < outer[at - 1].end


def nearest_person(
    register: Register,
    position: int,
    gender: Gender | None,
    spoken: Sequence[tuple[int, Person]],
    quoted: Sequence[Quotation],
) -> Person | None:
    """The person that a pronoun at ``position`` most likely means; None where nobody fits.

    ``quoted`` are the quotations that stand in no other. ``spoken`` is who spoke so far and where, in the order of the text. What counts: how many sentences back the
    person is named, whether as the first thing in a sentence, whether they spoke last, and never somebody whose
    gender is known to be the other. Names inside quotations count little: they are whom the speaker speaks of.
    """
    best: tuple[float, Person] | None = None
    weighed = set[int]()
    speakers = [person for at, person in spoken[-6:] if at < position]
    for count, (mention, person) in enumerate(register.before(position)):
        if count >= _MOST or position - mention.start > _REACH:
            break
        if id(person) in weighed or not _agrees(person, gender, spoke=person in speakers):
            continue
        inside = is_quoted(quoted, mention.start)
        if not inside:
            weighed.add(id(person))
        score = _score(register.text, mention.start, mention.end, position) - 3.0 * inside
        score += 0.8 * (person.gender is not None and person.gender is gender) + 0.5 * person.is_certain
        score += _SAME_PARAGRAPH * ("\n" not in register.text[mention.end : position])
        if speakers and person is speakers[-1]:
            score += 2.0
        elif person in speakers:
            score += 0.5
        if best is None or score > best[0]:
            best = score, person
    for person in reversed(speakers):
        if best is None and _agrees(person, gender, spoke=True):
            return person
    return best[1] if best else None


def _agrees(person: Person, gender: Gender | None, *, spoke: bool) -> bool:
    if gender is not None and person.gender not in (None, gender):
        return False
    return spoke or person.is_certain or len(person.mentions) > 1


def _score(text: str, start: int, end: int, position: int) -> float:
    between = text[end:position]
    sentences = len(SENTENCE_END.findall(between))
    opening = 0
    for found in SENTENCE_END.finditer(text, max(0, start - 120), start):
        opening = found.end()
    lead = len(text[opening or max(0, start - 120) : start].split())
    possessor = between[:2] in {"’s", "'s"}
    return -1.0 * min(sentences, 8) + (1.2 if lead <= 1 else 0.8 if lead <= 6 else 0.0) - 1.0 * possessor  # noqa: PLR2004
