"""Paragraphs and sentences of a text, for words that must stand together."""

import re
from collections.abc import Iterator

_BLANK_LINE = re.compile(r"\n\n+")
# A full stop ends a sentence where white space follows it and then no small letter; the full stops of Chinese and
# Japanese need nothing after them. A line break inside a block ends one too.
_STOP = re.compile(r"[.!?…।॥؟۔][\"'”’»)\]]{0,3}\s+|[。！？｡][”’」』）]{0,3}|\n")
_LOOK_BACK = 12
_SHORT = re.compile(
    r"(?:^|[\s(“\"'.-])(?:[^\W\d_]|mr|mrs|ms|dr|st|sr|jr|prof|gen|sen|rep|gov|col|lt|sgt|capt|rev|hon|no|vs|inc|ltd|"
    r"co|corp|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|nr|bzw|usw|hr|fr|mme|mlle|sra|dra|ing|dott|sig)\.$",
    re.IGNORECASE,
)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The blocks of an article's text, which blank lines part: (start, end) in code points, end exclusive."""
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text, in order and without gaps; no sentence goes on into another paragraph.

    An initial or a usual abbreviation ends none. Thai, which marks no end of a sentence, has one a paragraph.

    >>> text = "Mr. Roe left. “Why?” asked A. Lund."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Mr. Roe left. ', '“Why?” ', 'asked A. Lund.']
    """
    start = 0
    for stop in _STOP.finditer(text):
        if _ends(text, stop):
            yield start, stop.end()
            start = stop.end()
    if start < len(text):
        yield start, len(text)


def paragraph_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The block in which ``text[start:end]`` stands, or begins."""
    after = text.find("\n\n", end)
    before = text.rfind("\n\n", 0, start)
    return before + 2 if before >= 0 else 0, after if after >= 0 else len(text)


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The one of `sentences` in which ``text[start:end]`` stands; far quicker, where few are asked for.

    >>> text = "Mr. Roe left. “Why?” asked A. Lund."
    >>> sentence_at(text, 14, 18), sentence_at(text, 4, 7)
    ((14, 21), (0, 14))
    """
    begin = text.rfind("\n", 0, start) + 1
    for stop in _STOP.finditer(text, begin):
        if not _ends(text, stop):
            continue
        if stop.end() > start:
            return begin, max(stop.end(), end)
        begin = stop.end()
    return begin, len(text)


def _ends(text: str, stop: re.Match[str]) -> bool:
    if stop[0][0] != "." or "\n" in stop[0]:
        return True
    following = text[stop.end() : stop.end() + 1]
    if following.islower():
        return False
    at = stop.start() + 1
    return not _SHORT.search(text[max(0, at - _LOOK_BACK) : at])
