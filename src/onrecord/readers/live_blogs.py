"""Live blogs: pages that say so where a page says what it is, and tell of it in entries with their times.

The times are clocks, or minutes of play that run steadily; a tool that sites hire for their live blogs says so by the
names of its parts, in any language. Entries that run backwards, the newest first, need not be called anything: no
article is told so.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from turbohtml import Element

from onrecord.body import hints
from onrecord.body.blocks import Container, Cut, TextBlock, cut
from onrecord.evidence import Evidence
from onrecord.needles import holds_any
from onrecord.page import Page
from onrecord.readers.signs import sign
from onrecord.readers.surroundings import held
from onrecord.readers.teasers import weight
from onrecord.record import BlockKind

__all__ = ["read"]

_ENTRIES = 3
"""Entries that a page has whose title or address calls it a live blog."""
_MORE = 4
"""Those of a page that calls itself one anywhere else."""


def read(page: Page) -> Iterator[Evidence]:
    """What makes the page a live blog: where it says so, and how many entries it has."""
    pieces = cut(page)
    blocks = pieces.blocks
    said, fewest = _titled(page), _ENTRIES
    main, stamps = _marks(blocks)
    if said is None:
        said, fewest = _headed(blocks, main) or _made(pieces, stamps), _MORE
    entries = 0
    if said is not None:
        timed = sum(1 for _ in islice(page.elements("time"), 50))
        entries = max(_clocks(blocks), _minutes(blocks), timed, _dressed(blocks) if timed < fewest else 0)
    if said is None or entries < fewest:
        said, entries = _backwards(pieces, stamps)
    if said is not None:
        element, raw = said
        how = f"{entries} entries with their times"
        yield sign("liveblog", how, raw, page.place(element, raw))


def _clocks(blocks: Sequence[TextBlock]) -> int:
    """Entries that begin with a clock, or different clocks that stand by themselves: ``Today 23:10``."""
    begun, alone = 0, set[str]()
    for b in blocks:
        size = len(b.text)
        if size < _STAMP:
            if b.linked * 2 < size and (found := _CLOCK.search(_in_ascii(b.text))):
                alone.add(found[0])
                begun += found.start() == 0
        elif size < _ENTRY and b.text[0].isdigit() and _CLOCK.match(b.text):
            begun += 1
    return max(begun, len(alone))


def _dressed(blocks: Sequence[TextBlock]) -> int:
    """Short lines that are named a time's and stand over a line that is not short: ``6 minutes ago``, in any language."""
    return sum(
        1
        for stamp, under in pairwise(blocks)
        if len(stamp.text) < _STAMP <= len(under.text) + _SHORTER
        and stamp.linked == under.linked == 0
        and isinstance(parent := stamp.first.parent, Element)
        and "time" in (parent.attr("class") or "").lower()
    )


_SHORTER = 10


def _backwards(pieces: Cut, stamps: Sequence[int]) -> tuple[tuple[Element, str] | None, int]:
    """The first of the times that run backwards down the page, over most of its prose, and how many do.

    A listing's stand over links. Comments run backwards, too.
    """
    blocks = pieces.blocks
    if len(stamps) < _RUN:
        return None, 0
    timed = [(n, when) for n in stamps if (when := _when(blocks[n])) is not None]
    over = [
        (n, when) for n, when in timed if len(blocks[n].text) >= _STAMP or _tells(blocks[n + 1 : n + _UNDER])
    ]
    if len(over) < _RUN or len(over) * 4 < len(timed) * 3:
        return None, 0
    steps = [a - b for (_, a), (_, b) in pairwise(over)]
    falls, rises = (sum(1 for step in steps if step * way > 0) for way in (1, -1))
    if falls < _RUN - 1 or rises * 8 > len(steps):
        return None, 0
    first, last = over[0][0], over[-1][0]
    if _prose(blocks[first : last + _UNDER]) * 2 < _prose(blocks):
        return None, 0
    stamp = blocks[first]
    parent = stamp.first.parent
    if not isinstance(parent, Element) or held(pieces, stamp.inside, _is_comments, {}):
        return None, 0
    return (parent, stamp.text), len(over)


def _tells(under: Sequence[TextBlock]) -> bool:
    """Whether some of the lines under a time tell something themselves, and none is another page's headline."""
    long = [b for b in under if weight(b.text) >= _TOLD]
    return any(not b.linked for b in long) and not any(b.linked * 2 > len(b.text) for b in long)


_RUN = 5
"""Times that run backwards of a page that calls itself nothing."""
_UNDER = 4
"""Lines of an entry that are looked at, its time one of them."""
_TOLD = 25


