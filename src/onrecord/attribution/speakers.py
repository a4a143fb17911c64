"""Who speaks: from the words for a source to the fullest name and role the article gives."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from onrecord.attribution.attribution import Attribution
from onrecord.attribution.bodies import in_full, named_body
from onrecord.attribution.caseless import CASELESS, Called
from onrecord.attribution.introductions import introduced
from onrecord.attribution.names import NAME, Named, looks_personal, names_in, paragraph_around
from onrecord.attribution.phrases import Phrase, belongs_to_role, main_name, parse_phrase
from onrecord.attribution.pronouns import (
    PLURALS,
    PRONOUN_LEFT_OUT,
    SELVES,
    SENTENCE_END,
    THINGS,
    is_quoted,
    nearest_person,
    pronoun_gender,
    verb_gender,
)
from onrecord.attribution.quotations import Quotation
from onrecord.attribution.register import Person, Register
from onrecord.attribution.roles import (
    DETERMINERS,
    LINKS,
    POSSESSIVES,
    WEEKDAY,
    described_before,
    role_after,
    role_before,
    role_in,
)
from onrecord.attribution.subjects import is_small
from onrecord.attribution.titles import is_body, is_group, is_paper, is_title, leads_its_role, title_gender
from onrecord.record import Speaker
from onrecord.values.forenames import Gender
from onrecord.values.wordlists import listed

_Who = Person | Speaker
"""Somebody the article names in full; or an organisation, or somebody it only describes."""


@dataclass
class _Heard:
    """What was said so far, in the order of the text."""

    text: str
    quoted: Sequence[Quotation]
    """Those that stand in no other."""
    register: Register
    language: str | None = None
    called: Called | None = None
    """In a script without capitals."""
    people: list[tuple[int, Person]] = field(default_factory=list)
    others: list[tuple[Phrase, Speaker]] = field(default_factory=list)
    last: _Who | None = None
    last_end: int = 0


def resolve(
    text: str, attributions: Sequence[Attribution], quoted: Sequence[Quotation], language: str | None = None
) -> tuple[Speaker, ...]:
    """One speaker for each attribution, in their order, which must be that of the text.

    ``name`` is the fullest name that the article gives the person or organisation, ``role`` the fullest role, of
    somebody without a name the words that describe them; ``mention`` the words used here. None where the article
    does not tell.
    """
    fences = {spans[-1][1] for a in attributions for spans in (a.source, a.cue) if spans}
    outer = [q for q in quoted if q.depth == 0]
    heard = _Heard(text, outer, _register(text, sorted(fences), language), language)
    if language in CASELESS:
        heard.called = Called(text, language)
    found = []
    for attribution in attributions:
        who, mention = _speaker(attribution, heard)
        found.append((who, mention))
        if who is not None:
            heard.last = who
    return tuple(_as_speaker(who, mention) for who, mention in found)


def _register(text: str, fences: Sequence[int], language: str | None) -> Register:
    """The people of a text; those without a role are described by the noun before their name, outside English."""
    register = Register(text, fences)
    if language not in {None, "en"}:
        for person in register.people:
            if person.role is None:
                person.described = _introduced(person, language)
    return register


def _introduced(person: Person, language: str | None) -> str | None:
    register = person.register
    nouns = (
        introduced(register.text, named.start, named.end, register.around(named.start)[0], language)
        for named in person.mentions
        if len(named.words) > 1
    )
    return next(filter(None, nouns), None)


def _as_speaker(who: _Who | None, mention: str | None) -> Speaker:
    if who is None:
        return Speaker(None, None, mention)
    return Speaker(who.name, who.role or who.described if isinstance(who, Person) else who.role, mention)


def _speaker(attribution: Attribution, heard: _Heard) -> tuple[_Who | None, str | None]:
    if not attribution.source:
        return _goes_on(attribution, heard), None
    start, end = attribution.source[0][0], attribution.source[-1][1]
    when = _WHEN.search(heard.text, start, end)
    end = when.start() if when else end
    mention = " ".join(heard.text[start:end].split())
    who = _called(start, mention, heard) if heard.called else _resolved(start, end, mention, heard)
    if isinstance(who, Person):
        heard.people.append((start, who))
    heard.last_end = end
    return who, mention


_WHEN = re.compile(
    rf",?\s(?:(?:on |late |early )*{WEEKDAY}(?: (?:morning|afternoon|evening|night))?|today|yesterday|tonight)$"
)
"""When somebody spoke, which is no part of the words for them."""


def _goes_on(attribution: Attribution, heard: _Heard) -> _Who | None:
    """Words in quotation marks whose sentence names nobody are spoken by whoever spoke last."""
    if attribution.cue:
        return _by_verb(*attribution.cue[0], heard)
    start = attribution.content[0][0]
    if not is_quoted(heard.quoted, start + 1):
        return None
    if heard.last is not None:
        return heard.last
    person = nearest_person(heard.register, start, None, heard.people, heard.quoted)
    return person if person and person.is_certain else None


def _by_verb(start: int, end: int, heard: _Heard) -> _Who | None:
    """Whom a verb without a subject means, in the languages that leave the pronoun out."""
    verb = heard.text[start:end]
    if heard.language not in PRONOUN_LEFT_OUT or not verb[0].isalpha():
        return None
    if heard.called:
        last = heard.last if isinstance(heard.last, Speaker) else None
        return heard.called.subject(start, last, heard.last_end)
    gender = verb_gender(verb, heard.language)
    return _subject_before(start, gender, heard) or _by_pronoun(start, gender, heard) or heard.last


_NEAR = 600
"""Code points before a verb in which the sentence begins whose subject is its own."""
_LEAD = 3
"""Words that may stand before a name that is the subject of its sentence."""


def _subject_before(start: int, gender: Gender | None, heard: _Heard) -> Person | None:
    """The person with whom the sentence begins that stands before a quotation in its paragraph."""
    floor = max(paragraph_around(heard.text, start)[0], start - _NEAR)
    for named, person in heard.register.before(start):
        if named.start < floor:
            return None
        if is_quoted(heard.quoted, named.start):
            continue
        sentence = heard.text[floor : named.start]
        lead = SENTENCE_END.split(sentence)[-1]
        opens = len(lead.split()) <= _LEAD or (person.role is not None and person.role in lead)
        if opens and (gender is None or person.gender in (None, gender)):
            return person
    return None


def _called(start: int, mention: str, heard: _Heard) -> Speaker | None:
    """Whom words mean in a script without capitals."""
    last = heard.last if isinstance(heard.last, Speaker) else None
    return heard.called.speaker(start, mention, last, heard.last_end) if heard.called else None


def _resolved(start: int, end: int, mention: str, heard: _Heard) -> _Who | None:
    word = mention.strip(' ,.“”"').partition(" and ")[0]
    low = word.casefold()
    singular, gender = pronoun_gender(word)
    if singular:
        return _by_pronoun(start, gender, heard)
    if low in PLURALS or low in THINGS:
        plural = low in PLURALS
        may_be_it = isinstance(heard.last, Speaker) and heard.last.role is None
        return _group_before(heard, plural=plural) or (heard.last if plural or may_be_it else None)
    if low in SELVES or word in _TURNS:
        if word == "A":
            return _interviewed(heard)
        quoted = is_quoted(heard.quoted, start)
        return heard.last if quoted and low in {"i", "me", "my", "ich", "je", "yo"} else None
    name = (
        _antecedent(start, low, heard)
        or main_name(heard.text, start, end, heard.register)
        or _after_a_noun(start, end, heard)
    )
    if name:
        return _named(start, mention, name, heard)
    # "May" by itself, where the article has a Theresa May
    known = heard.register.find((word,)) if " " not in word and word[:1].isupper() else None
    return known or _described(start, end, mention, heard)


def _antecedent(start: int, low: str, heard: _Heard) -> tuple[Named, Person] | None:
    """The name behind which a relative clause begins: "Nand, who gave evidence, said"."""
    before = next(heard.register.before(start), None) if low.startswith("who ") else None
    return before if before and heard.text[before[0].end : start] == ", " else None


def _named(start: int, mention: str, name: tuple[Named, Person | None], heard: _Heard) -> _Who:
    run, person = name
    person = person or heard.register.find_alike(run.words)
    described = described_before(heard.text[start : run.start], heard.language)
    if person:
        if person.role is None and person.described is None and len(run.words) > 1:
            person.described = described
        return person
    floor, ceiling = heard.register.around(start)
    role = role_before(heard.text, run.start, floor) or role_after(heard.text, run.end, ceiling)
    role = role or (described if len(run.words) > 1 else None)
    return _kept(Speaker(" ".join(run.words), role, None), parse_phrase(mention), heard)


def _after_a_noun(start: int, end: int, heard: _Heard) -> tuple[Named, Person | None] | None:
    """The full name that ends the words for a speaker, after any noun for what somebody is."""
    if heard.language in {None, "en"}:
        return None
    run = next((r for r in names_in(heard.text, start, end) if looks_personal(r.words)), None)
    if run is None or _ASIDE.sub("", heard.text[run.end : end]).strip(" ,."):
        return None
    before = heard.text[start : run.start].split()
    if belongs_to_role(before, run):
        return None
    plain = all(word.isdigit() or (is_small(word) and word not in LINKS) for word in before)
    if not plain and not described_before(" ".join(before), heard.language):
        return None
    return run, heard.register.find(run.words)


_ASIDE = re.compile(r"\([^()]*\)")


_TURNS = frozenset({"Q", "A"})
"""Who asks and who answers in an interview that names its turns so."""


def _interviewed(heard: _Heard) -> Person | None:
    """The only person named before the first question."""
    begun = re.search(r"^Q:", heard.text, re.MULTILINE)
    named = {id(p): p for run, p in heard.register.before(begun.start() if begun else 0) if p.is_certain}
    return next(iter(named.values())) if len(named) == 1 else None


def _by_pronoun(start: int, gender: Gender | None, heard: _Heard) -> _Who | None:
    last = heard.last
    if isinstance(last, Speaker) and _may_be_one(last, gender) and not _named_since(heard, start):
        return last  # somebody without a full name spoke last
    person = nearest_person(heard.register, start, gender, heard.people, heard.quoted)
    if person and person.gender is None:
        person.gender = gender  # the article has said it: "she" will be somebody else
    return person or (last if isinstance(last, Speaker) and last.role is None else None)


def _may_be_one(speaker: Speaker, gender: Gender | None) -> bool:
    """Whether this is one person, whom a pronoun of this gender may mean."""
    if speaker.role is None or is_group(parse_phrase(speaker.role).head):
        return False
    return title_gender(speaker.role) in (None, gender)


def _named_since(heard: _Heard, position: int) -> bool:
    """Whether somebody was named in full between the last source and here."""
    nearest = next(heard.register.before(position), None)
    return nearest is not None and nearest[0].start > heard.last_end and nearest[1].is_certain


def _kept(speaker: Speaker, phrase: Phrase, heard: _Heard) -> Speaker:
    heard.others.append((phrase, speaker))
    return speaker


def _described(start: int, end: int, mention: str, heard: _Heard) -> _Who | None:
    """Whom words without a person's name mean: a body, a role, a group, or somebody told by age or nation."""
    phrase = parse_phrase(mention)
    if phrase.definite and not phrase.plural:
        person = None
        determiner = mention.partition(" ")[0].casefold()
        paraphrased = _PARAPHRASE.search(phrase.core) is not None
        if is_title(phrase.head) and not (paraphrased and phrase.core[0].isupper()):
            # "Her husband" is nobody whom "her" may mean.
            person = _one_with_role(phrase, start, heard, guess=determiner in _NO_POSSESSIVES)
        elif paraphrased and determiner in DETERMINERS:
            gender = _BY_ARTICLE.get(determiner) or title_gender(phrase.core)
            person = nearest_person(heard.register, start, gender, heard.people, heard.quoted)
        if person:
            if person.role is None and person.described is None and is_title(phrase.head):
                person.described = phrase.core
            return person
    led = heard.language != "en" and leads_its_role(phrase.core.partition(" ")[0])  # "муж Анны Белкиной"
    if not led and (body := named_body(heard.text, start, end)):
        return _kept(Speaker(in_full(body, heard.text), None, None), phrase, heard)
    if (led or is_title(phrase.head)) and not phrase.plural:
        return _kept(Speaker(None, role_in(phrase.core) or phrase.core, None), phrase, heard)
    if phrase.definite and (
        known := _body_before(phrase, start, heard) or _same_group(phrase, mention, heard)
    ):
        return known
    if phrase.core.startswith("of "):
        return _kept(Speaker(None, None, None), phrase, heard)
    return _kept(
        Speaker(None, phrase.core if is_group(phrase.head) and not is_paper(phrase.head) else None, None),
        phrase,
        heard,
    )


