"""What changed between two versions of an article, in a reader's terms."""

import difflib
import re
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from onrecord import limits
from onrecord.archive.changes import Change, Diff, Field, Kind, bag, marked, plain, share
from onrecord.archive.passing import is_passing
from onrecord.export.sayings import words_at
from onrecord.record import READABLE, BlockKind, Record, Statement
from onrecord.search.passages import sentences
from onrecord.values.moments import Moment, instant, value_of


class Surroundings(NamedTuple):
    """Sentences of a page, as `plain` makes them, and how often each."""

    boxed: Counter[str]
    """Of its article's text, those in boxes of their own."""
    beside: Counter[str]
    """Those beside its text."""


NOTHING = Surroundings(Counter(), Counter())

Around = Callable[[], Surroundings]


def _nothing() -> Surroundings:
    return NOTHING


def compare(
    before: Record, after: Record, around_before: Around = _nothing, around_after: Around = _nothing
) -> Diff:
    """What changed from ``before`` to ``after``, two records of one article by one extractor.

    What stands in the text of one and beside the text of the other was on both pages, and is no change; nor is what
    stands in boxes. What is around them is asked for only where the texts differ.
    """
    fields = tuple(_fields(before, after))
    changes = tuple(_sentences(before, after, around_before, around_after))
    corrections = tuple(_listed([c.text for c in before.corrections], [c.text for c in after.corrections]))
    # The same words on a page that is taken for none of an article: its fields are left out, not taken back.
    comparable = before.page_type == after.page_type or {before.page_type, after.page_type} <= READABLE
    reworked = bool(changes) or (comparable and any(f.field == "headline" for f in fields))
    noted = _newer(before, after) or any(c.kind is Kind.ADDED for c in corrections)
    # An error page is no wording of the article.
    edited = reworked and {before.page_type, after.page_type} <= READABLE
    return Diff(
        before=before.id,
        after=after.id,
        changed=bool(changes or corrections) or (comparable and any(f.field not in _BESIDE for f in fields)),
        silent=edited and not noted,
        fields=fields,
        sentences=changes,
        statements=_statements(before, after),
        corrections=corrections,
    )


_BESIDE = frozenset(("date_modified",))
"""Fields whose change alone changes nothing: sites put the time of the day there."""


def _fields(before: Record, after: Record) -> Iterator[Field]:
    for name, read in _READ:
        old, new = read(before), read(after)
        if plain(old or "") != plain(new or "") and not (
            name in _TIMES and _same_instant(getattr(before, name), getattr(after, name))
        ):
            yield Field(
                name, old, new, marked(old or "", new or "") if name in {"headline", "standfirst"} else ()
            )


_READ = (
    ("headline", lambda r: r.headline),
    ("standfirst", lambda r: r.standfirst),
    ("author", lambda r: ", ".join(a.name for a in r.author) or None),
    ("date_published", lambda r: value_of(r.date_published)),
    ("date_modified", lambda r: value_of(r.date_modified)),
    ("page_type", lambda r: str(r.page_type)),
)


_TIMES = frozenset(("date_published", "date_modified"))


def _newer(before: Record, after: Record) -> bool:
    old, new = before.date_modified, after.date_modified
    return new is not None and (old is None or (old.value != new.value and not _same_instant(old, new)))


def _same_instant(old: Moment | None, new: Moment | None) -> bool:
    """Whether two times are one, told in two zones: 09:00+01:00 is 08:00Z."""
    at = instant(old) if old else None
    return at is not None and new is not None and instant(new) == at


# Sentences


class Sentence(NamedTuple):
    """A sentence of a text."""

    text: str
    plain: str
    """What is compared."""
    start: int
    """Where it begins in ``article_body``."""


def _sentences(
    before: Record, after: Record, around_before: Around, around_after: Around
) -> Iterator[Change]:
    if before.article_body == after.article_body:
        return
    was, now = around_before(), around_after()
    old = _beyond(read_sentences(before), was.boxed)
    new = _beyond(read_sentences(after), now.boxed)
    for gone, come in _hunks(old, new):
        yield from _reworded(_beyond(gone, now.beside), _beyond(come, was.beside))


def read_sentences(record: Record) -> Iterator[Sentence]:
    """The sentences of the article's own text; lines that a page draws anew are no part of it."""
    text = record.article_body or ""
    linked = [
        (link.start, link.end) for link in record.links if link.start is not None and link.end is not None
    ]
    blocks = record.blocks or ()
    spans = [(b.start, b.end, b.kind) for b in blocks] or [(0, len(text), BlockKind.PARAGRAPH)]
    wholes = set(linked)
    count = 0
    for start, end, kind in spans:
        if (start, end) in wholes and kind is not BlockKind.HEADING:
            continue  # a line that is one link is a teaser
        for line in _LINE.finditer(text, start, end):
            if is_passing(plain(line[0])):
                continue
            for a, b in sentences(line[0]):
                said = line[0][a:b].strip()
                folded = plain(said)
                if _WORD.search(folded):
                    count += 1
                    if count > limits.SENTENCES:
                        return
                    yield Sentence(said, folded, line.start() + a)


