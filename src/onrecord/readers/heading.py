"""Which element is the headline of the page's article, and which of its words: asked first, as most stands around it."""

import re
from collections.abc import Sequence

from turbohtml import Element

from onrecord.body.blocks import cut
from onrecord.body.headline import set_line
from onrecord.page import Page, collapse, elements_around, words
from onrecord.readers.breadcrumbs import headline_below, is_in_trail
from onrecord.readers.head import LEAST_OF_TITLE, line_of_title
from onrecord.readers.shown import Shown
from onrecord.readers.site_name import TITLE_PARTS, is_spelt
from onrecord.readers.surroundings import OUTSIDE, SAYS_ELSEWHERE, stands_in
from onrecord.values.moments import parse_moment


def read_marked(shown: Shown, headings: list[Element]) -> Element | None:
    """Read the article's heading, and the pieces of it that have elements of their own: one may be a kicker."""
    page = shown.page
    main = _main_heading(page, headings) or _named_heading(page)
    if main is None:
        return None
    place = "yes"
    if is_in_trail(main) and (below := headline_below(page, main)):
        main, place = below, "below"
    pieces = [e for e in main.children if isinstance(e, Element)]
    said = _without_kicker(page, main, pieces)
    shown.heading(main, place, said)
    if said is not None:
        shown.heading(main, "part")
    if len(pieces) > 1:
        for piece in pieces[:MOST_READ]:
            if len(piece.text) > LEAST_OF_TITLE:
                shown.heading(piece, "part")
    return main


def _without_kicker(page: Page, main: Element, pieces: Sequence[Element]) -> str | None:
    """The words of a heading that the title has, without those of its first or last piece, which the title has not.

    The title begins with them, or they are a whole part of it, up to its colon too: it may say the piece in other words or
    marks. What a colon of its own parts is one headline.
    """
    if not pieces or (whole := words(main)) in (title := page.title or ""):
        return None
    parts = [part for said in TITLE_PARTS.split(title) for part in (said, said.rpartition(": ")[2].strip())]
    for piece in (words(pieces[0]), words(pieces[-1])):
        rest = _left(whole, piece)
        told = rest in parts or (whole.startswith(piece) and title.startswith(rest))
        if told and len(rest) > LEAST_OF_TITLE and ":" not in (piece[-1:], rest[:1], rest[-1:]):
            return rest
    return None


def _left(whole: str, piece: str) -> str:
    """What is before or behind a piece of a heading."""
    rest = whole.removeprefix(piece)
    return (rest if rest != whole else whole.removesuffix(piece)).strip()


def read_unmarked(shown: Shown) -> Element | None:
    """Read the line that is the article's heading though nothing marks it as one; else where the title's words begin."""
    line = line_of_title(shown.page)
    if line is not None and _is_most_of_title(shown.page, line) and parse_moment(words(line)) is None:
        shown.heading(line)
        return line
    blocks = cut(shown.page).blocks
    found = set_line(blocks)
    if found is None or not isinstance(inner := found[1].parent, Element):
        return line
    text = blocks[found[0]].text
    lines = (*text.split("\n"), collapse(text))  # a heading may be of several lines
    whole = [e for e in (inner, *elements_around(inner, WRAPS)) if words(e) in lines]
    if not whole:
        return inner
    shown.heading(whole[-1], "set")
    return whole[-1]


WRAPS = 5
"""Levels of mark-up around the words of a line."""


def _is_most_of_title(page: Page, line: Element) -> bool:
    """Whether the title says little but what a line does, or a heading is a whole part of it, behind or before bars.

    A site's name alone is never so much of it; one that leads home is none.
    """
    said, title = words(line), page.title or ""
    if 2 * len(said) > len(title):
        return True
    return line.tag in SUBHEADINGS and said in TITLE_PARTS.split(title) and not _leads_home(line)


SUBHEADINGS = frozenset(("h2", "h3", "h4"))


def _main_heading(page: Page, headings: list[Element]) -> Element | None:
    """The heading of the article: the h1 whose words the title holds, else the first."""
    title = (page.title or "").casefold()
    said = [(heading, collapse(heading.text).casefold()) for heading in headings]
    told = [(h, text) for h, text in said if len(text) > 5 and text[:60] in title]  # noqa: PLR2004
    if told:
        heading, text = max(told, key=lambda pair: len(pair[1]))
        is_site = _leads_home(heading) or is_spelt(page.url, words(heading))
        if is_site and (below := _heading_below(page, title, text)):
            return below
        # A site's name is in every title of the site, and often its h1.
        better = line_of_title(page) if 3 * len(text) < len(title) else None
        if better is not None and (_leads_home(better) or is_spelt(page.url, words(better))):
            return heading
        return heading if better is None or len(collapse(better.text)) < len(text) else better
    if headings:
        return headings[-1] if len(collapse(headings[0].text)) < 12 else headings[0]  # noqa: PLR2004
    return None


def _leads_home(heading: Element) -> bool:
    """Whether all of a heading is a link to the site's front page, whose name it is then."""
    link = heading if heading.tag == "a" else heading.select_one("a[href]")
    return (
        link is not None
        and HOME.fullmatch(link.attr("href") or "") is not None
        and words(link) == words(heading)
    )


HOME = re.compile(r"(?:https?:)?//[^/?#]+/?|/")


def _heading_below(page: Page, title: str, site: str) -> Element | None:
    """The longest heading of the second or third level that the title holds, if that is most of it but the site's name."""
    rest = title.replace(site, " ", 1)
    told = [(len(said), h) for h in page.elements("h2", "h3") if (said := words(h).casefold()) in rest]
    size, heading = max(told, default=(0, None), key=lambda one: one[0])
    return heading if 2 * size > len(rest.strip()) else None


def _named_heading(page: Page) -> Element | None:
    """The first element that the mark-up names a headline, on a page without an h1."""
    here = (e for e in page.tree.select(_HEADLINES)[:_MOST_NAMED] if e.tag in _TAGS)
    return next(
        (e for e in here if len(words(e)) > LEAST_OF_TITLE and not stands_in(e, OUTSIDE, SAYS_ELSEWHERE)),
        None,
    )


_HEADLINES = "[class*=headline i],[class*=entry-title i],[class*=post-title i],[class*=article-title i],[class~=MsoTitle i],[class~=titolo i],[class~=titulo i],[class~=titre i],[class~=tytul i],[class~=nadpis i]"
_TAGS = frozenset(("h2", "h3", "div", "p", "span"))
_MOST_NAMED = 40

MOST_READ = 8
"""Headings of the first level that are looked at; a page of a hundred is none of an article."""