_NO_POSSESSIVES = DETERMINERS - POSSESSIVES
_BY_ARTICLE: Mapping[str, Gender] = MappingProxyType(
    {"die": Gender.SHE, "der": Gender.HE, "el": Gender.HE, "la": Gender.SHE, "le": Gender.HE}
)
_PARAPHRASE = re.compile(
    r"\d{1,3}(?:-year-old|-Jährige|-jährige)|(?<!guard)(?:ian|ish|ese|can|ean)$|^(?:\w+(?:ch|sh|ts)(?:wo)?man|Briton|Czech|Dane|Finn|German|Greek|Pole|Scot|Spaniard|Swede|Swiss|Turk)$",
    re.IGNORECASE,
)


def _one_with_role(phrase: Phrase, start: int, heard: _Heard, *, guess: bool) -> Person | None:
    """The person, named before, whose role has the head of ``phrase``; else, as a ``guess``, one who may be meant."""
    seen = set[int]()
    for _, person in heard.register.before(start):
        if id(person) not in seen:
            seen.add(id(person))
            if person.role and phrase.head in re.split(
                r"[\s’'\-,]+", _OWNERS.sub("", person.role.casefold())
            ):
                return person
    if (
        not guess
        or any(word[0].isupper() or "’s" in word or "'s" in word for word in phrase.core.split())
        or " of " in phrase.core
    ):
        return None
    gender = title_gender(phrase.core)
    candidate = heard.last if isinstance(heard.last, Person) else None
    if candidate is None:
        candidate = nearest_person(heard.register, start, gender, heard.people, heard.quoted)
    if (
        candidate is None
        or not candidate.is_certain
        or (gender is not None and candidate.gender not in (None, gender))
    ):
        return None
    role = candidate.role or candidate.described or _said_to_be(candidate)
    return candidate if role is None or _alike(role, phrase.head) else None


