"""RDFa where it carries article fields: schema.org's words, Dublin Core's, and the mix that Drupal writes."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from turbohtml import Element

from onrecord import limits
from onrecord.evidence import Evidence, Source
from onrecord.page import Page
from onrecord.readers import metatags
from onrecord.readers.markup import said
from onrecord.readers.vocabulary import ARTICLE_TYPES, FIELDS, local_name


def read(page: Page) -> Iterator[Evidence]:
    """What elements with ``property`` say, but for meta elements of OpenGraph, which have a reader of their own."""
    count = 0
    for element in page.tree.select("[property]")[: limits.ITEMS]:
        names = element.attr("property") or ""
        if ":" in names and element.tag == "meta" and not names.startswith(_SCHEMA):
            continue
        for name in names.split():
            if field := _field(page, name, element):
                yield from said(page, element, field, Source.RDFA)
                count += 1
        if count > limits.CANDIDATES:
            return


_SCHEMA = ("schema:", "http")
"""How schema.org's words begin where they are not written alone."""


def _field(page: Page, name: str, element: Element) -> str | None:
    """The field that a property speaks for; None where it is none or speaks of another thing."""
    if ":" in name and (dublin := metatags.dublin_core(name.lower())):
        return dublin[0]
    if (":" in name and not name.startswith(_SCHEMA)) or not _speaks_schema(page):
        return None
    local, around = local_name(name), _around(element)
    if around == "article" or (around == "" and (local == "headline" or local.startswith("date"))):
        return _of_article(local, element)
    return _NAMED.get(around) if local == "name" else None


def _speaks_schema(page: Page) -> bool:
    """Whether the page speaks of schema.org at all. Its whole text is searched for it, once, and on most pages never."""
    known = page.kept.get(_SPEAKS)
    if not isinstance(known, bool):
        known = page.kept[_SPEAKS] = "schema.org" in page.text
    return known


_SPEAKS = "readers.rdfa"

_NAMED: Mapping[str, str] = MappingProxyType(
    {"author": "author", "creator": "author", "publisher": "publisher"}
)
"""Whose ``name`` is a field of the article's."""


def _of_article(local: str, element: Element) -> str | None:
    if local in {"author", "creator", "publisher"}:
        return _NAMED[local] if element.attr("typeof") is None else None
    if local == "name":
        return "headline" if element.tag in {"h1", "meta"} else None
    return FIELDS.get(local) if local != "articleBody" else None


def _around(element: Element) -> str:
    """``article`` where the nearest thing that ``typeof`` opens is one, else the property it is the value of.

    That property stands on the thing itself or, as ``rel``, on an element around it (RDFa 1.1, incomplete triples).
    """
    thing = False
    for depth, ancestor in enumerate(element.ancestors):
        if depth > limits.ELEMENT_DEPTH or not isinstance(ancestor, Element):
            break
        kind = ancestor.attr("typeof")
        if kind is None and not thing:
            continue
        if kind is not None and any(
            local_name(k) in ARTICLE_TYPES or k.startswith("sioc:") for k in kind.split()
        ):
            return "other" if thing else "article"
        if name := (ancestor.attr("property") if kind is not None else None) or ancestor.attr("rel"):
            return local_name(name)
        if thing and kind is not None:
            break
        thing = True
    return "other" if thing else ""
