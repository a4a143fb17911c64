"""The paragraphs of a text without mark-up: from its lines, and where lines were joined, from what the joins left.

A heading that was joined to its paragraph is told by having no full stop, where the text before it has one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import islice, repeat
from typing import Final, NamedTuple

import turbohtml

from onrecord import limits
from onrecord.body import markdown
from onrecord.body.blocks import cut
from onrecord.body.junctions import breaks_lost
from onrecord.body.text import Article, joined, span_of
from onrecord.evidence import Place, Trouble
from onrecord.page import Page, PageKind
from onrecord.record import Block, BlockKind
from onrecord.scripts import CHARWISE, ENDS, UNSPACED


class _Piece(NamedTuple):
    """A paragraph's words, and the stretch of the page that they are read from."""

    words: str
    start: int
    end: int
    kind: BlockKind | None = None
    """What Markdown says it is; None where nothing does."""
    level: int | None = None


@dataclass(slots=True)
class _Search:
    """How much text may still be searched for lost breaks, and where some were found or not looked for."""

    markdown: bool
    """Whether lines of the text are marked as Markdown's headings are; then marks say what a block is."""
    hyphened: bool
    """Whether words are parted at line ends, as printers do."""
    written: re.Pattern[str] | None
    """What the text writes for its breaks, where it is not white space: tags, ``\\n``."""
    place: Callable[[int, int], Place]
    """Where a stretch of the text stands on the page."""
    left: int = limits.JOINED_CHARACTERS
    found: Place | None = None
    passed_over: Place | None = None

    @property
    def slack(self) -> int:
        """Code points that may be missing from a filled line."""
        return 8 if self.hyphened else 3

    def troubles(self) -> Iterator[Trouble]:
        if self.found:
            detail = "paragraphs stand in one line with nothing between; parted where their ends meet"
            yield Trouble("breaks-lost", detail, self.found)
        if self.passed_over:
            detail = f"only the first {limits.JOINED_CHARACTERS:,} characters are searched for lost breaks"
            yield Trouble("breaks-not-searched", detail, self.passed_over)


def plain_article(text: str, place: Place) -> Article:
    """The article of a value that data give as its text, and which stands at ``place``.

    A block's own place is given where ``place`` spans exactly this text; of a value in JSON the value's place; else none.
    Where tags stand in the text after all they part its blocks, and so do blank lines: of a list of elements some have
    tags and some have none. Never fails.
    """
    whole = place if place.json else Place(css=place.css)
    if _MARKED.search(text):
        text = text if "<pre" in text else _BLANK_LINE.sub("<p>", text)
        kept = cut(Page(text=text, tree=turbohtml.parse(text, positions=False), kind=PageKind.HTML)).blocks
        blocks = joined(kept, repeat(whole))
        return Article("\n\n".join(b.text for b in kept) or None, blocks, (), (), span=span_of(blocks))
    exact = place.start if place.json is None else None
    if exact is None or place.end != exact + len(text):
        return flattened_article(text, [(0, len(text))], lambda _start, _end: whole)
    return flattened_article(text, [(0, len(text))], lambda start, end: Place(exact + start, exact + end))


