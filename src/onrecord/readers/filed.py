"""Under which sections and tags the page says its article is filed, by what is named so or leads to them."""

import bisect
import functools
import re
from collections.abc import Iterable, Iterator, Sequence

from turbohtml import Element

from onrecord.evidence import Source
from onrecord.page import Page, beginning, elements_around, is_longer, words
from onrecord.phrases import Phrases
from onrecord.readers.head import Line, leads_to_author, name_of
from onrecord.readers.heading import HOME, SUBHEADINGS
from onrecord.readers.numerals import has_date
from onrecord.readers.shown import Shown
from onrecord.readers.surroundings import Setting, article_around
from onrecord.readers.wording import opens_byline
from onrecord.scripts import COLONS
from onrecord.values import bylines
from onrecord.values.byline_words import key_of


def read_sections(shown: Shown, lines: Iterable[Line], setting: Setting, under: Setting) -> None:
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
    if line.bare or len(line.text) > _LONGEST_LINE or element.tag in _NO_SECTIONS:
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
    return href is None or not (href.startswith("#") or leads_to_author(link) or HOME.fullmatch(href))


_FEW_WORDS, _SHORTEST_SECTION = 4, 2
_OF_PAGES = bylines.merged({"page": bylines.NOBODY["page"]}) | {"contents", "blog"}
"""What is pressed on any page."""
_UNFILED = re.compile(
    "uncategori[sz]ed|unkategorisiert|nicht kategorisiert|non class|sin categor|sem categor|senza categor|geen categorie|okategoriserad"
    "|без рубрики|без категор|未分类|未分類|미분류",
    re.IGNORECASE,
)
"""What blog software calls the section of articles that have none."""
_SECTION = Phrases(
    r"(?:^|[\s_-])(?:sections?|categor(?:y|ies|ia|ie)|kategori[ea]?|rubri[ckq](?:ue)?|rubriek|ressort|cat-links)(?=$|[\s_-]*(?:name|link|label|title)?(?:$|\s))"
)
"""In the names of what says under which section an article is filed."""


@functools.lru_cache(maxsize=1024)  # pure; class names come again and again
def _names_section(name: str) -> bool:
    return name != "" and _SECTION.search(name.lower()) is not None


_SECTIONS, _MENU = 3, 6
"""Links to sections that are read in one line, and of all lines beside a headline: more are a menu."""
_NO_SECTIONS = frozenset(("h1", "h2", "section", "time"))
"""What is never one, though it may be named a section's heading."""


def read_tags(shown: Shown, main: Element, setting: Setting, named: Sequence[Element]) -> None:
    """The tags and categories under which the page says its article is filed, by links of that relation beside it.

    Where there are none, links below the headline that lead to tags, or stand in what is ``named`` so.
    """
    tree = shown.page.tree
    links = [
        link
        for link in tree.select("a[rel~=tag],a[rel~=category]")[:_MOST_LOOKED_AT]
        if not setting.holds(link)
    ]
    if not links:
        tagged = _tagged(shown.page, named)
        below = bisect.bisect_right(tagged, beginning(main), key=beginning)
        links = [link for link in _listed(tagged[below:]) if not setting.holds(link)]
    if not links:
        return
    own = article_around(main)
    around = {id(a): a for a in map(article_around, links)}
    if own is None and len(around) == 1:  # the headline stands above the one article
        (own,) = around.values()
    links = [link for link in links if article_around(link) == own]
    if len(links) <= _MOST_NAMED:  # more are a cloud of tags, or those of many articles
        for link in links:
            is_section = "category" in (link.attr("rel") or "").lower().split()
            shown.add("article_section" if is_section else "keywords", words(link), Source.VISIBLE, link)


def _tagged(page: Page, named: Sequence[Element]) -> list[Element]:
    """Links that lead to tags, and those in what is ``named`` so, in the order of the page."""
    there = page.tree.select("a[href*='/tag']")[:_MOST_LOOKED_AT]
    found = [a for a in there if "/tag/" in (href := a.attr("href") or "") or "/tags/" in href]
    for element in named[:_TAG_LISTS]:
        found += element.select("a[href]")[:_MOST_LOOKED_AT]
    return sorted(dict.fromkeys(found), key=beginning)[:_MOST_LOOKED_AT]


_TAG_LISTS = 20


def _listed(links: Iterable[Element]) -> Iterator[Element]:
    """Links of few words, in lines of links rather than in sentences and headings."""
    known: dict[Element, bool] = {}
    for link in links:
        line = link.parent
        if not isinstance(line, Element):
            continue
        if line not in known:
            known[line] = line.tag not in SUBHEADINGS and _is_list(line)
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
_LONGEST_LINE = 70
"""Code points of a line that names a section."""
_MOST_NAMED = 40
"""Tags of one article; more are a cloud of them."""
_MOST_LOOKED_AT = 4 * _MOST_NAMED
"""Links that are asked where they stand; pages of a thousand comments have more, and the article's come first."""
