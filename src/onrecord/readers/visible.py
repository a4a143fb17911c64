"""What a person sees on the page: headings, bylines, times, the dateline, figures with caption and credit.

Most of it stands around the headline, so that is where every line is read: a line that opens like a byline, links
to an author or holds a date is evidence whatever the page calls it. Elsewhere only what the mark-up names is.
"""

import bisect
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from turbohtml import Element

from onrecord import limits
from onrecord.body import hints
from onrecord.body.blocks import cut
from onrecord.body.headline import set_line
from onrecord.evidence import Evidence, Source
from onrecord.needles import holds_any
from onrecord.page import Page, collapse, elements_around, is_longer, words
from onrecord.phrases import Phrases
from onrecord.readers import comments
from onrecord.readers.breadcrumbs import headline_below, is_in_trail
from onrecord.readers.classes import named
from onrecord.readers.dated import holder, is_prose
from onrecord.readers.head import (
    CREDITS,
    LEAST_OF_TITLE,
    SAYS_BYLINE,
    Line,
    leads_to_author,
    line_of_title,
    lines_around,
    name_of,
    said_of,
    telling,
)
from onrecord.readers.names import are_capitalised
from onrecord.readers.numerals import DATE, has_date
from onrecord.readers.shown import ISO, Shown
from onrecord.readers.site_name import TITLE_PARTS, is_spelt
from onrecord.readers.surroundings import OUTSIDE, WHOLE, Around, Setting, stands_in
from onrecord.readers.wording import opens_byline, tells_update
from onrecord.scripts import COLONS, DENSE
from onrecord.values import bylines
from onrecord.values.agencies import agency_of
from onrecord.values.byline_words import is_title, key_of
from onrecord.values.forenames import is_forename
from onrecord.values.languages import primary
from onrecord.values.moments import parse_moment
from onrecord.values.people import Kind, parse_byline

__all__ = ["OF_CARD", "read"]


def read(page: Page) -> Iterator[Evidence]:
    """Headings, bylines, times, datelines and figures, those around the headline first.

    What stands in comments, teasers, navigation or the page's footer is not reported: it speaks of something else.
    """
    shown = Shown(page)
    headings = [h for h in itertools.islice(page.elements("h1"), _HEADINGS_READ) if h.text.strip()]
    setting = Setting(OUTSIDE, _SAYS_ELSEWHERE)
    if len(headings) > 1:
        headings = [h for h in headings if not setting.holds(h)] or headings
    main = _read_heading(shown, headings)
    if main is None:
        main = _unmarked_heading(shown)
    around = frozenset(main.ancestors) if main is not None else frozenset()
    if around:
        setting = Setting(OUTSIDE, _SAYS_ELSEWHERE, around)
    for heading in headings:
        if heading != main:
            shown.heading(heading)
    first = len(shown.found)
    if main is not None:
        _read_head(shown, main, around)
    told = {e.field for e in shown.found[first:]}
    _read_named(shown, setting, around, told, _comments_around(page, main))
    if main is not None:
        _read_filed(shown, main, setting)
    # Subscribers' text has pictures, and so has the head of an article that is named its masthead.
    setting = Setting(OUTSIDE, _SAYS_ELSEWHERE & ~(hints.NEWSLETTER | hints.NAV), around)
    for figure in _figures(page):
        shown.figure(figure, setting)
    return iter(shown.found)


def _figures(page: Page) -> list[Element]:
    """Figures, and lines that are named captions outside of them, in the order of the page."""
    figures = list(itertools.islice(page.elements("figure"), limits.FIGURES))
    named = page.tree.select(_CAPTIONS)[: limits.FIGURES]
    lines = [e for e in named if all(around.tag != "figure" for around in (e, *elements_around(e, _WRAPS)))]
    return sorted((*figures, *lines), key=_beginning) if lines else figures


_CAPTIONS = "[class*=caption i]:not([class*=captions i])"
"""Captions by the dozen are the settings of a player of videos."""


def _read_heading(shown: Shown, headings: list[Element]) -> Element | None:
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
        for piece in pieces[:_HEADINGS_READ]:
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


def _unmarked_heading(shown: Shown) -> Element | None:
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
    whole = [e for e in (inner, *elements_around(inner, _WRAPS)) if words(e) in lines]
    if not whole:
        return inner
    shown.heading(whole[-1], "set")
    return whole[-1]


_WRAPS = 5
"""Levels of mark-up around the words of a line."""


