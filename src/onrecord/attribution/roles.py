"""What a person is, as the words around a name put it: a title before, or an apposition beside it."""

import re
from collections.abc import Sequence
from typing import Final

from onrecord.attribution.titles import (
    RANKS,
    SHORTENED,
    UNSHORTENED,
    is_foreign,
    is_honorific,
    is_title,
    leads_its_role,
)
from onrecord.attribution.verbs import is_speech_verb
from onrecord.values.wordlists import listed

POSSESSIVES: Final = listed(
    "his her its their our my your whose dessen deren sein seine ihr ihre son sa ses leur leurs notre su sus suo sua suoi sue nostro nostra seu seus suas meu minha nosso nossa zijn haar "
    "jej jego jeho její jejich её его ее их його її їх"
)
DETERMINERS: Final = POSSESSIVES | listed(
    "the a an one another this that some both der die das den dem des ein eine einen einem einer le la les un une el los las una il lo gli i uno o os as um uma de het een ο η το οι τον την του της τησ των τους τουσ"
)
LINKS: Final = listed(
    "of for to at in on from with de del des du da do dos della di der von vom für bei beim im au aux à en al para voor van bij och av til till för på vid ved hos του της τησ των"
)
"""What joins the head of a role to the rest of it. Greek words stand twice: case-folding writes their last letter as any other."""
WEEKDAY: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
BEFORE_A_NOUN: Final = DETERMINERS | LINKS

_ARTICLES_TOO: Final = listed("der του της των")

_ANDS: Final = frozenset({"and", "&", "und", "et", "y", "e", "en", "och", "og"})
_SMALL: Final = BEFORE_A_NOUN | _ANDS

_STOP: Final = listed(
    "said says say told tells asked asks added adds but or nor which who whom when while where because if whether than by into onto like including includes include quoted quoting according is was are were be been being has have "
    "-- '' had will would could should may might must can did does do met beat named called blamed accused thanked joined succeeded replaced he she it they we you not then now also though although before after since until under over "
    "er är yaşındaki sagte sagt erklärte so laut aber oder dass als wenn ist war hat sprach teilte dit déclaré selon mais ou que qui est a dijo según pero que es ha fue explicó señaló"
)
_OF: Final = frozenset({"of", "for", "the", "&"})
_ADJECTIVES_IN_ED: Final = listed(
    "retired elected appointed acting managing leading visiting coaching founding marketing housing planning nursing fishing trading training banking red unnamed disgraced renowned detained convicted accused sacked ousted jailed newly-elected exiled"
)

_BOUNDARY: Final = re.compile(r"[.,;:!?…—–\"“”«»„\]\[]$|^[\"“”«»„—–\[]")
_ABBREVIATION: Final = re.compile(rf"(?:[A-Za-z]\.)+$|(?:{'|'.join(sorted(SHORTENED))})\.$")
_STYLE: Final = re.compile(r"[A-Z]{2,4}|[A-Z][a-z]{1,5}\.")
"""How a name is styled after its office: "HRH", "Engr."; whatever it stands for."""

_WINDOW: Final = 150
"""Code points before and after a name in which its role may stand."""
_PLAIN: Final = 6
"""Lower-case nouns of what follows the head; more are a clause."""
_WORDS: Final = 18
"""Words of the longest role."""


def is_rank(role: str) -> bool:
    """Whether a role is a rank alone, which a fuller one displaces: "Professor", "Major general".

    >>> is_rank("Emeritus Professor"), is_rank("general secretary")
    (True, False)
    """
    return all(word.rstrip(".") in RANKS or is_honorific(word) for word in role.casefold().split())


def link_in(words: Sequence[str]) -> int:
    """Which of the words, but the first, joins the rest to what they turn on; their number where none does."""
    return next(
        (i for i, word in enumerate(words) if i and (word.casefold() in LINKS or word == "by")), len(words)
    )


def without_determiner(phrase: str) -> str:
    """``phrase`` without "the", "her", "a" and the like before it.

    >>> without_determiner("her apprentice")
    'apprentice'
    """
    words = phrase.split()
    while len(words) > 1 and words[0].casefold() in DETERMINERS:
        del words[0]
    rest = " ".join(words)
    return rest[2:] if rest[:2].casefold() in {"l’", "l'"} else rest


def role_before(text: str, start: int, floor: int) -> str | None:
    """The role that stands before the name at ``start``, looking back no further than ``floor``.

    Either straight before it ("NASA Administrator Bo Lind") or before a comma ("the club's president, Bo Lind").
    A rank is given where nothing fuller stands before it.
    """
    words = text[max(floor, start - _WINDOW) : start].split()
    if start - _WINDOW > floor and words:
        del words[0]  # may be half a word
    while words and is_honorific(words[-1]):
        words.pop()
    if len(words) > 1 and _STYLE.fullmatch(words[-1]) and words[-2].endswith(","):
        words.pop()  # "the state's chairman, Barr. Bo Lind"
    if words and words[-1] in LINKS and words[-1] not in _ARTICLES_TOO:
        return None  # "the widow of Bo Lind"
    first = _ending(words, whole=False)
    if first and not is_rank(first):
        return first
    if first:
        del words[-len(first.split()) :]
    if words and words[-1].endswith(","):
        bare = " ".join(words).rstrip(",").split()  # the comma may stand by itself: "president , Bo Lind"
        return _ending(bare, whole=True) or first
    return first


