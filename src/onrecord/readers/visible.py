"""What a person sees on the page: headings, bylines, times, the dateline, figures with caption and credit.

Most of it stands around the headline, so that is where every line is read: a line that opens like a byline, links
to an author or holds a date is evidence whatever the page calls it. Elsewhere only what the mark-up names is.
"""

import itertools
from collections.abc import Iterator, Sequence

import msgspec
from turbohtml import Element

from onrecord import limits
from onrecord.body import hints
from onrecord.body.blocks import cut
from onrecord.evidence import Evidence
from onrecord.page import Page, beginning, elements_around, is_longer
from onrecord.phrases import Phrases
from onrecord.readers import comments
from onrecord.readers.classes import CAPTION, LINE, NAMED, TAGS, named
from onrecord.readers.dated import holder, is_prose
from onrecord.readers.filed import read_sections, read_tags
from onrecord.readers.head import (
    CREDITS,
    SAYS_BYLINE,
    Line,
    lines_around,
    name_of,
    said_of,
    telling,
)
from onrecord.readers.heading import MOST_READ, read_marked, read_unmarked
from onrecord.readers.numerals import DATE, has_date
from onrecord.readers.shown import ISO, Shown
from onrecord.readers.signing import is_button, read_by_a_date
from onrecord.readers.surroundings import (
    OUTSIDE,
    SAYS_ELSEWHERE,
    WHOLE,
    Around,
    Setting,
    article_around,
)
from onrecord.values import bylines
from onrecord.values.languages import primary


def read(page: Page) -> Iterator[Evidence]:
    """Headings, bylines, times, datelines and figures, those around the headline first.

    What stands in comments, teasers, navigation or the page's footer is not reported: it speaks of something else.
    """
    shown = Shown(page)
    headings = [h for h in itertools.islice(page.elements("h1"), MOST_READ) if h.text.strip()]
    setting = Setting(OUTSIDE, SAYS_ELSEWHERE)
    if len(headings) > 1:
        headings = [h for h in headings if not setting.holds(h)] or headings
    main = read_marked(shown, headings)
    if main is None:
        main = read_unmarked(shown)
    around = frozenset(main.ancestors) if main is not None else frozenset()
    if around:
        setting = Setting(OUTSIDE, SAYS_ELSEWHERE, around)
    for heading in headings:
        if heading != main:
            shown.heading(heading)
    first = len(shown.found)
    if main is not None:
        _read_head(shown, main, around)
    told = {e.field for e in shown.found[first:]}
    # Where the lines around the headline tell of author and date, what is named so further off is mostly other articles'.
    enough = "author" in told and "date_published" in told
    lines, captions, tags = named(page.tree.select("[class]"), (LINE if enough else NAMED, CAPTION, TAGS))
    _read_named(shown, setting, around, lines[:_MOST_LOOKED_AT], _comments_around(page, main))
    if main is not None:
        read_tags(shown, main, setting, tags)
    # Subscribers' text has pictures, and so has the head of an article that is named its masthead.
    setting = Setting(OUTSIDE, SAYS_ELSEWHERE & ~(hints.NEWSLETTER | hints.NAV), around)
    for figure in _figures(page, captions[: limits.FIGURES]):
        shown.figure(figure, setting)
    return iter(shown.found)


def _figures(page: Page, captions: Sequence[Element]) -> list[Element]:
    """Figures, and of ``captions`` those outside of them, in the order of the page."""
    figures = list(itertools.islice(page.elements("figure"), limits.FIGURES))
    lines = [e for e in captions if e.closest("figure") is None]
    return sorted((*figures, *lines), key=beginning) if lines else figures


def _read_head(shown: Shown, main: Element, around: Around) -> None:
    """What the lines around the headline say: those down to the prose first, then those right above it, the nearest first.

    What is behind the prose of a short article may be the lines of others; what is further above, those of the site.
    """
    after, before = lines_around(cut(shown.page), main)
    setting = Setting(_OUTSIDE_HEAD, _SAYS_OUTSIDE_HEAD, around)
    under = Setting(_OUTSIDE_HEAD - {"footer"}, _SAYS_OUTSIDE_HEAD & ~hints.FOOTER, around)
    prose = next((n for n, line in enumerate(after) if not line.under), 0)
    signed = _read_lines(shown, after[:prose], setting, under)
    _read_lines(shown, before[:_ABOVE], setting, under)
    signed = _read_lines(shown, after[prose:], setting, under) or signed
    _read_lines(shown, before[_ABOVE:], setting, under)
    read_sections(shown, [*before, *after], setting, under)
    for lines, sure in ((after, False), (before, True)):
        near = [line for line in lines if has_date(line.text) or not is_button(line.text)]
        signed = signed or read_by_a_date(shown, near, setting, under, sure=sure)


_ABOVE = 2
"""Lines above the headline that are surely its own."""


def _read_lines(shown: Shown, lines: list[Line], setting: Setting, under: Setting) -> bool:
    """Read some lines; whether one is signed by its first words."""
    signed = False
    for line, byline, how, dated in telling(lines, setting, under):
        if how == CREDITS:
            shown.credits(line.element, line.text)
        head = how == "head"
        if dated and line.under and (time := line.element.select_one("time[datetime]")) is not None:
            shown.time(time)
        if byline is not None and not (head and _opens_otherwise(shown.page, line.text)):
            own = line.own if byline == line.element else None
            signed = (shown.byline(byline, how, own) and head) or signed
        if dated and not is_prose(line.text):
            shown.dates(line.element if line.bare else _whole(line), line.own)
    return signed


