"""The words for a source taken apart: whom they name, and what they call them."""

import re
from typing import Final

import msgspec

from onrecord.attribution.names import Named, looks_personal, names_in
from onrecord.attribution.register import Person, Register, in_body
from onrecord.attribution.roles import (
    DETERMINERS,
    INDEFINITE,
    LINKS,
    POSSESSIVES,
    link_in,
    role_before,
    without_determiner,
)
from onrecord.attribution.titles import is_body, is_group, is_honorific, is_kin, is_paper, is_title
from onrecord.values.forenames import is_forename
from onrecord.values.wordlists import listed


class Phrase(msgspec.Struct, frozen=True):
    """A source's words, such as "the mill's new owner"."""

    text: str
    """All of it, on one line."""
    core: str
    """Up to its first comma, relative clause or parenthesis, without determiner."""
    head: str
    """The noun it turns on, in lower case; of "officials in Holm" the first word."""
    definite: bool
    """Whether it speaks of somebody known: "the", "his", or no determiner at all."""
    plural: bool


_INDEFINITE: Final = INDEFINITE | listed(
    "a an another one some several two three four five six seven eight nine ten many most few other both any einer een plusieurs algunos"
)
_RELATIVE = re.compile(
    r"\s(?:who|whose|which|that|speaking|familiar|close to|himself|herself|itself|themselves|quoted|such as|including|like|made|seen|published|released|written|posted|issued|obtained|conducted|qui|que|dont|,)(?:\s|$)|[,(;:]"
)


def trunk_of(phrase: str) -> str:
    """``phrase`` up to its first comma, relative clause or parenthesis."""
    cut = _RELATIVE.search(phrase)
    return phrase[: cut.start()].strip() if cut and cut.start() else phrase


def parse_phrase(source: str) -> Phrase:
    """Take the words of a source apart.

    >>> phrase = parse_phrase("a former clerk of the court, who asked not to be named")
    >>> phrase.core, phrase.head, phrase.definite
    ('former clerk of the court', 'clerk', False)
    """
    flat = " ".join(source.split()).strip(' ,;:–—-"“”')
    trunk = trunk_of(flat)
    first = trunk.partition(" ")[0].casefold()
    words = without_determiner(trunk).split()
    while len(words) > 1 and words[0].casefold() in _INDEFINITE:
        del words[0]  # "two officials"
    core = " ".join(words)
    link = link_in(words)
    if 1 < link < len(words) and words[link - 1].endswith("ed") and is_group(words[link - 2]):
        link -= 1  # "witnesses contacted by phone"
    head = re.sub(r"['’]s?$", "", words[link - 1].casefold()) if words else ""
    plural = is_group(head) and head.endswith(("s", "men", "people", "media"))
    return Phrase(flat, core, head, first not in _INDEFINITE, plural)


def main_name(text: str, start: int, end: int, register: Register) -> tuple[Named, Person | None] | None:
    """The name of a person that is what the source at text[start:end] turns on; None where it turns on none.

    A name after "of" or "for" belongs to a role ("a lawyer for Bo Lind"), one before "'s" to an owner.
    """
    owner: tuple[Named, Person | None] | None = None
    for run in names_in(text, start, end):
        person = register.find(run.words, run.honorific)
        if person is None and all(map(is_title, run.words)):
            continue
        known = person is not None or run.titled or looks_personal(run.words)
        before = text[start : run.start].split()
        while person and before and before[-1] in person.words:
            before.pop()  # "de la Cruz"
        known = known or bool(before and before[-1].islower() and is_title(before[-1]))
        if not known and not before and text[run.end : min(end, run.end + 1)] in {"", ","}:
            person = register.find_alike(run.words)
            known = person is not None
        if (
            not known
            or not _leads_here(before, run, person, role_before(text, run.start, start))
            or belongs_to_role(before, run)
            or (run.end < end and in_body(text, run))
        ):
            continue
        if run.end + 2 < end and text[run.end : run.end + 2] in {"'s", "’s"}:
            owner = owner or (run, person)
            continue
        if _heads_a_compound(text[run.end : end]):
            continue
        return run, person
    behind = text[owner[0].end + 2 : end].split() if owner else ()
    return owner if behind and is_paper(behind[-1]) else None


def _leads_here(before: list[str], run: Named, person: Person | None, role: str | None) -> bool:
    """Whether what stands before the name in the source may lead up to it."""
    if not before or role or run.titled or before[-1].endswith(","):
        return True
    return (
        is_forename(run.words[0])
        or (person is not None and person.is_certain)
        or before[-1].casefold() in DETERMINERS
        or (before[-1].islower() and is_title(before[-1]))
    )


def belongs_to_role(before: list[str], run: Named) -> bool:
    """Whether what stands before the name makes it another's: a link, a parenthesis, the firm of a spokesman."""
    if not before:
        return False
    if sum(word.count("(") - word.count(")") for word in before) > 0:
        return True
    while len(before) > 1 and before[-1][0].isupper() and (is_title(before[-1]) or is_honorific(before[-1])):
        before = before[:-1]
    word = before[-1].casefold()
    if word in DETERMINERS and len(before) == 1:
        return False  # German "der" is a link, too
    if word in DETERMINERS and word != "de":
        of_title = word in LINKS and is_title(_APOSTROPHE.split(before[-2])[-1])
        word = word if of_title else before[-2].casefold()
    if before[-1].islower() and is_body(word):
        return True  # "el presidente del sindicato Obreros Unidos, Juan Paz"
    if (
        word in LINKS
        or word in _ELIDED
        or (is_kin(word) and POSSESSIVES.isdisjoint(before[-2:-1]))  # "муж Ады Линд"
        or word in EXAMPLES
        or any(w.casefold() in _RELATIVES for w in before)
    ):
        return True
    # "a spokesman for the operator, Norlane Marine"
    links = any(w.casefold() in LINKS for w in before)
    return (
        word.endswith(",") and links and before[0].casefold() in {"a", "an"} and not is_forename(run.words[0])
    )


_APOSTROPHE = re.compile(r"[’']")
_ELIDED: Final = listed("d’ d'")
_RELATIVES: Final = listed("who whose which that where")
EXAMPLES: Final = listed("by including like as &")


def _heads_a_compound(rest: str) -> bool:
    """Whether the name only modifies a noun that follows: "Lind aides", "a Lind ad"."""
    following = rest.split()
    if not following or rest[0] != " " or not following[0][0].islower():
        return False
    return following[0].strip(",") not in _NOT_NOUNS


_NOT_NOUNS: Final = LINKS | listed(
    "and or also himself herself themselves both then now later y und et von in"
)
