"""What is found of what one page shows, each of it once: its headings, bylines, times, dates and figures."""

import itertools
import re
from collections.abc import Iterator

from turbohtml import Element, Text

from onrecord import limits
from onrecord.evidence import Evidence, Source
from onrecord.needles import holds_any
from onrecord.page import Page, collapse, elements_around, is_longer, words
from onrecord.readers.dated import (
    INDENTED,
    dates_in,
    is_of_another,
    says_another,
    says_today,
    tells_creation,
    tells_publishing,
    words_before,
)
from onrecord.readers.head import LONG_LINE, name_of
from onrecord.readers.numerals import has_date
from onrecord.readers.surroundings import Setting
from onrecord.readers.wording import are_updates, tells_update, word_behind
from onrecord.values.moments import find_moments
from onrecord.visible_words import lines

_HEADING, _BYLINE, _TIME, _VISIBLE = Source.HEADING, Source.BYLINE, Source.TIME, Source.VISIBLE


class Shown:
    """Evidence in the order in which it is found. What is known already, nobody needs to know the place of again."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.found: list[Evidence] = []
        self.known: set[tuple[str, str]] = set()
        """Fields and words of what was found."""
        self.captioned: set[str] = set()
        """Addresses of the images that a caption was found of: one may stand above the text without, and in it with."""

    def add(
        self, field: str, raw: str, source: Source, element: Element, said: tuple[tuple[str, str], ...] = ()
    ) -> None:
        """Words of ``element``."""
        if self.is_new(field, raw):
            self.found.append(Evidence(field, raw, source, self.page.place(element, raw), said))

    def add_value(
        self,
        field: str,
        value: str,
        source: Source,
        element: Element,
        name: str,
        said: tuple[tuple[str, str], ...],
    ) -> None:
        """The value of the attribute of ``element`` that is called ``name``."""
        if self.is_new(field, value):
            self.found.append(Evidence(field, value, source, self.page.attribute(element, name), said))

    def is_new(self, field: str, raw: str) -> bool:
        """Whether it is not known yet; from now on it is."""
        key = (field, raw)
        if key in self.known:
            return False
        self.known.add(key)
        return True

    def heading(self, element: Element, main: str = "no", said: str | None = None) -> None:
        """The words of a heading, or what is ``said`` among them.

        ``main`` is whether it is the article's: ``yes``, ``no``, ``below``, ``part`` or ``set``.
        """
        raw = said or words(element)
        if raw and len(raw) <= LONG_LINE * 2:
            self.add("headline", raw, _HEADING, element, (("main", main),))

    def credits(self, element: Element, text: str) -> None:
        """A line that names an agency or another source."""
        self.add("credited_agency", text, _BYLINE, element)

    def byline(self, element: Element, how: str, line: str | None = None) -> bool:
        """The words of a byline, if they are few; whether there are such. They may be one ``line`` of the element."""
        if line is None and len(element.text) > LONG_LINE * 3:
            return False
        raw = words(element) if line is None else line
        if not raw or len(raw) > LONG_LINE or _is_in_teaser(element, self.page):
            return False
        if how != "head" and raw[-1] in _DASHES and raw.isupper():  # "BAY CITY —"
            self.dateline(element)
            return False
        beside = (*_lines(element), *_links(element), *_pieces(element)) if line is None else ()
        self.add("author", raw, _BYLINE, element, (("how", how), *beside))
        return True

    def time(self, element: Element) -> None:
        """What a ``time`` element says in its mark-up, or else in its words."""
        shown = words(element)
        before = words_before(element)
        if is_of_another(element, shown) or says_another(before):
            return
        field = "date_modified" if _is_updated_behind(element) else _field_of(element, shown)
        if field == "date_published" and tells_creation(before, _line_of(element)):
            field = "date_created"
        for name in _VALUES:
            value = element.attr(name)
            if value and value.strip() and (name != "title" or ISO.match(value)):
                self.add_value(field, value, _TIME, element, name, (("shown", shown),))
                return
        if has_date(shown):
            self.dates(element)
        elif shown and len(shown) <= LONG_LINE:
            self.add(field, shown, _VISIBLE, element)

    def dates(self, element: Element, line: str | None = None) -> None:
        """Dates among the words of an element, or of one ``line`` of it; one that it calls an update's is a modified time."""
        if line is None and len(element.text) > INDENTED:
            return
        raw = _GLUED.sub(" ", words(element) if line is None else line)
        if len(raw) > LONG_LINE or not has_date(raw):
            return
        if line is None and len(raw) < _DAY and (wider := _with_time(element, raw)):
            element, raw = wider
        found = [*dates_in(raw, element)]
        for (start, _, date), updated in zip(
            found, are_updates(raw, [(start, end) for start, end, _ in found]), strict=True
        ):
            if is_of_another(element, date) or says_today(raw[:start]):
                return
            inside = start >= _FIRST
            before, around = (raw[:start], element) if inside else (words_before(element), _line_of(element))
            if says_another(before):
                continue
            field = "date_modified" if updated else "date_published"
            if not updated and (not inside or len(found) > 1):
                field = _field_of(_piece_of(element, date) if inside else element, "")
            if field == "date_published" and tells_creation(before, around):
                field = "date_created"
            self.add(field, date, _VISIBLE, element)

    def dateline(self, element: Element) -> None:
        """The words of a dateline, or the date that is one."""
        raw = words(element)
        if raw and len(raw) <= LONG_LINE:
            if any(c.isdigit() for c in raw):
                self.dates(element)
            elif place := raw.rstrip(_DASHES):
                self.add("dateline", place, _VISIBLE, element)

    def figure(self, element: Element, setting: Setting) -> None:
        """The image of a figure, or of what a caption stands under, with its caption and credit; unless ``setting`` holds it."""
        if element.tag == "figure":
            image = element.select_one(_IMAGES)
            caption = element.select_one("figcaption") or _lone_line(element)
        else:
            image, caption = _pictured(element), element
        if image is None or setting.holds(element):
            return
        name, address = "src", image.attr("src") or ""
        waits = not address or address.startswith("data:") or "placeholder" in address.lower()
        if waits and image.attr("data-src"):
            name, address = "data-src", image.attr("data-src") or ""
        if not address.strip() or len(address) > limits.RAW_CHARACTERS:
            return
        small = address.lower()
        if small.startswith("data:") or holds_any(small, _NO_PICTURE):
            return
        beside = tuple(_caption(caption, element)) if caption is not None else ()
        known = ("images", address) in self.known or element.tag != "figure"
        if known and (not beside or address in self.captioned):
            return
        if beside:
            self.captioned.add(address)
        if caption is not None and _leads_on(caption):
            beside = (*beside, OF_LINK)
        sizes = ((key, value) for key in ("width", "height") if (value := image.attr(key)))
        self.known.add(("images", address))
        place = self.page.attribute(image, name)
        self.found.append(Evidence("images", address, _VISIBLE, place, (*sizes, *beside)))


