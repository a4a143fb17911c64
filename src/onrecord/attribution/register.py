"""The people an article names, in reading order: each with every mention, the fullest name, role and gender."""

import bisect
import difflib
import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.attribution.names import (
    Named,
    in_headline,
    looks_personal,
    may_be_personal,
    may_be_surname,
    names_in,
    paragraph_around,
)
from onrecord.attribution.roles import is_rank, role_after, role_before
from onrecord.attribution.titles import honorific_gender, title_gender
from onrecord.values.forenames import Gender, gender_by_surname, gender_of, is_forename

_ROLE_MENTIONS = 12
"""Mentions in which a person's role is looked for."""
_ALIKE = 0.85
"""Likeness (difflib's ratio) from which two spellings of a surname are one name, misspelt once."""


@dataclass(eq=False)
class Person:
    """Somebody the article names in full at least once."""

    register: "Register" = field(repr=False)
    words: tuple[str, ...]
    """The fullest name."""
    first: int
    """Where the article first gives first and last name."""
    mentions: list[Named] = field(default_factory=list)
    described: str | None = None
    """What a description calls somebody who has no role: "the luthier said"."""

    @property
    def name(self) -> str:
        """The fullest name, as the article writes it."""
        return " ".join(self.words)

    @functools.cached_property
    def role(self) -> str | None:
        """The fullest role: the first that is more than a rank, unless a longer one with the same head follows."""
        best: str | None = None
        for mention in self.mentions[:_ROLE_MENTIONS]:
            text = self.register.text
            floor, ceiling = self.register.around(mention.start)
            for role in (role_before(text, mention.start, floor), role_after(text, mention.end, ceiling)):
                if role and (best is None or (is_rank(best) and not is_rank(role)) or _is_fuller(role, best)):
                    best = role
        return best

    @functools.cached_property
    def gender(self) -> Gender | None:
        """What "he" and "she" would agree with: told by honorific, first name, or role; None where none tells."""
        genders = {honorific_gender(mention.honorific) for mention in self.mentions}
        if told := next((gender for gender in (Gender.HE, Gender.SHE) if gender in genders), None):
            return told
        by_role = title_gender(self.role) if self.role else None
        return gender_of(self.words[0]) or by_role or gender_by_surname(self.words[-1])

    @property
    def is_forenamed(self) -> bool:
        """Whether the name begins with a first name."""
        return is_forename(self.words[0])

    @functools.cached_property
    def is_certain(self) -> bool:
        """Whether more than two capitalised words says that this is a person."""
        titled = any(mention.titled for mention in self.mentions)
        return (
            titled
            or (len(self.words) > 1 and self.is_forenamed)
            or self.role is not None
            or self.described is not None
        )


def _is_fuller(role: str, than: str) -> bool:
    low, short = role.casefold(), than.casefold()
    return len(low) > len(short) and short in low


