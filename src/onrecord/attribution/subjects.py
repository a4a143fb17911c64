"""The words for whoever speaks, before or after a verb of speech: where they begin and where they end."""

import re
import unicodedata
from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from onrecord.attribution.attribution import Span
from onrecord.attribution.names import NAME, PARTICLES
from onrecord.attribution.pronouns import pronoun_gender
from onrecord.attribution.roles import BEFORE_A_NOUN, DETERMINERS, LINKS, role_in
from onrecord.attribution.titles import is_honorific, is_title
from onrecord.values.forenames import is_forename
from onrecord.values.wordlists import listed

_ADJUNCTS: Final = listed(
    "am im in an bei nach vor während auf zum zur dem gegenüber heute gestern montag dienstag mittwoch donnerstag freitag samstag sonntag bereits auch dazu noch weiter "
    "at on to during after before when while today yesterday monday tuesday wednesday thursday friday saturday sunday "
    "à dans lors après avant devant mardi lundi mercredi jeudi vendredi samedi dimanche hier aujourd’hui auprès "
    "en tras durante ante hoy ayer este esta lunes martes miércoles jueves viernes sábado domingo y que si porque aber und et mais sur quando cuando lorsque als når när když gdy когда коли "
    "contre avec sans sous chez entre comme gegen ohne unter über durch um contro senza sotto tra come contra sin sobre como sem sob "
    "tegen met zonder over door volgens tussen ook mot med utan om mellan enligt även imod uden mellem ifølge også under efter före før sedan innan siden"
)
CONJUNCTIONS: Final = listed(
    "and but or nor which who whose where when while as if because although though so then than not with "
    "und aber oder doch denn wie wo et mais ou où dont qui y pero o donde quien e ma cui mas en maar of och men eller og i ale lub że к и но а что который která jak і та"
)
"""Words that join another clause, whose verb stands elsewhere."""
NOUNS_IN_CAPITALS: Final = frozenset({"de", "lb"})
"""Languages in which a capital says no more than that a word is a noun."""
_BEFORE_A_BODY: Final = LINKS | {"a"}
"""What joins a body's name to a role ("alcalde de Holm"), or says to whom somebody speaks ("dijo a EFE el alcalde")."""
_ARTICLES: Final = DETERMINERS - {"de"}
"""Those that with a capital open the name of a paper or a body; "De" opens Dutch surnames, too."""
_OPENERS: Final = PARTICLES - DETERMINERS - {"al", "zu"}
"""Particles that a surname may open with, and that no addressee or adjunct does."""
_IN: Final = frozenset({"i", "på", "op", "em", "no", "na", "v", "w", "в", "на", "у"})
"""More prepositions that begin a sentence with an adjunct; within it some are other words."""
BEGINNINGS: Final = _ADJUNCTS | _IN
_IS: Final = frozenset({"is", "heeft", "werd", "wordt", "est", "è", "är", "jest"})
_POSSESSIVES: Final = frozenset({"his", "her"})
_OWNED: Final = MappingProxyType(
    {
        "s": listed(
            "man hustru fru son dotter bror syster mamma pappa kone mand datter søn sønn søster advokat"
        ),
        "n": listed("vaimo aviomies puoliso äiti isä poika tytär veli sisko leski asianajaja"),
        "": listed("férje felesége özvegye anyja apja fia lánya testvére bátyja öccse nővére húga ügyvédje"),
    }
)
"""Whom somebody has who is named before them, by the end of that name: "Ada Linds man"."""
_QUOTES: Final = '«»“”„"'
_MARKS: Final = "«»“”„,()"

_SUBORDINATE = re.compile(r"\b(?:dass|ob|weil|que|qu[’']\w+|that)\b", re.IGNORECASE)


def is_auxiliary(words: str) -> bool:
    """Whether a verb of speech only goes on from here: "hat", "a également"."""
    return words.strip().casefold() in _AUXILIARIES


_AUXILIARIES: Final = listed("a ont ha hat haben han s’est s’ s' se si de har heeft is") | {"a également"}


def is_adjunct(word: str) -> bool:
    """Whether a word leads on to an adjunct, or says when: "am", "yesterday"."""
    return word.casefold() in _ADJUNCTS


