"""Lines around the prose that say who wrote the article, when it appeared or where it is filed: they are none of its words."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from turbohtml import Element

from onrecord.body.blocks import TextBlock
from onrecord.body.choices import Choice, Part
from onrecord.body.places import places_of
from onrecord.evidence import Evidence, Place, Source
from onrecord.needles import holds_any
from onrecord.page import Page, elements_around
from onrecord.page import words as words_of
from onrecord.record import BlockKind
from onrecord.scripts import COLONS, ENDS
from onrecord.values.byline_names import opens_byline
from onrecord.values.byline_words import CREDITS
from onrecord.values.bylines import OF_TEXTS, PARTICLES
from onrecord.values.forenames import is_forename
from onrecord.values.people import Kind, parse_byline
from onrecord.values.picture_credits import SIGNED_PICTURE

SIGNED = Choice(Part.BYLINE, "a byline or a date, read as such")
CAPTIONED = Choice(Part.CAPTION, "a caption, by the credit at its end")
DESCRIBED = Choice(Part.STANDFIRST, "marked as the article's description")
FILED = Choice(Part.OTHER, "tags or sections, read as such")


def signed(blocks: Sequence[TextBlock], places: Sequence[Place], seen: Iterable[Evidence]) -> list[int]:
    """Which of the text's first blocks are a byline that ``seen`` reports at the same place, or little but its dates.

    None where no prose follows soon. What looks like a sentence, or is marked as a heading or a list, stays: a date may be
    when something happened, and a heading under a date is no name.
    """
    prose = next((n for n, block in enumerate(blocks[:_ABOVE]) if is_prose(block.text)), 0)
    if not prose:
        return []
    placed = [e for e in seen if e.place.start is not None]
    lines = [e for e in placed if _may_sign(e)]
    headlines = [e for e in placed if e.field == "headline" and e.source is _HEADING]
    listed = _list_of_facts(blocks[:prose], places, lines)
    return [
        n
        for n in range(prose)
        if n in listed
        or (blocks[n].kind is _PARAGRAPH and _is_signed(blocks[n], places[n], lines, headlines))
    ]


def mistaken(page: Page, block: TextBlock, seen: Iterable[Evidence]) -> Choice | None:
    """What a block is that was taken for the standfirst: a byline that ``seen`` reports there, or a caption with its credit."""
    label, colon, _ = _COLON.sub(":", block.text[block.text.rfind("(") + 1 :]).partition(":")
    if colon and block.text[-1] == ")" and label.strip().casefold() in CREDITS:
        return CAPTIONED
    if len(block.text) > LINE:
        return None
    lines = [e for e in seen if _may_sign(e) and e.place.start is not None and e.raw in block.text]
    return SIGNED if lines and _is_signed(block, places_of(page, [block])[0], lines, ()) else None


def described(page: Page, blocks: Sequence[TextBlock], seen: Iterable[Evidence]) -> list[int]:
    """Which of the blocks above the text is what ``seen`` reports to be marked as the description, where it is read."""
    told = {e.raw: e.place.start for e in seen if e.field == "description" and e.source in _MARKUP}
    found = [n for n, block in enumerate(blocks) if block.text in told] if told else []
    spans = zip(found, places_of(page, [blocks[n] for n in found]), strict=True)
    return [n for n, p in spans if (p.start or 0) <= (told[blocks[n].text] or 0) <= (p.end or -1)][:1]


_MARKUP = (Source.MICRODATA, Source.RDFA)


def _list_of_facts(
    blocks: Sequence[TextBlock], places: Sequence[Place], lines: Sequence[Evidence]
) -> set[int]:
    """The first blocks that stand in a list of names and values of which one says who or when: it is about the article."""
    found: set[int] = set()
    items = [(n, _list_around(block)) for n, block in enumerate(blocks) if lines and block.kind is _ITEM]
    for around, several in groupby(items, key=itemgetter(1)):
        inside = [n for n, _ in several if len(blocks[n].text) <= _FACT]
        if around is not None and around.tag == "ul" and len(inside) < _FACTS:
            continue
        first, end = (places[inside[0]].start, places[inside[-1]].end) if around and inside else (None, None)
        if first is not None and end is not None and any(first <= (e.place.start or 0) < end for e in lines):
            found.update(inside)
    return found


def _list_around(block: TextBlock) -> Element | None:
    return next((e for e in elements_around(block.first, _LEVELS) if e.tag in _LISTS), None)


_LISTS = ("dl", "ul")


_LEVELS = 4
_FACTS = 2
"""Lines of the shortest list that nothing marks as one of facts."""
_FACT = 40
"""Characters of the longest value in such a list; longer ones say something of their own."""


def _is_signed(
    block: TextBlock, place: Place, lines: Iterable[Evidence], headlines: Iterable[Evidence]
) -> bool:
    if place.start is None or place.end is None:
        return False
    told = 0
    for line in lines:
        at, end = line.place.start or 0, line.place.end or 0
        if (
            line.field == "author"
            and at <= place.start
            and place.end <= end
            and _is_all(block, line)
            and _names(line.raw)
        ):
            return True
        if line.field != "author" or "\n" in block.text:
            told += end - at if place.start <= at and end <= place.end else 0
    if told and "\n" in block.text:  # the headline may stand in one block with them
        told += sum(len(e.raw) for e in headlines if place.start <= (e.place.start or 0) < place.end)
    return told * 2 >= len(block.text)


_ABOVE = 12
"""Blocks of the text among which its prose begins; a page of more lines is none of prose."""
_PARAGRAPH, _ITEM = BlockKind.PARAGRAPH, BlockKind.LIST_ITEM
_BYLINE, _VISIBLE, _HEADING = Source.BYLINE, Source.VISIBLE, Source.HEADING
_PERSON = Kind.PERSON


def is_prose(text: str) -> bool:
    """Whether words are long, or end as sentences do."""
    return len(text) > LINE or _ENDED.search(text, max(len(text) - 3, 0)) is not None


LINE = 200
"""Characters of the longest line; no longer one is read as a byline either."""
_ENDED = re.compile(rf"[{ENDS}][\"'’”»›)\]」』]{{0,2}}\Z")


def _may_sign(e: Evidence) -> bool:
    """Whether the reader of what is seen takes the line for a byline by its words, its name or a date beside it, or found a date in it."""
    if e.field == "author":
        return e.source is _BYLINE and e.beside("how") in ("head", "hint", "date")
    return e.field in ("date_published", "date_modified") and e.source is _VISIBLE and not e.said


def _is_all(block: TextBlock, line: Evidence) -> bool:
    """Whether a line is all that a block says, white space apart; it may part the pieces of a byline for sure."""
    said, raw = block.text.split(), line.raw.split()
    return said == raw or (line.beside("how") == "head" and "".join(said) == "".join(raw))


def _names(raw: str) -> bool:
    found = parse_byline(raw)
    return bool(found.authors or found.agencies)


def end_filed(blocks: Sequence[TextBlock], places: Sequence[Place], seen: Iterable[Evidence]) -> int:
    """How many of the text's last blocks are little but the tags and sections that ``seen`` reports there as links."""
    links = [
        (e.place.start, len(e.raw))
        for e in seen
        if e.field in _FILES and e.source is _VISIBLE and e.place.start is not None
    ]
    if not links:
        return 0
    for count, (block, place) in enumerate(zip(reversed(blocks), reversed(places), strict=False)):
        start, end = place.start or 0, place.end or 0
        told = sum(size for at, size in links if start <= at < end)
        if not told or told * 3 < len(block.text):
            return count
    return 0


