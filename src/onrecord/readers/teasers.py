"""Pages of teasers and of entries: a listing tells of many articles, a live blog in many entries with their times.

Structure, in any language: lines that are links, with no longer text between them than a teaser has; a live blog
says in its title or address that it is one, and has lines that are times.
"""

import re
from collections.abc import Iterator
from itertools import islice

from turbohtml import Element

from onrecord.body.blocks import TextBlock, cut
from onrecord.evidence import Evidence, Source
from onrecord.needles import holds_any
from onrecord.page import Page

__all__ = ["read", "read_live", "weight"]

_FEWEST = 8
"""Teasers that make a page a listing which nothing else calls one; menus of languages have fewer as long."""
_SOME = 5
"""As many where its address is a listing's, but its data calls it an article."""
_FEW = 3
"""As many where its address is a listing's and nothing speaks against it."""

_LONGEST = 450
"""Code points that stand between two teasers, at most; where a script parts no words, a third of that."""

_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def read(page: Page, *, doubted: bool = False) -> Iterator[Evidence]:
    """What makes the page a listing: its teasers, the first of which is shown.

    Fewer are enough where the address is a listing's; ``doubted`` asks for both.
    """
    blocks = cut(page).blocks
    teasers = [b for b in blocks if _is_teaser(b)]
    named = _named(page)
    fewest = (_SOME if doubted else _FEW) if named else _FEWEST
    if (doubted and not named) or len(teasers) < fewest or _longest_run(blocks) > _LONGEST:
        return
    first = teasers[0]
    if isinstance(parent := first.first.parent, Element):
        where = " at a listing's address" if named else ""
        said = (("type", "listing"), ("how", f"{len(teasers)} teasers{where}"))
        yield Evidence("page_type", first.text, Source.VISIBLE, page.place(parent, first.text), said)


def _is_teaser(block: TextBlock) -> bool:
    """Whether a block is the headline of another page: most of it a link, as long as headlines are."""
    size = len(block.text)
    return block.linked * 2 >= size and weight(block.text) >= _SHORTEST and size <= _HEADLINE


_SHORTEST = 30
_HEADLINE = 250


def weight(text: str) -> int:
    """Code points, those of scripts that part no words threefold."""
    return len(text) + 2 * len(_DENSE.findall(text[:_LONGEST]))


def _longest_run(blocks: tuple[TextBlock, ...]) -> int:
    longest = run = 0
    for block in blocks:
        if _is_teaser(block):
            run = 0
        elif block.linked * 2 < len(block.text):
            run += weight(block.text)
            longest = max(longest, run)
            if longest > _LONGEST:
                break
    return longest


_ADDRESS = re.compile(
    r"https?://[^/]+/?(?:\?.*)?$|/(?:tags?|topics?|thema|themen|tema|temas|sujet|category|categorie|kategorie|kategoria|categoria|rubrik|rubrique|section|author|autor|auteurs?|autori|search|suche|recherche|buscar|busca|cerca|zoeken|szukaj|arama|archive|archiv|videos?|photos|fotos|galler(?:y|ies))(?:/|\?|$)|[?&](?:s|q|query|page|p)=[^&]*$|/page/\d+/?$",
    re.IGNORECASE,
)  # fmt: skip


def _named(page: Page) -> bool:
    """Whether the address is that of a front page, a section, a tag, an author or a search."""
    return bool(page.url and _ADDRESS.search(page.url[:500]))


_LIVE = re.compile(
    r"\blive(?:[- ]?(?:blog|ticker|updates?|text|coverage|center)|:|\s*[-–|])|^live\b|newsticker|\ben (?:direct|vivo)\b|minuto a minuto|\b(?:ao vivo|em direto)\b|in diretta|la diretta|"
    r"na żywo|relacja live|liveblogg?|direkterapport|senaste nytt direkt|suora seuranta|canlı (?:anlatım|blog|gelişme|yayın)|dakika dakika|онлайн[- ]?трансляция|текстовая трансляция|хроника дня|наживо|"
    r"ライブ(?:更新|ブログ)|【速報中】|实时更新|即時更新|文字直播|실시간|مباشر|لحظة بلحظة|עדכונים שוטפים|ζωντανά|λεπτό προς λεπτό",
    re.IGNORECASE,
)  # fmt: skip
_LIVE_WORDS = (
    "live", "newsticker", "en direct", "en vivo", "minuto a minuto", "ao vivo", "em direto", "in diretta", "la diretta", "na żywo", "direkterapport",
    "nytt direkt", "suora seuranta", "canl", "dakika dakika", "онлайн", "трансляция", "хроника дня", "наживо",
    "ライブ", "【速報中】", "实时更新", "即時更新", "文字直播", "실시간", "مباشر", "لحظة بلحظة", "עדכונים שוטפים", "ζωντανά", "λεπτό",
)  # fmt: skip
"""One of these is in all that `_LIVE` finds."""
_LIVE_ADDRESS = re.compile(r"/(?:live|liveblog|live-?ticker|en-direct|directo|en-vivo|ao-vivo|diretta|liveticker|newsticker|na-zywo)(?:/|-|$)", re.IGNORECASE)  # fmt: skip
_CLOCK = re.compile(r"(?:\d{1,2}[./]\d{1,2}\.?(?:\d{2,4})?,?\s+)?(?:[01]?\d|2[0-3])\s?[:.h]\s?[0-5]\d\b")
_ENTRIES = 3


def read_live(page: Page) -> Iterator[Evidence]:
    """What makes the page a live blog: that it says so in its title or heading, or its address does, and its entries."""
    said = _says_live(page)
    if said is None:
        return
    times = sum(1 for b in cut(page).blocks if len(b.text) < _ENTRY and _CLOCK.match(b.text))
    stamped = sum(1 for _ in islice(page.elements("time"), 50))
    if max(times, stamped) < _ENTRIES:
        return
    element, raw = said
    how = f"{max(times, stamped)} entries with their times"
    yield Evidence(
        "page_type", raw, Source.VISIBLE, page.place(element, raw), (("type", "liveblog"), ("how", how))
    )


_ENTRY = 3_000


def _says_live(page: Page) -> tuple[Element, str] | None:
    title = page.title_element
    if title is None or not page.title:
        return None
    if holds_any(page.title[:300].lower(), _LIVE_WORDS) and (found := _LIVE.search(page.title[:300])):
        return title, found[0]
    if page.url and _LIVE_ADDRESS.search(page.url[:500]):
        return title, page.title
    return None