def _is_most_of_title(page: Page, line: Element) -> bool:
    """Whether the title says little but what a line does, or a heading is a whole part of it, behind or before bars.

    A site's name alone is never so much of it; one that leads home is none.
    """
    said, title = words(line), page.title or ""
    if 2 * len(said) > len(title):
        return True
    return line.tag in _SUBHEADINGS and said in TITLE_PARTS.split(title) and not _leads_home(line)


_SUBHEADINGS = frozenset(("h2", "h3", "h4"))


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
    _read_sections(shown, [*before, *after], setting, under)
    for lines, sure in ((after, False), (before, True)):
        near = [line for line in lines if has_date(line.text) or not _is_button(line.text)]
        signed = signed or _read_by_a_date(shown, near, setting, under, sure=sure)


_ABOVE = 2
"""Lines above the headline that are surely its own."""
_HEADINGS_READ = 8
"""Headings of the first level that are looked at; a page of a hundred is none of an article."""


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
        and _HOME.fullmatch(link.attr("href") or "") is not None
        and words(link) == words(heading)
    )


_HOME = re.compile(r"(?:https?:)?//[^/?#]+/?|/")


def _heading_below(page: Page, title: str, site: str) -> Element | None:
    """The longest heading of the second or third level that the title holds, if that is most of it but the site's name."""
    rest = title.replace(site, " ", 1)
    told = [(len(said), h) for h in page.elements("h2", "h3") if (said := words(h).casefold()) in rest]
    size, heading = max(told, default=(0, None), key=lambda one: one[0])
    return heading if 2 * size > len(rest.strip()) else None


def _named_heading(page: Page) -> Element | None:
    """The first element that the mark-up names a headline, on a page without an h1."""
    here = (e for e in page.tree.select(_HEADLINES)[:_MOST_NAMED] if e.tag in _HEADINGS)
    return next(
        (e for e in here if len(words(e)) > LEAST_OF_TITLE and not stands_in(e, OUTSIDE, _SAYS_ELSEWHERE)),
        None,
    )


_HEADLINES = "[class*=headline i],[class*=entry-title i],[class*=post-title i],[class*=article-title i],[class~=MsoTitle i],[class~=titolo i],[class~=titulo i],[class~=titre i],[class~=tytul i],[class~=nadpis i]"


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


def _read_sections(shown: Shown, lines: Iterable[Line], setting: Setting, under: Setting) -> None:
    """The sections that lines around the headline name, unless there are as many as in a menu."""
    found = [
        (section, said)
        for line in lines
        for section in _sections_of(line)
        if _is_name_of_section(section, said := words(section))
        and not (under if line.under else setting).holds(line.element)
    ]
    for section, said in found if len(found) <= _MENU else ():
        shown.add("article_section", said, Source.VISIBLE, section)


def _sections_of(line: Line) -> Sequence[Element]:
    """What is named so of a line or its pieces, links in what is around it, or those that lead to a category by their addresses."""
    element = line.element
    if line.bare or len(line.text) > _SIGNED or element.tag in _NO_SECTIONS:
        return ()
    pieces = [c for c in element.children if isinstance(c, Element)] if element.tag != "a" else []
    named = [e for e in (element, *pieces[:_PIECES]) if _names_section(name_of(e))][:1]
    around = element.parent
    if not named and isinstance(around, Element) and _names_section(name_of(around)):
        named = [around]
    links = named[0].select("a[href]") if named else _filed_under(line)
    return (links or named) if len(links) <= _SECTIONS else ()


_PIECES = 8
"""Elements that a line is made of, of which one may name a section."""


def _filed_under(line: Line) -> list[Element]:
    """The links of a line that lead to a category by their addresses."""
    links = [line.element] if line.element.tag == "a" else line.element.select("a[href]")
    filed = [link for link in links if "/categor" in (link.attr("href") or "")]
    around = (line.element, *elements_around(line.element, _IN_MENU)) if filed else ()
    menu = any("menu" in name_of(e).lower() for e in around)
    return [] if menu else filed


_IN_MENU = 3
"""Elements around a line that may be named a menu; those further out hold the article, too."""


def _is_name_of_section(link: Element, said: str) -> bool:
    """Whether some words may name a section: few, no label, and leading to no author, no part of the page and not home."""
    few = said.count(" ") < _FEW_WORDS and _SHORTEST_SECTION <= len(said) <= _LONGEST_TAG and ":" not in said
    if not few or has_date(said) or opens_byline(said) or not said[0].isalpha() or key_of(said) in _OF_PAGES:
        return False
    if key_of(said.partition(" ")[0]) in bylines.BUTTONS or _UNFILED.match(said):
        return False
    href = link.attr("href")
    return href is None or not (href.startswith("#") or leads_to_author(link) or _HOME.fullmatch(href))