def _when(block: TextBlock) -> int | None:
    """The minute of the day, or of play, that a line begins with, or is where it is short; None of any other."""
    text = _in_ascii(block.text[:_STAMP])
    for said in (text, block.first.data) if len(block.text) < _STAMP else (text,):
        found = _CLOCK.search(said) if len(block.text) < _STAMP else _CLOCK.match(said)
        if found:
            hour, minute = map(int, _NUMBER.findall(found[0])[-2:])
            late = hour < _NOON and _LATE.search(said) is not None
            return (hour + _NOON * late) * 60 + minute
        if found := _MINUTE.fullmatch(said.strip()):
            return int(found[1])
    return None


def _in_ascii(text: str) -> str:
    """A short text with the digits of any script as those of ASCII."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


_NOON = 12
_LATE = re.compile(r"\dp\.?m|\d p\.?m|午後|下午|晚上|오후|مساء", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")


def _is_comments(container: Container) -> bool:
    name = container.element.attr("class") or ""
    return bool(hints.of_name(name) & hints.COMMENT)


def _minutes(blocks: Sequence[TextBlock]) -> int:
    """Minutes of play that entries begin with, where they run one way; 0 where they do not."""
    found = [
        int(told[1])
        for b in blocks
        if b.text[0] < ":" and len(b.text) < _ENTRY and (told := _MINUTE.match(b.text))
    ]
    if len(found) < _PLAYED:
        return 0
    falls = sum(1 for a, b in pairwise(found) if b < a)
    rises = sum(1 for a, b in pairwise(found) if b > a)
    numbered = set(found) == set(range(1, len(found) + 1))
    return 0 if numbered or min(falls, rises) * 8 > len(found) else len(found)


_ENTRY = 3_000
_STAMP = 40
_PLAYED = 5

_CLOCK = re.compile(r"(?:\d{1,2}[./]\d{1,2}\.?(?:\d{2,4})?,?\s+)?(?<!\d)(?:[01]?\d|2[0-3])(?:\s?[:.h]\s?[0-5]\d|\s?[時时시]\s?[0-5]?\d)(?![\d.:/]*\d)")  # fmt: skip
_MINUTE = re.compile(r"(\d{1,3})(?:\s?\+\s?\d{1,2})?(?:\.|['’′´]|\s?min\b)(?:\s?\+\s?\d{1,2}['’′.]?)?(?!\d)")


def _titled(page: Page) -> tuple[Element, str] | None:
    title = page.title_element
    if title is None or not page.title:
        return None
    if holds_any(page.title[:300].lower(), _LIVE_WORDS) and (found := _LIVE.search(page.title[:300])):
        return title, found[0]
    if page.url and holds_any(page.url[:500].lower(), _ADDRESS_WORDS) and _ADDRESS.search(page.url[:500]):
        return title, page.title
    return None


def _marks(blocks: Sequence[TextBlock]) -> tuple[int, list[int]]:
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


def _headed(blocks: Sequence[TextBlock], main: int) -> tuple[Element, str] | None:
    """Where the main heading, or a short line beside it, calls the page a live blog."""
    if main < 0:
        return None
    near = blocks[max(0, main - _BESIDE) : main + _BESIDE + 1]
    if not holds_any("\n".join([b.text[:_LINE] for b in near]).lower(), _LIVE_WORDS):
        return None
    for b in near:
        text = b.text[:_LINE]
        if b.linked * 2 < len(text):
            found = (_LIVE if b is blocks[main] else _CALLED).search(text)
            if found and isinstance(parent := b.first.parent, Element):
                return parent, found[0]
    return None


_CLOCKED = 12
"""Code points of a clock that may be a link to its own entry."""
_HEADING = BlockKind.HEADING
_BESIDE = 3
_LINE = 150


def _made(pieces: Cut, stamps: Sequence[int]) -> tuple[Element, str] | None:
    """The container that a tool for live blogs made, and how it is named: it holds lines that are clocks, and most prose.

    A box beside an article may be named alike, and holds next to none of it.
    """
    blocks, containers = pieces.blocks, pieces.containers
    seen: set[int] = set()
    for n in stamps[:_STAMPS] if len(stamps) >= _MORE else ():
        at = blocks[n].inside
        while at >= 0 and at not in seen:
            seen.add(at)
            container = containers[at]
            name = container.element.attr("class")
            if name and container.tag not in _WHOLE and holds_any(name.lower(), _TOOLS):
                inside = _prose(blocks[container.first : container.end])
                if inside and inside * 2 >= _prose(blocks):
                    return container.element, name
            at = container.parent
    return None


_STAMPS = 8
_WHOLE = frozenset(("html", "body", "main"))
_TOOLS = (
    "liveblog", "live-blog", "live_blog", "tik3-", "tickaroo", "lb24", "live-center", "livecenter", "norkon", "ncpost", "scribble", "arena-live", "liveticker",
    "live-ticker", "live_ticker", "ticker-entry", "ticker__", "live-entry", "live-post", "live-update", "livepost", "liveupdate", "livefeed",
    "live-feed", "live-stream-", "direct-live", "minuto-a-minuto",
)  # fmt: skip


def _prose(blocks: Sequence[TextBlock]) -> int:
    return sum(weight(b.text) for b in blocks if b.linked * 2 < len(b.text) and weight(b.text) > _STAMP)


_LIVE = re.compile(
    r"\blive(?:[- ]?(?:blog|ticker|updates?|text|coverage|center)|:|\s*[-–|])|^live\b|newsticker|\ben (?:direct|vivo|directo)\b|minuto a minuto|\b(?:ao vivo|em direto)\b|in diretta|la diretta|"
    r"na żywo|relacja live|liveblogg?|direkterapport|senaste nytt direkt|suora seuranta|hetki hetkeltä|canlı (?:anlatım|blog|gelişme|yayın)|dakika dakika|онлайн[- ]?трансляция|текстовая трансляция|хроника дня|наживо|"
    r"minut po minutě|živě|naživo|percről percre|élőben|minut cu minut|live text|уживо|minuta po minuta|минута по минута|на живо|uživo|v živo|pas à pas|direkte:|minutt for minutt|minut for minut|minut för minut|"
    r"ライブ(?:更新|ブログ)|【速報中】|实时更新|即時更新|文字直播|实时|滚动更新|실시간|مباشر|لحظة بلحظة|עדכונים שוטפים|דקה אחר דקה|ζωντανά|λεπτό προς λεπτό|लाइव|ถ่ายทอดสด|trực tiếp",
    re.IGNORECASE,
)  # fmt: skip
_LIVE_WORDS = (
    "live", "newsticker", "en direct", "en vivo", "minuto a minuto", "ao vivo", "em direto", "in diretta", "la diretta", "na żywo", "direkterapport",
    "nytt direkt", "suora seuranta", "hetki hetkeltä", "canl", "dakika dakika", "онлайн", "трансляция", "хроника дня", "наживо",
    "minut", "živ", "percről", "élőben", "минута", "на живо", "уживо", "pas à pas", "direkte:", "ライブ", "【速報中】", "实时", "即時更新", "文字直播", "滚动更新", "실시간",
    "مباشر", "لحظة بلحظة", "עדכונים שוטפים", "דקה אחר דקה", "ζωντανά", "λεπτό", "लाइव", "ถ่ายทอดสด", "trực tiếp",
)  # fmt: skip
"""One of these is in all that `_LIVE` finds."""
_CALLED = re.compile(
    r"live[- ]?(?:blog|ticker|updates|verslag|rapport|seuranta)|newsticker|^\W*(?:live|live now|(?:en )?direct(?:e|o)?|(?:en|ao) vivo|em direto|(?:in )?diretta|na żywo|živě|naživo|élő|canlı|онлайн|наживо|uživo|実況|速報|直播|실시간|مباشر|לייב|ζωντανά|लाइव|trực tiếp)\W*$|"
    r"minuto a minuto|dakika dakika|онлайн[- ]?трансляция|текстовая трансляция|minut po minutě|percről percre|hetki hetkeltä|minutt for minutt|لحظة بلحظة|λεπτό προς λεπτό|עדכונים שוטפים|文字直播",
    re.IGNORECASE,
)  # fmt: skip
"""What a kicker or a standfirst calls a live blog, which may well say ``live`` of something else."""
_ADDRESS = re.compile(
    r"/(?:live|liveblog|live-?ticker|live-?blogs?|en-direct|en-directo|directo|en-vivo|ao-vivo|em-direto|diretta|in-diretta|liveticker|newsticker|na-zywo|zive|canli|online-translation)(?:/|-|$)|[-_](?:live|liveblog|liveticker|live-updates?|en-direct|en-directo|en-vivo|ao-vivo|diretta)(?:[/.?#]|$)",
    re.IGNORECASE,
)  # fmt: skip
_ADDRESS_WORDS = ("live", "direct", "vivo", "diretta", "ticker", "zywo", "zive", "canli", "online-tr")
"""One of these is in all that `_ADDRESS` finds."""