def _opens_otherwise(page: Page, text: str) -> bool:
    """Whether a line's first word, which may open a byline, is another one in the language that the page declares."""
    root = next(iter(page.elements("html")), None)
    language = primary((root.attr("lang") or "").lower()) if root is not None else ""
    return text.partition(" ")[0].lower() == bylines.NO_BY.get(language)


def _whole(line: Line) -> Element:
    """The element that holds the line's date, where the line's own is but its first piece."""
    date = DATE.search(line.text)
    if date is None or date[0] in line.element.text:
        return line.element
    return holder(line.element, line.text)


# Beside the headline a sidebar or a widget holds what the page says of its article.
_OUTSIDE_HEAD = OUTSIDE - {"aside"}
_SAYS_OUTSIDE_HEAD = SAYS_ELSEWHERE & ~hints.SIDEBAR

_FRAMES = WHOLE | {"h1"}
_HEADINGS = frozenset(("h2", "h3", "div", "p", "span"))

_MOST_NAMED = 40
"""Named elements that are read; pages of a thousand comments have more, and the article's come first."""
_MOST_LOOKED_AT = 4 * _MOST_NAMED
"""Named elements that are asked where they stand."""


def _read_named(
    shown: Shown, setting: Setting, around: Around, lines: list[Element], comments: Element | None
) -> None:
    """What the mark-up names a byline, a date, a dateline or a headline, wherever it stands: ``lines``, times and author links.

    What stands in ``comments`` is told as what cards are.
    """
    left = _MOST_NAMED
    cards: list[Element] = []
    for element in _with_marked(shown.page, lines):
        tag = element.tag
        if tag in _FRAMES or setting.holds(element):
            continue
        if _is_in_card(element, around) or (comments is not None and comments in element.ancestors):
            cards.append(element)
        else:
            _read_as_named(shown, element, tag)
        left -= 1
        if not left:
            break
    first = len(shown.found)
    for element in cards:  # last: what the article says, too, is its own
        _read_as_named(shown, element, element.tag)
    shown.found[first:] = [msgspec.structs.replace(e, said=(*e.said, OF_CARD)) for e in shown.found[first:]]


def _comments_around(page: Page, main: Element | None) -> Element | None:
    """What holds the readers' comments: the largest element around their heading that begins below the prose before it.

    That of the article, which begins with the heading ``main``.
    """
    blocks = cut(page).blocks
    for n, prose in comments.begin(blocks):
        inner, last = blocks[n].first.parent, prose[-1].first.parent
        if not (isinstance(inner, Element) and isinstance(last, Element)):
            continue
        if main is None or beginning(inner) >= beginning(main):
            outer = [e for e in elements_around(inner, _LEVELS) if beginning(e) > beginning(last)]
            return outer[-1] if outer else inner
    return None


_LEVELS = 20

OF_CARD = ("of", "card")
"""Said beside what the card of another article tells: it speaks for a kind of page, and of nothing else."""


def _is_in_card(element: Element, around: Around) -> bool:
    """Whether an element stands in a short ``article`` under a linked heading, and the page's headline does not."""
    article = article_around(element) if around else None
    if article is None or article in around or is_longer(article, _CARD):
        return False
    return article.select_one(_LINKED_HEADING) is not None


_CARD = 1_000
"""Code points of the source of a headline, its date and a few lines below."""
_LINKED_HEADING = ",".join(f"{h} a:not([href^='#']),a:not([href^='#']) {h}" for h in ("h2", "h3", "h4"))


def _read_as_named(shown: Shown, element: Element, tag: str) -> None:
    if tag == "time" or _is_short_time(element):
        shown.time(element)
        return
    said = said_of(element)
    if _DATELINE.search(name_of(element)):
        shown.dateline(element)
    elif said & hints.TITLE and tag in _HEADINGS:
        shown.heading(element)
    elif said & hints.DATE:
        shown.dates(element)
    elif element.attr("rel"):
        shown.byline(element, "rel")
    elif said & SAYS_BYLINE:
        shown.byline(element, "named")


_DATELINE = Phrases(r"(?:^|[\s_-])dateline|ortsmarke|(?:article|story)-?location")


def _with_marked(page: Page, found: list[Element]) -> list[Element]:
    """Times and author links among what was ``found``, in the order in which they begin, as far as they are looked at."""
    marked = [
        *page.elements("time"),
        *filter(_is_short_time, page.elements("abbr")),
        *page.tree.select("[rel~=author]"),
    ]
    if marked:
        found = sorted(dict.fromkeys((*marked, *found)), key=beginning)
    return found[:_MOST_LOOKED_AT]


def _is_short_time(element: Element) -> bool:
    """Whether an element is short for a time: ``<abbr title="2013-11-14T21:12:00Z">9:12 PM</abbr>``."""
    return element.tag == "abbr" and ISO.match(element.attr("title") or "") is not None
