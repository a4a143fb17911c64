"""What a page is made of, in numbers: what `page_kinds` tells its kind by.

Most are of its blocks, and need no language: how much of them is prose, links, rows, lines with a time. Words are asked
of pages with little text alone, where a notice may stand in place of an article.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord import limits
from onrecord.body.blocks import TextBlock, cut
from onrecord.body.numbers import Numbers, singles
from onrecord.evidence import Evidence, Source
from onrecord.needles import Needles, count_letter, held, holds_any, small
from onrecord.page import Page
from onrecord.readers import consent, live_blogs, notices, offers, teasers
from onrecord.readers.buttons import buttons
from onrecord.readers.numerals import dated, digits_in
from onrecord.readers.vocabulary import page_type_of
from onrecord.record import BlockKind


class Told(NamedTuple):
    """What is known of a page before its make-up is."""

    text: Sequence[int]
    """The indices of the blocks that make up its text."""
    words: int
    """Of that text."""
    declared: bool
    """Whether its data calls it an article."""
    little: bool
    """Whether its text is so short that a notice may stand in its place."""


COLUMNS: tuple[tuple[str, str], ...] = (
    ("words", "words of text"),
    ("text_lines", "lines of text"),
    ("text_weight", "characters of text"),
    ("text_share", "of all characters, its text"),
    ("text_mean", "characters of a line of its text"),
    ("text_longest", "characters of the longest line of its text"),
    ("text_ends", "of its text's long lines, those that end as sentences do"),
    ("cut_off", "its text's last line ends as no sentence does"),
    ("lines", "lines on the page"),
    ("weight", "characters on the page"),
    ("linked", "of all characters, those in links"),
    ("short", "of all lines, short ones that are no links"),
    ("longest", "characters of the longest line that is no link"),
    ("long_60", "lines of 60 characters and more that are no links"),
    ("long_100", "lines of 100 characters and more that are no links"),
    ("long_250", "lines of 250 characters and more that are no links"),
    ("prose", "characters of lines of 100 and more"),
    ("teasers", "headlines of other pages"),
    ("teaser_share", "of all lines, headlines of other pages"),
    ("between", "characters between two headlines of other pages, at most"),
    ("before", "characters of prose before the first headline of another page"),
    ("headings", "headings"),
    ("linked_headings", "headings that link elsewhere"),
    ("digits", "of all characters, digits"),
    ("dated", "of all lines, short ones with a date"),
    ("money", "signs of money"),
    ("stamps", "lines that may be times"),
    ("times", "lines that begin with a time"),
    ("falls", "times before the one above them"),
    ("called_live", "the title or the address calls it live"),
    ("of_data", "of the characters of long lines, those of lines about data and consent"),
    ("accepts", "buttons that accept"),
    ("buys", "short lines about a subscription"),
    ("buy_share", "of all lines, short ones about a subscription"),
    ("enter_share", "of all lines, short ones about logging in"),
    ("registers", "short lines about registering"),
    ("read_share", "of all lines, short ones about reading on"),
    ("asks", "lines that ask for something to read on"),
    ("wall_next", "of the few lines behind its text, those about subscribing, logging in or reading on"),
    ("home", "lines below the heading that lead to the front page"),
    ("says_check", "lines that speak of robots and browsers"),
    ("says_error", "lines that speak of an error"),
    ("says_consent", "lines that ask for consent"),
    ("says_wall", "lines that offer a subscription to read on"),
    ("heads_check", "the title speaks of robots and browsers"),
    ("heads_error", "the title speaks of an error"),
    ("heads_wall", "the title offers a subscription"),
    ("standing", "the title or heading is that of a page every site keeps"),
    ("title", "characters of the title"),
    ("heading", "characters of the main heading"),
    ("heading_in_title", "the title repeats the main heading"),
    ("address_parts", "parts of the address"),
    ("address_digits", "digits in the address"),
    ("address_hyphens", "hyphens in the last part of the address"),
    ("address_named", "the address is a listing's"),
    ("address_search", "the address is a search's"),
    ("status", "HTTP status"),
    ("refused", "the HTTP status refuses"),
    ("open_graph", "OpenGraph calls it an article"),
    ("declared", "its data calls it an article"),
    ("schema_listing", "schema.org's data calls it a listing"),
    ("schema_thing", "schema.org's data names another thing"),
    ("authors", "names of authors found"),
    ("published", "times of publication in its data"),
    ("shown_times", "times of publication that it shows"),
    ("modified", "times of change in its data"),
    ("not_free", "its data says it is not free to read"),
    ("size", "characters of mark-up"),
    ("marks_check", "names in the mark-up that speak of challenges"),
    ("marks_consent", "names in the mark-up that speak of consent"),
    ("marks_live", "names in the mark-up that speak of live coverage"),
    ("marks_login", "names in the mark-up that speak of logging in"),
    ("marks_search", "names in the mark-up that speak of searching"),
    ("marks_wall", "names in the mark-up that speak of subscriptions"),
    ("tags_a", "links"),
    ("tags_article", "articles marked as such"),
    ("tags_button", "buttons"),
    ("tags_choices", "choices"),
    ("tags_fields", "fields to fill in"),
    ("tags_h2", "second headings"),
    ("tags_images", "images"),
    ("tags_items", "list items"),
    ("tags_p", "paragraphs"),
    ("tags_scripts", "scripts"),
)
"""Name of each number, and what it counts."""


def measured(page: Page, told: Told, found: Iterable[Evidence]) -> Numbers:
    """The make-up of ``page``, one number for each of `COLUMNS`; ``found`` is what the readers reported of it."""
    pieces = cut(page)
    numbers: dict[str, float] = {"words": told.words, "declared": told.declared}
    numbers |= _of_blocks(pieces.blocks[:_MOST])
    numbers |= _of_text(pieces.blocks, told.text)
    numbers |= _of_times(page, pieces.blocks)
    if told.little:
        numbers |= _of_words(page, pieces.blocks) | _of_next(pieces.blocks, told.text)
    numbers |= _of_names(page)
    numbers |= _of_data(found)
    numbers |= _of_source(page)
    out = singles(len(COLUMNS))
    for n, (name, _) in enumerate(COLUMNS):
        out[n] = numbers.get(name, 0)
    return out


_MOST = 2_000
"""Blocks that are looked at."""
_LOOKED_AT = 1_000
"""Code points of each of which digits are counted."""
_SHORT, _SOME, _LONG, _PROSE = 40, 60, 100, 250
_MONEY = "€$£¥₹₽₩₺"
_HEADING = BlockKind.HEADING


def _of_blocks(blocks: Sequence[TextBlock]) -> dict[str, float]:
    lines = len(blocks)
    total = linked = short = longest = some = long = prose = told = heads = headlines = before = 0
    shown = [b.linked > 0 and teasers.is_teaser(b) for b in blocks]
    for b, is_headline in zip(blocks, shown, strict=True):
        size = teasers.weight(b.text)
        total += size
        heads += b.kind is _HEADING
        if b.linked:
            linked += min(b.linked, len(b.text))
            headlines += is_headline
            if b.linked * 2 >= len(b.text):
                continue
        short += size < _SHORT
        longest = max(longest, size)
        some += size >= _SOME
        if size >= _LONG:
            long += 1
            told += size
            prose += size >= _PROSE
            if not headlines:
                before += size
    everything = "\n".join([b.text[:_LOOKED_AT] for b in blocks])
    return {
        "lines": lines,
        "weight": total,
        "linked": linked / (total + 1),
        "short": short / (lines + 1),
        "longest": longest,
        "long_60": some,
        "long_100": long,
        "long_250": prose,
        "prose": told,
        "teasers": headlines,
        "teaser_share": headlines / (lines + 1),
        "between": teasers.longest_run(blocks, shown),
        "before": before,
        "headings": heads,
        "linked_headings": len(teasers.linked_heads(blocks)),
        "dated": len(dated([b.text for b in blocks], _SOME)) / (lines + 1),
        "digits": digits_in(everything) / (len(everything) + 1),
        "money": sum([count_letter(sign, everything) for sign in _MONEY]),
    }


def _of_text(blocks: Sequence[TextBlock], text: Sequence[int]) -> dict[str, float]:
    sizes = [teasers.weight(blocks[n].text) for n in text]
    long = [blocks[n].text for n, size in zip(text, sizes, strict=True) if size >= _SOME]
    total = sum(sizes)
    last = blocks[text[-1]].text.rstrip() if text else ""
    return {
        "text_lines": len(sizes),
        "text_weight": total,
        "text_share": total / (sum([len(b.text) for b in blocks]) + 1),
        "text_mean": total / (len(sizes) + 1),
        "text_longest": max(sizes, default=0),
        "text_ends": sum(said.rstrip()[-1:] in _ENDS for said in long) / (len(long) + 1),
        "cut_off": last != "" and (last[-1] not in _ENDS or last[-1] == "…"),
    }


_ENDS = frozenset(".!?…。！？।؟۔”\"»’'」』)")


def _of_times(page: Page, blocks: Sequence[TextBlock]) -> dict[str, float]:
    _, stamps = live_blogs.marks(blocks)
    times = live_blogs.times(blocks, stamps)
    return {
        "stamps": len(stamps),
        "times": len(times),
        "falls": sum(b < a for a, b in pairwise(times)),
        "called_live": live_blogs.titled(page) is not None,
    }


_LINES = 100
_NOTICE = 300
"""Code points of a line about a subscription, at most."""


def _of_words(page: Page, blocks: Sequence[TextBlock]) -> dict[str, float]:
    long = [b.text for b in blocks[:_LINES] if b.linked * 2 < len(b.text) and teasers.weight(b.text) >= _SOME]
    of_data = sum(map(teasers.weight, consent.of_data(long)))
    said = [f" {b.text.lower()}" for b in blocks[: 2 * _LINES] if len(b.text) < _NOTICE]
    buys, enters, registers, reads = (
        _lines_with(said, words) for words in (offers.BUY, offers.ENTER, offers.REGISTER, offers.READ)
    )
    out: dict[str, float] = {
        "of_data": of_data / (sum(map(teasers.weight, long)) + 1),
        "accepts": sum(consent.accepts(small(text[:_SOME])) for _, text in buttons(page)),
        "asks": sum(map(offers.asks_to_read, said[:_LINES])) if reads else 0,
        "standing": any(True for _ in notices.named(page)),
        "buys": buys,
        "registers": registers,
        "buy_share": buys / (len(blocks) + 1),
        "enter_share": enters / (len(blocks) + 1),
        "read_share": reads / (len(blocks) + 1),
    }
    for kind, name in _NOTICES:
        out[f"heads_{name}"], out[f"says_{name}"] = notices.says(page, kind)
    return out


def _of_next(blocks: Sequence[TextBlock], text: Sequence[int]) -> dict[str, float]:
    """What stands right behind the text, and what below the main heading leads to the front page."""
    after = blocks[text[-1] + 1 :][:_NEXT] if text else ()
    said = [f" {b.text.lower()}" for b in after if len(b.text) < _NOTICE]
    main = next((n for n, b in enumerate(blocks[:_LINES]) if b.kind is _HEADING), 0)
    return {
        "wall_next": _lines_with(said, _WALL),
        "home": sum([any(map(_leads_home, b.marks)) for b in blocks[main + 1 : main + _LINES]]),
    }


_NEXT = 6
_WALL = (*offers.BUY, *offers.ENTER, *offers.REGISTER, *offers.READ)


def _leads_home(href: str | None) -> bool:
    return href is not None and (href == "/" or _HOME.fullmatch(href) is not None)


_HOME = re.compile(r"https?://[^/]+/?|index\.\w+|/index\.\w+", re.IGNORECASE)


def _lines_with(lines: Sequence[str], words: tuple[str, ...]) -> int:
    """How many of ``lines`` have one of ``words``."""
    known = held(lines, words)
    return sum([holds_any(text, known) for text in lines]) if known else 0


_NOTICES = (("bot-check", "check"), ("error", "error"), ("consent", "consent"), ("paywall", "wall"))


def _of_names(page: Page) -> dict[str, float]:
    most = limits.NAMED_CHARACTERS
    title = small((page.title or "")[:most])
    heading = next(page.elements("h1"), None)
    head = small(" ".join(heading.text[:most].split())) if heading is not None else ""
    path = (page.url or "")[:most].partition("//")[2].partition("/")[2].partition("?")[0]
    parts = [part for part in path.split("/") if part]
    status = page.status or 0
    return {
        "title": len(title),
        "heading": len(head),
        "heading_in_title": head[:_BEGINNING] in title if head else -1,
        "address_parts": len(parts),
        "address_digits": digits_in(path),
        "address_hyphens": parts[-1].count("-") if parts else 0,
        "address_named": teasers.is_named(page),
        "address_search": notices.is_search(page),
        "status": status,
        "refused": status in _REFUSED,
    }


_BEGINNING = 30
_REFUSED = frozenset((401, 402, 403, 405, 406, 418, 429, 451, 503))


def _of_data(found: Iterable[Evidence]) -> dict[str, float]:
    out: dict[str, float] = {"authors": 0, "published": 0, "modified": 0, "shown_times": 0}
    for e in found:
        if e.field == "author":
            out["authors"] += 1
        elif e.field in _TIMES and e.source not in _SEEN:
            out[_TIMES[e.field]] += 1
        elif e.field == "date_published" and e.source is not _URL:
            out["shown_times"] += 1
        elif e.field == "is_accessible_for_free":
            out["not_free"] = "false" in e.raw.lower()
        elif e.field == "page_type" and e.source is Source.OPEN_GRAPH:
            out["open_graph"] = "article" in e.raw.lower()
        elif (
            e.field == "page_type"
            and e.source in _SCHEMA
            and (name := _CALLED.get(page_type_of(e.raw) or ""))
        ):
            out[name] = 1
    return out


_TIMES = {"date_published": "published", "date_modified": "modified"}
_SCHEMA = frozenset((Source.JSON_LD, Source.MICRODATA))
_CALLED = {"listing": "schema_listing", "other": "schema_thing"}
_URL = Source.URL
_SEEN = frozenset((Source.VISIBLE, Source.TIME, Source.URL, Source.BYLINE))

_WORDS: Mapping[str, tuple[str, ...]] = {
    "marks_check": ("captcha", "challenge", "turnstile", "robot", "human", "verif", "blocked", "fingerprint"),
    "marks_consent": ("consent", "cookie", "gdpr", "privacy", "vendor", "-cmp", "cmp-"),
    "marks_live": ("live", "ticker", "timeline", "entry", "update", "minute", "stamp"),
    "marks_login": ("login", "log-in", "signin", "sign-in", "register", "account"),
    "marks_search": ("search", "query", "result"),
    "marks_wall": ("paywall", "subscri", "premium", "regwall", "abonn", "abo-", "suscri", "assin", "prenum", "checkout", "meter"),
    "tags_a": ("<a ",),
    "tags_article": ("<article",),
    "tags_button": ("<button",),
    "tags_choices": ('type="radio"', "<option"),
    "tags_fields": ("<input", "<select", "<textarea"),
    "tags_h2": ("<h2",),
    "tags_images": ("<img",),
    "tags_items": ("<li>", "<li "),
    "tags_p": ("<p>", "<p "),
    "tags_scripts": ("<script",),
}  # fmt: skip
_OF = {word: name for name, words in _WORDS.items() for word in words}
_NEEDLES = Needles(_OF)
_SOURCE = 150_000
"""Code points of mark-up that are looked at."""


def _of_source(page: Page) -> dict[str, float]:
    out: dict[str, float] = {"size": len(page.text)}
    for word, count in _NEEDLES.count(page.text, _SOURCE).items():
        out[_OF[word]] = out.get(_OF[word], 0) + count
    return out
