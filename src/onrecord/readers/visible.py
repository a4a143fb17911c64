"""What a person sees on the page: headings, bylines, times, the dateline, figures with caption and credit.

Most of it stands around the headline, so that is where every line is read: a line that opens like a byline, links
to an author or holds a date is evidence whatever the page calls it. Elsewhere only what the mark-up names is.
"""

import itertools
import re
from collections.abc import Collection, Iterator
from typing import TypeAlias

import turbohtml
from turbohtml import Element

from onrecord import limits
from onrecord.body import hints
from onrecord.body.blocks import cut
from onrecord.evidence import Evidence, Source
from onrecord.needles import holds_any
from onrecord.page import Page, collapse, words
from onrecord.readers.breadcrumbs import headline_below, is_in_trail
from onrecord.readers.classes import named
from onrecord.readers.dated import dates_in, holder, is_of_another, is_prose
from onrecord.readers.head import (
    CREDITS,
    LONG_LINE,
    SAYS_BYLINE,
    Line,
    lines_around,
    name_of,
    said_of,
    telling,
)
from onrecord.readers.numerals import DATE, has_date
from onrecord.readers.surroundings import Around, Setting, stands_in
from onrecord.readers.wording import tells_update
from onrecord.values.people import Kind, parse_byline

__all__ = ["read"]

_DATELINE = re.compile(r"(?:^|[\s_-])dateline|ortsmarke|(?:article|story)-?location")
_OUTSIDE = frozenset(("nav", "footer", "aside", "form"))


_SILENT = frozenset(
    ("script", "style", "noscript", "template", "title", "button", "option", "textarea", "svg")
)

INDENTED = 1_600
"""Code points of the source of such a line, where each of its pieces is indented."""

_Told: TypeAlias = Collection[tuple[str, str]]
"""Fields and words of what was given already, so that nobody needs to know where it stands again."""


def read(page: Page) -> Iterator[Evidence]:
    """Headings, bylines, times, datelines and figures, those around the headline first.

    What stands in comments, teasers, navigation or a footer is not reported: it speaks of something else.
    """
    seen: set[tuple[str, str]] = set()
    for evidence in _all(page, seen):
        key = (evidence.field, evidence.raw)
        if key not in seen:
            seen.add(key)
            yield evidence


def _all(page: Page, seen: _Told) -> Iterator[Evidence]:
    headings = [h for h in itertools.islice(page.elements("h1"), _HEADINGS_READ) if h.text.strip()]
    alone = Setting(_OUTSIDE, _SAYS_ELSEWHERE)
    if len(headings) > 1:
        headings = [h for h in headings if not alone.holds(h)] or headings
    main = _main_heading(page, headings) or _named_heading(page)
    place = "yes"
    if main is not None and is_in_trail(main) and (below := headline_below(page, main)):
        main, place = below, "below"
    if main is not None:
        yield from _heading(page, main, main=place)
        yield from _parts(page, main)
    main = main or _line_of_title(page)
    around = frozenset(main.ancestors) if main is not None else frozenset()
    setting = Setting(_OUTSIDE, _SAYS_ELSEWHERE, around) if main is not None else alone
    for heading in headings:
        if heading != main:
            yield from _heading(page, heading, seen)
    head = list(_head(page, main, around)) if main is not None else []
    yield from head
    yield from _named(page, setting, {e.field for e in head}, seen)
    for figure in itertools.islice(page.elements("figure"), limits.FIGURES):
        yield from _figure(page, figure, setting, seen)


def _parts(page: Page, main: Element) -> Iterator[Evidence]:
    """The pieces of a heading that have elements of their own: one may be a kicker, the other the headline."""
    pieces = [e for e in main.children if isinstance(e, Element)]
    if len(pieces) > 1:
        for piece in pieces[:_HEADINGS_READ]:
            if len(piece.text) > _TITLE_LEAST:
                yield from _heading(page, piece, main="part")


def _head(page: Page, main: Element, around: Around) -> Iterator[Evidence]:
    """What the lines around the headline say: those after it first, then those before, the nearest first."""
    after, before = lines_around(cut(page), main)
    setting = Setting(_OUTSIDE_HEAD, _SAYS_OUTSIDE_HEAD, around)
    first = list(_from_lines(page, after, setting))
    signed = [e.beside("how") == "head" for e in first if e.field == "author"]
    yield from first
    yield from _from_lines(page, before, setting)
    if not any(signed):
        yield from _by_a_date(page, after, setting)