def _said_to_be(person: Person) -> str | None:
    """The title that a sentence gives somebody it names: "Ana Roe is a retired judge of the county"."""
    for named in person.mentions:
        told = _IS.match(person.register.text, named.end)
        if told and any(map(is_title, told["role"].casefold().split())):
            return told["role"]
    return None


_IS = re.compile(r"(?:, who)? (?:is|was) (?:an?|the) (?P<role>(?:[\w-]+ ?){1,4})")


_OWNERS = re.compile(r"\S+['’]s\b")
"""Those whose somebody is: "the mayor's lawyer" is no mayor."""


def _alike(role: str, head: str) -> bool:
    """Whether one word may stand for the other: Sprecher and Sprecherin, goalkeeper and keeper."""
    return any(
        word.startswith(head) or head.startswith(word)
        for word in _OWNERS.sub("", role.casefold()).split()
        if len(word) > 4  # noqa: PLR2004 (short ones are parts of many words)
    )


_ANY_BODY = listed(
    "company firm group club organisation organization agency paper newspaper entreprise société unternehmen firma empresa"
)


def _body_before(phrase: Phrase, start: int, heard: _Heard) -> Speaker | None:
    """The organisation that "the company" or "the association" means: one of that name, else the last that spoke."""
    if not is_body(phrase.head):
        return None
    named = re.compile(rf"\b{re.escape(phrase.head)}\b", re.IGNORECASE)
    bodies = [speaker for other, speaker in reversed(heard.others) if speaker.name and speaker.role is None]
    for speaker in bodies:
        if named.search(speaker.name or ""):
            return speaker
    if phrase.head not in _ANY_BODY or " " in phrase.core:
        return None
    return bodies[0] if bodies else _introduced_body(phrase.head, start, heard) or _opening_body(heard)


