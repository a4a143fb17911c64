"""Where two paragraphs were joined with nothing between: places in a text that no sentence of one paragraph holds.

Written text has white space behind a sentence. Where a full stop, a closing mark or a small letter touches the
capital of another word, a break was lost, unless it is an abbreviation, a number, an address or a name written so.
"""

import re
from collections.abc import Iterator
from heapq import merge
from typing import Final

from onrecord.body.joined_text import JoinedText, joined_text
from onrecord.body.joined_words import inside_words
from onrecord.body.quotation_marks import CLOSERS, MARKS, OPENERS, Open

_STOPS: Final = ".?!…।॥؟۔။"
_STOP_SET: Final = frozenset(_STOPS)
_RUN = re.compile(r"""[.?!…।॥؟۔။:;"'“”„‟«»‹›‘’‚()\[\]¿¡]+""")
_BULLETS: Final = frozenset("•●■▪►▶◆")
_DASHES: Final = frozenset("–—-")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s\"“”«»<>]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}|(?<!\w)[@#]\w+",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"(?:com|org|net|edu|gov|info|tv|co|io|eu)\b", re.IGNORECASE)


def breaks_lost(text: str) -> tuple[int, ...]:
    """Where a paragraph begins that touches the one before it: indexes into ``text``, in order.

    Says nothing of Chinese, Japanese and Thai, whose sentences touch as a rule.
    """
    source = joined_text(text)
    addresses = _ADDRESS.finditer(text)
    address = next(addresses, None)
    found: list[int] = []
    for at, sure in merge(_at_marks(source), inside_words(source)):
        while address and address.end() < at:
            address = next(addresses, None)
        if address and address.start() < at and not _ends_address(text, address.span(), at):
            continue
        if sure or _is_heading(text, found[-1] if found else 0, at):
            found.append(at)
    return tuple(found)


def _ends_address(text: str, span: tuple[int, int], at: int) -> bool:
    """Whether what looks like an address runs into the next sentence: a part in small letters, a full stop, a capital."""
    if at == span[1]:
        return True
    word = _LAST_PART.search(text[max(span[0], at - 120) : at])
    capital = text[at].isupper() and text[at + 1 : at + 3].islower()
    return bool(word and capital and text[span[0] : at] != "www." and "@" not in text[at : span[1]])


_LAST_PART = re.compile(r"(?<![^./@])[a-z0-9_-]{2,100}\.[”“\"]?$")


_HEADING = 160
"""Code points of the longest line that is taken for a heading."""
_SENTENCE = re.compile(rf"(?<!\b\d)(?<!\b\d\d)[{re.escape(_STOPS)}][\"'”’»)]?\s")


def _is_heading(text: str, start: int, at: int) -> bool:
    """Whether the words since the last break may be a line by themselves: short, and no sentence ends in them."""
    return 1 < at - start <= _HEADING and not _SENTENCE.search(text, start, at)


def _at_marks(source: JoinedText) -> Iterator[tuple[int, bool]]:
    """Places where paragraphs may meet at a mark, in order; whether they surely do, or only behind a heading."""
    text, quotes = source.text, Open(source.text)
    for run in _RUN.finditer(text):
        start, end = run.span()
        border, inside = end, bool(quotes)
        for at in range(start, end):
            if text[at] in _PAIRED and quotes.opens(text[at], source.at(at - 1), source.at(at + 1)):
                border = min(border, at)
        before, after = source.at(start - 1), source.at(end)
        if text[border:end] == "«" and after.isspace() and border > start:  # French: ``études.« Nous``
            if source.at(end + 1).isupper() and (text[start] in _STOPS or not before.isspace()):
                yield border, True
        elif after.isspace() or "\0" in (before, after) or (before.isspace() and border == start):
            continue
        elif border == start:
            if after.isupper() and text[start] not in _NEVER_FIRST and not inside:
                yield start, False
        elif (sure := _parts(source, start, border, end)) is not None:
            yield border, sure


_PAIRED: Final = MARKS | OPENERS | CLOSERS
_NEVER_FIRST: Final = frozenset("([{'’‘")
"""Opening marks that may touch the word before them."""


def _parts(source: JoinedText, start: int, border: int, end: int) -> bool | None:
    """Whether paragraphs part at the border of a run of marks, behind those that close: surely, perhaps, or not (None)."""
    closed, after = source.text[start:border], source.at(end)
    stop = not _STOP_SET.isdisjoint(closed)
    if after in _DASHES:
        dateline = closed == ")." and end < _DATELINE  # ``Tarnal, 5 jun (EFE).- Las tarifas``
        sure = (stop or ":" in closed) and source.at(end + 1).isspace() and not dateline
    elif after in _BULLETS or source.text.startswith(("http://", "https://"), end):
        sure = True
    elif after.isdigit():
        sure = stop and (closed != "." or _before_number(source.word_before(start)))
    elif not (after.isupper() or _caseless(after)):
        sure = False
    elif stop:
        sure = closed != "." or border < end or _ends_sentence(source, start, end)
    else:
        return _behind_closer(source, start, border, end)
    return True if sure else None


def _behind_closer(source: JoinedText, start: int, border: int, end: int) -> bool | None:
    """Whether paragraphs part behind a colon, bracket or quotation mark without a full stop."""
    closed, right = source.text[start:border], source.word_after(end)
    if closed[-1] in ":;":
        return (
            True
            if len(source.word_before(start)) >= _WORD and len(right) > 1 and not right.endswith("nnen")
            else None
        )
    if len(right) < 2 or not right[0].isupper() or right[1].isupper():  # noqa: PLR2004  # a letter by itself, an acronym
        return None
    if closed in {"'", "’"} and source.at(start - 1).isalnum():
        return False if _SINGLE.search(source.text, max(0, start - _HEADING), start) else None
    return True if closed[-1] in _PAIRED else None


_DATELINE: Final = 80
"""Code points of the longest dateline."""
_WORD: Final = 3
"""Letters of what is no abbreviation, unit or part of a number."""
_SINGLE = re.compile(r"(?:^|[\s(“\"])[‘'](?=\w)(?!\w{1,2}['’])")
"""A single mark that opens."""


def _caseless(char: str) -> bool:
    return char.isalpha() and not char.islower() and not char.isupper()


def _before_number(word: str) -> bool:
    """Whether a full stop between a word and a number parts them: ``in China.2. Evergrande``, but not ``No.5``."""
    return word.isalpha() and (_caseless(word[-1]) or (len(word) > _WORD and word[1:].islower()))


def _ends_sentence(source: JoinedText, start: int, end: int) -> bool:
    """Whether one full stop that touches a capital ends a sentence: not an initial's, a domain's, an ordinal's."""
    left, right = source.word_before(start), source.word_after(end)
    again = len(right) > 1 and right.lower() in source.words
    if not left:  # white space before the full stop, or a sign
        return len(right) >= _WORD and right[1:].islower()
    if (
        len(left) == 1 and left.isalpha() and source.at(start - 2) not in "'’"
    ):  # an initial, but for a word of the text
        return again and right[1:].islower()
    if left.isdigit() and len(left) < _WORD:  # an ordinal, as in 1.FC
        return again
    initials = len(right) == 1 and source.at(end + 1) == "." and left.isupper() and len(left) < _WORD
    domain = _DOMAIN.match(source.text, end) is not None and not right[1:].islower()
    return not (initials or domain)