_FEW_WORDS, _SHORTEST_SECTION = 4, 2
_OF_PAGES = bylines.merged({"page": bylines.NOBODY["page"]}) | {"contents", "blog"}
"""What is pressed on any page."""
_UNFILED = re.compile(
    "uncategori[sz]ed|unkategorisiert|nicht kategorisiert|non class|sin categor|sem categor|senza categor|geen categorie|okategoriserad"
    "|без рубрики|без категор|未分类|未分類|미분류",
    re.IGNORECASE,
)
"""What blog software calls the section of articles that have none."""
_SECTION = re.compile(
    r"(?:^|[\s_-])(?:sections?|categor(?:y|ies|ia|ie)|kategori[ea]?|rubri[ckq](?:ue)?|rubriek|ressort|cat-links)(?=$|[\s_-]*(?:name|link|label|title)?(?:$|\s))",
    re.IGNORECASE,
)
"""In the names of what says under which section an article is filed."""


@functools.lru_cache(maxsize=1024)  # pure; class names come again and again
def _names_section(name: str) -> bool:
    return name != "" and _SECTION.search(name) is not None


_SECTIONS, _MENU = 3, 6
"""Links to sections that are read in one line, and of all lines beside a headline: more are a menu."""
_NO_SECTIONS = frozenset(("h1", "h2", "section", "time"))
"""What is never one, though it may be named a section's heading."""


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


def _read_by_a_date(
    shown: Shown, lines: Sequence[Line], setting: Setting, under: Setting, *, sure: bool = False
) -> bool:
    """A name beside a date, or in one line with it and nothing else: how many sites sign. Whether there is one.

    In Latin letters two to four capitalised words; in other scripts what `parse_byline` takes for one person. Where it is
    to be ``sure``, it begins with a common first name: above a headline stand sections, too, of two words in capitals.
    """
    title = shown.page.title or ""
    dated = [i for i, line in enumerate(lines) if len(line.text) < _SIGNED and has_date(line.text)]
    for i in dated[:2]:
        for line in (lines[i], *reversed(lines[max(0, i - 2) : i]), *lines[i + 1 : i + 3]):
            if line.element.tag in _NO_NAMES:
                continue
            name = _name_in(line.text, title)
            if not name or line.element.select_one(_FILES) is not None:
                continue
            known = is_forename((line.text if sure else name).partition(" ")[0])
            if not known and (sure or _is_of_words(shown.page, name) or is_title(key_of(name.split()[-1]))):
                continue
            if not (under if line.under else setting).holds(line.element):
                shown.byline(line.element, "date", line.own)
                return True
    return False


def _is_of_words(page: Page, name: str) -> bool:
    """Whether a word of a name stands in small letters on the page: so it is one that means something.

    Not the last: surnames mean much, such as Young and Town. Teams are called by such words, too.
    """
    if name.endswith(_TEAMS):
        return False
    said = " ".join([block.text for block in cut(page).blocks])
    small = [word.lower() for word in _WORD.findall(name)[:-1] if word != word.lower()]  # no particles
    return any(w in said and re.search(rf"(?<![^\W_]){re.escape(w)}(?![^\W_])", said) for w in small)


_TEAMS = (" Desk", " Newsroom", " Staff", " Team")
_NO_NAMES = frozenset(("dd", "h1", "h2", "h3", "h4"))
"""What holds no name that nothing but a date beside it tells: facts, and headings."""
_FILES = "a[rel~=tag],a[href*='/category/'],a[href*='/tag/'],[class*=categor i]"
"""What the article is filed under."""


def _is_button(text: str) -> bool:
    """Whether a line is a sign, a count or what can be pressed: "·", "14", "Follow"."""
    return len(text) <= _PRESSED and (key_of(text) in bylines.BUTTONS or not _WORD.search(text))


_PRESSED = 12
"""Code points of the longest such line."""


def _name_in(text: str, title: str) -> str:
    """The name that a line is, or is with a date; empty where it is none. What costs least, and most lines are not, is asked first."""
    if len(text) > _SIGNED or "©" in text:
        return ""
    capitalised = are_capitalised(text) or _is_credited(text)
    if not capitalised and (not (has_date(text) or _EASTERN.search(text)) or _LABELLED.search(text)):
        return ""
    if (text in title and f"by {text}" not in title) or tells_update(text):
        return ""
    if capitalised:
        return _PARTING.split(text)[0].strip()
    titled = _TITLED.search(text) is not None
    if (
        not titled
        and sum(1 for word in _WORD.findall(text) if word[0].isupper() or word in bylines.SURE_PARTICLES)
        < _TWO
    ):
        return ""
    people = parse_byline(text).authors
    name = people[0].name if len(people) == 1 and people[0].kind is Kind.PERSON else ""
    eastern = titled and _EASTERN.fullmatch(name) is not None
    return name if name != text and (eastern or are_capitalised(name) or _INITIALLED.fullmatch(name)) else ""


