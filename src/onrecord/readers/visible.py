"""What a person sees on the page: headings, bylines, times, the dateline, figures with caption and credit.

Most of it stands around the headline, so that is where every line is read: a line that opens like a byline, links
to an author or holds a date is evidence whatever the page calls it. Elsewhere only what the mark-up names is.
"""

import functools
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

import turbohtml
from turbohtml import Element

from onrecord import limits
from onrecord.evidence import Evidence, Source
from onrecord.page import Page, collapse, words
from onrecord.values import bylines
from onrecord.values.moments import find_moments

__all__ = ["read"]

# Hints in class, id and the like (in lower case) that name what an element is, in the languages of sites.
_BYLINE = re.compile(
    r"by-?_?line|author|autor|auteur|writer|written-?by|reporter|journalist|verfasser|redacteur|redakteur|"
    r"scrittore|contributor|(?:^|[\s_-])by(?:$|[\s_-])|post-by|credit-?name",
)
_DATE = re.compile(
    r"date(?!line)|datum|(?:^|[\s_-])time|timestamp|publish|posted|fecha|modified|dtreviewed|entry-?meta|post-?meta|"
    r"article-?meta|article-?info|meta-?info|tarih",
)
_HEADLINE = re.compile(r"head-?_?line|entry-?title|post-?title|article-?_?title|story-?title")
_DATELINE = re.compile(r"(?:^|[\s_-])dateline|ortsmarke|(?:article|story)-?location")
_AUTHOR_LINK = re.compile(r"/(?:author|autor|auteur|people|person|profile|team|staff|contributor|journalist|reporter|redaktion|writer|by|user)s?(?:en|es|in)?/[^/]", re.IGNORECASE)  # fmt: skip
_UPDATED = re.compile(r"update|modif|reviewed|aktualis|geändert|stand\b|mis à jour|mise à jour|actualiz|aggiorn|bijgewerkt|gewijzigd|oppdatert|opdateret|uppdaterad|päivitetty|zaktualizowan|aktualizov|обновл|изменен|оновлен|güncelle|ενημέρωση|atualiz|更新|수정|업데이트|تحديث|עודכן|अपडेट|อัปเดต|cập nhật|frissít|diperbarui|edited", re.IGNORECASE)  # fmt: skip
_ELSEWHERE = re.compile(
    r"comment|related|sidebar|recommend|popular|trending|most-?read|footer|widget|promo|teaser|newsletter|carousel|"
    r"disqus|replies|latest|more-?(?:news|stories|from|on)|read-?more|up-?next|breaking|ticker|kommentar|verwandt|"
    r"navigation|\bnav\b|menu",
)
_OUTSIDE = frozenset(("nav", "footer", "aside", "form"))
_NO_BYLINE = frozenset(("credit", "interview", "report", "story", "recipe"))
_OPENS = re.compile(
    rf"(?:(?:{'|'.join(map(re.escape, sorted(bylines.merged(bylines.BY), key=len, reverse=True)))})(?=\s|:|$)"
    rf"|(?:{'|'.join(map(re.escape, sorted(bylines.merged(bylines.LABELS) - _NO_BYLINE, key=len, reverse=True)))})\s*[:：])",
    re.IGNORECASE,
)

_INLINE = frozenset(("a", "span", "strong", "em", "b", "i", "small", "u", "font", "abbr", "cite", "time", "bdi", "address", "mark", "label"))  # fmt: skip
_SILENT = frozenset(("script", "style", "noscript", "template", "title", "button", "option", "textarea", "svg"))

AFTER = 60
"""Pieces of text after the headline that count as its surroundings, up to the first long paragraphs."""

BEFORE = 14
"""Pieces of text before it: some templates set the date above."""

LONG_LINE = 200
"""Code points from which a line is prose, not a byline or a date."""

PROSE = 600
"""Code points of prose after which the article's head is over."""


Around: TypeAlias = frozenset[turbohtml.Node]
"""The elements around the main heading: what they are named says nothing against what stands in them."""


class Line(NamedTuple):
    """A line of the article's head: the element it fills, and its words."""

    element: Element
    text: str


def read(page: Page) -> Iterator[Evidence]:
    """Headings, bylines, times, datelines and figures, those around the headline first.

    What stands in comments, teasers, navigation or a footer is not reported: it speaks of something else.
    """
    seen: set[tuple[str, str]] = set()
    for evidence in _all(page):
        key = (evidence.field, evidence.raw)
        if key not in seen:
            seen.add(key)
            yield evidence