def _with_time(element: Element, raw: str) -> tuple[Element, str] | None:
    """The line around a day that stands in a piece of its own, where another piece says at what time of it."""
    parent = element.parent
    if not isinstance(parent, Element) or ":" in raw or len(parent.text) > INDENTED // 4:
        return None
    line = words(parent)
    if len(line) > _DATED or line == raw or not _CLOCK.search(line):
        return None
    alone, beside = find_moments(raw), find_moments(line)
    same = len(alone) == len(beside) == 1 and beside[0][2].value.startswith(alone[0][2].value)
    return (parent, line) if same and beside[0][2].value != alone[0][2].value else None


_DAY = 40
"""Code points of a day, a weekday and a label."""
_DATED = 70
"""Code points of a line that says when, and little else."""
_CLOCK = re.compile(r"\d:\d\d")
_VALUES = ("datetime", "content", "data-datetime", "title")
"""The last is where the words are short for it, "9:12 PM" or "2 hours ago"; it may be any other remark."""
ISO = re.compile(r"\d{4}-\d\d-\d\d")
_GLUED = re.compile(
    r"(?<=(?:19|20)\d\d)(?=\d{1,2}(?::\d\d| ?min))|(?<=[a-z])(?=[A-Z][a-z]{2,8}\.? \d{1,2},? (?:19|20)\d\d)"
)
"""Where a year meets a clock or the minutes of reading, or a word a month, with nothing between, as elements of their own do."""
_DASHES = " —–-"
_FIRST = 3
"""Code points of a line up to which a date in it is its first word."""