def _ending(words: Sequence[str], *, whole: bool) -> str | None:
    """The longest role that ``words`` end with; ``whole`` asks that a clause or a determiner begin before it."""
    begin = len(words)
    while (
        begin and len(words) - begin < _WORDS and not _ends_clause(words[begin - 1], last=begin == len(words))
    ):
        begin -= 1
    for at in range(begin, len(words)):
        if whole and at > begin and words[at - 1].casefold() not in DETERMINERS:
            continue
        held = words[at:]
        if words[at][1:2] in _APOSTROPHES:
            held = [_ARTICLE.sub("", words[at]), *words[at + 1 :]]
        if _is_role(held):
            return _trimmed(held)
    return None


_APOSTROPHES: Final = frozenset("’'")
_ARTICLE = re.compile(r"^[lL]['’](?=\w)")


def _trimmed(words: Sequence[str]) -> str:
    """The role without what leads on to something else: an open parenthesis, a link, a second title before the name."""
    kept = list(words)
    opened = next(
        (i for i, word in enumerate(kept) if word.startswith("(") and ")" not in " ".join(kept[i:])),
        len(kept),
    )
    del kept[opened:]
    while len(kept) > 1 and (
        (kept[-1].casefold() in _SMALL and not is_title(kept[-1]))  # "son" is small in French
        or (kept[-1].endswith(".") and is_rank(kept[-1]) and is_title(kept[-2]))
    ):
        kept.pop()
    return " ".join(kept)


def _ends_clause(word: str, *, last: bool) -> bool:
    if _ABBREVIATION.match(word):
        return False
    return _BOUNDARY.search(word) is not None and not (last and word.endswith(")"))


def _is_role(words: Sequence[str]) -> bool:
    """Whether the words are a noun phrase whose head says what a person is."""
    if not words or words[0].casefold() in _SMALL:
        return False
    if (
        words[0][0].isupper()
        and is_title(words[-1])
        and all(word[0].isupper() or word in _OF for word in words[:-1])
    ):
        # "University of Holm Rowing Club president"
        return not any(word.casefold() in _STOP for word in words)
    link = next((i for i, word in enumerate(words) if _links(word)), len(words))
    head = words[link - 1].casefold() if link else ""
    if link > 1 and _is_led(words[:link]):
        return not any(word.casefold() in _STOP for word in words[link:])
    if not link or not is_title(head.removesuffix("'s").removesuffix("’s").rstrip(".")):
        return False
    if is_foreign(head) and not all(map(_bends, words[: link - 1])):
        return False
    return (
        all(_modifies(words, i) for i in range(link - 1))
        and not any(word.casefold() in _STOP for word in words[link:])
        and sum(word[0].islower() and not _small(word) for word in words[link:]) <= _PLAIN
    )


_MOST_AFTER: Final = 2
_ADJECTIVE: Final = re.compile(r"(?:[ыио]й|ая|[ýáí]|[iya])$")
"""The ends of Slavic adjectives, which stand before their noun."""
_PAST: Final = re.compile(r"(?:[aeiyuąę]ł[ai]?|[аеёиыуя]л[аи]?)$")
"""The ends of Slavic verbs in the past, which some nouns share."""
_SAID_OF: Final = re.compile(
    r"(?:[aeio]ll?e?s?|aux|[aieo]r|i[cv][oa]|ique|ive?|[aei]n[oa]|aine?|[oa]s[oa]|aire|[ai]d[oa]|at[oa]|[iyuůéí]|ej|[eéí]ho|ego|[ýi]ch|ów|ce|ie|[а-яёіїєґ])$"
)
"""The ends of adjectives in Romance languages, and of genitives in Slavic ones."""


def _is_led(words: Sequence[str]) -> bool:
    """Whether a title opens the words, or an adjective and a title, and no more than what is said of it follows."""
    if leads_its_role(words[0]):
        return _follow(words[1:])
    adjective = leads_its_role(words[1]) and words[0].casefold() not in _STOP and _ADJECTIVE.search(words[0])
    return bool(adjective) and _follow(words[2:])


def _follow(words: Sequence[str]) -> bool:
    """Whether these may be what is said of the noun before them, an adjective or a genitive: no verb."""
    return len(words) <= _MOST_AFTER and all(
        word.isalpha()
        and word[0].islower()
        and _SAID_OF.search(word) is not None
        and not (
            _small(word) or word in _STOP or is_title(word) or _PAST.search(word) or is_speech_verb(word, "")
        )
        for word in words
    )


def _small(word: str) -> bool:
    return word.casefold() in _SMALL or _links(word)


_ELIDED = re.compile(r"(?:d|all|dell|nell|dall|sull)['’]")


def _links(word: str) -> bool:
    low = word.casefold()
    return low in LINKS or (("’" in low or "'" in low) and _ELIDED.match(low) is not None)