def _is_credited(text: str) -> bool:
    """Whether a line is a name and an agency's behind a sign: "Jane Doe / dpa"."""
    name, *rest = _PARTING.split(text)
    return len(rest) == 1 and agency_of(rest[0].strip(" )")) != "" and are_capitalised(name.strip())


_PARTING = re.compile(r"[/–—|(]")
_LABELLED = re.compile(rf"[{COLONS}]\s*\D")
_WORD = re.compile(r"[^\W\d_]+")
_TWO = 2
"""Words of the shortest name, which need not be asked for where there are not as many that may be of one."""
_TITLED = re.compile("기자|記者|记者|文[・/]|撮影")
_EASTERN = re.compile(f"[{DENSE}]{{2,5}}")
"""Names in scripts without capitals; one counts only where a word such as 記者 or 기자 was read off it."""
_INITIALLED = re.compile(r"[^\W\d_]{1,2}\.[^\W\d_]{3,}")
"""A name with its initial, as Mongolian papers write all of them."""


_SIGNED = 70
"""Code points of a line that holds a date and little else."""


# What a name in the mark-up says about an element, in the families of hints that the body is chosen by.
_SAYS_DATE = hints.DATE
_SAYS_HEADLINE = hints.TITLE
_SAYS_ELSEWHERE = (
    hints.COMMENT | hints.RELATED | hints.FOOTER | hints.NAV | hints.NEWSLETTER | hints.SIDEBAR | hints.AD
)  # fmt: skip


# Beside the headline a sidebar or a widget holds what the page says of its article.
_OUTSIDE_HEAD = OUTSIDE - {"aside"}
_SAYS_OUTSIDE_HEAD = _SAYS_ELSEWHERE & ~hints.SIDEBAR


def _read_filed(shown: Shown, main: Element, setting: Setting) -> None:
    """The tags and categories under which the page says its article is filed, by links of that relation beside it.

    Where there are none, links below the headline that lead to tags, or stand in what is named so.
    """
    tree = shown.page.tree
    links = [
        link
        for link in tree.select("a[rel~=tag],a[rel~=category]")[:_MOST_LOOKED_AT]
        if not setting.holds(link)
    ]
    if not links:
        named = _tagged(shown.page)
        below = bisect.bisect_right(named, _beginning(main), key=_beginning)
        links = [link for link in _listed(named[below:]) if not setting.holds(link)]
    if not links:
        return
    own = _article_around(main)
    around = {id(a): a for a in map(_article_around, links)}
    if own is None and len(around) == 1:  # the headline stands above the one article
        (own,) = around.values()
    links = [link for link in links if _article_around(link) == own]
    if len(links) <= _MOST_NAMED:  # more are a cloud of tags, or those of many articles
        for link in links:
            is_section = "category" in (link.attr("rel") or "").lower().split()
            shown.add("article_section" if is_section else "keywords", words(link), Source.VISIBLE, link)


def _tagged(page: Page) -> list[Element]:
    """Links that lead to tags, and those in what is named so, in the order of the page.

    Asked in two steps: to match what is around each link of a page takes twice as long.
    """
    there = page.tree.select("a[href*='/tag']")[:_MOST_LOOKED_AT]
    found = [a for a in there if "/tag/" in (href := a.attr("href") or "") or "/tags/" in href]
    for element in page.tree.select("[class*=tags i]")[:_TAG_LISTS]:
        found += element.select("a[href]")[:_MOST_LOOKED_AT]
    return sorted(dict.fromkeys(found), key=_beginning)[:_MOST_LOOKED_AT]


_TAG_LISTS = 20


def _listed(links: Iterable[Element]) -> Iterator[Element]:
    """Links of few words, in lines of links rather than in sentences and headings."""
    known: dict[Element, bool] = {}
    for link in links:
        line = link.parent
        if not isinstance(line, Element):
            continue
        if line not in known:
            known[line] = line.tag not in _SUBHEADINGS and _is_list(line)
        if known[line] and len(words(link)) <= _LONGEST_TAG:
            yield link