def skip(text: str, at: int) -> int:
    """``at``, or where the spaces that begin there end."""
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def subject_before(text: str, start: int, end: int) -> Span:
    """The subject before a verb: the clause from its beginning, without an adjunct and without an auxiliary."""
    start = main_clause(text, start, end)
    words = [*re.finditer(r"\S+", text[start:end])]
    while words and (
        is_auxiliary(words[-1][0])
        or words[-1][0].casefold() in {"a", "ha", "hat", "y", "lo", "la", "se", "s’est", "me"}
    ):
        words.pop()
    for at in range(1, len(words)):
        word, before = words[at][0], words[at - 1][0]
        if before[0].isupper() and _is_owned(word, before):
            del words[at + 1 :]
            break
        if (
            word[0].islower()
            and before[0].isupper()
            and before[-1].isalnum()
            and at > 1
            and word not in _WITHIN_A_PHRASE
        ):
            del words[at:]  # the verb of another clause: "El Rivera felicitó al guardameta y lo llamó"
            break
    if words and words[0][0].casefold() in BEGINNINGS:
        comma = next((at for at, word in enumerate(words) if word[0].endswith(",")), len(words))
        del words[: comma + 1]  # "En ese contexto, Rivera"
    return (start + words[0].start(), start + words[-1].end()) if words else (start, start)


def _is_owned(word: str, owner: str) -> bool:
    return any(word in words and owner.endswith(end) for end, words in _OWNED.items())


def main_clause(text: str, start: int, end: int) -> int:
    """Where the subject's own clause begins, after what leads up to it: "Interrogée sur la suite, la comédienne"."""
    first, comma, rest = text[start:end].partition(", ")
    words = first.split()
    if not comma or not words or words[0].casefold() in DETERMINERS or not any(map(is_small, words)):
        return start
    determined = rest.partition(" ")[0] in DETERMINERS and "," not in rest
    return start + len(first) + 2 if determined else start


_WITHIN_A_PHRASE: Final = BEFORE_A_NOUN | {"y", "et", "und", "and"}


def subject_after(text: str, start: int, end: int, language: str) -> Span:
    """The noun phrase that begins at ``start``.

    To the end of the person's name in it, else to the first adjunct or comma; and on over an apposition.
    """
    start = skip(text, start)
    found = [*re.finditer(r"\S+", text[start:end])]
    words = [word[0].strip(_MARKS) for word in found]
    kept, named = 0, False
    for at, bare in enumerate(words):
        if named and _is_owned(bare, words[at - 1]):
            return start, start + found[at].end()  # "Nagy Anna férje"
        if at and (
            bare.casefold() in _ADJUNCTS
            or (language in NOUNS_IN_CAPITALS and _ends_phrase(words, at))
            or bare in _IS
            or (named and not _goes_on(words, at, language))
            or (found[at][0][0] in _QUOTES and is_small(words[at - 1]) and has_capital(words[0]))
        ):
            break
        if pronoun_gender(bare, language)[0] and not (bare in _POSSESSIVES and at + 1 < len(words)):
            return start, start + found[at].start() + len(bare)
        kept = at + 1
        named = named or _begins_person(words, at, language)
        if found[at][0].endswith(","):
            finish = start + found[at].end()
            return start, _over_apposition(text, (start, finish), end, language, named=named)
    while kept > 1 and words[kept - 1].casefold() in BEFORE_A_NOUN and any(map(has_capital, words[:kept])):
        kept -= 1  # what led on to an adjunct: "Lind der", before the name of a paper
    return start, start + found[kept - 1].end() if kept else start


_JOINING: Final = BEFORE_A_NOUN | PARTICLES | {"und"}


def _ends_phrase(words: Sequence[str], at: int) -> bool:
    """Whether a German noun phrase has ended: a word in small letters after its noun, which joins nothing to it."""
    low = words[at].casefold()
    return is_small(words[at]) and has_capital(words[at - 1]) and low not in _JOINING