_HEADINGS_READ = 8
"""Headings of the first level that are looked at; a page of a hundred is none of an article."""


def _main_heading(page: Page, headings: list[Element]) -> Element | None:
    """The heading of the article: the h1 whose words the title holds, else the first h1, h2 or named one."""
    title = (page.title or "").casefold()
    said = [(heading, collapse(heading.text).casefold()) for heading in headings]
    told = [(h, text) for h, text in said if len(text) > 5 and text[:60] in title]  # noqa: PLR2004
    if told:
        heading, text = max(told, key=lambda pair: len(pair[1]))
        # A site's name is in every title of the site, and often its h1.
        better = _line_of_title(page) if 3 * len(text) < len(title) else None
        return heading if better is None or len(collapse(better.text)) < len(text) else better
    if headings:
        return headings[-1] if len(collapse(headings[0].text)) < 12 else headings[0]  # noqa: PLR2004
    return None


def _named_heading(page: Page) -> Element | None:
    """The first element that the mark-up names a headline, on a page without an h1."""
    here = (e for e in page.tree.select(_HEADLINES)[:_MOST_NAMED] if e.tag in _HEADINGS)
    return next(
        (e for e in here if len(words(e)) > _TITLE_LEAST and not stands_in(e, _OUTSIDE, _SAYS_ELSEWHERE)),
        None,
    )


_HEADLINES = "[class*=headline i],[class*=entry-title i],[class*=post-title i],[class*=article-title i]"


def _line_of_title(page: Page) -> Element | None:
    """The first element whose own words the title holds: about here stands what a page says of its article."""
    title = (page.title or "").casefold()
    for node in itertools.islice(page.tree.descendants, limits.ELEMENTS):
        if isinstance(node, turbohtml.Text) and _TITLE_LEAST < len(node.data) < _TITLE_MOST:
            text = collapse(node.data).casefold()
            parent = node.parent
            if (
                len(text) > _TITLE_LEAST
                and text in title
                and isinstance(parent, Element)
                and parent.tag not in _SILENT
            ):
                return parent
    return None


_TITLE_LEAST, _TITLE_MOST = 15, 300
"""Code points of a line that is a page's heading though nothing marks it as one, the title being what it says."""


def _from_lines(page: Page, lines: list[Line], setting: Setting) -> Iterator[Evidence]:
    for line, byline, how, dated in telling(lines, setting):
        if how == CREDITS:
            yield Evidence("credited_agency", line.text, Source.BYLINE, page.place(line.element, line.text))
        if byline is not None:
            yield from _byline(page, byline, how)
        if dated and not is_prose(line.text):
            yield from _dates(page, _whole(line))


def _whole(line: Line) -> Element:
    """The element that holds the line's date, where the line's own is but its first piece."""
    date = DATE.search(line.text)
    if date is None or date[0] in line.element.text:
        return line.element
    return holder(line.element, line.text)


def _by_a_date(page: Page, lines: list[Line], setting: Setting) -> Iterator[Evidence]:
    """A name beside a date, or in one line with it and nothing else: how many sites sign.

    In Latin letters two to four capitalised words; in other scripts what `parse_byline` takes for one person.
    """
    dated = [i for i, line in enumerate(lines) if len(line.text) < _SIGNED and has_date(line.text)]
    for i in dated[:2]:
        for line in (lines[i], *reversed(lines[max(0, i - 2) : i]), *lines[i + 1 : i + 3]):
            if _is_name(line.text, page.title or "") and not setting.holds(line.element):
                yield from _byline(page, line.element, "date")
                return


def _is_name(text: str, title: str) -> bool:
    if len(text) > _SIGNED or text in title or tells_update(text):
        return False
    if _capitalised(text):
        return True
    if not (has_date(text) or _EASTERN.search(text)) or re.search(r"[:：]\s*\D", text):
        return False
    titled = _TITLED.search(text) is not None
    if (
        not titled
        and sum(1 for word in _WORD.findall(text) if word[0].isupper() or word in _PARTICLES) < _TWO
    ):
        return False
    people = parse_byline(text).authors
    name = people[0].name if len(people) == 1 and people[0].kind is Kind.PERSON else ""
    eastern = titled and _EASTERN.fullmatch(name) is not None
    return name != text and (eastern or _capitalised(name))