_FILES = ("keywords", "article_section")


def captions(blocks: Sequence[TextBlock]) -> list[int]:
    """Which of the text's blocks are captions, by the name and the work of a photographer that papers of East Asia end them with."""
    return [
        n
        for n, block in enumerate(blocks)
        if not block.text.isascii()
        and len(block.text) <= _SIGNATURE
        and block.text[-1] not in ENDS
        and holds_any(block.text[-_WORK:], _PICTURED)
        and SIGNED_PICTURE.search(block.text)
    ]


_PICTURED = ("摄", "攝", "撮影")
_WORK = 4
"""Code points at the end of a caption in which one of these words stands."""


def end_signed(blocks: Sequence[TextBlock]) -> int | None:
    """The block in which the text is signed at its end: that and those behind it are none of it.

    As papers of East Asia do, in brackets or with "reporter" behind the name, and others behind a word such as "Text:".
    None where prose follows, or where nobody is named.
    """
    for n in range(len(blocks) - 1, max(0, len(blocks) - 1 - _BELOW), -1):
        text = blocks[n].text
        if blocks[n].kind is not _PARAGRAPH or len(text) > _SIGNATURE or _ENDED.search(text, len(text) - 3):
            return None
        if (_signs_off(text) or _is_set_apart(blocks[n])) and _names_people(text):
            return n
        if not _is_credit(text):
            return None
    return None


