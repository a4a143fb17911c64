"""What live blogs show: they say so where a page says what it is, and tell of it in entries that begin with a time.

The times are clocks, or minutes of play.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from turbohtml import Element

from onrecord import limits
from onrecord.body.blocks import TextBlock, cut
from onrecord.needles import holds_any, small
from onrecord.page import Page
from onrecord.phrases import Phrases
from onrecord.record import BlockKind


def called(page: Page) -> Iterator[tuple[Element, str]]:
    """Where the page calls itself a live blog; else its first line that begins with a time."""
    blocks = cut(page).blocks
    main, stamps = marks(blocks)
    if said := titled(page) or headed(blocks, main):
        yield said
    for n in stamps:
        if _when(blocks[n]) is not None and isinstance(parent := blocks[n].first.parent, Element):
            yield parent, blocks[n].text
            return


def times(blocks: Sequence[TextBlock], stamps: Sequence[int]) -> list[int]:
    """The times that lines begin with, in their order; ``stamps`` are those that may, of which the first thousand are looked at."""
    return [at for n in stamps[:_LOOKED_AT] if (at := _when(blocks[n])) is not None]


def are_timed(blocks: Sequence[TextBlock], stamps: Sequence[int], least: int) -> bool:
    """Whether `times` gives ``least`` or more."""
    for n in stamps[:_LOOKED_AT] if len(stamps) >= least else ():
        if _when(blocks[n]) is not None:
            least -= 1
            if not least:
                return True
    return False


_LOOKED_AT = 1_000


def _when(block: TextBlock) -> int | None:
    """The minute of the day, or of play, that a line begins with, or is where it is short; None of any other."""
    start, short = block.text[:_STAMP], len(block.text) < _STAMP
    told = [start]
    if short and (first := block.first.data.strip()) != start:
        told.append(first)
    for words in told:
        at = _first_number(words)
        if at < 0:
            continue
        said = _in_ascii(words)
        if found := _CLOCK.search(said, at) if short else _CLOCK.match(said):
            hour, minute = map(int, _NUMBER.findall(found[0])[-2:])
            late = hour < _NOON and _LATE.search(said) is not None
            return (hour + _NOON * late) * 60 + minute
        if found := _MINUTE.fullmatch(said.strip()):
            return int(found[1])
    return None


def _first_number(said: str) -> int:
    """Where the first digit is, if behind one stands a sign as in all clocks and minutes, which few lines have; else -1."""
    first = -1
    behind = _MORE  # how many characters behind a digit; a space may stand between the two
    for at, c in enumerate(said):
        if c.isdecimal():
            behind = 0
            if first < 0:
                first = at
        elif behind < _MORE:
            if c in ":.h時时시'’′´m":
                return first
            behind = behind + 1 if c.isspace() else _MORE
    return -1


_MORE = 2


def _in_ascii(text: str) -> str:
    """A short text with the digits of any script as those of ASCII."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