def _all(page: Page) -> Iterator[Evidence]:
    headings = list(itertools.islice(page.elements("h1"), _HEADINGS_READ))
    headings = [h for h in headings if not _elsewhere(h, frozenset())] or headings
    main = _main_heading(page, headings)
    around: Around = frozenset(main.ancestors) if main is not None else frozenset()
    if main is not None:
        yield from _heading(page, main, main="yes")
    for heading in headings:
        yield from _heading(page, heading)
    if main is not None:
        after, before = _lines(main.following, AFTER), _lines(main.preceding, BEFORE)
        yield from _from_lines(page, after, around)
        yield from _from_lines(page, before[::-1], around)
        yield from _by_a_date(page, after, around)
    yield from _named(page, around)
    for figure in page.elements("figure"):
        yield from _figure(page, figure, around)


_HEADINGS_READ = 8
"""Headings of the first level that are looked at; a page of a hundred is none of an article."""


def _main_heading(page: Page, headings: list[Element]) -> Element | None:
    """The heading of the article: the h1 whose words the title holds, else the first h1, h2 or named one."""
    title = (page.title or "").casefold()
    for heading in headings:
        text = collapse(heading.text).casefold()
        if len(text) > 5 and text[:60] in title:  # noqa: PLR2004  # a site's short name is in every title too
            return heading
    if headings:
        return headings[-1] if len(collapse(headings[0].text)) < 12 else headings[0]  # noqa: PLR2004
    return _line_of_title(page, title)


def _line_of_title(page: Page, title: str) -> Element | None:
    """The first element whose own words the title holds: the heading of a page that marks none as one."""
    for node in itertools.islice(page.tree.descendants, limits.ELEMENTS):
        if isinstance(node, turbohtml.Text) and _TITLE_LEAST < len(node.data) < _TITLE_MOST:
            text = collapse(node.data).casefold()
            parent = node.parent
            if len(text) > _TITLE_LEAST and text in title and isinstance(parent, Element) and parent.tag not in _SILENT:
                return parent
    return None


_TITLE_LEAST, _TITLE_MOST = 15, 300
"""Code points of a line that is a page's heading though nothing marks it as one, the title being what it says."""


def _lines(nodes: Iterator[turbohtml.Node], most: int) -> list[Line]:
    """The lines of text among ``nodes``, each once, until ``most`` pieces or the article's prose have been read."""
    lines: list[Line] = []
    prose = count = 0
    for node in nodes:
        if not isinstance(node, turbohtml.Text):
            continue
        data = node.data
        if not data.strip():
            continue
        parent = node.parent
        if not isinstance(parent, Element) or parent.tag in _SILENT:
            continue
        count += 1
        if len(data) > LONG_LINE:
            prose += len(data)
        elif (line := _line(parent, data)) and (not lines or line.element != lines[-1].element):
            lines.append(line)
        if count > most or prose > PROSE:
            break
    return lines


def _line(element: Element, data: str) -> Line | None:
    """The whole line that a piece of text stands in; the piece's own element where the line is long."""
    block = element
    for _ in range(6):
        if block.tag not in _INLINE:
            break
        parent = block.parent
        if not isinstance(parent, Element):
            break
        block = parent
    if block.tag not in _INLINE and len(block.text) <= LONG_LINE * 2 and len(text := words(block)) <= LONG_LINE:
        return Line(block, text)
    text = words(element)
    return Line(element, text) if len(text) <= LONG_LINE else None


def _from_lines(page: Page, lines: list[Line], around: Around) -> Iterator[Evidence]:
    expecting = False
    for line in lines:
        opens = _OPENS.match(line.text)
        bare = opens is not None and opens.end() >= len(line.text) - 1
        hinted = bool(_says(_hint(line.element)) & _SAYS_BYLINE)
        linked = None if opens or hinted or expecting else _author_link(line.element)
        if (opens or hinted or linked is not None or expecting) and not bare and not _elsewhere(line.element, around):
            yield from _byline(page, linked if linked is not None else line.element, "head" if opens or expecting else "hint")
        expecting = bare
        if _HAS_DATE.search(line.text) and not _elsewhere(line.element, around):
            yield from _dates(page, line.element)