def _introduced_body(noun: str, start: int, heard: _Heard) -> Speaker | None:
    """The one body that was named behind such a noun: "the ferry company Tolvik Lines has cancelled"; None of several."""
    names: set[str] = set()
    at = start
    for _ in range(_MENTIONS):
        if (at := heard.text.rfind(f" {noun}", 0, at)) < 0:
            break
        found = _NAMED_BODY.match(heard.text, at + 1 + len(noun), start)
        if found and _may_be_body(found["name"], heard):
            names.add(found["name"])
    return Speaker(names.pop(), None, None) if len(names) == 1 else None


def _may_be_body(name: str, heard: _Heard) -> bool:
    """Whether a name of several words holds no title and is no person's: one word may be a day, "the company Monday said"."""
    words = name.split()
    if len(words) == 1 or any(is_title(word.casefold()) for word in words):
        return False
    person = heard.register.find(words)
    return not (person and person.is_certain)


_MENTIONS = 40
"""Mentions of a noun that are looked at, the nearest first: each of many statements asks for them."""
_NAMED_BODY = re.compile(rf",? (?P<name>{NAME.pattern})")


def _opening_body(heard: _Heard) -> Speaker | None:
    """With what the article begins, if it may be a name of a body: "Norvale Cells will cut jobs"."""
    _, opens = next(heard.register.before(1), (None, None))
    return (
        Speaker(opens.name, None, None) if opens and not opens.is_certain and opens.gender is None else None
    )


def _same_group(phrase: Phrase, mention: str, heard: _Heard) -> Speaker | None:
    """The group that "the researchers" means: one with that noun that spoke before."""
    if " " in phrase.core or mention.split(maxsplit=1)[0].casefold() not in DETERMINERS:
        return None
    for other, speaker in reversed(heard.others):
        if other.head == phrase.head:
            return speaker
    return None


def _group_before(heard: _Heard, *, plural: bool) -> Speaker | None:
    """Whom "they" or "it" means: the last group or body that spoke."""
    for phrase, speaker in reversed(heard.others[-4:]):
        if plural if phrase.plural else (is_group(phrase.head) or (speaker.name and speaker.role is None)):
            return speaker
    return None