def _lines(byline: Element) -> Iterator[tuple[str, str]]:
    """The lines of a byline that has more than one, as ``lines``."""
    if byline.select_one("br,p,div,li") is not None and len(found := lines(byline)) > 1:
        yield "lines", "\n".join(found)


def _links(byline: Element) -> Iterator[tuple[str, str]]:
    """The links of a byline: of each its words, as ``link``, and its address, as ``url``."""
    for link in (byline,) if byline.tag == "a" else byline.select("a[href]")[:_LINKS]:
        if href := link.attr("href"):
            yield "link", words(link)
            yield "url", href


def _pieces(byline: Element) -> Iterator[tuple[str, str]]:
    """What may be a name and has an element of its own in a byline, as ``piece``."""
    for child in byline.children[:_LINKS]:
        if isinstance(child, Element) and child.tag != "a" and " " in (said := words(child)):
            yield "piece", said


_LINKS = 20
"""Links of a byline that are read: no article has so many authors."""


def _field_of(element: Element, shown: str) -> str:
    """``date_modified`` where the element, its parent or the words before it speak of an update."""
    if tells_update(f"{shown}\n{_names_of_one_time(element)}\n{words_before(element)}"):
        return "date_modified"
    parent = element.parent
    around = name_of(parent) if isinstance(parent, Element) else ""
    return "date_modified" if tells_update(around) and "publish" not in around.lower() else "date_published"


def _is_in_teaser(element: Element, page: Page) -> bool:
    """Whether a link around ``element`` holds the title of what it leads to, which is not this page."""
    link = next((e for e in elements_around(element, _LEVELS) if e.tag == "a"), None)
    heading = link.select_one("h2,h3,h4") if link is not None else None
    return heading is not None and words(heading).casefold() not in (page.title or "").casefold()


_LEVELS = 5


def _names_of_one_time(element: Element) -> str:
    """What an element is named; nothing where it is named the time of the entry as well as that of its update.

    The microformats of old want an "updated" of each entry, so blog software calls its one date so, too.
    """
    name = name_of(element)
    said = name.lower()
    both = tells_update(name) and any(
        _OF_ENTRY.search(word) and not tells_update(word) for word in said.split()
    )
    return "" if both and ("publish" in said or not _has_a_date_beside(element)) else name


def _has_a_date_beside(element: Element) -> bool:
    """Whether an element beside it is named a date, and not that of an update."""
    parent = element.parent
    names = (
        [name_of(e).lower() for e in parent.children if isinstance(e, Element) and e != element]
        if parent
        else []
    )
    return any("date" in name and not tells_update(name) for name in names)


_OF_ENTRY = re.compile("publish|(?:entry|post)-?date")


def _piece_of(line: Element, date: str) -> Element:
    """The first element in a line that holds nothing but a date; the line where none does."""
    return next(
        (piece for piece in line.iter_elements() if date in piece.text and words(piece) == date), line
    )


def _line_of(element: Element) -> Element:
    """What a line is in of which ``element`` is a part, or all."""
    return element.parent if isinstance(element.parent, Element) else element


def _is_updated_behind(element: Element) -> bool:
    """Whether the word right behind an element speaks of an update, and not of a time that follows."""
    following, text = element.next_sibling, ""
    for _ in range(3):
        if following is None:
            break
        text += following.text[:80]
        following = following.next_sibling
    return (
        tells_update(word_behind(text))
        and not any(c.isdigit() for c in text)
        and not tells_publishing(words_before(element))
    )


_CREDIT = (
    "credit", "copyright", "photographer", "quelle", "source", "rights", "fotograf", "kredit", "bildnachweis", "agency",
)  # fmt: skip
_NO_PICTURE = ("avatar", "logo", "icon", "spacer", "pixel", "1x1", "blank.", "placeholder")
"""In the addresses of what is no picture of an article's."""


def _lone_line(figure: Element) -> Element | None:
    """The line of a figure that holds all of its words, as a caption does that is not marked as one."""
    if is_longer(figure, _CAPTION):
        return None
    line = figure.select_one("p,[class*=caption i]")
    return line if line is not None and words(line) == words(figure) else None