def _is_list(line: Element) -> bool:
    """Whether links are half of the words of a line at least, and the last of them."""
    if is_longer(line, _LONGEST_LIST):
        return False
    links = [words(link) for link in line.select("a")[: _MOST_NAMED + 1]]
    text = words(line)
    if (label := _LABEL.match(text)) is not None:
        text = text[label.end() :]
    ends = text.rstrip(_BEHIND).endswith(links[-1].rstrip(_BEHIND))
    return len(links) <= _MOST_NAMED and sum(map(len, links)) * 2 >= len(text) and ends


_LABEL = re.compile(rf"[^{COLONS}]{{2,25}}[{COLONS}]\s*")
_LONGEST_LIST = 2_000
"""Code points of a list of tags, with the white space in its mark-up."""
_BEHIND = " .,;:|·•/)]0123456789("
"""What may stand behind a tag: a sign, or how many articles have it."""
_LONGEST_TAG = 50
"""Code points."""


def _article_around(element: Element) -> Element | None:
    return next((e for e in elements_around(element, _LEVELS) if e.tag == "article"), None)


_LEVELS = 20

_LINES = ("dateline", "headline")
_FRAMES = WHOLE | {"h1"}
_HEADINGS = frozenset(("h2", "h3", "div", "p", "span"))

_MOST_NAMED = 40
"""Named elements that are read; pages of a thousand comments have more, and the article's come first."""
_MOST_LOOKED_AT = 4 * _MOST_NAMED
"""Named elements that are asked where they stand."""


def _read_named(
    shown: Shown, setting: Setting, around: Around, told: set[str], comments: Element | None
) -> None:
    """What the mark-up names a byline, a date, a dateline or a headline, wherever it stands.

    ``told`` holds the fields that the lines around the headline speak of: where they tell of author and date, what
    is named so further off is mostly other articles', and only ``time`` elements and author links are looked at. What stands
    in ``comments`` is told as what cards are.
    """
    enough = "author" in told and "date_published" in told
    left = _MOST_NAMED
    cards: list[Element] = []
    for element in _named_lines(shown.page) if enough else _named_so(shown.page):
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
        if isinstance(inner, Element) and last and not (main and _beginning(inner) < _beginning(main)):
            outer = [e for e in elements_around(inner, _LEVELS) if _beginning(e) > (last.position or (0, 0))]
            return outer[-1] if outer else inner
    return None


OF_CARD = ("of", "card")
"""Said beside what the card of another article tells: it speaks for a kind of page, and of nothing else."""


def _is_in_card(element: Element, around: Around) -> bool:
    """Whether an element stands in a short ``article`` under a linked heading, and the page's headline does not."""
    article = _article_around(element) if around else None
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
    elif said & _SAYS_HEADLINE and tag in _HEADINGS:
        shown.heading(element)
    elif said & _SAYS_DATE:
        shown.dates(element)
    elif element.attr("rel"):
        shown.byline(element, "rel")
    elif said & SAYS_BYLINE:
        shown.byline(element, "named")


_DATELINE = Phrases(r"(?:^|[\s_-])dateline|ortsmarke|(?:article|story)-?location")


def _named_so(page: Page) -> list[Element]:
    """Times, author links, and what is named an author, a date or a headline, in the order of the page."""
    return _with_marked(page, named(page.tree.select("[class]"), _MOST_LOOKED_AT))


def _named_lines(page: Page) -> list[Element]:
    """Times, author links, and what is named a headline or a dateline, in the order of the page."""
    # A selector's parts are asked of every element: one for both names, and then a look at what it found.
    lines = page.tree.select("[class*=line i]")
    return _with_marked(page, [e for e in lines if holds_any((e.attr("class") or "").lower(), _LINES)])


def _with_marked(page: Page, found: list[Element]) -> list[Element]:
    """Times and author links among what was ``found``, in the order in which they begin, as far as they are looked at."""
    marked = [
        *page.elements("time"),
        *filter(_is_short_time, page.elements("abbr")),
        *page.tree.select("[rel~=author]"),
    ]
    if marked:
        found = sorted(dict.fromkeys((*marked, *found)), key=_beginning)
    return found[:_MOST_LOOKED_AT]


def _is_short_time(element: Element) -> bool:
    """Whether an element is short for a time: ``<abbr title="2013-11-14T21:12:00Z">9:12 PM</abbr>``."""
    return element.tag == "abbr" and ISO.match(element.attr("title") or "") is not None


def _beginning(element: Element) -> tuple[int, int]:
    """The line and the column of an element's start tag; only what the parser adds has none."""
    return element.position or (0, 0)