_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w")


def _hunks(old: list[Sentence], new: list[Sentence]) -> Iterator[tuple[list[Sentence], list[Sentence]]]:
    """Where the two differ: what stood there, what stands there."""
    head = 0
    while head < min(len(old), len(new)) and old[head].plain == new[head].plain:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail].plain == new[-1 - tail].plain:
        tail += 1
    gone, come = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(gone) * len(come) > limits.ALIGNED:
        yield _unmatched(gone, come)
        return
    matcher = difflib.SequenceMatcher(None, [s.plain for s in gone], [s.plain for s in come], autojunk=False)
    wholly: tuple[list[Sentence], list[Sentence]] = ([], [])
    for what, a, b, c, d in matcher.get_opcodes():
        if what != "equal":
            wholly[0].extend(gone[a:b])
            wholly[1].extend(come[c:d])
    if wholly[0] or wholly[1]:
        yield wholly


def _unmatched(gone: list[Sentence], come: list[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """What is in one and not in the other, wherever."""
    old, new = Counter(s.plain for s in gone), Counter(s.plain for s in come)
    return _beyond(gone, new), _beyond(come, old)


def _beyond(found: Iterable[Sentence], others: Counter[str]) -> list[Sentence]:
    left = Counter(others)
    out = []
    for sentence in found:
        if left[sentence.plain] > 0:
            left[sentence.plain] -= 1
        else:
            out.append(sentence)
    return out


def _reworded(gone: list[Sentence], come: list[Sentence]) -> Iterator[Change]:
    """Pair what went with what came: the same words elsewhere are moved, nearly the same words reworded."""
    moved, gone, come = _moved(gone, come)
    pairs = dict(_pairs(gone, come))
    used = set(pairs.values())
    changes: list[tuple[int, Change]] = [*moved]
    for at, sentence in enumerate(come):
        if at in pairs:
            old = gone[pairs[at]]
            words = marked(old.text, sentence.text)
            change = Change(Kind.REWORDED, old.text, sentence.text, words, old.start, sentence.start)
        else:
            change = Change(Kind.ADDED, None, sentence.text, after_start=sentence.start)
        changes.append((sentence.start, change))
    for at, old in enumerate(gone):
        if at not in used:
            changes.append((old.start, Change(Kind.REMOVED, old.text, None, before_start=old.start)))
    changes.sort(key=lambda pair: pair[0])
    yield from (change for _, change in changes)


def _moved(
    gone: list[Sentence], come: list[Sentence]
) -> tuple[list[tuple[int, Change]], list[Sentence], list[Sentence]]:
    waiting: dict[str, deque[Sentence]] = {}
    for sentence in gone:
        waiting.setdefault(sentence.plain, deque()).append(sentence)
    moved: list[tuple[int, Change]] = []
    taken: set[int] = set()
    left = []
    for sentence in come:
        if found := waiting.get(sentence.plain):
            old = found.popleft()
            taken.add(old.start)
            change = Change(Kind.MOVED, old.text, sentence.text, (), old.start, sentence.start)
            moved.append((sentence.start, change))
        else:
            left.append(sentence)
    return moved, [s for s in gone if s.start not in taken], left


_ALIKE = 0.5
"""Share of words that a reworded sentence keeps at least; under it one went and another came."""


def _pairs(gone: list[Sentence], come: list[Sentence]) -> Iterator[tuple[int, int]]:
    """Which sentence that came is which that went: the likest first."""
    if max(len(gone), len(come)) > limits.PAIRED:
        return
    bags_old = [bag(s.plain) for s in gone]
    bags_new = [bag(s.plain) for s in come]
    scored = [
        (score, -abs(i - j), i, j)
        for i, old in enumerate(bags_old)
        for j, new in enumerate(bags_new)
        if (score := share(old, new)) >= _ALIKE
    ]
    scored.sort(reverse=True)
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _, _, i, j in scored:
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            yield j, i


# Statements and corrections


def _statements(before: Record, after: Record) -> tuple[Change, ...] | None:
    if before.statements is None or after.statements is None:
        return None
    return tuple(
        _listed([_said(s, before) for s in before.statements], [_said(s, after) for s in after.statements])
    )


def _said(statement: Statement, record: Record) -> str:
    body = record.article_body or ""
    words = words_at(body, statement.content)
    speaker = statement.speaker.name or statement.speaker.mention
    return f"{speaker}: {words}" if speaker else words


def _listed(old: list[str], new: list[str]) -> Iterator[Change]:
    """What is in one list and not in the other."""
    before, after = Counter(plain(t) for t in old), Counter(plain(t) for t in new)
    for text in dict.fromkeys(new):
        if after[plain(text)] > before[plain(text)]:
            yield Change(Kind.ADDED, None, text)
    for text in dict.fromkeys(old):
        if before[plain(text)] > after[plain(text)]:
            yield Change(Kind.REMOVED, text, None)