_MARKED = re.compile(r"<(?:p|br|div|li|h[1-6]|blockquote)\b[^<>]*>", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def flattened_article(
    text: str,
    stretches: Iterable[tuple[int, int]],
    place: Callable[[int, int], Place] = Place,
    *,
    span: tuple[int, int] | None = None,
) -> Article:
    """The article that stands in some ``stretches`` of a text without mark-up.

    ``place`` tells where a stretch stands on the page: there, where the text is all of it. ``span`` is where the article
    stands with its head, where there are others in the text. Never fails. A heading has level 2: which it had is lost
    with the mark-up, but for Markdown's.
    """
    stretches = tuple(stretches)
    said = text[slice(*span)] if span else text
    search = _Search(
        markdown=markdown.is_markdown(said),
        hyphened="-\n" in said and any(_is_hyphened(text[start:end]) for start, end in stretches),
        written=next((p for sign, p in _WRITTEN if sign in said and p.search(said)), None),
        place=place,
    )
    pieces = list(islice(_pieces(text, stretches, search), limits.BLOCKS + 1))
    troubles = list(search.troubles())
    if len(pieces) > limits.BLOCKS:
        pieces.pop()
        troubles.append(Trouble("too-many-blocks", f"read the first {limits.BLOCKS:,} blocks"))
    whole = "\n\n".join(p.words for p in pieces) or None
    blocks = tuple(_blocks(pieces, place))
    return Article(whole, blocks, (), (), span=span_of(blocks), troubles=tuple(troubles))


def _pieces(text: str, stretches: Iterable[tuple[int, int]], search: _Search) -> Iterator[_Piece]:
    for start, end in stretches:
        for first, last in _paragraphs(text, start, end, search.slack):
            for at, to in _split(search.written, text, first, last) if search.written else ((first, last),):
                yield from _parted(text, at, to, search)


def _blocks(pieces: Sequence[_Piece], place: Callable[[int, int], Place]) -> Iterator[Block]:
    at = 0
    for n, piece in enumerate(pieces):
        end = at + len(piece.words)
        kind, level = piece.kind, piece.level
        if kind is None:
            heading = _is_heading(pieces, n)
            kind, level = (BlockKind.HEADING, 2) if heading else (BlockKind.PARAGRAPH, None)
        yield Block(kind, level, None, at, end, place(piece.start, piece.end))
        at = end + 2


_ENDS: Final = (".", "!", "?", "…", ":", ";", ",", "。", "！", "？", "：", "।", "॥", "؟", "۔", "-", "–", "—")
_CLOSED = "\"'”’»“«›‹)]」』）"
_LONGEST: Final = 120
"""Code points of the longest heading."""


def _is_heading(pieces: Sequence[_Piece], n: int) -> bool:
    """Whether a piece is a heading: short, without a full stop, between two pieces that end in one."""
    words = pieces[n].words
    if n == 0 or n + 1 == len(pieces) or len(words) > _LONGEST or _ends(words):
        return False
    if words[0] in "-–—•●■▪*([" or words[0].islower():
        return False
    return _ends(pieces[n - 1].words) and _ends(pieces[n + 1].words) and len(pieces[n + 1].words) > len(words)


def _ends(words: str) -> bool:
    return words.rstrip(_CLOSED).endswith(_ENDS) or words.endswith(_ENDS)


_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_INDENT = re.compile(r"\n(?=[^\S\n]{1,10}\S)")


def _paragraphs(text: str, start: int, end: int, slack: int) -> Iterator[tuple[int, int]]:
    """The stretches of paragraphs: parted by blank lines, or by line ends where lines are not wrapped."""
    parts = list(_split(_BLANK, text, start, end))
    if len(parts) == 1 and _is_indented(text[start:end]):
        parts = list(_split(_INDENT, text, start, end))
    if len(parts) > 1 or _is_wrapped(text, start, end, slack):
        for first, last in parts:
            if _is_wrapped(text, first, last, slack):
                yield first, last
            else:
                yield from _split(_LINE_END, text, first, last)
    else:
        yield from _split(_LINE_END, text, start, end)


def _is_indented(said: str) -> bool:
    """Whether paragraphs are told by the white space before their first lines: a sentence ends above nearly each."""
    begun = [m.start() for m in islice(_INDENT.finditer(said), limits.LINES)]
    if not begun or len(begun) + 1 >= said.count("\n"):
        return False
    return sum(_ends_sentence(said[max(0, at - _TAIL) : at]) for at in begun) >= 0.8 * len(begun)


_TAIL = 8
"""Code points of a line's end that hold its last stop and what closes behind it."""


def _ends_sentence(words: str) -> bool:
    return words.rstrip().rstrip(_CLOSED).endswith(tuple(ENDS))


_LINE_END = re.compile(r"\n")


def _split(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between the matches of ``pattern``, without the white space around it."""
    at = start
    spans = [m.span() for m in islice(pattern.finditer(text, start, end), limits.LINES)]
    for first, last in (*spans, (end, end)):
        said = text[at:first]
        if words := said.strip():
            begin = at + len(said) - len(said.lstrip())
            yield begin, begin + len(words)
        at = last


_TAG = r"(?:<|&lt;)/?(?:p|br|div|h[1-6]|ul|ol|li|blockquote|figure|section)(?:\s(?:(?!&[lg]t;)[^<>]){0,300})?\s?/?(?:>|&gt;)"
_ESCAPES = (
    r"(?<!\s)\s*+(?:\\r)?\\n(?:\s*+(?:\\r)?\\n)+|(?<=[.!?…\"”»’)])\s*+(?:\\r)?\\n(?=\s|[^\W_a-z]|[\"“„«¿¡\\])"
)
_WRITTEN: Final = (
    ("\\n", re.compile(rf"{_ESCAPES}|{_TAG}")),
    ("</", re.compile(_TAG)),
    ("<br", re.compile(_TAG)),
    ("&lt;", re.compile(_TAG)),
)
"""Breaks as JSON and mark-up write them, behind a sign that all texts with such have."""
_INLINE = re.compile(r"</?(?:a|abbr|b|cite|em|i|mark|q|small|span|strong|sub|sup|u)(?:\s[^<>]{0,500})?>")

_NARROW, _WIDE = 30, 100
"""Code points of the lines that a text is wrapped to."""


def _is_wrapped(text: str, start: int, end: int, slack: int) -> bool:
    """Whether a stretch is one paragraph wrapped to a width: nearly every line but the last is filled, no more.

    A line is filled where the next one's first word finds no room, or its first letter, where no spaces part words.
    """
    lines = [line.strip() for line in text[start:end].split("\n")[: limits.LINES]]
    lines = [line for line in lines if line]
    if len(lines) < 2:  # noqa: PLR2004
        return False
    width = max(len(line) for line in lines)
    charwise = CHARWISE.match(lines[1]) is not None
    if not _NARROW // (1 + charwise) <= width <= _WIDE:
        return False
    if (charwise or len(lines) > 2) and all(map(_ends_sentence, lines[:-1])):  # noqa: PLR2004
        return False  # a sentence a line
    firsts = (1 if charwise else len(b.split(maxsplit=1)[0]) for b in lines[1:])
    filled = sum(len(a) + 1 + first > width - slack for a, first in zip(lines, firsts, strict=False))
    return filled >= 0.8 * (len(lines) - 1)


_MEETING = re.compile(
    r"[。！？!?][」』”’》〉）)]*(?=[「『“‘＜〈《【■▼◆●])|[」』”](?=[「『“])|[。！？]　+(?=\S)"
)
"""Where a sentence's end meets an opening mark, in languages written without spaces."""
_SAMPLE: Final = 2_000


def _parted(text: str, start: int, end: int, search: _Search) -> Iterator[_Piece]:
    """A paragraph in as many pieces as were joined in it."""
    source = text[start:end]
    at = 0
    for stop in (*_cuts(source, search.place(start, end), search), len(source)):
        said = source[at:stop]
        first = start + at + len(said) - len(said.lstrip())
        last = start + at + len(said.rstrip())
        at = stop
        kind, level, marks = markdown.marked(said.strip()) if search.markdown else markdown.UNMARKED
        said = said.strip()[marks:]
        if search.hyphened and "-\n" in said:
            said = _PARTED_WORD.sub("", said)
        if "\n" in said:
            said = _UNSPACED_END.sub("", said)
        said = unescape(said)
        if (search.written or search.place is not Place) and "</" in said:  # else they are words of the page
            said = _INLINE.sub("", said)
        if search.written:
            said = said.replace('\\"', '"')
        words = " ".join(said.split())
        if search.markdown:
            kind, words = markdown.row(words) or (kind, markdown.plain(words))
        if words and not _RULE.fullmatch(words):
            yield _Piece(words, first + marks, last, kind, level)


_RULE = re.compile(r"(?:[-*_=~#][\s-]?){3,}")
_PARTED_WORD = re.compile(r"(?<=[^\W\d_])-\n[^\S\n]*(?=[^\W\d_A-Z])")
_WIDE_SIGNS = "\u3001-\u303f\uff01-\uffef"
_UNSPACED_END = re.compile(
    rf"(?<=[{UNSPACED}{_WIDE_SIGNS}])\n\s*(?=[{UNSPACED}{_WIDE_SIGNS}“”‘’…—])|(?<=[“”‘’…—])\n\s*(?=[{UNSPACED}{_WIDE_SIGNS}])"
)
"""The end of a line inside a text that puts no spaces between words: none stood there before it was wrapped."""
_SHARE: Final = 0.06
"""Of the lines of a printed column, those that end inside a word at least; of other texts' a hundredth does."""


def _is_hyphened(text: str) -> bool:
    parted = len(_PARTED_WORD.findall(text))
    return parted > 1 and parted >= _SHARE * text.count("\n")


def _cuts(source: str, place: Place, search: _Search) -> Sequence[int]:
    """Where breaks were lost in a paragraph."""
    if len(source) < _JOINED or search.markdown:
        return ()
    if len(source) > search.left:
        search.passed_over = search.passed_over or place
        return ()
    search.left -= len(source)
    charwise = 3 * len(CHARWISE.findall(source[:_SAMPLE])) > len(source[:_SAMPLE])
    cuts = [m.end() for m in _MEETING.finditer(source)] if charwise else breaks_lost(source)
    if cuts:
        search.found = search.found or place
    return cuts


_JOINED: Final = 60
"""Code points from which a line may hold several paragraphs."""
