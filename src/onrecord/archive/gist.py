"""What an article is about, in few words: names, numbers and words that say what happened, as hashes.

Two pages about one event share its names and the words that are rare elsewhere, whoever wrote them. Across languages
only names and numbers can be shared, and of names those that are written alike.
"""

import functools
import heapq
import re
import struct
import zlib
from collections.abc import Container, Iterator
from typing import NamedTuple

from onrecord.archive.plain_words import PLAIN_WORDS
from onrecord.record import Record
from onrecord.scripts import CHARWISE
from onrecord.search.words import fold
from onrecord.values.calendars import MONTHS, WEEKDAYS
from onrecord.values.languages import primary

NAME, NUMBER, WORD = 0, 1, 2
"""Kinds of terms."""

MOST = 48
"""Terms that are kept of an article."""
_READ = 2_500
"""Code points of a body that are read: what happened is told first."""
_LEAD = 400
"""Code points at its beginning whose words count for more."""


class Term(NamedTuple):
    """One of an article's terms."""

    hash: int
    """31 bits, the same on every machine, for ever."""
    kind: int
    stress: float
    """1 to 2: more in the headline, at the beginning, and said again."""


class Gist(NamedTuple):
    """What an article is about."""

    language: str
    """Its primary language; empty where the page does not say."""
    terms: tuple[Term, ...]


class _Seen:
    """What is counted of one word while a text is read."""

    __slots__ = ("capital", "count", "first", "headline", "kind", "small", "written")

    def __init__(self, kind: int, written: str, first: int) -> None:
        self.kind, self.written, self.first = kind, written, first
        self.count = self.capital = self.small = 0
        self.headline = False


def gist_of(record: Record) -> Gist:
    """The gist of a record, from its headline, its standfirst (else its description) and the beginning of its text."""
    return gist_of_texts(
        record.headline, record.standfirst or record.description, record.article_body, record.in_language
    )


def gist_of_texts(
    headline: str | None, standfirst: str | None, body: str | None, language: str | None
) -> Gist:
    """The gist of texts as they are; ``language`` is a BCP 47 tag."""
    whole = "\n\n".join(part for part in (standfirst, (body or "")[:_READ]) if part)
    terms = tuple(term for term, _ in terms_in(headline or "", whole))
    return Gist(primary(language).lower() if language else "", terms)


def terms_in(headline: str, body: str) -> list[tuple[Term, str]]:
    """The terms of a text, each with the word as it is written first: the weightiest first, at most `MOST`."""
    seen: dict[str, _Seen] = {}
    for text, is_headline in ((headline, True), (body, False)):
        for key, word, start, opens in _words(text):
            one = seen.get(key)
            if one is None:
                one = seen[key] = _Seen(NUMBER if key.isdigit() else WORD, word, 0 if is_headline else start)
            one.count += 1
            one.headline |= is_headline
            if not is_headline and word[0].islower():
                one.small += 1
            elif not is_headline and not opens and word[0].isupper():
                one.capital += 1
    best = heapq.nsmallest(MOST, _ranked(seen))
    return [
        (Term(zlib.crc32(key.encode()) & _BITS, kind, stress), seen[key].written)
        for _, key, kind, stress in best
    ]


def _ranked(seen: dict[str, _Seen]) -> Iterator[tuple[float, str, int, float]]:
    """What tells most comes first where these are sorted."""
    for key, one in seen.items():
        kind = NAME if one.capital and not one.small else one.kind
        if kind == WORD and (len(key) < _SHORT and key.isascii()):
            continue
        stress = 1 + 0.4 * one.headline + 0.3 * (one.first < _LEAD) + 0.3 * (one.count > 1)
        yield -stress * _WORTH[kind], key, kind, stress


_BITS = 0x7FFFFFFF
"""Of a hash: SQLite keeps such a number in four bytes, a larger one in six."""
_SHORT = 4
"""Letters under which a word in Latin letters says little by itself."""
_WORTH = (2.0, 1.3, 1.0)
"""Which terms are kept where there are many, by kind."""

_FOUND = re.compile(
    r"\d+(?:[.,\u00a0\u202f]\d+)*|[^\W\d_]+(?:[\u0300-\u036f\u0900-\u0963\u0e31\u0e34-\u0e4e][^\W\d_]*)*"
)
_OPENS = re.compile(r"(?:^|[.!?…:\n]|[“„«\"‘])\W*$")
_CONTENT = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u30a0-\u30ff\u3400-\u9fff\uf900-\ufaff]{2}")
_STEM = 5
"""Letters by which words are compared, whatever the language: flood, flooded, flooding."""


def _words(text: str) -> Iterator[tuple[str, str, int, bool]]:
    """Each word that may tell something: its key, as written, where it begins, whether it opens a sentence."""
    for found in _FOUND.finditer(text):
        word, start = found[0], found.start()
        if CHARWISE.search(word):
            pairs = (word[at : at + 2] for at in range(len(word) - 1))
            yield from ((pair, pair, start, False) for pair in pairs if _CONTENT.fullmatch(pair))
            continue
        if word[0].isdigit():
            number = re.sub(r"\D", "", word)
            if len(number) > 1 and not (len(word) == 4 and word[:2] in {"19", "20"}):  # noqa: PLR2004  # a year
                yield number, number, start, False
            continue
        key = fold(word)
        if len(word) < 2 or key in _plain():  # noqa: PLR2004  # a letter
            continue
        opens = _OPENS.search(text, max(0, start - 6), start) is not None
        yield key[:_STEM], word, start, opens


@functools.cache
def _plain() -> frozenset[str]:
    """Words that say nothing of an event: those of grammar, of any report, and of the calendar."""
    dated = " ".join((*MONTHS.values(), *WEEKDAYS.values())).replace("|", " ").replace("_", " ").split()
    return frozenset(fold(word) for word in (*PLAIN_WORDS, *dated))


def pack_gist(gist: Gist) -> bytes:
    """``gist`` in six bytes a term."""
    code = gist.language.encode()[:3].ljust(3)
    return code + b"".join(struct.pack("<IBB", t.hash, t.kind, round(t.stress * 100)) for t in gist.terms)


def unpack_gist(data: bytes, only: Container[int] | None = None) -> Gist:
    """What `pack_gist` was given; stress to two places. Where ``only`` is given, of its terms those of these hashes."""
    parts = struct.iter_unpack("<IBB", data[3:])
    terms = (Term(h, kind, stress / 100) for h, kind, stress in parts if only is None or h in only)
    return Gist(data[:3].decode().strip(), tuple(terms))
