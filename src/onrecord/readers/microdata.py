"""Microdata: ``itemprop`` attributes in the mark-up, each in the item that ``itemscope`` opens around it."""

import itertools
from collections.abc import Iterator

import msgspec
from turbohtml import Element

from onrecord import limits
from onrecord.evidence import Evidence, Source
from onrecord.page import Page, elements_around
from onrecord.readers.markup import said
from onrecord.readers.vocabulary import ARTICLE_TYPES, FIELDS, PUBLISHER_FIELDS, local_name


def read(page: Page) -> Iterator[Evidence]:
    """What the page's own article says in microdata: of several the one that holds the page's h1, else the first.

    Properties outside any item, which a strict reader would not see, are taken where they name article fields.
    """
    properties = page.tree.select("[itemprop]")[: limits.ITEMS]
    if not properties:
        return
    items = [
        e for e in page.tree.select("[itemscope][itemtype]")[: limits.ITEMS] if _type(e) in ARTICLE_TYPES
    ]
    own = _own(page, items)
    if own is not None:
        raw = (own.attr("itemtype") or "").split()[0]
        yield Evidence("page_type", raw, Source.MICRODATA, page.attribute(own, "itemtype", raw))
    count = 0
    for element in properties:
        item, path = _context(element)
        if item is not None and item != own and _type(item) in ARTICLE_TYPES:
            continue
        if item is None or item == own or _type(item) == "WebPage":
            yield from _property(page, element, path, within=item is not None and item == own)
            count += 1
            if count > limits.CANDIDATES * 3:
                return


def _type(element: Element) -> str:
    return local_name(next(iter((element.attr("itemtype") or "").split()), ""))


def _own(page: Page, items: list[Element]) -> Element | None:
    if not items or (len(items) == 1 and not _is_listed(items[0])):
        return items[0] if items else None
    known = frozenset(items)
    for heading in itertools.islice(page.elements("h1"), _FEW):
        for ancestor in itertools.islice(heading.ancestors, limits.ELEMENT_DEPTH):
            if ancestor in known and isinstance(ancestor, Element):
                return ancestor
    with_text = next((i for i in items[:_FEW] if i.select_one('[itemprop~="articleBody"]')), None)
    if with_text is None and len(items) >= _LIST and next(page.elements("h1"), None) is not None:
        return None
    return with_text or next((i for i in items[:_FEW] if not _is_listed(i)), None)


_LIST = 3
"""Articles that are a list of others where none of them holds the page's heading, nor a text."""
_FEW = 100
"""Headings, and items, that are asked which of several articles is the page's own."""


def _context(element: Element) -> tuple[Element | None, tuple[str, ...]]:
    """The item of article or page around ``element``, and the properties on the way to it, outermost first.

    An author's ``name`` stands in a Person that is itself the ``author`` of the article: ("author", "name").
    """
    path = [element.attr("itemprop") or ""]
    around = element.parent
    while isinstance(around, Element) and (item := around.closest("[itemscope]")) is not None:
        name = item.attr("itemprop")
        if name is None or _type(item) in ARTICLE_TYPES:
            return item, tuple(path)
        path.insert(0, name)
        around = item.parent
    return None, tuple(path)


def _credits_picture(element: Element) -> bool:
    """Whether an author is that of a picture: the name stands in its caption."""
    return any(e.tag in {"figure", "figcaption"} for e in elements_around(element, 6))


def _property(page: Page, element: Element, path: tuple[str, ...], *, within: bool) -> Iterator[Evidence]:
    """The evidence in one ``itemprop``, which may hold several names."""
    if len(path) == 1:
        names = path[0].split()
        for name in names:
            if name == "description" and "articleBody" in names:
                continue  # as Blogger names the whole text
            yield from _direct(page, element, name, within=within)
        return
    outer, inner = frozenset(path[0].split()), frozenset(path[-1].split())
    if _PEOPLE & outer and "name" in inner:
        yield from _author(page, element)
    elif "publisher" in outer and len(path) == 2 and (said_of_it := inner & PUBLISHER_FIELDS.keys()):  # noqa: PLR2004
        for name in sorted(said_of_it):
            yield from said(page, element, PUBLISHER_FIELDS[name], Source.MICRODATA)
    elif "publisher" in outer and "logo" in path[1].split() and inner & _LOGOS:
        yield from _address(page, element, "publisher.logo")
    elif "image" in outer and inner & {"url", "contentUrl"} and within:
        yield from _address(page, element, "images")


_LOGOS = frozenset(("url", "contentUrl", "logo", "image"))
_PEOPLE = frozenset(("author", "creator"))


def _author(page: Page, name: Element) -> Iterator[Evidence]:
    """An author by the ``name`` in an item, with what that item is and the address it gives."""
    item = next((e for e in elements_around(name, _LEVELS) if e.attr("itemscope") is not None), None)
    beside: list[tuple[str, str]] = []
    if item is not None:
        link = item.select_one('[itemprop~="url"]')
        url = (link.attr("href") or link.attr("content")) if link is not None else None
        beside = [(key, value) for key, value in (("type", _type(item)), ("url", url)) if value]
    for e in said(page, name, "author", Source.MICRODATA):
        yield msgspec.structs.replace(e, said=tuple(beside))


_ADDRESSES = {
    "image": "images",
    "thumbnailUrl": "images",
    "url": "canonical_url",
    "mainEntityOfPage": "canonical_url",
}


def _direct(page: Page, element: Element, name: str, *, within: bool) -> Iterator[Evidence]:
    """A property of the article itself, or (not ``within``) of the page around it."""
    plain = element.attr("itemscope") is None
    if name in _DATES and not within and _is_listed(element):
        return
    if name in FIELDS and (within or name != "description") and name != "articleBody":
        yield from said(page, element, FIELDS[name], Source.MICRODATA)
    elif name in _PEOPLE and plain and not _credits_picture(element):
        yield from said(page, element, "author", Source.MICRODATA)
    elif name == "name" and within and element.tag in {"h1", "meta"}:
        yield from said(page, element, "headline", Source.MICRODATA)
    elif name in _ADDRESSES and within and (plain or _ADDRESSES[name] != "images"):
        yield from _address(page, element, _ADDRESSES[name])


_DATES = frozenset(("datePublished", "dateModified", "dateCreated"))
_APART = frozenset(("aside", "a", "nav", "footer", "li", "blockquote"))


def _is_listed(element: Element) -> bool:
    """Whether an element stands in a list, a link, or an article without a heading of the first level."""
    for ancestor in itertools.islice(element.ancestors, _LEVELS):
        tag = ancestor.tag if isinstance(ancestor, Element) else ""
        if tag in _APART:
            return True
        if tag == "article" and isinstance(ancestor, Element):
            return ancestor.select_one("h1") is None
    return False


_LEVELS = 8


def _address(page: Page, element: Element, field: str) -> Iterator[Evidence]:
    for name in ("content", "src", "href", "data-src", "itemid"):
        value = element.attr(name)
        if value and value.strip():
            yield Evidence(field, value, Source.MICRODATA, page.attribute(element, name), _size(element))
            return


def _size(element: Element) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name in ("width", "height") if (value := element.attr(name)))