_NOON = 12
_LATE = re.compile(r"\dp\.?m|\d p\.?m|午後|下午|晚上|오후|مساء", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")


_ENTRY = 3_000
_STAMP = 40

_CLOCK = re.compile(r"(?:\d{1,2}[./]\d{1,2}\.?(?:\d{2,4})?,?\s+)?(?<!\d)(?:[01]?\d|2[0-3])(?:\s?[:.h]\s?[0-5]\d|\s?[時时시]\s?[0-5]?\d)(?![\d.:/]*\d)")  # fmt: skip
_MINUTE = re.compile(r"(\d{1,3})(?:\s?\+\s?\d{1,2})?(?:\.|['’′´]|\s?min\b)(?:\s?\+\s?\d{1,2}['’′.]?)?(?!\d)")


def titled(page: Page) -> tuple[Element, str] | None:
    """Where the title, or the address, calls the page a live blog."""
    title = page.title_element
    if title is None or not page.title:
        return None
    said, address = page.title[: limits.NAMED_CHARACTERS], (page.url or "")[: limits.NAMED_CHARACTERS]
    if found := _LIVE.search(small(said)):
        return title, said[found.start() : found.end()]
    if _ADDRESS.search(address.lower()):
        return title, page.title
    return None


def marks(blocks: Sequence[TextBlock]) -> tuple[int, list[int]]:
    """Which block is the main heading (-1 where none is), and which may be stamps, in one pass: asked of every page."""
    main, stamps = -1, []
    for n, b in enumerate(blocks):
        text = b.text
        size = len(text)
        if (
            size < _STAMP
            and (not b.linked or size < _CLOCKED)
            and (text[0].isdigit() or ":" in text or "時" in text)
        ) or (_STAMP <= size < _ENTRY and text[0].isdigit() and not b.linked and _CLOCK.match(text)):
            stamps.append(n)
        if main < 0 and b.level == 1 and b.kind is _HEADING:
            main = n
    return main, stamps


def headed(blocks: Sequence[TextBlock], main: int) -> tuple[Element, str] | None:
    """Where the main heading, or a short line beside it, calls the page a live blog."""
    if main < 0:
        return None
    near = blocks[max(0, main - _BESIDE) : main + _BESIDE + 1]
    said = small("\n".join([b.text[:_LINE] for b in near]))
    if not holds_any(said, _CALLED.stems) and not holds_any(said, _LIVE.stems):
        return None
    for b in near:
        text = b.text[:_LINE]
        if b.linked * 2 < len(text):
            found = (_LIVE if b is blocks[main] else _CALLED).search(small(text))
            if found and isinstance(parent := b.first.parent, Element):
                return parent, text[found.start() : found.end()]
    return None


_CLOCKED = 12
"""Code points of a clock that may be a link to its own entry."""
_HEADING = BlockKind.HEADING
_BESIDE = 3
_LINE = 150


_LIVE = Phrases(
    r"minute[- ]by[- ]minute|over[- ]by[- ]over|ball[- ]by[- ]ball|\bas it happened\b|\b\w{2,4} seuraa\b|\blive(?:[- ]?(?:blog|ticker|updates?|text|coverage|center)|:|\s*[-–|])|^live\b|newsticker|\ben (?:direct|vivo|directo)\b|minuto a minuto|\b(?:ao vivo|em direto)\b|in diretta|la diretta|"
    r"na żywo|relacja live|liveblogg?|direkterapport|senaste nytt direkt|suora seuranta|hetki hetkeltä|canl[ıi] (?:anlatım|blog|gelişme|yayın)|dakika dakika|онлайн[- ]?трансляция|текстовая трансляция|хроника дня|наживо|"
    r"minut po minutě|živě|naživo|percről percre|élőben|minut cu minut|live text|уживо|minuta po minuta|минута по минута|на живо|uživo|v živo|pas à pas|direkte:|minutt for minutt|minut for minut|minut för minut|"
    r"ライブ(?:更新|ブログ)|【速報中】|实时更新|即時更新|文字直播|实时|滚动更新|실시간|مباشر|لحظة بلحظة|עדכונים שוטפים|דקה אחר דקה|ζωντανά|λεπτό προς λεπτό|लाइव|ถ่ายทอดสด|trực tiếp",
)  # fmt: skip
_CALLED = Phrases(
    r"live[- ]?(?:blog|ticker|updates|verslag|rapport|seuranta)|newsticker|^\W*(?:live|live now|(?:en )?direct(?:e|o)?|(?:en|ao) vivo|em direto|(?:in )?diretta|na żywo|živě|naživo|élő|canl[ıi]|онлайн|наживо|uživo|実況|速報|直播|실시간|مباشر|לייב|ζωντανά|लाइव|trực tiếp)\W*$|"
    r"minuto a minuto|dakika dakika|онлайн[- ]?трансляция|текстовая трансляция|minut po minutě|percről percre|hetki hetkeltä|minutt for minutt|لحظة بلحظة|λεπτό προς λεπτό|עדכונים שוטפים|文字直播",
)  # fmt: skip
"""What a kicker or a standfirst calls a live blog, which may well say ``live`` of something else."""
_ADDRESS = Phrases(
    r"/(?:live|liveblog|live-?ticker|live-?blogs?|en-direct|en-directo|directo|en-vivo|ao-vivo|em-direto|diretta|in-diretta|liveticker|newsticker|na-zywo|zive|canli|online-translation)(?:/|-|$)|[-_](?:live|liveblog|liveticker|live-updates?|en-direct|en-directo|en-vivo|ao-vivo|diretta)(?:[/.?#]|$)",
)  # fmt: skip
