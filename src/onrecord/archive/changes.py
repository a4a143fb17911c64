"""What changed between two versions, as it is told; what two texts are compared by, and both texts in one."""

import difflib
import enum
import re
from collections import Counter

import msgspec

from onrecord import limits
from onrecord.scripts import CHARWISE


class Kind(enum.StrEnum):
    """What became of a sentence or a statement."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"


class Word(msgspec.Struct, frozen=True):
    """A stretch of a reworded sentence."""

    text: str
    kind: Kind | None
    """Added, removed, or None: in both."""


class Change(msgspec.Struct, frozen=True):
    """One sentence, or one statement."""

    kind: Kind
    before: str | None
    after: str | None
    words: tuple[Word, ...] = ()
    """Of a reworded one: both versions in one, in reading order."""
    before_start: int | None = None
    """Where it begins in the earlier ``article_body``, in code points."""
    after_start: int | None = None


class Field(msgspec.Struct, frozen=True):
    """A field that says another thing now; None: the page did not or does not say."""

    field: str
    before: str | None
    after: str | None
    words: tuple[Word, ...] = ()


class Diff(msgspec.Struct, frozen=True, kw_only=True):
    """What changed from one version to the next."""

    before: str
    """Id of the earlier version's record."""
    after: str
    changed: bool
    """Whether it tells a reader anything else. Another modified time, boilerplate and links beside the text alone do not."""
    silent: bool
    """The headline or the text changed, and neither a newer modified time nor a new correction note says so."""
    fields: tuple[Field, ...] = ()
    sentences: tuple[Change, ...] = ()
    """In the order of the later version; what was removed stands where it was."""
    statements: tuple[Change, ...] | None = None
    """None where one of the two was made without statements."""
    corrections: tuple[Change, ...] = ()
    """Correction and editor's notes, added or removed."""


_MARKS = str.maketrans("“”„«»‘’–—\u00a0", '"""""\'\'-- ', "\u00ad\u200b")


def plain(text: str) -> str:
    """What is compared: typographic marks for the plain ones are no other words."""
    return " ".join(text.translate(_MARKS).split())


def bag(text: str) -> Counter[str]:
    """The words of a text and how often each; its letters where it has hardly any: not all languages part words."""
    low = text.lower()
    found = re.findall(r"\w+", low)
    return Counter(found if len(found) > 2 else low)  # noqa: PLR2004


def share(one: Counter[str], other: Counter[str]) -> float:
    """How much two bags have in common, 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def marked(old: str, new: str) -> tuple[Word, ...]:
    """Both texts in one, in reading order, words that went and that came marked."""
    a, b = _tokens(old), _tokens(new)
    if len(a) * len(b) > limits.ALIGNED:
        return (Word(old, Kind.REMOVED), Word(new, Kind.ADDED))
    matcher = difflib.SequenceMatcher(
        None, [t.translate(_MARKS) for t in a], [t.translate(_MARKS) for t in b], autojunk=False
    )
    out = []
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "equal":
            out.append(Word("".join(b[k:m]), None))
            continue
        if i < j:
            out.append(Word("".join(a[i:j]), Kind.REMOVED))
        if k < m:
            out.append(Word("".join(b[k:m]), Kind.ADDED))
    return tuple(out)


def _tokens(text: str) -> list[str]:
    return list(text) if CHARWISE.search(text) else _TOKEN.findall(text)


_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")