_WORD = re.compile(r"[^\W\d_]+")
_TWO = 2
"""Words of the shortest name, which need not be asked for where there are not as many that may be of one."""
_TITLED = re.compile("기자|記者|记者|文[・/]|撮影")
_EASTERN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,5}")
"""Names in scripts without capitals; one counts only where a word such as 記者 or 기자 was read off it."""
_PARTICLES = frozenset(("van", "von", "der", "den", "de", "la", "di", "da", "dos", "bin", "al", "el"))


def _capitalised(text: str) -> bool:
    """Whether ``text`` is two to four capitalised words and nothing else."""
    words_ = text.split(" ")
    if not _TWO <= len(words_) <= 4 or any(c.isdigit() for c in text):  # noqa: PLR2004
        return False
    return all(w and (w in _PARTICLES or (w[0].isupper() and _LETTERS.fullmatch(w))) for w in words_)


_LETTERS = re.compile(r"[^\W\d_][\w.'’-]*")
_SIGNED = 70
"""Code points of a line that holds a date and little else."""


# What a name in the mark-up says about an element, in the families of hints that the body is chosen by.
_SAYS_DATE = hints.DATE
_SAYS_HEADLINE = hints.TITLE
_SAYS_ELSEWHERE = (
    hints.COMMENT | hints.RELATED | hints.FOOTER | hints.NAV | hints.NEWSLETTER | hints.SIDEBAR | hints.AD
)  # fmt: skip


# Beside the headline a sidebar or a widget holds what the page says of its article.
_OUTSIDE_HEAD = _OUTSIDE - {"aside"}
_SAYS_OUTSIDE_HEAD = _SAYS_ELSEWHERE & ~hints.SIDEBAR

_LINES = ("dateline", "headline")
_FRAMES = frozenset(("body", "html", "article", "main", "h1"))
_HEADINGS = frozenset(("h2", "h3", "div", "p", "span"))

_MOST_NAMED = 40
"""Named elements that are read; pages of a thousand comments have more, and the article's come first."""
_MOST_LOOKED_AT = 4 * _MOST_NAMED
"""Named elements that are asked where they stand."""


def _named(page: Page, setting: Setting, told: set[str], seen: _Told) -> Iterator[Evidence]:
    """What the mark-up names a byline, a date, a dateline or a headline, wherever it stands.

    ``told`` holds the fields that the lines around the headline speak of: where they tell of author and date, what
    is named so further off is mostly other articles', and only ``time`` elements and author links are looked at.
    """
    enough = "author" in told and "date_published" in told
    elements = itertools.islice(_named_lines(page) if enough else _named_so(page), _MOST_LOOKED_AT)
    here = (e for e in elements if e.tag not in _FRAMES and not setting.holds(e))
    for element in itertools.islice(here, _MOST_NAMED):
        tag = element.tag
        if tag == "time":
            yield from _time(page, element, seen)
            continue
        hint, said = name_of(element), said_of(element)
        if _DATELINE.search(hint):
            yield from _dateline(page, element, seen)
        elif said & _SAYS_HEADLINE and tag in _HEADINGS:
            yield from _heading(page, element, seen)
        elif said & _SAYS_DATE:
            yield from _dates(page, element, seen)
        elif said & SAYS_BYLINE or element.attr("rel"):
            yield from _byline(page, element, "rel" if element.attr("rel") else "named", seen)


def _named_so(page: Page) -> list[Element]:
    """Times, author links, and what is named an author, a date or a headline, in the order of the page."""
    anyway = frozenset((*page.elements("time"), *page.tree.select("[rel~=author]")))
    # Each part of a selector is asked of every element; mostly one finds all that is among these, too.
    asked = "[class]" if all(e.attr("class") is not None for e in anyway) else "time,[rel~=author],[class]"
    return named(page.tree.select(asked), anyway, _MOST_LOOKED_AT)


def _named_lines(page: Page) -> Iterator[Element]:
    """Times, author links, and what is named a headline or a dateline, in the order of the page."""
    # Each part of a selector is asked of every element: one for both names, and then a look at what it found.
    for element in page.tree.select("time,[rel~=author],[class*=line i]"):
        if (
            holds_any((element.attr("class") or "").lower(), _LINES)
            or element.tag == "time"
            or "author" in (element.attr("rel") or "").split()
        ):
            yield element


def _heading(page: Page, element: Element, seen: _Told = (), main: str = "no") -> Iterator[Evidence]:
    raw = words(element)
    if raw and len(raw) <= LONG_LINE * 2 and ("headline", raw) not in seen:
        yield Evidence("headline", raw, Source.HEADING, page.place(element, raw), (("main", main),))