_BENDS = re.compile(r"(?:ien|[aeiouyáéíóúýsrxа-яёіїєґ-])$")
"""How adjectives end in languages that bend them before their noun."""


def _bends(word: str) -> bool:
    """Whether a word may stand before a title that is not English: "voormalige", not the verb in "wacht scholier"."""
    return not word[0].islower() or "-" in word or _BENDS.search(word) is not None


def _modifies(words: Sequence[str], at: int) -> bool:
    word = words[at]
    low = word.casefold()
    if low in _ANDS:
        return at > 0 and is_title(words[at - 1])
    if low in DETERMINERS or low in _STOP:
        return False
    if (
        is_title(low.rstrip("."))
        or low in _ADJECTIVES_IN_ED
        or (len(word) > 1 and "-" in word)
        or word[0].isupper()
    ):
        return True
    return not low.endswith(("ed", "ing", "ly")) and low[0].isalpha()


_OPENS = re.compile(
    r"(?: \([^()\n]{1,24}\))?(?:,? (?:QC|KC|SC|MP|MEP|MSP|OBE|MBE|CBE|PhD|MD|Jr\.?|Sr\.?)\b)*(?:, (?:aged )?\d{1,3})?,\s+(?:(?:(?:aged|de|di) )?\d{1,3}(?: (?:ans|años|anos|anni|jaar|år|lat|let))?, )?(?:then (?=the |an? ))?"
)
_AS = re.compile(r" as (?:its |their |the |an? )?(?=[A-Za-z])")
"""What leads on to what somebody is made: "the appointment of Bo Lind as director"."""
_ENDS = re.compile(
    rf"[,;:!?()\"“”«»„\n]|\.{UNSHORTENED}(?:\s|$)|\s[—–-]\s|\s(?:who|whose|which|that|where|qui|que)\s|\s[a-z]+ed\s(?:at|by|for|from|in|to)\s|\son\s{WEEKDAY}"
    r"|(?P<verb>\s(?:said|says|told|tells|asked|added|is|was|are|were|has|have|had|will|would|can|could|sagte|hat|ist|est|a|dijo|es|ha)\s)"
)


def role_after(text: str, end: int, ceiling: int) -> str | None:
    """The role in the apposition after the name that ends at ``end``: "Bo Lind, 44, a baker in Holm, said"."""
    opened = _OPENS.match(text, end, min(ceiling, end + 40)) or _AS.match(text, end, ceiling)
    if not opened:
        return None
    closed = _ENDS.search(text, opened.end(), min(ceiling, opened.end() + _WINDOW))
    if closed["verb"] if closed else ceiling > opened.end() + _WINDOW:
        return None  # no apposition but the next clause's subject: "According to Lind, a clerk was told"
    return role_in(text[opened.end() : closed.start() if closed else ceiling])


def role_in(phrase: str) -> str | None:
    """``phrase`` without its determiner, if it is a role and nothing more."""
    words = without_determiner(phrase.strip(" .")).split()
    return _trimmed(words) if len(words) <= _WORDS and _is_role(words) else None


INDEFINITE: Final = listed("ein eine un une uno una um uma en ett et")

_BENT: Final = listed("be bg cs hr hu pl ru sk sl sr uk")
_NO_NOUN: Final = re.compile(
    rf"{_PAST.pattern}|(?:[aiíyue](?<!te)l[ai]?|[aeo]n[ya]|[ąa]c[ya]|[ýáí]|[ыои]й|[аяеи][яє]|[еа]на|v[ae]|się|si|se)$"
)
"""The ends of verbs, adjectives and participles in Slavic languages and Hungarian: how somebody spoke, not what they are."""


def described_before(words: str, language: str | None) -> str | None:
    """What the words before a full name in the words for a speaker call somebody, whatever noun that is.

    None for English, whose adjectives stand there too, and where they may be more than a noun and what it is of.

    >>> described_before("le boulanger ", "fr"), described_before("pentru Agerpres primarul ", "ro")
    ('boulanger', None)
    """
    found = words.split()
    if language in {None, "en"} or not found or found[0].casefold() in INDEFINITE:
        return None
    if len(found) > 1 and found[0].islower() and found[1] in DETERMINERS and found[0] not in _SMALL:
        del found[0]  # "dagegen der Bäcker"
    kept = without_determiner(" ".join(found).strip(" ,")).split()
    while kept and is_honorific(kept[-1]):
        kept.pop()
    if not kept or len(kept) > _PLAIN or _SMALL & {kept[0].casefold(), kept[-1].casefold()}:
        return None
    if any(not word.replace("-", "").replace("’", "").isalpha() or word.casefold() in _ANDS for word in kept):
        return None
    if language in _BENT and any(
        is_speech_verb(word, language) or (_NO_NOUN.search(word) and not is_title(word)) for word in kept
    ):
        return None
    if language != "de" and any(
        word[0].isupper() and at and not _small(kept[at - 1]) for at, word in enumerate(kept)
    ):
        return None
    return " ".join(kept)
