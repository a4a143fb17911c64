"""Names of people as a text writes them: runs of capitalised words, with what is no part of the name taken off."""

import functools
import re
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.attribution.roles import DETERMINERS
from onrecord.attribution.titles import OFFICES, SHORTENED, is_foreign, is_honorific, is_relative, is_title
from onrecord.values.forenames import is_forename
from onrecord.values.wordlists import listed


class Named(msgspec.Struct, frozen=True):
    """A name where it stands. Offsets in code points of the text, end exclusive."""

    words: tuple[str, ...]
    """Without titles and honorifics; never empty."""
    start: int
    end: int
    honorific: str | None
    """What stood before it, in lower case and without full stop: ``mr``, ``dr``."""
    titled: bool
    """Whether a title or an honorific stands before it, in the same run of capitals."""


_UPPER = "".join(chr(c) for c in (*range(0xC0, 0x250), *range(0x370, 0x530)) if chr(c).isupper())
_SHORT = rf"(?:{'|'.join(sorted(SHORTENED))})\."
_WORD = rf"(?:{_SHORT}|(?:[A-Z{_UPPER}]\.-?){{1,3}}(?![a-z])|(?:(?:al|el|Al|El|d|O|D|L|l)[-’'])?[A-Z{_UPPER}][\w]*(?:[-’'](?!s\b)\w+)*)"
_PARTICLE = r"(?:van der|van den|van de|van [’']t|in [’']t|von der|von und zu|de la|de los|de las|van|von|de|del|della|da|dos|das|du|di|den|der|ten|ter|bin|ibn|al|el|le|la|zu|y|av|af)"
PARTICLES = frozenset(re.findall(r"[’']?\w+", _PARTICLE.replace("[’']t", "’t 't"))) - {"in"}
"""The words of which particles are made."""
_NICKNAME = rf"(?:[“\"‘'„«][A-Z{_UPPER}][\w’ -]{{0,24}}[”\"’'“»](?=[ \u00a0][A-Z{_UPPER}])|{_WORD})"
"""A word of a name, or what its bearer is called, in marks between first and last name."""
_FIRST = rf"(?=[A-Z{_UPPER}]|[adel]l?[-’'])"
"""What a run begins with: asked at every letter, at a third of what it takes to try the words there."""
NAME = re.compile(rf"{_FIRST}{_WORD}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0])?{_NICKNAME})*")
"""A run of capitalised words, with the particles of names between them."""

_SPLIT = re.compile(r"[ \u00a0]+")

_NOT_FIRST = listed(
    "image photo photograph picture video audio file courtesy credit "
    "a about after again against all also although although among an and another any are as asked at because before both but by can could did do does during each earlier even every few first for from "
    "had has have he her here his how however i if in into is it its just last later like many may meanwhile more most much my neither no nobody none not nothing now of off on once one only or other our out over "
    "people perhaps please she since so some still such than that the their them then there these they this those though through to today tomorrow tonight too two under until up was we were what when where whether which while who "
    "why will with within without would yes yesterday yet you your three four five six seven eight nine ten hundreds thousands police officials opening speaking asked according "
    "её его ее их она он они jej jego jeho její її його він вона вони "
    "der die das ein eine und aber auch im in am auf mit von bei nach vor als wenn dass sie er es wir ich ihr man nicht noch nur dort doch für zu zum zur laut seine sein ihre "
    "le la les un une des et mais dans en sur avec pour par selon ce cette ces il elle ils elles on nous vous je son sa ses leur au aux du chaque quand "
    "el los las una y pero con para por según este esta estos su sus lo al del de no se que nadie cuando como"
)
"""Words that begin a sentence and so have a capital, without being part of a name."""

_NEVER = listed(
    "new los las san santa united great british american americans republican republicans democratic democrat democrats national international black white social "
    "sea ocean cyclone hurricane storm creative commons winter summer spring autumn america europe africa asia arctic street "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "north south east west northern southern eastern western city county river street road lake mount valley bay island islands court high "
    "university college school institute ministry department association union council committee federation foundation party club league company inc ltd "
    "corp corporation group bank agency office bureau service services museum library church cathedral hospital centre center times post herald news radio "
    "television tribune gazette guardian courier telegraph journal police army navy force forces states kingdom republic nations house senate congress parliament "
    "assembly government commission authority board act bill treaty cup games championship championships olympics world stadium park hall airport station "
    "avis avisen tidende tidning tidningen bladet dagblad dagbladet nytt nyheter zeitung anzeiger tageblatt nachrichten rundschau courant krant nieuws nieuwsblad journal courrier gazette dépêche voix corriere giornale gazzetta diario gaceta heraldo jornal gazeta głos dziennik noviny listy вести новости газета "
    "exchange street avenue facebook twitter google microsoft montag dienstag mittwoch donnerstag freitag samstag sonntag"
)
"""Words of which a personal name has none."""