class Register:
    """Everybody an article names, and where.

    ``fences`` are offsets, in their order, over which no name reaches, nor a role back from a name: where the words
    for a speaker end, and where a verb of speech does.
    """

    def __init__(self, text: str, fences: Sequence[int] = ()) -> None:
        self.text = text
        self._fences = fences
        self.people: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}
        stretches = itertools.pairwise((0, *fences, len(text)))
        runs = [run for start, end in stretches for run in names_in(text, start, end)]
        ends = frozenset(fences)
        full = [
            r
            for r in runs
            if (looks_personal(r.words) or ((r.titled or r.end in ends) and may_be_personal(r.words)))
            and not in_body(text, r)
            and not in_headline(text, r.start, len(r.words))
        ]
        for run in sorted(full, key=lambda r: len(r.words), reverse=True):
            self._enter(run)
        for run in runs:  # "President Lind", whose first name the article never gives
            if (
                run.titled
                and len(run.words) == 1
                and may_be_surname(run.words[0])
                and not in_headline(text, run.start, len(run.words))
                and not self.find(run.words, run.honorific)
            ):
                self._enter(run, self.find_alike(run.words))
        for run in runs:  # "her husband, Bo, said"
            if (
                len(run.words) == 1
                and (is_forename(run.words[0]) or self._is_relative(run))
                and not self.find(run.words, run.honorific)
                and self._is_explained(run)
            ):
                self._enter(run)
        placed = [(run, person) for run in runs if (person := self.find(run.words, run.honorific))]
        for run, person in placed:
            person.mentions.append(run)
        self._starts = [run.start for run, _ in placed]
        self._placed = placed

    def _is_relative(self, run: Named) -> bool:
        """Whether commas part a name from whose relative or companion its bearer is: "his brother, Bo,"."""
        start, end = run.start, run.end
        if self.text[end : end + 1] != "," or self.text[max(0, start - 2) : start] != ", ":
            return False
        return _THEIRS.search(self.text, max(0, start - _BEFORE), start) is not None

    def _is_explained(self, run: Named) -> bool:
        """Whether what its bearer is stands before a first name or, between commas, behind it."""
        floor, ceiling = self.around(run.start)
        return role_before(self.text, run.start, floor) is not None or (
            self.text[run.end : run.end + 1] == "," and role_after(self.text, run.end, ceiling) is not None
        )

    def _enter(self, run: Named, alike: Person | None = None) -> None:
        words = run.words
        known = alike or self._same(words)
        if known:
            known.first = min(known.first, run.start)
            if len(words) > len(known.words):
                known.words = words
        else:
            known = Person(self, words, run.start)
            self.people.append(known)
        for word in words:
            people = self._by_word.setdefault(word.casefold().strip(_NICKNAMED), [])
            if known not in people:
                people.append(known)

    def _same(self, words: Sequence[str]) -> Person | None:
        """The person whose first and last name these are, or the last two of whose names."""
        if len(words) == 1:
            return None
        first, last = words[0].casefold(), words[-1].casefold()
        for person in self._by_word.get(last, ()):
            other = person.words[0].casefold()
            if other == first or (
                min(len(other.rstrip(".")), len(first.rstrip("."))) == 1 and other[0] == first[0]
            ):
                return person
            if [w.casefold() for w in person.words[-len(words) :]] == [w.casefold() for w in words]:
                return person  # "Van den Heuvel", too
        return None

    def find(self, words: Sequence[str], honorific: str | None = None) -> Person | None:
        """The person that a name means: in full, by the last name, by another part of it, by the first name."""
        if len(words) > 1:
            return self._same(words)
        key = words[0].casefold()
        people = self._by_word.get(key, [])
        last = [p for p in people if p.words[-1].casefold() == key]
        if len(last) > 1 and honorific:
            fitting = [p for p in last if gender_of(p.words[0]) in (None, honorific_gender(honorific))]
            last = fitting or last
        if last:
            return min(last, key=lambda p: p.first)
        inner = [p for p in people if key in (word.casefold() for word in p.words[1:])]
        if inner:
            return inner[0]
        # Chinese, Korean and Hungarian put the surname first.
        first = people and (is_forename(words[0]) or (len(people) == 1 and not people[0].is_forenamed))
        return people[0] if first else None

    def find_alike(self, words: Sequence[str]) -> Person | None:
        """The person whose surname is nearly this: a name that the article spells in two ways."""
        key = words[-1].casefold()
        if len(key) < 5 or len(words) > 1:  # noqa: PLR2004 (short names are alike by chance)
            return None
        surnames = {p.words[-1].casefold(): p for p in self.people}
        close = difflib.get_close_matches(key, surnames, n=1, cutoff=_ALIKE)
        return surnames[close[0]] if close else None

    def around(self, position: int) -> tuple[int, int]:
        """Where what belongs to the words at ``position`` begins and ends: its line, from the last fence on."""
        floor, ceiling = paragraph_around(self.text, position)
        last = bisect.bisect_right(self._fences, position)
        return (max(floor, self._fences[last - 1]) if last else floor), ceiling

    def before(self, position: int) -> Iterator[tuple[Named, Person]]:
        """Mentions that begin before ``position``, the nearest first."""
        for at in range(bisect.bisect_left(self._starts, position) - 1, -1, -1):
            yield self._placed[at]


_THEIRS = re.compile(r"\b(?:his|her|their|my|our|\w+['’]s?) (?:[\w-]+ ){0,3}[\w-]+, $", re.IGNORECASE)
_BEFORE = 60
"""Code points before a name in which it is said whose relative somebody is."""
_NICKNAMED = "“”\"‘’'«»„"


def in_body(text: str, run: Named) -> bool:
    """Whether a run of capitals is part of a longer name that is no person's: "Users’ Union", "Rook & Lind"."""
    return (
        text[run.end : run.end + 2] in {"' ", "’ ", " &"} or text[max(0, run.start - 2) : run.start] == "& "
    )
