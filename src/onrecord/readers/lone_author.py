"""Who wrote it, told below the text: asked only where nothing above it, and no data, names anybody.

Blogs and magazines often sign under the text alone: by a line ("Words: …"), in a box about the author, by a sentence in
italics about somebody who writes, as letters do, or by saying where a reporter can be reached.
"""

import re
from collections.abc import Iterator, Sequence

from turbohtml import Element

from onrecord.body import hints
from onrecord.body.blocks import Cut, TextBlock
from onrecord.body.notes import ABOUT_AUTHOR
from onrecord.evidence import Evidence, Source
from onrecord.page import Page, elements_around
from onrecord.readers.comments import opens_comments
from onrecord.readers.dated import holder
from onrecord.readers.head import SAYS_BYLINE, said_of
from onrecord.readers.surroundings import Setting
from onrecord.readers.wording import opens_byline
from onrecord.record import BlockKind
from onrecord.values.forenames import is_forename
from onrecord.values.people import Kind, parse_byline

_HEADING, _BODY, _PERSON = BlockKind.HEADING, Source.BODY, Kind.PERSON
_OTHERS = hints.COMMENT | hints.RELATED | hints.NAV | hints.FOOTER | hints.NEWSLETTER | hints.AD
_LAST, _BELOW = 3, 15
"""Blocks of the text, its last ones, and behind it, that may say so."""
_LINE = 120
"""Code points of the longest line that names somebody, and does nothing else."""
_LINKED = 25
"""Code points from which a linked line leads to another article, and what stands below it is of that."""


def read(page: Page, cut: Cut, kept: Sequence[int]) -> Iterator[Evidence]:
    """``author`` from the last blocks of the text and those behind it, up to where other articles or comments begin.

    ``kept`` are the blocks of the text, in their order.
    """
    if not kept:
        return
    if _ADDRESSED.match(cut.blocks[kept[0]].text):
        yield from _letter(page, [cut.blocks[n] for n in kept[1:][-_LAST:]])
        return
    setting = Setting(frozenset(("nav",)), _OTHERS)
    own = set(kept)
    expecting = False
    for n in range(kept[-_LAST:][0], min(kept[-1] + 1 + _BELOW, len(cut.blocks))):
        block, inside = cut.blocks[n], n in own
        if opens_comments(block.text):
            return
        opens = not inside and _opens(block.text)
        boxed = "" if opens else _boxed(block)
        if n > kept[-1] and not (opens or expecting or boxed) and _is_next(block):
            return
        element = block.first.parent
        if not isinstance(element, Element) or setting.holds(element) or _is_in_page_foot(element):
            expecting = False
            continue
        bare = opens and not _name_behind(block.text)
        earlier = [cut.blocks[m].text for m in kept if m < n] if inside else ()
        name = (
            boxed or _signed(block, earlier, inside=inside) or (_first_line(block.text) if expecting else "")
        )
        if not name and n and (dashed := _DASHED.fullmatch(block.text)) and not _quotes(cut.blocks[n - 1]):
            name = dashed["name"]
        expecting = bare or _closes(block.text)
        if name and _is_full(name):
            yield Evidence("author", name, _BODY, page.place(holder(element, name), name))
            return


_ADDRESSED = re.compile(
    r"(?:to the editors?|(?:dear )?editor|dear (?:editors?|sirs?|madam))\b.{0,20}\Z", re.IGNORECASE
)


def _letter(page: Page, last: Sequence[TextBlock]) -> Iterator[Evidence]:
    """The first name among the last blocks of a letter to the editor."""
    for block in last:
        element = block.first.parent
        if _FULL.fullmatch(block.text) and _is_full(block.text) and isinstance(element, Element):
            yield Evidence("author", block.text, _BODY, page.place(element, block.text))
            return


def _is_in_page_foot(element: Element) -> bool:
    """Whether an element stands in a footer that is none of an article's."""
    around = [e.tag for e in elements_around(element, _DEEP)]
    return "footer" in around and "article" not in around[around.index("footer") :]


_DEEP = 20


def _is_next(block: TextBlock) -> bool:
    """Whether something else begins: a heading that is no author's, or a line that leads to another article."""
    return block.kind is _HEADING or (len(block.text) > _LINKED and 2 * block.linked > len(block.text))


_LEVELS = 4


def _is_full(name: str) -> bool:
    """Whether a line names people, the first of them with more than one name."""
    people = parse_byline(name).authors
    return (
        bool(people) and people[0].kind is _PERSON and " " in people[0].name and people[0].name[0].isupper()
    )


_CREDITED = re.compile(
    r"(?:written|words|story|report|text|posted|reported|compiled|submitted|contributed) (?:(?:and|&) [a-z]+ )?by [^\W\d_]",
    re.IGNORECASE,
)
"""Opens what is no sentence, wherever it stands."""
_ABOUT_NAME = re.compile(r"(?i:about|meet)\s+(?=[^\W\d_a-z])")


