"""Names in quotation marks, of papers, shows and ships: words that nobody speaks."""

from collections.abc import Sequence

from onrecord.attribution.pronouns import PLURALS, pronoun_gender
from onrecord.attribution.quotations import Quotation
from onrecord.attribution.roles import BEFORE_A_NOUN
from onrecord.attribution.subjects import NOUNS_IN_CAPITALS, has_capital, is_small
from onrecord.attribution.verbs import is_speech_verb
from onrecord.values.wordlists import listed

_MOST = 5
"""Words of the longest name of a paper."""
_BEFORE = 60
"""Code points before the marks that are looked at."""
_PAPERS = listed(
    "газете газеты газету журналу журнала изданию издания агентству агентства каналу телеканалу порталу газеті видання виданню агентству каналу часопису "
    "gazecie gazety dziennika dziennikowi tygodnika tygodnikowi portalu portalowi magazynu deníku listu serveru časopisu týdeníku "
    "diario periódico revista semanario jornal journal quotidien hebdomadaire magazine revue quotidiano giornale settimanale rivista krant weekblad tidningen avisen avisa dagbladet"
)
"""Nouns behind which a paper's name stands, of which the first word alone may have a capital."""
_OPENS_A_CLAUSE = listed("que che dat dass ob weil that att at że že что що că hogy ότι")
"""After these somebody is quoted, whose words may be names alone."""


def is_quoted_name(text: str, quotation: Quotation, language: str) -> bool:
    """Whether the marks hold a name that is part of the sentence around it: "dijo al diario "El Valle"".

    All its words have capitals but those that join, none ends a sentence, and in small letters stands before it what
    is neither verb of speech nor speaker. German gives every noun a capital, whether a name or a word of somebody's:
    there it must be whom somebody tells or whose somebody is, by the article ("sagte der „Holmer Zeitung“").
    """
    words = text[quotation.inner_start : quotation.inner_end].split()
    if len(words) > _MOST or not has_capital(words[0]) or words[-1][-1] in ".,!?…":
        return False
    before = text[max(0, quotation.start - _BEFORE) : quotation.start].rpartition("\n")[2]
    around = before.split()
    if around and around[-1] in _PAPERS:
        return True  # "газете «Новая жизнь»"
    if not all(has_capital(word) or word.casefold() in BEFORE_A_NOUN for word in words):
        return False
    if not around:
        return False
    if language in NOUNS_IN_CAPITALS:
        return _is_told(around, several=len(words) > 1, language=language)
    return is_small(around[-1]) and around[-1].isalpha() and not _speaks(around[-1], language)


def _speaks(word: str, language: str) -> bool:
    """Whether a word is a verb of speech or somebody who speaks, or opens what is said."""
    return (
        is_speech_verb(word, language)
        or pronoun_gender(word, language)[0]
        or word in PLURALS
        or word in _OPENS_A_CLAUSE
    )


def _is_told(before: Sequence[str], *, several: bool, language: str) -> bool:
    """Whether German words lead up to whom somebody tells: a dative after verb or speaker, itself or over a noun."""
    at = len(before) - 1
    if has_capital(before[at]) and before[at].isalpha():
        at -= 1  # "dem Magazin „Lupe“"
    if at < 1 or before[at] not in ({"dem", "der", "den"} if several else {"dem", "der"}):
        return False
    lead = before[at - 1]
    return has_capital(lead) or lead in {"gegenüber", "in", "mit", "und"} or _speaks(lead, language)
