"""What somebody is called by the noun straight before their full name, whatever noun that is, outside English.

::

    La sovrintendente Ilaria Donati ha ringraziato ...        Museumsdirektør Jørgen Skov kalder ...

That it is a noun, and theirs, is told where an article opens it, or, in languages whose verb is the second thing in its
sentence, where it opens the sentence; and where a verb follows the name.
"""

import re
from typing import Final

from onrecord.attribution.roles import BEFORE_A_NOUN, DETERMINERS, INDEFINITE
from onrecord.attribution.subjects import CONJUNCTIONS, is_adjunct, is_small
from onrecord.attribution.titles import is_honorific
from onrecord.attribution.verbs import is_speech_verb
from onrecord.values.wordlists import listed

_ARTICLED: Final = listed("ca de el es fr gl it pt")
_VERB_SECOND: Final = listed("da nb nl nn no sv")
_BEFORE: Final = 60
"""Code points before a name in which its noun may stand."""
_WORDS: Final = 3
"""Words of the longest such noun with its adjectives."""
_AFTER = re.compile(r" (?:\([^()\n]{1,24}\) )?(?P<word>[^\W\d_]+)|(?P<comma>,)")
_OPENING_VERBS: Final = listed(
    "har hade hadde havde är er var vil vill ville kan kunde skal ska skulle må måste heeft had is was zal zou wil wilde moet mag hat hatte ist war wird will soll muss darf"
)
"""Verbs that open a question."""
_ADVERBS: Final = listed(
    "toen toch daarna zelfs alleen nadat terwijl hoewel omdat zodra daarom waarom hoe wat waar wie nu dan hier daar ooit straks vandaag morgen gisteren misschien vooral "
    "dus indien tenzij totdat zolang sinds eerst later soms altijd meestal uiteindelijk bovendien ondertussen intussen hopelijk gelukkig helaas "
    "bara endast också dock ändå kanske därför därefter då här där igår idag imorgon medan eftersom fastän trots samtidigt plötsligt slutligen dessutom inte aldrig alltid ofta när om hur varför vad vem "
    "selv bare kun også dog derfor derefter deretter nå her der imens mens fordi selvom måske kanskje samtidig plutselig pludselig endelig dessuten desuden ikke aldri alltid altid når hvis hvordan hvorfor hva hvad hvem "
    "même mêmes propio propia mismo misma stesso stessa proprio propria próprio própria mesmo mesma"
)
"""What may open a sentence before its subject, and "himself"."""
_NAMED_AFTER: Final = listed(
    "rue avenue place lycée collège école affaire loi prix stade fondation hôpital calle avenida plaza colegio instituto escuela caso ley premio fundación hospital estadio "
    "via piazza corso liceo scuola legge caso fondazione ospedale stadio rua praça escola lei prémio prêmio fundação estádio carrer plaça escola llei cas premi fundació"
)
"""Things that are called by a person's name: "la calle Ada Lind"."""


def introduced(text: str, start: int, end: int, floor: int, language: str | None) -> str | None:
    """The noun, with its adjectives, that introduces the full name at text[start:end]; None where none is told.

    ``floor`` is where the name's line begins.

    >>> line = "Ieri la sovrintendente Ilaria Donati ha ringraziato tutti."
    >>> introduced(line, 23, 36, 0, "it")
    'sovrintendente'
    >>> introduced("Het boek schreef Ada Lind zelf.", 17, 25, 0, "nl") is None
    True
    """
    if (language not in _ARTICLED and language not in _VERB_SECOND) or not text[start].isupper():
        return None
    after = _AFTER.match(text, end)
    if after is None or (after["word"] and (not is_small(after["word"]) or _is_no_noun(after["word"]))):
        return None
    before = text[max(floor, start - _BEFORE) : start]
    if not before.endswith((" ", "\u00a0")):
        return None
    if language in _VERB_SECOND:
        word = before.strip()
        opens = floor >= start - _BEFORE and word.isalpha() and not _is_no_noun(word)
        return word if opens and not is_speech_verb(word, language) else None
    return _after_article(before.split(), language) if after["word"] else None


def _after_article(words: list[str], language: str) -> str | None:
    """The noun that ends ``words``, after its article; none that is a verb's object before it ("la segue")."""
    kept: list[str] = []
    for word in reversed(words):
        article, noun = word[:2].casefold() in {"l’", "l'"}, word
        if article:
            noun = word[2:]
        elif word.casefold() in DETERMINERS and word.casefold() not in INDEFINITE:
            break
        if _is_no_noun(noun) or not noun.replace("-", "").isalpha() or len(kept) == _WORDS:
            return None
        kept.insert(0, noun)
        if article:
            break
    else:
        return None
    if not kept or is_speech_verb(kept[0], language):
        return None
    if language == "de" and not kept[-1][0].isupper():
        return None  # "Das Tor schoss Bo Lind"
    return " ".join(kept)


def _is_no_noun(word: str) -> bool:
    """Whether a word is none for what somebody is."""
    low = word.casefold()
    return any(low in words for words in _NO_NOUNS) or is_honorific(low) or is_adjunct(word)


_NO_NOUNS: Final = (BEFORE_A_NOUN, CONJUNCTIONS, _OPENING_VERBS, _ADVERBS, _NAMED_AFTER)