@functools.lru_cache(maxsize=8192)
def looks_personal(words: tuple[str, ...]) -> bool:
    """Whether these may be a person's full name: two to five words, none that belongs to places and bodies.

    >>> looks_personal(("Amara", "Osei")), looks_personal(("Port", "Authority")), looks_personal(("Osei",))
    (True, False, False)
    """
    if not 2 <= sum(word not in PARTICLES for word in words) <= 5:  # noqa: PLR2004 (one word is no full name)
        return False
    return not any(word.casefold() in _NEVER for word in words) and any(
        not word.isupper() or len(word) == 1 for word in words[1:]
    )


def may_be_personal(words: tuple[str, ...]) -> bool:
    """Whether these may be a person's full name if somebody so called has a title, or speaks.

    >>> may_be_personal(("Theresa", "May")), may_be_personal(("Port", "Authority"))
    (True, False)
    """
    return is_forename(words[0]) and looks_personal((*words[:-1], words[0]))


def is_owners(words: tuple[str, ...]) -> bool:
    """Whether a run of capitals is the name of somebody and whom they have, as in German.

    >>> is_owners(("Ada", "Linds", "Anwalt")), is_owners(("Bo", "Hans", "Richter"))
    (True, False)
    """
    if len(words) < 3 or not words[-2].endswith(("s", "’")) or not is_forename(words[0]):  # noqa: PLR2004 (two of a name)
        return False
    return (is_foreign(words[-1]) or is_relative(words[-1])) and not is_forename(words[-2])


def may_be_surname(word: str) -> bool:
    """Whether a word alone may be a surname: none that belongs to places and bodies.

    >>> may_be_surname("Lind"), may_be_surname("Party")
    (True, False)
    """
    return word.casefold() not in _NEVER and not word.isupper()


def names_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Named]:
    """Every run of capitalised words, in the order of the text, cut down to the name in it.

    Not all are names of people: a sentence's first word is left out only where it is a common one.
    """
    for found in NAME.finditer(text, start, len(text) if end is None else end):
        at = found.start()
        run = _without_body(found[0])
        segments = _segments(run)
        if sum(map(len, segments)) <= run.count(" ") and _names_alone(text, at, whole := _SPLIT.split(run)):
            segments = (tuple(whole),)
        if run[1:2] in _APOSTROPHES:
            segments = tuple(map(_without_elision, segments))
        for words in map(_without_letters, segments):
            at = text.index(words[0], at)
            finish = at + sum(map(len, words)) + len(words) - 1
            skipped, honorific = _cut(words)
            if _holds_more(text, at, words[skipped:], titled=skipped > 0):
                skipped = len(words) - 2
            if skipped < len(words):
                kept = words[skipped:]
                begin = at if not skipped else finish - sum(map(len, kept)) - len(kept) + 1
                yield Named(
                    kept,
                    begin,
                    finish,
                    honorific,
                    any(is_title(word) or is_honorific(word) for word in words[:skipped]),
                )
            at = finish


_CAPITAL_PARTICLES = listed("De Del Della Di Da Du La Le El Van Von Der Al")


@functools.lru_cache(maxsize=8192)
def _segments(run: str) -> tuple[tuple[str, ...], ...]:
    """A run without the common words in it: those that begin a sentence, and those between names in a headline."""
    segments: list[tuple[str, ...]] = []
    words: list[str] = []
    for word in (*_SPLIT.split(run), ""):
        if word and (
            word.casefold() not in _NOT_FIRST or (words and (word[0].islower() or word in _CAPITAL_PARTICLES))
        ):
            words.append(word)
        elif words:
            segments.append(tuple(words))
            words = []
    return tuple(segments)


_OPENED = frozenset(["", *".!?…:;\n“”\"‘’'«»„(–—-"])
"""After these a word may have a capital for its place."""


def _names_alone(text: str, start: int, words: Sequence[str]) -> bool:
    """Whether common words in a run are names, too: "Theresa May" is, and "Will Lind" in the midst of a sentence."""
    for at, word in enumerate(words):
        if word.casefold() not in _NOT_FIRST or word[0].islower() or (at and word in _CAPITAL_PARTICLES):
            continue
        before = words[at - 1] if at else ""
        if at:
            named = is_forename(before) or is_honorific(before)
        else:
            named = is_forename(word) or (word in _CAPITAL_PARTICLES and word.casefold() not in DETERMINERS)
            named = named and text[max(0, start - 2) : start].rstrip(" ")[-1:] not in _OPENED
        if not named:
            return False
    return True


def in_headline(text: str, start: int, count: int) -> bool:
    """Whether the ``count`` words at ``start`` stand in a line in which nearly all have capitals, which tell nothing."""
    begin, end = paragraph_around(text, start)
    if end - begin > _HEADLINE or text[begin:end].rstrip()[-1:] in _SENTENCE_ENDS:
        return False
    words = [word for word in text[begin:end].split() if len(word) > 3 and word[0].isalpha()]  # noqa: PLR2004
    return len(words) > count + 1 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