def _names_people(raw: str) -> bool:
    found = parse_byline(raw)
    return not found.agencies and any(author.kind is _PERSON for author in found.authors)


def _is_credit(text: str) -> bool:
    """Whether a line behind a signature says who took the picture or whose the rights are."""
    label, colon, _ = _COLON.sub(":", text).partition(":")
    return "©" in text or text[0] in "(（[［【" or (colon != "" and label.strip().casefold() in CREDITS)


def _signs_off(text: str) -> bool:
    if _IN_BRACKETS.fullmatch(text) or _WITH_TITLE.fullmatch(text):
        return True
    label = _LABELLED.match(text)
    return (
        label is not None
        and label[1].casefold() not in OF_TEXTS
        and opens_byline(_COLON.sub(":", text, count=1))
    )


def _is_set_apart(block: TextBlock) -> bool:
    """Whether a line of words in capitals, or behind a given name or the word of a byline, is bold, in italics or at the right edge, or bold there.

    A few words in italics alone are a name whatever the first of them is, but for Latin letters: titles are so in English.
    """
    words = _WORD.findall(block.text)
    if not _CAPITALS.fullmatch(block.text) or not all(w[0].isupper() or w in PARTICLES for w in words):
        return False
    named = block.text.isupper() or is_forename(words[0]) or bool(opens_byline(block.text))
    for e in elements_around(block.first, _LEVELS):
        if e.attr("align") == "right" or _RIGHT.search(e.attr("style") or ""):
            return named or block.bold >= len(block.text)
        signs = named or (e.tag in _ITALICS and len(words) <= _NAMES and block.text[0] > _LATIN)
        if signs and e.tag in _SLANTED and words_of(e) == block.text:
            return True
    return False


_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)", re.IGNORECASE)
_ITALICS, _SLANTED = frozenset(("i", "em")), frozenset(("b", "strong", "i", "em"))
_NAMES = 4
"""Words of the longest name that nothing else tells."""
_LATIN = "\u024f"
"""The last of the Latin letters that names begin with."""
_WORD = re.compile(r"[^\W\d_]+")
_CAPITALS = re.compile(r"[^\W\d_]+(?:[ -]{1,3}[^\W\d_]+){1,5}")
"""A few words and no number; which of them are names, a byline's reader tells."""
_BELOW = 3
"""Blocks of which one may sign the text: behind it a line may say who took the picture, or whose the rights are."""
_SIGNATURE = 100
"""Characters of the longest line among those."""
_IN_BRACKETS = re.compile(
    r"[（(【［〔]\s*(?!敬称)(?:[\u3400-\u9fff々]{1,3}\s[\u3040-\u30ff\u3400-\u9fff々]{1,4}|(?![\u3400-\u9fff]*[載転続续完终終掲端社])[\u3400-\u9fff々]{4,5}|[^\W\d]{0,8}(?:記者|记者|通信員)[^\W\d]{0,8}|[^\W\d]{2,8}(?:記者|特派員|編集委員))\s*[）)】］〕]"
)
"""A name, its parts set apart or four or five letters long, and nothing else: three say "titles omitted", too, and some
letters say that it goes on, ends, was printed elsewhere, or where in a picture somebody stands."""
_WITH_TITLE = re.compile(
    r"[/▶=\s]{0,3}[\uac00-\ud7af]{2,4}\s?[\uac00-\ud7af]{0,4}(?:기자|특파원)\s*[(\[]?(?:[\w.+-]+@[\w.-]+)?[)\]]?"
)
_COLON = re.compile(f"[{COLONS}]")
_LABELLED = re.compile(rf"([^\s{COLONS}][^{COLONS}\n]{{0,20}})[{COLONS}]\s?\S")
"""A word or two and a colon."""