def _pictured(caption: Element) -> Element | None:
    """The one image that a line named a caption stands under: in what is around it and little else, or in what is before that."""
    if is_longer(caption, _CAPTION):  # the whole article, which is named for what is in it
        return None
    most = len(caption.text) + _BESIDE
    node: Element = caption
    for _ in range(_FRAMES):
        before = _element_before(node)
        parent = node.parent
        near = (before, parent if isinstance(parent, Element) else None)
        for frame in near:
            if frame is not None and (images := _images(frame, most)):
                return images[0] if len(images) == 1 else None
        if before is not None or near[1] is None or near[1].tag == "figure":
            return None
        node = near[1]
    return None


def _images(frame: Element, most: int) -> list[Element]:
    """The images of what has no more code points of text than ``most``, and few pieces; none of what has more."""
    if frame.tag in _PICTURES:
        return [frame]
    found: list[Element] = []
    for n, node in enumerate(frame.descendants):
        if isinstance(node, Text):
            most -= len(node.text)
        elif (
            isinstance(node, Element)
            and node.tag in _PICTURES
            and (node.attr("src") or node.attr("data-src"))
        ):
            found.append(node)
        if most < 0 or n > _PIECES:
            return []
    return found


def _element_before(element: Element) -> Element | None:
    """The element right before another, with nothing but white space between."""
    previous = element.previous_sibling
    while previous is not None and not isinstance(previous, Element):
        if previous.text.strip():
            return None
        previous = previous.previous_sibling
    return previous


_IMAGES = "img[src],img[data-src],amp-img[src]"
_PICTURES = frozenset(("img", "amp-img"))
_FRAMES = 2
"""Levels of mark-up that may be around a caption alone."""
_CAPTION = 1_000
"""Code points of the longest caption that nothing marks as one."""
_PIECES = 300
"""Elements and texts of an image with its caption; some have a layer on it, with buttons."""
_BESIDE = 60
"""Code points that may stand beside an image and its caption: a credit, a button."""


def _caption(caption: Element, figure: Element) -> list[tuple[str, str]]:
    """The caption's words, and the credit where it has an element of its own: in the caption, or beside it in the figure."""
    said: list[tuple[str, str]] = []
    text = words(caption)
    credit = _named_credit(caption)
    if credit is None and figure != caption and len(words(figure)) < len(text) + _CREDITS:
        credit = _named_credit(figure)
    if (
        credit is not None
        and (own := words(credit))
        and credit != caption
        and not _is_within(credit, own, text)
    ):
        said.append(("credit", own))
        text = collapse(text.replace(own, " ", 1))
    if text:
        said.append(("caption", text[: limits.RAW_CHARACTERS]))
    return said


def _leads_on(caption: Element) -> bool:
    """Whether a caption is a link or stands in one, to no picture: what it says is what another page is about."""
    around = (e for e in (caption, *elements_around(caption, _FRAMES + 1)) if e.tag == "a")
    link = next(around, None) or caption.select_one("a[href]")
    if link is None or len(link.text.strip()) < len(caption.text.strip()):
        return False
    return not (link.attr("href") or "").partition("?")[0].lower().endswith(_FILES)


OF_LINK = ("of", "link")
"""Said beside a picture whose caption leads on."""
_FILES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
"""How the addresses of pictures end."""


def _is_within(credit: Element, own: str, text: str) -> bool:
    """Whether a work is cited within a sentence of the caption: "A scene of the film as it was shown"."""
    return credit.tag == "cite" and own in text and not text.rstrip(_BEHIND).endswith(own)


_BEHIND = " .)]"


def _named_credit(around: Element) -> Element | None:
    """The first element in another that is named a credit or says whose work is cited, and is not all there is to read."""
    for e in itertools.islice(around.iter_elements(), _PIECES):
        named = e.tag == "cite" or e.attr("itemprop") in _CREDITED or holds_any(name_of(e).lower(), _CREDIT)
        if named and e.tag != "button":
            return e
    return None


_CREDITS = 120
"""Code points that may stand beside a caption in its figure: a credit, a button or two."""
_CREDITED = frozenset(("author", "creditText", "copyrightHolder", "creator"))