_SENTENCE_ENDS = frozenset('.!?…:"”’»)')
_HEADLINE = 160
"""Code points of the longest headline."""


def paragraph_around(text: str, at: int) -> tuple[int, int]:
    """Start and end of the line of ``text`` in which ``at`` stands."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


@functools.lru_cache(maxsize=8192)
def _without_letters(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without the letters of an honour or a profession behind a name: "Bo Lind KC"."""
    kept = len(words)
    while kept > 2 and _LETTERS.fullmatch(words[kept - 1]) and not words[kept - 2].isupper():  # noqa: PLR2004
        kept -= 1
    return words[:kept]


_APOSTROPHES = frozenset("’'")
_ELIDED = frozenset({"d’", "d'", "l’", "l'"})


def _without_elision(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a full name without what its first word is joined to: "le fils d’Ada Lind"."""
    first = words[0]
    return (first[2:], *words[1:]) if len(words) > 1 and first[:2] in _ELIDED and first[2:] else words


_LETTERS = re.compile(r"(?![IVX]+$)[A-Z]{2,4}")


_BODY = re.compile(rf"[ \u00a0]{_PARTICLE}[ \u00a0](?:Univer|Instit|Minist|Hochsch|Akadem|Acad|Fund|Stift)")
_OFFICE = re.compile(r"(\w+) (?:of|for|to|at|in|on|and|-)(?: the)? $")


_GERMAN_ARTICLE = re.compile(r"(?:^|[\s(„“»])(?:der|die|dem|den) $", re.IGNORECASE)


def _without_body(run: str) -> str:
    """``run`` without the body that a particle joins to it: "Bo Lind von der Universität Holm"."""
    if found := _BODY.search(run):
        return run[: found.start()]
    again = _OF_A_BODY.search(run) if "n " in run and run.count(" v") > 1 else None
    return run[: again.end("name")] if again else run


_OF_A_BODY = re.compile(r"(?P<name>\S+ (?:van|von) (?:de[nr]? |’t )?\S+) (?:van|von) ")
"""A name with a particle, and of what its bearer is: "Marijke van Dalen van Cultuur"."""


def _holds_more(text: str, start: int, words: tuple[str, ...], *, titled: bool) -> bool:
    """Whether the run that begins at ``start`` opens with what an office is of: "Minister of Health Bo Lind".

    ``words`` are its name. One that is longer than most names is such a run after any word that joins.
    """
    if len(words) <= 2:  # noqa: PLR2004 (first and last name)
        return False
    if _GERMAN_ARTICLE.search(text, max(0, start - 5), start) and not is_forename(words[0]):
        return True  # "der Architekt Bo Lind"
    found = _OFFICE.search(text, max(0, start - 30), start)
    if found is None:
        return False
    long = sum(word not in PARTICLES for word in words) > 3  # noqa: PLR2004
    return is_title(found[1]) or (long and not titled and not is_forename(words[0]))


def _is_office(word: str) -> bool:
    """Whether a word is a title, of one person or of several: "Justices Bo Lind and Ana Roe"."""
    return is_title(word.rstrip(".")) or (word.endswith("s") and is_title(word[:-1]))


_OF = frozenset({"von", "van", "de"})
_GENITIVES = frozenset({"der", "den"})
"""Behind these stands the name of what a role is of: "Sprecher der Polizei Holm"."""
_CYRILLIC = frozenset(chr(c) for c in range(0x400, 0x430))
"""Capitals of a script in whose languages few have two first names: "Адвокат Ивана Линда Сергей Орлов"."""


@functools.lru_cache(maxsize=8192)
def _cut(words: tuple[str, ...]) -> tuple[int, str | None]:
    """How many words to leave out at the front, and the honorific among them."""
    at, honorific = 0, None
    count = len(words)
    if words[-1].casefold() in OFFICES or is_owners(words):
        return count, None
    for i in range(count - 1, at - 1, -1):
        bare = words[i].casefold().rstrip(".")
        if is_honorific(bare) and not (bare == "m" and i > at):  # Monsieur, or a middle initial
            honorific, at = bare, i + 1
            break
        if i < count - 1 and _is_office(words[i]):
            at = i + 1
            break
    if 0 < at < count and words[at] in _GENITIVES:
        return count, None
    while count - at > 2 and words[at].isupper() and len(words[at]) > 1 and "." not in words[at]:  # noqa: PLR2004 (NASA, UK)
        at += 1
    if count - at == 4 and at and words[-1][0] in _CYRILLIC and is_forename(words[-2]):  # noqa: PLR2004 (two names)
        return count - 2, honorific
    for i in range(at + 1, count - 1 if not at or words[-1][0] in _CYRILLIC else 0):
        before = words[at : i - 1 if i > at + 1 and words[i - 1] in _OF else i]  # "Freundin von Bo Lind"
        if is_forename(words[i]) and not any(is_forename(w) or w in PARTICLES for w in before):
            return i, honorific
    return at, honorific