def _byline(page: Page, element: Element, how: str, seen: _Told = ()) -> Iterator[Evidence]:
    if len(element.text) > LONG_LINE * 3:
        return
    raw = words(element)
    if not raw or len(raw) > LONG_LINE or ("author", raw) in seen:
        return
    link = element if element.tag == "a" else element.select_one("a[href]")
    said = [("how", how)]
    if link is not None and (href := link.attr("href")):
        said.append(("url", href))
    yield Evidence("author", raw, Source.BYLINE, page.place(element, raw), tuple(said))


def _time(page: Page, element: Element, seen: _Told) -> Iterator[Evidence]:
    shown = words(element)
    if is_of_another(element, shown):
        return
    field = _which(element, shown)
    for name in ("datetime", "content", "data-datetime"):
        value = element.attr(name)
        if value and value.strip():
            if (field, value) not in seen:
                yield Evidence(field, value, Source.TIME, page.attribute(element, name), (("shown", shown),))
            return
    if shown and len(shown) <= LONG_LINE and (field, shown) not in seen:
        yield Evidence(field, shown, Source.VISIBLE, page.place(element, shown))


def _which(element: Element, shown: str) -> str:
    """``date_modified`` where the element, its parent or the words before it speak of an update."""
    if tells_update(f"{shown}\n{name_of(element)}\n{_before(element)}"):
        return "date_modified"
    parent = element.parent
    around = name_of(parent) if isinstance(parent, Element) else ""
    return "date_modified" if tells_update(around) and "publish" not in around.lower() else "date_published"


def _before(element: Element) -> str:
    """The words that stand right before an element, inside its parent."""
    previous, text = element.previous_sibling, ""
    for _ in range(2):
        if previous is None:
            break
        text = previous.text[-80:] + text
        previous = previous.previous_sibling
    return collapse(text)[-40:]


def _dates(page: Page, element: Element, seen: _Told = ()) -> Iterator[Evidence]:
    """Dates among the words of a line; one that follows a word of updating is a modified time."""
    if len(element.text) > INDENTED:
        return
    raw = words(element)
    if len(raw) > LONG_LINE or not has_date(raw):
        return
    last = 0
    for start, end, date in dates_in(raw, element):
        if is_of_another(element, date):
            return
        updated = tells_update(raw[last:start]) or (start < 3 and _which(element, "") == "date_modified")  # noqa: PLR2004
        last = end
        field = "date_modified" if updated else "date_published"
        if (field, date) not in seen:
            yield Evidence(field, date, Source.VISIBLE, page.place(element, date))


def _dateline(page: Page, element: Element, seen: _Told) -> Iterator[Evidence]:
    raw = words(element)
    if raw and len(raw) <= LONG_LINE:
        if any(c.isdigit() for c in raw):
            yield from _dates(page, element, seen)
        else:
            yield Evidence("dateline", raw, Source.VISIBLE, page.place(element, raw))


_CREDIT = re.compile(
    r"credit|copyright|photographer|quelle|source|rights|fotograf|kredit|bildnachweis|agency", re.IGNORECASE
)
_NO_PICTURE = ("avatar", "logo", "icon", "spacer", "pixel", "1x1", "blank.")
"""In the addresses of what is no picture of an article's."""


def _figure(page: Page, element: Element, setting: Setting, seen: _Told) -> Iterator[Evidence]:
    image = element.select_one("img[src],img[data-src],amp-img[src]")
    if image is None or setting.holds(element):
        return
    name = (
        "data-src" if (image.attr("src") or "data:").startswith("data:") and image.attr("data-src") else "src"
    )
    address = image.attr(name) or ""
    if not address.strip() or len(address) > limits.RAW_CHARACTERS or ("images", address) in seen:
        return
    small = address.lower()
    if small.startswith("data:") or holds_any(small, _NO_PICTURE):
        return
    said = [(key, value) for key in ("width", "height") if (value := image.attr(key))]
    caption = element.select_one("figcaption")
    if caption is not None:
        said.extend(_caption(caption))
    yield Evidence("images", address, Source.VISIBLE, page.attribute(image, name), tuple(said))


def _caption(caption: Element) -> Iterator[tuple[str, str]]:
    """The caption's words, and the credit where it has an element of its own."""
    text = words(caption)
    credit = next((e for e in caption.iter_elements() if _CREDIT.search(name_of(e))), None)
    if credit is not None and (said := words(credit)):
        yield "credit", said
        text = collapse(text.replace(said, " ", 1))
    if text:
        yield "caption", text[: limits.RAW_CHARACTERS]