_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:\s+(?:[^\W\d_a-z][\w.'’-]*|van|von|der|de|la|di|da|bin|al)){1,3}")


def _by_a_date(page: Page, lines: list[Line], around: Around) -> Iterator[Evidence]:
    """A line that is nothing but two to four capitalised words, beside a line with a date: how many sites sign."""
    dated = [i for i, line in enumerate(lines) if _HAS_DATE.search(line.text) and len(line.text) < _SIGNED]
    for i in dated[:2]:
        for line in (*reversed(lines[max(0, i - 2) : i]), *lines[i + 1 : i + 3]):
            if _NAME.fullmatch(line.text) and line.text not in (page.title or "") and not _elsewhere(line.element, around):
                yield from _byline(page, line.element, "date")
                return


_SIGNED = 60
"""Code points of a line that holds a date and little else."""


def _author_link(element: Element) -> Element | None:
    links = [element] if element.tag == "a" else element.iter_elements("a")
    return next((a for a in links if (href := a.attr("href")) and _AUTHOR_LINK.search(href)), None)


# What a name in the mark-up says about an element: bits, for they are asked for every element.
_SAYS_BYLINE, _SAYS_DATE, _SAYS_DATELINE, _SAYS_HEADLINE, _SAYS_ELSEWHERE = (1 << i for i in range(5))
_PATTERNS = (_BYLINE, _DATE, _DATELINE, _HEADLINE, _ELSEWHERE)
_ANY = re.compile("|".join(p.pattern for p in _PATTERNS))


@functools.lru_cache(maxsize=2_048)
def _says(name: str) -> int:
    """What a class, id or the like tells. Pure: the cache, bounded, only spares asking the same name again."""
    name = name.lower()
    if not _ANY.search(name):
        return 0
    return sum(1 << i for i, pattern in enumerate(_PATTERNS) if pattern.search(name))


_NAMED = (
    "time,[rel~=author],[class*=author i],[class*=byline i],[class*=autor i],[class*=auteur i],[class*=date i],"
    "[class*=publish i],[class*=posted i],[class*=datum i],[class*=headline i],[class*=-title i]"
)
_FRAMES = frozenset(("body", "html", "article", "main", "h1"))
_HEADINGS = frozenset(("h2", "h3", "div", "p", "span"))

_MOST_NAMED = 60
"""Named elements that are looked at; pages of a thousand comments have more, and the article's come first."""


def _named(page: Page, around: Around) -> Iterator[Evidence]:
    """What the mark-up names a byline, a date, a dateline or a headline, wherever it stands."""
    count = 0
    for element in page.tree.select(_NAMED):
        tag = element.tag
        if tag in _FRAMES or _elsewhere(element, around):
            continue
        count += 1
        if count > _MOST_NAMED:
            return
        said = _says(_hint(element))
        if tag == "time":
            yield from _time(page, element)
        elif said & _SAYS_DATELINE:
            yield from _dateline(page, element)
        elif said & _SAYS_HEADLINE and tag in _HEADINGS:
            yield from _heading(page, element)
        elif said & _SAYS_DATE:
            yield from _dates(page, element)
        elif said & _SAYS_BYLINE or element.attr("rel"):
            yield from _byline(page, element, "rel" if element.attr("rel") else "named")


def _hint(element: Element) -> str:
    return f"{element.attr('class') or ''} {element.attr('id') or ''} {element.attr('data-testid') or ''}"[:200]


def _elsewhere(element: Element, around: Around) -> bool:
    """Whether an element stands in something that is not the article, by the tags and names around it."""
    for depth, ancestor in enumerate(element.ancestors):
        if depth > _LEVELS or ancestor in around or not isinstance(ancestor, Element):
            return False
        tag = ancestor.tag
        if tag in {"body", "html"}:
            return False
        if tag in _OUTSIDE:
            return True
        if tag in {"article", "main"}:
            continue
        if (name := ancestor.attr("class")) and _says(name[:200]) & _SAYS_ELSEWHERE:
            return True
        if (name := ancestor.attr("id")) and _says(name[:200]) & _SAYS_ELSEWHERE:
            return True
    return False


_LEVELS = 12
"""Levels above an element that are asked where it stands; the names of sidebars and comments are nearer."""


def _heading(page: Page, element: Element, main: str = "no") -> Iterator[Evidence]:
    raw = words(element)
    if raw and len(raw) <= LONG_LINE * 2:
        yield Evidence("headline", raw, Source.HEADING, page.place(element, raw), (("main", main),))


def _byline(page: Page, element: Element, how: str) -> Iterator[Evidence]:
    if len(element.text) > LONG_LINE * 3:
        return
    raw = words(element)
    if not raw or len(raw) > LONG_LINE:
        return
    link = element if element.tag == "a" else element.select_one("a[href]")
    said = [("how", how)]
    if link is not None and (href := link.attr("href")):
        said.append(("url", href))
    yield Evidence("author", raw, Source.BYLINE, page.place(element, raw), tuple(said))


def _time(page: Page, element: Element) -> Iterator[Evidence]:
    shown = words(element)
    field = _which(element, shown)
    for name in ("datetime", "content", "data-datetime"):
        value = element.attr(name)
        if value and value.strip():
            yield Evidence(field, value, Source.TIME, page.attribute(element, name), (("shown", shown),))
            return
    if shown and len(shown) <= LONG_LINE:
        yield Evidence(field, shown, Source.VISIBLE, page.place(element, shown))


def _which(element: Element, shown: str) -> str:
    """``date_modified`` where the element, its parent or the words before it speak of an update."""
    if _UPDATED.search(shown) or _UPDATED.search(_hint(element)) or _UPDATED.search(_before(element)):
        return "date_modified"
    parent = element.parent
    around = _hint(parent) if isinstance(parent, Element) else ""
    return "date_modified" if _UPDATED.search(around) and "publish" not in around.lower() else "date_published"


def _before(element: Element) -> str:
    """The words that stand right before an element, inside its parent."""
    previous, text = element.previous_sibling, ""
    for _ in range(2):
        if previous is None:
            break
        text = previous.text[-80:] + text
        previous = previous.previous_sibling
    return collapse(text)[-40:]


_HAS_DATE = re.compile(r"\d{4}|\d[./-]\d{1,2}[./-]\d{2}")


def _dates(page: Page, element: Element) -> Iterator[Evidence]:
    """Dates among the words of a line; one that follows a word of updating is a modified time."""
    if len(element.text) > LONG_LINE * 2:
        return
    raw = words(element)
    if len(raw) > LONG_LINE or not _HAS_DATE.search(raw):
        return
    last = 0
    for start, end, moment in find_moments(raw):
        updated = _UPDATED.search(raw[last:start]) or (start < 3 and _which(element, "") == "date_modified")  # noqa: PLR2004
        last = end
        field = "date_modified" if updated else "date_published"
        yield Evidence(field, moment.raw, Source.VISIBLE, page.place(element, moment.raw))


def _dateline(page: Page, element: Element) -> Iterator[Evidence]:
    raw = words(element)
    if raw and len(raw) <= LONG_LINE:
        if any(c.isdigit() for c in raw):
            yield from _dates(page, element)
        else:
            yield Evidence("dateline", raw, Source.VISIBLE, page.place(element, raw))


_CREDIT = re.compile(r"credit|copyright|photographer|quelle|source|rights|fotograf|kredit|bildnachweis|agency", re.IGNORECASE)
_NO_PICTURE = re.compile(r"^data:|avatar|gravatar|logo|icon|spacer|pixel|1x1|blank\.", re.IGNORECASE)


def _figure(page: Page, element: Element, around: Around) -> Iterator[Evidence]:
    image = element.select_one("img[src],img[data-src],amp-img[src]")
    if image is None or _elsewhere(element, around):
        return
    name = "data-src" if (image.attr("src") or "data:").startswith("data:") and image.attr("data-src") else "src"
    address = image.attr(name) or ""
    if not address.strip() or _NO_PICTURE.search(address) or len(address) > limits.RAW_CHARACTERS:
        return
    said = [(key, value) for key in ("width", "height") if (value := image.attr(key))]
    caption = element.select_one("figcaption")
    if caption is not None:
        said.extend(_caption(caption))
    yield Evidence("images", address, Source.VISIBLE, page.attribute(image, name), tuple(said))


def _caption(caption: Element) -> Iterator[tuple[str, str]]:
    """The caption's words, and the credit where it has an element of its own."""
    text = words(caption)
    credit = next((e for e in caption.iter_elements() if _CREDIT.search(_hint(e))), None)
    if credit is not None and (said := words(credit)):
        yield "credit", said
        text = collapse(text.replace(said, " ", 1))
    if text:
        yield "caption", text[: limits.RAW_CHARACTERS]