def _over_apposition(text: str, phrase: Span, end: int, language: str, *, named: bool) -> int:
    """Where ``phrase``, which a comma ends, ends with its apposition: a role, or who it is whose role the phrase is."""
    start, at = phrase
    rest = re.match(r"[^,.;:\n]*", text[at:end])
    segment = rest[0].strip() if rest else ""
    if not rest or not segment:
        return at
    if role_in(segment) or (named and text[start].islower() and segment[0].isupper()):
        return at + rest.end()
    opens = text[start].islower() or text[start:at].partition(" ")[0].casefold() in DETERMINERS
    if opens and _BARE_NAME.fullmatch(segment):
        return at + rest.end()  # "her partner, luthier Bo Lind"
    if opens and segment[0].isupper():
        return subject_after(text, at, at + rest.end(), language)[1]
    return at


_BARE_NAME = re.compile(rf"(?:[^\W\d_A-Z][\w-]* ){{1,3}}(?=\S+ \S){NAME.pattern}")


def is_small(word: str) -> bool:
    """Whether a word is in small letters, in a script that has capitals."""
    return word[:1].islower() and not has_capital(word)


def has_capital(word: str) -> bool:
    """Whether a word has a capital anywhere: "al-Din" has."""
    return any(map(str.isupper, word))


def _goes_on(words: Sequence[str], at: int, language: str) -> bool:
    """Whether the name of a person before ``at`` goes on there.

    No name has words in small letters but its particles, and these only before a word that has a capital: that holds
    for all languages whose script has capitals.
    """
    word, before = words[at], words[at - 1]
    if not is_small(word):
        return any(map(str.isalnum, word)) and not _ACRONYM_WITH_ENDING.match(word)
    if word not in PARTICLES:
        return False
    if has_capital(before) and (
        (word in {"der", "den", "zu"} and language in NOUNS_IN_CAPITALS)  # "sagte Lind der Zeitung"
        or (word == "al" and at > 1 and has_capital(words[at - 2]))  # "ha detto Ada Lind al Corriere"
    ):
        return False
    return _capital_follows(words, at)


_ACRONYM_WITH_ENDING = re.compile(r"\w{2,}:\w")
"""Finnish and Swedish part an acronym's ending by a colon: "sanoo Lind STT:lle"."""


def _capital_follows(words: Sequence[str], at: int) -> bool:
    """Whether the next word has a capital, over particles of names."""
    following = next((word for word in words[at + 1 :] if word not in PARTICLES), "")
    return has_capital(following)


def _begins_person(words: Sequence[str], at: int, language: str) -> bool:
    """Whether the word at ``at`` is of a person's name: it has a capital, and what stands beside it speaks for one.

    A name that a link joins to what is before may be a body's or a place's ("alcalde de Holm"), and so may one with
    an article ("la Cruz Roja").
    """
    word = words[at]
    if not has_capital(word) or (word.isupper() and len(word) > 1) or is_title(word):
        return False
    first = at
    while first and has_capital(words[first - 1]):
        first -= 1
    if first and words[0] in _OPENERS and PARTICLES.issuperset(words[:first]):
        return True  # "sagte von der Leyen"
    before = words[first - 1].casefold() if first else ""
    forename = is_forename(word) and _capital_follows(words, at)
    titled = at > 0 and (is_title(words[at - 1]) or is_honorific(words[at - 1]))
    article = before in DETERMINERS or words[first].casefold() in _ARTICLES
    joined = before in _BEFORE_A_BODY and not (article and first == 1)  # "der" may open a phrase, too
    if joined or words[first][0].islower():  # "un proche d’Ada Lind"
        return at > first and (forename or titled)
    if language in NOUNS_IN_CAPITALS:
        return forename or titled or at > first
    if article:
        return forename
    return titled or not first or at > first or _capital_follows(words, at)


def span(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The span without what is no word at its ends; empty where nothing is left or it is a whole clause."""
    while start < end and not text[start].isalnum():
        start += 1
    # The vowel signs of Indian scripts are letters that stand on others.
    while end > start and not (
        text[end - 1].isalnum() or text[end - 1] in ").’" or unicodedata.category(text[end - 1])[0] == "M"
    ):
        end -= 1
    if _SUBORDINATE.search(text, start, end) or len(text[start:end].split()) > 18:  # noqa: PLR2004 (longer is a clause)
        return ()
    return ((start, end),) if start < end else ()