def _opens(text: str) -> bool:
    """Whether a line says that it, or the next one, names the author."""
    if len(text) > _LINE:
        return False
    if opens_byline(text) or ABOUT_AUTHOR.match(text):
        return True
    named = _ABOUT_NAME.match(text)
    return named is not None and is_forename(text[named.end() :].partition(" ")[0])


def _name_behind(text: str) -> str:
    """The words behind those that open a line about the author; empty where there are none."""
    if found := ABOUT_AUTHOR.match(text) or _ABOUT_NAME.match(text):
        return text[found.end() :].strip(" :–—-|")
    opened = opens_byline(text)
    return text[opened.end() :].strip(" :") if opened else ""


def _boxed(block: TextBlock) -> str:
    """The full name that is all of a block, or all of its first line, in a box that is named an author's."""
    line = block.text.partition("\n")[0]
    if len(line) > _LINE or not _FULL.fullmatch(line):
        return ""
    return line if any(said_of(e) & SAYS_BYLINE for e in elements_around(block.first, _LEVELS)) else ""


def _first_line(text: str) -> str:
    """The name that a block begins with, alone in its line or before what it says of its bearer."""
    told = _BIO.match(text)
    line = text.partition("\n")[0]
    return told["name"] if told else line if len(line) <= _LINE else ""


def _signed(block: TextBlock, earlier: Sequence[str], *, inside: bool) -> str:
    """Whom a block names as the author; of a block of the text only by what is said of writers or of letters.

    Whom the text named ``earlier`` it tells of.
    """
    text = block.text
    if letter := _LETTER.match(text):
        return text[letter.end() :].partition("\n")[0]
    if (not inside and _opens(text)) or (len(text) <= _LINE and _CREDITED.match(text)):
        return _name_behind(text)
    if (told := _BIO.match(text)) and (
        _WRITES.search(text, told.end("name"), _ROLE) or _is_set_apart(block, told["name"])
    ):
        name = told["name"]
        last = name.rpartition(" ")[2]
        return "" if any(last in said and said != name for said in earlier) else name
    reached = _REACHED.match(text)
    return reached["name"] or reached["named"] if reached else ""


def _quotes(block: TextBlock) -> bool:
    """Whether a block quotes somebody, whose name a dash may introduce in the next one."""
    return block.kind is BlockKind.QUOTATION or block.text[-1:] in _MARKS or block.text[:1] in _MARKS


_MARKS = frozenset("\"“”„«»‘’'")


def _is_set_apart(block: TextBlock, name: str) -> bool:
    """Whether a block on somebody with a known first name is in italics."""
    return is_forename(name.split(maxsplit=1)[0]) and any(
        e.tag in {"i", "em"} for e in elements_around(block.first, _LEVELS)
    )


_NAME = r"(?:[^\W\d_a-z][\w.’'-]+|[^\W\d_a-z]\.)(?: (?:[^\W\d_a-z][\w.’'-]*|van|von|de|del|la|bin|al)){1,3}"
_FULL = re.compile(_NAME)
_BIO = re.compile(
    rf"(?:by )?(?P<name>{_NAME})(?:,[^,.]{{2,80}},)? (?:is|has|writes|covers|teaches|lives|works|blogs|joined)\b"
)
_ROLE = 240
"""Code points in which such a sentence says what its subject does."""
_WRITES = re.compile(
    r"\b(?:writers?|author|journalist|reporter|correspondent|columnist|editor|blogger|novelist|poet|critic|contributor"
    r"|freelancer?|writes|covers|blogs|blogging)\b",
    re.IGNORECASE,
)
_DASHED = re.compile(rf"[–—-]{{1,2}}\s?(?P<name>{_NAME})")
_REACHED = re.compile(
    rf"(?i:follow|reach|e-?mail|contact) (?:(?:staff )?(?:writer|reporter|columnist) )?(?P<name>{_NAME}) (?:at|on|by)\b"
    rf"(?!.* (?:for|to|if|before) )(?=.*(?i:@|twitter|e-?mail))|(?P<named>{_NAME}) (?:can be reached|may be reached)\b",
    re.DOTALL,
)
_CLOSING = (
    r"(?:yours (?:sincerely|faithfully|truly|in christ|ever)|(?:most )?sincerely(?: yours)?|(?:with )?(?:best|kind|kindest|warm|warmest)"
    r" (?:wishes|regards)|regards|god bless(?: you)?(?: all)?|in christ|(?:with )?(?:every |god’s |god's )?blessings?|respectfully(?: yours)?"
    r"|with (?:love|thanks|gratitude)|in solidarity|many thanks)"
)
_LETTER = re.compile(rf"{_CLOSING}[,.!]?\s*\n\s*(?=\S)", re.IGNORECASE)
_CLOSED = re.compile(rf"{_CLOSING}[,.!]?", re.IGNORECASE)


def _closes(text: str) -> bool:
    """Whether a block is what letters close with, and nothing else."""
    return len(text) <= _LINE and _CLOSED.fullmatch(text) is not None
